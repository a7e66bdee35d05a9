"""Answers kept by request: what was answered once costs nothing again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hosted import FOUND, KEY, MODEL, TALKS
from scripted_server import ScriptedServer, completion, error

from communique import Extraction, Extractor, Meeting, Options
from communique.archive.kept import KeepingModel
from communique.models.choose import choose_model


def run_cached(
    server: ScriptedServer,
    path: Path,
    *,
    article: str = TALKS,
    model: str = MODEL,
    **options: Any,
) -> Extraction[Any]:
    """One extraction with a model whose answers are kept at `path`."""
    chosen = Options(**options)
    inner = choose_model(model, base_url=server.base_url, api_key=KEY, options=chosen)
    with Extractor(
        KeepingModel(inner, path, chosen), records=[Meeting], options=chosen
    ) as extractor:
        return extractor.extract(article, raise_on_failure=False)


@pytest.fixture
def finding() -> Iterator[ScriptedServer]:
    """A server that always finds the same meeting."""
    with ScriptedServer(lambda _: completion({"meetings": [FOUND]}, cached_tokens=7)) as running:
        yield running


def test_a_kept_answer_is_not_asked_for_again(finding: ScriptedServer, tmp_path: Path) -> None:
    """The second extraction sends nothing and gives the same records and usage."""
    first = run_cached(finding, tmp_path / "answers.db")
    second = run_cached(finding, tmp_path / "answers.db")
    assert len(finding.requests) == 1
    assert second.records == first.records != ()
    assert second.usage == first.usage
    assert second.usage.cached_tokens == 7


@pytest.mark.parametrize(
    "change",
    [
        {"article": f"{TALKS} It rained."},
        {"model": "openai/another"},
        {"model": "somebody/gpt-4.1-mini"},
        {"temperature": 0.5},
        {"seed": 2},
        {"answer_tokens": 100},
    ],
    ids=str,
)
def test_another_question_is_asked(
    finding: ScriptedServer, tmp_path: Path, change: dict[str, Any]
) -> None:
    """A changed prompt, model or parameter finds no kept answer."""
    run_cached(finding, tmp_path / "answers.db")
    run_cached(finding, tmp_path / "answers.db", **change)
    assert len(finding.requests) == 2


@pytest.mark.parametrize("change", [{"attempts": 2}, {"request_seconds": 5.0}, {"repair": False}])
def test_patience_is_no_part_of_a_question(
    finding: ScriptedServer, tmp_path: Path, change: dict[str, Any]
) -> None:
    """What does not change the request finds the kept answer."""
    run_cached(finding, tmp_path / "answers.db")
    run_cached(finding, tmp_path / "answers.db", **change)
    assert len(finding.requests) == 1


def test_a_failure_is_not_kept(tmp_path: Path) -> None:
    """What failed is asked for again."""
    script = [error(400, "not now"), completion({"meetings": [FOUND]})]
    with ScriptedServer(script) as server:
        assert run_cached(server, tmp_path / "answers.db").status == "failed"
        assert run_cached(server, tmp_path / "answers.db").status == "complete"


def test_a_truncated_answer_stays_truncated(tmp_path: Path) -> None:
    """A kept answer that was cut does not pass for a whole one."""
    script = [completion('{"meetings": [', finish_reason="length")]
    with ScriptedServer(script) as server:
        for _ in range(2):
            result = run_cached(server, tmp_path / "answers.db")
            assert result.status == "partial"
            assert result.failures[0].error == "truncated"
        assert len(server.requests) == 1


def test_a_malformed_answer_is_kept_and_asked_for_again(tmp_path: Path) -> None:
    """It is paid for: its words stay in the store, though they are no answer to go on with."""
    script = [completion("Two met."), completion("They met."), completion({"meetings": [FOUND]})]
    with ScriptedServer(script) as server:
        assert run_cached(server, tmp_path / "answers.db").failures[0].error == "malformed"
        with closing(sqlite3.connect(tmp_path / "answers.db")) as store:
            kept = store.execute("select reply from malformed order by attempt").fetchall()
        assert kept == [("Two met.",), ("They met.",)]
        assert run_cached(server, tmp_path / "answers.db").status == "complete"


def test_a_malformed_answer_that_a_later_version_reads_costs_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What could not be read when it came is not paid for twice."""
    single_quoted = repr({"meetings": [FOUND]}).replace("None", "null")
    with ScriptedServer([completion(single_quoted)] * 2) as server:
        assert run_cached(server, tmp_path / "answers.db").failures[0].error == "malformed"
        monkeypatch.setattr(
            "communique.models.forms._unfenced", lambda text: text.replace("'", '"')
        )
        again = run_cached(server, tmp_path / "answers.db")
        assert again.status == "complete"
        assert again.records != ()
        assert len(server.requests) == 2
