"""The notebook of the documentation, run in a kernel of its own on recorded answers."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from unittest.mock import patch

from replay_server import serving

ROOT = Path(__file__).parent.parent
NOTEBOOK = ROOT / "docs" / "walkthrough.ipynb"


def executed() -> Any:
    """The notebook after a run of all its cells."""
    import nbformat
    from nbclient import NotebookClient

    notebook = nbformat.read(NOTEBOOK, as_version=4)
    with serving("seed_000", "seed_004") as base_url:
        environment = {"COMMUNIQUE_MODEL": "local", "COMMUNIQUE_BASE_URL": base_url}
        with patch.dict(os.environ, environment):
            NotebookClient(
                notebook,
                timeout=120,
                resources={"metadata": {"path": str(NOTEBOOK.parent)}},
                record_timing=False,
            ).execute()
    return notebook


def texts(notebook: Any) -> list[str]:
    """What each cell prints or gives as text."""
    found = []
    for cell in notebook.cells:
        for output in cell.get("outputs", ()):
            if output.output_type == "stream":
                found.append(output.text)
            elif "text/html" not in output.data:
                found.append(output.data["text/plain"])
    return found
