"""The forms of dates: "4 May 2025", "May to June", "on Friday", and what each resolves to."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from communique.values.relative import LAST, NEXT, RELATIVE
from communique.values.vocabulary import (
    LANGUAGES,
    Ahead,
    Form,
    Resolver,
    month_names,
    one_of,
    weekday_names,
    whole,
)

NOT_A_DATE = "not a date"
"""What a phrase resolves to that only looks like a date, such as 31 February."""


@dataclass(frozen=True, slots=True)
class _Partial:
    """A date as written: a part that the phrase leaves out is None."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def edtf(self) -> str | None:
        # EDTF's mark for a year that is not told.
        year = "XXXX" if self.year is None else f"{self.year:04}"
        if self.day is not None and self.month is not None:
            if not _exists(self.year, self.month, self.day):
                return None
            return f"{year}-{self.month:02}-{self.day:02}"
        if self.month is not None:
            return f"{year}-{self.month:02}"
        return None if self.year is None else year


def _number(day: str) -> int:
    """The number of "4", "4th" or "1er"."""
    return int("".join(c for c in day if c.isdigit()))


def _exists(year: int | None, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year or 2000, month)[1]


_YEAR = r"(?:1[89]\d\d|20\d\d)"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er|º)?"


@lru_cache(maxsize=1)
def a_month() -> re.Pattern[str]:
    """The name of a month."""
    return re.compile(rf"(?<!\w)(?:{one_of(_month_table())})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=1)
def forms() -> tuple[Form, ...]:
    """All forms of dates."""
    months = _month_table()
    month = one_of(months)
    weekdays = {n: i for lang in LANGUAGES for i, n in weekday_names(lang)}
    weekday = one_of(weekdays)
    of = r"(?:\s+(?:of|de|du|del))?"
    year = rf"(?P<year>{_YEAR})"
    suffix = r"(?:\s*(?:г\.|года|году|год|жылғы|жылы))?"
    about = r"(?P<about>(?:about|around|circa|c\.|roughly|vers|environ|um|etwa|около|примерно)\s+)?"
    dash = r"\s*(?:-|–|—|to|until|till|au|bis|по|до|al)\s*"

    def month_of(name: str) -> int:
        return months[name.casefold().rstrip(".")]

    def full(match: re.Match[str], published: dt.date | None, future: Ahead) -> str | None:
        parts = match.groupdict()
        day = parts.get("day")
        begin = _Partial(
            int(parts["year"]) if parts.get("year") else None,
            month_of(parts["month"]),
            _number(day) if day else None,
        )
        last = parts.get("last")
        if last:
            end = _Partial(begin.year, begin.month, _number(last))
            if begin.day is not None and end.day is not None and begin.day >= end.day:
                return NOT_A_DATE
            first_text = _complete(begin, published, future)
            last_text = _complete(end, published, future)
            if not first_text or not last_text or "X" in first_text:
                return None
            return f"{first_text}/{last_text}"
        edtf = _complete(begin, published, future)
        if edtf is None and day:
            return NOT_A_DATE
        return f"{edtf}~" if edtf and parts.get("about") else edtf

    def iso(match: re.Match[str], *_: object) -> str | None:
        y, m, d = int(match["y"]), int(match["m"]), int(match["d"])
        return f"{y:04}-{m:02}-{d:02}" if _exists(y, m, d) else NOT_A_DATE

    def just_year(match: re.Match[str], *_: object) -> str | None:
        return match["year"] + ("~" if match["about"] else "")

    def years(match: re.Match[str], *_: object) -> str | None:
        first, last = match["first"], match["last"]
        last = first[: 4 - len(last)] + last
        return f"{first}/{last}" if first < last else NOT_A_DATE

    def months_range(match: re.Match[str], published: dt.date | None, future: Ahead) -> str | None:
        second = _Partial(int(match["year"]), month_of(match["month2"]))
        month_ = month_of(match["month"])
        # "December to January 2025" begins in the year before.
        wraps = month_ > (second.month or 0)
        first_year = int(match["year1"]) if match["year1"] else int(match["year"]) - wraps
        first = _Partial(first_year, month_)
        return f"{first.edtf()}/{second.edtf()}"

    def days_range(match: re.Match[str], published: dt.date | None, future: Ahead) -> str | None:
        year_ = int(match["year"]) if match["year"] else None
        wraps = month_of(match["month"]) > month_of(match["month2"])
        first_year = year_ - wraps if year_ is not None else None
        number = [_number(match[k]) for k in ("day", "day2")]
        start = _Partial(first_year, month_of(match["month"]), number[0])
        first = _complete(start, published, future)
        second = _complete(_Partial(year_, month_of(match["month2"]), number[1]), published, future)
        return f"{first}/{second}" if first and second and "X" not in first else None

    def month_of_turn(match: re.Match[str], published: dt.date | None, *_: object) -> str | None:
        if published is None:
            return None
        turn = {"last": -1, "this": 0, "next": 1}[match["turn"].casefold()]
        return _Partial(published.year + turn, month_of(match["month"])).edtf()

    def two_days(match: re.Match[str], published: dt.date | None, future: Ahead) -> str | None:
        """The days "9 and 10 September", which follow each other, as one interval."""
        together = _number(match["last"]) == _number(match["day"]) + 1
        return full(match, published, future) if together else NOT_A_DATE

    def decade(match: re.Match[str], *_: object) -> str | None:
        return match["decade"][:3] + "X"

    def on_weekday(match: re.Match[str], published: dt.date | None, future: Ahead) -> str | None:
        if published is None:
            return None
        wanted = weekdays[match["weekday"].casefold()]
        lead = (match["lead"] or match["tail"] or "").casefold()
        if match["week"]:
            weeks = 1 if match["week"].casefold() == "next" else -1
            days = 7 * weeks - published.weekday() + wanted
        elif lead and NEXT.match(lead):
            days = (wanted - published.weekday()) % 7 or 7
        elif lead and LAST.match(lead):
            days = -((published.weekday() - wanted) % 7 or 7)
        elif future() or (lead.startswith("this ") and "past" not in lead and future() is None):
            days = (wanted - published.weekday()) % 7
        else:
            days = -((published.weekday() - wanted) % 7)
        return (published + dt.timedelta(days)).isoformat()

    found = [
        Form(whole(r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)"), iso, True),
        Form(whole(r"(?P<d>\d{1,2})[./](?P<m>\d{1,2})[./](?P<y>(?:19|20)\d\d)"), _numeric, True),
        Form(
            whole(
                rf"{about}(?P<day>{_DAY})(?:{dash}(?P<last>{_DAY}))?\.?{of}[\s-]+(?P<month>{month})\.?(?:{of},?[\s-]+{year}{suffix})?"
            ),
            full,
            True,
        ),
        Form(
            whole(
                rf"{about}(?P<month>{month})\.?\s+(?P<day>{_DAY})(?:{dash}(?P<last>{_DAY}))?(?:,?\s+{year})?"
            ),
            full,
            True,
        ),
        Form(
            whole(rf"{about}(?P<month>{month})\s+(?P<turn>last|this|next) year"),
            month_of_turn,
            True,
            ("year",),
        ),
        Form(
            whole(
                rf"(?P<day>{_DAY})\s+(?:and|et|und|и|y)\s+(?P<last>{_DAY})\s+(?P<month>{month})"
                rf"(?:,?\s+{year})?"
            ),
            two_days,
            True,
        ),
        Form(
            whole(rf"{about}(?<!\d )(?P<month>{month})\.?(?:{of}|,)?\s+{year}{suffix}"), full, True
        ),
        Form(
            whole(rf"{year}\s*(?:жылғы|жылы)\s+(?P<day>{_DAY})\s+(?P<month>{month})"),
            full,
            True,
            ("жыл",),
        ),
        Form(whole(rf"{year}年\s*(?P<m>\d{{1,2}})月\s*(?P<d>\d{{1,2}})日"), _cjk, True, ("年",)),
        Form(
            whole(
                rf"(?P<month>{month})\.?(?:\s+(?P<year1>{_YEAR}))?{dash}(?P<month2>{month})\.?\s+{year}{suffix}"
            ),
            months_range,
            True,
        ),
        Form(
            whole(
                rf"(?P<day>{_DAY})\s+(?P<month>{month})\.?{dash}(?P<day2>{_DAY})\s+(?P<month2>{month})\.?(?:\s+{year})?"
            ),
            days_range,
            True,
        ),
        Form(
            whole(
                rf"(?P<month>{month})\.?\s+(?P<day>{_DAY}){dash}(?P<month2>{month})\.?\s+(?P<day2>{_DAY})(?:,?\s+{year})?"
            ),
            days_range,
            True,
        ),
        Form(
            whole(
                rf"(?:in|since|during|by|late|early|mid|last|next|this|en|depuis|im|seit|в|с|of|from|until)[\s-]+(?:early\s+|late\s+|mid-?\s*)?(?P<month>{month})(?!\.?,?\s+\d)"
            ),
            _bare_month(month_of),
            True,
        ),
        Form(whole(rf"(?P<first>{_YEAR})\s*[-–—/]\s*(?P<last>{_YEAR}|\d\d)(?!-)"), years, True),
        Form(whole(r"(?:the\s+)?(?P<decade>(?:1[89]|20)\d0)s"), decade, True, ("0s",)),
        Form(whole(rf"{about}{year}{suffix}"), just_year, True),
        Form(
            whole(
                rf"(?P<lead>(?:next|last|this|coming|le|am|on|this past|в|во|el|nächsten|letzten)\s+)?(?P<weekday>{weekday})(?:\s+(?P<tail>dernier|prochain))?(?:\s+(?P<week>next|last)\s+week)?"
            ),
            on_weekday,
            False,
        ),
    ]
    return (*found, *RELATIVE)


def _month_table() -> dict[str, int]:
    return {name: number for lang in LANGUAGES for number, name in month_names(lang)}


def _numeric(match: re.Match[str], *_: object) -> str | None:
    """Day before month, as most of the world writes it; None where the order is in doubt."""
    first, second, year = int(match["d"]), int(match["m"]), int(match["y"])
    if "." in match[0] or first > 12:
        day, month = first, second
    elif second > 12:
        day, month = second, first
    elif first == second:
        day = month = first
    else:
        return None
    return f"{year:04}-{month:02}-{day:02}" if _exists(year, month, day) else NOT_A_DATE


def _cjk(match: re.Match[str], *_: object) -> str | None:
    y, m, d = int(match["year"]), int(match["m"]), int(match["d"])
    return f"{y:04}-{m:02}-{d:02}" if _exists(y, m, d) else NOT_A_DATE


def _bare_month(month_of: Callable[[str], int]) -> Resolver:
    def resolve(match: re.Match[str], published: dt.date | None, future: Ahead) -> str | None:
        month = month_of(match["month"])
        lead = match[0].split()[0].casefold()
        if published is not None and lead in ("next", "last"):
            # "next May" said in May is a year ahead.
            later, ahead = month > published.month, lead == "next"
            same = month == published.month
            year = published.year + (0 if later == ahead and not same else 1 if ahead else -1)
            return _Partial(year, month).edtf()
        return _complete(_Partial(None, month), published, future)

    return resolve


def _complete(date: _Partial, published: dt.date | None, future: Ahead) -> str | None:
    """Give a date without a year the year that the publication date makes likeliest.

    The latest such date that is not after publication; where the sentence looks ahead, the
    first that is not before it.
    """
    if date.year is not None or published is None or date.month is None:
        return date.edtf()
    coming = future()
    if date.day is not None:
        years = range(max(1, published.year - 8), min(9999, published.year + 8) + 1)
        days = [dt.date(y, date.month, date.day) for y in years if _exists(y, date.month, date.day)]
        if coming:
            days = [d for d in days if d >= published]
            return days[0].isoformat() if days else None
        past = [d for d in days if d <= published]
        soon = [d for d in days if 0 <= (d - published).days <= 60]
        # "holds talks on 9 May", told on 6 May.
        if coming is None and soon and past and (published - past[-1]).days > 300:
            return soon[0].isoformat()
        return past[-1].isoformat() if past else None
    year = published.year
    if coming and date.month < published.month:
        year += 1
    elif not coming and date.month > published.month:
        # "in early May", told in April without a verb that looks either way.
        near = coming is None and date.month - published.month <= 2
        year -= 0 if near else 1
    return _Partial(year, date.month).edtf()
