"""All tests run without network: only loopback may be reached."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hosted import nothing
from pytest_socket import socket_allow_hosts
from scripted_server import Script, ScriptedServer


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse connections beyond loopback, and settings of the person who runs the tests."""
    socket_allow_hosts(["127.0.0.1", "::1", "localhost"], allow_unix_socket=True)
    for name in list(os.environ):
        if name.startswith(("COMMUNIQUE_", "OPENAI_", "AZURE_OPENAI_", "OLLAMA_")):
            monkeypatch.delenv(name)


@pytest.fixture
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Shortens the random waits, which are not what a test is about."""
    monkeypatch.setattr("communique.models.transport.LONGEST_WAIT", 0.01)


@pytest.fixture
def serve() -> Iterator[Callable[[Script], ScriptedServer]]:
    """Starts scripted servers and ends them after the test."""
    servers: list[ScriptedServer] = []

    def start(script: Script) -> ScriptedServer:
        servers.append(ScriptedServer(script).__enter__())
        return servers[-1]

    yield start
    for server in servers:
        server.__exit__(None, None, None)


@pytest.fixture
def server() -> Iterator[ScriptedServer]:
    """A server that finds nothing."""
    with ScriptedServer(nothing) as running:
        yield running


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder where weights are kept, not made yet."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("COMMUNIQUE_CACHE", str(folder))
    return folder


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder on the import path, where `install` puts wheels."""
    folder = tmp_path / "site-packages"
    folder.mkdir()
    monkeypatch.syspath_prepend(str(folder))
    return folder


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file that llama.cpp loads."""
    from tiny_model import build

    return build(tmp_path_factory.mktemp("model") / "tiny.gguf")
