"""The extractor: takes an article the whole way, from its text to checked records."""

from __future__ import annotations

import asyncio
import datetime as dt
import threading
from collections.abc import Callable, Coroutine, Iterable, Sequence
from concurrent.futures import CancelledError, Future
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import TracebackType
from typing import Any, Generic, TypeVar, cast, overload

from communique import prompting
from communique._version import __version__
from communique.answers import Item, read_answer, read_corrections
from communique.article import Article, read_article
from communique.checking import Checked, check, correct
from communique.errors import (
    AccessDenied,
    CommuniqueError,
    ConnectionFailed,
    ExtractionError,
    ModelError,
    QuotaExhausted,
    SettingsError,
)
from communique.extraction import Extraction, Failure, Provenance, Rejection, Status, Usage
from communique.merging import merge
from communique.models.base import Attempt, Model
from communique.models.choose import choose_model
from communique.options import Options
from communique.passages import Passage, split
from communique.records import BUILT_IN
from communique.records.agreement import Agreement
from communique.records.base import Record
from communique.records.cues import candidates
from communique.records.meeting import Meeting
from communique.records.shape import shape_of
from communique.records.visa import VisaPolicyStatement
from communique.values.reading import Reading
from communique.windows import estimate_tokens, windows

R = TypeVar("R", bound=Record)
T = TypeVar("T")
Source = str | Path | Article
BuiltIn = Meeting | Agreement | VisaPolicyStatement
Progress = Callable[[str, int, int], None]

# Failures after which asking the same server another question is no use.
_HOPELESS = (AccessDenied, QuotaExhausted, ConnectionFailed)
# A repair question repeats the failing entries and reasons; this much of the context is for it.
_REPAIR_TOKENS = 900
_MOST_PROBLEMS = 16
# A long article has many windows; a server should not get them all in one breath.
_AT_ONCE = 8


class Extractor(Generic[R]):
    """Extracts records from articles with one model; reusable, thread-safe, to be closed.

    Args:
        model: ``"local"``, ``"openai/NAME"``, ``"ollama/NAME"``, ``"azure/DEPLOYMENT"``, any name
            together with `base_url`, or an object that is a `Model`. Default: the environment's
            choice, see the README.
        records: the kinds of records to look for.
        base_url: address of an OpenAI-compatible server.
        api_key: its key.
        options: how to ask.
        progress: told what is going on: a stage, how much is done, how much there is.

    Raises:
        SettingsError: an argument or environment variable cannot be used.
    """

    @overload
    def __init__(
        self: Extractor[BuiltIn],
        model: str | Model | None = None,
        *,
        base_url: str | None = None,
        api_key: str | None = None,
        options: Options | None = None,
        progress: Progress | None = None,
    ) -> None: ...

    @overload
    def __init__(
        self,
        model: str | Model | None = None,
        *,
        records: Sequence[type[R]],
        base_url: str | None = None,
        api_key: str | None = None,
        options: Options | None = None,
        progress: Progress | None = None,
    ) -> None: ...

    @overload
    def __init__(
        self: Extractor[Record],
        model: str | Model | None = None,
        *,
        records: Iterable[type[Record]],
        base_url: str | None = None,
        api_key: str | None = None,
        options: Options | None = None,
        progress: Progress | None = None,
    ) -> None: ...

    def __init__(
        self,
        model: str | Model | None = None,
        *,
        records: Iterable[type[Any]] = BUILT_IN,
        base_url: str | None = None,
        api_key: str | None = None,
        options: Options | None = None,
        progress: Progress | None = None,
    ) -> None:
        self._kinds = _checked_kinds(records)
        self._options = options or Options()
        self._progress = progress
        if model is None or isinstance(model, str):
            self._model: Model = choose_model(
                model,
                base_url=base_url,
                api_key=api_key,
                options=self._options,
                progress=progress,
            )
        else:
            self._model = model
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._lock = threading.Lock()
        self._closed = False
        # Where questions go one by one, articles do too: each finds its own prefix still cached.
        self._turn = asyncio.Semaphore(1)

    def extract(self, article: Source, *, raise_on_failure: bool = True) -> Extraction[R]:
        """Extract the records of one article. Works inside a running event loop too.

        Raises:
            InputError: the article cannot be read.
            WeightsError: the embedded model cannot be started.
            ExtractionError: the extraction is partial or failed; its `result` holds what there
                is. With ``raise_on_failure=False`` that result is returned instead.
        """
        read = read_article(article)
        future = self._submit(self._extract(read, raise_on_failure))
        try:
            return future.result()
        except CancelledError:
            raise CommuniqueError(
                f"the Extractor was closed while it read article {read.label}; extract it again "
                "with a new one"
            ) from None
        except BaseException:
            future.cancel()
            raise

    async def aextract(self, article: Source, *, raise_on_failure: bool = True) -> Extraction[R]:
        """`extract` for asyncio; cancelling it cancels the requests."""
        return await asyncio.wrap_future(
            self._submit(self._extract(read_article(article), raise_on_failure))
        )

    def close(self) -> None:
        """Close connections and end the background thread. May be called twice."""
        with self._lock:
            loop, thread = self._loop, self._thread
            self._loop, self._thread, self._closed = None, None, True
        if loop is not None and thread is not None:
            asyncio.run_coroutine_threadsafe(self._model.close(), loop).result()
            loop.call_soon_threadsafe(loop.stop)
            thread.join()

    def __enter__(self) -> Extractor[R]:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _submit(self, work: Coroutine[Any, Any, T]) -> Future[T]:
        """Run `work` in a loop of our own, so that callers may have a running loop or none."""
        with self._lock:
            if self._closed:
                work.close()
                raise SettingsError("this Extractor is closed: make a new one")
            if self._loop is None:
                ready: Future[asyncio.AbstractEventLoop] = Future()
                # A daemon: a program that forgets to close us still ends.
                self._thread = threading.Thread(
                    target=_run_loop, args=(ready,), name="communique", daemon=True
                )
                self._thread.start()
                self._loop = ready.result()
            return asyncio.run_coroutine_threadsafe(work, self._loop)

    async def _extract(self, article: Article, raise_on_failure: bool) -> Extraction[R]:
        reading = Reading(article, split(article))
        info = await self._model.info()
        run = _Run(self._model, self._kinds, self._options, reading, self._progress)
        async with self._turn if self._model.sequential else nullcontext():
            await run.ask_all()
        records = run.settled()
        result: Extraction[R] = Extraction(
            article=article,
            status=run.status,
            records=cast("tuple[R, ...]", records),
            rejected=tuple(run.rejected),
            failures=tuple(run.failures),
            usage=Usage(tuple(run.attempts)),
            provenance=Provenance(
                model=info.name,
                backend=info.backend,
                base_url=info.base_url,
                weights=info.weights,
                prompt=prompting.prompt_digest(self._kinds),
                schema=prompting.schemas_digest(self._kinds),
                version=__version__,
                created=dt.datetime.now(dt.UTC),
            ),
            published=reading.published,
            kinds=cast("tuple[type[R], ...]", self._kinds),
        )
        if raise_on_failure and result.status != "complete":
            raise ExtractionError(_complaint(result), result)
        return result


@dataclass
class _Run:
    """One article's questions and what has come of them so far."""

    model: Model
    kinds: tuple[type[Record], ...]
    options: Options
    reading: Reading
    progress: Progress | None
    records: list[Record] = field(default_factory=list)
    rejected: list[Rejection] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    attempts: list[Attempt] = field(default_factory=list)
    answered: int = 0
    done: int = 0
    total: int = 0
    hopeless: ModelError | None = None

    @property
    def status(self) -> Status:
        if not self.answered and self.failures:
            return "failed"
        return "partial" if self.failures else "complete"

    async def ask_all(self) -> None:
        """Ask each question about each window."""
        groups = [self.kinds] if self.options.combined else [(kind,) for kind in self.kinds]
        # A dateline tells of no event, and its date would be given to all of them.
        shown = [p for p in self.reading.passages if not self.reading.in_dateline(p.span)]
        parts = windows(shown or self.reading.passages, self._window_budget())
        questions = [
            (told, part)
            for part in parts
            for group in groups
            if (told := tuple(kind for kind in group if candidates(kind, part)))
        ]
        self.total = len(questions)
        if self.model.sequential:
            for group, part in questions:
                await self._ask(group, part)
        else:
            places = asyncio.Semaphore(_AT_ONCE)

            async def ask(group: tuple[type[Record], ...], part: tuple[Passage, ...]) -> None:
                async with places:
                    await self._ask(group, part)

            await asyncio.gather(*(ask(group, part) for group, part in questions))

    def _window_budget(self) -> int:
        fixed = estimate_tokens(prompting.system_message(self.kinds)) + max(
            estimate_tokens(
                prompting.ask((kind,), self.reading, (), self.kinds).messages[1]["content"]
            )
            for kind in self.kinds
        )
        room = self.model.context_tokens - self.model.answer_tokens - fixed - _REPAIR_TOKENS
        if room < 200:
            raise SettingsError(
                f"the model's context of {self.model.context_tokens} tokens has no room for an "
                "article beside the questions and the answer: lower Options.answer_tokens, ask for "
                "fewer kinds of records, or use a model with a larger context"
            )
        return min(room, self.options.window_tokens or room)

    async def _ask(self, kinds: tuple[type[Record], ...], passages: tuple[Passage, ...]) -> None:
        question = prompting.ask(kinds, self.reading, passages, self.kinds)
        self._tell(f"asking for {question.name}")
        try:
            if self.hopeless is not None:
                raise self.hopeless
            reply = await self.model.answer(question, self.attempts.append)
        except ModelError as error:
            self._fail(question.name, passages, error)
        else:
            self.answered += 1
            answer = read_answer(reply, kinds)
            if answer.cut:
                self._failed(question.name, passages, "truncated", _CUT)
            for kind, number, text in answer.broken:
                self._failed(question.name, passages, "malformed_item", "an entry is no object")
                self.rejected.append(
                    Rejection(kind.kind, number, "", text, "malformed", "not an object", "record")
                )
            for kind in kinds:
                items = [item for item in answer.items if item.kind is kind]
                await self._check(kind, items, passages)
        self.done += 1
        self._tell(f"asked for {question.name}")

    async def _check(
        self, kind: type[Record], items: Sequence[Item], passages: tuple[Passage, ...]
    ) -> None:
        results = [check(item, self.reading, passages) for item in items]
        if self.options.repair and any(p.repairable for r in results for p in r.problems):
            results = await self._repair(kind, results, passages)
        for result in results:
            if result.record is not None:
                self.records.append(result.record)
            self._reject(result)

    async def _repair(
        self, kind: type[Record], results: list[Checked], passages: tuple[Passage, ...]
    ) -> list[Checked]:
        """Send what fails back once, with the reasons, and check what comes in its place."""
        failing = [
            (index, problem)
            for index, result in enumerate(results)
            for problem in result.problems
            if problem.repairable
        ][:_MOST_PROBLEMS]
        entries = {results[i].item.number: results[i].item.data for i, _ in failing}
        question = prompting.repair(
            kind,
            self.reading,
            passages,
            self.kinds,
            entries,
            [
                prompting.Problem(results[i].item.number, p.path, p.value, p.detail)
                for i, p in failing
            ],
        )
        self._tell(f"asking for {question.name}")
        try:
            reply = await self.model.answer(question, self.attempts.append)
        except ModelError as error:
            self._fail(question.name, passages, error)
            return results
        corrections = read_corrections(reply, len(failing))
        repaired = list(results)
        for index, result in enumerate(results):
            values = {
                problem.path: corrections[number]
                for number, (i, problem) in enumerate(failing, start=1)
                if i == index and number in corrections
            }
            if values:
                again = check(correct(result.item, values), self.reading, passages)
                open_paths = {problem.path for problem in again.problems}
                # A value that the model takes back is lost like one that fails twice: it is told.
                withdrawn = tuple(
                    p
                    for p in result.problems
                    if values.get(p.path, "") is None and p.path not in open_paths
                )
                repaired[index] = replace(again, problems=(*again.problems, *withdrawn))
        return repaired

    def _reject(self, result: Checked) -> None:
        lost = result.record is None
        for problem in result.problems:
            self.rejected.append(
                Rejection(
                    kind=result.item.kind.kind,
                    item=result.item.number,
                    field=problem.path,
                    value=problem.value,
                    reason=problem.reason,
                    detail=problem.detail,
                    scope="record" if lost and problem.fatal else "value",
                )
            )

    def settled(self) -> tuple[Record, ...]:
        """The records, each event once; what is no record even with all that is told of it goes.

        Called once, when all questions are answered.
        """
        kept = []
        for record in merge(self.records):
            fault = record.fault()
            if fault is None:
                kept.append(record)
            else:
                said = " ".join(span.text for span in record.evidence)[:300]
                self.rejected.append(
                    Rejection(record.kind, 0, "", said, "no_such_event", fault, "record")
                )
        return tuple(kept)

    def _fail(self, name: str, passages: tuple[Passage, ...], error: ModelError) -> None:
        if isinstance(error, _HOPELESS):
            self.hopeless = error
        self._failed(name, passages, error.code, str(error), error.retryable)

    def _failed(
        self,
        name: str,
        passages: tuple[Passage, ...],
        code: str,
        message: str,
        retryable: bool = False,
    ) -> None:
        sentences = (passages[0].number, passages[-1].number)
        self.failures.append(Failure(name, sentences, code, message, retryable))

    def _tell(self, stage: str) -> None:
        if self.progress:
            self.progress(stage, self.done, self.total)


def _run_loop(ready: Future[asyncio.AbstractEventLoop]) -> None:
    """Run a loop until it is stopped; the runner then ends what is left in it."""
    with asyncio.Runner() as runner:
        loop = runner.get_loop()
        ready.set_result(loop)
        loop.run_forever()


_CUT = (
    "the token limit cut the answer; entries after the cut are missing. Raise "
    "Options.answer_tokens or lower Options.window_tokens"
)


def _checked_kinds(records: Iterable[type[Any]]) -> tuple[type[Record], ...]:
    kinds = tuple(records)
    if not kinds:
        raise SettingsError("records= is empty: name at least one kind of record")
    for kind in kinds:
        if not (isinstance(kind, type) and issubclass(kind, Record)) or kind is Record:
            raise SettingsError(
                f"records= holds {kind!r}, which is no subclass of communique.Record"
            )
        shape_of(kind)
    for name in ("kind", "plural"):
        names = [getattr(kind, name) for kind in kinds]
        if len(set(names)) < len(names):
            raise SettingsError(f"two of the records have the same {name}: {', '.join(names)}")
    return kinds


def _complaint(result: Extraction[Any]) -> str:
    first = result.failures[0]
    more = f" (and {len(result.failures) - 1} more)" if len(result.failures) > 1 else ""
    return (
        f"extraction of article {result.article.label} is {result.status}: {first.question}: "
        f"{first.message}{more}. What was found is in the error's .result; "
        "raise_on_failure=False returns it instead"
    )


@overload
def extract(
    article: Source,
    *,
    model: str | Model | None = None,
    base_url: str | None = None,
    api_key: str | None = None,
    options: Options | None = None,
    raise_on_failure: bool = True,
) -> Extraction[BuiltIn]: ...


@overload
def extract(
    article: Source,
    *,
    records: Sequence[type[R]],
    model: str | Model | None = None,
    base_url: str | None = None,
    api_key: str | None = None,
    options: Options | None = None,
    raise_on_failure: bool = True,
) -> Extraction[R]: ...


@overload
def extract(
    article: Source,
    *,
    records: Iterable[type[Record]],
    model: str | Model | None = None,
    base_url: str | None = None,
    api_key: str | None = None,
    options: Options | None = None,
    raise_on_failure: bool = True,
) -> Extraction[Record]: ...


def extract(
    article: Source,
    *,
    records: Iterable[type[Any]] = BUILT_IN,
    model: str | Model | None = None,
    base_url: str | None = None,
    api_key: str | None = None,
    options: Options | None = None,
    raise_on_failure: bool = True,
) -> Extraction[Any]:
    """Extract the records of one article: its text, a path to it, or an `Article`.

    For the arguments and errors see `Extractor` and `Extractor.extract`. For more than one
    article make an `Extractor` and use it again.
    """
    with Extractor(
        model, records=records, base_url=base_url, api_key=api_key, options=options
    ) as extractor:
        return extractor.extract(article, raise_on_failure=raise_on_failure)


@overload
async def aextract(
    article: Source,
    *,
    model: str | Model | None = None,
    base_url: str | None = None,
    api_key: str | None = None,
    options: Options | None = None,
    raise_on_failure: bool = True,
) -> Extraction[BuiltIn]: ...


@overload
async def aextract(
    article: Source,
    *,
    records: Sequence[type[R]],
    model: str | Model | None = None,
    base_url: str | None = None,
    api_key: str | None = None,
    options: Options | None = None,
    raise_on_failure: bool = True,
) -> Extraction[R]: ...


@overload
async def aextract(
    article: Source,
    *,
    records: Iterable[type[Record]],
    model: str | Model | None = None,
    base_url: str | None = None,
    api_key: str | None = None,
    options: Options | None = None,
    raise_on_failure: bool = True,
) -> Extraction[Record]: ...


async def aextract(
    article: Source,
    *,
    records: Iterable[type[Any]] = BUILT_IN,
    model: str | Model | None = None,
    base_url: str | None = None,
    api_key: str | None = None,
    options: Options | None = None,
    raise_on_failure: bool = True,
) -> Extraction[Any]:
    """`extract` for asyncio."""
    with Extractor(
        model, records=records, base_url=base_url, api_key=api_key, options=options
    ) as extractor:
        return await extractor.aextract(article, raise_on_failure=raise_on_failure)


__all__ = ["CommuniqueError", "Extractor", "aextract", "extract"]
