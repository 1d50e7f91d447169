"""What English words around a capitalised name make it the name of a place, though no gazetteer has it.

"At X", "the square of X", "bombed X", "the X checkpoint": the word before or after the name says that it is
a place. Verbs and nouns that take persons as well ("attack on", "shot at", "captured") say nothing.
"""

import re
from typing import Final

_SITES: Final = (
    r"(?:bazaar|market|souk|square|plaza|streets?|avenue|road|track|trail|highway|motorway|bypass|junction|crossroads"
    r"|intersection|roundabout|bridge|tunnel|ford|pass|hills?|hillside|heights|ridge|mountains?|slopes?|forests?|woods"
    r"|jungle|bush|valley|marsh(?:es)?|swamps?|creeks?|desert|oasis|plains?|plateau|river|lake|lagoon|bay|beach|coast"
    r"|shores?|waterfront|embankment|peninsula|islets?|islands?|port|harbou?r|docks|pier|jetty|wharf|estates?"
    r"|plantations?|farms?|ranch|hacienda|pastures|mines?|quarry|pits?|airstrip|airfield|airport|air ?base|aerodrome"
    r"|checkpoints?|roadblock|outpost|(?:border|police|guard|army|military|observation|command|customs|trading) post|post|frontier|crossing"
    r"|station|substation|depot|barracks|garrison|fort|fortress|base|naval base|reserve|park|dam|reservoir|canal|refinery"
    r"|oil ?fields?|gas ?fields?|pipeline|terminal|power (?:station|plant)|(?:dye|cement|steel|gas|water) works|factory|mill"
    r"|shrine|mosque|monastery|pagoda|temple|synagogue|chapel|church|cathedral|convent|mission|cemetery|graveyard"
    r"|neighbou?rhoods?|quarters?|(?:residential|eastern|western|northern|southern) (?:quarter|district)s?|slums?|ghetto|suburbs?"
    r"|enclave|pocket|salient|axis|settlements?|hamlets?|kibbutz|moshav|townships?|wards?|boroughs?|communes?|cantons?"
    r"|prison|jail|detention (?:centre|center)|town hall|bus (?:station|stop|park)|railway|railhead|stadium|racecourse)"
)
"""Places and buildings that are called by the name of where they lie."""
_PARTS: Final = (
    r"(?:outskirts|edges?|fringes|entrances?|gates?|vicinity|surroundings|environs|skies|waters|banks?|heart|middle|rooftops"
    r"|ruins|rubble|countryside|hinterland|approaches|perimeter|limits|direction|control|bombing|bombardment|shelling|siege|encirclement"
    r"|storming|recapture|retaking|liberation|occupation|evacuation|looting|sacking|pillage|burning|blockade|invasion"
    r"|reoccupation|villagers|residents|inhabitants|townspeople|townsfolk|dwellers|peasants|farmers|fishermen|herders"
    r"|elders|people|population|community|alkalo|headman|municipality|diocese|parish|curfew|(?:town|city|municipal|village) (?:hall|centre|center))"
)
_TAKEN: Final = (
    r"(?:bomb(?:ed|ing)|shell(?:ed|ing)|pound(?:ed|ing)|bombard(?:ed|ing)|strafed|strafing|overr(?:an|un|unning)|recaptur(?:ed|ing)"
    r"|ret(?:ook|aken?|aking)|storm(?:ed|ing)|besieg(?:ed|ing)|encircl(?:ed|ing)|raid(?:ed|ing)|loot(?:ed|ing)|sack(?:ed|ing)|torched"
    r"|enter(?:ed|ing)|invad(?:ed|ing)|occup(?:ied|ying)|liberated|rock(?:ed|ing)|shook|blockad(?:ed|ing)|evacuat(?:ed|ing)"
    r"|razed|flattened|ravaged|devastated|regained)"
)
_MUNITION: Final = r"(?:rockets?|missiles?|shells?|mortars?(?: rounds| bombs)?|bombs?|artillery|drones?|salvos?|barrages?|projectiles?)"
_AREAS: Final = (
    r"(?:villages|towns|cities|areas|districts|provinces|governorates|counties|regions|municipalities|localities|communes|settlements"
    r"|neighbou?rhoods|suburbs|hamlets|wards|lgas|islands|states|departments)"
)
_WENT: Final = r"(?:displaced|relocated|deported|repatriated|evacuated|fled|flee|fleeing|resettled)"
_FLIES: Final = (
    r"(?:fl(?:ew|y|ying|ies|own)|buzz\w+|circl\w+|hover\w+|loiter\w+|drones?|(?:war)?planes?|jets?|helicopters?|aircraft|rockets?|missiles?"
    r"|explo\w+|intercept\w+|downed|shot down|went wide|high|leaflets|flares|bombs|burst|detonat\w+)"
)
_GOES: Final = (
    r"(?:march\w*|convoys?|columns?|rampag\w+|parad\w+|roll\w+|swept|sweep\w*|drove|driv\w+|pass(?:ed|ing)|travel\w*|walk\w*"
    r"|processions?|patrol\w*|rode|advanc\w+)"
)

NAMED_BEFORE: Final = re.compile(
    rf"\b(?:{_SITES}|bars?|caf[eé]|restaurants?|hotels?|hospital|clinic|schools?|stadium|mayor|bakery|well)\s+of\s+(?:the\s+)?$|\b{_PARTS}\s+of\s+(?:the\s+)?$|\b{_TAKEN}\s+$"
    rf"|\b(?:north|south)[ -]?(?:east|west)(?:ern)?\s+of\s+$"
    rf"|\b(?:km|kms|kilomet(?:re|er)s?|miles?|met(?:re|er)s?|hours?)\s+(?:from|of|outside|inside|away from|off|beyond)\s+$"
    rf"|\b{_FLIES}\s+(?:[\w-]+\s+){{0,2}}?over\s+$|\b{_GOES}\s+(?:[\w-]+\s+){{0,3}}?through\s+$"
    rf"|\b{_AREAS}(?:,)?\s+(?:such as|like|including|namely)\s+$|\b{_WENT}\s+to\s+$"
    rf"|\b{_MUNITION}\s+(?:[\w-]+\s+){{0,2}}?(?:at|on|onto|upon|into|towards?)\s+$"
    rf"|\b(?:march(?:ed|ing)?|advanc(?:e|ed|ing)|air[ -]?strikes?|air raids?|descended|converged|incursions?)\s+(?:on|upon|into)\s+$"
    rf"|\b(?:on|along|blocked|cut|closed)\s+the\s+(?:[a-z]+\s+)?(?:road|highway|route|axis)\s+(?:to|from|between|towards?)\s+$",
    re.IGNORECASE,
)
"""Right before a name."""
AT: Final = re.compile(r"\bat\s+(?:the\s+)?$", re.IGNORECASE)
AIMED_OR_EMPLOYED: Final = re.compile(
    r"\b(?:fir(?:e|ed|ing)|shoot(?:s|ing)?|shot(?= at)|aim(?:ed|ing)?|thr(?:ew|own|owing)|hurl\w+|lobb\w+|pelt\w+|shout\w*|yell\w*|scream\w*|look\w*|star(?:ed|ing)|point(?:ed|ing)"
    r"|direct(?:ed|ing)|anger|angry|furious|laugh\w*|wav(?:ed|ing)|hit(?:ting)? (?:back|out)|stones|rocks|eggs|shots"
    r"|analysts?|researchers?|professors?|lecturers?|fellows?|experts?|directors?|spokes\w+|editors?|students?|academics?|scholars?)\b[^.;:]{0,30}\bat\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""Before "at X": X may be a person who is shot at, or an employer."""
SITE_AFTER: Final = re.compile(rf"\s+{_SITES}\b(?!['’]s\b|-)")
"""Right after a name, in small letters: "the X bazaar"."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


LEADS: Final = _words(
    "of over through as like including namely to at on onto upon into toward towards from outside inside off beyond between "
    "overran overrun retook retake retaken shook"
)
"""What `AT` and `NAMED_BEFORE` end with, beside words in -ed and -ing, before "the"."""

NUMBERED: Final = _words(
    "District Camp Sector Zone Block Ward Unit Village Kilometer Kilometre Km Route Highway Arrondissement Phase Gate Pier "
    "Checkpoint Post Quarter Section Area Avenue Street Line Settlement Site Barangay Commune Cluster"
)
NUMBER: Final = re.compile(r"\d{1,3}[A-Za-z]?|[IVX]{1,4}")
"""What makes a place of a sort in capitals: "District 10", "Camp 4B"."""
NUMBERED_NAME: Final = re.compile(rf"(?:{'|'.join(sorted(NUMBERED))}) (?:{NUMBER.pattern})")
HEADS: Final = _words(
    "Plaza Plazuela Avenida Calle Calzada Paseo Rua Rue Boulevard Place Praça Largo Mercado Puerto Cerro Monte Sierra Valle "
    "Vereda Barrio Colonia Villa Ciudad Pueblo Finca Hacienda Fazenda Fort Mount Lake Port Cape Camp Point Jebel Jabal Djebel "
    "Wadi Oued Tel Tell Tal Deir Beit Kafr Khirbet Ain Umm Bir Bab Souk Kampung Kampong Phum Desa Barangay Sitio Nova Novo São "
    "Saint Sainte Santo Río Rio Lago Isla Ilha Île Pont Kota Nagar Koh Khao Wat Puente Quebrada Caño Ghat"
)
"""First words of places' names in many languages."""
TAILS: Final = _words(
    "Norte Sur Alto Alta Bajo Baja Kalan Khurd Bala Payan Junction Ridge Creek Falls Springs Siding Bazaar Bazar Chowk Mandi "
    "Nagar Pura Gate Farm Heights Market Roundabout Terminal Beach"
)
"""Last words of places' names."""
BRANDS: Final = _words(
    "Toyota Hilux Nissan Mitsubishi Isuzu Honda Suzuki Yamaha Ford Kia Hyundai Mercedes Volkswagen Renault Peugeot Tata "
    "Kalashnikov Galil Garand Uzi Arges Grad Katyusha Browning Beretta Glock Bren Mauser Molotov Claymore Semtex Shahed "
    "Bayraktar Mirage Sukhoi Antonov Cessna Boeing Airbus Apache Huey Kfir Fokker Dragonfly Puma"
)
"""Makes of vehicles, arms and aircraft: towns somewhere bear some of these names."""
