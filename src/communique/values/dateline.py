"""The dateline: where and when a dispatch was filed, at the head of its text."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from communique.values.dates import find_dates

# A dateline ends with the first of these after its date or place.
_END = re.compile(r"\)\s*[—–-]*|\s[—–-]{1,2}\s|[.:]\s|\n")


@dataclass(frozen=True, slots=True)
class Dateline:
    """The text's first `end` characters are a dateline; `date` is None where it gives no year."""

    end: int
    date: dt.date | None


def read_dateline(text: str) -> Dateline | None:
    """The dateline that `text` begins with, or None.

    Known forms: "ASTANA, Kazakhstan, April 19.", "PARIS, 4 May 2025 (AFP) -", "(Paris, 4 mai
    2025)", "date 2025-04-19 ASTANA", "2025-04-19" and a full date on a first line of its own.
    """
    head = text[:240]
    # Most texts begin without one, and to look for dates takes longer than all else here.
    if not any(map(str.isdigit, head)):
        return None
    mentions = find_dates(head, None, explicit=True)
    last: Dateline | None = None
    at = 0
    day: dt.date | None = None
    for mention in mentions:
        marked = bool(_MARK.match(text, mention.end))
        if not _is_place(head[at : mention.start], marked):
            break
        end = _END.search(text, mention.end)
        gap = head[mention.end : end.start()] if end else head[mention.end :]
        # "18 mars 2025 (Le Courrier de la Corniche) -": the source may have a long name.
        alone = end is not None and (len(gap.split()) <= 3 or gap.lstrip().startswith("("))
        part = alone or _is_place(gap) or day is not None or _stamp(head[:at])
        if not part and not _ISO.fullmatch(mention.text):
            break
        day = day or mention.day
        at = mention.end
        last = Dateline(end.end() if alone and end is not None else mention.end, day)
    return last


_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


def _stamp(words: str) -> bool:
    return bool(_ISO.search(words))


def _is_place(words: str, marked: bool = False) -> bool:
    """Whether `words` can stand before the date of a dateline: nothing, or capitals."""
    stripped = _LABEL.sub("", words).strip(" ,.()[]—–-\n\t")
    stripped = re.sub(r"(?:^|\W)(?:le|den|el)$", "", stripped).strip(" ,")
    if not stripped:
        return True
    tokens = re.findall(r"[^\W\d_]+", stripped)
    if not tokens or len(tokens) > 6:
        return False
    if any(t in _PREPOSITIONS for t in tokens) or not all(t[0].isupper() for t in tokens):
        return False
    # "ASTANA, Kazakhstan, April 19": the city is in capitals, or a mark follows the date at once.
    return marked or (tokens[0].isupper() and len(tokens[0]) > 1)


_LABEL = re.compile(r"^\s*(?:date|published|updated|posted)[:\s]\s*(?:on\s)?", re.IGNORECASE)
_PREPOSITIONS = frozenset(
    ("On", "In", "At", "By", "Since", "From", "Until", "Le", "En", "Am", "Im", "В")
)
# What closes a dateline right after its date: "(Xinhua) --", "-", a full stop or the line's end.
_MARK = re.compile(r"\s*(?:\([^)]{1,30}\)\s*)?(?:—|–|--?\s|\n|\]|$)")
