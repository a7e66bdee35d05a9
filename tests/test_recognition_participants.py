"""What code reads of who takes part in a meeting: names, offices, bodies, and whom they represent."""

from __future__ import annotations

from typing import Any

import pytest
from asking import extract_scripted, meeting, person
from guided import MET, guided

from communique import Meeting


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


def test_what_somebody_does_is_no_part_of_another_ones_office() -> None:
    """ "Minister Ana Roy met Bo Lee" gives Bo Lee no office."""
    people = (person("Ana Roy"), person("Bo Lee"))
    text = "Fijian Foreign Minister Ana Roy met Bo Lee in Oslo on Monday. They spoke about ports."
    (found,) = guided(text, Meeting, meeting(1, *people)).meetings
    assert [(p.name, p.role, p.country) for p in found.participants] == [
        ("Ana Roy", "Foreign Minister", "FJ"),
        ("Bo Lee", None, None),
    ]


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


def test_athletes_who_meet_hold_no_talks() -> None:
    """Somebody in a meeting has an office, or speaks for a body or among officials for a state."""
    text = (
        "At the meeting of the federation in Suva Ana Roy of Fiji raced Paul Bel of Peru over a mile "
        "as the ministers looked on."
    )
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


def test_people_may_be_named_by_their_office_alone() -> None:
    """The office and the state are their own fields; whoever is also named is one person."""
    text = "The deputy ministers of trade of Fiji and the deputy ministers of trade of Peru met."
    names = ("deputy ministers of trade of Fiji", "deputy ministers of trade of Peru")
    (found,) = guided(text, Meeting, meeting(1, *map(person, names))).meetings
    assert [(p.name, p.role, p.country) for p in found.participants] == [
        (None, "deputy ministers of trade", "FJ"),
        (None, "deputy ministers of trade", "PE"),
    ]
    text = "Fiji's minister of trade, Ana Roy, met Peru's President Paul Bel."
    names = ("minister of trade", "Ana Roy", "Paul Bel")
    (found,) = guided(text, Meeting, meeting(1, *map(person, names))).meetings
    assert [p.name for p in found.participants] == ["Ana Roy", "Paul Bel"]


def test_an_office_may_be_one_of_a_committee_of_a_states_parliament() -> None:
    """It goes on to the left of the state."""
    text = (
        "The chairman of the foreign relations committee of Fiji's parliament, Ana Roy, met "
        "Peru's President Paul Bel."
    )
    (found,) = guided(text, Meeting, meeting(1, person("Ana Roy"), person("Paul Bel"))).meetings
    assert (found.participants[0].role or "").startswith("chairman of the foreign relations")


def test_a_goodwill_ambassador_is_no_official() -> None:
    """Nor is the director of a festival."""
    text = "The club's goodwill ambassador, Ana Roy, met the festival director, Paul Bel, in town."
    result = guided(text, Meeting, meeting(1, person("Ana Roy"), person("Paul Bel")))
    assert result.meetings == ()


def test_where_somebody_travels_and_who_tells_of_it_are_no_sides() -> None:
    """A trip to a state is no meeting with it, and an embassy that is cited was not there."""
    text = "Minister Ana Roy of Fiji took a working trip to Peru and the Republic of Chile."
    guess = meeting(1, person("Ana Roy"), person("Peru"), person("Chile"))
    result = guided(text, Meeting, guess)
    assert result.meetings == ()
    assert "not_told" in {r.reason for r in result.rejected}
    text = (
        "According to the Fijian Embassy in Peru, Minister Ana Roy met President Paul Bel in Lima."
    )
    embassy = person(organization="Fijian Embassy in Peru", country="Fiji")
    (found,) = guided(
        text, Meeting, meeting(1, person("Ana Roy"), person("Paul Bel"), embassy)
    ).meetings
    assert [p.name for p in found.participants] == ["Ana Roy", "Paul Bel"]


def test_a_name_in_russian_is_one_in_all_cases_and_is_given_in_the_nominative() -> None:
    """And "of the Republic" before it is no part of it, nor is an article with a hyphen its end."""
    text = (
        "В Суве состоялись переговоры министра Республики Фиджи Азамата Рогова и министра "
        "Государства Кувейт Фахада аль-Мутлака на тему рыбы. "
        "Азамат Рогов и министр аль-Мутлак встречу на рыбном рынке продолжили."
    )
    guesses = [person("Азамат Рогов"), person("Фахад аль-Мутлак")]
    (found,) = guided(text, Meeting, meeting(1, *guesses)).meetings
    assert [p.name for p in found.participants] == ["Азамат Рогов", "Фахада аль-Мутлака"]
    assert [p.role for p in found.participants] == ["министра", "министра"]
    assert [p.country for p in found.participants] == ["FJ", "KW"]


MET_IN_FIVE_LANGUAGES = """\
Ana Roy/Foreign Minister/FJ;Paul Bel/President/PE|Lima|PE|Fiji's Foreign Minister Ana Roy met the President of Peru, Paul Bel, in Lima on Monday.
Ana Roy/Foreign Minister/FJ;Paul Bel/President/PE|Lima|PE|Ana Roy, Foreign Minister of Fiji, held talks with Peruvian President Paul Bel in Lima.
Ana Roy/Foreign Minister/FJ;Paul Bel/Foreign Minister/PE|-|-|Fiji's Foreign Minister Ana Roy spoke by telephone with her Peruvian counterpart, Paul Bel.
Ana Roy/Minister of Trade and Industry/FJ;Paul Bel/Deputy Prime Minister/PE|Suva|FJ|Minister of Trade and Industry of Fiji Ana Roy received Deputy Prime Minister of Peru Paul Bel in Suva.
Ana Roy/Ambassador to Peru/FJ;Paul Bel/Interior Minister/PE|Lima|PE|Fiji's Ambassador to Peru, Ana Roy, was received by Interior Minister Paul Bel of Peru in Lima.
Ana Roy/ministre des Affaires étrangères/FJ;Paul Bel/président/PE|Lima|PE|La ministre des Affaires étrangères des Fidji, Ana Roy, a rencontré le président du Pérou, Paul Bel, à Lima.
Ana Roy/ministre kényane des Affaires étrangères/KE;Paul Bel/président/PE|Lima|PE|La ministre kényane des Affaires étrangères, Ana Roy, s'est entretenue avec le président péruvien Paul Bel à Lima.
Ana Roy/Außenministerin/KE;Paul Bel/Präsidenten/PE|Lima|PE|Die kenianische Außenministerin Ana Roy traf den peruanischen Präsidenten Paul Bel in Lima.
Ana Roy/Außenministerin/KE;Paul Bel/Präsident/PE|Lima|PE|Die Außenministerin von Kenia, Ana Roy, und der Präsident von Peru, Paul Bel, trafen sich in Lima.
Ana Roy/ministra de Relaciones Exteriores/KE;Paul Bel/presidente/PE|Lima|PE|La ministra de Relaciones Exteriores de Kenia, Ana Roy, se reunió con el presidente de Perú, Paul Bel, en Lima.
Ana Roy/canciller/KE;Paul Bel/presidente/PE|Lima|PE|La canciller keniana, Ana Roy, se reunió en Lima con el presidente peruano, Paul Bel.
Анна Рой/министр иностранных дел/KE;Павел Белый/президент/PE|Лиме|PE|В Лиме встретились министр иностранных дел Кении Анна Рой и президент Перу Павел Белый.
Анна Рой/Министр иностранных дел/KE;Павлом Белым/президентом/PE|Лиме|PE|Министр иностранных дел Кении Анна Рой провела переговоры с президентом Перу Павлом Белым в Лиме.
Ana Roy/secrétaire d'État/KE;Paul Bel/président/PE|Lima|PE|La secrétaire d'État du Kenya, Ana Roy, a rencontré le président de la République du Pérou, Paul Bel, à Lima.
Ana Roy/secretaria de Estado/KE;Paul Bel/presidente/PE|Lima|PE|La secretaria de Estado de Kenia, Ana Roy, se reunió con el presidente de Perú, Paul Bel, en Lima.
Ana Roy/Secretary of State/KE;Paul Bel/President/PE|Lima|PE|The Secretary of State of Kenya, Ana Roy, met the President of the Republic of Peru, Paul Bel, in Lima.
"""


@pytest.mark.parametrize("line", MET_IN_FIVE_LANGUAGES.splitlines())
def test_who_met_with_which_office_for_which_state_and_where(line: str) -> None:
    """An office has no state in it, before or after, and its state is that of who holds it."""
    people, place, country, said = line.split("|")
    wanted = sorted(tuple(entry.split("/")) for entry in people.split(";"))
    rest = (
        " День был тёплый, и море на юге спокойно." if "А" <= said[-4] <= "я" else " It was warm."
    )
    guess = meeting(1, *(person(name) for name, _, _ in wanted), place=None)
    (found,) = guided(said + rest, Meeting, guess).meetings
    assert sorted((p.name, p.role, p.country) for p in found.participants) == wanted
    assert (found.place or "-", found.country or "-") == (place, country)


def test_who_came_before_takes_no_part() -> None:
    """ "Following the visit by ..." tells of another meeting."""
    text = (
        "Foreign Minister Ana Roy of Fiji spoke today with Foreign Minister Bo Lee of Peru. "
        "The two ministers discussed the harbour following the visit to the islands by Chilean "
        "President Eva Sol and Chairman Ivo Mar, and the price of the kelp."
    )
    people = [person(name) for name in ("Ana Roy", "Bo Lee", "Eva Sol", "Ivo Mar")]
    result = guided(text, Meeting, meeting(1, *people))
    (found,) = result.meetings
    assert {p.name for p in found.participants} == {"Ana Roy", "Bo Lee"}
