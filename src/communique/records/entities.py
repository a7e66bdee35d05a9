"""The people, bodies and states that records are about."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from communique.records.base import Entity
from communique.values import Body, Country, Name, NearName, Role

_CountryField = Annotated[
    Country | None, Field(description="state represented; null for an international body")
]


class Participant(Entity):
    """A person or body that takes part or speaks."""

    name: Annotated[Name | None, Field(description="person or body; null if only an office")]
    role: Annotated[Role | None, Field(description="office")]
    organization: Annotated[
        Body | None, Field(description="ministry, agency or body the person speaks for")
    ]
    country: _CountryField


class Party(Entity):
    """A state, ministry or organisation."""

    name: Annotated[Name | None, Field(description="state, ministry or organisation; no person")]
    country: _CountryField


class Destination(Entity):
    """Whose visa it is."""

    name: Annotated[NearName | None, Field(description="country or area to be entered")]
    country: _CountryField


class Beneficiary(Entity):
    """Whose citizens, or which group, a measure touches."""

    name: Annotated[NearName | None, Field(description="whose citizens or which group")]
    country: _CountryField
