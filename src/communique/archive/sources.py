"""The files that a store was filled from: which of them need not be read again, or not whole."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import asdict, dataclass

from communique.archive.writer import Job
from communique.formats.lines import Beginning
from communique.formats.rows import encodable


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file as it was found: how it was read, its size in bytes and when it was written, in ns."""

    origin: str
    size: int
    modified: int


def is_known(file: SourceFile) -> Job[bool]:
    """Whether the file was read to its end and has not changed since."""

    def job(connection: sqlite3.Connection) -> bool:
        found = connection.execute(
            "select 1 from sources where origin=? and size=? and modified=?",
            (file.origin, file.size, file.modified),
        )
        return found.fetchone() is not None

    return job


def beginning_of(file: SourceFile) -> Job[Beginning | None]:
    """What was read of a file of lines when it was last read to its end."""

    def job(connection: sqlite3.Connection) -> Beginning | None:
        row = connection.execute(
            "select beginning from sources where origin=?", (file.origin,)
        ).fetchone()
        return Beginning(**json.loads(row[0])) if row and row[0] else None

    return job


def is_read(file: SourceFile, beginning: Beginning | None) -> Job[None]:
    """Take note that the file was read to its end, and of one of lines what was read."""
    kept = json.dumps(asdict(beginning)) if beginning else None

    def job(connection: sqlite3.Connection) -> None:
        connection.execute(
            "insert or replace into sources (origin, size, modified, beginning) values (?,?,?,?)",
            (file.origin, file.size, file.modified, kept),
        )

    return job


def forget_problems(path: str) -> Job[None]:
    """Forget the unreadable entries of a file that is about to be read again."""

    def job(connection: sqlite3.Connection) -> None:
        connection.execute(
            "delete from entries where article is null and (origin=:path or "
            "substr(origin, 1, length(:path) + 1)=:path || ':')",
            {"path": encodable(path)},
        )

    return job


def keep_in_memory(kibibytes: int) -> Job[None]:
    """Let SQLite keep so much of the store in memory, and no more of it than that from now on."""

    def job(connection: sqlite3.Connection) -> None:
        connection.execute(f"pragma cache_size=-{kibibytes:d}")
        connection.execute("pragma shrink_memory")

    return job
