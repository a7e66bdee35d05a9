"""Statements and acts about who may enter with which visa."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import Field

from communique.article import Article
from communique.passages import Passage
from communique.recognition import travel
from communique.recognition.dates import SAID_THERE, When
from communique.recognition.measures import Measures
from communique.recognition.quotes import Quotation, Told
from communique.recognition.signals import Signals, language_is_known
from communique.recognition.speakers import Speaker
from communique.recognition.talk_of_visas import speaks_beside, speaks_of_visas, with_speaker
from communique.recognition.words import visas as words
from communique.recognition.words.speech import SAYS
from communique.records.base import Record
from communique.records.entities import Beneficiary, Destination, Participant
from communique.records.likeness import compatible_dates, same_entity
from communique.values import EventDate, Quote, Statement
from communique.values.reading import Context, Reading

# How far from the speaker's name words still tell who that is.
_BESIDE = 60

# Where somebody speaks of visas, what the speaker wants is the model's to say.
# But a small model takes all that is said for an announcement.
_STANCE = Signals(
    words.STANCE,
    required=True,
    enough=SAYS.pattern,
    shown=speaks_of_visas,
    only_told=("announces",),
)
_MEASURE = Measures(
    words.MEASURE,
    staying=words.STAYING,
    waiting=words.WAITING,
    required=True,
    enough=f"{words.ON_MEASURE}|{SAYS.pattern}",
    doubtful=("stance", words.AUXILIARY),
    shown=speaks_of_visas,
)
# What few sentences have comes first: looking for words of a comment takes four times as long.
_FOLLOW_UP = rf"^(?=.*(?:{words.ON_MEASURE})).*(?:{words.COMMENTS})"


class VisaPolicyStatement(Record):
    """Someone with standing says or does something about who may enter with which visa."""

    kind: ClassVar[str] = "visa_policy_statement"
    plural: ClassVar[str] = "visa_policy_statements"
    ask: ClassVar[str] = (
        "Who, with standing to speak, says or does what about visas, entry without a visa, or the "
        "price, procedure or length of visas? One entry for each speaker and measure."
    )
    needs_cue: ClassVar[bool] = True
    by_sentence: ClassVar[bool] = True
    cues: ClassVar[tuple[str, ...]] = (
        *(
            "visa",
            "vize",
            "viza",
            "wiz",
            "visto",
            "vízum",
            "βίζ",
            "签证",
            "簽證",
            "ビザ",
            "비자",
            "تأشير",
        ),
        *("entry", "enter", "travel", "passport", "schengen", "waiver", "e-visa"),
        *("visum", "visen", "einreise", "reise", "entrée", "séjour", "voyage", "entrada", "visado"),
        *("виз", "въезд", "безвиз", "поездк", "пребыван", "шенген", "паспорт"),
    )
    guide: ClassVar[str] = """\
A visa policy statement: someone with standing (an official of any level, a government, a \
parliamentarian, an EU body, an embassy) says or does something about who may enter with which \
visa. A law taking effect and a dated act of a government are statements (speaker: the government \
or body). No statement: the reporter's own words about visas, a description of the standing rules, \
visas merely discussed as a topic, words of lobbies, think tanks, firms, unnamed clerks or \
citizens. One entry per speaker and measure and destination; the same speaker repeating himself \
has one.
speaker: as a participant of a meeting. A side told of only as a state's: name null, its country.
stance: announces (decided or enacted), supports (welcomes too), opposes, requests, considers \
(studies, discusses, is ready to begin).
measure: visa_free (no visa at all), facilitation (simpler, cheaper or faster, multi-entry, a \
unified visa), tightening (harder, shorter, an exemption ended, newly required), suspension (a \
waiver or the issuing paused), fees (the price and nothing else), e_visa, extension (a longer stay \
or validity), other.
destination: whose visa it is; EU or Schengen is European Union.
beneficiaries: whose citizens it touches, one entry per nationality; empty if no group is named.
quote: the speaker's own words where the article quotes them, else null.
date: when it was said or decided."""

    decisions: ClassVar[str] = """\
Visa policy statements, hard cases: topics merely discussed are topics of a meeting; a statement \
needs a position of somebody. A dated act of a government in the background is a statement \
(announces). An agreement about visas is an agreement; a statement besides only where somebody \
announces, praises or opposes it. Standing have officials of any level, parliamentarians, EU \
rapporteurs and parties' spokesmen in parliament. Who comments on a measure takes that measure's \
destination and beneficiaries. Faster and fewer papers in one breath is one facilitation; a fee \
change beside it is its own entry; fees covers a waiver of the price too. One beneficiary per \
nationality; "the Nordic countries" is one, country null; no group named: empty list. A common \
visa of several states: destination as written, country null, and a unified visa is facilitation. \
Joint visa acts that somebody announces: one entry for each state. "Welcomed it" is supports. A \
press service that reports what the other side thinks is no quote. The date is when it was said or \
decided; the day from which it holds only where no other is given."""

    speaker: Annotated[
        Participant,
        Speaker(verbs=words.STANCES, acts=words.ACTS),
        Field(description="who says or does it"),
    ]
    stance: Annotated[
        Literal["announces", "supports", "opposes", "requests", "considers"],
        _STANCE,
        Field(description="what the speaker does"),
    ]
    measure: Annotated[
        Literal[
            "visa_free",
            "facilitation",
            "tightening",
            "suspension",
            "fees",
            "e_visa",
            "extension",
            "other",
        ],
        _MEASURE,
        Field(description="what would change"),
    ]
    destination: Annotated[
        Destination | None, travel.Destination(), Field(description="whose visa it is")
    ]
    beneficiaries: Annotated[
        tuple[Beneficiary, ...],
        travel.Beneficiaries(),
        Field(max_length=8, description="whose citizens it touches"),
    ]
    statement: Annotated[
        Statement | None, Told(), Field(description="what is said, in one sentence")
    ]
    quote: Annotated[
        Quote | None, Quotation(words.SPEECH_GOES_ON), Field(description="direct quotation")
    ]
    date: Annotated[
        EventDate | None,
        When(said=True, linked=SAID_THERE),
        Field(description="when it was said or decided"),
    ]

    follow_up: ClassVar[str] = _FOLLOW_UP
    carry_on: ClassVar[str] = words.SPEECH_GOES_ON

    @classmethod
    def may_tell(cls, sentence: Passage, reading: Reading) -> bool:
        """Whether the sentence has, or may have, words of a stance and of a measure."""
        if cls.shows(sentence, reading) or cls._told_beside(sentence, reading):
            return True
        context = Context(reading, (sentence,))
        stance = _STANCE.told(context)
        if stance is None and language_is_known(reading.article.text):
            told = words.VISA.search(sentence.span.text) and _MEASURE.told(context)
            return bool(told) and _STANCE.may_tell(context)
        context = Context(reading, (sentence,), {"stance": stance} if stance else {})
        return _MEASURE.told(context) is not None or _MEASURE.may_tell(context)

    @classmethod
    def shows(cls, sentence: Passage, reading: Reading) -> bool:
        """Whether somebody with an office speaks in it where visas are spoken of."""
        return speaks_of_visas(sentence, reading)

    @classmethod
    def _told_beside(cls, sentence: Passage, reading: Reading) -> bool:
        """Whether it tells a measure and an official speaks right before or after it."""
        if not words.VISA.search(sentence.span.text):
            return False
        told = _MEASURE.told(Context(reading, (sentence,)))
        return told is not None and speaks_beside(sentence, reading)

    @classmethod
    def told_with(
        cls, sentence: Passage, answer: Mapping[str, Any], reading: Reading
    ) -> tuple[Passage, ...]:
        """With the sentence beside it that names the speaker, where nobody speaks in it."""
        speaker = answer.get("speaker")
        name = speaker.get("name") if isinstance(speaker, dict) else speaker
        return with_speaker(sentence, name if isinstance(name, str) else "", reading)

    @classmethod
    def told_in(cls, sentence: Passage, reading: Reading) -> tuple[str, ...]:
        """One, where the sentence has words of a visa, of a measure and of a stance."""
        context = Context(reading, (sentence,))
        if not _STANCE.told(context):
            return ()
        if words.VISA.search(sentence.span.text) and _MEASURE.told(context):
            return ("",)
        before = reading.article.text[: sentence.start]
        speaks_on = re.search(_FOLLOW_UP, sentence.span.text, re.IGNORECASE)
        return ("",) if speaks_on and words.VISA.search(before) else ()

    @classmethod
    def together(cls, records: tuple[Self, ...]) -> tuple[Self, ...]:
        """Who comments on a measure takes that measure's destination and beneficiaries."""
        done: list[Self] = []
        for record in sorted(records, key=lambda r: r.evidence[0].start):
            measured = "measure" in record.grounding
            # A large model, whose choices have no words of their own, is told to do this itself.
            read_by_code = "stance" in record.grounding
            comments = read_by_code and (record.stance != "announces" or not measured)
            for other in reversed(done if comments else ()):
                if not measured or other.measure == record.measure:
                    record = record._commenting(other, measured)
                    break
            done.append(record)
        return tuple(done)

    def _commenting(self, other: Self, measured: bool) -> Self:
        """This statement with what it leaves unsaid of the measure that `other` tells."""
        taken = [name for name in ("destination", "beneficiaries") if not getattr(self, name)] + (
            [] if measured else ["measure"]
        )
        spans = {
            path: span
            for path, span in other.grounding.items()
            if path.split(".")[0].split("[")[0] in taken
        }
        values = {name: getattr(other, name) for name in taken}
        return self.model_copy(update={**values, "grounding": {**self.grounding, **spans}})

    def fault(self, article: Article) -> str | None:
        """A statement is made by somebody with standing, not by a lobby, a firm or an expert."""
        role = self.speaker.role or self.speaker.organization or ""
        if words.NO_STANDING.search(f"{role} {self.speaker.name or ''}"):
            return "who speaks has no standing"
        named = [
            mention
            for span in self.evidence
            if not words.GERMAN.search(span.text)
            for mention in words.CARDS.finditer(span.text)
        ]
        if named and all(m["company"] for m in named):
            return "the Visa of these sentences is a company"
        if not self.speaker.role and self._spoken_for():
            return "who speaks has no standing"
        return None

    def _spoken_for(self) -> bool:
        """Whether those who speak for no state are named beside the speaker."""
        first = self.evidence[0]
        named = [s for path, s in self.grounding.items() if path.startswith("speaker.")]
        places = [s for s in named if first.start <= s.start < first.end]
        start = min((s.start for s in places), default=first.start) - first.start
        end = max((s.end for s in places), default=first.end) - first.start
        beside = first.text[max(0, start - _BESIDE) : end + _BESIDE]
        return words.NO_STANDING.search(beside) is not None

    def same_event(self, other: Record) -> bool:
        """One record per speaker and measure and destination."""
        return (
            isinstance(other, VisaPolicyStatement)
            and same_entity(self.speaker, other.speaker)
            and self.measure == other.measure
            and (self.stance == "opposes") == (other.stance == "opposes")
            and (
                self.destination is None
                or other.destination is None
                or same_entity(self.destination, other.destination)
            )
            and compatible_dates(self.date, other.date)
        )
