"""What is talked about, and not who talks or where."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from communique.recognition.base import Recogniser, refused
from communique.values.folding import fold
from communique.values.reading import Context

_WHO_OR_WHERE = re.compile(r"place|participants\[\d+\]\.(?:name|role)")
_NO_TOPICS = frozenset(("talks", "meeting", "the meeting", "visit", "discussions", "negotiations"))


@dataclass(frozen=True)
class Topics(Recogniser):
    """Reads the topics of a meeting: small models list its participants among them."""

    def read(self, raw: Any, context: Context) -> Any:
        """The model's topics; those that name who takes part or where are refused."""
        if not isinstance(raw, list):
            return raw
        named = [
            fold(g.value) for path, g in context.siblings.items() if _WHO_OR_WHERE.fullmatch(path)
        ]
        return [
            refused(topic, "this tells who takes part or where, and no topic")
            if isinstance(topic, str)
            and (fold(topic) in _NO_TOPICS or any(n in fold(topic) for n in named))
            else topic
            for topic in raw
        ]
