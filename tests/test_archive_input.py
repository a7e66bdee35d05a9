"""What archives are made of: damage, odd names, rows without ids, and input that comes late.

Against scripted servers on loopback.
"""

from __future__ import annotations

import csv
import gzip
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import zstandard
from archives import KEY, MODEL, Serve, command, entries, finding, talks
from hosted import TALKS
from scripted_server import Request, Response
from typer.testing import Result

from communique import Limits, Options, extract_many

__all__ = ["command"]


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


def test_a_folder_without_articles_is_no_archive(command: Callable[..., Result]) -> None:
    Path("empty").mkdir()
    Path("empty/picture.png").write_bytes(b"png")
    done = command("run", "empty")
    assert done.exit_code != 0
    assert "holds no file" in str(done.exception)
