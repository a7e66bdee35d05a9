"""Archives beyond one machine: an extractor for Ray Data. Needs the extra ``ray``.

from communique.ray import RayExtractor

articles = ray.data.read_parquet("articles/")
outcomes = articles.map_batches(
RayExtractor,
fn_constructor_kwargs={"model": "vllm-model", "base_url": "http://gpu:8000/v1"},
compute=ray.data.ActorPoolStrategy(size=8),
batch_size=64,
)
outcomes.write_parquet("outcomes/")
"""

from __future__ import annotations

import json
import logging
import math
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from typing import Any

from communique.archive.many import extract_many
from communique.archive.outcome import Outcome
from communique.archive.terms import Limits
from communique.article import Article
from communique.errors import CommuniqueError, InputError
from communique.formats.rows import Columns
from communique.options import Options
from communique.records import BUILT_IN

_log = logging.getLogger(__name__)

_QUOTA = "communique-quota"
_MEMBER_SECONDS = 120.0


class RayExtractor:
    """A callable class for ``map_batches``: batches of articles in, batches of outcomes out.

    A batch is a mapping of columns; `columns` tells which holds what. For each row, in the same
    order, come back: ``id`` (the content id where a row has none), ``status`` (complete, partial
    or failed), ``problem`` (why a row has no extraction; None where it has one), ``records``,
    ``rejected``, ``failures`` and ``usage``, each as JSON. No row raises, whatever is in it.

    Args:
        model, base_url, api_key, records, options: as for `extract_many`.
        columns: which column holds what of an article.
        requests_at_once: how many requests all actors together may have under way; None to let
            each find out for itself. The number is shared evenly by the actors that are alive.
    """

    def __init__(
        self,
        model: str | None = None,
        *,
        base_url: str | None = None,
        api_key: str | None = None,
        records: Iterable[type[Any]] = BUILT_IN,
        options: Options | None = None,
        columns: Columns | None = None,
        requests_at_once: int | None = None,
    ) -> None:
        self._settings: dict[str, Any] = {
            "model": model,
            "base_url": base_url,
            "api_key": api_key,
            "records": tuple(records),
            "options": options,
        }
        self._columns = columns or Columns()
        self._quota = _quota(requests_at_once) if requests_at_once else None

    def __call__(self, batch: Mapping[str, Sequence[Any]]) -> dict[str, list[Any]]:
        """The outcomes of a batch's rows, in their order."""
        rows = _rows(batch)
        wanted = {getattr(self._columns, f.name).split(".")[0] for f in fields(self._columns)}
        names: list[str] = []
        articles: list[Article] = []
        problems: dict[int, str] = {}
        for number, row in enumerate(rows):
            names.append(str(number))
            try:
                values = {name: _python(value) for name, value in row.items() if name in wanted}
                article = self._columns.article(values, "")
            except InputError as error:
                problems[number] = str(error)
                continue
            except Exception as error:
                # A row that holds no values of Python may not end the archive.
                problems[number] = f"it cannot be read ({type(error).__name__}: {error})"[:300]
                continue
            finally:
                given = row.get(self._columns.id)
                if isinstance(given, str | int):
                    names[-1] = str(given)
            names[-1] = article.label
            # Within a batch a row is known by its place: ids may come twice.
            articles.append(article.model_copy(update={"id": str(number)}))
        outcomes: dict[int, Outcome[Any]] = {}
        stopped = "it was not reached"
        try:
            for outcome in extract_many(articles, limits=self._limits(), **self._settings):
                outcomes[int(outcome.name)] = outcome
        except CommuniqueError as error:
            stopped = str(error)
        except Exception as error:
            # One batch may not end the archive.
            _log.exception("a batch of %d articles", len(rows))
            stopped = f"a mistake in communique ({type(error).__name__}): please report it"
        told = []
        for number, name in enumerate(names):
            outcome_or_none = outcomes.get(number)
            problem = problems.get(number) or (None if outcome_or_none else stopped)
            told.append(_row(name, outcome_or_none, problem))
        return {column: [row[column] for row in told] for column in _row("", None, None)}

    def _limits(self) -> Limits:
        if self._quota is None:
            return Limits()
        return Limits(concurrency=self._quota())


def _rows(batch: Mapping[str, Sequence[Any]]) -> list[dict[str, Any]]:
    """The rows of a batch."""
    count = min((len(values) for values in batch.values()), default=0)
    return [{name: values[number] for name, values in batch.items()} for number in range(count)]


def _python(value: Any) -> Any:
    """A value of numpy or pandas as Python has it; what stands for nothing there is None."""
    kind = getattr(getattr(value, "dtype", None), "kind", None)
    if kind == "M":
        # As nanoseconds, which is usual, it would become a number.
        value = value.astype("datetime64[us]")
    if kind is not None and getattr(value, "ndim", 1) == 0:
        value = value.item()
    nothing = type(value).__name__ in ("NAType", "NaTType")
    return None if nothing or (isinstance(value, float) and math.isnan(value)) else value


def _row(name: str, outcome: Outcome[Any] | None, problem: str | None) -> dict[str, Any]:
    extraction = outcome.extraction if outcome else None
    data = extraction.to_dict() if extraction else {}
    kinds = [kind.plural for kind in extraction.kinds] if extraction else []
    return {
        "id": name,
        "status": outcome.status if outcome else "failed",
        "problem": outcome.problem if outcome and outcome.problem else problem,
        "records": _json({plural: data[plural] for plural in kinds}),
        "rejected": _json(data.get("rejected", [])),
        "failures": _json(data.get("failures", [])),
        "usage": _json(data.get("usage")),
    }


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _quota(places: int) -> Any:
    """A function that gives this actor's share of `places`, asked anew before each batch."""
    import ray

    remote: Any = ray.remote(num_cpus=0)
    shared = remote(_Quota).options(name=_QUOTA, get_if_exists=True, lifetime="detached").remote()
    me = ray.get_runtime_context().get_actor_id() or "driver"

    def share() -> int:
        given: int = ray.get(shared.share.remote(me, places))
        return given

    return share


class _Quota:
    """Shares out places among those who have asked for some of late."""

    def __init__(self) -> None:
        self._asked: dict[str, float] = {}

    def share(self, member: str, places: int) -> int:
        """This member's share; those who have not asked for two minutes count no more."""
        now = time.monotonic()
        self._asked[member] = now
        self._asked = {m: t for m, t in self._asked.items() if now - t < _MEMBER_SECONDS}
        return max(1, places // len(self._asked))
