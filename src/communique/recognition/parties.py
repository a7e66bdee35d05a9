"""Who is bound by an instrument."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from communique.article import Span
from communique.passages import Passage
from communique.recognition.base import Recogniser, refused
from communique.recognition.offices import BODY
from communique.recognition.people import given
from communique.recognition.sides import names_international_body, states_in
from communique.recognition.words.speech import SAYS
from communique.values.gazetteer import Mention, gazetteer
from communique.values.reading import Context, Reading

_JOINED = re.compile(
    r"\b(?:and|et|und|и|y|with|avec|mit|с|со|con)\s+"
    r"(?:(?:the|la|le|les|el|der|die|den|dem)\s+|l['’])?$",
    re.IGNORECASE,
)
# A word of a name, with the small ones that stand within names; "and the" begins another.
_WORD_OF_NAME = (
    r"[A-ZÀ-ÝА-Я][\w’-]*"
    r"(?:,?\s+(?:of the|of|and|for the|for|de la|de|du|des|für|und)(?=\s+[A-ZÀ-ÝА-Я]))?"
)
_BODY_OF = re.compile(rf"(?!The\s)(?:{_WORD_OF_NAME}\s+)+of\s+(?:the\s+)?$")
_ITS_BODY = re.compile(rf"(?:['’]s?)?(?:\s+{_WORD_OF_NAME})+")


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
        """The two, and whatever else the model gave, refused; its parties where there are none."""
        both = _both(context)
        if not both:
            return raw
        others = [
            refused(entry, "these sentences name two others as the parties")
            for entry in (raw if isinstance(raw, list) else ())
            if not both.keys() & _codes_in(entry)
        ]
        return [*(name.text for name in both.values()), *others]


def _codes_in(entry: Any) -> frozenset[str]:
    """The states that a model's entry names."""
    name = entry if isinstance(entry, str) else given(entry, "name") or given(entry, "country")
    return gazetteer().codes_in(name) if isinstance(name, str) else frozenset()


def _both(context: Context) -> dict[str, Span]:
    """The two states, by code, that the instrument's sentence names; none where it names more."""
    title = context.span_of("title")
    if title is None or not context.inside(title):
        return {}
    sentence = context.reading.passage_at(title.start)
    # Who is spoken of need not have agreed, and a body of many states is a third party.
    if sentence is None or SAYS.search(sentence.span.text) or names_international_body(sentence):
        return {}
    sides = _sides(sentence, context.reading)
    return sides if _are_joined(sides, sentence, context.reading) else {}


def _sides(sentence: Passage, reading: Reading) -> dict[str, Span]:
    """The states that a sentence names, by code, each with the name of its body where it has one.

    None where one of them is only what something is of: "a Peruvian firm".
    """
    states = states_in(sentence, reading)
    found: dict[str, Span] = {}
    for index, state in enumerate(states):
        bound = states[index - 1].end if index else sentence.start
        limit = states[index + 1].start if index + 1 < len(states) else sentence.end
        name = _whole_name(state, reading.article.text, bound, limit)
        if state.kind == "name" or BODY.search(name.text):
            found.setdefault(state.code, name)
    return found if found.keys() == {state.code for state in states} else {}


def _whole_name(state: Mention, text: str, bound: int, limit: int) -> Span:
    """A state's mention, with the name of its body that lies between `bound` and `limit`."""
    before = _BODY_OF.search(text, bound, state.start)
    after = _ITS_BODY.match(text, state.end, limit)
    if before and BODY.search(before[0]):
        return Span.of(text, before.start(), state.end)
    return Span.of(text, state.start, after.end() if after and BODY.search(after[0]) else state.end)


def _are_joined(sides: dict[str, Span], sentence: Passage, reading: Reading) -> bool:
    """Whether there are two sides, which "and" or "with" joins, and no ministry beside them."""
    if len(sides) != 2:
        return False
    text = reading.article.text
    first, second = sides.values()
    beside = (sentence.start, first.start), (first.end, second.start), (second.end, sentence.end)
    return _JOINED.search(text, first.end, second.start) is not None and not any(
        BODY.search(text, start, end) for start, end in beside
    )
