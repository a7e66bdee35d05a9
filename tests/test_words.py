"""The words of each language, by which code knows what a sentence tells."""

from __future__ import annotations

import dataclasses
import re

import pytest
from asking import extract_scripted, meeting, person, visa
from guided import guided

from communique import Agreement, Article, Extractor, Meeting, VisaPolicyStatement
from communique.recognition.words import LANGUAGES
from communique.testing import ScriptedModel

PATTERNS = [
    pytest.param(pattern, id=f"{language.code}-{kind.name}-{words.name}-{number}")
    for language in LANGUAGES
    for kind in dataclasses.fields(language)
    if kind.name != "code"
    for words in dataclasses.fields(getattr(language, kind.name))
    for number, pattern in enumerate(getattr(getattr(language, kind.name), words.name))
]

# Words of English that begin as words of other languages do.
ENGLISH = (
    "A critical conversation on the facilities of traffic. In accordance with the law, the "
    "ambassador celebrated; according to reports the thematic encounter has a joint leader. Combatting "
    "crime in excellent spirits and with enthusiasm, prudent and complacent men of disparate views "
    "spoke of festive options, a valid pause, the error of a clam and the recoil of an open avalanche."
)


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_pattern_needs_words(pattern: str) -> None:
    """One that matches nothing at all would be told by every sentence."""
    assert re.compile(pattern, re.IGNORECASE).fullmatch("") is None
    assert re.compile(pattern, re.IGNORECASE).match(" ") is None


@pytest.mark.parametrize("language", LANGUAGES[1:], ids=lambda of: str(of.code))
def test_words_of_other_languages_are_not_read_in_english(language: object) -> None:
    """ "Critical" is not "criticó", and "conversation" is not "conversó"."""
    deciding = (
        *("cancelled", "planned", "proposed", "held", "opposes", "supports", "announces"),
        *("requests", "considers", "fees", "extension", "tightening", "e_visa", "visa_free"),
    )
    for kind in ("meetings", "visas"):
        words = getattr(language, kind)
        for name in deciding:
            for pattern in getattr(words, name, ()):
                found = re.search(rf"(?<!\w)(?:{pattern})", ENGLISH, re.IGNORECASE)
                assert found is None, (kind, name, found)


@pytest.mark.parametrize(
    ("said", "status"),
    [
        (
            "La ministre Ana Roy et le président Paul Bel se sont retrouvés à Suva pour la paix.",
            "held",
        ),
        ("La ministre Ana Roy recevra le président Paul Bel à Suva et le remerciera.", "planned"),
        ("Die Ministerin Ana Roy kam mit dem Präsidenten Paul Bel zusammen.", "held"),
        ("Die Ministerin Ana Roy will den Präsidenten Paul Bel in der Stadt treffen.", "planned"),
        ("La ministra Ana Roy se entrevistó con el presidente Paul Bel en la ciudad.", "held"),
        (
            "El presidente Paul Bel acogerá a la ministra Ana Roy y el jefe en los jardines.",
            "planned",
        ),
        ("Министр Анна Рой побеседовала с президентом Павлом Белым и на обеде.", "held"),
        ("Министр Анна Рой и президент Павел Белый встретятся на саммите.", "planned"),
    ],
)
def test_a_meeting_is_told_in_each_language(said: str, status: str) -> None:
    """What a small model guesses of its status does not count where words tell it."""
    cyrillic = "А" <= said[0] <= "я"
    names = ("Анна Рой", "Павлом Белым") if cyrillic else ("Ana Roy", "Paul Bel")
    wrong = "planned" if status == "held" else "held"
    people = [person(name) for name in names]
    result = guided(said, Meeting, meeting(1, *people, status=wrong))
    assert [m.status for m in result.meetings] == [status]


def test_a_meeting_may_be_told_by_verbs_that_no_list_has() -> None:
    """Who is named shows which sentences to ask about; one with a single side tells of none."""
    text = (
        "Fiji's Foreign Minister Ana Roy prised a quarter of an hour out of Peru's Luis Vega. "
        "The kelp of the bay and the weather that spoils it were on the table."
    )
    result = guided(text, Meeting, meeting(1, person("Ana Roy"), person("Luis Vega")))
    (found,) = result.meetings
    assert [p.name for p in found.participants] == ["Ana Roy", "Luis Vega"]
    assert found.evidence[0].text.startswith("Fiji's Foreign Minister")
    assert "status" not in found.grounding
    alone = "The Minister Ana Roy sang of the kelp and of the sea that brings it to the shore."
    assert guided(alone, Meeting, meeting(1, person("Ana Roy"))).meetings == ()


def test_a_large_models_meeting_may_stand_on_a_sentence_without_a_word_of_meeting() -> None:
    """But one about nobody, where other sentences have such words, is off topic."""
    text = (
        "Fiji's Foreign Minister Ana Roy prised a quarter of an hour out of Peru's Luis Vega. "
        "She had visited Lima before. The kelp of Vita Mare has done well."
    )
    people = (person("Ana Roy", country="Fiji"), person("Luis Vega", country="Peru"))
    items = [meeting(1, *people), meeting(3, person("Vita Mare"))]
    result = extract_scripted(text, {"meeting": {"meetings": items}})
    assert [m.evidence[0].start for m in result.meetings] == [0]
    assert "off_topic" in {r.reason for r in result.rejected}


def test_who_speaks_of_visas_may_do_so_in_words_that_no_list_has() -> None:
    """An official who is quoted where visas are spoken of is asked about."""
    text = (
        "Peru will require visas of the citizens of Fiji. "
        "“A slap in the face,” was all that Fiji's Consul Ana Roy had for it."
    )
    result = guided(text, VisaPolicyStatement, visa(1, person("Ana Roy"), stance="opposes"))
    assert [(s.speaker.name, s.stance) for s in result.visa_policy_statements][-1:] == [
        ("Ana Roy", "opposes")
    ]


@pytest.mark.parametrize(
    ("said", "what"),
    [
        (
            "Fiji, Chile and Peru agreed there to open a joint visa centre.",
            "open a joint visa centre",
        ),
        (
            "La France et le Pérou sont convenus d'ouvrir un centre commun pour les visas.",
            "ouvrir un centre commun pour les visas",
        ),
        (
            "Die Schweiz, Chile und Peru vereinbarten die Einrichtung einer gemeinsamen Grenzstelle.",
            "die Einrichtung einer gemeinsamen Grenzstelle",
        ),
        (
            "El Perú y Chile acordaron abrir un centro común de visados en la frontera.",
            "abrir un centro común de visados en la frontera",
        ),
        (
            "Перу, Фиджи и Чили договорились, что на границе и в порту откроются новые посты.",
            "на границе и в порту откроются новые посты",
        ),
    ],
)
def test_what_sides_agree_to_do_is_asked_about_by_name(said: str, what: str) -> None:
    """An understanding needs no instrument."""
    model = ScriptedModel(by_sentence=True)
    text = f"{said} The sea was calm and the sky of the day was blue."
    with Extractor(model, records=[Agreement]) as extractor:
        extractor.extract(Article(text=text))
    (question,) = model.questions
    assert f"“{what}”" in question.messages[1]["content"]


@pytest.mark.parametrize(
    "said",
    [
        "Fiji and Peru agreed to continue their talks on kelp and the sea.",
        "La France et le Pérou sont convenus de renforcer leur coopération dans les ports.",
        "Die Schweiz und Peru vereinbarten, die Zusammenarbeit in der Region zu vertiefen.",
        "El Perú y Chile acordaron seguir trabajando por la paz en la frontera.",
        "Перу и Чили договорились, что они и впредь будут развивать сотрудничество на границе.",
    ],
)
def test_to_go_on_as_before_is_no_agreement_for_certain(said: str) -> None:
    """The model is asked whether there is one."""
    model = ScriptedModel(by_sentence=True)
    with Extractor(model, records=[Agreement]) as extractor:
        extractor.extract(Article(text=said))
    asked = " ".join(q.messages[1]["content"] for q in model.questions)
    assert "This sentence tells of" not in asked
