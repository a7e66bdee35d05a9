"""The README's commands; what else it shows is under test with the other pages, in `test_docs`."""

from __future__ import annotations

from pathlib import Path

README = Path(__file__).parent.parent / "README.md"


def test_both_commands_stand_as_they_are_run() -> None:
    """CI greps the second."""
    lines = README.read_text(encoding="utf-8").splitlines()
    assert 'pip install ".[local]" && communique extract seeds/*.txt' in lines
    assert 'pip install ".[test]" && pytest' in lines
