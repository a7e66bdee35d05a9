"""The embedded model: llama.cpp for real, with a tiny model of random weights."""

from __future__ import annotations

import hashlib
import json
import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import httpx2
import pytest
from pytest_socket import socket_allow_hosts
from tiny_server import NEWS, get

from communique import Extraction, Extractor, Options, VisaPolicyStatement
from communique.errors import WeightsError
from communique.models import embedded

pytest.importorskip(
    "xllamacpp", reason='the embedded model needs xllamacpp: pip install "communique[local-hub]"'
)


WEATHER = "It was a fine day, and warm for the season."


BRIEF = Options(answer_tokens=64)


@pytest.fixture(autouse=True)
def unstarted(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No server runs yet in this process, and the next one runs the tiny model."""
    monkeypatch.setenv("COMMUNIQUE_WEIGHTS", str(tiny))
    forget_server()
    yield
    forget_server()


def forget_server() -> None:
    """End this process's server, once its loop runs: llama.cpp waits for ever if freed earlier."""
    running, embedded._running = embedded._running, None
    if running is not None:
        # Its loop answers this, other than /health.
        assert get(running.base_url.removesuffix("/v1") + "/slots", running.key).status_code == 200


class Round(NamedTuple):
    """One extraction, and the address and key of the server that answered."""

    result: Extraction
    base_url: str
    key: str


@pytest.fixture(scope="module")
def extracted(tiny: Path) -> Round:
    """An article taken the whole way through the tiny model."""
    forget_server()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COMMUNIQUE_WEIGHTS", str(tiny))
        patch.delenv("COMMUNIQUE_BASE_URL", raising=False)
        with Extractor("local", options=BRIEF) as extractor:
            result = extractor.extract(NEWS, raise_on_failure=False)
        server = embedded.start_server()
    return Round(result, server.base_url, server.key)


def idle(progress: Callable[[str, int, int], None] | None = None) -> Extractor:
    """An Extractor that starts the server for `WEATHER` and has no question about it."""
    return Extractor("local", records=[VisaPolicyStatement], options=BRIEF, progress=progress)


def test_listens_on_the_loopback_address_alone() -> None:
    """No other address of this machine takes a connection to the server's port."""
    address = urlsplit(embedded.start_server().base_url)
    assert address.hostname == "127.0.0.1"
    socket.create_connection(("127.0.0.1", address.port), timeout=5).close()
    socket_allow_hosts(["127.0.0.2", "::1"])
    for other in ("127.0.0.2", "::1"):
        with pytest.raises(OSError):
            socket.create_connection((other, address.port), timeout=5)


@pytest.mark.parametrize("key", [None, "another"])
def test_refuses_a_request_without_the_key(key: str | None) -> None:
    """Another user of the machine cannot use the model."""
    assert get(f"{embedded.start_server().base_url}/models", key).status_code == 401


def test_serves_a_request_with_the_key() -> None:
    """The key that the server was started with opens it."""
    server = embedded.start_server()
    assert get(f"{server.base_url}/models", server.key).status_code == 200


def test_each_start_has_a_key_of_its_own() -> None:
    """No key is known beforehand."""
    first = embedded.start_server().key
    forget_server()
    assert embedded.start_server().key != first


def test_keeps_an_answer_to_the_schema() -> None:
    """Even a model of random weights answers in the form that was asked for."""
    server = embedded.start_server()
    schema = {
        "type": "object",
        "properties": {"colour": {"enum": ["red", "blue"]}, "count": {"type": "integer"}},
        "required": ["colour", "count"],
        "additionalProperties": False,
    }
    answer = httpx2.post(
        f"{server.base_url}/chat/completions",
        headers={"Authorization": f"Bearer {server.key}"},
        json={
            "messages": [{"role": "user", "content": "Which, and how many?"}],
            "max_tokens": 200,
            "temperature": 0,
            "response_format": {"type": "json_schema", "json_schema": {"schema": schema}},
        },
        timeout=60,
        trust_env=False,
    )
    content = json.loads(answer.json()["choices"][0]["message"]["content"])
    assert content["colour"] in ("red", "blue")
    assert isinstance(content["count"], int)


def extract_at_once(extractors: list[Extractor]) -> set[str | None]:
    """The addresses of the servers that answered."""
    addresses: list[str | None] = []
    together = threading.Barrier(len(extractors))

    def work(extractor: Extractor) -> None:
        together.wait(30)
        addresses.append(extractor.extract(WEATHER).provenance.base_url)

    threads = [threading.Thread(target=work, args=(extractor,)) for extractor in extractors]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert len(addresses) == len(extractors)
    return set(addresses)


def test_extractors_that_start_at_once_share_one_server() -> None:
    """A model takes gigabytes: two Extractors in two threads load it once."""
    told: list[str] = []

    def progress(stage: str, done: int, total: int) -> None:
        told.append(stage)

    with (
        idle(progress) as one,
        idle(progress) as other,
    ):
        addresses = extract_at_once([one, other])
    assert len(addresses) == 1
    assert told.count("loading model") == 1


def test_threads_of_one_extractor_share_one_server() -> None:
    """Two threads that use one Extractor for the first time at once load the model once."""
    told: list[str] = []
    with idle(lambda stage, done, total: told.append(stage)) as extractor:
        addresses = extract_at_once([extractor, extractor])
    assert len(addresses) == 1
    assert told.count("loading model") == 1


def test_the_server_outlives_an_extractor() -> None:
    """The next Extractor of the process finds the server running."""
    with idle() as first:
        before = first.extract(WEATHER).provenance.base_url
    with idle() as second:
        after = second.extract(WEATHER).provenance.base_url
    assert before == after


def test_the_result_names_the_weights_by_their_digest(extracted: Round, tiny: Path) -> None:
    """Provenance tells which weights answered: the SHA-256 of the file in use."""
    digest = hashlib.sha256(tiny.read_bytes()).hexdigest()
    assert extracted.result.provenance.weights == digest


def test_the_result_names_the_server_on_loopback(extracted: Round) -> None:
    """Provenance tells that the article did not leave the machine."""
    provenance = extracted.result.provenance
    assert provenance.backend == "local"
    assert provenance.base_url == extracted.base_url
    assert urlsplit(provenance.base_url).hostname == "127.0.0.1"


def test_the_result_does_not_hold_the_key(extracted: Round) -> None:
    """The server's key is in no part of the result."""
    assert extracted.key not in extracted.result.to_json()
    assert extracted.key not in repr(extracted.result)


def test_the_model_was_asked_and_answered(extracted: Round) -> None:
    """Each attempt has the server's own count of tokens."""
    attempts = extracted.result.usage.attempts
    assert {attempt.question for attempt in attempts} >= {"meeting", "agreement"}
    assert all(attempt.outcome in ("ok", "truncated") for attempt in attempts)
    assert all(attempt.prompt_tokens and attempt.completion_tokens for attempt in attempts)


def test_a_missing_file_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """COMMUNIQUE_WEIGHTS names no file: the error tells which, and what to do."""
    monkeypatch.setenv("COMMUNIQUE_WEIGHTS", str(tmp_path / "gone.gguf"))
    with (
        idle() as extractor,
        pytest.raises(WeightsError, match=r"COMMUNIQUE_WEIGHTS names .*gone\.gguf, which is no f"),
    ):
        extractor.extract(WEATHER)


def test_a_file_of_another_format_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """COMMUNIQUE_WEIGHTS names a file that is no GGUF file: the error tells so."""
    notes = tmp_path / "notes.txt"
    notes.write_text("Not a model.")
    monkeypatch.setenv("COMMUNIQUE_WEIGHTS", str(notes))
    with (
        idle() as extractor,
        pytest.raises(WeightsError, match=r"notes\.txt, which is not a GGUF file"),
    ):
        extractor.extract(WEATHER)


@pytest.mark.parametrize("damage", ["rubbish", "cut short"])
def test_a_file_that_llama_cpp_refuses_is_named(
    damage: str, tiny: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A GGUF header with rubbish behind it, or half a model: the error names file and loader."""
    sound = tiny.read_bytes()
    broken = tmp_path / "broken.gguf"
    broken.write_bytes(
        {"rubbish": sound[:8] + b"rubbish" * 99, "cut short": sound[:99_999]}[damage]
    )
    monkeypatch.setenv("COMMUNIQUE_WEIGHTS", str(broken))
    with (
        idle() as extractor,
        pytest.raises(WeightsError, match=r"llama\.cpp cannot load broken\.gguf.*COMMUNIQUE_W"),
    ):
        extractor.extract(WEATHER)


def test_a_failed_start_can_be_tried_again(
    tiny: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The same Extractor works once the weights are in order."""
    with idle() as extractor:
        monkeypatch.setenv("COMMUNIQUE_WEIGHTS", str(tmp_path / "gone.gguf"))
        with pytest.raises(WeightsError):
            extractor.extract(WEATHER)
        monkeypatch.setenv("COMMUNIQUE_WEIGHTS", str(tiny))
        assert extractor.extract(WEATHER).status == "complete"
