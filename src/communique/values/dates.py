"""Phrases that name a date, found in a text and resolved into EDTF.

EDTF: Extended Date/Time Format, ISO 8601-2:2019, level 1. Month and weekday names come from
CLDR (Babel).
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import partial

from communique.values.clauses import looks_ahead, measured_from_another
from communique.values.date_forms import NOT_A_DATE, a_month, forms


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date phrase at ``text[start:end]``.

    `edtf` is what it resolves to; None where that takes a publication date that is not known.
    `explicit` is true where the phrase itself names a day or a month or a year.
    """

    start: int
    end: int
    text: str
    edtf: str | None
    explicit: bool

    @property
    def day(self) -> dt.date | None:
        """The date, where the phrase names one full day."""
        try:
            return dt.date.fromisoformat(self.edtf or "")
        except ValueError:
            return None


def find_dates(
    text: str, published: dt.date | None, ahead: bool | None = None, *, explicit: bool = False
) -> tuple[DateMention, ...]:
    """All date phrases of `text`, in order and without overlaps; the longest one wins.

    `published` is the day against which relative dates and days without a year are resolved;
    `ahead` whether they lie ahead of it, where that is known from elsewhere than the sentence. With
    `explicit`, only those that are so by themselves, as if there were no others.
    """
    # Left in by careless conversion: "10&nbsp;June".
    text = re.sub(r"&(?:nbsp|#160|#xa0);", lambda m: " " * len(m[0]), text, flags=re.IGNORECASE)
    found: list[DateMention] = []
    # A text has few of these phrases, and to see that their words are not in it is quick.
    lowered = text.lower()
    months = _around_months(text)
    for form in forms():
        if (explicit and not form.explicit) or not any(word in lowered for word in form.words):
            continue
        zones = months if "month" in form.pattern.groupindex else ((0, len(text)),)
        for match in (m for zone in zones for m in form.pattern.finditer(text, *zone)):
            looks = partial(looks_ahead, text, *match.span()) if ahead is None else lambda: ahead
            try:
                edtf = form.resolve(match, published, looks)
            except (ValueError, OverflowError):  # beyond the years 1 to 9999
                continue
            if edtf != NOT_A_DATE and measured_from_another(text, match, form.explicit):
                edtf = None
            if edtf != NOT_A_DATE:
                told = edtf or None
                found.append(DateMention(*match.span(), match[0], told, form.explicit))
    kept: list[DateMention] = []
    for mention in sorted(found, key=lambda m: (-(m.end - m.start), m.start)):
        if all(mention.end <= k.start or k.end <= mention.start for k in kept):
            kept.append(mention)
    dated = sorted(kept, key=lambda m: m.start)
    if explicit:
        return tuple(dated)
    same = [
        DateMention(m.start(), m.end(), m[0], _day_told_before(m.start(), dated, published), False)
        for m in _SAME_DAY.finditer(text)
    ]
    return tuple(sorted((*dated, *same), key=lambda m: m.start))


_SAME_DAY = re.compile(
    r"\b(?:(?:earlier|later) )?(?:on )?(?:that|the) same day|\b(?:earlier|later) (?:that|the) day|"
    r"\ble même jour|\bam (?:selben|gleichen) Tag|\bв тот же день|\bel mismo día",
    re.IGNORECASE,
)


def _day_told_before(place: int, dated: list[DateMention], published: dt.date | None) -> str | None:
    """The last day told before `place` that is not ahead of the article's own."""
    days = [
        m.edtf
        for m in dated
        if m.end <= place
        and m.edtf
        and len(m.edtf) == 10
        and (published is None or m.edtf <= published.isoformat())
    ]
    return days[-1] if days else None


# Phrases have fewer characters before or after the name of a month, but for long runs of blanks.
_FAR = 80
_BLANK = re.compile(r"\s")


def _around_months(text: str) -> list[tuple[int, int]]:
    """The stretches of `text` in which the phrases with the name of a month lie."""
    zones: list[tuple[int, int]] = []
    for month in a_month().finditer(text):
        start = max(0, month.start() - _FAR)
        # What may not follow a phrase is looked for up to the end.
        blank = _BLANK.search(text, month.end() + _FAR)
        if zones and start <= zones[-1][1]:
            start = zones.pop()[0]
        zones.append((start, blank.start() if blank else len(text)))
    return zones
