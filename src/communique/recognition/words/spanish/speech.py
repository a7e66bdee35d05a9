"""Spanish: who speaks, and who is meant."""

from __future__ import annotations

from communique.recognition.words.language import SpeechWords

SPEECH = SpeechWords(
    says=(
        r"dijo|anunció|declaró|afirmó|señaló|indicó|explicó|aseguró|informó|subrayó|destacó|"
        r"confirmó|prometió|agregó|añadió|manifestó|sostuvo",
    ),
    called=(
        r"[Ee]l (?:ministro|presidente|canciller|embajador)|"
        r"[Ll]a (?:ministra|presidenta|canciller|embajadora)",
    ),
    pronouns=(r"él|ella|ellos",),
    together=(r"ambos|ambas|las partes|los dos|ellos",),
)
