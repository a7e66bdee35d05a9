"""The names of instruments: noun phrases around words such as "agreement" and "memorandum"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from communique.article import Span
from communique.passages import Passage
from communique.recognition.base import Recogniser
from communique.recognition.words.agreements import DENIED, ENDS, HEADS, NO_SUBJECT
from communique.values.folding import fold, words
from communique.values.reading import Context, Reading

# Before a head these begin another phrase; what stands after them belongs to the name.
_STOPS_LEFT = frozenset(
    (
        "a an the its their his her our this that these those both two three several some any each "
        "of on in to for from by with under at and or as than but which who that is are was were "
        "has have had be been will would said says new first second another such whose into over "
        "about after before since until during between through upon its also include includes "
        "un une le la les l des du de d leur son sa ses cet cette ce au aux en par pour sur dans "
        "et "
        "ein eine einen einem einer eines der die das den dem des das ihr ihre und von zu im in "
        "am mit über für auf durch bei zum zur und и в на по с со о об к для из от их его её не "
        "что un una el los las del al y en con sobre para por"
    ).split()
)
_LINKS = (
    r"(?:on|of|between|with|to|for|concerning|regarding|about|against|in the field of|sur|de|du|"
    r"des|relatif à|relative à|concernant|entre|avec|über|zur|zum|zwischen|mit|о|об|обо|между|"
    r"sobre|in (?=[a-z]))"
)
_ENDS = re.compile(rf"[;:()\[\]“”\"«»–—!?\n]|\.(?:\s|$)|(?<!-),|(?<!\w)(?:{ENDS})(?!\w)")
_LONGEST = 16


@lru_cache(maxsize=1)
def _heads() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){HEADS}", re.IGNORECASE)


def instruments(passage: Passage, reading: Reading) -> tuple[Span, ...]:
    """The noun phrases of a sentence that name an instrument, in their order, without overlaps.

    None of which it says that there is no such instrument.
    """
    text = reading.article.text
    found: list[Span] = []
    denied = [m.span() for m in DENIED.finditer(text, passage.start, passage.end)]
    for head in _heads().finditer(text, passage.start, passage.end):
        if found and head.start() < found[-1].end:
            continue
        if any(start <= head.start() < end for start, end in denied):
            continue
        start = _begin(text, passage.start, head.start())
        end = _before_a_day(reading, head.end(), _end(text, head.end(), passage.end))
        if found and start < found[-1].end:
            start = head.start()
        found.append(Span.of(text, start, end))
    return tuple(found)


def _before_a_day(reading: Reading, start: int, end: int) -> int:
    """Where a name ends that a day or month follows: "signed a treaty on fishing in May"."""
    text = reading.article.text
    for mention in reading.dates:
        alone = mention.text.isdigit() or _DATED.search(text[start : mention.start])
        if start < mention.start < end and not alone:
            before = text[start : mention.start].rstrip(" ,")
            return start + len(_ON_A_DAY.sub("", before))
    return end


# "The agreement of 12 May 1998" is called so.
_DATED = re.compile(r"\b(?:of|de|du|del|vom|von|от)\s+$")
_ON_A_DAY = re.compile(r",?\s+(?:in|on|at|le|en|au|el|a|am|im|в|во|на)$")


def _begin(text: str, floor: int, start: int) -> int:
    """Go left over the words that qualify the head."""
    for _ in range(6):
        before = re.search(r"([\w’'.&;-]+)[ \t]+$", text[floor:start])
        if before is None:
            break
        word = before[1]
        plain = word.strip("’'.").casefold()
        if (
            plain in _STOPS_LEFT
            or re.search(r"['’]s?$|;$", word)
            or (plain.endswith("ed") and plain not in ("united", "unified", "integrated"))
            or plain in ("signing", "including", "discussing", "concluding", "implementing")
            or re.fullmatch(r"(?:19|20)?\d+", plain)
            or re.search(r"(?:ли|ла|ло|[юуяаеи]т|ены|ено)$", plain)
            or plain.startswith("действующ")
        ):
            break
        start = floor + before.start(1)
    return start


def _end(text: str, end: int, ceiling: int) -> int:
    """Go right over "on ...", "between ... and ..." to the end of the phrase."""
    link = re.compile(rf"[ \t]+{_LINKS}[ \t]+(?=\S)", re.IGNORECASE).match(text, end, ceiling)
    if link is None:
        # A name may end with its head.
        return end
    stop = _ENDS.search(text, link.end(), ceiling)
    limit = stop.start() if stop else ceiling
    if re.match(r"\s+(?:о|об|обо)\s", link[0]):
        # Word order is free: "соглашение о визах Армения и Катар подписали" ends before the states.
        subject = re.compile(r"\s(?=[А-ЯЁ][а-яё]*(?:[ая]|ан|[бвгдзклмнпрстфхцш])\b)").search(
            text, link.end(), limit
        )
        limit = subject.start() if subject else limit
    phrase = text[end:limit].rstrip(" .,")
    kept = re.match(rf"(?:\s*\S+){{1,{_LONGEST}}}", phrase)
    return end + len(kept[0].rstrip()) if kept else end


@dataclass(frozen=True)
class InstrumentName(Recogniser):
    """Reads the title of an instrument to its whole length: "roadmap" is "roadmap to ..."."""

    def read(self, raw: Any, context: Context) -> Any:
        """The phrase of the evidence that the model's title is part of, or shares its head with."""
        phrases = [s for p in context.evidence for s in instruments(p, context.reading)]
        if not phrases or not isinstance(raw, str):
            return raw
        # "An agreement was reached to prepare an operational agreement": the latter has a name.
        phrases = [s for s in phrases if len(s.text.split()) > 1] or phrases
        mine = set(words(fold(raw)))

        def shared(span: Span) -> float:
            theirs = set(words(fold(span.text)))
            head = _heads().search(span.text)
            same_head = head is not None and fold(head[0]) in fold(raw)
            part = bool(mine) and mine <= theirs
            return len(mine & theirs) / max(1, len(mine | theirs)) + 0.5 * (same_head or part)

        best = max(phrases, key=shared)
        return best.text if shared(best) > 0.3 else raw


_SUBJECT = re.compile(
    r"(?:^|\s)(?:on|sur|über|о|об|обо|for|concerning|regarding|sobre|zur|relatif à)\s+(?:the\s+|"
    r"la\s+|l['’]|"
    r"le\s+|les\s+|die\s+|das\s+|den\s+)?(?P<subject>\S.*)$",
    re.IGNORECASE,
)
_INCLUDING = re.compile(
    r",? (?:including|in particular|particularly|namely|notamment|insbesondere|в том числе) "
    r"(?P<items>[^.;:()]{3,200})"
)
_BETWEEN_ITEMS = re.compile(r",? (?:and|et|und|и|as well as) |, ")
_GENERAL = re.compile(r"(?:^| )(?:and|of|for)(?: |$)", re.IGNORECASE)


@dataclass(frozen=True)
class Subjects(Recogniser):
    """Reads what an instrument covers from its title: "agreement on labour migration"."""

    asks = "nothing"

    def read(self, raw: Any, context: Context) -> Any:
        """The model's subjects without the title itself, and what the title says before them."""
        title = context.siblings.get("title")
        if title is None:
            return raw
        told = _told_by_title(title.value, context)
        whole = fold(title.value)
        given = raw if isinstance(raw, list) else [raw] if isinstance(raw, str) else []
        others = [
            e for e in given if isinstance(e, str) and fold(e) not in whole and whole not in fold(e)
        ]
        return [*told, *others] if told else others or raw


def _told_by_title(title: str, context: Context) -> list[str]:
    """What the title is "on", what stands before its head, or what it goes on "including"."""
    named = _SUBJECT.search(title)
    if named:
        return [named["subject"]]
    for sentence in context.evidence:
        at = sentence.span.text.find(title)
        listed = _INCLUDING.match(sentence.span.text, at + len(title)) if at >= 0 else None
        if listed:
            return [part for part in _BETWEEN_ITEMS.split(listed["items"]) if part.strip()]
    head = _heads().search(title)
    before = title[: head.start()].split() if head else []
    while before and fold(before[0]) in NO_SUBJECT:
        before.pop(0)
    subject = " ".join(before)
    # A capital may make a name of it: "the Lisbon Treaty" covers no "Lisbon".
    text = context.reading.article.text
    plain = re.search(rf"(?<!\w){re.escape(subject.lower())}(?!\w)", text) is not None
    return [subject] if subject and plain and not _GENERAL.search(subject) else []
