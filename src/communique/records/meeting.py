"""Meetings: encounters of officials and official bodies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field

from communique.article import Article, Span
from communique.passages import Passage
from communique.recognition.dates import IN_ITS_COURSE, StatusByDay, When
from communique.recognition.participants import Participants
from communique.recognition.places import CountryOfWhere, Means, Where
from communique.recognition.sides import (
    has_two_sides,
    may_have_officials,
    names_a_side,
    names_an_official_side,
    names_somebody,
    names_two_sides,
)
from communique.recognition.signals import language_is_known, words_are_known
from communique.recognition.standing import is_official, is_public_office
from communique.recognition.topics import Topics
from communique.recognition.words import meetings as words
from communique.recognition.words.agreements import HEADS
from communique.records.base import Record
from communique.records.entities import Participant
from communique.records.likeness import compatible, compatible_dates, same_entity, shares_evidence
from communique.values import CountryOfPlace, EventDate, Phrase
from communique.values.folding import fold
from communique.values.reading import Context, Reading

_STATUS = StatusByDay(
    words.STATUS,
    required=True,
    enough=words.OCCASION,
    shown=names_two_sides,
    denied=words.DENIED,
)


class Meeting(Record):
    """Two or more sides, at least one of them official, meet, talk, negotiate or call."""

    kind: ClassVar[str] = "meeting"
    plural: ClassVar[str] = "meetings"
    ask: ClassVar[str] = (
        "Go through all sentences of the article and list each meeting, talks, call, reception or "
        "conference of officials as an entry of its own. A trip with talks in several cities has "
        "one entry for each city, with the counterpart met there."
    )
    cues: ClassVar[tuple[str, ...]] = (
        *("meet", "met", "talk", "negotiat", "discuss", "visit", "receiv", "host", "welcom"),
        *("call", "phone", "summon", "summit", "conference", "consult", "dialogue", "session"),
        *("forum", "round", "held", "hold", "host", "spoke", "speak", "sat", "gather", "conven"),
        *("confer", "saw", "together", "lunch", "dinner", "spent", "delegation", "rang", "flew"),
        *("trip", "invit", "video", "trilateral", "bilateral", "counterpart", "negotiator"),
        *("rencontr", "entretien", "entretenu", "entretenir", "reçu", "recevoir", "reçoit"),
        *("réunion", "réuni", "sommet", "visite", "discut", "évoqué", "appel", "téléphon"),
        *("conférence", "pourparlers", "négoci", "dialogue", "invit", "convoqu"),
        *("traf", "treffen", "getroffen", "gespräch", "sprach", "empf", "besuch", "gipfel"),
        *("konferenz", "telefon", "verhand", "tagung", "sitzung", "einbestell", "eingeladen"),
        *("reuni", "encuentr", "encontr", "convers", "recibi", "visita", "cumbre", "llamada"),
        *("встре", "перегов", "бесед", "визит", "посе", "приня", "прием", "обсуд", "саммит"),
        *("конферен", "консульта", "заседан", "звон", "телефон", "видео", "приглас", "вызва"),
        *("кездес", "келіссөз", "сапар", "қабылда", "талқыла", "сөйлес", "жиын", "саммит"),
    )
    guide: ClassVar[str] = """\
A meeting: two or more sides, at least one of them an official or an official body, meet, hold \
talks, negotiate, call each other or sit in one conference, and at least one participant is named. \
Receiving or summoning an ambassador is a meeting. One entry per encounter: a trip with talks in \
three cities has three entries; the same talks told twice have one. No meeting: a tour of a site \
with no counterpart, a routine press briefing, a signing without talks, a headline of another story.
status: held if it took place; planned if it is fixed to happen (an accepted invitation too); \
proposed if one side suggests it or asks for it; cancelled if called off or postponed without a \
new date.
format: in_person, phone or video, only where the article shows it; a meeting in a named place is \
in_person.
participants: all who took part, of both sides. For an office or a pronoun, give the full \
name from elsewhere in the article. A delegation without a name has only its country or \
organization.
topics: what was discussed, in short phrases of the article."""

    decisions: ClassVar[str] = """\
Meetings, hard cases: one participant on a screen leaves a meeting in_person. An accepted \
invitation is planned, asking somebody to talks is proposed, "will be rearranged" without a date \
is cancelled. A signing with no talks told is no meeting; lists of related headlines tell of none. \
The country of the place is given where the article or the city makes it certain."""

    status: Annotated[
        Literal["held", "planned", "cancelled", "proposed"],
        _STATUS,
        Field(description="as of the article"),
    ]
    format: Annotated[
        Literal["in_person", "phone", "video"] | None,
        Means(words.FORMAT, spoke=words.SPOKE, bodily=words.BODILY),
        Field(description="null if not shown"),
    ]
    participants: Annotated[
        tuple[Participant, ...],
        Participants(),
        Field(min_length=1, max_length=12, description="people and bodies that took part"),
    ]
    place: Annotated[Phrase | None, Where(), Field(description="city or venue")]
    country: Annotated[
        CountryOfPlace | None, CountryOfWhere(), Field(description="country of the place")
    ]
    date: Annotated[
        EventDate | None,
        When(not_of=HEADS, linked=IN_ITS_COURSE),
        Field(description="when it took or takes place"),
    ]
    topics: Annotated[
        tuple[Phrase, ...],
        Topics(),
        Field(max_length=6, description="the subjects that were discussed"),
    ]

    carry_on: ClassVar[str] = words.TALKS_GO_ON
    adds: ClassVar[str] = rf"{words.THEY_ALSO}|{words.AT_THE_MEETING}"
    telling: ClassVar[str] = words.TELLING

    @classmethod
    def names_enough(cls, sentence: Passage, reading: Reading) -> bool:
        """Whether the sentence names somebody, and an official may be among them.

        In a language of which code knows no words it may not know one when it sees one.
        """
        if not words_are_known(reading.article.text):
            return True
        return names_a_side(sentence, reading) and may_have_officials(sentence, reading)

    @classmethod
    def may_tell(cls, sentence: Passage, reading: Reading) -> bool:
        """Whether the sentence may have officials meet and says, or may say, how a meeting stands.

        Not where it says that nobody met, and not where it is uncertain that somebody did and
        nobody is named: "they also toured the port".
        """
        if not cls.names_enough(sentence, reading):
            return False
        known = words_are_known(reading.article.text)
        if known and not (cls.told_in(sentence, reading) or names_somebody(sentence, reading)):
            return False
        if _STATUS.is_denied(sentence):
            return False
        context = Context(reading, (sentence,))
        return _STATUS.told(context) is not None or _STATUS.may_tell(context)

    @classmethod
    def shows(cls, sentence: Passage, reading: Reading) -> bool:
        """Whether the sentence names two who may have met, at least one of them with an office."""
        return names_two_sides(sentence, reading)

    @classmethod
    def shown_by(
        cls, grounding: Mapping[str, Span], sentences: Sequence[Passage], reading: Reading
    ) -> bool:
        """Whether the sentences name two of the participants, or one and somebody by a pronoun."""
        return has_two_sides(grounding, sentences, reading)

    @classmethod
    def told_in(cls, sentence: Passage, reading: Reading) -> tuple[str, ...]:
        """One, where the sentence says that somebody meets, and an official side is named.

        In a language of which code knows no words, whoever is named may be one.
        """
        if not words.ENCOUNTER.search(sentence.span.text):
            return ()
        known = words_are_known(reading.article.text)
        return ("",) if not known or names_an_official_side(sentence, reading) else ()

    @classmethod
    def together(cls, records: tuple[Self, ...]) -> tuple[Self, ...]:
        """A state or body for which somebody named takes part is no side of its own."""
        return tuple(record._sides_once() for record in records)

    def _sides_once(self) -> Self:
        named = [p for p in self.participants if p.name]
        states = {p.country for p in named}
        bodies = {fold(p.organization) for p in named if p.organization}
        kept = [
            number
            for number, p in enumerate(self.participants)
            if p.name
            or p.role
            or (fold(p.organization) not in bodies if p.organization else p.country not in states)
        ]
        if not 2 <= len(kept) < len(self.participants):
            return self
        places = {f"participants[{old}]": f"participants[{new}]" for new, old in enumerate(kept)}
        grounding = {}
        for path, span in self.grounding.items():
            entry, dot, rest = path.partition(".")
            if not entry.startswith("participants["):
                grounding[path] = span
            elif entry in places:
                grounding[places[entry] + dot + rest] = span
        participants = tuple(self.participants[number] for number in kept)
        return self.model_copy(update={"participants": participants, "grounding": grounding})

    def fault(self, article: Article) -> str | None:
        """A meeting has at least one official or official body.

        Where code does not know the words of the language, any office or body may be one.
        """
        presented = [each for each in self.participants if each.role or each.organization]
        # The language is looked at last: that takes longest.
        if any(each.country for each in self.participants) or any(map(_is_official, presented)):
            return None
        known = language_is_known(article.text)
        if any(map(_is_official, self.participants)) if known else presented:
            return None
        return "nobody in it stands for a state or an official body"

    def same_event(self, other: Record) -> bool:
        """The same people in the same place at the same time, as far as each record tells."""
        if not isinstance(other, Meeting):
            return False
        if not (compatible_dates(self.date, other.date) and compatible(self.place, other.place)):
            return False
        if not compatible(self.country, other.country):
            return False
        fewer, more = sorted((self.participants, other.participants), key=len)
        matched = [any(same_entity(a, b) for b in more) for a in fewer]
        if not all(matched):
            return False
        if self.status != other.status:
            # "They met, and will meet again": two, though the sentences that tell of them touch.
            return self.date is not None and self.date == other.date
        return len(fewer) == len(more) or shares_evidence(self, other)


def _is_official(participant: Participant) -> bool:
    """Whether somebody of no state in particular stands for an official body."""
    body = participant.organization or participant.name or ""
    return is_public_office(participant.role or "") or is_official(body)
