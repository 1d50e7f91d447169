"""Words that say that people moved, lost or found a home, and what became of the homes.

A label's words may overlap with another's: distance and the shadows of `meanings.py` choose among them.
``HINTS`` prove nothing: they say that a number near them is worth a question.
"""

import re
from typing import Final

from summariser.schemas.codebooks import DisplacementTerm as T

_HOMES = r"(?:homes?|houses?|dwellings?|villages?|properties|property|land|lands|areas?|towns?|neighbou?rhoods?|residences|communities)"
_SAFER = r"(?:safety|safe(?:r)? (?:places?|areas?|locations?|grounds?|sites?|zones?|havens?)|higher (?:ground|places|areas|land)|high ground|uphill|inland|secure (?:places?|areas?|locations?))"
_TAKEN = r"(?:moved|taken|brought|led|shifted|transferred|carried|ferried|rushed|escorted|removed)"
_ROOFED = (
    r"(?:schools?|tents?|churches|mosques?|temples?|gymnasiums?|gyms?|stadiums?|community (?:halls?|cent(?:er|re)s?)"
    r"|public (?:buildings?|halls?|schools?)|hotels?|sports? (?:halls?|cent(?:er|re)s?)|classrooms?|makeshift \w+|monasteries|monastery|barracks|hostels?|halls?)"
)
_CENTRES = (
    r"(?:evacuation|evacuee|accommodation|collective|reception|transit|relief|temporary|emergency|welfare|community|recovery|refuge|cyclone|rest|holding)"
    r" (?:cent(?:er|re)s?|shelters?|sites?)|ECs?"
)

MOVEMENT_CUES: Final[dict[str, tuple[str, ...]]] = {
    f"term:{T.DISPLACED}": (
        r"displac(?:ed|ement|ements|ing|es)",
        r"IDPs?",
        r"uprooted",
        r"dislocated",
        r"dislodged",
        r"left without a home",
        rf"outside (?:of )?their (?:own )?{_HOMES}",
        rf"(?:remain(?:ed|ing|s)?|still|stay(?:ed|ing)?|kept|keep|living|live) (?:out of|away from) their (?:own )?{_HOMES}",
        r"unable to (?:return|go back)(?: to (?:their )?(?:homes?|houses?|villages?))?",
        r"(?:cannot|can ?not|could not) (?:yet )?(?:return|go) (?:home|back|to their (?:homes?|houses?|villages?))",
        r"living away from home",
    ),
    f"term:{T.EVACUATED}": (
        r"evacuat(?:ed|ion|ions|ing|es|e)(?! (?:cent(?:er|re)s?|shelters?|camps?|sites?|points?|zones?|routes?|plans?|facilit(?:y|ies)|orders? (?:was|were)))",
        r"evacuees?(?! (?:cent(?:er|re)s?|shelters?|camps?|sites?))",
        rf"{_TAKEN} (?:\S+ ){{0,7}}?(?:to|into|towards?|up|for) (?:the )?{_SAFER}",
        rf"{_TAKEN} (?:\S+ ){{0,7}}?(?:uphill|inland)",
        rf"(?:sought|seek|seeking|reached|moved|moving|move|went|gone|go) (?:to|for|into)? ?(?:the )?{_SAFER}",
        r"(?:bussed|bused|airlifted|flown|brought|taken|cleared|ferried|moved|helped) (?:\S+ ){0,6}?(?:out of|off)",
        r"(?:bussed|bused|airlifted|flown|brought|taken|cleared|ferried|helped) out",
        r"order(?:ed|s)? (?:\w+ ){0,3}?to (?:leave|evacuate|move|go)",
        r"(?:told|asked|urged|advised|instructed) to (?:leave|evacuate|move out|get out)",
        r"airlifted",
        r"(?:mandatory|compulsory|voluntary) (?:evacuation )?orders?",
        r"evacuation orders?",
    ),
    f"term:{T.FORCED_TO_FLEE}": (
        r"fl(?:ee|ed|ees|eeing)",
        r"forc(?:ed|ing|es?) (?:\S+ ){0,8}?(?:to (?:flee|leave|abandon|run|escape)|(?:from|out of|off) (?:their|the) (?:\w+ )?(?:homes?|houses?|villages?|land|lands)|out of their homes|to seek)",
        r"(?:driven|chased|hounded|pushed|thrown) (?:from|out|off|away)",
        r"(?:streamed|poured|flooded|pouring|streaming|spilled|crossed over) (?:out of|out|into|across|over)",
        r"escaped",
        r"(?:left|leave|leaving|quit|deserted|deserting) (?:their|the) (?:\w+ )?(?:homes?|houses?|villages?|land)",
        r"abandon(?:ed|ing) (?:their|the) (?:\w+ )?(?:homes?|houses?|villages?)",
        r"cross(?:ed|ing) (?:the (?:\w+ ){0,2}(?:border|river|frontier)|into|over (?:to|into))",
        r"(?:sought|seeking|seek) (?:refuge|safety|asylum|protection)",
        r"exodus",
        r"(?:forced|drove|driving|driven|chased|pushed|threw|thrown) (?:\S+ ){0,4}?out",
        r"ran (?:away|for their lives)",
        r"running for their lives",
        r"took (?:flight|to (?:the )?(?:roads?|hills|bush|forests?|boats))",
        r"dr(?:ove|iven|iving) (?:\S+ ){0,8}?(?:from|out of) their (?:homes|houses|villages)",
        r"to leave their (?:homes|houses|villages)",
        r"new arrivals",
    ),
    f"term:{T.RELOCATED}": (
        r"relocat(?:ed|ion|ions|ing|es?)",
        r"resettle(?:d|ment|s)?",
        r"resettling",
        r"transfer(?:red|ring|s)?(?: (?:of|to))",
        r"(?:transfer|move|shift)(?:red|ed|d|ing)? (?:\S+ ){0,6}?(?:in)?to (?!(?:the )?(?:safe|higher|hospital|secure|clinic|court|jail|prison))",
        r"(?:transported|displaced) (?:in)?to (?!(?:the )?(?:safe|higher|hospital|secure))",
        r"shifted",
        r"rehoused",
        r"re-?housed",
        r"moved (?:elsewhere|away|on|there)",
    ),
    f"term:{T.SHELTERED}": (
        r"shelter(?:ed|ing)",
        r"shelters?(?! (?:kits?|materials?|needs?|cluster|assistance|support|items?|repairs?|response|sector|for animals))",
        _CENTRES,
        r"(?:hosted|hosting|taken in|put up|accommodated|lodged|lodging|billeted|housed)(?: (?:by|with|in|at))?",
        r"stay(?:ed|ing)? (?:\w+ )?(?:with|in|at|overnight)",
        r"(?:living|live|lived|camp(?:ed|ing)|sleeping|sleep|slept|camping out|spent (?:the|last|another|their) (?:\w+ )?nights?|spending (?:the|their) nights?) (?:out )?"
        rf"(?:in|with|at|outdoors?|outside|under|on) (?:\w+ ){{0,2}}?(?:{_ROOFED}|relatives|friends|host\w*|open|neighbou?rs|families|kin|cots|the streets?|roadsides?)",
        r"living with (?:relatives|host)",
        r"(?:took|takes|taking|taken|found|find|finding|given|sought|seeking|seek|provided) (?:temporary |emergency )?(?:shelter|refuge|sanctuary)",
        r"in (?:temporary|emergency) (?:accommodation|housing|lodgings?)",
        rf"in (?:\d+ |\w+ )?{_ROOFED}",
        r"(?:with|by) (?:host (?:families|family|communities|community)|relatives|friends|kin)",
        r"in (?:host (?:families|communities)|(?:\w+ )?sites)",
        r"taking refuge",
        r"temporary (?:accommodation|housing|homes?)",
    ),
    f"term:{T.IN_RELIEF_CAMP}": (
        r"(?:relief|refugee|displacement|IDP|tent|tented|transit|evacuation|makeshift|temporary) camps?",
        r"in (?:the |a |an |\w+ )?(?:\w+ )?camps?",
        r"camps?",
    ),
    f"term:{T.DESTROYED_HOUSING}": (
        r"destr(?:oyed|oying|oys|oy|uction)",
        r"raz(?:ed|ing)",
        r"demolish(?:ed|ing)?",
        r"burn(?:ed|t|ing)?(?: down| to the ground)?",
        r"gutted",
        r"collapsed?",
        r"collapsing",
        r"(?:washed|swept|carried|blown) (?:away|out to sea)",
        r"reduced to (?:rubble|ash(?:es)?|ruins)",
        r"flattened",
        r"levell?ed",
        r"torched",
        r"wrecked",
        r"ruined",
        r"wiped out",
        r"burie[ds]",
        r"set (?:on fire|alight|ablaze)",
        r"caved in",
        r"(?:completely|totally|fully) (?:destroyed|damaged|collapsed|burn(?:ed|t)|lost)",
        r"beyond repair",
        r"guts",
        r"(?:homes?|houses?|dwellings|properties|been|were|was) (?:\w+ )?lost(?! (?:their |its |all )?(?:roof|window|wall|power|electric|heat|water|content|belonging)\w*)",
        r"los(?:s|ing|t) of (?:\w+ )?(?:homes|houses)",
    ),
    f"term:{T.PARTIALLY_DESTROYED_HOUSING}": (
        r"(?<!totally )(?<!completely )(?<!fully )damag(?:ed|ing|es?)(?! beyond repair)",
        r"part(?:ial)?ly (?:destroyed|damaged|collapsed|burn(?:ed|t))",
        r"partial(?:ly)? (?:destruction|damage|collapse)",
        r"unroofed",
        r"roofs? (?:\w+ )?(?:blown|ripped|torn|taken|lifted|swept|carried) (?:off|away)",
        r"lost (?:their )?(?:roofs?|windows?|walls?)",
        r"(?:cracked|cracks)",
        r"(?:blew|ripped|tore|lifted) (?:the )?roofs?(?: off)?",
        r"in need of repairs?",
    ),
    f"term:{T.UNINHABITABLE_HOUSING}": (
        r"uninhabitable",
        r"(?:no longer |not )(?:habitable|fit to live in|safe to live in)",
        r"un(?:fit|safe) (?:for (?:living|habitation|human habitation)|to live in)",
        r"(?:red[- ])?tagged(?: red)?",
        r"condemned",
        r"inundated",
        r"submerged",
        r"flooded",
        r"under water",
        r"unlivable",
        r"from their homes",
        r"marooned",
        r"swamped",
        r"(?:will|can|could) (?:not|never) be lived in",
    ),
    f"term:{T.HOMELESS}": (
        r"homeless(?:ness)?",
        r"without (?:a home|homes|shelter|a roof|housing|roofs?)",
        r"lost their (?:homes?|houses?)",
        r"(?:los(?:t|ing|e)) (?:\w+ )?homes?",
        r"nowhere to (?:live|go|stay)",
        r"houseless",
        r"shelter-?less",
        r"roofless",
    ),
    f"term:{T.RETURNED}": (
        r"return(?:ed|s|ing|ees|ee)?",
        r"repatriat(?:ed|ion|ions|ing|es?)",
        r"(?:sent|send|bring|brought|go|gone|going|goes|went|came|come|coming|let|allowed|escorted|headed|heading) (?:\w+ ){0,2}(?:back|home)",
        r"(?:sent|brought|taken|took|escorted|let|allowed|flown) (?:\S+ ){0,6}?back(?: home)?",
        r"came back",
        r"(?:taken|sent|brought|moved|escorted|bussed|flown|let|made their way) back",
        r"(?:are|were|is|was) (?:already |now )?back(?: home)?",
        r"back (?:to|in|into) (?:their|the) (?:\w+ )?(?:homes?|villages?|houses?|plots?)",
    ),
    f"term:{T.AFFECTED}": (
        r"affect(?:ed|ing|s)",
        r"hit by",
        r"impacted",
        r"stranded",
        r"marooned",
        r"(?:isolated|trapped) by (?:the )?(?:flood|water|high)\w*",
        r"cut off",
    ),
}  # fmt: skip
"""Cues of a movement or a lost home: ``term:value`` -> patterns."""

HINTS: Final = (
    r"homes?", r"hous(?:e|es|ing)", r"dwellings?", r"villages?", r"famil(?:y|ies)", r"households?", r"settlements?",
    r"shelters?", r"camps?", r"cent(?:er|re)s?", r"schools?", r"tents?", r"sites?", r"roofs?", r"huts?",
    r"left", r"leav(?:e|es|ing)", r"mov(?:e|ed|es|ing)", r"arriv(?:e|ed|es|ing|als?)", r"cross(?:ed|ing)", r"border",
    r"escap(?:e|ed|ing)", r"safe(?:r|ty)?", r"flood(?:s|ed|ing|waters?)?", r"evacuat\w+", r"displac\w+", r"refugees?",
    r"rescued?", r"stranded", r"taken", r"brought", r"led", r"put up", r"stay(?:ed|ing|s)?", r"living", r"lived",
    r"slept", r"sleeping", r"back", r"go(?:ne|ing)? home", r"resettle\w*", r"transfer\w*", r"register(?:ed|ing)",
    r"shifted", r"cleared", r"emptied", r"burn(?:t|ed)", r"destr\w+", r"damag\w+", r"collaps\w+", r"wash(?:ed)? away",
    r"hosted?", r"relatives",
)  # fmt: skip
"""Words near which a number of people or homes may be one of these, though no cue says so."""

FOREIGN_HINTS: Final = re.compile(
    r"desplaz|evacu|albergu|refug|damnific|vivienda|\bcasas?\b|hogar|retorn|regres|\bhuy|\bhui|abandon|traslad|famili|desaloj|reubic"
    r"|techo|campament|noche|déplac|sinistr|\babris?\b|logé|héberg|accueil|maison|habitation|logement|ménage|famill|foyer|retour"
    r"|rentr|regagn|\bfui|quitt|\bcamps?\b|arriv|\bsites?\b|chemin"
    r"|نازح|نزح|مشرد|لاجئ|إخلاء|أخل|إجلاء|منازل|منزل|مخيم|عاد|عود|أسر|عائل|فرار|هرب|مأوى|إيواء|هجير|مهجر|شرد",
    re.IGNORECASE,
)
"""The same in Spanish, French and Arabic, by the stems of the words."""

FOREIGN_WORDS: Final = re.compile(
    r"\b(?:el|los|las|que|del|por|para|una|fue|fueron|le|les|des|du|est|sont|une|dans|ont|pour)\b|[\u0600-\u06ff]",
    re.IGNORECASE,
)
"""Words of the languages that the stems above are for."""

PLACES_OF_STAY: Final = frozenset(
    [
        "centre",
        "centres",
        "center",
        "centers",
        "site",
        "sites",
        "camp",
        "camps",
        "location",
        "locations",
        "place",
        "places",
        "ec",
        "ecs",
        "facility",
        "facilities",
        "point",
        "points",
    ]
)
"""Where people stay: counted themselves, they are no people."""

NEVER_MOVED: Final = frozenset(
    [
        "tent",
        "tents",
        "shelter",
        "shelters",
        "roof",
        "roofs",
        "case",
        "cases",
        "body",
        "bodies",
        "corpse",
        "corpses",
        "death",
        "deaths",
        "fatality",
        "fatalities",
        "casualty",
        "casualties",
        "victim",
        "victims",
        "survivor",
        "survivors",
        "patient",
        "patients",
        "dead",
        "wounded",
        "injured",
        "missing",
        "life",
        "lives",
        "member",
        "members",
        "staff",
        "personnel",
        "beneficiary",
        "beneficiaries",
        "pupil",
        "pupils",
        "student",
        "students",
        "teacher",
        "teachers",
        "worker",
        "workers",
        "shopper",
        "shoppers",
        "worshipper",
        "worshippers",
        "passenger",
        "passengers",
        "driver",
        "drivers",
        "commuter",
        "commuters",
        "employee",
        "employees",
        "vendor",
        "vendors",
        "lawyer",
        "lawyers",
        "engineer",
        "engineers",
        "trader",
        "traders",
        "pilgrim",
        "pilgrims",
        "supporter",
        "supporters",
        "crew",
        "crews",
        "suspect",
        "suspects",
        "packs",
        "athlete",
        "athletes",
        "volunteer",
        "volunteers",
        "user",
        "users",
        "signature",
        "signatures",
        "voter",
        "voters",
    ]
)
"""Counted nouns of which no report says, but by a plain word, that they were displaced."""
