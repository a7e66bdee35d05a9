"""A model for tests: it answers from a script, without network, and keeps what it was asked."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from communique.errors import ModelError
from communique.models.base import Attempt, Listener, ModelInfo, Reply
from communique.prompting import Question

Answer = Mapping[str, Any] | str | Reply | ModelError


class ScriptedModel:
    """A `Model` that answers with what `script` gives for a question.

    `script` maps a question's name, such as ``meeting`` or ``meeting repair``, to an answer, or is
    a function of the `Question`. An answer is an object (sent as JSON), a text, a `Reply`, or a
    `ModelError` to raise. Questions without an entry get empty lists.
    """

    def __init__(
        self,
        script: Mapping[str, Answer] | Callable[[Question], Answer | None] | None = None,
        *,
        context_tokens: int = 32_768,
        answer_tokens: int = 2048,
        sequential: bool = True,
        by_sentence: bool = False,
    ) -> None:
        self._script = script or {}
        self.context_tokens = context_tokens
        self.answer_tokens = answer_tokens
        self.sequential = sequential
        self.by_sentence = by_sentence
        self.questions: list[Question] = []
        self.closed = False

    async def info(self) -> ModelInfo:
        """Say that a script answers."""
        return ModelInfo("scripted", "test")

    async def answer(self, question: Question, listener: Listener) -> Reply:
        """Give the script's answer."""
        self.questions.append(question)
        script = self._script
        answer = script(question) if callable(script) else script.get(question.name)
        if isinstance(answer, ModelError):
            listener(Attempt(question.name, answer.code, 0.0))
            raise answer
        if answer is None:
            answer = {name: [] for name in question.schema["properties"]}
        if isinstance(answer, Mapping):
            answer = json.dumps(answer, ensure_ascii=False)
        reply = answer if isinstance(answer, Reply) else Reply(answer)
        listener(Attempt(question.name, "truncated" if reply.truncated else "ok", 0.0, 10, 0, 10))
        return reply

    async def close(self) -> None:
        """Remember having been closed."""
        self.closed = True
