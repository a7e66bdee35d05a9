"""The shape of a record class: what its fields hold, as data that asking and checking walk.

Derived once from the class's annotations; a field is a value with its rule, a choice from a
vocabulary, an entity, or a list of values or entities.
"""

from __future__ import annotations

import types
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from annotated_types import MaxLen, MinLen
from pydantic.fields import FieldInfo

from communique.errors import SettingsError
from communique.recognition.base import Recogniser
from communique.records.base import Entity, Record
from communique.values.base import Value

LIST_LIMIT = 12


@dataclass(frozen=True, slots=True)
class ValueShape:
    """A string with the rule that grounds it."""

    rule: Value
    nullable: bool


@dataclass(frozen=True, slots=True)
class ChoiceShape:
    """One of a few fixed words."""

    options: tuple[str, ...]
    nullable: bool


@dataclass(frozen=True, slots=True)
class EntityShape:
    """Values that belong together."""

    model: type[Entity]
    fields: tuple[FieldShape, ...]
    nullable: bool


@dataclass(frozen=True, slots=True)
class ListShape:
    """Up to `most` values or entities; at least one where `least` is 1."""

    item: ValueShape | ChoiceShape | EntityShape
    least: int
    most: int


Shape = ValueShape | ChoiceShape | EntityShape | ListShape


@dataclass(frozen=True, slots=True)
class FieldShape:
    """A field's name, meaning and shape."""

    name: str
    description: str
    shape: Shape
    recogniser: Recogniser | None = None


def is_needed(shape: Shape) -> bool:
    """Whether there is no record without a value of this shape."""
    return shape.least > 0 if isinstance(shape, ListShape) else not shape.nullable


@lru_cache(maxsize=256)
def shape_of(record: type[Record]) -> tuple[FieldShape, ...]:
    """The fields that the model is asked to fill, in their order; evidence is not among them.

    Raises:
        SettingsError: a field's type is none that can be asked for and checked.
    """
    return _fields(record, skip=("evidence", "grounding"))


@lru_cache(maxsize=256)
def asked_of(record: type[Record], terse: bool) -> tuple[FieldShape, ...]:
    """The fields that the question asks for: all, or with `terse` what code needs of the model."""
    if not terse:
        return shape_of(record)
    asked = []
    for field in shape_of(record):
        asks = field.recogniser.asks if field.recogniser else "all"
        if asks == "name":
            asked.append(replace(field, shape=_by_name(field.shape)))
        elif asks == "all":
            asked.append(field)
    return tuple(asked)


def _by_name(shape: Shape) -> Shape:
    """An entity as its name alone."""
    match shape:
        case ListShape(item, least, most):
            named = _by_name(item)
            if isinstance(named, ValueShape):
                return ListShape(replace(named, nullable=False), least, most)
        case EntityShape(_, fields, _):
            name = next((f.shape for f in fields if f.name == "name"), None)
            if isinstance(name, ValueShape):
                return name
    return shape


def _fields(
    model: type[Record] | type[Entity], skip: tuple[str, ...] = ()
) -> tuple[FieldShape, ...]:
    hints = get_type_hints(model, include_extras=True)
    fields = []
    for name, info in model.model_fields.items():
        if name in skip:
            continue
        where = f"{model.__name__}.{name}"
        known = next((m for m in info.metadata if isinstance(m, Recogniser)), None)
        fields.append(FieldShape(name, info.description or "", _shape(hints[name], where), known))
    return tuple(fields)


def _shape(hint: Any, where: str, least: int = 0, most: int = LIST_LIMIT) -> Shape:
    metadata: tuple[Any, ...] = ()
    while get_origin(hint) is Annotated:
        hint, *more = get_args(hint)
        metadata = (*more, *metadata)
    for constraint in _constraints(metadata):
        if isinstance(constraint, MinLen):
            least = constraint.min_length
        elif isinstance(constraint, MaxLen):
            most = constraint.max_length
    rule = next((m for m in metadata if isinstance(m, Value)), None)
    if rule is not None and hint is str:
        return ValueShape(rule, nullable=False)
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        inner = [a for a in arguments if a is not type(None)]
        if len(inner) == 1 and len(inner) < len(arguments):
            return _nullable(_shape(inner[0], where), where)
    if origin is Literal and all(isinstance(a, str) for a in arguments):
        return ChoiceShape(tuple(arguments), nullable=False)
    if origin is tuple and len(arguments) == 2 and arguments[1] is Ellipsis:
        item = _shape(arguments[0], where)
        if not isinstance(item, ListShape):
            return ListShape(item, least, most)
    if isinstance(hint, type) and issubclass(hint, Entity):
        return EntityShape(hint, _fields(hint), nullable=False)
    raise SettingsError(
        f"{where}: a field of this type can be neither asked for nor checked; use a value type of "
        "communique.values (with | None where it may be missing), a Literal of strings, an "
        "Entity, or tuple[..., ...] of these"
    )


def _constraints(metadata: tuple[Any, ...]) -> list[Any]:
    found: list[Any] = []
    for entry in metadata:
        found.extend(entry.metadata if isinstance(entry, FieldInfo) else [entry])
    return found


def _nullable(shape: Shape, where: str) -> Shape:
    match shape:
        case ValueShape(rule, _):
            return ValueShape(rule, nullable=True)
        case ChoiceShape(options, _):
            return ChoiceShape(options, nullable=True)
        case EntityShape(model, fields, _):
            return EntityShape(model, fields, nullable=True)
    raise SettingsError(f"{where}: a list is empty rather than None; drop the | None")
