"""No finished outcome is lost, no limit passed, and nobody waits for ever.

Against scripted servers on loopback.
"""

from __future__ import annotations

import asyncio
import csv
import gc
import json
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from archives import KEY, MODEL, Serve, command, finding, talks
from hosted import TALKS
from scripted_server import Request, Response, completion, error
from typer.testing import CliRunner, Result

from communique import Article, Limits, Options, Store, extract_many
from communique.archive.limits import Concurrency
from communique.archive.status import status_of
from communique.cli import app
from communique.errors import ArchiveStopped, RateLimited, SettingsError, StoreError
from communique.formats.reading import Entry

__all__ = ["command"]


def test_a_retry_keeps_what_is_there_until_there_is_more(command: Callable[..., Result]) -> None:
    def agreements_fail(request: Request) -> Response:
        failing = request.question == "agreement"
        return error(400, "no such thing") if failing else finding(request)

    rows = [{"id": f"a{n}", "text": f"{TALKS} This is number {n}."} for n in range(3)]
    Path("rows.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert command("run", "rows.jsonl", script=agreements_fail).exit_code == 3

    def records() -> int:
        told = command("export", "run.db").stdout
        return sum(len(json.loads(line)["meetings"]) for line in told.splitlines())

    assert records() == 3
    stopped = command("retry", "run.db", "--max-tokens", "10", script=agreements_fail)
    assert stopped.exit_code == 4
    assert records() == 3
    told = json.loads(command("status", "run.db", "--json").stdout)
    assert (told["setups"][0]["partial"], told["setups"][0]["pending"]) == (3, 3)
    assert command("retry", "run.db").exit_code == 0
    assert records() == 3
    told = json.loads(command("status", "run.db", "--json").stdout)
    assert (told["setups"][0]["complete"], told["setups"][0]["pending"]) == (3, 0)


def test_a_retry_with_another_model_is_refused_and_asks_nothing(
    command: Callable[..., Result],
) -> None:
    Path("a.txt").write_text(TALKS, encoding="utf-8")
    command("run", "a.txt", script=lambda request: error(400, "no"))
    with pytest.raises(SettingsError, match="are not those of the store's last run"):
        CliRunner().invoke(
            app, ["retry", "run.db", "--model", "openai/other"], catch_exceptions=False
        )
    told = json.loads(command("status", "run.db", "--json").stdout)
    assert [setup["failed"] for setup in told["setups"] if setup["failed"]] == [1]


def test_waiting_for_a_turn_is_not_counted_as_time_of_a_question(serve: Serve) -> None:
    server = serve(finding)
    limits = Limits(requests_a_minute=60)
    outcomes = list(
        extract_many(
            [talks(n) for n in range(62)],
            model=MODEL,
            base_url=server.base_url,
            api_key=KEY,
            limits=limits,
            options=Options(deadline_seconds=0.5, combined=True),
        )
    )
    assert [outcome.status for outcome in outcomes] == ["complete"] * 62


def test_a_server_that_only_refuses_ends_the_run_and_condemns_nothing(
    serve: Serve, tmp_path: Path
) -> None:
    server = serve(lambda request: error(429, "Rate limit reached", code="rate_limit_exceeded"))
    with pytest.raises(ArchiveStopped) as stopped:
        list(
            extract_many(
                [talks(n) for n in range(5)],
                model=MODEL,
                base_url=server.base_url,
                api_key=KEY,
                store=tmp_path / "run.db",
                options=Options(deadline_seconds=0.1),
            )
        )
    assert stopped.value.reason == "quota"
    with sqlite3.connect(tmp_path / "run.db") as connection:
        assert connection.execute("select count(*) from outcomes").fetchone() == (0,)


def test_who_gives_up_while_the_account_rests_leaves_the_place_to_the_next() -> None:
    async def run() -> bool:
        places = Concurrency(1)

        async def refused() -> None:
            async with places.place():
                await asyncio.sleep(0.05)
                raise RateLimited("slow down", retry_after=0.3)

        async def takes() -> bool:
            async with places.place():
                return True

        holder = asyncio.create_task(refused())
        await asyncio.sleep(0.01)
        first = asyncio.create_task(takes())
        await asyncio.sleep(0.01)
        second = asyncio.create_task(takes())
        await asyncio.gather(holder, return_exceptions=True)
        await asyncio.sleep(0.05)
        first.cancel()
        return await asyncio.wait_for(second, 5)

    assert asyncio.run(run())


def test_answers_without_a_count_are_counted_at_their_most(serve: Serve, tmp_path: Path) -> None:
    def uncounted(request: Request) -> Response:
        response = finding(request)
        body = json.loads(response.body)
        del body["usage"]
        return Response(200, json.dumps(body).encode(), response.headers)

    server = serve(uncounted)
    with pytest.raises(ArchiveStopped) as stopped:
        list(
            extract_many(
                [talks(n) for n in range(30)],
                model=MODEL,
                base_url=server.base_url,
                api_key=KEY,
                store=tmp_path / "run.db",
                limits=Limits(max_tokens=30_000, concurrency=2),
            )
        )
    assert stopped.value.reason == "budget"
    assert len(server.requests) < 20
    with Store(tmp_path / "run.db") as store:
        bill = store.bill().result()
    assert bill.uncounted == len(server.requests)
    assert bill.uncounted_tokens <= 30_000


def test_two_runs_on_one_store_keep_one_limit(serve: Serve, tmp_path: Path) -> None:
    def slow(request: Request) -> Response:
        time.sleep(0.05)
        return completion({"meetings": []}, prompt_tokens=1000, completion_tokens=100)

    server = serve(slow)
    program = (
        "import sys\nfrom communique import *\nfrom communique.errors import ArchiveStopped\n"
        "first, url, store = int(sys.argv[1]), sys.argv[2], sys.argv[3]\n"
        f"text = {TALKS!r}\n"
        "articles = [Article(id=f'a{n}', text=f'{text} Number {n}.') for n in range(first, "
        "first + 40)]\n"
        "try:\n"
        "    list(extract_many(articles, records=[Meeting], model='openai/gpt-4.1-mini', "
        "base_url=url, api_key='k', store=store, limits=Limits(max_tokens=40_000, "
        "concurrency=4)))\n"
        "except ArchiveStopped as stopped:\n    print(stopped.reason)\n"
    )
    command = [sys.executable, "-c", program]
    runs = [
        subprocess.Popen(
            [*command, str(first), server.base_url, str(tmp_path / "run.db")],
            stdout=subprocess.PIPE,
            text=True,
        )
        for first in (0, 100)
    ]
    told = [run.communicate(timeout=100)[0].strip() for run in runs]
    assert "budget" in told
    assert 1100 * len(server.requests) <= 40_000


def test_less_than_a_request_a_minute_is_a_rate_too(serve: Serve) -> None:
    server = serve(finding)
    (outcome,) = extract_many(
        [talks(1)],
        model=MODEL,
        base_url=server.base_url,
        api_key=KEY,
        limits=Limits(requests_a_minute=0.5),
        options=Options(combined=True),
    )
    assert outcome.status == "complete"


def test_csv_computes_nothing(command: Callable[..., Result]) -> None:
    Path("rows.jsonl").write_text(
        json.dumps({"id": "=1+2", "title": "=HYPERLINK(0)", "text": TALKS}), encoding="utf-8"
    )
    command("run", "rows.jsonl")
    assert command("export", "run.db", "-o", "r.csv").exit_code == 0
    with Path("r.articles.csv").open(newline="", encoding="utf-8") as file:
        (row,) = csv.DictReader(file)
    assert (row["article"], row["title"]) == ("'=1+2", "'=HYPERLINK(0)")


def test_an_export_to_nowhere_is_told_in_one_line(command: Callable[..., Result]) -> None:
    Path("a.txt").write_text(TALKS, encoding="utf-8")
    command("run", "a.txt")
    with pytest.raises(StoreError, match="check the folder"):
        CliRunner().invoke(
            app, ["export", "run.db", "-o", "no/such/x.jsonl"], catch_exceptions=False
        )


def test_a_recheck_takes_in_partial_articles_too(
    command: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    def agreements_fail(request: Request) -> Response:
        failing = request.question == "agreement"
        return error(400, "no such thing") if failing else finding(request)

    Path("a.txt").write_text(TALKS, encoding="utf-8")
    assert command("run", "a.txt", script=agreements_fail).exit_code == 3
    with sqlite3.connect("run.db") as connection:
        connection.execute(
            "update outcomes set result=json_set(result, '$.meetings', json('[]')), records=0"
        )
    assert "1 changed" in command("recheck", "run.db").output
    (told,) = map(json.loads, command("export", "run.db").stdout.splitlines())
    assert len(told["meetings"]) == 1
    assert (told["status"], told["failures"][0]["error"]) == ("partial", "request_rejected")


def test_who_looks_at_a_store_keeps_nobody_from_writing(tmp_path: Path) -> None:
    """Counting a large store takes seconds; a run beside it goes on, and is not seen half."""
    with Store(tmp_path / "run.db") as looked_at, Store(tmp_path / "run.db") as written:

        def look(connection: sqlite3.Connection) -> list[int]:
            counts = []
            for number in range(2):
                counts += connection.execute("select count(*) from entries").fetchone()
                entry = Entry(f"a{number}", "x", Article(id=f"a{number}", text=f"{TALKS} {number}"))
                written.add([entry]).result(timeout=10)
            return counts

        assert looked_at.look(look) == [0, 0]
        assert status_of(looked_at).articles == 2


def test_a_run_collects_rarely_and_leaves_the_collector_as_it_was(
    command: Callable[..., Result],
) -> None:
    """What imports the command line has a garbage collector of its own before and after."""
    before, during = gc.get_threshold(), []

    def script(request: Request) -> Response:
        during.append(gc.get_threshold())
        return finding(request)

    Path("a.txt").write_text(TALKS, encoding="utf-8")
    assert command("run", "a.txt", script=script).exit_code == 0
    assert {threshold[0] for threshold in during} == {10_000}
    assert gc.get_threshold() == before
