"""Where: the place that the evidence gives, and not the dateline's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from communique.article import Span
from communique.recognition.base import Recogniser, refused
from communique.recognition.offices import OFFICE
from communique.recognition.signals import Signals, found_in, language_is_known, tells
from communique.values.cases import LOCATIVE
from communique.values.folding import fold
from communique.values.gazetteer import Mention, gazetteer
from communique.values.reading import Context, Grounded, Reading

_AT = re.compile(r"\b(?:in|at|to|à|en|au|nach|zu|в|во|на)\s+$", re.IGNORECASE)
_FROM = re.compile(r"\b(?:from|aus|из)\s+$", re.IGNORECASE)
_HERE = re.compile(r"(?<!\w)(?:here|ici|hier|здесь|aquí)(?!\w)", re.IGNORECASE)


def _is_date(span: Span, reading: Reading) -> bool:
    return any(m.start < span.end and span.start < m.end for m in reading.dates)


def _tells_where(mention: Mention, text: str) -> bool:
    """Whether something is at the city: "in Lima", "Лимада"."""
    if _AT.search(text[max(0, mention.start - 8) : mention.start]):
        return True
    written = text[mention.start : mention.end]
    return bool(LOCATIVE.search(written)) and gazetteer().nominative(written) != fold(written)


def _is_left(span: Span, text: str) -> bool:
    """Whether something comes from a place: "the first flight from Sana'a"."""
    return bool(_FROM.search(text[max(0, span.start - 6) : span.start]))


def _as_named(city: str, reading: Reading) -> str:
    """The city in the nominative where the article has it, else as written."""
    named = reading.find(gazetteer().nominative(city))
    return named[0].text if named else city


@dataclass(frozen=True)
class Means(Signals):
    """Reads whether people met, called or saw each other on a screen.

    Where they only `spoke`, and neither a word of `bodily` nor a city says that they were in one
    place, the article does not show it.
    """

    spoke: str = ""
    bodily: str = ""

    def told(self, context: Context) -> Grounded | None:
        """As by its words; in person where the article speaks of no other means and it shows."""
        told = super().told(context)
        text = context.reading.article.text
        if told is not None or not language_is_known(text):
            return told
        shown = None if self.tells_any(text, "in_person") else self._shown_in_person(context)
        return Grounded("in_person", shown) if shown is not None else None

    def _shown_in_person(self, context: Context) -> Span | None:
        """Words of what people do in one place, or the city at which it is."""
        text = context.reading.article.text
        bodily = (found_in(self.bodily, text, p) for p in context.evidence)
        cities = cities_told(context)
        found = next((span for span in bodily if span is not None), None)
        return found or (cities[0] if cities else None)

    def read(self, raw: Any, context: Context) -> Any:
        """The means that is told; the model's, but for a meeting in person that nothing shows."""
        read = super().read(raw, context)
        text = context.reading.article.text
        if read != "in_person" or not language_is_known(text) or self._shown_in_person(context):
            return read
        if not any(tells(self.spoke, text, p) for p in context.evidence):
            return read
        return refused(raw, "the article does not show how they spoke")


def cities_told(context: Context) -> tuple[Span, ...]:
    """The cities of the evidence at which it says that something is, each once.

    Not the dateline's, nor the one to which somebody is an ambassador.
    """
    reading, text = context.reading, context.reading.article.text
    found: dict[str, Span] = {}
    for passage in context.evidence:
        for mention in gazetteer().mentions(text):
            if (
                passage.start <= mention.start < passage.end
                and mention.kind in ("city", "capital")
                and (reading.dateline is None or mention.start >= reading.dateline.end)
                and _tells_where(mention, text)
                and not _SENT_TO.search(text, passage.start, mention.start)
            ):
                span = Span.of(text, mention.start, mention.end)
                found.setdefault(gazetteer().nominative(span.text), span)
    return tuple(found.values())


_SENT_TO = re.compile(rf"{OFFICE.pattern} to $", re.IGNORECASE)


class _OfPlace(Recogniser):
    """Reads of a place what the one city of the evidence tells; a call has none."""

    def settles(self, context: Context) -> bool:
        """Whether it is a call, or known to be none and at the one city of the evidence."""
        told = "format" in context.siblings and len(cities_told(context)) == 1
        return told or _is_call(context)


def _is_call(context: Context) -> bool:
    form = context.siblings.get("format")
    return form is not None and form.value in ("phone", "video")


@dataclass(frozen=True)
class CountryOfWhere(_OfPlace):
    """Reads the country of a place: there is none without a place."""

    def read(self, raw: Any, context: Context) -> Any:
        """The country of the evidence's one city, or else the model's, where there is a place."""
        if _is_call(context):
            return refused(raw, "a call has no place")
        cities = cities_told(context)
        if len(cities) == 1:
            return cities[0].text
        return raw if "place" in context.siblings else refused(raw, "the place is not known")


@dataclass(frozen=True)
class Where(_OfPlace):
    """Reads the place of a meeting. A call has none; a dateline's counts only as "here"."""

    def read(self, raw: Any, context: Context) -> Any:
        """The one city that the evidence gives, else the model's place, else the first city."""
        if _is_call(context):
            return refused(raw, "a call has no place")
        cities = cities_told(context)
        if len(cities) == 1:
            return _as_named(cities[0].text, context.reading)
        reading, text = context.reading, context.reading.article.text
        places = reading.find(raw.strip()) if isinstance(raw, str) else ()
        if places and all(_is_date(s, reading) for s in places):
            return refused(raw, "this is a date and no place")
        told = [s for s in places if not reading.in_dateline(s)]
        if any(context.inside(s) and not _is_left(s, text) for s in told):
            return raw
        if cities:
            return _as_named(cities[0].text, reading)
        if places and not told:
            here = any(_HERE.search(p.span.text) for p in context.evidence)
            return raw if here else refused(raw, "this is where the article was written")
        if told and all(_is_left(s, text) for s in told):
            return refused(raw, "something comes from there")
        told = [s for s in told if not _is_left(s, text)]
        if told:
            span = context.nearest(told)
            return Grounded(span.text, span)
        return raw
