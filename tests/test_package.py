"""The library as others embed it: light, quiet, whole in its wheel, with its names in order."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import communique

ROOT = Path(__file__).parent.parent


def python(code: str, *, cwd: Path | None = None, env: dict[str, str] | None = None) -> str:
    """The output of a fresh interpreter."""
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        cwd=cwd,
        env={**os.environ, **(env or {})},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return done.stdout.strip()


def test_importing_is_light() -> None:
    """Under 0.15 s (the best of three), and without openai, instructor or the model's runtime."""
    code = (
        "import time, sys; t = time.perf_counter(); import communique; t = time.perf_counter() - t;"
        "communique.Extractor; heavy = {'openai', 'instructor', 'xllamacpp', 'babel', 'edtf'};"
        "print(t, *(heavy & set(sys.modules)))"
    )
    outputs = [python(code).split() for _ in range(3)]
    assert all(len(output) == 1 for output in outputs)
    assert min(float(output[0]) for output in outputs) < 0.15


def test_importing_changes_nothing() -> None:
    """No logging set up, no thread, no output, no warning filter."""
    code = (
        "import logging, threading, warnings; before = list(warnings.filters);"
        "import communique.extractor;"
        "print(logging.root.handlers, threading.active_count(), warnings.filters == before)"
    )
    assert python(code) == "[] 1 True"


def test_the_public_names_are_all() -> None:
    """Each can be had, and none other by accident."""
    assert dir(communique) == sorted(communique.__all__)
    for name in communique.__all__:
        assert getattr(communique, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'extrakt'"):
        _ = communique.extrakt


def test_the_wheel_is_whole_with_the_source_out_of_reach(tmp_path: Path) -> None:
    """Built, unpacked elsewhere and used: templates, data and the type marker are in it."""
    subprocess.run(
        [
            sys.executable,
            "-m",
            "build",
            "--wheel",
            "--no-isolation",
            "-o",
            str(tmp_path),
            str(ROOT),
        ],
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    site = tmp_path / "site"
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        archive.extractall(site)
    assert "communique/py.typed" in names
    assert "communique/prompts/system.txt" in names
    assert not [n for n in names if n.startswith(("tests", "cassettes", "seeds"))]
    code = (
        "import sys; sys.path[:] = [p for p in sys.path if not p.endswith('/src')];"
        f"sys.path.insert(0, {str(site)!r});"
        "import communique; from communique import Extractor; from communique.testing import ScriptedModel;"
        "r = Extractor(ScriptedModel()).extract('Aru met Ola in Oslo.');"
        "print(communique.__file__, r.status, r.provenance.prompt != '')"
    )
    file, status, prompted = python(code, cwd=tmp_path).split()
    assert file.startswith(str(site))
    assert (status, prompted) == ("complete", "True")


def test_types_are_precise_for_callers(tmp_path: Path) -> None:
    """An Extraction knows its record types, as mypy --strict sees it."""
    code = """
from communique import Extraction, Extractor, Meeting, Record, extract
from communique.values import Name


class Sanction(Record):
    target: Name


reveal_type(extract("text").meetings[0].participants[0].name)
reveal_type(extract("text", records=[Sanction]).records[0].target)
reveal_type(extract("text", records=[Meeting, Sanction]).of(Sanction)[0].target)
reveal_type(Extractor().extract("text"))
"""
    path = tmp_path / "caller.py"
    path.write_text(code)
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(tmp_path), str(path)],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        check=False,
    )
    revealed = [line.split('"')[1] for line in done.stdout.splitlines() if "Revealed" in line]
    assert revealed[:3] == ["str | None", "str", "str"], done.stdout
    assert "Meeting" in revealed[3]
    assert "error" not in done.stdout
