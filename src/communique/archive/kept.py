"""A model whose answers are kept: nothing is asked twice, and each request is on the bill."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from communique.archive.identity import answer_key, describe_setup
from communique.archive.limits import Concurrency
from communique.archive.money import UNSENT, Budget, expected
from communique.archive.store import Store
from communique.errors import ModelError
from communique.models.base import Attempt, Listener, Model, ModelInfo, Reply
from communique.models.forms import lists_of
from communique.options import Options
from communique.prompting import Question

if TYPE_CHECKING:
    from aiolimiter import AsyncLimiter


@dataclass
class Desk:
    """What all articles of a run share: the store, the limits and the money."""

    store: Store
    model: Model
    info: ModelInfo
    options: Options
    run: int
    concurrency: Concurrency
    budget: Budget
    requests_a_minute: AsyncLimiter | None = None
    tokens_a_minute: AsyncLimiter | None = None
    attempts: list[Attempt] = field(default_factory=list)
    """Told since somebody last took them away."""

    @asynccontextmanager
    async def turn(self, tokens: int, money: float | None) -> AsyncIterator[None]:
        """Let one request through all limits; it ends with the context."""
        async with AsyncExitStack() as stack:
            await stack.enter_async_context(self.budget.share(tokens, money))
            if self.requests_a_minute:
                await self.requests_a_minute.acquire()
            if self.tokens_a_minute:
                await self.tokens_a_minute.acquire(min(tokens, self.tokens_a_minute.max_rate))
            await stack.enter_async_context(self.concurrency.place())
            yield


class KeptModel:
    """A `Model` for one article of a run: it asks only what the store holds no answer to."""

    def __init__(self, desk: Desk, article: int | None) -> None:
        self._desk = desk
        self._article = article
        self.run = desk.run
        self.context_tokens = desk.model.context_tokens
        self.answer_tokens = desk.model.answer_tokens
        self.sequential = desk.model.sequential
        self.by_sentence = desk.model.by_sentence

    async def info(self) -> ModelInfo:
        """Say which model answers."""
        return self._desk.info

    async def answer(self, question: Question, listener: Listener) -> Reply:
        """The kept answer with its attempts, or a new one, kept before it is given.

        Raises:
            ModelError: as the model's own `answer`.
            BudgetExhausted: the request may cost more than is left.
        """
        desk = self._desk
        key = answer_key(desk.info, desk.options, question)
        kept = await asyncio.wrap_future(desk.store.answer(key, lists_of(question)))
        if kept is not None:
            for attempt in kept[1]:
                listener(attempt)
            return kept[0]
        reply = await desk.model.answer(question, _Counter(desk, self._article, key, listener))
        # Shielded: a cancelled article's answer is paid for as well.
        await asyncio.shield(asyncio.wrap_future(desk.store.keep_answer(key, question.name, reply)))
        return reply

    async def close(self) -> None:
        """Nothing: the model is the run's."""


class _Counter:
    """A `Gate`: puts each request on the bill before it is sent, and what came of it after."""

    def __init__(self, desk: Desk, article: int | None, key: str, listener: Listener) -> None:
        self._desk = desk
        self._article = article
        self._key = key
        self._listener = listener
        self._open: int | None = None
        self._share: tuple[int, float | None] = (0, None)

    @asynccontextmanager
    async def request(self, question: Question) -> AsyncIterator[None]:
        """Wait for the request's turn, and put it on the bill."""
        desk = self._desk
        share = expected(desk.info, desk.options, question)
        async with desk.turn(*share):
            self._share = share
            opening = asyncio.ensure_future(
                asyncio.wrap_future(
                    desk.store.open_attempt(
                        desk.run, self._article, self._key, question.name, share, desk.budget
                    )
                )
            )
            try:
                self._open = await asyncio.shield(opening)
            except asyncio.CancelledError:
                # It is on the bill by now, and was never sent.
                desk.store.settle_attempt(await opening, Attempt(question.name, UNSENT, 0.0))
                raise
            yield

    def __call__(self, attempt: Attempt) -> None:
        """Take note of what came of the request."""
        self._listener(attempt)
        self._desk.attempts.append(attempt)
        self._desk.budget.count(attempt, self._share)
        if self._open is None:  # a model that asks no gate
            self._desk.store.add_attempt(self._desk.run, self._article, self._key, attempt)
        else:
            self._desk.store.settle_attempt(self._open, attempt)
            self._open = None


class KeepingModel:
    """A `Model` that keeps its answers in a store of its own, for articles that are in none.

    What the store holds is not asked again: a changed prompt or schema asks anew, a changed check
    does not. The store has the bill, and neither articles nor outcomes.
    """

    def __init__(self, model: Model, path: Path, options: Options) -> None:
        self._model = model
        self._options = options
        self._store = Store(path)
        self._starting = asyncio.Lock()
        self._keeping: KeptModel | None = None
        self.context_tokens = model.context_tokens
        self.answer_tokens = model.answer_tokens
        self.sequential = model.sequential
        self.by_sentence = model.by_sentence

    async def info(self) -> ModelInfo:
        """Say which model answers; may start it."""
        return await (await self._kept()).info()

    async def answer(self, question: Question, listener: Listener) -> Reply:
        """The kept answer with its attempts, or a new one; see `KeptModel`."""
        return await (await self._kept()).answer(question, listener)

    async def close(self) -> None:
        """Close the store and the model."""
        if self._keeping is not None:
            await asyncio.wrap_future(self._store.end_run(self._keeping.run, "finished"))
        await asyncio.to_thread(self._store.close)
        await self._model.close()

    async def _kept(self) -> KeptModel:
        async with self._starting:
            if self._keeping is None:
                info = await self._model.info()
                setup = describe_setup(self._model, info, self._options, ())
                number = await asyncio.wrap_future(self._store.setup(setup))
                run = await asyncio.wrap_future(self._store.begin_run(number))
                limits = Concurrency(1 if self._model.sequential else None)
                desk = Desk(self._store, self._model, info, self._options, run, limits, Budget())
                self._keeping = KeptModel(desk, None)
            return self._keeping


class KeptOnly:
    """A `Model` that asks nobody: answers of a setup come from the store, or there is none."""

    sequential = True

    def __init__(self, store: Store, description: dict[str, Any]) -> None:
        self._store = store
        self._options = Options(**description["options"])
        self._info = ModelInfo(
            description["model"], description["backend"], weights=description["weights"]
        )
        self.context_tokens = description["context_tokens"]
        self.answer_tokens = self._options.answer_tokens
        self.by_sentence = description["by_sentence"]
        self.missing = 0

    async def info(self) -> ModelInfo:
        """Say which model answered."""
        return self._info

    async def answer(self, question: Question, listener: Listener) -> Reply:
        """The kept answer.

        Raises:
            NotKept: there is none.
        """
        key = answer_key(self._info, self._options, question)
        kept = await asyncio.wrap_future(self._store.answer(key, lists_of(question)))
        if kept is None:
            self.missing += 1
            raise NotKept(f"the store holds no answer to {question.name!r}: run again to ask")
        for attempt in kept[1]:
            listener(attempt)
        return kept[0]

    async def close(self) -> None:
        """Nothing is open."""


class NotKept(ModelError):
    """The store holds no answer to a question, and nobody is to be asked."""

    retryable = True
