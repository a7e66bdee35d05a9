"""German: visas."""

from __future__ import annotations

from communique.recognition.words.language import VisaWords

VISAS = VisaWords(
    acts=(
        r"(?:per|durch|mit) (?:einen |eine |einem |einer )?(?:erlass|dekret|beschluss|verordnung|"
        r"gesetz|entscheidung)",
    ),
    opposes=(
        r"(?:unterstütz|befürwort)\w*\b[^.;]{0,120}\bnicht\b|(?:sprach|sprachen|spricht|sprechen) "
        r"sich (?:\w+ )?gegen",
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
        r"begrüß\w*|unterstütz\w*|befürwort\w*|(?:sprach|spricht|sprechen|sprachen) sich (?:\w+ )?für|lobte?n?\b|dankte?n?\b|"
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
        r"verlangte\b|ruf nach|drängen\b|"
        r"appell\b",
    ),
    considers=(
        r"schl(?:oss|ossen|ießt|ießen)\b[^.;]{0,120}\bnicht aus|nicht (?:auszuschließen|"
        r"ausgeschlossen)",
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
        r"halbiert|verdoppelt|ausgeweitet|gelockert)|(?:hob|heb(?:t|en))\b.{0,80}\bauf\b|schafft\w*\b.{0,80}\bab\b|"
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
        r"vis(?:um|ums|a)pflicht|verschärf\w*|strenger\w*|beschränkt\w*|"
        r"eingeschränkt|"
        r"(?:benötig|brauch|verlang)\w*\b.{0,60}\b(?:visum|visa)\b(?!-)|wiedereinf\w*|verkürz\w*",
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
    obligations=(r"vis(?:um|ums|a)(?:pflicht|zwang)|sichtvermerkspflicht",),
    freedoms=(r"vis(?:um|ums|a)(?:frei\w*|befreiung)",),
    ending=(
        r"(?:aufhebung|abschaffung|wegfall|ende|streichung) (?:der|des|dieser)|abschaff\w*|"
        r"aufheb\w*|streich\w*|strich\w*|beend\w*",
    ),
    ended=(
        r"(?:auf|ab|weg)(?=[.,;]|$| und\b| oder\b)|aufgehoben|abgeschafft|gestrichen|beendet|"
        r"entf[aä]ll\w*|fällt weg|endet\w*|läuft aus",
    ),
    not_needed=(
        r"(?:brauch|benötig)\w*\b.{0,60}\bkein(?:e|en)? (?:\w+ )?vis(?:um|a)\b|verzicht\w* auf "
        r"(?:\w+ )?vis(?:um|a)\b|auf vis(?:um|a)\b.{0,30}\bverzicht\w*",
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
    people=(
        r"\w*bürger\w*|staatsangehörige\w*|\w*reisende\w*|\w*touristen|\w*studenten|"
        r"studierende\w*|\w+kräfte\w*|\w*helfer\w*|\w*arbeiter\w*|\w*forscher\w*|\w*urlauber\w*|"
        r"\w*besucher\w*|\w*inhaber\w*|rentner\w*|schüler\w*|antragsteller\w*",
    ),
)
