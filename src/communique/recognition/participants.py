"""Who takes part in a meeting: the people and bodies whom its sentences name, and none beside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from communique.passages import Passage
from communique.recognition.base import Recogniser
from communique.recognition.people import Person, enriched, given, in_office, named_in
from communique.values.folding import fold
from communique.values.reading import Context, Reading, Unsupported


@dataclass(frozen=True)
class Participants(Recogniser):
    """Reads the offices and bodies of the people whom the model names."""

    def read(self, raw: Any, context: Context) -> Any:
        """The model's entries, with what the article says of each person.

        Where only one takes part, those whom the sentence names beside them take part too.
        """
        if not isinstance(raw, list):
            return raw
        entries = [enriched(e, context.reading) for e in raw]
        if not context.evidence:
            return entries
        entries = _without_spokesmen(_only_named(entries, context))
        mine = {fold(str(given(e, "name"))) for e in entries}
        entries += [
            enriched({"name": p.name.text}, context.reading)
            for p in _taking_part(context.evidence[0], context.reading)
            if fold(p.name.text) not in mine
        ]
        entries = _once(entries)
        if len(entries) == 1:
            return Unsupported("not_told", "these sentences name only one side of a meeting")
        if not any(_official(e, context) for e in entries):
            return Unsupported("not_told", "nobody named here has an office or speaks for a body")
        return entries


def _without_spokesmen(entries: list[Any]) -> list[Any]:
    """Without those who tell of a meeting for others, where two sides are left."""
    kept = [e for e in entries if not _SPOKESMAN.search(str(given(e, "role") or ""))]
    return kept if len(kept) > 1 else entries


_SPOKESMAN = re.compile(
    r"\b(?:spokes\w+|press secretary|porte-parole|\w*sprecher(?:in)?|пресс-секретар\w*|portavoz)\b",
    re.IGNORECASE,
)


def _once(entries: list[Any]) -> list[Any]:
    """Each person once: small models list one as several, with other bodies."""
    seen: set[str] = set()
    kept = []
    for entry in entries:
        name = given(entry, "name")
        if isinstance(name, str):
            if fold(name) in seen:
                continue
            seen.add(fold(name))
        kept.append(entry)
    return kept


def _only_named(entries: list[Any], context: Context) -> list[Any]:
    """Without people whom the sentences do not name, where they name two at least themselves."""
    text = " ".join(p.span.text for p in context.evidence)
    folded = fold(text)
    named = [
        e
        for e in entries
        if isinstance(given(e, "name"), str) and fold(given(e, "name").split()[-1]) in folded
    ]
    if len(named) < 2 or _STANDS_FOR.search(text):
        return entries
    return [e for e in entries if e in named or not given(e, "name")]


_STANDS_FOR = re.compile(
    r"\b(?:he|she|they|the (?:\w+ )?(?:minister|president|ambassador|secretary|official|"
    r"delegation|sides|"
    r"two|others?)s?|other \w+|il|elle|ils|er|sie|он|она|они)\b",
    re.IGNORECASE,
)


def _taking_part(sentence: Passage, reading: Reading) -> Iterator[Person]:
    """The people whom a sentence about a meeting names, but for those who only tell of it."""
    text = reading.article.text
    for person in named_in(sentence, reading):
        for place in (*reading.find(person.name.text), *reading.find(person.name.text.split()[-1])):
            if sentence.start <= place.start < sentence.end:
                after = text[place.end : place.end + 40]
                before = text[max(sentence.start, place.start - 60) : place.start]
                tells = _TELLS_AFTER.match(after) or _TELLS_BEFORE.search(before)
                if not tells:
                    yield person
                break


_TELLS_AFTER = re.compile(
    r"['’]?,?\s+(?:said|told|announced|added|wrote|a (?:dit|déclaré)|sagte|сообщил)"
)
_TELLS_BEFORE = re.compile(
    r"(?:according to|attributable to|said|told|spokes\w+|selon|laut|по словам|succe\w+|"
    r"predecessor|former|late|"
    r"on behalf of|invitation of|ex-)\b[^.;]*$",
    re.IGNORECASE,
)


# What makes sides that are only named by their states a meeting of officials.
_OF_STATES = re.compile(
    r"\b(?:talks|negotiat|consultation|delegation|government|official|ministr|minister|summit|"
    r"commission|envoy|diplomat|pourparlers|délégation|gouvernement|regierung|verhandl|переговор|"
    r"делегаци|правительств|министр)",
    re.IGNORECASE,
)


def _official(entry: Any, context: Context) -> bool:
    """Whether an entry is of somebody with an office, of a body, or of a state among officials."""
    if in_office(entry, context):
        return True
    stands_for_state = given(entry, "country") and not given(entry, "name")
    return bool(stands_for_state) and any(_OF_STATES.search(p.span.text) for p in context.evidence)
