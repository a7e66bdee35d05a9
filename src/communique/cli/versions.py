"""Versions of what matters, as installed."""

from __future__ import annotations

import importlib.metadata
import platform
import sys

from communique._version import __version__

CORE = ("openai", "instructor", "pydantic", "tenacity")
EXTRAS = {
    "local": ("xllamacpp",),
    "archive": ("pyarrow", "trafilatura", "zstandard"),
    "graph": ("networkx",),
    "pandas": ("pandas",),
    "polars": ("polars",),
    "ray": ("ray",),
    "eval": ("scipy",),
}


def installed(name: str) -> str | None:
    """The version of a distribution; None where it is not installed."""
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return None


def named(name: str) -> str:
    """A distribution with its version."""
    return f"{name} {installed(name) or 'missing'}"


def own() -> str:
    """This program with what runs it."""
    return f"communique {__version__}, Python {platform.python_version()}, {sys.platform}"
