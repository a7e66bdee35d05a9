"""``communique doctor``, against a scripted server on loopback."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hosted import KEY
from scripted_server import Script, ScriptedServer, error, reply
from typer.testing import CliRunner

from communique.cli import app

LISTED = reply(200, {"object": "list", "data": [{"id": "gpt-x", "object": "model"}]})


@pytest.fixture(autouse=True)
def key(monkeypatch: pytest.MonkeyPatch) -> None:
    """A key as users have it."""
    monkeypatch.setenv("OPENAI_API_KEY", KEY)


@pytest.mark.parametrize(
    ("model", "answer", "status", "told"),
    [
        ("openai/gpt-x", LISTED, 0, "model: yes: openai/gpt-x at"),
        ("openai/gpt-y", LISTED, 0, "does not list it, but gpt-x"),
        ("openai/gpt-x", error(401, f"Incorrect key {KEY}"), 1, "check the key"),
        ("openai/gpt-x", reply(200, "<html>"), 1, "model: no: "),
        ("gpt-x", None, 0, "model: yes: compatible/gpt-x at"),
    ],
)
def test_it_says_whether_the_model_could_answer_and_keeps_the_key(
    serve: Callable[[Script], ScriptedServer], model: str, answer: object, status: int, told: str
) -> None:
    server = serve([answer or LISTED])  # type: ignore[list-item]  # None stands for the list
    done = CliRunner().invoke(app, ["doctor", "--model", model, "--base-url", server.base_url])
    assert done.exit_code == status, done.output
    assert told in done.stdout
    assert "openai 3." in done.stdout
    assert KEY not in done.output
    assert [r.path for r in server.requests] == ["/v1/models"]


def test_a_server_that_is_not_there() -> None:
    done = CliRunner().invoke(app, ["doctor", "--base-url", "http://127.0.0.1:9/v1"])
    assert done.exit_code == 1
    assert "check that the server runs" in done.stdout


def test_a_model_that_has_no_name_like_it() -> None:
    done = CliRunner().invoke(app, ["doctor", "--model", "nonsense"])
    assert done.exit_code == 1
    assert "no model is called" in done.stdout
