"""What became of one article of an archive."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from communique.article import Article
from communique.extraction import Extraction, Status
from communique.records.base import Record

R_co = TypeVar("R_co", bound=Record, covariant=True)


@dataclass(frozen=True, slots=True)
class Outcome(Generic[R_co]):
    """What became of one article.

    name: the article's id, or where it stood in the input, or its content id.
    extraction: what it gave; None where the article could not be read.
    problem: why it could not be read; None where it could.
    duplicate_of: the name by which the same text was met first; None where this is the first.
        Where the two differ in white space, the extraction holds the article met first, into
        which its spans point.
    kept: whether it comes from the store, and nothing was asked.
    """

    name: str
    extraction: Extraction[R_co] | None
    problem: str | None = None
    duplicate_of: str | None = None
    kept: bool = False

    @property
    def article(self) -> Article | None:
        """The article, None where it could not be read."""
        return self.extraction.article if self.extraction else None

    @property
    def status(self) -> Status:
        """The extraction's status; ``failed`` where there is none."""
        return self.extraction.status if self.extraction else "failed"

    @property
    def records(self) -> tuple[R_co, ...]:
        """The records of all kinds."""
        return self.extraction.records if self.extraction else ()

    def to_dict(self) -> dict[str, Any]:
        """Everything as JSON has it: the extraction's own form, and what the archive knows."""
        told = {"id": self.name, "duplicate_of": self.duplicate_of, "problem": self.problem}
        if self.extraction is None:
            return {**told, "status": self.status}
        return {**self.extraction.to_dict(), **told}
