"""The adaptive concurrency on simulated providers with a hidden limit, as a plot.

Synthetic: a provider refuses what is beyond its limit and answers after a random time. Needs
matplotlib.

    python benchmarks/concurrency.py docs/concurrency.svg
"""

from __future__ import annotations

import asyncio
import random
import sys

from communique.archive.limits import Concurrency
from communique.errors import RateLimited


class Provider:
    """Simulated: refuses what is beyond `limit` requests at once; answers after about `seconds`."""

    def __init__(
        self, limit: int, seconds: float = 0.004, retry_after: float | None = None
    ) -> None:
        self.limit = limit
        self.seconds = seconds
        self.retry_after = retry_after
        self.under_way = 0
        self.log: list[tuple[bool, int]] = []
        self.allowed: list[int] = []
        self._random = random.Random(1)

    async def answer(self) -> None:
        if self.under_way >= self.limit:
            self.log.append((False, self.under_way))
            await asyncio.sleep(0.001)
            raise RateLimited("429", status=429, retry_after=self.retry_after)
        self.under_way += 1
        self.log.append((True, self.under_way))
        try:
            await asyncio.sleep(self.seconds * self._random.uniform(0.3, 1.7))
        finally:
            self.under_way -= 1


async def work(provider: Provider, limits: Concurrency, requests: int, hands: int = 300) -> None:
    """Send so many requests, each again until it is answered, from many hands."""
    left = iter(range(requests))

    async def hand() -> None:
        for _ in left:
            while True:
                try:
                    async with limits.place():
                        provider.allowed.append(limits.limit)
                        await provider.answer()
                    break
                except RateLimited:
                    continue

    await asyncio.gather(*(hand() for _ in range(hands)))


def main() -> None:
    """Draw what was allowed, request by request, for three limits."""
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(8, 4))
    for limit in (7, 40, 120):
        provider = Provider(limit, seconds=0.0005 * limit)
        asyncio.run(work(provider, Concurrency(), 6000))
        refused = [number for number, (taken, _) in enumerate(provider.log) if not taken]
        share = sum(number >= 3000 for number in refused) / max(1, len(provider.log) - 3000)
        (line,) = axes.plot(provider.allowed, linewidth=1, label=f"limit {limit}: {share:.1%} 429")
        axes.axhline(limit, color=line.get_color(), linestyle=":", linewidth=1)
        axes.plot(refused, [provider.allowed[n] for n in refused], ".", color="black", markersize=3)
    axes.set_xlabel("requests sent")
    axes.set_ylabel("allowed at once")
    axes.legend(title="after 3,000 requests", loc="center right")
    figure.tight_layout()
    figure.savefig(sys.argv[1])


if __name__ == "__main__":
    main()
