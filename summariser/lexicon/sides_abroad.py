"""Words of accusing, denying, opposing and raiding in Spanish, French and Arabic, that move who did it.

They meet one word in levelled lower case; French participles keep their accent.
"""

from __future__ import annotations

import re
from typing import Final

ACCUSES: Final = re.compile("[وف]?(?:[يت])?(?:اتهم)(?:ت|وا|ون)?")
RAID: Final = re.compile("attaques?|ataques?|assauts?|asaltos?|embuscades?|emboscadas?|raids?")
STATIONED: Final = re.compile(
    "convois?|convoy(?:es)?|patrouilles?|patrullas?|garnisons?|casernes?|cuartel(?:es)?|postes?|puestos?|detachements?"
    "|destacamentos?|bases?|campements?|camps?|campamentos?|positions?|posiciones|villages?|aldeas?|caserios?|comisarias?|commissariats?"
)
OPPOSES: Final = re.compile("oppos(?:é|ée|és|ées|ent|ait|aient|ant|e)")
SAYS_ALSO: Final = re.compile(
    "dement(?:ent)?|nie(?:nt)?|reconnai(?:t|ssent)|pretend(?:ent)?|parle(?:nt)?|evoque(?:nt)?"
    "|neg(?:o|aron)|niegan?|admit(?:io|ieron)|reconoc(?:io|ieron)|habl(?:o|aron|a|an)"
)
TO_HAVE: Final = frozenset({"avoir", "haber"})
"""Behind a verb of saying they make what its subject says of himself: "l'armée dément avoir bombardé"."""
HABER: Final = frozenset(
    {"ha", "han", "habia", "habian", "haber", "haya", "hayan", "hubiera", "habria", "habrian"}
)
PLACES: Final = re.compile(
    "ciudad(?:es)?|municipios?|provincia|departamento|villes?|province|territoire"
    "|مدينة|مدن|بلدة|بلدات|محافظة|ولاية|منطقة|مناطق|ريف|مديرية|ناحية|ضاحية"
)
"""Nouns of places that stand for nobody; a village and a community are people, too."""
