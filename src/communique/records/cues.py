"""Cues: words without which a sentence cannot tell of a record of some kind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from communique.passages import Passage
from communique.records.base import Record
from communique.values.folding import fold


def cued(kind: type[Record], passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """The passages that hold one of the kind's cues; all of them where it has none."""
    if not kind.cues:
        return tuple(passages)
    pattern = _pattern(kind.cues)
    return tuple(p for p in passages if pattern.search(fold(p.span.text)))


@lru_cache(maxsize=64)
def _pattern(cues: tuple[str, ...]) -> re.Pattern[str]:
    # Words begin anywhere in scripts that write no blanks; such scripts have no lower case.
    forms = (
        (rf"(?<!\w){re.escape(f)}" if f[0].islower() else re.escape(f)) for f in map(fold, cues)
    )
    return re.compile("|".join(forms))
