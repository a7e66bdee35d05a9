"""Who talks of visas: in a sentence that names them, soon after it, or right beside."""

from __future__ import annotations

import re

from communique.passages import Passage
from communique.recognition.speakers import names_an_official, speaks
from communique.recognition.words import visas as words
from communique.recognition.words.speech import STANDS_FOR
from communique.values.reading import Reading

_CARRIES_ON = 3


def speaks_of_visas(sentence: Passage, reading: Reading) -> bool:
    """Whether somebody with an office speaks in a sentence on visas, or of them soon after one."""
    if words.VISA.search(sentence.span.text):
        return _speaks(sentence, reading)
    since = min(
        (
            distance
            for p in reading.passages
            if 0 < (distance := sentence.number - p.number) <= _CARRIES_ON
            and words.VISA.search(p.span.text)
        ),
        default=0,
    )
    # Right after it whatever is said is on visas; later what has words of its own for it.
    goes_on = since == 1 or (since > 1 and _says_what(sentence))
    return goes_on and _speaks(sentence, reading)


def speaks_beside(sentence: Passage, reading: Reading) -> bool:
    """Whether somebody with an office speaks in the sentence right before or after one."""
    return any(_speaks(p, reading) for p in _beside(sentence, reading))


def with_speaker(sentence: Passage, name: str, reading: Reading) -> tuple[Passage, ...]:
    """A sentence, and where nobody speaks in it the one beside it that names the speaker `name`."""
    if not name.strip() or _speaks(sentence, reading):
        return (sentence,)
    named = {
        p.number
        for span in (*reading.find(name), *reading.find_short(name))
        if (p := reading.passage_at(span.start)) is not None
    }
    if sentence.number in named or STANDS_FOR.search(sentence.span.text):
        return (sentence,)
    beside = [p for p in _beside(sentence, reading) if p.number in named]
    # "The announcement was made by ..." follows; who speaks on stands before.
    saying = [p for p in beside if _speaks(p, reading)] or [
        p for p in beside if names_an_official(p, reading)
    ]
    return (sentence, *saying[-1:])


def _beside(sentence: Passage, reading: Reading) -> tuple[Passage, ...]:
    return tuple(p for p in reading.passages if abs(p.number - sentence.number) == 1)


def _speaks(sentence: Passage, reading: Reading) -> bool:
    """Whether somebody with an office speaks in a sentence, or comments on something."""
    return speaks(sentence, reading, words.COMMENTS)


def _says_what(sentence: Passage) -> bool:
    """Whether a sentence comments on something, or has words of a measure."""
    return any(
        re.search(pattern, sentence.span.text, re.IGNORECASE)
        for pattern in (words.COMMENTS, words.ON_MEASURE, words.MEASURES)
    )
