"""Kazakh: who speaks and acts for a state."""

from __future__ import annotations

from communique.recognition.words.language import OfficialWords

OFFICIALS = OfficialWords(
    offices=(r"(?:елші|төраға|басшы|өкіл|хатшы|кеңесші|орынбасар)(?!лі[кг])\w*",),
    bodies=(r"министрліг\w*|агенттіг\w*|елшілі\w*|үкімет\w*|мәжіліс\w*|консулды\w*",),
)
