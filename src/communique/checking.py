"""Checking: an item becomes a record only as far as the article supports it.

The shape of the record's class is walked; each value grounds itself by its own rule. What fails
is a `Problem`: it may go back to the model once, and in the end costs a value that may be missing,
or the item where the value identifies it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from communique.answers import Item
from communique.article import Span
from communique.passages import Passage
from communique.recognition.base import Refused
from communique.recognition.words.speech import STANDS_FOR_SOMEBODY
from communique.records.base import Entity, Record
from communique.records.cues import may_carry
from communique.records.evidence import needed_entities
from communique.records.shape import (
    ChoiceShape,
    EntityShape,
    FieldShape,
    ListShape,
    Shape,
    ValueShape,
    is_needed,
    shape_of,
)
from communique.values.base import is_nothing
from communique.values.reading import Context, Grounded, Reading, Unsupported
from communique.wire import MORE, SENTENCE


@dataclass(frozen=True, slots=True)
class Problem:
    """A value of an item that cannot stand: `path` as the model ordered it, and why."""

    path: str
    value: str
    reason: str
    detail: str
    fatal: bool
    """Whether the item falls with this value."""
    repairable: bool = True


@dataclass(frozen=True, slots=True)
class Checked:
    """What checking made of an item; `record` is None where an identifying value fails."""

    item: Item
    record: Record | None
    problems: tuple[Problem, ...]


@dataclass(slots=True)
class _Node:
    """A supported value, and the spans of it and of what it holds, by path within it."""

    value: Any
    grounding: dict[str, Span] = field(default_factory=dict)


_GONE = _Node(None)
_FIELD = re.compile(r"[.[]")


def check(
    item: Item, reading: Reading, passages: Sequence[Passage], guided: bool = False
) -> Checked:
    """Check one item against the article; `passages` are the sentences that the model saw.

    With `guided`, code reads what it can from the item's sentences, before and instead of the
    model: a small model guesses these fields.
    """
    return _Check(item, reading, passages, guided).run()


def settled(item: Item, reading: Reading, passages: Sequence[Passage]) -> dict[str, Any]:
    """The fields that code reads of an item's sentences whatever a small model answers.

    Their values as such a model writes them. What `item` holds before one is asked is settled too.
    """
    return _Check(item, reading, passages, guided=True).settled()


class _Check:
    def __init__(
        self, item: Item, reading: Reading, passages: Sequence[Passage], guided: bool
    ) -> None:
        self.item = item
        self.guided = guided
        self.reading = reading
        self.by_number = {p.number: p for p in passages}
        self.problems: list[Problem] = []

    def run(self) -> Checked:
        evidence = self._evidence()
        values, grounding = self._fields(evidence)
        copied = self._copied(grounding)
        astray = copied and not self.reading.names(copied.values(), evidence)
        if astray and not self.item.placed:
            # A model that miscounts sentences has not misread them: the values show the place.
            best = max(self.by_number.values(), key=lambda p: self._told_in(p, copied))
            evidence = (best,) if self._told_in(best, copied) else ()
            self.problems.clear()
            values, grounding = self._fields(evidence)
        if not evidence:
            said = Unsupported("no_evidence", "no sentence of the article tells of this entry")
            self._problem(SENTENCE, self.item.data.get(SENTENCE), said, True, repairable=False)
        elif not self._on_topic(evidence, grounding):
            said = Unsupported(
                "off_topic", f"these sentences tell of no {self.item.kind.kind.replace('_', ' ')}"
            )
            self._problem(SENTENCE, self.item.data.get(SENTENCE), said, True, repairable=False)
        elif (
            self.guided
            and not any(p.fatal for p in self.problems)
            and not self._speaks_of(evidence, grounding)
        ):
            said = Unsupported("off_topic", "these sentences do not speak of who is named here")
            self._problem(SENTENCE, self.item.data.get(SENTENCE), said, True, repairable=False)
        record = None
        if not any(problem.fatal for problem in self.problems):
            spans = tuple(p.span for p in self._continued(evidence, grounding))
            record = self.item.kind(**values, evidence=spans, grounding=grounding)
        return Checked(self.item, record, tuple(self.problems))

    def _fields(self, evidence: tuple[Passage, ...]) -> tuple[dict[str, Any], dict[str, Span]]:
        values: dict[str, Any] = {}
        grounding: dict[str, Span] = {}
        siblings: dict[str, Grounded] = {}
        # One for all fields: each sees those before it.
        context = Context(self.reading, evidence, siblings, self.guided)
        for each in shape_of(self.item.kind):
            node = self._field(each, self.item.data.get(each.name), each.name, context)
            values[each.name] = node.value
            siblings |= _siblings(each.name, node)
            grounding |= {each.name + rest: span for rest, span in node.grounding.items()}
        return values, grounding

    def settled(self) -> dict[str, Any]:
        evidence = self._evidence()
        found: dict[str, Any] = {}
        siblings: dict[str, Grounded] = {}
        context = Context(self.reading, evidence, siblings, self.guided)
        for each in shape_of(self.item.kind):
            raw = self.item.data.get(each.name)
            if each.recogniser is not None and each.recogniser.settles(context):
                raw = each.recogniser.read(raw, context)
            elif each.name not in self.item.data:
                continue
            found[each.name] = _as_written(raw)
            siblings |= _siblings(each.name, self._field(each, raw, each.name, context))
        return found

    def _copied(self, grounding: Mapping[str, Span]) -> dict[str, Span]:
        """The words that the model copied: no choices, and nothing that code reads by itself."""
        read = {
            each.name
            for each in shape_of(self.item.kind)
            if isinstance(each.shape, ChoiceShape)
            or (self.guided and each.recogniser is not None and each.recogniser.asks == "nothing")
        }
        return {p: span for p, span in grounding.items() if _FIELD.split(p, 1)[0] not in read}

    def _evidence(self) -> tuple[Passage, ...]:
        """The sentences that the model names, as far as there are such."""
        data = self.item.data
        more = data.get(MORE)
        named = [data.get(SENTENCE), *(more if isinstance(more, list) else ())]
        numbers = {_number(raw) for raw in named} & self.by_number.keys()
        found = tuple(self.by_number[number] for number in sorted(numbers))
        if self.guided and self.item.placed and len(found) == 1:
            return self.item.kind.told_with(found[0], data, self.reading)
        return found

    def _continued(
        self, evidence: Sequence[Passage], grounding: Mapping[str, Span]
    ) -> Sequence[Passage]:
        """The evidence with the sentences right after it that carry on with the record's values."""
        numbers = {p.number for p in evidence}
        carriers = {
            p.number
            for span in grounding.values()
            if (p := self.reading.passage_at(span.start)) is not None
        }
        following = max(numbers) + 1
        carry_on = self.item.kind.carry_on
        while (passage := self.by_number.get(following)) is not None and (
            following in carriers or (carry_on and re.search(carry_on, passage.span.text))
        ):
            numbers.add(following)
            following += 1
        return [self.by_number[number] for number in sorted(numbers)]

    def _on_topic(self, evidence: Sequence[Passage], grounding: Mapping[str, Span]) -> bool:
        """Whether the evidence may tell of a record, by its words or by whom it names."""
        passages = tuple(self.by_number.values())
        # A small model takes names from anywhere.
        named = None if self.guided else grounding
        return may_carry(self.item.kind, evidence, passages, self.reading, named)

    def _speaks_of(self, evidence: Sequence[Passage], grounding: Mapping[str, Span]) -> bool:
        """Whether the evidence names, or stands for, somebody whom the record cannot do without."""
        names = {span for entity in needed_entities(self.item.kind, grounding) for span in entity}
        if not names or self.reading.names(names, evidence):
            return True
        return any(STANDS_FOR_SOMEBODY.search(p.span.text) for p in evidence)

    def _told_in(self, passage: Passage, grounding: Mapping[str, Span]) -> int:
        """How many of the values a sentence holds, by these or other mentions of them."""
        return sum(self.reading.names([span], [passage]) for span in set(grounding.values()))

    def _field(self, each: FieldShape, raw: Any, path: str, context: Context) -> _Node:
        if each.recogniser is not None and self.guided:
            raw = each.recogniser.read(raw, context)
        node = self._walk(each.shape, raw, path, context, fatal=True)
        return _Node(()) if node is _GONE and isinstance(each.shape, ListShape) else node

    def _walk(self, shape: Shape, raw: Any, path: str, context: Context, fatal: bool) -> _Node:
        if isinstance(raw, Grounded):
            return _grounded(raw)
        if isinstance(raw, Refused):
            needed = fatal and is_needed(shape)
            return self._problem(path, raw.value, raw.said, needed, repairable=False)
        match shape:
            case ValueShape(_, nullable):
                return self._value(shape, raw, path, context, fatal and not nullable)
            case ChoiceShape(_, nullable):
                return self._choice(shape, raw, path, fatal and not nullable)
            case EntityShape(_, _, nullable):
                return self._entity(shape, raw, path, context, fatal and not nullable)
            case ListShape():
                return self._list(shape, raw, path, context)

    def _value(
        self, shape: ValueShape, raw: Any, path: str, context: Context, fatal: bool
    ) -> _Node:
        derived = shape.rule.derive(context)
        if derived is not None:
            return _grounded(derived)
        if isinstance(raw, int | float) and not isinstance(raw, bool):
            raw = str(raw)
        if raw is None or (isinstance(raw, str) and is_nothing(raw)):
            return self._absent(path, raw, fatal)
        if not isinstance(raw, str):
            return self._problem(path, raw, Unsupported("malformed", "this must be text"), fatal)
        found = shape.rule.ground(raw[: 4 * shape.rule.longest], context)
        if isinstance(found, Unsupported):
            return self._problem(path, raw, found, fatal)
        return _grounded(found)

    def _choice(self, shape: ChoiceShape, raw: Any, path: str, fatal: bool) -> _Node:
        if raw is None or (isinstance(raw, str) and is_nothing(raw)):
            return self._absent(path, raw, fatal)
        word = re.sub(r"[\s-]+", "_", str(raw).strip().casefold())
        if word in shape.options:
            return _Node(word)
        options = ", ".join(shape.options)
        return self._problem(path, raw, Unsupported("not_a_choice", f"choose of {options}"), fatal)

    def _entity(
        self, shape: EntityShape, raw: Any, path: str, context: Context, fatal: bool
    ) -> _Node:
        names = [each.name for each in shape.fields]
        if isinstance(raw, str) and "name" in names:
            raw = {"name": raw}
        if raw is None:
            return self._absent(path, raw, fatal)
        if not isinstance(raw, dict):
            return self._problem(
                path, raw, Unsupported("malformed", "this must be an object"), fatal
            )
        before = len(self.problems)
        values: dict[str, Any] = {}
        grounding: dict[str, Span] = {}
        siblings: dict[str, Grounded] = {}
        inner = Context(context.reading, context.evidence, siblings, self.guided)
        for each in shape.fields:
            node = self._walk(each.shape, raw.get(each.name), f"{path}.{each.name}", inner, fatal)
            values[each.name] = node.value
            grounding |= {f".{each.name}{rest}": span for rest, span in node.grounding.items()}
            siblings |= _siblings(each.name, node)
        if not any(values.values()):
            if len(self.problems) == before:
                return self._absent(path, None, fatal)
            if fatal:
                said = Unsupported("nothing_left", "nothing of this is supported by the article")
                return self._problem(path, raw, said, fatal, repairable=False)
            return _GONE
        if any(values[each.name] is None and _required(each.shape) for each in shape.fields):
            return _GONE
        return _Node(shape.model(**values), grounding)

    def _list(self, shape: ListShape, raw: Any, path: str, context: Context) -> _Node:
        entries = raw if isinstance(raw, list) else [] if raw is None else [raw]
        kept: list[Any] = []
        grounding: dict[str, Span] = {}
        for index, entry in enumerate(entries):
            node = self._walk(shape.item, entry, f"{path}[{index}]", context, fatal=False)
            # A model that loops repeats itself; a repetition says nothing new.
            if node.value is None or node.value in kept:
                continue
            if len(kept) == shape.most:
                said = Unsupported("too_many", f"at most {shape.most} of these are kept")
                self._problem(f"{path}[{index}]", entry, said, fatal=False, repairable=False)
                continue
            grounding |= {f"[{len(kept)}]{rest}": span for rest, span in node.grounding.items()}
            kept.append(node.value)
        if len(kept) < shape.least:
            said = Unsupported("missing", "the article supports none of what is needed here")
            return self._problem(path, raw, said, fatal=True, repairable=False)
        return _Node(tuple(kept), grounding)

    def _absent(self, path: str, raw: Any, fatal: bool) -> _Node:
        if fatal:
            said = Unsupported("missing", "this is needed; copy it from the article")
            self._problem(path, raw, said, fatal)
        return _GONE

    def _problem(
        self, path: str, raw: Any, said: Unsupported, fatal: bool, repairable: bool = True
    ) -> _Node:
        value = raw if isinstance(raw, str) else "" if raw is None else str(raw)
        value = value.encode("utf-8", "replace").decode()
        self.problems.append(
            Problem(path, value[:300], said.reason, said.detail, fatal, repairable)
        )
        return _GONE


def _as_written(value: Any) -> Any:
    """A value that code read as a small model writes it: people, bodies and states by name."""
    if isinstance(value, Grounded):
        return value.value
    if isinstance(value, dict):
        keys = ("name", "organization", "country")
        return next((_as_written(value[key]) for key in keys if value.get(key)), None)
    return [_as_written(each) for each in value] if isinstance(value, list) else value


def _grounded(found: Grounded) -> _Node:
    return _Node(found.value, {"": found.span} if found.span else {})


def _siblings(name: str, node: _Node) -> dict[str, Grounded]:
    """What later fields may look at: texts by their paths, such as ``participants[0].name``."""

    def texts(value: Any, path: str) -> Iterator[tuple[str, str]]:
        if isinstance(value, str):
            yield path, value
        elif isinstance(value, Entity):
            for inner, held in value:
                yield from texts(held, f"{path}.{inner}")
        elif isinstance(value, tuple):
            for index, held in enumerate(value):
                yield from texts(held, f"{path}[{index}]")

    if isinstance(node.value, str):
        return {name: Grounded(node.value, node.grounding.get(""))}
    return {
        name + path: Grounded(text, node.grounding.get(path))
        for path, text in texts(node.value, "")
    }


def _required(shape: Shape) -> bool:
    return not isinstance(shape, ListShape) and not shape.nullable


def _number(raw: Any) -> int:
    """A sentence's number as models write it: 3, "3" or "[3]"; 0 where it is none."""
    if isinstance(raw, int) and not isinstance(raw, bool):
        return raw
    found = re.fullmatch(r"\s*\[?\s*(\d{1,6})\s*\]?\.?\s*", raw) if isinstance(raw, str) else None
    return int(found[1]) if found else 0
