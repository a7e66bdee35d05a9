"""Who takes part in a meeting: the people and bodies whom its sentences name, and none beside."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from communique.article import Span
from communique.passages import Passage
from communique.recognition.base import Recogniser, Refused, refused
from communique.recognition.offices import BODY, OFFICE, capitalised, is_office_word
from communique.recognition.people import (
    enriched,
    full_names,
    given,
    in_office,
    known_as,
)
from communique.recognition.sides import (
    OF_STATES,
    names_international_body,
    states_in,
    taking_part,
)
from communique.recognition.words.meetings import ENCOUNTER
from communique.recognition.words.speech import STANDS_FOR, TOGETHER
from communique.values.folding import fold
from communique.values.gazetteer import gazetteer
from communique.values.reading import Context, Grounded, Reading, Unsupported
from communique.values.titles import COUNTERPART, without_generation

_FEWEST_PLACES = 3


@dataclass(frozen=True)
class Participants(Recogniser):
    """Reads the offices and bodies of the people whom the model names."""

    asks = "name"

    def settles(self, context: Context) -> bool:
        """Where the sentence names all who meet."""
        return bool(_all_named(context))

    def most(self, context: Context) -> int | None:
        """As many as the sentence has names and offices, and one; not told of "they" or "both".

        Without it the embedded model writes one name until the list is full.
        """
        sentence = _telling(context.evidence)
        said = sentence.span.text
        if STANDS_FOR.search(said) or TOGETHER.search(said):
            return None
        text = context.reading.article.text
        names = {text[slice(*place)] for place in capitalised(text, sentence.start, sentence.end)}
        return max(_FEWEST_PLACES, len(names) + _offices_in(said) + 1)

    def read(self, raw: Any, context: Context) -> Any:
        """The model's entries, with what the article says of each person.

        Those whom the sentence names beside them take part too; those whom it does not name, and
        those who only tell of the meeting, are refused.
        """
        named_here = _all_named(context)
        if not isinstance(raw, list):
            return named_here or raw
        places = [
            e
            for e in raw
            if _is_only_a_place(e, context.reading) or _is_only_travelled_to(e, context)
        ]
        groups = [e for e in raw if _is_no_side(e)]
        topics = [e for e in raw if _is_only_spoken_of(e, context)]
        sources = [e for e in raw if _is_source(e, context)]
        left = (*places, *groups, *topics, *sources)
        entries = [enriched(_as_office(e, context), context.reading) for e in raw if e not in left]
        if not context.evidence:
            return entries
        named = _only_named(entries, context)
        sides = _without_spokesmen(named)
        others = [refused(e, "these sentences do not name them") for e in entries if e not in named]
        others += [refused(e, "this is where it happened, and no side") for e in places]
        others += [refused(e, "this is no person, body or state") for e in groups]
        others += [refused(e, "the meeting was about them") for e in topics if e not in groups]
        tellers = [e for e in named if e not in sides] + sources
        others += [refused(e, "they only tell of the meeting") for e in tellers]
        mine = {fold(str(given(e, "name"))) for e in sides}
        sides = sides + [
            enriched({"name": p.name.text}, context.reading)
            for p in taking_part(_telling(context.evidence), context.reading)
            if fold(p.name.text) not in mine
        ]
        sides = _once(sides)
        if len(sides) == 1:
            why = "these sentences name only one side of a meeting"
            return Refused(raw, Unsupported("not_told", why))
        if not any(_official(e, context) for e in sides):
            why = "nobody named here has an office or speaks for a body"
            return Refused(raw, Unsupported("not_told", why))
        if named_here:
            theirs = {fold(str(given(e, "name"))) for e in named_here}
            more = [e for e in sides if fold(str(given(e, "name"))) not in theirs]
            others += [refused(e, "these sentences name all who met") for e in more]
            sides = named_here
        return [*sides, *others]


def _all_named(context: Context) -> list[Any]:
    """The people whom the sentence has meet, where nobody else can take part; else nobody.

    They are two at least. A state that none of them stands for is a third side, and so are a name
    without an office, somebody else's office or body, and whoever is not named: "the delegation".
    """
    if not context.evidence:
        return []
    sentence, reading = _telling(context.evidence), context.reading
    people = _once(
        [enriched({"name": p.name.text}, reading) for p in taking_part(sentence, reading)]
    )
    if len(people) < 2 or _without_spokesmen(people) != people:
        return []
    if not any(_official(e, context) for e in people):
        return []
    text = sentence.span.text
    theirs = " ".join(f"{_role(e)} {given(e, 'organization') or ''}" for e in people)
    others = (
        _offices_in(text) > _offices_in(theirs)
        or len(BODY.findall(text)) > len(BODY.findall(theirs))
        or len({mention.code for mention in states_in(sentence, reading)}) > len(people)
        or sum(1 for _ in full_names(sentence, reading)) > len(people)
        or STANDS_FOR.search(text)
        or names_international_body(sentence)
    )
    return [] if others else people


def _offices_in(text: str) -> int:
    return sum(map(is_office_word, re.findall(r"[\w-]+", text)))


def _as_office(entry: Any, context: Context) -> Any:
    """The entry of people who are only named by their office: "deputy ministers of Peru"."""
    name = entry if isinstance(entry, str) else given(entry, "name")
    if not isinstance(name, str) or not name[:1].islower():
        return entry
    if not any(is_office_word(word) for word in re.findall(r"[\w-]+", name)):
        return entry
    states = gazetteer().mentions(name)
    role = name
    if states:
        last = states[-1]
        role = re.sub(r"\s+(?:of|from|de|du|des|von|aus)(?: the)?\s*$", "", name[: last.start])
    # As it stands with its state, of whom "the deputy ministers of Fiji and those of Peru" are.
    beside = [s for s in context.reading.find(name) if context.inside(s) and s.text == name]
    offices = [
        Span.of(context.reading.article.text, s.start, s.start + len(role)) for s in beside
    ] or context.reading.find(role)
    if not offices:
        return entry
    country = name[states[-1].start : states[-1].end] if states else given(entry, "country")
    body = None if isinstance(entry, str) else given(entry, "organization")
    told = Grounded(offices[0].text, offices[0])
    return {"name": None, "role": told, "organization": body, "country": country}


_WHEREABOUTS = re.compile(r"\b(?:in|at|near|outside|en|bei|в)\s+$", re.IGNORECASE)


def _is_only_a_place(entry: Any, reading: Reading) -> bool:
    """Whether the article gives a name only as where something is: "in Chiang Mai"."""
    name = entry if isinstance(entry, str) else given(entry, "name")
    if not isinstance(name, str) or gazetteer().code_of(name) or known_as(name, reading):
        return False
    spans = reading.find(name)
    text = reading.article.text
    return bool(spans) and all(
        _WHEREABOUTS.search(text[max(0, span.start - 12) : span.start]) for span in spans
    )


_TRAVEL = re.compile(
    r"\b(?:trips?|visits?|tours?|journeys?|travel\w*|flew|flies|flights?|went|voyages?|déplacements?|"
    r"reis\w*|besuch\w*|viaj\w*|visitas?|поездк\w*|визит\w*) "
    r"(?:to|in|nach|en|au|aux|à|al?|в) (?:[\w’'.-]+ ){0,8}$",
    re.IGNORECASE,
)


def _is_only_travelled_to(entry: Any, context: Context) -> bool:
    """Whether the sentences have a state only as where somebody goes: "a trip to Peru"."""
    name = entry if isinstance(entry, str) else given(entry, "name") or given(entry, "country")
    if not isinstance(name, str) or not gazetteer().code_of(name):
        return False
    return _always_after(_TRAVEL, name, context)


def _always_after(words: re.Pattern[str], name: str, context: Context) -> bool:
    """Whether each mention of `name` in the evidence stands right after such words."""
    text = context.reading.article.text
    spans = [s for s in context.reading.find(name) if context.inside(s)]
    return bool(spans) and all(
        words.search(text[max(0, span.start - 120) : span.start]) for span in spans
    )


_OWNED = re.compile(
    r"['’]s?\s+(?!(?:[\w-]+\s+){0,2}(?:meet|talk|visit|call|conversation|counterpart|negotiat|"
    r"consultation|encounter|delegation)\w*)"
)
_ABSENT = re.compile(
    r"\b(?:on behalf|assassination|death|legacy|memory|murder|killing|funeral) of "
    r"(?:[\w.-]+ ){0,5}$|"
    r"\b(?:following|after|since|before|ahead of) (?:[\w’'-]+ ){1,3}visits? (?:[\w.]+ ){0,6}by "
    r"(?:[\w.-]+ ){0,6}$"
)


def _is_only_spoken_of(entry: Any, context: Context) -> bool:
    """Whether the sentences have a person only as whose deeds they are about: "X's decision"."""
    name = entry if isinstance(entry, str) else given(entry, "name")
    if not isinstance(name, str) or not name.split() or gazetteer().code_of(name):
        return False
    text = context.reading.article.text
    spans = [s for s in context.reading.find(name.split()[-1]) if context.inside(s)]
    return bool(spans) and all(
        _OWNED.match(text, span.end) or _ABSENT.search(text[max(0, span.start - 120) : span.start])
        for span in spans
    )


_GROUP = re.compile(
    r"\b(?:countries|nations|states|citizens|nationals|residents|migrants|visitors|parties|sides|"
    r"pays|citoyens|ressortissants|parties|länder|staaten|стран\w*|граждан\w*|сторон\w*)\b"
)


def _is_no_side(entry: Any) -> bool:
    """Whether a name is of no one in particular: "neighbouring countries", "illegal migration"."""
    name = entry if isinstance(entry, str) else given(entry, "name")
    if not isinstance(name, str):
        return False
    titled = any(pattern.search(name) for pattern in (BODY, OFFICE, COUNTERPART))
    return bool(_GROUP.search(name)) or (name.islower() and not titled)


def _telling(evidence: Sequence[Passage]) -> Passage:
    """The sentence of the evidence that says that somebody meets; the first where none does."""
    return next((p for p in evidence if ENCOUNTER.search(p.span.text)), evidence[0])


def _without_spokesmen(entries: list[Any]) -> list[Any]:
    """Without those who tell of a meeting for others, where two sides are left."""
    kept = [e for e in entries if not _SPOKESMAN.search(str(given(e, "role") or ""))]
    return kept if len(kept) > 1 else entries


_SPOKESMAN = re.compile(
    r"\b(?:spokes\w+|press secretary|porte-parole|\w*sprecher(?:in)?|пресс-секретар\w*|portavoz)\b",
    re.IGNORECASE,
)


def _once(entries: list[Any]) -> list[Any]:
    """Each person once: small models list one as several, with other bodies or by the office."""
    held = {fold(role) for e in entries if given(e, "name") and (role := _role(e))}
    entries = [e for e in entries if given(e, "name") or not _is_part(_role(e), held)]
    last = {fold(name): e for e in reversed(entries) if isinstance(name := given(e, "name"), str)}
    return [
        e for e in entries if not isinstance(name := given(e, "name"), str) or e is last[fold(name)]
    ]


def _role(entry: Any) -> str:
    role = given(entry, "role")
    return role.value if isinstance(role, Grounded) else role if isinstance(role, str) else ""


def _is_part(role: str, held: set[str]) -> bool:
    return bool(role) and any(fold(role) in other for other in held)


def _only_named(entries: list[Any], context: Context) -> list[Any]:
    """Without people whom the sentences do not name, where they name two at least themselves."""
    text = " ".join(p.span.text for p in context.evidence)
    folded = fold(text)
    named = [
        e
        for e in entries
        if isinstance(given(e, "name"), str)
        and fold(without_generation(given(e, "name")).split()[-1]) in folded
    ]
    bodies = [e for e in entries if _is_named_body(e, folded)]
    if len(named) + len(bodies) < 2 or STANDS_FOR.search(text):
        return _known_by_then(entries, context)
    states = [e for e in entries if not given(e, "name") and not given(e, "organization")]
    return [e for e in entries if e in (*named, *bodies, *states)]


def _is_named_body(entry: Any, folded: str) -> bool:
    """Whether an entry is of a body that the sentences name."""
    body = given(entry, "organization")
    return not given(entry, "name") and isinstance(body, str) and fold(body) in folded


def _is_source(entry: Any, context: Context) -> bool:
    """Whether the sentences have a body only as who tells of it: "according to the embassy"."""
    name = entry if isinstance(entry, str) else given(entry, "name") or given(entry, "organization")
    return isinstance(name, str) and _always_after(_SOURCE, name, context)


_SOURCE = re.compile(
    r"\b(?:according to|selon|laut|según|по данным|по сообщению|по информации) "
    r"(?:the |la |le |l['’]|el |dem |der )?$",
    re.IGNORECASE,
)


def _known_by_then(entries: list[Any], context: Context) -> list[Any]:
    """Without those whom the article names only later: "the minister" is nobody of them."""
    end = max(p.end for p in context.evidence)
    kept = [
        e
        for e in entries
        if not isinstance(name := given(e, "name") or given(e, "organization"), str)
        or not (places := context.reading.find(name.split()[-1] if given(e, "name") else name))
        or min(place.start for place in places) < end
    ]
    return kept if len(kept) > 1 else entries


def _official(entry: Any, context: Context) -> bool:
    """Whether an entry is of somebody with an office, of a body, or of a state among officials."""
    if in_office(entry, context):
        return True
    stands_for_state = given(entry, "country") and not given(entry, "name")
    return bool(stands_for_state) and any(OF_STATES.search(p.span.text) for p in context.evidence)
