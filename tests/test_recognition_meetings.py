"""What code reads of meetings for a small model: status, form, day, place, topics, which there are."""

from __future__ import annotations

import re
from typing import Any

import pytest
from asking import extract_scripted, meeting, person
from guided import MET, guided

from communique import Meeting


@pytest.mark.parametrize(
    ("said", "status"),
    [
        (f"{MET} in Suva.", "held"),
        (
            "Foreign Minister Ana Roy of Fiji will meet Peru's President Paul Bel in Suva.",
            "planned",
        ),
        ("Foreign Minister Ana Roy of Fiji is due to meet President Paul Bel of Peru.", "planned"),
        (
            "A meeting of Ana Roy of Fiji with President Paul Bel of Peru has been called off.",
            "cancelled",
        ),
        (
            "Ana Roy of Fiji proposed that she and President Paul Bel of Peru meet in Suva.",
            "proposed",
        ),
    ],
)
def test_whether_a_meeting_was_held_is_in_its_verbs(said: str, status: str) -> None:
    """A small model calls every meeting held."""
    people = (person("Ana Roy", country="Fiji"), person("Paul Bel", role="President"))
    wrong = "planned" if status == "held" else "held"
    result = guided(said, Meeting, meeting(1, *people, status=wrong))
    assert [m.status for m in result.meetings] == [status]


def test_a_call_has_no_place_and_a_dateline_is_none() -> None:
    """The dropped values are told."""
    people = (person("Ana Roy", country="Fiji"), person("Paul Bel", country="Peru"))
    text = (
        "SUVA, April 18, 2025 – Minister Ana Roy of Fiji spoke with Paul Bel of Peru"
        " by phone on Monday."
    )
    result = guided(text, Meeting, meeting(1, *people, place="SUVA", country="Fiji"))
    (found,) = result.meetings
    assert (found.format, found.place, found.country) == ("phone", None, None)
    assert found.date == "2025-04-14"
    assert {r.field: r.reason for r in result.rejected} == {
        "place": "not_told",
        "country": "not_told",
    }


def test_the_year_of_an_agreement_is_not_the_date_of_a_meeting() -> None:
    """ "Under the 2009 Agreement" dates the agreement."""
    people = (person("Ana Roy", country="Fiji"), person("Paul Bel", country="Peru"))
    text = f"{MET} and spoke of the 2009 Agreement on Kelp."
    (found,) = guided(text, Meeting, meeting(1, *people, date="2009")).meetings
    assert found.date is None


def test_what_code_does_not_take_is_told() -> None:
    """Whom the sentence does not name, who only tells of it, and what is no topic."""
    text = (
        "Spokesman Joe Lim said that Minister Ana Roy of Fiji met President Paul Bel of Peru on "
        "kelp. Consul Eva Lund was in Lima."
    )
    named = (person("Ana Roy"), person("Paul Bel"), person("Eva Lund"), person("Joe Lim"))
    topics = ["kelp", "President Paul Bel", "talks"]
    result = guided(text, Meeting, meeting(1, *named, topics=topics))
    (found,) = result.meetings
    assert [p.name for p in found.participants] == ["Ana Roy", "Paul Bel"]
    assert found.topics == ("kelp",)
    told = {r.field.partition("[")[0]: [] for r in result.rejected}
    for rejection in result.rejected:
        assert (rejection.reason, rejection.scope) == ("not_told", "value")
        told[rejection.field.partition("[")[0]].append(rejection.value)
    assert told["topics"] == ["President Paul Bel", "talks"]
    assert [
        name for name in ("Eva Lund", "Joe Lim") if any(name in v for v in told["participants"])
    ]
    assert len(told["participants"]) == 2


def test_topics_of_a_large_model_are_its_own() -> None:
    """Nothing is dropped that the article supports."""
    item = meeting(1, person("Ana Roy", role="Minister"), topics=["talks", "kelp"])
    text = "Minister Ana Roy of Fiji held talks on kelp."
    result = extract_scripted(text, {"meeting": {"meetings": [item]}})
    assert result.meetings[0].topics == ("talks", "kelp")


def test_the_meeting_that_was_missed_is_found_by_its_sentence() -> None:
    """Each sentence that tells of an encounter and carries none yet is asked about.

    The whole text is asked about only where code does not know the language, or no such sentence.
    """
    text = "Ana Roy of Fiji met Premier Paul Bel of Peru in Suva. Later Consul Eva Lund met Roy in Lima."
    people = {
        1: (person("Ana Roy"), person("Paul Bel")),
        2: (person("Eva Lund"), person("Ana Roy")),
    }
    asked = []

    def script(question: Any) -> Any:
        found = re.search(r"Now only sentence \[(\d+)\]", question.messages[1]["content"])
        number = int(found[1]) if found else 1
        asked.append(bool(found))
        return {"meetings": [meeting(number, *people[number])]}

    result = extract_scripted(text, script, records=[Meeting], by_sentence=True)
    assert asked == [False, True]
    assert [m.place for m in result.meetings] == ["Suva", "Lima"]
    asked.clear()
    known = f"{text} The rain and the wind that came left the town and the harbour dark."
    result = extract_scripted(known, script, records=[Meeting], by_sentence=True)
    assert asked == [True, True]
    assert [m.place for m in result.meetings] == ["Suva", "Lima"]
    asked.clear()
    untold = "The minister and the consul drew a crowd that sang and danced. The rain and the wind."
    extract_scripted(untold, script, records=[Meeting], by_sentence=True)
    assert asked == [False]


def test_a_large_model_is_taken_at_its_word_as_far_as_the_article_supports_it() -> None:
    """Code guides only models that are asked sentence by sentence."""
    item = meeting(1, person("Ana Roy", country="Fiji"), person("Paul Bel"), status="planned")
    result = extract_scripted(f"{MET} in Suva.", {"meeting": {"meetings": [item]}})
    assert [m.status for m in result.meetings] == ["planned"]


@pytest.mark.parametrize(
    ("said", "topics"),
    [
        (
            "They discussed kelp prices, ferry routes and the reform of quotas.",
            ("kelp prices", "ferry routes", "reform of quotas"),
        ),
        (
            "Special attention was paid to issues of kelp and to the ferry between Suva and Lima.",
            ("kelp", "ferry between Suva and Lima"),
        ),
        ("Kelp and ferry routes were also discussed.", ("Kelp", "ferry routes")),
        ("They discussed kelp &amp; crabs, then eels; Bel left.", ("kelp &amp; crabs", "eels")),
        ("The talks focused on Monday's storm, officials said.", ()),
        ("They spoke on Tuesday about kelp, according to the ministry.", ("kelp",)),
        ("The talks were on decarbonisation and on mayors.", ("decarbonisation", "mayors")),
        ("They met on the second day of the forum and called on Chad to rest.", ()),
        ("They addressed reporters and reviewed a guard of honour.", ()),
        ("They discussed the pardon of Paul Bel and kelp.", ("kelp",)),
    ],
)
def test_what_is_talked_about_is_in_words_such_as_discussed(
    said: str, topics: tuple[str, ...]
) -> None:
    """Also in the sentence that goes on with the talks; a day is no topic, nor is who reports."""
    people = (person("Ana Roy", country="Fiji"), person("Paul Bel", role="President"))
    (found,) = guided(f"{MET} in Suva. {said}", Meeting, meeting(1, *people)).meetings
    assert found.topics == topics
    for number, topic in enumerate(found.topics):
        assert found.grounding[f"topics[{number}]"].text == topic


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        (
            "La ministre des Affaires étrangères de Fidji, Ana Roy, a rencontré à Lima le président du "
            "Pérou, Paul Bel. Les discussions ont porté sur le varech et les quotas de pêche.",
            ("varech", "quotas de pêche"),
        ),
        (
            "Fidschis Außenministerin Ana Roy hat in Lima den peruanischen Präsidenten Paul Bel "
            "getroffen. Dabei ging es um den Seetang und um neue Fähren.",
            ("Seetang", "neue Fähren"),
        ),
        (
            "Министр иностранных дел Фиджи Ана Рой встретилась в Лиме с президентом Перу Паулем Белем. "
            "Стороны обсудили добычу водорослей и паромы.",
            ("добычу водорослей", "паромы"),
        ),
    ],
)
def test_topics_are_read_in_other_languages(text: str, topics: tuple[str, ...]) -> None:
    """French, German and Russian."""
    names = re.findall(r"\b(?:Ana Roy|Paul Bel|Ана Рой|Паул\w+ Бел\w+)", text)
    (found,) = guided(text, Meeting, meeting(1, *map(person, names))).meetings
    assert found.topics == topics


@pytest.mark.parametrize(
    ("text", "names", "place", "country"),
    [
        (
            "Министр иностранных дел Фиджи Ана Рой встретилась в Ташкенте с президентом Перу "
            "Паулем Белем.",
            ("Ана Рой", "Паулем Белем"),
            "Ташкенте",
            "UZ",
        ),
        (
            "Прага ждёт гостей. Министр иностранных дел Фиджи Ана Рой встретилась в Праге с "
            "президентом Перу Паулем Белем.",
            ("Ана Рой", "Паулем Белем"),
            "Прага",
            "CZ",
        ),
        (
            "Фиджи министрі Ана Рой Лимада Перу президенті Пауль Бельмен кездесті.",
            ("Ана Рой", "Пауль Бельмен"),
            "Лимада",
            "PE",
        ),
    ],
)
def test_a_city_is_known_in_the_cases_of_russian_and_kazakh(
    text: str, names: tuple[str, ...], place: str, country: str
) -> None:
    """In the nominative where the article has it, else as written."""
    people = [person(name, role="министр") for name in names]
    data = {**meeting(1, *people), "place": place, "status": "held"}
    (found,) = guided(text, Meeting, data).meetings
    assert (found.place, found.country) == (place, country)
    assert found.grounding["place"].text == place


@pytest.mark.parametrize(
    ("said", "date"),
    [
        ("The visit to Suva began on 3 April. During the visit to Suva, {met}.", "2025-04-03"),
        ("Ministers sat on 7 April. They left. {met}, Roy told the meeting.", "2025-04-07"),
        ("{met} in Suva and said that nets will be sold from 9 May 2025.", None),
        ("In Suva she took office on 8 December 2021. There {met}.", None),
        ("The first visit to Suva since 3 May 2019 began. During the visit to Suva {met}.", None),
    ],
)
def test_the_day_of_a_meeting_is_told_with_the_visit_or_the_session(
    said: str, date: str | None
) -> None:
    """The day from which something will hold is not the day on which people met."""
    met = "Fiji's Minister Ana Roy met Peru's President Paul Bel"
    result = guided(said.format(met=met), Meeting, meeting(1, person("Ana Roy")))
    assert [m.date for m in result.meetings] == [date]


def test_a_year_to_come_is_no_date_of_a_meeting_held() -> None:
    """ "Peru's candidacy for 2027" dates the candidacy."""
    people = (person("Ana Roy"), person("Paul Bel"))
    text = f"{MET} and discussed the candidacy for 2027."
    (found,) = guided(text, Meeting, meeting(1, *people, date="2027")).meetings
    assert found.date is None


def test_a_place_that_something_comes_from_is_not_where_people_met() -> None:
    """ "The first flight from Suva" lands elsewhere."""
    people = (person("Ana Roy"), person("Paul Bel"))
    text = f"{MET} and welcomed the first flight from Suva."
    (found,) = guided(text, Meeting, meeting(1, *people, place="Suva", country="Fiji")).meetings
    assert (found.place, found.country) == (None, None)


@pytest.mark.parametrize(
    ("verb", "means"),
    [("spoke with", None), ("met", "in_person"), ("on Monday in Suva spoke with", "in_person")],
)
def test_who_only_spoke_is_not_known_to_have_met_in_person(verb: str, means: str | None) -> None:
    """Readouts of calls often leave out that they are of calls."""
    people = (person("Ana Roy"), person("Paul Bel"))
    text = f"Foreign Minister Ana Roy of Fiji {verb} President Paul Bel of Peru about the kelp."
    (found,) = guided(text, Meeting, meeting(1, *people, format="in_person")).meetings
    assert found.format == means


@pytest.mark.parametrize(
    ("said", "records"),
    [("The two also discussed Peru's salt", 1), ("They also met the host, President Eva Nor", 2)],
)
def test_what_two_also_discussed_is_no_other_meeting(said: str, records: int) -> None:
    """Whatever lies between, it is not asked about: a small model finds others who discussed it."""
    asked: list[str] = []

    def script(question: Any) -> Any:
        asked.append(question.messages[1]["content"].rpartition("Now only sentence")[2])
        names = ("Ana Roy", "Eva Nor") if said in asked[-1] else ("Ana Roy", "Paul Bel")
        return {"meetings": [meeting(1, *map(person, names))]}

    text = f"{MET} and the host in Suva.\nThe kelp was bought and it is in the ships of the bank.\n{said}."
    result = extract_scripted(text, script, records=[Meeting], by_sentence=True)
    assert len(result.meetings) == len(asked) == records
