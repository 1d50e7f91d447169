"""Words by which Spanish, French and Arabic say who did an act and who suffered it.

Patterns meet one word, or the words behind an act, in levelled lower case (`tongues.level`); only French
participles keep their accent, which alone tells "tué" from "tue".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from summariser.lexicon.tongues import level

Act = Literal["harm", "arrest", "fight", "protest"]


def _word(*alternatives: str) -> re.Pattern[str]:
    """One whole word, its alternatives parted by white space."""
    return re.compile(level(f"(?:{'|'.join(' '.join(alternatives).split())})"))


def _run(*alternatives: str) -> re.Pattern[str]:
    """Words from a place of the text on, its alternatives parted by semicolons."""
    parts = (p.strip() for text in alternatives for p in " ".join(text.split()).split(";"))
    return re.compile(level(rf"(?:{'|'.join(p for p in parts if p)})(?!\w)"))


def _set(*written: str) -> frozenset[str]:
    return frozenset(level(" ".join(written)).lower().split())


@dataclass(frozen=True, slots=True)
class Grammar:
    """What tells doers from sufferers in one language."""

    bodies: re.Pattern[str]
    """Nouns of armed or acting bodies: "ejército", "milice"."""
    doers: re.Pattern[str]
    """People called by what they do to others, whom the counted nouns do not hold."""
    crowds: re.Pattern[str]
    """Who may act without arms: "multitud", "habitants"."""
    fates: re.Pattern[str]
    """Counted words that only say what befell people."""
    before: frozenset[str]
    """Articles, numbers and hedges in front of a noun."""
    prepositions: frozenset[str]
    genitive: frozenset[str]
    conjunctions: frozenset[str]
    transparent: frozenset[str]
    """Between a subject and its verb: auxiliaries, clitics, adverbs, "que"."""
    says: re.Pattern[str]
    """A verb of saying: what stands before it is no subject of the act."""
    done: re.Pattern[str]
    """A participle of harm: who stands before it suffered it."""
    dying: re.Pattern[str]
    """A verb whose subject suffers."""
    active: Mapping[Act, re.Pattern[str]]
    """Verbs whose subject acts."""
    by: re.Pattern[str]
    """Words before the doer of a passive."""
    against: re.Pattern[str]
    """Words before whom a deed is aimed at."""
    deeds: re.Pattern[str]
    """Nouns whose genitive acts: "ataque del ELN"."""
    deaths: re.Pattern[str]
    """Nouns whose genitive suffers: "asesinato de un líder"."""
    fights: re.Pattern[str]
    """Nouns of two sides: "combates entre"."""
    between: re.Pattern[str]
    opposite: re.Pattern[str]
    """"Con", before the other side of a fight."""
    claims: re.Pattern[str]
    blames: re.Pattern[str]
    """Words after which the accused stands."""
    peoples: re.Pattern[str]
    """Adjectives of a state behind a deed: "frappe israélienne"."""
    persons: re.Pattern[str] = re.compile("(?!)")
    """Deeds that are done to people only: whoever suffers one is somebody, whatever he is called."""
    manner: re.Pattern[str] = re.compile("(?!)")
    """Behind "a" no people but a manner or a time: "a tiros"."""
    of_quantity: frozenset[str] = frozenset()
    """Words whose "de" counts: "una decena de", "une poignée de"."""
    collections: frozenset[str] = frozenset()
    """Bodies whose members are told with "de": "un grupo de hombres armados"."""
    compounds: frozenset[str] = frozenset()
    """What makes a name of a body with "de": "fuerzas de seguridad"."""


_ES_PARTICIPLE: Final = (
    "(?:asesin|tirote|acribill|bale|secuestr|rapt|plagi|embosc|hostig|asalt|masacr|degoll|decapit|fusil|ejecut|linch|apunal|golpe|tortur|viol|ultim"
    "|remat|mat|atac|bombarde|ametrall|incendi|quem|dinamit|saque|lesion|calcin|desmembr|descuartiz|mutil|ahorc|estrangul|levant|embosc|cerc|sorprend"
    "|captur|arrest|aprehend|apres|encarcel|aleccion|esposa|lleva|retir|destroz|arras|vandaliz|rode|persegu|vapule|maniat|tortur)ad[oa]s?"
    "|(?:abat|agred|her|deten|reten|sorprend|desaparec|destru|bat|ca|aprehend|somet|persegu|malher|tend|sostr)id[oa]s?|muert[oa]s?|malherid[oa]s?|internad[oa]s?"
)
_ES: Final = Grammar(
    bodies=_word(
        "ejercito policia carabineros gendarmeria guardia marina armada aviacion artilleria fuerzas? tropas? patrullas? batallon brigada regimiento division comando",
        "guerrillas? bandas? cartel(?:es)? milicias? maras? pandillas? mafias? celulas? columnas? frentes? bloques? disidencias? grupos? escuadron(?:es)? clan(?:es)?",
        "faccion(?:es)? ministerio gobierno regimen junta autoridades fiscalia infanteria comitiva destacamento peloton convoy contingente antimotines granaderos",
        "autodefensas paramilitares talibanes yihadistas hutíes huties huthies peshmergas coalicion organizacion inteligencia interpol ertzaintza mossos ministeriales estatales federales",
    ),
    doers=_word(
        "desconocid[oa]s? encapuchad[oa]s? enmascarad[oa]s? sujetos? individuos? gatilleros? matones? malhechores? forajidos? mareros? halcon(?:es|cillos)? hampones? comuneros? lobo ladron(?:es)?",
        "motorizados? asesin[oa]s? agresor(?:es)? homicidas? tirador(?:es)? francotirador(?:es)? secuestrador(?:es)? colonos? irregulares milicianos? contras? bandidos? piratas? cuatreros? kamikaze suicida",
    ),
    crowds=_word(
        "multitud turbas? muchedumbre gente vecinos? pobladores comuneros campesinos? indigenas? estudiantes alumnos trabajador(?:es|as)? maestr[oa]s profesores? medicos? jubilad[oa]s madres familiares",
        "mineros? transportistas camioneros taxistas docentes enfermer[oa]s empleados? obrer[oa]s agricultor(?:es)? ganaderos? productores activistas feministas habitantes residentes sindicat[oa]s? sindicalistas",
        "mujeres jovenes manifestantes? reclus[oa]s? pres[oa]s? intern[oa]s? reos migrantes refugiados desplazados damnificados viudas hinchas civicos rastreadoras partidarios simpatizantes opositores colectivos? hombres? adolescentes?",
    ),
    fates=_word(
        "muert[oa]s? herid[oa]s? fallecid[oa]s? lesionad[oa]s? desaparecid[oa]s? cadaver(?:es)? cuerpos? victimas? bajas? vidas? decesos? casos? afectad[oa]s? otr[oa]s? muertes? osamentas? baja",
        "saldo balance difuntos? detenid[oa]s? secuestrad[oa]s? capturad[oa]s?",
    ),
    before=_set(
        "el la los las un una unos unas su sus otro otra otros otras este esta estos estas ese esa esos esas dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis "
        "diecisiete dieciocho diecinueve veinte treinta cuarenta cincuenta cien ciento cientos decenas docena docenas centenar centenares miles mil varios varias algunos algunas menos unos cerca más mas presunto presunta "
        "presuntos presuntas supuesto supuesta supuestos supuestas joven jóvenes jovenes numerosos numerosas medio media centenar aquel ambos ambas cada todos todas nuestros nuestras millar millares exactamente casi por veintena treintena"
    ),
    prepositions=_set(
        "en a al contra con por desde hasta hacia sobre tras durante entre para sin bajo ante según segun cerca junto dentro"
    ),
    genitive=_set("de del"),
    conjunctions=_set("y e"),
    transparent=_set(
        "que se lo le les la los las ha han había habia habían habian haya hayan habría habria habrían habrian hubo fue fueron también tambien ayer hoy anoche luego después despues además ademas no ya finalmente "
        "presuntamente supuestamente posteriormente nuevamente entonces simultáneamente violentamente brutalmente incluso quienes quien cuales horas aún aun"
    ),
    says=_word(
        "(?:dijo|dijeron|dice|dicen|informo|informaron|informa|asegur(?:o|aron|a)|afirm(?:o|aron|a)|denunci(?:o|aron|a)|confirm(?:o|aron|a)|indic(?:o|aron|a)|senal(?:o|aron|a)|sostuv[oi]\\w*|report(?:o|aron|a)|revel(?:o|aron|a)|cuentan?|segun)"
    ),
    done=_word(_ES_PARTICIPLE),
    dying=_word(
        "muri(?:o|eron) mueren? fallec(?:io|ieron|en?|ian?) perec(?:io|ieron|en?) perdieron perdio cayo cayeron desapareci(?:o|eron) sucumb(?:io|ieron) resultaron resulto quedaron quedo",
    ),
    active={
        "harm": _word(
            "(?:mat|asesin|tirote|acribill|bale|ametrall|bombarde|secuestr|rapt|plagi|embosc|hostig|asalt|masacr|degoll|decapit|fusil|ejecut|linch|apunal|golpe|tortur|viol|quem|incendi|dinamit|deton|saque|ultim|remat"
            "|atac|dispar|lanz|arroj|amenaz|derrib|destroz|atent|perpetr|ingres|abri|coloc|instal|irrump|abandon|descuartiz|vandaliz|desaloj|deshoj|reten|llev|prend|hostiliz|cerc|ahorc|estrangul|inmol|vol|dej|levant|cruz|apedre|encañon|encanon"
            "|deten|activ|sembr|minar|vaci|sac|rob|persegu|apale|vapule|explot|detuv|tom|ocup|irrumpi|hiri|abat|abati|agred|agredi|destruy|embisti|embist|atropell|asest|propin|arrebat|pas|recib|expuls|cort|bloque|remat|acuchill|reclut|desplaz)"
            "(?:o|aron|an|aban?|ando|io|ieron|eron|iendo|en|ia|ian)",
            "(?:abr|prend|hir|irrump|abat|agred|embist|somet|reten)(?:io|ieron|en?|iendo|ian?)",
        ),
        "arrest": _word(
            "(?:detuv(?:o|ieron)|arrest(?:o|aron|an?)|captur(?:o|aron|an?)|aprehend(?:io|ieron|en?)|apres(?:o|aron|an?)|encarcel(?:o|aron|an?)|allan(?:o|aron|an?)|retuv(?:o|ieron)|detienen?|interrog(?:o|aron)|expuls(?:o|aron)|incaut(?:o|aron|an?)|decomis(?:o|aron|an?)|desactiv(?:o|aron|an?)|frustr(?:o|aron)|intercept(?:o|aron|an?)|derrib(?:o|aron|an?)|hall(?:o|aron|an?)|incautaron|dispers(?:o|aron|an?)|desaloj(?:o|aron|an?)|reprim(?:io|ieron))"
        ),
        "fight": _word(
            "(?:se_)?(?:enfrent(?:o|aron|an|aban)|choc(?:o|aron)|combat(?:io|ieron|en)|recuper(?:o|aron|an?)|retom(?:o|aron|an?)|recobr(?:o|aron|an?)|tom(?:o|aron|an?)|ocup(?:o|aron|an?)|repel(?:io|ieron)|apoder(?:o|aron)|adueñ(?:o|aron)|adueno|aduenaron|firm(?:o|aron|an?)|acord(?:o|aron)|pact(?:o|aron|an?)|suscrib(?:io|ieron)|rubric(?:o|aron)|sell(?:o|aron)|negoci(?:o|aron)|declar(?:o|aron)|decret(?:o|aron)|retir(?:o|aron)|repleg(?:o|aron)|evacu(?:o|aron)|desmovil?iz(?:o|aron)|entreg(?:o|aron)|agarraron|batieron|midieron|asalt(?:o|aron))"
        ),
        "protest": _word(
            "(?:march(?:o|aron|an?)|protest(?:o|aron|an?)|manifest(?:o|aron|an?)|concentr(?:o|aron|an?)|moviliz(?:o|aron|an?)|bloque(?:o|aron|an?)|congreg(?:o|aron|an?)|recorr(?:io|ieron|en?)|desfil(?:o|aron|an?)|salieron|salen|tomaron|ocuparon|plant(?:o|aron|an?)|realiz(?:o|aron|an?)|exig(?:io|ieron|en?)|reclam(?:o|aron|an?)|velaron|cerraron|cortaron|paraliz(?:o|aron)|iniciaron|apedre(?:o|aron|an)|lanz(?:o|aron)|incendi(?:o|aron)|quem(?:o|aron)|linch(?:o|aron)|destroz(?:o|aron)|atac(?:o|aron)|embist(?:io|ieron)|golpe(?:o|aron)|persiguieron|agarraron|enfrent(?:o|aron)|amotin(?:o|aron)|intent(?:o|aron)|saque(?:o|aron)|irrumpieron)"
        ),
    },
    by=_run(
        "por(?: parte de)?; (?:a|de) manos de(?:l| la| los| las)?; obra(?:, \\w+ \\w+ \\w+,?)? de(?:l| la| los| las)?; a cargo de(?:l)?; atribuid[oa]s? a(?:l)?; imputad[oa]s? a(?:l)?; reivindicad[oa]s? por; perpetrad[oa]s? por; cometid[oa]s? por"
    ),
    against=_run("contra; en contra de; sobre; hacia; a; al; fuego a; fuego al"),
    deeds=_word(
        "ataques? bombardeos? ofensivas? incursion(?:es)? emboscadas? asaltos? hostigamientos? atentados? operacion(?:es)? operativos? redadas? raids? disparos? avance artilleria balas? proyectiles cohetes misiles? drones? agresion(?:es)? arremetida represion"
    ),
    deaths=_word(
        "asesinatos? homicidios? secuestros? muertes? masacres? matanzas? ejecucion(?:es)? detencion(?:es)? captura arrestos? desaparicion raptos? plagios? linchamientos? violacion(?:es)? decapitacion fusilamientos? ataques? asaltos? quema saqueos? voladura bombardeos?"
    ),
    fights=_word(
        "enfrentamientos? combates? choques? tiroteos? balaceras? refriegas? batallas? hostilidades acuerdos? tregua pacto rina riñas? trifulca escaramuzas? intercambio cese alto"
    ),
    between=_run("entre"),
    opposite=_run("con; contra; frente a"),
    claims=_word("reivindic(?:o|aron|a) atribuyo atribuyeron adjudic(?:o|aron|a) asumio asumieron"),
    blames=_run(
        "(?:atribuy\\w+|achac\\w+|imput\\w+|adjudican) (?:\\w+ ){0,4}a(?:l)?; (?:responsabiliz\\w+|culp(?:o|an?|aron)|acus(?:o|an?|aron)|senal(?:o|an|aron)) (?:\\w+ ){0,2}a(?:l)?; sospecha(?:n)? de(?:l)?"
    ),
    peoples=_word(
        "israelies? turc[oa]s? rus[oa]s? ucranian[oa]s? estadounidenses? american[oa]s? sirios? siri[oa]s? irani(?:es)? iraqui(?:es)? saudi(?:es)? azerbaiyan[oa]s? azeri(?:es)? armeni[oa]s? birman[oa]s? colombian[oa]s? frances(?:a|es|as)? britanic[oa]s? etiopes? ruandes(?:a|es)? pakistanies? pakistani indi[oa]s? egipci[oa]s? jordan[oa]s?"
    ),
    persons=_word(
        "(?:mat|asesin|tirote|acribill|bale|secuestr|rapt|plagi|masacr|degoll|decapit|fusil|ejecut|linch|apunal|golpe|tortur|ultim|remat|arrest|captur|apres|encarcel|ahorc|estrangul|vapule|apale|persegu|acuchill|retuv|detuv|aprehend|hiri|abat|agred|levant|deten|her)"
        "(?:o|aron|an|io|ieron|ieron|iendo|ando|[ai]d[oa]s?)?|muri(?:o|eron)|fallec(?:io|ieron)|perec(?:io|ieron)|muert[oa]s?"
    ),
    manner=_word(
        "tiros? balazos? golpes? palos? pedradas? machetazos? punaladas? cuchilladas? patadas? medianoche mediodia mansalva quemarropa sangre distancia bordo fuego manos hachazos? garrotazos? bala partir pesar traves causa diario menos ultima entrada salida orillas metros plena pleno primera"
    ),
    of_quantity=_set(
        "decena decenas docena docenas centenar centenares cientos miles veintena treintena más mas menos menor millar millares puñado punado par"
    ),
    collections=_set(
        "grupo banda comando célula columna pandilla turba multitud centenar cuadrilla partida escuadrón patrulla"
    ),
    compounds=_set(
        "seguridad orden defensa autodefensa choque elite élite tarea investigacion investigación inteligencia resistencia vigilancia"
    ),
)

_FR_STEMS: Final = (
    "(?:tu|bless|enlev|kidnapp|captur|arrêt|exécut|assassin|massacr|égorg|interpell|poignard|lynch|décapit|tortur|viol|fusill|fauch|attaqu|vis|frapp|bombard|pilonn|mitraill|incendi|brûl|pill|saccag|"
    "encercl|emmen|séquestr|détrouss|braqu|agress|tabass|molest|intercept|délog|dispers|cagoul|mutil|touch|emport|achev|embarqu|éventr|malmen|criblé?|ligot|pass[ée] par les arm)"
)
_FR: Final = Grammar(
    bodies=_word(
        "armee forces? police gendarmerie troupes? soldatesque milices? garnison bataillon brigade regiment artillerie aviation marine garde patrouilles? unites? junte gouvernement regime autorites front mouvement groupe(?:s)? gangs? bandes? factions? katiba cellule",
        "commando coalition rebellion maquis guerilla services? renseignement documentation dgsi dgse crs bac fardc fama fds groupement detachement escadron convoi wazalendo junta djihadistes taliban(?:s)? peshmergas? shebabs? houthis? dozos?",
    ),
    doers=_word(
        "inconnus? individus? malfaiteurs? coupeurs? ravisseurs? tireurs? assaillants? agresseurs? dahalos? elements? motards? suspects? meurtriers? pirates? kidnappeurs? jihadistes? djihadistes? islamistes? kamikazes? miliciens? hommes? casseurs? braconniers? mercenaires? paras?"
    ),
    crowds=_word(
        "foule habitants? villageois riverains? jeunes etudiants? lyceens? eleves ouvriers? conducteurs? enseignants? infirmiers? infirmieres medecins avocats magistrats manifestants? marcheurs? partisans? militants? femmes meres veuves rescapes mineurs commercants? paysans? agriculteurs? cultivateurs? eleveurs? pecheurs? chauffeurs?",
        "salaries? employes? retraites detenus? prisonniers? refugies? deplaces? supporters? sympathisants? notables opposants? syndicats? syndicalistes emeutiers? zadistes? greviste?s? travailleurs? fonctionnaires fideles population",
    ),
    fates=_word(
        "morts? mortes? tues? tuees? blesses? blessees? disparus? disparues? cadavres? corps victimes? deces vies? bilan cas depouilles? pertes? autres? arrestations? otages"
    ),
    before=_set(
        "le la les l' l’ un une des deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante cinquante soixante cent cents mille dizaine dizaines douzaine centaine centaines milliers plusieurs quelques son sa ses leur leurs moins "
        "ce cet cette ces autre autres environ près pres présumé présumés presume presumes jeune jeunes poignée poignee certains certaines tous toutes même meme demi quinzaine vingtaine trentaine vieux nouveau nouveaux"
    ),
    prepositions=_set(
        "en à a au aux contre avec par depuis jusque vers sur après apres pendant entre pour sans sous devant dans chez près pres selon dès des lors hors"
    )
    - _set("a des"),
    genitive=_set("de du des d' d’"),
    conjunctions=_set("et"),
    transparent=_set(
        "qui que qu' qu’ ont avait avaient ayant aurait auraient eurent eut s' s’ se sont est était etait étaient etaient lui leur les la l' l’ le y en ne n' n’ pas aussi hier ensuite également egalement déjà deja "
        "puis violemment sommairement notamment encore a été ete"
    ),
    says=_word(
        "(?:dit|disent|declar\\w+|affirm\\w+|annonc\\w+|indiqu\\w+|precis\\w+|confirm\\w+|accus\\w+|denonc\\w+|assur\\w+|racont\\w+|selon)"
    ),
    done=re.compile(
        rf"{_FR_STEMS}(?:é|ée|és|ées)|mort(?:s|e|es)?|abattu(?:e|s|es)?|pris(?:e|es)?|battu(?:e|s|es)?|disparu(?:e|s|es)?|détenu(?:e|s|es)?|détruit(?:e|s|es)?|saisi(?:e|s|es)?|pendu(?:e|s|es)?"
    ),
    dying=_word(
        "meurt meurent mourut moururent (?:ont_)?peri succomb\\w+ perdu trouve laisse decede\\w* sont_morts est_mort est_morte"
    ),
    active={
        "harm": re.compile(
            rf"{_FR_STEMS}(?:é|ée|és|ées|ent|aient|èrent|ant|a)|tir(?:é|ent|èrent|ant)|abattu(?:e|s|es)?|abattent|ouvert|ouvrent|lanc(?:é|ent|èrent)|jet(?:é|ent|èrent)|(?:fait|font|mis|mettent|largu(?:é|ent)|pos(?:é|ent)|"
            r"actionn(?:é|ent)|déclench(?:é|ent)|martel(?:é|ent)|pris|prennent|mené|mènent|investi|fondu|battu|battent|tué|roué|chass(?:é|ent)|détruit|détruisent|surgi|irruption|dépouill(?:é|ent)|rac?kett(?:é|ent)|ligot(?:é|ent)|assailli|assiég(?:é|ent)|raflé|rasé|cueilli|mutil(?:é|ent)|emporté)"
        ),
        "arrest": re.compile(
            r"(?:arrêt|interpell|captur|appréhend|embarqu|intercept|démantel|incarcér|désamorc|déjou|délog|dispers|neutralis|repouss|dégag|gaz|réprim|barr|perquisitionn)(?:é|ée|és|ées|ent|èrent)|détiennent|détient|saisi|découvert|mis|emmen(?:é|er)"
        ),
        "fight": re.compile(
            r"(?:affront|accroch)(?:é|és|ées|ent|èrent)|combatt(?:u|ent)|disputé|repris|reprennent|empar(?:é|és|ée|ent)|pris|sign(?:é|ent)|conclu|paraph(?:é|er|ent)|scell(?:é|ent)|accept(?:é|ent)|jur(?:é|ent)|repouss(?:é|ent)|reconquis|libér(?:é|ent)|retir(?:é|és|ent)|repli(?:é|és)|évacu(?:é|ent)|déposé|attaqu(?:é|ent)|convenu|accord(?:é|ent)"
        ),
        "protest": re.compile(
            r"(?:manifest|défil|march|protest|rassembl|bloqu|réclam|observ|brûl|incendi|saccag|lynch|caillass|érig|barr|séquestr|attaqu|exig|demand|organis|lanc|jet|affront|bless|brandi|dress)(?:é|és|ée|ées|ent|aient|èrent|ant)|descendu(?:s|es)?|battu(?:s)?|tenu|battent|pris|tiennent|mis|roul(?:er|é)|envahi"
        ),
    },
    by=_run(
        "par; (?:des|de|par les) mains d(?:e|es|u)?; aux mains d(?:e|es|u); de la main d(?:e|es|u); attribu\\w+ (?:\\w+ )?(?:a|aux?|à); imput\\w+ (?:a|aux?|à); l'oeuvre d(?:e|es|u); revendiqu\\w+ par; sous les (?:balles|tirs|coups) d(?:e|es|u)"
    ),
    against=_run("contre; sur; visant; a; aux?; feu (?:a|aux?)"),
    deeds=_word(
        "attaques? bombardements? offensives? incursions? embuscades? assauts? raids? frappes? tirs? operations? attentats? exactions? avancee artillerie balles roquettes obus drones? agression pilonnage rafle descente expedition represailles repression"
    ),
    deaths=_word(
        "assassinats? meurtres? enlevements? mort massacres? executions? detention arrestations? disparition rapts? lynchages? viols? decapitation interpellations? deces attaque pillages? sequestration incendie sabotage bombardement"
    ),
    fights=_word(
        "affrontements? combats? accrochages? heurts? fusillades? batailles? hostilites accords? treve duel bagarres? rixes? echanges? escarmouches? convention echauffourees? cessez-le-feu signature"
    ),
    between=_run("entre"),
    opposite=_run("avec; contre; a; aux?"),
    claims=re.compile(r"revendiqu(?:é|e|ent|er)|endoss(?:é|e|ent)"),
    blames=_run(
        "(?:attribu\\w+|imput\\w+) (?:\\S+ ){0,4}(?:à|a|aux?); (?:accus\\w+|pointe(?:nt)? du doigt|mettent en cause|met en cause|soupconn\\w+|designe(?:nt)?)"
    ),
    peoples=_word(
        "israelien(?:ne)?s? turc(?:que|s|ques)? turques? russes? ukrainien(?:ne)?s? americain(?:e)?s? syrien(?:ne)?s? iranien(?:ne)?s? irakien(?:ne)?s? saoudien(?:ne)?s? azerbaidjanais(?:e|es)? azeri(?:e|es|s)? armenien(?:ne)?s? birman(?:e|s|es)? francais(?:e|es)? britanniques? ethiopien(?:ne)?s? rwandais(?:e|es)? tchadien(?:ne)?s? nigerian(?:e|es|s)? kenyan(?:e|s|es)? indien(?:ne)?s? pakistanais(?:e|es)? egyptien(?:ne)?s? jordanien(?:ne)?s?"
    ),
    persons=re.compile(
        r"(?:tu|bless|enlev|kidnapp|captur|arrêt|exécut|assassin|massacr|égorg|interpell|poignard|lynch|décapit|tortur|fusill|séquestr|tabass|molest|achev|délog|emprisonn|incarcér)(?:é|ée|és|ées|ent|èrent|ant)|abattu(?:e|s|es)?|abattent|mort(?:e|s|es)?|battu(?:e|s|es)?|détenu(?:e|s|es)?"
    ),
    of_quantity=_set(
        "dizaine dizaines douzaine quinzaine vingtaine trentaine quarantaine cinquantaine centaine centaines milliers millier poignée poignee plus moins"
    ),
    collections=_set("groupe bande commando cellule colonne foule unité patrouille détachement escouade"),
    compounds=_set(
        "ordre sécurité securite défense defense intervention élite elite autodéfense autodefense vigilance renseignement résistance resistance"
    ),
)

_AR_ENDS: Final = "(?:ت|وا|ا|ه|ها|هم|ته|تها|تهم|وه|وها)?"
_AR: Final = Grammar(
    bodies=_word(
        "جيش قوات قوه اجهزه جهاز شرطه درك امن استخبارات مخابرات ميليشيا مليشيا ميليشيات مليشيات فصائل فصيل كتيبه كتائب لواء الويه فرقه حركه تنظيم جماعه جماعات حزب جبهه مجموعه عصابه عصابات سلطات نظام احتلال تحالف طيران مدفعيه بحريه حرس وحدات وحده",
        "دوريه داخليه حكومه مقاومه معارضه حشد بيشمركه بشمركه جنجويد داعش طالبان قسد حماس حوثيون حوثيين حوثي عشائر قبائل قبيله خليه ارتال رتل سرايا مروحيات طائرات مقاتلات زوارق اليات حكومه خفر",
    ),
    doers=_word(
        "مسلح(?:ون|ين|ان)? ملثم(?:ون|ين|ان)? مجهول(?:ون|ين|ان)? مهاجم(?:ون|ين|ان)? متمرد(?:ون|ين)? ارهابي(?:ون|ين|ان)? متشدد(?:ون|ين)? متطرف(?:ون|ين)? مقاتل(?:و|ون|ين)? مقاتلو انتحاري(?:ان|ون|ين)? عنصر عناصر مرتزقه مستوطن(?:ون|ين)? غاضب(?:ون|ين) خاطف(?:ون|ين|يه)? قناص(?:ه)? بلطجيه قراصنه شبيحه مرافق(?:و|ين|ون) تكفيري(?:ون|ين)"
    ),
    crowds=_word(
        "اهالي سكان محتج(?:ون|ين) متظاهر(?:ون|ين|ات) طلاب طلبه عمال موظف(?:ون|ين|و|ي) معلم(?:ون|ين|و|ي|ات) امهات نساء شبان شباب فتيان مراهق(?:ون|ين)? مواطن(?:ون|ين) معتصم(?:ون|ين) سجناء نزلاء مزارع(?:ون|ين|و|ي) رعاه رجال رجل شاب ناشط(?:ون|ين|ات) محام(?:ون|ين) صحفي(?:ون|ين) اطباء حشود عاطل(?:ون|ين) نازح(?:ون|ين) لاجئ(?:ون|ين) سائق(?:ون|ين|و|ي) تجار انصار مناصر(?:ون|ين|و|ي) راكب"
    ),
    fates=_word(
        "قتيل(?:ا|ين|ان)? قتلي جريح(?:ا|ين|ان)? جرحي مصاب(?:ا|ون|ين|ان)? جثه جثث جثمان جثامين ضحيه ضحايا شهيد(?:ا|ين|ان)? شهداء مفقود(?:ون|ين)? وفاه وفيات حاله حالات اصابه اصابات اخر اخرون اخرين اخران بجروح شخص اسري اسيرا"
    ),
    before=_set(
        "عده العشرات المئات الالاف بعض نحو حوالي زهاء اكثر من مئات عشرات الاف ثلاثه اربعه خمسه سته سبعه ثمانيه تسعه عشره ثلاث اربع خمس ست سبع ثماني ثمان تسع عشر احد اثنين اثنان عشرون عشرين ثلاثين كل جميع مجموعه مئه مائه الف افراد ما لا يقل عن بينهم"
    ),
    prepositions=_set(
        "في من الى على عن عند بعد قبل منذ خلال حيث مع قرب امام داخل خارج نحو باتجاه ضد حول فوق تحت وسط بسبب جراء اثر"
    ),
    genitive=_set("من"),
    conjunctions=frozenset(),
    transparent=_set("قد كان كانت الذين الذي التي لقد كانوا ثم"),
    says=_word("(?:قال|قالت|افاد|افادت|اعلن|اعلنت|ذكر|ذكرت|اكد|اكدت|اضاف|اضافت|صرح|اوضح|نقل|نقلت|بحسب|وفق)"),
    done=_word("(?:مقتول|مخطوف|معتقل)(?:ا|ين|ون|ه)?"),
    dying=_word(
        "[وف]?(?:مات|توفي|توفيت|استشهد|استشهدت|قضي|قضت|قضوا|لقي|لقيت|لقوا|سقط|سقطوا|سقطت|اصيب|اصيبت|اصيبوا|جرح|جرحت|جرحوا|فقد|نجا|اختفي|اغتيل|اغتيلت|قتلوا|احتجزوا|فارق|غرق|اردي|اختطف|خطف|اعدم)"
    ),
    active={
        "harm": _word(
            rf"[وف]?(?:[يت])?(?:قتل|اغتال|هاجم|استهدف|قصف|فجر|خطف|اختطف|احتجز|اطلق|ذبح|اعدم|طعن|اقتحم|شن|احرق|نهب|دهس|رمي|رمت|امطر|القي|القت|زرع|فتح|ضرب|دمر|جرف|سلب|سوي|سوت|نسف|داهم|اختطف|اقتاد|اغار|نفذ|ارتكب|قذف|سرق|ابتز|اشعل|اضرم|صفي|صفت|عذب|هدم|غزا|اجتاح|اجهز|ردي|اردي|فخخ|توعد|هدد|تسلل|طوق|حاصر|اخذ){_AR_ENDS}"
        ),
        "arrest": _word(
            rf"[وف]?(?:[يت])?(?:اعتقل|اوقف|ضبط|كبل|داهم|احتجز|القت|القي|قبض|فكك|ابطل|احبط|اعترض|اسقط|فرق|رش|فض|دهم|سجن|صادر|عثر){_AR_ENDS}"
        ),
        "fight": _word(
            rf"[وف]?(?:[يت])?(?:اشتبك|تقاتل|صد|صدت|تصدي|تصدت|سيطر|استعاد|حرر|استولي|استولت|انتزع|وقع|اتفق|توصل|تعهد|انسحب|اخلي|اخلت|سلم|استلم|تسلم|هاجم|رفع|دخل|تقدم){_AR_ENDS}"
        ),
        "protest": _word(
            rf"[وف]?(?:[يت])?(?:تظاهر|احتج|اعتصم|خرج|نظم|نفذ|اغلق|قطع|سار|تجمع|احتشد|طالب|اقتحم|رشق|رمي|قذف|هاجم|اضرم|احرق|حطم|كسر|سحل|اشعل|هتف|اضرب|شارك){_AR_ENDS}"
        ),
    },
    by=_run(
        "علي يد; علي ايدي; من قبل; من جانب; برصاص; بنيران; بقصف; بيد; بايدي; علي يدي; نسب\\w* الي; منسوب\\w* الي; مصدر\\w* مواقع"
    ),
    against=_run("علي; ضد; باتجاه; في وجه; صوب"),
    deeds=_word(
        "(?:ال)?(?:هجوم|هجمات|هجوما|غاره|غارات|قصف|كمين|عمليه|توغل|اعتداء|اعتداءات|نيران|رصاص|قذائف|صواريخ|ضربه|ضربات|مسيره|طائره|طائرات|طيران|مداهمه|حمله|بنيران|برصاص|بقصف|مدفعيه)"
    ),
    deaths=_word(
        "[وفبل]?(?:ال)?(?:مقتل|اصابه|جرح|اغتيال|اعدام|خطف|اختطاف|اعتقال|احتجاز|توقيف|وفاه|استشهاد|تصفيه|ذبح|طعن|اختفاء|قتل|استهداف|جثه|قصف|نهب|احراق|حرق|تفجير|محاوله|هدم)"
    ),
    fights=_word(
        "[وفب]?(?:ال)?(?:اشتباك|اشتباكات|معارك|معركه|مواجهات|قتال|تبادل|مناوشات|اقتتال|عراك|شجار|اتفاق|هدنه|النيران|حرب|صدامات|اتفاقا)"
    ),
    between=_run("بين"),
    opposite=_run("مع; ضد"),
    claims=_word("[وف]?(?:تبني|تبنت|تبنوا)"),
    blames=_run("(?:اتهم\\w*|حمل\\w*|يتهمون|تتهم|يتهم) (?:\\S+ ){0,2}?(?=\\S); و?كان الفاعل; اتهم\\w* ب\\S*"),
    peoples=_word(
        "(?:ال)?(?:اسرائيلي|تركي|روسي|اوكراني|امريكي|اميركي|سوري|ايراني|عراقي|سعودي|اماراتي|فرنسي|بريطاني|اثيوبي|رواندي|تشادي|باكستاني|هندي|مصري|اردني|سوداني|مغربي|جزائري|يمني)(?:ه|ين|ون|ات)?"
    ),
    of_quantity=_set("عدد عشرات مئات الاف العشرات المئات الالاف نفر ثلاثه اربعه خمسه سته اثنان اثنين عشره"),
    collections=_set("مجموعه عصابه خليه عناصر افراد مسلحون مسلحين مقاتلون"),
)
GRAMMARS: Final[Mapping[str, Grammar]] = {"es": _ES, "fr": _FR, "ar": _AR}
