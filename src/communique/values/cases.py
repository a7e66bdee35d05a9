"""Cases of Cyrillic names: "Прага" is "Праге" and "Праги" in Russian, "Прагада" in Kazakh.

Endings by the regular declensions of Russian nouns and the case suffixes of Kazakh, with its vowel
harmony left open: a form that nobody writes is found nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_CYRILLIC = re.compile(r"[А-ЯЁӘҒҚҢӨҰҮҺІ][а-яёәғқңөұүһі-]{2,}")
# What the nominative ends in, and the endings that take the place of its last letters.
_RUSSIAN = (
    (re.compile(r"(?<=и)я$"), ("и", "ю", "ей")),
    (re.compile(r"(?<=[гкхжчшщ])а$"), ("и", "е", "у", "ой", "ей")),
    (re.compile(r"а$"), ("ы", "е", "у", "ой")),
    (re.compile(r"я$"), ("и", "е", "ю", "ей")),
    (re.compile(r"[ьй]$"), ("я", "ю", "е", "ем", "и")),
    (re.compile(r"(?<=[бвгджзклмнпрстфхцчшщ])$"), ("а", "у", "е", "ом", "ем")),
)
# Locative with its adjective, dative, ablative, genitive, accusative, instrumental.
_KAZAKH = (
    *("да", "де", "та", "те", "дағы", "дегі", "тағы", "тегі"),
    *("ға", "ге", "қа", "ке", "дан", "ден", "тан", "тен", "нан", "нен"),
    *("ның", "нің", "дың", "дің", "тың", "тің", "ны", "ні", "ды", "ді", "ты", "ті"),
    *("мен", "бен", "пен"),
)
LOCATIVE = re.compile(r"(?:[дт][ае](?:ғы|гі)?)$")
"""The ending by which a Kazakh name of a place tells where something is."""


def russian_cases(name: str) -> Iterator[str]:
    """The oblique cases of a Russian name of one word; nothing for other names."""
    if _CYRILLIC.fullmatch(name):
        for ending, others in _RUSSIAN:
            found = ending.search(name)
            if found:
                yield from (name[: found.start()] + other for other in others)
                return


def kazakh_cases(name: str) -> Iterator[str]:
    """The cases of a Kazakh name of one word; nothing for other names."""
    if _CYRILLIC.fullmatch(name):
        yield from (name + suffix for suffix in _KAZAKH)
