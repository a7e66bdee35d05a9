"""Which model answers, and the options of asking it."""

from __future__ import annotations

import asyncio
import dataclasses

import pytest
from hosted import KEY, MODEL, run
from scripted_server import ScriptedServer

from communique import Extractor, Options
from communique.errors import MissingKeyError, SettingsError, UnknownModelError
from communique.models.choose import choose_model, default_model


def test_the_model_of_the_environment(
    server: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """COMMUNIQUE_MODEL, OPENAI_API_KEY and OPENAI_BASE_URL together choose model, key, server."""
    monkeypatch.setenv("COMMUNIQUE_MODEL", "openai/some-model")
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    monkeypatch.setenv("OPENAI_BASE_URL", server.base_url)
    result = run(None)
    assert server.requests[0].body["model"] == "some-model"
    assert server.requests[0].headers["authorization"] == f"Bearer {KEY}"
    assert (result.provenance.model, result.provenance.backend) == ("some-model", "openai")
    assert result.provenance.base_url == server.base_url


def test_the_server_and_key_of_the_environment_for_any_model(
    server: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """COMMUNIQUE_BASE_URL and COMMUNIQUE_API_KEY hold for models of any name."""
    monkeypatch.setenv("COMMUNIQUE_MODEL", "mistral-small")
    monkeypatch.setenv("COMMUNIQUE_BASE_URL", server.base_url)
    monkeypatch.setenv("COMMUNIQUE_API_KEY", KEY)
    result = run(None)
    assert server.requests[0].headers["authorization"] == f"Bearer {KEY}"
    assert result.provenance.backend == "compatible"


@pytest.mark.parametrize("host", ["{}", "http://{}", "http://{}/"])
def test_ollamas_host_of_the_environment(
    server: ScriptedServer, monkeypatch: pytest.MonkeyPatch, host: str
) -> None:
    """OLLAMA_HOST is given with or without a scheme."""
    monkeypatch.setenv("OLLAMA_HOST", host.format(server.address.removeprefix("http://")))
    run("ollama/qwen3:4b")
    assert server.requests[0].target == "/v1/chat/completions"
    assert server.requests[0].body["model"] == "qwen3:4b"


@pytest.mark.parametrize(
    ("host", "base_url"),
    [
        (None, "http://127.0.0.1:11434/v1"),
        ("127.0.0.1", "http://127.0.0.1:11434/v1"),
        ("somewhere:8080", "http://somewhere:8080/v1"),
        ("[::1]", "http://[::1]:11434/v1"),
        ("https://somewhere", "https://somewhere/v1"),
    ],
)
def test_ollamas_own_port(monkeypatch: pytest.MonkeyPatch, host: str | None, base_url: str) -> None:
    """Without a port or scheme it is 11434, as for Ollama's own client."""
    if host:
        monkeypatch.setenv("OLLAMA_HOST", host)
    assert asyncio.run(choose_model("ollama/qwen3").info()).base_url == base_url


def test_azures_settings_of_the_environment(
    server: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Endpoint, key and version come from the variables that Azure documents."""
    monkeypatch.setenv("AZURE_OPENAI_ENDPOINT", server.address)
    monkeypatch.setenv("AZURE_OPENAI_API_KEY", KEY)
    monkeypatch.setenv("OPENAI_API_VERSION", "2025-01-01-preview")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    run("azure/deployed")
    assert server.requests[0].query == {"api-version": "2025-01-01-preview"}
    assert server.requests[0].headers["api-key"] == KEY


@pytest.mark.parametrize("model", [MODEL, "azure/deployed", "ollama/qwen", "any"])
def test_arguments_win_over_the_environment(
    server: ScriptedServer, monkeypatch: pytest.MonkeyPatch, model: str
) -> None:
    """model=, base_url= and api_key= are taken, whatever the environment says."""
    for name in ("COMMUNIQUE", "OPENAI", "AZURE_OPENAI"):
        monkeypatch.setenv(f"{name}_BASE_URL", "http://127.0.0.1:9/v1")
        monkeypatch.setenv(f"{name}_API_KEY", "someone-elses")
    monkeypatch.setenv("COMMUNIQUE_MODEL", "openai/someone-elses")
    monkeypatch.setenv("OLLAMA_HOST", "127.0.0.1:9")
    monkeypatch.setenv("AZURE_OPENAI_ENDPOINT", "http://127.0.0.1:9")
    assert run(model, base_url=server.base_url, api_key=KEY).status == "complete"
    assert KEY in str(server.requests[0].headers)
    assert "someone-elses" not in str(server.requests[0])


@pytest.mark.parametrize(
    ("environment", "chosen"),
    [
        ({}, "local"),
        ({"OPENAI_API_KEY": KEY}, "openai/gpt-5-mini"),
        ({"OPENAI_API_KEY": KEY, "COMMUNIQUE_MODEL": "ollama/qwen"}, "ollama/qwen"),
        ({"OPENAI_API_KEY": "", "COMMUNIQUE_MODEL": ""}, "local"),
    ],
)
def test_the_default_model(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], chosen: str
) -> None:
    """COMMUNIQUE_MODEL, else OpenAI where there is a key, else the embedded model."""
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert default_model() == chosen


@pytest.mark.parametrize("name", ["gpt-4.1-mini", "openai/", "openai", "claude/opus", " ", "/x"])
def test_a_name_that_says_no_backend(name: str) -> None:
    """Without base_url= a name must begin with a known backend; the error lists the forms."""
    with pytest.raises(UnknownModelError, match="ollama/NAME"):
        Extractor(name)


@pytest.mark.parametrize(
    ("model", "variable"),
    [(MODEL, "OPENAI_API_KEY"), ("azure/deployed", "AZURE_OPENAI_API_KEY")],
)
@pytest.mark.parametrize("key", [None, "", " \n"])
def test_a_hosted_model_without_a_key(model: str, variable: str, key: str | None) -> None:
    """It is missed before anything is asked, and the error names the variable."""
    with pytest.raises(MissingKeyError, match=variable):
        Extractor(model, base_url="http://127.0.0.1:9", api_key=key)


def test_azure_without_an_address() -> None:
    """The error names the variable."""
    with pytest.raises(SettingsError, match="AZURE_OPENAI_ENDPOINT"):
        Extractor("azure/deployed", api_key=KEY)


@pytest.mark.parametrize(
    "url",
    [
        *("localhost:8000", "localhost", "ftp://host/v1", "http://", "http:///v1", "//host/v1"),
        *("http://host:port/v1", "http://host:99999/v1", "http://host:0/v1", "http://[::1/v1"),
    ],
)
def test_an_address_that_is_none(url: str) -> None:
    """base_url= must be an http or https address."""
    with pytest.raises(SettingsError, match="http://localhost:8000/v1"):
        Extractor(MODEL, base_url=url, api_key=KEY)


def test_the_message_about_a_bad_address_does_not_repeat_it() -> None:
    """It may hold a password."""
    with pytest.raises(SettingsError) as caught:
        Extractor(MODEL, base_url="ftp://user:pa55@host", api_key=KEY)
    assert "pa55" not in str(caught.value)


@pytest.mark.parametrize("value", [0, -1])
@pytest.mark.parametrize(
    "name", ["answer_tokens", "request_seconds", "attempts", "deadline_seconds", "window_tokens"]
)
def test_options_that_allow_nothing_are_refused(name: str, value: int) -> None:
    """Limits are greater than 0; the error names the option."""
    with pytest.raises(SettingsError, match=name):
        Options(**{name: value})


def test_options_without_limits() -> None:
    """Where None is a choice it is taken."""
    options = Options(deadline_seconds=None, window_tokens=None, temperature=None, seed=None)
    assert (options.deadline_seconds, options.window_tokens) == (None, None)


def test_options_do_not_change() -> None:
    """They are frozen, so that extractors can share them."""
    with pytest.raises(dataclasses.FrozenInstanceError):
        Options().attempts = 9  # type: ignore[misc]  # frozen: mypy sees it too


def test_no_deadline(server: ScriptedServer) -> None:
    """deadline_seconds=None is no limit rather than no time."""
    result = run(base_url=server.base_url, api_key=KEY, options=Options(deadline_seconds=None))
    assert result.status == "complete"
