"""English: who speaks and acts for a state."""

from __future__ import annotations

from communique.recognition.words.language import OfficialWords

OFFICIALS = OfficialWords(
    offices=(
        r"president|premier|minister|secretary|undersecretary|director|ambassador|"
        r"chancellor|chair(?:man|woman|person)?|commissioner|envoy|head|chief|"
        r"representative|spokes(?:man|woman|person)|speaker|governor|mayor|deputy|leader|"
        r"rapporteur|coordinator|consul|attaché|king|queen|pope|commander|negotiator|"
        r"counsellor|superintendent|prosecutor|diplomat|official|advis[eo]r|lawmaker|"
        r"legislator|senator|mp|mep|parliamentarian|(?:congress|assembly)(?:man|woman)|"
        r"councill?or|ombuds(?:man|woman)",
    ),
    bodies=(
        r"ministry|service|agency|office|commission|department|authority|committee|police|"
        r"council|directorate|secretariat|bank|board|bureau|institute|parliament|assembly|"
        r"senate|union|organi[sz]ation|academy|community|federation|association|institution|"
        r"inspectorate|administration|court|embassy|chamber|fund|government|cabinet|"
        r"presidency|consulate|congress|legislature",
    ),
)
