"""For tests of `extract_many`: articles, a server's answer, and all outcomes at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hosted import FOUND, KEY, MODEL, TALKS
from scripted_server import Request, Response, ScriptedServer, completion

from communique import Article, Meeting, Outcome, Store, extract_many


def finding(request: Request) -> Response:
    """The same meeting in each article."""
    return completion({"meetings": [FOUND]})


def talks(number: int) -> Article:
    return Article(id=f"talks-{number}", text=f"{TALKS} It rained for {number + 2} days.")


def many(
    server: ScriptedServer, articles: Any, store: Path | Store | None = None, **settings: Any
) -> list[Outcome[Any]]:
    """All outcomes; only meetings are asked for unless `records` says otherwise."""
    settings = {"records": [Meeting], "model": MODEL, "api_key": KEY, **settings}
    return list(extract_many(articles, base_url=server.base_url, store=store, **settings))
