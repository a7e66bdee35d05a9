"""What the documentation shows is what happens: each block of code in it is run or checked.

Python blocks run on the recorded answers of the embedded model (``--update-examples`` writes what
they print), those about hosted models against a scripted server on loopback. Lines that begin with
``communique`` run against that server too, page by page.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import sys
import tomllib
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest
from docs_pages import PAGES, ROOT, first_column, section
from hosted import nothing
from pytest_examples import CodeExample, EvalExample, find_examples
from scripted_server import Request, Response, ScriptedServer, reply
from typer.testing import CliRunner

import communique
from cassettes import replaying
from communique.cli import app
from communique.evaluation import check_gold, load_gold

sys.path.insert(0, str(ROOT / "tools"))

from write_readme import SHOWN, seed_output

# Blocks of these languages are run; text is what a program prints, and is compared.
LANGUAGES = {"python", "sh", "json", "sql", "text"}

# Programs of shell blocks that are not run here, and why.
NOT_RUN = {
    "pip": "installs from the package index; CI runs the README's command for tests",
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
