"""Agreements: instruments and explicit commitments between official bodies."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from communique.article import Article, Span
from communique.passages import Passage
from communique.recognition.dates import When
from communique.recognition.instruments import InstrumentName, Subjects, instruments
from communique.recognition.parties import Parties
from communique.recognition.sides import names_more_than_one
from communique.recognition.signals import Signals, language_is_known, tells, words_are_known
from communique.recognition.standing import is_official, speaks_of_officials
from communique.recognition.words import agreements as words
from communique.records.base import Record
from communique.records.entities import Party
from communique.records.likeness import compatible_dates, same_entity, same_words
from communique.values import EventDate, Phrase
from communique.values.reading import Context, Grounded, Reading

_STATUS = Signals(words.STATUS, near="title", bounds=words.HEADS)


def _of(title: Span, sentence: Passage, reading: Reading) -> Context:
    return Context(reading, (sentence,), {"title": Grounded(title.text, title)})


def _follows_article(name: Span, reading: Reading) -> bool:
    """Whether "a" or "an" stands before a name."""
    before = reading.article.text[max(0, name.start - 8) : name.start]
    return _INDEFINITE.search(before) is not None


_AN = r"(?:an?|une?|eine?[nrms]?|una)\s"
_INDEFINITE = re.compile(rf"\b{_AN}$", re.IGNORECASE)
_TO_MAKE = re.compile(rf"^(?:[\w-]+ (?:up )?)?{_AN}(?=\S+ \S)", re.IGNORECASE)


class Agreement(Record):
    """An instrument or explicit commitment of two or more parties, one of them official."""

    kind: ClassVar[str] = "agreement"
    plural: ClassVar[str] = "agreements"
    ask: ClassVar[str] = (
        "Which agreements, treaties, memoranda, roadmaps, protocols, joint statements, plans or "
        "contracts does the article tell of: signed, being prepared, proposed, or recalled from "
        "earlier? Go through all sentences, background too."
    )
    by_sentence: ClassVar[bool] = True
    cues: ClassVar[tuple[str, ...]] = (
        *("agree", "treat", "memorand", "mou", "roadmap", "road map", "protocol", "declarat"),
        *("joint", "communiq", "statement", "plan", "contract", "accord", "pact", "convention"),
        *("deal", "charter", "programme", "program", "arrangement", "amend", "addend", "sign"),
        *("ratif", "conclud", "commit", "understanding", "draft", "text", "adopt", "settle"),
        *("traité", "mémorandum", "feuille de route", "déclaration", "signé", "signature"),
        *("protocole", "contrat", "pacte", "entente", "convenu", "engag", "plan", "avenant"),
        *("abkommen", "vertrag", "vereinbar", "absichtserkl", "fahrplan", "protokoll", "erkl"),
        *("unterzeichn", "unterschr", "ratifi", "einig", "aktionsplan"),
        *("acuerdo", "tratado", "memorando", "hoja de ruta", "convenio", "firm", "acord"),
        *("соглаш", "договор", "меморанд", "дорожн", "протокол", "деклара", "заявлен", "план"),
        *("контракт", "конвенц", "подпис", "ратифи", "программ", "пакт", "проект"),
        *("келісім", "шарт", "меморандум", "хаттама", "жол картасы", "қол қой", "бағдарлама"),
    )
    guide: ClassVar[str] = """\
An agreement: an instrument or an explicit commitment between two or more parties, at least one of \
them an official body: treaty, agreement, memorandum, roadmap, protocol, joint statement, plan, \
contract; also one that is only being prepared, and an old one that the article recalls. "Agreed \
to cooperate further" with nothing concrete is none; "agreed to launch a joint analysis" is one \
(understanding). A plain denial makes none. An amended or lapsed old instrument has its own entry \
beside the new one.
title: its name as written, or a short noun phrase of the article.
instrument: arrangement and accord are agreement; action plan is roadmap; programme and other plan \
are other; joint statement and communique are declaration; amendment and addendum are protocol; \
protocole d'accord is memorandum; agreed without a document is understanding.
status: proposed (a call for it, support for opening talks), under_negotiation (talks or drafting \
begun, text ready, to be signed), signed (signed or concluded, and no more is said of its force), \
ratified, in_force (treated as working, adopted, agreed without a document), suspended, terminated.
parties: the states, ministries or organisations bound, never people. Sides without a name \
are the states, unless ministries are named.
date: when it reached that status; of an old one, when it was signed; never a planned signing.
subjects: what it covers, in short phrases of the article."""

    decisions: ClassVar[str] = """\
Agreements, hard cases: adopted without a signing told is in_force; text ready, or to be signed, \
is under_negotiation; support for opening talks, or a call for an agreement, is proposed. \
"Concluded in 2012" with nothing about its force is signed. "Agreed to start drafting" is \
under_negotiation. An understanding reached without a document is signed only where the article \
says signed, else in_force. A plain denial leaves a status as it was. The date of an agreement \
recalled as working is its signature where given, else its entry into force; of one proposed or \
under negotiation, the day of proposing or opening, never the planned signing."""

    title: Annotated[Phrase, InstrumentName(), Field(description="name of the instrument")]
    instrument: Annotated[
        Literal[
            "treaty",
            "agreement",
            "memorandum",
            "roadmap",
            "protocol",
            "declaration",
            "contract",
            "understanding",
            "other",
        ],
        Signals(words.INSTRUMENT, within="title", asks="nothing"),
        Field(description="what kind"),
    ]
    status: Annotated[
        Literal[
            "proposed",
            "under_negotiation",
            "signed",
            "ratified",
            "in_force",
            "suspended",
            "terminated",
        ],
        _STATUS,
        Field(description="as of the article"),
    ]
    parties: Annotated[
        tuple[Party, ...],
        Parties(),
        Field(max_length=12, description="states or bodies bound by it"),
    ]
    date: Annotated[
        EventDate | None,
        When(near="title", bounds=words.HEADS, strictly=True),
        Field(description="when it was signed or reached its status"),
    ]
    subjects: Annotated[
        tuple[Phrase, ...], Subjects(), Field(max_length=8, description="what it covers")
    ]

    @classmethod
    def may_tell(cls, sentence: Passage, reading: Reading) -> bool:
        """Whether it names an instrument, or a plan, a signing or a consent of two.

        Beside sentences that tell of some for certain it has to name one by more than "the accord":
        of 15 others a small model affirmed 2, both wrongly.
        """
        text = reading.article.text
        if not words_are_known(text):
            return True
        if not tells(words.MAY_TELL, text, sentence):
            return False
        named = instruments(sentence, reading)
        if cls.told_in(sentence, reading) or any(len(name.text.split()) > 1 for name in named):
            return True
        if _tells_of_some(reading):
            return False
        if named:
            return True
        said = sentence.span.text
        alone = words.ONE_SIDED.search(said) or words.GOES_ON.search(said)
        denied = words.DENIED.search(said)
        return not alone and not denied and names_more_than_one(sentence, reading)

    @classmethod
    def told_in(cls, sentence: Passage, reading: Reading) -> tuple[str, ...]:
        """Instruments whose status the sentence says; where it names none, what it agrees to."""
        found = [
            name
            for name in instruments(sentence, reading)
            if _STATUS.told(_of(name, sentence, reading))
        ]
        # "The accord" was told of before; "a treaty" is told of here.
        named = [name for name in found if len(name.text.split()) > 1] or [
            name for name in found if _follows_article(name, reading)
        ]
        if instruments(sentence, reading):
            return tuple(dict.fromkeys(name.text for name in named))
        return tuple(m["what"] for m in words.AGREED_TO.finditer(sentence.span.text))[:1]

    @classmethod
    def given_by(cls, told: str) -> Mapping[str, str]:
        """The title: an instrument's name, or what is agreed on ("open" no part of "a centre")."""
        return {"title": _TO_MAKE.sub("", told)} if told else {}

    def fault(self, article: Article) -> str | None:
        """An agreement binds at least one state or official body, as far as its parties are known.

        Where only one of them is, another may be among those whom the evidence names.
        """
        named = [party.name for party in self.parties if party.name]
        if not named or any(map(is_official, named)) or not language_is_known(article.text):
            return None
        if len(named) == 1 and any(speaks_of_officials(span.text) for span in self.evidence):
            return None
        return "no state or official body is bound by it"

    def same_event(self, other: Record) -> bool:
        """The same instrument: one title holds the other, and no date or party speaks against."""
        if not isinstance(other, Agreement) or not compatible_dates(self.date, other.date):
            return False
        if not same_words(self.title, other.title):
            return False
        fewer, more = sorted((self.parties, other.parties), key=len)
        return all(any(same_entity(a, b) for b in more) for a in fewer)


@lru_cache(maxsize=8)
def _tells_of_some(reading: Reading) -> bool:
    """Whether any sentence of an article tells of an agreement for certain."""
    return any(Agreement.told_in(sentence, reading) for sentence in reading.passages)
