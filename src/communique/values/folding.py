"""Finding words in a text although case, accents, typography or white space differ.

A folded text keeps for each of its characters the place in the original, so that what is
found is always given back as the original writes it.
"""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,12}|#\d{1,6}|#[xX][0-9a-fA-F]{1,5});")
_TYPOGRAPHY = str.maketrans(
    dict.fromkeys("‘’‚‛ʼʻ`´′", "'")
    | dict.fromkeys("“”„‟«»″", '"')
    | dict.fromkeys("‐‑‒–—―−", "-")
    | {"…": "...", "ß": "ss", "ё": "е", "Ё": "Е"}
)
_INVISIBLE = {"\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad"}
# Letters that do not decompose, though their keyboards' neighbours write them without the mark.
_PLAIN = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "ı": "i", "ħ": "h", "æ": "ae", "œ": "oe"})


@lru_cache(maxsize=4096)
def _fold_character(character: str, loose: bool) -> str:
    if character in _INVISIBLE:
        return ""
    if character.isspace():
        return " "
    plain = character.translate(_TYPOGRAPHY)
    if not loose:
        return plain
    decomposed = unicodedata.normalize("NFKD", plain).casefold()
    bare = "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_PLAIN)
    return " " if bare.isspace() else bare


_RUN = re.compile(r"[!-%'-~]+(?: [!-%'-~]+)*")
"""Words of printable ASCII with single blanks between them: each character folds to one.

Without the ampersand, which may begin an entity."""


@lru_cache(maxsize=2)
def _ascii_forms(loose: bool) -> dict[int, str]:
    return {code: _fold_character(chr(code), loose) for code in range(ord(" "), ord("~") + 1)}


def _units(text: str) -> Iterator[tuple[int, int, str]]:
    """The text's characters, an HTML entity counting as the character that it stands for.

    Runs of printable ASCII, which are most of most texts, come in one piece.
    """
    at = 0
    for entity in _ENTITY.finditer(text):
        yield from _plain_units(text, at, entity.start())
        meaning = html.unescape(entity[0])
        if meaning == entity[0]:
            yield from _plain_units(text, *entity.span())
        else:
            yield entity.start(), entity.end(), meaning
        at = entity.end()
    yield from _plain_units(text, at, len(text))


def _plain_units(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    at = start
    for run in _RUN.finditer(text, start, end):
        for index in range(at, run.start()):
            yield index, index + 1, text[index]
        yield run.start(), run.end(), run[0]
        at = run.end()
    for index in range(at, end):
        yield index, index + 1, text[index]


class FoldedText:
    """A text folded for comparison.

    `loose` folding removes case and diacritics as well as typography; strict folding evens out
    only quotation marks, dashes, white space and invisible characters.
    """

    def __init__(self, text: str, *, loose: bool = True) -> None:
        self.original = text
        folded: list[str] = []
        # The folded text in pieces: where each begins in it, and its place in the original. A
        # piece is one folded character, or a run of which each stands for one of the original.
        begins: list[int] = []
        starts: list[int] = []
        ends: list[int] = []
        at = 0
        blank = True
        ascii_forms = _ascii_forms(loose)
        for start, end, unit in _units(text):
            if end - start == len(unit) and _RUN.match(unit):
                begins.append(at)
                starts.append(start)
                ends.append(end)
                folded.append(unit.translate(ascii_forms))
                at += len(unit)
                blank = False
                continue
            forms = "".join(_fold_character(c, loose) for c in unit)
            if unit and not forms and ends and unicodedata.combining(unit[0]):
                # A combining mark belongs to the letter before it.
                if at - begins[-1] > 1:
                    begins.append(at - 1)
                    starts.append(ends[-1] - 1)
                    ends[-1] -= 1
                    ends.append(end)
                else:
                    ends[-1] = end
            for form in forms:
                if form == " " and blank:
                    continue
                blank = form == " "
                begins.append(at)
                starts.append(start)
                ends.append(end)
                folded.append(form)
                at += 1
        self.text = "".join(folded)
        self._begins = [*begins, at]
        self._starts = starts
        self._ends = ends

    def find_all(self, words: str) -> Iterator[tuple[int, int]]:
        """Where folded `words` stand as whole words: places in the original text."""
        if not words:
            return
        at = self.text.find(words)
        while at >= 0:
            end = at + len(words)
            whole = self._parts(at) and self._parts(end)
            if whole and _joint(self.text, at) and _joint(self.text, end):
                yield self.place(at, end)
            at = self.text.find(words, at + 1)

    def _parts(self, at: int) -> bool:
        """Whether a character of the original begins at `at`: "1" is no part of "¼"."""
        if at <= 0 or at >= len(self.text):
            return True
        piece = bisect_right(self._begins, at) - 1
        # Within a run each stands for one; what one character folds to has the same place.
        return self._begins[piece] != at or self._starts[piece] != self._starts[piece - 1]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """The original place of folded characters `start` to `end` (at least one)."""
        begins = self._begins
        first = bisect_right(begins, start) - 1
        last = first if end <= begins[first + 1] else bisect_right(begins, end - 1) - 1
        # What lies before the last of a piece's characters lies as far before its end.
        return (
            self._starts[first] + start - begins[first],
            self._ends[last] - (begins[last + 1] - end),
        )


@lru_cache(maxsize=16)
def folded_text(text: str) -> FoldedText:
    """`text` folded loosely; kept for a while, since several look at the same article."""
    return FoldedText(text)


@lru_cache(maxsize=4096)
def fold(text: str, *, loose: bool = True) -> str:
    """`text` as `FoldedText` compares it, without blanks at the ends."""
    if _RUN.fullmatch(text):
        return text.translate(_ascii_forms(loose)).strip()
    return FoldedText(text, loose=loose).text.strip()


def _joint(text: str, at: int) -> bool:
    """Whether words may begin or end between ``text[at - 1]`` and ``text[at]``."""
    if at <= 0 or at >= len(text):
        return True
    before, after = text[at - 1], text[at]
    if unicodedata.combining(after):
        return False
    if before.isalnum() and after.isalnum():
        # Scripts without capitals write prefixes and neighbours without a blank.
        return _unspaced(before) and _unspaced(after)
    # "1-2 May", "3.5", "1,200": a number goes on past a single mark between digits.
    if before.isdigit() and after in "-.,:/" and text[at + 1 : at + 2].isdigit():
        return False
    return not (after.isdigit() and before in "-.,:/" and text[at - 2 : at - 1].isdigit())


def _unspaced(character: str) -> bool:
    cased = character.islower() or character.isupper()
    return not cased and unicodedata.category(character) in ("Lo", "Mn", "Mc")


def words(folded: str) -> list[str]:
    """The words (letters and digits) of a folded text."""
    return _WORD.findall(folded)


_WORD = re.compile(r"\w+")
