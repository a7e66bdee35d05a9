"""Words that stand for people or bodies named before."""

from __future__ import annotations

import re

_THE = (
    r"the (?:\w+ ){0,2}(?:minister|president|official|diplomat|ambassador|secretary|commissioner|"
    r"director|sides|parties|two|pair|delegations?|host|leaders?|envoys?|others?)s?|other \w+"
)
_PRONOUNS = (
    r"he|she|they|il|elle|ils|elles|les deux|la ministre|le ministre|er|sie|beide|он|она|они"
)

PRONOUN = re.compile(
    r"\b(?:he|she|they|him|her|them|il|elle|ils|elles|er|sie|ihn|ihm|ihr|él|ella|ellos|"
    r"он|она|они|его|ее|её|ему|им|ним|ней|ними|оған|олар|онымен)\b",
    re.IGNORECASE,
)
"""Somebody named before, in whatever case, in en, fr, de, es, ru and kk."""

STANDS_FOR = re.compile(rf"\b(?:{_PRONOUNS}|{_THE})\b", re.IGNORECASE)
"""Somebody takes part or speaks whom the sentence does not name."""

STANDS_FOR_SOMEBODY = re.compile(
    rf"\b(?:{_PRONOUNS}|{_THE}|his|her|their|both|стороны|министр\w*)\b", re.IGNORECASE
)
"""Somebody is spoken of whom the sentence does not name."""

TOGETHER = re.compile(
    r"\b(?:both|the two|the (?:three|four|five|six)|the (?:parties|sides|states|countries|"
    r"governments|neighbou?rs|pair)|they|each other|les deux|les (?:parties|pays|États)|ils|elles|"
    r"beide\w*|die (?:parteien|seiten|staaten|länder)|sie|ambos|ambas|las partes|los dos|ellos|"
    r"обе|оба|стороны|сторон|страны|они|екі|тараптар)\b",
    re.IGNORECASE,
)
"""Two sides or more that were named before, in en, fr, de, es, ru and kk."""
