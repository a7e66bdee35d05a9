"""English."""

from __future__ import annotations

from communique.recognition.words.language import (
    AgreementWords,
    Language,
    MeetingWords,
    OfficialWords,
    VisaWords,
)

_TO_MEET = (
    r"(?:meet|hold|visit|travel|host|receive|attend|discuss|talk|gather|sit|speak|convene|confer|"
    r"take place|be held|be received|be (?:conducted|convened|hosted|welcomed)|go to|fly to|"
    r"see each|call on|resume|reconvene|try again|welcome|consult|negotiate|have (?:talks|a|an)|"
    r"join|sit down|pay|open|begin|start|come together|come to|co-?chair|chair|arrive|"
    r"return|head|be in|be the guest|brief|entertain|greet|stop|see)"
)

_TALKS = (
    r"(?:talks|meetings?|negotiations|consultations|conversations?|discussions|sessions?|"
    r"exchanges?|audience|bilateral|bilaterals|tête-à-tête|one-on-one|roundtable|round|call|summit)"
)

_OFFICE = (
    r"(?:minister|president|representative|secretary|ambassador|king|queen|emir|sultan|premier|"
    r"chancellor|envoy|commissioner|speaker|counterpart|chief|chargé|consul)"
)

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

MEETINGS = MeetingWords(
    cancelled=(
        r"cancel\w*|call(?:ed|ing) off|postpon\w*|(?:was|were|been|being) put off|put back\b",
        r"(?:was|were|been) (?:to have|due to have|supposed to|meant to) (?:met|meet|held|hold|"
        r"receive\w*|host\w*|visit\w*|spoken|speak|see|seen|sit)|had to be put off",
        r"(?:will|would) be rearranged|scrapped|indefinitely delayed|fell through|"
        r"did not take place",
        r"(?:will|would) (?:not|no longer) (?:go ahead|take place|meet|travel|be held|receive|"
        r"visit)",
        r"pull(?:ed|ing) out of|shelved|(?:was|were|is|has been) off\b|deferred\b|"
        r"without (?:setting )?a new date",
    ),
    planned=(
        rf"(?:will|shall)\s+(?:also |then |next |again |both |each |now |soon |first )?{_TO_MEET}",
        r"(?:due|set|scheduled|expected|slated|is|are|plans?|planned|planning|intends?|preparing|"
        rf"prepares?|wants?|poised|booked|billed) to (?:\w+ly )?{_TO_MEET}",
        r"meets? (?:again )?(?:in|at|on|with)\b.{0,60}\b(?:tomorrow|next|on \d|on [A-Z][a-z]+ \d)",
        r"(?:arranged|agreed|pencilled in|booked|convened) for\b|has been arranged",
        r"(?:travels|flies|heads|goes|leaves|is flying|is travelling|is heading|is going)\b.{0,60}"
        r"\b(?:to|for) (?:hold|talks|meet|a meeting|see)",
        r"(?:scheduled|planned|slated|set|fixed|down|penciled in|due|expected) for|"
        r"(?:will|would) (?:take place|be held)",
        r"accept(?:ed|s|ing) (?:the|an|his|her|their|this|that|its) (?:\w+ )?invitation|"
        r"agreed to (?:meet|see|sit|talk|visit|receive|host|hold)",
        r"(?:is|are) (?:due|expected) (?:in|at|here|on)\b|"
        r"(?:is|are) (?:meeting|receiving|hosting|seeing|visiting)\b.{0,60}\b(?:tomorrow|next|"
        r"on)\b|"
        r"upcoming|forthcoming|next (?:round|meeting|session)\b.{0,40}\b(?:will|is|has)\b",
    ),
    proposed=(
        r"(?:propos|suggest)\w+.{0,160}\b(?:meeting|talks|summit|round|visit|meet|discuss|dialogue|"
        r"conference|sit down|call)",
        r"(?:invit(?:ed|es|ing)|offer(?:ed|s|ing)?|ask(?:ed|s|ing)?|call(?:ed|s|ing)?|"
        r"urg(?:ed|es|ing)|press(?:ed|es|ing)|push(?:ed|es|ing))\b.{0,80}"
        r"\b(?:to (?:meet|talks|visit|a round|a meeting|host|sit|come|attend|hold|pay|return to|"
        r"the negotiating)|for talks|for an? (?:meeting|summit|round|audience|call|conference|"
        r"urgent|emergency|early|special|extraordinary)|come to)",
        r"(?:offered|proposed|suggested|wants|wanted|hopes|wishes|asked|ready|willing|prepared) to "
        r"(?:receive|host|meet|mediate|see|sit|talk)",
        r"(?:extend|issu|renew|convey|sent|send|hand)\w*\b.{0,40}\binvitations?\b|"
        r"(?:request(?:ed|s)?|seeks?|seeking|sought) (?:\w+ ){0,3}?(?:meeting|audience|talks|"
        r"call)\b",
    ),
    held=(
        r"(?:met|held|received|hosted|welcomed|summoned|convened|gathered|toured together)\b",
        r"(?:spoke (?:\w+ )?(?:with|by|on the|to|over|at)|talked|discussed|conferred|negotiated)\b",
        r"(?:phoned|telephoned|consulted|summoned|called in|withdrew|co-?chaired)\b",
        r"(?:sat down|seated|took part|went over|called on|participated|attended)\b",
        rf"called (?:\w+ ){{1,6}}?{_OFFICE}\b",
        r"(?:exchanged views|spent .{3,40}\bwith|face to face|joined|conversed|dined|lunched)\b",
        r"(?:had come to|confer\w*|saw each other|spent (?:\w+ ){1,4}on a|went through|rang)\b",
        r"(?:paid .{0,30}\b(?:call|visit)|brought (?:\w+ ){1,3}together|compared notes|"
        r"dropped in)\b",
        r"(?:parted|deliberated|huddled|shook hands|was welcomed|were welcomed|ended|"
        r"concluded)\b",
        rf"(?:had|having|wrapped up|rounded off|kicked off|opened|began|completed|finished) "
        rf"(?:\w+[ -]){{0,4}}?{_TALKS}\b|"
        r"(?:was|were|been) (?:received|hosted|greeted|summoned|ushered|hauled|briefed|"
        r"called in)\b",
        r"(?:came|come) (?:together|to\b.{0,40}\b(?:talks|meet))|assembled|dropped by|"
        r"caught up with|engaged (?:with|in)|entertained|linked up|dialled|"
        r"reached .{2,60}\bby (?:phone|telephone)|presented (?:his|her|their) (?:credentials|"
        r"letters)|(?:took|taken|take) place|"
        r"breakfasted|hammered out|walked with|carpeted|"
        r"mediated|brokered|hauled in|(?:was|were) the guests? of|spoken\b|"
        r"sitting down|sat (?:with|opposite|across|together|side)|swapped|"
        r"accepted the credentials|"
        r"reviewed .{3,80}\bwith\b|raised .{3,80}\b(?:with|in a)\b|took up .{3,80}\bwith\b",
    ),
    phone=(
        r"(?:by|over the|on the) (?:phone|telephone)|phone[ds]?\b|telephone[ds]?\b|telephonic",
        r"(?:phone|telephone) (?:call|conversation|talk)s?|\bcall (?:with|between|to|from)\b|"
        r"(?:rang|dialled)\b",
    ),
    video=(
        r"video(?:[- ]?(?:conference|call|link|conferencing|talks|meeting))?\b|virtual(?:ly)?\b|"
        r"online\b|via zoom\b|teleconference",
    ),
    spoke=(
        r"(?:spoke|spoken|speaks?|speaking|talked) (?:(?:\w+ ){0,2})(?:with|to)\b|conversation\b",
    ),
    bodily=(
        r"met\b|meet\w*|visit\w*|receiv\w*|host\w*|welcom\w*|sat\b|gather\w*|summon\w*|session|"
        r"summit|conference|forum|arriv\w*|attend\w*|talks\b|negotiat\w*|ceremon\w*|dinner|lunch|"
        r"trip|face to face|in person|sidelines|margins",
    ),
    occasion=(
        r"(?:meetings?|talks|conference|session|consultations|summit|conversation|negotiations|"
        r"dialogue|audience|roundtable|gathering|call|encounter|tête-à-tête|get-together|"
        r"discussions|bilateral|trilateral|luncheon|lunch|dinner|breakfast|exchange of views|"
        r"forum|congress|round|working visit|state visit|"
        r"official visit) "
        r"(?:\w+ ){0,2}?(?:with|between|of|at|on|that|to|by|"
        r"here|in(?! (?:this|these|all|the (?:area|field|sphere|future))\b))\b|"
        r"one-day \w+|(?:talks|meeting|summit|conference|session|discussions)(?=[.,;:]|$)|"
        r"on the (?:sidelines|margins|fringes) of|in talks\b|(?:meeting|hosting|"
        r"receiving) (?:with )?(?=[A-Z])",
    ),
    encounter=(
        r"met\b(?: with)?|(?:hold|held|holding|had|resumed|opened) (?:[\w-]+ ){0,3}?(?:talks|"
        r"meetings?|negotiations|consultations|conversation)|spoke (?:\w+ )?(?:with|by|on|to)|"
        r"talked (?:with|to)|(?:was|were) received by|received (?:the )?[A-Z]|summoned|"
        r"sat down with|(?:telephoned|phoned|hosted)\b|"
        r"(?:will|due to|to) (?:meet|host|receive|hold talks)|"
        r"(?:meeting|talks|call|conversation|consultations) (?:with|between|of|on|in)|called off|"
        r"called in(?:to)?\b|(?<!news )(?<!press )conference|summit|spent \w+ \w+ with|discussed|"
        r"one-day meeting|consultations\b|withdrew|"
        r"confer(?:red|s|ring)?\b (?:with|about|on|in|over)|"
        r"saw each other|brought (?:\w+ ){1,3}together|"
        r"over (?:lunch|dinner|breakfast|tea|coffee)\b|"
        r"video (?:link|call)|spent .{3,40}\bwith\b|"
        r"went (?:through|over)\b.{0,80}\bwith (?:[A-Z]|the )|"
        r"paid .{0,30}\b(?:call|visit) (?:on|to)\b|"
        r"called on (?=[A-Z]|the )(?![^.;]{0,60}\bto\b)|"
        r"had (?:lunch|dinner|an audience)|(?:dined|lunched|breakfasted|huddled|conversed) with|"
        r"shook hands|rang\b|flew to .{0,60}\bto see\b|compared notes|exchanged views|deliberat\w+|"
        r"(?:played|plays) host to|round of (?:talks|political)|"
        r"(?:suggest|propos|offer|invit)\w+\b.{0,120}\b(?:meet|discuss\w*|talks|host|receive)\b|"
        r"sat (?:down )?(?:opposite|across)|face to face|tête-à-tête|"
        r"reviewed .{3,80}\bwith (?:[A-Z]|the |his |her )|"
        r"(?:trilateral|bilateral|courtesy) (?:meeting|call|talks)",
    ),
    goes_on=(
        r"They|The (?:two|sides?|talks|discussions?|parties|agenda|conversation|ministers|"
        r"officials|negotiations|consultations|interlocutors)|Both|Special attention|Issues|"
        r"Among the|Also (?:present|discussed)|(?:During|In|At) (?:the|their) (?:meeting|talks|"
        r"conversation|call|session|discussions?)|No (?:new )?date|Topics|Discussions|Talks",
    ),
    they=(r"They|The two|Both",),
    back=(
        r"(?:told|at|during|after|following|before|in|upon|addressed|opened|closed|left|"
        r"completion of|"
        r"outcome of|result of|end of) (?:the|this|that|their|these) (?:\w+ )?(?:meetings?|talks|"
        r"session|conference|summit|conversation|consultations|negotiations|call)\b(?! (?:of|"
        r"with|between|in)\b)",
    ),
    also=(
        r"also (?:discuss|exchang|touch|review|consider|address|rais|explor|examin|reaffirm|"
        r"emphasi|stress|underscor|noted|agreed)",
    ),
)

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
)

# "Has doubled", "is to be dropped": a change that somebody made or will make.
CHANGED = r"(?:is|are) to\b|(?:has|have)(?: now| also)?(?: been)? [a-z]+(?:ed|en)\b"

VISAS = VisaWords(
    acts=(
        r"(?:under|by|in|with) (?:an? |the |its |his |her |their )?(?:new |recent |joint )?"
        r"(?:order|decree|law|decision|resolution|regulation|instruction|ruling)s?\b"
        r"(?: (?:of|by|that|which|signed by|issued by)\b)?(?: the\b)?|"
        r"(?:a|the|[A-Z]\w+) law (?:that|which)\b",
    ),
    opposes=(
        r"oppos\w*|against\b|reject\w*|condemn\w*|critici[sz]\w*|denounc\w*|objected|objects\b",
        r"(?:would|will|does|did|do|could|can)\s?n['o]t (?:support|back|accept|agree)",
        r"deplor\w*|protest\w*|complain\w*|regrett?(?:s|ed|ing)\b|resist(?:s|ed|ing)\b",
        r"unacceptable|discriminatory|(?:be|been|is|was) (?:dropped|scrapped|repealed)",
        r"want(?:s|ed)?\b.{0,60}\b(?:dropped|scrapped|repealed|withdrawn|revoked|reversed)\b",
        r"voted (?:down|no)|turned down|ruled out|warned against|decri(?:ed|es)|lambast\w*|"
        r"slam(?:med|s)\b|blast(?:ed|s)\b|attacked|a mistake|hostile|unfair|humiliat\w*|absurd|"
        r"lament\w*",
        r"blunder|punish\w*|retorted|(?:vote|voting|votes) against|a step back\w*|"
        r"wrong (?:signal|step|move|way)|no friend|folly|shame\w*|short-sighted|too far|"
        r"backwards?\b",
    ),
    supports=(
        r"welcom\w*|support\w*|back(?:ed|s|ing)\b|in favou?r|prais\w*|endors\w*",
        r"(?:highly )?appreciat\w*|commend\w*|thank(?:s|ed|ing)\b(?! to)|overdue\b|grateful\b",
        r"applaud\w*|hail\w*|(?:would|should) like|advocat\w*|defend(?:ed|s|ing)\b|"
        r"spoke (?:up )?for|a step forward|delighted|glad\b|champion\w*|pleased\b|good news",
        r"right direction|applause|satisf(?:action|ied)|wholehearted\w*|good (?:thing|move|"
        r"step|idea)|rejoic\w*|cheer(?:ed|s)\b|fan of|great news|common sense|high time|"
        r"about time|won praise",
    ),
    requests=(
        r"call(?:ed|s|ing)? (?:on|for|upon)\b|ask(?:ed|s|ing)\b|urg(?:e[ds]?|ing)\b|request\w*",
        r"must (?:start|stop|begin|end|drop|lift|require|introduce|abolish|restore)\b",
        r"s(?:ought|eeks?|eeking)\b|plead\w*|"
        r"demand(?:ed|s|ing)\b|appeal\w*|press(?:ed|es|ing)? for|lobbied for|"
        r"push(?:ed|es|ing) for|propos(?:ed|es|ing)\b|suggest(?:ed|s|ing)\b|insist\w*|"
        r"petition\w*|want(?:s|ed)\b|begged\b|lobb(?:ied|ying)",
        r"should (?:stop|start|drop|lift|follow|scrap|let|allow|open|waive|end|do away)|"
        r"plea\b|pleas\b|wish(?:es|ed)? for|would like\b|hop(?:ed|es) (?:that|"
        r"to see)|call for\b|calls for\b",
    ),
    considers=(
        r"stud(?:y|ies|ied|ying)\b|consider\w*|look(?:ing|ed|s)? (?:into|at)|examin\w*",
        r"review\w*|assess\w*|weigh(?:s|ed|ing)?\b|explor\w*|"
        r"read(?:y|iness)\b.{0,40}to (?:begin|start|discuss|work)",
        r"mull(?:s|ed|ing)\b|evaluat\w*|contemplat\w*|be(?:ing)? looked at|open to\b",
        r"(?:make|made|making) up (?:its|his|her|their) minds?|(?:has|have) yet to decide|"
        r"work(?:s|ing|ed) on|debat(?:ed|ing|es)\b|thinking (?:of|about)|negotiating\b|toying with|"
        r"(?:may|could|might) (?:soon )?(?:introduce|lift|drop|abolish|extend|ease|tighten|waive)",
        r"one of (?:several|the) options|on the table|not (?:been )?ruled out|(?:has|"
        r"have) not ruled out|weigh\w*|looking into|inclined\b|under (?:review|consideration|"
        r"discussion|examination|study)|may soon\b|no decision|nothing (?:has been|"
        r"is) decided|not yet decided|ponder\w*|floated|might soon|in two minds|feasib\w+",
    ),
    announces=(
        r"announc\w*|decid\w*|decree\w*|introduc\w*|abolish\w*|raised\b|lower(?:ed|s)",
        r"(?:will|would|shall)\b|lengthen\w*|lifted|suspended|dropped|cut\b|doubled",
        r"(?:came|comes|come|enter\w*|put) into (?:force|effect)|takes? effect|took effect",
        r"(?:prolong|shorten|reinstat|restor|reimpos|impos|tripl|halv|scrapp|waiv|exempt)ed\b",
        r"promis(?:es|ed)\b|pledg(?:es|ed)\b|may (?:now )?(?:come|enter|travel|stay)\b",
        r"approv(?:ed|es)\b|signed into law|grant(?:ed|s)\b|"
        r"launch(?:ed|es)\b|(?:has|have) (?:begun|started|stopped|ended|agreed|opened|closed|made|"
        r"given|set|put|told|added|cut|taken)\b|removed\b|extended\b|eased\b|tightened\b|"
        r"increas(?:ed|es)\b|reduc(?:ed|es)\b|"
        r"stopped\b|halted\b|ended\b|resum(?:ed|es)\b|open(?:ed|s) (?:its|the)\b|agreed to\b|"
        r"relaxed\b|simplified\b|widened\b|banned\b|barred\b|voted (?:to|for)|passed (?:a|the)\b|"
        r"unveil\w*|rolled out|added .{2,60}\bto (?:its|the|a) list|ordered\b|enact\w*|"
        r"confirm(?:ed|s)\b|ruled\b",
        r"made (?:the news |it )?public|(?:come|comes|came|coming) into (?:force|effect)|gazetted|"
        r"signed the (?:order|decree)|as (?:from|of) (?:\d|[A-Z])|with immediate effect|"
        r"from now on|henceforth",
    ),
    auxiliaries=(
        r"will|would|shall|should",
        CHANGED,
    ),
    announces_a_day=(
        CHANGED,
        r"(?:from|as of|since|starting|beginning|effective) (?:\d{1,2}|[A-Z][a-z]+ \d|"
        r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|next|the (?:first|start|beginning)|today|"
        r"tomorrow|(?:january|february|march|april|june|july|august|september|october|november|"
        r"december)\b)|(?:now|no longer) need\b",
    ),
    suspension=(
        r"suspend\w*|stop(?:ped|s|ping)? (?:issuing|giving|granting|accepting)|"
        r"halt(?:ed|s|ing)?\b|freez\w*|froze\b|frozen\b",
        r"paus(?:e|ed|es|ing)\b|take no\b.{0,30}applications|suspen\w*",
        r"no (?:more|longer|further|new)\b.{0,40}\bvisas?\b|"
        r"(?:end|ceas|stop)\w* (?:the )?(?:issu|grant)\w*",
        r"ban(?:s|ned|ning)?\b.{0,60}\bvisas?\b|visa ban\b|visa (?:section|service|window)s?\b"
        r".{0,40}\b(?:clos|shut)\w*|(?:clos|shut)\w*\b.{0,40}\bvisa (?:section|service|window|"
        r"cent)",
        r"on (?:hold|ice)\b|standstill|moratorium|no (?:tourist |student |work )?visas? (?:is|"
        r"are|will be|until)|not (?:be )?(?:accept\w*|process\w*|issu\w*|tak\w+).{0,30}until|"
        r"interrupt\w*",
    ),
    fees=(
        r"dearer|cheaper|free of charge|costl\w+|euros?\b.{0,30}\b(?:for|per|a) (?:a |the )?visa",
        r"fees?\b|price[ds]?|costs?\b|surcharge|(?<!in )charge[ds]?\b(?! of)|tariffs?\b|(?:the|"
        r"this|that|an) (?:\w+ )?(?:increase|hike|rise)\b",
        r"(?:pay|paid|charg|cost)\w*\b.{0,40}(?:euros?|dollars?|pounds?|rupees|[$€£] ?\d)|"
        r"[$€£] ?\d+.{0,40}\bvisas?\b|visas?\b.{0,40}[$€£] ?\d|waiver of the .{0,30}(?:charge|"
        r"fee)|visa charge",
    ),
    extension=(
        r"(?:lengthen|extend|prolong)\w*|longer (?:stay|validity)|"
        r"(?:days?|weeks?|months?|years?)\b.{0,30}\b(?:instead of|up from|rather than|and not)\b",
        r"stay\b.{0,60}from \d+ (?:days )?to \d+|"
        r"stay (?:for )?\w+ (?:days|weeks|months)\b.{0,60}\b(?:will|may|shall) be allowed",
    ),
    tightening=(
        r"tighten\w*|tough(?:en|er)\w*|stricter|harder|"
        r"(?<!ease )(?<!eased )(?<!easing )(?<!lift )(?<!lifted )(?<!lifting )(?<!relax )(?<!relaxed )restrict\w*|"
        r"newly required|curb\w*|"
        r"crack(?:ed|ing)? ?down|clamp\w*",
        r"(?:require|need|oblig)\w*.{0,40}\bvisas?\b|"
        r"(?:have to|must|required to|obliged to) (?:apply for|obtain|hold|have|get|carry|"
        r"show) (?:an? )?(?:[\w-]+ ){0,2}visas?\b|"
        r"(?:end|suspend|cancel|revok|withdr[ae]w|scrap|abolish)\w* .{0,30}"
        r"(?:exemption|waiver|visa[- ]free)",
        r"(?:reintroduc|reimpos|impos|reinstat)\w*\b.{0,30}\bvisas?\b|"
        r"(?:shorten|cut|reduc)\w*\b.{0,40}\b(?:stay|validity)",
        r"in person\b|(?:personal|mandatory|compulsory|in-person|face-to-face) interviews?|"
        r"interviews? (?:for all|of all|will be|is required|are required)|\bbond\b|deposit\b|"
        r"guarantors?\b|biometric\w*|(?:visa[- ]free|waiver|exemption)\b.{0,60}\b(?:ended?|"
        r"scrapped|cancelled|revoked|abolished|withdrawn|lost|lose|expires?|shortened)\b|(?:lose|"
        r"lost|strip\w*)\b.{0,40}\b(?:visa|exemption|waiver|claim)|back to visas|quota\b",
    ),
    e_visa=(
        r"e-?visas?\b|electronic visas?|(?:visa |the )portal\b|online visas?|digital visas?|"
        r"visas?\b.{0,40}\b(?:online|electronically|app)\b|electronic travel",
        r"online (?:application|form|procedure|system|platform)|(?:appl\w+|forms?|submit\w*|"
        r"lodg\w+|fil(?:e|ed|ing)|procedure|process\w*|fill\w*)\b.{0,50}\b(?:online|website|"
        r"web|internet|electronic\w*|app\b|platform|digital\w*)|paperless|"
        r"digital (?:application|procedure)",
    ),
    visa_free=(
        r"visa[- ]free|without (?:any |a )?(?:\w+ )?visas?|"
        r"visa (?:waiver|exemption|liberali[sz]\w*)|visaless",
        r"(?:abolish|abolition|drop|lift|waiv|scrap|remov|end|do away|dispens)\w*\b.{0,30}"
        r"\bvisas?\b|visa[- ]exempt|exempt\w*\b.{0,40}\bvisas?\b|"
        r"no longer (?:need|require|have to)\w*\b.{0,40}\bvisas?\b|need no visa|no visa\b|"
        r"visas?\b.{0,40}\b(?:abolished|lifted|dropped|scrapped|waived|unnecessary)",
        r"visa-?less\b|(?:need|requires?) (?:only|just|nothing but) (?:a |their |an? id)|"
        r"on (?:their |an? )?(?:id|identity) cards?|waive the (?:visa )?requirement|"
        r"without (?:the )?formalit\w+",
    ),
    facilitation=(
        r"simpl(?:if|er)\w*|facilitat\w*|faster|quicker|eas(?:e|ed|es|ier|ing)\b|relax\w*",
        r"multi(?:ple)?[- ]entry|(?:common|single|joint|unified|shared) (?:tourist )?"
        r"(?:visa|permit)",
        r"streamlin\w*|short(?:er|en\w*)|fewer|long-term visas?|speed\w*|one application|"
        r"fast[- ]track\w*|on arrival|priority|expedit\w*|five-year|ten-year|years? validity|"
        r"(?:new|second|opens?|opened|additional|more) (?:\w+ )?(?:visa|consular) "
        r"(?:cent\w+|section|office|window|appointments?)|appointments?|liberali[sz]\w*|"
        r"within (?:\w+ ){1,3}(?:days|hours|weeks)|golden visas?|nomads?\b",
        r"(?:dispens|drop|wai|spar|scrap|abolish)\w*\b.{0,40}\b(?:interview|invitation|"
        r"sponsor|letter|paperwork|certificate)s?|no longer (?:need|have) to (?:appear|submit|"
        r"provide|bring|produce|travel|show)|less (?:paper|red tape|bureaucra)\w*|red tape|"
        r"one[- ]stop|multi-year|same[- ]day|walk-in",
    ),
    staying=(r"stay|valid|remain|spen[dt]|visa[- ]free|without a visa|allowance",),
    waiting=(
        r"issu|process|decid|decision|handed|wait|working day|deliver|ready|appointment|"
        r"turnaround|approv|queue|lodg|submi",
    ),
    measures=(
        r"step|move|measure|decision|idea|plan|proposal|increase|rise|change|paper|portal|"
        r"procedure|restriction|suspension|announcement|scheme|decree|law|order|ban|bill|motion|"
        r"rule|ruling|exemption|policy|regulation|initiative|reform|request|waiver|requirement|"
        r"arrangement|offer|appeal|demand|cut|project|pilot|relaxation|easing|tightening|fees?\b|"
        r"system|regime|freeze|obligation|draft|amendment",
    ),
    the=(r"the|this|that|these|those|such|its|their|his|her",),
    no_standing=(
        r"think[ -]tank|lobby|lobbyist|chamber of commerce|travel agen|tour operator|hotelier|"
        r"airline|chief executive|ceo\b|managing director|founder|shareholder|professor|analyst|"
        r"economist|trade union|business association",
    ),
)

ENGLISH = Language(
    code="en", officials=OFFICIALS, meetings=MEETINGS, agreements=AGREEMENTS, visas=VISAS
)
