"""What `extract_many` gives: outcomes as they come, and all of them to look at."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from communique.archive.outcome import Outcome
from communique.archive.report import MOST, save_report
from communique.pages import framed, summary_page
from communique.records.base import Record
from communique.tidy import to_pandas, to_polars

if TYPE_CHECKING:
    import pandas
    import polars

R = TypeVar("R", bound=Record)
_ROWS = 200


class Outcomes(Iterator[Outcome[R]], Generic[R]):
    """Outcomes as they come: an iterator, which a notebook shows as a summary of what has come.

    Ends the run when it is closed or no longer used; a context manager.
    """

    def __init__(self, outcomes: Generator[Outcome[R]]) -> None:
        self._outcomes = outcomes
        self._summary = _Summary()

    def __iter__(self) -> Outcomes[R]:
        return self

    def __next__(self) -> Outcome[R]:
        outcome = next(self._outcomes)
        self._summary.add(outcome)
        return outcome

    def __enter__(self) -> Outcomes[R]:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the run; with a store, a later one goes on where it stopped."""
        self._outcomes.close()

    def all(self) -> OutcomeList[R]:
        """All that are still to come, in memory."""
        return OutcomeList(self)

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        return self._summary.to_html("Outcomes so far")


class OutcomeList(list[Outcome[R]]):
    """Outcomes in memory, to look at, tabulate and report on."""

    def to_pandas(self) -> dict[str, pandas.DataFrame]:
        """Their tables, by their names: articles, one for each kind, evidence, rejected.

        See `communique.tidy` for their columns.

        Raises:
            SettingsError: pandas is not installed.
        """
        return to_pandas(map(_told, self), self._kinds)

    def to_polars(self) -> dict[str, polars.DataFrame]:
        """The same as data frames of polars.

        Raises:
            SettingsError: polars is not installed.
        """
        return to_polars(map(_told, self), self._kinds)

    def save_report(self, path: str | Path, *, title: str = "Report", most: int = MOST) -> Path:
        """Write a report on them; see `communique.save_report`."""
        return save_report(self, path, title=title, most=most)

    @property
    def _kinds(self) -> tuple[type[Record], ...]:
        return next((o.extraction.kinds for o in self if o.extraction is not None), ())

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        summary = _Summary()
        for outcome in self:
            summary.add(outcome)
        return summary.to_html("Outcomes")


class _Summary:
    """Counts of outcomes, and the first of them as rows."""

    def __init__(self) -> None:
        self._count = 0
        self._statuses = {"complete": 0, "partial": 0, "failed": 0}
        self._kinds: dict[str, int] = {}
        self._rejected = 0
        self._cost: float | None = None
        self._rows: list[dict[str, Any]] = []

    def add(self, outcome: Outcome[Any]) -> None:
        """Take an outcome in."""
        self._count += 1
        self._statuses[outcome.status] += 1
        extraction = outcome.extraction
        found: Mapping[str, int] = {}
        rejected = 0
        if extraction is not None and outcome.duplicate_of is None:
            found = {kind.plural: len(extraction.of(kind)) for kind in extraction.kinds}
            rejected = len(extraction.rejected)
            if extraction.usage.cost is not None:
                self._cost = (self._cost or 0.0) + extraction.usage.cost
        for plural, number in found.items():
            self._kinds[plural] = self._kinds.get(plural, 0) + number
        self._rejected += rejected
        if len(self._rows) < _ROWS:
            self._rows.append(
                {
                    "name": outcome.name,
                    "status": outcome.status,
                    "found": found,
                    "rejected": rejected,
                    "remark": _remark(outcome),
                }
            )

    def to_html(self, title: str) -> str:
        """The summary in a frame."""
        page = summary_page(
            {
                "title": title,
                "count": self._count,
                "statuses": self._statuses,
                "kinds": self._kinds,
                "rejected": self._rejected,
                "cost": self._cost,
                "rows": self._rows,
                "more": self._count - len(self._rows),
            }
        )
        return framed(page, title)


def _remark(outcome: Outcome[Any]) -> str:
    if outcome.problem:
        return outcome.problem
    if outcome.duplicate_of:
        return f"the same text as {outcome.duplicate_of}"
    failures: Iterable[Any] = outcome.extraction.failures if outcome.extraction else ()
    return "; ".join(f"{each.question}: {each.error}" for each in failures)


def _told(outcome: Outcome[Any]) -> dict[str, Any]:
    article = outcome.article
    return {**outcome.to_dict(), "content_id": article.content_id if article else None}
