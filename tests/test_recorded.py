"""What the embedded model really answered, taken the whole way. See CONTRIBUTING.md for recording."""

from __future__ import annotations

import json
from typing import Any

import pytest
import yaml
from test_invariant import assert_supported

from cassettes import FOLDER, SCENARIOS, replay
from communique import Extraction
from communique.evaluation import leaks
from communique.models.weights import QWEN
from communique.prompting import Question


@pytest.fixture(scope="module")
def replayed() -> dict[str, Extraction[Any]]:
    """All recorded scenarios, played back."""
    return {name: replay(name) for name in SCENARIOS}


@pytest.mark.parametrize("name", SCENARIOS)
def test_every_value_of_a_real_answer_is_supported(
    name: str, replayed: dict[str, Extraction[Any]]
) -> None:
    """The promise, on real answers."""
    assert_supported(replayed[name])


@pytest.mark.parametrize("name", SCENARIOS)
def test_no_example_of_a_prompt_is_in_a_real_answer(name: str) -> None:
    """Small models copy examples; the prompts have next to none to copy. Raw answers, unchecked."""
    cassette = yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    for each in cassette["interactions"]:
        body = each["request"]["body"]
        schema = body["response_format"]["json_schema"]["schema"]
        question = Question(name, tuple(body["messages"]), schema)
        answer = each["response"]["body"]["choices"][0]["message"]["content"]
        assert leaks(question, answer) == ()


def test_a_copied_example_is_seen() -> None:
    """What the article itself has, and the words of the form, are no leaks."""
    told = "ARTICLE\n[1] Ana Roy came on Friday.\nEND OF ARTICLE\n\nName the minister."
    messages = (
        {"role": "system", "content": 'Write "Bob Lee" or "on Friday" as "held"; Peru is a state.'},
        {"role": "user", "content": told},
    )
    question = Question("meeting", messages, {"properties": {"status": {"enum": ["held"]}}})
    answer = '{"name": "Mr Bob Lee", "date": "on Friday", "status": "held", "country": "Peru"}'
    assert leaks(question, answer) == ("bob lee", "peru")


@pytest.mark.parametrize("name", SCENARIOS)
def test_a_cassette_says_what_it_was_recorded_with(
    name: str, replayed: dict[str, Extraction[Any]]
) -> None:
    """The sidecar names the weights, and the prompt and schema of today."""
    sidecar = json.loads((FOLDER / f"{name}.meta.json").read_text())
    source = replayed[name].provenance
    assert sidecar["weights"] == QWEN.sha256
    assert (sidecar["prompt"], sidecar["schema"]) == (source.prompt, source.schema)


def test_the_first_seed_gives_all_three_meetings(replayed: dict[str, Extraction[Any]]) -> None:
    """A trip with talks in three cities is three records."""
    result = replayed["seed_000"]
    assert result.status == "complete"
    assert [(m.place, m.country) for m in result.meetings] == [
        ("Paris", "FR"),
        ("Lyon", "FR"),
        ("The Hague", "NL"),
    ]
    assert [m.participants[1].name for m in result.meetings] == [
        "Bruno Retailleau",
        "Valdecy Urquiza",
        "Andrei Linta",
    ]
    assert {m.participants[0].name for m in result.meetings} == {"Yerzhan Sadenov"}
    assert {m.date for m in result.meetings} == {None}
    assert result.published is not None


def test_the_second_seed_gives_both_meetings(replayed: dict[str, Extraction[Any]]) -> None:
    """A date without a year and without a publication date keeps its year open."""
    result = replayed["seed_004"]
    assert {p.name for m in result.meetings for p in m.participants} == {
        "Yerzhan Sadenov",
        "Johannes Luchner",
        "Annelies Verlinden",
    }
    assert "XXXX-10-04" in {m.date for m in result.meetings}


def test_an_article_with_nothing_in_it_gives_nothing(
    replayed: dict[str, Extraction[Any]],
) -> None:
    """Complete and empty is not failed."""
    result = replayed["nothing"]
    assert (result.status, result.records) == ("complete", ())


def test_an_article_cannot_tell_the_model_what_to_do(
    replayed: dict[str, Extraction[Any]],
) -> None:
    """What it says to the reader's software gives no record, and its marks are defused."""
    result = replayed["addresses_the_reader"]
    names = {p.name for m in result.meetings for p in m.participants}
    assert {"Dalia Orsk", "Kenji Moriyama"} <= names
    assert not names & {"Winston Churchill", "Napoleon Bonaparte"}
    sent = (FOLDER / "addresses_the_reader.yaml").read_text()
    assert "<|im_start|>" not in sent
    assert "{{7*7}}" in sent


def test_an_answer_cut_by_the_token_limit_keeps_what_is_whole(
    replayed: dict[str, Extraction[Any]],
) -> None:
    """The tail is lost and said to be; the items before it stand."""
    result = replayed["cut_by_the_token_limit"]
    assert result.status == "partial"
    assert [f.error for f in result.failures][:1] == ["truncated"]
    assert len(result.meetings) >= 1
    assert "truncated" in {a.outcome for a in result.usage.attempts}


def test_at_least_one_recording_holds_a_repair_round(
    replayed: dict[str, Extraction[Any]],
) -> None:
    """Failing values went back once, with the reasons."""
    asked = [a.question for r in replayed.values() for a in r.usage.attempts]
    assert any(name.endswith(" repair") for name in asked)


@pytest.mark.parametrize(
    ("name", "people"),
    [
        ("french", {"Salma Berrada", "Jan Verhoeven"}),
        ("russian", {"Рустам Каримбаев", "Леваном Абашидзе"}),
    ],
)
def test_other_languages(name: str, people: set[str], replayed: dict[str, Extraction[Any]]) -> None:
    """Names stay as the article writes them, in their script and case."""
    result = replayed[name]
    assert {p.name for m in result.meetings for p in m.participants} == people


def test_a_kind_of_the_users_own(replayed: dict[str, Extraction[Any]]) -> None:
    """A class with value types is all it takes."""
    result = replayed["sanction"]
    (found,) = result.records
    assert found.target == "Beltrade Holding"
    assert found.imposed_by == "CA"
    assert found.grounding["target"].text == "Beltrade Holding"


def test_one_combined_question_asks_for_all_kinds(
    replayed: dict[str, Extraction[Any]],
) -> None:
    """Fewer calls, the same checks."""
    result = replayed["combined"]
    first = result.usage.attempts[0]
    assert first.question == "meeting+agreement"
    assert result.status == "complete"


def test_later_questions_find_the_prefix_cached(replayed: dict[str, Extraction[Any]]) -> None:
    """What is constant comes first, by the server's own count."""
    attempts = replayed["seed_000"].usage.attempts
    assert all(a.cached_tokens > 0.5 * a.prompt_tokens for a in attempts[1:])


def test_a_changed_prompt_does_not_meet_a_stale_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """It fails, and says which cassette to record again and how."""
    from communique import Meeting

    monkeypatch.setattr(Meeting, "ask", "Which meetings?")
    with pytest.raises(AssertionError, match=r"seed_000 .*python tests/record.py seed_000"):
        replay("seed_000")
