"""What makes two questions, or two ways of asking, the same.

An answer belongs to a model, its weights, its parameters and the question's content; an outcome to
an article and a setup. An article's own identity is `Article.content_id`. All are SHA-256 over
JSON, so they are equal in every process and on every machine.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from typing import Any

from communique import prompting
from communique.models.base import Model, ModelInfo
from communique.options import Options
from communique.prompting import Question
from communique.records.base import Record

_SHAPING = ("combined", "repair", "window_tokens")
_SAMPLING = ("temperature", "seed", "answer_tokens")


def answer_key(info: ModelInfo, options: Options, question: Question) -> str:
    """Identity of the answer to `question`: a changed prompt, schema or parameter changes it."""
    parameters = {name: getattr(options, name) for name in _SAMPLING}
    return _digest([info.backend, info.name, info.weights, parameters, question.digest])


def describe_setup(
    model: Model, info: ModelInfo, options: Options, kinds: tuple[type[Record], ...]
) -> dict[str, Any]:
    """What is asked of which model, as JSON has it."""
    return {
        "backend": info.backend,
        "model": info.name,
        "weights": info.weights,
        "by_sentence": model.by_sentence,
        "context_tokens": model.context_tokens,
        "options": {n: v for n, v in asdict(options).items() if n in _SHAPING + _SAMPLING},
        "kinds": [kind.kind for kind in kinds],
        "prompt": prompting.prompt_digest(kinds),
        "schema": prompting.schemas_digest(kinds),
    }


def setup_digest(description: dict[str, Any]) -> str:
    """Identity of a setup."""
    return _digest(description)


def _digest(data: Any) -> str:
    return hashlib.sha256(json.dumps(data, sort_keys=True).encode()).hexdigest()
