"""Failures of the wire: what each is called, and which are worth another try.

This is the only layer that repeats a request because the connection or the server failed: the
openai client's own retries are off, and instructor asks again only about an answer's form.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import email.utils
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from types import TracebackType
from typing import TYPE_CHECKING, TypeVar

from communique.errors import (
    AccessDenied,
    ConnectionFailed,
    ContentFiltered,
    DeadlineExceeded,
    ModelError,
    QuotaExhausted,
    RateLimited,
    RequestRejected,
    ServerFailed,
)
from communique.options import Options

if TYPE_CHECKING:
    from tenacity import RetryCallState

T = TypeVar("T")
LONGEST_WAIT = 60.0


def translate(error: Exception, *, where: str, secrets: Sequence[str]) -> ModelError:
    """Our error for one that a request raised, with `secrets` blotted out of its message."""
    import openai

    lost = _lost_connection(error)
    if lost is None and isinstance(error, openai.APITimeoutError | TimeoutError):
        return DeadlineExceeded(f"{where} did not answer in time; raise Options.request_seconds")
    if isinstance(error, openai.APIStatusError):
        wait = retry_after(dict(error.response.headers))
        code = str(error.code or "") + str(error.type or "")
        return status_error(error.status_code, code, error.body, wait, where, secrets)
    if isinstance(error, openai.APIConnectionError):
        cause = lost or error.__cause__ or error
        detail = _line(str(cause), secrets) or type(cause).__name__
        return ConnectionFailed(
            f"no connection to {where} ({detail}); check that the server runs and its address"
        )
    return no_completion(where, _line(str(error), secrets))


def _lost_connection(error: Exception) -> BaseException | None:
    """What broke a connection or kept it from being made; None where it was the time.

    The client's transport tells of both as time-outs.
    """
    import aiohttp

    cause = error.__cause__ and error.__cause__.__cause__
    if isinstance(cause, aiohttp.ClientConnectorError):
        # Of a certificate that is not trusted there is none.
        reason: BaseException = getattr(cause, "os_error", cause)
        return reason
    broken = isinstance(cause, aiohttp.ClientConnectionError)
    return cause if broken and not isinstance(cause, TimeoutError) else None


def status_error(
    status: int, code: str, body: object, wait: float | None, where: str, secrets: Sequence[str]
) -> ModelError:
    """Our error for an HTTP status, with the error object's code and what else the body says."""
    said = _quote(body, secrets)
    message = f"{where} answered {status}{said}"
    if status in (401, 403):
        return AccessDenied(f"{message}; check the key and what it may use", status=status)
    # Azure's rate limits mention quotas too; a server that gives a time believes in waiting.
    if status == 429 and ("quota" in code or ("quota" in said and wait is None)):
        return QuotaExhausted(f"{message}; the account has no quota left", status=status)
    if status == 429:
        return RateLimited(message, status=status, retry_after=wait)
    if "content_filter" in code:
        return ContentFiltered(f"{message}; the server withheld the answer", status=status)
    if status in (408, 409) or status >= 500:
        return ServerFailed(message, status=status, retry_after=wait)
    return RequestRejected(f"{message}; check the model's name and the options", status=status)


def no_completion(where: str, detail: str) -> RequestRejected:
    """The error for a server that answers, but with no chat completion."""
    return RequestRejected(
        f"{where} gave an answer that is no chat completion ({detail}): it does not seem to speak "
        "the OpenAI API; check that the base URL ends in /v1 or what the server documents"
    )


def _quote(body: object, secrets: Sequence[str]) -> str:
    said = (body.get("message") or body.get("detail")) if isinstance(body, dict) else body
    if isinstance(said, list):
        # A validator repeats the request beside each complaint: that is left out.
        said = "; ".join(
            f"{'.'.join(map(str, entry.get('loc') or ()))}: {entry.get('msg')}"
            for entry in said
            if isinstance(entry, dict)
        )
    line = _line(str(said), secrets) if said else ""
    return f": {line}" if line else ""


def _line(text: str, secrets: Sequence[str]) -> str:
    for secret in secrets:
        text = text.replace(secret, "***")
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return line if len(line) <= 200 else line[:197] + "..."


def retry_after(headers: dict[str, str]) -> float | None:
    """Seconds that a response asks to wait (RFC 9110, section 10.2.3), None if it does not say."""
    millis = headers.get("retry-after-ms", "")
    if millis.isascii() and millis.replace(".", "", 1).isdigit():
        return float(millis) / 1000
    value = headers.get("retry-after", "").strip()
    if value.isascii() and value.replace(".", "", 1).isdigit():
        return float(value)
    try:
        when = email.utils.parsedate_to_datetime(value)
    except ValueError:
        return None
    if when.tzinfo is None:
        when = when.replace(tzinfo=dt.UTC)
    return max(0.0, (when - dt.datetime.now(dt.UTC)).total_seconds())


class Deadline:
    """How long a question may take, not counting what it waits at a gate; a context manager.

    Raises TimeoutError where it is used up; `seconds` None is for ever.
    """

    def __init__(self, seconds: float | None) -> None:
        self._timeout = asyncio.timeout(seconds)

    async def __aenter__(self) -> Deadline:
        await self._timeout.__aenter__()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._timeout.__aexit__(kind, error, trace)

    @property
    def left(self) -> float | None:
        """Seconds that are left; None for no end."""
        when = self._timeout.when()
        return None if when is None else when - asyncio.get_running_loop().time()

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Let the time stand still: others decide how long this takes."""
        left = self.left
        self._timeout.reschedule(None)
        try:
            yield
        finally:
            if left is not None and not self._timeout.expired():
                self._timeout.reschedule(asyncio.get_running_loop().time() + left)


async def with_retries(
    send: Callable[[], Awaitable[T]], options: Options, deadline: Deadline, *, gated: bool = False
) -> T:
    """Call `send` until it succeeds, fails for good, or the deadline nears.

    Waits as long as the server asks, else a random time that grows (full jitter). A 429 that a
    gate has seen is sent again without waiting here and without being counted, as long as the
    server refuses no longer than a question may take.

    Raises:
        ModelError: the last failure.
    """
    try:
        return await send()
    except ModelError as error:
        failed = [error]
    from tenacity import AsyncRetrying, retry_if_exception
    from tenacity.wait import wait_random_exponential

    jitter = wait_random_exponential(multiplier=0.5, max=LONGEST_WAIT)
    counted = 0
    refused_since: float | None = None

    def left_to_gate(state: RetryCallState) -> bool:
        return gated and isinstance(_error(state), RateLimited)

    def wait(state: RetryCallState) -> float:
        if left_to_gate(state):
            return 0.0
        asked = _asked_to_wait(state)
        return float(jitter(state)) if asked is None else asked

    def stop(state: RetryCallState) -> bool:
        nonlocal counted, refused_since
        if left_to_gate(state):
            now = asyncio.get_running_loop().time()
            refused_since = now if refused_since is None else refused_since
            longest = options.deadline_seconds
            return longest is not None and now - refused_since >= longest
        refused_since = None
        counted += 1
        # Waiting past the deadline would only delay the same failure.
        left = deadline.left
        late = left is not None and (_asked_to_wait(state) or 0.0) >= left
        return counted >= options.attempts or late

    def worth_it(error: BaseException) -> bool:
        return isinstance(error, ModelError) and error.retryable

    async def send_again() -> T:
        # Most requests are answered at once, and need none of this.
        if failed:
            raise failed.pop()
        return await send()

    retrying = AsyncRetrying(retry=retry_if_exception(worth_it), wait=wait, stop=stop, reraise=True)
    return await retrying(send_again)


def _error(state: RetryCallState) -> BaseException | None:
    return state.outcome.exception() if state.outcome else None


def _asked_to_wait(state: RetryCallState) -> float | None:
    error = _error(state)
    return error.retry_after if isinstance(error, ModelError) else None
