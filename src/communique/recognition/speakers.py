"""Who speaks: the person, body or state before the verb, or whom "he" stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from communique.passages import Passage
from communique.recognition.base import Recogniser, Refused
from communique.recognition.offices import BODY, OFFICE, capitalised, is_body, is_office_word
from communique.recognition.people import (
    Person,
    called_after,
    enriched,
    given,
    in_office,
    mentions_of,
    named_in,
    once_each,
)
from communique.recognition.words.speech import CALLED, SAYS
from communique.values.folding import fold
from communique.values.gazetteer import gazetteer
from communique.values.reading import Context, Reading, Unsupported

_SIDE = re.compile(
    r"(?:[Tt]he|[Aa]n?|[Ll]a|[Ll]e|[Dd]ie|[Dd]as)\s+(?P<state>[\w-]+)\s+(?:side|delegation|"
    r"government|authorities|party|law|decree|parliament|cabinet|leadership|partie|délégation|loi|"
    r"décret|regierung|seite|gesetz)(?!\w)"
)


_PART_OF = re.compile(
    r"\b(?:of|in|to|with|for|from|de|del|du|des|en|au|aux|à|von|der|für|mit|zu|в|во|с|из|для|от)\s+"
    r"(?:the\s+|la\s+|los\s+)?$|\b(?:d|l)['’]$",
    re.IGNORECASE,
)
# "Citizens of Peru, Chile and Ghana will need ...": none of these states acts.
_CITIZENS = re.compile(
    r"\b(?:citizens|nationals|residents|visitors|travell?ers|tourists|students|workers|people|"
    r"holders|"
    r"seafarers|drivers|nurses|pensioners|passports|families|entrepreneurs|"
    r"businesspeople)\b[^.;:]*$",
    re.IGNORECASE,
)
# "Was welcomed by": who does it comes after the verb.
_AGENT = re.compile(r"\s+(?:by|par|von)\s", re.IGNORECASE)
_AUXILIARY = re.compile(r"\s+(?:will|would|has|had)\b")
# Where such a word may be another, a verb has to follow: "Le Pérou a supprimé".
_HELPING = re.compile(r"\s+(?:a|ont|va|vont|ha|han|hat|haben|wird|werden)\s+")

Who = Person | dict[str, str | None]
Candidate = tuple[int, int, Who]
"""Where somebody is named, and who it is: a person, or an entry with a body or state only."""


def speaks(sentence: Passage, reading: Reading, verbs: str = r"(?!)") -> bool:
    """Whether a sentence names an official or an official body, and tells what is said.

    `verbs` are further words for what somebody does in speaking.
    """
    said = sentence.span.text
    if not (SAYS.search(said) or _QUOTED.search(said) or re.search(verbs, said, re.IGNORECASE)):
        return False
    return names_an_official(sentence, reading)


def names_an_official(sentence: Passage, reading: Reading) -> bool:
    """Whether a sentence names somebody with an office, or an official body."""
    return (
        bool(named_in(sentence, reading))
        or any(_sides(sentence, reading))
        or any(sentence.start <= p.name.start < sentence.end for p in called_after(reading))
    )


_QUOTED = re.compile(r"[“”\"«»„]")


@dataclass(frozen=True)
class Speaker(Recogniser):
    """Reads who speaks: the person, body or state before the verb, or the one "he" stands for.

    `verbs` are further verbs of speaking or acting, `acts` words of an act before the one whose act
    it is: "by a decision of". The model's speaker stands where the evidence names that one.
    """

    asks = "name"

    verbs: str = r"(?!)"
    acts: str = r"(?!)"

    def settles(self, context: Context) -> bool:
        """Whether the evidence names a person with an office as the one who speaks."""
        found = self._told(context)
        return isinstance(found, Person) and in_office(
            enriched({"name": found.name.text}, context.reading), context
        )

    def read(self, raw: Any, context: Context) -> Any:
        """The speaker as the evidence shows it, with the office and body that the article gives."""
        if isinstance(raw, str):
            raw = {"name": raw}
        if not context.evidence:
            return raw
        for speaker in self._possible(raw, context):
            nameless = given(speaker, "country") and not given(speaker, "name")
            if not isinstance(speaker, dict) or nameless or in_office(speaker, context):
                return speaker
            called = _office_told_after(speaker, context.reading)
            if called is not None:
                return {**speaker, "role": called}
        why = "who speaks has no office and is no official body"
        return Refused(raw, Unsupported("not_told", why))

    def _possible(self, raw: Any, context: Context) -> Iterator[Any]:
        """Who may speak, the surest first; the later ones count if the earlier have no office."""
        reading = context.reading
        found = self._told(context)
        if found is None or (isinstance(found, dict) and _named_in(context, raw)):
            yield enriched(raw, reading)
        if isinstance(found, Person):
            name = {"name": found.name.text, "country": given(raw, "country")}
            yield enriched(name, reading)
        elif found is not None:
            yield found
        else:
            yield from self._only_official(context)

    def _only_official(self, context: Context) -> Iterator[Any]:
        """The one body or person with an office that the evidence names, if there is one alone."""
        reading = context.reading
        told = context.evidence
        persons = [who for each in told for _, _, who in _people(each, reading)]
        officials = [p for p in persons if isinstance(p, Person) and p.role]
        bodies = [side for each in told for _, _, side in _sides(each, reading)]
        if len(officials) == 1 and len(persons) == 1:
            yield enriched({"name": officials[0].name.text}, reading)
        elif len(bodies) == 1 and not persons:
            yield bodies[0]

    def _told(self, context: Context) -> Who | None:
        found = (self._found(each, context.reading) for each in context.evidence)
        return next((who for who in found if who is not None), None)

    def _found(self, sentence: Passage, reading: Reading) -> Who | None:
        verb = re.compile(rf"{SAYS.pattern}|(?<!\w)(?:{self.verbs})", re.IGNORECASE)
        if verb.search(reading.article.text, sentence.start, sentence.end) is None:
            return None
        candidates = (
            *_people(sentence, reading),
            *_sides(sentence, reading),
            *_states(sentence, reading, verb),
            *_meant_by_pronoun(sentence, reading),
        )
        before = re.compile(rf"{SAYS.pattern}|(?<!\w)(?:{self.acts})", re.IGNORECASE)
        return _subject(candidates, verb, before, reading.article.text, sentence)


def _people(sentence: Passage, reading: Reading) -> Iterator[Candidate]:
    for person in once_each(reading):
        for place in mentions_of(person, reading):
            if sentence.start <= place.start < sentence.end:
                yield place.start, place.end, person


def _sides(sentence: Passage, reading: Reading) -> Iterator[Candidate]:
    """Sides such as "the French side", and ministries, agencies and international bodies."""
    text = reading.article.text
    for side in _SIDE.finditer(text, sentence.start, sentence.end):
        if gazetteer().code_of(side["state"]):
            yield side.start(), side.end(), _entry(country=side["state"])
    for start, end, name in _bodies(text, sentence.start, sentence.end):
        yield start, end, _entry(organization=name)


def _states(sentence: Passage, reading: Reading, verb: re.Pattern[str]) -> Iterator[Candidate]:
    """States that act themselves: "Peru will stop ...", or by a law: "a Peruvian law that ..."."""
    text = reading.article.text
    for mention in gazetteer().mentions(text):
        if not sentence.start <= mention.start < sentence.end:
            continue
        if mention.kind == "demonym" and _LAW.match(text, mention.end):
            yield mention.start, mention.end, _entry(country=text[mention.start : mention.end])
        if mention.kind != "name":
            continue
        before = text[max(sentence.start, mention.start - 30) : mention.start]
        # "Посольство Перу" is written without any word between.
        part = _PART_OF.search(before) or BODY.fullmatch(before.strip().rpartition(" ")[2])
        helped = _HELPING.match(text, mention.end)
        acts = (
            verb.match(text, mention.end + 1)
            or _AUXILIARY.match(text, mention.end)
            or (helped and verb.match(text, helped.end()))
        )
        others = _CITIZENS.search(text, sentence.start, mention.start)
        if acts and not part and not others:
            yield mention.start, mention.end, _entry(country=text[mention.start : mention.end])


_LAW = re.compile(r" (?:law|act|decree|regulation|order)s? (?:that|which)\b", re.IGNORECASE)


def _meant_by_pronoun(sentence: Passage, reading: Reading) -> Iterator[Candidate]:
    for anaphor in CALLED.finditer(sentence.span.text):
        words = re.findall(r"\w+", anaphor[0])
        office = words[-1] if words and is_office_word(words[-1]) else None
        meant = _last_before(sentence.start, reading, office) or _last_before(
            sentence.start, reading
        )
        if meant is not None:
            yield sentence.start + anaphor.start(), sentence.start + anaphor.end(), meant


def _entry(organization: str | None = None, country: str | None = None) -> dict[str, str | None]:
    return {"name": None, "role": None, "organization": organization, "country": country}


def _subject(
    candidates: Sequence[Candidate],
    verb: re.Pattern[str],
    before: re.Pattern[str],
    text: str,
    sentence: Passage,
) -> Who | None:
    """Who stands as the subject of a verb: nearest before it, else right after one of `before`."""
    best: tuple[bool, int, Who] | None = None
    for match in verb.finditer(text, sentence.start, sentence.end):
        for start, end, who in candidates:
            if end <= match.start():
                distance = match.start() - end
            elif start >= match.end() and (
                (start - match.end() < 40 and before.match(match[0]))
                or (start - match.end() < 80 and _AGENT.match(text, match.end(), start))
            ):
                distance = 25 + start - match.end()
            else:
                continue
            # Who is a person and says it comes before a state that will do it.
            says = isinstance(who, Person) and SAYS.match(match[0])
            acts = start >= match.end() and not SAYS.match(match[0])
            other = not (says or acts)
            if distance < 120 and (best is None or (other, distance) < best[:2]):
                best = (other, distance, who)
    return best[2] if best else None


def _office_told_after(entry: Any, reading: Reading) -> str | None:
    """The office by which the next sentence calls somebody whom the model names."""
    name = given(entry, "name")
    if not isinstance(name, str):
        return None
    calls = (p for p in called_after(reading) if fold(p.name.text) == fold(name))
    return next((p.role.text for p in calls if p.role), None)


def _named_in(context: Context, raw: Any) -> bool:
    """Whether the evidence names the person whom the model gives."""
    name = given(raw, "name")
    if not isinstance(name, str) or len(name.split()) < 2 or OFFICE.search(name):
        return False
    if gazetteer().code_of(name) or gazetteer().code_of(name.split()[-1]):
        return False
    return any(context.inside(place) for place in context.reading.find(name.split()[-1]))


def _bodies(text: str, floor: int, ceiling: int) -> Iterator[tuple[int, int, str]]:
    """The ministries, agencies and international bodies that a sentence names, each in full."""
    whole = [
        (floor + mention.start(), floor + mention.end())
        for mention in _BODY_IN_FULL.finditer(text[floor:ceiling])
    ]
    parts = [
        (start, end)
        for start, end in capitalised(text, floor, ceiling)
        if is_body(text[start:end]) and not any(a <= start and end <= b for a, b in whole)
    ]
    for start, end in (*whole, *parts):
        yield start, end, text[start:end]


_BODY_IN_FULL = re.compile(
    r"(?:[A-Z][\w-]+ )*(?:Ministry|Commission|Embassy|Service|Government|Directorate|Department|"
    r"Agency|Office|Council|Authority|Board|Bureau|Secretariat|Cabinet|Committee|Presidency|"
    r"Consulate|Inspectorate|Administration)(?!\w)(?: (?:of|for)(?: the)?(?: [A-Z][\w-]+| and)+)?"
)


def _last_before(place: int, reading: Reading, office: str | None = None) -> Person | None:
    """The person that was named last before `place`, and holds such an office if one is given."""
    told = [
        (mention.start, person)
        for person in once_each(reading)
        for mention in mentions_of(person, reading)
        if mention.start < place
        and (office is None or (person.role and fold(office) in fold(person.role.text)))
    ]
    return max(told, key=lambda entry: entry[0])[1] if told else None
