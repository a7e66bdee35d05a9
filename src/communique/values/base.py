"""What every kind of value can do: say how it is asked for, and ground itself in the article."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import ClassVar

from communique.values.reading import Context, Grounded, Unsupported

# What weak models write where they should write null.
NOTHING = frozenset(
    ["", "-", "?", "null", "none", "n/a", "na", "nil", "unknown"]
    + [f"not {word}" for word in ("specified", "mentioned", "stated", "given", "provided")]
)


@dataclass(frozen=True)
class Value(ABC):
    """The rule of one type of value; an instance is the metadata of an ``Annotated[str, ...]``."""

    longest: int = 160

    asked_as: ClassVar[str]
    """How the model is to write such a value, in a few words."""

    def derive(self, context: Context) -> Grounded | None:
        """The value where code is surer of it than any model, from what stands beside it."""
        return None

    @abstractmethod
    def ground(self, raw: str, context: Context) -> Grounded | Unsupported:
        """Find what carries `raw` in the article, or say why nothing does."""


def is_nothing(raw: str) -> bool:
    """Whether a model that writes `raw` means that there is no value."""
    return raw.strip().strip("\"'()[]<>.").casefold() in NOTHING
