"""Spanish words that say what a number counts."""

from typing import Final

from summariser.lexicon.tongues import Table, phrases
from summariser.schemas.codebooks import DisplacementTerm as T
from summariser.schemas.codebooks import Measure as M

TOLLS: Final[Table] = {
    f"measure:{M.KILLED}": phrases(
        r"(?:degoll|decapit|descuartiz|acribill|ahorc|estrangul|fusil|ultim|remat|masacr|linch|ejecut)(?:ó|aron|ad[oa]s?); sin vida; pas(?:ó|aron|ad[oa]s?) por las armas; no (?:sobrevivi(?:ó|eron)|alcanz(?:ó|aron) a llegar); sin signos vitales; tendid[oa]s?; (?:cobr|quit|arrebat)(?:ó|aron|ado) la vida; perd(?:ió|ieron|ido) la vida; inocentes",
        r"muert[oa]s?; muertes?; mat(?:ó|aron|an|ar|ando|ado|ados|adas|a)(?! de); fallecid[oa]s?; víctimas?(?! (?:de (?:desplaz|viol|minas)|sobreviv)\w*); víctimas mortales; víctimas fatales; difuntos?; decesos?",
        r"asesinad[oa]s?; asesin(?:ó|aron|an|ar|ando|atos|ato); masacrad[oa]s?; acribillad[oa]s?; ejecutad[oa]s?; degollad[oa]s?; decapitad[oa]s?; fusilad[oa]s?; linchad[oa]s?; ultimad[oa]s?",
        r"abatid[oa]s?; abatieron; abatió; dad[oa]s? de baja; dieron de baja; dio de baja; dar de baja; dado de baja; neutraliz(?:ó|aron|ado|ados|ar); cadáver(?:es)?; cuerpos(?: sin vida)?; restos (?:mortales|humanos); ahogad[oa]s?; se ahogaron; sepultad[oa]s?; calcinad[oa]s?; perdieron la vida; perdió la vida; perder la vida; perdido la vida",
        r"cobr(?:ó|aron|ado|a) la vida; bajas; saldo (?:mortal|trágico|de muertos); balance de (?:muertos|víctimas); caíd[oa]s?; feminicidios?; homicidios?",
    ),
    f"measure:{M.DIED}": phrases(
        r"osamentas?; dej(?:ó|aron) de existir; expir(?:ó|aron); sucumbi(?:ó|eron)",
        r"mur(?:ió|ieron); muere[n]?; morir; fallec(?:ió|ieron|e|en|er|ieran|imiento|imientos); perec(?:ió|ieron|er); han muerto; ha muerto",
    ),
    f"measure:{M.INJURED}": phrases(
        r"malherid[oa]s?; internad[oa]s?; puñaladas; impactos? de bala; balead[oa]s?(?! (?:a muerte|mortal\w*)); con (?:heridas|quemaduras|esquirlas|politraumatismos); golpead[oa]s?; intoxicad[oa]s?; quemad[oa]s?(?= (?:en|por|con)); perd(?:ió|ieron) (?:un|una|el|la|las|ambas|ambos) (?:pierna|piernas|pie|brazo|mano|ojo)s?",
        r"herid[oa]s?; heridas; hir(?:ió|ieron|iendo); herir; lesionad[oa]s?; lesiones; lesionó; resultaron lastimad[oa]s?; lastimad[oa]s?; hospitalizad[oa]s?; quemaduras; contusionad[oa]s?; intoxicad[oa]s?; mutilad[oa]s?",
    ),
    f"measure:{M.MISSING}": phrases(
        r"desaparecid[oa]s?; desaparecieron; desapareció; en paradero desconocido; sin localizar; no (?:han sido|fueron) (?:localizad|hallad|encontrad)[oa]s; atrapad[oa]s?"
    ),
    f"measure:{M.ABDUCTED}": phrases(
        r"levantad[oa]s?; levantó a; levantaron a; (?:plagi|rapt|secuestr|sustra)(?:ó|aron|jo|jeron|ad[oa]s?|íd[oa]s?); en poder de (?:sus captores|los|la|las)",
        r"secuestrad[oa]s?; secuestr(?:ó|aron|o|os|ar); plagiad[oa]s?; raptad[oa]s?; raptaron; rehenes?; en cautiverio; cautiv[oa]s?; retenid[oa]s?; retuvieron; se llevaron",
    ),
    f"measure:{M.ARRESTED}": phrases(
        r"aprehendi(?:ó|eron); apres(?:ó|aron); encarcel(?:ó|aron); esposad[oa]s?; se llev(?:ó|aron)(?= a \d+ de ellos| presos| detenid); caen; cayeron pres[oa]s?; puest[oa]s a disposición; arraigad[oa]s?",
        r"detenid[oa]s?; detenciones; detención; detuv(?:o|ieron); arrestad[oa]s?; arrest(?:ó|aron|os); capturad[oa]s?; captur(?:ó|aron|as|a); aprehendid[oa]s?; apresad[oa]s?; encarcelad[oa]s?; prisioneros?",
    ),
    f"measure:{M.SURRENDERED}": phrases(
        r"se rindieron; se rindió; rendid[oa]s; se entreg(?:ó|aron); se han entregado; depusieron las armas; se desmoviliz(?:ó|aron); desmovilizad[oa]s?"
    ),
    f"measure:{M.DESTROYED}": phrases(
        r"prend(?:ió|ieron) fuego a?; (?<!el )(?<!un )(?<!del )(?<!al )(?<!este )(?<!otro )(?<!gran )(?<!cada )(?<!nuevo )incendi(?:ó|aron); (?:dinamit|derrib|tumb|vol|arras|calcin|demol|destroz)(?:ó|aron|ió|ieron); tumbad[oa]s?; calcinad[oa]s?; reduj(?:o|eron) a (?:cenizas|escombros)|derribad[oa]s?",
        r"destruid[oa]s?; destruy(?:ó|eron|endo); destrucción; arrasad[oa]s?; arras(?:ó|aron|ar); incendiad[oa]s?; quemad[oa]s?; quem(?:ó|aron); derrumbad[oa]s?; colapsad[oa]s?; colaps(?:ó|aron); se derrumb(?:ó|aron)",
        r"demolid[oa]s?; derribad[oa]s?; derrib(?:ó|aron); dinamitad[oa]s?; volad[oa]s?; arrastrad[oa]s? por; se llevó; en el suelo; reducid[oa]s? a (?:escombros|cenizas); inutilizad[oa]s?; destrozad[oa]s?",
    ),
    f"measure:{M.DAMAGED}": phrases(
        r"tocad[oa]s?; vidrios rotos; impactad[oa]s?; agujeread[oa]s?; con daños|averi(?:ó|aron)",
        r"dañad[oa]s?; daños; averiad[oa]s?; afectad[oa]s?; dañ(?:ó|aron); agrietad[oa]s?; deteriorad[oa]s?; con daños",
    ),
    f"measure:{M.STRIKES}": phrases(
        r"bombardeos?; ataques?; incursiones; enfrentamientos?; combates?; atentados?; explosiones; incidentes?; hostigamientos?; emboscadas?; masacres?; tiroteos?; detonaciones; hechos violentos; operativos?"
    ),
    f"measure:{M.MUNITIONS}": phrases(
        r"cohetes?; proyectiles?; misil(?:es)?; morteros?; bombas?; granadas?; drones?; minas?; artefactos explosivos; cargas explosivas; fusiles?; municiones; cartuchos; obuses"
    ),
    f"measure:{M.PARTICIPANTS}": phrases(
        r"manifestantes; marcharon; se congregaron; se concentraron; participaron; participantes; asistieron; asistentes; salieron a las calles; se movilizaron; desplegad[oa]s?; desplegó; desplegaron; efectivos; refuerzos; hombres armados; atacantes; asaltantes; pistoleros; protestaron"
    ),
    f"term:{T.DISPLACED}": phrases(
        r"desplazad[oa]s?; desplaz(?:ó|aron|arse|ando); desplazamientos?; se (?:han|había|habían|ha) desplazado; PDI; desplazar"
    ),
    f"term:{T.EVACUATED}": phrases(
        r"evacuad[oa]s?; evacu(?:ó|aron|ación|aciones|ar|ando|an|ará|arán); autoevacuad[oa]s?; desalojad[oa]s?; desaloj(?:o|os|ó|aron|ar); puest[oa]s a salvo; pusieron a salvo; llevad[oa]s a (?:un )?(?:lugar seguro|lugares seguros|zonas? segura)s?"
    ),
    f"term:{T.FORCED_TO_FLEE}": phrases(
        r"hu(?:yó|yeron|ido|ir|yendo|yen|ída|irá|irán); huyeron; obligad[oa]s a (?:huir|abandonar|dejar|salir|desplazarse); forzad[oa]s a (?:huir|abandonar|dejar|salir); abandon(?:ó|aron|ado|ar|ando) (?:sus|su|la|el|las|los)",
        r"dej(?:ó|aron|ado|ar) (?:sus|su) (?:casas?|hogares|hogar|tierras|viviendas?|comunidad(?:es)?|pueblos?); salieron de (?:sus|su); éxodo; cruzaron la frontera; cruzado la frontera; escap(?:ó|aron|ar|ado); buscaron refugio; expulsad[oa]s de; salir de sus",
    ),
    f"term:{T.RELOCATED}": phrases(
        r"reubicad[oa]s?; reubic(?:ó|aron|ación|ar|ará|arán); trasladad[oa]s?; traslad(?:ó|aron|ar|ará|arán); relocalizad[oa]s?; reasentad[oa]s?; reasentamiento"
    ),
    f"term:{T.SHELTERED}": phrases(
        r"albergad[oa]s?; albergues?; alberg(?:ó|aron|ar|an|a); alojad[oa]s?; alojan?; alojó; acogid[oa]s?; acogen?; refugiad[oa]s? en; se refugi(?:ó|aron|an); se han refugiado; resguardad[oa]s?; hospedad[oa]s?; cobijad[oa]s?; guarecid[oa]s?; centros de (?:acogida|evacuación|albergue)"
    ),
    f"term:{T.IN_RELIEF_CAMP}": phrases(
        r"campamentos?(?! (?:guerriller|rebeld|insurgent|militar)\w*); campos de (?:refugiados|desplazados)"
    ),
    f"term:{T.DESTROYED_HOUSING}": phrases(
        r"destruid[oa]s?; destruy(?:ó|eron|endo); destrucción (?:total|de); pérdida total; arrasad[oa]s?; arras(?:ó|aron); derrumbad[oa]s?; colapsad[oa]s?; colaps(?:ó|aron); demolid[oa]s?; incendiad[oa]s?; quemad[oa]s?; quem(?:ó|aron)",
        r"reducid[oa]s a (?:escombros|cenizas); perdieron (?:sus|su) (?:casas?|hogares|viviendas?|hogar); destrozad[oa]s?; en el suelo; devastad[oa]s?; arrastrad[oa]s por",
    ),
    f"term:{T.PARTIALLY_DESTROYED_HOUSING}": phrases(
        r"dañad[oa]s?; daños(?: parciales| menores| reparables| leves| estructurales)?; dañ(?:ó|aron); parcialmente (?:destruid|dañad|colapsad|afectad)[oa]s?; averiad[oa]s?; semidestruid[oa]s?; sin techo (?:por|a causa)|destechad[oa]s?; agrietad[oa]s?; deteriorad[oa]s?"
    ),
    f"term:{T.UNINHABITABLE_HOUSING}": phrases(
        r"inhabitables?; inundad[oa]s?; inund(?:ó|aron); anegad[oa]s?; bajo (?:el )?agua; no habitables?; sumergid[oa]s?; fuera de sus (?:hogares|casas)"
    ),
    f"term:{T.HOMELESS}": phrases(
        r"sin (?:hogar|techo|vivienda|casa); quedaron sin (?:\w+ )?(?:hogar|techo|vivienda|casa)s?; damnificad[oa]s?; perdieron (?:sus|su) (?:casas?|hogares|viviendas?|hogar); a la intemperie"
    ),
    f"term:{T.RETURNED}": phrases(
        r"retorn(?:o|os|ó|aron|ado|ados|ando|ar|en|an|ará|arán); retornad[oa]s?; regres(?:o|ó|aron|ado|ando|ar|en|an|ará|arán); volv(?:ió|ieron|er|erá|erán); han vuelto; ha vuelto; vuelto a (?:sus|su) (?:casas?|hogares|hogar); repatri(?:ad[oa]s?|aron|ación|aciones)"
    ),
    f"term:{T.AFFECTED}": phrases(
        r"afectad[oa]s?; afect(?:ó|aron|a|an|ando|ar|ación); perjudicad[oa]s?; impactad[oa]s?; incomunicad[oa]s?; aislad[oa]s?; confinad[oa]s?; siniestrad[oa]s?; varad[oa]s?; stradale; damnific(?:ó|aron)"
    ),
    "site:capacity": phrases(
        r"capacidad(?: para| de)?; con cupo para; cupos?; se montó para; (?:construid|diseñad|previst|pensad|habilitad|montad|acondicionad)[oa]s? para; plazas(?: para)?; espacio para; puede(?:n)? (?:albergar|acoger|alojar|recibir); pensad[oa] para"
    ),
    "site:population": phrases(
        r"(?:ahora |actualmente )?(?:alberga|aloja|acoge|hospeda|cobija|albergan|acogen|alojan)(?! a partir); viven en; vive en; residen en; habitan; residentes; ocupantes; hacinad[oa]s?; población"
    ),
    "spared:saved": phrases(
        r"rescatad[oa]s?; rescat(?:ó|aron|ar); salvad[oa]s?; salvaron; liberad[oa]s?; liber(?:ó|aron|ación); sobrevivientes?; supervivientes?; sobrevivieron; ilesos?; ilesas?; puest[oa]s en libertad; salieron ilesos"
    ),
    "need:people": phrases(
        r"necesit(?:a|an|ó|aron|aban|ados|adas); necesidad(?:es)?(?: de)?; requier(?:e|en); carecen?(?: de)?; sin (?:acceso|agua|luz|electricidad|alimentos?|comida|medicinas); en inseguridad alimentaria; desnutrid[oa]s?; casos de; padecen"
    ),
    "response:reached": phrases(
        r"asistid[oa]s?; asist(?:ió|ieron); atendid[oa]s?; atend(?:ió|ieron); ha(?:n)? atendido; ha(?:n)? visto a; beneficiad[oa]s?; benefici(?:ó|aron|arios|arias); entreg(?:ó|aron|ado|ados|adas|a|as|ar); distribu(?:yó|yeron|ido|idos|idas|ir)",
        r"repart(?:ió|ieron|ido|idos|ir); recib(?:ió|ieron|ido); vacunad[oa]s?; vacun(?:ó|aron); suministr(?:ó|aron|ado|ados); provey(?:ó|eron); envi(?:ó|aron|ado|ados); ayudad[oa]s?; kits?",
    ),
}
NOT_A_TOLL: Final = phrases(
    r"pena(?:s)? de muerte; condena(?:do|dos|da)? a muerte; amenazas? de muerte; escuadr(?:ón|ones) de la muerte; mar muerto; punto muerto; tiempos? muertos?; hora muerta; naturaleza muerta; certificados? de defunción; vida o muerte; peligro de muerte; heridas? abiertas?",
    r"muert[oa]s? de (?:miedo|risa|hambre y sed|sueño|cansancio); víctimas? de (?:su|sus) propi\w+; letra muerta; día de (?:los )?muertos; lengua muerta; amenaz\w+ de muerte",
)
