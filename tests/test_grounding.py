"""How values are checked against the article, type by type."""

from typing import Any

import pytest
from asking import agreement, extract_scripted, meeting, person, visa

from communique import Article, Meeting, Options


def only_meeting(text: str, *people: dict[str, Any], sentence: int = 1, **values: Any) -> Any:
    """The one meeting of a scripted answer, and the whole result.

    A state is added that makes the meeting an official one.
    """
    published = values.pop("published", None)
    people = (*people, person(country="Fiji"))
    script = {"meeting": {"meetings": [meeting(sentence, *people, **values)]}}
    result = extract_scripted(Article(text=f"{text} Fiji was there.", published=published), script)
    return (result.meetings[0] if result.meetings else None), result


def reasons(result: Any) -> dict[str, str]:
    """Field path to reason, of what was rejected."""
    return {r.field: r.reason for r in result.rejected}


TALKS = "Foreign Minister José Núñez met Zoë O’Neill’s deputy, Ms. Li Na, in The Hague."


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("José Núñez", "José Núñez"),
        ("Jose Nunez", "José Núñez"),
        ("JOSE NUNEZ", "José Núñez"),
        ("Mr. José Núñez", "José Núñez"),
        ("H.E. Dr. José Núñez", "José Núñez"),
        ("Zoë O'Neill's", "Zoë O’Neill"),
        ("Foreign Minister José Núñez", "José Núñez"),
        ("Ms. Li Na", "Li Na"),
        ("“Li  Na”,", "Li Na"),
    ],
)
def test_a_name_is_stored_as_the_article_writes_it(given: str, written: str) -> None:
    """Honorifics, possessives, case and accents may differ; the article's letters win."""
    found, result = only_meeting(TALKS, person(given))
    assert found.participants[0].name == written
    span = found.grounding["participants[0].name"]
    assert result.article.text[span.start : span.end] == written


@pytest.mark.parametrize("given", ["Juan Núñez", "Li", "Nunez Jose", "Neil", "Winston Churchill"])
def test_a_name_that_the_article_does_not_have_is_rejected(given: str) -> None:
    """Parts of words and rearranged words do not support a name (Li Na is one name, Li its part)."""
    found, result = only_meeting("José Núñez met Lina Neilson in Limassol.", person(given))
    assert found is None
    assert reasons(result)["participants[0].name"] == "not_in_article"
    assert all(r.scope == "record" for r in result.rejected if r.field == "participants")


def test_a_part_of_a_hyphenated_name_is_not_the_name() -> None:
    """A state may stand beside a hyphen; half of a person's name may not."""
    text = "Anna Smith-Jones of the Russia-Belarus commission met staff."
    _, result = only_meeting(text, person("Anna Smith"), person("Russia"))
    assert [p.name for p in result.meetings[0].participants] == ["Russia", None]
    assert reasons(result)["participants[0].name"] == "not_in_article"


def test_a_name_in_another_case_form_is_found_in_cyrillic() -> None:
    """The nominative that a model gives is supported by the article's case form."""
    text = "Министр встретился с Сергеем Лавровым в Москве."
    found, _ = only_meeting(text, person("Сергей Лавров"))
    assert found.participants[0].name == "Сергеем Лавровым"


def test_html_entities_are_kept_to_the_letter() -> None:
    """A model reads &amp; as &; the value keeps what the text has."""
    text = "Ministers of Trinidad &amp; Tobago&#39;s Trade Board met in Oslo."
    found, _ = only_meeting(text, person("Trinidad & Tobago"))
    assert found.participants[0].name == "Trinidad &amp; Tobago"


def test_a_role_must_be_said_of_the_person() -> None:
    """An office of somebody else, far from every mention of the name, is not theirs."""
    text = (
        "Ana Silva met students in Lisbon. They sang. It rained. It was dark. "
        "Later the trade envoy Marc Petit met farmers."
    )
    found, result = only_meeting(
        text, person("Ana Silva", role="trade envoy"), person("Marc Petit", role="trade envoy")
    )
    assert found.participants[0].role is None
    assert found.participants[1].role == "trade envoy"
    assert reasons(result) == {"participants[0].role": "said_of_another"}


@pytest.mark.parametrize(
    ("text", "given", "kept"),
    [
        ("Kazakh Interior Minister Aru Bek met staff.", "Kazakh Interior Minister", "Interior Minister"),
        ("France's Minister of Trade Aru Bek met staff.", "France's Minister of Trade", "Minister of Trade"),
        ("Aru Bek, Minister of Trade of Kazakhstan, met staff.", "Minister of Trade of Kazakhstan", "Minister of Trade"),
        ("Aru Bek, Ambassador to Uzbekistan, met staff.", "Ambassador to Uzbekistan", "Ambassador to Uzbekistan"),
        ("Interpol Secretary General Aru Bek met staff.", "Interpol Secretary General", "Secretary General"),
    ],
)  # fmt: skip
def test_a_role_loses_the_state_or_body_before_or_right_after_it(
    text: str, given: str, kept: str
) -> None:
    """As the guidelines have it; "to Uzbekistan" is part of the office."""
    found, _ = only_meeting(text, person("Aru Bek", role=given))
    assert found.participants[0].role == kept


@pytest.mark.parametrize(
    ("text", "given", "code"),
    [
        ("The Kazakh minister Aru met staff.", "Kazakhstan", "KZ"),
        ("Astana sent Aru, who met staff.", "Kazakhstan", "KZ"),
        ("The U.S. envoy Aru met staff.", "United States", "US"),
        ("Türkiye sent Aru, who met staff.", "Turkey", "TR"),
        ("La ministre française Aru a rencontré le personnel.", "France", "FR"),
        ("Представитель Казахстана Aru провёл встречу.", "Kazakhstan", "KZ"),
        ("The Schengen envoy Aru met staff.", "EU", "EU"),
        ("Kosovo's envoy Aru met staff.", "XK", "XK"),
    ],
)
def test_a_country_needs_a_mention_in_some_form(text: str, given: str, code: str) -> None:
    """By name, demonym, alias or capital, in the article's language."""
    found, _ = only_meeting(text, person("Aru", country=given))
    assert found.participants[0].country == code


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ("Norway", "country_not_in_article"),
        ("Atlantis", "unknown_country"),
        ("France and Spain", "unknown_country"),
    ],
)
def test_a_country_without_a_mention_is_rejected(given: str, reason: str) -> None:
    """What the model knows from elsewhere does not get in."""
    _, result = only_meeting("Aru of France met staff from Spain.", person("Aru", country=given))
    if given == "Norway":  # the state beside the name is surer than the model
        assert result.meetings[0].participants[0].country == "FR"
    else:
        found, result = only_meeting("Staff met Aru. France sang.", person("Aru", country=given))
        assert found.participants[0].country is None
        assert reasons(result)["participants[0].country"] == reason


def test_lower_case_us_is_no_country() -> None:
    """ "us" is a pronoun."""
    _, result = only_meeting("Aru met us.", person("Aru", country="US"))
    assert reasons(result) == {"participants[0].country": "country_not_in_article"}


def test_an_international_body_represents_no_state() -> None:
    """Whatever country the model gives it."""
    text = "In France the minister Aru Bek met Interpol chief Ola Lund."
    found, _ = only_meeting(text, person("Ola Lund", organization="Interpol", country="France"))
    assert found.participants[0].country is None


def test_the_country_of_a_place_is_that_of_its_city() -> None:
    """Code knows where The Hague lies; the model's guess does not count."""
    text = "Aru Bek of France met Ola Lund in The Hague."
    found, _ = only_meeting(text, person("Aru Bek"), place="The Hague", country="France")
    assert (found.place, found.country) == ("The Hague", "NL")
    assert found.grounding["country"].text == "The Hague"


QUOTED = (
    'The envoy Ana Roy said: “We’ll waive visas\nsoon.” She later told "a joke", not visas again.'
)


@pytest.mark.parametrize("given", ["We'll waive visas soon", "“We’ll waive visas soon.”"])
def test_a_quotation_is_the_articles_to_the_letter(given: str) -> None:
    """Only marks and white space may differ."""
    script = {"visa_policy_statements": [visa(1, person("Ana Roy"), quote=given)]}
    result = extract_scripted(QUOTED, {"visa_policy_statement": script})
    assert result.visa_policy_statements[0].quote in (
        "We’ll waive visas\nsoon",
        "We’ll waive visas\nsoon.",
    )


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ("We will waive visas soon", "not_in_article"),
        ("we’ll waive visas soon", "not_in_article"),
        ("not visas again", "not_quoted"),
    ],
)
def test_a_quotation_that_differs_or_is_no_quotation_is_rejected(given: str, reason: str) -> None:
    """A changed word, a changed case, or the reporter's own words."""
    script = {"visa_policy_statements": [visa(1, person("Ana Roy"), quote=given)]}
    result = extract_scripted(QUOTED, {"visa_policy_statement": script})
    assert result.visa_policy_statements[0].quote is None
    assert reasons(result) == {"quote": reason}


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("She said that visas will be waived.", True),
        ("Ana Roy of France said that visas will be waived.", True),
        ("Pierre said that visas will be waived.", False),
        ("She told Pierre that visas will be waived.", False),
        ("She said that 90 visas will be waived.", False),
        ("She said that Germany will waive visas.", False),
    ],
)
def test_a_statement_may_not_name_what_the_article_does_not(given: str, kept: bool) -> None:
    """Free text is held to the article's people, places and figures."""
    script = {"visa_policy_statements": [visa(1, person("Ana Roy"), statement=given)]}
    result = extract_scripted(
        "The French envoy Ana Roy said visas go.", {"visa_policy_statement": script}
    )
    assert (result.visa_policy_statements[0].statement == given) is kept


def test_1_may_is_not_grounded_on_2_may_or_on_21_may() -> None:
    """A date's words must stand there as a date of their own."""
    text = "Aru met Ola on 2 May. A fair opens on 21 May, a camp runs from 1-3 May."
    found, result = only_meeting(text, person("Aru"), date="1 May", published="2025-06-01")
    assert found.date is None
    assert reasons(result) == {"date": "not_in_article"}


def test_a_shorter_phrase_takes_the_whole_date_of_the_article() -> None:
    """ "May 2" of "May 2, 2019" has the year 2019, whenever the article was published."""
    text = "Aru met Ola on May 2, 2019."
    found, _ = only_meeting(text, person("Aru"), date="May 2", published="2025-06-01")
    assert found.date == "2019-05-02"
    assert found.grounding["date"].text == "May 2, 2019"


def test_a_date_that_the_model_computed_needs_a_phrase_that_means_it() -> None:
    """A finished date is accepted only where words of the article resolve to it."""
    text = "Aru met Ola last Friday. They meet again in 2026."
    found, _ = only_meeting(text, person("Aru"), date="2025-05-30", published="2025-06-01")
    assert found.date == "2025-05-30"
    assert found.grounding["date"].text == "last Friday"
    found, result = only_meeting(text, person("Aru"), date="2025-05-29", published="2025-06-01")
    assert found.date is None
    assert reasons(result) == {"date": "not_in_article"}


def test_the_dateline_dates_the_article_and_no_event() -> None:
    """It resolves relative dates, and is not itself the date of a meeting."""
    text = "ASTANA, April 19, 2025 - Aru met Ola. They met last year too."
    found, result = only_meeting(text, person("Aru"), date="April 19, 2025")
    assert found.date is None
    assert reasons(result) == {"date": "dateline"}
    found, _ = only_meeting(text, person("Aru"), date="last year")
    assert found.date == "2024"
    assert result.published.isoformat() == "2025-04-19"


def test_a_relative_date_without_a_publication_date_stays_open() -> None:
    """ "on Friday" of an undated article is no date."""
    found, result = only_meeting("Aru met Ola on Friday.", person("Aru"), date="on Friday")
    assert found.date is None
    assert reasons(result) == {"date": "unresolved_date"}


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
    ("text", "name", "given", "code"),
    [
        ("China and ASEAN held talks.", "ASEAN", None, None),
        ("Kazakhstan and Interpol held talks.", "Interpol", None, None),
        (
            "On a visit to Kazakhstan President Aru Bek of France met staff.",
            "Aru Bek",
            "France",
            "FR",
        ),
        ("French leader Jordan Bardella met staff.", "Jordan Bardella", "France", "FR"),
        ("Chad Smith of Canada met staff.", "Chad Smith", None, "CA"),
    ],
)
def test_code_knows_better_than_the_model_only_where_the_state_belongs_to_the_name(
    text: str, name: str, given: str | None, code: str | None
) -> None:
    """Not wherever a state happens to stand nearby."""
    found, _ = only_meeting(text, person(name, country=given))
    assert found.participants[0].country == code


@pytest.mark.parametrize("sea", ["South China Sea", "Gulf of Guinea", "Indian Ocean", "New Mexico"])
def test_names_that_hold_a_states_name_mean_something_else(sea: str) -> None:
    """Nobody named the state."""
    found, _ = only_meeting(f"Aru met staff of the {sea} office.", person("Aru", country=sea))
    assert found.participants[0].country is None


@pytest.mark.parametrize("prefix", ["Vice ", "Deputy ", "former ", "Acting "])
def test_a_part_of_an_office_is_not_the_office(prefix: str) -> None:
    """The Vice President is not the President."""
    text = f"{prefix}President Aru Bek met staff."
    found, result = only_meeting(text, person("Aru Bek", role="President"))
    assert found.participants[0].role is None
    assert reasons(result)["participants[0].role"] == "not_in_article"


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("„Wir wollen das Visum“, sagte Ana Roy und reiste weiter.", "und reiste weiter"),
        ('Ana Roy said "we agree" on visas and left for Paris.', 'agree" on visas and left'),
        ('Ana Roy "spoke" of visas and left for Paris.', "of visas and left for Paris"),
    ],
)
def test_words_around_a_quotation_are_no_quotation(text: str, given: str) -> None:
    """From the mark that opens to the mark that closes, and nothing beyond."""
    script = {"visa_policy_statements": [visa(1, person("Ana Roy"), quote=given)]}
    result = extract_scripted(text, {"visa_policy_statement": script})
    assert result.visa_policy_statements[0].quote is None
    assert reasons(result) == {"quote": "not_quoted"}


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


def test_two_offices_in_one_sentence_are_not_swapped() -> None:
    """An office right before a name is that name's."""
    text = "Foreign Minister Ana Roy met President Paul Bel."
    found, result = only_meeting(
        text, person("Ana Roy", role="President"), person("Paul Bel", role="Foreign Minister")
    )
    assert [p.role for p in found.participants] == [None, None, None]
    assert set(reasons(result).values()) == {"said_of_another"}
    right = (person("Ana Roy", role="Foreign Minister"), person("Paul Bel", role="President"))
    found, _ = only_meeting(text, *right)
    assert [p.role for p in found.participants][:2] == ["Foreign Minister", "President"]
