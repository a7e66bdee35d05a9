"""The kinds of records; each file holds one kind, its fields and its meaning for the model."""

from communique.records.agreement import Agreement
from communique.records.base import Entity, Record
from communique.records.entities import Beneficiary, Destination, Participant, Party
from communique.records.meeting import Meeting
from communique.records.visa import VisaPolicyStatement

BUILT_IN: tuple[type[Record], ...] = (Meeting, Agreement, VisaPolicyStatement)
"""The kinds that are looked for unless the caller says otherwise."""

__all__ = [
    "BUILT_IN",
    "Agreement",
    "Beneficiary",
    "Destination",
    "Entity",
    "Meeting",
    "Participant",
    "Party",
    "Record",
    "VisaPolicyStatement",
]
