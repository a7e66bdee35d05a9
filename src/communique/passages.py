"""Passages: the article's sentences, numbered, each with its exact place.

Sentences are found by nupunkt (Punkt; Kiss and Strunk 2006, "Unsupervised Multilingual
Sentence Boundary Detection") for scripts that write capitals, and by sentencex for the others.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from communique.article import Article, Span

# A "sentence" longer than this is cut, so that evidence stays readable and windows can be filled.
LONGEST = 1200


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence: `number` counts from 1, `span` is its place without white space around."""

    number: int
    span: Span
    paragraph: int

    @property
    def start(self) -> int:
        return self.span.start

    @property
    def end(self) -> int:
        return self.span.end


def split(article: Article) -> tuple[Passage, ...]:
    """Cut the article into numbered sentences.

    Every character that is not white space lies in exactly one passage, and passages are in
    the order of the text.
    """
    text = article.text
    passages: list[Passage] = []
    for number, (start, end) in enumerate(_paragraphs(text)):
        for a, b in _sentences(text, start, end, article.language):
            passages.append(Passage(len(passages) + 1, Span.of(text, a, b), number))
    return tuple(passages)


def _paragraphs(text: str) -> list[tuple[int, int]]:
    breaks = [m.span() for m in re.finditer(r"\s*\n\s*\n\s*", text)]
    starts = [0, *(end for _, end in breaks)]
    ends = [*(start for start, _ in breaks), len(text)]
    return [(a, b) for a, b in zip(starts, ends, strict=True) if text[a:b].strip()]


def _sentences(text: str, start: int, end: int, language: str | None) -> list[tuple[int, int]]:
    paragraph = text[start:end]
    found: list[tuple[int, int]] = []
    at = start
    for piece in _pieces(paragraph, language):
        found.extend(_short(text, at, at + len(piece)))
        at += len(piece)
    if at != end:
        # A segmenter that drops or changes characters would shift every later offset.
        found = _short(text, start, end)
    return found


def _pieces(paragraph: str, language: str | None) -> list[str]:
    if _has_capitals(paragraph):
        import nupunkt

        spans = [tuple(span) for span in nupunkt.sent_spans(paragraph)]
        starts = (int(a) for a, _ in spans[1:])
        cuts = [0, *(at for at in starts if not _in_ordinal(paragraph, at)), len(paragraph)]
        return [paragraph[a:b] for a, b in itertools.pairwise(cuts)]
    import sentencex

    pieces = list(sentencex.segment(language or "en", paragraph))
    return pieces if "".join(pieces) == paragraph else [paragraph]


def _in_ordinal(text: str, at: int) -> bool:
    """Whether the full stop before `at` is that of a German ordinal: "ab dem 1. Juli"."""
    return _ORDINAL.search(text, max(0, at - 20), at) is not None and (
        _MONTH.match(text, at) is not None
        or _BEFORE_ORDINAL.search(text, max(0, at - 20), at) is not None
    )


_ORDINAL = re.compile(r"(?<![\d.,])\d{1,2}\.\s+\Z")
_BEFORE_ORDINAL = re.compile(
    r"\b(?:am|dem|den|der|das|zum|vom|bis|ab|seit|des|zur|beim)\s+\d{1,2}\.\s+\Z", re.IGNORECASE
)
_MONTH = re.compile(
    r"(?:Jan(?:uar|\.)|Jänner|Feb(?:ruar|\.)|März|April|Mai|Juni|Juli|Aug(?:ust|\.)|"
    r"Sept(?:ember|\.)|Okt(?:ober|\.)|Nov(?:ember|\.)|Dez(?:ember|\.))(?!\w)"
)

_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]").findall


def _has_capitals(text: str) -> bool:
    # Letters of ASCII all have case: most text is settled by the others.
    if not any(c.isalpha() and not (c.isupper() or c.islower()) for c in _BEYOND_ASCII(text)):
        return True
    letters = [c for c in text if c.isalpha()]
    return 2 * sum(c.isupper() or c.islower() for c in letters) >= len(letters)


def _short(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Trim white space; cut what is far too long to be a sentence at white space."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    parts = []
    while end - start > LONGEST:
        space = max(text.rfind(c, start, start + LONGEST) for c in " \n\t")
        cut = space if space > start else start + LONGEST
        parts.append((start, cut))
        start = cut
        while text[start].isspace():
            start += 1
    if start < end:
        parts.append((start, end))
    return parts
