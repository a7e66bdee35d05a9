"""The same archive through communique, LangExtract and an instructor loop, under the same faults.

The server is that of ``benchmarks/killed.py``: of all requests 10 % get a 429, 5 % a 500, 3 % cut
JSON, 2 % hang for some seconds, 1 % a refusal. Each system is also killed (SIGKILL) `--kills` times
in between, and started again as its user would; a system that ends with an error is started again
too, up to `--starts` times. Counted on the server: articles without a good answer in the results,
and requests for an article that had had its good answer before.

    python benchmarks/peers/faulty.py RELEASES.jsonl --peers-python peers-env/bin/python
"""

from __future__ import annotations

import argparse
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1]))
from killed import MODEL, FaultyServer

from communique import Store

SYSTEMS = ("communique", "langextract", "instructor")
_REFERENCE = re.compile(r"Reference (r\d+)\.")


def prepare(source: Path, count: int, target: Path) -> None:
    """The first `count` articles, each with a reference that tells the server which one it is."""
    rows = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines()]
    with target.open("w", encoding="utf-8") as file:
        for number in range(count):
            text = f"{rows[number % len(rows)]['text'][:3000]}\n\nReference r{number}."
            file.write(json.dumps({"id": f"r{number}", "text": text}) + "\n")


def command(system: str, archive: Path, folder: Path, url: str, python: str) -> list[list[str]]:
    """What a user starts, first and then again after failures."""
    if system != "communique":
        worker = str(Path(__file__).with_name("faulty_worker.py"))
        return [[python, worker, system, str(archive), str(folder / "out"), url]] * 2
    store, cli = str(folder / "run.db"), [sys.executable, "-m", "communique"]
    limit = ["--request-seconds", "2", "--combined"]
    return [
        [*cli, "run", str(archive), "--store", store, *limit],
        [*cli, "retry", store, *limit[:2]],
    ]


def finished(system: str, folder: Path) -> set[str]:
    """The articles that the results hold."""
    if system == "communique":
        with Store(folder / "run.db") as store, store.reader() as connection:
            rows = connection.execute(
                "select e.name from entries as e join outcomes using (article) "
                "where status='complete'"
            )
            return {name for (name,) in rows}
    out = folder / "out"
    lines = out.read_text(encoding="utf-8").splitlines() if out.exists() else []
    return {json.loads(line) for line in lines}


def measure(
    system: str, archive: Path, count: int, kills: int, starts: int, python: str
) -> dict[str, object]:
    """Run one system to its end; gives what was counted."""
    began, codes = time.monotonic(), []
    with tempfile.TemporaryDirectory() as name, FaultyServer(1, hang_seconds=5.0) as server:
        folder = Path(name)
        run, again = command(system, archive, folder, server.base_url, python)
        environment = {
            **os.environ,
            "OPENAI_API_KEY": "none",
            "OPENAI_BASE_URL": server.base_url,
            "COMMUNIQUE_MODEL": f"openai/{MODEL}",
        }
        with (folder / "log").open("w") as log:
            for start in range(kills + starts):
                chosen = again if start > kills and codes[-1] == 3 else run
                process = subprocess.Popen(chosen, env=environment, stderr=log, stdout=log)
                if start < kills:
                    goal = len(server.good) + count // 2
                    while len(server.good) < goal and process.poll() is None:
                        time.sleep(0.01)
                    process.send_signal(signal.SIGKILL)
                codes.append(process.wait())
                if start >= kills and codes[-1] == 0:
                    break
        answers = Counter(
            found[1] for _, said in server.good for found in [_REFERENCE.search(said)] if found
        )
        kept = finished(system, folder)
        if system != "communique":  # it asks nothing about a text that can tell of no record
            kept &= answers.keys()
        requests = len(server.requests)
    return {
        "system": system,
        "kills": kills,
        "articles": count,
        "lost": count - len(kept),
        "requests": requests,
        "answered_again": sum(answers.values()) - len(answers),
        "exit_codes": codes,
        "seconds": round(time.monotonic() - began, 1),
    }


def main() -> None:
    """Run each system without and with kills; print a line for each."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("articles", type=Path, help="JSON lines of articles")
    parser.add_argument("--articles", type=int, default=200, dest="count")
    parser.add_argument("--kills", type=int, nargs="+", default=[0, 2])
    parser.add_argument("--starts", type=int, default=4)
    parser.add_argument("--systems", nargs="+", choices=SYSTEMS, default=list(SYSTEMS))
    parser.add_argument("--peers-python", default=sys.executable)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "archive.jsonl"
        prepare(given.articles, given.count, archive)
        for kills in given.kills:
            for system in given.systems:
                counted = measure(
                    system, archive, given.count, kills, given.starts, given.peers_python
                )
                sys.stdout.write(json.dumps(counted) + "\n")
                sys.stdout.flush()


if __name__ == "__main__":
    main()
