"""Dates told from the day of publication, "last week", in several languages."""

from __future__ import annotations

import datetime as dt
import re

from communique.values.vocabulary import Form, Resolver, whole


def _form(words: str, resolve: Resolver, pattern: str = "WORDS") -> Form:
    """Phrases of `pattern` with one of `words`, which are divided by bars."""
    begun = (re.match(r"[\w ]+(?![?*{])|", word) for word in words.split("|"))
    return Form(
        whole(pattern.replace("WORDS", f"(?:{words})")),
        resolve,
        explicit=False,
        words=tuple(match[0] if match else "" for match in begun),
    )


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

NEXT = re.compile(rf"(?:{_NEXT_BEFORE}|prochain)", re.IGNORECASE)
LAST = re.compile(rf"(?:{_LAST_BEFORE}|this past|dernier)", re.IGNORECASE)

_UNIT_AFTER = r"(?P<unit>week|month|year|woche|monat|jahr|недел\w+|месяц\w*|год\w*)"
_UNIT_OF_THIS = rf"(?P<unit>semaine|mois|année|{_UNIT_AFTER.removeprefix('(?P<unit>')}"
_UNIT_BEFORE = r"(?:l['’]|la |le )?(?P<unit>semaine|mois|an|année|semana|mes|año)"
_COUNTED = rf"(?P<count>{_COUNT})\s+(?P<unit>{_UNIT})"

RELATIVE = (
    _form("the previous day|la veille|am vortag|накануне", _day(-1)),
    _form("this morning|this afternoon|this evening|ce matin|heute früh|heute morgen", _day(0)),
    _form("last night|hier soir|gestern abend", _day(-1)),
    _form(r"өткен апта\w*|vergangene\w* woche", _week(-1)),
    _form(r"келесі апта\w*|kommende\w* woche", _week(1)),
    _form(r"осы апта\w*", _week(0)),
    _form("the day before yesterday|avant-hier|vorgestern|anteayer|позавчера", _day(-2)),
    _form("yesterday|hier|gestern|ayer|вчера|кеше", _day(-1)),
    _form("today|tonight|aujourd['’]hui|heute|hoy|сегодня|бүгін", _day(0)),
    _form("tomorrow|demain|morgen|завтра|ертең", _day(1)),
    _form(_LAST_BEFORE, _unit(-1), rf"(?:the\s+)?WORDS\s+{_UNIT_AFTER}"),
    _form(_NEXT_BEFORE, _unit(1), rf"(?:the\s+)?WORDS\s+{_UNIT_AFTER}"),
    _form(_THIS_BEFORE, _unit(0), rf"(?:earlier\s+)?WORDS\s+{_UNIT_OF_THIS}"),
    _form("dernière?|passée?|derniere?|pasad[ao]|précédente?", _unit(-1), f"{_UNIT_BEFORE} WORDS"),
    _form("prochaine?|suivante?|próxim[ao]|que viene", _unit(1), f"{_UNIT_BEFORE} WORDS"),
    _form(
        r"ago|earlier|before(?!\s+\w)|назад|plus tôt|zuvor|antes",
        _counted(-1),
        rf"(?:about\s+)?{_COUNTED}\s+WORDS",
    ),
    _form("il y a|vor|hace", _counted(-1), rf"WORDS\s+{_COUNTED}"),
    _form("from now|later|hence", _counted(1), rf"{_COUNTED}\s+WORDS"),
    _form("dans|через", _counted(1), rf"WORDS\s+{_COUNTED}"),
)
