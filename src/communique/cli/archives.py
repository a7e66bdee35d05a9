"""``communique run``, ``retry``, ``status``, ``recheck``: archives through a store."""

from __future__ import annotations

import asyncio
import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from communique.cli.codes import FATAL, INCOMPLETE, INTERRUPTED, STOPPED
from communique.cli.progress import safe
from communique.errors import SettingsError

StorePath = Annotated[Path, typer.Option("--store", help="The file that keeps all of it.")]
StoreArgument = Annotated[Path, typer.Argument(help="The store of an earlier run.")]
ModelName = Annotated[str | None, typer.Option(help="As for extract.")]
BaseUrl = Annotated[str | None, typer.Option(help="Address of an OpenAI-compatible server.")]
Concurrent = Annotated[
    str,
    typer.Option(
        "--concurrency", help="Requests at once: a number, or auto to find out what is taken."
    ),
]
MaxCost = Annotated[
    float | None, typer.Option(help="US dollars that all requests of the store may cost.")
]
MaxTokens = Annotated[
    int | None, typer.Option(help="Tokens that all requests of the store may take.")
]
PerMinute = Annotated[float | None, typer.Option(help="Requests a minute, at most.")]
TokensPerMinute = Annotated[float | None, typer.Option(help="Tokens a minute, at most.")]
FailOver = Annotated[
    str | None, typer.Option(help="End the run when more articles fail than this: 5%.")
]


RequestSeconds = Annotated[float, typer.Option(help="How long one request may take.")]
AnswerTokens = Annotated[
    int, typer.Option(help="Tokens that one answer may have; what is longer is cut, and told.")
]
ArticleSeconds = Annotated[float, typer.Option(help="How long one article may take.")]


Batch = Annotated[
    bool,
    typer.Option("--batch", help="Ask by the provider's batch API: half the price, up to a day."),
]
PollSeconds = Annotated[float, typer.Option(help="With --batch: how often to ask how far it is.")]


class Status(StrEnum):
    """What became of an article."""

    failed = "failed"
    partial = "partial"


def run(
    articles: Annotated[
        list[str] | None,
        typer.Argument(
            help="Folders, files or patterns of .txt .md .html .jsonl .json .csv .parquet, also "
            ".gz and .zst; - reads JSON lines from stdin. None: go on with what is in the store."
        ),
    ] = None,
    store: StorePath = Path("run.db"),
    model: ModelName = None,
    base_url: BaseUrl = None,
    columns: Annotated[
        str, typer.Option(help="Columns of tables: text=body,id=guid,published=date.")
    ] = "",
    concurrency: Concurrent = "auto",
    max_cost: MaxCost = None,
    max_tokens: MaxTokens = None,
    requests_a_minute: PerMinute = None,
    tokens_a_minute: TokensPerMinute = None,
    fail_over: FailOver = None,
    request_seconds: RequestSeconds = 600.0,
    article_seconds: ArticleSeconds = 3600.0,
    batch: Batch = False,
    poll_seconds: PollSeconds = 60.0,
    combined: Annotated[
        bool, typer.Option("--combined", help="Ask for all kinds in one question.")
    ] = False,
    no_repair: Annotated[
        bool, typer.Option("--no-repair", help="Do not ask again about unsupported values.")
    ] = False,
    answer_tokens: AnswerTokens = 2048,
    estimate: Annotated[
        bool, typer.Option("--estimate", help="Only say what it would take; ask nothing.")
    ] = False,
) -> None:
    """Extract the records of an archive into a store; again, only what is missing.

    Nothing that was answered is asked again, after a crash, with more articles, or with texts that
    come twice. Exit status: 0 all good, 1 nothing could be done, 2 wrong usage, 3 some articles
    failed or are partial, 4 stopped by a limit on money or by the account's quota, 130 interrupted.

    Example: communique run archive/ --store run.db --model openai/gpt-5-mini --max-cost 5
    """
    from communique.archive.intake import take_in
    from communique.archive.store import Store
    from communique.formats.reading import find_files
    from communique.formats.rows import Columns

    limits = _limits(
        concurrency,
        max_cost,
        max_tokens,
        requests_a_minute,
        tokens_a_minute,
        fail_over,
        article_seconds,
    )
    options = _options(
        combined=combined,
        repair=not no_repair,
        request_seconds=request_seconds,
        answer_tokens=answer_tokens,
    )
    chosen = Columns.parse(columns)
    files = find_files(articles or [])
    with Store(store) as opened:
        if files:
            intake = take_in(opened, files, chosen)
            unchanged = f", {intake.unchanged_files} files unchanged" * bool(intake.unchanged_files)
            _say(
                f"{intake.new} articles new, {intake.known} known, {intake.unreadable} unreadable"
                f"{unchanged}"
            )
        if estimate:
            _print_estimate(opened, model, base_url, options, batch)
            return
        code = _run(opened, model, base_url, options, limits, poll_seconds if batch else None)
    raise typer.Exit(code)


def retry(
    store: StoreArgument,
    only: Annotated[
        list[Status] | None, typer.Option(help="Which articles: failed, partial; default both.")
    ] = None,
    model: ModelName = None,
    base_url: BaseUrl = None,
    concurrency: Concurrent = "auto",
    max_cost: MaxCost = None,
    max_tokens: MaxTokens = None,
    requests_a_minute: PerMinute = None,
    tokens_a_minute: TokensPerMinute = None,
    fail_over: FailOver = None,
    request_seconds: RequestSeconds = 600.0,
    article_seconds: ArticleSeconds = 3600.0,
    batch: Batch = False,
    poll_seconds: PollSeconds = 60.0,
) -> None:
    """Ask again about articles that failed or are partial; kept answers are used again.

    Asks the model of the store's last run in the same way. What is there stays until there is
    something new. Exit status as for run.

    Example: communique retry run.db --only failed
    """
    from communique.archive.store import Store, setups
    from communique.archive.terms import Again

    limits = _limits(
        concurrency,
        max_cost,
        max_tokens,
        requests_a_minute,
        tokens_a_minute,
        fail_over,
        article_seconds,
    )
    _require(store)
    with Store(store) as opened:
        known = opened.do(setups).result()
        if not known:
            raise SettingsError(f"{store} has no run yet: communique run ARTICLES --store {store}")
        number, description = known[0]
        again = Again(number, tuple(status.value for status in only or list(Status)))
        options = _options(**description["options"], request_seconds=request_seconds)
        asked = model or _model_of(description)
        code = _run(
            opened, asked, base_url, options, limits, poll_seconds if batch else None, again
        )
    raise typer.Exit(code)


def status(
    store: StoreArgument,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
) -> None:
    """Say how far a store is, what failed and why, and what was paid.

    Example: communique status run.db
    """
    from communique.archive.status import status_of
    from communique.archive.store import Store
    from communique.cli.running import receipt

    _require(store)
    with Store(store) as opened:
        told = status_of(opened)
    if as_json:
        typer.echo(json.dumps(told.to_dict(), indent=1, ensure_ascii=False))
        return
    typer.echo(
        f"{told.articles} articles ({told.duplicates} more are copies, {told.unreadable} "
        "unreadable)"
    )
    for setup in told.setups:
        typer.echo(
            f"{safe(setup.model)}, {', '.join(setup.kinds)}: {setup.complete} complete, "
            f"{setup.partial} partial, {setup.failed} failed, {setup.pending} to do; "
            f"{setup.records} records, {setup.rejected} rejected"
        )
        for error, count, example in setup.failures:
            typer.echo(f"  {count} x {error}, such as {safe(example)}")
    for name, problem in told.problems:
        typer.echo(f"unreadable: {safe(name)}: {safe(problem)}")
    typer.echo(receipt(told.bill))


def recheck(store: StoreArgument) -> None:
    """Check all kept answers again with this version, and ask nothing.

    Articles whose questions have changed stay as they were; run asks about them.

    Example: communique recheck run.db
    """
    from communique.archive.recheck import recheck as again
    from communique.archive.store import Store, setups

    _require(store)
    with Store(store) as opened:
        for number, description in opened.do(setups).result():
            result = asyncio.run(again(opened, number, description))
            typer.echo(
                f"{safe(_model_of(description))}: {result.same} as before, {result.changed} "
                f"changed, {result.unanswered} with new questions left as they were"
            )


def _limits(
    concurrency: str,
    max_cost: float | None,
    max_tokens: int | None,
    requests_a_minute: float | None,
    tokens_a_minute: float | None,
    fail_over: str | None,
    article_seconds: float,
) -> Any:
    from communique.archive.terms import Limits

    if concurrency != "auto" and not concurrency.isdecimal():
        raise typer.BadParameter(f"--concurrency {concurrency!r} is neither auto nor a number")
    try:
        return Limits(
            concurrency="auto" if concurrency == "auto" else int(concurrency),
            max_cost=max_cost,
            max_tokens=max_tokens,
            requests_a_minute=requests_a_minute,
            tokens_a_minute=tokens_a_minute,
            fail_over=_share(fail_over),
            article_seconds=article_seconds,
        )
    except SettingsError as error:
        raise typer.BadParameter(str(error)) from None


def _options(**settings: Any) -> Any:
    from communique.options import Options

    try:
        return Options(**settings)
    except SettingsError as error:
        raise typer.BadParameter(str(error)) from None


def _share(text: str | None) -> float | None:
    if text is None:
        return None
    try:
        return float(text.rstrip("%")) / (100 if text.endswith("%") else 1)
    except ValueError:
        raise typer.BadParameter(f"--fail-over {text!r} is no share like 5%") from None


def _run(
    store: Any,
    model: str | None,
    base_url: str | None,
    options: Any,
    limits: Any,
    poll_seconds: float | None,
    again: Any = None,
) -> int:
    """Run what is pending, by batches where there is a `poll_seconds`; gives the exit status."""
    from communique.archive.batch_run import run_batches
    from communique.archive.billing import bill
    from communique.archive.over_store import run_pending
    from communique.archive.runner import Runner
    from communique.cli.collector import rarely_collected
    from communique.cli.running import RunDisplay, describe, receipt
    from communique.models.choose import choose_model
    from communique.records import BUILT_IN

    with RunDisplay() as display, rarely_collected():
        answering = choose_model(model, base_url=base_url, options=options, progress=display.step)
        runner = Runner(store, answering, BUILT_IN, options, limits, display, again)
        if poll_seconds is None:
            asyncio.run(run_pending(runner))
        else:
            asyncio.run(run_batches(runner, poll_seconds=poll_seconds))
    state = runner.state
    _say(describe(state))
    _say("receipt: " + receipt(store.do(lambda connection: bill(connection, runner.run)).result()))
    if runner.reason != "finished":
        _say(f"{runner.message}; the same command goes on where it stopped")
    left = store.do(lambda connection: _incomplete(connection, runner.setup)).result()
    match runner.reason:
        case "interrupted":
            return INTERRUPTED
        case "budget" | "quota":
            return STOPPED
        case "fatal":
            return FATAL
    if left:
        _say(f"{left} articles failed, are partial or unreadable: communique status {store.path}")
        return INCOMPLETE
    return INCOMPLETE if runner.reason == "failures" else 0


def _incomplete(connection: Any, setup: int) -> int:
    (count,) = connection.execute(
        "select (select count(*) from outcomes where setup=? and status<>'complete') + "
        "(select count(*) from entries where article is null)",
        (setup,),
    ).fetchone()
    return int(count)


def _print_estimate(
    store: Any, model: str | None, base_url: str | None, options: Any, batch: bool
) -> None:
    from communique.archive.estimate import estimate
    from communique.models.choose import choose_model
    from communique.records import BUILT_IN

    answering = choose_model(model, base_url=base_url, options=options)
    found = asyncio.run(estimate(store, answering, BUILT_IN, options, batch=batch))
    typer.echo(json.dumps(found.to_dict(), indent=1))


def _model_of(description: dict[str, Any]) -> str:
    if description["backend"] == "local":
        return "local"
    if description["backend"] == "compatible":
        return str(description["model"])
    return f"{description['backend']}/{description['model']}"


def _require(store: Path) -> None:
    if not store.is_file():
        raise SettingsError(f"{store}: there is no such store")


def _say(line: str) -> None:
    sys.stderr.write(f"communique: {safe(line)}\n")
    sys.stderr.flush()
