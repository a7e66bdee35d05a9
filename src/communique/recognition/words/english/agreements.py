"""English: agreements."""

from __future__ import annotations

from communique.recognition.words.language import AgreementWords

AGREEMENTS = AgreementWords(
    terminated=(
        r"cancel(?:l?ed|s)\b|annul\w*|revok\w*|abrogat\w*|tore up|torn up|no longer in force",
        r"terminat\w*|expired|lapsed|withdr[ae]w\w*|scrapped|rescind\w*|denounc(?:ed|ing|es)\b|"
        r"repudiat\w*|ran out\b|(?:has|had) run out|pulled out of|ceased to (?:be|have|apply)|"
        r"quit\b",
    ),
    suspended=(
        r"suspend\w*|frozen|put on (?:hold|ice)|froze\b|paus(?:ed|ing)\b|in abeyance|"
        r"mothballed",
    ),
    under_negotiation=(
        r"(?:refus|declin)\w* to (?:sign|conclude)|(?:will|would) not (?:sign|conclude)|"
        r"w(?:o|ould)n['’]t sign",
        r"(?:due|set|ready|about|expected|hop\w+|planned|plans?|scheduled|prepared|"
        r"yet)\s+to\s+(?:be\s+)?sign\w*|to be (?:\w+ )?signed|(?:will|would|could|may|might|shall) "
        r"(?:soon |then |later )?(?:be )?signe?d?\b|not (?:yet )?(?:been )?signed",
        r"(?:still |being )?negotiat(?:ed|ing)\b|negotiations? (?:on|over|for|of|about|towards)|"
        r"talks (?:on|over|about|towards?) (?:a|an|the) (?:[\w-]+ ){0,4}?"
        r"(?:agreement|treaty|pact|deal|accord|protocol|memorandum|convention)",
        r"(?:being |still )?(?:draft|prepar)(?:ed|ing)\b|drafts?\b|in preparation",
        r"(?:initiate|begin|beg[au]n|start|launch|open)\w* (?:the |formal )?(?:development|work|"
        r"talks|negotiations|drafting)",
        r"working on|work on (?:a|an|the)|under (?:discussion|negotiation)|in the works|"
        r"in the pipeline",
        r"settl\w+ the (?:wording|text)|(?:to|will) complete|(?:awaiting|awaits) signature",
        r"(?:being |been )?(?:drawn|drawing|draws?) up|"
        r"finali[sz]\w*|initial(?:l)?ed|not (?:yet )?(?:ready|finished)|ironing out|"
        r"ready for (?:signature|signing)|hammer\w* out",
    ),
    proposed=(
        r"propos\w*|call(?:ed|s|ing)? for|suggest\w*|mandate to negotiate|advocat\w*",
        r"offer(?:ed|s)\b|mooted|floated|plead\w* for|"
        r"put forward|tabled\b|push(?:ed|es|ing) for|raised the (?:idea|possibility)",
    ),
    ratified=(r"(?<!to be )(?<!yet to )(?<!to )ratif\w*",),
    in_force=(
        r"in force|(?:took|takes|taken|taking) effect|into (?:force|effect)|since (?:19|20)\d\d",
        r"rest(?:s|ed)? on|legal basis|bound by|governed by|adopted|endorsed|existing|"
        r"still (?:applies|holds|stands|valid|binding)|remains? (?:valid|binding|in effect)|"
        r"became effective",
        r"undert(?:ake|akes|ook)\b|commit(?:s|ted|ting)? (?:themselves |itself )?to|thanks to|"
        r"govern(?:s|ed)\b",
        r"decision to (?:open|launch|create|set up|establish)|agreeing to\b",
        r"agreed\b(?! to (?:sign|start|begin|draft|prepare))|under (?:the|its|a|an)\b|"
        r"reached (?:an? )?(?:agreement|understanding|deal)|struck (?:a|an)\b|"
        r"came to (?:an agreement|terms)",
    ),
    signed=(
        r"signatures\b|put (?:his|her|their) (?:names?|signatures?|pens?)|bears the date|"
        r"reached in\b",
        r"sign(?:ed|ing|s|ature)?\b|conclud\w*|executed|inked|sealed|penned|dat(?:es|ing) from|"
        r"exchanged (?:notes|letters)",
    ),
    memorandum=(r"memorand\w*|mous?\b|letters? of intent",),
    roadmap=(r"road[- ]?map\w*|action plan|plan of action",),
    protocol=(r"protocol\w*|amendment|addendum|annex",),
    declaration=(r"declaration|joint statement|communiqu\w+|statement of intent",),
    contract=(r"contract\b",),
    treaty=(r"treaty|treaties|convention",),
    agreement=(r"agreement|accords?\b|arrangement|pact\b|deal\b",),
    other=(r"programme|program\b|plan\b|charter|strategy|scheme|compact|partnership",),
    heads=(
        r"memorand(?:um|a)s?|mous?|road[- ]?maps?|action plans?|plans? of action|protocols?|"
        r"amendments?|addend(?:um|a)|declarations?|joint statements?|communiqu[eé]s?|contracts?|"
        r"treat(?:y|ies)|conventions?|agreements?|accords?|arrangements?|pacts?|deals?|charters?",
    ),
    denied=(
        r"(?:did|do|does|have|has|had) not (?:sign|conclude|reach|agree)\w*|"
        r"(?:did|have|has|had)n['’]t (?:sign|conclude|reach|agree)\w*|"
        r"fail\w* to (?:sign|conclude|reach|agree)|den(?:ied|ies|y|ying) (?:that|having|any|reports)|"
        r"without (?:signing|concluding|reaching)",
    ),
    none=(r"no|without (?:an?|any)|neither",),
    ends=(
        r"which|that|who|whom|whose|signed|concluded|adopted|dated|reached|has|have|had|was|were|"
        r"is|are|will|would|shall|could|may|might|must|should|said|says|after|before|during|until|"
        r"since|under|as|while|when|where|if|because|at|by|from|into|over|upon|this|last|next|"
        r"than|but|so|also|both|nor|not|still|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|"
        r"in (?:19|20)\d\d|in [A-Z]\w+|on \d|on [A-Z][a-z]+ \d|entitles?|entered",
    ),
    may_tell=(
        r"agreeing\b|undert(?:ake|akes|ook)\b|"
        r"decision to (?:open|launch|create|set up|establish)|"
        r"sign(?:ed|ing|s|atures?|atory|atories)?\b(?! (?:up|language))|documents?\b|initiall?ed|"
        r"ratif\w*|conclud\w*|agree[ds]?\b|inked|sealed|"
        r"(?:plans?|programmes?|programs?|strateg(?:y|ies)|(?:letter|statement)s? of intent)\b"
        r"(?! to)|penned\b|exchange of (?:notes|letters)|notes verbales|compact\b|"
        r"understandings?\b|ceasefire|truce|armistice|struck\b|came to terms",
    ),
    agreed_to=(
        r"(?:agreed|agreeing|undertook|undertake|decision|jointly decided)(?: (?:there|then|"
        r"also|jointly|on \w+day))? to",
    ),
    goes_on=(
        r"(?:further |also |jointly |closely )*(?:cooperat|continu|work|strengthen|deepen|"
        r"expand|intensif|enhanc|promot|meet|hold|discuss|sign|start|begin|negotiat|draft|"
        r"prepar|remain|stay|keep|maintain|support|consider|study|explor|look|take|do|be|"
        r"have|go|help|stand)\w*\b",
    ),
    one_sided=(r"decrees?|executive orders?|laws?|bills?",),
)
