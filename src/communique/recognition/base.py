"""What a recogniser is: code that reads a field more certainly than a small model."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any

from communique.values.base import is_nothing
from communique.values.reading import Context, Unsupported


class Recogniser(ABC):
    """Metadata of a field in ``Annotated[...]``; sees the field before it is grounded."""

    @abstractmethod
    def read(self, raw: Any, context: Context) -> Any:
        """What stands for the model's `raw`, written as the model should have; grounded like it.

        A `Grounded` value is taken as it is, an `Unsupported` one is rejected. `raw` itself where
        code knows no better.
        """


def refused(raw: Any, why: str) -> Any:
    """The model's value as rejected, since no sentence tells it; None where it gave none."""
    if raw is None or raw == [] or (isinstance(raw, str) and is_nothing(raw)):
        return None
    return Unsupported("not_told", why)
