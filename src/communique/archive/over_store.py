"""A run over all that a store has not done yet: what ``communique run`` and ``retry`` do."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import AsyncIterator, Iterator
from contextlib import aclosing
from functools import partial

from communique.archive.pending import count_pending, pending
from communique.archive.runner import Runner

_GROUP = 64


async def run_pending(runner: Runner) -> None:
    """Work through all articles without an outcome; `runner.reason` tells how it ended.

    SIGINT and SIGTERM stop it: articles under way have the grace period to end, a second signal
    ends them at once. What is done is in the store in any case.

    Raises:
        SettingsError, WeightsError: it cannot begin.
        StoreError: the store cannot be written any more.
    """
    try:
        await runner.begin()
        total = await asyncio.wrap_future(
            runner.store.do(partial(count_pending, setup=runner.setup))
        )
        runner.state.total = total
        with signals(runner):
            async with aclosing(runner.outcomes(_pending(runner))) as outcomes:
                async for _ in outcomes:
                    pass
    finally:
        await runner.model.close()


async def _pending(runner: Runner) -> AsyncIterator[list[int]]:
    after = 0
    while numbers := await asyncio.wrap_future(
        runner.store.do(partial(pending, setup=runner.setup, after=after, most=_GROUP))
    ):
        after = numbers[-1]
        yield numbers


@contextlib.contextmanager
def signals(runner: Runner) -> Iterator[None]:
    """SIGINT and SIGTERM stop `runner`; a second one does so at once."""
    loop = asyncio.get_running_loop()
    both = (signal.SIGINT, signal.SIGTERM)
    told = 0

    def stop() -> None:
        nonlocal told
        told += 1
        runner.stop("interrupted", "stopped by a signal")
        if told > 1:
            runner.hurry()

    try:
        for each in both:
            loop.add_signal_handler(each, stop)
    except (NotImplementedError, RuntimeError, ValueError):
        pass  # not the main thread, or Windows: KeyboardInterrupt ends the run there
    try:
        yield
    finally:
        for each in both:
            # Where they could not be set there is nothing to remove.
            with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
                loop.remove_signal_handler(each)
