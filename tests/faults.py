"""For tests of failures: an article, right answers, and extractions against a scripted server."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from scripted_server import (
    Request,
    Response,
    Script,
    ScriptedServer,
    completion,
    error,
)

from communique import Extraction, Extractor, Meeting, Options

KEY = "sk-secret-123"
TALKS = (
    "PARIS, May 4, 2025. France's Foreign Minister Jean Dupont met Anna Novak, the Czech foreign "
    "minister, in Paris on Friday."
)
# The last sentence holds the cue without which nobody is asked about visas.
TALKS_AND_VISAS = f"{TALKS} They agreed to abolish visas for Czech citizens."

DUPONT = {"name": "Jean Dupont", "role": "Foreign Minister", "organization": None}
NOVAK = {"name": "Anna Novak", "role": "foreign minister", "organization": None}
MEETING = {
    "sentence": 2,
    "status": "held",
    "format": "in_person",
    "participants": [{**DUPONT, "country": "France"}, {**NOVAK, "country": "Czech Republic"}],
    "place": "Paris",
    "country": "France",
    "date": "on Friday",
    "topics": [],
    "more_sentences": [],
}
GOOD = completion({"meetings": [MEETING]})
RATE_LIMIT = "Rate limit reached for gpt-4.1-mini"

LISTS = {
    "meeting": "meetings",
    "agreement": "agreements",
    "visa_policy_statement": "visa_policy_statements",
}


def run(
    server: ScriptedServer,
    *,
    article: str = TALKS,
    model: str = "openai/gpt-4.1-mini",
    base_url: str | None = None,
    api_key: str = KEY,
    records: Any = (Meeting,),
    raise_on_failure: bool = False,
    **options: Any,
) -> Extraction[Any]:
    """One extraction against `server`, by default of meetings alone."""
    with Extractor(
        model,
        base_url=base_url or server.base_url,
        api_key=api_key,
        records=records,
        options=Options(**options),
    ) as extractor:
        return extractor.extract(article, raise_on_failure=raise_on_failure)


def run_all(server: ScriptedServer, **more: Any) -> Extraction[Any]:
    """One extraction that asks all three questions, at once."""
    with Extractor(
        "openai/gpt-4.1-mini",
        base_url=server.base_url,
        api_key=KEY,
        options=more.pop("options", Options()),
    ) as extractor:
        return extractor.extract(TALKS_AND_VISAS, **more)


def good(request: Request) -> Response:
    """A right answer to any of the three questions."""
    items = [MEETING] if request.question == "meeting" else []
    return completion({LISTS[request.question]: items})


def outcomes(result: Extraction[Any]) -> list[str]:
    """How each attempt ended."""
    return [attempt.outcome for attempt in result.usage.attempts]


def failure(result: Extraction[Any]) -> str:
    """The code of the only failure."""
    (only,) = result.failures
    return only.error


def one_broken(request: Request) -> Response:
    """Fails one question of three."""
    return error(400, "no such thing") if request.question == "agreement" else good(request)


Serve = Callable[[Script], ScriptedServer]
