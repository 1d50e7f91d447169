"""The same as `reporting` for Spanish, French and Arabic: sums, courts, fiction and fears are no reports."""

import re
from collections.abc import Mapping
from typing import Final

VERB: Final = re.compile(
    r"(?:\S+ ){0,3}?\w+(?:ó|aron|ieron|ió|ad[oa]s?|id[oa]s?|é|ée|és|ées|aient|èrent)(?!\w)|(?:ont|a|se sont) \w+",
    re.IGNORECASE,
)
"""A cue that is a verb, finite or a participle."""

_NOT_REPORTED: Final[Mapping[str, str]] = {
    "summed": r"""
        en lo que va de(?:l)? (?:año|mes|siglo)|en lo corrido del|(?:primer|segundo|tercer|cuarto|último) (?:semestre|trimestre|cuatrimestre|bimestre)
        |(?:parte|informe|balance|reporte|boletín|recuento) (?:mensual|anual|semestral|trimestral)|desde (?:el )?(?:inicio|comienzo) de(?:l)? (?:la guerra|conflicto|año)
        |(?:durante|en) (?:los últimos|las últimas) (?:\w+ )?(?:meses|años|semanas|décadas)|cada (?:día|mes|año|semana)|por (?:día|mes|año)(?!\w*\s+\d)
        |desde (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)|en promedio|un \d+(?:[.,]\d+)? ?% más|más que (?:hace un|el) año
        |en (?:deux|trois|quatre|cinq|six|neuf|douze|\d+) (?:mois|ans)|au cours (?:de l'année|du (?:premier|deuxième|dernier) (?:semestre|trimestre))|depuis (?:le début|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|le déclenchement|le coup d'état)
        |(?:rapport|bilan|bulletin) (?:mensuel|annuel|semestriel|trimestriel)|chaque (?:jour|mois|semaine|année)|par (?:jour|mois|an)\b|en moyenne|l'an dernier
        |منذ (?:بداية|مطلع|اندلاع) (?:العام|السنة|الحرب|النزاع)|خلال (?:العام|النصف الأول|الربع|الأشهر|السنوات) \S+|تقرير\S* (?:ال)?(?:شهري|سنوي)|سنويا|شهريا|يوميا|في المتوسط|طوال سنوات""",
    "tried": r"""
        (?:fiscal|fiscalía|juez|jueza|tribunal|juzgado|corte) (?:\w+ ){0,2}(?:pidió|solicitó|condenó|absolvió|sentenció|dictó|imputó|ordenó (?:el )?juicio|citó|aplazó)|cadena perpetua|condenad[oa]s? a|sentenciad[oa]s?|absuelt[oa]s?|juicio (?:oral|contra|por)|en el banquillo
        |años de (?:cárcel|prisión)|indemniz\w+|reparación (?:prometida|integral|económica)|extradi\w+|comparec\w+|apelación
        |cour d'assises|perpétuité|condamn(?:é|ée|és|ées|ation)|procès|acquitt\w+|ans de (?:prison|réclusion)|verdict|réquisitoire|comparai\w+|jugé(?:s|e|es)? (?:pour|coupables?)|indemnis\w+
        |(?:قضت|أرجأت|حكمت|أصدرت|نظرت|برأت|أيدت|أجلت) (?:\S+ )?(?:ال)?محكمة|محاكمة|حكم(?:ت)? (?:على|عليه)|أدان(?:ت)?|السجن (?:ال)?مؤبد|بالسجن \S+ (?:سنوات|عاما|سنة)|المتهمين ب|تعويض\S*|ديات|دية|استئناف""",
    "habit": r"(?:a menudo|con frecuencia|habitualmente|suelen|casi a diario|a diario|souvent|fréquemment|régulièrement|quotidiennement|d'habitude)|غالبا|عادة ما|باستمرار|بانتظام",
    "unreal": r"""
        películas?|largometraje|rodad[oa]s?|recrea(?:n|ba)?|novela|telenovela|obra de teatro|videojuego|serie de televisión|ficción|simulacro\w*|simul(?:ó|aron|an|ando|ada|ado)|maniobras|ejercicios? (?:militar|conjunt|naval)\w*|entrenamiento
        |films?|romans?|tournage|long-métrage|bande dessinée|jeu vidéo|théâtre|exercices? (?:\w+ )?(?:militaires?|Flintlock|conjoints?|de simulation)|exercice \w+ :|simulation|manœuvres|entraînement|faux otages?
        |فيلم|مسلسل|رواية|مسرحية|لعبة|مناور(?:ة|ات)|تدريب(?:ات)? (?:عسكري|مشترك|وهمي)\S*|تمرين|محاكاة|يحلم ب|حلم ب""",
    "feared": r"""
        riesgo de (?:posibles |nuevos )?|(?:temen|teme|temor a|temores de|alerta por|ante el riesgo|recomienda evitar|podrían? (?:ser|producirse|registrarse|atacar|estallar))|en caso de
        |risques? d(?:e |')|craint|craignent|redout\w+|crainte d\S*|en cas d(?:e |')|pourraient?
        |خشية|مخاوف من|تحسبا ل|خوفا من|احتمال|في حال""",
    "condemned": r"(?:conden(?:ó|aron|a|an) (?:el|la|los|las|enérgicamente|firmemente)|repudi(?:ó|aron|a) (?:el|la|los|las)|lament(?:ó|aron|a) (?:el|la|los|las)|expres(?:ó|aron) (?:su|sus) (?:condena|pésame|condolencias))|condamne(?:nt)? (?:le|la|les|l'|avec|fermement)|a (?:fermement )?condamné (?:le|la|les|l'|cet)|déplore(?:nt)?|(?:دان|أدان|استنكر|ندد)(?:ت)?",
    "memory": r"(?:\w+ )?(?:años|meses|décadas) después de(?:l)? (?:la|las|los)?|recuerd(?:a|an|o|ó)|conmemor\w+|aniversario|homenaje a|memoria de|cuyo (?:padre|hijo|hermano|esposo) fue|(?:\w+ )?(?:ans|mois|décennies) après|commémor\w+|anniversaire|se souvien\w+|raconte sa vie|hommage aux?|(?:libérée?|sorti) après (?:\w+ )?(?:ans|mois)|ذكرى|بعد مرور سنوات|كان تفجير|أيام الحرب|في \S+ سابق|سابق|إحياء",
    "accident": r"(?:taller|polvorín|fábrica|bodega) de (?:pirotecnia|cohetes|fuegos artificiales|pólvora)|fuga de gas|escape de gas|bombona(?: de gas)?|cortocircuito|tanque de gas|caldera|bonbonne de gaz(?! piég)|fuite de gaz|court-circuit|chaudière|feux? d'artifice|أسطوانة غاز|تسرب غاز|ماس كهربائي|ألعاب نارية|صهريج وقود (?:إثر|بعد) حادث",
}
NATURE: Final = re.compile(
    r"(?<!\w)(?:alud(?:es)?|avalanchas?|deslizamientos?|derrumbes?|deslaves?|terremotos?|sismos?|inundaci\w+|hurac\w+|ciclones?|cicl\w+|tormentas?|vendaval\w*|crecidas?|riadas?|erupci\w+|volc(?:án|anes)|incendios? forestal\w*|naufrag\w+"
    r"|volcó|volcaron|descarril\w+|accidentes?|lluvias?(?! de )|sequías?|dengue|cólera|sarampión"
    r"|séismes?|tremblements? de terre|inondations?|cyclones?|tempêtes?|orages?|glissements? de terrain|éboulements?|s'(?:est|était) effondré\w*|naufrages?|chavir\w+|accidents?|foudre|crues?|pluies?(?! d)|sécheresse|choléra|rougeole|paludisme"
    r"|(?:ال)?(?:سيول|فيضان|فيضانات|زلزال|هزة أرضية|إعصار|عاصفة|عواصف|انهيار أرضي|انزلاق|جفاف|أمطار|كوليرا|حصبة)|حادث (?:سير|مروري?|تصادم)|غرق (?:قارب|مركب|زورق))(?!\w)",
    re.IGNORECASE,
)
"""Weather, water, illness and accidents, which kill without anybody's doing."""
FLED_FROM: Final = re.compile(
    r"(?:(?:desde|tras|por|ante|durante|después de|a causa de|debido a|a raíz de|huyendo de|huyen de|huyeron de|huir de|escapando de|despl\w+ por) (?:el|la|los|las|un|una|unos|del)?"
    r"|(?:depuis|après|suite à|suite aux|à cause d\w*|en raison d\w*|face aux?|fuyant|fui|fuir|poussé\w* par|chassé\w* par|pendant|devant) ?(?:le|la|les|l'|des|du|de|un|une)?"
    r"|(?:هربا من|فرارا من|فروا من|فر من|بسبب|جراء|إثر|بعد|منذ|نتيجة|من جراء)(?: \S+)?)\s*(?:\S+\s)?$",
    re.IGNORECASE,
)
"""Right before a noun of violence in a sentence about people who moved: it is why they did."""
SIGNALS: Final = {
    name: re.compile(rf"(?<!\w)(?:{''.join(line.strip() for line in text.splitlines())})", re.IGNORECASE)
    for name, text in _NOT_REPORTED.items()
}

_STATUS: Final[Mapping[str, str]] = {
    "denied": r"""
        (?:niegan?|neg(?:ó|aron|aba|aban)|desm(?:iente|ienten|intió|intieron))(?: \w+){0,5}
        |(?:niegan?|neg(?:ó|aron)|desm(?:iente|ienten|intió|intieron))(?: \w+){0,2} (?:las|los|estas|estos) (?:informaciones|versiones|rumores|acusaciones|denuncias)(?: \w+){0,10}
        |(?:dément(?:ent)?|a démenti|ont démenti|nie(?:nt)?|réfute(?:nt)?)(?: \w+){0,2} (?:les|des|ces) (?:informations|rumeurs|allégations|accusations)(?: [\w']+){0,10}
        |[وف]?(?:نفى|نفت|(?:ي|ت)نفي)(?: \S+){0,4} (?:ما|صحة|أنباء|الأنباء|تقارير|التقارير|ادعاءات|مزاعم)(?: \S+){0,6}
        |(?:dément(?:ent)?|a démenti|ont démenti|nie(?:nt)?|a nié|ont nié|réfute(?:nt)?)(?: [\w']+){0,5}
        |(?:نفى|نفت|(?:ي|ت)نفي|تبرأ(?:ت)?)(?: \S+){0,4}""",
    "threatened": r"""
        (?:amenaz(?:a|an|ó|aron|aba|aban|ando)|advirt(?:ió|ieron)|jur(?:ó|aron)) (?:\w+ ){0,4}?(?:con|de|que)(?: \w+){0,4}
        |menac(?:e|ent|é|ait|aient|ant)(?: \w+){0,4} d(?:e |')(?:\w+ ?){0,4}
        |(?:ي|ت)?(?:هدد|توعد)(?:ت|وا)?(?: \S+){0,5}(?: ب)?""",
    "planned": r"""
        (?:planea(?:n|ba|ban|do)?|prepara(?:n|ba|ban|ndo)?|prev[ée]n?|preveía|pretenden?|proyectan?|contemplan?|estudian?|anunci(?:ó|aron) que(?= \w+rán?\b)|va(?:n)? a|se dispone(?:n)? a|a punto de)(?: (?!(?:el|los|las) )\w+){0,4}
        |(?:próxim|futur|eventual|posible|planead|previst)[oa]?s?e?s?(?: \w+){0,2}
        |(?:prévo(?:it|ient|yait)|prépare(?:nt)?|préparait|projette(?:nt)?|envisage(?:nt)?|planifie(?:nt)?|compte(?:nt)?|s'apprête(?:nt)? à|devrai(?:t|ent)|va|vont|sur le point de?)(?: (?!(?:le|les) )[\w']+){0,4}
        |(?:prochaine?s?|futures?|éventuel(?:le)?s?|prévue?s?)(?: \w+){0,2}
        |(?:ي|ت)(?:خطط|عتزم|ستعد|عد العدة|نوي|حضر|جهز)(?:ون|ان)?(?: (?!ال?ذي)\S+){0,4}
        |(?:س|سوف )(?:ي|ت)(?:شن|نفذ|قصف|هاجم|بدأ|طلق)(?:ون)?(?: \S+){0,3}""",
    "attempted": r"""
        (?:intent(?:ó|aron|aba|aban|ar|o|os)|tentativas?)(?: \w+){0,4}
        |(?:tent(?:é|ait|aient|atives?) d(?:e |'))(?:[\w']+ ?){0,3}
        |(?:حاول(?:ت|وا)?|(?:ي|ت)حاول(?:ون)?|محاولة|محاولات)(?: \S+){0,3}""",
}
STATUS: Final = {
    name: re.compile(rf"(?<!\w)(?:{''.join(line.strip() for line in text.splitlines())})\s*$", re.IGNORECASE)
    for name, text in _STATUS.items()
}
"""Shortly before the word: what it speaks of is denied, threatened, planned or was tried."""
