"""What used to lose an article, money or a finished outcome. Against scripted servers on loopback."""

from __future__ import annotations

import asyncio
import csv
import gzip
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import zstandard
from hosted import FOUND, KEY, TALKS, nothing
from scripted_server import Request, Response, Script, ScriptedServer, completion, error
from typer.testing import CliRunner, Result

from communique import Article, Limits, Options, Store, extract_many
from communique.archive.limits import Concurrency
from communique.cli import app
from communique.errors import ArchiveStopped, RateLimited, SettingsError, StoreError

MODEL = "openai/gpt-4.1-mini"
Serve = Callable[[Script], ScriptedServer]


def finding(request: Request) -> Response:
    return completion({"meetings": [FOUND]}) if request.question == "meeting" else nothing(request)


def talks(number: int) -> Article:
    return Article(id=f"a{number}", text=f"{TALKS} This is number {number}.")


@pytest.fixture
def command(serve: Serve, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Runs the command line in a folder of its own, against the server of `script`."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COMMUNIQUE_MODEL", MODEL)
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    servers: dict[Any, ScriptedServer] = {}

    def invoke(*arguments: str, script: Script = finding, stdin: Any = None) -> Result:
        server = servers.get(script) or servers.setdefault(script, serve(script))
        monkeypatch.setenv("OPENAI_BASE_URL", server.base_url)
        return CliRunner().invoke(app, list(arguments), input=stdin)

    return invoke


def entries(path: Path = Path("run.db")) -> dict[str, str | None]:
    """Each entry of a store with why it cannot be read."""
    with sqlite3.connect(path) as connection:
        return dict(connection.execute("select name, problem from entries"))


@pytest.mark.parametrize("ending", [".gz", ".zst", ".GZ"])
def test_a_damaged_packed_file_is_told_and_stops_nothing(
    command: Callable[..., Result], ending: str
) -> None:
    data = "".join(
        json.dumps({"id": f"b{n}", "text": f"{TALKS} {os.urandom(200).hex()}"}) + "\n"
        for n in range(60)
    ).encode()
    packed = zstandard.compress(data) if ending == ".zst" else gzip.compress(data)
    middle = len(packed) // 2
    Path(f"bad.jsonl{ending}").write_bytes(packed[:middle] + b"\xff" * 40)
    Path(f"none.jsonl{ending}").write_bytes(b"this is not packed at all")
    Path("good.txt").write_text(TALKS, encoding="utf-8")
    done = command("run", ".")
    assert done.exit_code == 3, done.output
    told = entries()
    assert told["good.txt"] is None
    assert f"none.jsonl{ending}" in str(told[f"none.jsonl{ending} (rest)"])


def test_names_that_are_no_unicode_are_kept_as_escapes(command: Callable[..., Result]) -> None:
    Path(os.fsdecode(b"caf\xe9.txt")).write_text(TALKS, encoding="utf-8")
    Path("rows.jsonl").write_text(
        json.dumps({"id": "a\ud800", "text": f"{TALKS} One.", "title": "\udfff"}) + "\n",
        encoding="utf-8",
    )
    Path("rows.csv").write_bytes(b'id,text\nn\xe9,"' + f"{TALKS} Two.".encode() + b'"\n')
    done = command("run", ".")
    assert done.exit_code == 0, done.output
    assert set(entries()) == {r"caf\udce9.txt", r"a\ud800", r"n\udce9"}


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
    assert command("status", "run.db", "--json").exit_code == 0
    assert command("retry", "run.db").exit_code == 0
    assert records() == 3
    told = json.loads(command("status", "run.db", "--json").stdout)
    assert told["setups"][0]["complete"] == 3


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
                options=Options(deadline_seconds=1.5),
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


def test_rows_without_ids_are_known_by_their_text(command: Callable[..., Result]) -> None:
    """Whatever is put in before them."""
    old = [f"{TALKS} Row {n}." for n in range(3)]

    def write(texts: list[str]) -> None:
        with Path("feed.csv").open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            writer.writerow(["text"])
            writer.writerows([text] for text in texts)

    write(old)
    assert command("run", "feed.csv").exit_code == 0
    write([f"{TALKS} New.", *old])
    done = command("run", "feed.csv")
    assert done.exit_code == 0, done.output
    assert "1 articles new, 3 known" in done.output
    told = [json.loads(line) for line in command("export", "run.db").stdout.splitlines()]
    assert len([each for each in told if each["duplicate_of"] is None]) == 4
    assert {each["status"] for each in told} == {"complete"}


def test_what_could_not_be_read_for_once_is_read_later(command: Callable[..., Result]) -> None:
    Path("rows.jsonl").write_text('{"id": "x"}\n{"id": "x"}\n', encoding="utf-8")
    assert command("run", "rows.jsonl").exit_code == 3
    # Of two bad rows with one id, each is told.
    assert set(entries()) == {"x", "x at rows.jsonl:2"}
    Path("rows.jsonl").write_text(json.dumps({"id": "x", "text": TALKS}) + "\n", encoding="utf-8")
    assert command("run", "rows.jsonl").exit_code == 0
    assert entries() == {"x": None}
    Path("a.txt").write_text("", encoding="utf-8")
    before = Path("a.txt").stat()
    assert command("run", "a.txt").exit_code == 3
    assert "1 unreadable" in command("run", "a.txt").output
    assert before.st_size == 0


def test_in_the_order_of_input_memory_is_bounded(serve: Serve) -> None:
    released = []

    def first_is_slow(request: Request) -> Response:
        if "number 0." in request.body["messages"][-1]["content"]:
            deadline = time.monotonic() + 20
            while not released and time.monotonic() < deadline:
                time.sleep(0.05)
        return finding(request)

    server = serve(first_is_slow)
    taken = 0

    def articles() -> Any:
        nonlocal taken
        for number in range(1500):
            taken += 1
            if taken > 1000:
                released.append(taken)
            yield talks(number)

    def release_later() -> None:
        time.sleep(6)
        released.append(0)

    import threading

    threading.Thread(target=release_later, daemon=True).start()
    outcomes = extract_many(
        articles(),
        model=MODEL,
        base_url=server.base_url,
        api_key=KEY,
        order="input",
        options=Options(combined=True),
        limits=Limits(concurrency=16),
    )
    assert next(outcomes).name == "a0"
    assert taken < 1000
    outcomes.close()


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


def test_sigterm_before_the_first_request_is_an_interruption(tmp_path: Path) -> None:
    program = "import sys; sys.argv = ['communique', 'run', '-', '--store', sys.argv[1]]\n"
    program += "from communique.cli import main; main()"
    running = subprocess.Popen(
        [sys.executable, "-c", program, str(tmp_path / "run.db")],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "COMMUNIQUE_MODEL": MODEL, "OPENAI_API_KEY": KEY},
    )
    for _ in range(200):
        if (tmp_path / "run.db").exists():
            break
        time.sleep(0.05)
    time.sleep(0.3)
    running.send_signal(signal.SIGTERM)
    _, told = running.communicate(timeout=30)
    assert running.returncode == 130, told


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


def test_a_folder_without_articles_is_no_archive(command: Callable[..., Result]) -> None:
    Path("empty").mkdir()
    Path("empty/picture.png").write_bytes(b"png")
    done = command("run", "empty")
    assert done.exit_code != 0
    assert "holds no file" in str(done.exception)


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
