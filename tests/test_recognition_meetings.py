"""What code reads of meetings for a small model: status, day, place, who takes part."""

from __future__ import annotations

import re
from typing import Any

import pytest
from asking import extract_scripted, meeting, person
from guided import guided

from communique import Meeting

MET = "Foreign Minister Ana Roy of Fiji met Peru's President Paul Bel"


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


def test_offices_and_bodies_come_from_where_the_article_presents_people() -> None:
    """A counterpart has the office that it mirrors; a body before an office is whom it serves.

    Whom a sentence does not name takes no part in its meeting.
    """
    text = (
        "Fiji's Fisheries Minister Ana Roy held talks with her Peruvian counterpart, Paul Bel. "
        "The Royal Reef Service's director general, Eva Lund of Norway, was received by Roy."
    )
    guesses = [person("Roy", role="Minister"), person("Bel", role="official"), person("Lund")]
    result = guided(text, Meeting, meeting(1, *guesses))
    first, second = ([p.name for p in m.participants] for m in result.meetings)
    assert first == ["Ana Roy", "Paul Bel"]
    assert set(second) == {"Ana Roy", "Eva Lund"}
    people = [p for m in result.meetings for p in m.participants]
    given = {p.name: (p.role, p.organization) for p in people}
    assert given["Ana Roy"] == ("Fisheries Minister", None)
    assert given["Paul Bel"][0] == "Fisheries Minister"
    assert given["Eva Lund"] == ("director general", "Royal Reef Service")


def test_a_side_that_is_only_a_state_has_no_name() -> None:
    """And a ministry is a body, not a person."""
    people = (person("Fiji"), person("Ministry of Kelp"), person("Paul Bel", country="Peru"))
    text = "Fiji and its Ministry of Kelp held talks with Paul Bel of Peru."
    (found,) = guided(text, Meeting, meeting(1, *people)).meetings
    assert [(p.name, p.organization, p.country) for p in found.participants] == [
        (None, None, "FJ"),
        (None, "Ministry of Kelp", None),
        ("Paul Bel", None, "PE"),
    ]


def test_a_meeting_needs_two_sides_and_somebody_whom_its_sentence_names() -> None:
    """What the model makes up of one person, or hangs on another sentence, is rejected."""
    text = "Ana Roy of Fiji arrived in Suva. Visitors were received by Paul Bel of Peru."
    result = guided(text, Meeting, meeting(2, person("Paul Bel", country="Peru")))
    assert result.meetings == ()
    assert "not_told" in {r.reason for r in result.rejected}


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
    untold = (
        "The visit of the minister and the consul drew a crowd that sang. The rain and the wind."
    )
    extract_scripted(untold, script, records=[Meeting], by_sentence=True)
    assert asked == [False]


def test_a_large_model_is_taken_at_its_word_as_far_as_the_article_supports_it() -> None:
    """Code guides only models that are asked sentence by sentence."""
    item = meeting(1, person("Ana Roy", country="Fiji"), person("Paul Bel"), status="planned")
    result = extract_scripted(f"{MET} in Suva.", {"meeting": {"meetings": [item]}})
    assert [m.status for m in result.meetings] == ["planned"]


def test_athletes_who_meet_hold_no_talks() -> None:
    """Somebody in a meeting has an office, or speaks for a body or among officials for a state."""
    text = "At the meeting in Suva Ana Roy of Fiji raced Paul Bel of Peru over a mile and won."
    people = (
        person("Ana Roy", role="official", country="Fiji"),
        person("Paul Bel", country="Peru"),
    )
    result = guided(text, Meeting, meeting(1, *people))
    assert result.meetings == ()
    assert "not_told" in {r.reason for r in result.rejected}


@pytest.mark.parametrize("blank", ["", " ", "''", "null"])
def test_a_name_that_is_blank_is_no_name(blank: str) -> None:
    """Small models write one rather than null; the others of the entry stand."""
    people = (
        person("Ana Roy"),
        person(blank),
        person("Paul Bel"),
        {**person(), "organization": blank},
    )
    script = {"meeting": {"meetings": [meeting(1, *people)]}}
    result = extract_scripted(f"{MET} in Suva.", script, by_sentence=True)
    assert result.status == "complete"
    assert [p.name for p in result.meetings[0].participants] == ["Ana Roy", "Paul Bel"]


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


def test_whom_somebody_represents_is_told_beside_the_name_or_the_body() -> None:
    """A counterpart's state is not that of the other; a body has its state wherever it is told."""
    text = (
        "The Royal Reef Service of Norway opened a post. Fiji's Fisheries Minister Ana Roy held "
        "talks with her Peruvian counterpart, Paul Bel. Eva Lund, director of the Royal Reef "
        "Service, met the Lao Minister of Trade, Bo Kham, and Roy."
    )
    guesses = [person(name) for name in ("Ana Roy", "Paul Bel", "Eva Lund", "Bo Kham")]
    result = guided(text, Meeting, meeting(1, *guesses))
    states = {p.name: p.country for m in result.meetings for p in m.participants}
    assert states == {"Ana Roy": "FJ", "Paul Bel": "PE", "Eva Lund": "NO", "Bo Kham": "LA"}


def test_a_city_and_a_state_whose_minister_is_there_take_no_part_themselves() -> None:
    """The city is rejected with a reason; the state is the minister's."""
    text = "Fiji's Minister Ana Roy met Peru's President Paul Bel in Lautoka Town."
    names = ("Fiji", "Ana Roy", "Peru", "Paul Bel", "Lautoka Town")
    result = guided(text, Meeting, meeting(1, *map(person, names)))
    (found,) = result.meetings
    assert [(p.name, p.country) for p in found.participants] == [
        ("Ana Roy", "FJ"),
        ("Paul Bel", "PE"),
    ]
    assert found.grounding["participants[1].name"].text == "Paul Bel"
    assert [r.value for r in result.rejected if "Lautoka" in str(r.value)]


def test_the_evidence_shows_everybody_who_took_part() -> None:
    """Who sat at a conference is told after it: those sentences carry the record too."""
    text = (
        "Fiji's Minister Ana Roy met other ministers in Suva. The rain came late. "
        "Peru's President Paul Bel asked for nets. Kelp rose."
    )
    data = {**meeting(1, person("Ana Roy"), person("Paul Bel")), "sentence": 1}
    (found,) = guided(text, Meeting, data).meetings
    assert [span.text for span in found.evidence] == [
        "Fiji's Minister Ana Roy met other ministers in Suva.",
        "Peru's President Paul Bel asked for nets.",
    ]


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


def test_offices_of_companies_make_no_meeting_of_officials() -> None:
    """Unless the office is a state's."""
    text = "Chief executive Ana Roy met managing director Paul Bel in Suva."
    people = (person("Ana Roy"), person("Paul Bel"))
    assert not guided(text, Meeting, meeting(1, *people)).meetings
    text = "Hong Kong's Chief Executive Ana Roy met managing director Paul Bel in Suva."
    assert guided(text, Meeting, meeting(1, *people)).meetings


@pytest.mark.parametrize(
    ("text", "states"),
    [
        (
            "Fijian Premier Ana Roy spoke to Paul Bel by phone on Friday.",
            {"Ana Roy": "FJ", "Paul Bel": None},
        ),
        (
            "Fiji's Minister Ana Roy met Foreign Minister Bo Kham, Peruvian Foreign Minister Paul Bel "
            "and others in Suva.",
            {"Ana Roy": "FJ", "Bo Kham": None, "Paul Bel": "PE"},
        ),
        (
            "Fiji's Minister Ana Roy met the Norwegian Ambassador to Kenya and Uganda, Eva Lund.",
            {"Ana Roy": "FJ", "Eva Lund": "NO"},
        ),
        (
            "Foreign Ministry envoy Paul Bel met Fiji's Minister Ana Roy. The Peruvian Foreign "
            "Ministry was silent.",
            {"Paul Bel": None, "Ana Roy": "FJ"},
        ),
    ],
)
def test_nobody_gets_the_state_of_the_next_or_of_the_posting(
    text: str, states: dict[str, str | None]
) -> None:
    """Nor is somebody a place for standing after "to"."""
    (found,) = guided(text, Meeting, meeting(1, *map(person, states))).meetings
    assert {p.name: p.country for p in found.participants} == states


def test_nobody_takes_part_for_a_verb_or_a_place_that_sounds_alike() -> None:
    """ "Camp David" is no David of another sentence, and what somebody did is no office."""
    text = (
        "Foreign Secretary David Lamb opened a school. Kenya's President Ana Roy met Uganda's "
        "Minister Paul Bel at Camp David."
    )
    people = (person("Ana Roy"), person("Paul Bel"))
    (found,) = guided(text, Meeting, {**meeting(1, *people), "sentence": 2}).meetings
    assert [p.name for p in found.participants] == ["Ana Roy", "Paul Bel"]
    text = "Министр Фиджи Ана Рой встретила министра Перу. Президент вручил награду Паулю Белю."
    for found in guided(text, Meeting, meeting(1, person("Ана Рой"), person("Перу"))).meetings:
        assert not any("вручил" in (p.role or "") for p in found.participants)


@pytest.mark.parametrize(
    "role", ["IMF Managing Director", "Chief Executive of Hong Kong", "Fiji's Chief Executive"]
)
def test_an_office_of_a_state_or_of_many_is_none_of_a_company(role: str) -> None:
    """Though companies call theirs so too."""
    text = f"{role} Ana Roy met managing director Paul Bel in Suva."
    people = (person("Ana Roy"), person("Paul Bel"))
    assert guided(text, Meeting, meeting(1, *people)).meetings


def _names(meetings: Any) -> list[list[str | None]]:
    return [[p.name for p in m.participants] for m in meetings]


def test_a_title_before_a_surname_is_nobody_else() -> None:
    """ "Secretary Roy" is the Ana Roy of before, and what they discussed is no second meeting."""
    text = (
        "Secretary of State Ana J. Roy met today with Peru's Foreign Minister Paul de Bel.\n"
        "Secretary Roy and Minister de Bel discussed kelp."
    )
    people = (person("Secretary Roy"), person("Minister de Bel"))
    result = guided(text, Meeting, meeting(1, *people))
    assert _names(result.meetings) == [["Ana J. Roy", "Paul de Bel"]]
    assert result.meetings[0].date == "2025-04-18"


def test_a_son_is_called_by_his_family_name() -> None:
    """ "Bel III" is no name by which a later sentence calls somebody."""
    text = (
        "Secretary of State Ana J. Roy and Secretary of Defense Paul F. Bel III met President "
        "Eva Nor of Peru.\nDuring the meeting Secretary Bel and President Nor discussed kelp."
    )
    people = (person("Paul F. Bel III"), person("Eva Nor"))
    found = guided(text, Meeting, meeting(1, *people)).meetings
    assert all("Paul F. Bel III" in names for names in _names(found))


def test_an_office_ends_where_the_name_before_it_begins() -> None:
    """The second of two people has not the first one's name in the office."""
    text = (
        "Secretary of State Ana J. Roy and Secretary of Defense Paul F. Bel met President Eva Nor "
        "of Peru in Lima."
    )
    people = tuple(person(n) for n in ("Ana J. Roy", "Paul F. Bel", "Eva Nor"))
    (found,) = guided(text, Meeting, meeting(1, *people)).meetings
    assert [p.role for p in found.participants] == [
        "Secretary of State",
        "Secretary of Defense",
        "President",
    ]


@pytest.mark.parametrize(
    "said", ["discussed Nor's decision on kelp", "spoke of kelp on behalf of President Eva Nor"]
)
def test_whom_people_only_speak_of_takes_no_part(said: str) -> None:
    """The model lists everybody whom a sentence names."""
    people = (person("Ana Roy"), person("Paul Bel"), person("Eva Nor"))
    (found,) = guided(f"{MET} and {said}.", Meeting, meeting(1, *people)).meetings
    assert _names([found]) == [["Ana Roy", "Paul Bel"]]


def test_a_host_in_the_genitive_takes_part() -> None:
    """ "Bel's meeting with" is no talk about him."""
    text = "President Paul Bel's meeting with Foreign Minister Ana Roy of Fiji took place in Suva."
    people = (person("Ana Roy"), person("Paul Bel"))
    (found,) = guided(text, Meeting, meeting(1, *people)).meetings
    assert {p.name for p in found.participants} == {"Ana Roy", "Paul Bel"}


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


def test_whom_somebody_represents_is_told_where_they_are_presented() -> None:
    """Later sentences leave the state out."""
    text = (
        "Peruvian Prime Minister Paul Bel flew to the kelp fair.\n"
        "On Monday Foreign Minister Ana Roy and Prime Minister Bel held talks in Suva."
    )
    people = (person("Ana Roy"), person("Paul Bel"))
    (found,) = guided(text, Meeting, meeting(2, *people)).meetings
    assert {p.name: p.country for p in found.participants} == {"Ana Roy": None, "Paul Bel": "PE"}


def test_whoever_is_named_after_another_states_ministry_is_not_of_that_state() -> None:
    """ "Peru's Ministry of Trade and Ana Roy" says nothing of whom she represents."""
    text = (
        "The kelp was bought by Peru's Ministry of Trade and Ana Roy of the kelp bank.\n"
        "Foreign Minister Paul Bel met Ana Roy in Suva on Monday about the kelp."
    )
    people = (person("Ana Roy"), person("Paul Bel"))
    (found,) = guided(text, Meeting, meeting(2, *people)).meetings
    assert {p.name: p.country for p in found.participants}["Ana Roy"] is None


@pytest.mark.parametrize(
    ("said", "records"),
    [("The two also discussed Peru's salt", 1), ("They also met President Eva Nor of Chile", 2)],
)
def test_what_two_also_discussed_is_no_other_meeting(said: str, records: int) -> None:
    """Whatever lies between, it is not asked about: a small model finds others who discussed it."""
    asked: list[str] = []

    def script(question: Any) -> Any:
        asked.append(question.messages[1]["content"].rpartition("Now only sentence")[2])
        names = ("Ana Roy", "Eva Nor") if said in asked[-1] else ("Ana Roy", "Paul Bel")
        return {"meetings": [meeting(1, *map(person, names))]}

    text = f"{MET} in Suva.\nThe kelp was bought and it is in the ships of the bank.\n{said}."
    result = extract_scripted(text, script, records=[Meeting], by_sentence=True)
    assert len(result.meetings) == len(asked) == records
