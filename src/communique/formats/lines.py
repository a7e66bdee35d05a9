"""Files of lines that grow: what was read of one before is known again, and passed over."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from communique.formats.opening import open_bytes

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Beginning:
    """Whole lines at the beginning of a file, unpacked where it is packed.

    `lines` counts all of them, `entries` those that are not blank, `size` their bytes; `digest` is
    their SHA-256 in hexadecimal.
    """

    lines: int
    entries: int
    size: int
    digest: str


class Lines:
    """The lines of a file with their numbers, from 1, but for those of a `known` beginning.

    Where the file does not begin so (any more), all of them. After the last line, `beginning` is
    what is known then: a last line without its end is not in it, since it may go on.
    """

    def __init__(self, path: Path, known: Beginning | None = None) -> None:
        self._path = path
        self._known = known
        self.passed = 0
        """How many entries were passed over, once the first line is read."""
        self.beginning: Beginning | None = None

    def __iter__(self) -> Iterator[tuple[int, bytes]]:
        """Each line as bytes, with its number.

        Raises:
            OSError: the file cannot be read, or what is packed is damaged.
        """
        if self._known is not None:
            digest = hashlib.sha256()
            with open_bytes(self._path) as file:
                if _begins(file, self._known, digest):
                    self.passed = self._known.entries
                    yield from self._rest(file, self._known, digest)
                    return
        # What is packed cannot be wound back: it is opened again.
        with open_bytes(self._path) as file:
            yield from self._rest(file, Beginning(0, 0, 0, ""), hashlib.sha256())

    def _rest(
        self, file: IO[bytes], known: Beginning, digest: hashlib._Hash
    ) -> Iterator[tuple[int, bytes]]:
        lines, entries, size = known.lines, known.entries, known.size
        for line in file:
            if line.endswith(b"\n"):
                lines += 1
                entries += bool(line.strip())
                size += len(line)
                digest.update(line)
                yield lines, line
            else:
                yield lines + 1, line
        self.beginning = Beginning(lines, entries, size, digest.hexdigest())


def _begins(file: IO[bytes], known: Beginning, digest: hashlib._Hash) -> bool:
    left = known.size
    while left and (chunk := file.read(min(left, _CHUNK))):
        digest.update(chunk)
        left -= len(chunk)
    return not left and digest.hexdigest() == known.digest
