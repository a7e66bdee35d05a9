"""What becomes of the items of an answer: repaired, merged, kept or reported."""

from typing import Any

import pytest
from asking import agreement, extract_scripted, meeting, only_meeting, person, reasons, visa

from communique import Meeting, Options


def test_what_fails_goes_back_once_with_the_reasons_and_only_that() -> None:
    """The repair question holds the failing item and value; its answer is checked again."""
    asked = []

    def script(question: Any) -> Any:
        asked.append(question)
        if question.name == "meeting":
            good = meeting(1, person("Aru", country="Fiji"), place="Oslo")
            bad = meeting(2, person("Ola Bad", country="Fiji"), place="Rome")
            return {"meetings": [good, bad]}
        if question.name == "meeting repair":
            return {"corrections": [{"problem": 1, "value": "Ola Lund"}]}
        return None

    result = extract_scripted(
        "Aru of Fiji met staff in Oslo. Ola Lund of Fiji met farmers in Rome.", script
    )
    assert [m.participants[0].name for m in result.meetings] == ["Aru", "Ola Lund"]
    assert result.rejected == ()
    repairs = [q.messages[1]["content"] for q in asked if q.name == "meeting repair"]
    assert len(repairs) == 1
    assert "Ola Bad" in repairs[0]
    assert "participants[0].name" in repairs[0]
    assert "entry 1:" not in repairs[0]


def test_what_fails_again_is_reported_and_never_silently_dropped() -> None:
    """A value, or a record where the value identifies it; a value that is taken back too."""

    def script(question: Any) -> Any:
        if question.name == "agreement":
            return {"agreements": [agreement(1, "Treaty of Nowhere"), agreement(1, "treaty")]}
        if question.name == "agreement repair":
            return {"corrections": [{"problem": 1, "value": "Treaty of Elsewhere"}]}
        if question.name == "meeting":
            return {"meetings": [meeting(1, person("Aru", role="king", country="Fiji"))]}
        if question.name == "meeting repair":
            return {"corrections": [{"problem": 1, "value": None}]}
        return None

    result = extract_scripted("Aru of Fiji met staff and signed a treaty.", script)
    told = {(r.kind, r.item, r.field, r.value, r.scope) for r in result.rejected}
    assert told == {
        ("agreement", 1, "title", "Treaty of Elsewhere", "record"),
        ("meeting", 1, "participants[0].role", "king", "value"),
    }
    assert [a.title for a in result.agreements] == ["treaty"]
    assert result.status == "complete"


def test_repair_can_be_switched_off() -> None:
    """Then nothing is asked again."""
    script = {"meeting": {"meetings": [meeting(1, person("Nobody"))]}}
    result = extract_scripted("Aru met staff.", script, options=Options(repair=False))
    assert {a.question for a in result.usage.attempts} == {"meeting", "agreement"}


def test_twice_told_events_become_one_record_with_all_evidence() -> None:
    """What either telling knows is kept, with its grounding."""
    text = (
        "Aru Bek met Ola Lund in Oslo. The weather was fine. "
        "Bek, the trade envoy, held talks with Lund on 2 May 2025 about fish."
    )
    script = {
        "meetings": [
            meeting(1, person("Aru Bek"), person("Ola Lund"), place="Oslo"),
            meeting(
                3,
                person("Bek", role="trade envoy"),
                person("Lund"),
                date="2 May 2025",
                topics=["fish"],
            ),
        ]
    }
    result = extract_scripted(text, {"meeting": script})
    (found,) = result.meetings
    assert [p.name for p in found.participants] == ["Aru Bek", "Ola Lund"]
    assert found.participants[0].role == "trade envoy"
    assert (found.place, found.date, found.topics) == ("Oslo", "2025-05-02", ("fish",))
    assert len(found.evidence) == 2
    for path in ("participants[0].role", "date", "topics[0]", "place"):
        span = found.grounding[path]
        assert text[span.start : span.end] == span.text


def test_meetings_in_two_cities_stay_two() -> None:
    """The same people in another place met again."""
    text = "Fiji's Aru Bek met Ola Lund in Oslo. Later Aru Bek met Ola Lund in Rome."
    people = (person("Aru Bek", country="Fiji"), person("Ola Lund"))
    script = {"meetings": [meeting(1, *people, place="Oslo"), meeting(2, *people, place="Rome")]}
    assert len(extract_scripted(text, {"meeting": script}).meetings) == 2


def test_a_wrong_sentence_number_is_mended_by_where_the_values_stand() -> None:
    """Models miscount; the evidence is where the words are."""
    text = "It rained. Snow fell. Aru Bek met Ola Lund in Oslo."
    found, _ = only_meeting(text, person("Aru Bek"), place="Oslo", sentence=77)
    assert found.evidence[0].text == "Aru Bek met Ola Lund in Oslo."


def test_a_record_must_stand_on_a_sentence_that_can_tell_of_it() -> None:
    """A visa statement is not made of a sentence without any word of visas or entry."""
    text = "Ana Roy spoke of fishing quotas. Visas were not on her list, said Bo Lee."
    script = {"visa_policy_statements": [visa(1, person("Ana Roy"))]}
    result = extract_scripted(text, {"visa_policy_statement": script})
    assert result.records == ()
    assert reasons(result) == {"sentence": "off_topic"}


ROY = person("Ana Roy", role="Minister", country="Fiji")
BEL = person("Paul Bel", role="President", country="Peru")
THEY = (
    "Minister Ana Roy of Fiji and President Paul Bel of Peru spent a night at sea. They met there."
)


@pytest.mark.parametrize(
    ("sentence", "people", "stands"),
    [
        ("Minister Ana Roy sang with President Paul Bel of the kelp.", (ROY, BEL), True),
        ("Roy sang with Bel of the kelp.", (ROY, BEL), True),
        ("He sang with President Paul Bel of the kelp.", (ROY, BEL), True),
        ("The Minister Ana Roy sang of the kelp.", (ROY,), False),
        ("Ana Roy said that she likes the kelp.", (ROY,), False),
        ("Born in Fiji, Bel went to school in Peru.", (person(country="Fiji"),) * 2, False),
        (
            "Officials of Fiji and Peru sang.",
            (person(country="Fiji"), person(country="Peru")),
            True,
        ),
    ],
)
def test_a_large_models_meeting_stands_where_two_sides_of_it_are_named(
    sentence: str, people: tuple[Any, ...], stands: bool
) -> None:
    """Whatever the words: people meet in more ways than can be listed."""
    answer = {"meetings": [meeting(3, *people)]}
    result = extract_scripted(f"{THEY} {sentence}", lambda _: answer, records=[Meeting])
    assert [r.reason for r in result.rejected if r.scope == "record"] == (
        [] if stands else ["off_topic"]
    )
    assert len(result.meetings) == stands


def test_an_article_without_a_word_of_visas_is_not_asked_about_them() -> None:
    """What cannot be there costs no call."""
    result = extract_scripted("Aru met staff in Oslo.", {})
    assert [a.question for a in result.usage.attempts] == ["meeting", "agreement"]


def test_a_model_that_loops_says_each_thing_once() -> None:
    """Repeated participants and records are one."""
    entry = meeting(1, *[person("Aru Bek", country="Fiji")] * 5, topics=["fish"] * 6)
    result = extract_scripted(
        "Fiji's Aru Bek spoke of fish, and met.", {"meeting": {"meetings": [entry] * 8}}
    )
    (found,) = result.meetings
    assert len(found.participants) == len(found.topics) == 1


def test_placeholders_count_as_nothing() -> None:
    """ "null", "N/A" and "unknown" are no values and no complaints."""
    found, result = only_meeting(
        "Aru met staff.", person("Aru", role="N/A", country="null"), place="Unknown", date=""
    )
    assert (found.place, found.date, found.participants[0].role) == (None, None, None)
    assert result.rejected == ()


def test_a_meeting_without_an_official_is_none() -> None:
    """Nobody in it has an office, a body or a state: it is reported, not filed."""
    script = {"meeting": {"meetings": [meeting(1, person("Aru"), person("Ola"))]}}
    result = extract_scripted("Aru met Ola.", script)
    assert result.records == ()
    assert [(r.kind, r.reason, r.scope) for r in result.rejected] == [
        ("meeting", "no_such_event", "record")
    ]


@pytest.mark.parametrize(
    ("first", "second"), [("4 May 2025", "5 April 2025"), ("May 2025", "5 December 2025")]
)
def test_meetings_on_different_days_stay_two(first: str, second: str) -> None:
    """Dates are compared as dates, not as words."""
    text = f"Fiji's Aru Bek met Ola Lund on {first}. Aru Bek met Ola Lund again on {second}."
    people = (person("Aru Bek", country="Fiji"), person("Ola Lund"))
    script = {"meetings": [meeting(1, *people, date=first), meeting(2, *people, date=second)]}
    assert len(extract_scripted(text, {"meeting": script}).meetings) == 2


def test_merging_never_fuses_the_participants_of_one_telling() -> None:
    """Two Kazakh participants without names are two, told once or twice."""
    text = "The Kazakh interior minister and the Migration Service met Aru Bek of Fiji."
    people = (
        person(role="interior minister", country="Kazakhstan"),
        person(organization="Migration Service", country="Kazakhstan"),
        person("Aru Bek", country="Fiji"),
    )
    script = {"meetings": [meeting(1, *people), meeting(1, *people)]}
    (found,) = extract_scripted(text, {"meeting": script}).meetings
    assert len(found.participants) == 3


def test_what_is_too_much_for_a_list_is_told() -> None:
    """Within one answer, and a merge keeps within the bounds."""
    topics = ["fish", "boats", "nets", "ports", "tides", "salt", "ice", "crabs"]
    text = f"Fiji's Aru Bek spoke of {', '.join(topics)} when they met."
    script = {"meetings": [meeting(1, person("Aru Bek", country="Fiji"), topics=topics)]}
    result = extract_scripted(text, {"meeting": script})
    assert len(result.meetings[0].topics) == 6
    assert reasons(result) == {"topics[6]": "too_many", "topics[7]": "too_many"}
    halves = [
        meeting(1, person("Aru Bek", country="Fiji"), topics=part)
        for part in (topics[:4], topics[4:])
    ]
    result = extract_scripted(text, {"meeting": {"meetings": halves}})
    assert len(result.meetings[0].topics) == 6


@pytest.mark.parametrize("answer", ["Sorry, I cannot.", "[1]", '{"other": []}', "[" * 100_000])
def test_an_answer_that_cannot_be_read_is_a_failure(answer: str) -> None:
    """Nothing found and nothing understood are two things."""
    result = extract_scripted("Aru met staff.", {"meeting": answer})
    assert result.status == "partial"
    assert [f.error for f in result.failures] == ["malformed"]


@pytest.mark.parametrize("odd", [{"name": "Zed"}, "Zed Nobody", 5, True, [[["x"]]], 1e300, ""])
def test_values_of_any_form_do_no_harm(odd: Any) -> None:
    """In every field of an entry, and with a correction for whatever failed."""
    names = ("participants", "place", "country", "date", "topics", "status", "format", "sentence")

    def script(question: Any) -> Any:
        if question.name == "meeting":
            entry = meeting(1, person("Aru", country="Fiji"))
            return {"meetings": [{**entry, name: odd} for name in names]}
        if question.name == "meeting repair":
            return {"corrections": [{"problem": n, "value": "Aru"} for n in range(1, 17)]}
        return None

    result = extract_scripted("Aru of Fiji met staff.", script)
    assert result.status == "complete"
    result.to_json().encode()


def test_however_much_fails_goes_back_all_of_it_once() -> None:
    """In as many questions as it takes."""
    asked: list[str] = []

    def script(question: Any) -> Any:
        if question.name == "meeting":
            people = [person("Aru", country="Fiji"), *(person(f"Nobody {n}") for n in range(9))]
            topics = [f"unsaid {n}" for n in range(6)]
            return {"meetings": [meeting(1, *people, topics=topics)] * 2}
        if question.name == "meeting repair":
            asked.append(question.messages[1]["content"])
        return None

    result = extract_scripted("Aru of Fiji met staff.", script, records=[Meeting])
    assert len(asked) == 2
    for number in (1, 2):
        told = "\n".join(asked)
        assert told.count(f"entry {number}, participants[") == 9
        assert told.count(f"entry {number}, topics[") == 6
    assert len(result.rejected) == 30
