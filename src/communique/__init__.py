"""communique: news about diplomacy as typed, sourced records.

    from communique import extract

    result = extract(text)
    result.meetings[0].participants[0].name

See `extract`, `Extractor` and `Record`. Nothing heavy is loaded until something is extracted.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from communique._version import __version__

if TYPE_CHECKING:
    from communique.api import aextract, extract
    from communique.archive.many import aextract_many, extract_many
    from communique.archive.outcome import Outcome
    from communique.archive.outcomes import OutcomeList, Outcomes
    from communique.archive.report import save_report
    from communique.archive.store import Store
    from communique.archive.terms import Limits
    from communique.article import Article, Span
    from communique.errors import CommuniqueError, ExtractionError
    from communique.extraction import Extraction
    from communique.extractor import Extractor
    from communique.options import Options
    from communique.records import Agreement, Entity, Meeting, Record, VisaPolicyStatement

_HOMES = {
    "Agreement": "records",
    "Article": "article",
    "CommuniqueError": "errors",
    "Entity": "records",
    "Extraction": "extraction",
    "ExtractionError": "errors",
    "Extractor": "extractor",
    "Meeting": "records",
    "Options": "options",
    "Record": "records",
    "Span": "article",
    "VisaPolicyStatement": "records",
    "Limits": "archive.terms",
    "Outcome": "archive.outcome",
    "OutcomeList": "archive.outcomes",
    "Outcomes": "archive.outcomes",
    "Store": "archive.store",
    "aextract": "api",
    "aextract_many": "archive.many",
    "extract": "api",
    "extract_many": "archive.many",
    "save_report": "archive.report",
}

__all__ = [
    "Agreement",
    "Article",
    "CommuniqueError",
    "Entity",
    "Extraction",
    "ExtractionError",
    "Extractor",
    "Limits",
    "Meeting",
    "Options",
    "Outcome",
    "OutcomeList",
    "Outcomes",
    "Record",
    "Span",
    "Store",
    "VisaPolicyStatement",
    "__version__",
    "aextract",
    "aextract_many",
    "extract",
    "extract_many",
    "save_report",
]


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'communique' has no attribute {name!r}")
    return getattr(import_module(f"communique.{home}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
