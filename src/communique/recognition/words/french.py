"""French."""

from __future__ import annotations

from communique.recognition.words.language import (
    AgreementWords,
    Language,
    MeetingWords,
    OfficialWords,
    VisaWords,
)

_TO_MEET = (
    r"(?:se rendre|rencontrer|recevoir|s['’]entretenir|se réunir|se retrouver|accueillir|tenir|"
    r"participer|se voir|discuter|se tenir|avoir lieu|prendre part|voir|effectuer|être reçu\w*|"
    r"présider|conférer|se déplacer|s['’]envoler|rallier|rejoindre|négocier|dîner|déjeuner)"
)
_MEETING = (
    r"(?:réunion|rencontre|entretien|sommet|audience|entrevue|tête-à-tête|dialogue|pourparlers|"
    r"conférence|négociation|consultation|table ronde|échange|discussion|rendez-vous)s?"
)

OFFICIALS = OfficialWords(
    offices=(
        r"ministre|présidente?|ambassad(?:eur|rice)|commissaire|directeur|directrice|"
        r"porte-parole|secrétaire|chef|cheffe|(?:euro)?députée?|parlementaire|rapporteure?|"
        r"préf(?:et|ète)|premier|vice-président|maire|chancelier|chancelière|émissaire|"
        r"envoyée?|représentante?|sénat(?:eur|rice)|gouverneure?|conseill(?:er|ère)|"
        r"négociat(?:eur|rice)",
    ),
    bodies=(
        r"gouvernement|ministère|direction|commissariat|agence|conseil|ambassade|consulat|"
        r"préfecture|parlement|sénat|présidence",
    ),
)

MEETINGS = MeetingWords(
    cancelled=(
        r"dû être (?:reporté|annulé|ajourné)\w*|"
        r"(?:a|ont|avait|était|est) (?:été )?(?:reporté|annulé|ajourné)\w*|sine die",
        r"report(?:é|ée|és|ées|e|ent)\b|annul(?:é|ée|és|ées|e|ent)\b|ajourn\w+|décommand\w+|"
        r"n['’](?:aura|auront|a|ont) (?:finalement )?pas (?:eu )?lieu|ne se tiendra pas|"
        r"a renoncé à|tombé à l['’]eau|remise? à (?:plus tard|une date)",
    ),
    planned=(
        r"(?:se rendra|rencontrera|recevra|aura lieu|doit se rendre|est prévu\w*)",
        r"(?:rencontreront|s['’]entretiendr(?:a|ont)|recevront|se rendront|accueiller(?:a|ont)|"
        r"se réunir(?:a|ont)|se retrouver(?:a|ont)|se tiendr(?:a|ont)|auront lieu|se verront|"
        r"participer(?:a|ont)|tiendr(?:a|ont)|sera reçu\w*|seront reçu\w*|verra\b|effectuera|"
        r"se déplacera|présidera|discuteront|prendr(?:a|ont) part)",
        rf"(?:doit|doivent|devrait|devraient|va|vont|devait|compte|comptent|prévoit|prévoient)\b"
        rf".{{0,30}}\b{_TO_MEET}",
        r"(?:est|sont) (?:attendu|programmé|fixé|convié)\w*|prévue?s? (?:le|la|à|en|pour|au|"
        r"ce|cet|cette|dans|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b|"
        r"a accepté l['’]invitation|accepté de (?:rencontrer|se rendre|recevoir|venir)|"
        r"prochaine? (?:réunion|rencontre|session|entretien|cycle)",
    ),
    proposed=(
        rf"(?:a propos|ont propos|propose|invit)\w*.{{0,90}}(?:{_MEETING}|se rendre|rencontrer|"
        r"recevoir|venir|se réunir|se retrouver|discuter|accueillir)",
        rf"(?:a|ont|avait) (?:demandé|sollicité|réclamé|suggéré|offert|appelé|souhaité|convié)\b"
        rf".{{0,60}}\b(?:{_MEETING}|{_TO_MEET})",
        rf"(?:souhaite|souhaitent|souhaiterait|espère|veut|appelle|suggère)\b.{{0,30}}"
        rf"\b(?:{_TO_MEET}|une? {_MEETING})|s['’]est dite? (?:prête?|disposée?) à",
    ),
    held=(
        r"(?:s['’]est entreten|se sont entreten|a rencontr|ont rencontr|a reçu|ont reçu|"
        r"a été reçu|a convoqu|s['’]est réuni|se sont réuni|se sont retrouv|a discut|"
        r"ont discut|a eu lieu)\w*",
        r"(?:s['’]étai(?:t|ent) entreten|avai(?:t|ent) (?:rencontr|reçu|convoqu)|ont été reçu|"
        r"a été convoqu|ont convoqu|s['’]est retrouv|s['’]est ten|se sont ten|s['’]est déroul|"
        r"se sont déroul|ont eu lieu|a accueilli|ont accueilli|a présidé|a participé|ont participé|"
        r"a pris part|ont pris part|a échangé|ont échangé|s['’]est rendu|se sont rendu|"
        r"a effectué|a dîné|ont dîné|a déjeuné|ont déjeuné|s['’]est concert|se sont concert|"
        r"ont fait le point|a fait le point|a dialogué|ont dialogué|a conféré|ont conféré|"
        r"se sont vus|s['’]est vu|se sont parlé|ont négocié|a réuni|ont siégé|a siégé|"
        r"se sont croisé|a fait étape|a été accueilli|se sont serré|s['’]est achev|s['’]est ouvert|"
        r"s['’]est conclu|rencontrai(?:t|ent)\b|recevai(?:t|ent)\b|s['’]entretint|reçut\b|"
        r"rencontra\b)\w*",
        rf"(?:a|ont|avait) (?:eu|tenu|mené|achevé|bouclé|conclu|ouvert|entamé) (?:[\w’'-]+ ){{0,4}}?"
        rf"{_MEETING}",
        r"(?:a|ont) (?:\w+ )?(?:téléphoné|appelé|évoqué|abordé|parlé)\b",
    ),
    phone=(r"téléphon\w*|au bout du fil|coup de fil|appel téléphonique",),
    video=(r"visioconf\w*|en visio\b|par vidéo|vidéoconf\w*|par écrans? interposés?",),
    spoke=(r"s['’](?:est|sont) entretenus?\b|(?:a|ont) (?:\w+ )?(?:conversé|parlé) (?:avec|à)\b",),
    bodily=(
        r"rencontr\w*|reçu\w*|reçoi\w*|réuni\w*|visite\w*|accueil\w*|retrouv\w*|tête-à-tête|"
        r"sommet|conférence|dîn\w*|déjeun\w*|rend\w* à|en marge",
    ),
    occasion=(
        r"(?:réunion|entretien|rencontre|conférence|sommet|consultation|entrevue|tête-à-tête|"
        r"pourparlers|audience|négociation|discussion|échange|conversation|table ronde|"
        r"visite (?:officielle|d['’]État|de travail)|déplacement|visite|dîner|déjeuner|session|"
        r"appel|cycle|forum|assemblée)s?"
        r" (?:[\w’'-]+ ){0,2}?(?:avec|entre|de|à|du|des|en|au|sur|d['’]\w+)\b|"
        r"en marge d|en présence d|à l['’]issue d['’]un",
    ),
    encounter=(
        r"s['’]est entreten|se sont entreten|(?:a|ont) rencontr|(?:a|ont) reçu|a été reçu|convoqu|"
        r"entretien|se sont réuni|s['’]entretiendr|rencontrer(?:a|ont)\b|recevr(?:a|ont)\b|"
        r"se sont retrouv|s['’]est réuni|(?:a|ont) accueilli|entrevue|tête-à-tête|pourparlers|"
        r"se sont vus|se réunir(?:a|ont)\b|se retrouver(?:a|ont)\b|a (?:dîné|déjeuné) avec|"
        r"se sont parlé|(?:a|ont) échangé (?:\w+ )?avec|conversation téléphonique",
    ),
    goes_on=(
        r"Ils|Elles|Les deux|L['’](?:entretien|échange|entrevue)|"
        r"Les (?:discussions|échanges|pourparlers|entretiens|négociations)|La (?:discussion|"
        r"rencontre|conversation)|Au (?:cours|menu)|À l['’]ordre du jour",
    ),
    they=(r"Ils|Elles|Les deux",),
    back=(
        r"(?:au cours|lors|à l['’]issue|pendant|à la fin|au terme|en marge) (?:de l['’]|des|de la|"
        r"du|"
        r"de cette|de cet|de ces|la|les|l['’])\s?(?:entretien|entretiens|réunion|rencontre|"
        r"discussions|pourparlers|conférence|sommet|audience)\b(?! (?:avec|entre)\b)",
    ),
    also=(
        r"(?:aussi|également) (?:évoqu|abord|discut|échang|examin)|"
        r"ont (?:aussi|également) (?:évoqu|abord|discut|échang|examin)",
    ),
)

AGREEMENTS = AgreementWords(
    terminated=(
        r"résili\w*|dénonc\w*|abrog\w*|caduc\w*|a expiré|arrivé à (?:terme|échéance|expiration)|"
        r"se (?:sont|est) retiré\w*|mis fin à|rompu\w*",
    ),
    suspended=(r"gelé\w*|suspend\w*|mis\w* en sommeil",),
    under_negotiation=(
        r"négoci\w*|prépar\w*|travaillent|en cours d|élabor\w*|sera signé\w*|seront signé\w*",
        r"doit être signé\w*|doivent signer|devrait être signé\w*|sign(?:er|era|eront)\b|"
        r"rédig\w*|avant-projet|projet d['’]|mettre la dernière main|finalis\w*|"
        r"prêt à être signé|paraph\w*",
    ),
    proposed=(
        r"plaid(?:é|e|er)\b|propos\w*|suggér\w*|a appelé à|appellent à|souhaite\w*|"
        r"a évoqué l['’]idée|offert de",
    ),
    ratified=(r"ratifi(?:é|ée|és|ées|e|ent)\b|ratification",),
    in_force=(
        r"en vigueur|liés par|adopt(?:é|ée|és|ées)\b|ont convenu|sont convenus|aux termes de|"
        r"est convenue?\b|s['’]est engag\w*|se sont engag\w*|en vertu d|se sont accord\w*|"
        r"se sont entendus|sont tombés d['’]accord|dans le cadre d|prend effet|a pris effet",
    ),
    signed=(
        r"sign(?:é|ée|és|ées|ent|ature|e|aient|èrent)\b|conclu\w*|scell\w*|entériné\w*|"
        r"apposé\w*|paraphé\w*",
    ),
    memorandum=(r"mémorandum|protocole d['’]accord|protocole d['’]entente|lettre d['’]intention",),
    roadmap=(r"feuille de route|plan d['’]action",),
    protocol=(r"protocole|avenant",),
    declaration=(r"déclaration|communiqué (?:conjoint|commun|final)",),
    contract=(r"contrat\w*|marché\b",),
    treaty=(r"traité\w*|convention",),
    agreement=(r"accord\b|accords\b|arrangement|entente|pacte",),
    other=(r"programme|charte|stratégie|partenariat",),
    heads=(
        r"mémorandum|protocole d['’]accord|protocoles? d['’]entente|feuilles? de route|"
        r"plans? d['’]action|protocoles?|avenants?|déclarations?|communiqués? (?:conjoint|commun)"
        r"|contrats?|traités?|conventions?|accords?|ententes?|arrangements?|pactes?|chartes?",
    ),
    may_tell=(
        r"signé\w*|signature\w*|convenu\w*|documents?\b|entendus|s['’]engag\w*|"
        r"se sont accord\w*|paraph\w*|ratifi\w*|scell\w*|trêve|cessez-le-feu",
    ),
    agreed_to=(
        r"(?:sont|ont|étaient|avaient) (?:également |aussi )?convenue?s? (?:de|d['’])|"
        r"se sont (?:également |aussi )?(?:accordée?s|entendue?s|"
        r"mise?s d['’]accord) (?:pour|sur|à)",
    ),
    goes_on=(
        r"(?:poursuiv|renforc|intensifi|approfond|continu|coopér|collabor|travaill|maint|"
        r"resserr|développ|promouv|élargi|se (?:revoir|rencontrer|retrouver)|tenir|discut|"
        r"examin|étudi|signer|entamer|lancer des|ouvrir des|consolid|œuvr|la nécessité|"
        r"l['’]importance|le principe|rester)",
    ),
)

VISAS = VisaWords(
    acts=(
        r"(?:par|en vertu d['’]un|aux termes d['’]un) (?:un |une )?(?:décret|arrêté|décision|loi)",
    ),
    opposes=(
        r"désapprouv\w*|s['’](?:est |était )?oppos\w*|rejet\w*|critiqu\w*|condamn\w*|dénonc\w*",
        r"protest\w*|déplor\w*|regrett\w*|fustig\w*|hostile|inacceptable|discriminatoire|"
        r"s['’]insurg\w*|s['’](?:est |sont )?élev\w* contre|injuste|indign\w*",
        r"combatt(?:u|ue|us|ues|re|ent|ait|aient)\b|inadmissible|à tort|recul\b|une erreur|"
        r"votera contre|indigne\b|honte\w*|contre-producti\w*|s['’]y oppos\w*",
    ),
    supports=(
        r"salu(?:é|ée|és|e|ent|ait|aient)\b|se félicit\w*|s['’]est félicit\w*|se sont félicit\w*|"
        r"soutien\w*|soutenu\w*|"
        r"appuy\w*|favorable|plaid\w*|remerci\w*|approuv\w*|s['’]est réjoui\w*|se réjoui\w*|"
        r"défend\w*|applaudi\w*|bienvenue?\b",
        r"satisf(?:ait|action)\w*|se réjou\w*|bonne nouvelle|bravo|applaud\w*|louable|ravi\w*|"
        r"pas en avant|s['’]y est déclarée? favorable",
    ),
    requests=(
        r"(?:a |ont |avait )?demand(?:é|ent|e)\b|appel\w* (?:à|au|les?|la)|réclam\w*|sollicit\w*|"
        r"(?:a|ont) souhaité\b|exig\w*|exhort\w*|insist\w*|pri(?:é|e)\b.{0,40}\bde\b|"
        r"propos\w*|voudrait|souhaite\w*|presse\b|suggér\w*",
        r"devrait\b|devraient\b|pressé\b|pressent\b|plaidoyer|appel\b|requête|exhort\w*|"
        r"souhait(?:é|e|ent|ait)\b|lettre ouverte",
    ),
    considers=(
        r"réfléchi\w*|à l['’]étude|étudi\w*|examin\w*|envisag\w*|songe\w*|pens(?:e|ent) à|"
        r"évalu\w*|à l['’]examen|plancher?\w*|travaill(?:e|ent) (?:à|sur)|pourrait\b|pourraient\b|"
        r"n['’]exclut pas|se pench\w*",
        r"sur la table|hypothèse|réflexion|(?:n['’]est|rien n['’]est) (?:encore )?(?:tranché|"
        r"décidé)|(?:reste|restent|montre|montrent|resté|restée) prudente?s?\b|"
        r"à l['’]ordre du jour|se demande\w* si|l['’]idée (?:de|d['’]un)",
    ),
    announces=(
        r"annonc\w*|fait savoir|décid\w*|entrer\w*|devront|supprim\w*|instaur\w*|"
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
    auxiliaries=(r"devront|entrer\w*|sera|seront|pourront|devra",),
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
)

FRENCH = Language(
    code="fr", officials=OFFICIALS, meetings=MEETINGS, agreements=AGREEMENTS, visas=VISAS
)
