"""Archives on disk through the command line: what is read, what becomes of it, what comes out.

Against scripted servers on loopback.
"""

from __future__ import annotations

import csv
import gzip
import json
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pyarrow
import pytest
import zstandard
from hosted import FOUND, KEY, TALKS, nothing
from pyarrow import parquet
from scripted_server import Request, Response, Script, ScriptedServer, completion, error
from typer.testing import CliRunner, Result

from communique.cli import app

HTML = f"""<html lang="en"><head><title>Talks in Paris</title>
<meta property="article:published_time" content="2025-05-04"></head><body>
<nav>Home <a href="/">News</a></nav><article><h1>Talks in Paris</h1>
<p>{TALKS} They spoke about trade and energy for two hours.</p>
<p>The ministers agreed to meet again in the autumn, officials said after the talks.</p>
</article><script>alert(1)</script></body></html>"""


def finding(request: Request) -> Response:
    """The same meeting in each article, and nothing else."""
    return completion({"meetings": [FOUND]}) if request.question == "meeting" else nothing(request)


NOTHING_IN_IT: dict[str, list[Any]] = {
    "meetings": [],
    "agreements": [],
    "visa_policy_statements": [],
}


@dataclass
class Command:
    """The command line, with a server that finds a meeting where no other script is given."""

    serve: Callable[[Script], ScriptedServer]
    server: ScriptedServer
    environment: pytest.MonkeyPatch

    def __call__(self, *arguments: str, script: Script | None = None, stdin: Any = None) -> Result:
        target = self.serve(script) if script else self.server
        self.environment.setenv("OPENAI_BASE_URL", target.base_url)
        return CliRunner().invoke(app, list(arguments), input=stdin)


@pytest.fixture
def run(
    serve: Callable[[Script], ScriptedServer], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Command:
    """Runs the command line in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COMMUNIQUE_MODEL", "openai/gpt-4.1-mini")
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    return Command(serve, serve(finding), monkeypatch)


def lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def exported(run: Command) -> dict[str, dict[str, Any]]:
    result = run("export", "run.db")
    assert result.exit_code == 0
    return {row["id"]: row for row in lines(result.stdout)}


def test_a_folder_of_all_kinds_of_files(run: Command, tmp_path: Path) -> None:
    """Texts, pages, tables, packed or not: each article is there under a name of its own."""
    folder = tmp_path / "archive"
    (folder / "2025").mkdir(parents=True)
    (folder / "a.txt").write_text(TALKS + " A.", encoding="utf-8")
    (folder / "2025" / "a.txt").write_text(TALKS + " B.", encoding="utf-8-sig")
    (folder / "b.md").write_text("# Talks\n\n" + TALKS + " C.", encoding="utf-8")
    (folder / "c.html").write_text(HTML, encoding="utf-8")
    with gzip.open(folder / "d.txt.gz", "wt", encoding="utf-8") as packed:
        packed.write(TALKS + " D.")
    row = {"id": "e1", "text": TALKS + " E.", "published": "2025-05-04T10:00:00Z"}
    data = (json.dumps(row) + "\n\n" + json.dumps({"text": TALKS + " F."}) + "\n").encode()
    (folder / "e.jsonl.zst").write_bytes(zstandard.compress(data))
    (folder / "f.json").write_text(json.dumps([{"id": 7, "text": TALKS + " G."}]))
    (folder / "g.csv").write_text(f'id,text,published\ng1,"{TALKS} H.",2025-05-04\n')
    table = pyarrow.table({"id": ["h1"], "text": [TALKS + " I."], "title": ["Talks"]})
    parquet.write_table(table, folder / "h.parquet")
    held = pyarrow.BufferOutputStream()
    parquet.write_table(pyarrow.table({"id": ["i1"], "text": [TALKS + " J."]}), held)
    (folder / "i.parquet.gz").write_bytes(gzip.compress(held.getvalue().to_pybytes()))
    (folder / "notes.docx").write_bytes(b"PK")
    result = run("run", "archive", "--store", "run.db")
    assert result.exit_code == 0, result.output
    found = exported(run)
    assert set(found) == {
        "a.txt",
        "2025/a.txt",
        "b.md",
        "c.html",
        "d.txt.gz",
        "e1",
        "e.jsonl.zst:3",
        "7",
        "g1",
        "h1",
        "i1",
    }
    assert all(row["status"] == "complete" for row in found.values())
    # Headings make other numbers of sentences than the one that the server's answer gives.
    assert {name for name, row in found.items() if not row["meetings"]} <= {"b.md", "c.html"}
    assert found["e1"]["published"] == "2025-05-04"
    assert found["h1"]["article"]["title"] == "Talks"
    assert found["c.html"]["article"]["title"] == "Talks in Paris"
    assert "alert" not in found["c.html"]["article"]["text"]
    assert "Home" not in found["c.html"]["article"]["text"]


def test_what_is_broken_fails_with_its_reason_and_stops_nothing(
    run: Command, tmp_path: Path
) -> None:
    """Exit status 3; `status` tells what and why, and the good articles are done."""
    folder = tmp_path / "archive"
    folder.mkdir()
    (folder / "bad.txt").write_bytes(b"\xff\xfe\x00")
    (folder / "empty.txt").write_text("")
    (folder / "cut.txt.gz").write_bytes(gzip.compress(TALKS.encode() * 50)[:-20])
    (folder / "false.parquet").write_bytes(b"no parquet")
    good = json.dumps({"id": "good", "text": TALKS})
    (folder / "t.jsonl").write_bytes(
        f'{good}\n{{"id": "no text"}}\nno json\n[1]\n'.encode() + b'{"text": "\xff"}\n'
    )
    (folder / "u.csv").write_bytes(b"id,text\nu1,caf\xe9 talks\nu2,a,b,c\n")
    (folder / "other.csv").write_text("id,body\no1,They met.\no2,They left.\n")
    (folder / "nothing.csv").write_text("")
    (folder / "v.json").write_text('[{"id": "v1", "text": "They met."}, {"id"')
    result = run("run", "archive", "--store", "run.db")
    assert result.exit_code == 3
    told = json.loads(run("status", "run.db", "--json").stdout)
    problems = dict(told["problems"])
    assert set(problems) == {
        "bad.txt",
        "empty.txt",
        "cut.txt.gz",
        "false.parquet (rest)",
        "no text",
        "t.jsonl:3",
        "t.jsonl:4",
        "t.jsonl:5",
        "u1",
        "u.csv:2",
        "v.json (rest)",
        "other.csv (rest)",
        "nothing.csv (rest)",
    }
    assert "'id', 'body': name it with --columns text=NAME" in problems["other.csv (rest)"]
    assert "empty" in problems["nothing.csv (rest)"]
    assert "UTF-8" in problems["bad.txt"]
    assert told["unreadable"] == len(problems)
    found = exported(run)
    assert found["good"]["status"] == "complete"
    assert found["v1"]["status"] == "complete"
    assert found["bad.txt"]["status"] == "failed"
    assert "UTF-8" in run("status", "run.db").stdout


def test_again_with_more_articles(run: Command, tmp_path: Path) -> None:
    """Only what is new is asked about; files that have not changed are not read."""
    folder = tmp_path / "archive"
    folder.mkdir()
    (folder / "a.txt").write_text(TALKS)
    assert run("run", "archive", "--store", "run.db").exit_code == 0
    first = len(run.server.requests)
    (folder / "b.txt").write_text(TALKS + " More.")
    (folder / "copy.txt").write_text(TALKS)
    again = run("run", "archive", "--store", "run.db")
    assert again.exit_code == 0
    assert "1 articles new, 1 known, 0 unreadable, 1 files unchanged" in again.stderr
    assert len(run.server.requests) == 2 * first
    assert exported(run)["copy.txt"]["duplicate_of"] == "a.txt"


def test_columns_of_ones_own(run: Command, tmp_path: Path) -> None:
    """A mapping names the columns, nested ones too."""
    row = {"guid": 5, "body": {"text": TALKS}, "day": "2025-05-04", "link": "https://x.example/"}
    (tmp_path / "feed.jsonl").write_text(json.dumps(row))
    mapping = "id=guid,text=body.text,published=day,url=link"
    assert run("run", "feed.jsonl", "--store", "run.db", "--columns", mapping).exit_code == 0
    (found,) = exported(run).values()
    assert found["id"] == "5"
    assert found["published"] == "2025-05-04"
    assert found["article"]["url"] == "https://x.example/"


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["none/"], 1, "no such file"),
        (["x.docx"], 1, ".parquet"),
        (["a.jsonl", "--columns", "body=text"], 1, "NAME=COLUMN"),
        (["a.jsonl", "--columns", "text=a,id=a"], 1, "two fields"),
        (["a.jsonl", "--concurrency", "many"], 2, "neither auto"),
        (["a.jsonl", "--max-cost", "0"], 2, "greater than 0"),
        (["a.jsonl", "--fail-over", "x"], 2, "no share"),
        (["clash.jsonl"], 1, "stand for other texts"),
        (["a.jsonl", "sub/a.jsonl"], 1, "same name"),
    ],
)
def test_mistakes_are_told_before_the_first_request(
    run: Command, tmp_path: Path, arguments: list[str], code: int, said: str
) -> None:
    """With an exit status that says whose mistake it is."""
    (tmp_path / "x.docx").write_text("x")
    (tmp_path / "sub").mkdir()
    for name in ("a.jsonl", "sub/a.jsonl"):
        (tmp_path / name).write_text(json.dumps({"text": TALKS}))
    clash = [{"id": "same", "text": TALKS}, {"id": "same", "text": TALKS + " Not."}]
    (tmp_path / "clash.jsonl").write_text("\n".join(map(json.dumps, clash)))
    result = run("run", *arguments, "--store", "run.db")
    told = result.stderr + str(result.exception or "")
    assert (result.exit_code, said in " ".join(told.split())) == (code, True), told
    assert run.server.requests == []


def test_lines_from_a_pipe(run: Command) -> None:
    """- reads JSON lines; nothing but data goes to stdout."""
    result = run("run", "-", "--store", "run.db", stdin=json.dumps({"id": "p", "text": TALKS}))
    assert (result.exit_code, result.stdout) == (0, "")
    assert exported(run)["p"]["meetings"]


def test_failed_articles_are_tried_again(run: Command, tmp_path: Path, soon: None) -> None:
    """`run` leaves them, `retry` asks again about them alone, in the same way."""
    (tmp_path / "a.jsonl").write_text(
        "\n".join(json.dumps({"id": str(n), "text": f"{TALKS} {n}."}) for n in range(3))
    )

    def hostile(request: Request) -> Response:
        return error(400) if " 1." in request.body["messages"][1]["content"] else finding(request)

    assert run("run", "a.jsonl", "--store", "run.db", script=hostile).exit_code == 3
    told = json.loads(run("status", "run.db", "--json").stdout)
    assert told["setups"][0]["complete"] == 2
    assert told["setups"][0]["failed"] == 1
    assert told["setups"][0]["failures"][0][:2] == ["request_rejected", 1]
    assert run("run", "--store", "run.db").exit_code == 3
    assert run.server.requests == []
    assert run("retry", "run.db", "--only", "failed").exit_code == 0
    assert {r.body["messages"][1]["content"].count(" 1.") for r in run.server.requests} == {1}
    assert all(row["meetings"] for row in exported(run).values())


def test_the_estimate_asks_nothing(run: Command, tmp_path: Path) -> None:
    """It counts the prompts that would be sent, and gives a range of money."""
    (tmp_path / "a.jsonl").write_text(
        "\n".join(json.dumps({"text": f"{TALKS} {n}."}) for n in range(200))
    )
    told = json.loads(run("run", "a.jsonl", "--store", "run.db", "--estimate").stdout)
    assert run.server.requests == []
    assert (told["articles"], told["sample"]) == (200, 50)
    assert told["requests"] == [400, 800]  # nothing speaks of visas; each may be asked once more
    low, high = told["cost"]
    assert 0 < low < high
    assert run("run", "--store", "run.db").exit_code == 0
    assert len(run.server.requests) == 400


def test_tables_in_parquet_are_what_the_records_are(run: Command, tmp_path: Path) -> None:
    """Read back with DuckDB: records, participants, spans that fit the text, duplicates once."""
    rows = [{"id": "a", "text": TALKS}, {"id": "b", "text": TALKS}, {"id": "c", "text": ""}]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, rows)))
    assert run("run", "a.jsonl", "--store", "run.db").exit_code == 3
    assert run("export", "run.db", "-o", "out.parquet").exit_code == 0
    ask = duckdb.connect().execute
    assert ask("select article, status, duplicate_of from 'out.articles.parquet'").fetchall() == [
        ("a", "complete", None),
        ("b", "complete", "a"),
        ("c", "failed", None),
    ]
    assert ask(
        "select article, status, country, participants[1].name, topics from 'out.meetings.parquet'"
    ).fetchall() == [("a", "held", "FR", "Jean Dupont", [])]
    spans = ask("select start, \"end\", text from 'out.evidence.parquet'").fetchall()
    assert len(spans) > 4
    assert all(TALKS[start:end] == text for start, end, text in spans)
    assert ask("select count(*) from 'out.agreements.parquet'").fetchone() == (0,)
    types = {f.name: str(f.type) for f in parquet.read_schema("out.meetings.parquet")}
    assert list(types)[:4] == ["article", "record", "status", "format"]
    assert types["topics"].startswith("list<")


def test_tables_in_csv_hold_the_same(run: Command, tmp_path: Path) -> None:
    """Lists and structures as JSON."""
    (tmp_path / "a.txt").write_text(TALKS)
    run("run", "a.txt", "--store", "run.db")
    assert run("export", "run.db", "-o", "out.csv").exit_code == 0
    with (tmp_path / "out.meetings.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert json.loads(row["participants"])[1]["country"] == "CZ"
    assert row["record"] == "a.txt#meetings[0]"


def test_views_for_sql(run: Command, tmp_path: Path) -> None:
    """The store itself answers questions about records and who took part."""
    (tmp_path / "a.txt").write_text(TALKS)
    run("run", "a.txt", "--store", "run.db")
    with sqlite3.connect(tmp_path / "run.db") as connection:
        ask = connection.execute
        assert ask("select article, status, country from meetings").fetchall() == [
            ("a.txt", "held", "FR")
        ]
        assert ask("select name, country from participants order by name").fetchall() == [
            ("Anna Novak", "CZ"),
            ("Jean Dupont", "FR"),
        ]
        assert ask("select count(*) from parties").fetchone() == (0,)
        assert ask("select count(*) from visa_policy_statements").fetchone() == (0,)
        assert ask("select status, duplicate_of from articles_done").fetchall() == [
            ("complete", None)
        ]
        (start, end, text) = ask('select start, "end", text from evidence').fetchone()
        assert TALKS[start:end] == text


def test_an_export_of_nothing_or_to_nowhere(run: Command, tmp_path: Path) -> None:
    """Each mistake has its own message."""
    assert "no such store" in str(run("export", "none.db").exception)
    (tmp_path / "a.txt").write_text(TALKS)
    run("run", "a.txt", "--store", "run.db")
    assert "not .xlsx" in str(run("export", "run.db", "-o", "out.xlsx").exception)
    assert "cannot be written" in str(run("export", "run.db", "-o", "none/out.csv").exception)
    assert "no setup 9" in str(run("export", "run.db", "--setup", "9").exception)
    assert "no such store" in str(run("status", "none.db").exception)
    assert "no such store" in str(run("retry", "none.db").exception)


def test_no_command_writes_over_what_it_reads(run: Command, tmp_path: Path) -> None:
    """A store's answers were paid for, and gold was worked for."""
    (tmp_path / "a.txt").write_text(TALKS)
    run("run", "a.txt", "--store", "run.jsonl")
    (tmp_path / "same.jsonl").symlink_to(tmp_path / "run.jsonl")
    gold = json.dumps({"id": "a", "text": TALKS, **NOTHING_IN_IT})
    (tmp_path / "gold.jsonl").write_text(gold)
    for arguments in (
        ("export", "run.jsonl", "-o", "same.jsonl"),
        ("export", "run.jsonl", "--graph", "run.jsonl"),
        ("report", "run.jsonl", "-o", "run.jsonl"),
        ("eval", "gold.jsonl", "--predictions", "gold.jsonl", "--errors", "gold.jsonl"),
        ("eval", "gold.jsonl", "--save", "gold.jsonl"),
    ):
        assert "would be lost" in str(run(*arguments).exception), arguments
    assert len(lines(run("export", "run.jsonl").stdout)) == 1
    assert (tmp_path / "gold.jsonl").read_text() == gold


def test_rechecking_asks_nothing_and_takes_new_checks(
    run: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Outcomes are derived anew from the kept answers."""
    (tmp_path / "a.txt").write_text(TALKS)
    run("run", "a.txt", "--store", "run.db")
    asked = len(run.server.requests)
    assert "1 as before, 0 changed" in run("recheck", "run.db").stdout
    with monkeypatch.context() as newer:
        newer.setattr("communique.records.meeting.Meeting.fault", lambda *_: "none any more")
        assert "0 as before, 1 changed" in run("recheck", "run.db").stdout
    assert exported(run)["a.txt"]["meetings"] == []
    assert len(run.server.requests) == asked


def test_rechecking_leaves_alone_what_would_need_a_new_question(
    run: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A changed prompt takes no outcome away."""
    (tmp_path / "a.txt").write_text(TALKS)
    run("run", "a.txt", "--store", "run.db")
    monkeypatch.setattr("communique.records.meeting.Meeting.ask", "List all talks.")
    assert "1 with new questions left" in run("recheck", "run.db").stdout
    assert len(exported(run)["a.txt"]["meetings"]) == 1
