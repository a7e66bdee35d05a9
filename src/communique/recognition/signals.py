"""Signals: words of the evidence that tell which word of a vocabulary holds."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from communique.article import Span
from communique.passages import Passage
from communique.recognition.base import Asked, Recogniser, Refused
from communique.values.folding import words
from communique.values.reading import Context, Grounded, Reading, Unsupported

Group = tuple[tuple[str, str], ...]
"""Pairs of an option and a pattern of words that tell it."""


@dataclass(frozen=True)
class Signals(Recogniser):
    """Reads a choice from words such as "was signed" or "postponed".

    The first of `groups` with a match decides; within a group the match nearest to the value of
    the field `near`, else the first. Words beyond another match of `bounds` speak of another thing
    than that value and do not count. With `within`, only the words of that field count. With
    `required`, nothing is told where no such words stand, in a language of which they are known;
    words of `enough` then suffice for the model's choice, and so do sentences of which `shown`
    holds. With `doubtful`, a field and a pattern, this holds only where the words of that field
    are wholly of that pattern. An option of `only_told` is never the model's to choose.
    """

    groups: tuple[Group, ...]
    near: str | None = None
    within: str | None = None
    bounds: str | None = None
    required: bool = False
    enough: str | None = None
    doubtful: tuple[str, str] | None = None
    shown: Callable[[Passage, Reading], bool] | None = None
    only_told: tuple[str, ...] = ()
    asks: Asked = "all"

    def read(self, raw: Any, context: Context) -> Any:
        """The option that is told, with its words; the model's where nothing tells one."""
        told = self.told(context)
        if told is None and self.required and not self._may_choose(raw, context):
            return Refused(raw, Unsupported("not_told", "no words of the sentence tell this"))
        return told or raw

    def settles(self, context: Context) -> bool:
        """Whether words of the evidence tell it, beside the value that they have to be near."""
        beside = self.near or self.within
        known = beside is None or context.span_of(beside) is not None
        return known and self.told(context) is not None

    def _may_choose(self, raw: Any, context: Context) -> bool:
        known = language_is_known(context.reading.article.text)
        return self.may_tell(context) and not (known and raw in self.only_told)

    def may_tell(self, context: Context) -> bool:
        """Whether the model's choice counts although no words of the evidence tell it."""
        if not language_is_known(context.reading.article.text):
            return True
        if self.doubtful is not None:
            beside = context.span_of(self.doubtful[0])
            if beside is not None and not re.fullmatch(
                self.doubtful[1], beside.text, re.IGNORECASE
            ):
                return True
        text = context.reading.article.text
        enough = _compiled(self.enough) if self.enough else None
        return any(
            (enough is not None and enough.search(text, p.start, p.end))
            or (self.shown is not None and self.shown(p, context.reading))
            for p in context.evidence
        )

    def tells_any(self, text: str, but: str | None = None) -> bool:
        """Whether a text has words of any option but one."""
        return any(
            option != but and tells(pattern, text)
            for group in self.groups
            for option, pattern in group
        )

    def told(self, context: Context) -> Grounded | None:
        """The option that the evidence tells, with the words that tell it."""
        text = context.reading.article.text
        anchor = context.span_of(self.near or self.within)
        if self.within:
            places = [(anchor.start, anchor.end)] if anchor else []
        else:
            places = zones(context, anchor, self.bounds)
        for group in self.groups:
            found = [
                (abs(m.start() - anchor.start) if anchor else number, m.start(), m.end(), option)
                for number, (start, end) in enumerate(places)
                for option, pattern in group
                for m in _compiled(pattern).finditer(text, start, end)
            ]
            if found:
                _, start, end, option = min(found)
                return Grounded(option, Span.of(text, start, end))
        return None


_FUNCTION_WORDS = frozenset(
    "the and that le la les des que der die und das и на что el los una".split()
)
# Of neighbours that share some of them: Italian, Portuguese, Ukrainian, Bulgarian.
_FOREIGN_WORDS = frozenset(
    "di che gli nel della delle dei degli alla não uma pelo pela em ao aos та що і як від або й че "
    "са със като".split()
)


@lru_cache(maxsize=8)
def language_is_known(text: str) -> bool:
    """Whether an article is in one of the languages of which recognisers know the words."""
    said = words(text.lower())
    found = sum(map(_FUNCTION_WORDS.__contains__, said))
    foreign = sum(map(_FOREIGN_WORDS.__contains__, said))
    return found >= len(text.split()) / 40 and found > foreign


_KAZAKH_LETTERS = re.compile("[әғқңөұүһ]", re.IGNORECASE)


@lru_cache(maxsize=8)
def words_are_known(text: str) -> bool:
    """Whether code knows the words of an article, if only to see what its sentences are about."""
    kazakh = sum(1 for _ in _KAZAKH_LETTERS.finditer(text)) > len(text.split()) / 4
    return kazakh or language_is_known(text)


def zones(context: Context, anchor: Span | None, bounds: str | None) -> list[tuple[int, int]]:
    """Where the evidence may speak of what is at `anchor`: its sentence up to the next `bounds`.

    All sentences of the evidence where the anchor is in none of them.
    """
    text = context.reading.article.text
    sentences = [(p.start, p.end) for p in context.evidence]
    for start, end in sentences:
        if anchor is not None and start <= anchor.start < end:
            for match in _compiled(bounds).finditer(text, start, end) if bounds else ():
                if match.end() <= anchor.start:
                    start = match.end()
                elif match.start() >= anchor.end:
                    return [(start, match.start())]
            return [(start, end)]
    return sentences


def tells(pattern: str, text: str, passage: Passage | None = None) -> bool:
    """Whether words of `pattern` stand in a sentence, or in the whole text."""
    return found_in(pattern, text, passage) is not None


def without(pattern: str, text: str) -> str:
    """A text without the words of `pattern`."""
    return _compiled(pattern).sub("", text)


def found_in(pattern: str, text: str, passage: Passage | None = None) -> Span | None:
    """The first words of `pattern` in a sentence, or in the whole text."""
    start, end = (passage.start, passage.end) if passage else (0, len(text))
    found = _compiled(pattern).search(text, start, end)
    return Span.of(text, found.start(), found.end()) if found else None


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})", re.IGNORECASE)
