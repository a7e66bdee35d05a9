"""The few-shot example and the schema for LangExtract, which learns its task from both.

The example's states, people and city are invented, and so are their codes, so that none of it can
be mistaken for an article's.
"""

from __future__ import annotations

from typing import Any

import fields

PUBLISHED = "2031-06-05"
TEXT = """\
PORT CALDER, 5 June. Oslavian Trade Minister Tamsin Orrel met her Brevian counterpart, Ildo \
Varnes, in Port Calder on Tuesday to discuss customs checks and river traffic.

After the talks the two ministries signed the Memorandum on Joint Border Posts.

"We will waive visas for Brevian students from next spring," Orrel said on Tuesday."""

_ORREL = "Tamsin Orrel | Trade Minister | null | QO"
EXTRACTIONS: tuple[tuple[str, str, dict[str, Any]], ...] = (
    (
        "meeting",
        (
            "Oslavian Trade Minister Tamsin Orrel met her Brevian counterpart, Ildo Varnes, in "
            "Port Calder on Tuesday to discuss customs checks and river traffic."
        ),
        {
            "status": "held",
            "format": "in_person",
            "participants": [_ORREL, "Ildo Varnes | Trade Minister | null | QB"],
            "place": "Port Calder",
            "country": "QO",
            "date": "2031-06-03",
            "topics": ["customs checks", "river traffic"],
        },
    ),
    (
        "agreement",
        "After the talks the two ministries signed the Memorandum on Joint Border Posts.",
        {
            "title": "Memorandum on Joint Border Posts",
            "instrument": "memorandum",
            "status": "signed",
            "parties": ["Oslavian | QO", "Brevian | QB"],
            "date": "2031-06-03",
            "subjects": ["Joint Border Posts"],
        },
    ),
    (
        "visa_policy_statement",
        '"We will waive visas for Brevian students from next spring," Orrel said on Tuesday.',
        {
            "speaker": _ORREL,
            "stance": "announces",
            "measure": "visa_free",
            "destination": "Oslavian | QO",
            "beneficiaries": ["Brevian students | QB"],
            "statement": "Oslavia will waive visas for Brevian students.",
            "quote": "We will waive visas for Brevian students from next spring",
            "date": "2031-06-03",
        },
    ),
)

NULL = {"type": "null"}
STRING: dict[str, Any] = {"anyOf": [{"type": "string"}, NULL]}


def _one_of(values: tuple[str, ...]) -> dict[str, Any]:
    return {"type": "string", "enum": list(values)}


def _list(most: int) -> dict[str, Any]:
    return {"type": "array", "items": {"type": "string"}, "maxItems": most}


PEOPLE, PHRASES = _list(fields.MOST_ENTITIES), _list(fields.MOST_PHRASES)
ATTRIBUTES: dict[str, dict[str, dict[str, Any]]] = {
    "meeting": {
        "status": _one_of(fields.STATUSES),
        "format": {"anyOf": [_one_of(fields.FORMATS), NULL]},
        "participants": PEOPLE,
        "place": STRING,
        "country": STRING,
        "date": STRING,
        "topics": PHRASES,
    },
    "agreement": {
        "title": {"type": "string"},
        "instrument": _one_of(fields.INSTRUMENTS),
        "status": _one_of(fields.AGREEMENT_STATUSES),
        "parties": PEOPLE,
        "date": STRING,
        "subjects": PHRASES,
    },
    "visa_policy_statement": {
        "speaker": STRING,
        "stance": _one_of(fields.STANCES),
        "measure": _one_of(fields.MEASURES),
        "destination": STRING,
        "beneficiaries": PEOPLE,
        "statement": {"type": "string"},
        "quote": STRING,
        "date": STRING,
    },
}
