"""Which measure of visa policy is told: by its words, and by what a number becomes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from communique.article import Span
from communique.passages import Passage
from communique.recognition.changes import Change, changes
from communique.recognition.signals import Signals
from communique.values.reading import Context, Grounded


@dataclass(frozen=True)
class Measures(Signals):
    """Reads a measure as `Signals` does, but for numbers that change, which tell it more surely.

    A price that changes is one of fees; a stay or validity is lengthened or cut. `staying` are
    words of how long one may stay with a visa, `waiting` of how long one waits for it: a shorter
    wait makes it easier.
    """

    staying: str = r"(?!)"
    waiting: str = r"(?!)"

    def told(self, context: Context) -> Grounded | None:
        """The measure that the evidence tells, with the words that tell it."""
        text = context.reading.article.text
        for sentence in context.evidence:
            for change in changes(text, sentence.start, sentence.end):
                if change.new == change.old:
                    continue
                longer = change.new > change.old
                if change.unit == "money":
                    option = "fees"
                elif self._waits(sentence, change, text):
                    option = "tightening" if longer else "facilitation"
                else:
                    option = "extension" if longer else "tightening"
                return Grounded(option, Span.of(text, change.start, change.end))
        return super().told(context)

    def _waits(self, sentence: Passage, change: Change, text: str) -> bool:
        """Whether the time that changes is that of waiting for a visa."""
        said = sentence.span.text
        if re.search(self.staying, said, re.IGNORECASE):
            return False
        before = text[sentence.start : change.start]
        return bool(re.search(self.waiting, said, re.IGNORECASE) or _WITHIN.search(before))


# "Their visas in five days instead of fifteen."
_WITHIN = re.compile(
    r"\b(?:in|within|binnen|innerhalb von|dans|sous|en|dentro de|за|через) (?:\w+ )?$",
    re.IGNORECASE,
)
