"""Statements and acts about who may enter with which visa."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from communique.records.base import Record
from communique.records.entities import Beneficiary, Destination, Participant
from communique.records.likeness import compatible_dates, same_entity
from communique.values import EventDate, Quote, Statement


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
speaker: as a participant of a meeting. "The French side": name null, country France.
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

    speaker: Annotated[Participant, Field(description="who says or does it")]
    stance: Annotated[
        Literal["announces", "supports", "opposes", "requests", "considers"],
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
        Field(description="what would change"),
    ]
    destination: Annotated[Destination | None, Field(description="whose visa it is")]
    beneficiaries: Annotated[
        tuple[Beneficiary, ...], Field(max_length=8, description="whose citizens it touches")
    ]
    statement: Annotated[Statement | None, Field(description="what is said, in one sentence")]
    quote: Annotated[Quote | None, Field(description="direct quotation")]
    date: Annotated[EventDate | None, Field(description="when it was said or decided")]

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
