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
from communique.wire import SENTENCE


@dataclass(frozen=True, slots=True)
class Lead:
    """A sentence that may tell of records of a kind; a small model is asked for the rest.

    `known` are values that each entry about the sentence has; `settled` has the fields that code
    reads whatever the model answers, as it would write them. `alone` is the record's item where
    nothing is left to ask.
    """

    known: Mapping[str, Any]
    settled: Mapping[str, Any] = field(default_factory=dict)
    alone: Item | None = None

    def items(self, kind: type[Record], answered: Sequence[Item], number: int) -> list[Item]:
        """The items of an answer about the sentence, with what is known; numbered from `number`."""
        where = {SENTENCE: self.known[SENTENCE]}
        return [
            Item(kind, n, {**self.known, **item.data, **where}, placed=True)
            for n, item in enumerate(answered, number)
        ]


def lead(
    kind: type[Record],
    sentence: Passage,
    reading: Reading,
    passages: Sequence[Passage],
    *,
    number: int = 1,
    terse: bool = True,
) -> Lead:
    """What code knows of `sentence`; no more than its number where it is not `terse`.

    `number` is that of the item if no model need be asked.
    """
    known: dict[str, Any] = {SENTENCE: sentence.number}
    if not terse:
        return Lead(known)
    told = kind.told_in(sentence, reading)
    each = [{**known, **kind.given_by(name)} for name in told] or [known]
    read = [settled(Item(kind, 1, data), reading, passages) for data in each]
    # Of several records in a sentence the model says which is which: what differs is its to write.
    shared = {n: v for n, v in read[0].items() if all(n in r and r[n] == v for r in read)}
    if len(each) == 1:
        known = each[0]
    if not shared.keys() >= {wanted.name for wanted in asked_of(kind, terse=True)}:
        return Lead(known, shared)
    alone = Item(kind, number, known, placed=True)
    checked = check(alone, reading, passages, guided=True)
    stands = checked.record is not None and not checked.problems
    return Lead(known, shared, alone) if stands and len(told) == 1 else Lead(known)
