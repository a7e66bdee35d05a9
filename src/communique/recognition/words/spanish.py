"""Spanish."""

from __future__ import annotations

from communique.recognition.words.language import (
    AgreementWords,
    Language,
    MeetingWords,
    OfficialWords,
    VisaWords,
)

_MEETING = (
    r"(?:reuni[oó]n|encuentro|cumbre|entrevista|audiencia|diálogo|conversaci[oó]n|conferencia|"
    r"negociaci[oó]n|consulta|cita|visita|mesa redonda|sesi[oó]n|llamada|ronda|foro|almuerzo|cena|"
    r"desayuno|contacto|viaje|gira)(?:e?s)?\b"
)
_TO_MEET = (
    r"(?:reunirse|entrevistarse|recibir|visitar|viajar|mantener|celebrar|acudir|encontrarse|verse|"
    r"dialogar|conversar|negociar|asistir|participar|acoger|sostener|hablar|sentarse|desplazarse)"
)

OFFICIALS = OfficialWords(
    offices=(
        r"(?:vice)?(?:ministr[oa]|canciller|president[ea])|embajador\w*|secretari[oa]|"
        r"alcalde(?:sa)?|jef[ea]|director[a]?|portavoz|vocer[oa]|cónsul|senador[a]?|"
        r"(?:euro)?diputad[oa]|subsecretari[oa]|asambleísta|congresista|legislador[a]?|"
        r"parlamentari[oa]|titular|ponente|representante|gobernador[a]?|enviad[oa]|"
        r"consejer[oa]",
    ),
    bodies=(
        r"gobierno|ministerio|embajada|consulado|cancillería|consejo|comisión|congreso|"
        r"senado|parlamento|asamblea|secretaría|dirección|presidencia|policía",
    ),
)

MEETINGS = MeetingWords(
    cancelled=(
        r"cancel(?:ó|ad[oa]s?|aron|a|an)\b|aplaz\w+|pospus\w+|pospuest\w+|pospon\w+|desconvoc\w+|"
        rf"(?:suspendi|anul)(?:ó|eron|aron|da|do|ada|ado)\b.{{0,40}}{_MEETING}|{_MEETING}\b.{{0,60}}\b(?:suspendid|anulad)\w+|"
        r"quedó sin efecto|no se celebrará|no tendrá lugar|sin nueva fecha|sine die",
    ),
    planned=(
        r"(?:se reunirá|visitará|recibirá|tendrá lugar)",
        r"(?:se (?:reunirán|entrevistarán?|verán?|encontrarán?|sentarán?|celebrarán?|"
        r"desplazarán?)|recibirán|visitarán|mantendrán?|sostendrán?|viajarán?|acudirán?|"
        r"celebrarán?|tendrán lugar|acogerán?|conversarán?|dialogarán?|asistirán?|participarán?|"
        r"será recibid\w+|abordarán?|analizarán?|hablarán?)\b",
        r"(?:está|están|estaba|queda|quedó) (?:prevista?|previsto|programad[oa]|fijad[oa]|"
        r"convocad[oa]|agendad[oa])\w*|previst[oa]s? (?:para|en|el)|tiene previsto|"
        rf"(?:va|van|prevé|prevén|planea|planean) a? ?{_TO_MEET}|"
        r"(?:aceptó|ha aceptado|aceptaron) (?:la|una|su) invitación|próxim[oa] (?:reunión|cita|"
        r"encuentro|ronda|cumbre)|con vistas a reunirse",
    ),
    proposed=(
        rf"(?:propuso|propone|proponen|propusieron|ha propuesto|planteó|ofreció|sugirió|solicitó|"
        rf"pidió|ha pedido|reclamó|instó|llamó|abogó)\b.{{0,90}}\b(?:{_MEETING}|{_TO_MEET})|"
        rf"(?:invitó|ha invitado|invitaron|invita|cursó una invitación|extendió una invitación)\b|"
        rf"(?:desea|quiere|espera|confía en) {_TO_MEET}|dispuest[oa] a {_TO_MEET}",
    ),
    held=(
        r"(?:se reuni|se entrevist|recibi|sostuv|mantuv)\w*|convers(?:ó|aron|aban?)\b",
        r"(?:se (?:encontr(?:ó|aron)|vio con|vieron con|vieron en|sent(?:ó|aron)|citaron|dieron "
        r"cita|celebr(?:ó|aron)|cit(?:ó|aron))|fue(?:ron)? recibid\w+|ha(?:n)? recibido|"
        r"se ha(?:n)? (?:reunido|entrevistado|visto|encontrado)|ha(?:n)? mantenido|"
        r"ha(?:n)? (?:conversado|visitado|celebrado|acogido|sostenido)|dialog(?:ó|aron)|"
        r"habl(?:ó|aron)|abord(?:ó|aron)|analiz(?:ó|aron)|trat(?:ó|aron)|discuti(?:ó|eron)|"
        r"visit(?:ó|aron)|celebr(?:ó|aron)|tuv(?:o|ieron) (?:lugar|una|un)|acogi(?:ó|eron)|"
        r"particip(?:ó|aron)|asisti(?:ó|eron)|departi(?:ó|eron)|intercambi(?:ó|aron)|"
        r"telefone(?:ó|aron)|llam(?:ó|aron)|convoc(?:ó|aron|ad[oa])|cit(?:ó|ado|ada) (?:al|a la)|"
        r"agasaj(?:ó|aron)|almorz(?:ó|aron)|cen(?:ó|aron)|desayun(?:ó|aron)|coincidi(?:ó|eron)|"
        r"viaj(?:ó|aron)|repas(?:ó|aron)|examin(?:ó|aron)|negoci(?:ó|aron)|lleg(?:ó|aron) a|"
        r"present(?:ó|aron) (?:sus |las )?(?:cartas )?credenciales|estrech(?:ó|aron)|"
        r"concluy(?:ó|eron)|inaugur(?:ó|aron)|reuni(?:ó|eron) (?:a|en))\b",
    ),
    phone=(
        r"por teléfono|llamada telefónica|conversación telefónica|telefónic\w+|telefone\w+|"
        r"vía telefónica",
    ),
    video=(r"videoconferencia\w*|por vídeo|por video|videollamada\w*|telemátic\w+|virtual\w*",),
    spoke=(r"habl(?:ó|aron) (?:\w+ ){0,3}con\b|convers(?:ó|aron) (?:\w+ ){0,3}con\b",),
    bodily=(
        r"reuni(?:ó|o|r|d|e)\w*|encuentr\w*|encontr\w*|recibi\w*|visita\w*|cumbre|conferencia|"
        r"entrevist\w*|"
        r"almorz\w*|cena\b|almuerzo|al margen|se vieron|sentaron|acogi\w*",
    ),
    occasion=(
        rf"{_MEETING} (?:[\w-]+ ){{0,3}}?(?:con|entre|en|de|del|a|sobre|al|celebrad[oa])\b|"
        r"al margen de|(?:reunión|encuentro|cumbre|diálogo|conversaciones)(?=[.,;:]|$)|"
        r"a puerta cerrada",
    ),
    encounter=(
        r"se reuni(?:ó|eron)|reunió|reunieron|recibió|recibieron|se entrevist(?:ó|aron)|"
        r"mantuv(?:o|ieron)|sostuv(?:o|ieron)|se (?:reunirán?|entrevistarán?)\b|recibirá\b|"
        r"convers(?:ó|aron) con|dialog(?:ó|aron) con|fue recibid\w+|cumbre|encuentro|"
        r"se ha(?:n)? reunido|habl(?:ó|aron) por teléfono|convocó al? |se vi(?:o|eron) (?:con|en)|"
        r"conversación telefónica|se encontr(?:ó|aron) con",
    ),
    goes_on=(
        r"Las partes|Ambos|Ambas|Los dos|Las dos|Durante (?:la|el) (?:reunión|encuentro|cita|"
        r"conversación)|En (?:la|el) (?:reunión|encuentro|cita|conversación)|La (?:conversación|"
        r"agenda)|El (?:diálogo|encuentro) (?:giró|versó)|Entre los temas",
    ),
    they=(r"Ambos|Ambas|Los dos|Las partes",),
    back=(
        r"(?:durante|en|tras|al término de|al final de|después de) (?:la|el|las|los|esta|este|"
        r"dicha|"
        r"dicho) (?:reunión|encuentro|cumbre|conversaciones|sesión|cita|audiencia)\b"
        r"(?! (?:con|entre)\b)",
    ),
    also=(
        r"(?:también|asimismo|además) (?:abord|analiz|trat|habl|convers|intercambi|repas|examin)",
    ),
)

AGREEMENTS = AgreementWords(
    terminated=(
        r"denunci(?:ó|ad[oa]|aron)\b|rescind\w*|derog\w*|expir(?:ó|ad[oa])|caduc\w*|venci(?:ó|"
        r"do)\b|"
        r"puso fin|se retir(?:ó|aron) de|anul\w*|dejó de estar en vigor|romp(?:ió|ieron)",
    ),
    suspended=(r"suspend\w*|suspensión|congel\w*|en suspenso|paraliz\w*",),
    under_negotiation=(
        r"negocia\w*|en preparación|se firmará\w*|será firmad\w*|serán firmad\w*|firmarán?\b|"
        r"borrador\w*|redact\w*|ultiman?\b|trabaja\w* en|elabora(?:n|ción)?\b|proyecto de|"
        r"prepar(?:a|an|ación)\b|rubric(?:ó|aron|ado)\b|"
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
)

VISAS = VisaWords(
    acts=(r"(?:por|mediante) (?:un |una |el |la )?(?:decreto|resolución|orden|ley|decisión)\b",),
    opposes=(
        r"rechaz\w*|se op(?:uso|one|usieron|onen)\w*|en contra\b|lament(?:ó|a|aron)\b|critic(?:ó|"
        r"aron|a|an)\b|críticas?\b|"
        r"conden(?:ó|aron|a|an)\b|denunci(?:ó|aron|a|an)\b|protest\w*|discriminatori\w*|"
        r"inaceptable\w*|contrari[oa] a|"
        r"deplor\w*|repudi\w*|tach(?:ó|aron) de|injust\w*|arremeti\w*",
        r"votará en contra|un error|vergüenza|castig\w*|objet(?:ó|aron|a|an)\b|un disparate|"
        r"retroceso|indign\w*|se neg(?:ó|aron)|pegas?\b|cuestion(?:ó|aron|a|an)\b",
    ),
    supports=(
        r"salud(?:ó|a|aron)\b|agradec\w*|respald\w*|a favor\b|apoy\w*|aplaud\w*|"
        r"elogi(?:ó|aron|a|an)\b|defendi(?:ó|eron)|defiend\w*|dio la bienvenida|se felicit\w*|"
        r"se congratul\w*|valor(?:ó|aron)\b|"
        r"bienvenid[oa]|se alegr\w*",
        r"celebr(?:ó|aron|a|an)\b|satisf(?:acción|ech[oa])\w*|acierto\b|acertad[oa]|"
        r"buena noticia|con buenos ojos|aval(?:ó|aron|a|an)\b|festej\w*|entusias\w*|"
        r"encantad[oa]|paso adelante|complac(?:ió|id[oa]s?)\b|partidari[oa]",
    ),
    requests=(
        r"pid(?:e|en|ió|ieron)\b|exig\w*|reclam\w*|instó\b|solicit\w*|inst(?:a|aron)\b|demand(?:ó|"
        r"aron|an?)\b|"
        r"propus\w*|propon\w*|sugir\w*|llam(?:ó|aron) a|urgi(?:ó|eron)|abog(?:ó|a|aron)|"
        r"rog(?:ó|aron)|ha(?:n)? pedido|plante(?:ó|a|aron)|insisti\w*|quiere que|desea que",
        r"debería\w*|pidió\b|súplica|ruego|clam(?:ó|a|aron)|carta abierta|reivindic\w*|apremi\w*|"
        r"emplaz(?:ó|aron|a)",
    ),
    considers=(
        r"estudi\w*|evalú\w*|analiz\w*|consider(?:ó|aron|an?)\b|baraj\w*|sopes\w*|examin(?:ó|aron|"
        r"an?)\b|contempl(?:ó|aron|an?)\b|"
        r"valora (?:la|el|si)|debati\w*|debaten|no descart\w*|podría\w*|trabaja\w* en|revis(?:ó|"
        r"aron|an?)\b|pondera\b",
        r"sobre la mesa|en estudio|nada está decidido|no hay (?:una )?decisión|hipótesis|planea\b|"
        r"estaría\w*|tante(?:a|an|ó|aba|aban)\b|en análisis|reflexion\w*|se plantea\w*",
    ),
    announces=(
        r"anunci\w*|(?:entr(?:ó|ará|a|an|arán) en vigor|prorrog|elimin(?:ó|ará|a)\b|suprimi)\w*",
        r"decidi\w*|decret\w*|aprob(?:ó|aron|ad[oa])|implant(?:ó|ará|a)\b|introdu(?:jo|jeron|"
        r"cirá)\w*|exim\w*|exent\w*|"
        r"levant(?:ó|ará|a|aron)\b|suspend(?:ió|erá|e|ieron)\b|reanud\w*|ampli(?:ó|ará|a|aron)\b|"
        r"redu(?:jo|cirá|jeron)\b|aument\w*|duplic\w*|establec\w*|impus\w*|impon\w*|"
        r"restablec\w*|podrán\b|deberán\b|necesitarán\b|dejar(?:á|án) de|ya no (?:necesit|"
        r"requer)\w*|"
        r"permitir\w*|extend(?:ió|erá)|abri(?:ó|rá)|cerr(?:ó|ará)|conceder\w*|otorgar\w*|"
        r"endurec(?:ió|erá)|simplific(?:ó|ará)|flexibiliz(?:ó|ará)|promet(?:ió|e)|adopt(?:ó|aron)|"
        r"public(?:ó|ado|a)\b|será\b|serán\b|costará\w*|pasar(?:á|án) de|encarec\w*|"
        r"rebaj\w*|dispon\w*|dispuso",
        r"desde (?:el )?(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo|ayer|hoy)\b|"
        r"entra en vigor|firm(?:ó|aron)\b|ya (?:pueden|no)|orden(?:ó|aron)|informa\b|comunica\b|"
        r"dio a conocer|hizo público|oficializ\w*",
    ),
    auxiliaries=(r"podrán|deberán|será|serán|necesitarán",),
    announces_a_day=(
        r"(?:a partir|desde) (?:del|de|el|este|hoy)? ?(?:día )?(?:\d|lunes|martes|miércoles|jueves|"
        r"viernes|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|"
        r"diciembre|mañana|hoy|próximo|primero|ahora)|a partir de\b",
    ),
    suspension=(
        r"suspen\w*|congel\w*|paraliz\w*|interrump\w*|dej\w* de (?:emitir|expedir|conceder|"
        r"tramitar)|"
        r"no (?:emitirá|expedirá|concederá)\w*",
        r"pausa\w*|moratoria|no (?:se )?tramit\w*|hasta nuevo aviso|en suspenso|cerr(?:ó|ará|"
        r"ado)\b.{0,40}\b(?:ventanilla|consula|sección)\w*|detuv\w*|deten(?:er|drá)\w*|"
        r"frenar?\b|stand by",
    ),
    fees=(
        r"tasas?\b|gratuit\w*|tarifas?\b|precio\w*|costes?\b|cuestan?\b|costar\w+|arancel\w*|"
        r"encarec\w*|abarat\w*|gratis|(?:la|esta|el|este) (?:subida|alza|aumento)\b",
        r"\d+ (?:euros|dólares|pesos|soles)\b.{0,40}\bvisad?[oa]?s?\b|"
        r"visad?[oa]?s?\b.{0,40}\b\d+ (?:euros|dólares|pesos|soles)|pag(?:ar|arán|an|ará)\b|"
        r"exoner\w*|rebaj\w*|descuento\w*|cobr(?:ar|ará|o|ó)\b|sin costo|a mitad de precio",
    ),
    extension=(
        r"prorrog\w*|prolong\w*|(?:ampli|extend|extien|alarg)\w*\b.{0,60}\b(?:estancia|validez|"
        r"vigencia|plazo|permanencia|\d+ días|\d+ años)|de \d+ a \d+ (?:días|meses|años)",
        r"quedar\w*\b.{0,30}\bmás tiempo|estancia\w*\b.{0,40}\bmás larg\w*|"
        r"duplic\w*\b.{0,40}\b(?:estancia|plazo|permanencia)|(?:vigencia|"
        r"validez)\b.{0,40}\b(?:ampli|extend|prolong)\w*",
    ),
    tightening=(
        r"endurec\w*|restring\w*|nuevas restricciones|limit(?:ó|ará|an?)\b|"
        r"(?:exig|requer|requier|impon|impus|restablec|reimpo|reintrodu|reimplant)\w*\b.{0,50}"
        r"\b(?:visa|visado)s?\b|visado obligatorio|(?:necesit|deb)\w*\b.{0,40}\bvisad?os?\b|"
        r"(?:fin de|elimin\w*|suspend\w*|derog\w*) la exención",
        r"fianza|presencial\w*|en persona\b|entrevista\w* (?:personal|presencial|obligatoria)|"
        r"aval(?:es)?\b.{0,20}\b(?:bancario|económico)|requisitos? (?:más|nuevos)|(?:exención|"
        r"sin visa)\b.{0,60}\b(?:termin|elimin|revoc|perd|acab)\w*|volver\w* a (?:pedir|exigir|"
        r"necesitar)",
    ),
    e_visa=(
        r"visa electrónica|visas electrónicas|visados? electrónicos?|e-visas?|"
        r"visad?[oa]s? (?:en línea|digital(?:es)?|online)",
        r"en línea\b|por internet|plataforma (?:digital|electrónica|virtual)|"
        r"formulario (?:electrónico|digital)|electrónicamente|digitaliz\w*|vía web",
    ),
    visa_free=(
        r"sin (?:necesidad de )?(?:visa|visado)s?|(?:elimin|supr[ie]m|exen|exim|abol|levant|"
        r"supresi)\w*\b.{0,50}\b(?:visa|visado)s?\b|libre de visad?[oa]|liberalizaci\w*|"
        r"no (?:necesit|requer|requier)\w*\b.{0,30}\bvisad?[oa]s?\b",
        r"dispens\w*\b.{0,40}\b(?:trámite|visa|visado|requisito)|(?:sólo|"
        r"solo) (?:con )?(?:el |su )?pasaporte|sin trámites|sin formalidades|"
        r"carné de identidad|cédula\b",
    ),
    facilitation=(
        r"agiliz\w*|múltiples entradas|entradas múltiples|simplific\w*|facilit(?!y|ies)\w*|"
        r"flexibiliz\w*|"
        r"aceler\w*|acort\w*|a la llegada|más rápid\w*|(?:centro|oficina|sección)\w* (?:consular|"
        r"de "
        r"visad?[oa]s?)|visad?[oa] (?:único|única|común|conjunt[oa])|citas?\b|trámites?|plazos?\b|"
        r"reduc\w*\b.{0,40}\b(?:plazo|espera|trámite)\w*",
        r"vía rápida|ventanilla única|menos (?:papeles|papeleo|requisitos|trabas)|papeleo\b|"
        r"sin (?:carta de )?invitación|días hábiles|multianual\w*|alivi\w*",
    ),
    staying=(r"estancia|valid|vigen|permane|quedar|sin visa|estadía",),
    waiting=(r"emit|expid|tramit|espera|hábiles|respuesta|entreg|resol(?:ver|verán|verá)",),
    measures=(
        r"decreto|ley|medida|decisión|propuesta|idea|plan|iniciativa|paso|reforma|orden|proyecto|"
        r"norma|exención|eliminación|supresión|suspensión|restricción|requisito|anuncio|subida|"
        r"petición|solicitud|régimen|acuerdo|flexibilización|endurecimiento|tasa|exigencia|rebaja",
    ),
    the=(r"la|el|esta|este|esa|ese|estas|estos|su|dicha|dicho|tal|una|un|al|del",),
    no_standing=(
        r"analista|patronal|agencias? de viajes?|hoteler\w+|turoperador\w*|sindicato|académic\w+",
    ),
)

SPANISH = Language(
    code="es", officials=OFFICIALS, meetings=MEETINGS, agreements=AGREEMENTS, visas=VISAS
)
