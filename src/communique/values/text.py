"""Values copied from the article: names, roles, phrases, quotations; and free statements."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

from communique.article import Span
from communique.values.base import Value
from communique.values.folding import fold, words
from communique.values.gazetteer import Gazetteer, gazetteer
from communique.values.inflection import find_forms, find_inflected, same_word
from communique.values.reading import Context, Grounded, Reading, Unsupported
from communique.values.titles import (
    without_courtesy_after,
    without_honorifics,
    without_office,
)

_OUTER = " \t\n\r\"'“”„«»‘’‹›`,;:"
_POSSESSIVE = re.compile(r"['’ʼ]s$|(?<=s)['’ʼ]$", re.IGNORECASE)


def _bare(raw: str) -> str:
    """`raw` without marks around it and without a possessive ending."""
    text = " ".join(raw.split()).strip(_OUTER)
    if len(text) > 1 and text.endswith(".") and "." not in text[:-1] and " " in text:
        text = text[:-1]
    return _POSSESSIVE.sub("", text).rstrip()


def _missing(what: str = "these words are") -> Unsupported:
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
        bare = _bare(raw)
        if self.body and gazetteer().code_of(bare) not in (None, "EU"):
            return Unsupported(
                "state_no_body", "this is a state; name the ministry, agency or body, or null"
            )
        for candidate in dict.fromkeys((_plain_name(bare), bare)):
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
                return _part(span, _plain_name(span.text), reading)
        return _missing("this name is")


def _hyphenated(span: Span, reading: Reading) -> bool:
    """Whether a name goes on with a hyphen ("Anna Smith" of "Anna Smith-Jones").

    States and bodies of states do stand on one side of a hyphen: "the Russia-NATO council".
    """
    places = gazetteer()
    if places.code_of(span.text) or places.is_international(span.text):
        return False
    text = reading.article.text
    return bool(
        re.match(r"[-‐‑]\w", text[span.end : span.end + 2])
        or re.search(r"\w[-‐‑]$", text[max(0, span.start - 2) : span.start])
    )


def _plain_name(name: str) -> str:
    tail = re.search(r" of (?:the )?([^,]+)$", name)
    head = name[: tail.start()] if tail and gazetteer().code_of(tail[1]) else name
    # "Foreign Minister Ana Roy of Estonia" is Ana Roy; "Republic of Estonia" stays whole.
    plain = without_office(head)
    return without_honorifics(plain if plain != head else without_office(name))


def _best_written(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Prefer mentions in mixed case: a headline in capitals is a poor source for spelling."""
    return tuple(s for s in spans if not s.text.isupper()) or spans


def _part(span: Span, kept: str, reading: Reading) -> Grounded:
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
        candidate = _bare(raw)
        if not any(c.isalnum() for c in candidate):
            return _missing()
        reading = context.reading
        spans = (
            reading.find(candidate) or _longest_run(candidate, reading) or _of_list(raw, reading)
        )
        if not spans:
            return _missing()
        span = _without_article(context.nearest(spans), reading)
        return Grounded(span.text, span)


def _of_list(raw: str, reading: Reading) -> tuple[Span, ...]:
    """The first place that is written in a list like "Paris, France"."""
    parts = [part.strip() for part in _bare(raw).split(",")]
    if not all(part[:1].isupper() and len(part.split()) <= 4 for part in parts):
        return ()
    return next(filter(None, map(reading.find, parts)), ())


def _without_article(span: Span, reading: Reading) -> Span:
    """The span without "the" or "a" before it, unless it is part of the name ("The Hague")."""
    found = re.match(r"(?:the|an?) (?=\S)", span.text)
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
class RoleRule(Value):
    """The office of a person, as written, without a state or body before it or right after it.

    Where the person has a name, the article must give the office next to a mention of that name:
    in the same sentence or the one before or after it, and not right before another name.
    """

    asked_as: ClassVar[str] = "the office as the article writes it"

    def ground(self, raw: str, context: Context) -> Grounded | Unsupported:
        reading = context.reading
        candidate = _bare(raw)
        if not any(c.isalnum() for c in candidate):
            return _missing()
        name = context.siblings.get("name")
        if name is not None:
            candidate = _bare(candidate.replace(name.value, " ")) or candidate
        trimmed = _without_state(candidate, gazetteer())
        seen = False
        near = _sentences_about(name.value, reading) if name is not None else frozenset()
        for tried in dict.fromkeys((trimmed, candidate)):
            spans = tuple(s for s in reading.find(tried) if not _qualified(s, reading))
            seen = seen or bool(spans)
            if name is not None:
                spans = tuple(
                    s
                    for s in spans
                    if (p := reading.passage_at(s.start)) is not None
                    and p.number in near
                    and not _of_another(s, name.value, reading)
                )
            if spans:
                span = context.nearest(spans)
                return _part(span, _without_state(span.text, gazetteer()), reading)
        if not seen:
            return _missing("this office is")
        return Unsupported(
            "said_of_another",
            f"the article does not say this office of {name.value if name else 'them'}; "
            "give the office that it says of them, or null",
        )


_QUALIFIERS = re.compile(
    r"\b(?:vice|deputy|former|acting|ex|assistant|then|late|under|vize|stellvertretende[rn]?|"
    r"ancien(?:ne)?|бывш\w+|заместител\w+)[ -]$",
    re.IGNORECASE,
)


def _qualified(span: Span, reading: Reading) -> bool:
    """Whether the office goes on before the span: "President" of "Vice President"."""
    return bool(_QUALIFIERS.search(reading.article.text[max(0, span.start - 40) : span.start]))


def _sentences_about(name: str, reading: Reading) -> frozenset[int]:
    """The numbers of sentences with `name` or its last word, and of those next to them."""
    mentions = list(find_forms(reading, name))
    last = name.split()[-1]
    if len(last) > 2:
        mentions.extend(find_forms(reading, last))
    return frozenset(
        passage.number + step
        for mention in mentions
        if (passage := reading.passage_at(mention.start)) is not None
        for step in (-1, 0, 1)
    )


_NAME_AFTER = re.compile(r",?[ \t]+((?:[^\W\d_a-z]\w*[-'’.]?\w*[ \t]*){1,4})")


def _of_another(span: Span, name: str, reading: Reading) -> bool:
    """Whether the office stands right before somebody else's name: "President Paul Bel"."""
    found = _NAME_AFTER.match(reading.article.text, span.end)
    if found is None or not found[1][:1].isupper():
        return False
    follows = without_honorifics(found[1].strip())
    if gazetteer().code_of(follows):
        return False
    own = words(fold(name))
    return not any(same_word(word, mine) for word in words(fold(follows)) for mine in own)


_DETERMINERS = frozenset(
    "its his her their our the this ihr ihre sein seine son sa leur su его её их".split()
)


def _without_state(role: str, places: Gazetteer) -> str:
    """Drop "Kazakh", "France's" or "Interpol" before an office, and "of Kazakhstan" after it."""
    tokens = role.split()
    if len(tokens) > 1 and tokens[0].casefold() in _DETERMINERS:
        tokens = tokens[1:]
    for count in range(min(4, len(tokens) - 1), 0, -1):
        head = _POSSESSIVE.sub("", " ".join(tokens[:count]))
        stands_alone = places.code_of(head) or places.is_international(head)
        if stands_alone and tokens[count] not in ("of", "for", "to", "and"):
            tokens = tokens[count:]
            break
    kept = without_courtesy_after(" ".join(tokens))
    for tail in re.finditer(r" of (?=(?:the )?(.+)$)", kept):
        if places.code_of(tail[1]) or places.is_international(tail[1]):
            kept = kept[: tail.start()]
            break
    return _without_state_after(kept, places).strip(" ,")


# "Ambassador to Kenya" is what it is; "ministre du Kenya", "министр Кении" are ministers.
_BEFORE_STATE = re.compile(
    r"(?:\s+|^)(?:(?:of|from|de|du|des|del|von|aus)\s+|d['’])?(?:(?:the|la|le|les|der|die|den)\s+|"
    r"l['’])?(?:[\w-]*(?:republi|republik|républi|königreich|reich|grand-duché|royaume|états?|"
    r"kingdom|state|sultanate|emirate|reino|repúblic|estado|республик|королевств|государств|"
    r"эмират|султанат|федераци)\w*(?:\s+(?:of|de|du|des|von))?\s*)?$",
    re.IGNORECASE,
)
# "Кыргызской Республики"
_FORMAL_AFTER = re.compile(r"\s+(?:республик|федераци|королевств)\w*$", re.IGNORECASE)
_DIRECTED = re.compile(
    r"(?<!\w)(?:to|in|for|on|with|at|near|à|aux?|en|auprès|für|nach|zu|bei|mit|в|во|на|при|по|к|с|"
    r"ante|para|con)(?:\s+(?:the|la|le|les|l['’]|der|die|den|dem))?$",
    re.IGNORECASE,
)


def _without_state_after(role: str, places: Gazetteer) -> str:
    """Drop the state whose office it is, in whatever language it follows."""
    named = _FORMAL_AFTER.sub("", role)
    last = next((m for m in places.mentions(role) if m.end in (len(role), len(named))), None)
    if last is None or last.kind not in ("name", "demonym") or last.code == "EU":
        return role
    before = role[: last.start].rstrip()
    if _DIRECTED.search(before):
        return role
    kept = _BEFORE_STATE.sub("", role[: last.start])
    return kept if any(c.isalpha() for c in kept) else role


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
            return _missing()
        spans = [Span.of(text, *p) for p in reading.strict.find_all(candidate)]
        if not spans:
            return _missing()
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
            strange = [w for w in words(fold(_POSSESSIVE.sub("", word))) if w not in known]
            if not strange:
                continue
            first = index == 0 and fold(word) in _OPENERS
            if any(c.isdigit() for c in word) or (any(c.isupper() for c in word) and not first):
                return Unsupported(
                    "names_the_unsaid",
                    f"it names {word!r}, which the article does not; leave it out",
                )
        if not any(c.isalnum() for c in text):
            return _missing()
        return Grounded(text, None)
