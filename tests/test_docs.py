"""What the documentation shows is what happens: each block of code in it is run or checked.

Python blocks run on the recorded answers of the embedded model (``--update-examples`` writes what
they print), those about hosted models against a scripted server on loopback. Lines that begin with
``communique`` run against that server too, page by page.
"""

from __future__ import annotations

import ast
import json
import os
import re
import shlex
import sys
import tomllib
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest
from hosted import nothing
from pytest_examples import CodeExample, EvalExample, find_examples
from scripted_server import Request, Response, ScriptedServer, reply
from typer.testing import CliRunner

import communique
from cassettes import SCENARIOS, replay, replaying
from communique import evaluation, values
from communique.cli import app
from communique.evaluation import check_gold, load_gold
from communique.records import BUILT_IN
from communique.records.shape import ChoiceShape, EntityShape, FieldShape, ListShape, shape_of

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tools"))

from write_cli_reference import PAGE, reference  # noqa: E402  # found on the path that is set above
from write_readme import SHOWN, seed_output  # noqa: E402  # after it

DOCS = sorted((ROOT / "docs").glob("*.md"))
PAGES = [*DOCS, ROOT / "README.md", ROOT / "CONTRIBUTING.md"]
SOURCE = ROOT / "src" / "communique"

# Blocks of these languages are run; text is what a program prints, and is compared.
LANGUAGES = {"python", "sh", "json", "sql", "text"}

# Programs of shell blocks that are not run here, and why.
NOT_RUN = {
    "pip": "installs from the package index; CI runs both of the README's commands",
    "python3": "makes an environment; CI does the same",
    "pytest": "is this",
    ".ci/run": "runs the tests, this one among them",
    "zensical": "builds the site; CI does it with warnings as errors",
    "export": "sets a variable for the lines after it; this server stands in its place",
    "vllm": "needs a GPU and weights; this server stands in its place",
    "python": "takes texts, peers or the embedded model; that the script is there is checked",
}

# Which recorded answers a block needs, by what it reads; the first that fits.
CASSETTES = {
    "sanction.txt": "sanction",
    "french.txt": "combined",
    "seed-000": "seed_000",
    "seeds/000": "seed_000",
    'glob("000': "seed_000",
}
HOSTED = re.compile(r'model="(?!local")')


# Blocks ------------------------------------------------------------------------------------------


def blocks(page: Path, language: str) -> list[str]:
    """The page's fenced blocks in a language."""
    text = page.read_text(encoding="utf-8")
    return re.findall(rf"^ *```{language}\n(.*?)^ *```$", text, re.MULTILINE | re.DOTALL)


def test_every_block_is_of_a_language_that_is_checked() -> None:
    """So that none is passed over in silence."""
    for page in PAGES:
        fences = re.findall(r"^ *```(.*)$", page.read_text(encoding="utf-8"), re.MULTILINE)
        assert set(fences[::2]) <= LANGUAGES, page.name
        assert set(fences[1::2]) <= {""}, page.name


# Python ------------------------------------------------------------------------------------------


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with what the docs read, where they may write."""
    folder = tmp_path / "checkout"
    folder.mkdir()
    for name in ("seeds", "tests", "benchmarks", "docs"):
        (folder / name).symlink_to(ROOT / name)
    (folder / "archive").mkdir()
    for seed in (ROOT / "seeds").glob("*.txt"):
        (folder / "archive" / seed.name).write_bytes(seed.read_bytes())
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def hosted(monkeypatch: pytest.MonkeyPatch) -> Iterator[ScriptedServer]:
    """Every provider, as the environment of a user who has them all; it finds nothing."""

    def script(request: Request) -> Response:
        if request.path.endswith("/models"):
            return reply(200, {"object": "list", "data": []})
        return nothing(request)

    with ScriptedServer(script) as server:
        monkeypatch.setenv("COMMUNIQUE_BASE_URL", server.base_url)
        for name in ("OPENAI_API_KEY", "AZURE_OPENAI_API_KEY", "COMMUNIQUE_API_KEY"):
            monkeypatch.setenv(name, "sk-synthetic")
        yield server


@pytest.mark.parametrize("example", list(find_examples(*map(str, PAGES))), ids=str)
def test_examples_print_what_they_say(
    example: CodeExample,
    eval_example: EvalExample,
    checkout: Path,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
) -> None:
    """If this fails after recording: pytest tests/test_docs.py --update-examples."""
    eval_example.set_config(line_length=100)
    cassette = next((name for words, name in CASSETTES.items() if words in example.source), None)
    if HOSTED.search(example.source) and cassette is None:
        # What a block sets is to be undone after it.
        monkeypatch.setattr(os, "environ", os.environ.copy())
        server = request.getfixturevalue("hosted")
    else:
        server = None
        monkeypatch.setenv("COMMUNIQUE_MODEL", "local")
        monkeypatch.setenv("COMMUNIQUE_BASE_URL", "http://embedded.invalid/v1")
    with replaying(cassette) if cassette else nullcontext():
        try:
            if eval_example.update_examples:
                eval_example.run_print_update(example)
            else:
                eval_example.run_print_check(example)
        except Exception as error:
            # The traceback that pytest-examples makes up is one that pytest 9 cannot show.
            raise AssertionError(f"{example} raised {error!r}") from None
    if server is not None:
        assert server.requests


# Shell -------------------------------------------------------------------------------------------


def commands(page: Path) -> list[list[str]]:
    """The commands of a page's shell blocks, as a shell would hand them on."""
    found: list[list[str]] = []
    for block in blocks(page, "sh"):
        for line in block.replace("\\\n", " ").splitlines():
            words = shlex.split(line, comments=True)
            command: list[str] = []
            for word in [*words, "&&"]:
                if word == "&&":
                    found.append(command)
                    command = []
                else:
                    command.append(word)
    return [command for command in found if command]


def expanded(arguments: list[str]) -> list[str]:
    """The arguments with patterns replaced by the files that fit them."""
    return [
        each
        for argument in arguments
        for each in (sorted(map(str, Path().glob(argument))) if "*" in argument else [argument])
    ]


@pytest.mark.parametrize("page", [p for p in PAGES if commands(p)], ids=lambda page: page.name)
def test_commands_do_what_they_are_shown_for(
    page: Path, checkout: Path, hosted: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In their order: a store that one line makes is there for the next."""
    gold = json.dumps(json.loads(blocks(ROOT / "docs" / "evaluation.md", "json")[0]))
    for name in ("a", "b", "my_gold", "before", "errors"):
        Path(f"{name}.jsonl").write_text(f"{gold}\n{gold.replace('a-1', 'a-2')}\n", "utf-8")
    if page.name in ("quality.md", "CONTRIBUTING.md"):
        # The whole gold costs a minute; the commands are the same.
        (checkout / "benchmarks").unlink()
        (checkout / "benchmarks" / "gold").mkdir(parents=True)
        gold_file = checkout / "benchmarks" / "gold" / "dev.jsonl"
        gold_file.write_text(f"{gold}\n{gold.replace('a-1', 'a-2')}\n", encoding="utf-8")
    if page.name == "cli.md":  # each of its lines stands alone
        prepare = ["run", "archive/", "--store", "run.db"]
        assert CliRunner().invoke(app, prepare).exit_code == 0
    for program, *arguments in commands(page):
        if program != "communique":
            continue
        result = CliRunner().invoke(app, expanded(arguments))
        told = f"communique {shlex.join(arguments)}: {result.output}{result.stderr}"
        assert result.exit_code == 0, told


def test_what_is_not_run_has_a_reason() -> None:
    """Every other program of the shell blocks, and each reason is still needed."""
    others = {command[0] for page in PAGES for command in commands(page)} - {"communique", "."}
    assert others == set(NOT_RUN)


def test_scripts_that_are_shown_exist() -> None:
    for page in PAGES:
        for program, *arguments in commands(page):
            if program == "python":
                assert (ROOT / arguments[0]).is_file(), (page.name, arguments)


def test_extras_that_are_shown_exist() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = set(project["project"]["optional-dependencies"])
    for page in PAGES:
        for command in commands(page):
            for word in command if command[0] == "pip" else ():
                if found := re.search(r"\[(.+)\]", word):
                    assert set(found[1].split(",")) <= extras, (page.name, word)
    assert first_column(section("index.md", "## Install")) >= extras


# Other languages ---------------------------------------------------------------------------------


def test_gold_that_is_shown_is_sound(tmp_path: Path) -> None:
    shown = [block for page in PAGES for block in blocks(page, "json")]
    path = tmp_path / "gold.jsonl"
    path.write_text("".join(json.dumps(json.loads(b)) + "\n" for b in shown), encoding="utf-8")
    documents = load_gold(path)
    assert documents
    assert [problem for document in documents for problem in check_gold(document)] == []


def test_queries_run_on_an_export(checkout: Path, hosted: ScriptedServer) -> None:
    """With the columns that an export has."""
    import duckdb

    for arguments in (["run", "archive/"], ["export", "run.db", "-o", "records.parquet"]):
        assert CliRunner().invoke(app, arguments).exit_code == 0
    queries = [block for page in PAGES for block in blocks(page, "sql")]
    assert queries
    for query in queries:
        assert duckdb.sql(query).fetchall() == []


@pytest.mark.parametrize(("name", "page"), SHOWN.items())
def test_the_seeds_output_is_the_real_one(name: str, page: Path) -> None:
    """If this fails after recording: python tools/write_readme.py."""
    assert blocks(page, "text")[0].strip() == seed_output(name)


def test_other_texts_are_checked() -> None:
    """The tree of errors; there is no other block of text."""
    texts = [
        block for page in PAGES if page not in SHOWN.values() for block in blocks(page, "text")
    ]
    (tree,) = texts
    assert tree in (communique.errors.__doc__ or "")


# Tables and references ---------------------------------------------------------------------------


def section(page: str, heading: str) -> str:
    """What stands below a heading, up to the next."""
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    _, found, rest = text.partition(f"\n{heading}\n")
    assert found, f"{page} has no {heading}"
    return re.split(r"\n#+ ", rest)[0]


def first_column(text: str) -> set[str]:
    """What stands in code in the first column of a table."""
    rows = [row.split("|")[1] for row in text.splitlines() if row.startswith("|")]
    return {name for row in rows for name in re.findall(r"`([^`]+)`", row)}


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
        needed = _needed(field)
        assert ("` *" in row) == needed, field.name


def _words(field: FieldShape) -> Iterator[str]:
    shape = field.shape.item if isinstance(field.shape, ListShape) else field.shape
    if isinstance(shape, ChoiceShape):
        yield from shape.options
    if isinstance(shape, EntityShape):
        yield from (inner.name for inner in shape.fields)


def _needed(field: FieldShape) -> bool:
    return field.shape.least > 0 if isinstance(field.shape, ListShape) else not field.shape.nullable


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
