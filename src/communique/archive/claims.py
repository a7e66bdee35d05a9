"""Which run is at work on which article, and which runs are dead."""

from __future__ import annotations

import datetime as dt
import os
import platform
import sqlite3
import time

DEAD_SECONDS = 60.0
"""A run that gave no sign of life for so long is dead, and its articles are free again."""


def now() -> str:
    """The time in UTC, as the store writes it."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")


def claim(connection: sqlite3.Connection, article: int, setup: int, run: int) -> str:
    """Claim an article for a run, within a transaction: ``mine``, ``theirs`` or ``done``."""
    if connection.execute(
        "select 1 from outcomes as o where article=? and setup=? and not exists "
        "(select 1 from again as g where g.article=o.article and g.setup=o.setup)",
        (article, setup),
    ).fetchone():
        return "done"
    connection.execute("insert or ignore into claims values (?,?,?)", (article, setup, run))
    (owner,) = connection.execute(
        "select run from claims where article=? and setup=?", (article, setup)
    ).fetchone()
    return "mine" if owner == run else "theirs"


def bury(connection: sqlite3.Connection) -> bool:
    """Free what dead runs have claimed; whether there was any."""
    freed = 0
    for run, host, pid, beat in connection.execute(
        "select run, host, pid, beat from runs where run in (select run from claims)"
    ).fetchall():
        if not is_alive(host, pid, beat):
            freed += connection.execute("delete from claims where run=?", (run,)).rowcount
            connection.execute(
                "update runs set ended=?, reason='killed' where run=? and ended is null",
                (now(), run),
            )
    return freed > 0


def is_alive(host: str, pid: int, beat: float) -> bool:
    """Whether a run's process lives, as far as its last sign of life tells."""
    if time.time() - beat > DEAD_SECONDS:
        return False
    if host != platform.node() or os.name != "posix":
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
