"""Answers kept by request: a question that was answered once costs nothing the second time.

An answer is identified by the model, its weights, the parameters and the question's digest, so a
changed prompt or schema asks anew and a changed check does not.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import sqlite3
import threading
from dataclasses import asdict
from pathlib import Path

from communique.models.base import Attempt, Listener, Model, ModelInfo, Reply
from communique.options import Options
from communique.prompting import Question

_TABLE = """
create table if not exists answers (
  key text primary key, question text not null, model text not null,
  reply text not null, attempts text not null
)
"""


class CachedModel:
    """A `Model` that asks another one only what the file at `path` does not hold yet."""

    def __init__(self, model: Model, path: Path, options: Options) -> None:
        self._model = model
        self._parameters = {
            name: value
            for name, value in asdict(options).items()
            if name in ("temperature", "seed", "answer_tokens")
        }
        self._lock = threading.Lock()
        self._connection = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
        self._connection.execute("pragma journal_mode=wal")
        self._connection.execute(_TABLE)
        self.context_tokens = model.context_tokens
        self.answer_tokens = model.answer_tokens
        self.sequential = model.sequential
        self.by_sentence = model.by_sentence
        self.hits = 0
        self.misses = 0

    async def info(self) -> ModelInfo:
        """Say which model answers."""
        return await self._model.info()

    async def answer(self, question: Question, listener: Listener) -> Reply:
        """The kept answer with its attempts, or a new one."""
        info = await self._model.info()
        key = self._key(info, question)
        row = await asyncio.to_thread(self._read, key)
        if row is not None:
            self.hits += 1
            for attempt in json.loads(row[1]):
                listener(Attempt(**attempt))
            return Reply(**json.loads(row[0]))
        self.misses += 1
        attempts: list[Attempt] = []

        def listen(attempt: Attempt) -> None:
            attempts.append(attempt)
            listener(attempt)

        reply = await self._model.answer(question, listen)
        values = (
            key,
            question.name,
            info.name,
            json.dumps(asdict(reply), ensure_ascii=False),
            json.dumps([asdict(attempt) for attempt in attempts]),
        )
        await asyncio.to_thread(self._write, values)
        return reply

    async def close(self) -> None:
        """Close the file and the model."""
        with self._lock:
            self._connection.close()
        await self._model.close()

    def _key(self, info: ModelInfo, question: Question) -> str:
        identity = [info.backend, info.name, info.weights, self._parameters, question.digest]
        return hashlib.sha256(json.dumps(identity, sort_keys=True).encode()).hexdigest()

    def _read(self, key: str) -> tuple[str, str] | None:
        with self._lock:
            row = self._connection.execute(
                "select reply, attempts from answers where key = ?", (key,)
            ).fetchone()
        return (row[0], row[1]) if row else None

    def _write(self, values: tuple[str, str, str, str, str]) -> None:
        with self._lock:
            self._connection.execute("insert or replace into answers values (?,?,?,?,?)", values)
