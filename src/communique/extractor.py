"""The extractor: takes an article the whole way, from its text to checked records."""

from __future__ import annotations

import asyncio
import threading
import weakref
from collections.abc import Callable, Coroutine, Iterable, Sequence
from concurrent.futures import CancelledError, Future
from contextlib import nullcontext
from pathlib import Path
from types import TracebackType
from typing import Any, Generic, TypeVar, overload

from communique.article import Article, read_article
from communique.errors import (
    CommuniqueError,
    ExtractionError,
    SettingsError,
)
from communique.extraction import Extraction
from communique.models.base import Model, Progress
from communique.models.choose import choose_model
from communique.options import Options
from communique.pipeline import extract_article
from communique.records import BUILT_IN
from communique.records.agreement import Agreement
from communique.records.base import Record
from communique.records.meeting import Meeting
from communique.records.shape import shape_of
from communique.records.visa import VisaPolicyStatement

R = TypeVar("R", bound=Record)
T = TypeVar("T")
Source = str | Path | Article
BuiltIn = Meeting | Agreement | VisaPolicyStatement


class Extractor(Generic[R]):
    """Extracts records from articles with one model; reusable, thread-safe, to be closed.

    Args:
        model: ``"local"``, ``"openai/NAME"``, ``"ollama/NAME"``, ``"azure/DEPLOYMENT"``, any name
            together with `base_url`, or an object that is a `Model`. Default: the environment's
            choice: COMMUNIQUE_MODEL, else OpenAI if OPENAI_API_KEY is set, else local.
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
        self._kinds = checked_kinds(records)
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
        self._ending: Callable[[], object] | None = None
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
            ending, self._loop, self._closed = self._ending, None, True
        if ending is not None:
            ending()

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
                thread = threading.Thread(
                    target=_run_loop, args=(ready,), name="communique", daemon=True
                )
                thread.start()
                self._loop = ready.result()
                # Forgotten, it ends with us or with the program; only the first end counts.
                self._ending = weakref.finalize(self, _end, self._model, self._loop, thread)
            return asyncio.run_coroutine_threadsafe(work, self._loop)

    async def _extract(self, article: Article, raise_on_failure: bool) -> Extraction[R]:
        async with self._turn if self._model.sequential else nullcontext():
            result: Extraction[R] = await extract_article(
                self._model, self._kinds, self._options, article, self._progress
            )
        if raise_on_failure and result.status != "complete":
            raise ExtractionError(_complaint(result), result)
        return result


def _run_loop(ready: Future[asyncio.AbstractEventLoop]) -> None:
    """Run a loop until it is stopped; the runner then ends what is left in it."""
    with asyncio.Runner() as runner:
        loop = runner.get_loop()
        ready.set_result(loop)
        loop.run_forever()


def _end(model: Model, loop: asyncio.AbstractEventLoop, thread: threading.Thread) -> None:
    """End what is under way in `loop`, close the model's connections, and end the loop's thread."""

    async def end() -> None:
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        try:
            # What is under way would ask again over new connections.
            await asyncio.gather(*others, return_exceptions=True)
            await model.close()
        finally:
            loop.stop()

    if not thread.is_alive():  # a forked process has none
        return
    ended = asyncio.run_coroutine_threadsafe(end(), loop)
    if thread is not threading.current_thread():
        thread.join()
        ended.result()


def checked_kinds(records: Iterable[type[Any]]) -> tuple[type[Record], ...]:
    """The kinds to extract, as far as they can be told apart.

    Raises:
        SettingsError: none, something that is no record, or two of one name.
    """
    kinds = tuple(records)
    if not kinds:
        raise SettingsError("records= is empty: name at least one kind of record")
    for kind in kinds:
        if not (isinstance(kind, type) and issubclass(kind, Record)) or kind is Record:
            raise SettingsError(
                f"records= holds {kind!r}, which is no subclass of communique.Record"
            )
        _check_names(kind)
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


# Names of other things beside the lists of records, in JSON, in tables and in answers.
_TAKEN = frozenset(
    "id status article articles published evidence rejected failures usage provenance problem "
    "corrections content_id origin duplicate_of finished".split()
)
_TAKEN_BY_COLUMNS = frozenset(("article", "record", "sentence", "more_sentences"))


def _check_names(kind: type[Record]) -> None:
    """Refuse names under which records or values would be lost in JSON or in tables."""
    if kind.plural in _TAKEN:
        raise SettingsError(
            f"{kind.__name__}: {kind.plural!r} is the name of something else in results; give the "
            "class another `plural`"
        )
    for field in shape_of(kind):
        if field.name in _TAKEN_BY_COLUMNS:
            raise SettingsError(
                f"{kind.__name__}.{field.name}: {field.name!r} is the name of something else in "
                "answers and tables; give the field another name"
            )
