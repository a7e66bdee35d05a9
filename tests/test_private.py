"""News of firms, clubs and schools: meetings and agreements without a state or an official body."""

from __future__ import annotations

from typing import Any

import pytest
from asking import agreement, extract_scripted, meeting, person

from communique import Article, Extraction, Extractor, Meeting
from communique.testing import ScriptedModel

# So much of its language makes an article's language known.
REST = " The talk of the town was of the port and the cranes that the insurers had bought."


def read(said: str, kind: str, item: dict[str, Any]) -> Extraction[Any]:
    """What comes of one item about the first sentence of such news."""
    return extract_scripted(said + REST, {kind: {f"{kind}s": [item]}})


@pytest.mark.parametrize(
    ("said", "people"),
    [
        (
            "Dockers' leader Ola Berg met director Anna Lis on Monday.",
            (person("Ola Berg", role="leader"), person("Anna Lis", role="director")),
        ),
        (
            "Association head Tom Blake met the managers of Lumen.",
            (person("Tom Blake", role="head"), person(organization="Lumen")),
        ),
        (
            "Club president Ivo Mar met director Anna Lis.",
            (person("Ivo Mar", role="Club president"), person("Anna Lis", role="director")),
        ),
        (
            "Vice-directeur Luc Pas met director Anna Lis.",
            (person("Luc Pas", role="Vice-directeur"), person("Anna Lis", role="director")),
        ),
        (
            "Spokeswoman Eva Roth held talks with the companies.",
            (person("Eva Roth", role="Spokeswoman"), person("the companies")),
        ),
    ],
)
def test_people_of_firms_are_no_officials(said: str, people: tuple[dict[str, Any], ...]) -> None:
    """Directors, heads and leaders are in every firm and club: told, not filed."""
    result = read(said, "meeting", meeting(1, *people))
    assert result.records == ()
    assert [(r.reason, r.detail) for r in result.rejected if r.scope == "record"] == [
        ("no_such_event", "nobody in it stands for a state or an official body")
    ]


@pytest.mark.parametrize(
    ("said", "people"),
    [
        (
            "Director Ana Roy of the Border Agency met Bo Lee.",
            (person("Ana Roy", role="Director", organization="Border Agency"), person("Bo Lee")),
        ),
        (
            "Director Ana Roy of Peru met Bo Lee.",
            (person("Ana Roy", role="Director", country="Peru"), person("Bo Lee")),
        ),
        (
            "Immigration Secretary Ana Roy met director Bo Lee.",
            (
                person("Ana Roy", role="Immigration Secretary"),
                person("Bo Lee", role="director"),
            ),
        ),
    ],
)
def test_one_official_is_enough(said: str, people: tuple[dict[str, Any], ...]) -> None:
    """By a public office, or by the body or state of any other."""
    result = read(said, "meeting", meeting(1, *people))
    assert [len(m.participants) for m in result.meetings] == [2]


@pytest.mark.parametrize(
    ("said", "title", "parties", "stands"),
    [
        # Too short for its language to be known by itself.
        ("Norvik signed contract with Baltsped.", "contract", ("Norvik", "Baltsped"), False),
        ("The merger agreement was signed.", "merger agreement", ("insurers",), False),
        (
            "The Peruvian retailers signed an agreement with Lumen.",
            "agreement",
            ("Peruvian retailers", "Lumen"),
            False,
        ),
        ("Peru signed a contract with Baltsped.", "contract", ("Baltsped",), True),
        ("The ministry signed a contract with Baltsped.", "contract", ("Baltsped",), True),
        ("Peru signed a contract with Baltsped.", "contract", ("Peru", "Baltsped"), True),
        # What "company" and "retailers" make of a name is not the same everywhere.
        (
            "The National Kelp Company signed a contract with Baltsped.",
            "contract",
            ("National Kelp Company", "Baltsped"),
            True,
        ),
        (
            "The Agency for Small Companies signed a contract with Baltsped.",
            "contract",
            ("Agency for Small Companies", "Baltsped"),
            True,
        ),
        (
            "The Retailers Association signed a contract with Baltsped.",
            "contract",
            ("Retailers Association", "Baltsped"),
            False,
        ),
    ],
)
def test_firms_alone_make_no_agreement(
    said: str, title: str, parties: tuple[str, ...], stands: bool
) -> None:
    """Where one party alone is known, another may be a state that the sentence names."""
    named = [{"name": each, "country": None} for each in parties]
    result = read(said, "agreement", agreement(1, title, parties=named))
    assert bool(result.agreements) == stands
    fallen = [r.detail for r in result.rejected if r.reason == "no_such_event"]
    assert fallen == ([] if stands else ["no state or official body is bound by it"])


@pytest.mark.parametrize(
    ("said", "certain"),
    [
        ("“I met the people from Okno in a lift,” Anna Lis said.", [False]),
        ("Anna Lis set her thriller at a summit in the hills.", [False]),
        ("“I met the people from Okno in a lift,” he said.", []),
        ("Her thriller is set at a summit in the hills.", []),
        ("He met the minister in a lift.", [True]),
        ("Peru and Chile met in a lift.", [True]),
    ],
)
def test_a_meeting_is_certain_only_where_an_official_side_is_named(
    said: str, certain: list[bool]
) -> None:
    """A small model that is told that there is one gives one.

    Where that is uncertain and nobody is named, it is not asked.
    """
    model = ScriptedModel(by_sentence=True)
    with Extractor(model, records=[Meeting]) as extractor:
        extractor.extract(Article(text=said + REST))
    asked = [q.messages[1]["content"] for q in model.questions]
    about = [text for text in asked if f"Now only sentence [1]: {said}" in text]
    assert ["This sentence tells of" in text for text in about] == certain
