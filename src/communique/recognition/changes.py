"""What a number becomes: "from 30 to 90 days", "five days instead of fifteen"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from communique.recognition.words.numbers import (
    CURRENT,
    DAYS,
    FROM,
    INSTEAD,
    INSTEAD_FIRST,
    MONEY,
    NUMBER,
    NUMBERS,
    TIME,
    TO,
    UNTIL_NOW,
)

Unit = Literal["time", "money"]


@dataclass(frozen=True, slots=True)
class Change:
    """A number that takes another's place, of days, weeks, months or years, or of money.

    Times are in days, money in whatever currency it is. `start` and `end` are where the change is
    told in the text.
    """

    old: float
    new: float
    unit: Unit
    start: int
    end: int


def changes(text: str, start: int, end: int) -> Iterator[Change]:
    """The changes that are told between `start` and `end`, whole sentences, in their order."""
    for match in _pattern().finditer(text, start, end):
        old, new = _amount(match, "old"), _amount(match, "new")
        # "Five days instead of fifteen": the unit is written once.
        unit_of_old, unit_of_new = old.unit or new.unit, new.unit or old.unit
        if old.number is None or new.number is None or not unit_of_old or not unit_of_new:
            continue
        days = [_days(unit) for unit in (unit_of_old, unit_of_new)]
        unit: Unit = "time" if days[1] else "money"
        yield Change(
            old.number * (days[0] or 1.0), new.number * (days[1] or 1.0), unit, *match.span()
        )


@dataclass(frozen=True, slots=True)
class _Amount:
    number: float | None
    unit: str | None


def _amount(match: re.Match[str], name: str) -> _Amount:
    """The number and the unit of the `old` or the `new` one, whichever way it is written."""
    for form in range(len(_FORMS)):
        number = match[f"{name}{form}"]
        if number is not None:
            return _Amount(
                _number(number), match[f"{name}{form}_unit"] or match[f"{name}{form}_sign"]
            )
    return _Amount(None, None)


def _number(word: str) -> float | None:
    if not word[0].isdigit():
        return NUMBERS.get(word.casefold())
    whole = re.sub(r"[.,]\d{1,2}$", "", word)
    return float(re.sub(r"\D", "", whole))


def _days(unit: str) -> float | None:
    """How many days a unit of time has; None for money."""
    noun = unit.split()[-1]
    return next((days for days, stems in DAYS if re.match(stems, noun, re.IGNORECASE)), None)


_GAP = r"[^.;:!?]{0,60}?"
# How the old and the new amount stand beside each other.
_FORMS = (
    rf"(?:{FROM}) OLD(?: \w+)?,? (?:{TO}) NEW",
    rf"NEW(?: [\w-]+){{0,4}}?,? ?(?:{INSTEAD})(?: in| en| за)? {CURRENT}OLD",
    rf"(?:{INSTEAD_FIRST}) {CURRENT}OLD{_GAP}(?<!\w)NEW",
    rf"NEW{_GAP}(?:{UNTIL_NOW}) {CURRENT}OLD",
)


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    def written(form: int, shape: str) -> str:
        for name in ("old", "new"):
            this = f"{name}{form}"
            amount = (
                rf"(?:(?P<{this}_sign>[€$£¥]) ?)?(?P<{this}>{NUMBER})"
                rf"(?:[ -](?P<{this}_unit>(?:{TIME}|{MONEY})(?!\w)))?"
            )
            shape = shape.replace(name.upper(), amount)
        return rf"(?<!\w)(?:{shape})"

    return re.compile("|".join(map(written, range(len(_FORMS)), _FORMS)), re.IGNORECASE)
