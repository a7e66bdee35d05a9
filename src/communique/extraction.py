"""The outcome of an extraction: records, what was rejected and why, what failed, what it cost."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar

from communique.article import Article
from communique.models.base import Attempt
from communique.pages import article_page, framed
from communique.records.agreement import Agreement
from communique.records.base import Record
from communique.records.meeting import Meeting
from communique.records.visa import VisaPolicyStatement
from communique.tidy import to_pandas, to_polars

if TYPE_CHECKING:
    import pandas
    import polars

R_co = TypeVar("R_co", bound=Record, covariant=True)
K = TypeVar("K", bound=Record)

Status = Literal["complete", "partial", "failed"]


@dataclass(frozen=True, slots=True)
class Rejection:
    """Something that the model said and the article does not support, after a second chance.

    `item` is the entry's number among those of its kind in the answer, counting from 1, or 0 for
    what was put together from several; `field` is the path of the value in it. `scope` tells
    whether only the value was lost or the record.
    """

    kind: str
    item: int
    field: str
    value: str
    reason: str
    detail: str
    scope: Literal["value", "record"]


@dataclass(frozen=True, slots=True)
class Failure:
    """A question without a whole answer. `sentences` are the first and last that it was about.

    `retryable` tells whether the same question may succeed later.
    """

    question: str
    sentences: tuple[int, int]
    error: str
    message: str
    retryable: bool = False


@dataclass(frozen=True, slots=True)
class Usage:
    """What the extraction took: sums over all attempts, failed ones too.

    Tokens are the servers' own counts; seconds are the sum of the requests' durations; `cost` is in
    US dollars, None unless the price of each answered attempt is known.
    """

    attempts: tuple[Attempt, ...] = ()

    @property
    def calls(self) -> int:
        """Requests sent."""
        return len(self.attempts)

    @property
    def prompt_tokens(self) -> int:
        """Tokens read, cached ones included."""
        return sum(a.prompt_tokens for a in self.attempts)

    @property
    def cached_tokens(self) -> int:
        """Tokens that the server had read before and did not read again."""
        return sum(a.cached_tokens for a in self.attempts)

    @property
    def completion_tokens(self) -> int:
        """Tokens written."""
        return sum(a.completion_tokens for a in self.attempts)

    @property
    def seconds(self) -> float:
        """Time spent in requests."""
        return sum(a.seconds for a in self.attempts)

    @property
    def cost(self) -> float | None:
        """US dollars, None where a price is not known."""
        answered = [a for a in self.attempts if a.prompt_tokens]
        if not answered or any(a.cost is None for a in answered):
            return None
        return sum(a.cost or 0.0 for a in answered)

    def to_dict(self) -> dict[str, Any]:
        """The sums and the attempts, for JSON."""
        return {
            "calls": self.calls,
            "prompt_tokens": self.prompt_tokens,
            "cached_tokens": self.cached_tokens,
            "completion_tokens": self.completion_tokens,
            "seconds": round(self.seconds, 3),
            "cost": self.cost,
            "attempts": [attempt.to_dict() for attempt in self.attempts],
        }


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where the records come from.

    `prompt` and `schema` are digests of what was asked with; `weights` is the SHA-256 of the
    embedded model's file; `created` is in UTC.
    """

    model: str
    backend: str
    base_url: str | None
    weights: str | None
    prompt: str
    schema: str
    version: str
    created: dt.datetime

    def to_dict(self) -> dict[str, Any]:
        """All of it, for JSON."""
        return {**asdict(self), "created": self.created.isoformat(timespec="seconds")}


@dataclass(frozen=True, slots=True)
class Extraction(Generic[R_co]):
    """What one article gave.

    `status` is ``complete`` where all questions were answered, ``partial`` where some were not or
    an answer was cut, ``failed`` where none was; `failures` says which. Values and records that the
    article does not support are in `rejected`; they do not make an extraction partial.
    `published` is the day against which relative dates were resolved.
    """

    article: Article
    status: Status
    records: tuple[R_co, ...]
    rejected: tuple[Rejection, ...]
    failures: tuple[Failure, ...]
    usage: Usage
    provenance: Provenance
    published: dt.date | None = None
    kinds: tuple[type[R_co], ...] = field(default=(), repr=False)

    def of(self, kind: type[K]) -> tuple[K, ...]:
        """The records of one kind."""
        return tuple(record for record in self.records if isinstance(record, kind))

    @property
    def meetings(self) -> tuple[Meeting, ...]:
        """The records of kind `Meeting`."""
        return self.of(Meeting)

    @property
    def agreements(self) -> tuple[Agreement, ...]:
        """The records of kind `Agreement`."""
        return self.of(Agreement)

    @property
    def visa_policy_statements(self) -> tuple[VisaPolicyStatement, ...]:
        """The records of kind `VisaPolicyStatement`."""
        return self.of(VisaPolicyStatement)

    def to_dict(self) -> dict[str, Any]:
        """Everything as JSON has it, each kind of record under its plural."""
        records = {
            kind.plural: [r.model_dump(mode="json") for r in self.records if type(r) is kind]
            for kind in self.kinds
        }
        return {
            "id": self.article.label,
            "status": self.status,
            **records,
            "rejected": [asdict(r) for r in self.rejected],
            "failures": [asdict(f) for f in self.failures],
            "usage": self.usage.to_dict(),
            "provenance": self.provenance.to_dict(),
            "published": self.published.isoformat() if self.published else None,
            "article": self.article.model_dump(mode="json"),
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any], kinds: Sequence[type[K]]) -> Extraction[K]:
        """The extraction that `to_dict` told of; `kinds` are the classes of its records.

        Raises:
            KeyError, ValidationError: `data` is nothing that `to_dict` gives.
        """
        provenance = data["provenance"]
        published = data["published"]
        return Extraction(
            article=Article.model_validate(data["article"]),
            status=data["status"],
            records=tuple(
                kind.model_validate(each) for kind in kinds for each in data[kind.plural]
            ),
            rejected=tuple(Rejection(**each) for each in data["rejected"]),
            failures=tuple(
                Failure(**{**each, "sentences": tuple(each["sentences"])})
                for each in data["failures"]
            ),
            usage=Usage(tuple(Attempt(**each) for each in data["usage"]["attempts"])),
            provenance=Provenance(
                **{**provenance, "created": dt.datetime.fromisoformat(provenance["created"])}
            ),
            published=dt.date.fromisoformat(published) if published else None,
            kinds=tuple(kinds),
        )

    def to_pandas(self) -> dict[str, pandas.DataFrame]:
        """Its tables, by their names: articles, one for each kind, evidence, rejected.

        See `communique.tidy` for their columns.

        Raises:
            SettingsError: pandas is not installed.
        """
        return to_pandas([self._told()], self.kinds)

    def to_polars(self) -> dict[str, polars.DataFrame]:
        """The same as data frames of polars.

        Raises:
            SettingsError: polars is not installed.
        """
        return to_polars([self._told()], self.kinds)

    def _told(self) -> dict[str, Any]:
        return {**self.to_dict(), "content_id": self.article.content_id}

    def to_html(self) -> str:
        """A page of the article and its records; a click on a value lights the words that carry it.

        It holds no script, asks for nothing over the network, and shows all text as text.
        """
        return self._page(in_frame=False)

    def save_html(self, path: str | Path) -> None:
        """Write `to_html` to a file.

        Raises:
            OSError: it cannot be written.
        """
        Path(path).write_text(self.to_html(), encoding="utf-8", errors="replace")

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        return framed(self._page(in_frame=True), f"Records of {self.article.label}")

    def _page(self, *, in_frame: bool) -> str:
        kinds = [(kind.kind, kind.plural) for kind in self.kinds]
        return article_page(self.to_dict(), kinds, in_frame=in_frame)

    def to_json(self, *, indent: int | None = None) -> str:
        """`to_dict` as JSON text, on one line unless `indent` is given."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)
