"""French: who speaks and acts for a state."""

from __future__ import annotations

from communique.recognition.words.language import OfficialWords

OFFICIALS = OfficialWords(
    offices=(
        r"ministre|présidente?|ambassad(?:eur|rice)|commissaire|directeur|directrice|"
        r"porte-parole|secrétaire|chef|cheffe|(?:euro)?députée?|parlementaire|rapporteure?|"
        r"préf(?:et|ète)|premier|vice-président|maire|chancelier|chancelière|émissaire|"
        r"envoyée?|représentante?|sénat(?:eur|rice)|gouverneure?|conseill(?:er|ère)|"
        r"négociat(?:eur|rice)",
    ),
    bodies=(
        r"gouvernement|ministère|direction|commissariat|agence|conseil|ambassade|consulat|"
        r"préfecture|parlement|sénat|présidence",
    ),
    offices_of_firms=(r"président-directeur|pdg",),
    offices_of_firms_too=(
        r"(?:(?:vice-)?direct(?:eur|rice)|cheffe?|porte-parole|représentant)\w{0,6}",
    ),
    firms=(r"entreprises?|sociétés?",),
)
