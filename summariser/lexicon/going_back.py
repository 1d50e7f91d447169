"""How a text goes back to an attack that it has told: "the attack", "l'assaut", "el atentado", "الهجوم"."""

import re
from typing import Final

NOUN: Final = re.compile(
    r"(?:attack|assault)|(?:attaque|assaut|attentat)|(?:ataque|atentado|asalto)|(?:[وفبكل]{0,2}(?:ال|لل))?(?:هجوم|اعتداء|تفجير)",
    re.IGNORECASE,
)
"""The bare noun: a "raid" or an "ambush" says more, and an "attack on the post" stands for itself."""
_DETERMINED: Final = r"(?:\b(?:the|this|that)\s+|(?<!\w)l['’]\s?|\b(?:cette|cet|ladite|ledit)\s+|\b(?:el|este|ese|dicho|del|al)\s+)"
DEFINITE: Final = re.compile(rf"{_DETERMINED}(?:(?:deadly|same)\s+)?$", re.IGNORECASE)
"""Right before the noun. In Arabic the article is part of it."""
DEFINITE_AR: Final = re.compile("[وفبك]{0,2}(?:ال|لل)")
GOVERNED: Final = re.compile(r"(?:[^\W\d_]|['’])\s*$")
"""Before the determiner: a word, so the attack is no subject of its own: "condemned", "des blessés de"."""
SAID: Final = re.compile(
    r"(?:\bthat|\bque|\bqu['’]|(?<!\w)[أإ]ن|\band|\bet|\by|\bmais|\bpero|\bbut)\s*$", re.IGNORECASE
)
"""Before the determiner: a clause opens, of which the attack is the subject."""
MERGED: Final = re.compile(r"\b(?:del|al)\s+$", re.IGNORECASE)
"""A determiner with its preposition: the noun is no subject."""
TO_PLACE: Final = re.compile(
    r"(?:\s*\b(?:of|on|in|at|against|near|the|de|du|des|à|au|contre|sur|dans|en|près|le|la|les|a|al|del|el|los|las|contra|cerca"
    r"|deadly|village|town|city|hamlet|camp|base|military|militaire|militar|ville|localité|pueblo|vereda|municipio|aldea|ciudad"
    r"|poste|puesto)\b|\s*(?<!\w)[dl]['’]|\s*(?:على|في|ضد|قرية|بلدة|مدينة|مخيم)(?!\w))*\s*(?:[dl]['’])?(?:ب)?"
)
"""Between the noun and the place that is part of its name: "the attack on the village of X"."""
TO_DAY: Final = re.compile(
    r"(?:\s*\b(?:of|on|in|at|that|de|du|le|la|del|el|en|survenue?|commise?|perpétrée?|mené|menée|perpetrado|ocurrido|registrado|cometido|took|place|happened)\b"
    r"|\s*(?<!\w)d['’]|\s*(?:الذي|وقع|يوم)(?!\w))*\s*(?:d['’])?",
    re.IGNORECASE,
)
"""Between the noun and the day that is part of its name: "l'attaque de dimanche"."""
WHICH_KILLED: Final = re.compile(
    r",?\s*(?:(?:that|which|qui|que|الذي|التي)\s+|in which\s+|dans laquelle\s+|en (?:el )?que\s+)[^,.;:]{0,30}$",
    re.IGNORECASE,
)
"""Between the noun and the number of dead that tells which is meant: "the attack that left 12 dead"."""
