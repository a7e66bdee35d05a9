"""Spanish."""

from __future__ import annotations

from communique.recognition.words.language import Language
from communique.recognition.words.spanish.agreements import AGREEMENTS
from communique.recognition.words.spanish.meetings import MEETINGS
from communique.recognition.words.spanish.officials import OFFICIALS
from communique.recognition.words.spanish.speech import SPEECH
from communique.recognition.words.spanish.visas import VISAS

SPANISH = Language(
    code="es",
    officials=OFFICIALS,
    speech=SPEECH,
    meetings=MEETINGS,
    agreements=AGREEMENTS,
    visas=VISAS,
)
