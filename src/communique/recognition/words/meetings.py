"""The words that tell the fields of meetings, in en, fr, de, ru and es.

Patterns begin at the beginning of a word; stems are open at their end.
"""

from __future__ import annotations

import re

from communique.recognition.signals import Group

_TO_MEET = (
    r"(?:meet|hold|visit|travel|host|receive|attend|discuss|talk|gather|sit|speak|convene|confer|"
    r"take place|be held|be received|be (?:conducted|convened|hosted|welcomed)|go to|fly to|"
    r"see each|call on|resume|reconvene|try again|welcome|consult|negotiate)"
)

ENCOUNTER = re.compile(
    r"(?<!\w)(?:met\b(?: with)?|(?:hold|held|holding|had|resumed|opened) (?:\w+ ){0,3}?(?:talks|"
    r"meetings?|negotiations|consultations|conversation)|spoke (?:\w+ )?(?:with|by|on|to)|"
    r"talked (?:with|to)|(?:was|were) received by|received (?:the )?[A-Z]|summoned|sat down with|"
    r"(?:telephoned|phoned|hosted)\b|(?:will|due to|to) (?:meet|host|receive|hold talks)|"
    r"(?:meeting|talks|call|conversation|consultations) (?:with|between|of|on|in)|called off|"
    r"called in(?:to)?\b|(?<!news )(?<!press )conference|summit|spent \w+ \w+ with|discussed|"
    r"one-day meeting|consultations\b|withdrew|confer(?:red|s|ring)?\b (?:with|about|on|in|over)|"
    r"saw each other|brought (?:\w+ ){1,3}together|over (?:lunch|dinner|breakfast|tea|coffee)\b|"
    r"video (?:link|call)|spent .{3,40}\bwith\b|"
    r"went (?:through|over)\b.{0,80}\bwith (?:[A-Z]|the )|"
    r"paid .{0,30}\b(?:call|visit) (?:on|to)\b|called on (?=[A-Z]|the )(?![^.;]{0,60}\bto\b)|"
    r"had (?:lunch|dinner|an audience)|(?:dined|lunched|breakfasted|huddled|conversed) with|"
    r"shook hands|rang\b|flew to .{0,60}\bto see\b|compared notes|exchanged views|deliberat\w+|"
    r"(?:played|plays) host to|round of (?:talks|political)|"
    r"(?:suggest|propos|offer|invit)\w+\b.{0,120}\b(?:meet|discuss\w*|talks|host|receive)\b|обсудил|подвел|провел|"
    r"s['’]est entreten|"
    r"se sont entreten|(?:a|ont) rencontr|(?:a|ont) reçu|a été reçu|convoqu|entretien|"
    r"se sont réuni|(?:traf|trafen|getroffen|empfing|empfangen|Gespräch|Treffen|telefoniert\w*)\b|"
    r"встрет|встреч|переговор|принял|вызвал|совещани|reunió|reunieron|recibió)"
)

STATUS: tuple[Group, ...] = (
    (
        ("cancelled", r"cancel\w*|call(?:ed|ing) off|postpon\w*|(?:was|were|been) put off"),
        (
            "cancelled",
            (
                r"(?:was|were) to have (?:met|held|received|hosted|visited|spoken)|"
                r"had to be put off"
            ),
        ),
        ("cancelled", r"dû être (?:reporté|annulé)\w*|a été (?:reporté|annulé)\w*|sine die"),
        ("cancelled", r"(?:will|would) be rearranged|scrapped|indefinitely delayed"),
        ("cancelled", r"report(?:é|ée|és|ées)\b|annul(?:é|ée|és|ées)\b"),
        (
            "cancelled",
            r"abgesagt|verschoben|sagte[n]?\b.{0,60}\bab\b|fällt aus|cancelad\w+|aplaz\w+",
        ),
        ("cancelled", r"отмен(?:ил|ен|ён)\w*\s+(?:встреч|визит|переговор|поездк)\w+"),
        ("cancelled", r"(?:встреч|визит|переговор|поездк)\w+.{0,40}(?:отмен|отлож|перенес)\w+"),
    ),
    (
        ("planned", rf"(?:will|shall)\s+(?:also |then |next |again )?{_TO_MEET}"),
        ("planned", rf"(?:due|set|scheduled|expected|slated|is|are|plans?|intends?) to {_TO_MEET}"),
        (
            "planned",
            (
                r"meets? (?:again )?(?:in|at|on|with)\b.{0,60}\b(?:tomorrow|next|on \d|"
                r"on [A-Z][a-z]+ \d)"
            ),
        ),
        ("planned", r"(?:arranged|agreed|pencilled in|booked|convened) for\b|has been arranged"),
        (
            "planned",
            (
                r"(?:travels|flies|heads|goes|leaves)\b.{0,60}\b(?:to|for) (?:hold|talks|meet|"
                r"a meeting)"
            ),
        ),
        (
            "planned",
            (
                r"(?:scheduled|planned|slated|set|fixed) for|(?:will|would) (?:take place|"
                r"be held)"
            ),
        ),
        ("planned", r"accepted (?:the|an|his|her|their|this) invitation|agreed to meet"),
        ("planned", r"(?:se rendra|rencontrera|recevra|aura lieu|doit se rendre|est prévu\w*)"),
        ("planned", r"wird\b.{0,80}\b(?:treffen|reisen|besuchen|empfangen|stattfinden)"),
        (
            "planned",
            (
                r"(?:встретится|посетит|проведет|проведёт|состоится|планируется|намечен\w*|"
                r"назначен\w*)"
            ),
        ),
        ("planned", r"(?:se reunirá|visitará|recibirá|tendrá lugar)"),
        (
            "proposed",
            r"(?:propos|suggest)\w+.{0,160}\b(?:meeting|talks|summit|round|visit|meet|discuss)",
        ),
        (
            "proposed",
            (
                r"(?:invited|offered|asked|called)\b.{0,60}\b(?:to (?:meet|talks|visit|a round|"
                r"a meeting|host)|for talks|for a (?:meeting|summit|round)|come to)"
            ),
        ),
        (
            "proposed",
            r"(?:a propos|ont propos|invit)\w*.{0,60}(?:réunion|rencontre|se rendre|entretien)",
        ),
        (
            "proposed",
            r"(?:schlug|lud).{0,80}\b(?:vor|ein)\b|предлож\w+.{0,60}встреч\w+|пригласил\w*",
        ),
        (
            "proposed",
            (
                r"(?:offered|proposed|suggested|wants|wanted|hopes|wishes) to (?:receive|host|meet|"
                r"mediate|see)"
            ),
        ),
        (
            "held",
            r"(?:met|held|received|hosted|welcomed|summoned|convened|gathered|toured together)\b",
        ),
        (
            "held",
            r"(?:spoke (?:\w+ )?(?:with|by|on the)|talked|discussed|conferred|negotiated)\b",
        ),
        ("held", r"(?:phoned|telephoned|consulted|summoned|called in|withdrew|co-?chaired)\b"),
        ("held", r"(?:sat down|seated|took part|went over|called on|participated|attended)\b"),
        (
            "held",
            (
                r"called (?:\w+ ){1,6}?(?:minister|president|representative|secretary|ambassador|"
                r"king)\b"
            ),
        ),
        (
            "held",
            (
                r"(?:exchanged views|spent .{3,40}\bwith|face to face|joined|conversed|dined|"
                r"lunched)\b"
            ),
        ),
        (
            "held",
            r"(?:had come to|confer\w*|saw each other|spent (?:\w+ ){1,4}on a|went through|rang)\b",
        ),
        (
            "held",
            (
                r"(?:paid .{0,30}\b(?:call|visit)|brought (?:\w+ ){1,3}together|compared notes|"
                r"dropped in)\b"
            ),
        ),
        (
            "held",
            (
                r"(?:parted|deliberated|huddled|shook hands|was welcomed|were welcomed|ended|"
                r"concluded)\b"
            ),
        ),
        (
            "held",
            (
                r"(?:s['’]est entreten|se sont entreten|a rencontr|ont rencontr|a reçu|ont reçu|"
                r"a été reçu|a convoqu|s['’]est réuni|se sont réuni|se sont retrouv|a discut|"
                r"ont discut|a eu lieu)\w*"
            ),
        ),
        (
            "held",
            (
                r"(?:traf|trafen|getroffen|empfing|empfangen|sprach|sprachen|telefoniert\w*|"
                r"berieten|beriet|führte\w*|kamen|tagte\w*|stattgefunden)\b"
            ),
        ),
        (
            "held",
            (
                r"(?:встретил|провел|провёл|принял|обсудил|состоял|подвел|вызвал|поговорил|прошл|"
                r"прошел|прошёл|посетил)\w*"
            ),
        ),
        ("held", r"(?:se reuni|se entrevist|recibi|convers|sostuv|mantuv)\w*"),
    ),
)

FORMAT: tuple[Group, ...] = (
    (
        ("phone", r"(?:by|over the|on the) (?:phone|telephone)|phone[d]?\b|telephone[d]?\b"),
        ("phone", r"(?:phone|telephone) (?:call|conversation|talk)s?|\bcall (?:with|between|to)\b"),
        ("phone", r"téléphon\w*|telefon\w*|по телефону|телефонн\w+"),
        (
            "video",
            r"video(?:[- ]?(?:conference|call|link|conferencing))?\b|virtual(?:ly)?\b|online\b",
        ),
        ("video", r"visioconf\w*|en visio\b|par vidéo|видео\w*|videoconf\w*|videoschalt\w*"),
    ),
)

SPOKE = (
    r"(?:spoke|spoken|speaks?|speaking|talked) (?:(?:\w+ ){0,2})(?:with|to)\b|conversation\b|"
    r"s['’](?:est|sont) entretenus?\b|sprach mit\b|(?:по)?говорил\w* с\b|разговор\w*|habló con\b"
)
"""People spoke with each other, by whatever means."""

BODILY = (
    r"met\b|meet\w*|visit\w*|receiv\w*|host\w*|welcom\w*|sat\b|gather\w*|summon\w*|session|"
    r"summit|conference|forum|arriv\w*|attend\w*|talks\b|negotiat\w*|ceremon\w*|dinner|lunch|trip|"
    r"face to face|in person|sidelines|margins|"
    r"rencontr\w*|reçu\w*|reçoi\w*|réuni\w*|visite\w*|traf\w*|treffen|empf\w*|besuch\w*|sitzung|"
    r"встре\w*|прин[ия]\w*|визит\w*|посе\w*|заседан\w*|reuni\w*|encuentr\w*|encontr\w*|recibi\w*|"
    r"visita\w*|кездес\w*|сапар\w*"
)
"""They were in one place."""

TALKS_GO_ON = (
    r"^\W*(?:They|The (?:two|sides?|talks|discussions?|parties|agenda|conversation|ministers|"
    r"officials|negotiations|consultations|interlocutors)|Both|Special attention|Issues|Among the|"
    r"Also (?:present|discussed)|(?:During|In|At) (?:the|their) (?:meeting|talks|conversation|call|"
    r"session|discussions?)|No (?:new )?date|Topics|Discussions|Talks|"
    r"Ils|Elles|Les deux|L['’]entretien|"
    r"Les discussions|Beide|Die (?:beiden|Gespräche)|Стороны|Они|Речь шла|Обсуждал\w*|"
    r"(?:В ходе|Во время|На) (?:встреч|бесед|переговор|разговор)\w*|Las partes|Ambos)"
    r"\b(?!.{0,80}\bsign)"
)
"""Sentences that go on telling of the meeting in the one before them."""

THEY_ALSO = (
    r"^\W*(?:They|The two|Both|Ils|Elles|Les deux|Sie|Beide|Die beiden|Они|Обе стороны) (?:\w+ )?"
    r"(?:also|auch|aussi|également|также) (?:discuss|exchang|touch|review|consider|address|rais|"
    r"explor|examin|reaffirm|emphasi|stress|underscor|noted|agreed|évoqu|abord|discut|échang|"
    r"examin|besprach|erörter|обсуд|рассмотр|затрон|обмен)"
)
"""They are those of a sentence before, and it is the same meeting."""

OCCASION = (
    r"(?:meetings?|talks|conference|session|consultations|summit|conversation|negotiations|"
    r"dialogue|audience|roundtable|gathering|call) (?:\w+ ){0,2}?(?:with|between|of|at|on|that|"
    r"here|in(?! (?:this|these|all|the (?:area|field|sphere|future))\b))\b|"
    r"one-day \w+|(?:réunion|entretien|rencontre|conférence|sommet|consultations|"
    r"pourparlers|audience) (?:\w+ ){0,2}?(?:avec|entre|de|à)\b|(?:gespräch|treffen|konferenz|"
    r"sitzung|gipfel)\w* (?:\w+ ){0,2}?(?:mit|zwischen|in)\b|(?:встреч|переговор|заседани|совещани|"
    r"саммит|бесед|консультаци|диалог)\w*|(?:reunión|encuentro|cumbre|sesión) (?:con|entre|en|de)\b"
)
"""Words of an occasion on which people meet, whatever its status."""

TELLING = (
    "(?i:"
    + "|".join(rf"\b(?:{words})" for group in STATUS for _, words in group)
    + rf"|\b(?:{OCCASION}))"
)
"""Sentences that may tell of a meeting."""
