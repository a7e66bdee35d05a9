"""Answers: what the model wrote, read item by item.

A broken item or a truncated tail costs that item and never its neighbours.
"""

from __future__ import annotations

import copy
import itertools
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from communique.models.base import Reply
from communique.records.base import Record


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of an answer as the model wrote it; `number` counts from 1 within its kind."""

    kind: type[Record]
    number: int
    data: dict[str, Any]
    placed: bool = False
    """Whether the question was about one sentence, so that it is known which one tells of it."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The items of a reply; `broken` are entries that are no objects, by kind and number.

    `cut` is true where the reply ended before its last list did, so that items may be missing.
    """

    items: tuple[Item, ...]
    broken: tuple[tuple[type[Record], int, str], ...] = ()
    cut: bool = False
    unread: bool = False
    """Whether the reply lacks a list that it should have, or is no JSON at all."""


def read_answer(reply: Reply, kinds: Sequence[type[Record]]) -> Answer:
    """Read the items of `kinds` from a reply, as many as are whole."""
    items: list[Item] = []
    broken: list[tuple[type[Record], int, str]] = []
    unread = False
    for kind in kinds:
        entries = _entries(reply, kind.plural)
        unread = unread or entries is None
        for number, entry in enumerate(entries or (), start=1):
            if isinstance(entry, dict):
                items.append(Item(kind, number, entry))
            else:
                broken.append((kind, number, json.dumps(entry, ensure_ascii=False)[:200]))
    return Answer(tuple(items), tuple(broken), cut=reply.truncated, unread=unread)


def read_corrections(reply: Reply, count: int) -> dict[int, str | None]:
    """The corrected values by problem number (1 to `count`); the first of each counts."""
    corrections: dict[int, str | None] = {}
    for entry in _entries(reply, "corrections") or ():
        if not isinstance(entry, dict) or "value" not in entry:
            continue
        number, value = entry.get("problem"), entry["value"]
        if isinstance(number, int) and 1 <= number <= count and number not in corrections:
            corrections[number] = None if value is None else str(value)
    return corrections


def correct(item: Item, corrections: Mapping[str, str | None]) -> Item:
    """The item with the values at `corrections`' paths replaced."""
    data = copy.deepcopy(item.data)
    for path, value in corrections.items():
        try:
            _replace(data, path, value)
        except (LookupError, TypeError):  # what the path led through was not of the form asked for
            continue
    return replace(item, data=data)


def _entries(reply: Reply, name: str) -> list[Any] | None:
    """The list `name` of a reply, as far as it is whole; None where there is none."""
    if reply.truncated:
        return list(_whole_entries(reply.text, name))
    try:
        answer = json.loads(reply.text)
    except (ValueError, RecursionError):
        return None
    found = answer.get(name) if isinstance(answer, dict) else None
    return found if isinstance(found, list) else None


def _whole_entries(text: str, name: str) -> Iterator[Any]:
    """The entries of the list `name` that are complete, although the text may end in the next."""
    opening = re.search(rf'"{re.escape(name)}"\s*:\s*\[', text)
    if opening is None:
        return
    decoder = json.JSONDecoder()
    at = opening.end()
    while True:
        blank = re.compile(r"[\s,]*").match(text, at)
        at = blank.end() if blank else at
        try:
            entry, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            return
        # A number at the very end may have lost digits.
        if at < len(text):
            yield entry


def _replace(data: Any, path: str, value: str | None) -> None:
    steps: list[str | int] = [
        int(index) if index else name for name, index in re.findall(r"([^.\[\]]+)|\[(\d+)\]", path)
    ]
    for step, following in itertools.pairwise(steps):
        if isinstance(step, str) and not isinstance(data.get(step), dict | list):
            data[step] = {} if isinstance(following, str) else []
        if isinstance(step, int) and isinstance(data[step], str):
            # A bare string where an entity belongs stands for its name.
            data[step] = {"name": data[step]}
        data = data[step]
    data[steps[-1]] = value
