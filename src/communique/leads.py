"""Leads: what code knows of a sentence before a small model is asked about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from communique.answers import Item
from communique.checking import check, settled
from communique.passages import Passage
from communique.prompting import Foreknowledge
from communique.records.base import Record
from communique.records.shape import FieldShape, ListShape, asked_of
from communique.values.reading import Context, Reading
from communique.wire import MOST_IN_SENTENCE, SENTENCE


@dataclass(frozen=True, slots=True)
class Lead:
    """What code knows of the records of a kind that one sentence tells of.

    `known` are values that each entry about the sentence has; `foreknown` is what the question
    needs; `whole` is true where nothing is left to ask.
    """

    kind: type[Record]
    known: Mapping[str, Any]
    foreknown: Foreknowledge
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
        return Lead(kind, known, Foreknowledge(told))
    each = [{**known, **kind.given_by(name)} for name in told] or [known]
    read = [settled(Item(kind, 1, data), reading, passages) for data in each]
    # Of several records in a sentence the model says which is which: what differs is its to write.
    shared = {n: v for n, v in read[0].items() if all(n in r and r[n] == v for r in read)}
    if len(each) == 1:
        known = each[0]
    asked = asked_of(kind, terse=True)
    if not shared.keys() >= {wanted.name for wanted in asked}:
        most = _most(asked, Context(reading, (sentence,)))
        return Lead(kind, known, Foreknowledge(told, shared, most))
    checked = check(Item(kind, 1, known, placed=True), reading, passages, guided=True)
    stands = checked.record is not None and not checked.problems
    # One that does not stand as code reads it is the model's to tell.
    return Lead(kind, known, Foreknowledge(told), whole=stands and len(told) == 1)


def _most(fields: Sequence[FieldShape], context: Context) -> dict[str, int]:
    """How many values the lists among `fields` may have, where code can tell."""
    counts = {
        each.name: each.recogniser.most(context)
        for each in fields
        if each.recogniser is not None and isinstance(each.shape, ListShape)
    }
    return {name: count for name, count in counts.items() if count is not None}
