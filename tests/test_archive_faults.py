"""An archive that is killed and refused, and is whole in the end. Synthetic faults on loopback."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hosted import KEY, MODEL, TALKS, nothing
from scripted_server import Request, Response, Script, ScriptedServer

sys.path.append(str(Path(__file__).parents[1] / "benchmarks"))
from killed import ANSWER_TOKENS, PROMPT_TOKENS, experiment


def archive(folder: Path, count: int) -> Path:
    path = folder / "archive.jsonl"
    rows = [{"id": f"a{n}", "text": f"{TALKS} It rained for {n + 2} days."} for n in range(count)]
    path.write_text("\n".join(map(json.dumps, rows)))
    return path


def test_nothing_is_lost_or_asked_twice_when_the_process_is_killed(tmp_path: Path) -> None:
    """Through SIGKILL, 429, 500, cut answers, hanging ones and refusals."""
    counted = experiment(archive(tmp_path, 150), kills=3, seed=3, folder=tmp_path)
    assert counted["outcomes"] == {"complete": 150}
    assert counted["without_outcome"] == 0
    assert counted["claims_left"] == 0
    assert counted["repeated"] == 0
    assert sum(counted["server_faults"].values()) > 20
    # Each request is on the bill, and each answer's tokens but for those that died with a process.
    assert counted["billed_calls"] >= counted["server_requests"]
    assert 0 <= counted["lost_answers"] <= counted["billed_without_answer"]
    lost = counted["lost_answers"] * (PROMPT_TOKENS + ANSWER_TOKENS)
    assert counted["billed_tokens"] + lost == counted["server_tokens"]


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_the_run_in_good_order(
    serve: Callable[[Script], ScriptedServer], tmp_path: Path, number: signal.Signals
) -> None:
    """Status 130; what is under way is finished, the rest is done by the same command."""

    def slow(request: Request) -> Response:
        time.sleep(0.05)
        return nothing(request)

    server = serve(slow)
    command = [sys.executable, "-m", "communique", "run", str(archive(tmp_path, 60))]
    environment = {
        **os.environ,
        "OPENAI_API_KEY": KEY,
        "OPENAI_BASE_URL": server.base_url,
        "COMMUNIQUE_MODEL": MODEL,
    }
    process = subprocess.Popen(command, env=environment, cwd=tmp_path, stderr=subprocess.PIPE)
    deadline = time.monotonic() + 30
    while len(server.requests) < 5 and time.monotonic() < deadline:
        time.sleep(0.01)
    process.send_signal(number)
    _, said = process.communicate(timeout=30)
    assert process.returncode == 130
    assert b"goes on where it stopped" in said
    first = len(server.requests)
    assert 5 <= first < 120
    again = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, check=False)
    assert again.returncode == 0
    assert len(server.requests) == 120  # meetings and agreements, each once
