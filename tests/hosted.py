"""For tests of hosted models: an article, and an extraction against a scripted server."""

from __future__ import annotations

from typing import Any

from asking import meeting, person
from scripted_server import Request, Response, completion

from communique import Article, Extraction, Extractor, Meeting, Options

KEY = "sk-secret-123"


MODEL = "openai/gpt-4.1-mini"


TALKS = (
    "PARIS, May 4, 2025. France's Foreign Minister Jean Dupont met Anna Novak, the Czech foreign "
    "minister, in Paris on Friday."
)


FOUND = meeting(
    2,
    person("Jean Dupont", role="Foreign Minister", country="France"),
    person("Anna Novak", role="foreign minister", country="Czech Republic"),
    place="Paris",
    date="on Friday",
)


def nothing(request: Request) -> Response:
    """The empty answer to whatever is asked."""
    form = request.body["response_format"]["json_schema"]["schema"]
    return completion({name: [] for name in form["properties"]})


def run(
    model: str | None = MODEL,
    article: str | Article = TALKS,
    *,
    records: Any = (Meeting,),
    options: Options | None = None,
    **settings: Any,
) -> Extraction[Any]:
    """One extraction, by default of meetings alone; failures are returned."""
    with Extractor(model, records=records, options=options, **settings) as extractor:
        return extractor.extract(article, raise_on_failure=False)


def met(result: Extraction[Any]) -> str | None:
    return result.meetings[0].participants[0].name
