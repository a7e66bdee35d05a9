"""How a small model is asked: about one sentence at a time, where that suits the kind."""

from __future__ import annotations

import re
from typing import Any

import pytest
from asking import agreement, extract_scripted, meeting, person

from communique import Agreement, Meeting, Record, VisaPolicyStatement
from communique.errors import ServerFailed

TEXT = (
    "Minister Ana Roy of Fiji met Bo Lee in Oslo. It rained. They signed a treaty on fishing. "
    "A memorandum on boats was signed last year."
)


def asked_about(question: Any) -> int:
    """The number of the sentence that a question is about; 0 where it is about all."""
    found = re.search(r"Now only sentence \[(\d+)\]", question.messages[1]["content"])
    return int(found[1]) if found else 0


def titles(number: int) -> list[str]:
    """What the scripted model reads in a sentence."""
    return {3: ["treaty on fishing"], 4: ["memorandum on boats", "Treaty of Rome"]}[number]


def test_each_sentence_with_a_cue_is_asked_about_on_its_own() -> None:
    """Entries need no number: it is known which sentence tells of them."""
    seen = []

    def script(question: Any) -> Any:
        number = asked_about(question)
        seen.append((question.name, number))
        if question.name == "meeting":
            return {"meetings": [meeting(1, person("Ana Roy", role="Minister"), person("Bo Lee"))]}
        if number:
            entries = [agreement(0, title) for title in titles(number)]
            for entry in entries:
                del entry["sentence"], entry["more_sentences"]
            return {"agreements": entries}
        return None

    result = extract_scripted(TEXT, script, records=[Meeting, Agreement], by_sentence=True)
    assert seen[:3] == [("meeting", 0), ("agreement", 3), ("agreement", 4)]
    assert [a.title for a in result.agreements] == ["treaty on fishing", "memorandum on boats"]
    assert result.agreements[1].evidence[0].text == "A memorandum on boats was signed last year."
    assert [(r.item, r.value) for r in result.rejected] == [(3, "Treaty of Rome")]
    assert seen[3:] == [("agreement repair", 0)]


def test_a_sentence_without_an_answer_costs_only_itself() -> None:
    """The others stand, and the failure names the sentence."""

    def script(question: Any) -> Any:
        number = asked_about(question)
        if number == 3:
            return ServerFailed("the server broke", status=500)
        return {"agreements": [agreement(4, "memorandum on boats")]} if number == 4 else None

    result = extract_scripted(TEXT, script, records=[Agreement], by_sentence=True)
    assert result.status == "partial"
    assert [f.sentences for f in result.failures] == [(3, 3)]
    assert [a.title for a in result.agreements] == ["memorandum on boats"]


def test_all_questions_of_an_article_share_what_comes_before_the_sentence() -> None:
    """So that a server reads it once."""
    prompts = []

    def script(question: Any) -> Any:
        prompts.append(question.messages[1]["content"])

    extract_scripted(TEXT, script, records=[Agreement], by_sentence=True)
    heads = {prompt.split("Now only sentence")[0] for prompt in prompts}
    assert len(prompts) == 2
    assert len(heads) == 1


def asked_for(text: str, kind: type[Record], entry: dict[str, Any]) -> tuple[list[list[str]], Any]:
    """The fields that each question about a sentence has room for, and what comes of `entry`.

    The model gives no field that it is not asked for.
    """
    asked = []

    def script(question: Any) -> Any:
        item = question.schema["properties"][kind.plural]["items"]["properties"]
        asked.append(list(item))
        return {kind.plural: [{name: value for name, value in entry.items() if name in item}]}

    return asked, extract_scripted(text, script, records=[kind], by_sentence=True)


def test_a_named_instrument_is_asked_only_for_who_is_bound() -> None:
    """Its title and status are read; of two in one sentence the model says which is which."""
    text = "Fiji and Peru signed a treaty on fishing. The day was warm and the sea was calm."
    entry = {"title": "a treaty", "status": "ratified", "parties": ["Fiji", "Peru"]}
    asked, result = asked_for(text, Agreement, entry)
    assert asked == [["parties"]]
    (found,) = result.agreements
    assert (found.title, found.status) == ("treaty on fishing", "signed")
    assert [party.country for party in found.parties] == ["FJ", "PE"]
    assert result.rejected == ()
    both = text.replace("fishing", "fishing, and a memorandum on boats was ratified")
    asked, _ = asked_for(both, Agreement, entry)
    assert asked == [["title", "parties"]]


@pytest.mark.parametrize(
    ("text", "fields", "told"),
    [
        (
            "Minister Ana Roy of Fiji met the President of Peru, Paul Bel, in Paris. It was warm.",
            ["participants", "place"],
            ("held", "in_person", "Paris", "FR"),
        ),
        (
            "Minister Ana Roy of Fiji spoke by telephone with the President of Peru, Paul Bel, and "
            "the day was warm.",
            ["participants"],
            ("held", "phone", None, None),
        ),
        (
            "Minister Ana Roy of Fiji met the President of Peru, Paul Bel, at the castle. Before "
            "that the two had a video call.",
            ["format", "participants", "place", "country"],
            ("held", "in_person", "castle", None),
        ),
    ],
)
def test_a_meeting_is_asked_only_for_what_its_words_leave_open(
    text: str, fields: list[str], told: tuple[str | None, ...]
) -> None:
    """A call has no place, a city one country; of a call beside it the model says which is which."""
    entry = {
        "status": "cancelled",
        "format": "in_person",
        "participants": ["Ana Roy", "Paul Bel"],
        "place": told[2],
    }
    asked, result = asked_for(text, Meeting, entry)
    assert asked[0] == fields
    found = result.meetings[0]
    assert (found.status, found.format, found.place, found.country) == told
    assert {p.name for p in found.participants} == {"Ana Roy", "Paul Bel"}


def test_a_visa_statement_is_asked_only_for_what_its_words_leave_open() -> None:
    """Where a state acts, the model may find the one who speaks for it."""
    text = "{} abolish visas for citizens of Fiji and for nobody else. It was warm in the south."
    entry = {"speaker": "Peru", "stance": "supports", "measure": "fees", "destination": "Fiji"}
    asked, result = asked_for(text.format("Peru will"), VisaPolicyStatement, entry)
    assert asked == [["speaker"]]
    (found,) = result.visa_policy_statements
    assert (found.speaker.country, found.stance, found.measure) == ("PE", "announces", "visa_free")
    assert found.destination is not None
    assert found.destination.country == "PE"
