"""The words that tell the fields of agreements, in en, fr, de, ru and es.

Patterns begin at the beginning of a word; stems are open at their end.
"""

from __future__ import annotations

import re

from communique.recognition.signals import Group

_SIGN_LATER = (
    r"(?:due|set|ready|about|expected|hop\w+|planned|plans?|scheduled|prepared|"
    r"yet)\s+to\s+(?:be\s+)?sign\w*|to be signed|(?:will|would|could|may|might|shall) (?:soon |"
    r"then |later )?(?:be )?signe?d?\b|not (?:yet )?(?:been )?signed"
)

STATUS: tuple[Group, ...] = (
    (
        (
            "terminated",
            r"cancel(?:l?ed|s)\b|annul\w*|revok\w*|abrogat\w*|tore up|torn up|no longer in force",
        ),
        ("terminated", r"terminat\w*|expired|lapsed|withdr[ae]w\w*|scrapped|résili\w*"),
        ("terminated", r"gekündigt|ausgelaufen|расторг\w*|денонсир\w*|истек\w*|rescind\w*"),
        ("suspended", r"suspend\w*|frozen|put on hold|ausgesetzt|приостанов\w*|gelé\b"),
    ),
    (
        ("under_negotiation", _SIGN_LATER),
        (
            "under_negotiation",
            r"(?:still |being )?negotiat(?:ed|ing)\b|negotiations? (?:on|over|for|of|about)",
        ),
        (
            "under_negotiation",
            r"(?:being |still )?(?:draft|prepar)(?:ed|ing)\b|drafts?\b|in preparation",
        ),
        (
            "under_negotiation",
            (
                r"(?:initiate|begin|start|launch)\w* (?:the )?(?:development|work|talks|"
                r"negotiations|drafting)"
            ),
        ),
        ("under_negotiation", r"working on|work on (?:a|an|the)|under discussion"),
        (
            "under_negotiation",
            r"settl\w+ the (?:wording|text)|(?:to|will) complete|awaiting signature",
        ),
        (
            "under_negotiation",
            r"(?:being |been )?(?:drawn|drawing|draws?) up|negocia\w*|en preparación",
        ),
        (
            "under_negotiation",
            r"finali[sz]\w*|initial(?:l)?ed|not (?:yet )?(?:ready|finished)",
        ),
        (
            "under_negotiation",
            r"négoci\w*|prépar\w*|travaillent|en cours d|élabor\w*|sera signé\w*",
        ),
        (
            "under_negotiation",
            r"verhandel\w*|nicht fertig|vorbereitet|ausgearbeitet|soll\w* .{0,40}unterzeichnet",
        ),
        (
            "under_negotiation",
            r"готовит\w*|подготов\w*|разраб\w*|согласов\w*|переговоры о|будет подписан\w*",
        ),
    ),
    (
        ("proposed", r"propos\w*|call(?:ed|s|ing)? for|suggest\w*|mandate to negotiate|advocat\w*"),
        (
            "proposed",
            r"offered\b|mooted|floated|plaid(?:é|e|er)\b|propus\w*|propon\w*|plead\w* for",
        ),
        ("proposed", r"propose\w*|предлож\w*|schlug\b|vorgeschlagen|schlägt"),
    ),
    (("ratified", r"(?<!to be )(?<!yet to )ratif\w*|ратифицир\w*|ratifi(?:é|ée|ziert)\w*"),),
    (
        (
            "in_force",
            r"in force|(?:took|takes|taken) effect|into (?:force|effect)|since (?:19|20)\d\d",
        ),
        (
            "in_force",
            r"rest(?:s|ed)? on|legal basis|bound by|governed by|adopted|endorsed|existing",
        ),
        (
            "in_force",
            (
                r"undert(?:ake|akes|ook)\b|commit(?:s|ted)? (?:themselves )?to|thanks to|"
                r"govern(?:s|ed)\b"
            ),
        ),
        (
            "in_force",
            r"decision to (?:open|launch|create|set up|establish)|agreeing to\b|en vigor|vigente",
        ),
        (
            "in_force",
            r"agreed\b(?! to (?:sign|start|begin|draft|prepare))|under (?:the|its|a|an)\b",
        ),
        (
            "in_force",
            r"en vigueur|liés par|adopt(?:é|ée|és)\b|ont convenu|sont convenus|aux termes de",
        ),
        ("in_force", r"in Kraft|gilt\b|verabschiedet|einigten sich|vereinbarten|auf der Grundlage"),
        ("in_force", r"действу\w*|вступил\w*|договорил\w*|в рамках|принял\w*"),
    ),
    (
        (
            "signed",
            r"signatures\b|put (?:his|her|their) names?|bears the date|suscri\w*|reached in\b",
        ),
        ("signed", r"sign(?:ed|ing|s|ature)?\b|conclud\w*|executed|inked|sealed"),
        ("signed", r"sign(?:é|ée|és|ées|ent|ature)\b|paraph\w*|conclu\w*"),
        ("signed", r"unterzeichn\w*|unterschr\w*|geschlossen|abgeschlossen|firm(?:ó|aron|ado)\w*"),
        ("signed", r"подпис\w*|заключ\w*"),
    ),
)

INSTRUMENT: tuple[Group, ...] = (
    (
        ("memorandum", r"memorand\w*|mou\b|mémorandum|protocole d['’]accord|меморандум\w*"),
        ("memorandum", r"absichtserklärung\w*"),
        (
            "roadmap",
            r"road[- ]?map\w*|action plan|plan of action|feuille de route|plan d['’]action",
        ),
        ("roadmap", r"fahrplan|aktionsplan|дорожн\w+ карт\w+|план\w* действий|hoja de ruta"),
        ("protocol", r"protocol\w*|protokoll\w*|протокол\w*|amendment|addendum|avenant|zusatz\w*"),
        ("declaration", r"declaration|joint statement|communiqu\w+|déclaration|erklärung\w*"),
        ("declaration", r"деклараци\w*|заявлени\w*|коммюнике|declaración|statement of intent"),
        ("contract", r"contract\b|contrat|контракт\w*|contrato"),
        (
            "treaty",
            r"treaty|treaties|traité|staatsvertrag\w*|договор\b|договор[ау]\b|tratado|convention",
        ),
        (
            "agreement",
            r"agreement|accord\b|accords\b|arrangement|pact\b|deal\b|\w*abkommen|entente",
        ),
        ("agreement", r"\w*vereinbarung\w*|соглашени\w*|acuerdo|convenio|\w*vertrag\w*|келісім\w*"),
        (
            "other",
            r"programme|program\b|plan\b|charter|strategy|scheme|программ\w*|план\b|programm\b",
        ),
    ),
    (("understanding", r"\w"),),
)

HEADS = (
    r"(?:memorand(?:um|a)s?|mous?|mémorandum|protocole d['’]accord|меморандум\w*|"
    r"absichtserklärung\w*|road[- ]?maps?|action plans?|plans? of action|feuilles? de route|"
    r"plans? d['’]action|fahrplan|aktionsplan|дорожн\w+ карт\w+|план\w* действий|protocols?|"
    r"protocoles?|protokoll\w*|протокол\w*|amendments?|addend(?:um|a)|avenants?|declarations?|"
    r"joint statements?|communiqu[eé]s?|déclarations?|erklärung\w*|деклараци\w*|коммюнике|"
    r"contracts?|contrats?|контракт\w*|treat(?:y|ies)|traités?|договор(?!и)\w*|conventions?|"
    r"agreements?|accords?|arrangements?|pacts?|deals?|\w*abkommen|ententes?|\w*vereinbarung\w*|"
    r"\w*vertr[aä]g\w*|соглашени\w*|acuerdos?|convenios?|tratados?|протоколы|келісім\w*|"
    r"charters?)(?!\w)"
)
"""The words around which the name of an instrument stands."""

MAY_TELL = (
    HEADS
    + r"|agreeing\b|undert(?:ake|akes|ook)\b|decision to (?:open|launch|create|set up|establish)|"
    r"sign(?:ed|ing|s|atures?|atory|atories)?\b(?! (?:up|language))|documents?\b|initiall?ed|"
    r"ratif\w*|conclud\w*|agree[ds]?\b|inked|sealed|signé\w*|convenu\w*|documents?\b|"
    r"unterzeichn\w*|unterschr\w*|einigten|einigung|vereinbart\w*|dokument\w*|подпис\w*|"
    r"договорил\w*|договорен\w*|заключ\w*|документ\w*|firm(?:ó|aron|ado)|acord\w*|documento\w*|"
    r"(?:plans?|programmes?|programs?|strateg(?:y|ies)|(?:letter|statement)s? of intent)\b(?! to)|"
    r"программ\w*|план\w*|programm\w*"
)
"""Words without which a sentence tells of no instrument: "according to" and "said in a statement",
which begin like some, are none of them."""

AGREED_TO = re.compile(
    r"\b(?:agreed|agreeing|undertook|undertake|decision|jointly decided) to (?P<what>"
    r"(?!(?:further |also |jointly |closely )*(?:cooperat|continu|work|strengthen|deepen|expand|"
    r"intensif|enhanc|promot|meet|hold|discuss|sign|start|begin|negotiat|draft|prepar|remain|stay|"
    r"keep|maintain|support|consider|study|explor|look|take|do|be|have|go|help|stand)\w*\b)"
    r"[a-z]+ (?:[\w’'-]+ ){2,14}?[\w’'-]+)"
    r"(?=[.;,]| (?:by|from|within|before|after|until|and|in|on) |$)"
)
"""What two sides agree to do, where it is something of its own and more than to go on."""

NO_SUBJECT = frozenset(
    (
        "framework draft bilateral trilateral multilateral international intergovernmental joint "
        "similar operational working cooperation partnership strategic association new final "
        "preliminary formal legal verbal interim general comprehensive separate second third "
        "first existing old longstanding historic landmark basic main standing written secret "
        "technical special revised updated"
    ).split()
)
"""Words before an instrument's head that say nothing of what it covers."""
