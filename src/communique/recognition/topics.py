"""What is talked about, and not who talks or where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from communique.article import Span
from communique.passages import Passage
from communique.recognition.base import Recogniser, refused
from communique.recognition.words import topics as words
from communique.values.folding import fold
from communique.values.reading import Context, Grounded

_WHO = re.compile(r"participants\[\d+\]\.name")
_WHO_OR_WHERE = re.compile(r"place|participants\[\d+\]\.(?:name|role)")
_TALKED_OF = re.compile(rf"(?<!\w){words.TALKED_OF}\s+", re.IGNORECASE)
_WAS_TALKED_OF = re.compile(rf"\s+{words.WAS_TALKED_OF}", re.IGNORECASE)
_STILL_TALKING = re.compile(words.STILL_TALKING, re.IGNORECASE)
_LEADING = re.compile(rf"\s*(?:{words.LEADING}(?!\w)\s*)*", re.IGNORECASE)
_ENDS = re.compile(words.TALK_ENDS)
_BETWEEN = re.compile(words.BETWEEN)
_HALF_A_PAIR = re.compile(words.HALF_A_PAIR)
_PAIR_BEFORE = re.compile(words.PAIR_BEFORE)
_PAIR_AFTER = re.compile(words.PAIR_AFTER)
_NO_TOPIC = re.compile(words.NO_TOPIC, re.IGNORECASE)
_MOST_WORDS = 14
_MOST = 6


@dataclass(frozen=True)
class Topics(Recogniser):
    """Reads the topics of a meeting where words such as "discussed" tell them.

    A small model copies whole sentences as topics, or lists the participants among them.
    """

    asks = "nothing"

    def read(self, raw: Any, context: Context) -> Any:
        """What the evidence says was talked about, then the model's, but no names or places."""
        named = [
            fold(g.value) for path, g in context.siblings.items() if _WHO_OR_WHERE.fullmatch(path)
        ]
        people = [fold(g.value) for path, g in context.siblings.items() if _WHO.fullmatch(path)]
        told: dict[str, Grounded] = {}
        for span in _talked_of(context):
            folded = fold(span.text)
            if folded not in (*told, *named) and not any(name in folded for name in people):
                told[folded] = Grounded(span.text, span)
        topics: list[Any] = list(told.values())[:_MOST]
        others = [e for e in raw if fold(str(e)) not in told] if isinstance(raw, list) else []
        return topics + [
            refused(topic, "this tells who takes part or where, and no topic")
            if isinstance(topic, str)
            and (_NO_TOPIC.fullmatch(topic) or any(name in fold(topic) for name in named))
            else topic
            for topic in others
        ]


def _talked_of(context: Context) -> Iterator[Span]:
    """The topics that the evidence tells, in the order of the text."""
    text = context.reading.article.text
    dates = [(mention.start, mention.end) for mention in context.reading.dates]
    for passage in _telling(context):
        zones = []
        for cue in _TALKED_OF.finditer(text, passage.start, passage.end):
            ended = _ENDS.search(text, cue.end(), passage.end)
            zones.append((cue.end(), ended.start() if ended else passage.end))
        for cue in _WAS_TALKED_OF.finditer(text, passage.start, passage.end):
            begun = [m.end() for m in _ENDS.finditer(text, passage.start, cue.start())]
            zones.append((max(begun, default=passage.start), cue.start()))
        for zone in zones:
            for span in _topics(text, *zone):
                if not any(start <= span.start < end for start, end in dates):
                    yield span


def _telling(context: Context) -> list[Passage]:
    """The evidence, and the sentences after it that go on with the talks."""
    telling = set(context.evidence)
    for passage in context.reading.passages:
        before = any(p.number + 1 == passage.number for p in telling)
        said = passage.span.text
        if before and (_STILL_TALKING.search(said) or _WAS_TALKED_OF.search(said)):
            telling.add(passage)
    return sorted(telling, key=lambda p: p.start)


def _topics(text: str, start: int, end: int) -> Iterator[Span]:
    """The topics between two places, without the words that only lead to them."""
    begin = start
    cuts = [m.span() for m in _BETWEEN.finditer(text, start, end)]
    for stop, following in [*cuts, (end, end)]:
        if _PAIR_BEFORE.search(text[begin:stop]) and _PAIR_AFTER.match(text, following, end):
            continue
        led = _LEADING.match(text, begin, stop)
        words_ = _HALF_A_PAIR.sub("", text[led.end() if led else begin : stop]).strip()
        if words_ and not _NO_TOPIC.fullmatch(words_) and len(words_.split()) <= _MOST_WORDS:
            at = text.index(words_, led.end() if led else begin)
            yield Span.of(text, at, at + len(words_))
        begin = following
