"""A kind of record of a user's own, as the README shows it."""

from typing import Literal

from communique import Record
from communique.values import Country, EventDate, Name, Phrase


class Sanction(Record):
    """A sanction: a state or body of states restricts the business or travel of someone."""

    target: Name
    measure: Literal["asset_freeze", "travel_ban", "embargo", "other"]
    imposed_by: Country | None
    date: EventDate | None
    reason: Phrase | None
