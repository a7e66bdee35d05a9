"""The published JSON Schemas: current, valid, and true of what the library writes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from asking import agreement, extract_scripted, meeting, person, visa
from jsonschema import Draft202012Validator

from communique.records import BUILT_IN
from communique.schemas import schemas

FOLDER = Path(__file__).parent.parent / "schemas"
PORTABLE = {
    *("type", "properties", "required", "additionalProperties", "items", "enum", "const"),
    *("description", "anyOf", "minItems", "maxItems", "maxLength", "minimum", "maximum"),
}


def test_the_files_are_what_the_classes_say() -> None:
    """If this fails: python tools/write_schemas.py."""
    written = {p.stem: json.loads(p.read_text(encoding="utf-8")) for p in FOLDER.glob("*.json")}
    assert written == json.loads(json.dumps(schemas()))


@pytest.mark.parametrize("name", schemas())
def test_each_is_a_valid_schema(name: str) -> None:
    """Draft 2020-12."""
    Draft202012Validator.check_schema(schemas()[name])


def walk(schema: Any) -> Any:
    """All schemas within a schema."""
    yield schema
    for child in schema.get("properties", {}).values():
        yield from walk(child)
    for child in (*schema.get("anyOf", ()), *([schema["items"]] if "items" in schema else ())):
        yield from walk(child)


@pytest.mark.parametrize(
    "name", [n for n in schemas() if n.endswith("answer") or n == "corrections"]
)
def test_answers_keep_to_what_all_servers_understand(name: str) -> None:
    """Strict, closed, without references, and bounded so that a looping model comes to an end."""
    schema = {k: v for k, v in schemas()[name].items() if k != "$schema"}
    assert schema["type"] == "object"
    for part in walk(schema):
        assert part.keys() <= PORTABLE
        if part.get("type") == "object":
            assert part["additionalProperties"] is False
            assert part["required"] == list(part["properties"])
        if part.get("type") == "array":
            assert part["maxItems"] <= 16
        if part.get("type") == "string":
            assert "enum" in part or part["maxLength"] <= 600


def test_records_that_are_written_fit_their_schemas() -> None:
    """And read back as what they were."""
    text = "On 2 May 2025 the French envoy Ana Roy met Bo Lee in Oslo and signed a treaty on visas."
    people = (person("Ana Roy", role="envoy", country="France"), person("Bo Lee"))
    script = {
        "meeting": {"meetings": [meeting(1, *people, place="Oslo", date="2 May 2025")]},
        "agreement": {"agreements": [agreement(1, "treaty on visas", date="2 May 2025")]},
        "visa_policy_statement": {
            "visa_policy_statements": [visa(1, people[0], statement="She signed it.")]
        },
    }
    data = json.loads(extract_scripted(text, script).to_json())
    for kind in BUILT_IN:
        assert data[kind.plural], kind
        for record in data[kind.plural]:
            Draft202012Validator(schemas()[kind.__name__]).validate(record)
            assert kind.model_validate(record).model_dump(mode="json") == record
    (met,) = data["meetings"]
    assert (met["date"], met["country"]) == ("2025-05-02", "NO")
    assert met["evidence"] == [{"start": 0, "end": len(text), "text": text}]
    assert met["grounding"]["participants[0].name"] == {"start": 31, "end": 38, "text": "Ana Roy"}


def test_the_fields_are_those_of_the_guidelines() -> None:
    """Names and vocabularies are a contract with everybody who reads the JSON."""
    fields = {kind.__name__: [*kind.model_fields][2:] for kind in BUILT_IN}
    assert fields == {
        "Meeting": "status format participants place country date topics".split(),
        "Agreement": "title instrument status parties date subjects".split(),
        "VisaPolicyStatement": (
            "speaker stance measure destination beneficiaries statement quote date".split()
        ),
    }
    known = schemas()
    assert known["Meeting"]["properties"]["status"]["enum"] == [
        *("held", "planned", "cancelled", "proposed")
    ]
    assert known["VisaPolicyStatement"]["properties"]["measure"]["enum"] == [
        *("visa_free", "facilitation", "tightening", "suspension", "fees", "e_visa", "extension"),
        "other",
    ]
