"""Prompts: what is sent to the model, put together from the templates in ``prompts/``.

What is constant comes first, then the article, then the question, so that all questions about an
article share one prefix that servers need to read only once. Values are put into the templates
once and never read as templates themselves, whatever an article contains.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import Any

from communique.passages import Passage
from communique.records.base import Record
from communique.records.cues import candidates
from communique.records.shape import (
    ChoiceShape,
    EntityShape,
    FieldShape,
    ListShape,
    Shape,
    ValueShape,
    asked_of,
)
from communique.values.reading import Reading
from communique.wire import (
    MORE,
    SENTENCE,
    Schema,
    answer_schema,
    begun_answer,
    corrections_schema,
    ended_answer,
    schema_digest,
    sentence_schema,
)

TEMPLATES = (
    "system",
    "decisions",
    "article",
    "question",
    "sentence",
    "certain",
    "combined",
    "repair",
)


@dataclass(frozen=True, slots=True)
class Question:
    """One request to a model.

    `name` says what is asked, such as ``meeting`` or ``meeting repair``; `messages` are chat
    messages; `schema` is what the answer must fit. `begun` and `ended` are how the answer begins
    and ends for certain, so that a model that can go on with an answer need not write it; others
    write all of it.
    """

    name: str
    messages: tuple[dict[str, str], ...]
    schema: Schema
    begun: str = ""
    ended: str = ""

    @property
    def stop(self) -> str:
        """The words at which a model may stop, since `ended` begins with them; "" for none."""
        return self.ended[: self.ended.find(":") + 1]

    @property
    def schema_name(self) -> str:
        """A name for the schema, of the characters that servers allow."""
        return re.sub(r"[^A-Za-z0-9_-]+", "_", self.name)[:60] or "answer"

    @property
    def digest(self) -> str:
        """Identity of the request's content: messages, schema, beginning and stop word."""
        known = [words for words in (self.begun, self.stop) if words]
        data = json.dumps([self.messages, self.schema, *known], sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(data.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Complaint:
    """A value that cannot stand, for the repair round."""

    entry: int
    field: str
    value: str
    detail: str


_FEW = 5


@dataclass(frozen=True, slots=True)
class Brief:
    """What every question of an extraction begins with: the kinds, and how much is said of them.

    With `guided`, for small models, the decisions for hard cases are left out: such a model
    forgets what comes after so many rules. With `terse`, where code knows the article's language,
    nothing is asked for that code reads by itself.
    """

    kinds: tuple[type[Record], ...]
    guided: bool = False
    terse: bool = False

    @property
    def most_entries(self) -> int | None:
        """How many entries an answer may hold, where a small model writes each in full.

        In a language that it knows little it gives every sentence an entry with the same people,
        until the token limit cuts the last.
        """
        return _FEW if self.guided and not self.terse else None


@lru_cache(maxsize=64)
def system_message(brief: Brief) -> str:
    """The constant part of every request: the task, and what each kind of record means."""
    parts = [kind.guide.strip() for kind in brief.kinds]
    if not brief.guided:
        parts.append(_template("decisions").substitute().strip())
        parts.extend(kind.decisions.strip() for kind in brief.kinds if kind.decisions)
    return _template("system").substitute(guides="\n\n".join(parts)).strip()


def article_text(reading: Reading, passages: Sequence[Passage]) -> str:
    """The article as the model sees it: its title and source, and its numbered sentences.

    The day of publication is left out: code resolves dates, and a model that sees it gives it
    as the date of every event.
    """
    article = reading.article
    facts = [
        f"{name}: {_clean(value)}"
        for name, value in (
            ("title", article.title or ""),
            ("source", article.source or ""),
            ("language", _foreign(article.language)),
        )
        if value
    ]
    lines = "\n".join(f"[{p.number}] {_clean(p.span.text)}" for p in passages)
    facts_line = f" ({'; '.join(facts)})" if facts else ""
    return _template("article").substitute(facts=facts_line, passages=lines).strip()


def _foreign(language: str | None) -> str:
    """What is said of another language than English: weak models answer in that of the question."""
    if language is None or language.split("-")[0].casefold() == "en":
        return ""
    from babel import Locale, UnknownLocaleError

    try:
        name = Locale.parse(language, sep="-").get_language_name("en")
    except (ValueError, UnknownLocaleError):
        return ""
    return f"{name}. All words of the answer are copied in {name}, never translated" if name else ""


def question_text(
    kinds: Sequence[type[Record]],
    brief: Brief,
    numbers: Mapping[type[Record], Sequence[int]] | None = None,
) -> str:
    """What is asked about an article; `numbers` are of the sentences to look at for a kind."""
    of = numbers or {}
    if len(kinds) == 1:
        (kind,) = kinds
        return _template("question").substitute(
            ask=_ask(kind, of.get(kind)),
            plural=kind.plural,
            fields=_field_list(kind, brief.terse),
        )
    return _template("combined").substitute(
        asks="\n".join(f"- {_ask(kind, of.get(kind))}" for kind in kinds),
        plurals=", ".join(kind.plural for kind in kinds),
        forms="\n".join(
            f"Each entry of {k.plural} has:\n{_field_list(k, brief.terse)}" for k in kinds
        ),
    )


def ask(
    kinds: Sequence[type[Record]],
    reading: Reading,
    passages: Sequence[Passage],
    brief: Brief,
) -> Question:
    """Ask for all records of `kinds` in `passages`; more than one kind makes one question of all.

    `brief` makes up the constant part.
    """
    numbers = {k: [p.number for p in candidates(k, passages)] for k in kinds if k.needs_cue}
    text = question_text(kinds, brief, numbers)
    return Question(
        name="+".join(kind.kind for kind in kinds),
        messages=_messages(brief, article_text(reading, passages), text),
        schema=answer_schema(kinds, numbers, brief.terse, brief.most_entries),
    )


@dataclass(frozen=True, slots=True)
class Foreknowledge:
    """What code knows of the records that a sentence tells of, before a model is asked about it.

    `told` names those that it tells of for certain, as `Record.told_in` does. `settled` has the
    fields that code reads whatever a model answers, as it would write them, and `most` how many
    values lists of the others may have; both by the field's name.
    """

    told: Sequence[str] = ()
    settled: Mapping[str, Any] = field(default_factory=dict)
    most: Mapping[str, int] = field(default_factory=dict)


def ask_about(
    sentence: Passage,
    kind: type[Record],
    reading: Reading,
    passages: Sequence[Passage],
    brief: Brief,
    foreknown: Foreknowledge,
) -> Question:
    """Ask which records of `kind` one sentence tells of, with the whole of `passages` to read.

    Of those that it tells of for certain the model is not asked whether, only what they are.
    Settled fields that come first begin the answer: they are not left out of it, since a small
    model that has not written a title names other parties. Those that come last end it.
    """
    told, settled = foreknown.told, foreknown.settled
    name = kind.kind.replace("_", " ")
    listed = "; ".join(f"“{_clean(words)}”" for words in told if words)
    one = len(told) == 1
    fields = asked_of(kind, brief.terse)
    text = _template("certain" if told else "sentence").substitute(
        ask=kind.ask,
        plural=kind.plural,
        name=name,
        fields="\n".join(_value_lines(kind, brief.terse)),
        number=sentence.number,
        sentence=_clean(sentence.span.text),
        named=listed or f"{'a' if one else len(told)} {name}{'' if one else 's'}",
        entries="one entry for it" if one else f"{len(told)} entries, one for each,",
    )
    return Question(
        name=kind.kind,
        messages=_messages(brief, article_text(reading, passages), text),
        schema=sentence_schema(kind, fields, len(told), foreknown.most),
        begun=_clean(begun_answer(kind, fields, len(told), settled)),
        ended=ended_answer(kind, fields, len(told), settled),
    )


def repair(
    kind: type[Record],
    reading: Reading,
    passages: Sequence[Passage],
    brief: Brief,
    entries: dict[int, dict[str, Any]],
    complaints: Sequence[Complaint],
) -> Question:
    """Ask for better values, with the reasons why the first ones cannot stand.

    `entries` are the failing items by number. Complaints are numbered from 1 in their order.
    """
    text = _template("repair").substitute(
        ask=kind.ask,
        entries="\n".join(
            f"entry {number}: {_clean(json.dumps(item, ensure_ascii=False))}"
            for number, item in entries.items()
        ),
        problems="\n".join(
            f"{number}. entry {p.entry}, {p.field} "
            f"{_clean(json.dumps(p.value, ensure_ascii=False))}: {p.detail}"
            for number, p in enumerate(complaints, start=1)
        ),
    )
    return Question(
        name=f"{kind.kind} repair",
        messages=_messages(brief, article_text(reading, passages), text),
        schema=corrections_schema(len(complaints)),
    )


@lru_cache(maxsize=64)
def prompt_digest(kinds: tuple[type[Record], ...]) -> str:
    """A short digest of the templates and of what `kinds` add to them."""
    parts = [_template(name).template for name in TEMPLATES]
    parts += [text for k in kinds for text in (k.kind, k.plural, k.ask, k.guide, k.decisions)]
    parts += [_field_list(k, terse) for k in kinds for terse in (False, True)]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


@lru_cache(maxsize=64)
def schemas_digest(kinds: tuple[type[Record], ...]) -> str:
    """A short digest of the schemas of all answers about `kinds`."""
    return schema_digest(
        {
            "all": answer_schema(kinds),
            "terse": answer_schema(kinds, terse=True),
            "few": answer_schema(kinds, most=_FEW),
            "one": [sentence_schema(k, asked_of(k, terse=True)) for k in kinds],
        }
    )


def _messages(brief: Brief, article: str, question: str) -> tuple[dict[str, str], ...]:
    return (
        {"role": "system", "content": system_message(brief)},
        {"role": "user", "content": f"{article}\n\n{question.strip()}"},
    )


def _ask(kind: type[Record], numbers: Sequence[int] | None) -> str:
    if not numbers:
        return kind.ask
    listed = ", ".join(map(str, numbers))
    return f"{kind.ask} Sentences to look at one by one: {listed}."


@lru_cache(maxsize=64)
def _field_list(kind: type[Record], terse: bool) -> str:
    lines = [f"- {SENTENCE}: number of the sentence that tells of it"]
    lines += _value_lines(kind, terse)
    lines += [f"- {MORE}: list of numbers of further sentences about it"]
    return "\n".join(lines)


def _value_lines(kind: type[Record], terse: bool) -> list[str]:
    return [f"- {each.name}: {_meaning(each)}" for each in asked_of(kind, terse)]


def _meaning(field: FieldShape) -> str:
    form = _form(field.shape)
    return f"{form}; {field.description}" if field.description else form


def _form(shape: Shape) -> str:
    match shape:
        case ValueShape(rule, nullable):
            form = rule.asked_as
        case ChoiceShape(options, nullable):
            form = "one of " + ", ".join(options)
        case EntityShape(_, fields, nullable):
            form = "{" + ", ".join(field.name for field in fields) + "}"
        case ListShape(item, _, _):
            return f"list of {_form(item).removesuffix(', or null')}"
    return f"{form}, or null" if nullable else form


# Chat templates join messages with marks such as <|im_end|>, and servers read them in content too.
_MARKED = re.compile(r"[<>\[]").search
_CHAT_MARKS = re.compile(r"<(?=[|/s｜_])|(?<=[|｜])>|\[(?=/?INST\])")


def _clean(text: str) -> str:
    """One line without control characters, and without marks that a chat template would obey."""
    line = " ".join(text.split())
    if not line.isprintable():
        line = "".join(c for c in line if c.isprintable() or c in "\u200c\u200d")
    if not _MARKED(line):
        return line
    return _CHAT_MARKS.sub(lambda m: {"<": "‹", ">": "›", "[": "("}[m[0]], line)


@lru_cache(maxsize=len(TEMPLATES))
def _template(name: str) -> Template:
    packaged = files("communique") / "prompts" / f"{name}.txt"
    if packaged.is_file():
        return Template(packaged.read_text(encoding="utf-8"))
    checkout = Path(__file__).parents[2] / "prompts" / f"{name}.txt"
    return Template(checkout.read_text(encoding="utf-8"))
