"""Records as tidy tables (Wickham 2014, "Tidy Data"): one row an observation, one column a field.

``articles`` has one row an article of the input, each kind of record a table under its plural,
with one row a record, ``evidence`` one row a span, and ``rejected`` one row a rejected value. Every
value of a record is a string; what holds several is a list of strings or of structures. A text
that came twice has its records once, under the name by which it was met first;
``articles.duplicate_of`` tells of the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from communique.errors import SettingsError
from communique.records.base import Record
from communique.records.shape import EntityShape, ListShape, Shape, shape_of

if TYPE_CHECKING:
    import pandas
    import polars

ARTICLES = {
    "article": "string",
    "content_id": "string",
    "origin": "string",
    "duplicate_of": "string",
    "status": "string",
    "problem": "string",
    "published": "string",
    "title": "string",
    "source": "string",
    "url": "string",
    "language": "string",
    "characters": "int",
    "records": "int",
    "rejected": "int",
    "finished": "string",
}
EVIDENCE = {
    "article": "string",
    "record": "string",
    "field": "string",  # empty for a sentence of evidence, else the path of the value
    "start": "int",
    "end": "int",
    "text": "string",
}
REJECTED = {
    "article": "string",
    "kind": "string",
    "item": "int",
    "field": "string",
    "value": "string",
    "reason": "string",
    "detail": "string",
    "scope": "string",
}
Column = Any
"""``string``, ``int``, a list of one column, or names and columns of a structure."""


def columns_of(kinds: Sequence[type[Record]]) -> dict[str, dict[str, Column]]:
    """The columns of each table, in their order."""
    return {
        "articles": ARTICLES,
        **{kind.plural: _columns(kind) for kind in kinds},
        "evidence": EVIDENCE,
        "rejected": REJECTED,
    }


def rows_of(
    told: Mapping[str, Any], kinds: Sequence[type[Record]]
) -> Iterator[tuple[str, dict[str, Any]]]:
    """The rows that one article gives, each with the name of its table.

    `told` is what `Outcome.to_dict` or `Extraction.to_dict` gives.
    """
    article, name = told.get("article") or {}, told["id"]
    of_kind = {kind.plural: told.get(kind.plural, []) for kind in kinds}
    known = "rejected" in told
    facts = {key: article.get(key) for key in ("title", "source", "url", "language")}
    passed_on = ("content_id", "origin", "duplicate_of", "status", "problem", "finished")
    yield (
        "articles",
        {
            "article": name,
            **{key: told.get(key) for key in passed_on},
            **facts,
            "published": told.get("published") or article.get("published"),
            "characters": len(article["text"]) if article else None,
            "records": sum(map(len, of_kind.values())) if known else None,
            "rejected": len(told["rejected"]) if known else None,
        },
    )
    if told.get("duplicate_of"):
        return
    for plural, records in of_kind.items():
        for number, record in enumerate(records):
            its_name = f"{name}#{plural}[{number}]"
            yield plural, {"article": name, "record": its_name, **record}
            spans = [("", span) for span in record["evidence"]]
            spans += record["grounding"].items()
            for field, span in spans:
                yield "evidence", {"article": name, "record": its_name, "field": field, **span}
    for rejection in told.get("rejected", ()):
        yield "rejected", {"article": name, **rejection}


def tables_of(
    results: Iterable[Mapping[str, Any]], kinds: Sequence[type[Record]]
) -> dict[str, list[dict[str, Any]]]:
    """All rows of each table, with just the table's columns."""
    columns = columns_of(kinds)
    tables: dict[str, list[dict[str, Any]]] = {name: [] for name in columns}
    for told in results:
        for name, row in rows_of(told, kinds):
            tables[name].append({column: row.get(column) for column in columns[name]})
    return tables


def to_pandas(
    results: Iterable[Mapping[str, Any]], kinds: Sequence[type[Record]]
) -> dict[str, pandas.DataFrame]:
    """The tables as data frames of pandas, by their names.

    Raises:
        SettingsError: pandas is not installed.
    """
    try:
        import pandas
    except ImportError:
        raise SettingsError('pandas is not installed: pip install "communique[pandas]"') from None
    columns = columns_of(kinds)
    return {
        name: pandas.DataFrame(rows, columns=list(columns[name])).astype(
            {column: "Int64" for column, kind in columns[name].items() if kind == "int"}
        )
        for name, rows in tables_of(results, kinds).items()
    }


def to_polars(
    results: Iterable[Mapping[str, Any]], kinds: Sequence[type[Record]]
) -> dict[str, polars.DataFrame]:
    """The tables as data frames of polars, by their names.

    Raises:
        SettingsError: polars is not installed.
    """
    try:
        import polars
    except ImportError:
        raise SettingsError('polars is not installed: pip install "communique[polars]"') from None

    def typed(column: Column) -> Any:
        if isinstance(column, list):
            return polars.List(typed(column[0]))
        if isinstance(column, dict):
            return polars.Struct({name: typed(each) for name, each in column.items()})
        return polars.Int64() if column == "int" else polars.String()

    columns = columns_of(kinds)
    return {
        name: polars.DataFrame(rows, schema={c: typed(kind) for c, kind in columns[name].items()})
        for name, rows in tables_of(results, kinds).items()
    }


def _columns(kind: type[Record]) -> dict[str, Column]:
    fields = {field.name: _column(field.shape) for field in shape_of(kind)}
    return {"article": "string", "record": "string", **fields}


def _column(shape: Shape) -> Column:
    match shape:
        case EntityShape(_, fields, _):
            return {field.name: _column(field.shape) for field in fields}
        case ListShape(item, _, _):
            return [_column(item)]
        case _:
            return "string"
