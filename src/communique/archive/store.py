"""The store: an SQLite file that knows the articles, the answers, the outcomes and the bill."""

from __future__ import annotations

import contextlib
import json
import os
import platform
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from pathlib import Path
from types import TracebackType
from typing import Any, ParamSpec, TypeVar

from communique.archive import malformed
from communique.archive.batches import clear
from communique.archive.billing import Bill, bill, taken_beside
from communique.archive.claims import bury, claim, now
from communique.archive.done import Done
from communique.archive.entries import Added
from communique.archive.entries import add as note
from communique.archive.identity import setup_digest
from communique.archive.money import Budget
from communique.archive.tables import open_tables
from communique.archive.writer import Job, Writer
from communique.article import Article
from communique.errors import StoreError
from communique.formats.reading import Entry
from communique.models.base import Attempt, Reply

T = TypeVar("T")
P = ParamSpec("P")

_BUSY_SECONDS = 60.0


class Store:
    """A store at `path`, made where there is none. Thread-safe; processes may share one.

    Methods that give a `Future` are done when the future is: committed, or read.

    Raises:
        StoreError: the file is no store, or cannot be opened.
    """

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)
        try:
            connection = sqlite3.connect(
                self.path, check_same_thread=False, isolation_level=None, timeout=_BUSY_SECONDS
            )
        except sqlite3.Error as error:
            raise StoreError(f"{path} cannot be opened ({error}): check the folder") from None
        try:
            _patiently(open_tables)(connection, str(path))
        except sqlite3.Error as error:
            connection.close()
            raise StoreError(f"{path} cannot be used ({error}): check the disk") from None
        except BaseException:
            connection.close()
            raise
        self._writer = Writer(connection)

    def close(self) -> None:
        """Write what is left and close the file. May be called twice."""
        self._writer.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def do(self, job: Job[T]) -> Future[T]:
        """Have `job` done on the connection, whole or not at all."""
        return self._writer.submit(job)

    @contextlib.contextmanager
    def reader(self) -> Iterator[sqlite3.Connection]:
        """A connection of its own that only reads, for long listings beside a run."""
        connection = sqlite3.connect(
            f"{self.path.absolute().as_uri()}?mode=ro", uri=True, timeout=_BUSY_SECONDS
        )
        try:
            yield connection
        finally:
            connection.close()

    def look(self, job: Job[T]) -> T:
        """What `job` reads at one moment, without keeping anybody from writing meanwhile.

        What was asked of this object before is done by then.
        """
        self.do(lambda _: None).result()
        with self.reader() as connection:
            connection.execute("begin")
            return job(connection)

    # What is to be read.

    def add(self, entries: Sequence[Entry]) -> Future[list[Added]]:
        """Take note of entries. Those without an article are noted with their problem."""
        return self.do(lambda connection: [note(connection, entry) for entry in entries])

    def articles(self, numbers: Sequence[int]) -> Future[list[Article]]:
        """The articles with these numbers, in their order."""

        def job(connection: sqlite3.Connection) -> list[Article]:
            query = "select body from articles where article=?"
            bodies = [connection.execute(query, (number,)).fetchone()[0] for number in numbers]
            return [Article.model_validate_json(body) for body in bodies]

        return self.do(job)

    # Who works on what.

    def setup(self, description: dict[str, Any]) -> Future[int]:
        """The number of a setup, a new one where it is not known."""
        digest = setup_digest(description)

        def job(connection: sqlite3.Connection) -> int:
            connection.execute(
                "insert or ignore into setups (digest, description) values (?,?)",
                (digest, json.dumps(description)),
            )
            (number,) = connection.execute(
                "select setup from setups where digest=?", (digest,)
            ).fetchone()
            return int(number)

        return self.do(job)

    def begin_run(self, setup: int) -> Future[int]:
        """Begin a run in this process; gives its number."""

        def job(connection: sqlite3.Connection) -> int:
            cursor = connection.execute(
                "insert into runs (setup, host, pid, started, beat) values (?,?,?,?,?)",
                (setup, platform.node(), os.getpid(), now(), time.time()),
            )
            return int(cursor.lastrowid or 0)

        return self.do(job)

    def beat(self, run: int) -> Future[None]:
        """Give a sign of life."""

        def job(connection: sqlite3.Connection) -> None:
            connection.execute("update runs set beat=? where run=?", (time.time(), run))

        return self.do(job)

    def end_run(self, run: int, reason: str) -> Future[None]:
        """End a run; what it had claimed is free again."""

        def job(connection: sqlite3.Connection) -> None:
            connection.execute(
                "update runs set ended=?, reason=? where run=?", (now(), reason, run)
            )
            connection.execute("delete from claims where run=?", (run,))

        return self.do(job)

    def claim(self, articles: Sequence[int], setup: int, run: int) -> Future[dict[int, str]]:
        """Claim articles for a run: for each ``mine``, ``theirs`` or ``done``.

        Articles of runs that are dead are taken over.
        """

        def job(connection: sqlite3.Connection) -> dict[int, str]:
            states = {number: claim(connection, number, setup, run) for number in articles}
            if "theirs" in states.values() and bury(connection):
                states = {number: claim(connection, number, setup, run) for number in articles}
            return states

        return self.do(job)

    # Outcomes.

    def finish(self, setup: int, done: Done) -> Future[None]:
        """Keep an article's outcome and give back its claim."""

        def job(connection: sqlite3.Connection) -> None:
            connection.execute(
                "insert or replace into outcomes values (?,?,?,?,?,?,?,?)",
                (
                    done.article,
                    setup,
                    done.status,
                    done.retryable,
                    done.records,
                    done.rejected,
                    done.result,
                    now(),
                ),
            )
            connection.execute(
                "delete from claims where article=? and setup=?", (done.article, setup)
            )
            connection.execute(
                "delete from again where article=? and setup=?", (done.article, setup)
            )
            clear(connection, done.article)

        return self.do(job)

    def outcome(self, article: int, setup: int) -> Future[Done | None]:
        """An article's outcome, None while there is none."""

        def job(connection: sqlite3.Connection) -> Done | None:
            row = connection.execute(
                "select article, status, retryable, records, rejected, result from outcomes "
                "where article=? and setup=?",
                (article, setup),
            ).fetchone()
            return Done(row[0], row[1], bool(row[2]), *row[3:]) if row else None

        return self.do(job)

    # Answers and the bill.

    def open_attempt(
        self,
        run: int,
        article: int | None,
        key: str,
        question: str,
        expected: tuple[int, float | None],
        budget: Budget | None = None,
    ) -> Future[int]:
        """Take note of a request before it is sent, with the most tokens and money it may take.

        Where it does not fit into `budget` beside what other runs took, nothing is noted.

        Raises, by the future:
            BudgetExhausted: it does not fit.
        """

        def job(connection: sqlite3.Connection) -> int:
            if budget is not None and budget.limited:
                budget.check_with(*taken_beside(connection, run, budget.since))
            cursor = connection.execute(
                "insert into attempts (run, article, key, question, expected_tokens, "
                "expected_cost) values (?,?,?,?,?,?)",
                (run, article, key, question, *expected),
            )
            return int(cursor.lastrowid or 0)

        return self.do(job)

    def settle_attempt(self, number: int, attempt: Attempt) -> Future[None]:
        """Take note of what came of a request."""

        def job(connection: sqlite3.Connection) -> None:
            connection.execute(
                "update attempts set outcome=?, seconds=?, prompt_tokens=?, cached_tokens=?, "
                "completion_tokens=?, cost=? where attempt=?",
                (*_told(attempt), number),
            )
            malformed.keep(connection, number, attempt)

        return self.do(job)

    def add_attempt(
        self, run: int, article: int | None, key: str, attempt: Attempt
    ) -> Future[None]:
        """Take note of a request of which nothing was noted before it was sent."""

        def job(connection: sqlite3.Connection) -> None:
            cursor = connection.execute(
                "insert into attempts (run, article, key, question, outcome, seconds, "
                "prompt_tokens, cached_tokens, completion_tokens, cost) "
                "values (?,?,?,?,?,?,?,?,?,?)",
                (run, article, key, attempt.question, *_told(attempt)),
            )
            malformed.keep(connection, cursor.lastrowid, attempt)

        return self.do(job)

    def keep_answer(self, key: str, question: str, reply: Reply) -> Future[None]:
        """Keep an answer that was paid for, before anybody reads it."""

        def job(connection: sqlite3.Connection) -> None:
            connection.execute(
                "insert or replace into answers values (?,?,?,?,?)",
                (key, reply.text, reply.truncated, question, now()),
            )

        return self.do(job)

    def answer(
        self, key: str, lists: tuple[str, ...]
    ) -> Future[tuple[Reply, tuple[Attempt, ...]] | None]:
        """A kept answer that has `lists`, with the attempts that led to it; None without one.

        One that was malformed counts if this version can read it.
        """

        def job(connection: sqlite3.Connection) -> tuple[Reply, tuple[Attempt, ...]] | None:
            row = connection.execute(
                "select reply, truncated from answers where key=?", (key,)
            ).fetchone()
            reply = (
                Reply(row[0], bool(row[1])) if row else malformed.readable(connection, key, lists)
            )
            if reply is None:
                return None
            attempts = connection.execute(
                "select question, outcome, seconds, prompt_tokens, cached_tokens, "
                "completion_tokens, cost from attempts where key=? and outcome is not null "
                "order by attempt",
                (key,),
            )
            return reply, tuple(Attempt(*each) for each in attempts)

        return self.do(job)

    def bill(self) -> Future[Bill]:
        """What all requests of all runs took."""
        return self.do(bill)


def _patiently(work: Callable[P, T]) -> Callable[P, T]:
    """`work` again and again while another process makes the tables: that waits for no lock."""
    from tenacity import retry, retry_if_exception, stop_after_delay, wait_random

    return retry(
        retry=retry_if_exception(
            lambda error: isinstance(error, sqlite3.OperationalError) and "lock" in str(error)
        ),
        stop=stop_after_delay(_BUSY_SECONDS),
        wait=wait_random(0.01, 0.1),
        reraise=True,
    )(work)


def setups(connection: sqlite3.Connection) -> list[tuple[int, dict[str, Any]]]:
    """The setups that were used with a store, the latest first."""
    rows = connection.execute(
        "select s.setup, s.description from setups as s order by "
        "(select max(run) from runs where runs.setup=s.setup) desc, s.setup desc"
    )
    return [(number, json.loads(description)) for number, description in rows]


def _told(attempt: Attempt) -> tuple[Any, ...]:
    return (
        attempt.outcome,
        attempt.seconds,
        attempt.prompt_tokens,
        attempt.cached_tokens,
        attempt.completion_tokens,
        attempt.cost,
    )
