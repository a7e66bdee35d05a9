"""Two sets of predictions compared: is the difference more than chance?

The paired bootstrap over documents (Efron and Tibshirani 1993, by SciPy): documents are drawn with
replacement, both sets are scored on the same draw, and the middle 95 % of the differences are the
interval. A difference whose interval holds 0 is not shown.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from communique.errors import InputError
from communique.evaluation.scoring import KindScore, Score

DRAWS = 10_000


@dataclass(frozen=True, slots=True)
class Difference:
    """How much one figure of the first set is above the second's, with its 95 % interval."""

    figure: str
    mine: float
    theirs: float
    low: float
    high: float

    @property
    def shown(self) -> bool:
        """Whether the interval leaves 0 out."""
        return self.low > 0 or self.high < 0


def compare(mine: Score, theirs: Score, *, seed: int = 0) -> list[Difference]:
    """Differences in F1 of each kind and of all, and in perfect records.

    Raises:
        InputError: the two were not scored on the same documents, or on fewer than two.
    """
    import numpy as np
    from scipy.stats import bootstrap

    if mine.by_document.keys() != theirs.by_document.keys() or mine.documents < 2:
        raise InputError("only predictions for the same documents, two at least, can be compared")
    differences = []
    for name, kind, figure in _figures(mine):
        ours, others = (
            np.array([_counts(one.by_document[d], kind) for d in mine.by_document])
            for one in (mine, theirs)
        )

        def difference(
            drawn: Any, axis: int = -1, *, a: Any = ours, b: Any = others, of: Any = figure
        ) -> Any:
            drawn = np.moveaxis(drawn.astype(int), axis, 0)
            return of(a[drawn].sum(axis=0)) - of(b[drawn].sum(axis=0))

        found = bootstrap(
            (np.arange(len(ours)),),
            difference,
            n_resamples=DRAWS,
            method="percentile",
            vectorized=True,
            rng=np.random.default_rng(seed),
        ).confidence_interval
        values = (float(figure(ours.sum(axis=0))), float(figure(others.sum(axis=0))))
        differences.append(Difference(name, *values, float(found.low), float(found.high)))
    return differences


def _figures(one: Score) -> list[tuple[str, str | None, Callable[[Any], Any]]]:
    kinds: Mapping[str, KindScore] = one.kinds
    return [
        *((f"{kind} F1", kind, _f1) for kind in kinds),
        ("all F1", None, _f1),
        ("perfect", None, _perfect),
    ]


def _counts(document: Score, kind: str | None) -> list[int]:
    tally = document.all if kind is None else document.kinds[kind]
    return [tally.found, tally.gold, tally.predicted, tally.perfect]


def _f1(counts: Any) -> Any:
    import numpy as np

    found, gold, predicted = counts[..., 0], counts[..., 1], counts[..., 2]
    # Nothing to find and nothing found is right.
    return np.where(gold + predicted, 2 * found / np.maximum(gold + predicted, 1), 1.0)


def _perfect(counts: Any) -> Any:
    import numpy as np

    return counts[..., 3] / np.maximum(counts[..., 1], 1)
