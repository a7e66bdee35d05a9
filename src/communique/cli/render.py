"""An extraction as a table to read: the values, and below them the words that carry them."""

from __future__ import annotations

from typing import Any, TextIO

from rich.console import Console, Group
from rich.markup import escape
from rich.panel import Panel
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from communique.cli.progress import safe
from communique.extraction import Extraction
from communique.records.base import Record

_NOT_A_TERMINAL = 100


def render(result: Extraction[Any], out: TextIO) -> None:
    """Print `result` to `out`; article text is shown, never obeyed as markup or control."""
    console = console_for(out)
    title = safe(result.article.title or result.article.label)
    console.print(Rule(escape(f"{title}: {result.status}"), align="left"))
    for record in result.records:
        console.print(_panel(record))
    if not result.records:
        console.print("No records.")
    console.print(_footer(result), soft_wrap=True)
    console.print()


def console_for(out: TextIO) -> Console:
    """A console that obeys no markup in data, and has one width where there is no terminal."""
    console = Console(file=out, highlight=False, emoji=False)
    if not console.is_terminal:
        console.width = _NOT_A_TERMINAL
    return console


def _panel(record: Record) -> Panel:
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True, style="bold")
    table.add_column()
    for name in type(record).model_fields:
        value = getattr(record, name)
        if name in ("evidence", "grounding") or value is None or value == ():
            continue
        for line in _lines(value):
            table.add_row(name, Text(safe(line)))
            name = ""
    quotes = [
        Text(f"[{span.start}:{span.end}] {safe(' '.join(span.text.split()))}", style="italic")
        for span in record.evidence
    ]
    kind = record.kind.replace("_", " ")
    return Panel(
        Group(table, Text("evidence", style="bold"), *quotes), title=kind, title_align="left"
    )


def _lines(value: Any) -> list[str]:
    if isinstance(value, tuple):
        return [line for entry in value for line in _lines(entry)]
    if isinstance(value, str):
        return [value]
    parts = [str(v) for v in value.model_dump().values() if v is not None]
    return [", ".join(parts)]


def _footer(result: Extraction[Any]) -> Text:
    usage, where = result.usage, result.provenance
    lost = sum(r.scope == "record" for r in result.rejected)
    cost = "" if usage.cost is None else f", ${usage.cost:.4f}"
    rejected = f"{_count(lost, 'record')} and {_count(len(result.rejected) - lost, 'value')}"
    return Text(
        f"{_count(len(result.records), 'record')}; {rejected} rejected as unsupported\n"
        f"{where.backend}/{where.model}: {_count(usage.calls, 'call')}, "
        f"{usage.prompt_tokens} tokens read ({usage.cached_tokens} cached), "
        f"{usage.completion_tokens} written, {usage.seconds:.0f} s{cost}",
        style="dim",
    )


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
