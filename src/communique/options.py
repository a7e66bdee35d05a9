"""How questions are asked: one frozen object for all that a caller may tune."""

from __future__ import annotations

from dataclasses import dataclass

from communique.errors import SettingsError


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Settings of an extraction; the defaults suit most uses.

    combined: ask for all kinds in one question instead of one question a kind. Cheaper with
        large models, weaker with small ones.
    repair: send values that the article does not support back once, with the reasons.
    temperature, seed: passed on where the server takes them.
    answer_tokens: the most tokens one answer may have.
    request_seconds: how long one request may take.
    deadline_seconds: how long one question may take with all its retries; None for no limit.
    attempts: how often one question is sent when the connection or the server fails.
    window_tokens: how much of an article goes into one prompt, in estimated tokens; None for as
        much as the model's context holds. A longer article runs in several windows.
    """

    combined: bool = False
    repair: bool = True
    temperature: float | None = 0.0
    seed: int | None = 1
    answer_tokens: int = 2048
    request_seconds: float = 600.0
    deadline_seconds: float | None = 1200.0
    attempts: int = 6
    window_tokens: int | None = None

    def __post_init__(self) -> None:
        for name in ("answer_tokens", "request_seconds", "attempts"):
            if getattr(self, name) <= 0:
                raise SettingsError(f"{name} must be greater than 0, not {getattr(self, name)}")
        for name in ("deadline_seconds", "window_tokens"):
            value = getattr(self, name)
            if value is not None and value <= 0:
                raise SettingsError(f"{name} must be greater than 0 or None, not {value}")
