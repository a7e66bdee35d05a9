"""Cues: words by which sentences that may tell of a record of some kind are known."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from communique.article import Span
from communique.passages import Passage
from communique.records.base import Record
from communique.values.folding import fold
from communique.values.reading import Reading
from communique.values.vocabulary import one_of


def candidates(
    kind: type[Record], passages: Sequence[Passage], reading: Reading | None = None
) -> tuple[Passage, ...]:
    """The passages that may tell of a record of `kind`.

    Those with a cue and, with `reading`, those that show one by whom they name; where there are
    none, all of them, or none if the kind needs a cue. Never those that speak to the reader's
    software, or that list other stories.
    """
    found = tuple(
        p
        for p in passages
        if (
            not kind.cues
            or _has_cue(kind, p.span.text)
            or (reading is not None and kind.shows(p, reading))
        )
        and not _is_aside(p.span.text)
    )
    if found and kind.follow_up:
        found = tuple(
            p
            for p in passages
            if p in found
            or (
                p.number > found[0].number
                and _follows_up(kind, p.span.text)
                and not _is_aside(p.span.text)
            )
        )
    if found or kind.needs_cue:
        return found
    return tuple(p for p in passages if not _is_aside(p.span.text))


def may_carry(
    kind: type[Record],
    evidence: Sequence[Passage],
    passages: Sequence[Passage],
    reading: Reading,
    grounding: Mapping[str, Span] | None = None,
) -> bool:
    """Whether any of `evidence` is among the candidates of `kind` in `passages`.

    Who is named counts only where words do not suffice, and only in the evidence. With `grounding`
    it is those whom the record has; else they are looked for.
    """
    by_words = candidates(kind, passages)
    if not set(evidence).isdisjoint(by_words):
        return True
    rest = [p for p in evidence if kind.cues and not _is_aside(p.span.text)]
    if grounding is not None and kind.shown_by(grounding, rest, reading):
        return True
    if grounding is None and any(kind.shows(p, reading) for p in rest):
        return True
    going_on = [p.number for p in rest if kind.follow_up and _follows_up(kind, p.span.text)]
    earlier = (p for p in passages if going_on and p.number < max(going_on))
    return any(kind.shows(p, reading) for p in earlier if not _is_aside(p.span.text))


def sentences_to_ask(
    kind: type[Record], passages: Sequence[Passage], reading: Reading
) -> tuple[Passage, ...]:
    """The passages about which a small model is asked one by one.

    Of a kind that is not asked `by_sentence`, those that tell of a record by what they say or by
    whom they name. Only such as code could let a record stand on.
    """
    return tuple(
        sentence
        for sentence in candidates(kind, passages, reading)
        if (
            kind.by_sentence
            or (kind.telling and re.search(kind.telling, sentence.span.text))
            or kind.told_in(sentence, reading)
            or kind.shows(sentence, reading)
        )
        and kind.may_tell(sentence, reading)
    )


# Each question about an article looks at the same sentences again.
@lru_cache(maxsize=4096)
def _is_aside(sentence: str) -> bool:
    return _ASIDE.search(fold(sentence)) is not None


@lru_cache(maxsize=4096)
def _has_cue(kind: type[Record], sentence: str) -> bool:
    return _pattern(kind).search(fold(sentence)) is not None


@lru_cache(maxsize=4096)
def _follows_up(kind: type[Record], sentence: str) -> bool:
    return re.search(kind.follow_up, sentence, re.IGNORECASE) is not None


# Of folded text: a pattern that minds no case takes several times as long.
_ASIDE = re.compile(
    r"\b(?:(?:ai|automated|language|automatic)[ -](?:systems?|readers?|models?|assistants?|agents?|"
    r"tools?)|llms?|chatbots?|gpt|machine readers?|(?:ignore|disregard|forget) (?:all |any |the |"
    r"your )*(?:previous|prior|above|earlier)|system prompt|previous instructions|as json|"
    r"json (?:object|output))\b|^\W*(?:read (?:also|more|next)|see also|related (?:stories|"
    r"articles|news)|also read|more on this|lire aussi|a lire aussi|lesen sie auch|mehr zum thema|"
    r"читаите также|lea tambien|"
    r"more from|follow (?:us|the|our)|latest (?:news|headlines)|top stories|most read|"
    r"in other news|subscribe|sign up|share this)\b"
)


@lru_cache(maxsize=64)
def _pattern(kind: type[Record]) -> re.Pattern[str]:
    # Words begin anywhere in scripts that write no blanks; such scripts have no lower case.
    cues = sorted({fold(cue) for cue in kind.cues})
    forms = [re.escape(cue) for cue in cues if not cue[0].islower()]
    if words := [cue for cue in cues if cue[0].islower()]:
        forms.append(rf"(?<!\w){one_of(words)}")
    return re.compile("|".join(forms))
