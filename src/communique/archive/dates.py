"""EDTF dates on a line of days."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import Any

from communique.values.edtf import parsed, plain_days

_DOUBT = re.compile(r"[?~%X]")
# Level 1 with a year; on some dates of level 2 the grammar fails in its own way.
_DATE = r"(?:\d{3}[\dX]|\d{2}XX)(?:-(?:\d\d|XX)){0,2}[?~%]?"
_LEVEL_1 = re.compile(rf"{_DATE}(?:/(?:{_DATE}|\.\.)?)?|(?:\.\.)?/{_DATE}")
_DAY = dt.date(1970, 1, 1).toordinal()


@lru_cache(maxsize=4096)
def bounds(date: str) -> tuple[int | None, int | None, int] | None:
    """First and last day that an EDTF date may mean, in days from 1970-01-01, and its doubt.

    A day that is not known is None; doubt is 1 where the date is marked as uncertain or
    approximate or leaves digits open (ISO 8601-2:2019, level 1), else 0. None for what has no day.
    """
    plain = plain_days(date)
    if plain is not None:
        return plain[0].toordinal() - _DAY, plain[1].toordinal() - _DAY, 0
    told = parsed(date) if _LEVEL_1.fullmatch(date) else None
    if told is None:
        return None
    first, last = _day(told, "lower_strict"), _day(told, "upper_strict")
    if first is None and last is None:
        return None
    return first, last, int(_DOUBT.search(date) is not None)


def _day(date: Any, name: str) -> int | None:
    """None where the date is open or unknown on that side, or no day of this calendar."""
    try:
        told = getattr(date, name)()
        return dt.date(told.tm_year, told.tm_mon, told.tm_mday).toordinal() - _DAY
    except (AttributeError, ValueError, OverflowError, TypeError):
        return None
