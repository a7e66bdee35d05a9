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
    `waiting_cost` at most.
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


def bill(connection: sqlite3.Connection, run: int | None = None) -> Bill:
    """What the requests of all runs took, or those of one."""
    where, values = ("where run=?", (run,)) if run is not None else ("", ())
    lost = "(outcome is null or outcome='deadline_exceeded')"
    waiting = f"(outcome='{WAITING}')"
    row = connection.execute(
        f"select count(*), coalesce(sum(prompt_tokens), 0), coalesce(sum(cached_tokens), 0), "  # noqa: S608
        f"coalesce(sum(completion_tokens), 0), coalesce(sum(cost), 0.0), "
        f"sum(prompt_tokens > 0 and cost is null) is 0, coalesce(sum({lost}), 0), "
        f"coalesce(sum(case when {lost} then expected_tokens end), 0), "
        f"coalesce(sum(case when {lost} then expected_cost end), 0.0), "
        f"coalesce(sum(seconds), 0.0), coalesce(sum({waiting}), 0), "
        f"coalesce(sum(case when {waiting} then expected_tokens end), 0), "
        f"coalesce(sum(case when {waiting} then expected_cost end), 0.0) from attempts {where}",
        values,
    ).fetchone()
    fields = dict(zip(Bill.__dataclass_fields__, row, strict=True))
    return Bill(**{**fields, "priced": bool(fields["priced"])})
