"""Spanish words of need, access, response, sites, severity, risk and cause."""

from typing import Final

from summariser.lexicon.tongues import Table, phrases
from summariser.schemas.codebooks import AccessKind as A
from summariser.schemas.codebooks import Cause, Severity, SiteKind
from summariser.schemas.codebooks import Cluster as C
from summariser.schemas.codebooks import ResponseStatus as R

FACTS: Final[Table] = {
    f"cluster:{C.FOOD_SECURITY}": phrases(
        r"alimentos?; comida; alimentari[oa]s?; alimentación; hambre; hambruna; víveres; raciones?; cosechas?; cultivos?; ganado; canasta básica; despensas?"
    ),
    f"cluster:{C.NUTRITION}": phrases(
        r"desnutrición; malnutrición; desnutrid[oa]s?; nutrici(?:ón|onal); alimentos terapéuticos"
    ),
    f"cluster:{C.WASH}": phrases(
        r"agua(?: potable| segura| limpia)?; saneamiento; letrinas?; baños?; duchas?; inodoros?; higiene; aguas (?:negras|servidas); alcantarillado"
    ),
    f"cluster:{C.HEALTH}": phrases(
        r"salud; médic[oa]s?; medicinas?; medicamentos?; hospital(?:es)?; clínicas?; cólera; dengue; malaria; paludismo; sarampión; diarreas?; enfermedad(?:es)?; brotes?; epidemias?; vacun\w+; insulina; sangre; vómitos?; leptospirosis; sanitari[oa]s?"
    ),
    f"cluster:{C.SHELTER}": phrases(
        r"alojamientos?; refugios?; albergues?; carpas?; tiendas de campaña; toldos?; frazadas?; mantas?; cobijas?; colchon\w+; viviendas?; techos?; lonas?; plásticos?; duermen (?:en|a|al)"
    ),
    f"cluster:{C.EDUCATION}": phrases(
        r"escuelas?; educación; aulas?; clases; alumnos; colegios?; docentes; maestros"
    ),
    f"cluster:{C.PROTECTION}": phrases(
        r"protección; derechos humanos; trata de personas; documentos de identidad; reclutamiento"
    ),
    f"cluster:{C.CHILD_PROTECTION}": phrases(
        r"niños (?:no acompañados|separados|soldados?); menores no acompañados; reclutamiento (?:de menores|infantil); huérfanos"
    ),
    f"cluster:{C.GENDER_BASED_VIOLENCE}": phrases(r"violencia (?:de género|sexual|basada en (?:el )?género)"),
    f"cluster:{C.HOUSING_LAND_PROPERTY}": phrases(
        r"tenencia de la tierra; despojo de tierras; títulos de propiedad; restitución de tierras"
    ),
    f"cluster:{C.MINE_ACTION}": phrases(
        r"desminado; minas antiperson\w+; municiones? sin explotar; artefactos sin explotar"
    ),
    f"cluster:{C.LOGISTICS}": phrases(r"combustible; gasolina; logística; bodegas"),
    f"cluster:{C.TELECOMMUNICATIONS}": phrases(
        r"telecomunicaciones; señal (?:telefónica|de celular); telefonía; internet"
    ),
    f"cluster:{C.CAMP_COORDINATION}": phrases(r"hacinamiento; hacinad[oa]s?; gestión de albergues"),
    f"cluster:{C.EARLY_RECOVERY}": phrases(
        r"medios de vida; reconstrucción; remoción de escombros; electricidad; energía eléctrica; suministro eléctrico; luz eléctrica"
    ),
    "lack:any": phrases(
        r"necesit\w+; necesidad(?:es)?; falt(?:a|an|ó|aba|aban); escase(?:z|a|an); escas[oa]s?; carec\w+; carencias?; sin(?! (?:fronteras|paradero|embargo|víctimas|heridos|vida|incidentes|que)); insuficientes?; urgent?es?; urgencia; urge(?:n)?; requier\w+; agotad[oa]s?; agot\w+; desabastecid\w+; desabastecimiento",
        r"no (?:hay|tienen|tiene|cuentan|cuenta|alcanza|alcanzan); brotes?; epidemia; casos de; contaminad[oa]s?; contaminó; colapsad[oa]s?; hacinad[oa]s?; hacinamiento; desnutrición; hambruna; precari[oa]s?; fuera de servicio; piden?; pidió; una (?:ducha|letrina) (?:por|para) cada",
    ),
    f"severity:{Severity.CRITICAL}": phrases(
        r"catastrófic[oa]s?; catástrofe; crític[oa]s?; hambruna; inhuman[oa]s?; extremadamente; insostenible; de vida o muerte; mortal(?:es)?"
    ),
    f"severity:{Severity.SEVERE}": phrases(
        r"graves?; grav(?:emente|edad); urgent?es?; sever[oa]s?; agud[oa]s?; desesperad[oa]s?; alarmantes?; brotes?; deplorables?; colapsad[oa]s?; hacinamiento; hacinad[oa]s?; terribles?"
    ),
    f"severity:{Severity.MODERATE}": phrases(
        r"escase(?:z|a|an); escas[oa]s?; insuficientes?; limitad[oa]s?; carec\w+; falt(?:a|an|aba|aban); precari[oa]s?; difícil(?:es)?"
    ),
    f"access:{A.DENIED}": phrases(
        r"(?:neg|imped|prohib|bloque|deneg|restring|imposibilit)\w+ (?:\w+ ){0,4}(?:acceso|paso|entrada|ingreso|ayuda|convoy|convoyes|misión|caravana)\w*; (?:acceso|paso|ingreso) (?:\w+ ){0,3}(?:negado|denegado|bloqueado|restringido|prohibido); no (?:dejan|permiten|dejaron|permitieron) (?:pasar|entrar|el (?:paso|acceso|ingreso))"
    ),
    f"access:{A.HOSTILITIES}": phrases(
        r"(?:combates|enfrentamientos|inseguridad|violencia|hostilidades|bombardeos) (?:\w+ ){0,5}(?:impid|imped|dificult|obstaculiz|limit|imposibilit)\w+; por (?:la )?(?:inseguridad|razones de seguridad)"
    ),
    f"access:{A.ROADS_CUT}": phrases(
        r"(?:carreteras?|vías?|caminos?|rutas?|puentes?|autopistas?|tramos?) (?:\S+ ){0,5}(?:cortad|bloquead|cerrad|interrumpid|destruid|intransitabl|inhabilitad|obstruid|colapsad)\w*; (?:cort|bloque|interrump|obstru|inhabilit)\w+ (?:\S+ ){0,3}(?:carretera|vía|camino|ruta|puente|paso)s?; incomunicad[oa]s?; solo se llega por; derrumbes? (?:\w+ ){0,4}(?:vía|carretera|camino)",
    ),
    f"access:{A.BUREAUCRATIC}": phrases(
        r"(?:permisos?|visados?|visas?|aduanas?|trámites?|autorizaci(?:ón|ones)) (?:\w+ ){0,5}(?:retras|demor|pendient|deneg|reten|exig)\w*; burocra\w+; trabas"
    ),
    f"access:{A.ATTACKS_ON_AID}": phrases(
        r"(?:trabajadores humanitarios|cooperantes|convoy(?:es)?|ambulancias?|misión médica|camiones de ayuda) (?:\w+ ){0,5}(?:atacad|asesinad|secuestrad|saquead|robad|retenid|emboscad)\w*; ataques? (?:\w+ ){0,2}(?:misión médica|ambulancia|convoy humanitario)"
    ),
    f"access:{A.MINES}": phrases(r"minas? (?:\w+ ){0,6}(?:camino|acceso|retorno|paso|vía|senda|imped)\w*"),
    f"access:{A.WEATHER}": phrases(
        r"(?:lluvias?|inundaci(?:ón|ones)|nieve|nevadas?|crecidas?|marejadas?|oleaje|lodo|barro|temporal|deslizamientos?) (?:\w+ ){0,6}(?:imped|impid|dificult|obstaculiz|oblig|cort|bloque|retras)\w+"
    ),
    f"access:{A.MOVEMENT_OF_PEOPLE}": phrases(
        r"confinad[oa]s?; confinamiento; toque de queda; atrapad[oa]s (?:en|entre|por|sin); no (?:pueden|podían|han podido) (?:salir|circular|moverse|abandonar); paro armado; restricciones? (?:de|a la) (?:movilidad|circulación); no dejan (?:transitar|salir|circular); escudos humanos; incomunicad[oa]s?"
    ),
    f"help:{R.DELIVERED}": phrases(
        r"entreg(?:ó|aron|ado|ados|adas|a|an); distribu(?:yó|yeron|ido|idos|idas|ción); repart(?:ió|ieron|ido|idas|idos); envi(?:ó|aron|ado); (?:ha|han|había|habían) (?:atendido|asistido|proporcionado|enviado|brindado|instalado|habilitado|visto|vacunado)",
        r"atend(?:ió|ieron); brind(?:ó|aron); proporcion(?:ó|aron); instal(?:ó|aron); habilit(?:ó|aron)(?! a); despleg(?:ó|aron); suministr(?:ó|aron); vacun(?:ó|aron); llevó ayuda; llegó (?:la )?ayuda",
    ),
    f"help:{R.ONGOING}": phrases(
        r"(?:está|están) (?:brindando|entregando|distribuyendo|atendiendo|asistiendo|prestando|apoyando|repartiendo); brindan?; atiende(?:n)?; asiste(?:n)?; prestan? (?:ayuda|asistencia|apoyo|atención); labores de (?:rescate|búsqueda|socorro|ayuda); operaciones de (?:rescate|socorro|ayuda); equipos de (?:rescate|socorro)"
    ),
    f"help:{R.PLANNED}": phrases(
        r"(?:enviar|entregar|distribuir|brindar|repart|atender|llevar|habilitar)(?:á|án|irá|irán)(?!\w); prometi(?:ó|eron); prometen?; (?:prevé|prevén|planea|planean) (?:\w+ )?(?:enviar|entregar|distribuir|repartir|instalar|llevar|construir); anunci(?:ó|aron) (?:el envío|la entrega|un bono|ayudas?|una? (?:\w+ )?(?:ayuda|fondo)); pidi(?:ó|eron) (?:\w+ ){0,3}(?:ayuda|asistencia|misión|apoyo)|debería(?:n)? (?:llegar|atracar|arribar)|hizo un llamamiento"
    ),
    f"help:{R.SUSPENDED}": phrases(
        r"suspend(?:ió|ieron|ido|ida|idas|er) (?:\w+ ){0,5}(?:ayuda|operaci\w+|actividades|distribuci\w+|entregas?|servicios?|labores|asistencia|salidas); (?:ayuda|distribución|asistencia|entregas?|operaciones|labores) (?:\w+ ){0,4}(?:suspendid|interrumpid|paralizad)[oa]s?"
    ),
    f"help:{R.REFUSED}": phrases(r"rechaz(?:ó|aron|a) (?:\w+ ){0,3}(?:ayuda|asistencia)"),
    "aid:any": phrases(
        r"ayudas?; humanitari[oa]s?; alimentos?; comida; agua; víveres; medic\w+; asistencia; kits?; mantas?; frazadas?; cobijas?; carpas?; toldos?; vacun\w+; salud; raciones?; clínicas?; hospital de campaña; rescat\w+; socorro; suministros?; bonos?; toneladas?; canastas?; colchon\w+; albergues?; pacientes; misión"
    ),
    f"sitekind:{SiteKind.CAMP}": phrases(
        r"campamentos?(?! (?:guerriller|rebeld|militar)\w*); campos? de (?:refugiados|desplazados)"
    ),
    f"sitekind:{SiteKind.SHELTER}": phrases(
        r"albergues?; refugios?(?: temporales?)?; coliseos?; estadios?; polideportivo; centros? (?:de evacuación|colectivos?|comunal(?:es)?|de acogida); gimnasio"
    ),
    f"sitekind:{SiteKind.RECEPTION_CENTRE}": phrases(r"centros? de (?:recepción|tránsito|registro)"),
    f"sitekind:{SiteKind.INFORMAL_SETTLEMENT}": phrases(
        r"asentamientos? (?:informal|espontáneo|irregular)\w*; campamentos? (?:improvisado|espontáneo)s?"
    ),
    "risk:any": phrases(
        r"en riesgo; en peligro; vulnerables?; tem(?:en|ían|e|or) (?:a )?(?:represalias|por su|nuevos|ser|un ataque); amenazad[oa]s?; perseguid[oa]s?; estigmatiz\w+; expuest[oa]s? a; nos inquieta|preocupa la situación; señalad[oa]s de; especialmente (?:mujeres|niños|los)"
    ),
    f"cause:{Cause.DISASTER}": phrases(
        r"inundaci(?:ón|ones); inund(?:ó|aron|ado|adas?); terremotos?; sismos?; temblor(?:es)?; réplicas?; huracán; huracanes; tifones?; tifón; ciclones?; ciclón; tormentas?; tempestad(?:es)?; temporal(?:es)?; deslizamientos?; derrumbes?; aludes?; alud(?:es)?; deslaves?; huaicos?; huaycos?; avalanchas?",
        r"sequías?; volcán; volcánic[oa]s?; erupci(?:ón|ones); ceniza; incendios?(?! intencional); tsunami; maremoto; lluvias?; aguaceros?; precipitaciones; torrencial(?:es)?; tornados?; nevadas?; heladas?; granizada; crecidas?; crecientes?; desbord\w+; riadas?; marejadas?; frente frío",
    ),
    f"cause:{Cause.CONFLICT}": phrases(
        r"conflictos?; combates?; enfrentamientos?; violencia; guerra; ataques?; guerrill\w+; rebeldes; paramilitares; insurgentes; ofensiva; armad[oa]s?; tropas; hostilidades; bombardeos?; grupos armados; ejército; sicarios; pandillas; milicias?; hostigamientos?; bandas criminales; disidencias"
    ),
}
