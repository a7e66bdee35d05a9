"""The JSON Schema of an answer: what the model is asked to fill in.

It keeps to what all servers understand (OpenAI's strict mode, llama.cpp's grammars): every
property required, null where a value may be missing, no references, lists and strings bounded
so that a model that loops comes to an end.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from communique.records.base import Record
from communique.records.shape import (
    ChoiceShape,
    EntityShape,
    FieldShape,
    ListShape,
    Shape,
    ValueShape,
    asked_of,
)

SENTENCE = "sentence"
"""The property that holds the number of the sentence that tells of an item. It comes first: a
model that must first name one sentence goes through the article event by event."""

MORE = "more_sentences"
"""The property that holds the numbers of further sentences that carry the item. It comes last."""

MOST_IN_SENTENCE = 3
"""How many records of one kind the answer about one sentence may hold."""

Schema = dict[str, Any]


def answer_schema(
    kinds: Sequence[type[Record]],
    sentences: Mapping[type[Record], Sequence[int]] | None = None,
    terse: bool = False,
    most: int | None = None,
) -> Schema:
    """The schema of an answer that lists records of `kinds`, one array for each.

    `sentences` gives the numbers of the sentences that may tell of a record of a kind; with
    `terse`, only what code needs of a small model is asked for; with `most`, no kind has more
    entries than that.
    """
    of = sentences or {}
    return _object(
        {
            k.plural: _array(_item(k, of.get(k), terse), 0, min(k.at_most, most or k.at_most))
            for k in kinds
        }
    )


def sentence_schema(
    kind: type[Record],
    fields: Sequence[FieldShape],
    certain: int = 0,
    most: Mapping[str, int] | None = None,
) -> Schema:
    """The schema of an answer about one sentence: what it tells of, without numbers.

    Entries have `fields`; `certain` is how many records it tells of for certain, where that is
    known, and `most` how many values a list may have at most, by the field's name.
    """
    held = _properties(fields)
    for name, count in (most or {}).items():
        listed = held[name]
        held[name] = {**listed, "maxItems": max(listed["minItems"], min(listed["maxItems"], count))}
    entries = certain or MOST_IN_SENTENCE
    return _object({kind.plural: _array(_object(held), certain, entries)})


def begun_answer(
    kind: type[Record], fields: Sequence[FieldShape], certain: int, settled: Mapping[str, Any]
) -> str:
    """How an answer of `sentence_schema` begins, as far as that is known before a model is asked.

    Up to the first of `fields` without a value in `settled`, where one record is certain; what the
    model has to write comes right after it.
    """
    text = f'{{"{kind.plural}":'
    if not certain:
        return text
    text += " [{"
    for field in fields:
        text += f'"{field.name}":'
        if certain > 1 or not _fits(field.shape, settled.get(field.name, ...)):
            break
        text += f" {json.dumps(settled[field.name], ensure_ascii=False)}, "
    return text


def ended_answer(
    kind: type[Record], fields: Sequence[FieldShape], certain: int, settled: Mapping[str, Any]
) -> str:
    """How an answer of `sentence_schema` ends, as far as that is known before a model is asked.

    From the first field on after which nothing is the model's to write. "" where that is none, or
    all, or where not exactly one record is certain.
    """
    last: list[FieldShape] = []
    for field in reversed(fields if certain == 1 else ()):
        if not _fits(field.shape, settled.get(field.name, ...)):
            break
        last.insert(0, field)
    asked = fields[: len(fields) - len(last)]
    # Its name ends the answer: within what the model writes it would end it too early.
    if not last or not asked or any(last[0].name in _names(field.shape) for field in asked):
        return ""
    values = {field.name: settled[field.name] for field in last}
    return json.dumps(values, ensure_ascii=False).removeprefix("{") + "]}"


def _names(shape: Shape) -> set[str]:
    """The names of all fields within a value."""
    match shape:
        case EntityShape(_, fields, _):
            return {name for each in fields for name in (each.name, *_names(each.shape))}
        case ListShape(item, _, _):
            return _names(item)
    return set()


def _fits(shape: Shape, value: Any) -> bool:
    """Whether a value may stand in an answer."""
    match shape:
        case ValueShape(rule, nullable):
            return (value is None and nullable) or (
                isinstance(value, str) and 0 < len(value) <= rule.longest
            )
        case ChoiceShape(options, nullable):
            return (value is None and nullable) or value in options
        case ListShape(item, least, most):
            right = isinstance(value, list) and least <= len(value) <= most
            return right and all(_fits(item, each) for each in value)
    return False


def corrections_schema(count: int) -> Schema:
    """The schema of the answer to `count` numbered problems."""
    correction = _object(
        {
            "problem": {"type": "integer", "minimum": 1, "maximum": count},
            "value": _or_null({"type": "string", "maxLength": 300}),
        }
    )
    return _object({"corrections": _array(correction, 0, count)})


def schema_digest(schema: Schema) -> str:
    """A short digest of a schema, for the provenance of results."""
    canonical = json.dumps(schema, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()[:16]


def _item(kind: type[Record], sentences: Sequence[int] | None, terse: bool) -> Schema:
    first: Schema = {"type": "integer", "minimum": 1}
    if sentences:
        first = {"type": "integer", "enum": list(sentences)}
    more = _array({"type": "integer", "minimum": 1}, 0, 4)
    return _object({SENTENCE: first, **_asked(kind, terse), MORE: more})


@lru_cache(maxsize=64)
def _asked(kind: type[Record], terse: bool) -> dict[str, Schema]:
    return _properties(asked_of(kind, terse))


def _properties(fields: Sequence[FieldShape]) -> dict[str, Schema]:
    return {field.name: _of(field.shape) for field in fields}


def _of(shape: Shape) -> Schema:
    match shape:
        case ValueShape(rule, nullable):
            schema: Schema = {"type": "string", "maxLength": rule.longest}
        case ChoiceShape(options, nullable):
            schema = {"type": "string", "enum": list(options)}
        case EntityShape(_, fields, nullable):
            schema = _object(_properties(fields))
        case ListShape(item, least, most):
            return _array(_of(item), least, most)
    return _or_null(schema) if nullable else schema


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _array(items: Schema, least: int, most: int) -> Schema:
    return {"type": "array", "items": items, "minItems": least, "maxItems": most}


def _object(properties: dict[str, Schema]) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
