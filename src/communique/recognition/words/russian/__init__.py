"""Russian."""

from __future__ import annotations

from communique.recognition.words.language import Language
from communique.recognition.words.russian.agreements import AGREEMENTS
from communique.recognition.words.russian.meetings import MEETINGS
from communique.recognition.words.russian.officials import OFFICIALS
from communique.recognition.words.russian.speech import SPEECH
from communique.recognition.words.russian.visas import VISAS

RUSSIAN = Language(
    code="ru",
    officials=OFFICIALS,
    speech=SPEECH,
    meetings=MEETINGS,
    agreements=AGREEMENTS,
    visas=VISAS,
)
