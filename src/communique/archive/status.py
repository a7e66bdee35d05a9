"""How far a store is, what failed and why, and what was paid."""

from __future__ import annotations

import sqlite3
from dataclasses import asdict, dataclass
from typing import Any

from communique.archive.billing import Bill, bill
from communique.archive.pending import count_pending
from communique.archive.store import Store, setups

_EXAMPLES = 20


@dataclass(frozen=True, slots=True)
class SetupStatus:
    """How far the articles are with one model and one way of asking.

    `pending` articles have no outcome, or one that a retry is to replace. `failures` are errors
    with how many articles they hit and the message of one of them.
    """

    setup: int
    model: str
    kinds: tuple[str, ...]
    complete: int
    partial: int
    failed: int
    pending: int
    records: int
    rejected: int
    failures: tuple[tuple[str, int, str], ...]


@dataclass(frozen=True, slots=True)
class StoreStatus:
    """How far a store is. `problems` names the first unreadable entries, and why."""

    articles: int
    duplicates: int
    unreadable: int
    setups: tuple[SetupStatus, ...]
    problems: tuple[tuple[str, str], ...]
    bill: Bill

    def to_dict(self) -> dict[str, Any]:
        """All of it, for JSON."""
        return asdict(self)


def status_of(store: Store) -> StoreStatus:
    """How far `store` is now, whoever is at work on it."""
    return store.look(_status)


def _status(connection: sqlite3.Connection) -> StoreStatus:
    (articles,) = connection.execute("select count(*) from articles").fetchone()
    entries, unreadable = connection.execute(
        "select count(article), count(*) - count(article) from entries"
    ).fetchone()
    problems = connection.execute(
        "select name, problem from entries where article is null order by entry limit ?",
        (_EXAMPLES,),
    ).fetchall()
    return StoreStatus(
        articles=articles,
        duplicates=max(0, entries - articles),
        unreadable=unreadable,
        setups=tuple(
            _setup(connection, number, description) for number, description in setups(connection)
        ),
        problems=tuple(problems),
        bill=bill(connection),
    )


def _setup(connection: sqlite3.Connection, number: int, description: dict[str, Any]) -> SetupStatus:
    complete, partial, failed, records, rejected = connection.execute(
        "select coalesce(sum(status='complete'), 0), coalesce(sum(status='partial'), 0), "
        "coalesce(sum(status='failed'), 0), coalesce(sum(records), 0), coalesce(sum(rejected), 0) "
        "from outcomes where setup=?",
        (number,),
    ).fetchone()
    failures = connection.execute(
        "select json_extract(f.value, '$.error') as error, count(distinct o.article), "
        "min(json_extract(o.result, '$.id') || ': ' || json_extract(f.value, '$.message')) "
        "from outcomes as o, json_each(o.result, '$.failures') as f "
        "where o.setup=? and o.status<>'complete' group by error order by 2 desc",
        (number,),
    ).fetchall()
    return SetupStatus(
        setup=number,
        model=f"{description['backend']}/{description['model']}",
        kinds=tuple(description["kinds"]),
        complete=complete,
        partial=partial,
        failed=failed,
        pending=count_pending(connection, number),
        records=records,
        rejected=rejected,
        failures=tuple(failures),
    )
