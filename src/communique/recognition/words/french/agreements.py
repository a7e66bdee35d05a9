"""French: agreements."""

from __future__ import annotations

from communique.recognition.words.language import AgreementWords

AGREEMENTS = AgreementWords(
    terminated=(
        r"résili\w*|dénonc\w*|abrog\w*|caduc\w*|a expiré|arrivé à (?:terme|échéance|expiration)|"
        r"se (?:sont|est) retiré\w*|mis fin à|rompu\w*",
    ),
    suspended=(r"gelé\w*|suspend\w*|mis\w* en sommeil",),
    under_negotiation=(
        r"refus\w* de signer|ne sign\w+ pas",
        r"négoci\w*|prépar\w*|travaillent|en cours d|élabor\w*|sera signé\w*|seront signé\w*",
        r"doit être signé\w*|doivent signer|devrait être signé\w*|sign(?:er|era|eront)\b|"
        r"rédig\w*|avant-projet|projet d['’]|mettre la dernière main|finalis\w*|"
        r"n['’](?:a|ont|est|était)\w* (?:pas|toujours pas)(?: encore)?(?: été)? signé\w*|"
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
    denied=(
        r"n['’](?:a|ont|avait|avaient) (?:pas|jamais) (?:signé|conclu)|dément\w*|démenti\w*|"
        r"n['’](?:a|ont) (?:signé|conclu) aucun",
    ),
    none=(r"aucune?|sans",),
    ends=(
        r"qui|que|dont|signé\w*|signer\w*|a|ont|est|sont|était|étaient|sera|seront|avait|avaient|"
        r"prévoit|prévoient|ne|n['’]\w+|entr(?:e|era|ent) en",
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
    one_sided=(r"décrets?|arrêtés?|lois?",),
)
