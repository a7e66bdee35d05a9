"""Spanish: agreements."""

from __future__ import annotations

from communique.recognition.words.language import AgreementWords

AGREEMENTS = AgreementWords(
    terminated=(
        r"denunci(?:ó|ad[oa]|aron)\b|rescind\w*|derog\w*|expir(?:ó|ad[oa])|caduc\w*|venci(?:ó|"
        r"do)\b|"
        r"puso fin|se retir(?:ó|aron) de|anul\w*|dejó de estar en vigor|romp(?:ió|ieron)",
    ),
    suspended=(r"suspend\w*|suspensión|congel\w*|en suspenso|paraliz\w*",),
    under_negotiation=(
        r"se neg(?:ó|aron) a (?:firmar|suscribir)|no firmarán?\b",
        r"negocia\w*|en preparación|se firmará\w*|será firmad\w*|serán firmad\w*|firmarán?\b|"
        r"borrador\w*|redact\w*|ultiman?\b|trabaja\w* en|elabora(?:n|ción)?\b|proyecto de|"
        r"prepar(?:a|an|ación)\b|rubric(?:ó|aron|ado)\b|"
        r"no (?:ha|han|fue|fueron)(?: sido)? (?:firmad\w*|suscrit\w*|concluid\w*)|"
        r"listo para (?:la )?firma|prevén? firmar|está\w* por firmar",
    ),
    proposed=(
        r"propus\w*|propon\w*|propuesta\w*|planteó|sugir\w*|abog\w*|ofreci\w*|pidió un|"
        r"llamó a|reclam\w*",
    ),
    ratified=(r"ratific(?:ó|ad[oa]|aron|a)\w*|ratificación",),
    in_force=(
        r"en vigor|vigente\w*|acord(?:ó|aron|ado)\b|conviniero\w*|convino|se comprometi\w*|"
        r"al amparo de|en virtud de|en el marco de|adopt(?:ó|aron|ad[oa])\b|pactaron|pactó|"
        r"aprob(?:ó|aron|ad[oa])\b|surte efecto",
    ),
    signed=(
        r"firm(?:ó|aron|ad[oa]s?|a|an|ar)\b|firma de|suscri\w*|sell(?:ó|aron)|rúbrica|conclu\w*|"
        r"estamparon",
    ),
    memorandum=(r"memor[aá]nd\w*|carta de intenci\w+",),
    roadmap=(r"hoja de ruta|plan de acción",),
    protocol=(r"protocolo\w*|enmienda\w*|adenda|anexo",),
    declaration=(r"declaración|comunicado conjunto",),
    contract=(r"contrato\w*",),
    treaty=(r"tratado\w*|convención",),
    agreement=(r"acuerdo\w*|convenio\w*|pacto\w*",),
    other=(r"programa\w*|plan\b|carta\b|estrategia\w*|alianza",),
    heads=(
        r"acuerdos?|convenios?|tratados?|protocolos?|memor[aá]nd(?:o|um|os)|declaraci(?:ón|ones)|"
        r"hojas? de ruta|planes? de acción|contratos?|pactos?|convenci(?:ón|ones)|"
        r"comunicados? conjuntos?",
    ),
    denied=(
        r"no (?:firm|suscrib|conclu)\w* (?:ning[uú]n\w*|una?)\b|neg(?:ó|aron) (?:que|haber)|desmint\w*",
    ),
    none=(r"ning(?:ún|una)|sin",),
    ends=(
        r"fue|fueron|ha|han|había|será|serán|es|son|está|están|firm(?:ó|aron|ad[oa]s?|ará|arán)|"
        r"suscri\w+|entr(?:ó|ará|a) en|que|no|aún|todavía|prevé",
    ),
    may_tell=(
        r"firm(?:ó|aron|ado|ada|a|an)\b|acord\w*|documento\w*|suscri\w*|ratific\w*|convin(?:o|"
        r"ieron)\b|"
        r"pactaron|rubric(?:ó|aron|ado)\b|se comprometi\w*|alto el fuego|tregua|canje de notas|"
        r"programa\w*",
    ),
    agreed_to=(
        r"(?:acordaron|convinieron(?: en)?|pactaron|han acordado|"
        r"se pusieron de acuerdo (?:en|para))(?: también| asimismo)?",
    ),
    goes_on=(
        r"(?:continu|seguir|reforz|fortalec|profundiz|cooper|colabor|trabaj|mantener|"
        r"intensific|ampliar la|reuni|celebrar|estudi|analiz|firm|negoci|iniciar|avanz|"
        r"promov|impuls|explor|que\b)",
    ),
    one_sided=(r"decretos?|ley(?:es)?",),
)
