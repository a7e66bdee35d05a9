"""Spanish: visas."""

from __future__ import annotations

from communique.recognition.words.language import VisaWords

VISAS = VisaWords(
    acts=(r"(?:por|mediante) (?:un |una |el |la )?(?:decreto|resolución|orden|ley|decisión)\b",),
    opposes=(
        r"no (?:apoy|respald|acept)\w*",
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
        r"pid(?:e|en|ió|ieron)\b|exig\w*|reclam\w*|instó\b|solicit(?:ó|a|an|aron|ará|arán|ado)\b|inst(?:a|aron)\b|demand(?:ó|"
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
    obligations=(
        r"(?:requisito|obligación|exigencia|obligatoriedad) (?:de|del|de los) (?:visa|visado)s?|"
        r"visado obligatorio|régimen de visad?[oa]s?",
    ),
    freedoms=(
        r"exenci(?:ón|ones) (?:recíproca )?(?:de|del) (?:visa|visado)s?|(?:entrada|régimen|ingreso) "
        r"sin (?:visa|visado)|dispensa de (?:visa|visado)",
    ),
    ending=(
        r"(?:elimin|supr[ie]m|abol|levant|derog|anul|revoc)\w*(?: de)?|(?:pone|ponen|puso|poner|"
        r"pondrá) fin a|fin de|supresión de",
    ),
    ended=(
        r"(?:fue|fueron|ser|será|serán|queda|quedó|quedará|quedan|sido|sea) (?:elimin|suprim|abol|"
        r"levant|derog|anul|revoc)\w*|termin(?:a|ará|ó)|expir\w*|desaparec\w*",
    ),
    not_needed=(
        r"no (?:necesit|requer|requier|precis|exig|tendr[áa]n que|hará falta|será necesari)\w*\b"
        r".{0,30}\b(?:visa|visado)s?\b",
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
    people=(
        r"ciudadan\w+|nacionales|turistas|viajer\w+|estudiantes?|visitantes?|trabajador\w+|"
        r"temporer\w+|mariner\w+|investigador\w+|enfermer\w+|jubilad\w+|empresari\w+",
    ),
)
