"""Who acts for a state and who for a firm or a club, by the words of offices and of names."""

from __future__ import annotations

import re

from communique.recognition.offices import BODY, is_body, is_office_word
from communique.recognition.words import joined
from communique.values.gazetteer import gazetteer

OF_FIRMS = re.compile(rf"\b(?:{joined(lambda of: of.officials.offices_of_firms)})\b", re.IGNORECASE)
"""Offices of firms, clubs and festivals, unless a state is named as theirs, and honorary ones."""

_OF_FIRMS_TOO = re.compile(joined(lambda of: of.officials.offices_of_firms_too), re.IGNORECASE)
_STATE_RUN = joined(lambda of: of.officials.state_run)
_PUBLIC = re.compile(
    rf"\b(?:{joined(lambda of: of.officials.public)}|{_STATE_RUN})\b", re.IGNORECASE
)
_PRIVATE = re.compile(
    rf"^(?!.*\b(?:{_STATE_RUN})\b).*?\b(?P<word>{joined(lambda of: of.officials.firms)})\b",
    re.IGNORECASE,
)


def is_public_office(role: str) -> bool:
    """Whether only states and their bodies have such an office: "minister", not "director"."""
    return not OF_FIRMS.search(role) and any(
        is_office_word(word) and not _OF_FIRMS_TOO.fullmatch(word)
        for word in re.findall(r"[\w-]+", role)
    )


def is_official(name: str) -> bool:
    """Whether a name is that of a state, a city or an official body: no club, no firm."""
    places = gazetteer()
    if places.code_of(name) or places.city(name):
        return True
    private, body = _PRIVATE.search(name), BODY.search(name)
    if private:
        # A "Ministry of Companies" is one, and a "Retailers' Association" is not.
        return body is not None and body.start() < private.start("word")
    if is_body(name) or _PUBLIC.search(name):
        return True
    states = places.mentions(name)
    covered = sum(len(name[m.start : m.end].split()) for m in states)
    # "The Danish side", but not the Danish side of eleven players that has a name.
    return covered > 0 and covered >= len(name.split()) - 1


def speaks_of_officials(text: str) -> bool:
    """Whether words are there of a state, an official body or a public office.

    Of a state its name: "Peruvian" says only where a firm is from.
    """
    states = (mention for mention in gazetteer().mentions(text) if mention.kind == "name")
    return any(states) or BODY.search(text) is not None or is_public_office(text)
