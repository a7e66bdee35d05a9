"""Dates in EDTF (ISO 8601-2:2019): whether a text is one, and from when to when it reaches.

The grammar of the edtf package takes about ten milliseconds for each date, which was more than all
other checks of an article together: plain years, months and days are read without it.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from functools import lru_cache
from typing import Any

_PLAIN = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def plain_days(text: str) -> tuple[dt.date, dt.date] | None:
    """First and last day of a plain year, month or day; None for any other text."""
    found = _PLAIN.fullmatch(text)
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        first = dt.date(year or 0, month or 1, day or 1)
    except ValueError:
        return None
    if day is not None:
        return first, first
    last = dt.date(first.year, month or 12, 1)
    return first, last.replace(day=calendar.monthrange(last.year, last.month)[1])


@lru_cache(maxsize=4096)
def parsed(text: str) -> Any:
    """The date as the edtf package has it; None where it is none."""
    from edtf import parse_edtf
    from edtf.parser.edtf_exceptions import EDTFParseException

    try:
        return parse_edtf(text)
    except (EDTFParseException, AttributeError):  # which some dates of level 2 raise in it
        return None


def is_edtf(text: str) -> bool:
    """Whether `text` is a date in EDTF, such as ``2025-04-19`` or ``2024``."""
    return plain_days(text) is not None or parsed(text) is not None
