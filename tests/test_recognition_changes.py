"""Visa measures that are told by a number which becomes another, and whose speaker stands beside."""

from __future__ import annotations

import pytest
from asking import meeting, person, visa
from guided import guided
from hypothesis import given
from hypothesis import strategies as st

from communique import Article, Extractor, Meeting, VisaPolicyStatement
from communique.recognition.changes import changes
from communique.testing import ScriptedModel


@pytest.mark.parametrize(
    ("said", "measure"),
    [
        ("may stay without a visa for 90 days instead of 30", "extension"),
        ("may stay without a visa for 30 days, down from 90", "tightening"),
        ("will get their visas in five days and not in fifteen", "facilitation"),
        ("will wait three months for a visa rather than two weeks", "tightening"),
        ("will pay for a visa 60 dollars instead of 30", "fees"),
        ("will see the price of a visa go from €80 to €90", "fees"),
        ("will have visas that are valid for four years, up from two", "extension"),
    ],
)
def test_a_number_that_changes_tells_the_measure(said: str, measure: str) -> None:
    """A longer stay is an extension, a shorter wait makes a visa easier to get."""
    text = f"Minister Ana Roy of Peru announced that citizens of Fiji {said}."
    item = visa(1, person("Ana Roy"), measure="other")
    (found,) = guided(text, VisaPolicyStatement, item).visa_policy_statements
    assert found.measure == measure
    span = found.grounding["measure"]
    assert text[span.start : span.end] == span.text


@pytest.mark.parametrize(
    ("said", "measure"),
    [
        (
            "La ministre Ana Roy a annoncé que les visas du Pérou seront valables quatre ans, "
            "contre deux auparavant, pour les citoyens de la France et de la Suisse.",
            "extension",
        ),
        (
            "Die Ministerin Ana Roy kündigte an, dass die Visa für die Bürger der Schweiz und der "
            "Türkei künftig in fünf statt fünfzehn Tagen erteilt werden.",
            "facilitation",
        ),
        (
            "La ministra Ana Roy anunció que la tasa del visado para los ciudadanos de Chile y la "
            "de los de Cuba pasará de 90 a 105 euros.",
            "fees",
        ),
        (
            "Министр Анна Рой объявила, что граждане Чили и Кубы смогут находиться в стране без "
            "визы 60 дней вместо прежних 30.",
            "extension",
        ),
    ],
)
def test_numbers_are_read_in_five_languages(said: str, measure: str) -> None:
    """With each language's words for "instead of"."""
    name = "Анна Рой" if "Анна" in said else "Ana Roy"
    item = visa(1, person(name), measure="other")
    (found,) = guided(said, VisaPolicyStatement, item).visa_policy_statements
    assert found.measure == measure


AMOUNTS = st.tuples(st.integers(1, 999), st.sampled_from(["days", "weeks", "months", "euros"]))


@given(old=AMOUNTS, new=st.integers(1, 999), before=st.text(max_size=20), after=st.text(max_size=9))
def test_a_change_lies_where_it_is_told(
    old: tuple[int, str], new: int, before: str, after: str
) -> None:
    """Whatever stands around it, in whatever script."""
    told = f"from {old[0]} {old[1]} to {new} {old[1]}"
    text = f"{before} | {told} | {after}"
    start = len(before) + 3
    found = [c for c in changes(text, start, len(text)) if c.start == start]
    days = {"days": 1, "weeks": 7, "months": 30, "euros": 1}[old[1]]
    assert [(c.old, c.new) for c in found] == [(old[0] * days, new * days)]
    assert text[found[0].start : found[0].end] == told
    assert found[0].unit == ("money" if old[1] == "euros" else "time")


@given(st.text(alphabet="from to 30days90instead of,.€-\n", max_size=60))
def test_changes_are_found_in_order_within_the_text(text: str) -> None:
    """Also in what makes no sense."""
    places = [(c.start, c.end) for c in changes(text, 0, len(text))]
    assert places == sorted(places)
    assert all(0 <= start < end <= len(text) for start, end in places)


@pytest.mark.parametrize(
    "text",
    [
        "From 1 June citizens of Fiji will need a visa to enter Peru. "
        "The announcement was made by Peru's Minister Ana Roy.",
        "Peru's Minister Ana Roy spoke to reporters. "
        "Citizens of Fiji will need a visa to enter Peru from 1 June.",
    ],
)
def test_who_speaks_may_be_named_in_the_sentence_beside(text: str) -> None:
    """Both sentences are then evidence."""
    item = visa(1, person("Ana Roy"), measure="other", stance="supports")
    (found,) = guided(text, VisaPolicyStatement, item).visa_policy_statements
    assert (found.speaker.name, found.measure) == ("Ana Roy", "tightening")
    assert found.stance == "announces"
    assert "".join(span.text for span in found.evidence) == text.replace(". ", ".")


def test_who_speaks_in_the_sentence_is_not_taken_from_the_one_beside() -> None:
    """Whomever the model names."""
    text = (
        "Peru's Minister Ana Roy met the press. "
        "Fiji's Foreign Ministry said that it opposed the end of visa-free travel to Peru."
    )
    found = guided(text, VisaPolicyStatement, visa(1, person("Ana Roy"))).visa_policy_statements
    assert [f.speaker.organization for f in found] == ["Foreign Ministry"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "Ana Roy has had enough. The lawmaker called on Peru to abolish visas for Fiji.",
            "lawmaker",
        ),
        (
            "“Visas are walls,” said Ana Roy in favour of visa-free travel to Peru. "
            "She is the tourism minister of Fiji.",
            "tourism minister",
        ),
        (
            "Ana Roy se fâche contre la France et le Pérou. La députée a demandé au Pérou de "
            "supprimer les visas pour les citoyens de la France.",
            "députée",
        ),
    ],
)
def test_an_office_may_be_told_in_the_sentence_after_the_name(text: str, role: str) -> None:
    """Of whom else would "the lawmaker" speak?"""
    found = guided(text, VisaPolicyStatement, visa(1, person("Ana Roy"))).visa_policy_statements
    assert {(f.speaker.name, f.speaker.role) for f in found} == {("Ana Roy", role)}


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (
            "Die Deutsche Botschaft Suva teilte mit, dass die Visa für die Bürger von Fidschi und "
            "die von Peru ab dem 1. Mai kostenlos sind.",
            "Botschaft Suva",
        ),
        (
            "Посольство Перу сообщило, что визы для граждан Чили и Кубы отменены с 1 мая.",
            "Посольство Перу",
        ),
        (
            "La embajada de Perú anunció que el visado para los ciudadanos de Chile y la de los "
            "de Cuba será gratuito.",
            "embajada de Perú",
        ),
    ],
)
def test_embassies_speak_in_other_languages_too(text: str, body: str) -> None:
    """They have standing."""
    item = visa(1, person(None, organization=body))
    (found,) = guided(text, VisaPolicyStatement, item).visa_policy_statements
    assert found.speaker.organization == body


def test_what_is_named_before_an_office_need_not_be_a_person() -> None:
    """It gets no office from there in a meeting."""
    text = (
        "Foreign Minister Ana Roy of Fiji met Peru's President Paul Bel on the Pacific Islands. "
        "The Foreign Minister thanked the President."
    )
    people = [person(name) for name in ("Ana Roy", "Paul Bel", "Pacific Islands")]
    item = meeting(1, *people)
    (found,) = guided(text, Meeting, item).meetings
    roles = {p.name: p.role for p in found.participants}
    assert roles.pop("Pacific Islands", None) is None
    assert roles == {"Ana Roy": "Foreign Minister", "Paul Bel": "President"}


def test_a_model_is_not_asked_for_what_code_reads_whole() -> None:
    """Its answer could change nothing; where somebody or something is not named it could."""
    whole = (
        "Peru will abolish visas for citizens of Fiji, Minister Ana Roy of Peru announced. "
        "The day was fine and the sea of the south was calm."
    )
    model = ScriptedModel(by_sentence=True)
    with Extractor(model, records=[VisaPolicyStatement]) as extractor:
        result = extractor.extract(Article(text=whole))
        (found,) = result.visa_policy_statements
        assert (model.questions, result.status) == ([], "complete")
        assert (found.speaker.name, found.stance, found.measure) == (
            "Ana Roy",
            "announces",
            "visa_free",
        )
        assert [b.country for b in found.beneficiaries] == ["FJ"]
        for text in (whole.replace(" for citizens of Fiji", ""), whole.replace("Ana Roy of ", "")):
            before = len(model.questions)
            extractor.extract(Article(text=text))
            assert len(model.questions) > before
