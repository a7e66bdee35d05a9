"""What may go wrong with batches, on a loopback implementation of the documented endpoints."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from pathlib import Path

import pytest
from batch_server import BatchServer
from batching import batch, outcomes, ready, talks
from scripted_server import Request, Response, completion

from communique import Limits, Store
from communique.archive.batch_run import run_batches
from communique.archive.runner import Runner
from communique.archive.status import status_of


def nothing_lost(server: BatchServer, store: Store, articles: int) -> None:
    """Each article has its outcome, each question one answer, and the bill is the server's."""
    assert outcomes(store) == {"complete": articles}
    assert set(server.answered.values()) == {1}
    bill = status_of(store).bill
    assert bill.waiting == 0
    assert bill.prompt_tokens + bill.completion_tokens == server.tokens


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("times", [1, 2])
def test_a_batch_of_which_it_is_unknown_whether_it_was_made_is_made_once(
    tmp_path: Path, when: str, times: int
) -> None:
    failed = Counter[str]()

    def fail(event: str) -> int | None:
        failed[event] += 1
        return 503 if event == "POST batches" and failed[event] <= times else None

    hook = {when: fail}
    with BatchServer(talks, **hook) as server:  # type: ignore[arg-type]  # two hooks of one type
        runner, store = batch(server, tmp_path, 3)
        assert runner.reason == "finished"
        assert len(server.batches) == 1
        nothing_lost(server, store, 3)
        store.close()


def test_a_batch_that_cannot_be_made_is_not_on_the_bill(tmp_path: Path) -> None:
    def fail(event: str) -> int | None:
        return 503 if event == "POST batches" else None

    with BatchServer(talks, before=fail) as server:
        runner, store = batch(server, tmp_path, 3)
        assert runner.reason == "fatal"
        assert "503" in runner.message
        assert status_of(store).bill.waiting == 0
        store.close()
        server.before = lambda event: None
        _, store = batch(server, tmp_path, 3)
        nothing_lost(server, store, 3)
        store.close()


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("event", ["POST files", "POST batches", "GET batches one"])
def test_a_run_that_ends_in_the_middle_of_a_request_is_taken_up(
    tmp_path: Path, event: str, when: str
) -> None:
    """Stopped without grace while the provider is at it: the next run finds what there is."""
    running: list[tuple[Runner, asyncio.AbstractEventLoop]] = []

    def stop(name: str) -> int | None:
        if name == event and running:
            runner, loop = running.pop()
            done = asyncio.run_coroutine_threadsafe(stopped(runner), loop)
            done.result(10)
        return None

    async def stopped(runner: Runner) -> None:
        runner.stop("interrupted")
        runner.hurry()

    async def first(runner: Runner) -> None:
        running.append((runner, asyncio.get_running_loop()))
        await run_batches(runner, poll_seconds=0.01)

    with BatchServer(talks, **{when: stop}) as server:  # type: ignore[arg-type]  # as above
        runner = ready(server, tmp_path, 4, limits=Limits(grace_seconds=0.0))
        asyncio.run(first(runner))
        assert runner.reason == "interrupted"
        assert not running
        runner.store.close()
        runner, store = batch(server, tmp_path, 4)
        assert runner.reason == "finished"
        nothing_lost(server, store, 4)
        store.close()


def test_a_batch_that_is_cancelled_at_the_provider_ends_the_run(tmp_path: Path) -> None:
    """What it answered before is kept; the next run asks the rest."""

    seen = Counter[str]()

    def half(request: Request) -> Response | None:
        text = json.dumps(request.body)
        seen[text] += 1
        late = "for 3 days" in text or "for 5 days" in text
        return None if late and seen[text] == 1 else talks(request)

    with BatchServer(half, cut_short="cancelled") as server:
        runner, store = batch(server, tmp_path, 6)
        assert runner.reason == "interrupted"
        assert "cancelled at the provider" in runner.message
        store.close()
        runner, store = batch(server, tmp_path, 6)
        assert runner.reason == "finished"
        nothing_lost(server, store, 6)
        store.close()


@pytest.mark.parametrize(
    ("code", "reason"), [("billing_hard_limit_reached", "quota"), ("invalid_json_line", "fatal")]
)
def test_a_batch_that_the_provider_refuses_ends_the_run_and_is_not_billed(
    tmp_path: Path, code: str, reason: str
) -> None:
    with BatchServer(talks, refusal=code) as server:
        runner, store = batch(server, tmp_path, 4)
        assert runner.reason == reason
        assert f"refused the batch ({code}: " in runner.message
        bill = status_of(store).bill
        assert (bill.waiting, bill.calls) == (0, 1)
        assert not server.files
        store.close()
        server.refusal = ""
        _, store = batch(server, tmp_path, 4)
        nothing_lost(server, store, 4)
        store.close()


@pytest.mark.parametrize(
    ("event", "status"), [("GET batches one", 404), ("GET files/content", 404)]
)
def test_what_the_provider_no_longer_has_is_asked_again(
    tmp_path: Path, event: str, status: int
) -> None:
    """There is no other way to those answers; the bill tells of both requests."""
    failed = Counter[str]()

    def gone(name: str) -> int | None:
        failed[name] += 1
        return status if name == event and failed[name] == 1 else None

    with BatchServer(talks, before=gone) as server:
        runner, store = batch(server, tmp_path, 3)
        assert runner.reason == "finished"
        assert outcomes(store) == {"complete": 3}
        assert len(server.batches) == 2
        assert status_of(store).bill.calls == 5
        store.close()


def test_a_provider_that_does_not_say_is_asked_later(tmp_path: Path) -> None:
    failed = Counter[str]()

    def silent(event: str) -> int | None:
        failed[event] += 1
        return 500 if event == "GET batches one" and failed[event] <= 4 else None

    with BatchServer(talks, before=silent) as server:
        runner, store = batch(server, tmp_path, 3)
        assert runner.reason == "finished"
        nothing_lost(server, store, 3)
        store.close()


def test_a_key_that_is_withdrawn_ends_the_run_and_costs_nothing(tmp_path: Path) -> None:
    with BatchServer(talks, before=lambda e: 401 if e == "GET batches one" else None) as server:
        runner, store = batch(server, tmp_path, 3)
        assert runner.reason == "fatal"
        assert "check the key" in runner.message
        assert status_of(store).bill.waiting == 2
        store.close()
        server.before = lambda event: None
        _, store = batch(server, tmp_path, 3)
        nothing_lost(server, store, 3)
        store.close()


def test_files_that_stay_at_the_provider_are_logged(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with BatchServer(talks, before=lambda e: 500 if e == "DELETE files" else None) as server:
        _, store = batch(server, tmp_path, 3)
        nothing_lost(server, store, 3)
        assert "is still at the provider" in caplog.text
        store.close()


def test_damaged_and_foreign_lines_of_results_are_no_answers(tmp_path: Path) -> None:
    """What is not answered in the file is asked again; nobody else's line comes in."""

    def damage(event: str) -> int | None:
        for name, data in server.files.items():
            if name == "batch_0-output_file_id" and not data.startswith(b"["):
                lines = data.splitlines()
                foreign = json.dumps({**json.loads(lines[0]), "custom_id": "9999"}).encode()
                named = json.dumps({**json.loads(lines[0]), "custom_id": "x"}).encode()
                empty = json.loads(lines[1])
                empty["response"]["body"] = {"object": "nothing"}
                kept = [b"[]", b'"x"', lines[0][:40], foreign, named, json.dumps(empty).encode()]
                server.files[name] = b"\n".join([*kept, *lines[2:]]) + b"\xff\n"
        return None

    with BatchServer(talks, before=damage) as server:
        runner, store = batch(server, tmp_path, 6)
        assert runner.reason == "finished"
        # What is no completion is a failure; the line cut short and the one that is no UTF-8 are
        # asked again.
        assert outcomes(store) == {"complete": 5, "failed": 1}
        assert len(server.batches) == 2
        assert [len(each["_lines"]) for each in server.batches.values()] == [5, 2]
        store.close()


def test_the_question_that_tries_the_key_may_be_beyond_the_limit(tmp_path: Path) -> None:
    with BatchServer(talks) as server:
        runner, store = batch(server, tmp_path, 3, limits=Limits(max_tokens=10))
        assert runner.reason == "budget"
        assert not server.asked
        store.close()


def test_a_question_that_fails_at_once_does_not_end_the_run(tmp_path: Path) -> None:
    """Only what is wrong with the account ends it before a file is sent."""
    with BatchServer(
        lambda r: completion(None, refusal="no") if "for 2 days" in str(r.body) else talks(r)
    ) as server:
        runner, store = batch(server, tmp_path, 3)
        assert runner.reason == "finished"
        assert outcomes(store) == {"complete": 2, "failed": 1}
        store.close()


def test_two_runs_with_batches_share_a_store(tmp_path: Path) -> None:
    """Neither asks what the other asks, and both end when all is done."""
    with BatchServer(talks, polls=3) as server:
        runners = [ready(server, tmp_path, 12) for _ in range(2)]

        async def both() -> None:
            await asyncio.gather(
                *(run_batches(r, poll_seconds=0.01, most_requests=3) for r in runners)
            )

        asyncio.run(both())
        assert [r.reason for r in runners] == ["finished"] * 2
        nothing_lost(server, runners[0].store, 12)
        for runner in runners:
            runner.store.close()
