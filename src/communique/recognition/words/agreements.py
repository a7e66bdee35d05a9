"""The words that tell the fields of agreements, of all languages together."""

from __future__ import annotations

import re

from communique.recognition.signals import Group
from communique.recognition.words import joined

STATUS: tuple[Group, ...] = (
    (
        ("terminated", joined(lambda of: of.agreements.terminated)),
        ("suspended", joined(lambda of: of.agreements.suspended)),
    ),
    (("under_negotiation", joined(lambda of: of.agreements.under_negotiation)),),
    (("proposed", joined(lambda of: of.agreements.proposed)),),
    (("ratified", joined(lambda of: of.agreements.ratified)),),
    (("in_force", joined(lambda of: of.agreements.in_force)),),
    (("signed", joined(lambda of: of.agreements.signed)),),
)

INSTRUMENT: tuple[Group, ...] = (
    (
        ("memorandum", joined(lambda of: of.agreements.memorandum)),
        ("roadmap", joined(lambda of: of.agreements.roadmap)),
        ("protocol", joined(lambda of: of.agreements.protocol)),
        ("declaration", joined(lambda of: of.agreements.declaration)),
        ("contract", joined(lambda of: of.agreements.contract)),
        ("treaty", joined(lambda of: of.agreements.treaty)),
        ("agreement", joined(lambda of: of.agreements.agreement)),
        ("other", joined(lambda of: of.agreements.other)),
    ),
    (("understanding", r"\w"),),
)

HEADS = rf"(?:{joined(lambda of: of.agreements.heads)})(?!\w)"
"""The words around which the name of an instrument stands."""

DENIED = re.compile(
    rf"(?<!\w)(?:(?:{joined(lambda of: of.agreements.denied)})\b|"
    rf"(?:{joined(lambda of: of.agreements.none)}) (?:[\w-]+ ){{0,2}}{HEADS})[^.;:,]*",
    re.IGNORECASE,
)
"""Clauses that tell of no instrument: "no agreement was signed"."""

ENDS = joined(lambda of: of.agreements.ends)
"""Words with which the name of an instrument is over."""

MAY_TELL = rf"{HEADS}|{joined(lambda of: of.agreements.may_tell)}"
"""Words without which a sentence tells of no instrument: "according to" and "said in a statement",
which begin like some, are none of them."""

_AGREED = rf"(?<!\w)(?<!not )(?<!n['’]t )(?<!never )(?:{joined(lambda of: of.agreements.agreed_to)}),? ?(?<=\W)"
_GOES_ON = joined(lambda of: of.agreements.goes_on)

AGREED_TO = re.compile(
    rf"{_AGREED}(?P<what>(?!(?:{_GOES_ON}))[^\W\d_][\w’'-]*(?: [\w’'-]+){{3,15}}?)"
    r"(?=[.;,:]| (?:by|from|within|before|after|until|and|in|on) |$)",
    re.IGNORECASE,
)
"""What two sides agree to do, where it is something of its own and more than to go on."""

GOES_ON = re.compile(rf"{_AGREED}(?:{_GOES_ON})", re.IGNORECASE)
"""They agreed to no more than to go on."""

ONE_SIDED = re.compile(
    rf"(?<!\w)(?:{joined(lambda of: of.agreements.one_sided)})(?!\w)", re.IGNORECASE
)
"""What one state signs alone."""

NO_SUBJECT = frozenset(
    (
        "framework draft bilateral trilateral multilateral international intergovernmental joint "
        "similar operational working cooperation partnership strategic association new final "
        "preliminary formal legal verbal interim general comprehensive separate second third "
        "first existing old longstanding historic landmark basic main standing written secret "
        "technical special revised updated"
    ).split()
)
"""Words before an instrument's head that say nothing of what it covers."""
