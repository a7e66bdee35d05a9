"""The seam to models: something that answers a question, and what an answer cost."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from typing import Any, Protocol, runtime_checkable

from communique.prompting import Question


@dataclass(frozen=True, slots=True)
class Attempt:
    """One request to a model, answered or not.

    `outcome` is ``ok``, ``truncated``, ``malformed`` or the `code` of a `ModelError`. Tokens are
    the server's own count, 0 where it gave none. `cost` is in US dollars, None where unknown.
    `unread` is what the model wrote where it is malformed: it is paid for, and stores keep it.
    """

    question: str
    outcome: str
    seconds: float
    prompt_tokens: int = 0
    cached_tokens: int = 0
    completion_tokens: int = 0
    cost: float | None = None
    unread: str | None = field(default=None, compare=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """For JSON: what was taken, without what the model wrote."""
        return {
            "question": self.question,
            "outcome": self.outcome,
            "seconds": round(self.seconds, 3),
            "prompt_tokens": self.prompt_tokens,
            "cached_tokens": self.cached_tokens,
            "completion_tokens": self.completion_tokens,
            "cost": self.cost,
        }


@dataclass(frozen=True, slots=True)
class Reply:
    """What the model wrote; `truncated` where the token limit cut it."""

    text: str
    truncated: bool = False


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """Which model answers: for the provenance of results. `base_url` holds no secrets."""

    name: str
    backend: str
    base_url: str | None = None
    weights: str | None = None


Listener = Callable[[Attempt], None]


@runtime_checkable
class Gate(Protocol):
    """A `Listener` that each request has to pass: for limits of rate, concurrency and money."""

    def __call__(self, attempt: Attempt) -> None:
        """Be told of an attempt, while its request is still inside."""

    def request(self, question: Question) -> AbstractAsyncContextManager[None]:
        """Let one request through, when it is its turn; it ends with the context.

        What the request raises goes through the context, so that limits learn from it. A gate
        waits as long as a 429 asks, so those are not counted as attempts.
        """


Progress = Callable[[str, int, int], None]
"""Told what is going on: a stage, how much is done, how much there is (0 if unknown)."""


class Model(Protocol):
    """Something that answers questions. See `communique.testing.ScriptedModel` for tests."""

    @property
    def context_tokens(self) -> int:
        """How many tokens a prompt and its answer may have together."""

    @property
    def sequential(self) -> bool:
        """Whether questions are better asked one after the other."""

    @property
    def by_sentence(self) -> bool:
        """Whether it is a small model.

        It is then asked about one sentence at a time where that suits the kind, and code reads
        fields from the sentence in its stead.
        """

    @property
    def answer_tokens(self) -> int:
        """How many of the context's tokens are kept for the answer."""

    async def info(self) -> ModelInfo:
        """Say which model answers; may start it."""

    async def answer(self, question: Question, listener: Listener) -> Reply:
        """Answer `question`, telling `listener` of each attempt.

        Raises:
            ModelError: no usable answer came, after the retries that were worth while.
        """

    async def close(self) -> None:
        """Give back connections."""
