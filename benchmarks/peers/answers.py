"""Answers of servers, kept in a file."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path


class Answers:
    """Answers kept in a file, so that an interrupted benchmark costs nothing twice.

    The n-th time that a system sends the same body for one article is a question of its own: a
    retry may be answered differently.
    """

    def __init__(self, path: Path | None) -> None:
        self._lock = threading.Lock()
        self._file = sqlite3.connect(path or ":memory:", check_same_thread=False)
        self._file.execute(
            "CREATE TABLE IF NOT EXISTS answers (key TEXT PRIMARY KEY, body BLOB, seconds REAL)"
        )

    def get(self, key: str) -> tuple[bytes, float] | None:
        """The body and the seconds of an answer."""
        with self._lock:
            query = "SELECT body, seconds FROM answers WHERE key = ?"
            row = self._file.execute(query, (key,)).fetchone()
        return (row[0], row[1]) if row else None

    def put(self, key: str, body: bytes, seconds: float) -> None:
        """Keep an answer."""
        with self._lock, self._file:
            self._file.execute(
                "INSERT OR REPLACE INTO answers VALUES (?, ?, ?)", (key, body, seconds)
            )

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._file.close()
