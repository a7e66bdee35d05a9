"""Cues: words by which sentences that may tell of a record of some kind are known."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from communique.passages import Passage
from communique.records.base import Record
from communique.values.folding import fold


def candidates(kind: type[Record], passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """The passages that may tell of a record of `kind`.

    Those with a cue; where none has one, all of them, or none if the kind needs a cue.
    """
    if not kind.cues:
        return tuple(passages)
    pattern = _pattern(kind.cues)
    found = tuple(p for p in passages if pattern.search(fold(p.span.text)))
    return found if found or kind.needs_cue else tuple(passages)


@lru_cache(maxsize=64)
def _pattern(cues: tuple[str, ...]) -> re.Pattern[str]:
    # Words begin anywhere in scripts that write no blanks; such scripts have no lower case.
    forms = (
        (rf"(?<!\w){re.escape(f)}" if f[0].islower() else re.escape(f)) for f in map(fold, cues)
    )
    return re.compile("|".join(forms))
