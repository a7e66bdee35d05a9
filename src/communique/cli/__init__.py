"""The command line: ``communique``. Data goes to stdout, everything else to stderr."""

from __future__ import annotations

import contextlib
import json
import logging
import os
import signal
import sys
import traceback
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from communique.cli.archives import recheck, retry, run, status
from communique.cli.codes import FATAL, INCOMPLETE, INTERRUPTED
from communique.cli.doctor import doctor
from communique.cli.evaluate import evaluate
from communique.cli.exporting import export
from communique.cli.progress import Display, safe
from communique.cli.reporting import report
from communique.cli.versions import CORE, EXTRAS, installed, named, own
from communique.errors import CommuniqueError, InputError

app = typer.Typer(
    name="communique",
    help="News about diplomacy as typed, sourced records.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


_log = logging.getLogger("communique")

app.command("eval")(evaluate)
app.command()(run)
app.command()(retry)
app.command()(status)
app.command()(recheck)
app.command()(export)
app.command()(report)
app.command()(doctor)


class Format(StrEnum):
    """How records are printed."""

    table = "table"
    json = "json"


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(own())
        there = [name for names in EXTRAS.values() for name in names if installed(name)]
        typer.echo(", ".join(map(named, (*CORE, *there))))
        raise typer.Exit


def _verbose(wanted: bool) -> None:
    if wanted:
        logging.basicConfig(format="%(name)s: %(message)s")
        _log.setLevel(logging.DEBUG)


@app.callback()
def _main(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Show versions."),
    ] = False,
    verbose: Annotated[
        bool,
        typer.Option("--verbose", callback=_verbose, help="Show where an error comes from."),
    ] = False,
) -> None:
    """News about diplomacy as typed, sourced records."""


@app.command()
def extract(
    articles: Annotated[
        list[str], typer.Argument(help="UTF-8 text files, one article each; - reads stdin.")
    ],
    output: Annotated[
        Format, typer.Option("--format", "-f", help="A table to read, or one JSON object a line.")
    ] = Format.table,
    model: Annotated[
        str | None,
        typer.Option(
            help="local, openai/NAME, ollama/NAME, azure/DEPLOYMENT, or any name with --base-url. "
            "Default: COMMUNIQUE_MODEL, else OpenAI if OPENAI_API_KEY is set, else local."
        ),
    ] = None,
    base_url: Annotated[
        str | None, typer.Option(help="Address of an OpenAI-compatible server.")
    ] = None,
    published: Annotated[
        str | None,
        typer.Option(help="Day of publication, as 2025-04-19; resolves 'last year', 'on Friday'."),
    ] = None,
    combined: Annotated[
        bool, typer.Option("--combined", help="Ask for all kinds in one question.")
    ] = False,
    no_repair: Annotated[
        bool, typer.Option("--no-repair", help="Do not ask again about unsupported values.")
    ] = False,
    answer_tokens: Annotated[
        int, typer.Option(min=1, help="Tokens that one answer may have.")
    ] = 2048,
) -> None:
    """Extract the records of articles.

    Keys are read from the environment only (OPENAI_API_KEY, AZURE_OPENAI_API_KEY,
    COMMUNIQUE_API_KEY). Exit status: 0 all good, 1 nothing could be done, 2 wrong usage, 3 some
    articles failed or are partial, 130 interrupted.

    Example: communique extract seeds/*.txt
    """
    from communique.cli.render import render
    from communique.extractor import Extractor
    from communique.options import Options

    incomplete = False
    with Display(len(articles)) as display:
        options = Options(combined=combined, repair=not no_repair, answer_tokens=answer_tokens)
        with Extractor(
            model, base_url=base_url, options=options, progress=display.step
        ) as extractor:
            for name in articles:
                display.article(name)
                try:
                    source = _read(name, published)
                    result = extractor.extract(source, raise_on_failure=False)
                except InputError as error:
                    display.complain(str(error))
                    incomplete = True
                    continue
                incomplete = incomplete or result.status != "complete"
                with display.paused():
                    if output is Format.json:
                        typer.echo(result.to_json())
                    else:
                        render(result, sys.stdout)
                for failure in result.failures:
                    display.complain(f"{name}: {failure.question}: {failure.message}")
    if incomplete:
        raise typer.Exit(INCOMPLETE)


def _read(name: str, published: str | None) -> Any:
    """The article called `name`, with the day of publication that was given for all."""
    from pydantic import ValidationError

    from communique.article import Article, read_article

    if name == "-":
        data = sys.stdin.buffer.read()
        try:
            article = Article(text=data.decode("utf-8-sig"), id="stdin")
        except UnicodeDecodeError as error:
            raise InputError(
                f"stdin is not UTF-8 text (byte {error.start} is 0x{data[error.start]:02x})"
            ) from None
    else:
        article = read_article(Path(name))
    if published is None:
        return article
    try:
        return Article(**{**article.model_dump(), "published": published})
    except ValidationError:
        raise typer.BadParameter(f"--published {published!r} is no date like 2025-04-19") from None


@app.command()
def schema(
    name: Annotated[
        str | None,
        typer.Argument(help="A record, such as Meeting, or its answer, such as Meeting.answer."),
    ] = None,
) -> None:
    """Print a JSON Schema (Draft 2020-12); without a name, list the names.

    Example: communique schema Meeting
    """
    from communique.schemas import schemas

    known = schemas()
    if name is None:
        typer.echo("\n".join(known))
        return
    matches = {key.casefold(): key for key in known}
    key = matches.get(name.casefold())
    if key is None:
        raise typer.BadParameter(f"no schema is called {name!r}; there are {', '.join(known)}")
    typer.echo(json.dumps(known[key], indent=2, ensure_ascii=False))


def _complain(message: str) -> None:
    """Tell of the error that is being handled; with --verbose, where it comes from."""
    if _log.isEnabledFor(logging.DEBUG):
        traceback.print_exc()
    typer.echo(f"communique: {safe(message)}", err=True)


def main() -> None:
    """Run the command line: errors become one line on stderr and an exit status."""
    with contextlib.suppress(ValueError):  # not in the main thread
        # A run takes over both; before and after it, being ended is being interrupted.
        signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        app()
    except CommuniqueError as error:
        _complain(str(error))
        sys.exit(FATAL)
    except BrokenPipeError:
        # Whoever read it has seen enough; Python would complain once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(FATAL)
    except Exception as error:
        told = f"a mistake in communique ({type(error).__name__}: {error}): please report it"
        hint = "" if _log.isEnabledFor(logging.DEBUG) else "; --verbose shows where it happened"
        _complain(told + hint)
        sys.exit(FATAL)
    except KeyboardInterrupt:
        typer.echo("communique: interrupted", err=True)
        sys.exit(INTERRUPTED)
