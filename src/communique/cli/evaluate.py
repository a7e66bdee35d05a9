"""``communique eval``: score extractions against gold."""

from __future__ import annotations

import json
import sys
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from communique.cli.codes import FATAL, INCOMPLETE
from communique.cli.paths import spare
from communique.cli.progress import Display


def evaluate(
    gold: Annotated[Path, typer.Argument(help="Gold documents, one JSON object a line.")],
    predictions: Annotated[
        Path | None,
        typer.Option(help="Score these (output of extract -f json) instead of extracting."),
    ] = None,
    model: Annotated[str | None, typer.Option(help="As for extract.")] = None,
    base_url: Annotated[
        str | None, typer.Option(help="Address of an OpenAI-compatible server.")
    ] = None,
    cache: Annotated[
        Path | None,
        typer.Option(help="Keep answers in this file: what it holds is not asked again."),
    ] = None,
    save: Annotated[
        Path | None, typer.Option(help="Write the predictions there, one JSON object a line.")
    ] = None,
    compare: Annotated[
        Path | None,
        typer.Option(help="Predictions to compare with: differences with 95 % intervals."),
    ] = None,
    errors: Annotated[
        Path | None,
        typer.Option(help="List each miss, false find and wrong field there; - prints, .html too."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
    check: Annotated[
        bool, typer.Option("--check", help="Only check the gold file against the guidelines.")
    ] = False,
) -> None:
    """Score extractions against gold: precision, recall, F1 and accuracy of fields.

    Needs the extra eval. An interrupted evaluation with --cache goes on where it stopped. Exit
    status: 0 all good, 1 nothing could be done or --check found something, 3 some documents failed.

    Example: communique eval benchmarks/gold/dev.jsonl --cache answers.db --json
    """
    from communique.cli.mistakes import list_mistakes
    from communique.cli.scores import mean_usage, print_differences, print_scores
    from communique.evaluation import check_gold, load_gold, mistakes, score
    from communique.evaluation import compare as compared

    for written in (save, errors, cache):
        spare(written, gold, predictions, compare)
    documents = load_gold(gold)
    if check:
        problems = [problem for document in documents for problem in check_gold(document)]
        for problem in problems:
            typer.echo(problem)
        typer.echo(f"{len(documents)} documents, {len(problems)} problems", err=True)
        raise typer.Exit(FATAL if problems else 0)
    if predictions is not None:
        found = _read(predictions)
        incomplete = False
    else:
        found, incomplete = _predict(documents, model, base_url, cache, save)
    result = score(documents, found)
    differences = compared(result, score(documents, _read(compare))) if compare else []
    if as_json:
        figures = {**result.to_dict(), "usage": mean_usage(found.values())}
        if compare:
            figures["compared"] = [asdict(difference) for difference in differences]
        typer.echo(json.dumps(figures, indent=1))
    else:
        print_scores(result, found.values(), sys.stdout)
        print_differences(differences, sys.stdout)
    if errors is not None:
        wrong = (
            m for document in documents for m in mistakes(document, found.get(document.id, {}))
        )
        list_mistakes(wrong, errors, sys.stdout)
    if incomplete:
        raise typer.Exit(INCOMPLETE)


def _read(path: Path) -> dict[str, Any]:
    """Predictions by document."""
    from communique.evaluation.gold import read_jsonl

    return {str(data.get("id")): data for _, data in read_jsonl(path)}


def _predict(
    documents: Any, model: str | None, base_url: str | None, cache: Path | None, save: Path | None
) -> tuple[dict[str, Any], bool]:
    """Extract the documents' articles; whether some extraction is not complete."""
    from communique.archive.kept import KeepingModel
    from communique.extractor import Extractor
    from communique.models.base import Model
    from communique.models.choose import choose_model
    from communique.options import Options

    options = Options()
    found: dict[str, Any] = {}
    incomplete = False
    with ExitStack() as stack:
        display = stack.enter_context(Display(len(documents)))
        answering: Model = choose_model(
            model, base_url=base_url, options=options, progress=display.step
        )
        if cache is not None:
            answering = KeepingModel(answering, cache, options)
        extractor = stack.enter_context(
            Extractor(answering, options=options, progress=display.step)
        )
        out = stack.enter_context(save.open("w", encoding="utf-8")) if save else None
        for document in documents:
            display.article(document.id)
            result = extractor.extract(document.article, raise_on_failure=False)
            found[document.id] = result.to_dict()
            incomplete = incomplete or result.status != "complete"
            for failure in result.failures:
                display.complain(f"{document.id}: {failure.question}: {failure.message}")
            if out:
                out.write(result.to_json() + "\n")
                out.flush()
    return found, incomplete
