"""Opening files as they lie about in archives: plain, gzip or Zstandard."""

from __future__ import annotations

import gzip
import io
from pathlib import Path
from typing import IO, cast

from communique.errors import SettingsError

PACKED = (".gz", ".zst")


def open_bytes(path: Path) -> IO[bytes]:
    """The bytes of a file, unpacked where its name says that it is packed.

    Raises:
        OSError: it cannot be opened, or what is packed is damaged (also while it is read).
        SettingsError: .zst without the extra that reads it.
    """
    if path.suffix == ".gz":
        return cast("IO[bytes]", gzip.open(path, "rb"))
    if path.suffix == ".zst":
        try:
            import zstandard
        except ImportError:
            raise SettingsError(
                f'{path} is packed with Zstandard: pip install "communique[archive]"'
            ) from None
        return cast("IO[bytes]", io.BufferedReader(zstandard.open(path, "rb")))
    return path.open("rb")


def kind_of(path: Path) -> str:
    """A file's kind by its name, such as ``.jsonl``, whether or not it is packed."""
    name = path.name.lower()
    for packed in PACKED:
        name = name.removesuffix(packed)
    return Path(name).suffix
