"""Invented articles of one pattern with answers to match, for pages and tables of any size."""

from __future__ import annotations

import datetime as dt
import random
import re
from collections.abc import Iterator
from typing import Any

from communique import Article
from communique.prompting import Question
from communique.testing import ScriptedModel

STATES = (
    ("France", "French", "Paris"),
    ("Kenya", "Kenyan", "Nairobi"),
    ("Peru", "Peruvian", "Lima"),
    ("Japan", "Japanese", "Tokyo"),
    ("Norway", "Norwegian", "Oslo"),
    ("Ghana", "Ghanaian", "Accra"),
    ("Chile", "Chilean", "Santiago"),
    ("Nepal", "Nepalese", "Kathmandu"),
    ("Estonia", "Estonian", "Tallinn"),
    ("Kazakhstan", "Kazakh", "Astana"),
)
_FIRST = "Ana Bela Carl Dora Emil Fay Gus Hana Ivo Jana Karl Lena".split()
_LAST = "Abara Berg Costa Duval Eriksen Farah Gomez Hadad Ilves Jansen Kimani Lopes".split()
_TOPICS = ("border trade", "air traffic", "water supply", "student exchange", "cyber crime")
_FILLER = (
    "The delegation also toured a museum and a harbour, and thanked its hosts for the welcome. "
    "Observers expect the matter to stay on the agenda for some time. "
) * 6


def articles(count: int) -> Iterator[Article]:
    """So many different articles; the same ones each time."""
    chance = random.Random(7)
    for number in range(count):
        (one, _, _), (other, demonym, city) = chance.sample(STATES, 2)
        first, second = chance.sample([f"{a} {b}" for a in _FIRST for b in _LAST], 2)
        day = dt.date(2020, 1, 1) + dt.timedelta(days=chance.randrange(2000))
        when = f"{day.day} {day:%B %Y}" if number % 3 else f"{day:%B %Y}"
        text = (
            f"Minister {first} of {one} met {second}, the {demonym} minister, in {city} in talks "
            f"on {chance.choice(_TOPICS)} on {when}. {one} and {other} signed the Treaty number "
            f"{number} on {day.year}. Minister {first} announced visa-free entry for {demonym} "
            f"citizens on {day.day} {day:%B %Y}. {_FILLER}"
        )
        yield Article(
            id=f"invented-{number:05}",
            title=f"Talks number {number}",
            source="Invented Dispatch",
            text=text,
        )


def model() -> ScriptedModel:
    """Answers what the pattern of the articles says."""
    return ScriptedModel(_answer, sequential=False)


_TOLD = re.compile(
    r"Minister (?P<first>\w+ \w+) of (?P<one>\w+) met (?P<second>\w+ \w+), the (?P<demonym>\w+) "
    r"minister, in (?P<city>\w+) in talks on (?P<topic>[\w ]+) on (?P<when>[\w ]+)\.",
)
_TREATY = re.compile(
    r"\w+ and (?P<other>\w+) signed the (?P<title>Treaty number \d+) on (?P<year>\d+)"
)
_SAID = re.compile(r"citizens on (?P<said>[\w ]+)\.")


def _answer(question: Question) -> dict[str, Any] | None:
    text = "\n".join(message["content"] for message in question.messages)
    told, treaty, said = _TOLD.search(text), _TREATY.search(text), _SAID.search(text)
    if told is None or treaty is None or said is None:
        return None
    minister = {
        "name": told["first"],
        "role": "Minister",
        "organization": None,
        "country": told["one"],
    }
    other = {"name": told["second"], "role": "minister", "organization": None}
    if question.name == "meeting":
        found = {
            "sentence": 1,
            "status": "held",
            "format": "in_person",
            "participants": [minister, {**other, "country": treaty["other"]}],
            "place": told["city"],
            "country": treaty["other"],
            "date": told["when"],
            "topics": [told["topic"]],
            "more_sentences": [],
        }
        return {"meetings": [found]}
    if question.name == "agreement":
        found = {
            "sentence": 2,
            "title": treaty["title"],
            "instrument": "treaty",
            "status": "signed",
            "parties": [{"name": n, "country": n} for n in (told["one"], treaty["other"])],
            "date": treaty["year"],
            "subjects": [],
            "more_sentences": [],
        }
        return {"agreements": [found]}
    found = {
        "sentence": 3,
        "speaker": minister,
        "stance": "announces",
        "measure": "visa_free",
        "destination": {"name": told["one"], "country": told["one"]},
        "beneficiaries": [{"name": f"{told['demonym']} citizens", "country": treaty["other"]}],
        "statement": None,
        "quote": None,
        "date": said["said"],
        "more_sentences": [],
    }
    return {"visa_policy_statements": [found]}
