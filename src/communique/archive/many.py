"""`extract_many` and `aextract_many`: many articles, one outcome each."""

from __future__ import annotations

import asyncio
import queue
import tempfile
import threading
from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator, Generator, Iterable
from contextlib import ExitStack, aclosing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal, TypeVar, cast, overload

from communique.archive.done import from_done
from communique.archive.intake import Source, in_groups
from communique.archive.outcome import Outcome
from communique.archive.outcomes import Outcomes
from communique.archive.runner import Runner
from communique.archive.state import Progress
from communique.archive.store import Store
from communique.archive.tasks import end_tasks
from communique.archive.terms import Limits
from communique.errors import ArchiveStopped, SettingsError
from communique.extraction import Extraction
from communique.extractor import BuiltIn, checked_kinds
from communique.formats.reading import Entry
from communique.models.base import Model
from communique.models.choose import choose_model
from communique.options import Options
from communique.records import BUILT_IN
from communique.records.base import Record

R = TypeVar("R", bound=Record)
Order = Literal["completion", "input"]
Sources = Iterable[Source] | AsyncIterable[Source]

_CLASH = (
    "another text has the id {name!r} already, in this input or in the store: give each article "
    "an id of its own"
)
_AHEAD = 64
_LEAD = 512


@overload
def aextract_many(
    articles: Sources,
    *,
    model: str | Model | None = None,
    store: str | Path | Store | None = None,
    base_url: str | None = None,
    api_key: str | None = None,
    options: Options | None = None,
    limits: Limits | None = None,
    order: Order = "completion",
    progress: Progress | None = None,
) -> AsyncGenerator[Outcome[BuiltIn]]: ...


@overload
def aextract_many(
    articles: Sources,
    *,
    records: Iterable[type[R]],
    model: str | Model | None = None,
    store: str | Path | Store | None = None,
    base_url: str | None = None,
    api_key: str | None = None,
    options: Options | None = None,
    limits: Limits | None = None,
    order: Order = "completion",
    progress: Progress | None = None,
) -> AsyncGenerator[Outcome[R]]: ...


async def aextract_many(
    articles: Sources,
    *,
    records: Iterable[type[Any]] = BUILT_IN,
    model: str | Model | None = None,
    store: str | Path | Store | None = None,
    base_url: str | None = None,
    api_key: str | None = None,
    options: Options | None = None,
    limits: Limits | None = None,
    order: Order = "completion",
    progress: Progress | None = None,
) -> AsyncGenerator[Outcome[Any]]:
    """`extract_many` for asyncio; `articles` may be an async iterable too."""
    if order not in ("completion", "input"):
        raise SettingsError(f'order must be "completion" or "input", not {order!r}')
    kinds = checked_kinds(records)
    options = options or Options()
    chosen = (
        choose_model(model, base_url=base_url, api_key=api_key, options=options)
        if model is None or isinstance(model, str)
        else model
    )
    with ExitStack() as stack:
        if store is None:
            folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="communique-"))
            store = Path(folder) / "run.db"
        if not isinstance(store, Store):
            store = stack.enter_context(Store(store))
        runner = Runner(store, chosen, kinds, options, limits or Limits(), progress)
        try:
            await runner.begin()
            async with aclosing(_Counter(runner).outcomes(articles, order)) as outcomes:
                async for outcome in outcomes:
                    yield outcome
        finally:
            await chosen.close()
    if runner.reason != "finished":
        raise ArchiveStopped(
            f"the run ended before all articles were done ({runner.reason}): {runner.message}. "
            "What is done is in the store; with the same store it goes on",
            runner.reason,
        )


@overload
def extract_many(
    articles: Iterable[Source],
    *,
    model: str | Model | None = None,
    store: str | Path | Store | None = None,
    base_url: str | None = None,
    api_key: str | None = None,
    options: Options | None = None,
    limits: Limits | None = None,
    order: Order = "completion",
    progress: Progress | None = None,
) -> Outcomes[BuiltIn]: ...


@overload
def extract_many(
    articles: Iterable[Source],
    *,
    records: Iterable[type[R]],
    model: str | Model | None = None,
    store: str | Path | Store | None = None,
    base_url: str | None = None,
    api_key: str | None = None,
    options: Options | None = None,
    limits: Limits | None = None,
    order: Order = "completion",
    progress: Progress | None = None,
) -> Outcomes[R]: ...


def extract_many(  # noqa: D417  # the settings are those of the overloads
    articles: Iterable[Source], *, order: Order = "completion", **settings: Any
) -> Outcomes[Any]:
    """Extract the records of many articles, as they come, in bounded memory.

    Gives an iterator; its `all` has everything in memory, with tables and a report.

    Each article gives exactly one `Outcome`; an unreadable one and one whose id stands for
    another text give one with a `problem`. A text that comes twice is asked about once and
    reported twice. What is not taken from the iterator is not asked about: a few articles ahead at
    most.

    Args:
        articles: texts, paths or `Article` objects; read in a thread of its own as they are needed.
        store: a file that keeps answers, outcomes and the bill: with the same one, a later run
            asks only what is missing. Default: one for this run alone.
        limits: concurrency, rates, money and time.
        order: ``completion``, or ``input`` for the order of `articles`.
        progress: shows how far the run is.

    For the other arguments see `Extractor`.

    Raises:
        SettingsError: an argument cannot be used.
        StoreError: the store cannot be used.
        ArchiveStopped: a limit, the quota or a refused key ended the run; it can go on later.
    """
    return Outcomes(_in_a_thread(articles, order, settings))


def _in_a_thread(
    articles: Iterable[Source], order: Order, settings: dict[str, Any]
) -> Generator[Outcome[Any]]:
    """The outcomes of a run in a loop of its own, so that callers may have one or none."""
    handed: queue.Queue[Outcome[Any] | BaseException | None] = queue.Queue(_AHEAD)
    over = threading.Event()
    started: list[tuple[asyncio.AbstractEventLoop, asyncio.Task[None]]] = []

    async def work() -> None:
        loop = asyncio.get_running_loop()
        started.append((loop, cast("asyncio.Task[None]", asyncio.current_task())))
        results = aextract_many(articles, order=order, **settings)
        async with aclosing(results):
            async for outcome in results:
                while not over.is_set():
                    try:
                        handed.put_nowait(outcome)
                        break
                    except queue.Full:
                        await asyncio.sleep(0.02)

    def run() -> None:
        end: BaseException | None = None
        try:
            asyncio.run(work())
        except asyncio.CancelledError:
            pass
        except BaseException as error:  # it is raised in the caller's thread
            end = error
        while not over.is_set():
            try:
                handed.put(end, timeout=0.1)
                return
            except queue.Full:
                continue

    thread = threading.Thread(target=run, name="communique-archive", daemon=True)
    thread.start()
    try:
        while True:
            item = handed.get()
            if item is None:
                return
            if isinstance(item, BaseException):
                raise item
            yield item
    finally:
        over.set()
        for loop, task in started:
            if not loop.is_closed():
                loop.call_soon_threadsafe(task.cancel)
        thread.join()


@dataclass(frozen=True, slots=True)
class _Landed:
    """An outcome that is ready: for an article in the store its number, else its problem."""

    place: int
    entry: Entry
    number: int | None = None
    first: str | None = None
    differs: bool = False
    problem: str | None = None
    kept: bool = False
    extraction: Extraction[Any] | None = None


class _Counter:
    """Takes articles in, and hands each one's outcome out once."""

    def __init__(self, runner: Runner) -> None:
        self._runner = runner
        self._taken = 0
        self._waiting: dict[int, list[_Landed]] = {}
        self._landed: asyncio.Queue[_Landed | None] = asyncio.Queue(_AHEAD)
        self._given = 0
        self._moved = asyncio.Event()
        self._lead: int | None = None

    async def outcomes(self, articles: Sources, order: Order) -> AsyncGenerator[Outcome[Any]]:
        """The outcomes, each as soon as it is there or as soon as it is its turn."""
        # In the order of input, what is ahead of a slow article waits in memory.
        self._lead = _LEAD if order == "input" else None
        pumping = asyncio.create_task(self._pump(articles))
        early: dict[int, _Landed] = {}
        try:
            while (landed := await self._landed.get()) is not None:
                if order == "completion":
                    yield await self._outcome(landed)
                    continue
                # What has to wait is read from the store again when it is its turn.
                ahead = landed.place != self._given and landed.number is not None
                early[landed.place] = replace(landed, extraction=None) if ahead else landed
                while self._given in early:
                    yield await self._outcome(early.pop(self._given))
                    self._given += 1
                    self._moved.set()
            await pumping
        finally:
            await end_tasks([pumping], self._landed)

    async def _pump(self, articles: Sources) -> None:
        try:
            async with aclosing(self._runner.outcomes(self._numbers(articles))) as results:
                async for done, extraction in results:
                    kept = extraction is None
                    for landed in self._waiting.pop(done.article, ()):
                        await self._landed.put(replace(landed, kept=kept, extraction=extraction))
        finally:
            await self._landed.put(None)

    async def _numbers(self, articles: Sources) -> AsyncIterator[list[int]]:
        """The articles' numbers in the store; what has none is told at once."""
        async for entries in in_groups(articles):
            while self._lead is not None and self._taken - self._given > self._lead:
                self._moved.clear()
                await self._moved.wait()
            numbers: list[int] = []
            added = await asyncio.wrap_future(self._runner.store.add(entries))
            for entry, each in zip(entries, added, strict=True):
                place = self._taken
                self._taken += 1
                problem = entry.problem
                if each.state == "clash":
                    problem = _CLASH.format(name=entry.name)
                if each.article is None:
                    await self._landed.put(_Landed(place, entry, problem=problem))
                    continue
                first = each.first if each.first != entry.name else None
                landed = _Landed(place, entry, each.article, first, each.differs)
                if each.article in self._waiting:
                    landed = replace(landed, first=each.first)
                    self._waiting[each.article].append(landed)
                else:
                    self._waiting[each.article] = [landed]
                    numbers.append(each.article)
            yield numbers

    async def _outcome(self, landed: _Landed) -> Outcome[Any]:
        """The outcome for the caller, its spans pointing into the article that it holds."""
        store, article = self._runner.store, landed.entry.article
        extraction = landed.extraction
        if landed.number is not None and article is not None:
            if landed.differs:
                (article,) = await asyncio.wrap_future(store.articles([landed.number]))
            if extraction is not None:
                extraction = replace(extraction, article=article)
            else:
                done = await asyncio.wrap_future(store.outcome(landed.number, self._runner.setup))
                if done is not None:
                    extraction = from_done(done, article, self._runner.kinds)
        return Outcome(landed.entry.name, extraction, landed.problem, landed.first, landed.kept)
