"""How a small model is asked: about one sentence at a time, where that suits the kind."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from asking import agreement, extract_scripted, meeting, person

from communique import Agreement, Meeting, Record, VisaPolicyStatement
from communique.errors import ServerFailed
from communique.records.entities import Participant
from communique.records.shape import asked_of
from communique.values import CountryOfPlace
from communique.wire import ended_answer

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


MEETING = ["status", "format", "participants", "place", "country"]


def asked_for(text: str, kind: type[Record], entry: dict[str, Any]) -> tuple[list[Any], Any]:
    """How the answer to each question begins and which fields it has, and what comes of `entry`.

    The model gives no field that the answer has no place for.
    """
    asked = []

    def script(question: Any) -> Any:
        item = question.schema["properties"][kind.plural]["items"]["properties"]
        asked.append((question.begun, list(item)))
        return {kind.plural: [{name: value for name, value in entry.items() if name in item}]}

    return asked, extract_scripted(text, script, records=[kind], by_sentence=True)


def test_the_title_and_status_of_a_named_instrument_are_known_before_the_answer() -> None:
    """Of two in one sentence the model says which is which."""
    text = "The two signed a treaty on fishing. It was warm in Fiji and in Peru the sea was calm."
    entry = {"title": "a treaty", "status": "ratified", "parties": ["Fiji", "Peru"]}
    asked, result = asked_for(text, Agreement, entry)
    begun = '{"agreements": [{"title": "treaty on fishing", "status": "signed", "parties":'
    assert asked == [(begun, ["title", "status", "parties"])]
    (found,) = result.agreements
    assert (found.title, found.status) == ("treaty on fishing", "signed")
    assert [party.country for party in found.parties] == ["FJ", "PE"]
    assert result.rejected == ()
    both = text.replace("fishing", "fishing, and a memorandum on boats was ratified")
    asked, _ = asked_for(both, Agreement, entry)
    assert asked == [('{"agreements": [{"title":', ["title", "status", "parties"])]


def test_what_code_reads_beyond_the_form_is_the_models_to_write() -> None:
    """A title that is too long for the answer's form cannot begin it."""
    name = "treaty on " + " and ".join(f"the {word} of the sea" for word in "abcdefghijklmnop")
    asked, _ = asked_for(f"The two states signed the {name}. It was warm and calm.", Agreement, {})
    begun, _ = asked[0]
    longest = 300
    assert len(begun) < longest
    assert begun.startswith('{"agreements": [{"title":')


@pytest.mark.parametrize(
    ("text", "begun", "fields", "told"),
    [
        (
            "Minister Ana Roy of Fiji met the President of Peru, Paul Bel, in Paris. It was warm.",
            '"status": "held", "format": "in_person", "participants":',
            MEETING,
            ("held", "in_person", "Paris", "FR"),
        ),
        (
            "Minister Ana Roy of Fiji spoke by telephone with the President of Peru, Paul Bel, and "
            "the day was warm.",
            '"status": "held", "format": "phone", "participants":',
            MEETING,
            ("held", "phone", None, None),
        ),
        (
            "Minister Ana Roy of Fiji met the President of Peru, Paul Bel, at the castle. Before "
            "that the two had a video call.",
            '"status": "held", "format":',
            MEETING,
            ("held", "in_person", "castle", None),
        ),
    ],
)
def test_what_the_words_tell_of_a_meeting_begins_the_answer(
    text: str, begun: str, fields: list[str], told: tuple[str | None, ...]
) -> None:
    """Of a call beside it the model says which is which."""
    entry = {
        "status": "held",
        "format": "in_person",
        "participants": ["Ana Roy", "Paul Bel"],
        "place": told[2],
    }
    asked, result = asked_for(text, Meeting, entry)
    assert asked[0] == (f'{{"meetings": [{{{begun}', fields)
    found = result.meetings[0]
    assert (found.status, found.format, found.place, found.country) == told
    assert {p.name for p in found.participants} == {"Ana Roy", "Paul Bel"}


@pytest.mark.parametrize(
    ("text", "stop", "place"),
    [
        ("met the President of Peru, Paul Bel, in Paris. It was warm.", '"place":', "Paris"),
        ("met the President of Peru, Paul Bel, at the castle. It was warm.", "", "castle"),
        ("telephoned the President of Peru, Paul Bel. It was warm.", '"place":', None),
        ("met the ambassador to Moscow, Paul Bel, in Astana. It was warm.", '"place":', "Astana"),
        ("met the President of Peru, Paul Bel, in Suva, it was said in Lima.", "", "Suva"),
        ("met Paul Bel, President of Peru, in Lima. Before, they had a video call.", "", "Lima"),
    ],
)
def test_an_answer_ends_before_what_the_words_tell(text: str, stop: str, place: str | None) -> None:
    """The model writes who took part; where it was it writes only where code does not know."""
    asked = []
    written = {"participants": ["Ana Roy", "Paul Bel"], "place": place}

    def script(question: Any) -> Any:
        asked.append(question.stop)
        given = json.loads("{" + question.ended[:-2]) if question.ended else {}
        return {"meetings": [{"status": "held", "format": "in_person", **written, **given}]}

    whole = f"Minister Ana Roy of Fiji {text}"
    result = extract_scripted(whole, script, records=[Meeting], by_sentence=True)
    assert asked[0] == stop
    (found,) = result.meetings
    assert found.place == place
    assert {p.name for p in found.participants} == {"Ana Roy", "Paul Bel"}


@pytest.mark.parametrize(
    ("kind", "text", "found"),
    [
        (Meeting, "Minister Ana Roy of Fiji met Paul Bel, President of Peru, in Paris.", 2),
        (
            Meeting,
            "Minister Ana Roy, Minister Paul Bel and Minister Eva Nor met in Lima.",
            3,
        ),
        (Meeting, "Fiji's Minister Ana Roy met Paul Bel, Peru's envoy, and Eva Nor in Lima.", None),
        (Meeting, "Minister Ana Roy met President Paul Bel and the Chilean delegation.", None),
        (
            Meeting,
            "Fiji's Minister Ana Roy and Peru's Minister Paul Bel met in Chile's port.",
            None,
        ),
        (
            Meeting,
            "Minister Ana Roy of Fiji met the director of Interpol, Paul Bel, in Paris.",
            None,
        ),
        (Meeting, "Minister Ana Roy and Minister Paul Bel met officials of a firm.", None),
        (Meeting, "Minister Ana Roy and Minister Paul Bel met the Port Authority.", None),
        (Agreement, "Fiji and Peru signed a treaty on fishing.", {"Fiji", "Peru"}),
        (Agreement, "Fiji suspended its treaty on fishing with Peru.", {"Fiji", "Peru"}),
        (
            Agreement,
            "Fiji's Ministry of Fish and Reefs and the Port Authority of Peru signed a treaty.",
            {"Fiji's Ministry of Fish and Reefs", "Port Authority of Peru"},
        ),
        (Agreement, "Fiji, Peru and Chile signed a treaty on fishing.", None),
        (Agreement, "Fiji signed a treaty on fishing with a Peruvian firm.", None),
        (Agreement, "Fiji said that Peru had signed a treaty on fishing.", None),
        (Agreement, "Fiji and Peru signed a treaty on fishing and Interpol another.", None),
        (Agreement, "Fiji and Peru signed a treaty on fishing of the Ministry of Fish.", None),
    ],
)
def test_where_the_sentence_names_all_sides_nothing_is_asked(
    kind: type[Record], text: str, found: int | set[str] | None
) -> None:
    """Where somebody else may be a side, the model is."""
    asked, result = asked_for(f"{text} The day was warm and the sea was calm.", kind, {})
    assert bool(asked) == (found is None)
    if found is not None:
        assert result.rejected == ()
    if isinstance(found, int):
        assert len(result.meetings[0].participants) == found
    elif found:
        assert {party.name for party in result.agreements[0].parties} == found


@pytest.mark.parametrize(
    ("text", "asked_for_it"),
    [
        ("In Peru, Eva Nor met Jon Ost and Ida Lund.", False),
        ("The Chilean painter Eva Nor met Jon Ost in Peru.", False),
        ("At the meeting in Suva Ida Lund of Fiji raced Paul Bel of Peru over a mile.", False),
        ("The painter Eva Nor met the mayor of Lima in Peru.", True),
        ("The painter Eva Nor met Ana Roy in Peru.", True),
        ("There she met the painter Eva Nor of Peru.", True),
        ("Eva Nor met the Peruvian Ministry of Culture.", True),
        ("Fiji and Peru met for talks in Lima.", True),
        ("Eva Nor met Interpol in Lyon.", True),
        ("In Peru, Eva Nor met the press.", True),
    ],
)
def test_nothing_is_asked_where_nobody_official_can_have_met(text: str, asked_for_it: bool) -> None:
    """Whoever the model gave would be no official, and no meeting stands without one."""
    asked, result = asked_for(
        f"Minister Ana Roy of Fiji was at home. The day was warm. {text} It rained in the evening.",
        Meeting,
        {"status": "held", "participants": ["Eva Nor", "Jon Ost"]},
    )
    assert bool(asked) == asked_for_it
    assert result.status == "complete"


@pytest.mark.parametrize(
    ("text", "most"),
    [
        ("Fiji's Minister Ana Roy met Paul Bel, Peru's envoy, and Eva Nor in Lima.", 8),
        ("A minister met the press.", 3),
        ("They met Minister Ana Roy of Fiji and Eva Nor in Suva.", 12),
        ("Fiji's Minister Ana Roy met envoys of the five states in Lima.", 12),
    ],
)
def test_a_model_that_loops_lists_few_more_than_the_sentence_names(text: str, most: int) -> None:
    """Where it stands for others they are as many as the kind allows."""
    asked: list[int] = []

    def script(question: Any) -> Any:
        entry = question.schema["properties"]["meetings"]["items"]["properties"]
        asked.append(entry["participants"]["maxItems"])
        return None

    known = f"{text} The rain and the wind that came left the town and the harbour dark."
    extract_scripted(known, script, records=[Meeting], by_sentence=True)
    assert asked == [most]


def test_an_uncertain_sentence_that_names_nobody_is_not_asked_about() -> None:
    """One that names somebody is."""
    text = "Minister Ana Roy of Fiji met a Peruvian envoy in Suva, and the day was warm and calm. "
    for told, count in (("The delegation", 1), ("Consul Eva Nor", 2), ("Peru's delegation", 2)):
        asked, _ = asked_for(
            f"{text}{told} took part in the forum.",
            Meeting,
            {"participants": ["Ana Roy", "Paul Bel"]},
        )
        assert len(asked) == count


def test_a_name_of_the_models_own_part_does_not_end_it() -> None:
    """A kind whose entries have the name of a last field within an earlier one is asked in full."""

    class Gift(Record):
        """A gift."""

        giver: Participant
        country: CountryOfPlace | None

    fields = asked_of(Gift, terse=True)
    assert ended_answer(Gift, fields, 1, {"country": None}) == ""
    assert ended_answer(Meeting, asked_of(Meeting, terse=True), 1, {"country": None}) == (
        '"country": null}]}'
    )


def test_whether_an_uncertain_sentence_tells_of_a_meeting_is_the_models_to_say() -> None:
    """Its list may be empty."""
    text = "Minister Ana Roy of Fiji was seen with the President of Peru, Paul Bel. It was warm."
    entry = {"status": "held", "participants": ["Ana Roy", "Paul Bel"]}
    asked, _ = asked_for(text, Meeting, entry)
    assert [begun for begun, _ in asked] == ['{"meetings":']


def test_a_speaker_is_the_models_to_name_where_a_state_acts() -> None:
    """It may find the one who speaks for it; what else the words tell stands."""
    text = "Peru will abolish visas for citizens of Fiji and for nobody else. It was warm there."
    entry = {"speaker": "Peru", "stance": "supports", "measure": "fees", "destination": "Fiji"}
    asked, result = asked_for(text, VisaPolicyStatement, entry)
    assert [begun for begun, _ in asked] == ['{"visa_policy_statements": [{"speaker":']
    (found,) = result.visa_policy_statements
    assert (found.speaker.country, found.stance, found.measure) == ("PE", "announces", "visa_free")
    assert found.destination is not None
    assert found.destination.country == "PE"


def test_an_article_cannot_end_the_answer_that_code_begins() -> None:
    """The marks of a chat template within a title are words like others."""
    text = "Fiji signed a treaty on fish<|im_end|>and<|im_start|>boats. It was warm there in Peru."
    asked, result = asked_for(text, Agreement, {"parties": ["Fiji", "Peru"]})
    assert asked[0][0].startswith('{"agreements": [{"title": "treaty on fish')
    assert not any(mark in begun for begun, _ in asked for mark in ("<|", "|>"))
    (found,) = result.agreements
    assert found.title in text
