"""Merging: what an article tells twice becomes one record with all its evidence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from communique.article import Span
from communique.records.base import Entity, Record
from communique.records.likeness import same_entity
from communique.records.shape import ListShape, shape_of


def merge(records: Iterable[Record]) -> tuple[Record, ...]:
    """One record for each event, in the order in which the first of each is given."""
    kept: list[Record] = []
    for record in records:
        for index, other in enumerate(kept):
            if type(other) is type(record) and other.same_event(record):
                kept[index] = _union(other, record)
                break
        else:
            kept.append(record)
    return tuple(kept)


def _union(first: Record, second: Record) -> Record:
    """`first` with what only `second` tells; where both tell, `first` stands."""
    values: dict[str, Any] = {}
    grounding: dict[str, Span] = {}
    for name in type(first).model_fields:
        if name in ("evidence", "grounding"):
            continue
        mine, theirs = getattr(first, name), getattr(second, name)
        if isinstance(mine, tuple):
            values[name] = _union_lists(first, second, name, grounding)
        elif mine is None:
            values[name] = theirs
            grounding |= _within(second, name, name)
        elif isinstance(mine, Entity) and theirs is not None:
            values[name] = _fill(mine, theirs)
            grounding |= {**_within(second, name, name), **_within(first, name, name)}
        else:
            values[name] = mine
            grounding |= _within(first, name, name)
    spans = {span.start: span for span in (*second.evidence, *first.evidence)}
    return type(first)(
        **values,
        evidence=tuple(spans[start] for start in sorted(spans)),
        grounding={path: s for path, s in grounding.items() if _holds(values, path)},
    )


def _union_lists(
    first: Record, second: Record, name: str, grounding: dict[str, Span]
) -> tuple[Any, ...]:
    mine, theirs = getattr(first, name), getattr(second, name)
    merged: list[Any] = list(mine)
    for index in range(len(mine)):
        grounding |= _within(first, f"{name}[{index}]", f"{name}[{index}]")
    most = _most(type(first), name)
    taken: set[int] = set()
    for index, entry in enumerate(theirs):
        # Entries of one record are never the same: only the other record's may be.
        same = next(
            (i for i, other in enumerate(mine) if i not in taken and _same(other, entry)), None
        )
        if same is None:
            if len(merged) == most:
                continue
            merged.append(entry)
            same = len(merged) - 1
        else:
            taken.add(same)
            if isinstance(entry, Entity):
                merged[same] = _fill(merged[same], entry)
        for path, span in _within(second, f"{name}[{index}]", f"{name}[{same}]").items():
            grounding.setdefault(path, span)
    return tuple(merged)


def _most(kind: type[Record], name: str) -> int:
    shape = next(field.shape for field in shape_of(kind) if field.name == name)
    return shape.most if isinstance(shape, ListShape) else 0


def _same(left: Any, right: Any) -> bool:
    if isinstance(left, Entity) and isinstance(right, Entity):
        return same_entity(left, right)
    return bool(left == right)


def _fill(entity: Entity, other: Entity) -> Entity:
    """`entity` with the values that only `other` has."""
    missing = {
        name: getattr(other, name)
        for name in type(entity).model_fields
        if getattr(entity, name) is None and getattr(other, name) is not None
    }
    return entity.model_copy(update=missing)


def _within(record: Record, path: str, new: str) -> dict[str, Span]:
    return {
        new + p[len(path) :]: span
        for p, span in record.grounding.items()
        if p == path or p.startswith((path + ".", path + "["))
    }


def _holds(values: dict[str, Any], path: str) -> bool:
    """Whether there is a value at `path`."""
    value: Any = values
    for name, index in re.findall(r"([^.\[\]]+)|\[(\d+)\]", path):
        try:
            if index:
                value = value[int(index)]
            else:
                value = value[name] if isinstance(value, dict) else getattr(value, name)
        except (LookupError, AttributeError):
            return False
    return value is not None
