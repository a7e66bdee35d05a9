"""Keeping articles out of logs: what other libraries would write of our requests.

openai logs whole requests at DEBUG, and Python itself prints what instructor logs where the
application handles no logs. Both are held back for our own requests only; an application's own use
of these libraries logs as ever.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_asking: ContextVar[bool] = ContextVar("communique_asking", default=False)


class _Discretion(logging.Filter):
    """Holds back what is logged at DEBUG while one of our requests is under way."""

    def filter(self, record: logging.LogRecord) -> bool:
        return record.levelno > logging.DEBUG or not _asking.get()


_discretion = _Discretion()
_silence = logging.NullHandler()


@contextmanager
def discretion() -> Iterator[None]:
    """Within it, nothing of an article or an answer reaches the logs or the terminal."""
    # Adding the same filter or handler twice does nothing.
    logging.getLogger("openai._base_client").addFilter(_discretion)
    logging.getLogger("instructor").addHandler(_silence)
    token = _asking.set(True)
    try:
        yield
    finally:
        _asking.reset(token)
