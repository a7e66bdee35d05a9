"""Reports: what the page holds, and how it is made. In a browser: test_report_browser.py."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from typing import Any

import hostile
import pytest
from test_graph import OTHERS, TEXTS, answer
from typer.testing import CliRunner

from cassettes import replay
from communique import Article, Store, extract_many, save_report
from communique.archive.dates import bounds
from communique.cli import app
from communique.errors import CommuniqueError, InputError, SettingsError, StoreError
from communique.testing import ScriptedModel


def data_of(path: Path) -> dict[str, Any]:
    """The data of a report, as its scripts read it."""
    page = path.read_text(encoding="utf-8")
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found is not None
    data: dict[str, Any] = json.loads(found[1])
    return data


def units(text: str, start: int, end: int) -> str:
    """The part of a text that a browser finds between two places."""
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


@pytest.mark.parametrize("name", ["seed_000", "seed_004", "russian", "nothing"])
def test_every_value_leads_to_the_words_that_carry_it(name: str, tmp_path: Path) -> None:
    result = replay(name)
    data = data_of(save_report([result], tmp_path / "r.html"))
    (article,) = data["articles"]
    assert article["text"] == result.article.text
    assert len(data["records"]) == len(result.records)
    told = [
        (path, units(article["text"], start, end))
        for record in data["records"]
        for _, values in record["rows"]
        for _, path, start, end in (v for v in values if len(v) == 4)
    ]
    kept = [(path, span.text) for r in result.records for path, span in r.grounding.items()]
    assert sorted(told) == sorted(kept)


def test_places_count_as_browsers_do(tmp_path: Path) -> None:
    """Letters beyond the basic plane are two units in a browser."""
    article = Article(id="a", text=f"𝒜🇫🇷 {TEXTS[0]}")
    outcomes = list(extract_many([article], model=ScriptedModel(answer)))
    data = data_of(save_report(outcomes, tmp_path / "r.html"))
    rows = [values for record in data["records"] for _, values in record["rows"]]
    names = [v for values in rows for v in values if v[1].endswith(".name")]
    told = [units(data["articles"][0]["text"], *name[2:]) for name in names]
    assert told == [name[0] for name in names]
    assert "Jean Dupont" in told


def test_a_report_of_a_store_has_each_article_once_and_its_records_once(tmp_path: Path) -> None:
    texts = [*TEXTS, OTHERS, OTHERS]
    articles = [Article(id=f"a{n}", text=text) for n, text in enumerate(texts)]
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    with Store(tmp_path / "run.db") as store:
        sources = [*articles, tmp_path / "empty.txt"]
        list(extract_many(sources, model=ScriptedModel(answer), store=store))
    done = CliRunner().invoke(
        app, ["report", str(tmp_path / "run.db"), "-o", str(tmp_path / "r.html")]
    )
    assert done.exit_code == 0, done.output
    assert done.stdout == ""
    data = data_of(tmp_path / "r.html")
    assert data["title"] == "Report on run"
    assert [a["id"] for a in data["articles"][:6]] == [f"a{n}" for n in range(6)]
    assert data["articles"][5]["copy"] == "a4"
    assert data["articles"][6]["status"] == "failed"
    assert "empty" in data["articles"][6]["problem"]
    assert [record["article"] for record in data["records"]].count(4) == 1
    joined = {record["relation"] for record in data["records"] if "relation" in record}
    assert joined == {"met", "signed"}
    planned = [r for r in data["records"] if r["status"] == "planned"]
    assert planned
    assert all("relation" not in record for record in planned)


def test_a_report_of_json_lines_is_that_of_the_store(tmp_path: Path) -> None:
    with Store(tmp_path / "run.db") as store:
        list(extract_many(TEXTS, model=ScriptedModel(answer), store=store))
    runner = CliRunner()
    runner.invoke(app, ["export", str(tmp_path / "run.db"), "-o", str(tmp_path / "all.jsonl")])
    pages = []
    for source in ("run.db", "all.jsonl"):
        path = tmp_path / f"{source}.html"
        command = ["report", str(tmp_path / source), "-o", str(path), "--title", "<Same>"]
        assert runner.invoke(app, command).exit_code == 0
        pages.append({**data_of(path), "created": None})
        assert "<title>&lt;Same&gt;</title>" in path.read_text(encoding="utf-8")
    assert pages[0] == pages[1]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("no json", "line 2 is no JSON object"),
        ("[1]", "line 2 is no JSON object"),
        ('{"id": "x"}', "x is no result of communique"),
        ('{"id": "x", "status": "complete", "meetings": [{}]}', "x is no result of communique"),
    ],
)
def test_what_is_no_result_is_said_to_be_none(tmp_path: Path, line: str, said: str) -> None:
    good = json.dumps(replay("nothing").to_dict())
    (tmp_path / "x.jsonl").write_text(f"{good}\n{line}\n", encoding="utf-8")
    command = ["report", str(tmp_path / "x.jsonl"), "-o", str(tmp_path / "r.html")]
    with pytest.raises(InputError, match=said):
        CliRunner().invoke(app, command, catch_exceptions=False)
    assert not (tmp_path / "r.html").exists()


def test_reports_that_cannot_be_made_say_why(tmp_path: Path) -> None:
    results = [replay("nothing")] * 3
    with pytest.raises(SettingsError, match="holds 2 articles, and there are more"):
        save_report(results, tmp_path / "r.html", most=2)
    with pytest.raises(StoreError, match="check the folder"):
        save_report(results, tmp_path / "no" / "r.html")
    for command, error in (
        (["report", str(tmp_path / "no.db")], SettingsError),
        (["report", str(tmp_path / "new.db")], SettingsError),
    ):
        Store(tmp_path / "new.db").close()
        with pytest.raises(CommuniqueError) as raised:
            CliRunner().invoke(app, command, catch_exceptions=False)
        assert isinstance(raised.value, error)
    (tmp_path / "x.jsonl").write_text("", encoding="utf-8")
    wrong = CliRunner().invoke(app, ["report", str(tmp_path / "x.jsonl"), "--setup", "1"])
    assert wrong.exit_code == 2


def test_a_hostile_archive_opens_no_element(tmp_path: Path) -> None:
    """However an article is written, the page has the elements that it has for any other."""
    outcomes = list(extract_many(hostile.articles(), model=hostile.model(), order="input"))
    assert sum(len(outcome.records) for outcome in outcomes) > len(hostile.ATTACKS)
    path = save_report(outcomes, tmp_path / "r.html", title=hostile.ATTACKS[1])
    page = path.read_text(encoding="utf-8")
    plain = save_report([], tmp_path / "p.html", title="p").read_text(encoding="utf-8")
    assert re.findall(r"<[a-z!/]\w*", page) == re.findall(r"<[a-z!/]\w*", plain)
    assert [a["text"] for a in data_of(path)["articles"]] == [
        o.article.text for o in outcomes if o.article
    ]
    links = [a.get("url") for a in data_of(path)["articles"]]
    assert {link for link in links if link} == {"https://example.org/a?b"}
    policy = html.unescape(re.findall(r'Content-Security-Policy" content="([^"]*)"', page)[0])
    assert "unsafe" not in policy
    assert policy.startswith("default-src 'none'; script-src 'sha256-")


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("1970-01-01", (0, 0, 0)),
        ("1970-02", (31, 58, 0)),
        ("1970", (0, 364, 0)),
        ("1970-01-02/1970-01-05", (1, 4, 0)),
        ("1970-01~", (0, 30, 1)),
        ("1970-01-02?", (1, 1, 1)),
        ("1970-01-02/..", (1, None, 0)),
        ("../1970", (None, 364, 0)),
        ("XXXX-10-04", None),
        ("2025-02-30", None),
        ("2025-1X", None),
        ("197X", (0, 3651, 1)),
        ("19XX", (-25567, 10956, 1)),
        ("1970/1971-01~", (0, 395, 1)),
        ("nonsense", None),
    ],
)
def test_a_date_has_a_first_and_a_last_day(date: str, expected: Any) -> None:
    assert bounds(date) == expected
