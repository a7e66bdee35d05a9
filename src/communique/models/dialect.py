"""What servers take: the request for a question, and how it shrinks for a server that refuses."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from communique.options import Options
from communique.prompting import Question


@dataclass(frozen=True, slots=True)
class Dialect:
    """Which parameters a server takes. Refusals teach it: `after_refusal` gives the next to try."""

    limit_name: str = "max_tokens"
    limit_settled: bool = False
    format: str | None = "json_schema"
    temperature: bool = True
    seed: bool = True
    extra: tuple[tuple[str, Any], ...] = ()
    goes_on: bool = False
    """Whether the server goes on with an answer that the last message begins."""
    stops: bool = True
    """Whether it then stops at a word, which comes where it should by the order of a schema."""

    def parameters(self, question: Question, options: Options) -> dict[str, Any]:
        """The request's parameters besides model and messages."""
        request: dict[str, Any] = {self.limit_name: options.answer_tokens}
        if self.temperature and options.temperature is not None:
            request["temperature"] = options.temperature
        if self.seed and options.seed is not None:
            request["seed"] = options.seed
        if self.format == "json_schema":
            request["response_format"] = {
                "type": "json_schema",
                "json_schema": {
                    "name": question.schema_name,
                    "strict": True,
                    "schema": question.schema,
                },
            }
        elif self.format == "json_object":
            request["response_format"] = {"type": "json_object"}
        if self.extra:
            request["extra_body"] = dict(self.extra)
        return request

    def after_refusal(self, complaint: str) -> Dialect | None:
        """The dialect without what a 400 or 422 complains of; None where it names nothing of it."""
        text = complaint.casefold()
        if not self.limit_settled and self.limit_name in text and "max_completion_tokens" in text:
            other = "max_tokens" if self.limit_name != "max_tokens" else "max_completion_tokens"
            return replace(self, limit_name=other, limit_settled=True)
        if self.temperature and "temperature" in text:
            return replace(self, temperature=False)
        if self.seed and "seed" in text:
            return replace(self, seed=False)
        # llama.cpp begins no answer of a model that thinks first.
        if self.goes_on and "prefill" in text:
            return replace(self, goes_on=False)
        if self.format and any(w in text for w in ("response_format", "json_schema", "grammar")):
            weaker = "json_object" if self.format == "json_schema" else None
            return replace(self, format=weaker, stops=False)
        if self.goes_on and self.stops and re.search(r"\bstop\b", text):
            return replace(self, stops=False)
        return None
