"""Results as data frames, and as a notebook shows many of them."""

from __future__ import annotations

import html
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import hostile
import pandas
import polars
import pytest
from pyarrow import parquet
from test_graph import OTHERS, TEXTS, answer

from cassettes import replay
from communique import Article, Extraction, Store, extract_many
from communique.archive.export import export_tables
from communique.archive.outcomes import OutcomeList, Outcomes
from communique.errors import SettingsError
from communique.testing import ScriptedModel


@pytest.fixture(scope="module")
def seed() -> Extraction[Any]:
    """The first seed with the recorded answers."""
    return replay("seed_000")


@pytest.mark.parametrize("frames", ["to_pandas", "to_polars"])
def test_an_extraction_as_data_frames(seed: Extraction[Any], frames: str) -> None:
    tables = getattr(seed, frames)()
    assert list(tables) == [
        *("articles", "meetings", "agreements", "visa_policy_statements", "evidence", "rejected")
    ]
    assert len(tables["articles"]) == 1
    assert len(tables["meetings"]) == len(seed.meetings)
    assert list(tables["meetings"]["place"]) == [each.place for each in seed.meetings]
    people = list(tables["meetings"]["participants"])[1]
    assert [each["name"] for each in people] == [p.name for p in seed.meetings[1].participants]
    evidence = tables["evidence"]
    for start, end, text in zip(evidence["start"], evidence["end"], evidence["text"], strict=True):
        assert seed.article.text[start:end] == text
    assert len(tables["rejected"]) == len(seed.rejected)


def test_empty_tables_have_their_columns_and_types() -> None:
    nothing = replay("nothing")
    assert str(nothing.to_pandas()["evidence"]["start"].dtype) == "Int64"
    frame = nothing.to_polars()["meetings"]
    assert len(frame) == 0
    assert frame.schema["topics"] == polars.List(polars.String)
    assert frame.schema["participants"] == polars.List(
        polars.Struct(dict.fromkeys(("name", "role", "organization", "country"), polars.String))
    )


def test_data_frames_are_the_tables_of_an_export(tmp_path: Path) -> None:
    articles = [Article(id=f"a{n}", text=text) for n, text in enumerate([*TEXTS, OTHERS, OTHERS])]
    with Store(tmp_path / "run.db") as store:
        outcomes = extract_many(articles, model=ScriptedModel(answer), store=store, order="input")
        frames = outcomes.all().to_pandas()
        paths = export_tables(store, 1, tmp_path / "r.parquet")
    for path in paths:
        name = path.name.split(".")[1]
        exported = parquet.read_table(path).to_pylist()
        mine = frames[name].astype(object).where(lambda frame: frame.notna(), None)
        known_to_a_store = {"origin", "finished"}
        assert [
            {k: v for k, v in row.items() if k not in known_to_a_store}
            for row in mine.to_dict("records")
        ] == [{k: v for k, v in row.items() if k not in known_to_a_store} for row in exported]


@pytest.mark.parametrize(("library", "frames"), [("pandas", "to_pandas"), ("polars", "to_polars")])
def test_without_the_library_it_is_said_what_to_install(
    seed: Extraction[Any], monkeypatch: pytest.MonkeyPatch, library: str, frames: str
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(SettingsError, match=rf"communique\[{library}\]"):
        getattr(seed, frames)()


def page_of(shown: Outcomes[Any] | OutcomeList[Any]) -> str:
    framed = shown._repr_html_()
    assert framed.startswith("<iframe ")
    assert 'sandbox="allow-popups"' in framed
    return html.unescape(framed.partition('srcdoc="')[2])


def test_a_notebook_shows_a_summary_of_what_has_come(tmp_path: Path) -> None:
    texts = [*TEXTS, OTHERS, OTHERS, ""]
    outcomes = extract_many(texts, model=ScriptedModel(answer), order="input")
    assert "0 articles" in page_of(outcomes)
    next(outcomes)
    assert "1 articles: 1 complete" in page_of(outcomes)
    rest = outcomes.all()
    assert len(rest) == len(texts) - 1
    assert "7 articles: 6 complete, 0 partial, 1 failed" in page_of(outcomes)
    page = page_of(rest)
    assert "6 articles" in page
    assert "the same text as" in page
    assert "has no text" in page
    assert rest.save_report(tmp_path / "r.html").stat().st_size > 100_000


def test_a_long_summary_is_cut_and_counts_all() -> None:
    texts = [f"{TEXTS[0]} Number {n}." for n in range(205)]
    page = page_of(extract_many(texts, model=ScriptedModel(answer)).all())
    assert "205 articles: 205 complete" in page
    assert "and 5 more" in page


def test_a_hostile_archive_opens_no_element_in_a_summary() -> None:
    page = page_of(extract_many(hostile.articles(), model=hostile.model()).all())
    assert "<script" not in page
    assert "<img" not in page


def test_who_leaves_a_run_ends_it() -> None:
    taken = 0

    def articles() -> Any:
        nonlocal taken
        for number in range(10_000):
            taken += 1
            yield f"{TEXTS[0]} Number {number}."

    with extract_many(articles(), model=ScriptedModel(answer)) as outcomes:
        next(outcomes)
    assert taken < 2000
    assert list(outcomes) == []


def test_no_outcomes_are_no_tables_of_records() -> None:
    empty: OutcomeList[Any] = extract_many([], model=ScriptedModel(answer)).all()
    assert isinstance(empty.to_pandas()["articles"], pandas.DataFrame)
    frames: Callable[..., Any] = empty.to_polars
    assert list(frames()) == ["articles", "evidence", "rejected"]
