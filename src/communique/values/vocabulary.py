"""What forms of dates are made of: names of months and weekdays in several languages, by CLDR."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

LANGUAGES = ("en", "fr", "de", "es", "ru", "it", "pt", "uk", "kk")


def one_of(words: Iterable[str]) -> str:
    """A pattern for any of `words`, the longest that fits.

    By first letters, since the regex engine tries every branch of a plain alternation anew.
    """
    tails: dict[str, list[str]] = {}
    for word in dict.fromkeys(words):
        tails.setdefault(word[:1], []).append(word[1:])
    ends = tails.pop("", None) is not None
    branches = []
    for head, rest in tails.items():
        while len(rest) == 1 or (rest[0] and all(tail[:1] == rest[0][:1] for tail in rest)):
            # What all have in common needs no branch.
            if len(rest) == 1:
                head, rest = head + rest[0], [""]
                break
            head, rest = head + rest[0][0], [tail[1:] for tail in rest]
        branches.append(re.escape(head) + (one_of(rest) if rest != [""] else ""))
    if not branches:
        return ""
    return f"(?:{'|'.join(branches)}){'?' if ends else ''}"


def month_names(language: str) -> Iterator[tuple[int, str]]:
    """(1 to 12, lower-case name without a full stop) for each form CLDR knows."""
    from babel import Locale

    for width in ("wide", "abbreviated"):
        for context in ("format", "stand-alone"):
            for number, name in Locale(language).months[context][width].items():
                short = str(name).casefold().rstrip(".")
                # Short forms of other languages are words of running text: "out", "set", "ago".
                short_form = width == "abbreviated" and language not in ("en", "ru", "de")
                if len(short) >= (4 if short_form else 3) and not short.isdigit():
                    yield int(number), short
    if language == "en":
        yield 9, "sept"
    if language == "kk":
        for number, name in list(Locale("kk").months["format"]["wide"].items()):
            for ending in _KAZAKH_ENDINGS:
                yield int(number), str(name).casefold() + ending
    if language == "ru":
        for number, stem in enumerate(_RUSSIAN_MONTHS, start=1):
            for ending in ("е", "ю"):
                yield number, stem + ending


# "сәуірде", "дүйсенбіде": the locative, which CLDR does not list.
_KAZAKH_ENDINGS = ("де", "да", "те", "та")
# "в декабре": the prepositional, which CLDR does not list.
_RUSSIAN_MONTHS = [
    "январ",
    "феврал",
    "март",
    "апрел",
    "ма",
    "июн",
    "июл",
    "август",
    "сентябр",
    "октябр",
    "ноябр",
    "декабр",
]


def weekday_names(language: str) -> Iterator[tuple[int, str]]:
    """(0 for Monday to 6, lower-case full name)."""
    from babel import Locale

    for context in ("format", "stand-alone"):
        for number, name in Locale(language).days[context]["wide"].items():
            yield int(number), str(name).casefold()
    if language == "ru":
        yield from ((2, "среду"), (4, "пятницу"), (5, "субботу"))
    if language == "kk":
        for number, name in Locale("kk").days["format"]["wide"].items():
            for ending in _KAZAKH_ENDINGS:
                yield int(number), str(name).casefold() + ending


Ahead = Callable[[], "bool | None"]
"""Whether a phrase's clause looks ahead. Most phrases name a year, and nobody has to look."""

Resolver = Callable[["re.Match[str]", "dt.date | None", Ahead], "str | None"]
"""What a phrase resolves to, by the day of publication and by whether its clause looks ahead."""


class Form(NamedTuple):
    """Phrases of one form, and what they resolve to; one of `words` is in each, in lower case.

    `explicit` as in `DateMention`.
    """

    pattern: re.Pattern[str]
    resolve: Resolver
    explicit: bool
    words: tuple[str, ...] = ("",)


def whole(pattern: str) -> re.Pattern[str]:
    """A pattern that begins and ends with whole words."""
    return re.compile(rf"(?<![\w:-])(?:{pattern})(?!\w)", re.IGNORECASE)
