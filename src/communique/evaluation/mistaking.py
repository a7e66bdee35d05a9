"""What is wrong in a set of predictions: each miss, each false find, each wrong field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from communique.evaluation.gold import KINDS, GoldDocument
from communique.evaluation.scoring import Prediction, evidence_of, fields, found_pairs


@dataclass(frozen=True, slots=True)
class Mistake:
    """One record that was missed, found falsely, or found with wrong fields.

    `fields` gives for each field the gold value and the predicted one (one of them None for a miss
    or a false find); `evidence` is the text that carries the gold record, else the predicted one.
    """

    document: str
    kind: str
    what: Literal["missed", "false", "fields"]
    fields: Mapping[str, tuple[Any, Any]]
    evidence: tuple[str, ...]


def mistakes(document: GoldDocument, prediction: Prediction) -> Iterator[Mistake]:
    """The mistakes in one document, kind by kind: wrong fields, then misses, then false finds."""
    for kind, plural in KINDS.items():
        gold, predicted = document.records[kind], prediction.get(plural) or []
        pairs = found_pairs(kind, gold, predicted)
        for i, j in pairs:
            right = fields(kind, gold[i], predicted[j])
            wrong = {
                name: (gold[i].get(name), predicted[j].get(name))
                for name, value in right.items()
                if value < 0.999 and name in gold[i]
            }
            if wrong:
                yield Mistake(document.id, kind, "fields", wrong, tuple(evidence_of(gold[i])))
        missed = set(range(len(gold))) - {i for i, _ in pairs}
        false = set(range(len(predicted))) - {j for _, j in pairs}
        for i in sorted(missed):
            said = {name: (value, None) for name, value in _said(gold[i])}
            yield Mistake(document.id, kind, "missed", said, tuple(evidence_of(gold[i])))
        for j in sorted(false):
            said = {name: (None, value) for name, value in _said(predicted[j])}
            yield Mistake(document.id, kind, "false", said, tuple(evidence_of(predicted[j])))


def _said(record: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, value in record.items():
        if name not in ("evidence", "grounding", "kind") and value not in (None, [], ()):
            yield name, value
