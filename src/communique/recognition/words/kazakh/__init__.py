"""Kazakh.

Its articles are asked about as those of a language whose words code does not know: these words
tell code which sentences to look at twice, and what they say beyond doubt.
"""

from __future__ import annotations

from communique.recognition.words.kazakh.agreements import AGREEMENTS
from communique.recognition.words.kazakh.meetings import MEETINGS
from communique.recognition.words.kazakh.officials import OFFICIALS
from communique.recognition.words.kazakh.speech import SPEECH
from communique.recognition.words.kazakh.visas import VISAS
from communique.recognition.words.language import Language

KAZAKH = Language(
    code="kk",
    officials=OFFICIALS,
    speech=SPEECH,
    meetings=MEETINGS,
    agreements=AGREEMENTS,
    visas=VISAS,
)
