"""Exports: everything as JSON lines, or tidy tables as CSV or Parquet, streamed from the store.

The tables are those of `communique.tidy`. What holds several values is a list of strings or of
structures in Parquet and the same as JSON in CSV.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Protocol, TextIO

from communique.archive.store import Store
from communique.errors import SettingsError, StoreError
from communique.records import BUILT_IN
from communique.records.base import Record
from communique.tidy import Column, columns_of, rows_of

FORMS = (".jsonl", ".csv", ".parquet")
_ROWS = 2000


@dataclass(frozen=True, slots=True)
class Row:
    """An entry of the store with what is known of it."""

    name: str
    origin: str
    duplicate_of: str | None
    problem: str | None
    content_id: str | None
    article: dict[str, Any] | None
    status: str | None
    result: dict[str, Any] | None
    finished: str | None

    def to_dict(self) -> dict[str, Any]:
        """The same form as `Outcome.to_dict`; without an outcome, ``status`` is None."""
        told = {"id": self.name, "duplicate_of": self.duplicate_of, "problem": self.problem}
        if self.result is None:
            return {**told, "status": "failed" if self.problem else None}
        return {**self.result, "article": self.article, **told}

    def to_table(self) -> dict[str, Any]:
        """The same with what only a store knows, for `communique.tidy.rows_of`."""
        told = {"content_id": self.content_id, "origin": self.origin, "finished": self.finished}
        return {"article": self.article, **self.to_dict(), **told}


def rows(store: Store, setup: int) -> Iterator[Row]:
    """All entries in the order in which they came, with their outcomes for `setup`."""
    with store.reader() as connection:
        for row in connection.execute(
            "select e.name, e.origin, e.problem, a.content_id, a.body, o.status, o.result, "
            "o.finished, (select f.name from entries as f where f.article=e.article "
            "order by f.entry limit 1) from entries as e left join articles as a using (article) "
            "left join outcomes as o on o.article=e.article and o.setup=? order by e.entry",
            (setup,),
        ):
            name, origin, problem, content_id, body, status, result, finished, first = row
            yield Row(
                name=name,
                origin=origin,
                duplicate_of=first if first != name else None,
                problem=problem,
                content_id=content_id,
                article=json.loads(body) if body else None,
                status=status or ("failed" if problem else None),
                result=json.loads(result) if result else None,
                finished=finished,
            )


def export_lines(store: Store, setup: int, out: TextIO) -> int:
    """One JSON object an entry, as `Outcome.to_dict` gives it; gives how many."""
    count = 0
    for row in rows(store, setup):
        out.write(json.dumps(row.to_dict(), ensure_ascii=False) + "\n")
        count += 1
    return count


def export_tables(
    store: Store, setup: int, path: Path, kinds: Sequence[type[Record]] = BUILT_IN
) -> list[Path]:
    """Tables beside `path`: ``records.parquet`` makes ``records.meetings.parquet`` and so on.

    Memory does not grow with the store. Files that are there are replaced, each when all are whole.

    Raises:
        SettingsError: the name ends in neither .csv nor .parquet, or pyarrow is missing.
        StoreError: a file cannot be written.
    """
    form = path.suffix.lower()
    schemas = columns_of(kinds)
    paths = {name: path.with_name(f"{path.stem}.{name}{path.suffix}") for name in schemas}
    drafts = {name: each.with_name(each.name + ".part") for name, each in paths.items()}
    try:
        with ExitStack() as stack:
            tables = {
                name: stack.enter_context(_table(drafts[name], form, columns))
                for name, columns in schemas.items()
            }
            for row in rows(store, setup):
                for name, values in rows_of(row.to_table(), kinds):
                    tables[name].add(values)
    except OSError as error:
        raise StoreError(f"{path} cannot be written ({error.strerror or error})") from None
    for name, draft in drafts.items():
        draft.replace(paths[name])
    return list(paths.values())


class _Table(Protocol):
    def add(self, row: dict[str, Any]) -> None: ...
    def __enter__(self) -> _Table: ...
    def __exit__(self, *error: object) -> None: ...


def _table(path: Path, form: str, columns: dict[str, Column]) -> _Table:
    if form == ".csv":
        return _CsvTable(path, columns)
    if form == ".parquet":
        return _ParquetTable(path, columns)
    raise SettingsError(f"an export is {', '.join(FORMS)}, not {form or 'without an ending'}")


class _CsvTable:
    """A table as CSV (RFC 4180) in UTF-8.

    A text that a spreadsheet would take for a formula begins with an apostrophe there.
    """

    def __init__(self, path: Path, columns: dict[str, Column]) -> None:
        self._file: IO[str] = path.open("w", encoding="utf-8", newline="")
        self._writer = csv.DictWriter(self._file, list(columns), extrasaction="ignore")
        self._writer.writeheader()

    def add(self, row: dict[str, Any]) -> None:
        self._writer.writerow({name: _cell(value) for name, value in row.items()})

    def __enter__(self) -> _CsvTable:
        return self

    def __exit__(self, *error: object) -> None:
        self._file.close()


def _cell(value: Any) -> Any:
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


# What spreadsheets compute (OWASP, "CSV Injection"): article text is data.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class _ParquetTable:
    """A table as Parquet, in row groups."""

    def __init__(self, path: Path, columns: dict[str, Column]) -> None:
        try:
            import pyarrow
            from pyarrow import parquet
        except ImportError:
            raise SettingsError(
                'Parquet needs pyarrow: pip install "communique[archive]"'
            ) from None
        self._arrow = pyarrow
        self._schema = pyarrow.schema(
            [pyarrow.field(name, self._type(column)) for name, column in columns.items()]
        )
        self._writer = parquet.ParquetWriter(path, self._schema, compression="zstd")
        self._waiting: list[dict[str, Any]] = []

    def _type(self, column: Column) -> Any:
        if isinstance(column, list):
            return self._arrow.list_(self._type(column[0]))
        if isinstance(column, dict):
            return self._arrow.struct([(name, self._type(each)) for name, each in column.items()])
        return self._arrow.int64() if column == "int" else self._arrow.string()

    def add(self, row: dict[str, Any]) -> None:
        self._waiting.append(row)
        if len(self._waiting) >= _ROWS:
            self._flush()

    def _flush(self) -> None:
        if self._waiting:
            table = self._arrow.Table.from_pylist(self._waiting, schema=self._schema)
            self._writer.write_table(table)
            self._waiting.clear()

    def __enter__(self) -> _ParquetTable:
        return self

    def __exit__(self, *error: object) -> None:
        self._flush()
        self._writer.close()
