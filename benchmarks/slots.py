"""Whether the embedded model is faster with several questions at once: seconds by slots.

Each number of slots runs in a fresh process, on the same first articles of a JSON-lines file, with
the same threads; each slot has the context that the embedded model has.

    python benchmarks/slots.py ARTICLES.jsonl --articles 4 --slots 1 2
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import subprocess
import sys
import time
from itertools import islice
from pathlib import Path

from communique import Article, Limits, Options, aextract_many
from communique.models import embedded
from communique.models.base import ModelInfo
from communique.models.chat import ChatModel
from communique.models.dialect import Dialect
from communique.models.weights import find_weights


async def run(path: Path, articles: int, slots: int) -> dict[str, float]:
    """Seconds and tokens of the first `articles`, with as many questions at once as slots."""
    import openai
    import xllamacpp

    params = xllamacpp.CommonParams()
    params.model.path = str(find_weights()[0])
    params.hostnames, params.port, params.ui = ["127.0.0.1"], 0, False
    params.n_ctx, params.n_parallel = embedded.CONTEXT_TOKENS * slots, slots
    params.cache_ram_mib, params.verbosity = embedded.CACHE_MIB, -1
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = os.cpu_count() or 1
    server = xllamacpp.Server(params)
    url = f"{server.listening_address}/v1"

    def make_client(options: Options) -> openai.AsyncOpenAI:
        return openai.AsyncOpenAI(base_url=url, api_key="none", max_retries=0, timeout=1200)

    model = ChatModel(
        ModelInfo("slots", "local", url),
        make_client,
        Options(request_seconds=1200.0, deadline_seconds=None),
        dialect=Dialect(extra=(("cache_prompt", True),), goes_on=True),
        context_tokens=embedded.CONTEXT_TOKENS,
        sequential=slots == 1,
        by_sentence=True,
    )
    with path.open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in islice(lines, articles)]
    started, found, calls, read, cached, written = time.monotonic(), 0, 0, 0, 0, 0
    limits = Limits(concurrency=slots, article_seconds=None)
    outcomes = aextract_many([Article(text=t) for t in texts], model=model, limits=limits)
    async for outcome in outcomes:
        found += len(outcome.records)
        for attempt in outcome.extraction.usage.attempts if outcome.extraction else ():
            calls += 1
            read += attempt.prompt_tokens
            cached += attempt.cached_tokens
            written += attempt.completion_tokens
    seconds = time.monotonic() - started
    return {
        "slots": slots,
        "seconds_an_article": round(seconds / articles, 1),
        "records": found,
        "calls": calls,
        "prompt_tokens": read,
        "cached_share": round(cached / max(read, 1), 3),
        "completion_tokens": written,
    }


def main() -> None:
    """Run each number of slots in a process of its own and print a line for each."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("path", type=Path)
    parser.add_argument("--articles", type=int, default=4)
    parser.add_argument("--slots", type=int, nargs="+", default=[1, 2])
    given = parser.parse_args()
    if len(given.slots) == 1:
        result = asyncio.run(run(given.path, given.articles, given.slots[0]))
        sys.stdout.write(json.dumps(result) + "\n")
        sys.stdout.flush()
        os._exit(0)  # llama.cpp may wait for its threads
    for slots in given.slots:
        subprocess.run(
            [sys.executable, __file__, str(given.path), "--articles", str(given.articles),
             "--slots", str(slots)],
            check=True,
        )  # fmt: skip


if __name__ == "__main__":
    main()
