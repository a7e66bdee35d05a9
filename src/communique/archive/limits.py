"""How many requests may be under way at once: fixed, or found out while running.

The adaptive way is that of TCP's congestion control (RFC 5681: slow start, additive increase,
multiplicative decrease), with three differences that a server of models asks for. It grows only
while it is saturated, so that an idle account is not taken for a generous one. It cuts once for
all requests that were sent before the cut, and gently, since a 429 says "a little too much" and
not "lost". And after a cut it probes the limit again only once in a hundred answers, so that
hardly any request is refused while it runs at the limit. What a server asks in Retry-After holds
for all requests of the account. A 5xx stops the growth for a while and cuts nothing.
"""

from __future__ import annotations

import asyncio
import math
import threading
import time
import weakref
from collections import deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from communique.errors import ModelError, RateLimited, ServerFailed

FIRST = 4
MOST = 256
_CUT = 0.97
_CUT_AGAIN = 0.8  # refused again before it grew again: the limit itself has fallen
_PROBE_EVERY = 100
# Without Retry-After, a refused request's account rests so long; doubled while it goes on.
_REST = 0.5
_LONGEST_REST = 60.0


class Concurrency:
    """Places for requests of one account. Thread-safe; loops of several threads may share one.

    Args:
        fixed: so many places, always; None to find out.
        clock: seconds, for tests.
    """

    def __init__(
        self,
        fixed: int | None = None,
        *,
        most: int = MOST,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._fixed = fixed
        self._most = most
        self._clock = clock
        self._limit = float(fixed or min(FIRST, most))
        self._slow_start = True
        self._answered = 0
        self._epoch = 0
        self._grown = True
        self._rests_until = 0.0
        self._refusals = 0
        self._under_way = 0
        self._waiting: deque[tuple[asyncio.AbstractEventLoop, asyncio.Future[None]]] = deque()
        self._lock = threading.Lock()

    @property
    def limit(self) -> int:
        """How many requests may be under way now."""
        return max(1, int(self._limit))

    @property
    def has_room(self) -> bool:
        """Whether a request would be let through at once."""
        return (
            not self._waiting
            and self._under_way < self.limit
            and self._clock() >= self._rests_until
        )

    @property
    def resting(self) -> float:
        """Seconds until the account may be asked again; 0 while it may."""
        return max(0.0, self._rests_until - self._clock())

    @asynccontextmanager
    async def place(self) -> AsyncIterator[None]:
        """A place for one request; what the request raises tells how the server does."""
        await self._enter()
        epoch = self._epoch
        saturated = self._under_way >= self.limit
        error: BaseException | None = None
        try:
            yield
        except BaseException as raised:
            error = raised
            raise
        finally:
            self._leave(epoch, saturated, error)

    async def _enter(self) -> None:
        while True:
            with self._lock:
                rest = self._rests_until - self._clock()
                if rest <= 0:
                    if self._under_way < self.limit:
                        self._under_way += 1
                        return
                    loop = asyncio.get_running_loop()
                    turn: asyncio.Future[None] = loop.create_future()
                    self._waiting.append((loop, turn))
            if rest > 0:
                try:
                    await asyncio.sleep(rest)
                except asyncio.CancelledError:
                    # The place that was given back is for somebody who waits.
                    with self._lock:
                        self._wake()
                    raise
                continue
            try:
                await turn
            except asyncio.CancelledError:
                with self._lock:
                    given = turn.done() and not turn.cancelled()
                    self._waiting = deque(each for each in self._waiting if each[1] is not turn)
                    if given:
                        self._under_way -= 1
                        self._wake()
                raise
            if self._clock() >= self._rests_until:
                return
            with self._lock:  # the account has been told to rest in the meantime
                self._under_way -= 1

    def _leave(self, epoch: int, saturated: bool, error: BaseException | None) -> None:
        with self._lock:
            self._under_way -= 1
            if isinstance(error, RateLimited):
                self._refused(epoch, error)
            elif isinstance(error, ServerFailed):
                self._answered = 0
                self._slow_start = False
            elif error is None:
                self._refusals = 0
                if saturated:
                    self._grow()
            self._wake()

    def _refused(self, epoch: int, error: ModelError) -> None:
        if error.retry_after is not None:
            rest = error.retry_after
        elif epoch == self._epoch:
            rest = min(_REST * 2 ** min(self._refusals, 10), _LONGEST_REST) if self._refusals else 0
        else:
            rest = 0.0
        self._rests_until = max(self._rests_until, self._clock() + rest)
        if epoch != self._epoch:
            return  # sent before the cut: it tells nothing new
        self._epoch += 1
        self._refusals += 1
        self._answered = 0
        self._slow_start = False
        if self._fixed is None:
            cut = _CUT if self._grown else _CUT_AGAIN
            self._limit = max(1.0, min(self._limit - 1, math.floor(self._limit * cut)))
            self._grown = False

    def _grow(self) -> None:
        if self._fixed is not None or self._limit >= self._most:
            return
        if self._slow_start:
            self._limit = min(self._most, self._limit + 1)  # doubles with each round of answers
            return
        self._answered += 1
        if self._answered >= max(_PROBE_EVERY, self._limit):
            self._answered = 0
            self._grown = True
            self._limit = min(self._most, self._limit + 1)

    def _wake(self) -> None:
        """Give free places to those who have waited longest. The lock is held."""
        while self._waiting and self._under_way < self.limit:
            loop, turn = self._waiting.popleft()
            self._under_way += 1
            try:
                loop.call_soon_threadsafe(_give, self, turn)
            except RuntimeError:  # that loop is closed
                self._under_way -= 1

    def _take_back(self) -> None:
        with self._lock:
            self._under_way -= 1
            self._wake()


def _give(limits: Concurrency, turn: asyncio.Future[None]) -> None:
    if turn.done():  # cancelled while the place was on its way
        limits._take_back()
    else:
        turn.set_result(None)


_accounts: weakref.WeakValueDictionary[tuple[object, ...], Concurrency] = (
    weakref.WeakValueDictionary()
)
_accounts_lock = threading.Lock()


def shared(account: tuple[object, ...]) -> Concurrency:
    """The adaptive limits of an account, the same ones for all runs in this process."""
    with _accounts_lock:
        found = _accounts.get(account)
        if found is None:
            found = _accounts[account] = Concurrency()
        return found
