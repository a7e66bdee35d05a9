"""Whose visa, and for whom: "Schengen visas for Fijian citizens"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from communique.article import Span
from communique.recognition.base import Recogniser, refused
from communique.recognition.words.visas import ON_MEASURE, PEOPLE
from communique.values.gazetteer import Mention, gazetteer
from communique.values.reading import Context, Grounded, Reading

_AND = r"(?:\s*,\s*(?:and\s+|et\s+|und\s+|и\s+)?|\s+(?:and|et|und|и|y|or|ou|oder)\s+)"
_OF = re.compile(
    r"\s+(?:(?:of|from|in|de|du|des|del|aus|von|из)\s+|d['’])?"
    r"(?:(?:the|la|le|les|los|las|der|den)\s+|l['’])?"
)


# Groups that are of no one state.
_ANYBODY = re.compile(
    r"holders of [^,.;“”]{3,40}? passports|\w+ (?:from|of) (?:outside|all|any|both|other|third|"
    r"these|those|the (?:two|three|five|region|same))\b"
    r"(?: (?!will|would|may|can|could|to\b|and\b|who\b|who|move|enter|travel)[\w-]+){0,3}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Group:
    """States listed together, and where their first mention, with the people's noun, stands."""

    mentions: tuple[Mention, ...]
    start: int
    end: int


_OWNS = re.compile(r"['’]s?\s")


def _chain(mentions: list[Mention], index: int, text: str, step: int) -> list[Mention]:
    """The mentions listed with the one at `index`, going right (`step` 1) or left (-1)."""
    chain = [mentions[index]]
    at = index + step
    while 0 <= at < len(mentions):
        left, right = sorted((chain[-1], mentions[at]), key=lambda m: m.start)
        if not re.fullmatch(_AND + r"(?:the\s+)?", text[left.end : right.start]):
            break
        # "For citizens of Fiji, Peru's minister said": the second is no people of the list.
        if _OWNS.match(text, right.end):
            break
        chain.append(mentions[at])
        at += step
    return sorted(chain, key=lambda m: m.start)


@lru_cache(maxsize=256)
def _groups(text: str, start: int, end: int) -> tuple[_Group, ...]:
    """The peoples that ``text[start:end]`` speaks of."""
    mentions = [
        m
        for m in gazetteer().mentions(text)
        if start <= m.start and m.end <= end and m.kind in ("name", "demonym")
    ]
    found: list[_Group] = []
    for noun in PEOPLE.finditer(text, start, end):
        after = _OF.match(text, noun.end(), end)
        right = next((i for i, m in enumerate(mentions) if after and m.start == after.end()), None)
        linked = after is not None and bool(after[0].strip())
        left = next(
            (
                i
                for i, m in enumerate(mentions)
                if re.fullmatch(r"\s+(?:[\w-]+\s+)?", text[m.end : noun.start()] or "x")
                and m.kind == "demonym"
            ),
            None,
        )
        before = next((i for i, m in enumerate(mentions) if m.end == noun.start() - 1), None)
        if left is None:
            left = before if before is not None and mentions[before].code == "EU" else None
        follows = right is not None and (linked or not text[noun.start()].isascii())
        if right is not None and (follows or mentions[right].kind == "demonym") and left is None:
            chain = _chain(mentions, right, text, 1)
            found.append(_Group(tuple(chain), noun.start(), chain[0].end))
        elif left is not None:
            chain = _chain(mentions, left, text, -1)
            found.append(_Group(tuple(chain), chain[0].start, noun.end()))
        elif (wide := _ANYBODY.match(text, noun.start(), end)) is not None:
            found.append(_Group((), wide.start(), wide.end()))
        elif re.search(r"\ball\s$", text[max(start, noun.start() - 4) : noun.start()]):
            found.append(_Group((), noun.start() - 4, noun.end()))
    covered = {m for g in found for m in g.mentions}
    found.extend(
        _Group((m,), m.start, m.end)
        for m in mentions
        if m not in covered and _is_people(m, text, start)
    )
    return tuple(found)


def _is_people(mention: Mention, text: str, floor: int) -> bool:
    """Whether a demonym is a people's own plural: "to Venezuelans from June", "aux Serbes"."""
    word = text[mention.start : mention.end]
    if mention.kind != "demonym":
        return False
    before = text[max(floor, mention.start - 8) : mention.start]
    if word.endswith("s") and not word.endswith("ss"):
        # English and French write the people with a capital, and only French adjectives end so.
        return word[0].isupper() or _THE_PEOPLE.search(before) is not None
    after = text[mention.end : mention.end + 12]
    if word[0].isupper() and _GERMAN_BEFORE.search(before) and not re.match(r"\s+[A-ZÄÖÜ]", after):
        return word.endswith(("er", "ern", "en"))
    plural = word.endswith("ese") and _FOR.search(before) is not None
    return plural and not _NOUN_AFTER.match(after)


_FOR = re.compile(r"\b(?:to|for|on|from)\s+$")
_THE_PEOPLE = re.compile(r"\b(?:los|las)\s+$")
_GERMAN_BEFORE = re.compile(
    r"\b(?:für|an|von|ob|dass|die|den|der|können|dürfen|müssen)\s+$", re.IGNORECASE
)
_NOUN_AFTER = re.compile(
    r"\s+(?!(?:from|in|on|by|for|who|until|as|at|with|and|or|to|after|since)\b)[a-z]+"
)


@dataclass(frozen=True)
class Beneficiaries(Recogniser):
    """Reads whose citizens a measure touches, one entry for each nationality."""

    asks = "name"

    def settles(self, context: Context) -> bool:
        """Whether the evidence speaks of a people."""
        text = context.reading.article.text
        return any(_groups(text, p.start, p.end) for p in context.evidence)

    def read(self, raw: Any, context: Context) -> Any:
        """The peoples that the evidence speaks of; the model's where it speaks of none."""
        text = context.reading.article.text
        entries: list[dict[str, str | None]] = []
        for passage in context.evidence:
            for group in _groups(text, passage.start, passage.end):
                if not group.mentions:
                    entries.append({"name": text[group.start : group.end], "country": None})
                for number, mention in enumerate(group.mentions):
                    one = len(group.mentions) == 1
                    first = number == 0 and (one or group.start < mention.start)
                    last = number == len(group.mentions) - 1 and group.end > mention.end
                    begin = group.start if first else mention.start
                    end = group.end if (one or last) else mention.end
                    entries.append({"name": text[begin:end], "country": mention.code})
        if not entries and _comments(context):
            own = context.siblings.get("speaker.country")
            named = [
                entry
                for entry in (raw if isinstance(raw, list) else ())
                if (codes := _codes_named(entry, context))
                and (own is None or own.value not in codes)
            ]
            return named or refused(raw, "the sentence speaks of a measure told before")
        return entries or raw


_VISA = r"(?:e-?)?(?:visas?|visum|visa[a-z]*|виз\w*)"
_INTO = re.compile(
    rf"(?<!\w)(?:{_VISA}|visa regime|entry|travel|enter|trips?|entrer|entrée|einreise|въезд\w*)"
    r"\s+(?P<into>to|into|for|in|au|en|aux|pour|nach|für|para|a|al|в|для)?\s*"
    r"(?:the\s+|la\s+|le\s+|les\s+|l['’]|die\s+|den\s+|das\s+|el\s+|los\s+)?$",
    re.IGNORECASE,
)
# "A visa for Chinese tour groups" takes them to no China.
_FOR_WHOM = ("for", "pour", "für", "para", "для")
_BEFORE_VISA = re.compile(
    rf"\s+(?:[\w-]+\s+){{0,3}}?(?:{_VISA}|area|zone|travel|permits?)(?!\w)", re.IGNORECASE
)
_ISSUES = re.compile(
    r"(?:['’]s?\b)?(?:\s+on\s+\w+|\s+in\s+\w+)?\s+(?:will|would|has|had|is|was|wird|va|a|"
    r"abolish\w*|suspend\w*|introduc\w*|lengthen\w*|extend\w*|rais\w*|open\w*|drop\w*|stop\w*|"
    r"lift\w*|waiv\w*|отмен\w*|введ\w*)(?!\w)"
)


def _destinations(text: str, start: int, end: int) -> Iterator[Mention]:
    """The states that ``text[start:end]`` names as those to be entered, surest first."""
    peoples = {m for g in _groups(text, start, end) for m in g.mentions}
    mentions = [
        m
        for m in gazetteer().mentions(text)
        if start <= m.start and m.end <= end and m not in peoples
    ]
    states = [m for m in mentions if m.kind in ("name", "demonym")]
    for mention in states:
        if text[mention.start : mention.end].casefold().startswith(("schengen", "шенген")):
            yield mention
    for mention in states:
        into = _INTO.search(text[max(start, mention.start - 40) : mention.start])
        people = mention.kind == "demonym" and into and into["into"] in _FOR_WHOM
        if into and not people:
            yield mention
    for mention in states:
        if _BEFORE_VISA.match(text, mention.end, end):
            yield mention
    for mention in states:
        if mention.kind == "name" and _ISSUES.match(text, mention.end, end):
            yield mention


@dataclass(frozen=True)
class Destination(Recogniser):
    """Reads whose visa it is: "Schengen visas", "visas to Peru"; else the speaker's own state.

    Who announces or considers a measure speaks of the own state's visas, unless the own citizens
    are those that it touches.
    """

    asks = "name"

    def settles(self, context: Context) -> bool:
        """Whether the evidence names the state, or it is the own one of who decides."""
        return self._named(context) is not None or self._own(context) is not None

    def read(self, raw: Any, context: Context) -> Any:
        """The state that the evidence names as the one to be entered, or that decides."""
        told = self._named(context) or self._own(context)
        if told is not None:
            return told
        if isinstance(raw, str):
            if gazetteer().city(raw):
                return refused(raw, "a city has no visa of its own")
            raw = {"name": raw, "country": raw}
        text = context.reading.article.text
        own = context.siblings.get("speaker.country")
        deciding = _decides(context)
        away = _touched(context) | ({own.value} if own is not None and not deciding else set())
        others = {
            m.code: m
            for p in context.evidence
            for m in gazetteer().mentions(text)
            if p.start <= m.start < p.end and m.kind in ("name", "demonym") and m.code not in away
        }
        if not deciding and len(others) == 1:
            (mention,) = others.values()
            return {"name": text[mention.start : mention.end], "country": mention.code}
        if _comments(context) and not _codes_named(raw, context) - away:
            return refused(raw, "the sentence speaks of a measure told before")
        if isinstance(raw, dict):
            given = str(raw.get("country") or raw.get("name") or "")
            whole = gazetteer().code_of(given)
            codes = {whole} if whole else {m.code for m in gazetteer().mentions(given)}
            if codes and codes <= away:
                return refused(raw, "this is whose citizens are meant, or who speaks")
        return raw

    def _named(self, context: Context) -> dict[str, Any] | None:
        text = context.reading.article.text
        for passage in context.evidence:
            for mention in _destinations(text, passage.start, passage.end):
                return {"name": text[mention.start : mention.end], "country": mention.code}
        return None

    def _own(self, context: Context) -> dict[str, Any] | None:
        """The state of who decides, unless its own citizens are those whom the measure touches."""
        own = context.siblings.get("speaker.country")
        if own is None or not _decides(context) or own.value in _touched(context):
            return None
        name = state_name(own.value, context.reading)
        return {"name": Grounded(name.text, name), "country": own.value} if name else None


def _decides(context: Context) -> bool:
    stance = context.siblings.get("stance")
    return stance is not None and stance.value in ("announces", "considers")


def _touched(context: Context) -> set[str]:
    """The states whose citizens the evidence speaks of."""
    text = context.reading.article.text
    return {
        m.code for p in context.evidence for g in _groups(text, p.start, p.end) for m in g.mentions
    }


def _codes_named(entry: Any, context: Context) -> set[str]:
    """The states of what the model gives, where the evidence names it."""
    name = entry.get("name") if isinstance(entry, dict) else entry
    if not isinstance(name, str) or not any(map(context.inside, context.reading.find(name))):
        return set()
    return {m.code for m in gazetteer().mentions(name) if m.kind in ("name", "demonym")}


def _comments(context: Context) -> bool:
    """Whether the evidence speaks of a measure that was told of before."""
    return any(re.search(ON_MEASURE, p.span.text, re.IGNORECASE) for p in context.evidence)


def state_name(code: str, reading: Reading) -> Span | None:
    """A mention of the state by its name, else by a demonym."""
    text = reading.article.text
    spans = [
        (m.kind != "name", m.start, m.end)
        for m in gazetteer().mentions(text)
        if m.code == code and m.kind in ("name", "demonym")
    ]
    return Span.of(text, *min(spans)[1:]) if spans else None
