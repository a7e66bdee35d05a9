"""What the README shows is what happens."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from pytest_examples import CodeExample, EvalExample, find_examples

from cassettes import replaying

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tools"))

from write_readme import seed_output  # noqa: E402  # found on the path that is set above

README = ROOT / "README.md"


@pytest.mark.parametrize("example", list(find_examples(str(README))), ids=str)
def test_examples_print_what_they_say(
    example: CodeExample, eval_example: EvalExample, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On the recorded answers of the embedded model."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COMMUNIQUE_MODEL", "local")
    monkeypatch.setenv("COMMUNIQUE_BASE_URL", "http://embedded.invalid/v1")
    eval_example.set_config(line_length=100)
    cassette = "sanction" if "Sanction" in example.source else "seed_000"
    with replaying(cassette):
        if eval_example.update_examples:
            eval_example.run_print_update(example)
        else:
            eval_example.run_print_check(example)


@pytest.mark.parametrize("name", ["seed_000", "seed_004"])
def test_the_seeds_output_is_the_real_one(name: str) -> None:
    """If this fails after recording: python tools/write_readme.py."""
    assert seed_output(name) in README.read_text(encoding="utf-8")


def test_both_commands_stand_as_they_are_run() -> None:
    """CI greps the second."""
    lines = README.read_text(encoding="utf-8").splitlines()
    assert 'pip install ".[local]" && communique extract seeds/*.txt' in lines
    assert 'pip install ".[test]" && pytest' in lines
