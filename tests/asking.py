"""Shorthand for tests: an extraction whose model says what the test scripts."""

from typing import Any

from communique import Article, Extraction, Extractor, Options
from communique.records import BUILT_IN
from communique.testing import ScriptedModel

Script = dict[str, Any]


def extract_scripted(
    article: Article | str,
    script: Any,
    *,
    records: Any = BUILT_IN,
    options: Options | None = None,
    **model: Any,
) -> Extraction[Any]:
    """What an extraction makes of scripted answers."""
    with Extractor(
        ScriptedModel(script, **model), records=records, options=options or Options()
    ) as extractor:
        return extractor.extract(article, raise_on_failure=False)


def person(name: str | None = None, **values: str | None) -> dict[str, str | None]:
    """A participant as a model gives it."""
    return {"name": name, "role": None, "organization": None, "country": None, **values}


def meeting(sentence: int, *participants: dict[str, Any], **values: Any) -> dict[str, Any]:
    """A meeting as a model gives it."""
    return {
        "sentence": sentence,
        "status": "held",
        "format": None,
        "participants": list(participants),
        "place": None,
        "country": None,
        "date": None,
        "topics": [],
        "more_sentences": [],
        **values,
    }


def agreement(sentence: int, title: str, **values: Any) -> dict[str, Any]:
    """An agreement as a model gives it."""
    return {
        "sentence": sentence,
        "title": title,
        "instrument": "agreement",
        "status": "signed",
        "parties": [],
        "date": None,
        "subjects": [],
        "more_sentences": [],
        **values,
    }


def visa(sentence: int, speaker: dict[str, Any], **values: Any) -> dict[str, Any]:
    """A visa policy statement as a model gives it."""
    return {
        "sentence": sentence,
        "speaker": speaker,
        "stance": "announces",
        "measure": "visa_free",
        "destination": None,
        "beneficiaries": [],
        "statement": None,
        "quote": None,
        "date": None,
        "more_sentences": [],
        **values,
    }


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
