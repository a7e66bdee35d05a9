"""The report: one page to look at, search and filter the records of many articles.

All data stands in the page as JSON, which no browser runs; the scripts build every element from
it as text. The Content-Security-Policy lets these scripts and styles run by their digests, and
nothing else, and lets the page ask for nothing.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any

from communique.pages.article import environment

# In the order in which they need each other.
_SCRIPTS = (
    "dom",
    "data",
    "filters",
    "overview",
    "timeline",
    "network",
    "tables",
    "article",
    "main",
)
# What ends or opens an element within JSON, written so that it does neither.
_ESCAPES = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


def report_page(data: Mapping[str, Any]) -> str:
    """The page of a report; `data` is what `static/report/data.js` reads."""
    script, style = _script(), _static("report/report.css")
    return (
        environment()
        .get_template("report.html.j2")
        .render(
            title=data["title"],
            script=script,
            style=style,
            policy=(
                f"default-src 'none'; script-src '{_digest(script)}'; "
                f"style-src '{_digest(style)}'; base-uri 'none'; form-action 'none'"
            ),
            data=json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES),
        )
    )


@lru_cache(maxsize=1)
def _script() -> str:
    """d3 and our own scripts as one."""
    own = "\n".join(_static(f"report/{name}.js") for name in _SCRIPTS)
    return f'{_static("d3.js")}\n(() => {{\n"use strict";\n{own}\n}})();\n'


def _static(name: str) -> str:
    return (files("communique.pages") / "static" / name).read_text(encoding="utf-8")


def _digest(inline: str) -> str:
    """The source expression of inline content (Content Security Policy Level 3, 6.7.3.3)."""
    return "sha256-" + base64.b64encode(hashlib.sha256(inline.encode()).digest()).decode()
