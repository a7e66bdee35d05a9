"""Values copied from the article: names, roles, phrases, quotations; and free statements."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar

from communique.article import Span
from communique.values.base import Value
from communique.values.folding import fold, words
from communique.values.gazetteer import gazetteer
from communique.values.inflection import find_inflected
from communique.values.reading import Context, Grounded, Reading, Unsupported
from communique.values.titles import (
    without_honorifics,
    without_office,
)

_OUTER = " \t\n\r\"'“”„«»‘’‹›`,;:"
POSSESSIVE = re.compile(r"['’ʼ]s$|(?<=s)['’ʼ]$", re.IGNORECASE)


def bare(raw: str) -> str:
    """`raw` without marks around it and without a possessive ending."""
    text = " ".join(raw.split()).strip(_OUTER)
    if len(text) > 1 and text.endswith(".") and "." not in text[:-1] and " " in text:
        text = text[:-1]
    return POSSESSIVE.sub("", text).rstrip()


def missing(what: str = "these words are") -> Unsupported:
    """Why words cannot stand that the article does not hold."""
    return Unsupported(
        "not_in_article",
        f"{what} not in the article; copy the exact words of the article, or answer null",
    )


@dataclass(frozen=True)
class NameRule(Value):
    """The name of a person or body, as the article writes it, without honorifics.

    Supported by any mention in the article. Case, accents and typography may differ, and in
    Cyrillic the case form; the value is then what the article writes. With `near`, the mention
    must be in the item's evidence or beside it where a small model gives it; with `body`, the name
    may not be a state's.
    """

    near: bool = False
    body: bool = False
    asked_as: ClassVar[str] = "the name in the article's own words, in its fullest form, no title"

    def ground(self, raw: str, context: Context) -> Grounded | Unsupported:
        reading = context.reading
        near = self.near and context.guided
        plain = bare(raw)
        if self.body and gazetteer().code_of(plain) not in (None, "EU"):
            return Unsupported(
                "state_no_body", "this is a state; name the ministry, agency or body, or null"
            )
        for candidate in dict.fromkeys((_plain_name(plain), plain)):
            if not any(c.isalnum() for c in candidate):
                continue
            spans = reading.find(candidate) or find_inflected(reading, candidate)
            spans = tuple(s for s in spans if not _hyphenated(s, reading))
            if spans and near and not (spans := context.beside(spans)):
                return Unsupported(
                    "named_elsewhere", "the sentences of this entry do not name it; answer null"
                )
            if spans:
                span = context.nearest(_best_written(spans))
                return part(span, _plain_name(span.text), reading)
        return missing("this name is")


def _hyphenated(span: Span, reading: Reading) -> bool:
    """Whether a name goes on with a hyphen ("Anna Smith" of "Anna Smith-Jones").

    States and bodies of states do stand on one side of a hyphen: "the Russia-NATO council".
    """
    places = gazetteer()
    if places.code_of(span.text) or places.is_international(span.text):
        return False
    text = reading.article.text
    return bool(
        _HYPHEN_AFTER.match(text, span.end)
        or _HYPHEN_BEFORE.match(text, max(0, span.start - 2), span.start)
    )


_HYPHEN_AFTER = re.compile(r"[-‐‑]\w")
_HYPHEN_BEFORE = re.compile(r"\w[-‐‑]\Z")


_OF = re.compile(r" of (?:the )?([^,]+)$")


@lru_cache(maxsize=4096)
def _plain_name(name: str) -> str:
    tail = _OF.search(name)
    head = name[: tail.start()] if tail and gazetteer().code_of(tail[1]) else name
    # "Foreign Minister Ana Roy of Estonia" is Ana Roy; "Republic of Estonia" stays whole.
    plain = without_office(head)
    return without_honorifics(plain if plain != head else without_office(name))


def _best_written(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Prefer mentions in mixed case: a headline in capitals is a poor source for spelling."""
    return tuple(s for s in spans if not s.text.isupper()) or spans


def part(span: Span, kept: str, reading: Reading) -> Grounded:
    """The value `kept`, which stands within `span`; all of `span` where it does not."""
    offset = span.text.find(kept)
    if kept and offset >= 0:
        start = span.start + offset
        span = Span.of(reading.article.text, start, start + len(kept))
    return Grounded(span.text, span)


@dataclass(frozen=True)
class PhraseRule(Value):
    """A phrase copied from the article: a place, a title, a topic."""

    asked_as: ClassVar[str] = "a short phrase copied from the article"

    def ground(self, raw: str, context: Context) -> Grounded | Unsupported:
        candidate = bare(raw)
        if not any(c.isalnum() for c in candidate):
            return missing()
        reading = context.reading
        spans = (
            reading.find(candidate) or _longest_run(candidate, reading) or _of_list(raw, reading)
        )
        if not spans:
            return missing()
        span = _without_article(context.nearest(spans), reading)
        return Grounded(span.text, span)


def _of_list(raw: str, reading: Reading) -> tuple[Span, ...]:
    """The first place that is written in a list like "Paris, France"."""
    parts = [part.strip() for part in bare(raw).split(",")]
    if not all(part[:1].isupper() and len(part.split()) <= 4 for part in parts):
        return ()
    return next(filter(None, map(reading.find, parts)), ())


_ARTICLE = re.compile(r"(?:the|an?) (?=\S)")


def _without_article(span: Span, reading: Reading) -> Span:
    """The span without "the" or "a" before it, unless it is part of the name ("The Hague")."""
    found = _ARTICLE.match(span.text)
    return Span.of(reading.article.text, span.start + found.end(), span.end) if found else span


def _longest_run(phrase: str, reading: Reading) -> tuple[Span, ...]:
    """The words of `phrase` that stand together in the article, where they are most of it.

    Weak models put a verb before a phrase that they copy: "discussing the state of cooperation".
    """
    tokens = fold(phrase).split()
    count = len(tokens)
    for length in range(count - 1, max(1, count // 2), -1):
        for start in range(count - length + 1):
            run = tokens[start : start + length]
            while run and run[0].strip(",") in _FUNCTION_WORDS:
                run = run[1:]
            while run and run[-1].strip(",") in _FUNCTION_WORDS:
                run = run[:-1]
            spans = reading.find(" ".join(run).strip(" ,;:")) if len(run) > 1 else ()
            if spans:
                return spans
    return ()


_OPENERS = frozenset(
    "the a an he she they it his her their its this these those both citizens visitors travellers "
    "holders officials nationals visas visa entry free from starting all some in on for".split()
)
_FUNCTION_WORDS = frozenset(
    (
        "a an the of and or in on at to for from by with under as well including about "
        "into its their his her this that which is are was were be de la le les du des et "
        "en à au aux pour sur dans der die das und von zu im в и на по с о об к для из"
    ).split()
)


@dataclass(frozen=True)
class QuoteRule(Value):
    """A direct quotation, to the letter; only quotation marks, dashes and blanks may differ.

    It must stand between quotation marks in the article.
    """

    longest: int = 600
    asked_as: ClassVar[str] = "the speaker's words copied to the letter, without quotation marks"

    def ground(self, raw: str, context: Context) -> Grounded | Unsupported:
        reading = context.reading
        text = reading.article.text
        candidate = fold(raw.strip(_OUTER), loose=False)
        if len(words(candidate)) < 2:
            return missing()
        spans = [Span.of(text, *p) for p in reading.strict.find_all(candidate)]
        if not spans:
            return missing()
        quoted = [span for span in spans if _in_quotation(text, span)]
        if not quoted:
            return Unsupported(
                "not_quoted",
                "these words do not stand between quotation marks; "
                "copy words that the article quotes, or answer null",
            )
        span = context.nearest(quoted)
        return Grounded(span.text, span)


_PAIRS = {"“": "”", "„": "“”", "«": "»", "»": "«", '"': '"', "「": "」", "『": "』"}
_ENTITY_MARKS = (("&quot;", '"'), ("&#34;", '"'), ("&ldquo;", "“"), ("&rdquo;", "”"))


def _in_quotation(text: str, span: Span) -> bool:
    """Whether all of `span` lies in one quotation, which may stay open to the paragraph's end."""
    start = max(text.rfind(mark, 0, span.start) for mark in ("\n\n", "\r\n\r\n")) + 1
    line = text[start : span.end]
    for entity, mark in _ENTITY_MARKS:
        line = line.replace(entity, mark.ljust(len(entity)))
    closing = ""
    for index, character in enumerate(line):
        inside = start + index >= span.start
        if closing:
            if character in closing:
                if inside:
                    return False
                closing = ""
        elif inside:
            return False
        else:
            closing = _PAIRS.get(character, "")
    return bool(closing)


@dataclass(frozen=True)
class StatementRule(Value):
    """A sentence in the model's own words that names nobody and nothing the article does not.

    Its figures and capitalised words must occur in the article; countries may be named in any
    form where the article names them in some form. It has no span.
    """

    longest: int = 300
    asked_as: ClassVar[str] = "one sentence in your own words"

    def ground(self, raw: str, context: Context) -> Grounded | Unsupported:
        text = " ".join(raw.split())
        reading = context.reading
        known = set(words(reading.folded.text))
        places = gazetteer()
        named = places.codes_in(reading.article.text)
        # Countries first: "Kazakhstan" is supported by "Kazakh".
        rest = places.without_countries(text, named)
        for index, match in enumerate(re.finditer(r"[^\W_]+(?:[-'’][^\W_]+)*", rest)):
            word = match[0]
            strange = [w for w in words(fold(POSSESSIVE.sub("", word))) if w not in known]
            if not strange:
                continue
            first = index == 0 and fold(word) in _OPENERS
            if any(c.isdigit() for c in word) or (any(c.isupper() for c in word) and not first):
                return Unsupported(
                    "names_the_unsaid",
                    f"it names {word!r}, which the article does not; leave it out",
                )
        if not any(c.isalnum() for c in text):
            return missing()
        return Grounded(text, None)
