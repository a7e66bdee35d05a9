"""Recorded answers over HTTP on loopback, for programs that run in a process of their own."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import yaml

from cassettes import FOLDER


def _known(names: tuple[str, ...]) -> dict[str, Any]:
    answers: dict[str, Any] = {}
    for name in names:
        cassette = yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
        for each in cassette["interactions"]:
            key = json.dumps(each["request"]["body"], sort_keys=True)
            answers[key] = each["response"]["body"]
    return answers


@contextmanager
def serving(*names: str) -> Iterator[str]:
    """The base URL of a server that answers what is in these cassettes, and 404 to all else."""
    answers = _known(names)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["content-length"])))
            answer = answers.get(json.dumps(body, sort_keys=True))
            said = answer or {"error": {"message": "no cassette holds this", "type": "x"}}
            data = json.dumps(said, ensure_ascii=False).encode()
            self.send_response(200 if answer else 404)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1"
    finally:
        server.shutdown()
        server.server_close()
