"""``communique export``: what a store holds, as JSON lines or tables."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli.paths import spare
from communique.errors import SettingsError, StoreError

if TYPE_CHECKING:
    from communique.archive.store import Store


def export(
    store: Annotated[Path, typer.Argument(help="The store of a run.")],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            help="A file: .jsonl for everything, .parquet or .csv for one table a kind of record. "
            "Default: JSON lines to stdout.",
        ),
    ] = None,
    graph: Annotated[
        Path | None,
        typer.Option(
            help="A GraphML file of who met whom and who signed with whom, for Gephi or networkx."
        ),
    ] = None,
    by_country: Annotated[
        bool, typer.Option("--by-country", help="With --graph: states alone.")
    ] = False,
    setup: Annotated[
        int | None,
        typer.Option(help="Which setup, by its number in status --json; default the latest."),
    ] = None,
) -> None:
    """Export the records of a store: JSON lines, CSV or Parquet.

    records.parquet makes records.articles.parquet, records.meetings.parquet,
    records.agreements.parquet, records.visa_policy_statements.parquet, records.evidence.parquet and
    records.rejected.parquet.

    Example: communique export run.db -o records.parquet
    """
    from communique.archive.export import export_lines, export_tables
    from communique.archive.store import Store

    if not store.is_file():
        raise SettingsError(f"{store}: there is no such store")
    for written in (output, graph):
        spare(written, store)
    with Store(store) as opened:
        chosen = chosen_setup(opened, setup)
        if graph is not None:
            from communique.archive.graph import export_graph

            export_graph(opened, chosen, graph, "country" if by_country else "entity")
            typer.echo(str(graph), err=True)
            if output is None:
                return
        if output is None:
            export_lines(opened, chosen, sys.stdout)
        elif output.suffix == ".jsonl":
            draft = output.with_name(output.name + ".part")
            try:
                with draft.open("w", encoding="utf-8") as file:
                    export_lines(opened, chosen, file)
                draft.replace(output)
            except OSError as error:
                raise StoreError(
                    f"{output} cannot be written ({error.strerror or error}): check the folder"
                ) from None
        else:
            for path in export_tables(opened, chosen, output):
                typer.echo(str(path), err=True)


def chosen_setup(store: Store, wanted: int | None) -> int:
    """The setup called `wanted`, or the latest.

    Raises:
        SettingsError: there is no such setup, or none at all.
    """
    from communique.archive.store import setups

    numbers = [number for number, _ in store.do(setups).result()]
    if not numbers:
        raise SettingsError(
            f"{store.path} has no run yet: communique run ARTICLES --store {store.path}"
        )
    if wanted is not None and wanted not in numbers:
        raise SettingsError(f"{store.path} has no setup {wanted}; there are {sorted(numbers)}")
    return wanted if wanted is not None else numbers[0]
