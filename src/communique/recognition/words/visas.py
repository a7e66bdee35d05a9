"""The words that tell the fields of visa policy statements, in en, fr, de, ru and es.

Patterns begin at the beginning of a word; stems are open at their end.
"""

from __future__ import annotations

import re

from communique.recognition.signals import Group

# "Has doubled", "is to be dropped": a change that somebody made or will make.
_CHANGED = r"(?:is|are) to\b|(?:has|have)(?: now| also)?(?: been)? [a-z]+(?:ed|en)\b"

ACTS = (
    r"(?:under|by|in|with) (?:an? |the |its |his |her |their )?(?:new |recent |joint )?"
    r"(?:order|decree|law|decision|resolution|regulation|instruction|ruling)s?\b"
    r"(?: (?:of|by|that|which|signed by|issued by)\b)?(?: the\b)?|"
    r"(?:a|the|[A-Z]\w+) law (?:that|which)\b|"
    r"(?:par|en vertu d['’]un) (?:un )?(?:décret|arrêté|décision)|"
    r"(?:per|durch)(?: einen| eine)? (?:erlass|dekret|beschluss|verordnung)|"
    r"(?:приказом|указом|постановлением|распоряжением|решением)\b|"
    r"(?:por|mediante) (?:un |una )?(?:decreto|resolución|orden)\b"
)
"""An act of a government, whose name often follows: "by a decision of the Cabinet"."""

STANCE: tuple[Group, ...] = (
    (
        ("opposes", r"oppos\w*|against\b|reject\w*|condemn\w*|critici[sz]\w*|denounc\w*|objected"),
        ("opposes", r"(?:would|will|does|did|do|could|can)\s?n['o]t (?:support|back|accept|agree)"),
        (
            "opposes",
            r"deplor\w*|protest\w*|complain\w*|regrett?(?:s|ed|ing)\b|resist(?:s|ed|ing)\b",
        ),
        (
            "opposes",
            r"unacceptable|discriminatory|(?:be|been|is|was) (?:dropped|scrapped|repealed)",
        ),
        (
            "opposes",
            r"want(?:s|ed)?\b.{0,60}\b(?:dropped|scrapped|repealed|withdrawn|revoked|reversed)\b",
        ),
        ("opposes", r"désapprouv\w*|s['’]oppos\w*|rejet\w*|critiqu\w*|condamn\w*|dénonc\w*"),
        ("opposes", r"protest\w*|déplor\w*|regrett\w*|rechaz\w*|se op(?:uso|one)\w*|en contra\b"),
        ("opposes", r"bedauer\w*|verurteil\w*|wies\b.{0,60}\bzurück|lament(?:ó|a|aron)\b"),
        ("opposes", r"протест\w*|сожале\w*|возмут\w*|возраж\w*|не поддерж\w*"),
        ("opposes", r"lehn\w+\b.{0,90}\bab\b|abgelehnt|kritisier\w*|wandte sich gegen"),
        ("opposes", r"против\b|осуди\w*|отверг\w*|раскритик\w*|выступил\w* против"),
    ),
    (
        ("supports", r"welcom\w*|support\w*|back(?:ed|s|ing)\b|in favou?r|prais\w*|endors\w*"),
        (
            "supports",
            r"(?:highly )?appreciat\w*|commend\w*|thank(?:s|ed|ing)\b(?! to)|overdue\b|grateful\b",
        ),
        ("supports", r"remerci\w*|lobte?n?\b|dankte?n?\b|благодар\w*|высоко оцен\w*"),
        ("supports", r"salud(?:ó|a|aron)\b|agradec\w*|respald\w*|a favor\b"),
        ("supports", r"applaud\w*|hail\w*|(?:would|should) like|advocat\w*"),
        ("supports", r"salué?\w*|se félicit\w*|soutien\w*|appuy\w*|favorable|plaid\w*"),
        ("supports", r"begrüß\w*|unterstütz\w*|befürwort\w*|sprach sich .{0,60}aus"),
        ("supports", r"поддерж\w*|приветств\w*|одобр\w*|apoy\w*"),
        (
            "requests",
            r"call(?:ed|s|ing)? (?:on|for|upon)\b|ask(?:ed|s|ing)\b|urg(?:e[ds]?|ing)\b|request\w*",
        ),
        (
            "requests",
            r"must (?:start|stop|begin|end|drop|lift|require|introduce|abolish|restore)\b",
        ),
        ("requests", r"s(?:ought|eeks?|eeking)\b|plead\w*|sollicit\w*|a souhaité\b|ont souhaité\b"),
        ("requests", r"pid(?:e|en|ió|ieron)\b|exig\w*|reclam\w*|instó\b|bittet?n?\b|drängte?n?\b"),
        ("requests", r"просьб\w*|настаива\w*|добива\w*"),
        ("requests", r"demand(?:ed|s|ing)\b|appeal\w*|press(?:ed|es|ing)? for|lobbied for"),
        ("requests", r"(?:a |ont )?demand(?:é|ent|e)\b|appel\w* (?:à|au)|réclam\w*|solicit\w*"),
        (
            "requests",
            r"forder\w*|bat\b|baten\b|warb\w*|verlang\w*|призва\w*|попроси\w*|просит\b|требу\w*",
        ),
        ("considers", r"stud(?:y|ies|ied|ying)\b|consider\w*|look(?:ing|ed|s)? into|examin\w*"),
        (
            "considers",
            (
                r"review\w*|assess\w*|weigh(?:s|ed|ing)?\b|explor\w*|read(?:y|"
                r"iness)\b.{0,40}to (?:begin|start|discuss|work)"
            ),
        ),
        (
            "considers",
            r"mull(?:s|ed|ing)\b|evaluat\w*|contemplat\w*|be(?:ing)? looked at|open to\b",
        ),
        (
            "considers",
            r"(?:make|made|making) up (?:its|his|her|their) minds?|(?:has|have) yet to decide",
        ),
        (
            "considers",
            r"réfléchi\w*|à l['’]étude|überleg\w*|прорабат\w*|estudi\w*|evalú\w*|analiz\w*",
        ),
        (
            "considers",
            r"étudi\w*|examin\w*|envisag\w*|prüf\w*|erwäg\w*|изуч\w*|рассм\w*|обсужда\w*",
        ),
    ),
    (
        (
            "announces",
            r"announc\w*|decid\w*|decree\w*|introduc\w*|abolish\w*|raised\b|lower(?:ed|s)",
        ),
        ("announces", r"(?:will|would|shall)\b|lengthen\w*|lifted|suspended|dropped|cut\b|doubled"),
        (
            "announces",
            rf"{ACTS}|(?:came|comes|come|enter\w*|put) into (?:force|effect)|takes? effect",
        ),
        (
            "announces",
            r"(?:prolong|shorten|reinstat|restor|reimpos|impos|tripl|halv|scrapp|waiv|exempt)ed\b",
        ),
        (
            "announces",
            r"promis(?:es|ed)\b|pledg(?:es|ed)\b|may (?:now )?(?:come|enter|travel|stay)\b",
        ),
        (
            "announces",
            r"начн[её]т\w*|вступ(?:ил|ит|ают?)\w* в силу|снизил\w*|повысил\w*|продлил\w*",
        ),
        ("announces", r"(?:entr(?:ó|ará|a|an) en vigor|prorrog|elimin(?:ó|ará|a)\b|suprimi)\w*"),
        ("announces", r"annonc\w*|fait savoir|décid\w*|entrer\w*|devront|supprim\w*|instaur\w*"),
        (
            "announces",
            r"kündigt\w*|angekündigt|teilte\b.{0,60}\bmit|beschl[oö]ss\w*|führt\w*\b.{0,60}\bein\b",
        ),
        (
            "announces",
            r"объяв\w*|сообщ\w*|введ\w*|ввел\w*|ввёл\w*|отмен(?:ит|ил|яет|ены)\w*|anunci\w*",
        ),
    ),
    # What holds from some day on, or has changed, was decided by somebody.
    (
        ("announces", _CHANGED),
        (
            "announces",
            r"(?:from|as of|since|starting|beginning|effective) (?:\d{1,2}|[A-Z][a-z]+ \d)",
        ),
        (
            "announces",
            r"(?:à partir|à compter) du \d|ab (?:dem )?\d{1,2}\.|с \d{1,2} [а-я]|a partir del \d",
        ),
    ),
)

COMMENTS = "|".join(rf"\b(?:{words})" for group in STANCE[:2] for _, words in group)
"""Words of those who comment on a measure rather than decide it."""

STANCES = "|".join(f"(?:{words})" for group in STANCE for _, words in group)

MEASURE: tuple[Group, ...] = (
    (
        ("suspension", r"suspend\w*|stop(?:ped|s|ping)? issuing|halt(?:ed|s|ing)?\b|freez\w*"),
        (
            "suspension",
            r"paus(?:e|ed|es|ing)\b|take no\b.{0,30}applications|приостан\w*|ausgesetzt|suspen\w*",
        ),
        (
            "suspension",
            (
                r"no (?:more|longer|further)\b.{0,40}\bvisas?\b|"
                r"(?:end|ceas|stop)\w* (?:the )?(?:issu|grant)\w*"
            ),
        ),
        ("suspension", r"ban(?:s|ned|ning)?\b.{0,60}\bvisas?\b|visa ban\b|прекра\w* выдач\w*"),
        ("fees", r"dearer|cheaper|free of charge|gratuit\w*|kostenlos\w*|бесплатн\w*|tasas?\b"),
        (
            "fees",
            r"fees?\b|price|costs?\b|droits de visa|frais\b|gebühr\w*|сбор\w*|пошлин\w*|tarif\w*",
        ),
        (
            "extension",
            (
                r"(?:lengthen|extend|prolong)\w*|longer (?:stay|validity)|"
                r"\d+ days?,? (?:instead of|up from)"
            ),
        ),
        (
            "extension",
            (
                r"stay\b.{0,60}from \d+ (?:days )?to \d+|продл\w*|"
                r"verlänger\w*"
            ),
        ),
        ("tightening", r"tighten\w*|tough(?:en|er)\w*|stricter|harder|restrict\w*|newly required"),
        (
            "tightening",
            (
                r"(?:require|need|oblig)\w*.{0,40}\bvisas?\b|"
                r"(?:have to|must|required to|obliged to) (?:apply for|obtain|hold|have|get|carry|"
                r"show) (?:an? )?(?:[\w-]+ ){0,2}visas?\b|"
                r"end(?:ed|s|ing)? .{0,20}(?:exemption|waiver)"
            ),
        ),
        (
            "tightening",
            r"munis? d['’]un visa|durci\w*|visumpflicht|verschärf\w*|ужесточ\w*|ввести визы",
        ),
        (
            "e_visa",
            r"e-?visas?\b|electronic visas?|visa électronique|visa portal|электронн\w+ виз\w+",
        ),
        ("e_visa", r"elektronisch\w+ vis\w+|visa electrónica"),
    ),
    (
        (
            "visa_free",
            r"visa[- ]free|without (?:any |a )?visas?|visa (?:waiver|exemption|liberali[sz]\w*)",
        ),
        (
            "visa_free",
            (
                r"(?:abolish|abolition|drop|lift|waiv|scrap|remov|end)\w*\b.{0,30}\bvisas?\b|"
                r"visa[- ]exempt|exempt\w*\b.{0,40}\bvisas?\b"
            ),
        ),
        (
            "visa_free",
            (
                r"sans visa|exempt\w* (?:de|du) visa|suppression des visas|"
                r"(?:supprim|lev)\w* .{0,20}\bvisas?\b|visafrei\w*|ohne visum"
            ),
        ),
        ("visa_free", r"безвиз\w*|без виз\w*|отмен\w* виз\w*|либерализац\w*|sin visa"),
        (
            "facilitation",
            r"simpl(?:if|er)\w*|facilitat\w*|faster|quicker|eas(?:e|ed|es|ier|ing)\b|relax\w*",
        ),
        (
            "facilitation",
            (
                r"multi(?:ple)?[- ]entry|(?:common|single|joint|unified|"
                r"shared) (?:tourist )?(?:visa|permit)"
            ),
        ),
        (
            "facilitation",
            r"streamlin\w*|short(?:er|en\w*)|fewer|long-term visas?|speed\w*|one application",
        ),
        (
            "facilitation",
            r"facilit\w*|assoupl\w*|accélér\w*|erleichter\w*|vereinfach\w*|schneller\w*|binnen\b",
        ),
        (
            "facilitation",
            r"entrées multiples|allég\w*|mehrfach\w*|многократн\w*|agiliz\w*|múltiples entradas",
        ),
        ("facilitation", r"упрощ\w*|упрост\w*|облегч\w*|ускор\w*|simplific\w*"),
    ),
)

_MEASURE_NOUN = (
    r"(?:step|move|measure|decision|idea|plan|proposal|increase|rise|change|paper|portal|procedure|"
    r"restriction|suspension|announcement|scheme|decree|law|order|ban|bill|motion|rule|ruling|"
    r"exemption|policy|regulation|initiative|reform|request|waiver|mesure|décision|décret|loi|"
    r"gesetz|erlass|закон\w|указ\w|приказ\w|инициатив\w|decreto|ley|"
    r"annonce|idée|proposition|hausse|réforme|maßnahme|entscheidung|vorschlag|idee|plan|regelung|"
    r"мер\w|решени\w|иде\w|предложени\w|шаг|medida|decisión|propuesta)\w*"
)

ON_MEASURE = (
    r"(?:(?<!\w)(?:the|this|that|these|such|its|une|la|le|cette|ce|cet|l['’]|die|der|das|den|"
    r"diese\w*|эт\w+|la|esta)"
    rf"\s*(?:[\w-]+ )?{_MEASURE_NOUN})|(?<!\w)(?:{_MEASURE_NOUN}) «|"
    r"\b(?:fee|price)s? for\b.{0,40}\bpermits?\b|"
    r"\b(?:against|oppos\w+|support\w*|back(?:s|ed)|welcom\w+|reject\w*|condemn\w*) "
    r"(?:it|this|that)\b"
)
"""A measure that was told of before: "condemned the step"."""

SPEECH_GOES_ON = (
    r"^\W*[“\"«„].*(?:said|added|told|noted|says|explained|a-t-(?:il|elle)|sagte|сказал\w*|"
    r"заявил\w*)\b|^\W*[“\"«„][^”\"»“]*[”\"»“]?\W*$|^\W*(?:He|She|The (?:\w+ )?(?:minister|"
    r"ambassador|official|diplomat)) (?:added|also said|noted)\b"
)
"""Sentences that go on with a speaker's own words."""

AUXILIARY = rf"will|would|shall|should|devront|entrer\w*|{_CHANGED}"
"""Words that announce only where the measure is told too."""

VISA = re.compile(r"\b(?:e-?)?visas?\b|visa|visum|visen\b|\bвиз|\bбезвиз|schengen", re.IGNORECASE)


NO_STANDING = re.compile(
    r"\b(?:think[ -]tank|lobby|lobbyist|chamber of commerce|travel agen|tour operator|hotelier|"
    r"airline|chief executive|ceo\b|managing director|founder|shareholder|professor|analyst|"
    r"economist|trade union|business association|agences? de voyages?|"
    r"fédération|reisebüro|denkfabrik|эксперт|аналитик|туроператор|analista)",
    re.IGNORECASE,
)

# In the middle of a sentence, with a capital and before no word of policy, Visa sells cards.
CARDS = re.compile(
    r"(?P<company>Visa(?=(?:['’]s|,| Inc| (?:said|says|has|is|will|takes|charges|shares|"
    r"and Master)))|(?<=[\w,] )Visa(?:['’]s)?(?![\w-])(?! (?:Free|Facilitation|Waiver|Exemption|"
    r"Policy|Code|Information|Liberali[sz]ation|Regime|Centre|Center|Section|Office|Application|"
    r"Agreement)))|(?i:\b(?:e-?)?visas?\b|visum|visen|виз)"
)
