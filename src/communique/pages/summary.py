"""The summary of many outcomes, as a notebook shows it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from communique.pages.article import environment


def summary_page(data: Mapping[str, Any]) -> str:
    """The page of a summary: counts, and a table with a row an article."""
    return environment().get_template("summary.html.j2").render(data)
