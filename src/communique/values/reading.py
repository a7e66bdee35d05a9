"""An article as the checks read it: its text folded once, its passages, and what was found."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from communique.article import Article, Span
from communique.passages import Passage
from communique.values.dateline import Dateline, read_dateline
from communique.values.dates import DateMention, find_dates
from communique.values.folding import FoldedText, fold, folded_text
from communique.values.gazetteer import gazetteer
from communique.values.titles import without_generation


@dataclass(frozen=True, eq=False)
class Reading:
    """One article, prepared for many look-ups. Two readings are never equal: look-ups are kept."""

    article: Article
    passages: tuple[Passage, ...]

    @cached_property
    def folded(self) -> FoldedText:
        """The text without case, accents and typography."""
        return folded_text(self.article.text)

    @cached_property
    def strict(self) -> FoldedText:
        """The text to the letter, but for typography and white space."""
        return FoldedText(self.article.text, loose=False)

    @cached_property
    def dateline(self) -> Dateline | None:
        """The dateline, where the text begins with one."""
        return read_dateline(self.article.text)

    @property
    def published(self) -> dt.date | None:
        """The day of publication: the caller's, else the dateline's."""
        if self.article.published:
            return self.article.published
        return self.dateline.date if self.dateline else None

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """All phrases that name a date, resolved, in the order of the text."""
        return find_dates(self.article.text, self.published)

    @cached_property
    def dates_ahead(self) -> tuple[DateMention, ...]:
        """The same phrases, resolved as what is still to come."""
        return find_dates(self.article.text, self.published, ahead=True)

    @cached_property
    def _found(self) -> dict[str, tuple[Span, ...]]:
        return {}

    @cached_property
    def forms(self) -> dict[str, tuple[Span, ...]]:
        """The mentions of names in other cases, as far as they were looked for.

        Kept here and not beside the function: they go when the article goes.
        """
        return {}

    def find(self, value: str) -> tuple[Span, ...]:
        """All mentions of `value` as whole words; those to the letter come first."""
        if value not in self._found:
            self._found[value] = self._find(value)
        return self._found[value]

    def _find(self, value: str) -> tuple[Span, ...]:
        text = self.article.text
        places = list(self.folded.find_all(fold(value)))
        if len(places) > 1:
            # To the letter or not matters only for which of several comes first.
            exact = fold(value, loose=False)
            places.sort(key=lambda place: _differs(text[slice(*place)], exact))
        return tuple(Span.of(text, *place) for place in places)

    @cached_property
    def _found_short(self) -> dict[str, tuple[Span, ...]]:
        return {}

    def find_short(self, name: str) -> tuple[Span, ...]:
        """The mentions of `name` by its last word alone; else by its first, as Thai names are."""
        if name not in self._found_short:
            self._found_short[name] = self._find_short(name)
        return self._found_short[name]

    def _find_short(self, name: str) -> tuple[Span, ...]:
        parts = without_generation(name).split()
        whole = self.find(name) if len(parts) > 1 else ()
        # A phrase is no name, and nobody is called by its last word.
        named = any(word[:1].isupper() for span in whole for word in span.text.split())
        for part in (parts[-1], parts[0]) if named else ():
            alone = tuple(
                span
                for span in self.find(part)
                if span.text[0].isupper()
                and not any(w.start <= span.start < w.end for w in whole)
                and (part == parts[-1] or self._stands_alone(span))
            )
            if alone:
                return alone
        return ()

    def _stands_alone(self, span: Span) -> bool:
        """Whether no name goes on beside a first name: "David" in "Camp David" is nobody."""
        text = self.article.text
        before, after = (
            text[max(0, span.start - 40) : span.start].split(" ")[-2:],
            text[span.end : span.end + 40].split(" ")[1:2],
        )
        ended = text[max(0, span.start - 40) : span.start].rstrip()[-1:] in (
            "",
            ".",
            "!",
            "?",
            "“",
            '"',
        )
        beside = [w for w in (before[0] if not ended and len(before) > 1 else "", *after) if w]
        return not any(word[:1].isupper() for word in beside) and not any(
            m.start <= span.start < m.end for m in gazetteer().mentions(text)
        )

    def names(self, spans: Iterable[Span], passages: Iterable[Passage]) -> bool:
        """Whether `passages` hold the words of any of `spans`, or the short form of them."""
        places = [(passage.start, passage.end) for passage in passages]

        def hold(mentions: Iterable[Span]) -> bool:
            return any(start <= m.start < end for m in mentions for start, end in places)

        # Most are there as they stand: other mentions of those need not be looked for.
        spans = tuple(spans)
        words = {span.text for span in spans}
        return hold(spans) or any(hold(self.find(w)) or hold(self.find_short(w)) for w in words)

    def passage_at(self, place: int) -> Passage | None:
        """The passage that holds the character at `place`."""
        index = bisect_right(self._starts, place) - 1
        if index >= 0 and place < self.passages[index].end:
            return self.passages[index]
        return None

    @cached_property
    def _starts(self) -> list[int]:
        return [passage.start for passage in self.passages]

    def in_dateline(self, span: Span) -> bool:
        """Whether `span` lies in the dateline, which dates the article and not the event."""
        return self.dateline is not None and span.end <= self.dateline.end


def _differs(said: str, exact: str) -> bool:
    return said != exact and fold(said, loose=False) != exact


@dataclass(frozen=True)
class Context:
    """Where a value stands: the reading, the item's evidence, and its entity's other values."""

    reading: Reading
    evidence: tuple[Passage, ...] = ()
    siblings: Mapping[str, Grounded] = field(default_factory=dict)
    guided: bool = False
    """Whether the item is of a small model, which takes names from anywhere."""

    def span_of(self, name: str | None) -> Span | None:
        """The words that carry the field `name`, where it has a value and a span."""
        beside = self.siblings.get(name) if name else None
        return beside.span if beside else None

    def inside(self, span: Span) -> bool:
        """Whether `span` begins in the evidence."""
        return any(p.start <= span.start < p.end for p in self.evidence)

    def beside(self, spans: Iterable[Span]) -> tuple[Span, ...]:
        """The mentions in the evidence or in a sentence next to it; all where it is not known."""
        numbers = {p.number + step for p in self.evidence for step in (-1, 0, 1)}
        return tuple(
            span
            for span in spans
            if not numbers
            or ((p := self.reading.passage_at(span.start)) is not None and p.number in numbers)
        )

    def nearest(self, spans: Iterable[Span]) -> Span:
        """The mention that says most about this item: in the evidence, else nearest to it."""
        spans = list(spans)
        if not self.evidence or len(spans) == 1:
            return spans[0]

        def distance(span: Span) -> int:
            return min(max(p.start - span.end, span.start - p.end, 0) for p in self.evidence)

        return next(filter(self.inside, spans), None) or min(spans, key=distance)


@dataclass(frozen=True, slots=True)
class Grounded:
    """A value that the article supports, and the words that carry it."""

    value: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class Unsupported:
    """Why the article does not support a value: a stable `reason` and a sentence for the model."""

    reason: str
    detail: str
