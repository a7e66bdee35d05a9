"""Failures of the wire: what each is called, and which are worth another try.

This is the only layer that repeats a request because the connection or the server failed: the
openai client's own retries are off, and instructor asks again only about an answer's form.
"""

from __future__ import annotations

import datetime as dt
import email.utils
from collections.abc import Awaitable, Callable
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
    import openai
    from tenacity import RetryCallState

T = TypeVar("T")
LONGEST_WAIT = 60.0


def translate(error: openai.OpenAIError, *, where: str, secret: str | None) -> ModelError:
    """Our error for one of the client's, with `secret` blotted out of its message."""
    import openai

    if isinstance(error, openai.APITimeoutError):
        return DeadlineExceeded(f"{where} did not answer in time; raise Options.request_seconds")
    if isinstance(error, openai.APIStatusError):
        said = _quote(error, secret)
        status = error.status_code
        wait = retry_after(dict(error.response.headers))
        message = f"{where} answered {status}{said}"
        code = str(error.code or "") + str(error.type or "")
        if status in (401, 403):
            return AccessDenied(f"{message}; check the key and what it may use", status=status)
        if status == 429 and "quota" in code + said:
            return QuotaExhausted(f"{message}; the account has no quota left", status=status)
        if status == 429:
            return RateLimited(message, status=status, retry_after=wait)
        if "content_filter" in code:
            return ContentFiltered(f"{message}; the server withheld the answer", status=status)
        if status in (408, 409) or status >= 500:
            return ServerFailed(message, status=status, retry_after=wait)
        return RequestRejected(f"{message}; check the model's name and the options", status=status)
    if isinstance(error, openai.APIConnectionError):
        cause = error.__cause__ or error
        detail = _line(str(cause), secret) or type(cause).__name__
        return ConnectionFailed(
            f"no connection to {where} ({detail}); check that the server runs and its address"
        )
    return RequestRejected(
        f"{where} gave an answer that cannot be read: {_line(str(error), secret)}"
    )


def _quote(error: openai.APIStatusError, secret: str | None) -> str:
    body = error.body
    text = body.get("message") if isinstance(body, dict) else body
    line = _line(str(text), secret) if text else ""
    return f": {line}" if line else ""


def _line(text: str, secret: str | None) -> str:
    if secret:
        text = text.replace(secret, "***")
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return line if len(line) <= 200 else line[:197] + "..."


def retry_after(headers: dict[str, str]) -> float | None:
    """Seconds that a response asks to wait (RFC 9110, section 10.2.3), None if it does not say."""
    millis = headers.get("retry-after-ms", "")
    if millis.replace(".", "", 1).isdigit():
        return float(millis) / 1000
    value = headers.get("retry-after", "").strip()
    if value.replace(".", "", 1).isdigit():
        return float(value)
    try:
        when = email.utils.parsedate_to_datetime(value)
    except ValueError:
        return None
    if when.tzinfo is None:
        when = when.replace(tzinfo=dt.UTC)
    return max(0.0, (when - dt.datetime.now(dt.UTC)).total_seconds())


async def with_retries(send: Callable[[], Awaitable[T]], options: Options) -> T:
    """Call `send` until it succeeds, fails for good, or the deadline nears.

    Waits as long as the server asks, else a random time that grows (full jitter).

    Raises:
        ModelError: the last failure.
    """
    from tenacity import AsyncRetrying, retry_if_exception, stop_after_attempt
    from tenacity.wait import wait_random_exponential

    jitter = wait_random_exponential(multiplier=0.5, max=LONGEST_WAIT)

    def wait(state: RetryCallState) -> float:
        asked = _asked_to_wait(state)
        return float(jitter(state)) if asked is None else asked

    def stop(state: RetryCallState) -> bool:
        if stop_after_attempt(options.attempts)(state):
            return True
        if options.deadline_seconds is None:
            return False
        # Waiting past the deadline would only delay the same failure.
        elapsed = state.seconds_since_start or 0.0
        return elapsed + (_asked_to_wait(state) or 0.0) >= options.deadline_seconds

    def worth_it(error: BaseException) -> bool:
        return isinstance(error, ModelError) and error.retryable

    retrying = AsyncRetrying(retry=retry_if_exception(worth_it), wait=wait, stop=stop, reraise=True)
    return await retrying(send)


def _asked_to_wait(state: RetryCallState) -> float | None:
    error = state.outcome.exception() if state.outcome else None
    return error.retry_after if isinstance(error, ModelError) else None
