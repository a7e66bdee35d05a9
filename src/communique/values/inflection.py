"""Case forms of names in Cyrillic: "Сергей Лавров" is supported by "Сергея Лаврова"."""

from __future__ import annotations

import itertools
import re

from communique.article import Span
from communique.values.folding import fold
from communique.values.reading import Reading

_ENDINGS = frozenset(
    (
        "а я у ю ы и е о ой ей ою ею ом ем ым им ого его ому ему ых их ью ью ий ый ая яя "
        "ую юю ами ями ах ях ам ям ь й ова евa ину иной ия ии ию ией"
    ).split()
) | {""}
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")


def same_word(left: str, right: str) -> bool:
    """Whether two folded words are one, or case forms of one in Cyrillic."""
    if left == right:
        return True
    if not _CYRILLIC.match(left):
        return False
    shared = 0
    for a, b in zip(left, right, strict=False):
        if a != b:
            break
        shared += 1
    return shared >= 3 and left[shared:] in _ENDINGS and right[shared:] in _ENDINGS


def find_inflected(reading: Reading, value: str) -> tuple[Span, ...]:
    """Mentions of `value` whose words differ only in their case endings; Cyrillic only."""
    if not _CYRILLIC.search(value):
        return ()
    if value not in reading.forms:
        reading.forms[value] = _find_inflected(reading, value)
    return reading.forms[value]


def _find_inflected(reading: Reading, value: str) -> tuple[Span, ...]:
    wanted = re.findall(r"\w+", fold(value))
    if not wanted:
        return ()
    folded = reading.folded
    tokens = list(re.finditer(r"\w+", folded.text))
    found = []
    for index in range(len(tokens) - len(wanted) + 1):
        group = tokens[index : index + len(wanted)]
        if all(same_word(w, t[0]) for w, t in zip(wanted, group, strict=True)) and all(
            len(folded.text[a.end() : b.start()]) <= 2 for a, b in itertools.pairwise(group)
        ):
            place = folded.place(group[0].start(), group[-1].end())
            found.append(Span.of(reading.article.text, *place))
    return tuple(found)


def find_forms(reading: Reading, value: str) -> tuple[Span, ...]:
    """All mentions of `value`, as it is written and, in Cyrillic, in other cases."""
    exact = reading.find(value)
    starts = {span.start for span in exact}
    return exact + tuple(s for s in find_inflected(reading, value) if s.start not in starts)


def nominative(reading: Reading, name: Span) -> Span:
    """The mention of a name in Cyrillic that looks like its nominative; the name itself elsewhere.

    Other cases of names of men are longer, of women have other endings.
    """
    forms = find_inflected(reading, name.text)
    return min(forms, key=_likeness, default=name)


def _likeness(form: Span) -> tuple[int, int]:
    other = sum(not re.search(r"(?:[аяйьо]|[^аеёиоуыэюя])$", word) for word in form.text.split())
    return other, len(form.text)
