"""Offices of people: as the article writes them, without the state or body whose they are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar

from communique.article import Span
from communique.values.base import Value
from communique.values.country import DIRECTED, FORMAL
from communique.values.folding import fold, words
from communique.values.gazetteer import Gazetteer, gazetteer
from communique.values.inflection import find_forms, same_word
from communique.values.reading import Context, Grounded, Reading, Unsupported
from communique.values.text import POSSESSIVE, bare, missing, part
from communique.values.titles import without_courtesy_after, without_honorifics


@dataclass(frozen=True)
class RoleRule(Value):
    """The office of a person, as written, without a state or body before it or right after it.

    Where the person has a name, the article must give the office next to a mention of that name:
    in the same sentence or the one before or after it, and not right before another name.
    """

    asked_as: ClassVar[str] = "the office as the article writes it"

    def ground(self, raw: str, context: Context) -> Grounded | Unsupported:
        reading = context.reading
        candidate = bare(raw)
        if not any(c.isalnum() for c in candidate):
            return missing()
        name = context.siblings.get("name")
        if name is not None:
            candidate = bare(candidate.replace(name.value, " ")) or candidate
        trimmed = _without_state(candidate)
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
                return part(span, _without_state(span.text), reading)
        if not seen:
            return missing("this office is")
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


_OF = re.compile(r" of (?=(?:the )?(.+)$)")


@lru_cache(maxsize=4096)
def _without_state(role: str) -> str:
    """Drop "Kazakh", "France's" or "Interpol" before an office, and "of Kazakhstan" after it."""
    places = gazetteer()
    tokens = role.split()
    if len(tokens) > 1 and tokens[0].casefold() in _DETERMINERS:
        tokens = tokens[1:]
    for count in range(min(4, len(tokens) - 1), 0, -1):
        head = POSSESSIVE.sub("", " ".join(tokens[:count]))
        stands_alone = places.code_of(head) or places.is_international(head)
        if stands_alone and tokens[count] not in ("of", "for", "to", "and"):
            tokens = tokens[count:]
            break
    kept = without_courtesy_after(" ".join(tokens))
    for tail in _OF.finditer(kept):
        if places.code_of(tail[1]) or places.is_international(tail[1]):
            kept = kept[: tail.start()]
            break
    return _without_state_after(kept, places).strip(" ,")


# "Ministre du Kenya", "министр Кении"
_BEFORE_STATE = re.compile(
    r"(?:\s+|^)(?:(?:of|from|de|du|des|del|von|aus)\s+|d['’])?(?:(?:the|la|le|les|der|die|den)\s+|"
    rf"l['’])?(?:{FORMAL}\s*)?$",
    re.IGNORECASE,
)
# "Кыргызской Республики"
_FORMAL_AFTER = re.compile(rf"\s+{FORMAL}$", re.IGNORECASE)


def _without_state_after(role: str, places: Gazetteer) -> str:
    """Drop the state whose office it is, in whatever language it follows."""
    named = _FORMAL_AFTER.sub("", role)
    last = next((m for m in places.mentions(role) if m.end in (len(role), len(named))), None)
    if last is None or last.kind not in ("name", "demonym") or last.code == "EU":
        return role
    # "Ambassador to Kenya" is what it is.
    if DIRECTED.search(role[: last.start]):
        return role
    kept = _BEFORE_STATE.sub("", role[: last.start])
    return kept if any(c.isalpha() for c in kept) else role
