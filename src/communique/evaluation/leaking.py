"""Leaks: words of a prompt's own examples in an answer, which small models like to copy."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from communique.prompting import Question
from communique.values.folding import fold
from communique.values.gazetteer import gazetteer

_ARTICLE = re.compile(r"^ARTICLE\b.*?^END OF ARTICLE$", re.DOTALL | re.MULTILINE)
_QUOTED = re.compile(r"[\"“]([^\"“”{}\[\]]{2,80})[\"”]")


def leaks(question: Question, answer: str) -> tuple[str, ...]:
    """The examples of the prompt that `answer` repeats although the article does not have them.

    An example is what the prompt has in quotation marks, and each state that it names. Words of
    the answer's own form (names of fields, choices) are none.
    """
    asked = "\n".join(message["content"] for message in question.messages)
    article = fold("\n".join(_ARTICLE.findall(asked)))
    prompt = _ARTICLE.sub("", asked)
    told = gazetteer().codes_in("\n".join(_ARTICLE.findall(asked)))
    form = {fold(word) for word in _words(question.schema)}
    values = "\n".join(map(fold, _values(answer)))
    states = [prompt[m.start : m.end] for m in gazetteer().mentions(prompt) if m.code not in told]
    examples = {fold(example) for example in (*_QUOTED.findall(prompt), *states)}
    return tuple(
        sorted(
            example
            for example in examples
            if example not in form
            and example not in article
            and re.search(rf"(?<!\w){re.escape(example)}(?!\w)", values)
        )
    )


def _values(answer: str) -> Iterator[str]:
    """The texts of an answer; of one that was cut, all of it."""

    def texts(value: Any) -> Iterator[str]:
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict | list):
            for inner in value.values() if isinstance(value, dict) else value:
                yield from texts(inner)

    try:
        yield from texts(json.loads(answer))
    except ValueError:
        yield answer


def _words(schema: Any) -> Iterator[str]:
    """The names of fields and the choices of a schema."""
    if isinstance(schema, dict):
        yield from schema
        for inner in schema.values():
            yield from _words(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from _words(inner)
    elif isinstance(schema, str):
        yield schema
