"""Spanish words that report violent and political events, by ACLED sub-event type."""

from typing import Final

from summariser.lexicon.tongues import Table, phrases
from summariser.schemas.codebooks import SubEventType as S

EVENTS: Final[Table] = {
    f"event:{S.ARMED_CLASH}": phrases(
        r"cruces? de (?:disparos|fuego|balas); fuego cruzado; intercambi(?:ó|aron|aban) (?:disparos|fuego|tiros); se bat(?:ió|ieron|en|ían); se tirote(?:ó|aron); duelos? (?:a tiros|de artillería); en combate; trenzad[oa]s? en",
        r"(?:atac|tirote|asalt|ametrall|hostig|embosc|embist|repel)(?:ó|aron|ió|ieron) (?:\S+ ){0,4}(?:cuartel|puesto|patrulla|convoy|base|comisaría|retén|guarnición|destacamento|blindado|tanqueta|estación de policía|subestación|garita|caravana militar|garnición); (?:ataques?|asaltos?|toma|hostigamientos?) (?:\w+ ){0,2}(?:a|al|contra|del?)(?: el| la| un| una| los)? (?:cuartel|puesto|patrulla|convoy|base|comisaría|retén|guarnición|destacamento|blindado|tanqueta|estación de policía|subestación|garita|caravana militar|garnición)s?",
        r"cay(?:ó|eron) en (?:una|la) emboscada; cop(?:ó|aron|amiento) (?:\S+ ){0,2}(?:cuartel|puesto|patrulla|convoy|base|comisaría|retén|guarnición|destacamento|blindado|tanqueta|estación de policía|subestación|garita|caravana militar|garnición); incursion(?:ó|aron); se disput(?:ó|aron|an); resisti(?:ó|eron) (?:el|al) (?:asalto|ataque|embate); pugna armada",
        r"enfrentamientos?(?! verbal); combates?; se combatió; combatieron; tiroteos?; balaceras?; refriegas?; escaramuzas?",
        r"choques? armados?; choques? entre; intercambios? de (?:disparos|fuego|tiros); emboscadas?; emboscaron; emboscad[oa]s?",
        r"hostigamientos?; hostigad[oa]s?; hostigaron; asaltos? (?:a|contra) (?:el|la|un|una) (?:cuartel|base|puesto|comisaría|estación)",
        r"ofensivas?; contraofensivas?; batallas?; repelieron; repelió; repeler; se enfrentaron; se enfrentan; hostilidades",
        r"asedi(?:o|ó|aron|an|ada?); cerco militar; incursión armada; toma guerrillera",
    ),
    f"event:{S.GOVERNMENT_REGAINS_TERRITORY}": phrases(
        r"recobr(?:ó|aron|ar|ado|ada) (?:\S+ ){0,4}?(?:el|la|los|las|su) \w+; recuper(?:ó|aron|ar|an|ada|ado) (?:el|la|las|los) (?:puerto|aeropuerto|cabecera|villa|cerro|barrio|distrito|aldea|colina|posición|posiciones|cuartel|localidades|puente|carretera|cruce|municipio|provincia|capital)",
        r"(?:desaloj|expuls|ech)(?:ó|aron) (?:de \S+ )?(?:\S+ ){0,4}?a(?:l| los| las)? (?:\w+ ){0,2}?(?:insurrectos?|rebeldes?|guerrilleros?|insurgentes|yihadistas|subversivos|milicianos|terroristas|paramilitares|invasores|alzados|facciosos|combatientes)",
        r"volvi(?:ó|eron) a (?:manos|control) (?:de(?:l| la| las)? )?(?:ejército|gobierno|gubernamental\w*|tropas|fuerzas)",
        r"(?:recuperó|recuperaron|recupera|recuperado|recuperar) (?:el control|la (?:ciudad|localidad|base|población)|el (?:pueblo|territorio|control))",
        r"(?:retomó|retomaron|reconquist\w+); liber(?:ó|aron) (?:la (?:ciudad|localidad|zona)|el pueblo)",
    ),
    f"event:{S.NON_STATE_OVERTAKES_TERRITORY}": phrases(
        r"cay(?:ó|eron) en (?:poder|manos) de(?:l)?; en poder de (?:los|las|la) (?:\w+ )?(?:rebeldes|guerrilla|FARC|ELN|insurgentes|yihadistas|milicianos|talibanes|subversivos|alzados|\w+)(?= tras| después| desde); se hicieron con (?:el control|la|el); se hizo con (?:el control|la|el) (?:de|ciudad|base|localidad); iz(?:ó|aron) (?:su|la|sus) banderas? en",
        r"(?:tomó|tomaron|toman|toma|tomar) (?:el control|la (?:ciudad|localidad|base|población)|el (?:pueblo|poblado|cuartel))",
        r"se (?:apoder\w+|adueñ\w+) de; (?:capturó|capturaron) (?:la|el) (?:ciudad|localidad|base|pueblo|puesto)",
        r"cayó en manos de; ocup(?:ó|aron) (?:la|el) (?:ciudad|localidad|pueblo|caserío)",
    ),
    f"event:{S.CHEMICAL_WEAPON}": phrases(
        r"gases? (?:de )?cloro; ol(?:ía|ían) a cloro; agentes? (?:nerviosos?|tóxicos?|neurotóxicos?); cloro (?:gaseoso|en barriles); bombas? de cloro; ataque con (?:gas|cloro|sarín)",
        r"armas? químicas?; ataques? químicos?; gas (?:sarín|mostaza|cloro|nervioso); gases tóxicos",
    ),
    f"event:{S.AIR_STRIKE}": phrases(
        r"(?:bombardeos?|ataques?|incursi(?:ón|ones)) de la (?:aviación|fuerza aérea)(?: \w+)?; (?:dron(?:es)?|cuadricópteros?|avioneta|avión|helicóptero|aviación|cazas?|cazabombarderos?|A-37|MiG\S*|Sukhoi\S*|Tucanos?|Mirages?|Kfir\w*) (?:\S+ ){0,6}?(?:bombarde|ametrall|cay(?:ó|eron)|estall|explot|impact|soltó|soltaron|arroj|descarg|dej(?:ó|aron) caer|abri(?:ó|eron) fuego)\w*",
        r"bombas? (?:\S+ ){0,3}?(?:lanzad|arrojad|soltad)[oa]s? (?:desde|por) (?:un |el |los |una )?(?:avi|heli|dron|caza)\w*; (?:golpes?|operaci(?:ón|ones)) aére[oa]s?; misil(?:es)? (?:lanzad[oa]s? )?(?:desde|por) un (?:dron|avión|helicóptero|caza)",
        r"bombardeos? (?:aéreos?|de la aviación); ataques? aéreos?; incursi(?:ón|ones) aéreas?; ataques? (?:con|de) (?:drones?|aviones|helicópteros)",
        r"(?:drones?|aviones|cazas?|helicópteros?|avionetas?) (?:\w+ ){0,4}(?:bombarde\w+|atac\w+|lanz\w+|dispar\w+|ametrall\w+); ametrall(?:ó|aron) desde el aire",
        r"barriles (?:explosivos|bomba); bombardear(?:on)? desde el aire; bombardeó la aviación",
    ),
    f"event:{S.SUICIDE_BOMB}": phrases(
        r"(?:atentados?|ataques?|terroristas?|bomba|atacantes?) suicidas?; kamikazes?; se (?:inmoló|inmolaron|hizo (?:estallar|explotar)); chaleco explosivo"
    ),
    f"event:{S.SHELLING}": phrases(
        r"katiush?as?; grads?(?= (?:sobre|contra|cay\w+|dispar\w+|impact\w+)); salvas? de (?:\w+ )?(?:cohetes|misiles|artillería|morteros?); andanadas?; cañone(?:o|os|ó|aron|aban); fuego de (?:mortero|artillería); morterazos?; lanzacohetes; obús; lluvia de (?:cohetes|proyectiles|morteros|misiles)",
        r"bombardeos?; bombarde(?:ó|aron|an|ado|ados|ada|adas|ar); artillería; morteros?; granadas? de mortero; proyectiles?; cohetes?; misil(?:es)?",
        r"obus(?:es)?; cañonazos?; tatucos?; rampas? de lanzamiento",
    ),
    f"event:{S.REMOTE_EXPLOSIVE}": phrases(
        r"pas(?:ó|aron) sobre (?:una|la) mina; cilindros?[ -]bomba; bombas? lapa; (?:paquete|carta|libro|maletín|mochila|moto|bicicleta|burro)s?[ -]bomba; quiebrapatas; cazabobos; trampas? explosivas?; niples?; (?:hizo|hicieron) (?:volar|estallar|explotar|detonar|saltar); salt(?:ó|aron) por los aires",
        r"(?:activ|deton|coloc|adhir)(?:ó|aron|ieron|ada|ado) (?:un|una|el|la|dos|tres) (?:\w+ )?(?:explosivos?|artefactos?|cargas?|bombas?|petardos?); artefactos? casero\w*; volad[oa]s? con",
        r"bombas?; coches?[ -]bomba; carros?[ -]bomba; camión bomba; motos?[ -]bomba; burro bomba; artefactos? explosivos?; explosivos?; cargas? explosivas?",
        r"minas? (?:antipersonales?|antipersonas?|terrestres?|antitanque|explosiv\w+); campo minado; pis(?:ó|aron|ar) una mina; minas; dinamit\w+",
        r"explosi(?:ón|ones); explot(?:ó|aron|ado|ar); estall(?:ó|aron|ado|ar|ido); deton(?:ó|aron|ación|aciones); voladuras?; vol(?:ó|aron) (?:\w+ )?(?:torre|puente|oleoducto|poste)\w*",
        r"atentados? (?:dinamiteros?|explosivos?|con (?:bomba|explosivos?)); petardos?; municiones? sin (?:explotar|explosionar)",
    ),
    f"event:{S.GRENADE}": phrases(
        r"granadazos?; piñas? (?:lanzad|arrojad|explosiv)[oa]s?; (?:lanz|arroj|tir)(?:ó|aron) (?:una|dos|tres) piñas?",
        r"granadas?(?! de mortero)",
    ),
    f"event:{S.PEACEFUL_PROTEST}": phrases(
        r"pancartas; consignas; recorri(?:ó|eron) (?:\S+ ){0,8}(?:para exigir|exigiendo|en demanda|en reclamo|en rechazo|en protesta|en repudio)\w*; (?:para|a) (?:exigir|reclamar|pedir|demandar) (?:que|la|el|justicia|su|sus|al|mejor\w*); cadenas? humanas?; caravanas? (?:de protesta|por|contra|en (?:rechazo|apoyo)); caminatas? (?:por|contra|en)",
        r"velaron (?:un|el) ataúd; se encaden(?:ó|aron); (?:cort|bloque|cerr|ocup)(?:ó|aron|an) (?:\S+ ){0,3}(?:la|el|las|los) (?:\w+ )?(?:ruta|vía|carretera|autopista|avenida|puente|calle|peaje|carreteras|panamericana|acceso|paso); se (?:concentr|congreg|moviliz|plant)(?:ó|aron|an) (?:frente|ante|en|a|contra|por); huelgas?; en huelga; desfil(?:ó|aron|an); clamaron; repudi(?:ó|aron) con",
        r"manifestaci(?:ón|ones); manifestantes?; manifestaron(?! (?:que|su)); se manifest\w+; protestas?; protest(?:ó|aron|an|ar); marchas?; marcharon; plantón",
        r"concentraci(?:ón|ones) (?:frente|en|de); sentadas?; cacerolazos?; mítines?; mitin; huelgas? general(?:es)?; paro (?:nacional|cívico|general|agrario|armado)",
        r"vigilias?; salieron a las calles; tomaron las calles; movilizaci(?:ón|ones); cortes? de ruta; bloqueos? de (?:ruta|carretera|vía)s?; piquetes?",
    ),
    f"event:{S.PROTEST_WITH_INTERVENTION}": phrases(
        r"disolv(?:ió|ieron|er) (?:\S+ ){0,6}(?:sentada|manifestación|protesta|marcha|concentración|plantón|bloqueo); lanzaaguas; lanza-aguas; bombas? lacrimógenas; lacrimógen[oa]s; balas? de goma; perdigones; antimotines; granaderos; desbloqueo",
        r"gas(?:es)? lacrimógenos?; dispers(?:ó|aron|ar|ado|ados); cañones de agua; tanquetas?; carros? hidrantes?; reprim(?:ió|ieron|ida|idas|ido)",
    ),
    f"event:{S.EXCESSIVE_FORCE}": phrases(
        r"(?:dispar|abr|ametrall)(?:ó|aron|ió|ieron) (?:fuego )?(?:a|contra|sobre) (?:los |la |las |una |un |el )?(?:\w+ )?(?:manifestantes?|huelguistas|marchistas|multitud|marcha|protesta|concentración|bloqueo|muchedumbre|estudiantes|manifestación)",
        r"(?:abrió|abrieron) fuego contra (?:los |la |una |el )?(?:manifestantes?|multitud|marcha|protesta|concentración)",
        r"dispar(?:ó|aron) contra (?:los |la |una )?(?:manifestantes|multitud|marcha|protesta); munición (?:real|viva|letal)",
    ),
    f"event:{S.VIOLENT_DEMONSTRATION}": phrases(
        r"batallas? campal(?:es)?; degener(?:ó|aron) en; (?:cócteles|bombas|cóctel|bomba) molotov; molotov; apedre(?:ó|aron|ad[oa]s?|amiento); revueltas?; asonadas?; turbamulta; bombas incendiarias; embistieron (?:\S+ ){0,5}(?:portón|puerta|reja|verja)s?; encapuchados (?:\S+ ){0,3}(?:quem|incendi|lanz|destroz)\w+",
        r"disturbios?; motín; motines; amotin\w+; quem(?:a|ó|aron) (?:de )?(?:llantas|neumáticos|cauchos|urnas); pedradas; lanz(?:ó|aron|aban) piedras; barricadas; desmanes; vándalos",
    ),
    f"event:{S.MOB_VIOLENCE}": phrases(
        r"mot(?:ín|ines) (?:carcelari[oa]s?|en (?:el|la|un|una) (?:\w+ )?(?:penal|cárcel|prisión|centro penitenciario|reclusorio|centro de reclusión|penitenciaría|presidio)); (?:riñas?|peleas?|reyertas?|trifulcas?|grescas?) (?:\S+ ){0,2}(?:entre|en (?:el|la|un|una) (?:penal|cárcel|prisión|mercado|pueblo)|multitudinari\w+|campal)",
        r"(?:molid|golpead|apalead|vapulead|quemad|apedread|rociad|amarrad|desnudad)[oa]s? (?:\S+ ){0,4}(?:por|a manos de) (?:\w+ ){0,2}(?:multitud|turba|vecinos|pobladores|comuneros|muchedumbre|habitantes|lugareños|gente); a palos; multitud (?:enfurecida|furiosa|airada|enardecida); vecinos (?:enfurecidos|enardecidos|furiosos|indignados|persiguieron)",
        r"se (?:agarraron|liaron|atacaron|enfrentaron|molieron) (?:\S+ ){0,2}?(?:a|con) (?:\w+ ){0,2}?(?:golpes|palos|piedras|machetes|pedradas|puntas|cuchillos|puñetazos|machetazos|tiros y piedras); a pedradas y con (?:machetes|palos)",
        r"turbas?; linch(?:ó|aron|ado|ados|amiento|amientos|ar); justicia por mano propia; vigilantes comunitarios; ajusticiad[oa]s?",
    ),
    f"event:{S.SEXUAL_VIOLENCE}": phrases(
        r"viol(?:ó|aron|ado|ar|aban) (?:sexualmente )?a (?:una?|la|las|su|sus|dos|tres|cuatro|varias|menores|mujeres|niñas); violaciones? (?:colectivas?|en grupo|grupal(?:es)?|masivas?); ultraj(?:ó|aron|ada|adas); vejámenes sexuales; abus(?:ó|aron) (?:sexualmente )?de (?:una?|la|las|su|sus|dos|tres)",
        r"violencia sexual; viol(?:ada|adas|aciones)(?! (?:de|a) (?:los|la|el|al|alto|derechos|acuerdo|tregua|cese|su|esa))",
        r"abus(?:os?|ada|adas) sexual(?:es|mente)?; agresi(?:ón|ones) sexual(?:es)?; esclav\w+ sexual(?:es)?",
    ),
    f"event:{S.ATTACK}": phrases(
        r"(?:degoll|decapit|descuartiz|bale|ahorc|estrangul|desmembr|fusil|remat|ultim|acuchill|tirote|masacr|linch|mutil)(?:ó|aron|ad[oa]s?); puñaladas?; cuchilladas?; machetazos?; a bala; a quemarropa; a mansalva; tiros? de gracia; impactos? de bala; pas(?:ó|aron|ad[oa]s?) por las armas; maniatad[oa]s?",
        r"(?:cuerpos?|cadáver(?:es)?) (?:\S+ ){0,6}?(?:maniatad|degollad|decapitad|descuartizad|baleados?|torturad|encobijad|con (?:signos|señales|huellas|impactos|tiros|disparos))\w*; (?:quem|enterr)(?:ó|aron|ad[oa]s?) viv[oa]s?; le (?:dispar|peg|descerraj|propin)(?:ó|aron) ; dispar(?:ó|aron) (?:a|contra) (?:\S+ ){0,3}?(?:civil\w*|vecinos?|campesinos?|maestr\w+|líder\w*|periodista\w*|vivienda|casa|familia|ambulancia|chofer|conductor|taxi|bus|autobús|misión médica)",
        r"asesin(?:ó|aron|ado|ada|ados|adas|ar|ato|atos|an); masacres?; masacr(?:ó|aron|ados|adas); matanzas?; mat(?:ó|aron) a (?:tiros|balazos|machetazos|golpes)",
        r"a (?:tiros|balazos|machetazos|puñaladas); acribill\w+; balead[oa]s?; ejecu(?:tado|tada|tados|tadas|taron|ciones); degollad[oa]s?; decapitad[oa]s?; descuartizad[oa]s?",
        r"sicarios?; sicariato; pistoleros; apuñal\w+; tortur(?:ado|ada|ados|adas|aron|as|a); abrieron fuego; abrió fuego; homicidios?; magnicidio; crímenes?; ultimad[oa]s?",
        r"rematad[oa]s?; fusilad[oa]s?; fusilaron; atentó; atentados? contra; atentados?; muert[oa]s? a (?:tiros|bala|balazos|manos de)",
    ),
    f"event:{S.ABDUCTION}": phrases(
        r"levantones?; levantón; (?:fue|fueron|era|eran|ha sido|haber) levantad[oa]s?(?: (?:el|por|en|de|a)\b); haber levantado a; levant(?:ó|aron) a (?:\S+ ){0,2}(?:hombres?|jóvenes|joven|personas?|empresario|comerciante|taxista|pescador\w*|estudiantes?|albañil\w*); captores; cautiverio; cautiv[oa]s?; (?:mantenían?|tenían?) (?:\S+ )?cautiv\w+",
        r"(?:sac|arranc|baj)(?:ó|aron|aran|ad[oa]s?) (?:a la fuerza |por la fuerza |a rastras )?(?:\S+ ){0,3}?de (?:su|sus|la|una|un) (?:casa|vivienda|choza|finca|rancho|hogar|domicilio|vehículo|camioneta|bus|cama|habitación); se (?:lo|la|los|las) llevaron; se llev(?:ó|aron) (?:a la fuerza|por la fuerza|consigo|secuestrad\w+) ; paradero (?:de|desconocido); reclut(?:ó|aron|ad[oa]s?) (?:a la fuerza|por la fuerza|forzosamente)",
        r"secuestr(?:o|os|ó|aron|ado|ada|ados|adas|ar|adores); plagi(?:o|aron|ado|ados); plagió; rapt(?:o|aron|ado|ada|ados|adas); raptó; rehenes?; retenid[oa]s? (?:por|contra)",
        r"desapariciones? forzad\w+; desaparecid[oa]s? por; pescas? milagrosas?; privad[oa]s? de (?:su |la )?libertad; en cautiverio; reclutamiento forzado",
    ),
    f"event:{S.AGREEMENT}": phrases(
        r"cese (?:de|al|a las) (?:las )?(?:hostilidades|fuego); rubric(?:ó|aron) ; se pusieron de acuerdo; (?:acord|pact|convin)(?:ó|aron|ieron|o) (?:\S+ ){0,3}?(?:tregua|cese|paz|alto|intercambi\w+|canje|liberación|retirada|reabrir|suspender|hostilidades|desarme|corredor\w*|no agre\w+); intercambiar (?:\w+ )?(?:cautivos|prisioneros|presos|detenidos|cuerpos)",
        r"(?:firm|suscrib|sell|ratific)(?:ó|aron|ió|ieron) (?:\S+ ){0,4}?(?:paz|tregua|acuerdo|pacto|convenio|acta|cese|armisticio)",
        r"alto el fuego; cese (?:el|al|del|de) fuego; cese (?:bilateral|de hostilidades); treguas?; armisticio; canje de prisioneros; intercambio de prisioneros",
        r"acuerdos? de paz (?:firmad|suscri|alcanzad)\w*; (?:firm|suscrib|alcanz|sell|anunci)\w+ (?:un|el) (?:\w+ )?(?:acuerdo|pacto); firma del acuerdo",
    ),
    f"event:{S.ARRESTS}": phrases(
        r"ech(?:ó|aron) el guante; cateos?; (?:puest|qued)(?:ó|aron|[oa]s?) a disposición; esposad[oa]s?; detienen?; caen? (?:pres[oa]s?|detenid[oa]s?); cay(?:ó|eron) (?:pres[oa]s?|detenid[oa]s?|en una redada); caen en \w+(?= (?:un|una|dos|tres|los|presunt)); redad[oa]s?; aprehendi(?:ó|eron); encarcel(?:ó|aron|amiento); se llev(?:ó|aron) (?:detenid|pres)[oa]s?; batidas?; requisas?(?= (?:y|militar|policial))",
        r"arrest(?:o|os|ó|aron|ado|ada|ados|adas|ar); deten(?:ido|ida|idos|idas|ción|ciones|er); detuv(?:o|ieron); redadas?; encarcelad[oa]s?; apresad[oa]s?; apresaron",
        r"captur(?:ó|aron|ado|ada|ados|adas|as|a)(?! (?:la|el) (?:ciudad|localidad|base|pueblo|puesto)); aprehend\w+; aprehensi(?:ón|ones); allanamientos?; judicializad[oa]s?",
    ),
    f"event:{S.CHANGE_TO_GROUP}": phrases(
        r"se pas(?:ó|aron) (?:a|al) (?:las filas|bando|otro bando); se (?:un|sum|fusion|adhir|incorpor)(?:ió|ieron|ó|aron) (?:a|al|con) (?:\w+ ){0,2}(?:filas|frente|grupo|milicia|guerrilla|bloque|ejército|coalición); nac(?:ió|e) de la fusión; fusi(?:ón|onaron) (?:de|con|en)(?= (?:\S+ ){0,5}(?:facciones|grupos|bandas|frentes|milicias)); se rindi(?:ó|eron); se entreg(?:ó|aron) (?:a|al|con|ante); se acogi(?:ó|eron); dejaci(?:ón|on) de armas; disoluci(?:ón|on) de(?:l)? (?:grupo|frente|brazo armado|bloque)|nuevo (?:jefe|cabecilla|comandante) de(?:l)? (?:frente|bloque|grupo|ELN|EPP|cártel)",
        r"desert(?:ó|aron|ores|or|ado|ados); desmoviliz\w+; se escindi\w+; escisión; deponer las armas; depusieron las armas; juraron lealtad; entreg(?:ó|aron) (?:sus|las) armas",
    ),
    f"event:{S.DISRUPTED_WEAPONS_USE}": phrases(
        r"(?:artefactos?|bombas?|explosivos?|mochilas?|coches? bomba|minas?|dinamita|cargas?|granadas?|paquetes?|cilindros?|burro-bomba|drones?|cohetes?) (?:\S+ ){0,8}?(?:neutralizad|desactivad|desarmad|desmantelad|incautad|decomisad|interceptad|derribad|destruid[oa]s? de forma)\w*; detonaci(?:ón|ones) controladas?; explosi(?:ón|ones) controladas?; detonad[oa]s? (?:de forma|de manera|en forma) controlada",
        r"derrib(?:ó|aron|ado|ados|ada|an) (?:\S+ ){0,6}(?:dron|drones|shahed|misil|misiles|cohete|cohetes|avión|aviones|helicóptero|cuadricóptero)s?; (?:incaut|decomis)(?:ó|aron|ación|ad[oa]s?) (?:\S+ ){0,6}(?:armas?|armamento|explosivos?|municiones|fusil(?:es)?|granadas|arsenal|dinamita|cartuchos|lanzacohetes|ametralladoras?|pistolas?)",
        r"desactiv(?:ó|aron|ado|ada|ados|adas|ación); frustr(?:ó|aron|ado|ada); desmin(?:ado|aron|aje); intercept(?:ó|aron|ado|ada|ados)",
        r"derrib(?:ó|aron|ado|ados|ada) (?:\w+ ){0,3}(?:dron|drones|misil|misiles|cohete|cohetes|avión|aviones|helicóptero|helicópteros)",
        r"(?:incaut|decomis|hall|encontr|descubri)\w+ (?:\w+ ){0,4}(?:armas?|armamento|explosivos?|municiones|fusil(?:es)?|granadas|arsenal|caleta)",
        r"caleta; arsenal",
    ),
    f"event:{S.BASE_ESTABLISHED}": phrases(
        r"(?:plant|mont|levant|instal|inaugur|abri|habilit|estableci|erigi)(?:ó|aron|eron) (?:\S+ ){0,4}?(?:bases?|cuartel|puestos?|retén|retenes|campamentos?|destacamento|guarnición|puesto de control)(?! de (?:salud|socorro|refugiados|desplazados|ventas?))",
        r"(?:instal|establec|mont|constru)\w+ (?:un|una|el|la|su|sus|nuevas?|nuevos?)? ?(?:base|cuartel|puesto|retén|campamento) (?:militar|policial|de control|guerriller\w+)",
    ),
    f"event:{S.LOOTING}": phrases(
        r"(?<!el )(?<!un )(?<!del )(?<!al )(?<!este )(?<!otro )(?<!gran )(?<!cada )(?<!nuevo )(?:incendi|quem)(?:ó|aron|ad[oa]s?|an) (?:\S+ ){0,6}?(?:casas?|viviendas?|ranchos?|capillas?|cabañas?|tractocamiones|tractomulas?|camionetas?|tráileres|maquinarias?|retroexcavadoras?|buses|camiones|autobuses|alcaldía|oficinas?|bodegas?|galpones|cosechas?|cultivos?|cañaduzales|aulas?|posta|peajes?|antenas?|locales|gasolinera)",
        r"quemas? de (?:vehículos|buses|camiones|casas|viviendas|maquinaria|cosechas|llantas); les? prend(?:ió|ieron) fuego; torres? (?:\S+ ){0,8}?(?:derribad|dinamitad|volad|tumbad)[oa]s?; (?:derrib|tumb|dinamit|vol)(?:ó|aron) (?:\S+ ){0,4}?(?:torres?|postes?|antenas?|puentes?|oleoducto|gasoducto|tubería|líneas?); vaci(?:ó|aron) (?:\S+ ){0,3}(?:boticas?|almacén|almacenes|depósito|bodegas?|tiendas?|farmacias?|graneros?|comercios?|casas); desvalij(?:ó|aron|ad[oa]s?)",
        r"saque(?:o|os|ó|aron|ado|ada|ados|adas|ar|adores); (?<!el )(?<!un )(?<!del )(?<!al )(?<!este )(?<!otro )(?<!gran )(?<!cada )(?<!nuevo )incendi(?:ó|aron|ado|ada|ados|adas) (?:\w+ ){0,3}(?:casas?|viviendas?|vehículos?|buses|autobús|autobuses|camión|camiones|escuelas?|iglesias?|ranchos|tiendas|comercios)",
        r"quem(?:ó|aron|ado|ada|ados|adas|an) (?:\w+ ){0,3}(?:casas?|viviendas?|vehículos?|buses|autobús|autobuses|camión|camiones|escuelas?|iglesias?|ranchos|tiendas)",
        r"prend(?:ió|ieron) fuego a?; vandalismo; vandaliz\w+; sabotajes?; sabote\w+; robos?; robaron; asaltaron; pillajes?; destroz(?:o|os|ó|aron); abigeato",
    ),
    f"event:{S.NON_VIOLENT_TRANSFER}": phrases(
        r"sin (?:un solo disparo|disparar un (?:solo )?tiro|resistencia|combatir|combate); (?:abandon|evacu|desocup)(?:ó|aron) (?:\S+ ){0,2}?(?:base|posición|posiciones|puesto|cuartel|guarnición|localidad|ciudad|pueblo)s?; se (?:repleg|retir)(?:ó|aron) (?:\S+ ){0,3}?de(?:l)?; entreg(?:ó|aron|a) (?:de )?(?:la|el) (?:base|cuartel|ciudad|localidad|pueblo|aeropuerto|puesto)",
        r"se (?:retir|repleg)\w+ de; repliegue; entreg(?:ó|aron) el control; (?:retirada|retiro) de (?:las )?tropas",
    ),
    f"event:{S.OTHER}": phrases(
        r"toques? de queda; pintas (?:del?|alusivas|con); fosas? (?:comun|común|comunes|clandestinas?|con); osamentas?; paros? armados?; sobrevol(?:ó|aron) (?:\S+ ){0,4}(?:aviones|drones?|cazas|helicópteros)",
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
