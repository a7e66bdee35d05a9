"""Tasks of asyncio: ending them, and waiting for one of two things."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable, Sequence
from typing import Any


async def end_tasks(tasks: Iterable[asyncio.Task[Any]], handed: asyncio.Queue[Any]) -> None:
    """Cancel tasks and wait for their end, also of those that still want to hand something over."""
    for task in tasks:
        task.cancel()
    while pending := [task for task in tasks if not task.done()]:
        while not handed.empty():
            handed.get_nowait()
        await asyncio.wait(pending, timeout=0.02)
    await asyncio.gather(*tasks, return_exceptions=True)


async def until(
    batches: AsyncIterator[Sequence[int]], stopping: asyncio.Task[Any]
) -> AsyncIterator[Sequence[int]]:
    """The batches until `stopping` is done, also while the next one is waited for."""
    while not stopping.done():
        following = asyncio.ensure_future(anext(batches, None))
        await asyncio.wait([following, stopping], return_when=asyncio.FIRST_COMPLETED)
        if not following.done():
            following.cancel()
            await asyncio.gather(following, return_exceptions=True)
            return
        batch = following.result()
        if batch is None:
            return
        yield batch
