"""The words that tell what is talked about, in en, fr, de, ru and es."""

from __future__ import annotations

_ON = (
    r"(?:about|over|(?<!called )(?<!calls )(?<!calling )(?<!insisted )(?<!based )(?:on|upon)"
    r"(?! (?:(?:their|his|her|its) own|the (?:sidelines|margins|eve|phone|occasion|side)|behalf|"
    r"condition|(?:the )?(?:\w+ )?(?:day|island|outskirts|territory|border|bridge)\b|"
    r"(?:late |early )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b|\d)))"
)
_WORDS = r"(?:[ ,]+[\w'’.-]+)"
_SEMICOLON = ";" + "".join(rf"(?<!&[#\w]\w{{{more}}};)" for more in range(1, 7))
"""A semicolon that does not end a character reference, such as ``&amp;``."""

TALKED_OF = (
    rf"(?:(?:informed{_WORDS}{{1,3}}? of|discuss(?:ed|ing|es)?|negotiat(?:ed?|ing)|review(?:ed|ing)(?! (?:a|the) guard)|"
    r"address(?:ed|ing)(?! (?:reporters|journalists|(?:the|a) (?:press|media|news)))|"
    r"went over|going over|took up(?! (?:most|much|the rest))|raised(?! (?:his|her|their))|"
    r"cover(?:ed|ing)|touched (?:up)?on|dealt with|dwelt on|"
    r"explored|examined|turned (?:to|on)|devoted to|dedicated to|argued (?:about|over)|"
    rf"focus(?:ed|ing|es)? (?:\w+ )?on|cent(?:red|ered) on|exchanged (?:views|opinions) {_ON}|"
    rf"(?:talk(?:s|ed|ing)?|meetings?|met|negotiations?|discussions?|consultations?|"
    r"conversation|conference|session|summit|round|dialogue|calls?|views|spoke|spoken|speak|"
    rf"consult(?:ed)?|confer(?:red)?|briefed|questioned|spent|informed){_WORDS}{{0,14}}?[ ,]+{_ON}|"
    r"attention (?:was |is )?(?:\w+ )?(?:given|paid) to|"
    r"on the agenda (?:was|were|is|are))\b"
    rf"|(?:(?:a|ont|avait|avaient) (?:discuté|parlé|débattu|traité) (?:de|du|des|sur)|"
    r"entretenue?s? (?:de|du|des)|(?:a|ont) (?:évoqué|examiné|abordé|discuté)|(?:entretenu|entretenus|pourparlers|"
    rf"discussions|entretien|échangé|consultations|négociations)\b{_WORDS}{{0,14}}?[ ,]+"
    r"(?:sur|au sujet|à propos)|(?:porté|portait|portaient|portant) sur|consacrée?s? (?:à|aux?))\b"
    r"|(?:(?:ging|geht) es um|(?:sprach|sprachen|gesprochen|gespräche?|beraten|beriet|berieten|"
    rf"verhandel\w+|diskutier\w+|erörter\w+|telefonier\w+|treffen)\b{_WORDS}{{0,14}}?[ ,]+über|"
    r"standen(?! (?:im|auf|vor|bei))|(?:erörterte|besprach|erörterten|besprachen)|"
    r"(?:thema war|themen waren))\b"
    r"|(?:обсу(?:дил|жда|ди)\w*(?: по (?:телефону|видеосвязи))?(?: с [\w-]+(?: [\w-]+)?)?|"
    r"рассмотре\w+|затронул\w*|речь (?:\w+ )?шла об?|посвящ[её]н\w*|говорил\w* об?|"
    rf"(?:встреч|переговор|бесед|консультаци)\w*{_WORDS}{{0,14}}? по вопрос(?:ам|у)|"
    r"беседовал\w* об?|переговоры (?:об?|по)|внимание (?:было )?уделено)(?!\w)"
    rf"|(?:(?:hablaron|conversaron|dialogaron|trataron|reuni\w+)\b{_WORDS}{{0,14}}?[ ,]+"
    r"(?:sobre|acerca de)|abordaron|analizaron|discutieron|examinaron)\b)"
)
"""What follows these words is what is talked about."""

WAS_TALKED_OF = (
    r"(?:(?:was|were|is|are)(?: also| then| to be)? (?:discussed|raised|addressed|considered|"
    r"reviewed|touched (?:up)?on|on the agenda|the (?:main |only )?(?:subjects?|topics?)|"
    r"to come up)|came up|come up|took up (?:most|much|the rest)"
    r"|(?:a été|ont été)(?: aussi| également)? (?:évoqué|examiné|abordé|discuté)\w*"
    r"|(?:wurde|wurden) (?:auch )?(?:\w+ )?(?:besprochen|erörtert|beraten)|"
    r"standen (?:\w+ ){0,2}(?:im Mittelpunkt|auf der Tagesordnung)"
    r"|(?:был|была|было|были) (?:также )?(?:обсужден|рассмотрен|затронут)\w*)\b"
)
"""What the clause before these words speaks of is what is talked about."""

STILL_TALKING = (
    r"^\W*(?:on the agenda|(?:that|the|their) (?:conversation|talks|discussions?|meeting|agenda|"
    r"call|session)|(?:during|at|in|in the course of) the (?:meeting|talks|conversation|call|session)|they|"
    r"the (?:two|sides|parties|ministers|officials|interlocutors|presidents|leaders|diplomats|"
    r"delegations)|both|also discussed|special attention|issues|"
    r"dabei|im mittelpunkt|in dem gespräch|bei dem (?:treffen|gespräch)|themen|beide|"
    r"les (?:deux|ministres|parties|interlocuteurs)|ils|elles|l['’]entretien|les discussions|au cours|lors|"
    r"стороны|они|собеседники|министры|рассмотрен\w*|затронут\w*|речь|в ходе (?:встречи|беседы|переговоров|разговора)|на встрече|обсужд\w*|"
    r"ambos|las partes|los (?:ministros|interlocutores)|durante la reunión)\b"
)
"""A sentence that begins so goes on telling of the talks in the sentence before it."""

LEADING = (
    r"(?:(?:mainly|primarily|in particular|particularly|especially|including|also|then|both|with|"
    r"about|on|over|to|of|as well as)|(?:the|a|an|their|its|his|her|this|that)|"
    r"(?:the )?(?:(?:bilateral|practical|possible|wide|broad|main|various|pressing|current|key|"
    r"number of|range of|series of|further) )*(?:issues?|questions?|matters?|topics?|prospects?|"
    r"ways?|possibilit(?:y|ies)|areas?|fields?|aspects?)"
    r"(?: of (?:cooperation|interaction|relations)(?= in| —| –|,))?(?: —| –|,)?"
    r"(?: (?:of|for|to|on|in|about|related to|relating to|regarding|concerning|how))?"
    r"(?: the)?(?: (?:field|area|sphere)s? of)?|in the (?:field|area|sphere)s? of|"
    r"(?:notamment|à|du|des|de|d['’]|la|le|les|l['’]|un|une|au|aux|sur)|"
    r"(?:die|der|das|den|dem|eine?|einen|insbesondere|vor allem|unter anderem|um|über)|"
    r"(?:вопрос\w*|проблем\w*|перспектив\w*|тем\w+|возможност\w+|в том числе|также)|"
    r"(?:el|los|las|una?|temas? de))"
)
"""Words before a topic that say nothing of it."""

TALK_ENDS = (
    rf"[.:!?«»“”\"()\[\]\n]|{_SEMICOLON}"
    r"|\s[—–](?! (?:primarily|including|mainly|especially|in particular|namely))"
    r"|, (?:[\w'’-]+ ){1,5}(?:said|says|told|reports?|reported|noted|announced|mitteilte)\b"
    r"|,? which\b|, (?:who|whom|whose)\b"
    r"|,? (?:where|when|while|after|before|during|because|since|until|"
    r"but|said|says|according|ahead|amid|without|whether|following|as part|in order|as he|as she|"
    r"il|elle|ils|elles|qui|que|dont|lors|pendant|après|avant|selon|"
    r"während|nachdem|bevor|sagte|wobei|wie|котор\w+|где|когда|после|перед|во время|в ходе|"
    r"сообщ\w+|при|durante|después|antes|según)\b"
    r"|,? that\b(?!(?: [\w'’-]+){1,5}(?:,| and (?:a|an|the)\b))"
    r"|,? and (?:\w+ )?(?:agreed|signed|said|expressed|noted|stressed|decided|asked|called|met|"
    r"will|would|was|were|had|has|is|are|he|she|they|it|the (?:two|sides))\b"
    r"|,? (?:at|on|in) (?:(?:a|the|their|his|her) )?(?:\w+ )?(?:meeting|talks|sidelines|margins|"
    r"summit|conference|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
    r"| in [A-Z][\w-]+ on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|,? avec (?:[A-Z]|son|sa|ses|le|la|l['’])"
    r"|,? with (?:[A-Z]|his|her|the \w+ (?:minister|president|ambassador))"
)
"""Where what is talked about ends."""

BETWEEN = (
    r",? (?:as well as|along with|ainsi que|sowie|а также)(?= )|,(?! etc)"
    rf"|{_SEMICOLON}"
    r"| (?:and|et|und|и|y)(?= )"
)
"""What may stand between two topics."""

HALF_A_PAIR = r"\b(?:between|entre|zwischen|между)\b(?!.*\b(?:and|et|und|и|y)\b).*$"
PAIR_BEFORE = rf"{HALF_A_PAIR}|(?:^| )[A-ZА-Я][^ ]*$"
PAIR_AFTER = r"\s*(?:[A-ZА-Я]|the [A-Z])"
"""What "and" does not part: "between A and B", "Samarkand and Fergana"."""

NO_TOPIC = (
    r"(?:by|with|at|in|for|from|under|to|of|as|this|that|these|those|it|them|how|what|whom?|each|"
    r"par|avec|en|dans|mit|bei|im|с|в|на|по|con|en)\b.*|"
    r"(?:talks|meetings?|visit|discussions?|negotiations?|cooperation|relations|statement|text|"
    r"details|matters?|issues?|agenda|.{0,2})"
)
"""What is no topic, as a whole."""
