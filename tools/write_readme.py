"""Put the real output of the seeds, from their cassettes, into the pages that show it."""

from __future__ import annotations

import re
import sys
from io import StringIO
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from cassettes import replay  # noqa: E402  # found on the path that is set above
from communique.cli.render import render  # noqa: E402  # after it

SHOWN = {"seed_000": ROOT / "README.md", "seed_004": ROOT / "docs" / "example.md"}
"""Which page shows which seed."""


def seed_output(name: str) -> str:
    """What ``communique extract`` prints of a seed; seconds differ from run to run."""
    out = StringIO()
    render(replay(name), out)
    text = "\n".join(line.rstrip() for line in out.getvalue().splitlines())
    return re.sub(r", \d+ s\b", "", text).strip()


def main() -> None:
    """Replace what stands between the marks."""
    for name, path in SHOWN.items():
        text = path.read_text(encoding="utf-8")
        begin, end = f"<!-- {name} -->\n", f"<!-- end {name} -->"
        before, _, rest = text.partition(begin)
        _, _, after = rest.partition(end)
        text = f"{before}{begin}```text\n{seed_output(name)}\n```\n{end}{after}"
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
