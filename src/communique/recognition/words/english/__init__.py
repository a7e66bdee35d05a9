"""English."""

from __future__ import annotations

from communique.recognition.words.english.agreements import AGREEMENTS
from communique.recognition.words.english.meetings import MEETINGS
from communique.recognition.words.english.officials import OFFICIALS
from communique.recognition.words.english.speech import SPEECH
from communique.recognition.words.english.visas import VISAS
from communique.recognition.words.language import Language

ENGLISH = Language(
    code="en",
    officials=OFFICIALS,
    speech=SPEECH,
    meetings=MEETINGS,
    agreements=AGREEMENTS,
    visas=VISAS,
)
