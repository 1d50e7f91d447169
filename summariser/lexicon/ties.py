"""The prepositions, conjunctions and modals by which places and times are tied to what is told."""

import re

OF_SAYING = re.compile(
    r"(?<!was )(?<!were )(?<!been )(?<!being )\b(?:said|told \w+(?: \w+)?|announced|reported|wrote|confirmed|added|statement|stated|warned|denied|tweeted)(?: here| today)?(?: late| early)?\s*(?:on |in |, )?$",
    re.IGNORECASE,
)

COMPARED = re.compile(
    r"(?:\b(?:as|than|compared (?:with|to)|relative to|versus|par rapport (?:à|au)|comparé(?:e|s|es)? (?:à|au)|en comparaison d[eu]|contre"
    r"|comparad[oa]s? con|en comparación con|frente a|respecto (?:a|de))(?:\s+(?:those|that|ceux|celles|celui|los|las|el|la|le|l[’']|de|du|in|on|en|the|mes|mois))*"
    r"|\b(?:plus|moins|autant|más|menos|tant[oa]s?|mayor|menor|doble|mismo|même)\b(?:[^.;:\n]|\.(?=\d)){0,60}\bqu?[e’'](?:\s+(?:en|el|au|le))*"
    r"|(?<!\w)(?:مقارنة (?:ب|مع|في)|قياسا (?:ب|إلى)|عما كان\w* عليه(?: في)?)\S*)\s*$",
    re.IGNORECASE,
)
"""Before a time that what is told is held against: "twice as many as in January"."""

THESE = re.compile(
    r"(?:(?:of|among) (?:them|these|those)\b|they (?:live|are|stay|were)\b"
    r"|(?:parmi|d['’]entre) (?:eux|elles|ceux-ci|celles-ci)\b|(?:ils|elles) (?:vivent|sont|étaient|dorment)\b"
    r"|(?:de|entre) (?:ellos|ellas|estos|estas)\b|(?:viven|están|permanecen) en\b|(?:و?من )?(?:بينهم|بينها|منهم|منها)(?!\w))",
    re.IGNORECASE,
)
"""A sentence that begins so goes on about the people of the one before."""
HELD_AGAINST = re.compile(
    r"(?:\b(?:contre|frente a|compared (?:with|to)|against|up from|down from)|(?<!\w)(?:مقابل|مقارنة (?:ب|مع)))\S*\s*$",
    re.IGNORECASE,
)
"""Before the number of another time: "24 000, contre 12 000 en janvier"."""

SEQUENCE = re.compile(
    r"\b(?:after|following|since|before(?! dawn| noon| midnight| daybreak| sunrise| first light)|until|ahead of|prior to|but|while|whereas)\b|;",
    re.IGNORECASE,
)

DATELINE = re.compile(r"^[^.!?]{2,70}?(?:\([^)]{2,40}\)\s*)?\.?(?:--|[-–—])\s")
"""The day of a dateline is that of writing."""

NEGATION = re.compile(
    r"\b(?:no|not|without|never|neither|nor)\s+(?:\w+\s+){0,3}$|\bdenied\s+(?:\w+\s+){0,3}$", re.IGNORECASE
)

ORIGIN = re.compile(
    r"\b(?:from|out of|left|leaving|fled|fleeing|abandoned|escaped|outside of)\s+(?:\S+\s+){0,5}$",
    re.IGNORECASE,
)

DESTINATION = re.compile(
    r"\b(?:to|into|towards?|reached|entered|crossed into|arrived (?:in|at))\s+(?:\S+\s+){0,5}$", re.IGNORECASE
)

LOCATIVE = re.compile(
    r"\b(?:in|at|near|on|around|outside|across|of|inside|within|from|to|into|over|against|between|through|toward|towards|for)"
    r"\s+(?:the\s+)?(?:\w+\s+){0,4}$"
    r"|\b(?:bombed|bombing|hit|hitting|struck|striking|shelled|shelling|attacked|attacking|targeted|targeting|captured|seized|retook|recaptured"
    r"|stormed|entered|reached|left|overran|besieged|rocked|retaken|pounded|fled)\s+(?:the\s+)?(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)

SOON = re.compile(
    r"^(?:expected|due|set|scheduled|planned|plan|plans|planning|will|would|to be|going|intend|about|expressed)",
    re.IGNORECASE,
)

ARE_TO = re.compile(
    r"\b(?:is|are|was|were|am)\s+(?:\w+ly\s+|all\s+|also\s+|both\s+|now\s+|soon\s+)?to\s+(?:be(?:gin|\s+\w+ly)?\s+|start\s+)?$",
    re.IGNORECASE,
)
"""Right before a verb: it is planned. "They are to return", "were to be evacuated"."""

ARE_TO_ABROAD = re.compile(
    r"(?:\b(?:deben?|debían?|deberán?|van? a|iban? a|han de|tienen? que|esperan?|podrán?|doi(?:t|vent)|v(?:a|ont)|devr(?:a|ont|ait|aient)"
    r"|devai(?:t|ent)|pourr(?:a|ont)|(?:est|sont) censée?s? (?:à )?|compte(?:nt)?|souhaite(?:nt)?|espère(?:nt)?)"
    r"|(?<!\w)(?:يجب|ينبغي|[يت]عتزم\w*|[يت]ستعد\w*|[يت]نتظر|سوف|يفترض|المتوقع|المقرر|المنتظر|المزمع)(?: أن)?)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
"""The same in Spanish, French and Arabic. "Deben huir" is told of people who flee, and read as that."""
WILL_ABROAD = re.compile(
    r"(?:(?:[eid]r(?:a|ont)|[aei]rán?)(?!\w)|(?<!\w)[وف]?س[يتن][\u0621-\u064a]{2,})", re.IGNORECASE
)
"""In the verb itself: "rentreront", "volverán", "سيعود"; not "rentra", "volvieron"."""
NOT_YET_DONE = re.compile(
    r"(?:\b(?:returns?|evacuations?|relocations?|repatriations?|retours?|évacuations?|rapatriements?|relogements?|retornos?|regresos?|evacuaci(?:ón|ones)"
    r"|repatriaci(?:ón|ones)|reubicaci(?:ón|ones)|traslados?)|[eai]r|عودة|إجلاء|إخلاء|نقل|إعادة توطين)$",
    re.IGNORECASE,
)
"""A word of moving that tells of no past."""
LATER = re.compile(
    r"(?:[\s,]+(?!(?:and|et|y|e|but|mais|pero|after|après|tras|ثم)\b)[\w'’-]+){0,3}?[\s,]+(?:next (?:week|month|year)|tomorrow\b|in the (?:coming|next) "
    r"|(?:à partir de |dès )?(?:l[’']an(?:née)? prochaine?|la semaine prochaine|le mois prochain|demain\b|prochainement)|dans les prochain"
    r"|el (?:próximo (?:año|mes|lunes|martes|miércoles|jueves|viernes|sábado|domingo)|(?:año|mes) (?:próximo|que viene))|la (?:próxima semana|semana (?:próxima|que viene))|en l[ao]s próxim"
    r"|(?:في )?(?:ال)?(?:عام|سنة|شهر|أسبوع|أيام|أسابيع|أشهر) (?:ال)?(?:مقبل|قادم)|غد)",
    re.IGNORECASE,
)
"""Right behind a noun or an infinitive of moving: it is yet to come."""

ONGOING = re.compile(
    r"\b(?:are|is|being|continu\w+|still|keep|have been|has been)\s+(?:\w+\s+){0,2}$", re.IGNORECASE
)
