"""What a run may spend, as a limit that no request passes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from communique.errors import BudgetExhausted
from communique.models.base import Attempt, ModelInfo
from communique.models.prices import cost
from communique.options import Options
from communique.prompting import Question
from communique.windows import estimate_tokens


def expected(info: ModelInfo, options: Options, question: Question) -> tuple[int, float | None]:
    """The most tokens and US dollars that one request may take; None where no price is known.

    The prompt's tokens are estimated from above, the answer's are its limit.
    """
    prompt = sum(estimate_tokens(message["content"]) for message in question.messages)
    price = cost(info.backend, info.name, prompt, 0, options.answer_tokens)
    return prompt + options.answer_tokens, price


LOST = "deadline_exceeded"
UNSENT = "unsent"
"""The outcome of a request that was on the bill when its article was cancelled."""
_ANSWERED = ("ok", "truncated", "malformed")


def is_lost(outcome: str | None) -> bool:
    """Whether a request ended without our seeing an answer that may have been made and billed."""
    return outcome is None or outcome == LOST


class Budget:
    """What may be spent in tokens and US dollars, with what is spent and what is under way.

    Before a request is sent, the most that it may take is set aside. A request whose share is not
    left waits for those under way, which mostly take less, and is refused when none is under way.
    Belongs to one event loop.
    """

    def __init__(
        self,
        max_tokens: int | None = None,
        max_cost: float | None = None,
        *,
        tokens: int = 0,
        spent: float = 0.0,
        since: int = 0,
    ) -> None:
        self.since = since
        """The last request of the store that is in these sums."""
        self._max_tokens = max_tokens
        self._max_cost = max_cost
        self._tokens = tokens
        self._spent = spent
        self._aside: list[tuple[int, float]] = []
        self._changed = asyncio.Condition()

    @property
    def limited(self) -> bool:
        """Whether there is any limit."""
        return self._max_tokens is not None or self._max_cost is not None

    def check_with(self, tokens: int, money: float) -> None:
        """Whether what is under way fits beside what other runs of the store took meanwhile.

        Raises:
            BudgetExhausted: it does not.
        """
        mine = self._tokens + sum(each[0] for each in self._aside)
        spent = self._spent + sum(each[1] for each in self._aside)
        over = self._max_tokens is not None and mine + tokens > self._max_tokens
        if over or (self._max_cost is not None and spent + money > self._max_cost):
            raise BudgetExhausted(
                "what is left is spent or under way in other runs of this store: run again to go on"
            )

    def count(self, attempt: Attempt, share: tuple[int, float | None]) -> None:
        """Take note of what a request took: all of its share, where nobody knows."""
        uncounted = attempt.outcome in _ANSWERED and not (
            attempt.prompt_tokens or attempt.completion_tokens
        )
        if is_lost(attempt.outcome) or uncounted:
            self._tokens += share[0]
            self._spent += share[1] or 0.0
        else:
            self._tokens += attempt.prompt_tokens + attempt.completion_tokens
            self._spent += attempt.cost or 0.0

    def take(self, tokens: int, money: float | None) -> None:
        """Count a request that may be under way for long as if it took its share already.

        Raises:
            BudgetExhausted: it may take more than is left.
        """
        share = (tokens, money or 0.0)
        if not self._fits(share):
            raise BudgetExhausted(self._complaint(share))
        self._tokens += share[0]
        self._spent += share[1]

    @asynccontextmanager
    async def share(self, tokens: int, money: float | None) -> AsyncIterator[None]:
        """Set aside what a request may take while it is under way.

        Raises:
            BudgetExhausted: it may take more than is left.
        """
        if not self.limited:
            yield
            return
        share = (tokens, money or 0.0)
        async with self._changed:
            while not self._fits(share):
                if not self._aside:
                    raise BudgetExhausted(self._complaint(share))
                await self._changed.wait()
            self._aside.append(share)
        try:
            yield
        finally:
            self._aside.remove(share)
            async with self._changed:
                self._changed.notify_all()

    def _fits(self, share: tuple[int, float]) -> bool:
        tokens = self._tokens + share[0] + sum(each[0] for each in self._aside)
        money = self._spent + share[1] + sum(each[1] for each in self._aside)
        return (self._max_tokens is None or tokens <= self._max_tokens) and (
            self._max_cost is None or money <= self._max_cost
        )

    def _complaint(self, share: tuple[int, float]) -> str:
        if self._max_tokens is not None and self._tokens + share[0] > self._max_tokens:
            return (
                f"{self._tokens} of {self._max_tokens} tokens are spent and the next request may "
                f"take {share[0]}: run again with a higher limit to go on"
            )
        return (
            f"${self._spent:.4f} of ${self._max_cost:.4f} are spent and the next request may cost "
            f"${share[1]:.4f}: run again with a higher limit to go on"
        )
