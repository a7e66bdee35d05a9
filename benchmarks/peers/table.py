"""The table of a finished run, from its files."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from communique.evaluation import GoldDocument, Score, load_gold, score

HEADS = (
    *("system", "P", "R", "F1", "F1 meetings", "F1 agreements", "F1 visa", "fields", "perfect"),
    *("evidence", "unsupported values", "lost", "partly lost", "calls", "tokens in"),
    *("of them cached", "tokens out", "seconds per article"),
)


def table(directory: Path, gold: Path | None = None) -> str:
    """The Markdown table of a run's directory."""
    about = json.loads((directory / "run.json").read_text(encoding="utf-8"))
    wanted = set(about["ids"])
    documents = [d for d in load_gold(gold or Path(about["gold"])) if d.id in wanted]
    calls = list(_lines(directory / "calls.jsonl"))
    rows = [HEADS, ["---"] + ["---:"] * (len(HEADS) - 1)]
    for system in about["systems"]:
        path = directory / f"{system}.jsonl"
        if path.exists():
            rows.append(_row(system, documents, list(_lines(path)), calls))
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    return f"{table}\n\n{len(documents)} articles, model {about['model']}.\n"


def _row(
    system: str,
    documents: Sequence[GoldDocument],
    lines: Sequence[dict[str, Any]],
    calls: Iterable[dict[str, Any]],
) -> list[str]:
    found = {line["id"]: line for line in lines if "lost" not in line}
    mine = [call for call in calls if call["system"] == system]
    result = score(documents, found)
    total = result.all
    values = [v for kind in result.kinds.values() for each in kind.fields.values() for v in each]
    evidence = [v for kind in result.kinds.values() for v in kind.evidence]
    # Nothing predicted is no precision to speak of, though the scorer calls it 1.
    precision = f"{total.precision:.3f}" if total.predicted else "-"
    return [
        system,
        *(precision, f"{total.recall:.3f}", f"{total.f1:.3f}"),
        *(f"{kind.f1:.3f}" for kind in result.kinds.values()),
        *(_mean(values), f"{total.perfect / max(1, total.gold):.3f}", _mean(evidence)),
        _unsupported(result),
        str(result.missing),
        str(sum(bool(line.get("failures")) for line in found.values())),
        str(len(mine)),
        *(_sum(mine, n) for n in ("prompt_tokens", "cached_tokens", "completion_tokens")),
        f"{sum(call['seconds'] for call in mine) / max(1, len(documents)):.1f}",
    ]


def _unsupported(result: Score) -> str:
    return f"{result.unsupported_values} of {result.values} ({result.unsupported:.1%})"


def _mean(values: Sequence[float]) -> str:
    return f"{sum(values) / len(values):.3f}" if values else "-"


def _sum(calls: Iterable[dict[str, Any]], name: str) -> str:
    return f"{sum(call[name] for call in calls):,}"


def _lines(path: Path) -> Iterable[dict[str, Any]]:
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
