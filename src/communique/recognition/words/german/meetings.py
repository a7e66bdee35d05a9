"""German: meetings."""

from __future__ import annotations

from communique.recognition.words.language import MeetingWords

_MEETING = (
    r"(?:\w*treffens?|\w*gespräche?n?|\w*beratung(?:en)?|\w*konferenz(?:en)?|\w*gipfels?|"
    r"\w*sitzung(?:en)?|unterredung(?:en)?|\w*begegnung(?:en)?|zusammenkunft|\w*verhandlung(?:en)?|"
    r"\w*konsultation(?:en)?|audienz|\w*telefonate?s?|\w*tagung(?:en)?|\w*runden?|austausch|"
    r"\w*besuche?s?|\w*reisen?|\w*visiten?|aussprache|videoschalte?)"
)

MEETINGS = MeetingWords(
    cancelled=(
        r"abgesagt|verschoben|sagte[n]?\b.{0,80}\bab\b|fällt aus|fiel\b.{0,40}\baus\b|entfällt|"
        r"entfiel\w*|platzte\w*|geplatzt|vertagt\w*|gestrichen|auf unbestimmte zeit|"
        r"(?:kommt|kam|kommen|kamen) nicht zustande|findet .{0,40}nicht statt|"
        r"(?:verschob|strich|verschiebt|streicht)\w*\b|sagt\b.{0,60}\bab\b",
    ),
    planned=(
        r"wird\b.{0,80}\b(?:treffen|reisen|besuchen|empfangen|stattfinden)",
        r"(?:wird|werden|will|wollen|soll|sollen|möchte|möchten)\b.{0,140}\b(?:treffen|reisen|"
        r"besuchen|empfangen|stattfinden|zusammenkommen|zusammentreffen|beraten|tagen|sprechen|"
        r"erörtern|besprechen|verhandeln|abhalten|führen|begrüßen|telefonieren|erwartet)",
        r"(?:ist|sind) .{0,80}\b(?:geplant|vorgesehen|angesetzt|anberaumt|terminiert|verabredet)|"
        r"(?:erwartet|steht|stehen)\b.{0,60}\b(?:an|bevor|zu gesprächen)\b|"
        r"(?:nahm|nimmt|nahmen|nehmen)\b.{0,80}\beinladung\b.{0,60}\ban\b|"
        r"einladung .{0,40}angenommen",
        r"(?:trifft|treffen|empfängt|empfangen|reist|kommt|kommen|findet|finden|berät|beraten|"
        r"besucht|tagt|fliegt)\b.{0,60}\b(?:am (?:kommenden|nächsten|montag|dienstag|mittwoch|"
        r"donnerstag|freitag|samstag|sonntag|\d)|nächste\w*|kommende\w*|morgen|im (?:januar|"
        r"februar|"
        r"märz|april|mai|juni|juli|august|september|oktober|november|dezember|herbst|frühjahr|"
        r"sommer|winter))",
    ),
    proposed=(
        rf"(?:schlug|schlugen|schlägt|regte|regt)\b.{{0,140}}\b(?:vor|an)\b|"
        r"(?:lud|luden|lädt)\b.{0,140}\bein\b|eingeladen|vorgeschlagen|"
        rf"(?:bot|bat|baten|bietet|bittet)\b.{{0,90}}\b(?:{_MEETING}|an)\b|"
        rf"(?:forder|verlang|dräng|wünsch|hoff|warb|plädier)\w*\b.{{0,60}}\b(?:{_MEETING})\b|"
        r"(?:sprach|sprachen) sich für .{0,60}\baus\b|einladung an\b|sprach .{0,60}einladung aus|"
        r"bereit .{0,40}zu (?:treffen|empfangen|gesprächen)|erbeten|ersuchte",
    ),
    held=(
        r"(?:traf|trafen|getroffen|empfing|empfangen|sprach|sprachen|telefoniert\w*|"
        r"berieten|beriet|führte\w*|kamen|tagte\w*|stattgefunden)\b",
        r"(?:empfingen|zusammengetroffen|zusammengekommen|kam\b.{0,80}\bzusammen|"
        r"kam\b.{0,80}\bzu (?:\w+ )?(?:gesprächen|einem)|besprach\w*|erörterte\w*|verhandelte\w*|"
        r"tauschte\w*|ausgetauscht|begrüßte\w*|besuchte\w*|reiste\w*|stattete\w*|"
        r"bestellte\w*\b.{0,80}\bein\b|einbestellt|zitierte\w*|einberufen|"
        r"fand\b.{0,140}\bstatt\b|fanden\b.{0,140}\bstatt\b|beraten\b|besprochen|erörtert|"
        r"eröffnete\w*|versammelte\w*|konferierte\w*|unterhielt\w*|speiste\w*|"
        r"aß(?:en)?\b.{0,40}\bmit\b|war\b.{0,60}\bzu gast|weilte\w*|nahm\w*\b.{0,120}\bteil\b|"
        r"hielt\w*\b.{0,80}\bab\b|gastgeber\w*|lief\w*|endete\w*|saß(?:en)?\b|rief\b.{0,60}\ban\b|"
        r"hat\b.{0,100}\b(?:getroffen|empfangen|besucht|gesprochen)|überreichte\w*|"
        r"beglaubigungsschreiben|schaltete\w*\b.{0,60}\bzusammen)\b",
    ),
    phone=(r"telefon\w*|am telefon|fernmündlich|anruf\w*|rief\b.{0,40}\ban\b",),
    video=(r"videoschalt\w*|videokonferenz\w*|per video|videogipfel|virtuell\w*|zugeschaltet",),
    denied=(
        r"lehn\w+\b[^.;]{0,40}\b(?:treffen|gespräch\w*|begegnung)\b[^.;]{0,90}\bab\b|"
        r"weiger\w* sich\b[^.;]{0,90}\b(?:zu treffen|zu empfangen|zu sprechen)|"
        r"(?:hat|haben|hatte|hatten)\b[^.;]{0,90}\b(?:nie|nicht) (?:getroffen|empfangen|gesehen)",
    ),
    spoke=(r"(?:sprach|sprachen) (?:\w+ ){0,3}mit\b|unterhielt\w* sich|telefonierte\w*",),
    bodily=(
        r"traf(?:en)?\b|treffen|empf\w*|besuch\w*|sitzung|zusammen\w*|gast\b|reiste\w*|konferenz|"
        r"gipfel|"
        r"am rande|tagte\w*",
    ),
    occasion=(
        rf"{_MEETING} (?:[\w-]+ ){{0,3}}?(?:mit|zwischen|in|von|der|des|im|am|auf|bei|beim|zum|"
        r"zur|über)\b|am rande (?:der|des|eines|einer)|bei (?:seinem|ihrem|einem) (?:\w+ )?"
        r"(?:besuch|treffen|gespräch)|zu gesprächen|in gesprächen|vier augen",
    ),
    encounter=(
        r"(?:traf|trafen|getroffen|empfing|empfingen|empfangen|Gespräch|Gespräche|Treffen|"
        r"Unterredung|telefoniert\w*|zusammengetroffen|einbestellt|zusammengekommen)\b|"
        r"\w+(?:treffen|gespräche?|gipfel|konferenz)\b|berieten\b|beriet\b|tagten?\b|Beratungen\b|"
        r"kam(?:en)?\b.{0,80}\bzusammen\b|bestellte\w*\b.{0,80}\bein\b|Audienz\b|Telefonat\b",
    ),
    goes_on=(
        r"Beide|Die (?:beiden|Gespräche|Minister|Seiten|Unterredung)|Im (?:Mittelpunkt|"
        r"Gespräch)|Bei (?:dem|den) (?:Treffen|Gespräch|Gesprächen)|Thema|Themen|"
        r"Auf der Tagesordnung",
    ),
    they=(r"Sie|Beide|Die beiden",),
    back=(
        r"(?:bei|in|während|nach|am rande|am ende|zum abschluss|auf) (?:dem|der|des|den|"
        r"diese[mnrs]) "
        r"(?:\w*(?:treffens?|gesprächs?|gesprächen|sitzung|konferenz|gipfels?|beratungen))\b"
        r"(?! (?:mit|zwischen)\b)",
    ),
    also=(
        r"(?:besprach|erörter|diskutier|tauscht|sprach|beriet)\w* (?:auch|zudem|ferner|ebenfalls)",
    ),
)
