"""What the recognisers must know of a language: a package beside this tells it for each.

Every field is a tuple of patterns (regular expressions), of which any may match. They begin at the
beginning of a word and count in capitals and small letters alike; stems are open at their end.
"""

from __future__ import annotations

from dataclasses import dataclass

Patterns = tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class OfficialWords:
    """Who speaks and acts for a state in a language: whole words, but for those with an ending."""

    offices: Patterns
    """What somebody is: "minister"."""
    bodies: Patterns
    """What the names of ministries, agencies and bodies have in them: "ministry"."""
    offices_of_firms: Patterns = ()
    """Offices that only firms, clubs and festivals have, and honorary ones."""
    offices_of_firms_too: Patterns = ()
    """Of `offices` those that they have too: whole words with their endings."""
    firms: Patterns = ()
    """What the names of firms and clubs have in them: "company"."""
    state_run: Patterns = ()
    """What the name of a firm has in it if it is a state's: "national"."""
    public: Patterns = ()
    """What names have in them of what mostly is a state's, though no ministry's or agency's."""


@dataclass(frozen=True, kw_only=True)
class SpeechWords:
    """How a language says that somebody speaks, and stands for those named before: whole words."""

    says: Patterns = ()
    called: Patterns = ()
    """What a speaker is called who was named before: "the minister"; here capitals count."""
    subjects: Patterns = ()
    """Those who do what a sentence tells, and were named before."""
    somebody: Patterns = ()
    """Besides those, words for somebody who is spoken of."""
    pronouns: Patterns = ()
    """Somebody named before, in whatever case."""
    together: Patterns = ()
    """Two sides or more that were named before: "both"."""


@dataclass(frozen=True, kw_only=True)
class MeetingWords:
    """How a language tells of meetings."""

    cancelled: Patterns
    planned: Patterns
    proposed: Patterns
    held: Patterns
    phone: Patterns
    video: Patterns
    denied: Patterns = ()
    """There was no meeting, or somebody will not have one."""
    spoke: Patterns
    """People spoke with each other, by whatever means."""
    bodily: Patterns
    """They were in one place."""
    occasion: Patterns
    """Words of an occasion on which people meet, whatever its status."""
    encounter: Patterns
    """Words that tell of a meeting for certain; here capitals count."""
    goes_on: Patterns = ()
    """How sentences begin that go on telling of the meeting in the one before them."""
    they: Patterns = ()
    """How sentences begin that speak of those of the sentence before."""
    also: Patterns = ()
    """With the words before: it is the same meeting."""
    back: Patterns = ()
    """Words that point back to a meeting that was told before: "at the meeting"."""


@dataclass(frozen=True, kw_only=True)
class AgreementWords:
    """How a language tells of agreements."""

    terminated: Patterns
    suspended: Patterns
    under_negotiation: Patterns
    proposed: Patterns
    ratified: Patterns
    in_force: Patterns
    signed: Patterns
    memorandum: Patterns
    roadmap: Patterns
    protocol: Patterns
    declaration: Patterns
    contract: Patterns
    treaty: Patterns
    agreement: Patterns
    other: Patterns
    heads: Patterns
    """The words around which the name of an instrument stands, to their end."""
    may_tell: Patterns
    """Besides those, words without which a sentence tells of no instrument."""
    denied: Patterns = ()
    """What is told after these words, to the end of the clause, did not come about."""
    none: Patterns = ()
    """Before the name of an instrument: there is none."""
    ends: Patterns = ()
    """Words with which the name of an instrument is over: whole words; here capitals count."""
    agreed_to: Patterns = ()
    """What two sides agree to do comes right after these words."""
    one_sided: Patterns = ()
    """What one state signs alone: whole words."""
    goes_on: Patterns = ()
    """How it begins where it is no more than what they do already, or will talk about."""


@dataclass(frozen=True, kw_only=True)
class VisaWords:
    """How a language tells of visa policy."""

    acts: Patterns
    """An act of a government, whose name often follows: "by a decision of the Cabinet"."""
    opposes: Patterns
    supports: Patterns
    requests: Patterns
    considers: Patterns
    announces: Patterns
    auxiliaries: Patterns
    """Words of `announces` that announce only where the measure is told too."""
    announces_a_day: Patterns
    """What holds from some day on, or has changed, was decided by somebody."""
    suspension: Patterns
    fees: Patterns
    extension: Patterns
    tightening: Patterns
    e_visa: Patterns
    visa_free: Patterns
    facilitation: Patterns
    obligations: Patterns = ()
    """That a visa is needed: "the visa requirement"."""
    freedoms: Patterns = ()
    """That none is needed: "visa-free travel"."""
    ending: Patterns = ()
    """Before one of these: it ends; whole words."""
    ended: Patterns = ()
    """After one of these: it ends; whole words."""
    not_needed: Patterns = ()
    """That a visa is needed no more, or by nobody of those."""
    staying: Patterns
    """How long one may stay, or a visa holds; beginnings of words."""
    waiting: Patterns
    """How long one waits for a visa; beginnings of words."""
    measures: Patterns
    """Nouns for a measure; stems."""
    the: Patterns
    """Words before such a noun that say that the measure was told of."""
    people: Patterns = ()
    """Who travels, as whose citizens they are: "nationals of", "students"; whole words."""
    no_standing: Patterns = ()
    """Those who speak for no state."""


@dataclass(frozen=True, kw_only=True)
class Language:
    """One language."""

    code: str
    """BCP 47"""
    officials: OfficialWords
    speech: SpeechWords
    meetings: MeetingWords
    agreements: AgreementWords
    visas: VisaWords
