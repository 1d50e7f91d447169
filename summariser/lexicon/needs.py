"""What people in a crisis lack or need, by IASC cluster, in English, French and Spanish.

A need is told in one of three ways: goods with a word of lack ("no blankets", "tents are short"), a service that
is lost ("schools closed", "wells contaminated"), or a plain statement ("212 suspected cholera cases").
"""

import re
from typing import Final

from summariser.schemas.codebooks import Cluster as C
from summariser.schemas.codebooks import Severity as S


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(patterns)})(?!\w)", re.IGNORECASE)


GOODS: Final[dict[C, re.Pattern[str]]] = {
    C.NUTRITION: _any(
        r"(?:powdered |dried |baby |infant )?milk(?! (?:prices?|market|production|cow|powder plant))", r"therapeutic (?:milk|food|feeding)", r"(?:ready-to-use|supplementary) (?:therapeutic )?food", r"RUTF", r"plumpy ?nut", r"nutrition(?:al)? (?:supplies|supplements?|treatment|support)",
        r"infant (?:formula|milk|food)", r"baby (?:food|milk|formula)", r"aliments? thérapeutiques?", r"intrants (?:thérapeutiques|nutritionnels)", r"alimentos? terapéuticos?", r"high-energy biscuits",
    ),
    C.WASH: _any(
        r"(?:(?:drinking|clean|safe|potable|running|bottled|fresh|tap) )?water(?! (?:level|gauge|cannon|front|line|authority|fall)\w*)", r"sanitation", r"latrines?", r"toilets?", r"showers?", r"hygiene(?: kits?| items)?", r"sewage",
        r"(?:million |\d )?lit(?:re|er)s(?: of water| a day| per day)?(?! of (?:fuel|diesel|petrol|oil))", r"soap", r"(?:diapers|nappies)", r"chlorine(?: \w+)?", r"jerr?y ?cans?", r"bladders", r"water[- ](?:treatment|purification) (?:units?|plants?)", r"drainage", r"buckets?", r"(?:water )?purification tablets", r"aquatabs", r"sanitary (?:pads|towels|napkins|kits)", r"dignity kits?", r"handwashing",
        r"eau(?: potable)?", r"assainissement", r"hygiène", r"savon", r"douches?", r"agua(?: (?:potable|segura|limpia))?", r"saneamiento", r"letrinas?", r"baños?", r"duchas?", r"jabón", r"higiene", r"toilettes",
    ),
    C.HEALTH: _any(
        r"(?:health|medical) ?(?:care|supplies|services?|treatment|assistance|equipment|aid|attention|help|staff|personnel|teams?|workers|kits?|facilities|cover)?", r"medicines?", r"drugs", r"medication", r"doctors?", r"nurses?",
        r"midwi(?:fe|ves)", r"surgeons?", r"blood", r"(?:IV|intravenous) fluids?", r"serum", r"oxygen", r"insulin", r"dialysis", r"antibiotics?", r"vaccin\w+", r"(?:hospital|ICU|intensive care|treatment|maternity) beds", r"painkillers", r"bandages",
        r"ambulances?", r"surgical (?:kits?|supplies|equipment)", r"(?:psychological|psychosocial|mental health) (?:support|care|help|assistance)", r"trauma kits?", r"masks", r"(?:oral )?rehydration salts", r"ORS", r"body bags",
        r"treatment (?:centres?|centers?|units?|points?)", r"field hospitals?", r"mobile clinics?", r"tentes? de (?:consultation|soins)", r"consult(?:as|ations?)", r"(?:medical|health) tents?", r"first aid", r"gloves", r"anti-?venom", r"sutures?", r"thread", r"drips", r"an(?:a)?esthetics?", r"morphine", r"syringes?", r"dressings", r"gauze", r"(?:anti-?)malarials?", r"test kits?", r"p(?:a)?ediatricians?", r"an(?:a)?esthetists?", r"incubators?", r"antipaludiques", r"gants", r"guantes", r"jeringas?", r"mosquito nets", r"bed ?nets", r"prostheses", r"hôpita(?:l|ux) de campagne", r"hospital(?:es)? de campaña",
        r"médicaments?", r"soins(?: (?:médicaux|de santé))?", r"médecins?", r"sérum", r"sang", r"medicinas?", r"medicamentos", r"médicos?", r"insulina", r"sangre", r"vacunas?", r"atención médica", r"centre de traitement",
    ),
    C.SHELTER: _any(
        r"shelter(?: kits?| materials?)?", r"tents?", r"blankets?", r"tarpaulins?", r"plastic sheet(?:s|ing)", r"roofing(?: \w+)?", r"non-food items", r"NFIs?", r"(?:sleeping )?mats?", r"mattress(?:es)?", r"bedding", r"quilts?",
        r"stoves", r"heaters", r"heating", r"(?:warm|winter) cloth(?:es|ing)", r"winter (?:kits?|items|packages?)", r"seaux", r"pots and pans", r"ollas", r"(?:kits? de|ustensiles de) cuisine", r"مدافئ", r"المدافئ", r"clothes", r"clothing", r"(?:kitchen|cooking) (?:sets?|kits?|utensils|pots)", r"household (?:goods|items)", r"(?:solar )?lamps", r"cots",
        r"winteri[sz]ation(?: \w+)?", r"building materials?", r"rope", r"sandbags", r"bâches?", r"tentes?", r"couvertures?", r"nattes?", r"abris?", r"matelas", r"carpas?", r"mantas?", r"colchon(?:es|etas)?", r"toldos?", r"frazadas?",
        r"kits? de cocina", r"ropa", r"vêtements",
    ),
    C.EDUCATION: _any(
        r"(?:learning|teaching|school) (?:materials?|supplies|kits?|spaces?)", r"(?:tent|temporary) (?:schools?|classrooms?)", r"textbooks?", r"teachers?", r"schooling", r"education", r"exercise books", r"fournitures scolaires", r"útiles escolares", r"materiales? escolares?",
    ),
    C.CHILD_PROTECTION: _any(r"child[- ]friendly (?:spaces?|cent(?:re|er)s?)", r"child protection", r"family tracing", r"espacios? amigables?", r"espaces? amis? des enfants"),
    C.GENDER_BASED_VIOLENCE: _any(r"(?:GBV|rape) (?:services|kits?|care)", r"safe spaces? for women", r"women['’]s (?:centres?|centers?|safe spaces?)"),
    C.MINE_ACTION: _any(r"(?:land ?)?mines(?! (?:workers|ministry))", r"clearance teams?", r"mine[- ](?:clearance|action|risk)(?: \w+)?", r"demining", r"deminers?", r"leaflets with pictures of explosives", r"(?:unexploded|explosive) (?:ordnance|devices?)", r"déminage", r"desminado"),
    C.HOUSING_LAND_PROPERTY: _any(r"land titles?", r"plots? of land", r"(?:building |land )?plots", r"(?<=\d )parcels(?! of (?:food|aid|clothes))", r"title deeds"),
    C.PROTECTION: _any(r"protection(?! (?:force|unit|rackets?|money|team|cluster|committee))", r"legal (?:aid|assistance)", r"identity (?:papers|documents|cards)", r"civil documentation"),
    C.TELECOMMUNICATIONS: _any(r"(?:tele)?phone (?:lines|network|service|coverage)", r"mobile network", r"internet(?: access| service)?", r"communications?", r"phone signal", r"satellite phones?", r"réseau téléphonique", r"telefonía"),
    C.LOGISTICS: _any(r"fuel", r"diesel", r"petrol", r"gasoline", r"trucks", r"helicopters?", r"warehouses?", r"carburant", r"combustible", r"gasolina", r"boats", r"ferry", r"barges?", r"Bailey bridge"),
    C.EARLY_RECOVERY: _any(r"electricity", r"power(?: supply)?(?! (?:in|to|of|over|struggle|sharing))", r"livelihoods?", r"cash(?: transfers?| assistance| grants?| payments?| handouts?)?", r"jobs", r"électricité", r"electricidad", r"power station", r"generators?"),
    C.FOOD_SECURITY: _any(
        r"food(?! (?:company|chain|industry|fight|court|critic|poisoning))(?: (?:aid|assistance|supplies|rations?|packs?|parcels?|baskets?|packages?|items|stocks?|kits?|distributions?))?", r"rations?", r"(?:hot )?meals?", r"bread", r"rice", r"flour", r"wheat",
        r"maize(?: meal)?", r"beans", r"cooking oil", r"sorghum", r"grain", r"staples?", r"seeds?", r"fodder", r"animal feed", r"foodstuffs?", r"(?:field|soup|mobile|community) kitchens?", r"porridge", r"despensas?", r"denrées", r"portions", r"vivres", r"nourriture", r"repas", r"plats chauds", r"riz", r"farine", r"rations alimentaires",
        r"alimentos?", r"comida", r"víveres", r"raciones", r"mercados? básicos?", r"kits? de alimentos", r"arroz", r"harina", r"lentils", r"dates",
    ),
}  # fmt: skip
"""Goods and services that help brings. Sharper clusters first: a hit inside another counts for the first."""

FACILITIES: Final[dict[C, re.Pattern[str]]] = {
    C.EDUCATION: _any(r"schools?", r"classrooms?", r"class(?:es)?", r"lessons", r"teaching", r"universit(?:y|ies)", r"écoles?", r"cours", r"élèves", r"escuelas?", r"clases", r"colegios?", r"aulas", r"kindergartens?", r"pupils", r"students"),
    C.HEALTH: _any(
        r"hospitals?", r"clinics?", r"health (?:posts?|cent(?:re|er)s?|facilit(?:y|ies)|units?|structures?|system|services?)", r"maternity(?: ward)?", r"pharmac(?:y|ies)", r"dispensar(?:y|ies)", r"operating theatres?", r"medical (?:cent(?:re|er)s?|facilities|points?)",
        r"centres? de santé", r"hôpita(?:l|ux)", r"dispensaires?", r"postes? de santé", r"hospital(?:es)?", r"(?:sub)?centros? de salud", r"puestos? de salud", r"(?:hospital|maternity|surgical|children['’]s|isolation|cholera|burns) wards?", r"nursing homes?",
    ),
    C.WASH: _any(
        r"wells?", r"boreholes?", r"springs?", r"water (?:network|system|main|mains|supply|supplies|points?|plants?|pipes?|tanks?|sources?|pumps?|station|services?|treatment plants?|infrastructure|trucking)", r"(?:the )?main from", r"pumping stations?",
        r"latrines?", r"toilets?", r"sewers?", r"sewage (?:system|plant|network)", r"pipelines?", r"pipes", r"taps", r"reservoirs?", r"ponds", r"forages?", r"puits", r"pozos?", r"acueductos?", r"tuberías?", r"réseau d['’]eau", r"letrinas",
    ),
    C.FOOD_SECURITY: _any(
        r"crops?", r"harvests?", r"(?:rice|maize|cassava|wheat|banana|sorghum) (?:fields?|paddies|plantations?|crops?)", r"farmland", r"fields", r"(?:hectares|acres)(?: of \w+)?", r"livestock", r"cattle", r"granar(?:y|ies)", r"grain stores?", r"food stocks?",
        r"baker(?:y|ies)", r"markets", r"fishing boats", r"plantations?", r"orchards", r"pasture", r"récoltes?", r"cultures", r"bétail", r"cultivos?", r"cosechas?", r"ganado", r"hectáreas", r"marchés?", r"mercados?", r"abaca", r"rice and maize",
    ),
    C.EARLY_RECOVERY: _any(r"power (?:lines?|plants?|station|grid|supply)", r"electricity(?: supply| network)?", r"(?:electricity|power) (?:substations?|poles)", r"shops", r"businesses", r"électricité", r"(?:servicio|suministro) (?:de energía|eléctrico)", r"banks"),
    C.TELECOMMUNICATIONS: _any(r"(?:tele)?phone (?:lines?|network|service|masts?)", r"mobile (?:network|phone\w*|coverage)", r"internet", r"communications", r"cell towers?", r"network coverage", r"réseau (?:téléphonique|mobile)", r"telecomunicaciones", r"comunicaciones"),
}  # fmt: skip
"""Services that can be lost."""

STATEMENTS: Final[dict[C, re.Pattern[str]]] = {
    C.NUTRITION: _any(
        r"(?:severe(?:ly)?|moderate(?:ly)?|global|acute(?:ly)?|child|severe acute|moderate acute|chronic(?:ally)?) (?:acute(?:ly)? )?mal(?:nutrition|nourished)", r"malnourish\w+", r"malnutrition(?! (?:screening|programme|treatment))", r"kwashiorkor", r"wasting", r"stunting",
        r"under-?nourish\w+", r"undernutrition", r"malnutrition aiguë", r"dénutrition", r"desnutrición", r"desnutrid\w+", r"malnutris",
    ),
    C.HEALTH: _any(
        r"(?:outbreaks?|epidemics?|cases?|spread|patients|suspected|infections?|upsurge|surge|rise|rising|victims) (?:[\w’'-]+(?:,\d{3})* ){0,3}(?:of|in|with|from) (?:[\w’'-]+(?:,\d{3})* ){0,3}(?:cholera|measles|malaria|typhoid|dengue|ebola|polio|diphtheria|meningitis|hepatitis|dysentery|diarrh?oea|scabies|yellow fever|COVID-19|leptospirosis|pneumonia|respiratory infections?|acute watery diarrh?oea)",
        r"(?:cholera|measles|malaria|typhoid|dengue|ebola|polio|diphtheria|meningitis|hepatitis(?: [AE])?|dysentery|diarrh?oea|scabies|yellow fever|leptospirosis|watery diarrh?oea|respiratory (?:infections?|disease|illness))(?: \w+){0,2} (?:outbreak|epidemic|cases?|patients|has (?:\w+ )?(?:broken out|sickened|spread|infected|killed)|is (?:spreading|climbing|rising|rampant)|broke out|spread\w*|infections)",
        r"(?:cas|casos) (?:[\w’'-]+(?:,\d{3})* ){0,3}(?:de |d['’])(?:choléra|rougeole|paludisme|fièvre|dengue|cólera|sarampión|diarrea|malaria|diarrhée)", r"épidémie de", r"brotes? de", r"(?:died|dying|dead|deaths) (?:of|from) (?:[\w’'-]+(?:,\d{3})* ){0,2}(?:cholera|measles|malaria|diarrh?oea|dengue|ebola|meningitis|dysentery|disease|hunger-related)", r"(?:medical|health|hospital) staff (?:[\w’'-]+(?:,\d{3})* ){0,3}(?:fled|left)", r"(?:clinics?|hospitals?|health (?:posts?|centres?|centers?)) (?:[\w’'-]+(?:,\d{3})* ){0,3}(?:empty|abandoned|deserted|at capacity|over capacity|full|beyond capacity)", r"more patients than (?:\w+ )?beds", r"outbreak of (?:disease|illness)",
        r"disease outbreaks?", r"(?:acute )?watery diarrh?oea",
    ),
    C.SHELTER: _any(
        r"sle(?:ep|eps|eping|pt) (?:[\w’'-]+(?:,\d{3})* ){0,2}(?:in the open|outdoors|outside|under (?:trees?|plastic|the (?:stars|sky|trees)|bridges?|trucks?|verandas?)|on the (?:streets?|ground|pavement|bare floor|roadside)|in (?:cars|the streets?|vehicles|fields|the bush|parks))",
        r"lost everything", r"(?:tents?|shelters|huts|tarpaulins) (?:[\w’'-]+(?:,\d{3})* ){0,3}(?:let in|letting in|leak\w*|torn|tattered|blown (?:away|down)|flooded|washed away|collapsed|flattened by (?:the )?wind)", r"(?:camp|camped|camping|living|live|staying) (?:[\w’'-]+(?:,\d{3})* ){0,2}(?:in the open(?: air)?|under (?:trees?|plastic(?: sheeting)?|the (?:stars|sky|trees))|by the road(?:side)?|in the bush)", r"without (?:a )?(?:roof|shelter)", r"no (?:roof|shelter|place to (?:stay|sleep|live))",
        r"nowhere (?:to (?:go|sleep|live|stay)|else to go)", r"exposed to the (?:elements|cold|rain)", r"freez(?:e|ing) to death", r"dorm(?:ent|ir) (?:à la belle étoile|dehors|à même le sol)", r"sans (?:abri|toit)", r"duermen? (?:a la intemperie|en la calle|al raso|en el suelo)", r"a la intemperie",
    ),
    C.FOOD_SECURITY: _any(
        r"hunger(?! strike\w*)", r"(?:going |go |went )?hungry", r"famine", r"starv(?:e|es|ed|ing|ation)", r"food[- ]insecur\w+", r"food (?:crisis|emergency|insecurity)", r"(?:skip|skipping|skipped|missing) meals", r"eat(?:ing|en)? (?:leaves|grass|weeds|roots|animal (?:feed|fodder)|one meal|once a day|nothing)",
        r"(?:not|never|nobody|no one|had not|have not|haven't|without) (?:[\w’'-]+(?:,\d{3})* ){0,6}eat(?:en|ing)?", r"(?:food|bread|flour|rice|maize|fuel and food) prices (?:[\w’'-]+(?:,\d{3})* ){0,3}(?:doubled|tripled|quadrupled|soared|risen|rocketed|rising|jumped)", r"pric(?:e|es) of (?:food|bread|flour|rice|staples) (?:[\w’'-]+(?:,\d{3})* ){0,3}(?:doubled|tripled|quadrupled|soared|risen|rocketed|rising|jumped)", r"queu(?:e|es|ed|ing) (?:[\w’'-]+(?:,\d{3})* ){0,3}for (?:bread|food|flour|rations)", r"enough to eat(?<!have enough to eat)", r"(?:depend|relian|rely|live|survive|surviving|living)\w* (?:entirely |only |solely )?on (?:food aid|handouts|rations|boiled \w+|wild \w+|leaves)", r"nothing but (?:\w+ )?(?:maize|rice|bread|leaves|beans|flour|potatoes)", r"(?:cattle|livestock|animals|goats|herds|sheep|cows) (?:[\w’'-]+(?:,\d{3})* ){0,3}(?:died|dying|perished|drowned|starved|swept away)", r"nothing (?:left )?to eat", r"(?:only )?one meal (?:a|per) day", r"IPC (?:phase )?[345]", r"insécurité alimentaire", r"famine", r"faim", r"hambre", r"hambruna", r"inseguridad alimentaria",
    ),
    C.WASH: _any(
        r"shar(?:e|es|ed|ing) (?:[\w’'-]+(?:,\d{3})* ){0,3}(?:latrines?|toilets?|taps?|water points?)", r"open defecation", r"relieve themselves in the open", r"(?:latrines?|toilets?|septic tanks|pits?) (?:[\w’'-]+(?:,\d{3})* ){0,3}(?:full|overflow\w*|blocked|clogged|collapsed)", r"sewage (?:[\w’'-]+(?:,\d{3})* ){0,3}(?:in the|on the|flow\w+|runs|overflow\w*|spill\w*)", r"drink(?:ing)? (?:[\w’'-]+(?:,\d{3})* ){0,3}(?:from|out of) (?:the )?(?:river|lake|puddles|ponds?|ditch\w*|canals?)",
        r"(?:dirty|unsafe|untreated|brackish|salty|contaminated|river|muddy|polluted) water", r"water[- ]?borne disease\w*", r"(?:only |just )?\w+ lit(?:re|er)s (?:of water )?(?:per|a) (?:person|head)", r"agua (?:salobre|contaminada|sucia)", r"eau (?:sale|souillée|insalubre|du fleuve)",
    ),
    C.EDUCATION: _any(
        r"not (?:going to|in|attending|at) school", r"(?:lessons|classes|pupils) (?:[\w’'-]+(?:,\d{3})* ){0,3}(?:under (?:the )?trees|in tents|in the open)", r"(?:classes|lessons|school|schools|the school year) (?:will|can|could|may) not (?:\w+ )?(?:resume|reopen|start|begin)", r"teachers (?:[\w’'-]+(?:,\d{3})* ){0,3}not (?:been )?paid", r"out of school", r"(?:stay|stayed|staying|kept|remain\w*|sent) (?:at |away from |out of )?(?:home from )?school", r"(?:pupils|students|children|schoolchildren) (?:[\w’'-]+(?:,\d{3})* ){0,3}(?:stay(?:ed|ing)? (?:at )?home|without (?:class(?:es)?|lessons|school\w*))",
        r"miss(?:ed|ing) (?:[\w’'-]+(?:,\d{3})* ){0,3}(?:school|classes|lessons|exams?)", r"sans (?:classe|école)", r"sin clases", r"déscolarisés?", r"lessons cannot (?:resume|begin|start)",
    ),
    C.GENDER_BASED_VIOLENCE: _any(
        r"(?:women|girls|survivors?) (?:[\w’'-]+(?:,\d{3})* ){0,8}raped", r"rapes", r"cases? of rape", r"rape (?:survivors?|victims|cases)", r"sexual(?:ly)? (?:violence|abuse|exploitation|assaults?|assaulted|harassment)", r"gender-based violence", r"GBV", r"survivors? of (?:rape|sexual violence)",
        r"survivantes?(?: de viols?)?", r"viols", r"violences? sexuelles?", r"violencia sexual", r"violencia de género", r"abusos? sexual(?:es)?", r"transactional sex",
    ),
    C.CHILD_PROTECTION: _any(
        r"(?:un(?:accompanied|-accompanied)|separated) (?:and (?:separated|unaccompanied) )?(?:children|minors|boys|girls)", r"children (?:[\w’'-]+(?:,\d{3})* ){0,2}separated from (?:their )?(?:parents|famil\w+|kin)", r"girls (?:[\w’'-]+(?:,\d{3})* ){0,3}(?:married off|forced (?:into|to) marr\w+)", r"recruit(?:s|ed|ing)? (?:[\w’'-]+(?:,\d{3})* ){0,2}(?:boys|children|minors|teenagers)", r"boys (?:[\w’'-]+(?:,\d{3})* ){0,3}recruited", r"child (?:soldiers|marriages?|labour|labor)", r"recruit(?:ment|ing|ed) (?:of )?children",
        r"forced recruitment (?:of )?(?:\w+ )?(?:children|minors|boys)", r"enfants (?:non accompagnés|séparés)", r"niñ[oa]s (?:no acompañad[oa]s|separad[oa]s)", r"reclutamiento (?:forzado )?de (?:niños|menores)", r"lost (?:their|both) parents",
    ),
    C.MINE_ACTION: _any(r"(?:because|fear|afraid|risk|danger|threat) of (?:land)?mines", r"minefields? (?:[\w’'-]+(?:,\d{3})* ){0,4}(?:shifted|moved|unmarked|near|around)", r"(?:contaminated|littered|strewn|riddled) (?:with|by) (?:[\w’'-]+(?:,\d{3})* ){0,3}(?:mines|landmines|explosives?|unexploded|cluster|ordnance)\w*", r"(?:mine|UXO|explosive ordnance) contamination"),
    C.EARLY_RECOVERY: _any(r"(?:left|plunged|remain\w*|are|were) (?:[\w’'-]+(?:,\d{3})* ){0,4}in (?:the dark|darkness)", r"power (?:cuts?|outages?|blackouts?)", r"blackouts?", r"los(?:t|ing) (?:their )?(?:livelihoods?|boats|nets|tools|jobs|shops|stalls|source of income)", r"apagones?", r"coupures? (?:de courant|d['’]électricité)"),
    C.TELECOMMUNICATIONS: _any(r"(?:tele)?phones (?:do not|did not|are not|no longer) work\w*", r"phones (?:are |went )?dead", r"no (?:phone |mobile )?signal", r"phone lines (?:are |were )?(?:down|cut|dead)"),
    C.PROTECTION: _any(r"protection (?:needs?|concerns?|risks?|gaps?)", r"(?:lost|without) (?:their )?(?:identity|ID|civil) (?:papers|documents|cards)", r"(?:elderly|disabled|persons? with (?:motor |physical )?(?:impairments?|disabilit(?:y|ies))) (?:[\w’'-]+(?:,\d{3})* ){0,3}(?:were |have been )?left behind"),
    C.HOUSING_LAND_PROPERTY: _any(r"(?:land|property) (?:disputes?|grabbing|grabs)", r"forced evictions?", r"threatened with eviction", r"eviction (?:threats?|notices?)"),
}  # fmt: skip
"""What tells of a need by itself."""

LACK_BEFORE: Final = re.compile(
    r"\b(?:lack(?:s|ed|ing)?(?: of)?(?: access to)?|shortages? of|short of|short on|running (?:out|low|short) (?:of|on)|r[au]n (?:out|low|short) (?:of|on)|without(?: access to| enough| any| adequate| sufficient| proper)?|no(?: access to| adequate| more| proper| functioning| stock of| supply of)?"
    r"|not enough|too few|too little|little(?: or no)?|insufficient|inadequate|scarce|(?:limited|poor|restricted|difficult) access to|access to|need(?:s|ed|ing)?(?: of| for| more)?|in (?:\w+ )?need of|requir(?:e|es|ed|ing)|requests? for|deprived of|cut off from|(?:un|not )able to (?:get|find|afford|reach|access|buy)"
    r"|(?:cannot|can ?not|could not|can't) (?:get|find|afford|reach|access|buy)|hardly any|barely any|demand for|struggl\w+ (?:to (?:get|find|afford|access|buy)|for)|calls? for|called for|appeal(?:s|ed|ing)? for|plead(?:s|ed|ing)? for|ask(?:s|ed|ing)? for|begg(?:ed|ing) for|lost (?:access to)?"
    r"|high(?:er)? prices? (?:of|for)|wait(?:ing)? for|desperate for|manque(?:nt)? (?:de|d['’])|pénurie de|faute de|sans(?! fronti)|rupture (?:de|d['’])|besoins? (?:urgents? )?(?:de|d['’]|en)|n['’](?:a|ont) (?:plus|pas) (?:de|d['’])|il n['’]y a (?:ni|pas de|plus de|plus d['’])|ni|pas assez de|demande(?:nt)? (?:de|du|des)"
    r"|falta(?:n)?(?: de)?|escasez de|escasea|sin|(?:for )?want of|out of|down to (?:its|their|the) last|last of (?:the|its|their)|not a(?: single)?|hardly an?|(?:for|through) lack of|queu(?:e|es|ed|ing) (?:\S+ ){0,4}?for|lin(?:e|ed|ing) up (?:\S+ ){0,3}?for|wait(?:s|ed|ing)? (?:\S+ ){1,5}?for|(?:walk|trek|travel|row|ride|climb|journey)\w* (?:\S+ ){0,4}?(?:hours?|days?|km|kilomet\w+|miles?) (?:\S+ ){0,2}?(?:to|for)|fight\w* (?:over|for)|squabbl\w+ over|(?:in search of|search\w* for|hunt\w* for|dream\w* of|beg\w* for|cry\w* for|pray\w* for|ration\w*|eke out|hoard\w*)|(?:days?|weeks?|months?) without|no (?:working|usable|proper|sign of|trace of)|à court de|plus (?:de|d['’]|aucune?)|aucune?|ya no (?:hay|tienen|queda\w*)|care(?:ce|cen) de|necesita(?:n)?|requiere(?:n)?|no (?:hay|tienen|cuentan con)|hace(?:n)? falta|urge(?:n)?|one|a single|only (?:one|two|three|four|\d+)|just (?:one|two|three|four|\d+)|une|un|una)\s+"
    r"(?:(?:[\w’'-]+,?\s+){0,5}?)$",
    re.IGNORECASE,
)
"""Words of lack before the goods, with up to five words between."""
FEW: Final = re.compile(
    r"\s(?:for|per|to|serves?|pour|por|para|cada)\s(?:every\s|each\s|the\s|all\s)?(?:\w+\s){0,2}(?:\d|some|about|hundred|thousand|whole|people|users|sixty|fifty|cada|usagers|a population)",
    re.IGNORECASE,
)
"""One latrine for 190 people"."""

LACK_AFTER: Final = re.compile(
    r"(?:[^.;,]|,(?=\d{3})){0,35}?\b(?:(?:is|are|was|were|has|have|had|been|being|remain(?:s|ed)?|be|runs?|will|may|could|critically|desperately|extremely|very|so|still|now|also|already|almost|nearly|badly|urgently|severely|acutely)\s+)+"
    r"(?:(?:\w+ly|in|very|all|still|now|also|already|almost|nearly|being|badly|dire|desperate|urgent|acute)\s+)*"
    r"(?:short(?! term)(?: supply)?|short supply|scarce|lacking|lacked|needed|required|requested|missing|insufficient|inadequate|limited|exhausted|depleted|unavailable|out of (?:reach|stock)|running (?:low|out|short)|run out|sold out|overwhelmed|overstretched|stretched|not (?:available|enough|sufficient)|unaffordable"
    r"|need|demand|expensive|gone|cut|cut off|out|run(?:ning)? dry|rationed|in demand)\b"
    r"|[^.;]{0,30}?\b(?:ran out|sold out|ran (?:low|short|dry)|shortages?|needed|required|requested|scarce|lacking|unavailable|manque(?:nt)?|insuffisante?s?|épuisée?s?|escase(?:a|an)|insuficientes?|agotad[oa]s?|urgente?s?)\b",
    re.IGNORECASE,
)
"""Words of lack after the goods."""
LOST_AFTER: Final = re.compile(
    r"(?:(?:, [^,.;]{1,90},)?(?:[^.;,]|,(?=\d{3})){0,45}?\b(?:is|are|was|were|has|have|had|be|been|remain(?:s|ed)?|lie|lies|stand|stands|sont|est|ont|reste(?:nt)?|está|están|fue|fueron|ha|han|quedó|quedaron|se)\s+(?:\w+\s+){0,3}?|\s*(?:\([^)]*\)\s*)?[,:]?\s*(?:\d[\d,.]*\s+)?)(?:closed|shut|suspended|called off|cancelled|canceled|halted|interrupted|disrupted|out of (?:service|order|action|use)|not (?:working|functioning|functional|operating)|non[- ]functional|no longer (?:working|functioning|functional|operating)|stopped (?:working|functioning)|collapsed|overwhelmed|overflowing"
    r"|overstretched|overcrowded|full to|contaminated|polluted|fouled|poisoned|dried up|dry|broken|cut|cut off|knocked out|down|swept away|washed (?:away|out)|under water|submerged|flooded|inundated|lost|wiped out|failed|rotted|ruined|destroyed|damaged|hit|beyond repair|burn(?:ed|t)|razed|looted|used as (?:shelters?|sites)"
    r"|occupied|working from tents|without (?:power|electricity|water|staff|medicines?)|closed (?:its|their) doors|in ruins|fermée?s?|closes?|détruite?s?|inutilisables?|hors (?:service|d['’]usage)|contaminée?s?|perdue?s?|ravagée?s?|cerrad[oa]s?|destruid[oa]s?|suspendid[oa]s?|contamin(?:ó|ad[oa]s?)|perdid[oa]s?|dañad[oa]s?"
    r"|(?:contaminó|secó|derrumbó|cayó|cerró)|en el suelo|afectad[oa]s?|colapsad[oa]s?|necesitan revisión|saturés?|débordés?|inondée?s?)\b",
    re.IGNORECASE,
)
LOST_BEFORE: Final = re.compile(
    r"\b(?:closed|shut(?: down)?|suspended|fouled|contaminated|polluted|destroyed|damaged|washed (?:away|out)|swept away|flooded|lost|broke|cut|disrupted|knocked out|overwhelmed|loss(?:es)? (?:of|in)|closure of|destruction of|collapse of|damage to|no|without|lack of|few|only (?!the\b)\w+|shortage of|wip(?:ed|ing) out|ruined|ravaged"
    r"|fermeture (?:de|des)|détruit|perte de|cierre de|destruyó|dañó|pérdida de|sans|sin)\s+(?:(?:[\w’'-]+\s+){0,4}?)$",
    re.IGNORECASE,
)
RUINED_ONLY: Final = re.compile(
    r"\b(?:destroyed|damaged|hit|burn(?:ed|t)|razed|looted|destruction|damage|détruit\w*|destrui\w+|dañad\w+|ravag\w+)\b",
    re.IGNORECASE,
)
"""A single school that is hit is news of the attack; several that are lost are a need."""
PLURAL: Final = re.compile(r"s\b|\d", re.IGNORECASE)

NOT_LACKING: Final = re.compile(
    r"\b(?:no (?:shortage|lack|need|longer)|not (?:short|lacking|needed)|(?:is|are|was) (?:sufficient|enough|adequate|plentiful|available)|no sign of|without (?:incident|injur\w+|casualt\w+)|(?<!not )(?<!never )(?:reopened|resumed|restored)|was lifted|kept running|pas de pénurie)\b",
    re.IGNORECASE,
)
BY_VIOLENCE: Final = re.compile(
    r"\b(?:air ?strikes?|shelled|shelling|bombed|bombing|rockets?|missiles?|drones?|gunmen|explosion|blast)\b",
    re.IGNORECASE,
)

WORDS_OF_SEVERITY: Final[dict[S, re.Pattern[str]]] = {
    S.CRITICAL: _any(
        r"catastroph(?:ic|e)", r"life[- ]threatening", r"lives? (?:are )?at (?:stake|risk)", r"famine", r"starvation", r"starv(?:ing|ed) to death", r"critical(?:ly)?", r"extremely (?:dire|serious|critical|poor|short)", r"apocalyptic", r"outbreaks?", r"epidemics?",
        r"emergency levels?", r"IPC (?:phase )?[45]", r"dying of", r"critiques?", r"catastrophique", r"épidémie", r"famine", r"crític[oa]s?", r"catastrófic[oa]", r"brotes?", r"hambruna", r"horrific", r"appalling", r"inhumane?",
    ),
    S.SEVERE: _any(
        r"dire", r"severe(?:ly)?", r"acute(?:ly)?(?! watery)", r"desperate(?:ly)?", r"urgent(?:ly)?", r"grave", r"alarming", r"collaps(?:ed|ing)", r"overwhelmed", r"terrible", r"deplorable", r"serious(?:ly)?", r"badly", r"worsening", r"deteriorat\w+", r"pressing", r"harsh",
        r"first thing", r"sévères?", r"aiguës?", r"urgente?s?", r"urgence", r"alarmante?s?", r"grave(?:s|ment)?", r"désespér\w+", r"sever[oa]s?", r"alarmantes?", r"desesperad\w+",
    ),
    S.MODERATE: _any(
        r"shortages?", r"short(?: of| on| supply)?", r"lack(?:s|ed|ing)?", r"insufficient", r"inadequate", r"limited", r"not enough", r"too (?:few|little)", r"scarce", r"in (?:\w+ )?need", r"run out", r"ran out", r"running (?:out|low)", r"sold out", r"poor", r"difficult",
        r"moderate", r"manqu\w+", r"pénurie", r"insuffisant\w*", r"dans le besoin", r"rupture", r"plus de", r"falta\w*", r"escas\w+", r"insuficient\w+", r"suficientes", r"carece\w*",
    ),
}  # fmt: skip
"""How bad a lack is said to be; the worst word of the clause counts."""

SHARED_BY: Final = re.compile(
    r"\b(?:one|a|an|single|une?|una|\d+)\s+[\w-]+\s+(?:to|for|per|serving|pour|por|para|cada)\s+(?:every\s+|each\s+|some\s+|about\s+)?$",
    re.IGNORECASE,
)
"""Before the users of one latrine."""
A_SHARE: Final = re.compile(
    r"\s+[\w’'-]+\s+(?:(?:per|par|por)\s|(?:to|in)\s(?:a|an|one|each|every)\s)", re.IGNORECASE
)
"""After those who share one bed."""
PATIENTS: Final = re.compile(
    r"\s+(?:new\s+|of them\s+)?(?:with (?:moderate|severe|acute|cholera|malaria|measles|injur\w+|disabilit\w+)|suspected|confirmed|cases|cas\b|casos|patients|survivantes|malnourished|had been raped)",
    re.IGNORECASE,
)
"""After a number: the sick are counted as cases."""
GENERAL_LACK: Final = re.compile(
    r"\b(?:acute |severe |dire )?(?:shortages?|rupture|pénurie|escasez)\b|\bnone (?:is|are|was|were) left\b|\bno stocks?\b|\bran out\b|\bhas received nothing\b",
    re.IGNORECASE,
)
"""A lack of what the heading names."""
HARMED: Final = re.compile(
    r"\b(?:wounded|injured|killed|dead|blessés?|morts|heridos?|muertos)\b", re.IGNORECASE
)
"""Who is counted as harmed is not counted as in need as well."""
