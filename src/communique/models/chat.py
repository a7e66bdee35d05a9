"""Models behind an OpenAI-compatible chat API: openai speaks, instructor sees to the form.

Each layer has one concern. `transport.with_retries` repeats what the wire lost, `instructor` asks
again when an answer has not the form that was asked for, and what an answer means is checked much
later.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from contextlib import AsyncExitStack
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

from communique.errors import (
    BudgetExhausted,
    ContentFiltered,
    DeadlineExceeded,
    Malformed,
    ModelError,
    Refused,
    RequestRejected,
)
from communique.models.base import Attempt, Gate, Listener, ModelInfo, Reply
from communique.models.dialect import Dialect
from communique.models.discretion import discretion
from communique.models.prices import cost
from communique.models.transport import (
    Deadline,
    no_completion,
    status_error,
    translate,
    with_retries,
)
from communique.options import Options
from communique.prompting import Question

if TYPE_CHECKING:
    import openai
    from openai.types.chat import ChatCompletion

MakeClient = Callable[[Options], "openai.AsyncOpenAI"]
FORM_RETRIES = 1


class ChatModel:
    """A model behind an OpenAI-compatible API."""

    def __init__(
        self,
        info: ModelInfo,
        make_client: MakeClient,
        options: Options,
        *,
        secrets: Sequence[str] = (),
        dialect: Dialect | None = None,
        context_tokens: int = 32_768,
        sequential: bool = False,
        by_sentence: bool = False,
    ) -> None:
        self._info = info
        self._make_client = make_client
        self._options = options
        self._secrets = secrets
        self._dialect = dialect or Dialect()
        self._client: openai.AsyncOpenAI | None = None
        self.context_tokens = context_tokens
        self.sequential = sequential
        self.by_sentence = by_sentence
        self.answer_tokens = options.answer_tokens

    async def info(self) -> ModelInfo:
        """Say which model answers."""
        return self._info

    async def close(self) -> None:
        """Close the connections."""
        if self._client is not None:
            await self._client.close()
            self._client = None

    async def answer(self, question: Question, listener: Listener) -> Reply:
        """Answer `question`; see `communique.models.base.Model`."""
        import instructor
        from instructor.core.exceptions import InstructorRetryException

        deadline = Deadline(self._options.deadline_seconds)
        complete = partial(self._complete, deadline)
        ask_once = _ask_once(complete, question, listener)
        create: Any = instructor.patch(create=ask_once, mode=instructor.Mode.JSON_SCHEMA)
        try:
            with discretion():
                async with deadline:
                    completion = await create(
                        response_model=_form_of(question),
                        messages=[dict(message) for message in question.messages],
                        max_retries=FORM_RETRIES,
                    )
        except TimeoutError:
            raise DeadlineExceeded(
                f"{self._where} gave no answer to {question.name!r} in time; raise "
                "Options.deadline_seconds"
            ) from None
        except _stop_type() as stop:
            if isinstance(stop.reason, Reply):
                return stop.reason
            raise stop.reason from None
        except InstructorRetryException:
            raise Malformed(_unformed(self._where, question.name)) from None
        return Reply(completion._raw_response.choices[0].message.content)

    def connect(self) -> openai.AsyncOpenAI:
        """The client, made with the first use."""
        if self._client is None:
            self._client = self._make_client(self._options)
        return self._client

    def body(self, question: Question) -> dict[str, Any]:
        """The body of the request for `question`, as the wire has it."""
        messages = [dict(message) for message in question.messages]
        return self._body(messages, question, self._dialect)

    def _body(
        self, messages: list[dict[str, Any]], question: Question, dialect: Dialect
    ) -> dict[str, Any]:
        parameters = dialect.parameters(question, self._options)
        extra = parameters.pop("extra_body", {})
        return {"model": self._info.name, "messages": messages, **parameters, **extra}

    def read(
        self, completion: ChatCompletion, name: str, lists: tuple[str, ...]
    ) -> tuple[Attempt, Reply | ModelError]:
        """What a completion says to the question `name` whose answer has `lists`."""
        try:
            outcome = _outcome(completion, lists, self._where)
        except ModelError as error:
            return self._attempt(name, error.code, 0.0, completion), error
        attempt = self._attempt(name, outcome, 0.0, completion)
        if outcome == "malformed":
            return attempt, Malformed(_unformed(self._where, name))
        return attempt, Reply(
            completion.choices[0].message.content or "", truncated=outcome == "truncated"
        )

    def failure(self, error: Exception) -> ModelError:
        """Our error for one of the client."""
        return translate(error, where=self._where, secrets=self._secrets)

    def failure_of(self, status: int, code: str, said: object) -> ModelError:
        """Our error for a status and an error object that came in a file."""
        return status_error(status, code, said, None, self._where, self._secrets)

    async def _complete(
        self,
        deadline: Deadline,
        question: Question,
        messages: list[dict[str, Any]],
        listener: Listener,
    ) -> ChatCompletion:
        """One completion, through all retries of the wire and all that the server refuses."""
        while True:
            dialect = self._dialect
            send = partial(self._send_through, deadline, question, messages, listener, dialect)
            gated = isinstance(listener, Gate)
            try:
                return await with_retries(send, self._options, deadline, gated=gated)
            except RequestRejected as error:
                if error.status not in (400, 422):
                    raise
                if self._dialect != dialect:
                    continue  # another question has learned in the meantime
                weaker = dialect.after_refusal(str(error))
                if weaker is None:
                    raise
                self._dialect = weaker

    async def _send_through(
        self,
        deadline: Deadline,
        question: Question,
        messages: list[dict[str, Any]],
        listener: Listener,
        dialect: Dialect,
    ) -> ChatCompletion:
        """One request, through the gate if there is one."""
        async with AsyncExitStack() as stack:
            if isinstance(listener, Gate):
                with deadline.paused():
                    await stack.enter_async_context(listener.request(question))
            return await self._send(question, messages, listener, dialect)

    async def _send(
        self,
        question: Question,
        messages: list[dict[str, Any]],
        listener: Listener,
        dialect: Dialect,
    ) -> ChatCompletion:
        import openai

        client = self.connect()
        started = time.monotonic()
        completion: ChatCompletion | None = None
        outcome = "deadline_exceeded"  # what else ends a request from outside is told to nobody
        try:
            # The client's own timeout begins anew with each byte.
            async with asyncio.timeout(self._options.request_seconds):
                completion = await client.chat.completions.create(
                    model=self._info.name,
                    messages=[],
                    # As it is: by their own names the client would walk through all values.
                    extra_body=self._body(messages, question, dialect),
                )
            outcome = _outcome(completion, _lists(question), self._where)
        except (openai.OpenAIError, TimeoutError, ValueError) as error:
            ours = translate(error, where=self._where, secrets=self._secrets)
            outcome = ours.code
            raise ours from None
        except ModelError as error:
            outcome = error.code
            raise
        finally:
            listener(self._attempt(question.name, outcome, time.monotonic() - started, completion))
        return completion

    @property
    def _where(self) -> str:
        at = f" at {self._info.base_url}" if self._info.base_url else ""
        return f"{self._info.backend}/{self._info.name}{at}"

    def _attempt(
        self, question: str, outcome: str, seconds: float, completion: ChatCompletion | None
    ) -> Attempt:
        usage = getattr(completion, "usage", None)
        details = getattr(usage, "prompt_tokens_details", None)
        prompt, answer = _count(usage, "prompt_tokens"), _count(usage, "completion_tokens")
        cached = min(_count(details, "cached_tokens"), prompt)
        if not prompt and not answer:
            return Attempt(question, outcome, seconds)
        price = cost(self._info.backend, self._info.name, prompt, cached, answer)
        return Attempt(question, outcome, seconds, prompt, cached, answer, price)


def _count(usage: Any, name: str) -> int:
    """A count of tokens, 0 where the server gave none."""
    count = getattr(usage, name, None)
    return count if isinstance(count, int) and count > 0 else 0


def _outcome(completion: Any, lists: tuple[str, ...], where: str) -> str:
    """``ok``, ``truncated`` or ``malformed``, or the error that a completion stands for.

    What the model wrote becomes one text in it.
    """
    from openai.types.chat import ChatCompletionMessage
    from openai.types.chat.chat_completion import Choice

    choices = getattr(completion, "choices", None)
    choice = choices[0] if isinstance(choices, list) and choices else None
    if not isinstance(choice, Choice) or not isinstance(choice.message, ChatCompletionMessage):
        raise no_completion(where, "it has no choices with a message")
    reason = getattr(choice, "finish_reason", None)
    if choice.message.refusal:
        raise Refused(f"{where} declined to answer; another model may not")
    if reason == "content_filter":
        raise ContentFiltered(f"{where} withheld the answer; another deployment may not")
    text = _text(choice.message.content)
    choice.message.content = text if reason == "length" else _unfenced(text)
    if reason == "length":
        return "truncated"
    try:
        _form(lists).model_validate_json(choice.message.content)
    except ValueError:
        return "malformed"
    return "ok"


def _unformed(where: str, question: str) -> str:
    return (
        f"{where}: the answer to {question!r} was not the JSON that was asked for, "
        f"{FORM_RETRIES + 1} times; a larger model or Options.combined=False may help"
    )


def _text(content: Any) -> str:
    """The content of a message: some servers give it in parts."""
    if isinstance(content, list):
        texts = (part.get("text") for part in content if isinstance(part, dict))
        return "".join(text for text in texts if isinstance(text, str))
    return content if isinstance(content, str) else ""


def _ask_once(
    complete: Callable[..., Any], question: Question, listener: Listener
) -> Callable[..., Any]:
    """What instructor calls: our request in place of its own, and our errors past its retries."""
    stop = _stop_type()

    async def create(*, messages: list[dict[str, Any]], **_: Any) -> ChatCompletion:
        # Instructor's own response_format lacks `strict` and is not portable: it is left out.
        try:
            completion: ChatCompletion = await complete(question, messages, listener)
        except (ModelError, BudgetExhausted) as error:
            raise stop(error) from None
        choice = completion.choices[0]
        if getattr(choice, "finish_reason", None) == "length":
            raise stop(Reply(choice.message.content or "", truncated=True))
        completion.usage = None  # it is counted, and instructor trips over odd ones
        return completion

    return create


@lru_cache(maxsize=1)
def _stop_type() -> Any:
    from instructor.core.exceptions import IncompleteOutputException

    class Stop(IncompleteOutputException):
        """Ends instructor's loop: the one exception that it neither retries, wraps nor logs."""

        def __init__(self, reason: ModelError | BudgetExhausted | Reply) -> None:
            super().__init__()
            self.reason = reason

    return Stop


def _form_of(question: Question) -> Any:
    """The form of an answer, for instructor: its lists are there.

    Items are read one by one later, so that a broken one costs no other.
    """
    return _instructed(_lists(question))


def _lists(question: Question) -> tuple[str, ...]:
    return tuple(question.schema["properties"])


@lru_cache(maxsize=64)
def _instructed(lists: tuple[str, ...]) -> Any:
    """The form as instructor wants it, which else makes a class of it for each call."""
    from instructor import openai_schema

    return openai_schema(_form(lists))


@lru_cache(maxsize=64)
def _form(lists: tuple[str, ...]) -> Any:
    from pydantic import ConfigDict, create_model

    fields: Any = dict.fromkeys(lists, (list[Any], ...))
    return create_model(
        "Answer", __config__=ConfigDict(extra="ignore", hide_input_in_errors=True), **fields
    )


def _unfenced(text: str) -> str:
    """The JSON in `text`: servers that ignore the schema wrap it in a code fence or in words."""
    start, end = text.find("{"), text.rfind("}")
    return text[start : end + 1] if 0 <= start < end else text
