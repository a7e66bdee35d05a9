"""Spanish: who speaks and acts for a state."""

from __future__ import annotations

from communique.recognition.words.language import OfficialWords

OFFICIALS = OfficialWords(
    offices=(
        r"(?:vice)?(?:ministr[oa]|canciller|president[ea])|embajador\w*|secretari[oa]|"
        r"alcalde(?:sa)?|jef[ea]|director[a]?|portavoz|vocer[oa]|cónsul|senador[a]?|"
        r"(?:euro)?diputad[oa]|subsecretari[oa]|asambleísta|congresista|legislador[a]?|"
        r"parlamentari[oa]|titular|ponente|representante|gobernador[a]?|enviad[oa]|"
        r"consejer[oa]",
    ),
    bodies=(
        r"gobierno|ministerio|embajada|consulado|cancillería|consejo|comisión|congreso|"
        r"senado|parlamento|asamblea|secretaría|dirección|presidencia|policía",
    ),
    offices_of_firms_too=(r"(?:jef[ea]|portavoz|representante)\w{0,6}",),
    firms=(r"empresas?|clubes",),
)
