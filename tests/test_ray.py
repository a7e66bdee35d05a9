"""An archive through Ray Data, on a local Ray with two actors. Answers are scripted on loopback."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hosted import FOUND, TALKS, nothing
from scripted_server import Request, Response, Script, ScriptedServer, completion

pytest.importorskip("ray", reason="the extra ray is not installed")
import pyarrow
from pyarrow import dataset, parquet

from communique import Article
from communique.ray import RayExtractor, _Quota

SCRIPT = Path(__file__).parents[1] / "docs" / "examples" / "ray_archive.py"


def finding(request: Request) -> Response:
    """The same meeting in each article, after a moment."""
    time.sleep(0.02)
    return completion({"meetings": [FOUND]}) if request.question == "meeting" else nothing(request)


def run_script(server: ScriptedServer, articles: Path, outcomes: Path) -> subprocess.Popen[bytes]:
    """The documented script, against the server."""
    environment = {
        **os.environ,
        "OPENAI_API_KEY": "none",
        "OPENAI_BASE_URL": server.base_url,
        "RAY_DATA_DISABLE_PROGRESS_BARS": "1",
        "RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO": "0",
    }
    arguments = ["--model", "openai/gpt-4.1-mini", "--batch", "8"]
    return subprocess.Popen(
        [sys.executable, str(SCRIPT), str(articles), str(outcomes), *arguments],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


def actors() -> list[int]:
    """The processes of Ray's actors that extract."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            title = (entry / "cmdline").read_bytes()
        except OSError:
            continue
        if title.startswith(b"ray::") and b"RayExtractor" in title:
            found.append(int(entry.name))
    return found


def write(path: Path, numbers: range) -> None:
    rows = {
        "id": [f"a{n}" for n in numbers],
        "text": [f"{TALKS} It rained for {n + 2} days." for n in numbers],
        "published": ["2025-05-04" for _ in numbers],
    }
    parquet.write_table(pyarrow.table(rows), path)


@pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="finds processes in /proc")
def test_the_documented_script_survives_a_killed_actor_and_resumes(
    serve: Callable[[Script], ScriptedServer], tmp_path: Path
) -> None:
    """Each article has one outcome; a second run with more articles asks about those alone."""
    server = serve(finding)
    write(tmp_path / "articles.parquet", range(80))
    process = run_script(server, tmp_path / "articles.parquet", tmp_path / "outcomes")
    deadline = time.monotonic() + 90
    while len(server.requests) < 40 and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.02)
    victims = actors()
    if not victims:
        process.kill()
        pytest.fail(process.communicate()[0].decode()[-3000:])
    os.kill(victims[0], signal.SIGKILL)
    said, _ = process.communicate(timeout=120)
    assert process.returncode == 0, said.decode()[-3000:]
    rows = dataset.dataset(tmp_path / "outcomes").to_table().to_pylist()
    assert Counter(row["id"] for row in rows) == Counter(f"a{n}" for n in range(80))
    assert {row["status"] for row in rows} == {"complete"}
    assert all(len(json.loads(row["records"])["meetings"]) == 1 for row in rows)

    before = len(server.requests)
    write(tmp_path / "articles.parquet", range(84))
    process = run_script(server, tmp_path / "articles.parquet", tmp_path / "outcomes")
    said, _ = process.communicate(timeout=120)
    assert process.returncode == 0, said.decode()[-3000:]
    texts = [r.body["messages"][1]["content"] for r in server.requests[before:]]
    assert len(texts) == 8  # four articles, meetings and agreements
    rows = dataset.dataset(tmp_path / "outcomes").to_table().to_pylist()
    assert Counter(row["id"] for row in rows) == Counter(f"a{n}" for n in range(84))


def batch(server: ScriptedServer, columns: dict[str, list[Any]]) -> dict[str, list[Any]]:
    """One batch through an extractor in this process, where no Ray is needed."""
    extractor = RayExtractor("openai/gpt-4.1-mini", base_url=server.base_url, api_key="none")
    return extractor(columns)


def test_no_row_raises_and_all_come_back_in_order(
    serve: Callable[[Script], ScriptedServer],
) -> None:
    """Empty texts, numbers as ids, missing values and ids that come twice."""
    columns: dict[str, list[Any]] = {
        "id": ["x", 7, None, "x", "e"],
        "text": [TALKS, TALKS + " A.", TALKS + " B.", TALKS + " C.", ""],
        "published": ["2025-05-04", None, float("nan"), "yesterday", None],
        # Nobody asked for these: whatever they hold, they cost nothing.
        "vectors": [[1.0, 2.0]] * 5,
    }
    told = batch(serve(finding), columns)
    # A row without an id is called by its content: numbers would come again in each batch.
    unnamed = Article(text=f"{TALKS} B.").content_id
    assert told["id"] == ["x", "7", unnamed, "x", "e"]
    assert told["status"] == ["complete", "complete", "complete", "failed", "failed"]
    assert [bool(problem) for problem in told["problem"]] == [False, False, False, True, True]
    assert json.loads(told["usage"][0])["calls"] == 2
    assert set(told) == {
        "id",
        "status",
        "problem",
        "records",
        "rejected",
        "failures",
        "usage",
    }


def test_a_refused_key_fails_the_rows_and_not_the_job(
    serve: Callable[[Script], ScriptedServer],
) -> None:
    """The problem says what to do."""
    from scripted_server import error

    told = batch(serve(lambda _: error(401)), {"id": ["a"], "text": [TALKS]})
    assert told["status"] == ["failed"]
    assert "check the key" in told["problem"][0]


def test_the_quota_is_shared_by_those_who_are_alive() -> None:
    """Evenly, and never less than one place."""
    quota = _Quota()
    assert quota.share("a", 8) == 8
    assert quota.share("b", 8) == 4
    assert quota.share("a", 8) == 4
    assert quota.share("c", 2) == 1
