"""German: who speaks, and who is meant."""

from __future__ import annotations

from communique.recognition.words.language import SpeechWords

SPEECH = SpeechWords(
    says=(
        r"sagte|erklärte|kündigte|teilte|betonte|bekräftigte|versicherte|meinte|unterstrich|"
        r"bestätigte|versprach|erläuterte",
    ),
    called=(
        r"[Ee]r|[Ss]ie|[Dd](?:er|ie) (?:\w*[Mm]inister\w*|Präsident\w*|Botschafter\w*|"
        r"\w*kanzler\w*)",
    ),
    subjects=(r"er|sie|beide",),
    pronouns=(r"er|sie|ihn|ihm|ihr",),
    together=(r"beide\w*|die (?:parteien|seiten|staaten|länder)|sie",),
)
