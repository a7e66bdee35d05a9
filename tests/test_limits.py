"""Concurrency that is found out: on simulated providers with a limit that nobody tells."""

from __future__ import annotations

import asyncio
import sys
import time
from pathlib import Path

import pytest

from communique.archive.limits import Concurrency
from communique.errors import RateLimited, ServerFailed

sys.path.append(str(Path(__file__).parents[1] / "benchmarks"))
from concurrency import Provider, work


@pytest.mark.parametrize("limit", [7, 40, 120])
def test_a_hidden_limit_is_found_and_hardly_ever_passed(limit: int) -> None:
    """After warm-up within a tenth of it; at most one request in fifty is refused."""
    provider = Provider(limit, seconds=0.0005 * limit)
    limits = Concurrency()
    asyncio.run(work(provider, limits, 6000))
    steady = provider.log[3000:-400]
    refused = sum(not taken for taken, _ in steady)
    assert refused / len(steady) <= 0.02
    allowed = provider.allowed[3000:-400]
    assert 0.9 * limit <= sum(allowed) / len(allowed) <= 1.1 * limit
    used = [under_way for taken, under_way in steady if taken]
    assert 0.8 * limit <= sum(used) / len(used) <= limit


def test_a_limit_that_falls_is_followed(soon: None) -> None:
    """Half of the requests later the provider takes a third."""
    provider = Provider(60)
    limits = Concurrency()
    asyncio.run(work(provider, limits, 3000))
    provider.limit = 20
    provider.log.clear()
    asyncio.run(work(provider, limits, 5000))
    steady = provider.log[2500:-300]
    assert sum(not taken for taken, _ in steady) / len(steady) <= 0.02
    assert limits.limit <= 22


def test_an_idle_account_is_not_taken_for_a_generous_one() -> None:
    """Two hands never saturate four places, so there is no reason for more."""
    limits = Concurrency()
    asyncio.run(work(Provider(100), limits, 200, hands=2))
    assert limits.limit == 4


def test_retry_after_holds_for_all() -> None:
    """Nobody sends anything while the account is told to rest."""
    sent: list[float] = []

    async def run() -> None:
        limits = Concurrency(fixed=8)

        async def one(number: int) -> None:
            try:
                async with limits.place():
                    sent.append(time.monotonic())
                    if number == 0:
                        raise RateLimited("429", retry_after=0.3)
            except RateLimited:
                pass

        await one(0)
        await asyncio.gather(*(one(number) for number in range(1, 20)))

    asyncio.run(run())
    assert min(sent[1:]) - sent[0] >= 0.29


def test_a_server_error_ends_the_growth_and_cuts_nothing() -> None:
    """Growth is slow from then on, and nobody has to wait."""

    async def run() -> int:
        limits = Concurrency()
        provider = Provider(1000)
        await work(provider, limits, 40)
        before = limits.limit
        with pytest.raises(ServerFailed):
            async with limits.place():
                raise ServerFailed("500")
        assert limits.limit == before
        assert limits.resting == 0
        await work(provider, limits, 90)
        assert limits.limit - before <= 1
        return before

    assert asyncio.run(run()) > 4


def test_a_fixed_number_is_kept() -> None:
    """Whatever the provider would take."""
    provider = Provider(100)
    asyncio.run(work(provider, Concurrency(fixed=5), 300))
    assert max(under_way for _, under_way in provider.log) == 5


def test_those_who_give_up_waiting_leave_no_place_taken() -> None:
    """Cancelled at any moment: in the queue, and while the place is on its way."""

    async def run() -> None:
        limits = Concurrency(fixed=2)

        async def hold(seconds: float) -> None:
            async with limits.place():
                await asyncio.sleep(seconds)

        tasks = [asyncio.create_task(hold(0.002)) for _ in range(200)]
        for number, task in enumerate(tasks):
            if number % 3 == 0:
                asyncio.get_running_loop().call_later(0.001 * (number % 50), task.cancel)
        await asyncio.gather(*tasks, return_exceptions=True)
        async with limits.place(), limits.place():
            assert not limits.has_room
        assert limits.has_room

    asyncio.run(asyncio.wait_for(run(), 20))


def test_loops_of_several_threads_share_the_places() -> None:
    """The limits of an account are those of all runs in the process."""
    import threading

    provider_lock = threading.Lock()
    under_way = [0, 0]
    limits = Concurrency(fixed=3)

    async def one() -> None:
        async with limits.place():
            with provider_lock:
                under_way[0] += 1
                under_way[1] = max(under_way)
            await asyncio.sleep(0.002)
            with provider_lock:
                under_way[0] -= 1

    async def run() -> None:
        await asyncio.gather(*(one() for _ in range(60)))

    threads = [threading.Thread(target=lambda: asyncio.run(run())) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert under_way[0] == 0
    assert under_way[1] == 3
