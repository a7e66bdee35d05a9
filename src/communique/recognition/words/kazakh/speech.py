"""Kazakh: who speaks, and who is meant."""

from __future__ import annotations

from communique.recognition.words.language import SpeechWords

SPEECH = SpeechWords(
    pronouns=(r"оған|олар|онымен",),
    together=(r"екі|тараптар",),
)
