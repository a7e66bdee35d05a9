"""Verbs of saying, in en, fr, de, ru and es."""

from __future__ import annotations

import re

SAYS = re.compile(
    r"(?<!\w)(?:said|says|told|announced|stated|declared|added|wrote|warned|noted|confirmed|"
    r"explained|emphasi[sz]ed|stressed|expressed|promised|pledged|insisted|argued|informed|"
    r"reported|ruled|a (?:déclaré|annoncé|indiqué|précisé|affirmé|ajouté)|a .{0,20}fait savoir|"
    r"sagte|erklärte|kündigte|teilte|betonte|сообщил\w*|заявил\w*|объявил\w*|сказал\w*|"
    r"подчеркнул\w*|отметил\w*|"
    r"dijo)(?!\w)",
    re.IGNORECASE,
)
