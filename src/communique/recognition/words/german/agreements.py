"""German: agreements."""

from __future__ import annotations

from communique.recognition.words.language import AgreementWords

AGREEMENTS = AgreementWords(
    terminated=(
        r"gekündigt|kündigt\w*\b.{0,60}\b(?:vertrag|abkommen)\w*|ausgelaufen|aufgehoben|"
        r"lief\b.{0,40}\baus\b|außer kraft|aufgekündigt|ausgetreten|erloschen|annulliert",
    ),
    suspended=(
        r"ausgesetzt|auf eis|ruht\b|ruhen\b|eingefroren|suspendiert\w*|setzte\w*\b.{0,60}\baus\b",
    ),
    under_negotiation=(
        r"weiger\w* sich\b[^.;]{0,120}\bzu unterzeichnen|nicht unterzeichnen",
        r"verhandel\w*|nicht fertig|vorbereitet|ausgearbeitet|soll\w* .{0,60}unterzeichnet",
        r"(?:arbeiten|arbeitet|gearbeitet) an|in arbeit|in vorbereitung|entwurf\w*|paraphier\w*|"
        r"(?:soll|sollen|wird|werden) .{0,80}(?:unterschrieben|unterzeichnet|besiegelt|"
        r"geschlossen|unterzeichnen|unterschreiben)|(?:noch )?nicht (?:unterzeichnet|unterschrieben|"
        r"abgeschlossen)|unterschriftsreif|letzten schliff|ausgehandelt",
    ),
    proposed=(
        r"schlug\b|schlugen\b|vorgeschlagen|schlägt|regte\w*\b.{0,80}\ban\b|warb\w*\b|"
        r"forder\w*|plädier\w*|angeboten|bot\b.{0,80}\ban\b|sprach sich für",
    ),
    ratified=(r"ratifiziert\w*|ratifikation|ratifizierung",),
    in_force=(
        r"in Kraft|gilt\b|galt\b|verabschiedet\w*|einigten sich|vereinbarten|auf der Grundlage|"
        r"einigte sich|vereinbart\w*|verpflichte\w*|geeinigt|verständigt\w*|im rahmen|"
        r"kamen überein|übereingekommen|sagten zu|gültig|wirksam",
    ),
    signed=(
        r"unterzeichn\w*|unterschr\w*|geschlossen|abgeschlossen|besiegel\w*|schlossen\b|schloss\b|"
        r"setzten .{0,40}unterschrift\w*|signiert\w*",
    ),
    memorandum=(r"absichtserklärung\w*|memorandum|grundsatzvereinbarung|\w*memoranden",),
    roadmap=(r"fahrplan\w*|aktionsplan\w*|maßnahmenplan",),
    protocol=(r"protokoll\w*|zusatz\w*|änderungs\w*",),
    declaration=(r"erklärung\w*|kommuniqué|abschlusserklärung",),
    contract=(r"\w*liefervertrag\w*|\w*kaufvertrag\w*|auftrag\w*|kontrakt\w*",),
    treaty=(
        r"staatsvertrag\w*|\w*grenzvertrag|freundschaftsvertrag|\w*friedensvertrag|konvention\w*|"
        r"übereinkommen",
    ),
    agreement=(r"\w*abkommen|\w*vereinbarung\w*|\w*vertr[aä]g\w*|\w*pakt\w*|\w*übereinkunft",),
    other=(r"programm\w*|charta|strategie|\w*partnerschaft",),
    heads=(
        r"absichtserklärung\w*|fahrplan|aktionsplan|protokoll\w*|\w*erklärung(?:en)?|\w*abkommens?|"
        r"\w*vereinbarung\w*|\w*vertr[aä]g\w*|\w*übereinkommens?|\w*übereinkunft|\w*memorand(?:um|"
        r"en)|"
        r"\w*pakte?s?|\w*konvention(?:en)?|kommuniqués?",
    ),
    denied=(r"dementier\w*|bestritt\w*|bestreite\w*",),
    none=(r"kein(?:e[nmrs]?)?|ohne",),
    ends=(
        r"wurden?|hatten|haben|hat|hatte|ist|sind|war|waren|wird|werden|soll|sollen|noch|nicht|"
        r"(?:ge|be|ab|vor|vorge|ausge|ange|unter)(?:schlossen|schlagen|setzt|kündigt|boten|"
        r"handelt|schrieben)|unterzeichne\w*|unterschr\w*|unterschreib\w*|ratifizier\w*|tr[ia]t\w* in",
    ),
    may_tell=(
        r"unterzeichn\w*|unterschr\w*|einigten|einigung|vereinbart\w*|dokument\w*|programm\w*|"
        r"geeinigt|einigte|verständigt\w*|ratifizier\w*|kamen überein|übereingekommen|besiegel\w*|"
        r"verpflicht\w*|waffenruhe|waffenstillstand|notenwechsel",
    ),
    agreed_to=(
        r"(?:vereinbarten|einigten sich|verständigten sich|kamen überein)(?: auch| zudem|"
        r" dabei)?(?: darauf| auf)?",
    ),
    goes_on=(
        r"[^.;]{0,90}(?:fortzu|fortsetz|vertief|auszubau|ausbau|stärk|intensiv|"
        r"zusammenarbeit|zusammenzuarbeiten|treffen|gespräch|verhandl|in kontakt|zu prüfen|"
        r"austausch\b)",
    ),
    one_sided=(r"erlass\w*|verordnung\w*|gesetz\w*",),
)
