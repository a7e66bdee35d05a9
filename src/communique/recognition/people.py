"""Who is who: the people that an article names, with the office and body that it gives them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice, pairwise
from typing import Any

from communique.article import Span
from communique.passages import Passage
from communique.recognition.offices import (
    BODY,
    body_of,
    capitalised,
    is_body,
    is_office_word,
    office_after,
    office_before,
)
from communique.recognition.standing import OF_FIRMS
from communique.values.base import is_nothing
from communique.values.country import owners
from communique.values.folding import fold, words
from communique.values.gazetteer import gazetteer
from communique.values.inflection import find_forms, find_inflected, nominative, same_word
from communique.values.reading import Context, Grounded, Reading
from communique.values.titles import COUNTERPART, without_honorifics


@dataclass(frozen=True, slots=True)
class Person:
    """A person as one sentence presents them; spans of what it gives."""

    name: Span
    role: Span | None
    organization: Span | None
    mirrored: bool = False
    """Whether the office is written beside whom this person is the counterpart of."""


@lru_cache(maxsize=64)
def people(reading: Reading) -> tuple[Person, ...]:
    """The people whom the article presents with an office, in the order of the text.

    Whoever is once given in full has that name everywhere: "Minister Le Drian" is no other.
    """
    found = [person for passage in reading.passages for person in presented(passage, reading)]
    names = {fold(person.name.text): person.name for person in found}
    return tuple(
        replace(person, name=nominative(reading, _in_full(person.name, names))) for person in found
    )


# "The lawmaker, whose county ...", "He is the tourism minister", "Peru's envoy to ...".
_OPENING = re.compile(
    r"\W*(?:[“\"«„][^”\"»“]*[”\"»“],?\s+(?:\w+ )?)?"
    r"(?:(?:he|she|il|elle|er|sie|él|ella) (?:is|was|est|ist|es) )?"
    r"(?:(?:the|la|le|el|der|die)\s+|l['’]|[A-Z][\w-]+['’]s?\s+)",
    re.IGNORECASE,
)
_WORDS_BEFORE = 4
# "The minister, Ana Roy, ...": the name right after the office is whose it is.
_BESIDE = 4


def called_after(reading: Reading) -> Iterator[Person]:
    """Those who are named without an office, and called by it in the next sentence.

    Whether they are people is not looked at: "the Pacific Islands. The minister ..." is among them.
    """
    text = reading.article.text
    for before, after in pairwise(reading.passages):
        role = _office_at_start(text, after)
        if role is None or "\n" in text[before.end : after.start]:
            continue
        names = list(full_names(before, reading))
        others = any(0 <= n.start - role.end < _BESIDE for n in full_names(after, reading))
        if len(names) == 1 and not others:
            yield Person(names[0], role, None)


def _office_at_start(text: str, passage: Passage) -> Span | None:
    """The office of whom a sentence speaks first, without a name."""
    opening = _OPENING.match(text, passage.start, passage.end)
    words_after = re.compile(r"[\w-]+").finditer(
        text, opening.end() if opening else passage.start, passage.end
    )
    start = None
    # Russian has no article; what is no office then begins some other sentence.
    for word in islice(words_after, _WORDS_BEFORE if opening else 1):
        start = word.start() if start is None else start
        if is_office_word(word[0]):
            return Span.of(text, start, word.end())
    return None


def _in_full(name: Span, names: dict[str, Span]) -> Span:
    """The one longer name that ends as `name` does; `name` where there is none, or several."""
    own = fold(name.text)
    longer = [span for full, span in names.items() if full.endswith(" " + own)]
    return longer[0] if len(longer) == 1 else name


def full_names(passage: Passage, reading: Reading) -> Iterator[Span]:
    """What looks like the name of a person, of two words at least, in a sentence."""
    text = reading.article.text
    for start, end in capitalised(text, passage.start, passage.end):
        name = _trimmed(text, start, end)
        person = len(name.text.split()) > 1 and not BODY.search(name.text)
        if person and not _is_of_places(name.text):
            yield name


def presented(passage: Passage, reading: Reading) -> Iterator[Person]:
    """The people whom a sentence itself presents with an office, named as it names them."""
    text = reading.article.text
    last: Span | None = None
    for name in full_names(passage, reading):
        start, end = name.start, name.end
        role = office_before(text, passage.start, start) or office_after(text, end, passage.end)
        if role is None and last and COUNTERPART.search(text[passage.start : start]):
            yield Person(name, last, None, mirrored=True)
        elif role is not None:
            last = role
            yield Person(name, role, body_of(role, passage, text))


def _is_of_places(name: str) -> bool:
    """Whether a run of capitalised words is a place: "Chiang Mai", "In Paris"."""
    mentions = gazetteer().mentions(name)
    covered = sum(len(name[m.start : m.end].split()) for m in mentions)
    return covered == len(name.split())


def _trimmed(text: str, start: int, end: int) -> Span:
    kept = without_honorifics(text[start:end])
    return Span.of(text, end - len(kept), end)


def known_as(name: str, reading: Reading) -> tuple[Person, ...]:
    """What the article says of the person `name`, given in full or by the last word."""
    mine = words(fold(name))
    full = [(p, words(fold(p.name.text))) for p in people(reading)]
    return tuple(p for p, theirs in full if mine and _among(mine, theirs)) or tuple(
        p for p, theirs in full if len(mine) > 1 and _among(theirs, mine)
    )


def _among(some: Iterable[str], others: Sequence[str]) -> bool:
    """Whether each of `some` words is one of the others, in whatever case."""
    return all(any(same_word(word, other) for other in others) for word in some)


def _as_meant(raw: dict[str, Any], reading: Reading) -> dict[str, Any]:
    """An entity whose name is really an office, or whose body is really a person."""
    name, body = raw["name"], raw.get("organization")
    if isinstance(body, str) and not BODY.search(body) and _presented_as(body, reading):
        return {**raw, "name": body, "organization": None}
    if not any(is_office_word(word) for word in re.findall(r"[\w-]+", name)):
        return raw
    if _presented_as(name, reading):
        return raw
    # "Secretary Blinken": the office that is written short stands before the name.
    title = [w.end() for w in re.finditer(r"[\w-]+", name) if is_office_word(w[0])][-1]
    alone = without_honorifics(name[title:].strip(" ,"))
    called = {fold(p.name.text): p.name.text for p in known_as(alone, reading)} if alone else {}
    if len(called) == 1:
        return {**raw, "name": next(iter(called.values()))}
    holders = {
        fold(p.name.text): p.name.text
        for p in people(reading)
        if p.role and fold(p.role.text) in fold(name)
    }
    return {**raw, "name": next(iter(holders.values()))} if len(holders) == 1 else raw


def _presented_as(name: str, reading: Reading) -> bool:
    return bool(known_as(without_honorifics(name.strip()), reading))


def enriched(raw: Any, reading: Reading) -> Any:
    """An entity as the model wrote it, with the office and body that the article gives it."""
    if isinstance(raw, str):
        raw = {"name": raw}
    if not isinstance(raw, dict):
        return raw
    raw = {**raw, "name": given(raw, "name")}
    if raw["name"] is None and isinstance(given(raw, "organization"), str):
        raw = {**raw, "name": raw["organization"]}
    if not isinstance(raw.get("name"), str):
        return raw
    raw = _as_meant(raw, reading)
    places = gazetteer()
    if (places.code_of(raw["name"]) or places.city(raw["name"])) and len(raw["name"]) > 2:
        # A side that is known only by its state has no name.
        return {**raw, "name": None, "country": raw["name"]}
    known = known_as(without_honorifics(raw["name"].strip()), reading)
    if not known and is_body(raw["name"]):
        return {**raw, "name": None, "organization": raw["name"]}
    if len({fold(p.name.text) for p in known}) != 1:
        return raw
    role = max((p.role.text for p in known if p.role), key=len, default=None)
    body = next((p.organization.text for p in known if p.organization), None)
    told: dict[str, Any] = {"name": known[0].name.text}
    if role:
        mirrored = next((p.role for p in known if p.mirrored), None)
        told["role"] = Grounded(mirrored.text, mirrored) if mirrored else role
    if body:
        told["organization"] = body
    return {**raw, **told}


def in_office(entry: Any, context: Context) -> bool:
    """Whether the article gives somebody an office, or it is a ministry, agency or the like."""
    role = given(entry, "role")
    told = role.value if isinstance(role, Grounded) else role
    if isinstance(told, str) and _commercial(told, context):
        return False
    if isinstance(role, Grounded):
        return True
    # Small models call everybody an official, whatever the article says.
    written = isinstance(role, str) and bool(context.reading.find(role))
    if written and any(is_office_word(word) for word in re.findall(r"[\w-]+", role)):
        return True
    body = given(entry, "organization")
    return isinstance(body, str) and is_body(body) and bool(context.reading.find(body))


# "managing director" is read as "director".
_BEFORE_OFFICE = 20


def _commercial(role: str, context: Context) -> bool:
    """Whether an office is a company's, and no state's as "Hong Kong's Chief Executive" is."""
    text = context.reading.article.text
    spans = context.reading.find(role)
    for span in spans:
        found = OF_FIRMS.search(text, max(0, span.start - _BEFORE_OFFICE), span.end)
        office = Span.of(text, *found.span()) if found else None
        if office is None or any(owners(office, text)) or _international(office, text):
            return False
    return bool(spans)


def _international(office: Span, text: str) -> bool:
    """Whether an office is one of a body of many states: "IMF Managing Director"."""
    before = text[: office.start].rstrip().rpartition(" ")[2]
    after = text[office.end :].removeprefix(" of").removeprefix(" the").split(maxsplit=1)[:1]
    return any(gazetteer().is_international(word) for word in (before, *after))


def mentions_of(person: Person, reading: Reading) -> tuple[Span, ...]:
    """Where a person is named: in full, or by a short form that no other person has."""
    name = person.name.text
    whole = find_forms(reading, name)
    short = reading.find_short(name) or _short_forms(name, whole, reading)
    others = {
        fold(p.name.text)
        for p in people(reading)
        if short and _among([fold(short[0].text)], words(fold(p.name.text)))
    }
    return (*whole, *(short if len(others) == 1 else ()))


def _short_forms(name: str, whole: Sequence[Span], reading: Reading) -> tuple[Span, ...]:
    """Mentions by the last word alone in another case."""
    return tuple(
        span
        for span in find_inflected(reading, name.split()[-1])
        if span.text[0].isupper() and not any(w.start <= span.start < w.end for w in whole)
    )


def once_each(reading: Reading) -> Iterator[Person]:
    """The people of the article, each as presented last."""
    yield from {fold(p.name.text): p for p in people(reading)}.values()


def named_in(sentence: Passage, reading: Reading) -> tuple[Person, ...]:
    """The people whom a sentence names, in its order."""
    found: dict[int, Person] = {}
    for person in once_each(reading):
        own = [s for s in mentions_of(person, reading) if sentence.start <= s.start < sentence.end]
        if own:
            found.setdefault(own[0].start, person)
    return tuple(found[start] for start in sorted(found))


def given(raw: Any, key: str) -> Any:
    """What the model gives for `key` of an entity; None where it gives none, or a blank."""
    value = raw.get(key) if isinstance(raw, dict) else None
    return None if isinstance(value, str) and is_nothing(value) else value
