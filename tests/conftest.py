"""All tests run without network: only loopback may be reached."""

import os

import pytest
from pytest_socket import socket_allow_hosts


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse connections beyond loopback, and settings of the person who runs the tests."""
    socket_allow_hosts(["127.0.0.1", "::1", "localhost"], allow_unix_socket=True)
    for name in list(os.environ):
        if name.startswith(("COMMUNIQUE_", "OPENAI_", "AZURE_OPENAI_", "OLLAMA_")):
            monkeypatch.delenv(name)
