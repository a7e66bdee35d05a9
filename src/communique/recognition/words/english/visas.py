"""English: visas."""

from __future__ import annotations

from communique.recognition.words.language import VisaWords

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
        r"oppos(?:e[ds]?|ing)\b|opposition to\b|against\b|reject\w*|condemn\w*|critici[sz]\w*|denounc\w*|objected|objects\b",
        r"(?:would|will|does|did|do|could|can)\s?n['o’]t (?:support|back|accept|agree|endorse)|"
        r"(?:refus|declin)\w* to (?:support|back|accept|agree|endorse)",
        r"deplor\w*|protest\w*|complain\w*|regrett?(?:s|ed|ing)\b|resist(?:s|ed|ing)\b",
        r"unacceptable|discriminatory|(?:be|been|is|was) (?:dropped|scrapped|repealed)",
        r"want(?:s|ed)?\b.{0,60}\b(?:dropped|scrapped|repealed|withdrawn|revoked|reversed)\b",
        r"voted (?:down|no)|turned down|(?<!not )ruled out|warned against|decri(?:ed|es)|lambast\w*|"
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
        r"call(?:ed|s|ing) (?:on|for|upon)\b|(?<!phone )(?<!video )call (?:on|for|upon)\b(?! \d)|"
        r"ask(?:ed|s|ing)\b(?! (?:about|whether|if|by)\b)|urg(?:e[ds]?|ing)\b|request\w*",
        r"must (?:start|stop|begin|end|drop|lift|require|introduce|abolish|restore)\b",
        r"s(?:ought|eeks?|eeking)\b|plead\w*|"
        r"demand(?:ed|s|ing)\b|appeal\w*|press(?:ed|es|ing)? for|lobbied for|"
        r"push(?:ed|es|ing) for|propos(?:ed|es|ing)\b|suggest(?:ed|s|ing)\b|insist\w*|"
        r"petition\w*|want(?:s|ed)\b|begged\b|lobb(?:ied|ying)",
        r"should (?:stop|start|drop|lift|follow|scrap|let|allow|open|waive|end|do away)|"
        r"plea\b|pleas\b|wish(?:es|ed)? for|would like\b(?! to (?:draw|thank|inform|note))|hop(?:ed|es) (?:that|"
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
        r"one of (?:several|the) options|on the table|not (?:been |be )?ruled? out|weigh\w*|looking into|inclined\b|under (?:review|consideration|"
        r"discussion|examination|study)|may soon\b|no decision|nothing (?:has been|"
        r"is) decided|not yet decided|ponder\w*|floated|might soon|in two minds|feasib\w+",
    ),
    announces=(
        r"announc\w*|decid\w*|decree\w*|introduc\w*|abolish\w*|raised\b|lower(?:ed|s)",
        r"(?:will|would|shall)\b|lengthen\w*|lifted|suspended|dropped|cut\b|doubled",
        r"no longer (?:needs?|requires?)\b|(?:came|comes|come|enter\w*|put) into (?:force|effect)|takes? effect|took effect",
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
    obligations=(
        r"visa (?:requirements?|obligations?|regime)|(?:requirements?|obligation|need|duty) (?:for|"
        r"of|to (?:have|hold|obtain|get|carry|apply for)) (?:[\w-]+ ){0,2}visas?",
    ),
    freedoms=(
        r"visa[- ](?:free\b(?: (?:travel|entry|regime|access|stays?|status|scheme))?|waivers?|"
        r"exemptions?)|exemptions? from visas?",
    ),
    ending=(
        r"(?:lift|scrap|abolish|remov|drop|waiv|cancel|revok|eliminat|repeal|annul)\w*(?: of)?|"
        r"end(?:s|ed|ing)?(?: (?:of|to))?|withdr[ae]w\w*|abolition of|removal of|withdrawal of|"
        r"d(?:o|oes|id|oing) away with",
    ),
    ended=(
        r"(?:was|were|is|are|be|been|being) (?:lifted|scrapped|abolished|removed|dropped|waived|"
        r"cancelled|withdrawn|revoked|ended|eliminated|repealed)|(?:will|would|to|shall) (?:end|"
        r"expire|lapse)|(?:ended|expires?|expired|lapsed)",
    ),
    not_needed=(
        r"(?:no longer|not|n['’]t|never) (?:need|require|have to (?:have|hold|get))\w*\b.{0,30}"
        r"\bvisas?\b|visas?\b.{0,20}\b(?:no longer|not) (?:be )?(?:needed|required|necessary)",
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
    people=(
        r"citizens?|nationals?|nationalit(?:y|ies)|residents?|visitors?|travell?ers?|tourists?|"
        r"students?|holders?|workers?|passports?|people|entrepreneurs?|business(?:men|people|"
        r" travell?ers)|nurses?|drivers?|engineers?|researchers?|artists?|pilgrims?|journalists?|"
        r"diplomats?|families|(?:tour )?groups?|applicants?|seafarers?|sailors?|carers?|"
        r"pensioners?|retirees?|learners?|children|scholars?|scientists?|academics?|athletes?|"
        r"traders?|spouses?|passengers?|nomads?|investors?|professionals?|doctors?|guests?|"
        r"pupils?|farmhands?|hands",
    ),
)
