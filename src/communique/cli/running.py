"""How far a run is, on stderr: a live line on a terminal, a plain line every so often elsewhere."""

from __future__ import annotations

import datetime as dt
import sys
import time
from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn

from communique.archive.billing import Bill
from communique.archive.state import RunState

_PLAIN_SECONDS = 30.0


def describe(state: RunState) -> str:
    """A run's state in one line."""
    parts = [f"{state.done} of {state.total}" if state.total else f"{state.done} done"]
    if state.failed or state.partial:
        parts.append(f"{state.failed} failed, {state.partial} partial")
    parts.append(f"{state.records} records, {state.rejected} rejected")
    parts.append(f"{state.prompt_tokens + state.completion_tokens} tokens")
    if state.priced and state.cost:
        parts.append(f"${state.cost:.4f}")
    if state.rate:
        parts.append(f"{state.rate:.2f}/s" if state.rate >= 0.1 else f"{60 * state.rate:.2f}/min")
    if state.remaining_seconds is not None:
        parts.append(f"{dt.timedelta(seconds=round(state.remaining_seconds))} left")
    refused = f", {state.refused} refused" if state.refused else ""
    if state.in_batches:
        parts.append(f"{state.in_batches} requests in batches")
    else:
        parts.append(f"{state.concurrency} at once{refused}")
    return "; ".join(parts)


class RunDisplay:
    """A `Progress` for the command line; a context manager."""

    def __init__(self) -> None:
        console = Console(stderr=True, highlight=False)
        self._terminal = console.is_terminal
        self._said = time.monotonic()
        self._live = Progress(
            SpinnerColumn(),
            BarColumn(bar_width=20),
            TextColumn("{task.description}", markup=False),
            console=console,
            transient=True,
            disable=not self._terminal,
        )
        self._task = self._live.add_task("starting", total=None)

    def __enter__(self) -> RunDisplay:
        self._live.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._live.stop()

    def step(self, stage: str, done: int, total: int) -> None:
        """Show a stage before the run, such as joining the weights."""
        self._live.update(self._task, description=stage, completed=done, total=total or None)

    def update(self, state: RunState) -> None:
        """Show how far the run is."""
        self._live.update(
            self._task,
            description=describe(state),
            completed=state.done,
            total=state.total or None,
        )
        if not self._terminal and time.monotonic() - self._said >= _PLAIN_SECONDS:
            self._said = time.monotonic()
            sys.stderr.write(f"communique: {describe(state)}\n")
            sys.stderr.flush()


def receipt(bill: Bill) -> str:
    """What was paid, in one line."""
    cost = f"${bill.cost:.4f}" if bill.priced and bill.cost else "price not known"
    line = (
        f"{bill.calls} requests, {bill.prompt_tokens} tokens read ({bill.cached_tokens} cached), "
        f"{bill.completion_tokens} written, {bill.seconds:.0f} s of requests, {cost}"
    )
    if bill.lost:
        line += (
            f"; {bill.lost} requests ended without an answer and may have been billed too, with up "
            f"to {bill.lost_tokens} tokens"
        )
    if bill.uncounted:
        line += (
            f"; of {bill.uncounted} answers the server gave no count, they took up to "
            f"{bill.uncounted_tokens} tokens"
        )
    if bill.waiting:
        line += (
            f"; {bill.waiting} requests are in batches under way, for up to {bill.waiting_tokens} "
            "tokens"
        )
    return line
