"""What communique itself costs: articles a second, CPU, memory and the start of a resumed run.

A server in a process of its own answers each request at once with the answer that the embedded
model gave to the first seed's question about meetings, asked as a large model is, as recorded in
``cassettes/``. The same requests are sent by a bare loop of the openai SDK, in the same run, and by
one that calls the SDK as communique does: what is left of communique's CPU time is its own. With
``--rarely-collected`` both have the garbage collector as ``communique run`` has it, without as a
caller of ``extract_many``.

    python benchmarks/throughput.py speed --articles 1000
    python benchmarks/throughput.py speed --articles 1000 --rarely-collected
    python benchmarks/throughput.py archive --file releases.jsonl --articles 1000
    python benchmarks/throughput.py profile --articles 300
    python benchmarks/throughput.py memory --articles 50000
    python benchmarks/throughput.py resume --articles 100000
"""

from __future__ import annotations

import argparse
import asyncio
import cProfile
import itertools
import json
import multiprocessing
import os
import pstats
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from typing import Any

import yaml

from communique import Article, Limits, Meeting, Options, Outcome, Store, extract_many
from communique.archive.done import Done
from communique.article import read_article
from communique.cli.collector import rarely_collected
from communique.formats.reading import Entry
from communique.models.clients import Address, client_settings
from communique.models.forms import completion_of
from communique.records import BUILT_IN

ROOT = Path(__file__).parent.parent
SEED = ROOT / "seeds" / "000_88a5829ba9d6ecc7.txt"
CASSETTE = ROOT / "cassettes" / "as_large.yaml"
MODEL = "gpt-4.1-mini"
AT_ONCE = 16
_NOTHING = json.dumps({kind.plural: [] for kind in BUILT_IN})
_NUMBERS = itertools.count(1)
_LETTERS = str.maketrans("0123456789", "bcdfghjkmn")
_END_OF_WORD = re.compile(r"(?<=[a-z])(?=[.?!])")


def recorded() -> str:
    """The recorded answer to the question about all meetings of the seed.

    With empty lists for whatever else is asked.
    """
    cassette = yaml.safe_load(CASSETTE.read_text(encoding="utf-8"))
    body = cassette["interactions"][0]["response"]["body"]
    answer = json.loads(body["choices"][0]["message"]["content"])
    others = ("agreements", "visa_policy_statements", "corrections")
    return json.dumps({**answer, **{name: [] for name in others}})


def serve(answer: str, port: Any) -> None:
    """Answer each request with `answer`, for ever."""
    completion = {
        "id": "recorded",
        "object": "chat.completion",
        "created": 1746403200,
        "model": MODEL,
        "choices": [
            {
                "index": 0,
                "message": {"role": "assistant", "content": answer},
                "finish_reason": "stop",
            }
        ],
        "usage": {"prompt_tokens": 2000, "completion_tokens": 300, "total_tokens": 2300},
    }
    data = json.dumps(completion).encode()
    head = f"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {len(data)}"

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                lines = (await reader.readuntil(b"\r\n\r\n")).lower().split(b"\r\n")
                (length,) = (int(x.split(b":")[1]) for x in lines if x.startswith(b"content-len"))
                await reader.readexactly(length)
                writer.write(head.encode() + b"\r\n\r\n" + data)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    async def run() -> None:
        server = await asyncio.start_server(handle, "127.0.0.1", 0, limit=2**24)
        port.value = server.sockets[0].getsockname()[1]
        await server.serve_forever()

    asyncio.run(run())


def articles(count: int) -> Iterator[Article]:
    """So many different articles: the seed with some letters of its own in each sentence.

    What is kept of a sentence in memory is so of no use for the next article, as it would not be.
    """
    seed = read_article(SEED)
    for number in itertools.islice(_NUMBERS, count):
        letters = " ".join(str(number)).translate(_LETTERS)
        yield Article(id=f"a{number}", text=_END_OF_WORD.sub(f" ({letters})", seed.text))


def outcomes(base_url: str, count: int, store: Path | None = None) -> Iterator[Outcome[Meeting]]:
    """The outcomes of so many articles."""
    return extract_many(
        articles(count),
        records=[Meeting],
        model=f"openai/{MODEL}",
        base_url=base_url,
        api_key="none",
        store=store,
        limits=Limits(concurrency=AT_ONCE),
        # One request an article, as in the bare loop.
        options=Options(repair=False),
    )


def run_ours(base_url: str, count: int) -> dict[str, float]:
    """Articles a second and CPU milliseconds an article of a whole run."""
    started, cpu = time.monotonic(), time.process_time()
    records = sum(len(outcome.records) for outcome in outcomes(base_url, count))
    seconds, cpu = time.monotonic() - started, time.process_time() - cpu
    if not records:
        raise SystemExit("no records: the recorded answer does not fit its article any more")
    return {"articles_a_second": count / seconds, "cpu_ms_an_article": 1000 * cpu / count}


def run_bare(
    base_url: str, count: int, bodies: list[dict[str, Any]], *, as_ours: bool = False
) -> dict[str, float]:
    """The same requests by the SDK alone: as its README has it, or called as communique does."""
    import httpx2
    import openai

    settings = client_settings(Address.of(base_url), Options()) if as_ours else {"max_retries": 0}

    async def run() -> None:
        left = iter(range(count))
        async with openai.AsyncOpenAI(base_url=base_url, api_key="none", **settings) as client:

            async def hand() -> None:
                for number in left:
                    body = bodies[number % len(bodies)]
                    if as_ours:
                        given = await client.post(
                            "/chat/completions", cast_to=httpx2.Response, body=body
                        )
                        answer = completion_of(given.content)
                    else:
                        answer = await client.chat.completions.create(**body)
                    json.loads(answer.choices[0].message.content or "")

            await asyncio.gather(*(hand() for _ in range(AT_ONCE)))

    started, cpu = time.monotonic(), time.process_time()
    asyncio.run(run())
    seconds, cpu = time.monotonic() - started, time.process_time() - cpu
    return {"articles_a_second": count / seconds, "cpu_ms_an_article": 1000 * cpu / count}


def bodies() -> list[dict[str, Any]]:
    """The request of an article, as communique sends it to OpenAI."""
    from communique.models.dialect import Dialect
    from communique.passages import split
    from communique.prompting import Brief, ask
    from communique.values.reading import Reading

    dialect = Dialect(limit_name="max_completion_tokens")
    made = []
    for article in articles(20):
        reading = Reading(article, split(article))
        question = ask((Meeting,), reading, reading.passages, Brief((Meeting,)))
        made.append(
            {
                "model": MODEL,
                "messages": list(question.messages),
                **dialect.parameters(question, Options()),
            }
        )
    return made


def speed(base_url: str, count: int) -> dict[str, Any]:
    """Ours and the two bare loops by turns, five times each; medians."""
    sent = bodies()
    runs: dict[str, Callable[[int], dict[str, float]]] = {
        "ours": lambda count: run_ours(base_url, count),
        "bare": lambda count: run_bare(base_url, count, sent),
        "bare_called_as_ours": lambda count: run_bare(base_url, count, sent, as_ours=True),
    }
    for run in runs.values():
        run(50)
    taken = [{name: run(count) for name, run in runs.items()} for _ in range(5)]
    figures: dict[str, Any] = {"articles": count, "at_once": AT_ONCE}
    for measure in ("articles_a_second", "cpu_ms_an_article"):
        for name in runs:
            median = statistics.median(each[name][measure] for each in taken)
            figures[f"{name}_{measure}"] = round(median, 2)
    own = figures["ours_cpu_ms_an_article"] - figures["bare_called_as_ours_cpu_ms_an_article"]
    figures["own_cpu_ms_an_article"] = round(own, 2)
    ratio = figures["ours_articles_a_second"] / figures["bare_articles_a_second"]
    figures["ratio"] = round(ratio, 3)
    return figures


def archive(base_url: str, count: int, file: Path) -> dict[str, Any]:
    """The articles of a file, each with whatever questions it takes; all find nothing."""
    with file.open(encoding="utf-8") as lines:
        rows = map(json.loads, itertools.islice(lines, count))
        given = [Article(id=row["id"], text=row["text"]) for row in rows]
    settings = {"model": f"openai/{MODEL}", "base_url": base_url, "api_key": "none"}
    limits = Limits(concurrency=AT_ONCE)
    list(extract_many(given[:10], limits=limits, **settings))
    started, cpu = time.monotonic(), time.process_time()
    found = [each.extraction for each in extract_many(given, limits=limits, **settings)]
    seconds, cpu = time.monotonic() - started, time.process_time() - cpu
    return {
        "articles": len(given),
        "requests_an_article": sum(e.usage.calls for e in found if e) / len(given),
        "articles_a_second": round(len(given) / seconds, 2),
        "cpu_ms_an_article": round(1000 * cpu / len(given), 2),
    }


def memory(base_url: str, count: int) -> dict[str, Any]:
    """Resident memory after each thousand articles up to ten, then each ten thousand."""
    figures: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as folder:
        for number, _ in enumerate(outcomes(base_url, count, Path(folder) / "run.db"), 1):
            if number % (1000 if number <= 10_000 else 10_000) == 0:
                pages = int(Path("/proc/self/statm").read_text().split()[1])
                figures[f"mib_after_{number}"] = round(pages * resource.getpagesize() / 2**20, 1)
    return figures


def resume(base_url: str, count: int) -> dict[str, Any]:
    """Seconds of ``communique run`` over a store where all is done, start of Python included."""
    with tempfile.TemporaryDirectory() as folder:
        store, archive = Path(folder) / "run.db", Path(folder) / "archive.jsonl"
        environment = {
            **os.environ,
            "OPENAI_BASE_URL": base_url,
            "OPENAI_API_KEY": "none",
            "COMMUNIQUE_MODEL": f"openai/{MODEL}",
        }
        text = read_article(SEED).text
        rows = [{"id": f"a{n}", "text": f"{text}\n\nNumber {n}."} for n in range(count)]
        archive.write_text("\n".join(map(json.dumps, rows[:1])), encoding="utf-8")
        command = [sys.executable, "-m", "communique", "run", str(archive), "--store", str(store)]
        subprocess.run(command, env=environment, check=True, capture_output=True)
        archive.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        with Store(store) as opened:
            done = opened.outcome(1, 1).result()
            for at in range(0, count, 1000):
                entries = [Entry(r["id"], "x", Article(**r)) for r in rows[at : at + 1000]]
                added = opened.add(entries).result()
                for each in added:
                    if done is not None and each.article is not None:
                        kept = Done(each.article, "complete", False, 5, 0, done.result)
                        opened.finish(1, kept)
            opened.bill().result()
        seconds = []
        for turn in range(4):
            if turn == 3:
                with archive.open("a", encoding="utf-8") as file:
                    file.write(json.dumps({"id": "more", "text": f"{text}\n\nOne more."}) + "\n")
            started = time.monotonic()
            subprocess.run(command, env=environment, check=True, capture_output=True)
            seconds.append(round(time.monotonic() - started, 2))
    return {
        "articles": count,
        "first_reads_the_whole_file": seconds[0],
        "then": seconds[1:3],
        "with_one_more_article": seconds[3],
    }


def profile(base_url: str, count: int) -> dict[str, Any]:
    """Print where the time of the run's own thread goes, by function; the SDK is among them."""
    profiler = cProfile.Profile()
    run_ours(base_url, 30)
    original = asyncio.run

    def profiled(*arguments: Any, **settings: Any) -> Any:
        return profiler.runcall(original, *arguments, **settings)

    asyncio.run = profiled
    try:
        figures = run_ours(base_url, count)
    finally:
        asyncio.run = original
    pstats.Stats(profiler, stream=sys.stderr).sort_stats("cumulative").print_stats(60)
    return figures


def main() -> None:
    """Measure one thing and print it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=["speed", "archive", "memory", "resume", "profile"])
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--file", type=Path, help="JSON lines with id and text, for archive")
    parser.add_argument(
        "--rarely-collected", action="store_true", help="the garbage collector as in a command"
    )
    options = parser.parse_args()
    if options.what == "archive" and options.file is None:
        parser.error("archive needs --file")
    port = multiprocessing.Value("i", 0)
    answer = _NOTHING if options.what == "archive" else recorded()
    server = multiprocessing.Process(target=serve, args=(answer, port), daemon=True)
    server.start()
    while not port.value:
        time.sleep(0.01)
    try:
        measure = {
            "speed": speed,
            "archive": partial(archive, file=options.file),
            "memory": memory,
            "resume": resume,
            "profile": profile,
        }
        base_url = f"http://127.0.0.1:{port.value}/v1"
        with rarely_collected() if options.rarely_collected else nullcontext():
            print(json.dumps(measure[options.what](base_url, options.articles), indent=1))
    finally:
        server.terminate()


if __name__ == "__main__":
    main()
