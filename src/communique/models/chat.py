"""Models behind an OpenAI-compatible chat API: openai speaks, instructor sees to the form.

Each layer has one concern. `transport.with_retries` repeats what the wire lost, `forms` (with
instructor) asks again when an answer has not the form that was asked for, and what an answer means
is checked much later.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from contextlib import AsyncExitStack
from functools import partial
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from communique.errors import (
    DeadlineExceeded,
    Malformed,
    ModelError,
    RequestRejected,
)
from communique.models.base import Attempt, Gate, Listener, ModelInfo, Reply
from communique.models.dialect import Dialect
from communique.models.discretion import discretion
from communique.models.forms import (
    FORM_RETRIES,
    Answered,
    ask_again,
    completion_of,
    lists_of,
    made_whole,
    read_completion,
)
from communique.models.prices import cost
from communique.models.transport import (
    Deadline,
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
        # Connections belong to the loop in which they were made.
        self._clients: WeakKeyDictionary[asyncio.AbstractEventLoop, openai.AsyncOpenAI] = (
            WeakKeyDictionary()
        )
        self.context_tokens = context_tokens
        self.sequential = sequential
        self.by_sentence = by_sentence
        self.answer_tokens = options.answer_tokens

    async def info(self) -> ModelInfo:
        """Say which model answers."""
        return self._info

    async def close(self) -> None:
        """Close the connections that were made in this event loop."""
        client = self._clients.pop(asyncio.get_running_loop(), None)
        if client is not None:
            await client.close()

    async def answer(self, question: Question, listener: Listener) -> Reply:
        """Answer `question`; see `communique.models.base.Model`."""
        self.connect()  # before the clock runs: the first one takes a second to load
        deadline = Deadline(self._options.deadline_seconds)
        send = partial(self._complete, deadline, question, listener)
        try:
            with discretion():
                async with deadline:
                    first = await send(self._with_beginning(question))
                    answered = first if first.in_form else await ask_again(first, question, send)
        except TimeoutError:
            raise DeadlineExceeded(
                f"{self._where} gave no answer to {question.name!r} in time; raise "
                "Options.deadline_seconds"
            ) from None
        if not answered.in_form:
            raise Malformed(_unformed(self._where, question.name))
        return answered.reply

    def _with_beginning(self, question: Question) -> list[dict[str, Any]]:
        messages: list[dict[str, Any]] = [dict(message) for message in question.messages]
        if question.begun:
            messages.append({"role": "assistant", "content": question.begun})
        return messages

    def connect(self) -> openai.AsyncOpenAI:
        """The client of the running event loop, made with the first use."""
        loop = asyncio.get_running_loop()
        client = self._clients.get(loop)
        if client is None:
            client = self._clients[loop] = self._make_client(self._options)
        return client

    def body(self, question: Question) -> dict[str, Any]:
        """The body of the request for `question`, as the wire has it."""
        messages = [dict(message) for message in question.messages]
        return self._body(messages, question, self._dialect)

    def _body(
        self, messages: list[dict[str, Any]], question: Question, dialect: Dialect
    ) -> dict[str, Any]:
        if messages[-1]["role"] == "assistant" and not dialect.goes_on:
            messages = messages[:-1]
        parameters = dialect.parameters(question, self._options)
        if messages[-1]["role"] == "assistant" and question.stop and dialect.stops:
            parameters["stop"] = [question.stop]
        extra = parameters.pop("extra_body", {})
        return {"model": self._info.name, "messages": messages, **parameters, **extra}

    def read(
        self, completion: ChatCompletion, name: str, lists: tuple[str, ...]
    ) -> tuple[Attempt, Reply | ModelError]:
        """What a completion says to the question `name` whose answer has `lists`."""
        try:
            answered = read_completion(completion, lists, self._where)
        except ModelError as error:
            return self._attempt(name, error.code, 0.0, completion), error
        attempt = self._attempt(name, answered.outcome, 0.0, completion, answered.unread)
        if not answered.in_form:
            return attempt, Malformed(_unformed(self._where, name))
        return attempt, answered.reply

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
        listener: Listener,
        messages: list[dict[str, Any]],
    ) -> Answered:
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
    ) -> Answered:
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
    ) -> Answered:
        import httpx2
        import openai

        client = self.connect()
        body = self._body(messages, question, dialect)
        started = time.monotonic()
        completion: ChatCompletion | None = None
        answered: Answered | None = None
        outcome = "deadline_exceeded"  # what else ends a request from outside is told to nobody
        try:
            # The client's own timeout begins anew with each byte.
            async with asyncio.timeout(self._options.request_seconds):
                # Not by its method for completions, which walks through all values twice.
                response = await client.post(
                    "/chat/completions", cast_to=httpx2.Response, body=body
                )
            completion = completion_of(response.content)
            if body["messages"][-1]["role"] == "assistant":
                made_whole(completion, question)
            answered = read_completion(completion, lists_of(question), self._where)
            outcome = answered.outcome
        except (openai.OpenAIError, TimeoutError, ValueError) as error:
            ours = translate(error, where=self._where, secrets=self._secrets)
            outcome = ours.code
            raise ours from None
        except ModelError as error:
            outcome = error.code
            raise
        finally:
            seconds = time.monotonic() - started
            unread = answered.unread if answered else None
            listener(self._attempt(question.name, outcome, seconds, completion, unread))
        return answered

    @property
    def _where(self) -> str:
        at = f" at {self._info.base_url}" if self._info.base_url else ""
        return f"{self._info.backend}/{self._info.name}{at}"

    def _attempt(
        self,
        question: str,
        outcome: str,
        seconds: float,
        completion: ChatCompletion | None,
        unread: str | None = None,
    ) -> Attempt:
        usage = getattr(completion, "usage", None)
        details = getattr(usage, "prompt_tokens_details", None)
        prompt, answer = _count(usage, "prompt_tokens"), _count(usage, "completion_tokens")
        cached = min(_count(details, "cached_tokens"), prompt)
        if not prompt and not answer:
            return Attempt(question, outcome, seconds, unread=unread)
        price = cost(self._info.backend, self._info.name, prompt, cached, answer)
        return Attempt(question, outcome, seconds, prompt, cached, answer, price, unread)


def _count(usage: Any, name: str) -> int:
    """A count of tokens, 0 where the server gave none."""
    count = getattr(usage, name, None)
    return count if isinstance(count, int) and count > 0 else 0


def _unformed(where: str, question: str) -> str:
    return (
        f"{where}: the answer to {question!r} was not the JSON that was asked for, "
        f"{FORM_RETRIES + 1} times; a larger model or Options.combined=False may help"
    )
