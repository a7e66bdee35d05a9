"""English: meetings."""

from __future__ import annotations

from communique.recognition.words.language import MeetingWords

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

MEETINGS = MeetingWords(
    cancelled=(
        r"cancel\w*|call(?:ed|ing) off|postpon\w*|(?:was|were|been|being) put off|put back\b|"
        r"put off (?:a|the|his|her|their|its)\b",
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
        r"had (?:a |an )?(?:[\w-]+ )?(?:lunch|dinner|breakfast|coffee)\b|"
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
    denied=(
        r"(?:refus|declin)\w* to (?:meet|receive|see|talk|speak|hold talks|sit down)|"
        r"(?:has|have|had) (?:never|not)(?: yet| ever)? (?:met|spoken|talked)\b|"
        r"(?:did|does|do) not (?:meet|see|receive|talk|speak)\b|did\s?n['’]t meet|"
        r"den(?:ied|ies|y) (?:having |that )?\b.{0,40}\b(?:met|meeting|talks)\b|"
        r"no (?:meeting|talks|conversation|contact)s?\b[^.;]{0,100}\b(?:took place|was held|were held)",
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
