"""The garbage collector of a command that runs through an archive."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_OBJECTS = 10_000


@contextmanager
def rarely_collected() -> Iterator[None]:
    """Look for cycles of dead objects every 10,000 new ones instead of every few hundred.

    An article leaves few cycles, and looking for them takes a tenth of what it costs. Only for a
    process of our own: the collector is that of the whole process.
    """
    before = gc.get_threshold()
    gc.set_threshold(_OBJECTS, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
