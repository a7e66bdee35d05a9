"""Records as a graph, read back with networkx."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import networkx
import pytest
from asking import meeting, person
from typer.testing import CliRunner

from communique import Article, Store, extract_many
from communique.cli import app
from communique.errors import SettingsError, StoreError
from communique.prompting import Question
from communique.testing import ScriptedModel

SEEN = "Minister Jean Dupont of France met Anna Novak, the Czech minister, in Paris"
OTHERS = (
    "The Treasury of Kenya met the foreign minister of Ghana and the delegation of Peru on 2 June "
    "2025."
)
TEXTS = [
    f"{SEEN} on 2 May 2025.",
    f"{SEEN} on 7 June 2025. He met Anna  Novak of Kenya too.",
    "Jean Dupont of France will meet Anna Novak, the Czech minister, on 9 May 2025.",
    "France and Kenya signed the Treaty of Friendship\x02 on 3 May 2025.",
]


def answer(question: Question) -> dict[str, Any] | None:
    text = question.messages[-1]["content"] + question.messages[0]["content"]
    text += question.messages[1]["content"]
    dupont, novak = person("Jean Dupont", country="France"), person("Anna Novak", country="Czech")
    if question.name == "agreement" and "Treaty" in text:
        parties = [{"name": "France", "country": "France"}, {"name": "Kenya", "country": "Kenya"}]
        found = {
            "sentence": 1,
            "title": "Treaty of Friendship",
            "instrument": "treaty",
            "status": "signed",
            "parties": parties,
            "date": "3 May 2025",
            "subjects": [],
            "more_sentences": [],
        }
        return {"agreements": [found]}
    if question.name == "meeting" and OTHERS in text:
        treasury = {**person(None, country="Kenya"), "organization": "Treasury"}
        members = [treasury, person(None, role="foreign minister", country="Ghana")]
        return {"meetings": [meeting(1, *members, person(None, country="Peru"), date="2 June")]}
    if question.name != "meeting" or "Treaty" in text:
        return None
    if "will meet" in text:
        planned = meeting(1, dupont, novak, date="9 May 2025")
        return {"meetings": [{**planned, "status": "planned"}]}
    date = "7 June 2025" if "June" in text else "2 May 2025"
    return {"meetings": [meeting(1, dupont, novak, date=date, place="Paris")]}


def graph_of(folder: Path, *options: str) -> Any:
    path = folder / "network.graphml"
    done = CliRunner().invoke(
        app, ["export", str(folder / "run.db"), "--graph", str(path), *options]
    )
    assert done.exit_code == 0, done.output
    assert str(path) in done.stderr
    assert not done.stdout
    return networkx.read_graphml(path, force_multigraph=True)


def test_a_graph_tells_who_met_and_signed_how_often_and_where_it_stands(tmp_path: Path) -> None:
    articles = [Article(id=f"a{n}\x01", text=text) for n, text in enumerate(TEXTS)]
    with Store(tmp_path / "run.db") as store:
        outcomes = list(extract_many(articles, model=ScriptedModel(answer), store=store))
    assert [o.status for o in outcomes] == ["complete"] * 4
    graph = graph_of(tmp_path)
    labels = {node: data["label"] for node, data in graph.nodes(data=True)}
    assert sorted(labels.values()) == ["Anna Novak", "FR", "Jean Dupont", "KE"]
    edges = {frozenset((labels[a], labels[b])): data for a, b, data in graph.edges(data=True)}
    met = edges[frozenset(("Jean Dupont", "Anna Novak"))]
    # The meeting that is only planned joins nobody.
    assert (met["relation"], met["weight"]) == ("met", 2)
    assert (met["first"], met["last"]) == ("2025-05-02", "2025-06-07")
    assert met["records"].split() == ["a0", "/meetings/1", "a1", "/meetings/1"]
    signed = edges[frozenset(("FR", "KE"))]
    assert (signed["relation"], signed["weight"]) == ("signed", 1)
    nowhere = ["export", str(tmp_path / "run.db"), "--graph", str(tmp_path / "no" / "g.graphml")]
    with pytest.raises(StoreError, match="check the folder"):
        CliRunner().invoke(app, nowhere, catch_exceptions=False)
    states = graph_of(tmp_path, "--by-country")
    assert sorted(d["label"] for _, d in states.nodes(data=True)) == ["CZ", "FR", "KE"]
    assert {d["relation"] for _, _, d in states.edges(data=True)} == {"met", "signed"}


def test_members_without_a_name_stand_under_what_they_are_called(tmp_path: Path) -> None:
    """An article that is there twice counts once."""
    articles = [Article(id=f"a{n}", text=OTHERS) for n in range(2)]
    with Store(tmp_path / "run.db") as store:
        list(extract_many(articles, model=ScriptedModel(answer), store=store))
    graph = graph_of(tmp_path, "-o", str(tmp_path / "all.jsonl"))
    assert len((tmp_path / "all.jsonl").read_text().splitlines()) == 2
    nodes = {(data["kind"], data["label"], data["country"]) for _, data in graph.nodes(data=True)}
    assert nodes == {
        ("body", "Treasury", "KE"),
        ("office", "foreign minister", "GH"),
        ("state", "PE", "PE"),
    }
    assert [data["weight"] for _, _, data in graph.edges(data=True)] == [1, 1, 1]


def test_a_graph_without_networkx_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store(tmp_path / "run.db") as store:
        list(extract_many([TEXTS[0]], model=ScriptedModel(answer), store=store))
    monkeypatch.setitem(sys.modules, "networkx", None)
    command = ["export", str(tmp_path / "run.db"), "--graph", str(tmp_path / "g.graphml")]
    with pytest.raises(SettingsError, match=r"communique\[graph\]"):
        CliRunner().invoke(app, command, catch_exceptions=False)
