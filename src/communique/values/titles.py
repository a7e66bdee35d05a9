"""Courtesy titles, ranks and offices that are not part of a name."""

from __future__ import annotations

import re

COUNTERPART = re.compile(
    r"(?:counterpart|opposite number|homologue(?:\s+\w+)?|"
    r"amtskolleg\w+|kolleg\w+|коллег\w+|homólog\w+)\s*,?\s*$",
    re.IGNORECASE,
)
"""Words before the name of somebody who has the same office as another, of another state."""

_TITLES = frozenset(
    (
        "mr mrs ms miss mx dr prof professor sir dame lord lady hon rev reverend sheikh "
        "shaikh gen general lt lieutenant col colonel maj major capt captain adm admiral "
        "brig brigadier sgt sergeant cdr commander h.e h.m h.r.h h.h hrh madam madame "
        "baron baroness viscount countess duke duchess prince princess mm mme mmes mlle "
        "monsieur m s.e s.e.m herr frau sr sra srta señor señora г-н г-жа господин госпожа "
        "д-р проф генерал"
    ).split()
)
# Titles that stand for themselves too are titles only with their full stop: "M. Barnier".
_WITH_STOP = frozenset(("m", "sr"))
# What "General" and "Major" may begin besides the name of an officer.
_BODIES = frozenset(
    (
        "assembly secretariat council directorate staff prosecutor prosecutor's "
        "prosecutor’s command court confederation department office consulate motors "
        "electric economic authority"
    ).split()
)
_PHRASES = (
    "his excellency",
    "her excellency",
    "their excellencies",
    "the honourable",
    "the honorable",
    "right honourable",
    "the right honourable",
    "his majesty",
    "her majesty",
    "his royal highness",
    "her royal highness",
    "his highness",
    "his holiness",
    "son excellence",
    "его превосходительство",
)


def without_honorifics(name: str) -> str:
    """`name` without the titles before it; unchanged where nothing else would be left.

    A title that is a word of its own in other names ("General Motors") is taken off only before
    at least one more word with a capital letter.
    """
    kept = name.strip()
    while True:
        shorter = _shorten(kept)
        if shorter == kept or not any(c.isalpha() for c in shorter):
            return kept
        kept = shorter


def _shorten(name: str) -> str:
    lower = name.casefold()
    for phrase in _PHRASES:
        if lower.startswith(phrase + " "):
            return name[len(phrase) :].lstrip()
    head, _, rest = name.partition(" ")
    rest = rest.lstrip()
    title = head.casefold().rstrip(".")
    if title not in _TITLES or (title in _WITH_STOP and not head.endswith(".")):
        return name
    begins_name = rest[:1].isupper() and rest.split()[0].casefold() not in _BODIES
    return rest if begins_name else name


def without_courtesy_after(role: str) -> str:
    """`role` without the titles of the name that follows it: "Minister of Trade, H.E. Mr"."""
    words = role.split()
    while len(words) > 1 and (
        (title := words[-1].casefold().strip(".,")) in _COURTESY
        or (words[-2].endswith(",") and title in _TITLES)
    ):
        words.pop()
    return " ".join(words).rstrip(",")


_COURTESY = frozenset("mr mrs ms miss dr prof h.e s.e mme mlle m herr frau sr sra г-н г-жа".split())


def without_generation(name: str) -> str:
    """`name` without what tells a son from a father: "Lloyd Austin III" is called Austin."""
    return _GENERATION.sub("", name)


_GENERATION = re.compile(r",?\s+(?:[JS]r\.?|I{2,3}|IV)$")


# Words for offices, and words that ministries and departments are called by.
_OFFICES = frozenset(
    (
        "president vice-president premier minister secretary under-secretary "
        "undersecretary director ambassador chancellor chairman chairwoman chairperson "
        "chair commissioner envoy head chief representative spokesman spokeswoman "
        "spokesperson speaker governor mayor deputy leader rapporteur coordinator chargé "
        "consul attaché counterpart homologue amtskollege amtskollegen amtskollegin "
        "general-secretary secretary-general ministre président présidente "
        "ambassadeur chef commissaire directeur directrice porte-parole kanzler kanzlerin "
        "präsident präsidentin außenminister außenministerin botschafter министр президент "
        "премьер-министр посол председатель глава секретарь представитель министра "
        "президента главы"
    ).split()
)
_DOMAINS = frozenset(
    (
        "affairs foreign interior internal external defence defense home migration justice "
        "trade economy economic finance energy transport health education culture "
        "environment security council commission department ministry state general prime "
        "vice first deputy assistant permanent special high senior acting political "
        "european union nations united national federal relations cooperation development "
        "executive cabinet sports culture information labour labor agriculture industry tourism"
    ).split()
)


def without_office(name: str) -> str:
    """`name` without an office before it: "Fijian Minister of Internal Affairs Ana Roy".

    Only the capitalised words at the end are kept, and only where an office stands before them.
    """
    tokens = name.split()
    at = len(tokens)
    while at > 0 and _is_of_name(tokens[at - 1]):
        at -= 1
        if at and tokens[at - 1].endswith(","):
            break
    while at < len(tokens) and tokens[at] in _PARTICLES:
        at += 1
    before = [token.casefold().strip(",") for token in tokens[:at]]
    # "President of France" names no person.
    if at == len(tokens) or not before or before[-1] in ("of", "for", "to", "the", "de", "du"):
        return name
    return " ".join(tokens[at:]) if any(token in _OFFICES for token in before) else name


_PARTICLES = frozenset(
    ("von van der den de la le du di da dos del bin ibn al el zu ter ten").split()
)


def is_domain(word: str) -> bool:
    """Whether `word` tells what an office is for or how high it is: "foreign", "deputy"."""
    return word.casefold().strip(",.") in _DOMAINS


def is_office(words: list[str]) -> bool:
    """Whether words are the whole of an office: "Prime Minister", "Minister of Trade"."""
    linking = ("of", "for", "and", "the", "de", "des", "du")
    return (
        any(word.casefold().strip(",.") in _OFFICES for word in words)
        and words[-1] not in linking
        and all(_is_of_office(word) or word in linking for word in words)
    )


def is_particle(word: str) -> bool:
    """Whether `word` stands in lower case within names: "van", "bin"."""
    return word in _PARTICLES


def _is_of_name(token: str) -> bool:
    return token in _PARTICLES or (token[:1].isupper() and not _is_of_office(token))


def _is_of_office(token: str) -> bool:
    bare = token.casefold().strip(",.")
    return bare in _OFFICES or bare in _DOMAINS or token.endswith(("'s", "’s"))
