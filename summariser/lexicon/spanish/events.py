"""Spanish words that report violent and political events, by ACLED sub-event type."""

from typing import Final

from summariser.lexicon.tongues import Table, phrases
from summariser.schemas.codebooks import SubEventType as S

EVENTS: Final[Table] = {
    f"event:{S.ARMED_CLASH}": phrases(
        r"enfrentamientos?(?! verbal); combates?; se combatió; combatieron; tiroteos?; balaceras?; refriegas?; escaramuzas?",
        r"choques? armados?; choques? entre; intercambios? de (?:disparos|fuego|tiros); emboscadas?; emboscaron; emboscad[oa]s?",
        r"hostigamientos?; hostigad[oa]s?; hostigaron; asaltos? (?:a|contra) (?:el|la|un|una) (?:cuartel|base|puesto|comisaría|estación)",
        r"ofensivas?; contraofensivas?; batallas?; repelieron; repelió; repeler; se enfrentaron; se enfrentan; hostilidades",
        r"asedi(?:o|ó|aron|an|ada?); cerco militar; incursión armada; toma guerrillera",
    ),
    f"event:{S.GOVERNMENT_REGAINS_TERRITORY}": phrases(
        r"(?:recuperó|recuperaron|recupera|recuperado|recuperar) (?:el control|la (?:ciudad|localidad|base|población)|el (?:pueblo|territorio|control))",
        r"(?:retomó|retomaron|reconquist\w+); liber(?:ó|aron) (?:la (?:ciudad|localidad|zona)|el pueblo)",
    ),
    f"event:{S.NON_STATE_OVERTAKES_TERRITORY}": phrases(
        r"(?:tomó|tomaron|toman|toma|tomar) (?:el control|la (?:ciudad|localidad|base|población)|el (?:pueblo|poblado|cuartel))",
        r"se (?:apoder\w+|adueñ\w+) de; (?:capturó|capturaron) (?:la|el) (?:ciudad|localidad|base|pueblo|puesto)",
        r"cayó en manos de; ocup(?:ó|aron) (?:la|el) (?:ciudad|localidad|pueblo|caserío)",
    ),
    f"event:{S.CHEMICAL_WEAPON}": phrases(
        r"armas? químicas?; ataques? químicos?; gas (?:sarín|mostaza|cloro|nervioso); gases tóxicos"
    ),
    f"event:{S.AIR_STRIKE}": phrases(
        r"bombardeos? (?:aéreos?|de la aviación); ataques? aéreos?; incursi(?:ón|ones) aéreas?; ataques? (?:con|de) (?:drones?|aviones|helicópteros)",
        r"(?:drones?|aviones|cazas?|helicópteros?|avionetas?) (?:\w+ ){0,4}(?:bombarde\w+|atac\w+|lanz\w+|dispar\w+|ametrall\w+); ametrall(?:ó|aron) desde el aire",
        r"barriles (?:explosivos|bomba); bombardear(?:on)? desde el aire; bombardeó la aviación",
    ),
    f"event:{S.SUICIDE_BOMB}": phrases(
        r"(?:atentados?|ataques?|terroristas?|bomba|atacantes?) suicidas?; kamikazes?; se (?:inmoló|inmolaron|hizo (?:estallar|explotar)); chaleco explosivo"
    ),
    f"event:{S.SHELLING}": phrases(
        r"bombardeos?; bombarde(?:ó|aron|an|ado|ados|ada|adas|ar); artillería; morteros?; granadas? de mortero; proyectiles?; cohetes?; misil(?:es)?",
        r"obus(?:es)?; cañonazos?; tatucos?; cilindros? bomba; rampas? de lanzamiento",
    ),
    f"event:{S.REMOTE_EXPLOSIVE}": phrases(
        r"bombas?; coches?[ -]bomba; carros?[ -]bomba; camión bomba; motos?[ -]bomba; burro bomba; artefactos? explosivos?; explosivos?; cargas? explosivas?",
        r"minas? (?:antipersonales?|antipersonas?|terrestres?|antitanque|explosiv\w+); campo minado; pis(?:ó|aron|ar) una mina; minas; dinamit\w+",
        r"explosi(?:ón|ones); explot(?:ó|aron|ado|ar); estall(?:ó|aron|ado|ar|ido); deton(?:ó|aron|ación|aciones); voladuras?; vol(?:ó|aron) (?:\w+ )?(?:torre|puente|oleoducto|poste)\w*",
        r"atentados? (?:dinamiteros?|explosivos?|con (?:bomba|explosivos?)); petardos?; municiones? sin (?:explotar|explosionar)",
    ),
    f"event:{S.GRENADE}": phrases(r"granadas?(?! de mortero)"),
    f"event:{S.PEACEFUL_PROTEST}": phrases(
        r"manifestaci(?:ón|ones); manifestantes?; manifestaron(?! (?:que|su)); se manifest\w+; protestas?; protest(?:ó|aron|an|ar); marchas?; marcharon; plantón",
        r"concentraci(?:ón|ones) (?:frente|en|de); sentadas?; cacerolazos?; mítines?; mitin; huelgas? general(?:es)?; paro (?:nacional|cívico|general|agrario|armado)",
        r"vigilias?; salieron a las calles; tomaron las calles; movilizaci(?:ón|ones); cortes? de ruta; bloqueos? de (?:ruta|carretera|vía)s?; piquetes?",
    ),
    f"event:{S.PROTEST_WITH_INTERVENTION}": phrases(
        r"gas(?:es)? lacrimógenos?; dispers(?:ó|aron|ar|ado|ados); cañones de agua; tanquetas?; carros? hidrantes?; reprim(?:ió|ieron|ida|idas|ido)"
    ),
    f"event:{S.EXCESSIVE_FORCE}": phrases(
        r"(?:abrió|abrieron) fuego contra (?:los |la |una |el )?(?:manifestantes?|multitud|marcha|protesta|concentración)",
        r"dispar(?:ó|aron) contra (?:los |la |una )?(?:manifestantes|multitud|marcha|protesta); munición (?:real|viva|letal)",
    ),
    f"event:{S.VIOLENT_DEMONSTRATION}": phrases(
        r"disturbios?; motín; motines; amotin\w+; quem(?:a|ó|aron) (?:de )?(?:llantas|neumáticos|cauchos|urnas); pedradas; lanz(?:ó|aron|aban) piedras; barricadas; desmanes; vándalos"
    ),
    f"event:{S.MOB_VIOLENCE}": phrases(
        r"turbas?; linch(?:ó|aron|ado|ados|amiento|amientos|ar); justicia por mano propia; vigilantes comunitarios; ajusticiad[oa]s?"
    ),
    f"event:{S.SEXUAL_VIOLENCE}": phrases(
        r"violencia sexual; viol(?:ada|adas|aciones)(?! (?:de|a) (?:los|la|el|al|alto|derechos|acuerdo|tregua|cese|su|esa))",
        r"abus(?:os?|ada|adas) sexual(?:es|mente)?; agresi(?:ón|ones) sexual(?:es)?; esclav\w+ sexual(?:es)?",
    ),
    f"event:{S.ATTACK}": phrases(
        r"asesin(?:ó|aron|ado|ada|ados|adas|ar|ato|atos|an); masacres?; masacr(?:ó|aron|ados|adas); matanzas?; mat(?:ó|aron) a (?:tiros|balazos|machetazos|golpes)",
        r"a (?:tiros|balazos|machetazos|puñaladas); acribill\w+; balead[oa]s?; ejecu(?:tado|tada|tados|tadas|taron|ciones); degollad[oa]s?; decapitad[oa]s?; descuartizad[oa]s?",
        r"sicarios?; sicariato; pistoleros; apuñal\w+; tortur(?:ado|ada|ados|adas|aron|as|a); abrieron fuego; abrió fuego; homicidios?; magnicidio; crímenes?; ultimad[oa]s?",
        r"rematad[oa]s?; fusilad[oa]s?; fusilaron; atentó; atentados? contra; atentados?; muert[oa]s? a (?:tiros|bala|balazos|manos de)",
    ),
    f"event:{S.ABDUCTION}": phrases(
        r"secuestr(?:o|os|ó|aron|ado|ada|ados|adas|ar|adores); plagi(?:o|aron|ado|ados); plagió; rapt(?:o|aron|ado|ada|ados|adas); raptó; rehenes?; retenid[oa]s? (?:por|contra)",
        r"desapariciones? forzad\w+; desaparecid[oa]s? por; pescas? milagrosas?; privad[oa]s? de (?:su |la )?libertad; en cautiverio; reclutamiento forzado",
    ),
    f"event:{S.AGREEMENT}": phrases(
        r"alto el fuego; cese (?:el|al|del|de) fuego; cese (?:bilateral|de hostilidades); treguas?; armisticio; canje de prisioneros; intercambio de prisioneros",
        r"acuerdos? de paz (?:firmad|suscri|alcanzad)\w*; (?:firm|suscrib|alcanz|sell|anunci)\w+ (?:un|el) (?:\w+ )?(?:acuerdo|pacto); firma del acuerdo",
    ),
    f"event:{S.ARRESTS}": phrases(
        r"arrest(?:o|os|ó|aron|ado|ada|ados|adas|ar); deten(?:ido|ida|idos|idas|ción|ciones|er); detuv(?:o|ieron); redadas?; encarcelad[oa]s?; apresad[oa]s?; apresaron",
        r"captur(?:ó|aron|ado|ada|ados|adas|as|a)(?! (?:la|el) (?:ciudad|localidad|base|pueblo|puesto)); aprehend\w+; aprehensi(?:ón|ones); allanamientos?; judicializad[oa]s?",
    ),
    f"event:{S.CHANGE_TO_GROUP}": phrases(
        r"desert(?:ó|aron|ores|or|ado|ados); desmoviliz\w+; se escindi\w+; escisión; deponer las armas; depusieron las armas; juraron lealtad; entreg(?:ó|aron) (?:sus|las) armas"
    ),
    f"event:{S.DISRUPTED_WEAPONS_USE}": phrases(
        r"desactiv(?:ó|aron|ado|ada|ados|adas|ación); frustr(?:ó|aron|ado|ada); desmin(?:ado|aron|aje); intercept(?:ó|aron|ado|ada|ados)",
        r"derrib(?:ó|aron|ado|ados|ada) (?:\w+ ){0,3}(?:dron|drones|misil|misiles|cohete|cohetes|avión|aviones|helicóptero|helicópteros)",
        r"(?:incaut|decomis|hall|encontr|descubri)\w+ (?:\w+ ){0,4}(?:armas?|armamento|explosivos?|municiones|fusil(?:es)?|granadas|arsenal|caleta)",
        r"caleta; arsenal",
    ),
    f"event:{S.BASE_ESTABLISHED}": phrases(
        r"(?:instal|establec|mont|constru)\w+ (?:un|una|el|la|su|sus|nuevas?|nuevos?)? ?(?:base|cuartel|puesto|retén|campamento) (?:militar|policial|de control|guerriller\w+)"
    ),
    f"event:{S.LOOTING}": phrases(
        r"saque(?:o|os|ó|aron|ado|ada|ados|adas|ar|adores); incendi(?:ó|aron|ado|ada|ados|adas) (?:\w+ ){0,3}(?:casas?|viviendas?|vehículos?|buses|autobús|autobuses|camión|camiones|escuelas?|iglesias?|ranchos|tiendas|comercios)",
        r"quem(?:ó|aron|ado|ada|ados|adas|an) (?:\w+ ){0,3}(?:casas?|viviendas?|vehículos?|buses|autobús|autobuses|camión|camiones|escuelas?|iglesias?|ranchos|tiendas)",
        r"prend(?:ió|ieron) fuego a?; vandalismo; vandaliz\w+; sabotajes?; sabote\w+; robos?; robaron; asaltaron; pillajes?; destroz(?:o|os|ó|aron); abigeato",
    ),
    f"event:{S.NON_VIOLENT_TRANSFER}": phrases(
        r"se (?:retir|repleg)\w+ de; repliegue; entreg(?:ó|aron) el control; (?:retirada|retiro) de (?:las )?tropas"
    ),
    "event:generic": phrases(
        r"ataques?; atac(?:ó|aron|ado|ada|ados|adas|an|ar|antes?); agresi(?:ón|ones); agred\w+; violencia; violent[oa]s?; asaltos?; dispar(?:ó|aron|os|ando|ar); balazos?",
        r"incursi(?:ón|ones); irrump\w+; mat(?:ó|aron|an|ar|ando|a); muert[oa]s? (?:en|por|durante|tras) (?:\w+ ){0,2}(?:ataque|operaci|ofensiva|acción|enfrent)\w*; abatid[oa]s?; abatieron; dad[oa]s? de baja; dar de baja; dado de baja; neutraliz\w+; terroristas?",
    ),
    "status:planned": phrases(
        r"(?:se )?prev[ée]n?; está(?:n)? previst[oa]s?; previst[oa]s?; planean?; planea(?:ba|ban|do); planes de; serán; será; tendrán; podrán; va(?:n)? a; irán",
        r"(?:próxim[oa]s?) (?:\w+ )?(?:días|semanas|meses|semana|mes|año); próximamente; aplazad[oa]s?; pospuest[oa]s?; programad[oa]s?; está(?:n)? por; a punto de; se espera que; pretenden?; proyectan?; podrían?; de concretarse",
    ),
    "status:threatened": phrases(
        r"amenaz(?:a|as|ó|aron|an|ado|ados|ando); advirt(?:ió|ieron); ultimátum; juraron?"
    ),
    "status:attempted": phrases(
        r"intent(?:o|os|ó|aron|aba|aban|an); tentativas?; frustrad[oa]s?; fallid[oa]s?; fracasad[oa]s?; evitaron; evitó; salió ilesa?o?; desactivad[oa]s?; desbarat\w+"
    ),
    "status:denied": phrases(
        r"neg(?:ó|aron|ado|aba)(?! (?:el )?(?:acceso|paso)); niegan?; desm(?:intió|intieron|iente|ienten|entir); rechaz(?:ó|aron) (?:las? )?(?:acusaci|versi|denuncia)\w+; descart(?:ó|aron)"
    ),
    "status:ongoing": phrases(
        r"continúan?; continuaban?; prosiguen?; siguen?; se mantienen?; en curso; persisten?"
    ),
    "status:background": phrases(
        r"(?:en|desde) (?:\w+ de )?(?:19|20)\d\d; hace (?:\w+ )?(?:años?|meses|décadas?); el año pasado; el mes pasado; décadas?; aniversario; anterior(?:es|mente)?",
        r"en los últimos (?:\w+ )?(?:años|meses); en lo (?:que va|corrido) del? (?:año|\d{4}); durante la guerra; historia",
    ),
}
NOT_AN_EVENT: Final = phrases(
    r"ataques? (?:al corazón|cardíacos?|de (?:pánico|risa|nervios|tos)); infarto; guerra de (?:precios|palabras|los precios|declaraciones); bomba de agua; bombas? de (?:agua|riego)",
    r"batalla (?:legal|judicial|campal por el título|por el título|contra (?:el|la) (?:cáncer|pobreza|enfermedad)); combat(?:e|ir|en|es)? (?:a |contra )?(?:la |el )?(?:pobreza|corrupción|hambre|cambio climático|dengue|incendio\w*|fuego|llamas|desempleo|inflación)",
    r"tiros? (?:libres?|de esquina|a puerta|al arco); tiro de gracia futbolístico; disparo(?:s)? (?:al arco|a puerta|desviado|de los precios); dispararon los precios; explosión demográfica; huelgas? de hambre",
    r"marcha atrás; en marcha; puesta en marcha; marcha (?:bien|mal|real); bombardeo (?:de|publicitario) (?:preguntas|mensajes|anuncios); simulacros? de (?:\w+ ){0,2}\w+",
    r"ofensiva (?:diplomática|comercial|publicitaria); asalto al poder; violencia (?:de los vientos|del temporal|del terremoto); bloqueos? de cuentas?; robo de base",
)
OFF_TOPIC: Final[Table] = {
    "off:sport": phrases(
        r"goles; gol; golead\w+; delanter[oa]s?; portero; arquero; centrocampista; mediocampista; entrenador; técnico; partidos?; torneo; liga; campeonato; copa",
        r"penales; penaltis?; árbitro; prórroga; medio tiempo; primer tiempo; segundo tiempo; hinchas; afición; jornada; semifinal(?:es)?; fichaje",
    ),
    "off:business": phrases(
        r"acciones; bolsa; inversionistas?; inversores; accionistas; ganancias; dividendos; beneficios; trimestre; cotiz\w+; bonos; mercado bursátil; analistas"
    ),
    "off:entertainment": phrases(
        r"película; taquilla; estreno; álbum; concierto; actor; actriz; director de cine; serie; telenovela; novela; videojuegos?; episodio; banda sonora"
    ),
}
