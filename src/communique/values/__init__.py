"""The types of values that records are made of; each knows how it is grounded in the article.

Use them in the fields of your own `Record`: ``target: Name``, ``since: EventDate | None``.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from communique.values.country import CountryRule
from communique.values.date import DateRule
from communique.values.edtf import is_edtf
from communique.values.role import RoleRule
from communique.values.text import NameRule, PhraseRule, QuoteRule, StatementRule


def _edtf(value: str) -> str:
    if not is_edtf(value):
        raise ValueError(f"{value!r} is not a date in EDTF, such as 2025-04-19 or 2024")
    return value


Name = Annotated[str, NameRule()]
"""A person or body, as the article writes it, without honorifics."""

Body = Annotated[str, NameRule(body=True)]
"""The name of a ministry, agency or organisation; not that of a state."""

NearName = Annotated[str, NameRule(near=True)]
"""A name that, from a small model, must stand in the record's own sentences or beside them."""

Role = Annotated[str, RoleRule()]
"""An office, as written, without the state or body before it."""

Phrase = Annotated[str, PhraseRule()]
"""Words copied from the article, such as a place, a title or a topic."""

Quote = Annotated[str, QuoteRule()]
"""A direct quotation, to the letter."""

Statement = Annotated[str, StatementRule()]
"""A sentence in the model's own words that names nothing the article does not. Has no span."""

Country = Annotated[str, CountryRule(), Field(pattern="^[A-Z]{2}$")]
"""A state that the article names: ISO 3166-1 alpha-2, XK for Kosovo, EU for the Union."""

CountryOfPlace = Annotated[str, CountryRule(cities=True), Field(pattern="^[A-Z]{2}$")]
"""The state in which something is, which a city in the article may make certain."""

EventDate = Annotated[str, DateRule(), AfterValidator(_edtf)]
"""When something happened: Extended Date/Time Format (ISO 8601-2:2019), level 1."""

__all__ = [
    "Body",
    "Country",
    "CountryOfPlace",
    "EventDate",
    "Name",
    "NearName",
    "Phrase",
    "Quote",
    "Role",
    "Statement",
]
