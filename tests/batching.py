"""For tests of batches: an archive, and runs over it against a loopback batch server."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from pathlib import Path
from typing import Any

from batch_server import BatchServer
from hosted import FOUND, KEY, MODEL, TALKS, nothing
from scripted_server import Request, Response, completion

from communique import Limits, Meeting, Options, Store
from communique.archive.batch_run import run_batches
from communique.archive.intake import take_in
from communique.archive.runner import Runner
from communique.formats.reading import find_files
from communique.formats.rows import Columns
from communique.models.choose import choose_model


def talks(request: Request) -> Response:
    """A meeting to the question about meetings, nothing to others."""
    if request.question == "meeting":
        return completion({"meetings": [FOUND]})
    return nothing(request)


def archive(folder: Path, count: int) -> Path:
    path = folder / "archive.jsonl"
    rows = [{"id": f"a{n}", "text": f"{TALKS} It rained for {n + 2} days."} for n in range(count)]
    path.write_text("\n".join(map(json.dumps, rows)))
    return path


def batch(
    server: BatchServer,
    folder: Path,
    count: int,
    *,
    repair: bool = True,
    limits: Limits | None = None,
    kinds: Any = (Meeting,),
    **settings: Any,
) -> tuple[Runner, Store]:
    """One run by batches over `count` articles."""
    runner = ready(server, folder, count, repair=repair, limits=limits, kinds=kinds)
    asyncio.run(run_batches(runner, poll_seconds=0.01, **settings))
    return runner, runner.store


def ready(
    server: BatchServer,
    folder: Path,
    count: int,
    *,
    repair: bool = True,
    limits: Limits | None = None,
    kinds: Any = (Meeting,),
) -> Runner:
    """A run over `count` articles that has not begun."""
    store = Store(folder / "run.db")
    take_in(store, find_files([str(archive(folder, count))]), Columns())
    options = Options(attempts=3, repair=repair)
    model = choose_model(MODEL, base_url=server.base_url, api_key=KEY, options=options)
    return Runner(store, model, kinds, options, limits or Limits())


def outcomes(store: Store) -> Counter[str]:
    with store.reader() as connection:
        return Counter(s for (s,) in connection.execute("select status from outcomes"))
