"""The words that tell the fields of visa policy statements, of all languages together."""

from __future__ import annotations

import re

from communique.recognition.signals import Group
from communique.recognition.words import joined

ACTS = joined(lambda of: of.visas.acts)
"""An act of a government, whose name often follows: "by a decision of the Cabinet"."""

STANCE: tuple[Group, ...] = (
    (("opposes", joined(lambda of: of.visas.opposes)),),
    (
        ("supports", joined(lambda of: of.visas.supports)),
        ("requests", joined(lambda of: of.visas.requests)),
        ("considers", joined(lambda of: of.visas.considers)),
    ),
    (("announces", rf"{joined(lambda of: of.visas.announces)}|{ACTS}"),),
    # What holds from some day on, or has changed, was decided by somebody.
    (("announces", joined(lambda of: of.visas.announces_a_day)),),
)

COMMENTS = "|".join(rf"\b(?:{words})" for group in STANCE[:2] for _, words in group)
"""Words of those who comment on a measure rather than decide it."""

STANCES = "|".join(f"(?:{words})" for group in STANCE for _, words in group)

_ENDING = joined(lambda of: of.visas.ending)
_ENDED = joined(lambda of: of.visas.ended)
_GAP = r"(?:(?!vis|виз|(?:and|or|und|et|y|и)\b)[\w-]+\s){0,3}(?:\w['’])?"


def _end_of(named: str) -> str:
    return rf"(?:{_ENDING})\s{_GAP}(?:{named})|(?:{named})\b[^.;:,]{{0,70}}?\b(?:{_ENDED})(?!\w)"


MEASURE: tuple[Group, ...] = (
    # Whether a need or a freedom ends tells more than any word of either.
    (
        ("tightening", _end_of(joined(lambda of: of.visas.freedoms))),
        (
            "visa_free",
            rf"{_end_of(joined(lambda of: of.visas.obligations))}|"
            rf"{joined(lambda of: of.visas.not_needed)}",
        ),
    ),
    (
        ("suspension", joined(lambda of: of.visas.suspension)),
        ("fees", joined(lambda of: of.visas.fees)),
        ("extension", joined(lambda of: of.visas.extension)),
        ("tightening", joined(lambda of: of.visas.tightening)),
        ("e_visa", joined(lambda of: of.visas.e_visa)),
    ),
    (
        ("visa_free", joined(lambda of: of.visas.visa_free)),
        ("facilitation", joined(lambda of: of.visas.facilitation)),
    ),
)

MEASURES = "|".join(rf"\b(?:{words})" for group in MEASURE for _, words in group)
"""Words of any measure."""

STAYING = rf"\b(?:{joined(lambda of: of.visas.staying)})"
"""How long one may stay with a visa."""

WAITING = rf"\b(?:{joined(lambda of: of.visas.waiting)})"
"""How long one waits for a visa."""

PEOPLE = re.compile(rf"(?<!\w)(?:{joined(lambda of: of.visas.people)})(?!\w)", re.IGNORECASE)
"""Who travels."""

_MEASURE_NOUN = rf"(?:{joined(lambda of: of.visas.measures)})\w*"

ON_MEASURE = (
    rf"(?:(?<!\w)(?:{joined(lambda of: of.visas.the)})\b"
    rf"\s*(?:[\w-]+ )?{_MEASURE_NOUN})|(?<!\w)(?:{_MEASURE_NOUN}) «|"
    r"\b(?:fee|price)s? for\b.{0,40}\bpermits?\b|"
    r"\b(?:against|oppos\w+|support\w*|back(?:s|ed)|welcom\w+|reject\w*|condemn\w*) "
    r"(?:it|this|that)\b"
)
"""A measure that was told of before: "condemned the step"."""

SPEECH_GOES_ON = (
    r"^\W*[“\"«„].*(?:said|added|told|noted|says|explained|a-t-(?:il|elle)|sagte|сказал\w*|"
    r"заявил\w*)\b|^\W*[“\"«„][^”\"»“]*[”\"»“]?\W*$|^\W*(?:He|She|The (?:\w+ )?(?:minister|"
    r"ambassador|official|diplomat)) (?:added|also said|noted)\b"
)
"""Sentences that go on with a speaker's own words."""

AUXILIARY = joined(lambda of: of.visas.auxiliaries)
"""Words that announce only where the measure is told too."""

VISA = re.compile(r"\b(?:e-?)?visas?\b|visa|visum|visen\b|\bвиз|\bбезвиз|schengen", re.IGNORECASE)


NO_STANDING = re.compile(rf"\b(?:{joined(lambda of: of.visas.no_standing)})", re.IGNORECASE)

GERMAN = re.compile(r"\b(?:der|das|den|und|für|mit|nicht|wird|werden|ist|im)\b")
"""Small words of German, which writes all nouns with a capital."""

# In the middle of a sentence, with a capital and before no word of policy, Visa sells cards.
CARDS = re.compile(
    r"(?P<company>Visa(?=(?:['’]s|,| Inc| (?:said|says|has|is|will|takes|charges|shares|"
    r"and Master)))|(?<=[\w,] )Visa(?:['’]s)?(?![\w-])(?! (?:Free|Facilitation|Waiver|Exemption|"
    r"Policy|Code|Information|Liberali[sz]ation|Regime|Centre|Center|Section|Office|Application|"
    r"Agreement)))|(?i:\b(?:e-?)?visas?\b|visum|visen|виз)"
)
