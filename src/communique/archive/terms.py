"""What a run may do, and what it is to do again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from communique.errors import SettingsError


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a run may do.

    concurrency: requests under way at once; "auto" finds out what the server takes.
    requests_a_minute, tokens_a_minute: rates that are not passed; None for none.
    max_cost, max_tokens: what the store's requests may take in all, failed ones and those of
        earlier runs included, in US dollars and tokens; None for no limit.
    article_seconds: how long one article may take; None for no limit.
    fail_over: the share of failed articles, from 0 to 1, beyond which the run is ended.
    grace_seconds: how long articles under way may take to end when the run is stopped.
    """

    concurrency: int | Literal["auto"] = "auto"
    requests_a_minute: float | None = None
    tokens_a_minute: float | None = None
    max_cost: float | None = None
    max_tokens: int | None = None
    article_seconds: float | None = 3600.0
    fail_over: float | None = None
    grace_seconds: float = 10.0

    def __post_init__(self) -> None:
        if self.concurrency != "auto" and self.concurrency < 1:
            raise SettingsError(f"concurrency must be auto or at least 1, not {self.concurrency}")
        for name in (
            "requests_a_minute",
            "tokens_a_minute",
            "max_cost",
            "max_tokens",
            "article_seconds",
        ):
            value = getattr(self, name)
            if value is not None and value <= 0:
                raise SettingsError(f"{name} must be greater than 0 or None, not {value}")
        if self.fail_over is not None and not 0 <= self.fail_over <= 1:
            raise SettingsError(f"fail_over must be from 0 to 1, not {self.fail_over}")


@dataclass(frozen=True, slots=True)
class Again:
    """What a run is to ask about again: articles of a setup whose outcomes have these statuses."""

    setup: int
    statuses: tuple[str, ...]
