"""French: visas."""

from __future__ import annotations

from communique.recognition.words.language import VisaWords

VISAS = VisaWords(
    acts=(
        r"(?:par|en vertu d['’]un|aux termes d['’]un) (?:un |une )?(?:décret|arrêté|décision|loi)",
    ),
    opposes=(
        r"ne (?:soutien|souten|appui|approuv|accept)\w* (?:pas|plus)|"
        r"n['’](?:appui|approuv|accept)\w* (?:pas|plus)|"
        r"refus\w* (?:de |d['’])(?:souten|appuy|approuv|accept)\w*",
        r"désapprouv\w*|s['’](?:est |était )?oppos\w*|rejet\w*|critiqu\w*|condamn\w*|dénonc\w*",
        r"protest\w*|déplor\w*|regrett\w*|fustig\w*|hostile|inacceptable|discriminatoire|"
        r"s['’]insurg\w*|s['’](?:est |sont )?élev\w* contre|injuste|indign\w*",
        r"combatt(?:u|ue|us|ues|re|ent|ait|aient)\b|inadmissible|à tort|recul\b|une erreur|"
        r"votera contre|indigne\b|honte\w*|contre-producti\w*|s['’]y oppos\w*",
    ),
    supports=(
        r"en faveur d",
        r"salu(?:é|ée|és|e|ent|ait|aient)\b|se félicit\w*|s['’]est félicit\w*|se sont félicit\w*|"
        r"soutien\w*|soutenu\w*|"
        r"appuy\w*|favorable|plaid\w*|remerci\w*|approuv\w*|s['’]est réjoui\w*|se réjoui\w*|"
        r"défend\w*|applaudi\w*|bienvenue?\b",
        r"satisf(?:ait|action)\w*|se réjou\w*|bonne nouvelle|bravo|applaud\w*|louable|ravi\w*|"
        r"pas en avant|s['’]y est déclarée? favorable",
    ),
    requests=(
        r"(?:a|ont|avait) demandé\b|(?<!se )demand(?:e|ent) (?:à|aux?|que|de)\b(?! visas?)|"
        r"appel\w* (?:à|au|les?|la)|réclam\w*|sollicit\w*|"
        r"(?:a|ont) souhaité\b|exig\w*|exhort\w*|insist\w*|pri(?:é|e)\b.{0,40}\bde\b|"
        r"propos\w*|voudrait|souhaite\w*|presse\b|suggér\w*",
        r"devrait\b|devraient\b|pressé\b|pressent\b|plaidoyer|appel\b|requête|exhort\w*|"
        r"souhait(?:é|e|ent|ait)\b|lettre ouverte",
    ),
    considers=(
        r"n['’](?:a|ont|avait) pas exclu|n['’]exclu\w* pas|pas exclu\w*",
        r"réfléchi\w*|à l['’]étude|étudi(?:e|ent|er|era|é|ée|ait)\b|examin\w*|envisag\w*|songe\w*|pens(?:e|ent) à|"
        r"évalu\w*|à l['’]examen|plancher?\w*|travaill(?:e|ent) (?:à|sur)|pourrait\b|pourraient\b|"
        r"n['’]exclut pas|se pench\w*",
        r"sur la table|hypothèse|réflexion|(?:n['’]est|rien n['’]est) (?:encore )?(?:tranché|"
        r"décidé)|(?:reste|restent|montre|montrent|resté|restée) prudente?s?\b|"
        r"à l['’]ordre du jour|se demande\w* si|l['’]idée (?:de|d['’]un)",
    ),
    announces=(
        r"annonc\w*|fait savoir|décid\w*|entr(?:e|ent|era|eront|é\w*) en|devront|supprim\w*|instaur\w*|"
        r"(?:a|ont|sera|seront|est|sont) (?:été )?(?:introdui|levé|rétabli|suspend|exempté|"
        r"dispensé|prolongé|relevé|abaissé|réduit|augmenté|doublé|approuvé|promulgué|"
        r"élargi|étendu|ouvert|fermé|rouvert|lancé|mis en place|durci|assoupli|simplifié|gelé)\w*",
        r"(?:pourront|devra|sera|seront|bénéficier\w+|n['’]auront plus|ne ser\w+ plus|coûter\w+|"
        r"passer\w+ (?:de|à)|lèver\w+|suspend\w*|rétabli\w*|promet|promis|promulgu\w*|"
        r"s['’]engag\w*)\b",
        r"informe (?:le|les|que)|a adopté|ont adopté|a signé|dès (?:ce|cet|la rentrée)|"
        r"entre en vigueur|met(?:tent)? fin|depuis (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|"
        r"dimanche|ce matin)|valables?\b",
    ),
    auxiliaries=(r"devront|entrer\w* en|sera|seront|pourront|devra",),
    announces_a_day=(
        r"(?:à partir|à compter|dès) (?:du |de |le )?(?:\d|lundi|mardi|mercredi|jeudi|vendredi|"
        r"janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|"
        r"demain|l['’]an|prochain)|depuis le \d|désormais|dorénavant",
    ),
    suspension=(
        r"suspen\w*|gel(?:é|ée|er|e)\b|interromp\w*|(?:cess|arrêt)\w* (?:de |la )?(?:délivr)\w*|"
        r"ne délivr\w+ plus|plus de visas?\b",
        r"en suspens|mise en pause|moratoire|plus aucun visa|interruption|gelés?\b|"
        r"sont (?:restés? )?(?:fermés|baissés)|jusqu['’]à nouvel ordre|ne (?:sont|seront|sera|"
        r"est) plus (?:délivr|trait|accept)\w*",
    ),
    fees=(
        r"gratuit\w*|droits? de visa|frais\b|tarif\w*|prix\b|coût\w*|redevance|euros le visa|"
        r"(?:la|cette|une) (?:hausse|augmentation)\b",
        r"\d+ (?:euros|dollars|francs)\b.{0,40}\bvisas?|visas?\b.{0,40}\b\d+ (?:euros|dollars|"
        r"francs)|payant\w*|moitié prix|exonér\w*",
    ),
    extension=(
        r"prolong\w*|allong\w*|durée (?:de|du) (?:séjour|validité)|séjour\w* .{0,30}\bde \d+ à \d+|"
        r"port(?:é|ée|er|e)\b.{0,30}\bde \d+ à \d+",
        r"valables?\b.{0,40}\bcontre\b|séjours? plus longs?|doubl\w*\b.{0,30}\b(?:séjour|durée|"
        r"validité)|porter\b.{0,40}\b(?:durée|séjour|validité)",
    ),
    tightening=(
        r"munis? d['’]un visa|durci\w*|restrei\w*|resserr\w*|nouvelles restrictions|"
        r"(?:rétabli|réinstaur|réintroduc|réimpos|impos)\w*\b.{0,40}\bvisas?\b|"
        r"obligation de visa|visa obligatoire|limit(?:é|ée|er|era)\b|fin (?:de l['’]exemption|"
        r"du régime sans visa)|(?:supprim|suspend|révoqu)\w* .{0,20}exemption",
        r"(?:caution|garants?) (?:de \d|domicili\w*)|en personne\b|astrein\w*|sou(?:mettre|mis|"
        r"mise|mises|met)\b.{0,30}\bvisas?|entretien (?:obligatoire|individuel|personnel)|"
        r"mett\w* fin\b.{0,60}\b(?:dispense|exemption|sans visa)|visa\b.{0,30}\bobligatoire",
    ),
    e_visa=(
        r"visa électronique|visas électroniques|visa en ligne|visas en ligne|e-visas?|"
        r"visa numérique|dématérialis\w*",
        r"en ligne\b|par internet|sur internet|plateforme (?:numérique|en ligne)|"
        r"formulaire (?:électronique|numérique)|guichet virtuel|sans papier|tout numérique",
    ),
    visa_free=(
        r"sans visa|exempt\w* (?:de|du|des|réciproque) ?(?:visas?)?|suppression (?:des|du) visas?|"
        r"(?:supprim|lev|abol|abrog)\w* .{0,30}\bvisas?\b|dispens\w* .{0,20}visas?|"
        r"libéralis\w* .{0,20}visas?|besoin (?:d['’]un |de )visas?",
        r"sans formalités?|dispense de visa|simple passeport|"
        r"sans avoir (?:à demander|besoin)|carte d['’]identité",
    ),
    facilitation=(
        r"facilit(?!y|ies)\w*|assoupl\w*|accélér\w*|entrées multiples|allég\w*|simplifi\w*|"
        r"à l['’]arrivée|"
        r"plus vite|plus rapid\w*|guichet unique|(?:centre|section|service|bureau)s? (?:de|des) "
        r"visas?|visa (?:commun|unique|conjoint)|raccourci\w*|rendez-vous|délais?\b",
        r"voie rapide|moins de (?:papiers|paperasse)|paperasse|dispens\w* (?:de|d['’]un|"
        r"d['’]) ?(?:l['’])?(?:entretien|invitation|attestation)|visa de circulation|"
        r"visas? (?:à entrées|longue durée)|jours? ouvr\w*",
    ),
    obligations=(
        r"(?:obligations?|exigences?) (?:de |d['’]un )visas?|visa obligatoire|régime (?:de|des) "
        r"visas?",
    ),
    freedoms=(
        r"(?:exemptions?|dispenses?) (?:réciproque )?de visas?|(?:régime|entrée|voyages?) sans visa|"
        r"régime d['’]exemption",
    ),
    ending=(
        r"(?:supprim|lev|abol|abrog|annul|révoqu)\w*(?: de)?|fin (?:à|de|du)|suppression (?:de|du)|"
        r"levée (?:de|du)",
    ),
    ended=(
        r"(?:est|sont|été|sera|seront|soit|était) (?:supprim|lev|abol|abrog|annul|révoqu)\w*|"
        r"pren(?:d|dra|dront) fin|expir\w*|disparaî\w*",
    ),
    not_needed=(
        r"n['’]\w+ (?:plus|pas)\b.{0,20}\bvisas?\b|ne (?:dev|doiv|ser|faud)\w+ (?:plus|pas)\b.{0,40}"
        r"\bvisas?\b|visas?\b.{0,20}\bn['’ ]\w+ (?:plus|pas) (?:nécessaire|requis|exigé)\w*",
    ),
    staying=(r"séjour|dur[ée]e|valab|valid|rest(?:er|ent)|sans visa|passer",),
    waiting=(r"délivr|trait|instruction|attente|attend|ouvrés|ouvrables|obten|réponse|rendez",),
    measures=(
        r"mesure|décision|décret|loi|annonce|idée|proposition|hausse|réforme|initiative|projet|"
        r"suppression|suspension|exemption|obligation|restriction|durcissement|assouplissement|"
        r"démarche|demande|dispositif|texte|accord(?!ing|ance)|règle|tarif|procédure|baisse",
    ),
    the=(r"une|la|le|les|cette|ce|cet|ces|l['’]|son|sa|leur|d['’]une|d['’]un",),
    no_standing=(
        r"agences? de voyages?|fédération|patronat|voyagiste|chercheu\w+|analyste|syndicat",
    ),
    people=(
        r"citoyens?|ressortissants?|voyageurs?|visiteurs?|étudiante?s?|touristes?|chercheurs?|"
        r"titulaires?|demandeurs?|pèlerins?|infirmi\w+|saisonni\w+|retraités?|marins?|médecins?",
    ),
)
