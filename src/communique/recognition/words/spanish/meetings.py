"""Spanish: meetings."""

from __future__ import annotations

from communique.recognition.words.language import MeetingWords

_MEETING = (
    r"(?:reuni[oó]n|encuentro|cumbre|entrevista|audiencia|diálogo|conversaci[oó]n|conferencia|"
    r"negociaci[oó]n|consulta|cita|visita|mesa redonda|sesi[oó]n|llamada|ronda|foro|almuerzo|cena|"
    r"desayuno|contacto|viaje|gira)(?:e?s)?\b"
)

_TO_MEET = (
    r"(?:reunirse|entrevistarse|recibir|visitar|viajar|mantener|celebrar|acudir|encontrarse|verse|"
    r"dialogar|conversar|negociar|asistir|participar|acoger|sostener|hablar|sentarse|desplazarse)"
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
        r"(?:se reuni(?!r)|se entrevist(?!ar)|recibi(?!r)|sostuv|mantuv)\w*|convers(?:ó|aron|aban?)\b",
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
    denied=(
        r"se neg(?:ó|aron) a (?:reunirse|recibir|hablar|encontrarse|ver)|"
        r"rechaz(?:ó|aron) (?:una |la )?(?:reunión|entrevista|reunirse)|"
        r"(?:nunca|no) se (?:reunió|reunieron|ha reunido|han reunido|vio|vieron)",
    ),
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
