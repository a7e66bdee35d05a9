"""EDTF dates on a line of days."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from functools import lru_cache
from typing import Any

_DOUBT = re.compile(r"[?~%X]")
# Most dates; the grammar of all takes milliseconds for each.
_PLAIN = re.compile(r"(?P<year>\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
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
    plain = _PLAIN.fullmatch(date)
    if plain is not None and plain["year"] != "0000":
        return _plain_bounds(*(int(part) if part else None for part in plain.groups()))
    if _LEVEL_1.fullmatch(date) is None:
        return None
    from edtf import parse_edtf
    from edtf.parser.edtf_exceptions import EDTFParseException

    try:
        parsed = parse_edtf(date)
    except EDTFParseException:
        return None
    first, last = _day(parsed, "lower_strict"), _day(parsed, "upper_strict")
    if first is None and last is None:
        return None
    return first, last, int(_DOUBT.search(date) is not None)


def _plain_bounds(
    year: int | None, month: int | None, day: int | None
) -> tuple[int, int, int] | None:
    """The bounds of a year, a month or a day; None where there is no such one."""
    try:
        first = dt.date(year or 1, month or 1, day or 1)
        last = dt.date(year or 1, month or 12, 1)
        if day is None:
            last = last.replace(day=calendar.monthrange(last.year, last.month)[1])
        else:
            last = first
    except ValueError:
        return None
    return first.toordinal() - _DAY, last.toordinal() - _DAY, 0


def _day(parsed: Any, name: str) -> int | None:
    """None where the date is open or unknown on that side, or no day of this calendar."""
    try:
        told = getattr(parsed, name)()
        return dt.date(told.tm_year, told.tm_mon, told.tm_mday).toordinal() - _DAY
    except (AttributeError, ValueError, OverflowError, TypeError):
        return None
