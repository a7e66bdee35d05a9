"""The command line, on recorded answers: data on stdout, the rest on stderr, honest exit codes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from cassettes import SCENARIOS, replaying
from communique.cli import app

SEED = str(SCENARIOS["seed_000"].path)
NOTHING = str(SCENARIOS["nothing"].path)


def run(*arguments: str, cassette: str | None = None, stdin: bytes | None = None) -> Result:
    """Run the program; with a cassette, on the embedded model's recorded answers."""
    runner = CliRunner()
    model = ("--model", "local", "--base-url", "http://embedded.invalid/v1")
    if cassette is None:
        return runner.invoke(app, arguments, input=stdin)
    with replaying(cassette):
        return runner.invoke(app, [*arguments, *model], input=stdin)


def shell(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the installed program in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "communique", *arguments],
        capture_output=True,
        text=True,
        env={**os.environ, **environment},
        check=False,
        timeout=60,
    )


def test_a_table_shows_records_and_the_words_that_carry_them() -> None:
    """Readable without colours or a terminal."""
    result = run("extract", SEED, cassette="seed_000")
    assert result.exit_code == 0
    assert "Yerzhan Sadenov, Minister of Internal Affairs" in result.stdout
    assert "The Hague" in result.stdout
    assert "evidence" in result.stdout
    assert "\x1b[" not in result.stdout


def test_json_is_one_object_a_line_and_nothing_else() -> None:
    """Progress goes to stderr."""
    result = run("extract", SEED, "--format", "json", cassette="seed_000")
    (line,) = result.stdout.splitlines()
    data = json.loads(line)
    assert data["id"] == Path(SEED).stem
    assert len(data["meetings"]) == 3
    assert "asking for meeting" in result.stderr


def test_an_article_from_stdin() -> None:
    """The name is -."""
    text = Path(NOTHING).read_bytes()
    result = run("extract", "-", "-f", "json", cassette="nothing", stdin=text)
    assert result.exit_code == 0
    assert json.loads(result.stdout)["id"] == "stdin"


def test_a_bad_file_costs_only_itself(tmp_path: Path) -> None:
    """The others are extracted, and the exit status tells."""
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"\xff\xfe\x00")
    result = run("extract", str(bad), NOTHING, "-f", "json", cassette="nothing")
    assert result.exit_code == 3
    assert len(result.stdout.splitlines()) == 1
    assert "not UTF-8" in result.stderr


def test_a_partial_extraction_is_exit_status_3(monkeypatch: pytest.MonkeyPatch) -> None:
    """With what was found on stdout and the reason on stderr."""
    monkeypatch.setattr("communique.models.transport.LONGEST_WAIT", 0.01)
    result = run(
        "extract", SEED, "-f", "json", "--base-url", "http://127.0.0.1:9/v1", "--model", "x"
    )
    assert result.exit_code == 3
    assert json.loads(result.stdout)["status"] == "failed"
    assert "no connection to" in result.stderr


def test_article_text_reaches_the_terminal_without_control_characters(tmp_path: Path) -> None:
    """Escape sequences and changes of direction in an article do nothing."""
    from asking import extract_scripted, meeting, person

    from communique.cli.render import render

    text = "\x1b[31mAru\x1b[0m met [bold]Ola[/bold] of Norway \u202ein Oslo\x07 :smile:."
    script = {"meeting": {"meetings": [meeting(1, person("Ola", country="NO"), place="Oslo")]}}
    out = StringIO()
    render(extract_scripted(text, script), out)
    shown = out.getvalue()
    assert not {"\x1b", "\x07", "\u202e"} & set(shown)
    assert "[bold]Ola[/bold]" in shown
    assert ":smile:" in shown


@pytest.mark.parametrize("name", ["Meeting", "meeting.answer", "corrections"])
def test_schemas_can_be_printed(name: str) -> None:
    """By the record's name, in any case."""
    result = run("schema", name)
    assert result.exit_code == 0
    assert json.loads(result.stdout)["$schema"].endswith("2020-12/schema")


def test_schema_names_are_listed() -> None:
    """And an unknown one is a usage error that lists them."""
    assert "VisaPolicyStatement" in run("schema").stdout
    unknown = run("schema", "Party")
    assert unknown.exit_code == 2
    assert "VisaPolicyStatement" in unknown.output


def test_wrong_usage_is_exit_status_2() -> None:
    """An unknown format, a date that is none, no article."""
    assert run("extract", SEED, "--format", "xml").exit_code == 2
    assert run("extract", SEED, "--published", "soon", "--model", "local").exit_code == 2
    assert run("extract").exit_code == 2


def test_errors_are_one_line_that_says_what_to_do() -> None:
    """No traceback, exit status 1."""
    done = shell("extract", SEED, COMMUNIQUE_MODEL="nonsense")
    assert done.returncode == 1
    assert done.stdout == ""
    (line,) = [line for line in done.stderr.splitlines() if "communique:" in line]
    assert "no model is called 'nonsense'" in line
    assert "Traceback" not in done.stderr


def test_the_version_is_printed() -> None:
    """With those of what matters."""
    import openai

    from communique import __version__

    done = shell("--version")
    assert done.stdout.startswith(f"communique {__version__}, Python 3.")
    assert f"openai {openai.__version__}, instructor " in done.stdout


def test_help_shows_an_example() -> None:
    """For each command."""
    commands = ("extract", "schema", "eval", "run", "retry", "status", "recheck", "export")
    for command in (*commands, "report", "doctor"):
        assert f"Example: communique {command}" in run(command, "--help").stdout


def test_verbose_shows_where_an_error_comes_from() -> None:
    """On stderr, before the one line."""
    done = shell("--verbose", "extract", SEED, COMMUNIQUE_MODEL="nonsense")
    assert done.returncode == 1
    assert "Traceback" in done.stderr
    assert done.stderr.splitlines()[-1].startswith("communique: no model is called")


def test_a_mistake_of_ours_is_one_line_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """That asks for a report."""
    from communique import cli

    def fail() -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr(cli, "app", fail)
    monkeypatch.setattr("sys.stderr", (out := StringIO()))
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 1
    (line,) = out.getvalue().splitlines()
    assert "a mistake in communique (RuntimeError: boom): please report it" in line


def test_a_reader_who_leaves_early_is_no_error(tmp_path: Path) -> None:
    """``communique schema | head``."""
    command = f"{sys.executable} -m communique schema Meeting | head -c 1"
    done = subprocess.run(
        ["bash", "-c", command], capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "{", "")
