"""Verbs of saying, in en, fr, de, ru and es."""

from __future__ import annotations

import re

SAYS = re.compile(
    r"(?<!\w)(?:said|says|told|announced|stated|declared|added|wrote|warned|noted|confirmed|"
    r"explained|emphasi[sz]ed|stressed|expressed|promised|pledged|insisted|argued|informed|"
    r"reported|ruled|reiterated|underlined|underscored|assured|maintained|remarked|conceded|"
    r"admitted|recalled|cautioned|replied|commented|affirmed|signalled|hinted|vowed|revealed|"
    r"disclosed|complained|let it be known|"
    r"a (?:déclaré|annoncé|indiqué|précisé|affirmé|ajouté|souligné|rappelé|expliqué|assuré|"
    r"estimé|promis|confirmé|répondu|noté|fait savoir|fait valoir)|a .{0,20}fait savoir|"
    r"sagte|erklärte|kündigte|teilte|betonte|bekräftigte|versicherte|meinte|unterstrich|"
    r"bestätigte|versprach|erläuterte|"
    r"сообщил\w*|заявил\w*|объявил\w*|сказал\w*|подчеркнул\w*|отметил\w*|добавил\w*|указал\w*|"
    r"пояснил\w*|напомнил\w*|подтвердил\w*|пообещал\w*|уточнил\w*|"
    r"dijo|anunció|declaró|afirmó|señaló|indicó|explicó|aseguró|informó|subrayó|destacó|confirmó|"
    r"prometió|agregó|añadió|manifestó|sostuvo)(?!\w)",
    re.IGNORECASE,
)
