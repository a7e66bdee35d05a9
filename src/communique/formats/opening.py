"""Opening files as they lie about in archives: plain, gzip or Zstandard."""

from __future__ import annotations

import gzip
import io
import zlib
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
    packed = path.suffix.lower()
    if packed == ".gz":
        return _sound(cast("IO[bytes]", gzip.open(path, "rb")), (EOFError, zlib.error))
    if packed == ".zst":
        try:
            import zstandard
        except ImportError:
            raise SettingsError(
                f'{path} is packed with Zstandard: pip install "communique[archive]"'
            ) from None
        return _sound(zstandard.open(path, "rb"), (EOFError, zstandard.ZstdError))
    return path.open("rb")


def _sound(file: IO[bytes], damage: tuple[type[Exception], ...]) -> IO[bytes]:
    return cast("IO[bytes]", io.BufferedReader(_Unpacked(file, damage)))


class _Unpacked(io.RawIOBase):
    """A packed file whose damage is an OSError, whatever its library calls it."""

    def __init__(self, file: IO[bytes], damage: tuple[type[Exception], ...]) -> None:
        self._file = file
        self._damage = damage

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # as typeshed has it: Buffer
        try:
            data = self._file.read(len(buffer))
        except self._damage as error:
            raise OSError(f"it is damaged ({error})") from None
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._file.close()
        super().close()


def kind_of(path: Path) -> str:
    """A file's kind by its name, such as ``.jsonl``, whether or not it is packed."""
    name = path.name.lower()
    for packed in PACKED:
        name = name.removesuffix(packed)
    return Path(name).suffix
