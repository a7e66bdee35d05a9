"""For tests of archives: articles, a server's answers, and the command line in a folder of its own."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hosted import FOUND, KEY, TALKS, nothing
from scripted_server import Request, Response, Script, ScriptedServer, completion
from typer.testing import CliRunner, Result

from communique import Article
from communique.cli import app

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
