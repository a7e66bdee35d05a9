"""How far a run is, for whoever shows it."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Protocol


@dataclass
class RunState:
    """How far a run is. Counts are of articles unless said otherwise; a text twice told is one.

    total: how many there are to do, 0 while that is not known.
    done: those finished in this run: complete, partial and failed ones.
    kept: those that the store had the outcome of.
    records, rejected: records found, and values and records that the articles do not support.
    calls, refused: requests sent, and those among them that a server answered with 429.
    prompt_tokens, completion_tokens: the servers' own counts.
    cost: US dollars; `priced` is false where the price of some answered request is not known.
    concurrency: how many requests may be under way at once.
    in_batches: how many requests are in batches whose answers have not come.
    """

    total: int = 0
    done: int = 0
    complete: int = 0
    partial: int = 0
    failed: int = 0
    kept: int = 0
    records: int = 0
    rejected: int = 0
    calls: int = 0
    refused: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    cost: float = 0.0
    priced: bool = True
    concurrency: int = 0
    in_batches: int = 0
    started: float = field(default_factory=time.monotonic)

    @property
    def seconds(self) -> float:
        """Seconds since the run began."""
        return time.monotonic() - self.started

    @property
    def rate(self) -> float:
        """Articles a second, so far."""
        return self.done / self.seconds if self.done else 0.0

    @property
    def remaining_seconds(self) -> float | None:
        """How long the rest will take at the rate so far; None while nobody can know."""
        left = self.total - self.done - self.kept
        return left / self.rate if self.total and self.rate else None


class Progress(Protocol):
    """Shows a run; called often, from the run's own thread, and must not block."""

    def update(self, state: RunState) -> None:
        """Show `state`, which goes on changing."""
