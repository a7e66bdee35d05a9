"""Archives by OpenAI's batch API, on a loopback implementation of its documented endpoints."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sqlite3
import subprocess
import sys
from collections import Counter
from functools import partial
from pathlib import Path

import pytest
from batch_server import Answer, BatchServer, Hook
from batching import archive, batch, outcomes, talks
from hosted import KEY, MODEL, TALKS
from scripted_server import Request, Response, completion, error

from communique import Article, Limits, Meeting, Options, Store, extract_many
from communique.archive.batch_run import run_batches
from communique.archive.intake import take_in
from communique.archive.pending import reopen
from communique.archive.runner import Runner
from communique.archive.status import status_of
from communique.errors import SettingsError
from communique.formats.reading import find_files
from communique.formats.rows import Columns
from communique.models.choose import choose_model


def test_an_archive_goes_through_batches_at_half_the_price(tmp_path: Path) -> None:
    with BatchServer(talks) as server:
        runner, store = batch(server, tmp_path, 7, most_requests=3)
        assert runner.reason == "finished"
        assert outcomes(store) == {"complete": 7}
        # One question is asked at once to try the key and the parameters; files keep to the limit.
        assert server.direct == 1
        assert [len(b["_lines"]) for b in server.batches.values()] == [3, 3]
        assert set(server.asked.values()) == {1}
        assert not server.files  # they hold the articles: deleted once they are read
        assert all(h["authorization"] == f"Bearer {KEY}" for h in server.headers)
        assert runner.state.done == 7
        assert runner.state.records == 7
        told = status_of(store).bill
        assert told.calls == 7
        assert told.prompt_tokens + told.completion_tokens == server.tokens
        assert told.waiting == told.lost == 0
        with store.reader() as connection:
            costs = [c for (c,) in connection.execute("select cost from attempts order by 1")]
        assert costs[:6] == pytest.approx([costs[6] / 2] * 6)
        store.close()
    kept = list(
        extract_many(
            [Article(id="a3", text=f"{TALKS} It rained for 5 days.")],
            records=[Meeting],
            model=MODEL,
            api_key=KEY,
            base_url="http://127.0.0.1:9/v1",
            options=Options(attempts=3),
            store=tmp_path / "run.db",
        )
    )
    assert kept[0].kept
    assert kept[0].records[0].participants[0].name == "Jean Dupont"


def test_what_expires_is_sent_again_and_nothing_else(tmp_path: Path) -> None:
    """Half of the first batch has no answer when its day is over."""
    seen = Counter[str]()

    def slow(request: Request) -> Response | None:
        text = json.dumps(request.body)
        seen[text] += 1
        return None if seen[text] == 1 and hash_of(text) % 2 else talks(request)

    with BatchServer(slow) as server:
        runner, store = batch(server, tmp_path, 12)
        assert outcomes(store) == {"complete": 12}
        assert runner.reason == "finished"
        assert len(server.batches) == 2
        assert set(server.answered.values()) == {1}
        assert status_of(store).bill.lost == 0
        store.close()


def hash_of(text: str) -> int:
    return sum(text.encode())


@pytest.mark.parametrize(
    ("answer", "code", "requests"),
    [
        (lambda request: error(400, "no", code="context_length_exceeded"), "request_rejected", 1),
        (lambda request: completion(None, refusal="I cannot"), "refused", 1),
        (lambda request: completion("no JSON"), "malformed", 2),
        (lambda request: error(500, "oops"), "server_failed", 3),
        (lambda request: None, "batch_expired", 3),
    ],
)
def test_a_request_that_fails_in_batches_is_told_as_elsewhere(
    tmp_path: Path, answer: Answer, code: str, requests: int
) -> None:
    """What may succeed later is tried as often as elsewhere; retry begins anew."""

    def one_fails(request: Request) -> Response | None:
        return answer(request) if "for 4 days" in str(request.body) else talks(request)

    with BatchServer(one_fails) as server:
        runner, store = batch(server, tmp_path, 3)
        assert outcomes(store) == {"complete": 2, "failed": 1}
        assert runner.reason == "finished"
        ((failure, count, example),) = status_of(store).setups[0].failures
        assert (failure, count) == (code, 1)
        assert example.startswith("a2: ")
        hard = [n for body, n in server.asked.items() if "for 4 days" in body]
        assert hard == [requests]
        store.do(partial(reopen, setup=runner.setup, statuses=["failed"])).result()
        store.close()
        server.answer = talks
        _, store = batch(server, tmp_path, 3)
        assert outcomes(store) == {"complete": 3}
        store.close()


def test_a_key_that_is_refused_ends_the_run_before_a_file_is_sent(tmp_path: Path) -> None:
    with BatchServer(lambda request: error(401, "wrong key")) as server:
        runner, store = batch(server, tmp_path, 3)
        assert runner.reason == "fatal"
        assert "check the key" in runner.message
        assert not server.sizes
        assert not outcomes(store)
        store.close()


def test_a_limit_on_money_holds_for_what_is_under_way(tmp_path: Path) -> None:
    with BatchServer(talks) as server:
        runner, store = batch(server, tmp_path, 30, limits=Limits(max_tokens=6000))
        assert runner.reason == "budget"
        assert "run again with a higher limit" in runner.message
        assert 1 < sum(server.asked.values()) < 30
        bill = status_of(store).bill
        assert bill.prompt_tokens + bill.completion_tokens <= 6000
        store.close()
        runner, store = batch(server, tmp_path, 30)
        assert outcomes(store) == {"complete": 30}
        assert set(server.asked.values()) == {1}
        store.close()


def test_a_full_queue_at_the_provider_makes_smaller_batches(tmp_path: Path) -> None:
    with BatchServer(talks, enqueued=4) as server:
        runner, store = batch(server, tmp_path, 14)
        assert runner.reason == "finished"
        assert outcomes(store) == {"complete": 14}
        assert set(server.answered.values()) == {1}
        store.close()


def test_a_second_file_begins_where_the_bytes_end(tmp_path: Path) -> None:
    with BatchServer(talks) as server:
        _, store = batch(server, tmp_path, 6, most_bytes=25_000)
        assert outcomes(store) == {"complete": 6}
        assert len(server.sizes) > 1
        assert max(server.sizes) <= 25_000
        store.close()


def test_a_model_without_batches_says_so(tmp_path: Path) -> None:
    store = Store(tmp_path / "run.db")
    model = choose_model("azure/x", base_url="http://127.0.0.1:9", api_key=KEY)
    runner = Runner(store, model, (Meeting,), Options(), Limits())
    with pytest.raises(SettingsError, match="batches need OpenAI"):
        asyncio.run(run_batches(runner))
    store.close()


def test_a_batch_of_another_setup_is_fetched_too(tmp_path: Path) -> None:
    """The run asks otherwise than the one that left the batch, and the question is the same."""
    stopped: list[Runner] = []

    def stop(event: str) -> int | None:
        if event == "GET batches one" and not stopped:
            stopped.append(loop_runner[0])
            asyncio_loop[0].call_soon_threadsafe(loop_runner[0].stop, "interrupted")
        return None

    loop_runner: list[Runner] = []
    asyncio_loop: list[asyncio.AbstractEventLoop] = []

    async def first(store: Store, server: BatchServer) -> None:
        options = Options(attempts=3)
        model = choose_model(MODEL, base_url=server.base_url, api_key=KEY, options=options)
        runner = Runner(store, model, (Meeting,), options, Limits())
        loop_runner.append(runner)
        asyncio_loop.append(asyncio.get_running_loop())
        await run_batches(runner, poll_seconds=0.01)

    with BatchServer(talks, polls=10**6, after=stop) as server:
        store = Store(tmp_path / "run.db")
        take_in(store, find_files([str(archive(tmp_path, 4))]), Columns())
        asyncio.run(first(store, server))
        assert loop_runner[0].reason == "interrupted"
        assert status_of(store).bill.waiting == 3
        store.close()
        server.polls = 0
        _, store = batch(server, tmp_path, 4, repair=False)
        # One article was finished by the question that tried the key, and now by both setups.
        assert outcomes(store) == {"complete": 4 + 1}
        assert set(server.asked.values()) == {1}
        store.close()


EVENTS = [
    "POST chat",
    "POST files",
    "POST batches",
    "GET batches one",
    "GET files/content",
    "DELETE files",
]


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL")
@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("event", EVENTS)
def test_a_run_that_is_killed_at_any_step_loses_and_repeats_nothing(
    tmp_path: Path, event: str, when: str
) -> None:
    """The process dies just before and just after the server has done what it asked for."""
    running: list[subprocess.Popen[bytes]] = []
    killed = Counter[str]()

    def kill(name: str) -> int | None:
        if name == event and not killed[name]:
            killed[name] += 1
            running[-1].kill()
            running[-1].wait()
        return None

    hooks: dict[str, Hook] = {when: kill}
    with BatchServer(talks, **hooks) as server:  # type: ignore[arg-type]  # two hooks of one type
        command = [
            *(sys.executable, "-m", "communique", "run", str(archive(tmp_path, 4)), "--batch"),
            *("--store", str(tmp_path / "run.db"), "--poll-seconds", "0.05"),
        ]
        environment = {
            **os.environ,
            "OPENAI_API_KEY": KEY,
            "COMMUNIQUE_MODEL": MODEL,
            "COMMUNIQUE_BASE_URL": server.base_url,
        }
        running.append(subprocess.Popen(command, env=environment, stderr=subprocess.PIPE))
        _, said = running[-1].communicate(timeout=60)
        assert running[-1].returncode == -signal.SIGKILL, said
        again = subprocess.run(command, env=environment, capture_output=True, timeout=60)
        assert again.returncode == 0, again.stderr
        assert KEY.encode() not in again.stderr
        # The question that tries the key is no part of a batch: its answer may die on its way.
        probes = 1 if event == "POST chat" else 0
        repeated = sum(server.answered.values()) - len(server.answered)
        assert repeated == probes
        connection = sqlite3.connect(tmp_path / "run.db")
        assert connection.execute("select status, count(*) from outcomes").fetchall() == [
            ("complete", 4)
        ]
        tokens, calls = connection.execute(
            "select sum(prompt_tokens + completion_tokens), count(*) from attempts"
        ).fetchone()
        connection.close()
        # The answer that died on its way stays on the bill as lost.
        assert tokens == server.tokens - 120 * probes
        assert calls >= sum(server.asked.values())


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_an_interrupted_run_leaves_its_batch_and_no_other_run_asks_the_same(
    tmp_path: Path,
) -> None:
    """Status 130; a run without batches is refused, with batches it fetches the answers."""
    with BatchServer(talks, polls=10**6) as server:
        command = [
            *(sys.executable, "-m", "communique", "run", str(archive(tmp_path, 3))),
            *("--store", str(tmp_path / "run.db"), "--poll-seconds", "0.05"),
        ]
        environment = {
            **os.environ,
            "OPENAI_API_KEY": KEY,
            "COMMUNIQUE_MODEL": MODEL,
            "COMMUNIQUE_BASE_URL": server.base_url,
        }
        process = subprocess.Popen([*command, "--batch"], env=environment, stderr=subprocess.PIPE)
        while not any(batch["_polls"] for batch in server.batches.values()):
            assert process.poll() is None
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)
        assert process.returncode == 130, said
        assert b"requests are in batches under way" in said
        refused = subprocess.run(command, env=environment, capture_output=True, timeout=60)
        assert refused.returncode == 1
        assert b"--batch" in refused.stderr
        server.polls = 0
        done = subprocess.run(
            [*command, "--batch"], env=environment, capture_output=True, timeout=60
        )
        assert done.returncode == 0, done.stderr
        assert set(server.asked.values()) == {1}
