"""How a text tells that help cannot come through, or people cannot get out, in English, French, Spanish and Arabic.

Hardly any report says "access is denied". It says what was to come (a lorry, a nurse, a flight), that it did not
come (stuck, turned back, cancelled), and why (a battle, a swell, a stamp). Each is a list of words here; which
obstacle it is follows from the third. What tells an obstacle by itself stands in ``STATED``.
"""

import re
from typing import Final

from summariser.schemas.codebooks import AccessKind as A


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(patterns)})", re.IGNORECASE)


TRAFFIC: Final = _any(
    r"(?:aid|relief|humanitarian|medical|food|water|fuel|rescue|emergency)\b", r"convoys?\b", r"lorr(?:y|ies)\b", r"trucks?\b", r"trucking\b", r"trucked\b", r"vans?\b", r"barges?\b", r"boats?\b", r"ferr(?:y|ies)\b", r"ships?\b", r"vessels?\b", r"dhows?\b", r"canoes?\b",
    r"helicopters?\b", r"flights?\b", r"planes?\b", r"aircraft\b", r"charters?\b", r"airlifts?\b", r"air ?drops?\b", r"ambulances?\b", r"supplies\b", r"deliver(?:y|ies)\b", r"distributions?\b", r"shipments?\b", r"consignments?\b", r"cargo(?:es)?\b",
    r"rations?\b", r"doses\b", r"vaccin\w+", r"medicines?\b", r"nurses?\b", r"doctors?\b", r"medics?\b", r"surgeons?\b", r"midwi(?:fe|ves)\b", r"volunteers?\b", r"rescuers?\b", r"agenc(?:y|ies)\b", r"charit(?:y|ies)\b", r"missions?\b", r"teams?\b", r"staff\b", r"clinics?\b", r"hand-?outs?\b",
    r"(?:wheat|flour|rice|maize|sorghum|grain|bread|milk|tents|blankets|kits)\b", r"(?:wounded|patients)\b", r"help\b", r"(?-i:UN|WFP|WHO|MSF|ICRC|UNICEF|UNHCR|OCHA|IOM|NGOs?|PAM|OMS|CICR|ONG|HCR|OIM|PMA|ACNUR)\b", r"Red (?:Cross|Crescent)\b",
    r"secours\b", r"aide\b", r"humanitaires?\b", r"convois?\b", r"camions?\b", r"vivres\b", r"vols?\b", r"équipes?\b", r"livraisons?\b", r"pirogues?\b", r"ayudas?\b", r"humanitari[oa]s?\b", r"convoy(?:es)?\b", r"camiones\b", r"vuelos\b", r"víveres\b", r"brigadas?\b", r"lanchas?\b", r"entregas?\b",
    r"\w{0,3}شاحن", r"\w{0,3}قافل", r"\w{0,3}قوافل", r"\w{0,3}إغاث", r"\w{0,3}مساعد", r"\w{0,3}مروحي", r"\w{0,3}إسعاف", r"\w{0,3}طواقم", r"\w{0,3}فرق\b", r"\w{0,3}أدوية",
)  # fmt: skip
"""Who or what is to come through."""

_GO = r"(?:reach\w*|access\w*|enter\w*|pass(?:ed)?|go|gone|get|got|cross\w*|sail\w*|land(?:ed)?|take[n]? off|fl(?:y|own)|travel\w*|driv\w+|deliver\w*|work|operate|visit\w*|take|move[d]?|leave|left|dock\w*|come|arriv\w+|run|carry|use|set out|bring|brought|send|sent|be (?:reached|used|crossed|delivered|driven)|been (?:reached|able|seen|delivered))\b"
HELD: Final = _any(
    rf"(?:can|could|may|will|would|do|does|did|has|have|had|is|are|was|were|dare|dares)(?:n['’]t|not| ?not| no longer| never| hardly| barely| yet to)\s+(?:\w+ ){{0,3}}?{_GO}",
    rf"(?:no|not a|not one|not a single|none of the|neither) (?:\w+ ){{0,3}}?(?:has|have|had|can|could|will|would) (?:\w+ ){{0,2}}?{_GO}", r"nothing (?:has|can|could) ", r"(?:unable|impossible|too dangerous|unsafe|afraid|unwilling) to\b", r"no longer\b", r"given up\b", r"gave up\b",
    r"suspen[ds]\w*", r"paus(?:e|es|ed|ing)\b", r"halt(?:s|ed|ing)?\b", r"cancel\w*", r"postpon\w+", r"put off\b", r"call(?:s|ed|ing)? off\b", r"abort\w*", r"delay\w*", r"held (?:up|back|at)\b", r"holding (?:up|back)\b", r"stuck\b", r"strand(?:ed|s)\b", r"stall(?:ed|s)\b", r"idl(?:e|ing)\b", r"parked\b", r"lined up\b",
    r"queu\w+", r"tied up\b", r"turn(?:ed|s|ing)? (?:back|round|around|away)\b", r"(?:sent|waved|driven|pushed|ordered) back\b", r"(?:returned|went back|go back|gone back) to (?:base|port|town)\b", r"pull(?:ed|s|ing)? (?:(?:its|their|the|all|his|her|our) )?(?:\w+ ){0,3}out\b", r"withdr[ae]w\w*", r"refus\w+ to\b", r"scal(?:ed|ing) (?:down|back)\b",
    r"stop(?:s|ped|ping)?\b", r"block(?:s|ed|ing)?\b", r"prevent\w*", r"hamper\w*", r"hinder\w*", r"imped\w+", r"obstruct\w*", r"disrupt\w*", r"(?:keeps?|kept|keeping) (?:[\w’'-]+ ){1,5}?(?:from|out|away|waiting|at bay)\b", r"barr?(?:s|ed|ing)\b", r"ground(?:ed|s)\b", r"sealed\b", r"clos(?:ed|es|ing)\b", r"shut\b", r"cut(?:s|ting)? (?:off )?\b",
    r"forc(?:ed|es|ing) (?:[\w’'-]+ ){1,6}?(?:to|into|out)\b", r"wait(?:s|ed|ing)?\b", r"(?:begun|began|starting|left) to rot\b", r"rotting\b", r"unvisited\b", r"unserved\b", r"undelivered\b", r"missed\b", r"limit(?:s|ed|ing)? access\b", r"delays?\b", r"sits?\b(?= in)", r"evacuat\w+ (?:its|their|all) (?:\w+ ){0,2}(?:staff|personnel|team)", r"gave\s+up\b", r"ran? aground\b",
    r"n['’]\w+ (?:plus|pas)\b", r"ne \w+ (?:plus|pas)\b", r"bloqu\w+", r"empêch\w+", r"interromp\w+", r"annul\w+", r"attend(?:ent)?\b", r"immobilis\w+", r"coup(?:é|e)\w*", r"report(?:é|e)s?\b", r"rebrouss\w+", r"no (?:pueden|puede|pudo|pudieron|han podido|ha podido|llegan?|llegó|pasan?)\b", r"impid\w+", r"imped\w+", r"cancel\w+", r"varad[oa]s?\b", r"detenid[oa]s?\b", r"esperan?\b", r"cerr(?:ó|aron|ad[oa]s?)\b",
    r"\w{0,2}متوقف", r"\w?[يت]منع", r"\w?منع", r"\w{0,2}عاجز", r"\w?لم (?:تصل|يصل|تتمكن|يتمكن|تدخل)", r"\w?تعذر", r"\w?لا (?:تستطيع|يستطيع|تصل|يمكن)", r"\w{0,2}عالق", r"\w?علق", r"\w?أوقف", r"\w?توقف", r"\w?[يت]نتظر", r"\w?[يت]عيق", r"\w?أعاق",
)  # fmt: skip
"""That it did not come."""

_STORMS = (
    r"(?:(?:heavy |thick |deep |fresh |torrential |unseasonal |monsoon |persistent )?(?:snow(?:fall|drifts?|storms?)?|rain(?:s|fall|storms?)?|fog|hail|mud|swells?|waves|surf|headwinds?|winds?|gales?|blizzards?|(?<!to )storms?|sand ?storms?|dust ?storms?|cyclone|hurricane|typhoon|floods?|flood ?waters?|flooding|high (?:water|tide|seas)|rough (?:seas?|water|weather)|bad weather|poor visibility|low cloud|weather|heat ?wave|monsoon|thaw|ash(?: cloud| fall)?|drifts|avalanche(?: danger| risk)?|currents?)\b"
    r"|under water\b|pluies?\b|crues?\b|neige\b|brouillard\b|houle\b|tempêtes?\b|intempéries\b|inondations?\b|mauvais temps\b|lluvias?\b|nieve\b|niebla\b|oleaje\b|marejadas?\b|mal tiempo\b|crecidas?\b|tormentas?\b|inundaci(?:ón|ones)\b|vientos?\b|temporal\b|\w{0,3}ضباب|\w{0,3}أمطار|\w{0,3}ثلوج|\w{0,3}سيول|\w{0,3}عاصف|\w{0,3}عواصف|\w{0,3}رياح|\w{0,3}أمواج)"
)
_FIGHTING = (
    r"(?:fighting\b|clashes\b|combat\b|shell(?:ing|fire)\b|shells\b|gun ?fire\b|gun ?battles?\b|(?:tank |street )?battles?\b|shooting\b|shootouts?\b|cross-?fire\b|exchanges? of fire\b|firefights?\b|snip(?:er|ers|ing)\b|air ?strikes?\b|air raids?\b|bombardments?\b|bombing\b|bombs\b|mortars?\b|mortar (?:rounds|fire|shells)\b|rockets?\b|artillery\b|drones?\b|offensive\b|front ?lines?\b|insecurity\b|security situation\b|security (?:conditions|concerns|reasons)\b|violence\b|hostilities\b|unrest\b|armed (?:men|groups) on the road\b|escort\b(?! (?:service|girl))"
    r"|combats\b|affrontements\b|tirs\b|bombardements?\b|insécurité\b|enfrentamientos?\b|combates?\b|balaceras?\b|tiroteos?\b|inseguridad\b|francotirador\w*|\w{0,3}اشتباك|\w{0,3}معارك|\w{0,3}قتال\b|\w{0,3}قصف|\w{0,3}قناص)"
)
CAUSES: Final[dict[A, re.Pattern[str]]] = {
    A.WEATHER: _any(_STORMS),
    A.HOSTILITIES: _any(_FIGHTING),
    A.MINES: _any(r"mined\b", r"(?:land ?)?mines\b(?! (?:workers|ministry))", r"landmine\b", r"IEDs?\b", r"booby[- ]traps?\b", r"unexploded\b", r"explosive (?:devices?|remnants|hazards|ordnance)", r"(?:antipersonnel|antitank|anti-tank|anti-personnel) mine", r"engins explosifs\b", r"minas\b", r"explosivos?\b", r"\w{0,2}ألغام"),
    A.BUREAUCRATIC: _any(
        r"(?:travel |entry |work |flight |landing |import |movement )?(?:permits?|visas?|clearances?|permissions?|authori[sz]ations?|approvals?|paperwork|stamps?|signatures?|waybills?|laissez-passers?|accreditation|licen[cs]es?|registrations?|exemptions?|memorand\w+|no-objection)\b", r"customs\b", r"red tape\b", r"import (?:duty|duties|tax)", r"(?:new|stricter|tighter) (?:rules?|regulations?|directive|decree)\b",
        r"without (?:a |her |their )?(?:brother|husband|father|mahram|male (?:relative|guardian|escort|chaperone))", r"autorisations?\b", r"laissez-passer\b", r"douanes?\b", r"permisos?\b", r"aduanas?\b", r"trámites?\b", r"visados?\b", r"\w{0,3}تصاريح", r"\w{0,3}تصريح", r"\w{0,3}تأشير", r"\w{0,2}جمارك", r"\w{0,2}موافق",
    ),
    A.OTHER: _any(
        r"bribes?\b", r"extort\w+", r"(?:illegal |road )?tolls?\b(?! (?:of|rose|from|has|from))", r"kickbacks?\b", r"(?:armed|angry|local|jobless) (?:youths?|residents|villagers|crowds?|mobs?|young men)\b", r"(?:unpaid|strike|striking|dispute over|tax demands?|protection money|for want of (?:fuel|an escort|trucks))\b", r"demand(?:s|ed|ing)? (?:money|payment|cash|a (?:fee|share|cut))", r"(?:cartel|gang|bandit)(?:'s|’s|s)? (?:roadblocks?|checkpoints?|barricades?)",
        r"jeunes en colère\b", r"pots?-de-vin\b", r"faute de (?:carburant|camions)", r"sobornos?\b", r"cobros? ilegal(?:es)?\b", r"por falta de combustible",
    ),
}  # fmt: skip
"""Why it did not come."""

_POWER = r"(?:authorit(?:y|ies)|army|military|soldiers?|troops|police|harbour police|guards?|border (?:guards?|police)|officials?|officers?|governor|sub-prefect|prefect|commander|warlord|militia(?:s|men)?|rebels?|insurgents?|fighters?|gunmen|armed (?:men|groups?)|junta|government|regime|ministry|minister|mayor|checkpoints?|roadblocks?|customs|de facto authorities|intelligence|administration|settlers|protesters|militants)"
_STUFF = r"(?:convoys?|trucks?|lorr(?:y|ies)|vehicles?|vans?|ships?|vessels?|boats?|barges?|aid|relief|supplies|food|wheat|flour|rice|medic(?:ines?|al \w+)|missions?|teams?|agenc(?:y|ies)|ambulances?|nurses?|doctors|surgical \w+|shipments?|consignments?|cargo|deliver(?:y|ies)|tents|blankets|NGOs?|flights?|volunteers|monitors|humanitarian\w*|UN|charit(?:y|ies)|helicopters?|staff)"
_ROUTE = r"(?:roads?|bridges?|footbridges?|culverts?|causeways?|embankments?|highways?|motorways?|fords?|drifts?|tracks?|trails?|passe?s?|tunnels?|crossings?|lanes?|railways?|rail line|airstrips?|airfields?|airports?|runways?|jett(?:y|ies)|piers?|wharfs?|quays?|ports?(?! (?-i:[A-Z]))|corridors?|ferry landings?|access|route|wadi)"
_GONE = r"(?:cut|closed|shut|blocked|severed|buried|submerged|under water|flooded|washed[- ](?:away|out)|swept away|carried (?:off|away)|torn away|collapsed|broken|gone|down|destroyed|blown up|impassable|unusable|unpassable|inaccessible|interrupted|cratered|cracked open|in (?:ruins|shreds|pieces|flood)|hang\w* in|(?:turn(?:s|ed)? (?:in)?to|become|became|a|is now) (?:a )?(?:soup|mud|bog|swamp|river|lake|canal|stream|pond|quagmire)|sealed|snowed in|iced over|blown|bombed|barricaded|eroded|slid)"
STATED: Final[dict[A, re.Pattern[str]]] = {
    A.DENIED: _any(
        rf"{_POWER}\b (?:\S+ ){{0,6}}?(?:den(?:y|ies|ied)|refus(?:e|es|ed|ing)|declin(?:e|es|ed)|reject\w*|turn(?:s|ed|ing)? (?:away|back|down|round|around)|sent back|sends? back|wav(?:ed|es|ing) (?:away|back)|block(?:s|ed|ing)?|bar(?:s|red|ring)?|ban(?:s|ned|ning)?|stop(?:s|ped)?|h[eo]lds?(?: up| back)?|confiscat\w+|seiz\w+|impound\w+|obstruct\w*|expel\w*|prevent\w*|(?:would|will|do|does|did) not (?:let|allow|permit)|won['’]t (?:let|allow)) (?:\S+ ){{0,4}}?{_STUFF}\b",
        rf"{_STUFF}\b (?:\S+ ){{0,8}}?(?:refused|denied|declined|rejected|turned (?:away|back|down|round|around)|sent back|waved (?:back|away)|barred|banned|confiscated|seized|impounded|taken away|expelled|ordered to leave|held|stopped|blocked|not (?:been )?(?:let|allowed|permitted)(?: in| through)?) (?:\S+ ){{0,4}}?(?:by|at) (?:\S+ ){{0,4}}?(?:{_POWER}|gate|border|jetty|crossing|barrier|harbour|port|bridge)\b",
        r"(?:refus\w+|den(?:y|ies|ied)) (?:a |an |the |any |all |them )?(?:berth|landing|entry|passage|access|docking|safe passage|permission)\b", rf"offers? of (?:\S+ ){{0,6}}?{_STUFF}\b (?:\S+ ){{0,3}}?(?:was|were) (?:declined|refused|turned down|rejected)",
        rf"(?:declin|refus|reject|turn(?:s|ed) down)\w* (?:\S+ ){{0,6}}?offers? (?:of|from) (?:\S+ ){{0,5}}?(?:{_STUFF}|kitchens?|help|assistance)\b", rf"(?:no|not one|not a single) (?:\S+ ){{0,2}}?{_STUFF}\b (?:has|have|had) (?:been )?(?:let|allowed|permitted|admitted)\b", rf"(?:not|won['’]t|never) (?:let|allow|permit)\w* (?:\S+ ){{0,3}}?{_STUFF}\b",
        r"(?:crossing|border|corridor|port)\b (?:\S+ ){0,4}?(?:closed|shut|sealed) to (?:\S+ ){0,2}?(?:aid|relief|humanitarian|goods|trucks)", r"kept out (?:of|by)\b", r"expelled (?:\S+ ){0,4}?(?:agenc|NGO|MSF|charit|aid|UN|organi)", r"refoul\w+ (?:\S+ ){0,4}?(?:convoi|camion)", r"(?:regresa(?:ron|do)|devolv\w+|retuv\w+) (?:\S+ ){0,3}?(?:en el retén|camion|ayuda|convoy|en la frontera)",
        r"[يت]رفض (?:\S+ ){0,3}(?:إدخال|دخول|السماح|مرور|عبور)", r"رفض\w* (?:\S+ ){0,3}(?:إدخال|دخول|السماح|مرور)",
    ),
    A.HOSTILITIES: _any(
        rf"(?:{_FIGHTING}) (?:\S+ ){{0,8}}?(?:cut|cuts|clos(?:ed|es)|shut|sealed|blocked|blocks) (?:\S+ ){{0,3}}?{_ROUTE}\b", rf"{_ROUTE}\b (?:\S+ ){{0,5}}?(?:under fire|unsafe|too dangerous|off limits|within (?:range|reach) of)", r"no (?:humanitarian |aid |relief )?(?:convoys?|missions?|trucks?|aid|agenc\w+) (?:has|have) (?:reached|entered|come|got|made it)",
        r"(?:aid (?:agencies|groups|workers)|agencies|NGOs|MSF|teams?|UN|ICRC|charities|missions?|Médecins \w+(?: \w+)?)\b (?:\S+ ){0,5}?(?:withdrew|pulled out|evacuated|left town|were evacuated|have left|fled)\b", r"(?:aid|UN|NGO|agenc(?:y|ies)|charit(?:y|ies))\b (?:[^\s.;]+ ){0,6}?(?:brought|moved|relocat\w+|evacuat\w+|withdr[ae]w\w*) (?:its |their |all |international |non-essential )*(?:staff|personnel|teams)\b", r"without (?:an |armed |military )*escorts?\b",
    ),
    A.ROADS_CUT: _any(
        rf"{_ROUTE}\b (?:[^\s.;]+ ){{0,14}}?(?:is|are|was|were|has|have|lies?|stays?|remains?|hangs?) (?:[^\s.;]+ ){{0,8}}?{_GONE}\b", rf"(?:washed[- ]out|collapsed|broken|blown|fallen|flooded|destroyed|ruined|damaged|submerged|impassable|severed|downed) (?:\w+ )?{_ROUTE}\b", rf"{_ROUTE}\b (?:[^\s.;,]+ ){{0,4}}?(?:collapsed|caved in|gave way|broke up|turn(?:s|ed) (?:in)?to (?:a )?(?:soup|mud|bog|swamp|river|lake|stream|quagmire))\b", r"(?:felled|fallen|cut) trees? (?:\S+ ){0,2}?(?:across|over)", r"(?:trees|boulders|rocks|rubble|debris|trenches|ditches|containers|tyres|rope|chain|logs) (?:\S+ ){0,3}?across (?:the |a |every |all )?(?:\w+ )?(?:roads?|track|highway|route|bridge)",
        rf"{_GONE} (?:the |all |both |its |their |one |two |three |four |several |\d+ )+(?:\w+ ){{0,2}}?{_ROUTE}\b", rf"(?:cut|severed|sealed|closed|took|tore|swept away|washed away|carried off|buried|blocked) (?:the |all |both |its |their |one |two |three |\d+ |only )+(?:[\w’'-]+ ){{0,3}}?{_ROUTE}\b", r"(?:cut|cuts|cutting|isolat\w+) (?:[A-Z][\w’'-]+ |the (?:\w+ )?(?:town|village|island|valley|district|camp|area|enclave) ){1,3}off\b", r"(?:only )?(?:by|with) (?:pack )?(?:mules?|donkeys?)\b",
        r"(?:pack )?(?:mules?|donkeys?|boats?|canoes?|helicopters?) (?:alone can|are the only|is the only|can only)\b", r"(?:boats|helicopters|canoes) alone\b", r"(?:wadi|river|stream)s? (?:\S+ ){0,4}?(?:in flood|in spate|unfordable|too high to cross)", r"قطع\w* (?:\S+ ){0,3}?(?:الطريق|الطرق|الجسر)", r"(?:cort|cerr|bloque)(?:ó|aron|ad[oa]s?) (?:\S+ ){0,3}?(?:vía|carretera|corredor|puente|paso|camino)",
    ),
    A.BUREAUCRATIC: _any(
        r"(?:still |yet )?(?:not|never|no longer) (?:yet )?(?:been )?(?:given|granted|issued|received|renewed|signed|stamped|approved|cleared|registered)\b (?:\S+ ){0,5}?(?:permits?|visas?|clearances?|permission|authori[sz]ation|papers|approval|licen[cs]es?)\b", r"(?:permits?|visas?|clearances?|permission|authori[sz]ations?|approvals?|papers|licen[cs]es?)\b (?:\S+ ){0,10}?(?:not (?:yet )?(?:been )?(?:issued|granted|given|renewed|signed|approved|arrived|come)|cancelled|revoked|expired|withdrawn|suspended|delayed|pending|lapsed)\b",
        r"(?:did not|has not|have not|yet to|without) (?:get|got|getting|receive[d]?|obtain\w*) (?:\S+ ){0,2}?(?:clearance|permission|permits?|visas?|authori[sz]ation|approval)\b", r"(?:ready to move|waiting|once|until) (?:\S+ ){0,6}?(?:clearance|permits?|visas?|permission|authori[sz]ation|approval)\b", r"no woman (?:\S+ ){0,6}?may\b", r"(?:female|women) (?:\w+ )?(?:staff|workers|nurses|employees|doctors|colleagues) (?:\S+ ){0,5}?(?:banned|barred|forbidden|not (?:be )?allowed|may not|cannot)", r"sans (?:visas?|autorisation|permis)\b", r"(?:needs?|requires?|must (?:have|get|obtain)|have to (?:get|obtain)) (?:\S+ ){0,4}?(?:permits?|visas?|clearances?|authori[sz]ations?|approvals?|stamps?|signatures?) (?:from|signed|of|by)\b",
    ),
    A.MINES: _any(
        r"(?:step(?:s|ping)?|tread(?:s|ing)?) (?:\S+ ){0,3}?(?:on|over|onto) (?:an? |the )?(?:land ?mines?|mines?|bombs?|explosives?|IEDs?|shells?|devices?)\b", r"(?:land ?mines?|explosives?|IEDs?) (?:\S+ ){0,5}?(?:road|track|path|trail|route|fields?|gardens?|wells?|access|return|prevent|block|stop)\w*", r"(?:road|track|path|route|site|fields?|trail|way|village|land)s? (?:\S+ ){0,5}?(?:mined|laced with|strewn with (?:mines|explosives))\b",
        r"because (?:it|they|the \w+) (?:is|are|was|were) mined\b", r"pis(?:ar|an|a) (?:\S+ ){0,2}?(?:una mina|un explosivo|minas|explosivos)\b", r"saut(?:e|ent|er) sur (?:\S+ ){0,2}?(?:mines?|engins?)\b",
    ),
    A.MOVEMENT_OF_PEOPLE: _any(
        r"(?:may|can|must|could|dare|are|is|were|was|will)(?: ?not| no longer|n['’]t) (?:be )?(?:allowed to |permitted to |free to |able to |let )?(?:leave|step out\w*|go out\w*|get out|come out|move|travel|cross|flee|escape|return home|walk)\b", r"(?:nobody|no one|no-one|none|no (?:man|woman|resident|villager|one))\b (?:\S+ ){0,6}?(?:may|can|could|is allowed to|dares?(?: to)?|is permitted to) (?:leave|step|go|get out|travel|cross|move|flee)\b", r"forb(?:id|ids|ade|idden)(?:ding)? (?:\S+ ){0,9}?(?:to (?:leave|travel|move|cross|go out|flee)|from leaving)\b",
        r"(?:ban(?:s|ned)?|bar(?:s|red)?|stop(?:s|ped|ping)?|prevent(?:s|ed|ing)?|kept|keep|block(?:s|ed|ing)?) (?:\S+ ){0,5}?(?:people|civilians|residents|families|villagers|men|women|anyone|them|inhabitants|refugees|patients|the sick|the wounded) (?:\S+ ){0,2}?from (?:leaving|fleeing|travelling|traveling|crossing|moving|going|getting out)\b", r"no way (?:out|to (?:leave|flee|get out))\b", r"curfew\b", r"(?:shut|locked|penned|hemmed|walled|sealed|boxed) in\b", r"(?:cannot|can ?not|could not|can't|unable to) (?:leave|flee|escape|get (?:out|away))\b", r"let (?:\w+ )?(?:civilians|families|people|them|the wounded) (?:leave|out|go)\b",
        r"(?:held back|taken off|pulled off|kept back|separated) (?:\S+ ){0,3}?(?:for (?:screening|questioning)|the (?:lorr|bus|truck|boat)\w*|at (?:the )?checkpoints?)", r"(?:paid|pay|paying) (?:\S+ ){0,5}?(?:checkpoints?|to (?:leave|get out|pass|cross))\b", r"need(?:s)? (?:a |an )?(?:\w+ )?(?:permit|pass|sponsor|escort) to (?:leave|travel|move|reach)\b", r"must have a (?:permit|pass|sponsor)\b", r"(?:may|can|could) not leave without\b", r"encerrad[oa]s?\b", r"(?:exits?|ways? out|escape routes?) (?:\S+ ){0,4}?(?:closed|blocked|sealed|cut|mined)\b",
    ),
}  # fmt: skip
"""What tells an obstacle by itself."""

_AIDS = (
    r"(?:(?:aid|relief|humanitarian|food|medical|health|rescue|UN|U\.N\.|agency|NGO|charity|vaccination|polio|Red (?:Cross|Crescent)|MSF|ICRC|WFP|UNICEF|UNHCR|IOM|marked|water) (?:\w+ )?(?:workers?|staff|employees?|convoys?|columns?|trucks?|lorr(?:y|ies)|vehicles?|cars?|vans?|barges?|boats?|drivers?|warehouses?|stores?|depots?|compounds?|offices?|teams?|personnel|volunteers?|nurses?|doctors?|posts?|clinics?|stocks?|supplies|kitchens?|vaccinators?|guards?)"
    r"|ambulances?|paramedics?|vaccinators?|(?:trucks?|lorr(?:y|ies)|vehicles?|cars?|convoy|boats?|warehouses?|stores?|drivers?|staff|employees?|workers?|offices?|depots?) (?:of|belonging to|from|hired by|rented by|contracted by|marked) (?:the |a |an )?(?:\w+ )?(?:partner |aid |relief )?(?:World Food Programme|UN\w*|WFP|MSF|ICRC|Red (?:Cross|Crescent)|agenc(?:y|ies)|charit(?:y|ies)|NGOs?|Médecins|Norwegian|Danish|International|Save the Children|Oxfam|Caritas|CARE\b)|(?:[A-Z][\w-]+ ){1,3}(?:Action|Aid|Relief|Council|Committee|Rescue|Caritas|Oxfam|Children|Vision) (?:drivers?|staff|workers?|convoys?|trucks?|vehicles?|offices?|warehouses?)"
    r"|humanitaires?|secouristes|(?:agents?|chauffeurs?|employés?|véhicules?|camions?|convois?|entrepôts?) (?:humanitaires?|de (?:l['’]|la |l )?(?:ONG|Croix-Rouge|ONU|PAM|MSF))|ambulancias?|(?:trabajador(?:es|as)?|vehículos?|camiones|convoy|bodegas?|misión|misiones) (?:humanitari[oa]s?|de ayuda|médic[oa]s?))"
)
_HURT = r"(?:attack(?:ed|s)?|ambush(?:ed|es)?|looted|robbed|plundered|pillaged|ransacked|raided|burn(?:ed|t)|burnt-out|torched|set (?:on fire|alight|ablaze)|shelled|bombed|hit|struck|fired (?:on|at|upon)|fired|shot(?: at| dead)?|killed|wounded|abducted|kidnapped|taken hostage|seized|hijacked|carjacked|commandeered|stolen|threatened|beaten(?: up)?|assaulted|stoned|detained|arrested|stripped|sank|sunk|broken into|held up at gunpoint|received threats|attaqu\w+|pill\w+|enlev\w+|tué\w*|incendi\w+|atacad[oa]s?|saquead[oa]s?|asaltad[oa]s?|quemad[oa]s?)"
_BLOWS = r"(?:attacks?|ambush(?:es)?|looting|robber(?:y|ies)|raids?|burning|torching|shelling|bombing|hijacking|abductions?|kidnapping|killings?|murders?|seizure|theft|threats|assaults?|fire|strikes?|embuscades?|attaques?|pillages?|enlèvements?|ataques?|saqueos?|emboscadas?|secuestros?)"
_BROKE_OFF = r"(?:suspend\w*|paus(?:ed|es|ing)|halt(?:ed|s|ing)?|stopped|clos(?:ed|es|ing)|shut|withdr[ae]w\w*|pulled out|cancel\w+|evacuat\w+|will (?:no longer|not) take|moved (?:its|their) staff)"
ASSAULTS: Final = _any(
    rf"{_AIDS}\b(?:,? [^\s.;]+){{0,7}}?,? (?:was |were |been |be |being |had |got |lie )?(?<!the ){_HURT}\b", rf"(?:attack(?:ed|s|ing)?|ambush(?:ed|es)?|loot(?:ed|s|ing)?|robbed|raided|burn(?:ed|t|ing)|torch(?:ed|ing)|shell(?:ed|ing)|bomb(?:ed|ing)|hit|struck|fired (?:on|at|upon)|shot(?: at)?|killed|abduct(?:ed|ing)|kidnap(?:ped|ping)|seized|seizing|hijack(?:ed|ing)|stole|beat|stopped and robbed|set fire to|threaten(?:ed|ing)|ransacked|broke into|stoned) (?:[^\s.;,]+ ){{0,4}}?{_AIDS}\b",
    rf"{_BLOWS} (?:on|against|of|at|from) (?:[^\s.;,]+ ){{0,4}}?{_AIDS}\b", rf"(?:mortars?|shells?|rockets?|grenades?|bombs?|missiles?|drones?)(?: round)? (?:\w+ ){{0,2}}?(?:landed|fell|hit|struck|exploded|destroyed)(?: [^\s.;,]+){{0,5}}? {_AIDS}\b",
    rf"{_BLOWS} (?:[^\s.;]+ ){{0,6}}?(?:à|a|against|contre|contra) (?:[^\s.;]+ ){{0,4}}?(?:humanitaires?|humanitari[oa]s?)\b", r"[اأ]ست[ُ]?هدف\w* (?:\S+ ){0,4}(?:الهلال|الصليب|إسعاف|الإغاثة|المساعدات)", r"(?:هجوم على|نهب|هاجم\w*) (?:\S+ ){0,3}(?:قافلة (?:مساعدات|إغاثة)|الإغاثة|إسعاف|المساعدات)",
)  # fmt: skip
"""Force used on those who help, or on what they bring."""
BROKEN_OFF: Final = _any(
    rf"{_BROKE_OFF} (?:[^\s.;]+ ){{0,12}}?(?:after|since|following|over|because of|due to) (?:[^\s.;]+ ){{0,4}}?(?:{_BLOWS}|threaten(?:ed|s)|(?:was|were) (?:{_HURT}))\b",
)  # fmt: skip
"""Work that ended with such a blow; only where the sentence speaks of help at all."""
HELPING_AT_ALL: Final = re.compile(r"\b(?:aid|relief|organi[sz]ation|hospital|Programme|ambulanc|agenc(?:y|ies)|charit(?:y|ies)|NGOs?\b|(?-i:UN|MSF|ICRC|WFP|UNICEF|UNHCR|IOM|WHO)\b|Red C|Council|Committee|clinic|payments|distribut|deliver|humanit|convoy|vaccin|mission)", re.IGNORECASE)  # fmt: skip
NO_OBSTACLE: Final = re.compile(
    r"\b(?:reopened|re-opened|lifted|eased|resumed|restored|repaired|(?:football|tennis|cricket|rugby|film|ticket|tourist|ski|festival|match|league|season|exercise|drill)\b)",
    re.IGNORECASE,
)
"""Of an obstacle that is gone, or of one that keeps no help away."""
