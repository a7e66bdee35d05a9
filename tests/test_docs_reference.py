"""What the documentation lists is all that there is: reasons, errors, options, keys, names, pages."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from docs_pages import DOCS, ROOT, first_column, section

import communique
from cassettes import SCENARIOS, replay
from communique import evaluation, values
from communique.records import BUILT_IN
from communique.records.shape import (
    ChoiceShape,
    EntityShape,
    FieldShape,
    ListShape,
    is_needed,
    shape_of,
)

sys.path.insert(0, str(ROOT / "tools"))

from write_cli_reference import PAGE, reference  # found on the path that is set above

SOURCE = ROOT / "src" / "communique"


def reasons() -> set[str]:
    """Every reason for which the source rejects something."""
    found: set[str] = set()
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            place = {"Unsupported": 0, "Rejection": 4}.get(node.func.id)
            if place is None or len(node.args) <= place:
                continue
            reason = node.args[place]
            assert isinstance(reason, ast.Constant), f"{path}:{node.lineno}"
            found.add(reason.value)
    return found


def test_every_reason_for_rejection_is_explained() -> None:
    """And none that nothing is rejected for."""
    assert first_column(section("checking.md", "## Reasons for rejection")) == reasons()


def test_recorded_rejections_have_reasons_that_are_explained() -> None:
    told = {r.reason for name in SCENARIOS for r in replay(name).rejected}
    assert told <= reasons()


def test_every_error_of_a_failure_is_explained() -> None:
    kinds = [
        kind
        for kind in communique.errors.ModelError.__subclasses__()
        if kind.__module__ == "communique.errors"
    ]
    codes = {kind("").code for kind in kinds} | {"malformed_item", "truncated", "internal"}
    table = section("errors.md", "## Partial and failed extractions")
    assert first_column(table[table.index("| `error`") :]) - {"error"} == codes
    for kind in kinds:
        row = next(line for line in table.splitlines() if f"| `{kind('').code}`" in line)
        assert row.split("|")[3].strip() == ("yes" if kind.retryable else "no")


def test_every_environment_variable_is_explained() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.py"))
    read = set(re.findall(r'"((?:COMMUNIQUE|OPENAI|AZURE_OPENAI|OLLAMA)_[A-Z_]+)"', source))
    assert first_column(section("models.md", "## Environment variables")) == read


def test_every_option_is_explained() -> None:
    options = set(communique.Options.__dataclass_fields__)
    assert first_column(section("models.md", "## How questions are asked")) >= options


def test_every_limit_is_explained() -> None:
    limits = set(communique.Limits.__dataclass_fields__)
    assert first_column(section("archives.md", "## In Python")) == limits


@pytest.mark.parametrize("kind", BUILT_IN)
def test_every_field_and_choice_is_explained(kind: Any) -> None:
    table = section("records.md", f"### {kind.__name__}")
    fields = shape_of(kind)
    assert first_column(table) == {field.name for field in fields}
    for field in fields:
        row = next(line for line in table.splitlines() if line.startswith(f"| `{field.name}`"))
        assert set(re.findall(r"`([^`]+)`", row)) >= set(_words(field)), field.name
        needed = is_needed(field.shape)
        assert ("` *" in row) == needed, field.name


def _words(field: FieldShape) -> Iterator[str]:
    shape = field.shape.item if isinstance(field.shape, ListShape) else field.shape
    if isinstance(shape, ChoiceShape):
        yield from shape.options
    if isinstance(shape, EntityShape):
        yield from (inner.name for inner in shape.fields)


@pytest.mark.parametrize("name", values.__all__)
def test_every_type_of_value_is_explained(name: str) -> None:
    assert f"`{name}`" in section("checking.md", "## What supports a value")


def test_every_key_of_the_json_is_explained() -> None:
    data = replay("cut_by_the_token_limit").to_dict() | replay("seed_000").to_dict()
    data["failures"] = replay("cut_by_the_token_limit").to_dict()["failures"]
    record = data["meetings"][0]
    attempts = data["usage"]["attempts"]
    for heading, shown in {
        "## Extraction": [data, {"duplicate_of": None, "problem": None}],
        "## Records": [{"evidence": [], "grounding": {}}],
        "## Span": record["evidence"],
        "## Rejection": data["rejected"],
        "## Failure": data["failures"],
        "## Usage": [data["usage"], *attempts],
        "## Provenance": [data["provenance"]],
        "## Article": [data["article"]],
    }.items():
        assert shown
        assert first_column(section("json.md", heading)) == {key for each in shown for key in each}


def test_every_public_name_is_in_the_reference() -> None:
    page = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    told = set(re.findall(r"^::: (\S+)$", page, re.MULTILINE))
    wanted = {f"communique.{name}" for name in communique.__all__}
    wanted |= {f"communique.evaluation.{name}" for name in evaluation.__all__}
    # Errors come with their module.
    wanted -= {"communique.__version__", "communique.CommuniqueError", "communique.ExtractionError"}
    assert wanted <= told
    assert {"communique.errors", "communique.values"} <= told
    members = re.search(r"members: \[(Name.*)\]", page)
    assert members
    assert set(members[1].split(", ")) == set(values.__all__)


def test_the_command_line_reference_is_up_to_date() -> None:
    """If this fails: python tools/write_cli_reference.py."""
    assert PAGE.read_text(encoding="utf-8") == reference()


def test_every_page_is_in_the_navigation() -> None:
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert set(re.findall(r"(\w+\.md)$", config, re.MULTILINE)) == {page.name for page in DOCS}


def test_links_out_of_the_site_lead_somewhere() -> None:
    """Those of the README and CONTRIBUTING; the site's own are checked when it is built."""
    for page in (ROOT / "README.md", ROOT / "CONTRIBUTING.md"):
        text = page.read_text(encoding="utf-8")
        for link in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text):
            assert (ROOT / link).exists(), (page.name, link)
