"""Who is bound by an instrument."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from communique.recognition.base import Recogniser
from communique.values.reading import Context


@dataclass(frozen=True)
class Parties(Recogniser):
    """Takes the model's parties by their names; a state is known from its name, or a body's."""

    asks = "name"

    def read(self, raw: Any, context: Context) -> Any:
        """The model's parties."""
        return raw
