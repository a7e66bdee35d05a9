"""What is said, in direct speech and in the article's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from communique.recognition.base import Recogniser
from communique.values.reading import Context

_QUOTED = re.compile(r"[“«„\"](?P<words>[^“”«»„\"]{12,600}?)[,.]?[”»“\"]")


@dataclass(frozen=True)
class Quotation(Recogniser):
    """Reads a quotation from the evidence or, where `carry_on` matches it, the sentence after."""

    asks = "nothing"

    carry_on: str

    def read(self, raw: Any, context: Context) -> Any:
        """The first words in quotation marks; the model's where there are none."""
        reading = context.reading
        sentences = list(context.evidence)
        for passage in context.evidence:
            after = (p for p in reading.passages if p.number == passage.number + 1)
            sentences.extend(p for p in after if re.search(self.carry_on, p.span.text))
        for passage in sorted(set(sentences), key=lambda p: p.start):
            found = _QUOTED.search(reading.article.text, passage.start, passage.end + 2)
            if found and len(found["words"].split()) >= 3:
                return found["words"]
        return raw


@dataclass(frozen=True)
class Told(Recogniser):
    """Gives the sentence itself as what is said: a small model copies it, at a word a token."""

    asks = "nothing"

    def read(self, raw: Any, context: Context) -> Any:
        """The sentence that tells of it."""
        return context.evidence[0].span.text if context.evidence else raw
