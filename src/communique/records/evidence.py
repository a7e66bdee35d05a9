"""Evidence: the sentences that carry a record show everybody whom it cannot do without."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from communique.article import Span
from communique.records.base import Record
from communique.records.shape import EntityShape, ListShape, is_needed, shape_of
from communique.values.reading import Reading

R = TypeVar("R", bound=Record)


def needed_entities(
    kind: type[Record], grounding: Mapping[str, Span]
) -> tuple[tuple[Span, ...], ...]:
    """The words of each person, body or state without any of whom there is no record."""
    fields = {
        each.name
        for each in shape_of(kind)
        if is_needed(each.shape)
        and isinstance(
            each.shape.item if isinstance(each.shape, ListShape) else each.shape, EntityShape
        )
    }
    entities: dict[str, list[Span]] = {}
    for path, span in grounding.items():
        entity = path.partition(".")[0]
        if entity.partition("[")[0] in fields:
            entities.setdefault(entity, []).append(span)
    return tuple(map(tuple, entities.values()))


def with_needed(record: R, reading: Reading) -> R:
    """The record with the sentences that name those of whom its evidence says nothing.

    A conference is told in one sentence, and who sat there in the next five.
    """
    evidence = [p for span in record.evidence if (p := reading.passage_at(span.start))]
    spans = {span.start: span for span in record.evidence}
    for entity in needed_entities(type(record), record.grounding):
        if reading.names(entity, evidence):
            continue
        passage = reading.passage_at(entity[0].start)
        if passage is not None:
            spans.setdefault(passage.start, passage.span)
    if len(spans) == len(record.evidence):
        return record
    return record.model_copy(update={"evidence": tuple(spans[at] for at in sorted(spans))})
