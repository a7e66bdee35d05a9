"""Names of months and weekdays (CLDR), and words for relative dates, in several languages."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

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

Rule = tuple[str, Resolver]


@dataclass(frozen=True)
class _Relative:
    next: re.Pattern[str]
    last: re.Pattern[str]
    rules: tuple[Rule, ...]


def _day(offset: int) -> Resolver:
    def resolve(_match: re.Match[str], published: dt.date | None, _: object) -> str | None:
        return (published + dt.timedelta(offset)).isoformat() if published else None

    return resolve


def _week(count: int) -> Resolver:
    def resolve(_match: re.Match[str], published: dt.date | None, _: object) -> str | None:
        return shift(published, count, "week") if published else None

    return resolve


def _unit(sign: int) -> Resolver:
    def resolve(match: re.Match[str], published: dt.date | None, _: object) -> str | None:
        return shift(published, sign, _name_of_unit(match["unit"])) if published else None

    return resolve


def _counted(sign: int) -> Resolver:
    def resolve(match: re.Match[str], published: dt.date | None, _: object) -> str | None:
        number = _number(match["count"])
        if published is None or number is None or not 0 < number < 1000:
            return None
        unit = _name_of_unit(match["unit"])
        if unit == "week":
            return (published + dt.timedelta(7 * sign * number)).isoformat()
        return shift(published, sign * number, unit)

    return resolve


def shift(published: dt.date, count: int, unit: str) -> str | None:
    """The day, week (Monday to Sunday), month or year that lies `count` units from `published`."""
    if unit == "day":
        return (published + dt.timedelta(count)).isoformat()
    if unit == "week":
        monday = published + dt.timedelta(7 * count - published.weekday())
        return f"{monday.isoformat()}/{(monday + dt.timedelta(6)).isoformat()}"
    if unit == "month":
        months = published.year * 12 + published.month - 1 + count
        year, month = divmod(months, 12)
        return f"{year:04}-{month + 1:02}" if dt.MINYEAR <= year <= dt.MAXYEAR else None
    year = published.year + count
    return f"{year:04}" if dt.MINYEAR <= year <= dt.MAXYEAR else None


_UNITS = {
    "day": "days? jours? tag(?:e|en)? d[ií]as? день дня дней күн",
    "week": "weeks? semaines? woche[n]? semanas? недел[яюиье]\\w*",
    "month": "months? mois monat(?:e|en|s)? mes(?:es)? месяц\\w*",
    "year": "years? ans? années? jahr(?:e|es|en)? años? год\\w* лет",
}
_UNIT = "|".join(form for forms in _UNITS.values() for form in forms.split())
_NUMBERS = {
    word: number
    for number, forms in enumerate(
        (
            "a an one un une ein eine einem einer один одну uno una",
            "two deux zwei два две dos a\u00a0couple\u00a0of",
            "three trois drei три tres",
            "four quatre vier четыре cuatro",
            "five cinq fünf пять cinco",
            "six sechs шесть seis",
            "seven sept sieben семь siete",
            "eight huit acht восемь ocho",
            "nine neuf neun девять nueve",
            "ten dix zehn десять diez",
        ),
        start=1,
    )
    for word in forms.split(" ")
}
_COUNT = r"\d{1,3}|" + "|".join(_NUMBERS)


def _number(word: str) -> int | None:
    return int(word) if word.isdigit() else _NUMBERS.get(word.casefold())


def _name_of_unit(word: str) -> str:
    for unit, forms in _UNITS.items():
        if any(re.fullmatch(form, word, re.IGNORECASE) for form in forms.split()):
            return unit
    return "day"


_LAST_BEFORE = r"last|past|previous|vorige[nrsm]?|letzte[nrsm]?|прошл\w+|минувш\w+"
_NEXT_BEFORE = r"next|coming|nächste[nrsm]?|kommende[nrsm]?|следующ\w+|будущ\w+|ближайш\w+"
_THIS_BEFORE = r"this|current|cette|ce|diese[nrsm]?|est[ea]|эт\w{1,3}|нынешн\w+|текущ\w+"

RELATIVE = _Relative(
    next=re.compile(rf"(?:{_NEXT_BEFORE}|prochain)", re.IGNORECASE),
    last=re.compile(rf"(?:{_LAST_BEFORE}|this past|dernier)", re.IGNORECASE),
    rules=(
        (r"the previous day|la veille|am vortag|накануне", _day(-1)),
        (r"this (?:morning|afternoon|evening)|ce matin|heute (?:früh|morgen)", _day(0)),
        (r"last night|hier soir|gestern abend", _day(-1)),
        (r"өткен апта\w*|vergangene\w* woche", _week(-1)),
        (r"келесі апта\w*|kommende\w* woche", _week(1)),
        (r"осы апта\w*", _week(0)),
        (r"the day before yesterday|avant-hier|vorgestern|anteayer|позавчера", _day(-2)),
        (r"yesterday|hier|gestern|ayer|вчера|кеше", _day(-1)),
        (r"today|tonight|aujourd['’]hui|heute|hoy|сегодня|бүгін", _day(0)),
        (r"tomorrow|demain|morgen|завтра|ертең", _day(1)),
        (
            rf"(?:the\s+)?(?:{_LAST_BEFORE})\s+(?P<unit>week|month|year|woche|monat|jahr|недел\w+|месяц\w*|год\w*)",
            _unit(-1),
        ),
        (
            rf"(?:the\s+)?(?:{_NEXT_BEFORE})\s+(?P<unit>week|month|year|woche|monat|jahr|недел\w+|месяц\w*|год\w*)",
            _unit(1),
        ),
        (
            rf"(?:earlier\s+)?(?:{_THIS_BEFORE})\s+(?P<unit>week|month|year|semaine|mois|année|woche|monat|jahr|недел\w+|месяц\w*|год\w*)",
            _unit(0),
        ),
        (
            r"(?:l['’]|la |le )?(?P<unit>semaine|mois|an|année|semana|mes|año) (?:dernière?|passée?|derniere?|pasad[ao]|précédente?)",
            _unit(-1),
        ),
        (
            r"(?:l['’]|la |le )?(?P<unit>semaine|mois|an|année|semana|mes|año) (?:prochaine?|suivante?|próxim[ao]|que viene)",
            _unit(1),
        ),
        (
            rf"(?:about\s+)?(?P<count>{_COUNT})\s+(?P<unit>{_UNIT})\s+(?:ago|earlier|before(?!\s+\w)|назад|plus tôt|zuvor|antes)",
            _counted(-1),
        ),
        (rf"(?:il y a|vor|hace)\s+(?P<count>{_COUNT})\s+(?P<unit>{_UNIT})", _counted(-1)),
        (rf"(?P<count>{_COUNT})\s+(?P<unit>{_UNIT})\s+(?:from now|later|hence)", _counted(1)),
        (rf"(?:dans|через)\s+(?P<count>{_COUNT})\s+(?P<unit>{_UNIT})", _counted(1)),
    ),
)
