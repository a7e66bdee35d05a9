"""French."""

from __future__ import annotations

from communique.recognition.words.french.agreements import AGREEMENTS
from communique.recognition.words.french.meetings import MEETINGS
from communique.recognition.words.french.officials import OFFICIALS
from communique.recognition.words.french.speech import SPEECH
from communique.recognition.words.french.visas import VISAS
from communique.recognition.words.language import Language

FRENCH = Language(
    code="fr",
    officials=OFFICIALS,
    speech=SPEECH,
    meetings=MEETINGS,
    agreements=AGREEMENTS,
    visas=VISAS,
)
