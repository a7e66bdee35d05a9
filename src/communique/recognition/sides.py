"""Sides: who is named in a sentence who could have met, or agreed on something."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from communique.article import Span
from communique.passages import Passage
from communique.recognition.offices import BODY, is_office_word
from communique.recognition.people import Person, full_names, mentions_of, named_in, presented
from communique.recognition.words.speech import (
    PRONOUN,
    SAYS,
    STANDS_FOR,
    STANDS_FOR_SOMEBODY,
    TOGETHER,
)
from communique.recognition.words.visas import VISA
from communique.values.gazetteer import Mention, gazetteer
from communique.values.reading import Reading


@lru_cache(maxsize=128)
def names_two_sides(sentence: Passage, reading: Reading) -> bool:
    """Whether a sentence names somebody with an office and another person, or officials of states.

    Of such sentences of news about diplomacy nearly all tell of a meeting, whatever the verb.
    """
    text = sentence.span.text
    says = SAYS.search(text) is not None
    of_states = not says and not VISA.search(text) and _has_office(text)
    if of_states and len(set(_states_named(sentence, reading))) > 1:
        return True
    with_another = sum(1 for _ in full_names(sentence, reading)) > 1 or (
        not says and PRONOUN.search(text) is not None
    )
    needed = 1 if with_another else 2
    # Whom the article presents elsewhere is looked for last: it takes longest.
    here = (p.name for p in presented(sentence, reading))
    return (
        sum(1 for name in here if not _only_tells(name, sentence, reading)) >= needed
        or sum(1 for _ in taking_part(sentence, reading)) >= needed
    )


def has_two_sides(
    grounding: Mapping[str, Span], sentences: Sequence[Passage], reading: Reading
) -> bool:
    """Whether sentences name two of the participants that `grounding` is of.

    A pronoun is somebody too, and so are states among officials, unless the sentence tells what
    somebody says.
    """
    spans: dict[str, dict[str, Span]] = {}
    for path, span in grounding.items():
        entry, _, field = path.partition(".")
        if entry.startswith("participants["):
            spans.setdefault(entry, {})[field] = span
    named = [entity.get("name") or entity.get("organization") for entity in spans.values()]
    sides = sum(span is not None and reading.names([span], sentences) for span in named)
    if sides > 1:
        return True
    states = [entity["country"] for entity in spans.values() if entity.keys() == {"country"}]
    beside = sum(any(s.start <= m.start < s.end for s in sentences) for m in states)
    if not (sides or beside):
        return False
    text = " ".join(sentence.span.text for sentence in sentences)
    if SAYS.search(text):
        return False
    if beside and _has_office(text) and not VISA.search(text):
        sides += beside
    return sides > 0 and sides + (PRONOUN.search(text) is not None) > 1


def names_a_side(sentence: Passage, reading: Reading) -> bool:
    """Whether a sentence names, or stands for, anybody who could have taken part in a meeting."""
    return (
        STANDS_FOR_SOMEBODY.search(sentence.span.text) is not None
        or names_an_official_side(sentence, reading)
        or any(full_names(sentence, reading))
    )


def names_an_official_side(sentence: Passage, reading: Reading) -> bool:
    """Whether a sentence names an office, a body, a state, or somebody who is presented so."""
    text = sentence.span.text
    return (
        _has_office(text)
        or BODY.search(text) is not None
        or any(_states_named(sentence, reading))
        or bool(named_in(sentence, reading))
    )


@lru_cache(maxsize=128)
def may_have_officials(sentence: Passage, reading: Reading) -> bool:
    """Whether somebody official can take part in a meeting of which a sentence tells.

    Not where it names two people at least, nobody official beside, and stands for nobody who is
    named elsewhere: those two are no officials, whatever else a model says of them.
    """
    text = sentence.span.text
    return (
        sum(1 for _ in full_names(sentence, reading)) < 2
        or STANDS_FOR.search(text) is not None
        or BODY.search(text) is not None
        or names_international_body(sentence)
        or _names_an_official(sentence, reading)
    )


def names_somebody(sentence: Passage, reading: Reading) -> bool:
    """Whether a sentence names somebody by name or office, or states among officials."""
    return _names_an_official(sentence, reading) or any(full_names(sentence, reading))


def _names_an_official(sentence: Passage, reading: Reading) -> bool:
    """Whether a sentence has an office, states among officials, or somebody presented as one."""
    text = sentence.span.text
    among_officials = OF_STATES.search(text) is not None
    return (
        _has_office(text)
        or (among_officials and any(_states_named(sentence, reading)))
        or bool(named_in(sentence, reading))
    )


def names_more_than_one(sentence: Passage, reading: Reading) -> bool:
    """Whether a sentence names, or stands for, two who could have agreed on something."""
    text = sentence.span.text
    if TOGETHER.search(text):
        return True
    sides = {*_states_named(sentence, reading), *(body[0] for body in BODY.finditer(text))}
    people = {span.text for span in full_names(sentence, reading)}
    people |= {person.name.text for person in named_in(sentence, reading)}
    return len(sides) + len(people) > 1


def _has_office(text: str) -> bool:
    return any(is_office_word(word[0]) for word in re.finditer(r"[\w-]+", text))


def _states_named(sentence: Passage, reading: Reading) -> Iterator[str]:
    """The states that a sentence names, also by their capitals."""
    for mention in gazetteer().mentions(reading.article.text):
        if sentence.start <= mention.start < sentence.end and mention.kind != "city":
            yield mention.code


def states_in(sentence: Passage, reading: Reading) -> list[Mention]:
    """Where a sentence names states, or what is of them; not where it names their cities."""
    return [
        mention
        for mention in gazetteer().mentions(reading.article.text)
        if sentence.start <= mention.start < sentence.end and mention.kind in ("name", "demonym")
    ]


def names_international_body(sentence: Passage) -> bool:
    """Whether a sentence names a body of many states by one word, such as "Interpol"."""
    words = re.findall(r"[^\W\d_][\w-]*", sentence.span.text)
    return any(map(gazetteer().is_international, words))


def taking_part(sentence: Passage, reading: Reading) -> Iterator[Person]:
    """The people whom a sentence about a meeting names, but for those who only tell of it."""
    for person in named_in(sentence, reading):
        place = next(
            s for s in mentions_of(person, reading) if sentence.start <= s.start < sentence.end
        )
        if not _only_tells(place, sentence, reading):
            yield person


def _only_tells(name: Span, sentence: Passage, reading: Reading) -> bool:
    text = reading.article.text
    before = text[max(sentence.start, name.start - 60) : name.start]
    after = text[name.end : name.end + 40]
    return bool(_TELLS_AFTER.match(after) or _TELLS_BEFORE.search(before))


_TELLS_AFTER = re.compile(rf"['’]?,?\s+{SAYS.pattern}", re.IGNORECASE)
_TELLS_BEFORE = re.compile(
    r"\b(?:according to|attributable to|said|told|spokes\w+|selon|laut|по словам|succe\w+|"
    r"predecessor|former|late|on behalf of|invitation of|ex-)\b[^.;]*$",
    re.IGNORECASE,
)


OF_STATES = re.compile(
    r"\b(?:talks|negotiat|consultation|delegation|government|official|ministr|minister|summit|"
    r"commission|envoy|diplomat|director|secretar|ambassador|negotiator|commander|chiefs? of|"
    r"conferred|counterpart|parliamentar|pourparlers|délégation|gouvernement|regierung|verhandl|переговор|"
    r"делегаци|правительств|министр)",
    re.IGNORECASE,
)
"""What makes sides that are only named by their states a meeting of officials."""
