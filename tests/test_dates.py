"""Date phrases and what they resolve to."""

import datetime as dt
import json
from pathlib import Path

import pytest

from communique.values import dates
from communique.values.dateline import read_dateline
from communique.values.dates import find_dates
from communique.values.relative import RELATIVE

FRIDAY = dt.date(2025, 4, 18)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("on 2025-04-02", "2025-04-02"),
        ("May 1, 2024", "2024-05-01"),
        ("1 May 2024", "2024-05-01"),
        ("the 1st of May 2024", "2024-05-01"),
        ("May 2024", "2024-05"),
        ("in 2009", "2009"),
        ("the 1990s", "199X"),
        ("about 2010", "2010~"),
        ("around May 2010", "2010-05~"),
        ("2010-2012", "2010/2012"),
        ("4–6 May 2025", "2025-05-04/2025-05-06"),
        ("May 4-6, 2025", "2025-05-04/2025-05-06"),
        ("28 April to 2 May 2025", "2025-04-28/2025-05-02"),
        ("December 2024 to January 2025", "2024-12/2025-01"),
        ("on Oct. 4", "2024-10-04"),
        ("on Sept. 12", "2024-09-12"),
        ("in March", "2025-03"),
        ("in December", "2024-12"),
        ("on Friday", "2025-04-18"),
        ("on Monday", "2025-04-14"),
        ("last Friday", "2025-04-11"),
        ("next Monday", "2025-04-21"),
        ("they will meet on Monday", "2025-04-21"),
        ("they will meet on 1 May", "2025-05-01"),
        ("they held talks on 15 April that will lead to a treaty", "2025-04-15"),
        ("after talks on Monday that visas will be abolished", "2025-04-14"),
        ("On 9 April he signed the planned agreement", "2025-04-09"),
        ("he holds talks on 22 April", "2025-04-22"),
        ("they will meet on Monday next week", "2025-04-21"),
        ("vendredi prochain", "2025-04-25"),
        ("29 December to 3 January 2025", "2024-12-29/2025-01-03"),
        ("December – January 2025", "2024-12/2025-01"),
        ("carried out 12 talks on Monday", "2025-04-14"),
        ("at 10:30 May 5", "2025-05-05"),
        ("next April", "2026-04"),
        ("last April", "2024-04"),
        ("next May", "2025-05"),
        ("last May", "2024-05"),
        ("last March", "2025-03"),
        ("next March", "2026-03"),
        ("on Monday after a visit", "2025-04-14"),
        ("In June last year the fee rose", "2024-06"),
        ("on 9 and 10 April", "2025-04-09/2025-04-10"),
        ("this morning", "2025-04-18"),
        ("la veille", "2025-04-17"),
        ("накануне", "2025-04-17"),
        ("15 сәуірде", "2025-04-15"),
        ("дүйсенбіде", "2025-04-14"),
        ("өткен аптада", "2025-04-07/2025-04-13"),
        ("on 10&nbsp;April", "2025-04-10"),
        ("will open the portal to Kenya, Fiji and Peru on 1 March", "2026-03-01"),
        ("last year before the vote", "2024"),
        ("yesterday", "2025-04-17"),
        ("today", "2025-04-18"),
        ("tomorrow", "2025-04-19"),
        ("two days earlier", "2025-04-16"),
        ("three years ago", "2022"),
        ("two months ago", "2025-02"),
        ("last year", "2024"),
        ("last month", "2025-03"),
        ("next week", "2025-04-21/2025-04-27"),
        ("last week", "2025-04-07/2025-04-13"),
        ("this month", "2025-04"),
        ("25.12.2024", "2024-12-25"),
        ("le 4 octobre 2024", "2024-10-04"),
        ("le 1er mai 2024", "2024-05-01"),
        ("hier", "2025-04-17"),
        ("l’année dernière", "2024"),
        ("il y a deux jours", "2025-04-16"),
        ("am 3. März 2025", "2025-03-03"),
        ("vor zwei Tagen", "2025-04-16"),
        ("1 de mayo de 2024", "2024-05-01"),
        ("25 декабря 2024 года", "2024-12-25"),
        ("в прошлом году", "2024"),
        ("в декабре 2024 года", "2024-12"),
        ("в понедельник", "2025-04-14"),
        ("2024 жылғы 5 мамыр", "2024-05-05"),
        ("2024年5月1日", "2024-05-01"),
    ],
)
def test_a_phrase_resolves_against_the_day_of_publication(text: str, edtf: str) -> None:
    """Published on a Friday, 18 April 2025."""
    assert [m.edtf for m in find_dates(text, FRIDAY)] == [edtf]


@pytest.mark.parametrize(
    "text",
    [
        "may go",
        "Sun sets",
        "in room 2009a",
        "31 February 2024",
        "3/2",
        "Resolution 1701",
        "30-20 May",
    ],
)
def test_words_that_look_like_dates_are_none(text: str) -> None:
    """Months and days are words too, and not every day exists."""
    assert [m.edtf for m in find_dates(text, FRIDAY) if len(m.text) > 4] == []


def test_an_order_of_day_and_month_in_doubt_is_not_guessed() -> None:
    """5/6/2024 is in May or in June."""
    (mention,) = find_dates("5/6/2024", FRIDAY)
    assert mention.edtf is None


@pytest.mark.parametrize(
    ("text", "edtf"),
    [("Oct. 4", "XXXX-10-04"), ("4 May", "XXXX-05-04"), ("on Friday", None), ("last year", None)],
)
def test_without_a_day_of_publication(text: str, edtf: str | None) -> None:
    """A day keeps its unsaid year; a relative date stays open."""
    assert [m.edtf for m in find_dates(text, None)] == [edtf]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (" date 2025-04-19 ASTANA, Kazakhstan, April 19. Kazakhstan's minister", "2025-04-19"),
        ("PARIS, 4 May 2025 (AFP) - The minister", "2025-05-04"),
        ("ASTANA, April 19, 2025 - The minister", "2025-04-19"),
        ("(Paris, 4 mai 2025) Le ministre", None),
        ("ТАШКЕНТ, 14 февраля 2025 года. Министр", "2025-02-14"),
        ("ASTANA, April 19. The minister", None),
        ("The minister met on 4 May 2025.", None),
        ("Paris on 4 May 2025 saw a meeting of ministers of all kinds.", None),
        ("On May 4, 2025, the minister left.", None),
        ("Beijing, May 4, 2025 (Xinhua) -- The minister", "2025-05-04"),
        ("PARIS, le 4 mai 2025 – Le ministre", "2025-05-04"),
        ("Published: 4 May 2025\nThe minister left.", "2025-05-04"),
        ("ASTANA — On 5 May 2025 they met.", None),
        ("May 4, 2025\n\nThe minister left.", "2025-05-04"),
    ],
)
def test_a_dateline_gives_the_day_of_publication(text: str, date: str | None) -> None:
    """Only where the text begins with one, and only a full date."""
    dateline = read_dateline(text)
    found = dateline.date.isoformat() if dateline and dateline.date else None
    assert found == date


@pytest.mark.parametrize("day", [dt.date.min, dt.date.max])
def test_the_ends_of_time_do_no_harm(day: dt.date) -> None:
    """Feeds give the first of January of the year 1 where they know no date."""
    text = "5 May, tomorrow, next year, last week, on Friday, two months ago, ten years ago"
    for mention in find_dates(text, day):
        assert mention.text


@pytest.mark.parametrize(
    "text",
    [
        "the day after May 3, 2025",
        "two days before 10 May 2025",
        "on the eve of 9 May 2025",
        "the last week of May 2025",
        "deux jours après le 3 mai 2025",
    ],
)
def test_a_day_measured_from_another_is_not_the_other(text: str) -> None:
    """The named day is not the event's, and the event's is not named."""
    assert {m.edtf for m in find_dates(text, FRIDAY)} <= {None}


def test_the_same_day_is_the_one_told_before() -> None:
    """Not one that lies ahead."""
    text = "Visas end on 1 May, he said on Monday. Earlier the same day they met."
    found = {m.text: m.edtf for m in find_dates(text, FRIDAY)}
    assert found["Earlier the same day"] == "2025-04-14"
    assert {m.edtf for m in find_dates("They met later that day.", FRIDAY)} == {None}


def test_what_is_known_to_come_is_resolved_so() -> None:
    """The status of a meeting may say so where its sentence does not."""
    (mention,) = find_dates("a meeting set for Monday", FRIDAY, ahead=True)
    assert mention.edtf == "2025-04-21"


def test_a_month_without_a_year_is_kept_as_such() -> None:
    """Where nothing tells the year."""
    assert {m.edtf for m in find_dates("talks in October", None)} == {"XXXX-10"}


def _texts() -> list[str]:
    gold = Path(__file__).parent.parent / "benchmarks" / "gold"
    lines = [
        line
        for name in ("dev.jsonl", "fresh.jsonl")
        for line in (gold / name).read_text(encoding="utf-8").splitlines()
    ]
    return [json.loads(line)["text"] for line in lines]


def test_looking_only_where_words_of_dates_are_finds_what_looking_everywhere_finds(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It is a matter of time alone."""
    texts = [*_texts(), "It was\u00a0yesterday, 3 weeks ago, last week and hace dos días. " * 3]
    quick = [find_dates(text, FRIDAY) for text in texts]
    anywhere = tuple(form._replace(words=("",)) for form in dates.forms())
    monkeypatch.setattr(dates, "forms", lambda: anywhere)
    monkeypatch.setattr(dates, "_around_months", lambda text: [(0, len(text))])
    assert quick == [find_dates(text, FRIDAY) for text in texts]
    assert all(quick)


def test_each_form_of_a_relative_date_has_words_to_look_for() -> None:
    """Else it is looked for in every text."""
    assert all(word for form in RELATIVE for word in form.words)
