"""Mistakes as a listing to read: on the terminal, or as a page."""

from __future__ import annotations

import json
from collections.abc import Iterable
from io import StringIO
from pathlib import Path
from typing import Any, TextIO

from rich.console import Console, Group
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from communique.cli.progress import safe
from communique.cli.render import console_for
from communique.evaluation import Mistake

_STYLES = {"missed": "red", "false": "magenta", "fields": "yellow"}
_TITLES = {"missed": "missed", "false": "false find", "fields": "wrong fields"}


def list_mistakes(found: Iterable[Mistake], where: Path, out: TextIO) -> None:
    """Print the mistakes to `out` where `where` is "-", else write them there.

    A name that ends in .html gets a page, any other name plain text.
    """
    if str(where) == "-":
        _print(found, console_for(out))
        return
    page = where.suffix in (".html", ".htm")
    console = Console(
        record=True, file=StringIO(), width=110, force_terminal=page, highlight=False, emoji=False
    )
    _print(found, console)
    text = console.export_html(inline_styles=True) if page else console.export_text()
    where.write_text(text, encoding="utf-8")


def _print(found: Iterable[Mistake], console: Console) -> None:
    for mistake in found:
        table = Table.grid(padding=(0, 2))
        for style in ("bold", None, None):
            table.add_column(style=style, overflow="fold")
        table.add_row("", Text("gold", style="dim"), Text("predicted", style="dim"))
        for name, (gold, predicted) in mistake.fields.items():
            table.add_row(name, Text(_shown(gold)), Text(_shown(predicted)))
        said = [Text(safe(" ".join(text.split())), style="italic") for text in mistake.evidence]
        title = f"{safe(mistake.document)}: {mistake.kind.replace('_', ' ')}, "
        console.print(
            Panel(
                Group(table, *said),
                title=Text(title + _TITLES[mistake.what]),
                title_align="left",
                border_style=_STYLES[mistake.what],
            )
        )


def _shown(value: Any) -> str:
    if value is None:
        return "-"
    if isinstance(value, str):
        return safe(value)
    entries = value if isinstance(value, list) else [value]
    return "\n".join(_entry(entry) for entry in entries) or "none"


def _entry(entry: Any) -> str:
    if isinstance(entry, dict):
        return safe(", ".join(str(v) for v in entry.values() if v is not None))
    return safe(entry if isinstance(entry, str) else json.dumps(entry, ensure_ascii=False))
