"""German."""

from __future__ import annotations

from communique.recognition.words.german.agreements import AGREEMENTS
from communique.recognition.words.german.meetings import MEETINGS
from communique.recognition.words.german.officials import OFFICIALS
from communique.recognition.words.german.speech import SPEECH
from communique.recognition.words.german.visas import VISAS
from communique.recognition.words.language import Language

GERMAN = Language(
    code="de",
    officials=OFFICIALS,
    speech=SPEECH,
    meetings=MEETINGS,
    agreements=AGREEMENTS,
    visas=VISAS,
)
