"""The intake: entries into the store, from files or in the groups in which they come."""

from __future__ import annotations

import asyncio
import itertools
import queue
import threading
from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from communique.archive.sources import (
    SourceFile,
    beginning_of,
    forget_problems,
    is_known,
    is_read,
    keep_in_memory,
)
from communique.archive.store import Store
from communique.article import Article, read_article
from communique.errors import InputError
from communique.formats.reading import ArchiveFile, Entry
from communique.formats.rows import Columns, encodable

Source = str | Path | Article
_GROUP = 64
_FILE_GROUP = 512
_END = object()
# KiB of the store that SQLite keeps in memory; otherwise its own default.
_WHILE_READING, _OTHERWISE = 32_000, 2_000


def entry_of(source: Source) -> Entry:
    """The entry for something that `extract` takes; one that cannot be read has a problem."""
    origin = str(source) if isinstance(source, Path) else "memory"
    try:
        article = read_article(source)
    except InputError as error:
        if isinstance(source, Article):
            name = source.label
        elif isinstance(source, Path):
            name = source.stem
        else:
            name = Article.model_construct(text=str(source)).content_id
        return Entry(name, origin, None, str(error))
    return Entry(article.label, origin, article)


@dataclass
class Intake:
    """What came of reading an archive. Counts are of entries; `new` ones are new articles."""

    new: int = 0
    known: int = 0
    unreadable: int = 0
    clashes: list[str] = field(default_factory=list)
    unchanged_files: int = 0


def take_in(
    store: Store,
    files: Iterable[ArchiveFile],
    columns: Columns,
) -> Intake:
    """Read archives into the store, one group of articles at a time.

    A file that was read to its end before and has not changed since is not read again; of one of
    JSON lines that only grew, what was added.

    Raises:
        InputError: ids stand for other texts already; the other articles are taken in.
    """
    intake = Intake()
    # Each article is looked up: the indexes of a large store are then to be in memory.
    store.do(keep_in_memory(_WHILE_READING)).result()
    try:
        for file in files:
            _take_in_file(store, file, columns, intake)
    finally:
        store.do(keep_in_memory(_OTHERWISE)).result()
    if intake.clashes:
        listed = ", ".join(intake.clashes[:5])
        more = f" and {len(intake.clashes) - 5} more" if len(intake.clashes) > 5 else ""
        raise InputError(
            f"{len(intake.clashes)} ids stand for other texts in the store or earlier in the input:"
            f" {listed}{more}. Nothing was asked: give each article an id of its own, or name "
            "another column with --columns id=NAME"
        )
    return intake


def _take_in_file(
    store: Store,
    file: ArchiveFile,
    columns: Columns,
    intake: Intake,
) -> None:
    found = _found(file, columns)
    if found and store.do(is_known(found)).result():
        intake.unchanged_files += 1
        return
    lines = None
    if found:
        lines = file.lines(store.do(beginning_of(found)).result())
        # What could not be read of it before is read again.
        store.do(forget_problems(str(file.path))).result()
    clashes, unreadable = len(intake.clashes), intake.unreadable
    for group in _grouped(file.entries(columns, lines)):
        for entry, added in zip(group, store.add(group).result(), strict=True):
            if added.state == "clash":
                intake.clashes.append(f"{entry.name} ({entry.origin})")
            elif entry.article is None:
                intake.unreadable += 1
            elif added.state == "new":
                intake.new += 1
            else:
                intake.known += 1
    intake.known += lines.passed if lines else 0
    sound = len(intake.clashes) == clashes and intake.unreadable == unreadable
    if found and sound:
        store.do(is_read(found, lines.beginning if lines else None)).result()


def _found(file: ArchiveFile, columns: Columns) -> SourceFile | None:
    if file.is_stdin:
        return None
    mark = file.path.stat()
    # Read by other columns, a file holds other articles.
    origin = encodable(f"{file.path.absolute()} {columns}")
    return SourceFile(origin, mark.st_size, mark.st_mtime_ns)


def _grouped(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    rest = iter(entries)
    while group := list(itertools.islice(rest, _FILE_GROUP)):
        yield group


async def in_groups(
    sources: Iterable[Source] | AsyncIterable[Source],
) -> AsyncIterator[list[Entry]]:
    """Entries in groups: whatever is there, up to 64, so that slow input is not held back.

    An iterable is read in a thread of its own, never further ahead than two groups.
    """
    if isinstance(sources, AsyncIterable):
        async for source in sources:
            yield [entry_of(source)]
        return
    waiting: queue.Queue[object] = queue.Queue(_GROUP)
    over = threading.Event()

    def put(item: object) -> bool:
        while not over.is_set():
            try:
                waiting.put(item, timeout=0.1)
            except queue.Full:
                continue
            return True
        return False

    def read() -> None:
        try:
            for source in sources:
                if not put(entry_of(source)):
                    return
        except BaseException as error:  # it is raised where the entries are wanted
            put(error)
        put(_END)

    threading.Thread(target=read, name="communique-intake", daemon=True).start()
    try:
        while True:
            group = [await asyncio.to_thread(_get, waiting, over)]
            while len(group) < _GROUP and not waiting.empty():
                group.append(waiting.get_nowait())
            entries = [each for each in group if isinstance(each, Entry)]
            if entries:
                yield entries
            for each in group:
                if isinstance(each, BaseException):
                    raise each
            if group[-1] is _END:
                return
    finally:
        over.set()


def _get(waiting: queue.Queue[object], over: threading.Event) -> object:
    """The next item; ends when nobody wants it any more, so that no thread is left behind."""
    while not over.is_set():
        try:
            return waiting.get(timeout=0.1)
        except queue.Empty:
            continue
    return _END
