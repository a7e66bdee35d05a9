"""Runs an archive against a server full of faults while the process is killed, and counts.

The server answers on loopback in the form of OpenAI's chat completions: of all requests 10 % get a
429 (half of them with Retry-After), 5 % a 500, 3 % cut JSON, 2 % hang, 1 % a refusal. Synthetic:
nothing here was recorded. ``communique run`` is killed with SIGKILL at random moments and started
again; then ``communique retry`` until nothing changes any more.

    python benchmarks/killed.py releases.jsonl --articles 2000 --kills 5
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path
from typing import Any

from communique.archive.identity import answer_key
from communique.models.base import ModelInfo
from communique.options import Options
from communique.prompting import Question

MODEL = "gpt-4.1-mini"
PROMPT_TOKENS, ANSWER_TOKENS = 1000, 50


class FaultyServer:
    """Counts what it is asked and what it answers; a context manager."""

    def __init__(self, seed: int, hang_seconds: float = 3600.0) -> None:
        self._hang_seconds = hang_seconds
        self._random = random.Random(seed)
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self.port = 0
        self.requests: list[str] = []
        self.answered: list[str] = []
        self.good: list[tuple[str, str]] = []
        """Keys of requests that were answered without a fault, and what they ended with."""
        self.faults: Counter[str] = Counter()

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"

    def __enter__(self) -> FaultyServer:
        self._thread.start()
        self._ready.wait()
        return self

    def __exit__(self, *error: object) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._server.close()
        for task in asyncio.all_tasks(self._loop):
            task.cancel()
        self._loop.run_until_complete(asyncio.sleep(0.05))
        self._loop.close()

    def _run(self) -> None:
        async def start() -> None:
            self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0, limit=2**24)
            self.port = self._server.sockets[0].getsockname()[1]
            self._ready.set()

        self._loop.run_until_complete(start())
        self._loop.run_forever()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).lower()
                length = next(
                    int(line.split(b":")[1])
                    for line in head.split(b"\r\n")
                    if line.startswith(b"content-length")
                )
                body = json.loads(await reader.readexactly(length))
                await self._answer(body, writer)
        except (asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError):
            pass
        finally:
            writer.close()

    async def _answer(self, body: dict[str, Any], writer: asyncio.StreamWriter) -> None:
        key = key_of(body)
        self.requests.append(key)
        schema = body["response_format"]["json_schema"]["schema"]
        answer = json.dumps({name: [] for name in schema["properties"]})
        dice = self._random.random()
        message: dict[str, Any] = {"role": "assistant", "content": answer, "refusal": None}
        await asyncio.sleep(0.005 + 0.02 * self._random.random())
        if dice < 0.10:
            headers = {"retry-after": "0.2"} if dice < 0.05 else {}
            self.faults["429"] += 1
            await _send(writer, 429, {"error": {"message": "slow down", "code": None}}, headers)
            return
        if dice < 0.15:
            self.faults["500"] += 1
            await _send(writer, 500, {"error": {"message": "broken", "code": None}})
            return
        if dice < 0.18:
            self.faults["cut"] += 1
            message["content"] = answer[: len(answer) // 2]
        elif dice < 0.20:
            self.faults["hang"] += 1
            await asyncio.sleep(self._hang_seconds)
            raise ConnectionError
        elif dice < 0.21:
            self.faults["refusal"] += 1
            message |= {"content": None, "refusal": "I would rather not."}
        completion = {
            "id": "synthetic",
            "object": "chat.completion",
            "created": 1746403200,
            "model": MODEL,
            "choices": [{"index": 0, "message": message, "finish_reason": "stop"}],
            "usage": {
                "prompt_tokens": PROMPT_TOKENS,
                "completion_tokens": ANSWER_TOKENS,
                "total_tokens": PROMPT_TOKENS + ANSWER_TOKENS,
            },
        }
        self.answered.append(key)
        if dice >= 0.21:
            self.good.append((key, body["messages"][-1]["content"]))
        await _send(writer, 200, completion)


def key_of(body: dict[str, Any]) -> str:
    """The key under which the store would keep the answer to a request."""
    question = Question(
        "", tuple(body["messages"]), body["response_format"]["json_schema"]["schema"]
    )
    return answer_key(ModelInfo(MODEL, "openai"), Options(), question)


async def _send(
    writer: asyncio.StreamWriter, status: int, body: object, headers: dict[str, str] | None = None
) -> None:
    data = json.dumps(body).encode()
    lines = [f"HTTP/1.1 {status} X", "content-type: application/json"]
    lines += [f"content-length: {len(data)}", *(f"{k}: {v}" for k, v in (headers or {}).items())]
    writer.write("\r\n".join(lines).encode() + b"\r\n\r\n" + data)
    await writer.drain()


def replicate(source: Path, count: int, target: Path) -> None:
    """Write `count` different articles: those of `source`, again with another day where need be."""
    rows = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines()]
    with target.open("w", encoding="utf-8") as file:
        for number in range(count):
            row = dict(rows[number % len(rows)])
            turn = number // len(rows)
            if turn:
                row["id"] = f"{row['id']}-{turn}"
                row["text"] += f"\n\nCopy {turn}."
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


def experiment(articles: Path, kills: int, seed: int, folder: Path) -> dict[str, Any]:
    """Run the archive to its end through all kills; gives what was counted.

    `repeated` counts requests for an answer that the store held already when the process was
    killed before. `lost_answers` were sent while a process died and could not be kept; their
    requests are on the bill all the same, among those without an answer.
    """
    chance = random.Random(seed)
    store = folder / "run.db"
    run = ["run", str(articles), "--store", str(store), "--request-seconds", "2"]
    marks: list[tuple[int, set[str]]] = []
    started = time.monotonic()
    with FaultyServer(seed) as server:
        for _ in range(kills):
            process = _start(run, server)
            _wait_for_answers(server, process, chance.randrange(20, 200))
            process.send_signal(signal.SIGKILL)
            process.wait()
            marks.append((len(server.requests), _keys(store)))
        codes = [_start(run, server).wait()]
        while _status(store)["unfinished"] and len(codes) < 12:
            codes.append(_start(["retry", str(store), "--request-seconds", "2"], server).wait())
    told = _status(store)
    tokens = len(server.answered) * (PROMPT_TOKENS + ANSWER_TOKENS)
    return {
        **told,
        "seconds": round(time.monotonic() - started, 1),
        "exit_codes": codes,
        "kills": kills,
        "server_requests": len(server.requests),
        "server_faults": dict(server.faults),
        "server_tokens": tokens,
        "lost_answers": (tokens - told["billed_tokens"]) // (PROMPT_TOKENS + ANSWER_TOKENS),
        "repeated": sum(key in kept for seen, kept in marks for key in server.requests[seen:]),
    }


def _start(arguments: list[str], server: FaultyServer) -> subprocess.Popen[bytes]:
    environment = {
        **os.environ,
        "OPENAI_API_KEY": "none",
        "OPENAI_BASE_URL": server.base_url,
        "COMMUNIQUE_MODEL": f"openai/{MODEL}",
    }
    return subprocess.Popen(
        [sys.executable, "-m", "communique", *arguments],
        env=environment,
        stderr=subprocess.DEVNULL,
    )


def _wait_for_answers(server: FaultyServer, process: subprocess.Popen[bytes], more: int) -> None:
    until = len(server.answered) + more
    while len(server.answered) < until and process.poll() is None:
        time.sleep(0.01)


def _keys(store: Path) -> set[str]:
    with sqlite3.connect(store) as connection:
        return {key for (key,) in connection.execute("select key from answers")}


def _status(store: Path) -> dict[str, Any]:
    with sqlite3.connect(store) as connection:
        ask = connection.execute
        statuses = dict(ask("select status, count(*) from outcomes group by status").fetchall())
        (articles,) = ask("select count(*) from articles").fetchone()
        calls, tokens, lost = ask(
            "select count(*), sum(prompt_tokens + completion_tokens), "
            "sum(outcome is null or outcome = 'deadline_exceeded') from attempts"
        ).fetchone()
        (claims,) = ask("select count(*) from claims").fetchone()
    finished = sum(statuses.values())
    return {
        "articles": articles,
        "outcomes": statuses,
        "unfinished": articles - statuses.get("complete", 0),
        "without_outcome": articles - finished,
        "claims_left": claims,
        "billed_calls": calls,
        "billed_tokens": tokens,
        "billed_without_answer": lost,
    }


def main() -> None:
    """Run the experiment and print what was counted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path, help="JSON lines of articles")
    parser.add_argument("--articles", type=int, default=2000, dest="count")
    parser.add_argument("--kills", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "archive.jsonl"
        replicate(options.articles, options.count, archive)
        result = experiment(archive, options.kills, options.seed, Path(folder))
    print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
