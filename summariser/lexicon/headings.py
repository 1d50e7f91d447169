"""What the headings of situation reports say of the lines under them, in English, French and Spanish."""

import re
from typing import Final

from summariser.schemas.codebooks import Cluster

SITES: Final = "sites"
NEEDS: Final = "needs"
RESPONSE: Final = "response"
ACCESS: Final = "access"
MOVEMENT: Final = "displacement"


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)", re.IGNORECASE)


TOPICS: Final[dict[str, re.Pattern[str]]] = {
    SITES: _any(
        r"(?:\w+ )?sites?(?! map)", r"(?:IDP|refugee|relief|displacement|tent(?:ed)?) camps?", r"camps",
        r"(?:evacuation|accommodation|collective|reception|transit|emergency|community|hosting) cent(?:re|er)s?",
        r"(?:emergency |public |temporary )?shelters", r"where (?:the )?(?:people|displaced|families|they) (?:are|stay|live)",
        r"settlements", r"sites? (?:de déplacés|d['’]accueil|d['’]hébergement|de regroupement)",
        r"centres? (?:d['’]hébergement|d['’]accueil|collectifs?|d['’]évacuation)", r"abris collectifs",
        r"albergues", r"campamentos", r"centros? (?:colectivos?|de (?:acogida|evacuación|albergue))",
        r"alojamientos? temporal(?:es)?",
    ),
    NEEDS: _any(
        r"(?:priority |urgent |immediate |humanitarian |main |key )?needs?", r"gaps?(?: and constraints)?",
        r"shortages?", r"priorit(?:y|ies)", r"(?:what is |most |urgently |still )(?:needed|required|missing|lacking)",
        r"shortfalls?", r"besoins(?: prioritaires)?", r"lacunes", r"manques", r"ce qui manque",
        r"necesidades", r"brechas", r"carencias", r"(?:lo )?que (?:más )?(?:hace )?falta", r"faltantes",
    ),
    RESPONSE: _any(
        r"(?:humanitarian |emergency )?response", r"actions?(?: taken)?", r"assistance(?: (?:provided|delivered))?",
        r"(?:relief|help|aid)(?: (?:given|delivered|provided|operations?|that has come))?", r"activities", r"interventions?",
        r"what (?:we|is being|has been|was|our).*?(?:do|did|doing|done)", r"achievements", r"réponse(?: humanitaire)?", r"aide(?: apportée)?",
        r"respuesta(?: humanitaria)?", r"ayuda(?: entregada)?", r"acciones", r"qué se ha(?: hecho)?", r"lo que se (?:ha hecho|hizo)",
    ),
    ACCESS: _any(
        r"(?:humanitarian )?access", r"(?:operational )?constraints?", r"obstacles", r"impediments", r"roads?(?: conditions?)?",
        r"accès(?: humanitaire)?", r"contraintes?", r"entraves", r"acceso(?: humanitario)?", r"limitaciones", r"restricciones",
    ),
    MOVEMENT: _any(
        r"displacement", r"population movements?", r"evacuations?", r"movements? of (?:people|population)", r"people on the move",
        r"mouvements? de population", r"déplacements?", r"desplazamientos?", r"movimientos? de población", r"evacuacion(?:es)?",
    ),
}  # fmt: skip
"""A heading that has one of these words tells what its lines are about; it may tell several things."""

CLUSTER_TITLES: Final[dict[Cluster, re.Pattern[str]]] = {
    Cluster.FOOD_SECURITY: _any(
        r"food(?: security| assistance| aid)?", r"agriculture", r"FSC", r"FSL", r"livestock",
        r"sécurité alimentaire", r"alimentation", r"vivres", r"seguridad alimentaria", r"alimentos", r"alimentación", r"agricultura",
    ),
    Cluster.NUTRITION: _any(r"nutrition", r"nutrición", r"malnutrition"),
    Cluster.WASH: _any(
        r"wash", r"(?:safe |drinking )?water", r"sanitation", r"hygiene", r"eau(?: potable)?", r"hygiène", r"assainissement",
        r"EHA", r"agua(?: segura| potable)?", r"saneamiento", r"higiene",
    ),
    Cluster.HEALTH: _any(r"(?:public )?health", r"medical(?: care)?", r"medicine", r"santé", r"salud", r"epidemics?", r"disease"),
    Cluster.SHELTER: _any(
        r"(?:emergency )?shelter", r"household (?:goods|items)", r"NFIs?", r"non-food items", r"abris?", r"articles ménagers",
        r"AME", r"alojamiento", r"vivienda",
    ),
    Cluster.EDUCATION: _any(r"education", r"schools?", r"éducation", r"écoles?", r"educación", r"escuelas?"),
    Cluster.CHILD_PROTECTION: _any(r"child protection", r"protection de l['’]enfance", r"protección (?:de la niñez|infantil)"),
    Cluster.GENDER_BASED_VIOLENCE: _any(r"GBV", r"gender-based violence", r"VBG"),
    Cluster.MINE_ACTION: _any(r"mine action", r"mines?", r"UXO", r"lutte antimines"),
    Cluster.PROTECTION: _any(r"protection", r"protección"),
    Cluster.LOGISTICS: _any(r"logistics", r"logistique", r"logística"),
    Cluster.TELECOMMUNICATIONS: _any(r"(?:emergency )?telecom\w*", r"ETC", r"télécommunications", r"telecomunicaciones"),
    Cluster.CAMP_COORDINATION: _any(r"CCCM", r"camp (?:coordination|management)", r"gestion des sites"),
    Cluster.EARLY_RECOVERY: _any(
        r"early recovery", r"livelihoods?", r"electricity", r"power", r"relèvement(?: précoce)?", r"moyens? d['’]existence",
        r"medios de vida", r"recuperación temprana", r"electricidad",
    ),
}  # fmt: skip
"""Titles of clusters. The first that a heading has is meant ("Water, sanitation and hygiene", "Logistics and access")."""

TITLE_WORDS: Final = re.compile(
    r"(?:and|et|y|e|of|the|in|de|des|la|le|el|los|las|by|sector|cluster|cash|for|[&/,()-])", re.IGNORECASE
)
"""What else may stand in a title."""

REPORT: Final = re.compile(
    r"\b(?:report|update|sitrep|bulletin|round|monitoring|fact ?sheet|snapshot|profiles?|assessment|informe|rapport|bilan)\b",
    re.IGNORECASE,
)
"""What a report calls itself in its title."""
PERIOD: Final = re.compile(
    r"[#*\s]*(?:(?:reporting|review) )?(?:period|dates?)(?: covered| of (?:the )?report(?:ing)?| under review)?\s*[:–—-]\s*\S"
    r"|[#*\s]*per[ií]odo(?: cubierto| del informe)?\s*:\s*\S"
    r"|[#*\s]*p[ée]riode(?: couverte| du rapport)?\s*:\s*\S",
    re.IGNORECASE,
)
"""A line that says of which time a report, or a section of it, tells: "Period covered: 1 to 15 March"."""
