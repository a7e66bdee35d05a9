"""A plain instructor call: pydantic models of all fields, one question for all three kinds.

This is what a competent user writes in an afternoon; nothing here checks values against the text.
"""

from __future__ import annotations

from typing import Any, Literal

import fields
import mapping
from pydantic import BaseModel, Field

Phrases = Field(max_length=fields.MOST_PHRASES)
Entities = Field(max_length=fields.MOST_ENTITIES)
Records = Field(max_length=fields.MOST_RECORDS)
Quotes = Field(
    max_length=fields.MOST_PHRASES,
    description="the sentence or sentences that carry the record, copied exactly",
)


SHAPE = (
    "Answer with one JSON object with the lists meetings, agreements and visa_policy_statements; a "
    "list is empty if there is nothing for it. evidence: the sentences of the article that carry "
    "the record, copied exactly."
)


class Person(BaseModel):
    """A person or body."""

    name: str | None
    role: str | None
    organization: str | None
    country: str | None


class Party(BaseModel):
    """A state, body or group."""

    name: str | None
    country: str | None


class Meeting(BaseModel):
    """An encounter of officials."""

    status: Literal[fields.STATUSES]  # type: ignore[valid-type]
    format: Literal[fields.FORMATS] | None  # type: ignore[valid-type]
    participants: list[Person] = Entities
    place: str | None
    country: str | None
    date: str | None
    topics: list[str] = Phrases
    evidence: list[str] = Quotes


class Agreement(BaseModel):
    """An instrument or explicit commitment."""

    title: str
    instrument: Literal[fields.INSTRUMENTS]  # type: ignore[valid-type]
    status: Literal[fields.AGREEMENT_STATUSES]  # type: ignore[valid-type]
    parties: list[Party] = Entities
    date: str | None
    subjects: list[str] = Phrases
    evidence: list[str] = Quotes


class VisaPolicyStatement(BaseModel):
    """A statement or act about visas."""

    speaker: Person
    stance: Literal[fields.STANCES]  # type: ignore[valid-type]
    measure: Literal[fields.MEASURES]  # type: ignore[valid-type]
    destination: Party | None
    beneficiaries: list[Party] = Entities
    statement: str
    quote: str | None
    date: str | None
    evidence: list[str] = Quotes


class Answer(BaseModel):
    """All records of an article."""

    meetings: list[Meeting] = Records
    agreements: list[Agreement] = Records
    visa_policy_statements: list[VisaPolicyStatement] = Records


def predict(document: dict[str, Any], base_url: str, api_key: str, model: str) -> dict[str, Any]:
    """The records of one document, as a line of predictions."""
    import instructor
    import openai

    client = instructor.from_openai(
        openai.OpenAI(base_url=base_url, api_key=api_key), mode=instructor.Mode.JSON_SCHEMA
    )
    answer = client.chat.completions.create(
        model=model,
        response_model=Answer,
        messages=[
            {
                "role": "system",
                "content": "\n\n".join(
                    (fields.TASK, *fields.GUIDES.values(), fields.VALUES, SHAPE)
                ),
            },
            {
                "role": "user",
                "content": f"{fields.published(document)}\n\nArticle:\n{document['text']}",
            },
        ],
        temperature=fields.TEMPERATURE,
        # One answer holds three kinds here; twice one kind's limit leaves room in 8,192 tokens.
        max_tokens=2 * fields.ANSWER_TOKENS,
        max_retries=2,
    )
    return mapping.prediction(document["id"], answer.model_dump())
