"""Scores as a table to read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TextIO

from rich.table import Table

from communique.cli.render import console_for
from communique.evaluation import Difference, KindScore, Score


def print_scores(result: Score, predictions: Iterable[Mapping[str, Any]], out: TextIO) -> None:
    """Print the figures of `result`, and what the predictions cost where they say so."""
    console = console_for(out)
    table = Table(box=None, pad_edge=False)
    table.add_column("kind")
    for name in ("precision", "recall", "F1", "perfect", "found", "gold", "predicted", "evidence"):
        table.add_column(name, justify="right")
    for name, kind in (*result.kinds.items(), ("all", result.all)):
        table.add_row(name, *_row(kind))
    console.print(table)
    for name, kind in result.kinds.items():
        values = {k: sum(v) / len(v) for k, v in kind.fields.items() if v}
        if values:
            console.print(f"{name}: " + ", ".join(f"{k} {v:.2f}" for k, v in values.items()))
    console.print(
        f"{result.documents} documents, {result.missing} without a prediction; unsupported values "
        f"{result.unsupported_values} of {result.values}; empty documents kept empty "
        f"{result.empty_kept} of {result.empty}"
    )
    means = mean_usage(predictions)
    if means:
        console.print(
            f"per article: {means['calls']:.1f} calls, {means['prompt_tokens']:.0f} tokens read, "
            f"{means['completion_tokens']:.0f} written, {means['seconds']:.0f} s in requests"
        )


def mean_usage(predictions: Iterable[Mapping[str, Any]]) -> dict[str, float]:
    """What a prediction cost on average, of those that say so; empty where none does."""
    usages = [p["usage"] for p in predictions if isinstance(p.get("usage"), Mapping)]
    names = ("calls", "prompt_tokens", "completion_tokens", "seconds") if usages else ()
    return {name: sum(usage.get(name) or 0 for usage in usages) / len(usages) for name in names}


def print_differences(differences: Sequence[Difference], out: TextIO) -> None:
    """Print how these predictions differ from those that they are compared with."""
    if not differences:
        return
    table = Table(box=None, pad_edge=False)
    table.add_column("figure")
    for name in ("these", "compared", "difference", "95 % interval"):
        table.add_column(name, justify="right")
    for each in differences:
        table.add_row(
            each.figure,
            f"{each.mine:.3f}",
            f"{each.theirs:.3f}",
            f"{each.mine - each.theirs:+.3f}",
            f"{each.low:+.3f} to {each.high:+.3f}" + ("" if each.shown else " (not shown)"),
        )
    console_for(out).print(table)


def _row(kind: KindScore) -> list[str]:
    evidence = sum(kind.evidence) / len(kind.evidence) if kind.evidence else None
    perfect = kind.perfect / kind.gold if kind.gold else None
    return [
        f"{kind.precision:.3f}",
        f"{kind.recall:.3f}",
        f"{kind.f1:.3f}",
        "" if perfect is None else f"{perfect:.3f}",
        str(kind.found),
        str(kind.gold),
        str(kind.predicted),
        "" if evidence is None else f"{evidence:.2f}",
    ]
