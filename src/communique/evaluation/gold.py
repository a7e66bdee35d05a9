"""Gold documents: articles with the records that careful readers found in them.

One JSON object a line: `id`, `text`, `published`, `source`, `language`, and a list for each kind
of record with the fields of `docs/guidelines.md`, evidence as exact substrings of the text.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from communique.article import Article
from communique.errors import InputError
from communique.records import BUILT_IN
from communique.records.shape import ChoiceShape, EntityShape, FieldShape, ListShape, shape_of
from communique.values.edtf import is_edtf
from communique.values.gazetteer import gazetteer

KINDS = {kind.kind: kind.plural for kind in BUILT_IN}
"""The kinds that gold files hold: name to plural."""


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """One annotated article; `records` maps each kind to its records as in the file."""

    article: Article
    records: Mapping[str, list[dict[str, Any]]]

    @property
    def id(self) -> str:
        """The document's id."""
        return self.article.id or ""

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.text


def load_gold(path: Path) -> list[GoldDocument]:
    """Read a gold file.

    Raises:
        InputError: a line is not JSON or lacks what a gold document has; names the line.
    """
    return [_document(path, number, data) for number, data in read_jsonl(path)]


def read_jsonl(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """The objects of a JSONL file with their line numbers, blank lines left out.

    Raises:
        InputError: the file cannot be read, or a line is no JSON object.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"cannot read {path}: {error}") from error
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            data = json.loads(line)
        except ValueError as error:
            raise InputError(f"{path}, line {number}: not JSON ({error})") from None
        if not isinstance(data, dict):
            raise InputError(f"{path}, line {number}: not a JSON object")
        yield number, data


def _document(path: Path, number: int, data: dict[str, Any]) -> GoldDocument:
    missing = [name for name in ("id", "text", *KINDS.values()) if name not in data]
    if missing:
        raise InputError(
            f"{path}, line {number}: a gold document needs {', '.join(missing)}; see the guidelines"
        )
    article = Article(
        id=str(data["id"]),
        text=data["text"],
        published=data.get("published"),
        source=data.get("source"),
        language=data.get("language"),
    )
    return GoldDocument(article, {kind: data[plural] for kind, plural in KINDS.items()})


def check_gold(document: GoldDocument) -> list[str]:
    """What in a document breaks the guidelines: fields, vocabularies, exactness, dates."""
    problems: list[str] = []
    for kind in BUILT_IN:
        shape = shape_of(kind)
        for index, record in enumerate(document.records[kind.kind]):
            where = f"{document.id}: {kind.plural}[{index}]"
            expected = {each.name for each in shape} | {"evidence"}
            if set(record) != expected:
                problems.append(f"{where}: fields {sorted(set(record) ^ expected)}")
                continue
            for each in shape:
                problems.extend(_check(each, record[each.name], f"{where}.{each.name}", document))
            if not record["evidence"]:
                problems.append(f"{where}: no evidence")
            problems.extend(
                f"{where}.evidence: not in the text: {text!r}"
                for text in record["evidence"]
                if text not in document.text
            )
    return problems


def _check(each: FieldShape, value: Any, where: str, document: GoldDocument) -> Iterator[str]:
    shape = each.shape
    if isinstance(shape, ChoiceShape):
        if value not in shape.options and not (value is None and shape.nullable):
            yield f"{where}: {value!r} is none of {', '.join(shape.options)}"
    elif isinstance(shape, ListShape):
        for index, entry in enumerate(value or ()):
            inner = FieldShape(each.name, "", shape.item)
            yield from _check(inner, entry, f"{where}[{index}]", document)
    elif isinstance(shape, EntityShape):
        names = {inner.name for inner in shape.fields}
        if value is None:
            return
        if not isinstance(value, dict) or set(value) != names:
            yield f"{where}: needs exactly {', '.join(sorted(names))}"
            return
        for inner in shape.fields:
            yield from _check(inner, value[inner.name], f"{where}.{inner.name}", document)
    elif value is None:
        return
    elif each.name == "date":
        if not is_edtf(str(value)):
            yield f"{where}: {value!r} is no EDTF date"
    elif each.name == "country":
        if value not in gazetteer().codes:
            yield f"{where}: {value!r} is no country code"
    elif each.name in _COPIED and value not in document.text:
        yield f"{where}: not in the text: {value!r}"


_COPIED = ("name", "role", "organization", "place", "quote")
