"""The JSON Schemas (Draft 2020-12) of the records, and of what the model is asked to fill in."""

from __future__ import annotations

from typing import Any

from communique.records import BUILT_IN
from communique.wire import answer_schema, corrections_schema

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, dict[str, Any]]:
    """Name to schema: each record's, each ``RECORD.answer``, and that of the repair round."""
    found: dict[str, dict[str, Any]] = {}
    for kind in BUILT_IN:
        found[kind.__name__] = _headed(kind.model_json_schema(mode="serialization"))
        found[f"{kind.__name__}.answer"] = _headed(answer_schema((kind,)))
    found["corrections"] = _headed(corrections_schema(8))
    return found


def _headed(schema: dict[str, Any]) -> dict[str, Any]:
    return {"$schema": DIALECT, **schema}
