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
    offices_of_firms=(
        r"chief (?:\w+ )?(?:executive|financial|operating|technology|commercial|marketing)|"
        r"goodwill ambassador|brand ambassador|"
        r"club(?:['’]s)? (?:president|chair\w*|director|secretary)|"
        r"(?:film|festival|artistic|sporting|casting|museum) (?:director|president|chief)|"
        r"managing director|head of (?:sales|marketing|investor relations)|chair\w* of the board",
    ),
    offices_of_firms_too=(
        r"(?:(?:vice-|deputy-)?(?:director|head|chair|chief|leader|spokes|representative|"
        r"coordinator)|deputy)\w{0,6}",
    ),
    firms=(
        r"compan(?:y|ies)|firms?|retailers?|insurers?|carmakers?|clubs?|players?|strikers?|"
        r"investors?|shareholders?|holdings?|startups?|studios?|ltd|inc|plc|llc|corp",
    ),
    state_run=(r"national|state|royal|federal|public",),
    public=(
        r"railways?|ports?|airports?|customs|navy|army|guards?|forces|universit\w+|hospitals?|"
        r"museums?|librar\w+|archives?|parties|sides|countries|governments|ministries|delegations",
    ),
)
