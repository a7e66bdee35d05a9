"""German."""

from __future__ import annotations

from communique.recognition.words.language import (
    AgreementWords,
    Language,
    MeetingWords,
    OfficialWords,
    VisaWords,
)

_MEETING = (
    r"(?:\w*treffens?|\w*gespräche?n?|\w*beratung(?:en)?|\w*konferenz(?:en)?|\w*gipfels?|"
    r"\w*sitzung(?:en)?|unterredung(?:en)?|\w*begegnung(?:en)?|zusammenkunft|\w*verhandlung(?:en)?|"
    r"\w*konsultation(?:en)?|audienz|\w*telefonate?s?|\w*tagung(?:en)?|\w*runden?|austausch|"
    r"\w*besuche?s?|\w*reisen?|\w*visiten?|aussprache|videoschalte?)"
)

OFFICIALS = OfficialWords(
    offices=(
        r"\w*(?:minister|sekretär|präsident|botschafter|kommissar|leiter|direktor|sprecher|"
        r"bürgermeister|gesandter?|chef|konsul|berichterstatter)(?:in|s|n)?|"
        r"\w*kanzler(?:in)?|\w*(?:beauftragte|abgeordnete|vorsitzende)[rn]?|"
        r"(?:bundes|national|stände|staats|land|stadt)r(?:at|ätin)",
    ),
    bodies=(
        r"\w*(?:regierung|ministerium\w*|amt\w*|botschaft|konsulat|parlament|senat|kommission|"
        r"sekretariat|kabinett)|behörde\w*|bundestag|bundesrat|ministerrat",
    ),
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

AGREEMENTS = AgreementWords(
    terminated=(
        r"gekündigt|kündigt\w*\b.{0,60}\b(?:vertrag|abkommen)\w*|ausgelaufen|aufgehoben|"
        r"lief\b.{0,40}\baus\b|außer kraft|aufgekündigt|ausgetreten|erloschen|annulliert",
    ),
    suspended=(
        r"ausgesetzt|auf eis|ruht\b|ruhen\b|eingefroren|suspendiert\w*|setzte\w*\b.{0,60}\baus\b",
    ),
    under_negotiation=(
        r"verhandel\w*|nicht fertig|vorbereitet|ausgearbeitet|soll\w* .{0,60}unterzeichnet",
        r"(?:arbeiten|arbeitet|gearbeitet) an|in arbeit|in vorbereitung|entwurf\w*|paraphier\w*|"
        r"(?:soll|sollen|wird|werden) .{0,80}(?:unterschrieben|unterzeichnet|besiegelt|"
        r"geschlossen)|unterschriftsreif|letzten schliff|ausgehandelt",
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
)

VISAS = VisaWords(
    acts=(
        r"(?:per|durch|mit) (?:einen |eine |einem |einer )?(?:erlass|dekret|beschluss|verordnung|"
        r"gesetz|entscheidung)",
    ),
    opposes=(
        r"bedauer\w*|verurteil\w*|wies\b.{0,60}\bzurück|ablehn\w*|"
        r"lehn\w+\b.{0,90}\bab\b|abgelehnt|kritisier\w*|kritik\b|(?:wandte|wandten|stellte|"
        r"stellten) sich "
        r"gegen|stimmte\w* gegen|protestier\w*|widersprach\w*|widersetz\w*|diskriminier\w*|"
        r"unannehmbar|"
        r"inakzeptabel|warnte vor|weist\b.{0,60}\bzurück|stimmte\w* dagegen|rügt\w*|beklag\w*|"
        r"zurückgewiesen|ein fehler|empört\w*",
        r"irrweg|falsch\w*|schikan\w*|(?:ist|sei|sind|seien|stimm\w*|votier\w*) .{0,20}gegen|"
        r"nein zu|ablehnend|abstrafen|kopfschütteln|zumutung|unverständ\w*",
    ),
    supports=(
        r"begrüß\w*|unterstütz\w*|befürwort\w*|sprach sich .{0,60}aus|lobte?n?\b|dankte?n?\b|"
        r"würdigt\w*|verteidigt\w*|warb\w* für|zustimm\w*|stimmte\w*\b.{0,60}\bzu\b|erfreut|"
        r"freute? sich|überfällig|guthieß|hieß\b.{0,60}\b(?:gut|willkommen)\b|gelobt",
        r"richtig\w*|freut\b|freue\b|zufrieden|gute nachricht|gute idee|applaus|beifall|"
        r"gratulier\w*|vernünftig\w*|schritt nach vorn|ausdrücklich|pflichtet\w*|zustimmung",
    ),
    requests=(
        r"forder\w*|bat\b|baten\b|warb\w*|verlang\w*|bittet?n?\b|drängte?n?\b|drängt\b|mahn\w*|"
        r"appellier\w*|rief\b.{0,80}\bauf\b|schlug\b.{0,90}\bvor\b|schlägt\b.{0,90}\bvor\b|"
        r"gefordert|regte\w*\b.{0,80}\ban\b|wünsch\w*|ersucht\w*|beantragt\w*|setzte sich für",
        r"sollte\b|sollten\b|pocht\w*|petition|offene\w* brief|plädier\w*|müsse\b|müssten\b|"
        r"verlangte\b|ruf nach|spricht sich für|sprach sich für|sprechen sich für|drängen\b|"
        r"appell\b",
    ),
    considers=(
        r"überleg\w*|prüf\w*|erwäg\w*|erwog\w*|denkt\b.{0,40}\bnach|berät\b|geprüft|diskutier\w*|"
        r"arbeite\w*\b.{0,60}\ban\b|könnte\w*\b|in erwägung|untersuch\w*|debattier\w*|"
        r"schließt\b.{0,40}nicht aus|offen für",
        r"auf dem tisch|noch nicht entschieden|nichts entschieden|gedankenspiel\w*|"
        r"liebäugel\w*|abwäg\w*|wägt\b.{0,40}\bab|in prüfung|denkbar|im gespräch|spielt mit",
    ),
    announces=(
        r"kündigt\w*|angekündigt|teilte\b.{0,80}\bmit|beschl[oö]ss\w*|führt\w*\b.{0,90}\bein\b",
        r"entschied\w*|(?:wird|werden|wurde|wurden|ist|sind)\b.{0,90}\b(?:eingeführt|abgeschafft|"
        r"aufgehoben|verlängert|verkürzt|erleichtert|verschärft|ausgesetzt|erhöht|gesenkt|"
        r"vereinfacht|befreit|erlassen|eröffnet|geschlossen|gestrichen|ausgestellt|angehoben|"
        r"halbiert|verdoppelt|ausgeweitet|gelockert)|hob\b.{0,80}\bauf\b|schafft\w*\b.{0,80}\bab\b|"
        r"verlänger\w*|setzte?\w*\b.{0,80}\baus\b|senkt\w*|erhöht\w*|"
        r"(?:trat|tritt|treten|traten)\b.{0,60}\bin kraft|billigt\w*|verabschiedet\w*|"
        r"versprach\w*|sagte\w*\b.{0,80}\bzu\b|dürfen\b|müssen\b|brauchen\b|benötigen\b|"
        r"öffnet\w*|erließ\w*|stoppt\w*|stellt\w*\b.{0,80}\bein\b|genehmigt\w*|"
        r"lockert\w*|nimmt\b.{0,60}\b(?:wieder )?auf\b|nahm\b.{0,60}\b(?:wieder )?auf\b|kostet\b",
        r"seit (?:montag|dienstag|mittwoch|donnerstag|freitag|heute|gestern|januar|februar|märz|"
        r"april|mai|juni|juli|august|september|oktober|november|dezember)|verfügt\w*|"
        r"ordnet\w*\b.{0,60}\ban\b|ab sofort|nimmt\b.{0,80}\bentgegen|bekommen\b|bekanntgegeben|"
        r"gab\b.{0,60}\bbekannt|gibt\b.{0,60}\bbekannt|(?:tritt|trat) in kraft|in kraft\b",
    ),
    auxiliaries=(r"dürfen|müssen|brauchen|benötigen|kostet",),
    announces_a_day=(
        r"ab (?:dem |den |kommend\w+ |nächst\w+ )?(?:\d{1,2}\.|\d{4}|januar|februar|märz|april|mai|"
        r"juni|juli|august|september|oktober|november|dezember|montag|dienstag|mittwoch|donnerstag|"
        r"freitag|sofort|heute|morgen|woche|monat|jahr)|seit (?:dem )?\d|künftig|mit wirkung",
    ),
    suspension=(
        r"ausgesetzt|setzte?\w*\b.{0,80}\baus\b|aussetz\w*|stoppt\w*|gestoppt|"
        r"keine (?:\w+ )?visa (?:mehr|aus)|stellt\w*\b.{0,80}\bein\b|eingestellt|eingefroren|"
        r"visastopp",
        r"auf eis|stopp\b|pause\b|pausier\w*|moratorium|keine anträge|"
        r"nimmt\b.{0,60}\bnicht (?:mehr )?an|vorläufig nicht|bis auf weiteres|unterbroch\w*|"
        r"unterbrech\w*|ruhen\b",
    ),
    fees=(
        r"kostenlos\w*|gebühr\w*|\w*gebühren?\b|(?:die|diese|eine) erhöhung\b|kosten\b|kostet\b|"
        r"preis\w*|teurer|billiger|"
        r"kostenfrei",
        r"\d+ (?:euro|dollar|franken)\b.{0,40}vis(?:um|a)|vis(?:um|a)\w*\b.{0,40}\b\d+ (?:euro|"
        r"dollar|franken)|gratis|verbillig\w*|verteuer\w*|nachlass|erlass\w* der gebühr|zahlen\b|"
        r"bezahlen\b|zum nulltarif",
    ),
    extension=(
        r"verlänger\w*|(?:statt|anstelle|von) (?:bisher )?\d+ (?:auf \d+ )?tage\w*|"
        r"aufenthalt\w*\b.{0,60}\bvon \d+ auf \d+",
        r"länger (?:bleiben|gültig)|verdoppel\w*|längere\w* aufenthalt|"
        r"aufenthalt\w*\b.{0,40}\b(?:ausgedehnt|ausgeweitet|verlängert)|"
        r"gültigkeit\b.{0,40}\b(?:verlängert|ausgedehnt)",
    ),
    tightening=(
        r"visumpflicht|visumspflicht|visapflicht|verschärf\w*|strenger\w*|beschränkt\w*|"
        r"eingeschränkt|"
        r"(?:benötigen|brauchen)\b.{0,60}\b(?:visum|visa)|wiedereinf\w*|verkürz\w*",
        r"persönlich\w* (?:erschein|vorsprech|vorstell)\w*|kaution|bürgschaft|bürgen?\b|"
        r"sicherheitsleistung|ende der (?:visa|visum)\w*|(?:visafrei|"
        r"visumfrei)\w*\b.{0,60}\b(?:beendet|gestrichen|entzogen|entfällt|aufgehoben)|"
        r"wieder ein visum|sichtvermerkspflicht|hürden?\b",
    ),
    e_visa=(
        r"elektronisch\w+ vis\w+|e-visum|e-visa|online-visum|online-visa|digital\w* vis\w+|"
        r"visaportal|visumportal",
        r"online-(?:antrag|verfahren|formular|portal)\w*|(?:antr[aä]g|beantrag|formular|"
        r"stell)\w*\b.{0,50}\bonline|über das portal|im internet\b|"
        r"übers internet|per (?:mausklick|internet|app)|digital\w* (?:antr|verfahren|"
        r"formular)\w*|elektronisch\w*",
    ),
    visa_free=(
        r"visafrei\w*|visumfrei\w*|visumsfrei\w*|ohne (?:ein )?(?:visum|visa)|"
        r"visa-?liberalisier\w*|visumbefreiung|visabefreiung|"
        r"(?:abschaff|abgeschafft|aufheb|aufgehoben|hob)\w*\b.{0,60}\bvis\w*|"
        r"vis\w*\b.{0,60}\b(?:abgeschafft|aufgehoben|abschaff|auf\b)\w*|(?:kein|keine) vis(?:um|"
        r"a) mehr",
        r"sichtvermerk\w*|(?:nur|bloß) mit (?:dem )?(?:pass|personalausweis|ausweis)|"
        r"ohne formalitäten|visa-freiheit|visumszwang|visazwang",
    ),
    facilitation=(
        r"erleichter\w*|vereinfach\w*|schneller\w*|binnen\b|mehrfach\w*|beschleunig\w*|locker\w*|"
        r"bei (?:der )?ankunft|gemeinsame\w* vis\w+|einheitlich\w* vis\w+|visa(?:zentr|stell|"
        r"annahme)\w*|"
        r"visumstelle|termine?n?\b|unbürokratisch\w*|innerhalb von|\w*jährige\w* vis\w+|gelockert",
        r"schnellspur|überholspur|weniger (?:papier|bürokratie|unterlagen)\w*|verzicht\w*|"
        r"entfäll\w*|entfallen|kürzer\w*|mehrjährig\w*|mehrfacheinreise|entbürokratis\w*|"
        r"papierkram",
    ),
    staying=(r"aufenthalt|gültig|bleib|visafrei|visumfrei|ohne visum|aufhalt|verbring",),
    waiting=(
        r"erteil|bearbeit|ausstell|ausgestellt|wart(?:e|et|en|ezeit\w*)\b|werktag|arbeitstag|"
        r"entscheid|bescheid|termin",
    ),
    measures=(
        r"gesetz|erlass|maßnahme|entscheidung|vorschlag|idee|plan|pläne|regelung|schritt|beschluss|"
        r"vorhaben|verordnung|ankündigung|reform|änderung|befreiung|aussetzung|verschärfung|"
        r"erleichterung|lockerung|aufhebung|initiative|forderung|entwurf|gebühr|projekt|pflicht|"
        r"verfahren|verlängerung|antrag|erhöhung",
    ),
    the=(r"die|der|das|den|dem|diese\w*|eine\w*|ein|seine\w*|ihre\w*|solche\w*|vom|zur|zum",),
    no_standing=(
        r"reisebüro|denkfabrik|reiseveranstalter|handelskammer|ökonom|wissenschaftler|verband",
    ),
)

GERMAN = Language(
    code="de", officials=OFFICIALS, meetings=MEETINGS, agreements=AGREEMENTS, visas=VISAS
)
