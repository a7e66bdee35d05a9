"""Who is bound by an instrument."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from communique.passages import Passage
from communique.recognition.base import Recogniser
from communique.recognition.offices import BODY
from communique.recognition.words.speech import SAYS
from communique.values.gazetteer import Mention, gazetteer
from communique.values.reading import Context, Reading

# A word of a name, with the small ones that stand within names; "and the" begins another.
_NAMES = (
    r"[A-ZÀ-ÝА-Я][\w’-]*"
    r"(?:,?\s+(?:of the|of|and|for the|for|de la|de|du|des|für|und)(?=\s+[A-ZÀ-ÝА-Я]))?"
)
_JOINED = re.compile(
    r"\b(?:and|et|und|и|y|with|avec|mit|с|со|con)\s+"
    r"(?:(?:the|la|le|les|el|der|die|den|dem)\s+|l['’])?$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Parties(Recogniser):
    """Takes the two states that the sentence names together; else the model's, by their names.

    A state is known from its name, or a body's.
    """

    asks = "name"

    def settles(self, context: Context) -> bool:
        """Where the sentence names two states together, and nobody else."""
        return bool(_both(context))

    def read(self, raw: Any, context: Context) -> Any:
        """The two states; the model's parties where there are none."""
        return list(_both(context)) or raw


def _both(context: Context) -> tuple[str, ...]:
    """The names of two states, and no others, in the sentence that names the instrument."""
    title = context.span_of("title")
    if title is None or not context.inside(title):
        return ()
    sentence = context.reading.passage_at(title.start)
    return _two_states(sentence, context.reading) if sentence is not None else ()


def _two_states(sentence: Passage, reading: Reading) -> tuple[str, ...]:
    text = reading.article.text
    said = sentence.span.text
    # Who is spoken of need not have agreed.
    if SAYS.search(said):
        return ()
    words = re.findall(r"[^\W\d_][\w-]*", said)
    if any(map(gazetteer().is_international, words)):
        return ()
    states = [
        mention
        for mention in gazetteer().mentions(text)
        if sentence.start <= mention.start < sentence.end and mention.kind in ("name", "demonym")
    ]
    if len({mention.code for mention in states}) != 2:
        return ()
    sides: dict[str, tuple[int, int]] = {}
    bounds = [sentence.start, *(mention.end for mention in states[:-1])]
    limits = [*(mention.start for mention in states[1:]), sentence.end]
    for mention, bound, limit in zip(states, bounds, limits, strict=True):
        start, end = _whole_name(mention, text, bound, limit)
        if mention.kind == "name" or BODY.search(text, start, end):
            sides.setdefault(mention.code, (start, end))
    if len(sides) != 2:
        return ()
    (first, end_of_first), (second, end_of_second) = sides.values()
    if not _JOINED.search(text, end_of_first, second):
        return ()
    # A ministry beside them may be who signed.
    others = text[sentence.start : first], text[end_of_first:second]
    if any(BODY.search(part) for part in (*others, text[end_of_second : sentence.end])):
        return ()
    return text[first:end_of_first], text[second:end_of_second]


_BEFORE = re.compile(rf"(?!The\s)(?:{_NAMES}\s+)+of\s+(?:the\s+)?$")
_AFTER = re.compile(rf"(?:['’]s?)?(?:\s+{_NAMES})+")


def _whole_name(mention: Mention, text: str, bound: int, limit: int) -> tuple[int, int]:
    """The state, with the name of its body between `bound` and `limit` that it is part of."""
    before = _BEFORE.search(text, bound, mention.start)
    after = _AFTER.match(text, mention.end, limit)
    if before and BODY.search(before[0]):
        return before.start(), mention.end
    return mention.start, after.end() if after and BODY.search(after[0]) else mention.end
