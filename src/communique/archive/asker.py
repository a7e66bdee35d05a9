"""A model that asks nobody: what a run by batches still has to ask, and what it knows already."""

from __future__ import annotations

import asyncio

from communique.archive.batches import standing
from communique.archive.identity import answer_key
from communique.archive.kept import NotKept
from communique.archive.runner import Runner
from communique.errors import Malformed, ModelError
from communique.models.base import Listener, ModelInfo, Reply
from communique.models.forms import FORM_RETRIES, lists_of
from communique.prompting import Question


class Asker:
    """A `Model` that asks nobody: it answers from the store, and notes what has to be asked."""

    def __init__(self, runner: Runner) -> None:
        self._desk = runner.desk
        self._store = runner.store
        self._attempts = runner.options.attempts
        self.context_tokens = runner.model.context_tokens
        self.answer_tokens = runner.model.answer_tokens
        self.sequential = True
        self.by_sentence = runner.model.by_sentence
        self.wanted: dict[str, Question] = {}
        self.waiting = 0

    async def info(self) -> ModelInfo:
        """Say which model is to be asked."""
        return self._desk.info

    async def answer(self, question: Question, listener: Listener) -> Reply:
        """The kept answer.

        Raises:
            NotKept: there is none yet.
            ModelError: it failed for good.
        """
        key = answer_key(self._desk.info, self._desk.options, question)
        kept = await asyncio.wrap_future(self._store.answer(key, lists_of(question)))
        if kept is not None:
            for attempt in kept[1]:
                listener(attempt)
            return kept[0]
        past = await asyncio.wrap_future(
            self._store.do(lambda connection: standing(connection, key))
        )
        if past.under_way:
            self.waiting += 1
        elif past.errors and self._is_final(past.errors):
            for attempt in past.attempts:
                listener(attempt)
            raise ModelError.named(*past.errors[-1])
        else:
            self.wanted[key] = question
        raise NotKept(f"{question.name!r} is not answered yet")

    def _is_final(self, errors: tuple[tuple[str, str], ...]) -> bool:
        last = ModelError.named(*errors[-1])
        if isinstance(last, Malformed):
            return len(errors) > FORM_RETRIES
        return not last.retryable or len(errors) >= self._attempts

    async def close(self) -> None:
        """Nothing is open."""
