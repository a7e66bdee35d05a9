"""Where: the place that the evidence gives, and not the dateline's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from communique.article import Span
from communique.recognition.base import Recogniser, refused
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
        bodily, city = self._bodily(context), city_told(context)
        enough = (bodily and city) if self.tells_any(text, "in_person") else (bodily or city)
        return Grounded("in_person", enough) if enough is not None else None

    def _bodily(self, context: Context) -> Span | None:
        """Words of what people do in one place."""
        text = context.reading.article.text
        found = (found_in(self.bodily, text, p) for p in context.evidence)
        return next((span for span in found if span is not None), None)

    def read(self, raw: Any, context: Context) -> Any:
        """The means that is told; the model's, but for a meeting in person that nothing shows."""
        read = super().read(raw, context)
        text = context.reading.article.text
        if read != "in_person" or not language_is_known(text):
            return read
        if self._bodily(context) or city_told(context):
            return read
        if not any(tells(self.spoke, text, p) for p in context.evidence):
            return read
        return refused(raw, "the article does not show how they spoke")


def city_told(context: Context) -> Span | None:
    """The first city of the evidence at which it says that something is; not the dateline's."""
    reading, text = context.reading, context.reading.article.text
    for passage in context.evidence:
        for mention in gazetteer().mentions(text):
            if (
                passage.start <= mention.start < passage.end
                and mention.kind in ("city", "capital")
                and (reading.dateline is None or mention.start >= reading.dateline.end)
                and _tells_where(mention, text)
            ):
                return Span.of(text, mention.start, mention.end)
    return None


def _is_call(context: Context) -> bool:
    form = context.siblings.get("format")
    return form is not None and form.value in ("phone", "video")


@dataclass(frozen=True)
class CountryOfWhere(Recogniser):
    """Reads the country of a place: there is none without a place."""

    def settles(self, context: Context) -> bool:
        """Whether it is a call, or at a city that the evidence gives."""
        return _is_call(context) or city_told(context) is not None

    def read(self, raw: Any, context: Context) -> Any:
        """The country of the evidence's city, or else the model's, where there is a place."""
        if _is_call(context):
            return refused(raw, "a call has no place")
        city = city_told(context)
        if city is not None:
            return city.text
        return raw if "place" in context.siblings else refused(raw, "the place is not known")


@dataclass(frozen=True)
class Where(Recogniser):
    """Reads the place of a meeting. A call has none; a dateline's counts only as "here"."""

    def settles(self, context: Context) -> bool:
        """Whether it is a call, or at a city that the evidence gives."""
        return _is_call(context) or city_told(context) is not None

    def read(self, raw: Any, context: Context) -> Any:
        """The city that the evidence gives, else the model's place as far as it may be one."""
        if _is_call(context):
            return refused(raw, "a call has no place")
        city = city_told(context)
        if city is not None:
            return _as_named(city.text, context.reading)
        reading, text = context.reading, context.reading.article.text
        places = reading.find(raw.strip()) if isinstance(raw, str) else ()
        if places and all(_is_date(s, reading) for s in places):
            return refused(raw, "this is a date and no place")
        told = [s for s in places if not reading.in_dateline(s)]
        if any(context.inside(s) and not _is_left(s, text) for s in told):
            return raw
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
