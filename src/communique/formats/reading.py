"""Archives of articles, read one article at a time: folders, tables, and lines from stdin.

What cannot be read is told in its place, as an `Entry` with a problem, and stops nothing.
"""

from __future__ import annotations

import csv
import glob
import io
import json
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from pydantic_core import from_json

from communique.article import Article, read_article
from communique.errors import InputError, SettingsError
from communique.formats.lines import Beginning, Lines
from communique.formats.opening import PACKED, kind_of, open_bytes
from communique.formats.rows import Columns, encodable

TEXTS = (".txt", ".md", ".html", ".htm")
TABLES = (".jsonl", ".ndjson", ".json", ".csv", ".parquet")
_OF_LINES = (".jsonl", ".ndjson")
_STDIN = "-"
_MOST_BYTES = 64 * 1024 * 1024
# A field of a table may hold a long article.
_LONGEST_FIELD = 2**31 - 1


Rows = Iterator[tuple[int, Mapping[str, Any] | InputError]]
"""The rows of a table with their numbers; for what is no row, why it is none."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One article of the input: its name there, where it stood, and it or why there is none."""

    name: str
    origin: str
    article: Article | None
    problem: str | None = None
    placed: bool = False
    """Whether the name is only where it stood, for want of an id of its own."""

    def __post_init__(self) -> None:
        # Names of files need not be Unicode, and what no store can keep may stop no run.
        for field in ("name", "origin", "problem"):
            value = getattr(self, field)
            if value is not None:
                object.__setattr__(self, field, encodable(value))


@dataclass(frozen=True, slots=True)
class ArchiveFile:
    """A file of an archive. `name` begins the names of what is in it; "-" is stdin."""

    path: Path
    name: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", encodable(self.name))

    @property
    def is_stdin(self) -> bool:
        """Whether it is what comes through a pipe, which cannot be read twice."""
        return str(self.path) == _STDIN

    def lines(self, known: Beginning | None = None) -> Lines | None:
        """Its lines, but for a known beginning; None where it is no file of JSON lines."""
        if self.is_stdin or kind_of(self.path) not in _OF_LINES:
            return None
        return Lines(self.path, known)

    def entries(self, columns: Columns, lines: Lines | None = None) -> Iterator[Entry]:
        """Its articles, in order; with `lines`, those of them that are not passed over."""
        if self.is_stdin:
            numbered = enumerate(sys.stdin.buffer, 1)
            yield from _rows(self, _json_lines(self, numbered), columns)
            return
        kind = kind_of(self.path)
        if kind in TEXTS:
            yield self._text(kind)
            return
        try:
            if kind in _OF_LINES:
                yield from _rows(self, _json_lines(self, lines or Lines(self.path)), columns)
                return
            with open_bytes(self.path) as file:
                if kind == ".json":
                    yield from _rows(self, _json(self, file), columns)
                else:
                    table = _csv if kind == ".csv" else _parquet
                    yield from _rows(self, table(self, file, columns), columns)
        except (OSError, EOFError, InputError) as error:
            yield Entry(f"{self.name} (rest)", str(self.path), None, f"{self.path}: {error}")

    def _text(self, kind: str) -> Entry:
        origin = str(self.path)
        try:
            with open_bytes(self.path) as file:
                data = file.read(_MOST_BYTES + 1)
            if len(data) > _MOST_BYTES:
                raise InputError(f"it is longer than {_MOST_BYTES} bytes")
            article = _html(data, self.name) if kind.startswith(".htm") else _plain(data, self.name)
            return Entry(self.name, origin, read_article(article))
        except (OSError, EOFError, InputError) as error:
            return Entry(self.name, origin, None, f"{self.path}: {error}")


def find_files(names: Sequence[str]) -> list[ArchiveFile]:
    """The files that `names` stand for: files, folders with all below them, patterns, "-".

    A file in a folder is named by its path below the folder, any other by its own name.

    Raises:
        InputError: nothing is there.
        SettingsError: a file of an unknown kind, or two files of one name.
    """
    found: list[ArchiveFile] = []
    for name in names:
        path = Path(name)
        if name == _STDIN:
            found.append(ArchiveFile(path, "stdin"))
        elif path.is_dir():
            found.extend(_below(path))
        elif path.is_file():
            found.append(ArchiveFile(path, path.name))
        else:
            matches = sorted(glob.glob(name, recursive=True))  # noqa: PTH207  # absolute patterns too
            if not matches:
                raise InputError(f"{name}: there is no such file, folder or pattern")
            found.extend(ArchiveFile(Path(each), each) for each in matches if Path(each).is_file())
    for source in found:
        if not source.is_stdin and kind_of(source.path) not in TEXTS + TABLES:
            known = ", ".join(TEXTS + TABLES)
            raise SettingsError(
                f"{source.path}: its name does not end in {known} (or one of these and "
                f"{' or '.join(PACKED)})"
            )
    named: dict[str, Path] = {}
    for source in found:
        if source.name in named:
            raise SettingsError(
                f"{source.path} and {named[source.name]} would have the same name, {source.name}: "
                "give the folder that holds both"
            )
        named[source.name] = source.path
    return found


def _below(folder: Path) -> Iterator[ArchiveFile]:
    known = False
    for path in sorted(folder.rglob("*")):
        if path.is_file() and kind_of(path) in TEXTS + TABLES:
            known = True
            yield ArchiveFile(path, path.relative_to(folder).as_posix())
    if not known:
        raise InputError(f"{folder} holds no file that ends in {', '.join(TEXTS + TABLES)}")


def _plain(data: bytes, name: str) -> Article:
    try:
        return Article(text=data.decode("utf-8-sig"), id=name)
    except UnicodeDecodeError as error:
        raise InputError(
            f"it is not UTF-8 text (byte {error.start} is 0x{data[error.start]:02x}): convert it, "
            "for example with iconv"
        ) from None


def _html(data: bytes, name: str) -> Article:
    try:
        import trafilatura
    except ImportError:
        raise SettingsError(
            f'{name} is a page of HTML: pip install "communique[archive]"'
        ) from None
    page: Any = trafilatura.bare_extraction(data, with_metadata=True, include_comments=False)
    if page is None or not page.text:
        raise InputError("no article was found in the page")
    return Columns().article(
        {
            "text": page.text,
            "title": page.title,
            "url": page.url,
            "published": page.date,
            "source": page.sitename,
        },
        name,
    )


def _rows(
    source: ArchiveFile,
    rows: Rows,
    columns: Columns,
) -> Iterator[Entry]:
    for number, row in rows:
        name = f"{source.name}:{number}"
        origin = f"{source.path}:{number}"
        try:
            if isinstance(row, InputError):
                raise row
            article = read_article(columns.article(row, name))
        except InputError as error:
            named = row.get(columns.id) if isinstance(row, Mapping) else None
            yield Entry(str(named or name), origin, None, str(error))
            continue
        yield Entry(article.label, origin, article, placed=article.label == name)


def _json_lines(source: ArchiveFile, lines: Iterable[tuple[int, bytes]]) -> Rows:
    for number, line in lines:
        if line.strip():
            yield number, _object(line, f"{source.name}:{number}")


def _object(line: bytes, name: str) -> Mapping[str, Any] | InputError:
    try:
        data = from_json(line)
    except ValueError:
        # The standard library is slower, takes a byte order mark and half of a surrogate pair, and
        # says better what is wrong.
        try:
            data = json.loads(line.decode("utf-8-sig"))
        except (ValueError, RecursionError) as error:
            return InputError(f"{name} is no JSON in UTF-8 ({str(error)[:100]})")
    return data if isinstance(data, dict) else InputError(f"{name} is no JSON object")


def _json(source: ArchiveFile, file: IO[bytes]) -> Rows:
    """One object, or a list of them, which is never in memory as a whole."""
    import ijson

    start = file.read(1)
    while start.isspace() or start in (b"\xef", b"\xbb", b"\xbf"):
        start = file.read(1)
    rest = _Joined(start, file)
    try:
        path = "item" if start == b"[" else ""
        for number, data in enumerate(ijson.items(rest, path, use_float=True), 1):
            given = isinstance(data, dict)
            yield number, data if given else InputError(f"{source.name}:{number} is no JSON object")
    except ijson.JSONError as error:
        raise InputError(f"it is no JSON from here on ({str(error)[:100]})") from None


class _Joined:
    """A file of which the first byte was read already."""

    def __init__(self, start: bytes, file: IO[bytes]) -> None:
        self._start = start
        self._file = file

    def read(self, size: int = -1) -> bytes:
        if size == 0:  # it is only asked for what it gives: bytes
            return b""
        start, self._start = self._start, b""
        return start + self._file.read(size if size < 0 else max(0, size - len(start)))


def _csv(source: ArchiveFile, file: IO[bytes], columns: Columns) -> Rows:
    csv.field_size_limit(_LONGEST_FIELD)
    with io.TextIOWrapper(file, "utf-8-sig", errors="surrogateescape", newline="") as text:
        try:
            table = csv.DictReader(text)
            _require_text(table.fieldnames or (), columns)
            for number, row in enumerate(table, 1):
                if None in row:
                    name = f"{source.name}:{number}"
                    yield number, InputError(f"{name} has more values than the table has columns")
                else:
                    yield number, row
        except csv.Error as error:
            raise InputError(f"it is no CSV from here on ({error})") from None


def _parquet(source: ArchiveFile, file: IO[bytes], columns: Columns) -> Rows:
    try:
        from pyarrow import ArrowException, parquet
    except ImportError:
        raise SettingsError(
            f'{source.path} is a Parquet file: pip install "communique[archive]"'
        ) from None
    with ExitStack() as stack:
        if source.path.suffix.lower() in PACKED:
            # Its index is at its end: a packed table is read from a copy.
            unpacked = stack.enter_context(tempfile.TemporaryFile())
            shutil.copyfileobj(file, unpacked)
            unpacked.seek(0)
            file = unpacked
        try:
            number = 0
            table = stack.enter_context(parquet.ParquetFile(file))
            _require_text(table.schema_arrow.names, columns)
            for batch in table.iter_batches(batch_size=256):
                for row in batch.to_pylist():
                    number += 1
                    yield number, row
        except ArrowException as error:
            raise InputError(f"it is no Parquet file ({str(error)[:100]})") from None


def _require_text(header: Sequence[str], columns: Columns) -> None:
    """Refuse a table without the column of the texts: one problem instead of one for each row."""
    if not header:
        raise InputError("it is empty")
    if columns.text not in header and columns.text.partition(".")[0] not in header:
        raise InputError(
            f"it has no column {columns.text!r} for the text, but {', '.join(map(repr, header))}: "
            "name it with --columns text=NAME"
        )
