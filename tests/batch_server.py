"""OpenAI's Files and Batch endpoints on loopback, as far as they are documented.

Synthetic: written from https://platform.openai.com/docs/api-reference/batch and .../files, never
recorded from the real service. It refuses what is documented to be refused: a file that was not
uploaded for batches, two requests of one custom id, more requests or bytes than are allowed.
"""

from __future__ import annotations

import json
import re
import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any
from urllib.parse import parse_qs, urlsplit

from scripted_server import Request, Response

Hook = Callable[[str], int | None]
"""Called with an event; a status that it gives is answered instead of what the server says."""

Answer = Callable[[Request], Response | None]
"""What a request in a batch is answered with; None: its day ends without an answer."""


@dataclass
class BatchServer:
    """Answers `answer` to each request; a context manager.

    polls: how often a batch is asked about before it is over.
    before, after: called with an event's name, such as ``POST batches``, before and after it took
        effect; before its response is sent in both cases. With a status from `before`, it does not
        take effect.
    enqueued: how many requests may be under way in all.
    cut_short: the status of a batch with requests that were not answered.
    refusal: the code with which a batch is refused, if any.
    """

    answer: Answer
    polls: int = 1
    before: Hook = lambda event: None
    after: Hook = lambda event: None
    enqueued: int = 50_000
    cut_short: str = "expired"
    refusal: str = ""
    files: dict[str, bytes] = field(default_factory=dict)
    batches: dict[str, dict[str, Any]] = field(default_factory=dict)
    asked: Counter[str] = field(default_factory=Counter)
    """How often each body was asked for, in batches and at once."""
    answered: Counter[str] = field(default_factory=Counter)
    direct: int = 0
    sizes: list[int] = field(default_factory=list)
    tokens: int = 0
    deleted: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    _lock: threading.RLock = field(default_factory=threading.RLock)

    def __enter__(self) -> BatchServer:
        owner = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, format: str, *args: Any) -> None:
                """Say nothing."""

            def do_GET(self) -> None:
                self._serve("GET")

            def do_POST(self) -> None:
                self._serve("POST")

            def do_DELETE(self) -> None:
                self._serve("DELETE")

            def _serve(self, method: str) -> None:
                data = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                headers = {name.lower(): value for name, value in self.headers.items()}
                owner.headers.append(headers)
                status, body = owner._handle(method, self.path, headers, data)
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

        class Quiet(ThreadingHTTPServer):
            def handle_error(self, request: Any, client_address: Any) -> None:
                """Say nothing: killed clients are part of the tests."""

        self._server = Quiet(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def base_url(self) -> str:
        """The API's base URL."""
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    def _handle(
        self, method: str, target: str, headers: dict[str, str], data: bytes
    ) -> tuple[int, bytes]:
        parts = urlsplit(target).path.removeprefix("/v1/").split("/")
        event = f"{method} {parts[0]}{'/' + parts[-1] if parts[-1] == 'content' else ''}"
        event += " one" if len(parts) == 2 and method == "GET" else ""
        if (status := self.before(event)) is not None:
            return _error(status, "scripted")
        with self._lock:
            match method, parts:
                case "POST", ["files"]:
                    result = self._upload(headers, data)
                case "POST", ["batches"]:
                    result = self._create(json.loads(data))
                case "GET", ["batches"]:
                    result = self._list(target)
                case "GET", ["batches", name]:
                    result = self._poll(name)
                case "GET", ["files", name, "content"]:
                    result = _found(self.files.get(name))
                case "DELETE", ["files", name]:
                    self.deleted.append(name)
                    known = self.files.pop(name, None) is not None
                    result = _json(200, {"id": name, "object": "file", "deleted": known})
                case "POST", ["chat", "completions"]:
                    self.direct += 1
                    response = self._ask(json.loads(data))
                    result = (response.status, response.body) if response else _error(500, "slow")
                case _:
                    result = _error(404, f"no such path: {target}")
        status = self.after(event)
        return result if status is None else _error(status, "scripted")

    def _upload(self, headers: dict[str, str], data: bytes) -> tuple[int, bytes]:
        boundary = re.search(r"boundary=(\S+)", headers["content-type"])
        assert boundary
        fields: dict[str, bytes] = {}
        for part in data.split(b"--" + boundary[1].encode())[1:-1]:
            head, _, body = part.removeprefix(b"\r\n").partition(b"\r\n\r\n")
            name = re.search(rb'name="(\w+)"', head)
            assert name
            fields[name[1].decode()] = body.removesuffix(b"\r\n")
        if fields.get("purpose") != b"batch":
            return _error(400, "the purpose must be batch")
        name = f"file-{len(self.files) + len(self.deleted)}"
        self.files[name] = fields["file"]
        self.sizes.append(len(fields["file"]))
        return _json(200, _file(name, len(fields["file"])))

    def _create(self, body: dict[str, Any]) -> tuple[int, bytes]:
        assert body["endpoint"] == "/v1/chat/completions"
        assert body["completion_window"] == "24h"
        name = f"batch_{len(self.batches)}"
        lines = [json.loads(line) for line in self.files[body["input_file_id"]].splitlines()]
        ids = [line["custom_id"] for line in lines]
        batch = {
            "id": name,
            "object": "batch",
            "endpoint": body["endpoint"],
            "input_file_id": body["input_file_id"],
            "completion_window": "24h",
            "created_at": 1746403200 + len(self.batches),
            "status": "in_progress",
            "metadata": body.get("metadata"),
            "_polls": 0,
            "_lines": lines,
        }
        open_ = sum(len(b["_lines"]) for b in self.batches.values() if b["status"] == "in_progress")
        if self.refusal:
            _refuse(batch, self.refusal, "scripted")
        elif len(set(ids)) < len(ids):
            _refuse(batch, "duplicate_custom_id", "two requests have one custom id")
        elif len(lines) > 50_000:
            _refuse(batch, "too_many_requests", "more than 50,000 requests")
        elif len(lines) + open_ > self.enqueued:
            _refuse(batch, "token_limit_exceeded", "enqueued token limit reached")
        self.batches[name] = batch
        return _json(200, _shown(batch))

    def _list(self, target: str) -> tuple[int, bytes]:
        after = parse_qs(urlsplit(target).query).get("after", [None])[0]
        newest = list(reversed(self.batches.values()))
        names = [batch["id"] for batch in newest]
        start = names.index(after) + 1 if after else 0
        page = newest[start : start + 2]
        last = start + 2 >= len(newest)
        data = {"object": "list", "data": [_shown(b) for b in page], "has_more": not last}
        return _json(200, data)

    def _poll(self, name: str) -> tuple[int, bytes]:
        batch = self.batches.get(name)
        if batch is None:
            return _error(404, "no such batch")
        batch["_polls"] += 1
        if batch["status"] == "in_progress" and batch["_polls"] > self.polls:
            self._answer(batch)
        return _json(200, _shown(batch))

    def _answer(self, batch: dict[str, Any]) -> None:
        good, bad, expired = [], [], False
        for line in batch["_lines"]:
            assert line["method"] == "POST"
            assert line["url"] == batch["endpoint"]
            told: dict[str, Any] = {"id": "batch_req", "custom_id": line["custom_id"]}
            response = self._ask(line["body"])
            if response is None:
                expired = True
                failure = {"code": "batch_expired", "message": "not executed in time"}
                bad.append({**told, "response": None, "error": failure})
                continue
            body = json.loads(response.body)
            told["response"] = {"status_code": response.status, "request_id": "r", "body": body}
            (good if response.status == 200 else bad).append({**told, "error": None})
        batch["status"] = self.cut_short if expired else "completed"
        for field_, lines in (("output_file_id", good), ("error_file_id", bad)):
            if lines:
                file = f"{batch['id']}-{field_}"
                # Another order than that of the questions, as is documented.
                text = "\n".join(json.dumps(each, ensure_ascii=False) for each in lines[::-1])
                self.files[file] = text.encode() + b"\n"
                batch[field_] = file

    def _ask(self, body: dict[str, Any]) -> Response | None:
        key = json.dumps(body, sort_keys=True)
        self.asked[key] += 1
        response = self.answer(Request("/v1/chat/completions", {}, body))
        if response is not None and response.status == 200:
            self.answered[key] += 1
            usage = json.loads(response.body).get("usage") or {}
            self.tokens += usage.get("total_tokens", 0)
        return response


def _refuse(batch: dict[str, Any], code: str, message: str) -> None:
    batch["status"] = "failed"
    batch["errors"] = {"object": "list", "data": [{"code": code, "message": message}]}


def _shown(batch: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in batch.items() if not name.startswith("_")}


def _file(name: str, size: int) -> dict[str, Any]:
    return {
        "id": name,
        "object": "file",
        "bytes": size,
        "created_at": 1746403200,
        "filename": "requests.jsonl",
        "purpose": "batch",
        "status": "processed",
    }


def _json(status: int, body: object) -> tuple[int, bytes]:
    return status, json.dumps(body, ensure_ascii=False).encode()


def _error(status: int, message: str) -> tuple[int, bytes]:
    return _json(status, {"error": {"message": message, "type": "invalid_request_error"}})


def _found(data: bytes | None) -> tuple[int, bytes]:
    return _error(404, "no such file") if data is None else (200, data)
