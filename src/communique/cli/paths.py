"""Where a command writes."""

from __future__ import annotations

from pathlib import Path

from communique.errors import SettingsError


def spare(output: Path | None, *sources: Path | None) -> None:
    """Refuse to write over what is read: a store holds answers that were paid for.

    Raises:
        SettingsError: `output` is one of the files `sources`, by whatever name.
    """
    for source in sources:
        if output and source and output.exists() and source.exists() and output.samefile(source):
            raise SettingsError(f"{output} is what is read, and would be lost: name another output")
