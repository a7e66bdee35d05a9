"""The date of an event: asked for as the phrase in the article, stored as EDTF."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from communique.article import Span
from communique.values.base import Value
from communique.values.dates import DateMention
from communique.values.reading import Context, Grounded, Reading, Unsupported


@dataclass(frozen=True)
class DateRule(Value):
    """A date phrase of the article, resolved by code against the day of publication.

    The phrase must stand in the article outside its dateline, which dates the article and not the
    event. Where the model gives a finished date instead, a phrase in the article that resolves to
    the same date must support it.
    """

    longest: int = 60
    asked_as: ClassVar[str] = "the words that tell when it happened, copied from the article"

    def ground(self, raw: str, context: Context) -> Grounded | Unsupported:
        reading = context.reading
        phrase = " ".join(raw.split()).strip(" ,.;:\"'()")
        # "2" alone stands in every "2 May".
        bare = not any(c.isalpha() for c in phrase) and len(phrase) < 4
        places = () if bare else reading.find(phrase)
        mentions = [m for m in reading.dates if any(_within(m, p) for p in places)]
        mentions = mentions or [m for m in reading.dates if m.edtf and m.edtf == phrase]
        if not mentions:
            if places:
                return Unsupported(
                    "unresolved_date", "these words name no date; copy the words that do, or null"
                )
            return Unsupported(
                "not_in_article", "this date is not in the article as written; copy its words"
            )
        of_event = [m for m in mentions if not reading.in_dateline(_span(m, reading))]
        if not of_event:
            return Unsupported(
                "dateline", "this is the date of the article, not of the event; answer null"
            )
        exact = [m for m in of_event if m.text.casefold() == phrase.casefold()]
        explicit = [m for m in of_event if m.explicit]
        span = context.nearest([_span(m, reading) for m in exact or explicit or of_event])
        mention = next(m for m in of_event if m.start == span.start)
        if mention.edtf is None:
            return Unsupported(
                "unresolved_date",
                "this date is relative or incomplete, and the article's own date is not known",
            )
        return Grounded(mention.edtf, span)


def _span(mention: DateMention, reading: Reading) -> Span:
    return Span.of(reading.article.text, mention.start, mention.end)


def _within(mention: DateMention, place: Span) -> bool:
    """Whether the phrase is part of the mention ("May 2" of "May 2, 2025") or holds it whole."""
    inside = mention.start <= place.start and place.end <= mention.end
    return inside or (place.start <= mention.start and mention.end <= place.end)
