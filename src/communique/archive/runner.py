"""The runner: takes articles from the store to their outcomes, as many at once as is good."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Literal

from communique.archive.batches import under_way
from communique.archive.billing import bill as bill_of
from communique.archive.billing import last_attempt
from communique.archive.done import Done, to_done
from communique.archive.identity import describe_setup
from communique.archive.kept import Desk, KeptModel
from communique.archive.limits import Concurrency, shared
from communique.archive.money import Budget
from communique.archive.pending import reopen
from communique.archive.state import Progress, RunState
from communique.archive.store import Store
from communique.archive.tasks import end_tasks, until
from communique.archive.terms import Again, Limits
from communique.article import Article
from communique.errors import (
    BudgetExhausted,
    CommuniqueError,
    SettingsError,
)
from communique.extraction import Extraction, Failure
from communique.models.base import Model
from communique.models.prices import cost
from communique.options import Options
from communique.pipeline import extract_article, failed
from communique.records.base import Record

Reason = Literal["finished", "interrupted", "budget", "quota", "failures", "fatal"]

_log = logging.getLogger(__name__)

_BEAT_SECONDS = 15.0
_SHOW_SECONDS = 1.0
# Another process has these articles: how often to look whether it is done with them, or dead.
_LOOK_AGAIN_SECONDS = 1.0
# Fewer failures than among so many articles are chance.
_FEWEST = 20
_FINISHED_WAITING = 64
# What is wrong with the account and not with the article.
_QUOTA = {"quota_exhausted", "rate_limited"}


@dataclass
class Runner:
    """One run over a store. Belongs to one event loop.

    `reason` tells how it ended, and `message` what to do about it.
    """

    store: Store
    model: Model
    kinds: tuple[type[Record], ...]
    options: Options
    limits: Limits
    progress: Progress | None = None
    again: Again | None = None
    state: RunState = field(default_factory=RunState)
    reason: Reason = "finished"
    message: str = ""
    run: int = 0
    setup: int = 0
    _desk: Desk | None = None
    stopping: asyncio.Event = field(default_factory=asyncio.Event)
    _freed: asyncio.Event = field(default_factory=asyncio.Event)
    tasks: set[asyncio.Task[None]] = field(default_factory=set)

    async def begin(self, *, batching: bool = False) -> None:
        """Start the model where need be, and enter the run into the store.

        Raises:
            SettingsError: a limit on money, and no price is known; batches are under way, and
                this is no run by batches; or what is to be asked again was asked in another way.
            WeightsError: the embedded model cannot be started.
        """
        info = await self.model.info()
        limits = self.limits
        if limits.max_cost is not None and cost(info.backend, info.name, 1000, 0, 1) is None:
            raise SettingsError(
                f"no price is known for {info.backend}/{info.name}, so max_cost cannot be kept: "
                "limit max_tokens instead"
            )
        description = describe_setup(self.model, info, self.options, self.kinds)
        self.setup = await asyncio.wrap_future(self.store.setup(description))
        if self.again is not None and self.again.setup != self.setup:
            raise SettingsError(
                "the model, the options or the questions are not those of the store's last run, "
                "so that all articles would be asked about: use `communique run` for that, or "
                "retry with the same model and version"
            )
        if not batching:
            await self._refuse_batches()
        if self.again is not None:
            await asyncio.wrap_future(
                self.store.do(partial(reopen, setup=self.setup, statuses=self.again.statuses))
            )
        self.run = await asyncio.wrap_future(self.store.begin_run(self.setup))
        if self.model.sequential:
            concurrency = Concurrency(1)
        elif limits.concurrency == "auto":
            concurrency = shared((info.backend, info.base_url, info.name))
        else:
            concurrency = Concurrency(limits.concurrency)
        self._desk = Desk(
            self.store,
            self.model,
            info,
            self.options,
            self.run,
            concurrency,
            await self.budget(),
            _rate(limits.requests_a_minute),
            _rate(limits.tokens_a_minute),
        )

    async def _refuse_batches(self) -> None:
        open_ = await asyncio.wrap_future(
            self.store.do(lambda connection: under_way(connection, self.setup, 0))
        )
        if open_:
            count = sum(batch.requests for batch in open_)
            raise SettingsError(
                f"{count} requests of this store are in batches under way: `communique run "
                "--batch` fetches their answers; asking now would pay for them twice"
            )

    async def budget(self) -> Budget:
        """What may still be spent, by the store's bill as it is now."""
        bill, since = await asyncio.wrap_future(
            self.store.do(lambda connection: (bill_of(connection), last_attempt(connection)))
        )
        return Budget(
            self.limits.max_tokens,
            self.limits.max_cost,
            tokens=bill.prompt_tokens
            + bill.completion_tokens
            + bill.lost_tokens
            + bill.waiting_tokens
            + bill.uncounted_tokens,
            spent=bill.cost + bill.lost_cost + bill.waiting_cost + bill.uncounted_cost,
            since=since,
        )

    def stop(self, reason: Reason, message: str = "") -> None:
        """Take no more articles; those under way have the grace period to end."""
        if not self.stopping.is_set():
            self.reason, self.message = reason, message
            self.stopping.set()
            self._freed.set()

    def hurry(self) -> None:
        """End articles under way at once, whatever is left of the grace period."""
        for task in self.tasks:
            task.cancel()

    async def outcomes(
        self, numbers: AsyncIterator[Sequence[int]]
    ) -> AsyncGenerator[tuple[Done, Extraction[Any] | None]]:
        """Work through articles; gives each outcome once it is in the store.

        With an outcome that the store had already comes no extraction.
        """
        finished: asyncio.Queue[tuple[Done, Extraction[Any] | None] | None] = asyncio.Queue(
            _FINISHED_WAITING
        )
        feeding = asyncio.create_task(self._feed(numbers, finished))
        beating = asyncio.create_task(self.keep_alive())
        try:
            while (outcome := await finished.get()) is not None:
                yield outcome
            await feeding
        except BaseException:
            self.stop("interrupted")
            raise
        finally:
            await end_tasks([feeding, beating, *self.tasks], finished)
            await self.end()

    async def _feed(
        self,
        numbers: AsyncIterator[Sequence[int]],
        finished: asyncio.Queue[tuple[Done, Extraction[Any] | None] | None],
    ) -> None:
        others: list[int] = []
        stopping = asyncio.create_task(self.stopping.wait())
        try:
            async for batch in until(numbers, stopping):
                others += await self._take(batch, finished)
            while others and not self.stopping.is_set():
                await asyncio.wait([stopping], timeout=_LOOK_AGAIN_SECONDS)
                others = await self._take(others, finished)
            await self._wait_for_tasks()
        except CommuniqueError as error:
            self.stop("fatal", str(error))
            await self._wait_for_tasks()
            raise
        finally:
            stopping.cancel()
            await finished.put(None)

    async def _take(
        self,
        batch: Sequence[int],
        finished: asyncio.Queue[tuple[Done, Extraction[Any] | None] | None],
    ) -> list[int]:
        """Begin with the articles of `batch`; gives those that another run is at work on."""
        others: list[int] = []
        # A few at a time: what is claimed and not begun is kept from other processes.
        for at in range(0, len(batch), 16):
            if self.stopping.is_set():
                break
            states = await asyncio.wrap_future(
                self.store.claim(batch[at : at + 16], self.setup, self.run)
            )
            mine = [number for number, state in states.items() if state == "mine"]
            try:
                articles = await asyncio.wrap_future(self.store.articles(mine))
            except Exception as error:  # the store holds what cannot be read
                self.stop("fatal", str(error))
                break
            texts = dict(zip(mine, articles, strict=True))
            for number, state in states.items():
                if state == "theirs":
                    others.append(number)
                elif state == "done":
                    done = await asyncio.wrap_future(self.store.outcome(number, self.setup))
                    if done is not None:
                        self.state.kept += 1
                        await finished.put((done, None))
                else:
                    await self._room()
                    if self.stopping.is_set():
                        break
                    task = asyncio.create_task(self._article(number, texts[number], finished))
                    self.tasks.add(task)
                    task.add_done_callback(self._free)
        return others

    def _free(self, task: asyncio.Task[None]) -> None:
        self.tasks.discard(task)
        self._freed.set()
        if not task.cancelled() and (error := task.exception()) is not None:
            self.stop("fatal", str(error))

    async def _room(self) -> None:
        """Wait until another article may begin: a few more than there are places for requests."""
        desk = self.desk
        while not self.stopping.is_set():
            most = desk.concurrency.limit + (0 if self.model.sequential else 2)
            if len(self.tasks) < most and desk.concurrency.resting == 0:
                return
            self._freed.clear()
            try:
                await asyncio.wait_for(self._freed.wait(), desk.concurrency.resting or None)
            except TimeoutError:
                continue

    async def _wait_for_tasks(self) -> None:
        while self.tasks:
            if self.stopping.is_set():
                await asyncio.wait(self.tasks, timeout=self.limits.grace_seconds)
                for task in self.tasks:
                    task.cancel()
                await asyncio.gather(*self.tasks, return_exceptions=True)
                return
            self._freed.clear()
            await self._freed.wait()

    async def _article(
        self,
        number: int,
        article: Article,
        finished: asyncio.Queue[tuple[Done, Extraction[Any] | None] | None],
    ) -> None:
        try:
            extraction = await self.extract(article, KeptModel(self.desk, number))
        except BudgetExhausted as error:
            self.stop("budget", str(error))
            return
        codes = {failure.error: failure.message for failure in extraction.failures}
        if "access_denied" in codes:
            self.stop("fatal", codes["access_denied"])
            return
        for code in _QUOTA & codes.keys():
            self.stop("quota", codes[code])
            return
        await finished.put((await self.finish(number, extraction), extraction))

    async def extract(self, article: Article, model: Model) -> Extraction[Any]:
        """What `model` gives for `article`; what goes wrong in it is in the extraction."""
        try:
            async with asyncio.timeout(self.limits.article_seconds):
                return await extract_article(model, self.kinds, self.options, article)
        except TimeoutError:
            return self._whole_failure(
                article,
                "deadline_exceeded",
                f"it took longer than {self.limits.article_seconds:g} s; raise article_seconds",
            )
        except CommuniqueError:
            raise
        except Exception as error:
            # A mistake of ours in one article may not end the run; the answers are kept.
            _log.exception("article %s", article.label)
            return self._whole_failure(
                article,
                "internal",
                f"a mistake in communique ({type(error).__name__}): please report it; "
                "`communique recheck` reads the kept answers again once it is mended",
            )

    async def finish(self, number: int, extraction: Extraction[Any]) -> Done:
        """Keep an article's outcome, and count it."""
        done = to_done(number, extraction)
        await asyncio.wrap_future(self.store.finish(self.setup, done))
        self._count(done)
        return done

    def _whole_failure(self, article: Article, code: str, message: str) -> Extraction[Any]:
        failure = Failure("article", (0, 0), code, message, retryable=True)
        return failed(article, self.desk.info, self.kinds, failure)

    def _count(self, done: Done) -> None:
        state = self.state
        state.done += 1
        setattr(state, done.status, getattr(state, done.status) + 1)
        state.records += done.records
        state.rejected += done.rejected
        self._show()
        share = self.limits.fail_over
        if share is not None and state.failed > share * max(state.done, _FEWEST):
            self.stop(
                "failures",
                f"{state.failed} of {state.done} articles failed, more than {share:.0%}: see "
                "`communique status`",
            )

    def _show(self) -> None:
        desk, state = self._desk, self.state
        if desk is None:
            return
        for attempt in desk.attempts:
            state.calls += 1
            state.refused += attempt.outcome == "rate_limited"
            state.prompt_tokens += attempt.prompt_tokens
            state.completion_tokens += attempt.completion_tokens
            state.cost += attempt.cost or 0.0
            state.priced = state.priced and not (attempt.prompt_tokens and attempt.cost is None)
        desk.attempts.clear()
        state.concurrency = desk.concurrency.limit
        if self.progress is not None:
            self.progress.update(state)

    async def end(self) -> None:
        """End the run in the store, and show how far it came."""
        await asyncio.wrap_future(self.store.end_run(self.run, self.reason))
        self._show()

    async def keep_alive(self) -> None:
        """Show how far the run is, and give signs of life, until cancelled."""
        beaten = 0.0
        while True:
            self._show()
            await asyncio.sleep(_SHOW_SECONDS)
            beaten += _SHOW_SECONDS
            if beaten >= _BEAT_SECONDS:
                beaten = 0.0
                await asyncio.wrap_future(self.store.beat(self.run))

    @property
    def desk(self) -> Desk:
        """What all articles share."""
        if self._desk is None:
            raise RuntimeError("begin() comes first")
        return self._desk


def _rate(a_minute: float | None) -> Any:
    if a_minute is None:
        return None
    from aiolimiter import AsyncLimiter

    # It lets through nothing that is more than its whole rate.
    return AsyncLimiter(a_minute, 60) if a_minute >= 1 else AsyncLimiter(1, 60 / a_minute)
