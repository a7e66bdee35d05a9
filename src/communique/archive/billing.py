"""The bill: what requests took."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

WAITING = "under_way"
"""The outcome of a request in a batch whose answers have not come."""


@dataclass(frozen=True, slots=True)
class Bill:
    """What requests took, by the servers' own counts; `cost` in US dollars.

    `priced` tells whether the price of each answered request is known. `lost` requests were sent
    and ended without an answer that we saw, because the time was up or the process was killed. The
    provider may have billed them all the same, `lost_tokens` and `lost_cost` at most. `waiting`
    requests are in batches whose answers have not come, and will take `waiting_tokens` and
    `waiting_cost` at most. Of `uncounted` answers the server gave no count: they took
    `uncounted_tokens` and `uncounted_cost` at most.
    """

    calls: int
    prompt_tokens: int
    cached_tokens: int
    completion_tokens: int
    cost: float
    priced: bool
    lost: int
    lost_tokens: int
    lost_cost: float
    seconds: float
    waiting: int
    waiting_tokens: int
    waiting_cost: float
    uncounted: int
    uncounted_tokens: int
    uncounted_cost: float


_LOST = "(outcome is null or outcome='deadline_exceeded')"
_WAITING = f"(outcome='{WAITING}')"
_UNCOUNTED = (
    "(outcome in ('ok', 'truncated', 'malformed') and prompt_tokens + completion_tokens = 0)"
)
# What is taken at its most, since nobody knows better.
_AT_MOST = f"({_LOST} or {_WAITING} or {_UNCOUNTED})"


def bill(connection: sqlite3.Connection, run: int | None = None) -> Bill:
    """What the requests of all runs took, or those of one."""
    where, values = ("where run=?", (run,)) if run is not None else ("", ())
    row = connection.execute(
        f"select count(*), coalesce(sum(prompt_tokens), 0), coalesce(sum(cached_tokens), 0), "
        f"coalesce(sum(completion_tokens), 0), coalesce(sum(cost), 0.0), "
        f"sum(prompt_tokens > 0 and cost is null) is 0, coalesce(sum({_LOST}), 0), "
        f"coalesce(sum(case when {_LOST} then expected_tokens end), 0), "
        f"coalesce(sum(case when {_LOST} then expected_cost end), 0.0), "
        f"coalesce(sum(seconds), 0.0), coalesce(sum({_WAITING}), 0), "
        f"coalesce(sum(case when {_WAITING} then expected_tokens end), 0), "
        f"coalesce(sum(case when {_WAITING} then expected_cost end), 0.0), "
        f"coalesce(sum({_UNCOUNTED}), 0), "
        f"coalesce(sum(case when {_UNCOUNTED} then expected_tokens end), 0), "
        f"coalesce(sum(case when {_UNCOUNTED} then expected_cost end), 0.0) "
        f"from attempts {where}",
        values,
    ).fetchone()
    fields = dict(zip(Bill.__dataclass_fields__, row, strict=True))
    return Bill(**{**fields, "priced": bool(fields["priced"])})


def taken_beside(connection: sqlite3.Connection, run: int, since: int) -> tuple[int, float]:
    """Tokens and US dollars that requests of other runs after number `since` took, or may take."""
    tokens, money = connection.execute(
        f"select coalesce(sum(case when {_AT_MOST} then expected_tokens "
        "else prompt_tokens + completion_tokens end), 0), "
        f"coalesce(sum(case when {_AT_MOST} then expected_cost else cost end), 0.0) from attempts "
        # Runs that ended before this one began took nothing since.
        "where run in (select run from runs where run<>:run and (ended is null or "
        "ended>=(select started from runs where run=:run))) "
        "and attempt>:since",
        {"run": run, "since": since},
    ).fetchone()
    return int(tokens), float(money)


def last_attempt(connection: sqlite3.Connection) -> int:
    """The number of the request that was noted last."""
    (number,) = connection.execute("select coalesce(max(attempt), 0) from attempts").fetchone()
    return int(number)
