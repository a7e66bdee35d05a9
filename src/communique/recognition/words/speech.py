"""The words by which somebody speaks, or stands for those named before, of all languages together."""

from __future__ import annotations

import re

from communique.recognition.words import joined

SAYS = re.compile(rf"(?<!\w)(?:{joined(lambda of: of.speech.says)})(?!\w)", re.IGNORECASE)
"""Verbs of saying."""

CALLED = re.compile(
    r"(?:^|[“\"]\W*|[,;]\s|\b(?:that|\w+day)\s)"
    rf"(?:{joined(lambda of: of.speech.called)})(?!\w)"
)
"""A speaker who was named before, at the beginning of a clause."""

PRONOUN = re.compile(rf"\b(?:{joined(lambda of: of.speech.pronouns)})\b", re.IGNORECASE)
"""Somebody named before, in whatever case."""

_SUBJECTS = joined(lambda of: of.speech.subjects)

STANDS_FOR = re.compile(rf"\b(?:{_SUBJECTS})\b", re.IGNORECASE)
"""Somebody takes part or speaks whom the sentence does not name."""

STANDS_FOR_SOMEBODY = re.compile(
    rf"\b(?:{_SUBJECTS}|{joined(lambda of: of.speech.somebody)})\b", re.IGNORECASE
)
"""Somebody is spoken of whom the sentence does not name."""

TOGETHER = re.compile(rf"\b(?:{joined(lambda of: of.speech.together)})\b", re.IGNORECASE)
"""Two sides or more that were named before."""
