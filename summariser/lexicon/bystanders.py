"""Phrases whose number says how large a place is, or who stood by: nobody of it was harmed by that."""

import re
from typing import Final

_HEDGE = (
    r"(?:(?:at least|about|around|some|over|under|nearly|almost|roughly|more than|fewer than|less than|up to"
    r"|an estimated|his|her|their|its|the|other|only|just)\s+)*"
)
_PLACE = (
    r"(?:cit(?:y|ies)|(?:mega)?city|towns?|townships?|villages?|hamlets?|settlements?|suburbs?|neighbou?rhoods?|districts?|provinces?"
    r"|regions?|states?|islands?|count(?:y|ies)|countr(?:y|ies)|nations?|municipalit(?:y|ies)|communes?|slums?|camps?|parish(?:es)?|dioceses?"
    r"|communit(?:y|ies)|enclaves?|ports?|capital)"
)
_HOUSE = (
    r"(?:hospitals?|clinics?|schools?|universit(?:y|ies)|colleges?|academ(?:y|ies)|orphanages?|hostels?|dormitor(?:y|ies)|hotels?|prisons?|jails?"
    r"|mosques?|church(?:es)?|temples?|monaster(?:y|ies)|convents?|factor(?:y|ies)|plants?|mines?|mills?|farms?|plantations?|workshops?|firms?"
    r"|compan(?:y|ies)|business(?:es)?|offices?|shelters?|wards?|halls?|theatres?|theaters?|cinemas?|stadiums?|clubs?|bars?|restaurants?"
    r"|markets?|blocks?|buildings?|newspapers?|agenc(?:y|ies)|unions?|associations?|organi[sz]ations?|charit(?:y|ies)|kindergartens?|nurser(?:y|ies))"
)
_CARRIER = r"(?:bus(?:es)?|minibus(?:es)?|coach(?:es)?|trains?|ferr(?:y|ies)|boats?|ships?|vessels?|planes?|aircraft|airliners?|helicopters?|trucks?|lorr(?:y|ies)|vans?|trams?|carriages?|wagons?)"
_CROWD = (
    r"(?:class(?:es)?|crowds?|congregations?|audiences?|part(?:y|ies)|weddings?|funerals?|rall(?:y|ies)|gatherings?|ceremon(?:y|ies)|celebrations?"
    r"|meetings?|choirs?|staff|workforce|membership|electorate|conferences?|receptions?|banquets?|feasts?|concerts?|services?|vigils?|march(?:es)?)"
)
_HOLDS = (
    r"(?:that|which|who)\s+(?:(?:now|then|still|also|once|had|has|have|was|were|is|are)\s+)?(?!kill|wound|injur|murder|massacr|left|claim|hurt|maim|leav|took|cost|slaugh|los|buri|mourn)\w+(?:s|ed|d|t|ing|ve|to)?"
    r"(?:\s+(?:home\s+)?to|\s+for)?"
)
_SERVING = (
    r"(?:serving|housing|hosting|holding|sheltering|treating|employing|teaching|feeding|accommodating|representing|educating|lodging|caring for"
    r"|looking after|responsible for|in charge of|home to|host to|inhabited by|populated by)"
)
_SIZE = rf"(?:of|with|for|having|whose \w+ (?:is|are|numbers?)|,? population(?: of)?|,?\s*(?:{_HOLDS}|{_SERVING}))"
_IN_SIGHT = r"(?:before|in front of|in the presence of|in view of|in full view of|under the eyes of|watched by|witnessed by|opposite|facing)"
_WHOSE_DOING = (
    r"(?:elected|chosen|backed|supported|attended|mourned|followed|loved|led|signed|protected|guarded|escorted|accompanied|survived|visited|read|seen"
    r"|worshipped|used|owned|run|staffed|crewed|organi[sz]ed|joined|watched|employed|heard|admired|respected|represented) by"
)
SIZE_OF_A_PLACE: Final = re.compile(
    rf"\b(?:{_PLACE}|{_HOUSE})\s*{_SIZE}\s+{_HEDGE}$|\b{_SERVING}\s+{_HEDGE}$|\bpopulation\s+(?:of|is|was|numbers|numbering|exceeds)\s+{_HEDGE}$",
    re.IGNORECASE,
)
"""Right before a number of people: how many live, work or are cared for there."""
SIZE_OF_A_LOAD: Final = re.compile(
    rf"\b{_CARRIER}\s+(?:of|with|for|carrying|transporting|bearing|full of|{_HOLDS})\s+{_HEDGE}$",
    re.IGNORECASE,
)
"""Right before a number of people: how many rode in it. They may have been taken with it."""
ABOARD: Final = re.compile(
    r"(?:\s+[\w-]+){0,3}?\s+(?:aboard|on board)\b(?!.*\b(?:all|everyone|every|both|who|whom)\b)"
    r".*?(?:[;,]|\s(?:and|but)\s)",
    re.IGNORECASE | re.DOTALL,
)
"""From a number to the fate of some of those: "with 60 people aboard; 22 drowned"."""
SIZE_OF_A_CROWD: Final = re.compile(
    rf"\b(?:at|in|of|to|from|near|during|before|beside|among|into|by|outside|on)\s+(?:[\w'’-]+\s+){{0,4}}?{_CROWD}\s+(?:of|with|for)\s+{_HEDGE}$",
    re.IGNORECASE,
)
"""The same of those who had come together, where they are not themselves what the verb speaks of."""
STOOD_BY: Final = re.compile(
    rf"\b{_IN_SIGHT}\s+(?:(?:a|an|the)\s+(?:crowd|class|group|audience|congregation|number)\s+of\s+)?{_HEDGE}$"
    rf"|\b{_WHOSE_DOING}\s+(?:(?:a|an|the)\s+(?:crowd|group)\s+of\s+)?{_HEDGE}$"
    rf"|\bleav(?:es|ing|e)\s+(?:behind\s+)?(?:an?|his|her)\s+(?:\w+\s+)?(?:wife|husband|widow|widower|partner|mother)\b[^.;\n]{{0,20}}?{_HEDGE}$"
    r"|\b(?:an?|the)\s+(?:[\w-]+\s+)?(?:man|woman|father|mother|widow|widower|farmer|teacher|trader|shopkeeper|driver|couple|nurse|doctor|journalist)\s+with\s+$"
    rf"|\b(?:father|mother|parent|head|leader|commander|chief|teacher|guardian|boss|manager|employer|owner|king|pastor|captain)\s+(?:of|to)\s+{_HEDGE}$"
    rf"|\bwho\s+(?:has|had|leads|led|commands|commanded|employs|employed|teaches|taught|represents|represented|supports|supported|raised|cared for|treated|looked after)\s+{_HEDGE}$",
    re.IGNORECASE,
)
"""Right before a number of people: who saw it, chose or followed the victim, or hung on the victim."""
HANGING_ABROAD: Final = re.compile(
    r"\b(?:pueblos?|ciudad(?:es)?|aldeas?|localidad(?:es)?|municipios?|barrios?|caser[ií]os?|comunidad(?:es)?|hospital(?:es)?|cl[ií]nicas?|escuelas?|colegios?"
    r"|c[aá]rcel(?:es)?|prisi[oó]n|f[aá]bricas?|empresas?|iglesias?|hotel(?:es)?|autob[uú]s(?:es)?|bus(?:es)?|trenes|tren|barcos?|clases?|fiestas?|regi[oó]n|provincias?"
    r"|villes?|villages?|hameaux?|quartiers?|localit[eé]s?|communes?|h[oô]pita(?:l|ux)|cliniques?|[eé]coles?|lyc[eé]es?|prisons?|usines?|entreprises?|[eé]glises?|mosqu[eé]es?"
    r"|autocars?|trains?|bateaux?|f[eê]tes?|r[eé]gions?|provinces?|camps?|campos?)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:de|con|para|d[’']|avec|pour|que (?:tiene|atiende|alberga|cuenta con)|qui (?:compte|abrite|soigne|accueille|emploie)|comptant|habitado por|peupl[eé]e? de)\s*"
    r"(?:(?:unos|unas|cerca de|m[aá]s de|casi|quelque|environ|pr[eè]s de|plus de)\s+)*$"
    r"|\b(?:ante|delante de|frente a|en presencia de|elegido por|devant|sous les yeux de|en pr[eé]sence de|[eé]lue? par)\s+"
    r"(?:(?:unos|unas|sus?|los|las|cerca de|m[aá]s de|casi|ses|les|quelque|environ|pr[eè]s de|plus de)\s+)*$",
    re.IGNORECASE,
)
"""The same in Spanish and French."""
AGES_IN_A_ROW: Final = re.compile(
    r"(?<=[^\W\d]),\s+(?P<ages>\d{1,3}(?:,\s+\d{1,3})*,?\s+(?:and|&|y|et)\s+\d{1,3})(?=,(?!\s*\d)|;|\)|\.(?!\d)|$)"
)
"""Bare numbers in a row between commas: "two sisters, 8 and 11, were killed"."""
