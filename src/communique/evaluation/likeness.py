"""When a predicted value counts as the gold one; `docs/guidelines.md` says what values mean.

None of it is shared with the product's own comparisons: a change there must not move the measure.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import Any

Entry = dict[str, Any] | str | None


def words(value: object) -> list[str]:
    """The words of a value, without case, accents and possessive endings."""
    folded = unicodedata.normalize("NFKD", str(value or "")).casefold()
    folded = "".join(c for c in folded if not unicodedata.combining(c))
    return re.findall(r"\w+", re.sub(r"['’]s\b", "", folded))


def same_name(left: object, right: object) -> bool:
    """Whether the words of the shorter name are all in the longer one."""
    a, b = set(words(left)), set(words(right))
    return bool(a and b) and (a <= b or b <= a)


def phrase_f1(left: object, right: object) -> float:
    """F1 over the words of two phrases; 1 where both are empty."""
    a, b = words(left), words(right)
    if not a or not b:
        return 1.0 if a == b else 0.0
    common = sum(min(a.count(w), b.count(w)) for w in set(a))
    return 2 * common / (len(a) + len(b))


def pair(scores: Sequence[Sequence[float]]) -> list[tuple[int, int, float]]:
    """One-to-one pairing of rows and columns whose scores add up to the most; zeros stay alone."""
    if not scores or not scores[0]:
        return []
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    rows, columns = linear_sum_assignment(np.asarray(scores, dtype=float), maximize=True)
    pairs = zip(rows.tolist(), columns.tolist(), strict=True)
    found = [(int(i), int(j), scores[int(i)][int(j)]) for i, j in pairs]
    return [entry for entry in found if entry[2] > 0]


def list_f1(
    gold: Sequence[Any], predicted: Sequence[Any], like: Callable[[Any, Any], bool]
) -> float:
    """F1 over two lists whose entries are paired at best; 1 where both are empty."""
    if not gold and not predicted:
        return 1.0
    if not gold or not predicted:
        return 0.0
    pairs = pair([[float(like(g, p)) for p in predicted] for g in gold])
    return 2 * sum(score for *_, score in pairs) / (len(gold) + len(predicted))


def value_of(entry: Entry, key: str) -> Any:
    """A value of an entity; a bare string is its name."""
    if isinstance(entry, dict) or entry is None:
        return (entry or {}).get(key)
    return entry if key == "name" else None


def same_person(gold: Entry, predicted: Entry) -> bool:
    """By name; without names by organization or role, else by country."""
    if value_of(gold, "name") or value_of(predicted, "name"):
        return same_name(value_of(gold, "name"), value_of(predicted, "name"))
    if any(
        same_name(value_of(gold, key), value_of(predicted, key)) for key in ("organization", "role")
    ):
        return True
    country = value_of(gold, "country")
    return country is not None and country == value_of(predicted, "country")


def same_party(gold: Entry, predicted: Entry) -> bool:
    """By name where countries do not differ; two names of one state are the same."""
    mine, theirs = value_of(gold, "country"), value_of(predicted, "country")
    if mine and theirs and mine != theirs:
        return False
    if same_name(value_of(gold, "name"), value_of(predicted, "name")):
        return True
    short = all(e and len(words(value_of(e, "name"))) <= 4 for e in (gold, predicted))
    return bool(mine) and mine == theirs and short


def same_date(gold: str | None, predicted: str | None) -> bool:
    """Equal but for the marks of uncertainty."""
    return _plain(gold) == _plain(predicted)


def _plain(date: str | None) -> str | None:
    return re.sub(r"[~?%]", "", str(date)) if date else None


def phrases(gold: Sequence[str], predicted: Sequence[str]) -> float:
    """F1 over lists of phrases that agree in half of their words."""
    return list_f1(gold or [], predicted or [], lambda a, b: phrase_f1(a, b) >= 0.5)
