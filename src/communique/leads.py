"""Leads: what code knows of a sentence before a small model is asked about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from communique.answers import Item
from communique.checking import check, settled
from communique.passages import Passage
from communique.records.base import Record
from communique.records.shape import asked_of
from communique.values.reading import Reading
from communique.wire import MOST_IN_SENTENCE, SENTENCE


@dataclass(frozen=True, slots=True)
class Lead:
    """What code knows of the records of a kind that one sentence tells of.

    `told` names those that it tells of for certain, as `Record.told_in` does. `known` are values
    that each entry about the sentence has; `settled` has the fields that code reads whatever a
    model answers, as it would write them. `whole` is true where nothing is left to ask.
    """

    kind: type[Record]
    told: tuple[str, ...]
    known: Mapping[str, Any]
    settled: Mapping[str, Any] = field(default_factory=dict)
    whole: bool = False

    def items(self, answered: Sequence[Item], number: int) -> list[Item]:
        """The items of an answer, with what is known, or that of the lead alone if it is whole.

        They are numbered from `number`.
        """
        given = [{}] if self.whole else [item.data for item in answered]
        where = {SENTENCE: self.known[SENTENCE]}
        return [
            Item(self.kind, n, {**self.known, **data, **where}, placed=True)
            for n, data in enumerate(given, number)
        ]


def lead(
    kind: type[Record],
    sentence: Passage,
    reading: Reading,
    passages: Sequence[Passage],
    terse: bool,
) -> Lead:
    """What code knows of `sentence`: no values where it is not `terse`, as in `Brief`."""
    told = kind.told_in(sentence, reading)[:MOST_IN_SENTENCE]
    known: dict[str, Any] = {SENTENCE: sentence.number}
    if not terse:
        return Lead(kind, told, known)
    each = [{**known, **kind.given_by(name)} for name in told] or [known]
    read = [settled(Item(kind, 1, data), reading, passages) for data in each]
    # Of several records in a sentence the model says which is which: what differs is its to write.
    shared = {n: v for n, v in read[0].items() if all(n in r and r[n] == v for r in read)}
    if len(each) == 1:
        known = each[0]
    if not shared.keys() >= {wanted.name for wanted in asked_of(kind, terse=True)}:
        return Lead(kind, told, known, shared)
    checked = check(Item(kind, 1, known, placed=True), reading, passages, guided=True)
    stands = checked.record is not None and not checked.problems
    # One that does not stand as code reads it is the model's to tell.
    return Lead(kind, told, known, whole=stands and len(told) == 1)
