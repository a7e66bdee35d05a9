"""Scores of predictions against gold.

Records of one kind are paired one to one within a document so that the total likeness is greatest
(Kuhn 1955, the Hungarian method, by SciPy), and of equal totals the one with more pairs found; a
pair counts as found from a likeness of 0.5 on.
Likeness is what identifies a record:

- meeting: F1 over participants, and 0.2 where place or date agrees, at most 1;
- agreement: the mean of party F1 and likeness of titles;
- visa statement: 0.4 speaker + 0.3 destination + 0.3 beneficiaries; at most 0.4 without speaker.

Field figures are over found pairs. `perfect` is the share of gold records found with every scored
field right. `unsupported` is the share of predicted names, titles, places, quotes and evidence that
the article contains neither as they stand nor word by word.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from communique.evaluation.gold import KINDS, GoldDocument
from communique.evaluation.likeness import (
    list_f1,
    pair,
    phrase_f1,
    phrases,
    same_date,
    same_name,
    same_party,
    same_person,
    value_of,
    words,
)

Record = Mapping[str, Any]
Prediction = Mapping[str, Any]
FOUND = 0.5
# Less than what two likenesses can differ by.
_LESS_THAN_ANY = 1e-9

PERFECT = {
    "meeting": ("status", "participants", "place", "date"),
    "agreement": ("title", "instrument", "status", "parties", "date"),
    "visa_policy_statement": ("speaker", "stance", "measure", "destination", "beneficiaries"),
}


@dataclass
class KindScore:
    """Counts of one kind, and the accuracy of each field over found records."""

    gold: int = 0
    predicted: int = 0
    found: int = 0
    perfect: int = 0
    fields: dict[str, list[float]] = field(default_factory=dict)
    evidence: list[float] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Found of predicted; 1 where nothing was predicted."""
        return self.found / self.predicted if self.predicted else 1.0

    @property
    def recall(self) -> float:
        """Found of gold; 1 where there is none."""
        return self.found / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def add(self, other: KindScore) -> None:
        """Count another document's records with these."""
        for name in ("gold", "predicted", "found", "perfect"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        for name, values in other.fields.items():
            self.fields.setdefault(name, []).extend(values)
        self.evidence.extend(other.evidence)

    def to_dict(self) -> dict[str, Any]:
        """The figures, for JSON."""
        return {
            "p": self.precision,
            "r": self.recall,
            "f1": self.f1,
            "gold": self.gold,
            "predicted": self.predicted,
            "found": self.found,
            "perfect": self.perfect / self.gold if self.gold else None,
            "fields": {name: _mean(values) for name, values in self.fields.items()},
            "evidence": _mean(self.evidence),
        }


@dataclass
class Score:
    """Figures over all documents, and over each by its id."""

    documents: int = 0
    missing: int = 0
    kinds: dict[str, KindScore] = field(default_factory=lambda: {k: KindScore() for k in KINDS})
    values: int = 0
    unsupported_values: int = 0
    empty: int = 0
    empty_kept: int = 0
    by_document: dict[str, Score] = field(default_factory=dict)

    def add(self, name: str, other: Score) -> None:
        """Count the document `name` with these."""
        for count in ("documents", "missing", "values", "unsupported_values", "empty"):
            setattr(self, count, getattr(self, count) + getattr(other, count))
        self.empty_kept += other.empty_kept
        for kind, tally in other.kinds.items():
            self.kinds[kind].add(tally)
        self.by_document[name] = other

    @property
    def all(self) -> KindScore:
        """The counts of all kinds together."""
        sums = {
            name: sum(getattr(kind, name) for kind in self.kinds.values())
            for name in ("gold", "predicted", "found", "perfect")
        }
        return KindScore(**sums)

    @property
    def unsupported(self) -> float:
        """The share of predicted values that the article does not contain."""
        return self.unsupported_values / self.values if self.values else 0.0

    def to_dict(self) -> dict[str, Any]:
        """The figures, for JSON."""
        total = self.all
        return {
            "documents": self.documents,
            "missing": self.missing,
            "all": {
                k: v
                for k, v in total.to_dict().items()
                if k not in ("fields", "evidence", "perfect")
            },
            "kinds": {name: kind.to_dict() for name, kind in self.kinds.items()},
            "perfect": total.perfect / max(1, total.gold),
            "unsupported": self.unsupported,
            "values": self.values,
            "empty_documents_right": f"{self.empty_kept}/{self.empty}",
        }


def score(gold: Sequence[GoldDocument], predictions: Mapping[str, Prediction]) -> Score:
    """Score predictions, by document id, against gold; a document without one counts as empty.

    A prediction is what `Extraction.to_dict` gives, or any mapping with the plurals of the kinds.
    """
    result = Score()
    for document in gold:
        result.add(document.id, _score_document(document, predictions.get(document.id)))
    return result


def _score_document(document: GoldDocument, found: Prediction | None) -> Score:
    result, prediction = Score(documents=1, missing=found is None), found or {}
    text = document.text
    known = set(words(text))
    if not any(document.records[kind] for kind in KINDS):
        result.empty += 1
        result.empty_kept += not any(prediction.get(plural) for plural in KINDS.values())
    for kind, plural in KINDS.items():
        gold, predicted = document.records[kind], prediction.get(plural) or []
        tally = result.kinds[kind]
        tally.gold += len(gold)
        tally.predicted += len(predicted)
        for record in predicted:
            for value in surface(kind, record):
                tokens = set(words(value))
                result.values += bool(tokens)
                stands = tokens <= known or str(value).casefold() in text.casefold()
                result.unsupported_values += not stands
        for i, j in found_pairs(kind, gold, predicted):
            _count(tally, kind, gold[i], predicted[j])
    return result


def found_pairs(
    kind: str, gold: Sequence[Record], predicted: Sequence[Record]
) -> list[tuple[int, int]]:
    """Which gold record was found as which predicted one."""
    scores = [[identity(kind, g, p) for p in predicted] for g in gold]
    # Of two pairings with the same total, the one that finds more is meant.
    weighed = [[s + (_LESS_THAN_ANY if s >= FOUND else 0.0) for s in row] for row in scores]
    return [(i, j) for i, j, _ in pair(weighed) if scores[i][j] >= FOUND]


def _count(tally: KindScore, kind: str, gold: Record, predicted: Record) -> None:
    tally.found += 1
    values = fields(kind, gold, predicted)
    for name, value in values.items():
        tally.fields.setdefault(name, []).append(value)
    tally.perfect += all(values[name] >= 0.999 for name in PERFECT[kind])
    theirs = evidence_of(predicted)
    covered = [
        any(phrase_f1(ours, t) >= 0.5 or t.strip() in ours or ours in t for t in theirs)
        for ours in gold["evidence"]
    ]
    tally.evidence.append(sum(covered) / len(covered))


def identity(kind: str, gold: Record, predicted: Record) -> float:
    """How much two records are the same one, from 0 to 1."""
    if kind == "meeting":
        base = list_f1(gold["participants"], predicted.get("participants") or [], same_person)
        near = same_name(gold["place"], predicted.get("place")) or (
            gold["date"] and same_date(gold["date"], predicted.get("date"))
        )
        return min(1.0, base + (0.2 if base and near else 0.0))
    if kind == "agreement":
        parties = list_f1(gold["parties"], predicted.get("parties") or [], same_party)
        return (parties + phrase_f1(gold["title"], predicted.get("title"))) / 2
    rest = 0.3 * same_party(gold["destination"], predicted.get("destination")) + 0.3 * list_f1(
        gold["beneficiaries"], predicted.get("beneficiaries") or [], same_party
    )
    spoken = same_person(gold["speaker"], predicted.get("speaker"))
    return 0.4 + rest if spoken else min(0.4, rest)


def fields(kind: str, gold: Record, predicted: Record) -> dict[str, float]:
    """How right each field of a found record is, from 0 to 1."""
    exact = {
        "meeting": ("status", "format", "country"),
        "agreement": ("instrument", "status"),
        "visa_policy_statement": ("stance", "measure"),
    }
    values: dict[str, float] = {
        name: float(gold[name] == predicted.get(name)) for name in exact[kind]
    }
    values["date"] = float(same_date(gold["date"], predicted.get("date")))
    if kind == "meeting":
        ours, theirs = gold["participants"], predicted.get("participants") or []
        values["participants"] = list_f1(ours, theirs, same_person)
        values["represents"] = list_f1(
            [_represented(x) for x in ours],
            [_represented(x) for x in theirs],
            lambda a, b: bool(a == b or same_name(a, b)),
        )
        values["place"] = _optional(gold["place"], predicted.get("place"), same_name)
        values["topics"] = phrases(gold["topics"], predicted.get("topics") or [])
    elif kind == "agreement":
        values["title"] = float(phrase_f1(gold["title"], predicted.get("title")) >= 0.5)
        values["parties"] = list_f1(gold["parties"], predicted.get("parties") or [], same_party)
        values["subjects"] = phrases(gold["subjects"], predicted.get("subjects") or [])
    else:
        values["speaker"] = float(same_person(gold["speaker"], predicted.get("speaker")))
        values["destination"] = float(same_party(gold["destination"], predicted.get("destination")))
        values["beneficiaries"] = list_f1(
            gold["beneficiaries"], predicted.get("beneficiaries") or [], same_party
        )
        values["quote"] = _optional(
            gold["quote"], predicted.get("quote"), lambda a, b: phrase_f1(a, b) >= 0.8
        )
    return values


def _represented(entry: Any) -> Any:
    return value_of(entry, "country") or value_of(entry, "organization")


def _optional(gold: Any, predicted: Any, like: Any) -> float:
    return float((not gold and not predicted) or bool(like(gold, predicted)))


def surface(kind: str, record: Record) -> Iterator[Any]:
    """The values that a reader must be able to find in the article."""
    if kind == "meeting":
        yield record.get("place")
        entries = record.get("participants") or []
    elif kind == "agreement":
        yield record.get("title")
        entries = record.get("parties") or []
    else:
        yield record.get("quote")
        others = record.get("beneficiaries") or []
        entries = [record.get("speaker"), record.get("destination"), *others]
    for entry in entries:
        for key in ("name", "role", "organization"):
            yield value_of(entry, key)
    yield from evidence_of(record)


def evidence_of(record: Record) -> list[str]:
    """The texts of a record's evidence."""
    entries = record.get("evidence") or []
    return [e["text"] if isinstance(e, Mapping) else str(e) for e in entries]


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None
