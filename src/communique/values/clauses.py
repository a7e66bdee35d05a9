"""The clause around a date: whether it looks ahead, and whether it measures from another day."""

from __future__ import annotations

import re

_FUTURE = re.compile(
    r"\b(?:will|shall|to be held|offer\w* to|invit\w*|propos\w*|suggest\w*|is to|are to|set to|"
    r"due to|due in|due on|plans?|planned|"
    r"scheduled|expected|upcoming|forthcoming|ahead of|next|"
    r"aura|auront|sera|seront|prévue?s?|doit|doivent|prochaine?s?|"
    r"wird|werden|soll|sollen|geplant|nächste[nrs]?|"
    r"se celebrará|tendrá|prevista?s?|próxim[ao]s?|"
    r"будет|будут|состоится|состоятся|пройд[её]т|пройдут|запланирован\w*|предстоящ\w*|"
    r"намечен\w*|встретится|посетит|прибудет|қарсаңында|өтеді|болады)\b",
    re.IGNORECASE,
)


def looks_ahead(text: str, start: int, end: int) -> bool | None:
    """Whether the clause around a phrase tells of what is to come; None where it does not show.

    Only the clause: "held talks on 5 May that will lead to a treaty" looks back.
    """
    before, after = _sentence(text, start, end)
    clause = _CLAUSE.split(before)[-1] + text[start:end] + _CLAUSE.split(after)[0]
    if _PAST.search(clause) and not _SURE.search(clause):
        return False
    if _FUTURE.search(clause):
        return True
    # A comma may stand within a list: the last verb before the phrase then tells.
    ahead = max((m.end() for m in _FUTURE.finditer(before)), default=-1)
    behind = max((m.end() for m in _PAST.finditer(before)), default=-1)
    return None if ahead == behind else ahead > behind


_CLAUSE = re.compile(
    r"[,;:()“”\"]|\b(?:that|which|who|where|when|while|after|but|что|котор\w+|que|qui|dass)\b"
)
_SURE = re.compile(
    r"\b(?:will|shall|to be held|is to|are to|будет|будут|wird|werden|sera)\b", re.IGNORECASE
)
_PAST = re.compile(
    r"\b(?:said|told|held|met|signed|visited|took|agreed|discussed|was|were|had|received|arrived|"
    r"announced|spoke|ended|began|opened|concluded|hosted|a (?=[^\W\d_]+[ée]\b)|ont|s'est|"
    r"провел\w*|встретил\w*|"
    r"подписал\w*|состоял\w*|traf|trafen|hat|haben)\b",
    re.IGNORECASE,
)


def _sentence(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands in the same sentence before and after a phrase."""
    window = text[max(0, start - 300) : start]
    breaks = [m.end() for m in _SENTENCE_START.finditer(window)]
    stop = _SENTENCE_STOP.search(text, end, end + 300)
    return window[breaks[-1] if breaks else 0 :], text[end : stop.start() if stop else end + 300]


_SENTENCE_START = re.compile(r"[.!?]\s+(?=[^\W\d_a-z])|\n")
_SENTENCE_STOP = re.compile(r"[.!?]\s|\n")


# "the day after May 3", "the last week of May": another day than the named.
_MEASURED_FROM = re.compile(
    r"\b(?:days?|weeks?|months?|years?|eve|jours?|semaines?|tage?|wochen?|дн\w+|недел\w+)\s+"
    r"(?:after|before|of|from|prior to|following|après|avant|nach|vor|после|до)\s+(?:the\s+|"
    r"le\s+)?$",
    re.IGNORECASE,
)
_PART_OF = re.compile(r"(?<=day|eek|nth|ear)\s+of\s+(?!this|next|last)\w", re.IGNORECASE)


def measured_from_another(text: str, match: re.Match[str], explicit: bool) -> bool:
    """Whether the phrase tells how far the event is from another day, or is that other day."""
    if not explicit:
        return bool(_PART_OF.match(text, match.end()))
    return bool(_MEASURED_FROM.search(text, max(0, match.start() - 40), match.start()))
