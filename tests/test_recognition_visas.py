"""What code reads of visa policy statements for a small model."""

from __future__ import annotations

import pytest
from asking import extract_scripted, person, visa
from guided import guided, the_statement

from communique import VisaPolicyStatement


@pytest.mark.parametrize(
    ("said", "stance", "measure", "destination", "beneficiaries"),
    [
        (
            "Peru will abolish visas for citizens of Fiji, Minister Ana Roy announced.",
            "announces",
            "visa_free",
            "PE",
            ["FJ"],
        ),
        (
            "Minister Ana Roy welcomed simpler Schengen visas for Fijian and Peruvian nationals.",
            "supports",
            "facilitation",
            "EU",
            ["FJ", "PE"],
        ),
        (
            "Minister Ana Roy opposed dearer visas to Peru: the fee hurts visitors from Fiji.",
            "opposes",
            "fees",
            "PE",
            ["FJ"],
        ),
        (
            "Minister Ana Roy of Peru said it was studying electronic visas for tourists from Fiji.",
            "considers",
            "e_visa",
            "PE",
            ["FJ"],
        ),
        (
            "Fiji's Minister Ana Roy called on Peru to suspend visas on arrival.",
            "requests",
            "suspension",
            "PE",
            [],
        ),
    ],
)
def test_stance_measure_whose_visa_and_for_whom(
    said: str, stance: str, measure: str, destination: str, beneficiaries: list[str]
) -> None:
    """A small model says "supports" and names the wrong state."""
    found = the_statement(said)
    assert (found.stance, found.measure) == (stance, measure)
    assert found.destination is not None
    assert found.destination.country == destination
    assert [b.country for b in found.beneficiaries] == beneficiaries


@pytest.mark.parametrize(
    ("said", "name", "organization", "country"),
    [
        ("Peru will drop visas, Minister Ana Roy of Peru announced.", "Ana Roy", None, "PE"),
        ("The Fijian side supported simpler visas for Peru.", None, None, "FJ"),
        ("Fiji abolished visas for citizens of Peru in 2019.", None, None, "FJ"),
        (
            "Peru's Foreign Ministry opposed visa-free entry for Fiji.",
            None,
            "Foreign Ministry",
            "PE",
        ),
        (
            "By a decision of the Government of Peru, citizens of Fiji may enter without a visa.",
            None,
            "Government of Peru",
            "PE",
        ),
        (
            "Citizens of Ghana, Chile and Fiji will need a visa under a decree that President Ana "
            "Roy of Peru signed.",
            "Ana Roy",
            None,
            "PE",
        ),
        (
            "Simpler visas for Fiji were welcomed by Peru's Interior Minister, Ana Roy.",
            "Ana Roy",
            None,
            "PE",
        ),
        ("A Peruvian law that suspends visas for Fiji came into force.", None, None, "PE"),
    ],
)
def test_who_speaks_is_the_subject_of_the_verb(
    said: str, name: str | None, organization: str | None, country: str
) -> None:
    """A person who says it comes before the state that will do it."""
    speaker = the_statement(said).speaker
    assert (speaker.name, speaker.organization, speaker.country) == (name, organization, country)


def test_he_is_the_one_who_was_named_last() -> None:
    """With the office that the article gave."""
    text = "President Paul Bel of Peru met fishermen. He announced that visas would be free."
    item = visa(2, person("Fiji"))
    (found,) = guided(f"{text} Fiji waits.", VisaPolicyStatement, item).visa_policy_statements
    assert (found.speaker.name, found.speaker.role) == ("Paul Bel", "President")


def test_who_comments_on_a_measure_takes_whose_visa_it_is_and_for_whom() -> None:
    """The step that is condemned was told of before."""
    text = (
        "Peru will suspend visas on arrival for citizens of Fiji, Minister Ana Roy announced. "
        "Fiji's Foreign Ministry condemned the step."
    )
    item = visa(1, person("Nobody"), measure="visa_free")
    first, second = guided(text, VisaPolicyStatement, item).visa_policy_statements
    assert (first.stance, second.stance) == ("announces", "opposes")
    assert second.speaker.organization == "Foreign Ministry"
    assert second.measure == "suspension"
    assert second.destination == first.destination
    assert second.beneficiaries == first.beneficiaries
    assert second.grounding["measure"] == first.grounding["measure"]


def test_the_day_from_which_a_measure_holds_is_not_when_it_was_announced() -> None:
    """And what nobody says is no statement."""
    text = "Peru will drop visas for citizens of Fiji from 1 May, Minister Ana Roy said on Monday."
    assert the_statement(text, date="1 May").date == "2025-04-14"
    text = "A visa to Peru costs tourists some money. Fiji is far."
    result = guided(text, VisaPolicyStatement, visa(1, person("Fiji")))
    assert result.visa_policy_statements == ()


def test_a_lobby_has_no_standing() -> None:
    """Its words are rejected with the reason; so are those about a company of that name."""
    text = "A think tank welcomed visa-free travel to Peru for citizens of Fiji."
    lobby = visa(1, person(None, organization="think tank"))
    result = guided(text, VisaPolicyStatement, lobby)
    assert result.visa_policy_statements == ()
    assert "not_told" in {r.reason for r in result.rejected}
    result = extract_scripted(text, {"visa_policy_statement": {"visa_policy_statements": [lobby]}})
    assert [r.reason for r in result.rejected] == ["no_such_event"]
    text = "Minister Ana Roy of Fiji said she was against the fees that Visa takes from shops."
    result = guided(text, VisaPolicyStatement, visa(1, person("Ana Roy")))
    assert result.visa_policy_statements == ()
    assert "no_such_event" in {r.reason for r in result.rejected}


def test_statements_of_a_large_model_keep_their_own_measures() -> None:
    """Nothing is taken over from one to the other."""
    text = "Peru will drop visas for Fiji. Fiji condemned the step and raised visa fees for Peru."
    items = [
        visa(1, person("Peru"), measure="visa_free"),
        visa(2, person("Fiji"), stance="opposes", measure="fees"),
    ]
    script = {"visa_policy_statement": {"visa_policy_statements": items}}
    result = extract_scripted(text, script)
    assert [v.measure for v in result.visa_policy_statements] == ["visa_free", "fees"]


@pytest.mark.parametrize(
    ("there", "day"),
    [
        ("announced at the session", "2025-04-14"),
        ("announced during the talks", "2025-04-14"),
        ("announced in an essay", None),
    ],
)
def test_what_is_said_at_a_meeting_is_said_on_its_day(there: str, day: str | None) -> None:
    """And not on the day from which it holds; an essay may be of any day."""
    found = the_statement(
        "Ministers met in Lima on Monday. Kelp was dear. "
        f"Peru's Minister Ana Roy {there} that visas for Fijian citizens would be abolished "
        "from 1 June."
    )
    assert found.date == day


def test_a_speaker_is_known_by_a_first_name_and_a_ministry_by_its_letters() -> None:
    """Where the article goes on with the first name alone, as for Thai names."""
    text = (
        "Thailand's Minister Anan Roysak arrived. Anan announced free visas for citizens of Fiji."
    )
    (found,) = guided(
        text, VisaPolicyStatement, visa(1, person("Anan Roysak"))
    ).visa_policy_statements
    assert (found.speaker.name, found.speaker.role) == ("Anan Roysak", "Minister")
    text = "МИД Перу объявил, что отменит визы для граждан Фиджи."
    (found,) = guided(text, VisaPolicyStatement, visa(1, person("Перу"))).visa_policy_statements
    assert (found.speaker.organization, found.speaker.country) == ("МИД Перу", "PE")


@pytest.mark.parametrize(
    ("comment", "stance"),
    [
        ("Fiji's Minister Ana Roy called the decision overdue.", "supports"),
        ("Fiji's Minister Ana Roy wants the ban dropped.", "opposes"),
        ("Fiji's Minister Ana Roy protested against the decree.", "opposes"),
        ("The law was welcomed by Fiji's Minister Ana Roy.", "supports"),
    ],
)
def test_a_comment_need_not_name_the_visa_again(comment: str, stance: str) -> None:
    """The measure is that of the statement before it."""
    text = f"From 1 May Peru will issue no more visas to citizens of Chile. {comment}"
    result = guided(text, VisaPolicyStatement, visa(1, person("Nobody")))
    _, second = result.visa_policy_statements
    assert second.speaker.name == "Ana Roy"
    assert (second.stance, second.measure) == (stance, "suspension")
    assert [b.country for b in second.beneficiaries] == ["CL"]


def test_what_a_speaker_wants_of_visas_is_the_models_to_say_where_no_word_tells_it() -> None:
    """But somebody must speak, and a measure must be told."""
    text = "Minister Ana Roy of Peru hinted at visa-free entry for citizens of Fiji."
    assert the_statement(text, stance="considers").stance == "considers"
    text = "A trip with visa-free entry is a joy to the people of Fiji and the ones of Peru."
    result = guided(text, VisaPolicyStatement, visa(1, person("Fiji")))
    assert result.visa_policy_statements == ()


def test_a_small_model_announces_nothing_that_no_word_announces() -> None:
    """It takes all that is said of visas for an announcement."""
    text = "Minister Ana Roy of Peru noted that the people of Fiji like a visa-free entry."
    result = guided(text, VisaPolicyStatement, visa(1, person("Ana Roy"), stance="announces"))
    assert result.visa_policy_statements == ()
    assert {r.reason for r in result.rejected if r.field == "stance"} == {"not_told"}


def test_the_increase_is_one_of_fees_and_a_law_acts_for_its_state() -> None:
    """What a comment calls it says which measure it is on."""
    text = (
        "A Fijian law that ends the issuing of visas to citizens of Chile came into force on 1 May. "
        "Fiji's Minister Ana Roy said the fee for visas would be raised. "
        "Peru's Consul Eva Lund opposed the increase."
    )
    result = guided(text, VisaPolicyStatement, visa(1, person("law")))
    told = [
        (s.speaker.name or s.speaker.country, s.stance, s.measure)
        for s in result.visa_policy_statements
    ]
    assert told == [
        ("FJ", "announces", "suspension"),
        ("Ana Roy", "announces", "fees"),
        ("Eva Lund", "opposes", "fees"),
    ]


def test_no_people_is_the_place_to_which_a_visa_is() -> None:
    """A small model repeats for whom it is."""
    text = "Areas were found where visa rules for Fijian citizens could be relaxed, Minister Ana Roy said."
    item = visa(1, person("Ana Roy"), destination={"name": "Fijian citizens", "country": None})
    (found,) = guided(text, VisaPolicyStatement, item).visa_policy_statements
    assert found.destination is None
    assert [b.country for b in found.beneficiaries] == ["FJ"]
