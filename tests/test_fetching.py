"""Weights that are fetched from a hub (a stub on loopback), where the wheels are missing."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest
from wheels import (
    FIND,
    SMALL,
    WHOLE,
    hub,
    left_in,
    run,
)

from communique.models.weights import Weights

# huggingface_hub waits up to 23 seconds between its attempts; here it does not.
IMPATIENT = "import time\ntime.sleep = lambda _: None\n"


def fetch(
    endpoint: str,
    tmp_path: Path,
    weights: Weights = SMALL,
    *,
    program: str = FIND,
    before: str = "",
) -> str:
    """What a process says that has no wheels and finds the hub at `endpoint`."""
    pytest.importorskip("huggingface_hub", reason="comes with the extra local-hub")
    return run(
        program,
        weights,
        before=IMPATIENT + before,
        COMMUNIQUE_CACHE=str(tmp_path / "cache"),
        HF_ENDPOINT=endpoint,
        HF_HOME=str(tmp_path / "hf"),
        HF_HUB_DISABLE_XET="1",
        HF_HUB_DISABLE_TELEMETRY="1",
    )


def test_weights_are_fetched_into_the_cache(tmp_path: Path, cache: Path) -> None:
    """Without wheels the file comes from the hub, verified, and nothing else is left."""
    with hub() as endpoint:
        answer = fetch(endpoint, tmp_path)
    assert answer == f"{cache / SMALL.filename} {SMALL.sha256}"
    assert (cache / SMALL.filename).read_bytes() == WHOLE
    assert left_in(cache) == {SMALL.filename}


FIND_TELLING = """
import json, sys
from communique.models.weights import Weights, find_weights

told = {}
find_weights(
    Weights(**json.loads(sys.argv[1])), lambda stage, done, total: told.update({stage: [done, total]})
)
print(json.dumps(told))
"""


def test_progress_of_a_fetch_is_told_and_nothing_is_printed(tmp_path: Path, cache: Path) -> None:
    """Bytes up to the total, to the caller; the hub's own bar stays away."""
    with hub() as endpoint:
        told = json.loads(fetch(endpoint, tmp_path, program=FIND_TELLING))
    size = len(WHOLE)
    assert told == {"fetching weights": [size, size], "checking weights": [size, size]}


def test_a_disk_that_fills_up_during_a_fetch_is_told_as_that(tmp_path: Path, cache: Path) -> None:
    """Not as a fault of the network."""
    limit = (
        "import resource, signal\nsignal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))\n"
    )
    with hub() as endpoint:
        answer = fetch(endpoint, tmp_path, before=limit)
    assert answer.startswith("WeightsError: cannot write the model's weights")
    assert left_in(cache) == set()


def test_a_fetched_file_of_another_digest_is_refused(tmp_path: Path, cache: Path) -> None:
    """The hub serves other bytes, and says so consistently: they are refused and removed."""
    other = WHOLE[:-1] + b"?"
    with hub(content=other) as endpoint:
        answer = fetch(endpoint, tmp_path)
    assert answer.startswith(f"WeightsError: the weights' SHA-256 is {_sha256(other)}")
    assert "fetch it again" in answer
    assert left_in(cache) == set()


def test_a_hub_without_the_file_is_told(tmp_path: Path, cache: Path) -> None:
    """The hub does not know the file: the error names it and the other way."""
    with hub() as endpoint:
        answer = fetch(endpoint, tmp_path, replace(SMALL, revision="other"))
    assert answer.startswith("WeightsError: cannot fetch small.gguf from Hugging Face")
    assert "COMMUNIQUE_WEIGHTS" in answer
    assert left_in(cache) == set()


def test_a_broken_connection_to_the_hub_is_told(tmp_path: Path, cache: Path) -> None:
    """The connection is reset half way: an error of ours, and nothing left."""
    with hub(breaks=True) as endpoint:
        answer = fetch(endpoint, tmp_path)
    assert answer.startswith("WeightsError: cannot fetch small.gguf from Hugging Face")
    assert left_in(cache) == set()


def test_an_unreachable_hub_is_told(tmp_path: Path, cache: Path) -> None:
    """Nobody listens at the hub's address: an error of ours, and nothing left."""
    with hub() as endpoint:
        pass
    answer = fetch(endpoint, tmp_path)
    assert answer.startswith("WeightsError: cannot fetch small.gguf from Hugging Face")
    assert "check the network" in answer
    assert left_in(cache) == set()


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
