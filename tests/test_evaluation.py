"""Scores against gold: the figures are those of the yardstick that the project began with."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from scripted_server import Request, Response, ScriptedServer, completion
from typer.testing import CliRunner

from cassettes import replay, replaying
from communique import Extractor
from communique.cli import app
from communique.errors import InputError
from communique.evaluation import check_gold, compare, load_gold, mistakes, score
from communique.evaluation.scoring import found_pairs, identity
from communique.passages import split
from communique.records import BUILT_IN
from communique.testing import ScriptedModel

KIND = "visa_policy_statement"
ROOT = Path(__file__).parent.parent
GOLD = ROOT / "benchmarks" / "gold" / "dev.jsonl"
EXPECTED = json.loads((Path(__file__).parent / "expected_scores.json").read_text())


def raw_gold() -> dict[str, Any]:
    """The gold file's own records, which predict themselves."""
    lines = GOLD.read_text(encoding="utf-8").splitlines()
    return {data["id"]: data for data in map(json.loads, lines)}


def shifted() -> dict[str, Any]:
    """Wrong on purpose, in many ways: each document has the next one's fields of its records."""
    documents = list(raw_gold().values())
    out = {}
    for number, data in enumerate(documents):
        other = documents[(number + 1) % len(documents)]
        out[data["id"]] = {
            "meetings": data["meetings"][:1] + other["meetings"][:1],
            "agreements": [
                {**a, "status": "signed", "parties": a["parties"][:1]} for a in data["agreements"]
            ],
            "visa_policy_statements": [
                {**v, "speaker": None, "quote": None} for v in data["visa_policy_statements"]
            ],
        }
    return out


def replayed() -> dict[str, Any]:
    """The seeds as the embedded model has them."""
    return {f"seed-{n}": replay(f"seed_{n}").to_dict() for n in ("000", "004")}


PREDICTIONS = {"gold": raw_gold, "shifted": shifted, "nothing": dict, "replayed": replayed}


@pytest.mark.parametrize("name", ["gold", "shifted", "nothing"])
def test_figures_equal_those_of_the_yardstick(name: str) -> None:
    """expected_scores.json holds what the original stdlib scorer printed for these predictions."""
    figures = score(load_gold(GOLD), PREDICTIONS[name]()).to_dict()
    assert flat(figures) == pytest.approx(flat(EXPECTED[name]))


def flat(figures: Any, path: str = "") -> dict[str, Any]:
    """Nested figures by path, without what is None."""
    if not isinstance(figures, dict):
        return {path: figures} if figures is not None else {}
    return {k: v for name, f in figures.items() for k, v in flat(f, f"{path}/{name}").items()}


def test_real_answers_have_no_unsupported_value() -> None:
    """And all meetings of the seeds are found."""
    gold = [d for d in load_gold(GOLD) if d.id.startswith("seed")]
    result = score(gold, replayed())
    assert result.unsupported_values == 0
    assert result.values > 50
    assert result.kinds["meeting"].recall == 1.0


def test_of_equal_pairings_the_one_that_finds_more_counts() -> None:
    """0.7 and nothing, or 0.4 and 0.3: both add up to 0.7."""
    who = {"name": None, "role": None, "organization": None}
    fiji, peru = {"name": "Fiji", "country": "FJ"}, {"name": "Peru", "country": "PE"}

    def said(speaker: str, destination: Any, *beneficiaries: Any) -> dict[str, Any]:
        rest = {"stance": "", "measure": "", "quote": None, "date": None, "evidence": ["x"]}
        given = {"speaker": {**who, "country": speaker}, "destination": destination}
        return {**given, "beneficiaries": list(beneficiaries), **rest}

    gold = [said("AA", fiji, peru), said("BB", fiji, {"name": "Oslo", "country": "NO"})]
    found = [said("AA", fiji), said("AA", None, {"name": "Lima", "country": None})]
    likenesses = [[round(identity(KIND, g, p), 6) for p in found] for g in gold]
    assert likenesses == [[0.7, 0.4], [0.3, 0.0]]
    assert found_pairs(KIND, gold, found) == [(0, 0)]


@pytest.mark.parametrize("name", ["dev", "fresh"])
def test_the_gold_keeps_the_guidelines(name: str) -> None:
    """Fields, vocabularies, exactness, dates."""
    documents = load_gold(GOLD.with_stem(name))
    assert [problem for document in documents for problem in check_gold(document)] == []


def test_each_breach_of_the_guidelines_is_named(tmp_path: Path) -> None:
    """With its document and path."""
    data = raw_gold()["seed-000"]
    data["meetings"][0]["status"] = "over"
    data["meetings"][1]["date"] = "soon"
    data["meetings"][1]["participants"][0]["name"] = "Nobody"
    data["meetings"][2]["evidence"] = []
    del data["agreements"][0]["title"]
    data["visa_policy_statements"][0]["speaker"]["country"] = "France"
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(data))
    done = CliRunner().invoke(app, ["eval", str(path), "--check"])
    assert done.exit_code == 1
    said = done.stdout
    for part in (
        "meetings[0].status: 'over' is none of",
        "meetings[1].date: 'soon' is no EDTF date",
        "meetings[1].participants[0].name: not in the text: 'Nobody'",
        "meetings[2]: no evidence",
        "agreements[0]: fields ['title']",
        "visa_policy_statements[0].speaker.country: 'France' is no country code",
    ):
        assert part in said


@pytest.mark.parametrize(
    ("line", "says"),
    [("{", "line 1: not JSON"), ("[]", "not a JSON object"), ('{"id": 1}', "needs text")],
)
def test_a_broken_gold_file_is_told_with_its_line(tmp_path: Path, line: str, says: str) -> None:
    """Before anything is asked."""
    path = tmp_path / "gold.jsonl"
    path.write_text(line)
    with pytest.raises(InputError, match=says):
        load_gold(path)


def test_predictions_are_scored_on_the_command_line(tmp_path: Path) -> None:
    """As a table to read and as JSON."""
    path = tmp_path / "predictions.jsonl"
    path.write_text("\n".join(json.dumps({**v, "id": k}) for k, v in replayed().items()))
    table = CliRunner().invoke(app, ["eval", str(GOLD), "--predictions", str(path)])
    assert table.exit_code == 0
    assert "24 without a prediction" in " ".join(table.stdout.split())
    figures = CliRunner().invoke(app, ["eval", str(GOLD), "--predictions", str(path), "--json"])
    assert json.loads(figures.stdout)["kinds"]["meeting"]["found"] == 5


def test_a_gold_file_is_extracted_scored_and_kept(tmp_path: Path) -> None:
    """On recorded answers; with a cache the second run asks nothing."""
    data = {**raw_gold()["seed-000"], "source": None, "published": None}
    path, cache, saved = tmp_path / "gold.jsonl", tmp_path / "answers.db", tmp_path / "out.jsonl"
    path.write_text(json.dumps(data))
    arguments = [
        *("eval", str(path), "--json", "--cache", str(cache), "--save", str(saved)),
        *("--model", "local", "--base-url", "http://embedded.invalid/v1"),
    ]
    with replaying("seed_000"):
        first = CliRunner().invoke(app, arguments)
    assert first.exit_code == 0, first.output
    figures = json.loads(first.stdout)
    assert figures["kinds"]["meeting"]["r"] == 1.0
    assert figures["unsupported"] == 0.0
    assert json.loads(saved.read_text())["status"] == "complete"
    again = CliRunner().invoke(app, arguments)
    assert json.loads(again.stdout) == figures


def test_a_difference_is_shown_only_where_documents_agree_on_it() -> None:
    """Gold is above nothing for certain; one document better of 26 may be chance."""
    gold = load_gold(GOLD)
    all_right = score(gold, raw_gold())
    by_name = {d.figure: d for d in compare(all_right, score(gold, {}))}
    assert by_name["all F1"].mine == 1.0
    assert by_name["all F1"].theirs < 0.05
    assert by_name["all F1"].shown
    assert by_name["meeting F1"].low > 0.5
    one_less = {**raw_gold(), "dev-02": {}}
    close = {d.figure: d for d in compare(all_right, score(gold, one_less))}["all F1"]
    assert close.mine > close.theirs
    assert not close.shown
    assert compare(all_right, all_right)[0].high == 0.0


def test_only_the_same_documents_can_be_compared() -> None:
    """Anything else would not be paired."""
    gold = load_gold(GOLD)
    with pytest.raises(InputError, match="same documents"):
        compare(score(gold, {}), score(gold[:5], {}))


def test_each_mistake_is_listed_with_its_words() -> None:
    """A miss, a false find, a wrong field."""
    gold = next(d for d in load_gold(GOLD) if d.id == "seed-000")
    data = raw_gold()["seed-000"]
    assert list(mistakes(gold, data)) == []
    meetings = [{**data["meetings"][0], "status": "planned"}, data["meetings"][1]]
    invented = {"title": "pact", "parties": [], "evidence": ["in its text"]}
    wrong = {**data, "meetings": meetings, "agreements": [*data["agreements"], invented]}
    found = {m.what: m for m in mistakes(gold, wrong)}
    assert found["fields"].fields == {"status": ("held", "planned")}
    assert found["fields"].evidence[0] in gold.text
    assert found["missed"].fields["place"] == (data["meetings"][2]["place"], None)
    assert found["false"].fields["title"] == (None, "pact")


@pytest.mark.parametrize("name", ["errors.html", "errors.txt", "-"])
def test_mistakes_and_differences_on_the_command_line(tmp_path: Path, name: str) -> None:
    """A page obeys no markup of the data."""
    hostile = {**raw_gold()["seed-000"], "id": "seed-000", "meetings": []}
    hostile["agreements"] = [{"title": "<script>alert(1)</script> [red]", "evidence": ["<b>"]}]
    path, other = tmp_path / "predictions.jsonl", tmp_path / "other.jsonl"
    path.write_text(json.dumps(hostile))
    other.write_text("\n".join(json.dumps({**v, "id": k}) for k, v in raw_gold().items()))
    where = name if name == "-" else str(tmp_path / name)
    arguments = ["eval", str(GOLD), "--predictions", str(path), "--errors", where]
    done = CliRunner().invoke(app, [*arguments, "--compare", str(other)])
    assert done.exit_code == 0, done.output
    assert "95 % interval" in done.stdout
    listing = done.stdout if name == "-" else Path(where).read_text()
    assert "missed" in listing
    assert "false find" in listing
    assert ("<script>" in listing) == (not name.endswith("html"))


def perfect_answers(document: Any) -> Any:
    """What a model would answer that has understood the guidelines, in the form of our questions."""
    passages = split(document.article)

    def item(record: dict[str, Any]) -> dict[str, Any]:
        numbers = [
            p.number
            for text in record["evidence"]
            for p in passages
            if text[:30] in p.span.text or p.span.text[:30] in text
        ] or [1]
        values = {k: v for k, v in record.items() if k != "evidence"}
        return {"sentence": numbers[0], **values, "more_sentences": numbers[1:]}

    plurals = {k.kind: k.plural for k in BUILT_IN}
    return {
        kind: {plurals[kind]: [item(record) for record in records]}
        for kind, records in document.records.items()
    }


def test_our_checks_take_little_from_perfect_answers() -> None:
    """What the gold says passes as a large model's answer; dates are lost that it gives finished."""
    gold = load_gold(GOLD)
    found = {}
    for document in gold:
        with Extractor(ScriptedModel(perfect_answers(document))) as extractor:
            found[document.id] = extractor.extract(document.article).to_dict()
    result = score(gold, found)
    assert result.all.f1 > 0.95
    assert result.unsupported_values == 0
    assert result.empty_kept == result.empty
    assert all(
        len(v) and sum(v) / len(v) > 0.8 for k in result.kinds.values() for v in k.fields.values()
    )


def test_a_hosted_model_is_evaluated_on_the_command_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Against a scripted server (synthetic): ready for whoever has a key."""
    monkeypatch.setenv("OPENAI_API_KEY", "sk-synthetic")
    gold = raw_gold()["seed-000"]
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(gold))

    def answer(request: Request) -> Response:
        (plural,) = request.body["response_format"]["json_schema"]["schema"]["properties"]
        found = []
        for record in gold[plural]:
            values = {k: v for k, v in record.items() if k != "evidence"}
            found.append({"sentence": 1, **values, "more_sentences": []})
        return completion({plural: found})

    with ScriptedServer(answer) as server:
        done = CliRunner().invoke(
            app,
            ["eval", str(path), "--json", "--model", "openai/large", "--base-url", server.base_url],
        )
    assert done.exit_code == 0, done.output
    figures = json.loads(done.stdout)
    assert figures["all"]["f1"] > 0.9
    assert figures["usage"]["calls"] == 3
    brief = server.requests[0].body["messages"][0]["content"]
    assert "Decisions, so that two readers agree" in brief
