"""An article's outcome as the store keeps it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from communique.article import Article
from communique.extraction import Extraction
from communique.records.base import Record


@dataclass(frozen=True, slots=True)
class Done:
    """An article's outcome as the store has it; `result` is the extraction's JSON."""

    article: int
    status: str
    retryable: bool
    records: int
    rejected: int
    result: str


def to_done(number: int, extraction: Extraction[Any]) -> Done:
    """An extraction as the store keeps it: without the article, which it has."""
    data = extraction.to_dict()
    del data["article"]
    return Done(
        article=number,
        status=extraction.status,
        retryable=any(failure.retryable for failure in extraction.failures),
        records=len(extraction.records),
        rejected=len(extraction.rejected),
        result=json.dumps(data, ensure_ascii=False),
    )


def from_done(done: Done, article: Article, kinds: tuple[type[Record], ...]) -> Extraction[Any]:
    """The extraction that the store keeps as `done`."""
    data = json.loads(done.result)
    return Extraction.from_dict({**data, "article": article.model_dump(mode="json")}, kinds)
