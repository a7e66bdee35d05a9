"""What the store knows of batches: functions that run within a transaction."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass

from communique.archive import malformed
from communique.archive.billing import WAITING
from communique.archive.claims import is_alive, now
from communique.archive.pending import PENDING
from communique.errors import BatchExpired, ModelError
from communique.models.base import Attempt, Reply
from communique.models.batch import BatchLine

# Setups may ask the same question, and batches are found again at their model's provider.
_SAME_MODEL = (
    "select s.setup from setups as s join setups as mine on mine.setup=:setup "
    "where json_extract(s.description, '$.backend')=json_extract(mine.description, '$.backend') "
    "and json_extract(s.description, '$.model')=json_extract(mine.description, '$.model')"
)


@dataclass(frozen=True, slots=True)
class Batch:
    """A batch whose answers are not in the store: `remote` is None where it may not be sent."""

    number: int
    token: str
    remote: str | None
    requests: int


@dataclass(frozen=True, slots=True)
class Standing:
    """What became of a question in batches so far: is it under way, and how did it fail?

    `errors` are codes and messages, `attempts` what the failed requests took.
    """

    under_way: bool
    errors: tuple[tuple[str, str], ...]
    attempts: tuple[Attempt, ...]


def pending(connection: sqlite3.Connection, setup: int, after: int, most: int) -> list[int]:
    """The next articles beyond number `after` with neither an outcome nor a request under way."""
    return [
        number
        for (number,) in connection.execute(
            f"select distinct article from entries as e where article > :after and {PENDING} "
            "and not exists (select 1 from batched as b join attempts as t using (attempt) "
            "join batches as f using (batch) where b.article=e.article and t.outcome=:waiting "
            f"and f.setup in ({_SAME_MODEL})) order by article limit :most",
            {"after": after, "setup": setup, "waiting": WAITING, "most": most},
        )
    ]


def clear(connection: sqlite3.Connection, article: int) -> None:
    """Forget how requests about a finished article failed, so that a retry begins anew."""
    connection.execute(
        "delete from batched where article=? and exists (select 1 from attempts as a "
        "where a.attempt=batched.attempt and a.outcome<>?)",
        (article, WAITING),
    )


def open_batch(connection: sqlite3.Connection, setup: int, run: int, token: str) -> int:
    """Begin a batch; gives its number."""
    cursor = connection.execute(
        "insert into batches (setup, run, token, state, created) values (?,?,?,'sending',?)",
        (setup, run, token, now()),
    )
    return int(cursor.lastrowid or 0)


def standing(connection: sqlite3.Connection, key: str) -> Standing:
    """What became of the question with this key."""
    rows = connection.execute(
        "select b.error, b.message, a.question, a.outcome, a.seconds, a.prompt_tokens, "
        "a.cached_tokens, a.completion_tokens, a.cost "
        "from batched as b join attempts as a using (attempt) where b.key=? order by attempt",
        (key,),
    ).fetchall()
    return Standing(
        any(row[3] == WAITING for row in rows),
        tuple(row[:2] for row in rows if row[0] is not None),
        tuple(Attempt(*row[2:]) for row in rows if row[0] is not None),
    )


def put(
    connection: sqlite3.Connection,
    batch: int,
    article: int,
    key: str,
    question: str,
    lists: tuple[str, ...],
    expected: tuple[int, float | None],
) -> int | None:
    """Put a request into a batch and on the bill; gives its number, None if it is under way."""
    if standing(connection, key).under_way:
        return None
    cursor = connection.execute(
        "insert into attempts (run, article, key, question, outcome, expected_tokens, "
        "expected_cost) values ((select run from batches where batch=?),?,?,?,?,?,?)",
        (batch, article, key, question, WAITING, *expected),
    )
    attempt = int(cursor.lastrowid or 0)
    connection.execute(
        "insert into batched (attempt, batch, article, key, lists) values (?,?,?,?,?)",
        (attempt, batch, article, key, json.dumps(lists)),
    )
    return attempt


def sent(connection: sqlite3.Connection, batch: int, remote: str) -> None:
    """Take note of what the provider calls a batch."""
    connection.execute(
        "update batches set remote=?, state='under_way' where batch=?", (remote, batch)
    )


def drop(connection: sqlite3.Connection, batch: int) -> None:
    """Forget a batch that was not sent, or refused as a whole: nothing was asked or billed."""
    numbers = connection.execute("select attempt from batched where batch=?", (batch,)).fetchall()
    connection.execute("delete from batched where batch=?", (batch,))
    connection.executemany("delete from attempts where attempt=?", numbers)
    connection.execute("delete from batches where batch=?", (batch,))


def under_way(connection: sqlite3.Connection, setup: int, run: int) -> list[Batch]:
    """The batches of a setup's model that are not read.

    Without those that another living run is about to send.
    """
    rows = connection.execute(
        "select b.batch, b.token, b.remote, "
        "(select count(*) from batched as r where r.batch=b.batch), b.run, host, pid, beat, ended "
        "from batches as b join runs as r on r.run=b.run "
        f"where b.setup in ({_SAME_MODEL}) and b.state<>'read' order by b.batch",
        {"setup": setup},
    ).fetchall()
    return [
        Batch(number, token, remote, requests)
        for number, token, remote, requests, owner, host, pid, beat, ended in rows
        if remote or owner == run or ended or not is_alive(host, pid, beat)
    ]


def asked(connection: sqlite3.Connection, batch: int) -> dict[int, tuple[str, tuple[str, ...]]]:
    """The names and lists of a batch's questions that are not answered yet, by their numbers."""
    rows = connection.execute(
        "select attempt, a.question, b.lists from batched as b join attempts as a using (attempt) "
        "where b.batch=? and a.outcome=?",
        (batch, WAITING),
    )
    return {attempt: (question, tuple(json.loads(lists))) for attempt, question, lists in rows}


def keep(connection: sqlite3.Connection, line: BatchLine) -> None:
    """Keep what came of a request, once: a file that is read again changes nothing."""
    number = int(line.custom_id)
    row = connection.execute(
        "select key from batched join attempts using (attempt, key) where attempt=? and outcome=?",
        (number, WAITING),
    ).fetchone()
    if row is None:
        return
    if isinstance(line.result, Reply):
        connection.execute(
            "insert or replace into answers values (?,?,?,?,?)",
            (row[0], line.result.text, line.result.truncated, line.attempt.question, now()),
        )
    else:
        _fail(connection, number, line.result)
    _settle(connection, number, line.attempt)


def close(connection: sqlite3.Connection, batch: int) -> None:
    """End a batch that is read: what it does not answer has expired."""
    error = BatchExpired("the batch ended without an answer")
    for number, (question, _) in asked(connection, batch).items():
        _fail(connection, number, error)
        _settle(connection, number, Attempt(question, error.code, 0.0))
    connection.execute("update batches set state='read' where batch=?", (batch,))


def _fail(connection: sqlite3.Connection, number: int, error: ModelError) -> None:
    connection.execute(
        "update batched set error=?, message=? where attempt=?", (error.code, str(error), number)
    )


def _settle(connection: sqlite3.Connection, number: int, attempt: Attempt) -> None:
    connection.execute(
        "update attempts set outcome=?, prompt_tokens=?, cached_tokens=?, completion_tokens=?, "
        "cost=? where attempt=?",
        (
            attempt.outcome,
            attempt.prompt_tokens,
            attempt.cached_tokens,
            attempt.completion_tokens,
            attempt.cost,
            number,
        ),
    )
    malformed.keep(connection, number, attempt)
