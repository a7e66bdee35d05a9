"""What code reads of visa policy statements for a small model."""

from __future__ import annotations

from typing import Any

import pytest
from asking import extract_scripted, person, visa
from guided import guided

from communique import VisaPolicyStatement


def the_statement(text: str, **values: Any) -> VisaPolicyStatement:
    """The one statement of a guided extraction whose model guesses."""
    item = visa(1, person("Fiji"), **{"stance": "supports", "measure": "other", **values})
    (found,) = guided(text, VisaPolicyStatement, item).visa_policy_statements
    assert isinstance(found, VisaPolicyStatement)
    return found


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


ENDS = """\
visa_free|Peru lifted the requirement for visas for citizens of Fiji, Minister Ana Roy said.
visa_free|Peru scrapped the visa requirement for citizens of Fiji, Minister Ana Roy said.
visa_free|Peru no longer requires visas of citizens of Fiji, Minister Ana Roy said.
visa_free|Citizens of Fiji will not need visas for Peru, Minister Ana Roy said.
visa_free|The obligation to hold a visa has been abolished for Fijians, Minister Ana Roy said.
tightening|Peru ended visa-free travel for citizens of Fiji, Minister Ana Roy said.
tightening|The visa exemption for Fijians will end in May, Minister Ana Roy said.
suspension|Peru suspended the visa waiver for citizens of Fiji, Minister Ana Roy said.
visa_free|Le Pérou a supprimé l'obligation de visa pour les citoyens des Fidji, a annoncé la ministre Ana Roy.
visa_free|Les citoyens des Fidji n'auront plus besoin de visa pour le Pérou, a annoncé la ministre Ana Roy.
tightening|Le Pérou met fin à l'exemption de visa pour les citoyens des Fidji, a annoncé la ministre Ana Roy.
tightening|Le Pérou rétablit les visas pour les citoyens des Fidji, a annoncé la ministre Ana Roy.
visa_free|Perú eliminó el requisito de visa para los ciudadanos de Fiyi, anunció la ministra Ana Roy.
visa_free|Los ciudadanos de Fiyi ya no necesitarán visado para Perú, anunció la ministra Ana Roy.
tightening|Perú pone fin a la exención de visado para los ciudadanos de Fiyi, anunció la ministra Ana Roy.
visa_free|Перу отменило визовые требования для граждан Фиджи, сообщила министр Анна Рой.
visa_free|Гражданам Фиджи больше не нужны визы в Перу, сообщила министр Анна Рой.
tightening|Перу отменило безвизовый режим для граждан Фиджи, сообщила министр Анна Рой.
suspension|Перу приостановило безвизовый режим с Фиджи, сообщила министр Анна Рой.
visa_free|Peru hebt die Visumpflicht für Bürger von Fidschi auf, teilte die Ministerin Ana Roy mit.
visa_free|Die Ministerin Ana Roy kündigte die Aufhebung der Visumpflicht für Bürger von Fidschi an.
visa_free|Bürger von Fidschi brauchen für Peru kein Visum mehr, teilte die Ministerin Ana Roy mit.
tightening|Peru schafft die Visumfreiheit für Bürger von Fidschi ab, teilte die Ministerin Ana Roy mit.
tightening|Peru führt die Visumpflicht für Bürger von Fidschi wieder ein, teilte die Ministerin Ana Roy mit.
suspension|Peru setzt die Visumfreiheit für Bürger von Fidschi aus, teilte die Ministerin Ana Roy mit.
"""


@pytest.mark.parametrize("line", ENDS.splitlines())
def test_a_need_that_ends_is_a_freedom_and_a_freedom_that_ends_a_need(line: str) -> None:
    """The words of one stand in the news of the other."""
    measure, said = line.split("|")
    found = the_statement(f"{said} The day was warm and the sea of the south was calm.")
    assert (found.stance, found.measure) == ("announces", measure)


STANCES = """\
announces|Peru will abolish visas for citizens of Fiji, Minister Ana Roy said.
supports|Minister Ana Roy welcomed the abolition of visas for citizens of Fiji.
supports|Minister Ana Roy backed the abolition of visas for citizens of Fiji.
supports|Minister Ana Roy spoke in favour of abolishing visas for citizens of Fiji.
opposes|Minister Ana Roy opposed the abolition of visas for citizens of Fiji.
opposes|Minister Ana Roy rejected the abolition of visas for citizens of Fiji.
opposes|Minister Ana Roy refused to support the abolition of visas for citizens of Fiji.
opposes|Minister Ana Roy does not support the abolition of visas for citizens of Fiji.
opposes|Minister Ana Roy criticised the new visa fee for citizens of Fiji.
opposes|Minister Ana Roy said Peru would not agree to abolish visas for citizens of Fiji.
requests|Minister Ana Roy called on Peru to abolish visas for citizens of Fiji.
requests|Minister Ana Roy asked Peru to abolish visas for citizens of Fiji.
requests|Minister Ana Roy urged Peru to lift the visa requirement for citizens of Fiji.
considers|Minister Ana Roy said Peru was considering the abolition of visas for citizens of Fiji.
considers|Peru may abolish visas for citizens of Fiji, Minister Ana Roy said.
considers|Minister Ana Roy did not rule out the abolition of visas for citizens of Fiji.
considers|Peru is studying whether to abolish visas for citizens of Fiji, Minister Ana Roy said.
supports|La ministre Ana Roy a salué la suppression des visas pour les citoyens des Fidji.
supports|La ministre Ana Roy s'est prononcée en faveur de la suppression des visas pour les citoyens des Fidji.
opposes|La ministre Ana Roy s'est opposée à la suppression des visas pour les citoyens des Fidji.
opposes|La ministre Ana Roy a refusé de soutenir la suppression des visas pour les citoyens des Fidji.
opposes|La ministre Ana Roy ne soutient pas la suppression des visas pour les citoyens des Fidji.
requests|La ministre Ana Roy a demandé au Pérou de supprimer les visas pour les citoyens des Fidji.
requests|La ministre Ana Roy a appelé le Pérou à supprimer les visas pour les citoyens des Fidji.
considers|Le Pérou envisage de supprimer les visas pour les citoyens des Fidji, a déclaré la ministre Ana Roy.
considers|La ministre Ana Roy n'a pas exclu la suppression des visas pour les citoyens des Fidji.
announces|La ministre Ana Roy a annoncé la suppression des visas pour les citoyens des Fidji.
supports|Die Ministerin Ana Roy begrüßte die Abschaffung der Visa für Bürger von Fidschi.
supports|Die Ministerin Ana Roy sprach sich für die Abschaffung der Visa für Bürger von Fidschi aus.
opposes|Die Ministerin Ana Roy lehnte die Abschaffung der Visa für Bürger von Fidschi ab.
opposes|Die Ministerin Ana Roy unterstützt die Abschaffung der Visa für Bürger von Fidschi nicht.
opposes|Die Ministerin Ana Roy sprach sich gegen die Abschaffung der Visa für Bürger von Fidschi aus.
requests|Die Ministerin Ana Roy forderte Peru auf, die Visa für Bürger von Fidschi abzuschaffen.
requests|Die Ministerin Ana Roy bat Peru, die Visa für Bürger von Fidschi abzuschaffen.
considers|Peru prüft die Abschaffung der Visa für Bürger von Fidschi, sagte die Ministerin Ana Roy.
considers|Die Ministerin Ana Roy schloss die Abschaffung der Visa für Bürger von Fidschi nicht aus.
announces|Die Ministerin Ana Roy kündigte die Abschaffung der Visa für Bürger von Fidschi an.
supports|La ministra Ana Roy celebró la supresión de visados para los ciudadanos de Fiyi.
supports|La ministra Ana Roy respaldó la supresión de visados para los ciudadanos de Fiyi.
opposes|La ministra Ana Roy rechazó la supresión de visados para los ciudadanos de Fiyi.
opposes|La ministra Ana Roy se opuso a la supresión de visados para los ciudadanos de Fiyi.
opposes|La ministra Ana Roy no apoya la supresión de visados para los ciudadanos de Fiyi.
requests|La ministra Ana Roy pidió a Perú que suprima los visados para los ciudadanos de Fiyi.
requests|La ministra Ana Roy instó a Perú a suprimir los visados para los ciudadanos de Fiyi.
considers|Perú estudia la supresión de visados para los ciudadanos de Fiyi, dijo la ministra Ana Roy.
considers|La ministra Ana Roy no descartó la supresión de visados para los ciudadanos de Fiyi.
announces|La ministra Ana Roy anunció la supresión de visados para los ciudadanos de Fiyi.
supports|Министр Анна Рой приветствовала отмену виз для граждан Фиджи.
supports|Министр Анна Рой поддержала отмену виз для граждан Фиджи.
opposes|Министр Анна Рой выступила против отмены виз для граждан Фиджи.
opposes|Министр Анна Рой не поддержала отмену виз для граждан Фиджи.
opposes|Министр Анна Рой раскритиковала отмену виз для граждан Фиджи.
requests|Министр Анна Рой призвала Перу отменить визы для граждан Фиджи.
requests|Министр Анна Рой попросила Перу отменить визы для граждан Фиджи.
considers|Перу рассматривает отмену виз для граждан Фиджи, сообщила министр Анна Рой.
considers|Министр Анна Рой не исключила отмену виз для граждан Фиджи.
announces|Министр Анна Рой объявила об отмене виз для граждан Фиджи.
"""


@pytest.mark.parametrize("line", STANCES.splitlines())
def test_what_a_speaker_wants_in_five_languages(line: str) -> None:
    """Also where it is denied: who does not support it is against it."""
    stance, said = line.split("|")
    rest = (
        "День был тёплый, и море на юге спокойно."
        if "А" <= said[-4] <= "я"
        else "The sea was calm."
    )
    guess = "opposes" if stance == "announces" else "announces"
    assert the_statement(f"{said} {rest}", stance=guess).stance == stance


WHO = """\
Ana Roy|PE|FJ|Peru will abolish visas for citizens of Fiji, Peru's Foreign Minister Ana Roy said.
Ana Roy|PE|FJ|Ana Roy, the Foreign Minister of Peru, said visas for Fijians would be abolished.
Ana Roy|PE|FJ|“We will abolish visas for the people of Fiji,” said Peru's Interior Minister, Ana Roy.
Ana Roy|PE|FJ|According to Peru's Foreign Minister Ana Roy, Fijian nationals will no longer need visas.
Ana Roy|PE|FJ|Foreign Minister Ana Roy of Peru told reporters that Fijian students would get cheaper visas.
Foreign Ministry|PE|FJ|Peru's Foreign Ministry announced that visas for Fijian citizens would be abolished.
PE|PE|FJ|Peru has abolished visas for citizens of Fiji.
Ana Roy|EU|FJ|Commissioner Ana Roy said the EU would lift the Schengen visa requirement for Fijians.
Ana Roy|PE|FJ,KE|Peru's Foreign Minister Ana Roy said citizens of Fiji and Kenya would no longer need visas.
Ana Roy|PE|FJ|La ministre péruvienne des Affaires étrangères, Ana Roy, a annoncé la suppression des visas pour les citoyens des Fidji.
Ana Roy|PE|FJ|Le Pérou va supprimer les visas pour les ressortissants fidjiens, a déclaré la ministre péruvienne Ana Roy.
PE|PE|FJ|Le Pérou a supprimé les visas pour les citoyens des Fidji.
Ana Roy|PE|KE|« Nous supprimerons les visas pour les Kényans », a déclaré la ministre péruvienne de l'Intérieur, Ana Roy.
Ana Roy|PE|FJ|Die peruanische Außenministerin Ana Roy kündigte an, die Visumpflicht für Bürger von Fidschi aufzuheben.
Ana Roy|PE|KE|Peru werde die Visa für Kenianer abschaffen, sagte die peruanische Außenministerin Ana Roy.
PE|PE|KE|Peru schafft die Visa für kenianische Staatsbürger ab.
Ana Roy|PE|FJ|La ministra de Relaciones Exteriores de Perú, Ana Roy, anunció la supresión de visados para los ciudadanos de Fiyi.
Ana Roy|PE|KE|Perú suprimirá los visados para los kenianos, anunció la ministra peruana Ana Roy.
PE|PE|KE|Perú suprimió los visados para los ciudadanos de Kenia.
Анна Рой|PE|KE|Министр иностранных дел Перу Анна Рой объявила об отмене виз для граждан Кении.
Анна Рой|PE|KE|Перу отменит визы для кенийских граждан, сообщила министр иностранных дел Перу Анна Рой.
PE|PE|KE|Перу отменило визы для граждан Кении.
МИД Перу|PE|KE|МИД Перу сообщил, что граждане Кении смогут въезжать без виз.
"""


@pytest.mark.parametrize("line", WHO.splitlines())
def test_who_speaks_whose_visa_it_is_and_for_whom_in_five_languages(line: str) -> None:
    """However a state and its people are named."""
    who, destination, people, said = line.split("|")
    rest = (
        "День был тёплый, и море на юге спокойно."
        if "А" <= said[-4] <= "я"
        else "The sea was calm."
    )
    item = visa(1, person("nobody"), stance="supports", measure="other")
    (found,) = guided(f"{said} {rest}", VisaPolicyStatement, item).visa_policy_statements
    speaker = found.speaker
    assert (speaker.name or speaker.organization or speaker.country) == who
    assert found.destination is not None
    assert found.destination.country == destination
    assert [b.country for b in found.beneficiaries] == people.split(",")


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
