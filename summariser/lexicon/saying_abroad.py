"""The words by which Spanish, French and Arabic news name their sources; laid over levelled text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from summariser.lexicon.tongues import level


@dataclass(frozen=True, slots=True)
class Saying:
    """How one language says who says so."""

    according: re.Pattern[str]
    """Before its source: "según", "selon"."""
    verb: re.Pattern[str]
    generic: re.Pattern[str]
    """Words of which a source is made that has no name."""
    article: re.Pattern[str]
    contrast: re.Pattern[str]
    """Where the clause of one source ends and that of the next begins."""
    denies: re.Pattern[str]
    subject_first: bool = True


def _made(pattern: str) -> re.Pattern[str]:
    return re.compile(level(" ".join(pattern.split())), re.IGNORECASE)


_SOURCE = r"(?P<source>[^,;.:\n«»“”\"()]{2,110})"

_SPANISH = Saying(
    according=_made(
        rf"\b(?:según|de acuerdo con|de acuerdo a|a decir de|en palabras de|conforme a|con base en) {_SOURCE}"
    ),
    verb=_made(
        r"\b(?:(?:ha|han|había|habían) )?(?P<verb>dijo|dijeron|dice(?! haber)|dice|dicen|inform(?:ó|aron|a|an|ado)|indic(?:ó|aron|a|an)|señal(?:ó|aron|a|an)|afirm(?:ó|aron|a|an)"
        r"|asegur(?:ó|aron|a|an|aban)|admit(?:ió|ieron|e)|reconoc(?:ió|ieron|e)|confirm(?:ó|aron|a|an)|anunci(?:ó|aron|a)|denunci(?:ó|aron|a|an)|declar(?:ó|aron)|report(?:ó|aron|a|an)"
        r"|precis(?:ó|aron|a)|detall(?:ó|aron|a)|explic(?:ó|aron|a)|sostuv(?:o|ieron)|sostienen?|manifestó|expres(?:ó|aron)|relat(?:ó|aron|a)|agreg(?:ó|aron|a)|añad(?:ió|ieron|e)|cifr(?:a|an|ó|aron)"
        r"|calcul(?:a|an|ó|aron)|estim(?:a|an|ó|aron)|contabiliz(?:ó|aron|a)|advierte|advirt(?:ió|ieron)|neg(?:ó|aron)|niegan?|desm(?:intió|intieron|iente|ienten)|atribuy(?:ó|eron)|coment(?:ó|aron)|apunt(?:ó|aron)|elev(?:ó|aron|a|an) (?:a|en|el|la)(?: (?:cifra|balance|número))?"
        r"|sit(?:uó|uaron|úan?) en|habl(?:ó|aron|an?) de|(?:dio|dieron|da|dan) (?:cuenta de|a conocer)|registr(?:ó|aron|an?))\b"
    ),
    generic=_made(
        r"\b(?:oposición|ejércitos?|policía|comandante|brigada|oficial(?:es)?|vocer[oa]s?|portavoz|portavoces|ministeri[oa]s?|ministr[oa]s?|gobierno|gobernador(?:a)?|gobernación|contraloría|procuraduría|intendencia|municipalidad|alcald\w+|autoridades|autoridad|fuentes?|testigos?|vecinos?|residentes|pobladores"
        r"|habitantes|lugareños|defensoría|defensor(?:a)?|protección civil|secretaría|bomberos|fiscalía|fiscal|junta|personer[oa]|organizaci(?:ón|ones)|comunicado|informe|reporte|boletín|médicos?|hospital|funcionari[oa]s?|coronel|general|capitán|mayor"
        r"|president[ea]|director(?:a)?|coordinador(?:a)?|jef[ea]|líder(?:es)?|dirigentes?|sindicato|obispo|párroco|sacerdote|agencia|diario|periódico|radio|grupo|guerrilla|rebeldes|disidencias|estructura|comité|comisión|técnicos?|municipio|cuerpo|instituto"
        r"|unidad|rescatistas|socorristas|familiares|activistas|observatorio|cancillería|armada|fuerza aérea|tropas|sobrevivientes|medios|prensa|registro|prefectura|embajada|ONU|ONG|cruz roja|estado mayor|parroquia|red)\b"
    ),
    article=_made(r"^(?:el|la|los|las|un|una|unos|unas|su|sus|del|al)\s"),
    contrast=_made(
        r"[;]|, (?:mientras|pero|en tanto|y)\b|\b(?:mientras que|en cambio|aunque|por su parte)\b"
    ),
    denies=_made(r"(?:neg(?:ó|aron)|niegan?|desm(?:intió|intieron|iente|ienten))$"),
)

_FRENCH = Saying(
    according=_made(rf"(?:\bselon |\bd[’']après |\bde (?=sources? )|\baux? dires? d(?:e |u |es )){_SOURCE}"),
    verb=_made(
        r"\b(?P<verb>(?:a|ont|avait|avaient)(?: \w+ment)?(?: fait)? (?:indiqué|déclaré|annoncé|affirmé|confirmé|précisé|reconnu|assuré|dit|recensé|rapporté|ajouté|estimé|expliqué|démenti|nié|réfuté|revendiqué|signalé|savoir|compté|dénombré|état|dénoncé|souligné|admis|rejeté|accusé|raconté|évoqué|avancé)"
        r"|(?:en )?(?:affirme|assure|indique|précise|explique|annonce|rapporte|déclare|estime|confirme|revendique|raconte|résume|avance|dénombre|recense|signale|confie|souligne|ajoute|évoque|concède|dénonce|reconnaît|accuse)(?:nt)?"
        r"|dit|disent|dément(?:ent)?|nie(?:nt)?|réfute(?:nt)?|prévient|fait état|font état|(?:porte|élève|établit|chiffre)(?:nt)? (?:à|le bilan)|(?:parle|fait savoir|font savoir)(?:nt)?(?: d[e’'])?|compt(?:e|ait|aient) |s[’']est indigné|a-t-(?:il|elle|on) \w+|(?:estime|affirme|assure|ajoute|dit|précise|indique|explique)-t-(?:il|elle|on)|prévient-(?:il|elle))(?!\w)"
    ),
    generic=_made(
        r"\b(?:opposition|armée|état-major|police|gendarmerie|commandant|officier|porte-parole|ministère|ministre|gouvernement|gouverneur|gouvernorat|sous-préfet|préfet|préfecture|maire|mairie|autorités?|sources?|témoins?|habitants?|riverains?|résidents?|protection civile|pompiers?|secours|secouristes|parquet|procureur"
        r"|juge|tribunal|organisations?|communiqué|rapport|bulletin|texte|message|médecins?|docteur|hôpital|responsables?|colonel|général|capitaine|président|directeur|directrice|coordinat(?:eur|rice)|chef|élus?|député|sénateur|administrateur|syndicat|évêque|curé|prêtre|paroisse|agence|journal|radio|groupe"
        r"|rebelles|mouvement|comité|commission|observatoire|rescapés|survivants|proches|militants|société civile|notables|ONU|ONG|croix-rouge|mission|éleveurs|institut(?:eur|rice)|équipes?|bilan|bureau|agents?|unité|médias|presse|jihadistes|milice)\b"
    ),
    article=_made(r"^(?:le |la |les |l[’']|un |une |des |du |de la |de l[’']|son |sa |ses |leur |leurs )"),
    contrast=_made(
        r"[;]|, (?:tandis que|mais|alors que|et|là où)\b|\b(?:tandis que|alors que|en revanche)\b"
    ),
    denies=_made(r"(?:démenti|dément(?:ent)?|rejeté|nié|nie(?:nt)?|réfuté|réfute(?:nt)?)$"),
)

_HAPPENED_AR = (
    r"ب?(?:ال)?(?:مقتل|إصابة|سقوط|وفاة|وقوع|استشهاد|جرح|اختطاف|خطف|اعتقال|احتجاز|فقدان|نزوح|تشريد|تهجير|فرار|إجلاء"
    r"|تدمير|تضرر|انهيار|احتراق|تعرض|العثور|انتشال|ارتفاع|انخفاض|تسجيل)"
)
"""What is told, behind who tells it without "that": "أكد المتحدث مقتل ...", "أفاد مسؤولون بإصابة ..."."""
_STOP_AR = rf"(?= (?:ب?[أإ]ن(?:ه|ها|هم|هما|نا|ني)?|إلى|عن|تحدث(?:ت|وا)?|جاء|صدر(?:ت)?|نشر(?:ت|ه|ته)?|مسؤوليت(?:ه|ها|هم)|يوم|أمس|اليوم|اليوم|خلال|الذي|التي|الذين|مساء|صباح|في|من|لوكالة|على|قبل|بعد|تحدثوا|(?:ال)?(?:أحد|اثنين|ثلاثاء|أربعاء|خميس|جمعة|سبت)|{_HAPPENED_AR}|\d+)(?!\w)|[،,؛;.:\n«»“”\"()]|$)"
_ARABIC = Saying(
    according=_made(
        rf"(?<!\w)و?(?:بحسب|حسبما|حسب|وفقا? ل|وفق|نقلا عن|استنادا إلى) ?(?:ما )?(?:(?:أفاد|أعلن|ذكر|قال|أكد|أوضح|صرح|نقل)(?:ت|وا)?(?: به)? )?(?:ل)?(?P<source>[^،,؛;.:\n«»“”\"()]{{2,90}}?){_STOP_AR}"
    ),
    verb=_made(
        rf"(?<!\w)[وف]?(?P<verb>(?:قال|أفاد|أعلن|ذكر|أكد|أوضح|أضاف|صرح|أشار|كشف|لفت|نفى|روى|حذر|سجل|أحصى|وثق|ادعى|زعم|قدر|أقر|شدد|اتهم|حمل)(?:ت|وا)?|نفت|روت|أحصت|ادعت|[يت](?:قول|ؤكد|فيد|قدر|ذكر)(?:ون)?|[يت]نفي)(?!\w)(?: (?P<after>(?!إن|أن|بأن|إلى|عن)[^،,؛;.:\n«»“”\"()]{{2,110}}?){_STOP_AR})?"
    ),
    generic=_made(
        r"(?:معارضة|جيش|شرطة|والي|حاكم|عمدة|متحدث|ناطق|وزارة|وزير|حكومة|محافظ|سلطات|سلطة|مصدر|مصادر|شهود|شاهد|سكان|أهالي|أهال|دفاع المدني|دفاع مدني|هلال|منظمة|منظمات|بيان|تقرير|طبيب|أطباء|مستشفى|مسؤول|عقيد|عميد|لواء|رئيس|مدير|منسق|قائد|ناشط|نشطاء|مرصد|لجنة|لجان|غرفة|وكالة|قناة|جماعة|حركة|قوات|مكتب|مركز|هيئة|بعثة|مجلس|نقابة|برنامج|مفوضية|أمم المتحدة|صحيفة|ناج|ناجون|مواطن|زعيم|شيخ|دعم السريع|حوثي|ائتلاف|تحالف|ممرض|عضو|أعضاء)"
    ),
    article=_made(r"^(?:ال)(?=\w{3})"),
    contrast=_made(r"؛|(?<!\w)(?:بينما|لكن|ولكن|فيما|غير أن|في حين|في المقابل|وهي رواية)(?!\w)"),
    denies=_made(r"(?:نفى|نفت|نفوا|[يت]نفي)$"),
    subject_first=False,
)
SAYING: Final = {"es": _SPANISH, "fr": _FRENCH, "ar": _ARABIC}
