"""For tests of the documentation: its pages, their sections and their tables."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
DOCS = sorted((ROOT / "docs").glob("*.md"))
PAGES = [*DOCS, ROOT / "README.md", ROOT / "CONTRIBUTING.md"]


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
