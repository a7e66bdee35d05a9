"""The intake: entries from wherever they come, in the groups in which they become available."""

from __future__ import annotations

import asyncio
import queue
import threading
from collections.abc import AsyncIterable, AsyncIterator, Iterable
from pathlib import Path

from communique.archive.store import Entry
from communique.article import Article, read_article
from communique.errors import InputError

Source = str | Path | Article
_GROUP = 64
_END = object()


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
