"""English: who speaks, and who is meant."""

from __future__ import annotations

from communique.recognition.words.language import SpeechWords

SPEECH = SpeechWords(
    says=(
        r"said|says|told|announced|stated|declared|added|wrote|warned|noted|confirmed|explained|"
        r"emphasi[sz]ed|stressed|expressed|promised|pledged|insisted|argued|informed|reported|"
        r"ruled|reiterated|underlined|underscored|assured|maintained|remarked|conceded|admitted|"
        r"recalled|cautioned|replied|commented|affirmed|signalled|hinted|vowed|revealed|disclosed|"
        r"complained|let it be known",
    ),
    called=(
        r"[Hh]e|[Ss]he|[Tt]he (?:\w+ )?(?:minister|ambassador|official|diplomat|president|"
        r"commissioner|director|secretary|brigadier|general|host|spokes\w+|head|envoy|premier|"
        r"chancellor|diplomats?)",
    ),
    subjects=(
        r"he|she|they|the (?:\w+ ){0,2}(?:minister|president|official|diplomat|ambassador|"
        r"secretary|commissioner|director|sides|parties|two|pair|delegations?|host|leaders?|"
        r"envoys?|others?)s?|other \w+",
    ),
    pronouns=(r"he|she|they|him|her|them",),
    somebody=(r"his|her|their|both",),
    together=(
        r"both|the two|the (?:three|four|five|six)|the (?:parties|sides|states|countries|"
        r"governments|neighbou?rs|pair)|they|each other",
    ),
)
