"""Files of lines that grow: of what was read before, nothing is read again or lost."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique import Store
from communique.archive.intake import Intake, take_in
from communique.formats.lines import Lines
from communique.formats.reading import find_files
from communique.formats.rows import Columns

LINES = st.lists(st.sampled_from([b"a", b"bc", b"", b" ", "ж".encode(), b"\xff", b"{}\r"]))


def row(number: int) -> str:
    """A line of an archive."""
    return (
        json.dumps({"id": f"a{number}", "text": f"Roy and Bel met for the {number}. time."}) + "\n"
    )


def taken(store: Path, archive: Path) -> Intake:
    """What came of reading the archive into the store."""
    with Store(store) as opened:
        return take_in(opened, find_files([str(archive)]), Columns())


def counts(intake: Intake) -> dict[str, Any]:
    """Its counts."""
    return {name: getattr(intake, name) for name in ("new", "known", "unreadable")}


@given(before=LINES, after=LINES, ended=st.booleans(), packed=st.booleans())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_what_was_added_is_read_with_its_numbers(
    tmp_path: Path, before: list[bytes], after: list[bytes], ended: bool, packed: bool
) -> None:
    """The lines passed over and those read are the lines of the whole file, each once."""
    path = tmp_path / ("grows.jsonl.gz" if packed else "grows.jsonl")
    pack = gzip.compress if packed else bytes
    first = b"".join(line + b"\n" for line in before)
    if not ended and first:
        first = first[:-1]
    path.write_bytes(pack(first))
    read = Lines(path)
    list(read)
    known = read.beginning
    assert known is not None
    whole = first + b"".join(line + b"\n" for line in after)
    path.write_bytes(pack(whole))
    expected = list(enumerate(_lines(whole), 1))
    rest = Lines(path, known)
    assert list(rest) == expected[known.lines :]
    assert (
        rest.passed
        == known.entries
        == sum(bool(line.strip()) for _, line in expected[: known.lines])
    )
    assert known.size == sum(len(line) for _, line in expected[: known.lines])
    again = Lines(path)
    list(again)
    assert rest.beginning == again.beginning


def _lines(data: bytes) -> list[bytes]:
    return [part + b"\n" for part in data.split(b"\n")[:-1]] + [
        p for p in data.split(b"\n")[-1:] if p
    ]


@pytest.mark.parametrize("packed", [False, True])
def test_of_an_archive_that_grew_only_the_new_rows_are_read(tmp_path: Path, packed: bool) -> None:
    """All are counted; rows that were read before need not even be readable any more."""
    archive = tmp_path / ("archive.jsonl.gz" if packed else "archive.jsonl")
    store = tmp_path / "run.db"

    def write(text: str) -> None:
        archive.write_bytes(gzip.compress(text.encode()) if packed else text.encode())

    write(row(1) + row(2))
    assert counts(taken(store, archive)) == {"new": 2, "known": 0, "unreadable": 0}
    write(row(1) + row(2) + row(3) + "no JSON\n")
    assert counts(taken(store, archive)) == {"new": 1, "known": 2, "unreadable": 1}
    # What could not be read is tried anew, from where all was well.
    write(row(1) + row(2) + row(3) + row(4))
    assert counts(taken(store, archive)) == {"new": 1, "known": 3, "unreadable": 0}
    with Store(store) as opened:
        (problems,) = opened.look(
            lambda c: c.execute("select count(*) from entries where problem is not null").fetchone()
        )
    assert problems == 0


def test_an_archive_that_was_changed_or_cut_is_read_anew(tmp_path: Path) -> None:
    """A row in the middle that is another now, or a shorter file, is no file that grew."""
    archive, store = tmp_path / "archive.jsonl", tmp_path / "run.db"
    archive.write_text(row(1) + row(2) + row(3))
    taken(store, archive)
    archive.write_text(row(1) + row(9) + row(3) + row(4))
    assert counts(taken(store, archive)) == {"new": 2, "known": 2, "unreadable": 0}
    archive.write_text(row(1))
    assert counts(taken(store, archive)) == {"new": 0, "known": 1, "unreadable": 0}


def test_a_last_line_that_was_not_finished_is_read_again(tmp_path: Path) -> None:
    """It may go on."""
    archive, store = tmp_path / "archive.jsonl", tmp_path / "run.db"
    archive.write_text(row(1) + row(2)[:20])
    assert counts(taken(store, archive)) == {"new": 1, "known": 0, "unreadable": 1}
    archive.write_text(row(1) + row(2).rstrip("\n"))
    assert counts(taken(store, archive)) == {"new": 1, "known": 1, "unreadable": 0}
    archive.write_text(row(1) + row(2) + row(3))
    assert counts(taken(store, archive)) == {"new": 1, "known": 2, "unreadable": 0}
