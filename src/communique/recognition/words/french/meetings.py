"""French: meetings."""

from __future__ import annotations

from communique.recognition.words.language import MeetingWords

_TO_MEET = (
    r"(?:se rendre|rencontrer|recevoir|s['’]entretenir|se réunir|se retrouver|accueillir|tenir|"
    r"participer|se voir|discuter|se tenir|avoir lieu|prendre part|voir|effectuer|être reçu\w*|"
    r"présider|conférer|se déplacer|s['’]envoler|rallier|rejoindre|négocier|dîner|déjeuner)"
)

_MEETING = (
    r"(?:réunion|rencontre|entretien|sommet|audience|entrevue|tête-à-tête|dialogue|pourparlers|"
    r"conférence|négociation|consultation|table ronde|échange|discussion|rendez-vous)s?"
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
    denied=(
        r"refus\w* (?:de |d['’])(?:rencontrer|recevoir|voir|s['’]entretenir|parler)|"
        r"n['’](?:a|ont|avait|avaient) (?:jamais|pas) (?:rencontré|reçu|vu)|dément\w* avoir|"
        r"démenti (?:avoir|toute)",
    ),
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
