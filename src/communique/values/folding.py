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
        starts: list[int] = []
        ends: list[int] = []
        blank = True
        ascii_forms = _ascii_forms(loose)
        for start, end, unit in _units(text):
            if end - start == len(unit) and _RUN.match(unit):
                folded.append(unit.translate(ascii_forms))
                starts.extend(range(start, end))
                ends.extend(range(start + 1, end + 1))
                blank = False
                continue
            forms = "".join(_fold_character(c, loose) for c in unit)
            if unit and not forms and ends and not unit.isspace():
                # A combining mark belongs to the letter before it.
                ends[-1] = end if unicodedata.combining(unit[0]) else ends[-1]
            for form in forms:
                if form == " " and blank:
                    continue
                blank = form == " "
                folded.append(form)
                starts.append(start)
                ends.append(end)
        self.text = "".join(folded)
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
        starts = self._starts
        return at <= 0 or at >= len(starts) or starts[at] != starts[at - 1]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """The original place of folded characters `start` to `end` (at least one)."""
        return self._starts[start], self._ends[end - 1]

    def folded_index(self, place: int) -> int:
        """The index of the folded character made from the original character at `place`."""
        return max(0, bisect_right(self._starts, place) - 1)


@lru_cache(maxsize=16_384)
def fold(text: str, *, loose: bool = True) -> str:
    """`text` as `FoldedText` compares it, without blanks at the ends."""
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
    return re.findall(r"\w+", folded)
