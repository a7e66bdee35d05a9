"""``communique report``: one HTML file to look at, search and filter many articles' records."""

from __future__ import annotations

import json
from collections.abc import Generator
from contextlib import closing
from pathlib import Path
from typing import Annotated, Any

import typer

from communique.archive.report import MOST, save_report
from communique.cli.paths import spare
from communique.errors import InputError, SettingsError

_SQLITE = b"SQLite format 3\0"


def report(
    source: Annotated[
        Path,
        typer.Argument(help="A run's store, or JSON lines of export or extract --format json."),
    ],
    output: Annotated[Path, typer.Option("--output", "-o", help="The file.")] = Path("report.html"),
    title: Annotated[str | None, typer.Option(help="The page's heading.")] = None,
    most: Annotated[int, typer.Option(help="How many articles it may hold.")] = MOST,
    setup: Annotated[
        int | None,
        typer.Option(help="Which setup, by its number in status --json; default the latest."),
    ] = None,
) -> None:
    """Write a report: one HTML file that needs neither a network nor a server.

    It has an overview, a timeline, a network of who met and who signed with whom, a table for each
    kind of record and each article with the words that carry its records.

    Example: communique report run.db -o report.html
    """
    if not source.is_file():
        raise SettingsError(f"{source}: there is no such file")
    spare(output, source)
    with source.open("rb") as file:
        is_store = file.read(len(_SQLITE)) == _SQLITE
    if setup is not None and not is_store:
        raise typer.BadParameter("--setup goes with a store")
    results = _of_store(source, setup) if is_store else _of_lines(source)
    with closing(results):
        save_report(results, output, title=title or f"Report on {source.stem}", most=most)
    typer.echo(str(output), err=True)


def _of_store(path: Path, setup: int | None) -> Generator[dict[str, Any]]:
    from communique.archive.export import rows
    from communique.archive.store import Store
    from communique.cli.exporting import chosen_setup

    with Store(path) as store:
        for row in rows(store, chosen_setup(store, setup)):
            # What nobody was asked about yet is no result.
            if row.status is not None:
                yield row.to_dict()


def _of_lines(path: Path) -> Generator[dict[str, Any]]:
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            if not line.strip():
                continue
            try:
                result = json.loads(line)
            except ValueError:
                result = None
            if not isinstance(result, dict):
                raise InputError(
                    f"{path}, line {number} is no JSON object: a report is made of a store, or of "
                    "what communique export or extract --format json gives"
                )
            # What nobody was asked about yet is no result.
            if "status" not in result or result["status"] is not None:
                yield result
