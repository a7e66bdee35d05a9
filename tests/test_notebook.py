"""The notebook of the documentation runs, and shows what it is stored with."""

from __future__ import annotations

import nbformat
import pytest
from notebooks import NOTEBOOK, executed, texts


@pytest.mark.filterwarnings("default")  # of jupyter's own libraries
def test_the_notebook_shows_what_is_stored_in_it() -> None:
    """If this fails after recording: python tools/write_notebook.py."""
    stored = nbformat.read(NOTEBOOK, as_version=4)
    ran = executed()
    assert texts(ran) == texts(stored)
    shown = [
        output.data["text/html"]
        for cell in ran.cells
        for output in cell.get("outputs", ())
        if "text/html" in output.get("data", {})
    ]
    # An extraction, a summary of two, and two tables of pandas.
    assert len(shown) == 4
    assert shown[0].startswith("<iframe ")
    assert "2 articles: 2 complete" in shown[1]
