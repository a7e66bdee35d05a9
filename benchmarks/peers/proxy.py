"""A recording proxy on loopback: counts calls, tokens and seconds for each system and article.

A client's base URL says what its calls are for:
``http://127.0.0.1:PORT/run/<system>/<article>/v1``. Bodies pass unchanged, not streamed.
"""

from __future__ import annotations

import hashlib
import http.client
import json
import re
import socket
import threading
import time
from collections import Counter
from contextlib import suppress
from dataclasses import asdict, dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.parse import quote, unquote, urlsplit

from answers import Answers

_ROUTE = re.compile(r"/run/(?P<system>[^/]+)/(?P<article>[^/]+)/v1(?P<rest>/[a-z/]+)")
_PASSED_ON = ("Authorization", "Content-Type")
Label = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Call:
    """One request and what it took. `status` 0: no answer; `replayed`: answered from the cache."""

    system: str
    id: str
    status: int
    prompt_tokens: int
    completion_tokens: int
    cached_tokens: int
    seconds: float
    replayed: bool
    error: str | None


class RecordingProxy:
    """The proxy in a thread, while `with` lasts. `server` is a base URL that ends in ``/v1``."""

    def __init__(self, server: str, calls: Path, cache: Path | None = None) -> None:
        self._server, self._calls = urlsplit(server.rstrip("/")), calls
        self._answers = Answers(cache)
        self._lock = threading.Lock()
        self._asked: Counter[tuple[Label, str]] = Counter()
        self._replayed: Counter[Label] = Counter()
        self._open: dict[Label, set[http.client.HTTPConnection]] = {}
        handler = type("Handler", (_Handler,), {"proxy": self})
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._http.daemon_threads = True

    def __enter__(self) -> Self:
        threading.Thread(target=self._http.serve_forever, daemon=True).start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._http.shutdown()
        self._http.server_close()
        self._answers.close()

    def base_url(self, system: str, article: str) -> str:
        """The base URL for a system's calls about an article."""
        port = self._http.server_address[1]
        return f"http://127.0.0.1:{port}/run/{quote(system, '')}/{quote(article, '')}/v1"

    def replayed(self, system: str, article: str) -> float:
        """The seconds that answers from the cache took when they were first given."""
        return self._replayed[system, article]

    def abort(self, system: str, article: str) -> None:
        """Hang up on the server, so that it stops writing answers that nobody waits for."""
        with self._lock:
            connections = list(self._open.get((system, article), ()))
        for connection in connections:
            if connection.sock is not None:
                with suppress(OSError):
                    connection.sock.shutdown(socket.SHUT_RDWR)

    def answer(
        self, label: Label, rest: str, body: bytes, headers: dict[str, str]
    ) -> tuple[int, bytes, dict[str, str]]:
        """Answer a chat request from the cache or the server, and record it."""
        digest = hashlib.sha256(body).hexdigest()
        with self._lock:
            number = self._asked[label, digest]
            self._asked[label, digest] += 1
        key = hashlib.sha256(f"{label[0]}\0{number}\0{digest}".encode()).hexdigest()
        known = self._answers.get(key)
        if known:
            self._replayed[label] += known[1]
            self._record(label, 200, *known, replayed=True)
            return 200, known[0], {"Content-Type": "application/json"}
        started = time.monotonic()
        try:
            status, answer, sent = self.forward(label, "POST", rest, body, headers)
        except (OSError, http.client.HTTPException) as error:
            said = json.dumps({"error": {"message": f"no answer: {error!r}"}}).encode()
            self._record(label, 0, said, time.monotonic() - started)
            return 502, said, {"Content-Type": "application/json"}
        seconds = time.monotonic() - started
        if status == 200:
            self._answers.put(key, answer, seconds)
        self._record(label, status, answer, seconds)
        return status, answer, sent

    def forward(
        self, label: Label, method: str, rest: str, body: bytes | None, headers: dict[str, str]
    ) -> tuple[int, bytes, dict[str, str]]:
        """Send a request on to the server."""
        secure = self._server.scheme == "https"
        kind = http.client.HTTPSConnection if secure else http.client.HTTPConnection
        connection = kind(self._server.netloc)
        with self._lock:
            self._open.setdefault(label, set()).add(connection)
        try:
            connection.request(method, self._server.path + rest, body, headers)
            response = connection.getresponse()
            kept = {k: v for k in ("Content-Type", "Retry-After") if (v := response.getheader(k))}
            return response.status, response.read(), kept
        finally:
            with self._lock:
                self._open[label].discard(connection)
            connection.close()

    def _record(
        self, label: Label, status: int, answer: bytes, seconds: float, *, replayed: bool = False
    ) -> None:
        try:
            said: dict[str, Any] = dict(json.loads(answer))
        except (ValueError, TypeError):
            said = {}
        usage = said.get("usage") or {}
        details = usage.get("prompt_tokens_details") or {}
        # llama.cpp tells in its timings what others tell in the usage.
        cached = details.get("cached_tokens") or (said.get("timings") or {}).get("cache_n")
        call = Call(
            *label,
            status,
            usage.get("prompt_tokens") or 0,
            usage.get("completion_tokens") or 0,
            cached or 0,
            round(seconds, 3),
            replayed,
            None if status == 200 else answer[:500].decode(errors="replace"),
        )
        with self._lock, self._calls.open("a", encoding="utf-8") as out:
            out.write(json.dumps(asdict(call)) + "\n")


class _Handler(BaseHTTPRequestHandler):
    proxy: RecordingProxy
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self._relay(body, ("/chat/completions",))

    def do_GET(self) -> None:
        self._relay(None, ("/models",))

    def _relay(self, body: bytes | None, served: tuple[str, ...]) -> None:
        match = _ROUTE.fullmatch(self.path)
        if not match or match["rest"] not in served:
            self.send_error(404)
            return
        label = unquote(match["system"]), unquote(match["article"])
        headers = {k: v for k in _PASSED_ON if (v := self.headers.get(k))}
        if body is None:
            status, answer, sent = self.proxy.forward(label, "GET", match["rest"], None, headers)
        else:
            status, answer, sent = self.proxy.answer(label, match["rest"], body, headers)
        with suppress(OSError):  # a client that was stopped no longer listens
            self.send_response(status)
            for name, value in sent.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Say nothing: calls are recorded in their file."""
