"""The embedded server and the processes that it lives in."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

import httpx2
import pytest
from tiny_server import NEWS, get


def environment(tiny: Path) -> dict[str, str]:
    """This process's environment with the tiny model and no other settings of ours."""
    rest = {name: v for name, v in os.environ.items() if not name.startswith("COMMUNIQUE_")}
    return rest | {"COMMUNIQUE_WEIGHTS": str(tiny)}


def test_the_server_ends_with_a_killed_process(tiny: Path) -> None:
    """After SIGKILL nobody listens any more: no orphan keeps gigabytes."""
    program = (
        "from communique.models.embedded import start_server\n"
        "print(start_server().base_url, flush=True)\n"
        "input()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program],
        env=environment(tiny),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout
        health = process.stdout.readline().strip().removesuffix("/v1") + "/health"
        assert get(health).status_code == 200
        process.send_signal(getattr(signal, "SIGKILL", signal.SIGTERM))
        process.wait(30)
    with pytest.raises(httpx2.ConnectError):
        get(health)


class Forgetful(NamedTuple):
    """A program that ended without closing its Extractor."""

    returncode: int
    stdout: str
    stderr: str
    seconds_to_end: float


@pytest.fixture(scope="module")
def forgetful(tiny: Path, tmp_path_factory: pytest.TempPathFactory) -> Forgetful:
    """A program that extracts and does not close its Extractor."""
    last_line = tmp_path_factory.mktemp("program") / "last-line"
    program = (
        "import pathlib, time\n"
        "from communique import Extractor, Meeting, Options\n"
        "options = Options(answer_tokens=16)\n"
        "extractor = Extractor('local', records=[Meeting], options=options)\n"
        f"extractor.extract({NEWS!r}, raise_on_failure=False)\n"
        f"pathlib.Path({str(last_line)!r}).write_text(str(time.time()))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=environment(tiny),
        capture_output=True,
        text=True,
        timeout=60,
    )
    ended = time.time()
    return Forgetful(
        done.returncode, done.stdout, done.stderr, ended - float(last_line.read_text())
    )


def test_a_program_that_forgets_to_close_ends_normally(forgetful: Forgetful) -> None:
    """Neither the server nor the Extractor's thread keeps a program from its end."""
    assert forgetful.returncode == 0
    assert forgetful.seconds_to_end < 5


def test_nothing_is_printed(forgetful: Forgetful) -> None:
    """Neither llama.cpp nor the library writes on a program's stdout or stderr."""
    assert forgetful.stdout == ""
    assert forgetful.stderr == ""


def test_a_forked_child_starts_a_server_of_its_own(tiny: Path) -> None:
    """The parent's is of no use to it, and must not be freed in it either."""
    program = """
import multiprocessing, urllib.request
from communique import Extractor, Options
from communique.models.embedded import start_server

def child(parent_url):
    server = start_server()
    assert server.base_url != parent_url
    urllib.request.urlopen(server.base_url.removesuffix("/v1") + "/health").close()

with Extractor("local", options=Options(answer_tokens=16)) as extractor:
    extractor.extract("Aru of Fiji met Ola in Oslo.", raise_on_failure=False)
server = start_server()
process = multiprocessing.get_context("fork").Process(target=child, args=(server.base_url,))
process.start()
process.join(30)
print(process.exitcode)
if process.exitcode is None:
    process.kill()
"""
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        env=environment(tiny),
        timeout=60,
        check=False,
    )
    assert done.stdout.strip() == "0", done.stderr
