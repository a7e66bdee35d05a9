"""Run docs/walkthrough.ipynb on the recorded answers, and store what it shows."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from notebooks import NOTEBOOK, executed  # noqa: E402  # found on the path that is set above


def main() -> None:
    """Write the notebook with its outputs."""
    import nbformat

    nbformat.write(executed(), NOTEBOOK)


if __name__ == "__main__":
    main()
