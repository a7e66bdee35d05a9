"""When two values or entities of different records are the same."""

from __future__ import annotations

from communique.records.base import Entity, Record
from communique.values.folding import fold, words


def same_words(left: str, right: str) -> bool:
    """Whether all words of the shorter phrase are in the longer one."""
    a, b = set(words(fold(left))), set(words(fold(right)))
    return bool(a and b) and (a <= b or b <= a)


def compatible(left: str | None, right: str | None) -> bool:
    """Whether two optional values do not contradict each other."""
    return left is None or right is None or left == right or same_words(left, right)


def compatible_dates(left: str | None, right: str | None) -> bool:
    """Whether two optional dates may be one: equal, or one the month or year of the other."""
    if left is None or right is None or left == right:
        return True
    shorter, longer = sorted((left.rstrip("~"), right.rstrip("~")), key=len)
    return "/" not in left + right and longer.startswith(shorter + "-")


def same_entity(left: Entity, right: Entity) -> bool:
    """Whether two entities are one: by name, else by what else both give."""
    mine, theirs = left.model_dump(), right.model_dump()
    name, other = mine.pop("name", None), theirs.pop("name", None)
    if mine.get("country") and theirs.get("country") and mine["country"] != theirs["country"]:
        return False
    if name and other:
        return same_words(name, other)
    shared = [(a, theirs.get(k)) for k, a in mine.items() if a and theirs.get(k)]
    if name or other:
        # A name on one side only: an office or body that both give must tie them together.
        shared = [p for p in shared if p[0] != mine.get("country")]
    return bool(shared) and all(same_words(a, str(b)) for a, b in shared)


def shares_evidence(left: Record, right: Record) -> bool:
    """Whether one sentence carries both records."""
    return not {s.start for s in left.evidence}.isdisjoint(s.start for s in right.evidence)
