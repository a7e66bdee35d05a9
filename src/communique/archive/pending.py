"""Which articles of a store are done for a setup, and which are not."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

PENDING = """
(not exists (select 1 from outcomes as o indexed by outcomes_by_setup
             where o.article=e.article and o.setup=:setup)
 or exists (select 1 from again as g where g.article=e.article and g.setup=:setup))"""
"""Whether the article of the entry `e` has no outcome for a setup, or one that is to be replaced.

Primary keys of SQLite stand among the rows, results included: the index alone is read in no time.
"""


def pending(connection: sqlite3.Connection, setup: int, after: int, most: int) -> list[int]:
    """The next articles beyond number `after` that are not done."""
    return _numbers(
        connection,
        f"select distinct article from entries as e where article > :after and {PENDING} "
        "order by article limit :most",
        {"after": after, "setup": setup, "most": most},
    )


def count_pending(connection: sqlite3.Connection, setup: int) -> int:
    """How many articles are not done."""
    (count,) = connection.execute(
        f"select count(distinct article) from entries as e where article is not null and {PENDING}",
        {"setup": setup},
    ).fetchone()
    return int(count)


def sample_pending(connection: sqlite3.Connection, setup: int, most: int) -> list[int]:
    """Some articles that are not done, from all over the store."""
    return _numbers(
        connection,
        # The order of a hash is as good as chance.
        "select distinct article from entries as e join articles using (article) "
        f"where {PENDING} order by content_id limit :most",
        {"setup": setup, "most": most},
    )


def finished(connection: sqlite3.Connection, setup: int, after: int, most: int) -> list[int]:
    """The next articles beyond number `after` that have an outcome."""
    return _numbers(
        connection,
        "select article from outcomes indexed by outcomes_by_setup "
        "where setup=:setup and article > :after "
        "order by article limit :most",
        {"after": after, "setup": setup, "most": most},
    )


def reopen(connection: sqlite3.Connection, setup: int, statuses: Sequence[str]) -> int:
    """Have articles of these statuses asked about again; gives how many.

    Their outcomes stay until there are new ones.
    """
    marks = ",".join("?" * len(statuses))
    return connection.execute(
        "insert or ignore into again select article, setup from outcomes "
        f"where setup=? and status in ({marks})",
        (setup, *statuses),
    ).rowcount


def _numbers(connection: sqlite3.Connection, query: str, values: dict[str, int]) -> list[int]:
    return [number for (number,) in connection.execute(query, values)]
