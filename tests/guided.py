"""For tests of what code reads: an extraction whose model guesses about each sentence."""

from __future__ import annotations

import datetime as dt
from typing import Any

from asking import extract_scripted, person, visa

from communique import Article, VisaPolicyStatement
from communique.records.base import Record

PUBLISHED = dt.date(2025, 4, 18)
MET = "Foreign Minister Ana Roy of Fiji met Peru's President Paul Bel"


def guided(text: str, kind: type[Record], item: dict[str, Any], **options: Any) -> Any:
    """What comes of one guessed item about each sentence that the model is asked about."""
    article = Article(text=text, published=PUBLISHED, **options)
    script = {kind.kind: {kind.plural: [item]}}
    return extract_scripted(article, script, records=[kind], by_sentence=True)


def the_statement(text: str, **values: Any) -> VisaPolicyStatement:
    """The one statement of a guided extraction whose model guesses."""
    item = visa(1, person("Fiji"), **{"stance": "supports", "measure": "other", **values})
    (found,) = guided(text, VisaPolicyStatement, item).visa_policy_statements
    assert isinstance(found, VisaPolicyStatement)
    return found
