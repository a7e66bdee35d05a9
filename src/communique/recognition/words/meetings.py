"""The words that tell the fields of meetings, of all languages together."""

from __future__ import annotations

import re

from communique.recognition.signals import Group
from communique.recognition.words import joined

ENCOUNTER = re.compile(rf"(?<!\w)(?:{joined(lambda of: of.meetings.encounter)})")
"""A sentence tells of a meeting for certain."""

STATUS: tuple[Group, ...] = (
    (("cancelled", joined(lambda of: of.meetings.cancelled)),),
    (
        ("planned", joined(lambda of: of.meetings.planned)),
        ("proposed", joined(lambda of: of.meetings.proposed)),
        ("held", joined(lambda of: of.meetings.held)),
    ),
)

FORMAT: tuple[Group, ...] = (
    (
        ("phone", joined(lambda of: of.meetings.phone)),
        ("video", joined(lambda of: of.meetings.video)),
    ),
)

DENIED = joined(lambda of: of.meetings.denied)
"""There was no meeting, or somebody will not have one."""

SPOKE = joined(lambda of: of.meetings.spoke)
"""People spoke with each other, by whatever means."""

BODILY = joined(lambda of: of.meetings.bodily)
"""They were in one place."""

TALKS_GO_ON = rf"^\W*(?:{joined(lambda of: of.meetings.goes_on)})\b(?!.{{0,80}}\bsign)"
"""Sentences that go on telling of the meeting in the one before them."""

THEY_ALSO = (
    rf"^\W*(?:{joined(lambda of: of.meetings.they)}) (?:\w+ )?"
    rf"(?:{joined(lambda of: of.meetings.also)})"
)
"""They are those of a sentence before, and it is the same meeting."""

AT_THE_MEETING = rf"(?i:(?<!\w)(?:{joined(lambda of: of.meetings.back)}))"
"""It was told of before."""

OCCASION = joined(lambda of: of.meetings.occasion)
"""Words of an occasion on which people meet, whatever its status."""

TELLING = (
    "(?i:"
    + "|".join(rf"\b(?:{words})" for group in STATUS for _, words in group)
    + rf"|\b(?:{OCCASION}))"
)
"""Sentences that may tell of a meeting."""
