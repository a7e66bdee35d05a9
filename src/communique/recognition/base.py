"""What a recogniser is: code that reads a field more certainly than a small model."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Any, Literal

from communique.values.base import is_nothing
from communique.values.reading import Context, Unsupported

Asked = Literal["all", "name", "nothing"]


class Recogniser(ABC):
    """Metadata of a field in ``Annotated[...]``; sees the field before it is grounded."""

    asks: Asked = "all"
    """What of the field a small model is asked for: of entities the name may be enough, and what
    code reads by itself need not be written at all."""

    def settles(self, context: Context) -> bool:
        """Whether `read` gives the same whatever the model gives, so that it need not be asked.

        Here: never.
        """
        return False

    def most(self, context: Context) -> int | None:
        """How many entries of a list the sentences can be about; None where code cannot tell.

        A small model that loops writes as many as it may.
        """
        return None

    @abstractmethod
    def read(self, raw: Any, context: Context) -> Any:
        """What stands for the model's `raw`, written as the model should have; grounded like it.

        `raw` itself where code knows no better. Within it, a `Grounded` value is taken as it is,
        and a `Refused` one is rejected with its reason: nothing that the model gave goes unsaid.
        """


@dataclass(frozen=True, slots=True)
class Refused:
    """A value that the model gave and code does not take, with the reason."""

    value: Any
    said: Unsupported


def refused(raw: Any, why: str) -> Refused | None:
    """The model's value as refused, since no sentence tells it; None where it gave none."""
    if raw is None or raw == [] or (isinstance(raw, str) and is_nothing(raw)):
        return None
    return Refused(raw, Unsupported("not_told", why))
