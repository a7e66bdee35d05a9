"""Numbers, times and sums of money in en, fr, de, es and ru, and how one replaces another."""

from __future__ import annotations

import re

NUMBERS: dict[str, float] = {
    word: number
    for number, words in (
        (1, "one a an un une ein eine einen una один одна одного одной"),
        (2, "two deux zwei dos два две двух"),
        (3, "three trois drei tres три трёх трех"),
        (4, "four quatre vier cuatro четыре четырёх четырех"),
        (5, "five cinq fünf cinco пять пяти"),
        (6, "six sechs seis шесть шести"),
        (7, "seven sept sieben siete семь семи"),
        (8, "eight huit acht ocho восемь восьми"),
        (9, "nine neuf neun nueve девять девяти"),
        (10, "ten dix zehn diez десять десяти"),
        (12, "twelve douze zwölf doce двенадцать двенадцати"),
        (14, "fourteen quatorze vierzehn catorce четырнадцать четырнадцати"),
        (15, "fifteen quinze fünfzehn quince пятнадцать пятнадцати"),
        (20, "twenty vingt zwanzig veinte двадцать двадцати"),
        (21, "twenty-one einundzwanzig veintiún"),
        (30, "thirty trente dreißig treinta тридцать тридцати"),
        (40, "forty quarante vierzig cuarenta сорок сорока"),
        (45, "forty-five quarante-cinq fünfundvierzig"),
        (50, "fifty cinquante fünfzig cincuenta пятьдесят пятидесяти"),
        (60, "sixty soixante sechzig sesenta шестьдесят шестидесяти"),
        (80, "eighty quatre-vingts achtzig ochenta восемьдесят восьмидесяти"),
        (90, "ninety quatre-vingt-dix neunzig noventa девяносто"),
        (100, "hundred cent hundert cien сто ста"),
        (180, "hundertachtzig"),
    )
    for word in words.split()
}
"""What words for numbers stand for."""

DAYS = (
    (1 / 24, r"hour|heure|stunde|hora|час"),
    (1.0, r"day|jour|\w*tag|día|дн|ден|сут"),
    (7.0, r"week|semaine|woche|semana|недел"),
    (30.0, r"month|mois|monat|mes|месяц"),
    (365.0, r"year|an(?:née)?s?\b|jahr|año|год|лет"),
)
"""How many days a unit of time has, and the beginnings of its names."""

_SORTS_OF_DAYS = r"working |business |рабочих |календарных "
TIME = (
    rf"(?:{_SORTS_OF_DAYS})?(?:(?:hour|day|week|month|year)s?|heures?|jours?|semaines?|mois|"
    r"an(?:née)?s?|stunden?|(?:werk|arbeits|kalender)?tage?n?|wochen?|monate?n?|jahre?n?|horas?|"
    r"días?|semanas?|mes(?:es)?|años?|час\w*|дн\w+|день|сут\w+|недел\w+|месяц\w*|год\w*|лет)"
)
MONEY = r"euros?|dollars?|pounds?|(?:\w+ )?francs?|dólares|dirhams?|rupees?|доллар\w*|евро|рубл\w*"

FROM = r"from|de|von|desde|с"
TO = r"to|up to|à|auf|a|hasta|до"
INSTEAD = (
    r"instead of|rather than|in place of|and not|not|up from|down from|against|au lieu d[e'’] ?|"
    r"contre|et non|plutôt que|statt|anstatt|anstelle von|und nicht|en lugar de|en vez de|frente a|"
    r"y no|вместо|а не|против"
)
INSTEAD_FIRST = (
    r"instead of|in place of|au lieu d[e'’] ?|statt|anstatt|anstelle von|en lugar de|en vez de|"
    r"вместо"
)
UNTIL_NOW = r"where|up from|down from|contre|frente a"
CURRENT = (
    r"(?:the |today['’]s |the (?:present|current|usual|previous) |bisher |wie bisher |"
    r"der bisherigen |los |las |нынешних |прежних )?"
)

_DIGITS = r"\d[\d.,]*\d|\d"
_ARTICLES = ("a", "an", "un", "une", "ein", "eine", "einen", "una")
_WORDS = "|".join(sorted(map(re.escape, NUMBERS.keys() - set(_ARTICLES)), key=len)[::-1])
NUMBER = rf"(?:{_DIGITS}|(?:{_WORDS})(?!\w)|(?:{'|'.join(_ARTICLES)})(?= (?:{TIME}|{MONEY})))"
"""A number in digits or words; an article is one only before a unit."""
