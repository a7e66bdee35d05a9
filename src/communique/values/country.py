"""States: asked for in words, stored as ISO 3166-1 alpha-2 codes."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from communique.article import Span
from communique.values.base import Value
from communique.values.gazetteer import Mention, gazetteer
from communique.values.inflection import find_forms
from communique.values.reading import Context, Grounded, Unsupported
from communique.values.titles import COUNTERPART, is_domain, is_office, without_honorifics


@dataclass(frozen=True)
class CountryRule(Value):
    """A state, given by name, demonym or code; the value is its code.

    Supported where the article names the state: by name, by demonym ("Kazakh"), or by its
    capital ("Astana said"). With `cities`, any city that certainly lies in it counts.
    """

    longest: int = 60
    cities: bool = False
    asked_as: ClassVar[str] = "the country's name"

    def derive(self, context: Context) -> Grounded | None:
        """The state that the place, the name, the body or the office beside it makes certain."""
        if self.cities:
            return self._of_place(context)
        if self._is_international(context):
            return None
        for key in ("name", "organization"):
            beside = context.siblings.get(key)
            if beside is not None and beside.span is not None:
                found = _only_state(beside.span, context)
                if found:
                    return found
        return (
            self._of_counterpart(context)
            or self._in_role(context)
            or self._of_office(context)
            or self._told_elsewhere(context)
        )

    @staticmethod
    def _of_place(context: Context) -> Grounded | None:
        place = context.siblings.get("place")
        if place is None or place.span is None:
            return None
        code = gazetteer().city(place.value)
        return Grounded(code, place.span) if code else _only_state(place.span, context)

    @staticmethod
    def _of_counterpart(context: Context) -> Grounded | None:
        """The state of "his Finnish counterpart, NAME", whose office is that of somebody else."""
        name = context.siblings.get("name")
        text = context.reading.article.text
        for span in find_forms(context.reading, name.value) if name else ():
            for mention in _around(span, text, back=2):
                between = text[mention.end : span.start]
                if mention.end <= span.start and _AS_COUNTERPART.fullmatch(between):
                    return _grounded(mention, text)
        return None

    @staticmethod
    def _in_role(context: Context) -> Grounded | None:
        """The state in the office itself: "ministre sénégalaise", not "Ambassador to Kenya"."""
        role = context.siblings.get("role")
        if role is None or role.span is None or _mirrored(context):
            return None
        text = context.reading.article.text
        # "to Kenya and Uganda": whatever follows the first is directed too.
        directed = min(
            (
                m.start
                for m in _around(role.span, text)
                if m.start >= role.span.start
                and DIRECTED.search(text[role.span.start : m.start])
                and not text[role.span.start : m.start].endswith("of the ")
            ),
            default=role.span.end,
        )
        found = [
            m
            for m in _around(role.span, text)
            if role.span.start <= m.start
            and m.end <= role.span.end
            and m.start < directed
            and (m.kind == "demonym" or m.end == role.span.end)
        ]
        return _grounded(found[0], text) if len({m.code for m in found}) == 1 else None

    @staticmethod
    def _of_office(context: Context) -> Grounded | None:
        """A state right before an office ("Kazakhstan's") or right after it ("of Kazakhstan")."""
        text = context.reading.article.text
        for key in ("role", "organization", "name"):
            beside = context.siblings.get(key)
            if beside is None or beside.span is None or (key == "role" and _mirrored(context)):
                continue
            for mention in owners(beside.span, text, of_name=key == "name"):
                return _grounded(mention, text)
        return None

    @staticmethod
    def _told_elsewhere(context: Context) -> Grounded | None:
        """The one state to which other mentions of the body or the person say they belong."""
        text = context.reading.article.text
        for key in ("organization", "name"):
            beside = context.siblings.get(key)
            if beside is None or all(map(_is_generic, beside.value.split())):
                continue  # "Foreign Ministry": each state has one
            spans = find_forms(context.reading, beside.value)
            found = [m for span in spans for m in owners(span, text, of_name=key == "name")]
            if key == "name":
                found += [mention for span in spans for mention in _sending(span, text)]
            if len({mention.code for mention in found}) == 1:
                return _grounded(found[0], text)
        return None

    def ground(self, raw: str, context: Context) -> Grounded | Unsupported:
        places = gazetteer()
        code = places.code_of(raw) or (places.city(raw) if self.cities else None)
        reading = context.reading
        if code is None:
            inner = {m.code for m in places.mentions(raw) if m.kind in ("name", "demonym")}
            if len(inner) != 1:
                return Unsupported(
                    "unknown_country", "this names no single state; give one country, or null"
                )
            code = inner.pop()
        if not self.cities and self._is_international(context):
            return Unsupported(
                "international_body", "a body of many states represents no state; answer null"
            )
        kinds = ("name", "demonym", "capital", *(("city",) if self.cities else ()))
        text = reading.article.text
        spans = [
            Span.of(text, m.start, m.end)
            for m in places.mentions(text)
            if m.code == code and m.kind in kinds
        ]
        if not spans:
            return Unsupported(
                "country_not_in_article",
                "the article does not name this country; give one that it names, or null",
            )
        return Grounded(code, self._carrier(spans, context))

    @staticmethod
    def _is_international(context: Context) -> bool:
        return any(
            gazetteer().is_international(beside.value)
            for key in ("name", "organization")
            if (beside := context.siblings.get(key)) is not None
        )

    @staticmethod
    def _carrier(spans: list[Span], context: Context) -> Span:
        """Prefer a mention beside the entity's own name over one in the evidence."""
        own = [g.span for g in context.siblings.values() if g.span is not None]
        if not own:
            return context.nearest(spans)
        anchor = own[0]
        return min(spans, key=lambda s: max(s.start - anchor.end, anchor.start - s.end, 0))


def _around(span: Span, text: str, back: int = 1) -> Sequence[Mention]:
    """The mentions of states within `span`, up to `back` before it, and the one after it."""
    mentions = gazetteer().mentions(text)
    first = bisect_left(mentions, span.start, key=_start)
    last = bisect_left(mentions, span.end, key=_start)
    return [m for m in mentions[max(0, first - back) : last + 1] if m.kind in ("name", "demonym")]


def owners(span: Span, text: str, of_name: bool = False) -> Iterator[Mention]:
    """The states right before `span` ("Kenya's", "Kenyan") or after it ("of Kenya", ", Kenyan").

    After a person's name (`of_name`) a state without "of" is another's.
    """
    for mention in _around(span, text):
        before = _BEFORE.fullmatch(text[mention.end : span.start])
        owned = before and (before["possessive"] or mention.kind == "demonym")
        after = _after(mention, text, of_name)
        if (mention.end <= span.start and owned) or (
            mention.start >= span.end and after.fullmatch(text[span.end : mention.start])
        ):
            yield mention


def _sending(name: Span, text: str) -> Iterator[Mention]:
    """The states before the office in which a name is presented: "Kenyan Prime Minister NAME"."""
    for mention in _around(name, text, back=2):
        between = text[mention.end : name.start]
        owned = re.match(r"(?:['’]|&(?:rsquo|apos|#8217|#39);)s?\s", between)
        short = text[mention.start : mention.end].replace(".", "").isupper()
        if mention.end > name.start or not (owned or short or mention.kind == "demonym"):
            continue
        office = without_honorifics(between[owned.end() if owned else 0 :].strip() + " X")
        words = office.replace(", X", " X").split()[:-1]
        if words and is_office(words) and not re.search(r"[.;:!?()]", between[1:-2]):
            yield mention


def _grounded(mention: Mention, text: str) -> Grounded:
    return Grounded(mention.code, Span.of(text, mention.start, mention.end))


def _mirrored(context: Context) -> bool:
    """Whether somebody is called a counterpart: the office then stands beside the other."""
    name = context.siblings.get("name")
    text = context.reading.article.text
    return name is not None and any(
        COUNTERPART.search(text[max(0, span.start - 40) : span.start])
        for span in find_forms(context.reading, name.value)
    )


_AS_COUNTERPART = re.compile(rf"\s+{COUNTERPART.pattern}", re.IGNORECASE)
# Where an ambassador is sent to, or what a ministry is for, is not whom they represent; nor is
# what an adjective further inside describes: "head of the European department".
DIRECTED = re.compile(
    r"(?<!\w)(?:to|for|on|in|with|at|the|towards?|against|auprès|en|aux?|à|für|in|bei|im|mit|zu|"
    r"в|на|по|с|со|при|у|para|con|ante)(?:\s+(?:the|la|le|les|der|die|das|du))?\s*$",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"(?P<possessive>(?:['’]|&(?:rsquo|apos|#8217|#39);)s?)?\s+")
FORMAL = (
    r"(?:[\w-]*(?:republi|republik|républi|königreich|grand-duché|royaume|kingdom|sultanate|"
    r"emirate|reino|repúblic|республик|королевств|государств|эмират|султанат|федераци)\w*"
    r"(?:\s+(?:of|de|du|des|von)(?!\w))?)"
)
"""What kind of state it is, in the formal name: "Republic of", "Государства". Never "State of" or
"d'État", which are of secretaries."""
_AFTER = re.compile(
    r"(?:,?\s+of\s+(?:the\s+)?|\s+d['’]|\s+(?:de|du|des|del|von|aus)\s+(?:(?:la|le|les|los|der)\s+|"
    rf"l['’])?)(?:{FORMAL}\s+)?",
    re.IGNORECASE,
)
# With the article: without it the next one of a list begins.
_APPOSED = re.compile(r",\s+the\s+|,?\s+of\s+(?:the\s+)?")
_GENITIVE = re.compile(rf"\s+(?:{FORMAL}\s+)?", re.IGNORECASE)
_ADJECTIVE = re.compile(r"\s+")


def _after(mention: Mention, text: str, of_name: bool) -> re.Pattern[str]:
    """What stands between an office and the state that follows it, in its language.

    Russian and German have the genitive, and Romance languages adjectives in small letters.
    """
    state = text[mention.start : mention.end]
    if not of_name and "а" <= state[-1].casefold() <= "я":
        return _GENITIVE
    # "Grand-Duché de Luxembourg" is no adjective.
    if mention.kind == "demonym" and " " not in state:
        return _ADJECTIVE if state[0].islower() and not of_name else _APPOSED
    in_genitive = state.endswith("s") and gazetteer().code_of(state[:-1]) == mention.code
    return _GENITIVE if in_genitive and not of_name else _AFTER


_GENERIC = re.compile(
    r"(?:ministry|department|government|parliament|office|embassy|of|for|the|and|affairs|мид|мвд|"
    r"министерств\w*|правительств\w*|ministère|ministerium|ministerio|des|de|du)",
    re.IGNORECASE,
)


def _is_generic(word: str) -> bool:
    """Whether a word of a body's name tells nothing of whose it is."""
    return is_domain(word) or _GENERIC.fullmatch(word) is not None


def _start(mention: Mention) -> int:
    return mention.start


def _only_state(span: Span, context: Context) -> Grounded | None:
    """The one state that a name is or belongs to: "Ministry of Trade of Kenya", "Kenyan side".

    "Chad Smith" belongs to no state: a bare name of a state must be the whole of it.
    """
    text = context.reading.article.text
    mentions = gazetteer().mentions(text)
    first = bisect_left(mentions, span.start, key=_start)
    inside = [
        m
        for m in mentions[first : bisect_left(mentions, span.end, key=_start)]
        if m.end <= span.end
        and (
            m.kind == "demonym" or (m.kind == "name" and (_whole(m, span, text) or _owns(m, text)))
        )
    ]
    if len({m.code for m in inside}) != 1:
        return None
    return Grounded(inside[0].code, Span.of(text, inside[0].start, inside[0].end))


def _whole(mention: Mention, span: Span, text: str) -> bool:
    outside = text[span.start : mention.start] + text[mention.end : span.end]
    return not any(word[:1].isupper() for word in outside.split())


def _owns(mention: Mention, text: str) -> bool:
    before, after = text[max(0, mention.start - 20) : mention.start], text[mention.end :][:4]
    owned = r"\b(?:(?:of|de|du|des|для)\s+(?:the\s+|la\s+|l['’])?|(?:МИД\w{0,2}|МВД|МЧС)\s+)$"
    return bool(re.search(owned, before)) or bool(re.match(r"['’]s?\b", after))
