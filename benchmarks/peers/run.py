"""Run communique and its peers over the same articles, on one server, and compare them.

Run it in an environment that has ``communique[eval]``; `--peers-python` names the interpreter of
the environment that has the peers. See README.md in this directory.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any, TextIO

from proxy import RecordingProxy
from table import table
from worker import SYSTEMS, Worker


def main() -> None:
    """Read the command line; run, then print the table, or only print it."""
    options = _parser().parse_args()
    if options.table:
        sys.stdout.write(table(options.table, options.gold))
        return
    missing = [n for n in ("gold", "server", "model", "out") if not getattr(options, n)]
    if missing:
        sys.exit("a run needs " + ", ".join(f"--{name}" for name in missing))
    unknown = set(options.systems) - set(SYSTEMS)
    if unknown:
        sys.exit(f"no system is called {', '.join(unknown)}; there are {', '.join(SYSTEMS)}")
    run(options)
    sys.stdout.write(table(options.out, options.gold))


def run(options: argparse.Namespace) -> None:
    """Run each system over each article; write predictions and calls into the directory.

    The systems take turns with each article, so that an hour in which the machine is slow is slow
    for all; who comes first changes from article to article.
    """
    documents = _chosen(options)
    options.out.mkdir(parents=True, exist_ok=True)
    _describe(options, [document["id"] for document in documents])
    calls = options.out / "calls.jsonl"
    _forget(calls, options.systems)
    with RecordingProxy(options.server, calls, options.cache) as proxy, ExitStack() as stack:
        running: dict[str, tuple[Worker, TextIO]] = {}
        for system in options.systems:
            python = sys.executable if system == "communique" else options.peers_python
            log, out = (
                stack.enter_context((options.out / f"{system}.{end}").open("w", encoding="utf-8"))
                for end in ("log", "jsonl")
            )
            worker = Worker(system, python, log)
            stack.callback(worker.stop)
            running[system] = worker, out
        for number, document in enumerate(documents):
            first = number % len(options.systems)
            for system in (*options.systems[first:], *options.systems[:first]):
                worker, out = running[system]
                line = _predict(worker, proxy, system, document, options)
                out.write(json.dumps(line, ensure_ascii=False) + "\n")
                out.flush()


def _predict(
    worker: Worker,
    proxy: RecordingProxy,
    system: str,
    document: dict[str, Any],
    options: argparse.Namespace,
) -> dict[str, Any]:
    """A line of predictions; `lost` tells why there are no records."""
    name, started = document["id"], time.monotonic()

    def expired() -> bool:
        # Answers from the cache count with the seconds that they once took.
        taken = time.monotonic() - started + proxy.replayed(system, name)
        return bool(taken > options.limit)

    # The peers see of a gold document what a user has, not its records.
    article = {k: document.get(k) for k in ("id", "text", "published", "source", "language")}
    job = {
        "document": article,
        "base_url": proxy.base_url(system, name),
        "api_key": options.key,
        "model": options.model,
    }
    answer = worker.ask(job, expired)
    proxy.abort(system, name)
    if "unusable" in answer:
        sys.exit(f"{system} cannot run: {answer['unusable']}; see --peers-python")
    outcome = f"lost: {answer['error'][:200]}" if "error" in answer else "done"
    taken = time.monotonic() - started
    sys.stderr.write(f"{system} {name} {taken:.1f} s {outcome}\n")
    return answer["prediction"] if "prediction" in answer else {"id": name, "lost": answer["error"]}


def _odd(name: str) -> bool:
    """Whether the id is odd-numbered: those are for judging, the others for tuning."""
    number = name.rpartition("-")[2]
    return not name.startswith("seed") and number.isdigit() and int(number) % 2 == 1


def _chosen(options: argparse.Namespace) -> list[dict[str, Any]]:
    lines = options.gold.read_text(encoding="utf-8").split("\n")
    documents = [json.loads(line) for line in lines if line.strip()]
    if options.odd or options.even:
        return [d for d in documents if _odd(d["id"]) == options.odd]
    if options.ids:
        unknown = set(options.ids) - {document["id"] for document in documents}
        if unknown:
            sys.exit(f"not in {options.gold}: {', '.join(sorted(unknown))}")
        return [document for document in documents if document["id"] in options.ids]
    return documents


def _describe(options: argparse.Namespace, ids: list[str]) -> None:
    """Note what the directory's files are about, and refuse to mix two runs."""
    path = options.out / "run.json"
    about = {"gold": str(options.gold), "model": options.model, "ids": ids}
    systems: list[str] = []
    if path.exists():
        old = json.loads(path.read_text(encoding="utf-8"))
        systems = old.pop("systems")
        if old != about:
            sys.exit(f"{options.out} holds a run over other articles or another model")
    systems += [system for system in options.systems if system not in systems]
    path.write_text(json.dumps({**about, "systems": systems}), encoding="utf-8")


def _forget(calls: Path, systems: list[str]) -> None:
    """Drop the calls of the systems that are about to run again."""
    lines = calls.read_text(encoding="utf-8").splitlines() if calls.exists() else []
    kept = [line for line in lines if json.loads(line)["system"] not in systems]
    calls.write_text("".join(line + "\n" for line in kept), encoding="utf-8")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    add = parser.add_argument
    add("--gold", type=Path, help="gold documents, one JSON object a line")
    add("--server", metavar="URL", help="base URL of an OpenAI-compatible server, ends in /v1")
    key = os.environ.get("COMMUNIQUE_API_KEY") or "none"
    add("--key", default=key, help="its key; default: COMMUNIQUE_API_KEY")
    add("--model", metavar="NAME", help='its model; "local" if it runs the embedded one')
    add("--systems", type=_names, default=list(SYSTEMS), metavar="A,B", help="default: all")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--ids", type=_names, metavar="A,B", help="only these documents")
    which.add_argument(
        "--odd", action="store_true", help="only documents with an odd number in their id"
    )
    which.add_argument("--even", action="store_true", help="only the others, seeds among them")
    add("--out", type=Path, metavar="DIR", help="where predictions and calls are written")
    add("--cache", type=Path, metavar="FILE", help="keep answers there; one file per server")
    add("--limit", type=float, default=900.0, metavar="SECONDS", help="per document; 900")
    peers = "interpreter of the peers' environment; default: this one"
    add("--peers-python", default=sys.executable, metavar="PATH", help=peers)
    add("--table", type=Path, metavar="DIR", help="only print the table of a finished run")
    return parser


def _names(value: str) -> list[str]:
    return [name.strip() for name in value.split(",") if name.strip()]


if __name__ == "__main__":
    main()
