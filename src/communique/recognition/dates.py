"""When: the date phrase of the evidence that belongs to the event and not to its effect."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Any

from communique.article import Span
from communique.passages import Passage
from communique.recognition.base import Recogniser, Refused, refused
from communique.recognition.signals import Signals, without, zones
from communique.recognition.words.speech import SAYS
from communique.values.dates import DateMention
from communique.values.reading import Context, Grounded, Reading, Unsupported

# "from 1 March", "until May": when something begins to hold or ends, not when it is said.
_OF_EFFECT = re.compile(
    r"\b(?:from|starting|as of|effective|until|till|by|through|between|before|not later than|"
    r"à compter|à partir|dès|jusqu['’]\w+|d['’]ici|ab|bis|vom|с|со|до|после|к|начиная с|"
    r"a partir de|desde)\s+"
    r"(?:on\s+|the\s+|du\s+|de\s+|le\s+|dem\s+|au\s+)?$",
    re.IGNORECASE,
)

_WILL = re.compile(
    r"\b(?:will|would|shall|should|wird|werden|soll|sollen|буд[еу]т\w*|[^\W\d_]+rai(?:en)?t|"
    r"devr\w+)\b",
    re.IGNORECASE,
)

# After an instrument: the day is that of its making.
_MADE = (
    r"(?:signed|concluded|reached|adopted|ratified|signée?|conclue?|unterzeichnet|geschlossen|"
    r"подписанн\w+|of|from|de|vom|от)\s+(?:(?:in|on|en|im|am)\s+)?$"
)

# What happens in the course of the day that was told of before.
IN_ITS_COURSE = re.compile(
    r"^\W*(?:(?:before|after|during|following) (?:the|his|her|their|this|that) \w+|"
    r"on the (?:sidelines|margins)|(?:the|that|this|these|their) (?:conversation|meeting|call|"
    r"encounter|talks|session|discussions?|negotiations|dialogue)|"
    r"at the (?:same )?(?:ceremony|meeting|session|talks)|that (?:morning|afternoon|evening|night)|"
    r"in the (?:morning|afternoon|evening)|en marge|dans (?:l['’]après-midi|la (?:matinée|soirée))|"
    r"am rande|dabei|anschließend|на полях|в ходе|после этого|"
    r"(?:he|she|they|both|the (?:two|ministers?)|there|then|also|separately|ils?|elles?|er|sie|"
    r"он|она|они|там|затем|также)\b)|"
    r"\b(?:told|informed) the (?:meeting|conference|session|summit|forum|gathering)\b",
    re.IGNORECASE,
)
# What somebody says there is said on that day.
SAID_THERE = re.compile(
    r"\b(?:(?:told|at|during|after|in|following|before) (?:the|that|this|their) (?:[\w-]+ )?"
    r"(?:session|meeting|talks|ceremony|signing|conversation|conference|call|briefing|summit)|"
    r"told (?:reporters|journalists)|(?:at|during|in) (?:the )?parliament|in turn|"
    r"in dem (?:gespräch|treffen)|bei dem (?:gespräch|treffen)|dabei|am rande|"
    r"en marge|à la sortie|à l['’]issue|lors de|au cours d|"
    r"(?:по итогам|в ходе|во время|после) (?:встречи|беседы|переговоров|разговора|визита)|"
    r"в свою очередь|на (?:встрече|переговорах))\b",
    re.IGNORECASE,
)
_LINK_REACH = 6
# News tells of what is recent: "In 2021 she became minister. She met ..." is no meeting of 2021.
_RECENTLY = dt.timedelta(days=31)
_VISIT = re.compile(
    r"\b(?:visit|trip|visite|besuch) (?:to|à|in|nach) (?P<where>[A-Z][\w-]+(?: [A-Z][\w-]+)*)"
)
_SINCE = re.compile(r"\b(?:since|last|previous|until|first)\b")
_DAY = r"[\dX]{4}-\d\d-\d\d~?"
# How many sentences before its own the day of an event may be told: "On Monday ... There he met".
_REACH = 2


@dataclass(frozen=True)
class When(Recogniser):
    """Reads the date of an event from the sentence that tells of it.

    `near` names the field beside whose words the phrase stands, `bounds` where words of another
    thing begin; with `said`, dates from which a measure holds are not when it was announced; with
    `strictly`, the date must stand in the evidence; with `linked`, "during the lunch" is on the
    day that was told before; a year before words of `not_of` is theirs, and so is a day on which
    they were signed.
    """

    asks = "nothing"

    near: str | None = None
    bounds: str | None = None
    said: bool = False
    strictly: bool = False
    not_of: str | None = None
    linked: re.Pattern[str] | None = None

    def read(self, raw: Any, context: Context) -> Any:
        """The date that the evidence gives; None where the model's stands only in later text."""
        reading, anchor = context.reading, context.span_of(self.near)
        status = context.siblings.get("status")
        dates = reading.dates if self.strictly else _as_of(status, reading)
        for zone in zones(context, anchor, self.bounds):
            found = [m for m in dates if self._fits(m, zone, reading)]
            if status is not None and status.value == "held":
                found = [m for m in found if not _lies_ahead(m, zone, reading)]
            if found:
                best = min(found, key=lambda m: _rank(m, anchor))
                return Grounded(str(best.edtf), _span_of(best, reading))
        for passage in context.evidence if self.linked is not None else ():
            told = self._of_same_visit(passage, dates, reading)
            if told is None and self.linked and self.linked.search(passage.span.text):
                told = self._told_before(passage.start, dates, reading)
            if told is not None:
                return told
        if not isinstance(raw, str) or not context.evidence:
            return raw
        first = min(p.number for p in context.evidence)
        reach = 0 if self.strictly else _REACH
        begins = min(p.start for p in reading.passages if p.number >= first - reach)
        ends = max(p.end for p in context.evidence)
        meant = [
            m
            for place in reading.find(raw.strip())
            for m in reading.dates
            if m.start < place.end and place.start < m.end
        ]
        held = status is not None and status.value == "held"
        if not meant or any(
            self._fits(m, (begins, ends), reading)
            and not (held and _lies_ahead(m, (begins, ends), reading))
            for m in meant
        ):
            return raw
        return refused(raw, "this date is not that of the event")

    def _told_before(
        self, start: int, dates: tuple[DateMention, ...], reading: Reading
    ) -> Grounded | None:
        """The last day that a few sentences before tell, for what happened in its course."""
        passage = reading.passage_at(start)
        number = passage.number if passage else 0
        floor = next((p.start for p in reading.passages if p.number >= number - _LINK_REACH), 0)
        today = reading.published
        days = [
            m
            for m in self._days(dates, (floor, start), reading)
            if m.day is None or today is None or today - m.day <= _RECENTLY
        ]
        return Grounded(str(days[-1].edtf), _span_of(days[-1], reading)) if days else None

    def _of_same_visit(
        self, passage: Passage, dates: tuple[DateMention, ...], reading: Reading
    ) -> Grounded | None:
        """The day of a visit, where another sentence speaks of it with its one day."""
        for visit in _VISIT.finditer(passage.span.text):
            for other in reading.passages:
                if all(m["where"] != visit["where"] for m in _VISIT.finditer(other.span.text)):
                    continue
                days = self._days(dates, (other.start, other.end), reading)
                if len(days) == 1 and not _SINCE.search(other.span.text):
                    return Grounded(str(days[0].edtf), _span_of(days[0], reading))
        return None

    def _days(
        self, dates: tuple[DateMention, ...], zone: tuple[int, int], reading: Reading
    ) -> list[DateMention]:
        return [
            m for m in dates if re.fullmatch(_DAY, m.edtf or "") and self._fits(m, zone, reading)
        ]

    def _fits(self, mention: DateMention, zone: tuple[int, int], reading: Reading) -> bool:
        text = reading.article.text
        owner = rf"(?i)\s+(?:[\w-]+\s+){{0,2}}{self.not_of}"
        if self.not_of and len(mention.edtf or "") == 4 and re.match(owner, text[mention.end :]):
            return False
        told = rf"(?i){self.not_of}\w*\s+(?:(?:that|which)\s+)?(?:(?:was|were)\s+)?{_MADE}"
        if self.not_of and re.search(told, text[max(zone[0], mention.start - 80) : mention.start]):
            return False
        return (
            zone[0] <= mention.start < zone[1]
            and mention.edtf is not None
            and not reading.in_dateline(Span.of(text, mention.start, mention.end))
            and not (
                self.said and _of_effect(text[max(zone[0], mention.start - 90) : mention.start])
            )
        )


def _span_of(mention: DateMention, reading: Reading) -> Span:
    return Span.of(reading.article.text, mention.start, mention.end)


def _as_of(status: Grounded | None, reading: Reading) -> tuple[DateMention, ...]:
    """The dates as what is to come has them; what was called off may lie on either side."""
    if status is None or status.value not in ("planned", "proposed", "cancelled"):
        return reading.dates
    if status.value != "cancelled" or reading.published is None:
        return reading.dates_ahead
    today = reading.published

    def distance(mention: DateMention) -> int:
        return abs((mention.day - today).days) if mention.day else 10_000

    pairs = zip(reading.dates_ahead, reading.dates, strict=True)
    return tuple(min(pair, key=distance) for pair in pairs)


def _of_effect(before: str) -> bool:
    """Whether the date after `before` is when a measure begins: after "from", or after "will"."""
    ahead = list(_WILL.finditer(before))
    told = bool(ahead) and not SAYS.search(before, ahead[-1].end())
    return told or bool(_OF_EFFECT.search(before))


def _lies_ahead(mention: DateMention, zone: tuple[int, int], reading: Reading) -> bool:
    """Whether a day is one from which something will hold: no day on which people met.

    Nor is any of a year or season to come, though no day of it is known.
    """
    today = reading.published
    if mention.day is None and today is not None and mention.edtf:
        return mention.edtf[:4].isdigit() and int(mention.edtf[:4]) > today.year
    before = reading.article.text[max(zone[0], mention.start - 90) : mention.start]
    late = mention.day is not None and today is not None and mention.day > today
    return late and _of_effect(before)


def _rank(mention: DateMention, anchor: Span | None) -> tuple[int, int]:
    """Days before months before years; then the nearest."""
    coarse = -len((mention.edtf or "").split("/")[0])
    if anchor is None:
        return coarse, mention.start
    return 0, max(mention.start - anchor.end, anchor.start - mention.end, 0)


@dataclass(frozen=True)
class StatusByDay(Signals):
    """Reads whether a meeting was held: not if all days that its sentence names are still ahead.

    Words of `denied` tell that there was none, unless the sentence tells of another that was.
    """

    denied: str = r"(?!)"

    def is_denied(self, sentence: Passage) -> bool:
        """Whether a sentence says that there was no meeting, and tells of no other."""
        said = sentence.span.text
        rest = without(self.denied, said)
        return rest != said and not self.tells_any(rest)

    def read(self, raw: Any, context: Context) -> Any:
        """The status that is told, unless it is told that nobody met."""
        if context.evidence and all(map(self.is_denied, context.evidence)):
            return Refused(raw, Unsupported("not_told", "the sentence says that nobody met"))
        return super().read(raw, context)

    def told(self, context: Context) -> Grounded | None:
        """As by its words; planned where they say held of a day to come."""
        told = super().told(context)
        today = context.reading.published
        if told is None or told.value != "held" or today is None or not context.evidence:
            return told
        start, end = context.evidence[0].start, context.evidence[0].end
        text = context.reading.article.text
        named = [
            m
            for m in context.reading.dates
            if start <= m.start < end and m.day and not _of_effect(text[start : m.start][-90:])
        ]
        ahead = [m for m in named if m.day and m.day > today]
        if ahead and len(ahead) == len(named):
            return Grounded("planned", _span_of(ahead[0], context.reading))
        return told
