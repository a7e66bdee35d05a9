"""The form of an answer: whether it is the JSON that was asked for, and asking again if not.

Only the lists of an answer are its form here. Their items are read one by one later, so that a
broken one costs no other.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal

from communique.errors import BudgetExhausted, ContentFiltered, ModelError, Refused
from communique.models.base import Reply
from communique.models.transport import no_completion
from communique.prompting import Question

if TYPE_CHECKING:
    from openai.types.chat import ChatCompletion

FORM_RETRIES = 1

Send = Callable[[list[dict[str, Any]]], Awaitable["Answered"]]
"""Sends messages and gives what comes back, or raises a ModelError or BudgetExhausted."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A completion, and how its text fits the form that was asked for.

    `unread` is the text as it came where it does not fit.
    """

    completion: ChatCompletion
    outcome: Literal["ok", "truncated", "malformed"]
    unread: str | None = None

    @property
    def in_form(self) -> bool:
        """Whether the text can be read; one that the token limit cut can, up to the cut."""
        return self.outcome != "malformed"

    @property
    def reply(self) -> Reply:
        """The text as an answer."""
        text = self.completion.choices[0].message.content or ""
        return Reply(text, truncated=self.outcome == "truncated")


def lists_of(question: Question) -> tuple[str, ...]:
    """The names of the lists that the answer to `question` must have."""
    return tuple(question.schema["properties"])


def completion_of(body: bytes) -> Any:
    """The completion in a response: a `ChatCompletion`, or what else the server sent as JSON.

    Raises:
        ValueError: it is no JSON.
    """
    from openai.types.chat import ChatCompletion

    try:
        return ChatCompletion.model_validate_json(body)
    except ValueError:
        # Not quite one: what there is of it is taken as it is.
        try:
            sent = json.loads(body)
        except RecursionError:
            raise ValueError("its JSON is nested too deeply") from None
        return ChatCompletion.construct(**sent) if isinstance(sent, dict) else sent


def read_completion(completion: Any, lists: tuple[str, ...], where: str) -> Answered:
    """What a completion says; what the model wrote becomes one text in it.

    Raises:
        ModelError: there is no answer in it: refused, filtered, or no completion at all.
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
    if reason == "length":
        choice.message.content = text
        return Answered(completion, "truncated")
    reply = read_text(text, lists)
    choice.message.content = text if reply is None else reply.text
    return Answered(completion, "malformed", text) if reply is None else Answered(completion, "ok")


def made_whole(completion: Any, question: Question) -> None:
    """Make the text of a completion that goes on with a begun answer whole.

    llama.cpp repeats the beginning; other servers give what comes after it. Some give the stop word
    too. Before it stands a comma: after one, nothing else ends an answer.
    """
    choices = getattr(completion, "choices", None)
    for choice in choices if isinstance(choices, list) else ():
        message: Any = getattr(choice, "message", None)
        text = _text(getattr(message, "content", None))
        if not text:
            continue
        text = text if text.startswith(question.begun) else question.begun + text
        before = text.removesuffix(question.stop) if question.stop else text
        stopped = getattr(choice, "finish_reason", None) == "stop"
        if stopped and before.rstrip().endswith(","):
            text = before + question.ended
        message.content = text


def read_text(text: str, lists: tuple[str, ...]) -> Reply | None:
    """A whole answer from what a model wrote; None where it has not the form that was asked for."""
    reply = Reply(_unfenced(text))
    try:
        _form(lists).model_validate_json(reply.text)
    except ValueError:
        return None
    return reply


async def ask_again(first: Answered, question: Question, send: Send) -> Answered:
    """The model's answer after instructor has told it what is wrong with the form of `first`.

    Malformed like `first` where that did not help either. Raises what `send` raises.
    """
    import instructor
    from instructor.core.exceptions import InstructorRetryException

    answers: list[Answered] = []
    stop = _stop_type()

    async def create(*, messages: list[dict[str, Any]], **_: Any) -> ChatCompletion:
        # Instructor's own response_format lacks `strict` and is not portable: it is left out. It
        # begins with the answer that is there, and asks only for what comes after.
        try:
            answers.append(await send(messages) if answers else first)
        except (ModelError, BudgetExhausted) as error:
            raise stop(error) from None
        if answers[-1].outcome == "truncated":
            raise stop(None)
        completion = answers[-1].completion
        completion.usage = None  # it is counted, and instructor trips over odd ones
        return completion

    patched: Any = instructor.patch(create=create, mode=instructor.Mode.JSON_SCHEMA)
    try:
        await patched(
            response_model=_instructed(lists_of(question)),
            messages=[dict(message) for message in question.messages],
            max_retries=FORM_RETRIES,
        )
    except stop as stopped:
        if stopped.reason is not None:
            raise stopped.reason from None
    except InstructorRetryException:
        pass  # the last answer is malformed, and says so
    return answers[-1]


@lru_cache(maxsize=1)
def _stop_type() -> Any:
    from instructor.core.exceptions import IncompleteOutputException

    class Stop(IncompleteOutputException):
        """Ends instructor's loop: the one exception that it neither retries, wraps nor logs."""

        def __init__(self, reason: ModelError | BudgetExhausted | None) -> None:
            super().__init__()
            self.reason = reason

    return Stop


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


def _text(content: Any) -> str:
    """The content of a message: some servers give it in parts."""
    if isinstance(content, list):
        texts = (part.get("text") for part in content if isinstance(part, dict))
        return "".join(text for text in texts if isinstance(text, str))
    return content if isinstance(content, str) else ""


def _unfenced(text: str) -> str:
    """The JSON in `text`: servers that ignore the schema wrap it in a code fence or in words."""
    start, end = text.find("{"), text.rfind("}")
    return text[start : end + 1] if 0 <= start < end else text
