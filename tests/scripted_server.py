"""A server for tests that plays scripted answers on loopback and keeps what it was sent.

Synthetic: the bodies follow OpenAI's documented protocol (chat completions, error objects,
Retry-After headers, Azure's paths); none was ever recorded from the real service.
"""

from __future__ import annotations

import json
import select
import socket
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any
from urllib.parse import parse_qs, urlsplit


@dataclass(frozen=True)
class Request:
    """One request as it came; header names are in lower case."""

    target: str
    headers: dict[str, str]
    body: dict[str, Any]

    @property
    def path(self) -> str:
        """The path without the query."""
        return urlsplit(self.target).path

    @property
    def query(self) -> dict[str, str]:
        """The query's parameters."""
        return {name: values[-1] for name, values in parse_qs(urlsplit(self.target).query).items()}

    @property
    def question(self) -> str:
        """The name of the schema that is asked for, such as ``meeting``; "" without a schema."""
        form = self.body.get("response_format", {})
        return str(form.get("json_schema", {}).get("name", ""))


@dataclass(frozen=True)
class Response:
    """What the server does with one request: it answers, or it fails in the way of `fault`.

    fault: ``hang`` sends nothing until the test ends, ``drip`` sends blanks until then, ``cut``
    breaks off in the middle of the body, ``silent`` closes without an answer.
    """

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    fault: str = ""


Script = Sequence[Response] | Callable[[Request], Response]


def reply(
    status: int, body: object, headers: dict[str, str] | None = None, *, fault: str = ""
) -> Response:
    """An answer with a JSON body, or with the text or bytes of `body` as they are."""
    if isinstance(body, str | bytes):
        data, kind = body.encode() if isinstance(body, str) else body, "text/html; charset=utf-8"
    else:
        data, kind = json.dumps(body, ensure_ascii=False).encode(), "application/json"
    return Response(status, data, {"Content-Type": kind, **(headers or {})}, fault)


def completion(
    content: object,
    *,
    finish_reason: str = "stop",
    refusal: str | None = None,
    prompt_tokens: int = 100,
    cached_tokens: int | None = None,
    completion_tokens: int = 20,
    usage: bool = True,
    fault: str = "",
) -> Response:
    """A chat completion that says `content`; what is no text is sent as JSON."""
    if content is not None and not isinstance(content, str):
        content = json.dumps(content, ensure_ascii=False)
    body: dict[str, Any] = {
        "id": "chatcmpl-synthetic",
        "object": "chat.completion",
        "created": 1746403200,
        "model": "scripted",
        "choices": [
            {
                "index": 0,
                "message": {"role": "assistant", "content": content, "refusal": refusal},
                "finish_reason": finish_reason,
                "logprobs": None,
            }
        ],
    }
    if usage:
        body["usage"] = {
            "prompt_tokens": prompt_tokens,
            "completion_tokens": completion_tokens,
            "total_tokens": prompt_tokens + completion_tokens,
        }
        if cached_tokens is not None:
            body["usage"]["prompt_tokens_details"] = {"cached_tokens": cached_tokens}
    return reply(200, body, fault=fault)


def error(
    status: int,
    message: str = "scripted failure",
    *,
    code: str | None = None,
    type_: str = "invalid_request_error",
    param: str | None = None,
    headers: dict[str, str] | None = None,
) -> Response:
    """An error object as OpenAI documents it."""
    said = {"message": message, "type": type_, "param": param, "code": code}
    return reply(status, {"error": said}, headers)


LONGEST_FAULT = 10.0
"""Seconds after which a hanging or dripping answer ends, should a client wait that long."""

HANG = Response(fault="hang")
DRIP = Response(fault="drip")
SILENT = Response(fault="silent")


class ScriptedServer:
    """Plays `script`, a list of responses or a function of the request; a context manager.

    A request beyond the end of a list is answered with 418, which no client asks for again.
    """

    def __init__(self, script: Script) -> None:
        self._script = script
        self._lock = threading.Lock()
        self._over = threading.Event()
        self._arrived = threading.Condition(self._lock)
        self._connections: set[socket.socket] = set()
        self.requests: list[Request] = []
        self.abandoned = threading.Event()  # set when a client gives up on a hanging answer
        self._server = _Server(("127.0.0.1", 0), _handler_of(self))
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True
        )

    @property
    def address(self) -> str:
        """The server's own address, such as ``http://127.0.0.1:4711``."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    @property
    def base_url(self) -> str:
        """What a client takes for an API's base URL."""
        return f"{self.address}/v1"

    @property
    def questions(self) -> list[str]:
        """The names of the schemas that were asked for, in the order of the requests."""
        return [request.question for request in self.requests]

    def wait_for(self, count: int, timeout: float = 10.0) -> bool:
        """Wait until `count` requests have come; tell whether they did."""
        with self._arrived:
            return self._arrived.wait_for(lambda: len(self.requests) >= count, timeout)

    def __enter__(self) -> ScriptedServer:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._over.set()
        self._server.shutdown()
        with self._lock:
            for connection in self._connections:
                _shut(connection)
        self._server.server_close()
        self._thread.join()

    def _opened(self, connection: socket.socket) -> None:
        with self._lock:
            self._connections.add(connection)
            if self._over.is_set():
                _shut(connection)

    def _closed(self, connection: socket.socket) -> None:
        with self._lock:
            self._connections.discard(connection)

    def _hang(self, connection: socket.socket) -> None:
        """Wait for the test's end, or for the client to give up."""
        end = time.monotonic() + LONGEST_FAULT
        while time.monotonic() < end and not self._over.wait(0.01):
            readable, _, _ = select.select([connection], [], [], 0)
            if readable and not connection.recv(1, socket.MSG_PEEK):
                self.abandoned.set()
                return

    def _next(self, request: Request) -> Response:
        with self._arrived:
            number = len(self.requests)
            self.requests.append(request)
            self._arrived.notify_all()
        if callable(self._script):
            return self._script(request)
        if number < len(self._script):
            return self._script[number]
        return error(418, "the script has ended")


class _Server(ThreadingHTTPServer):
    daemon_threads = False  # so that closing waits for the handlers, and no socket stays open
    request_queue_size = 64

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: clients that give up are part of the tests."""


def _handler_of(owner: ScriptedServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def setup(self) -> None:
            super().setup()
            owner._opened(self.connection)

        def finish(self) -> None:
            owner._closed(self.connection)
            super().finish()

        def log_message(self, format: str, *args: Any) -> None:
            """Say nothing."""

        def do_GET(self) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            self._send(owner._next(Request(self.path, headers, {})))

        def do_POST(self) -> None:
            data = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            headers = {name.lower(): value for name, value in self.headers.items()}
            path = urlsplit(self.path).path
            if not path.endswith("/chat/completions"):
                self._send(error(404, f"no such path: {path}"))
                return
            self._send(owner._next(Request(self.path, headers, json.loads(data))))

        def _send(self, response: Response) -> None:
            self.close_connection = bool(response.fault)
            if response.fault == "hang":
                owner._hang(self.connection)
            if response.fault in ("hang", "silent"):
                return
            self.send_response(response.status)
            for name, value in response.headers.items():
                self.send_header(name, value)
            length = 1_000_000 if response.fault == "drip" else len(response.body)
            self.send_header("Content-Length", str(length))
            self.end_headers()
            if response.fault == "cut":
                self.wfile.write(response.body[: len(response.body) // 2])
                return
            end = time.monotonic() + LONGEST_FAULT
            while response.fault == "drip" and time.monotonic() < end:
                self.wfile.write(b" ")
                if owner._over.wait(0.02):
                    return
            self.wfile.write(response.body)

    return Handler


def _shut(connection: socket.socket) -> None:
    try:
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:
        return
