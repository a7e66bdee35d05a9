"""openextract: one call with a pydantic model of all fields, by pydantic-ai's native output.

The same models as for plain instructor: the two differ in who asks and who retries.
"""

from __future__ import annotations

from typing import Any

import fields
import mapping


def predict(document: dict[str, Any], base_url: str, api_key: str, model: str) -> dict[str, Any]:
    """The records of one document, as a line of predictions."""
    # First, so that an environment without it is told apart from an article that failed.
    import openextract
    from plain_instructor import SHAPE, Answer
    from pydantic_ai.models.openai import OpenAIChatModel
    from pydantic_ai.providers.openai import OpenAIProvider
    from pydantic_ai.settings import ModelSettings

    answering = OpenAIChatModel(
        model,
        provider=OpenAIProvider(base_url=base_url, api_key=api_key),
        settings=ModelSettings(temperature=fields.TEMPERATURE, max_tokens=2 * fields.ANSWER_TOKENS),
    )
    answer = openextract.extract(
        Answer,
        answering,
        source=f"{fields.published(document)}\n\nArticle:\n{document['text']}".encode(),
        instructions="\n\n".join((fields.TASK, *fields.GUIDES.values(), fields.VALUES, SHAPE)),
        media_type="text/plain",
    )
    return mapping.prediction(document["id"], answer.model_dump())
