"""How help is told: who gives, what is done with what, in English, French and Spanish."""

import re
from typing import Final

from summariser.schemas.codebooks import Cluster as C
from summariser.schemas.codebooks import ResponseStatus as R

_DONE = (
    r"delivered|distributed|provided|handed out|sent|supplied|donated|brought|dispatched|shipped|airlifted|air[- ]?dropped|dropped|fed|served|treated|vaccinated|immuni[sz]ed|rescued|pulled|gave|given|set up|opened|installed|repaired|restored|drilled"
    r"|trucked|released|reached|assisted|supported|helped|screened|deployed|lent|allocated|paid|housed|sheltered|accommodated|lodged|put up|built|erected|reunited|cleared|blew up|blown up|defused|disposed of|dished up|evacuated|flown|flew|ferried|carried"
    r"|cooked|mobili[sz]ed|launched|established|seen|cared for|received|rehabilitated|disinfected|chlorinated|fumigated|pre-?positioned|stocked|equipped|trained|registered|transferred|covered|issued|prepared|bought|made available|rushed|unloaded|stationed|led"
    r"|evacuated|winched|plucked|lifted|contributed|loaned|taken in|took in|hosted|given out|gave out|shared out|doled out|ladled out|bandaged|operated on|dug|put in|put up|laid on|pitched|passed out|mended|refilled|topped up|counselled|reopened|restocked|chartered|paid for|financed|funded"
)
_DO = (
    r"deliver|distribute|provide|hand out|send|supply|donate|bring|dispatch|ship|airlift|air-?drop|drop|feed|serve|treat|vaccinate|immuni[sz]e|rescue|give|set up|open|install|repair|restore|drill|truck|release|reach|assist|support|help|screen|deploy|lend|allocate|pay|house|shelter"
    r"|accommodate|build|erect|reunite|clear|evacuate|fly|ferry|cook|mobili[sz]e|launch|establish|rehabilitate|disinfect|chlorinate|fumigate|equip|train|register|transfer|cover|receive|dock|begin|arrive|start|come|resume|host|reopen|give out|share|hand|put up|dig|pitch|restock|mend|run|bring in|carry on|relocate|pump|desludge|fund"
)
_GIVING = (
    r"deliver|distribut|provid|hand(?=ing out)|send|supply|bring|dispatch|shipp|airlift|airdropp|feed|serv|treat|vaccinat|immuni[sz]|rescu|giv|sett(?=ing up)|open|install|repair|restor|drill|truck|tanker|bladder|releas|reach|assist|support|"
    r"help|screen|deploy|hous|shelter|accommodat|build|erect|reunit|clear|evacuat|fly|ferry|cook|mobili[sz]|launch|establish|runn|operat|car(?=ing for)|host|trac|register|work(?=ing (?:to|with|on|round))|scal(?=ing up)|search|train|prepar|disinfect|chlorinat|pump|tend|donat|putt(?=ing (?:up|in))|dig|pitch|bring(?=ing)|hand|ladl|bandag|counsel|dol(?=ing out)|pass(?=ing out)|shar(?=ing out)|mend|restock|desludg|car"
)

HELPING: Final[tuple[tuple[R, re.Pattern[str]], ...]] = (
    (
        R.SUSPENDED,
        re.compile(
            r"\b(?:(?:has|have|had|was|were|is|are|been)\s+)*(?:(?:temporarily|indefinitely|now|also|immediately)\s+)?(?:suspend(?:ed|s|ing)?|paus(?:ed|es|ing)|halt(?:ed|s|ing)?|stopped|put on hold|put (?:its|their|the|all) (?:\w+ ){0,3}on hold|withdr[ae]wn?|pulled out|interrupted|discontinued|scaled (?:back|down)|frozen|called off|put off"
            r"|suspendu(?:e|es|s)?|interrompu(?:e|es|s)?|interrompt|interrompent|suspend(?:ent)?|arrêté|suspendi(?:ó|eron|d[oa]s?)|interrumpi\w+|detuvo)\b",
            re.IGNORECASE,
        ),
    ),
    (
        R.REFUSED,
        re.compile(r"\b(?:refus(?:ed|es)|reject(?:ed|s)|turned down|declined|a refusé|ont refusé|rechazó|rechazaron)\b(?=[^.;]{0,40}\b(?:aid|help|assistance|relief|offers?|aide|ayuda)\b)", re.IGNORECASE),
    ),
    (
        R.PLANNED,
        re.compile(
            rf"\b(?:(?:will|would|shall|should|is to|are to|(?:plans?|intends?|hopes?|aims?|expects?|agreed|promised|pledged|vowed|offered|prepar(?:es|ed|ing)|due|expected|set|scheduled|ready|planning|proposes?|wants?|means?) to)\s+(?:\w+ly\s+|soon\s+|also\s+)?(?:(?:{_DO})|be\s+(?:{_DONE}))"
            r"|promis(?:ed|es|e)|pledg(?:ed|es)|(?:intends?|means?|hopes?|has yet) to (?:share|hand|give|bring|send|open|distribute)|announc(?:ed|es)|set aside|earmarked|plans? (?:another|a|an|to)|is planning|offer(?:ed|s)|agreed to|have agreed to|has agreed to|prévoi(?:t|ent) d[e'’]\s?\w+|va \w+er|promet(?:tent)?|compte \w+er|a promis|annonc(?:e|é|ent)|anunció|anunciaron|prevé \w+|prometió|enviará|entregará|distribuirá|instalará)\b",
            re.IGNORECASE,
        ),
    ),
    (
        R.ONGOING,
        re.compile(
            rf"\b(?:(?:is|are|was|were)(?:\s+(?:also|now|still|currently|already|being))*\s+(?:{_GIVING})\w*ing\b(?! (?:out(?! of hand)|low|short|dry|late|away|amok|high)\b(?<!handing out))|(?:has|have|had) been (?:also |now )?(?:{_GIVING})\w*ing\b|(?:{_GIVING})ing(?: up| out)?(?=\s+(?:relief|aid|food|water|emergency|medical|tents|support))|continu(?:es?|ed|ing) to (?:{_DO})|(?:has|have) (?:begun|started) (?:to (?:{_DO})|\w+ing)|(?:has|have) been (?:busy|out) \w+ing|(?:brings|moves|pumps|operates on|keeps|vaccinates|listens to|hands out|gives out|looks after|pays)(?= (?:\w+ ){{0,2}}(?:food|rice|meals|bread|water|medic|patients|wounded|children|women|families|teachers|survivors|the hospital|the clinic|refugees|\d))|(?:has|have) (?:[\w,-]+ ){{0,6}}(?:at work|in place|on the ground|working)|has (?:room|space|beds|cots)(?= for)|runs?(?=\s+(?:\w+ ){{0,4}}"
            r"(?:kitchens?|clinics?|spaces?|centres?|centers?|shelters?|camps?|schools?|units?|pumps?|plants?|hotlines?|helplines?|classes|ambulances?|buses))|operates?|(?:delivers|distributes|provides|serves|treats|feeds|trucks(?= (?:water|in|\d))|supplies(?= \w+ (?:to|with))|assists|supports|cares for|is trucking|tends|sees(?= (?:\w+ ){0,3}patients))|being (?:distributed|delivered|treated|provided|supplied|trucked|vaccinated)"
            r"|(?:fournit|fournissent|distribue(?:nt)?|assure(?:nt)?|soigne(?:nt)?|soulage(?:nt)?|pren(?:d|nent) en charge|achemine(?:nt)?|apporte(?:nt)?|héberge(?:nt)?|nourri(?:t|ssent)|vaccine(?:nt)?|accueill(?:e|ent)|reprend(?: ses)?|reprennent|gère(?:nt)?|retoma(?:n)?|reanuda(?:n)?|reparte(?:n)?|sirve(?:n)?|lleva(?:n)?|acoge(?:n)?|vacuna(?:n)?|entrega(?:n)?|distribuye(?:n)?|atiende(?:n)?|brinda(?:n)?)|está(?:n)? (?:entregando|distribuyendo|atendiendo|repartiendo))\b",
            re.IGNORECASE,
        ),
    ),
    (
        R.DELIVERED,
        re.compile(
            rf"\b(?:(?:has|have|had|having|was|were|been)\s+)*(?:(?:also|already|so far|since|now|just|together|jointly|mostly)\s+)*(?:{_DONE})\b"
            r"|\b(?:a|ont|avait|avaient)\s+(?:déjà\s+)?(?:distribué|livré|remis|fourni|envoyé|ouvert|servi|logé|soigné|installé|vacciné|acheminé|hébergé|secouru|donné|évacué|reçu)\b"
            r"|\b(?:repartió|repartieron|entregó|entregaron|distribuyó|distribuyeron|envió|enviaron|desplegó|desplegaron|instaló|instalaron|atendió|atendieron|ha atendido|han atendido|ha entregado|han entregado|evacuó|evacuaron|donó|donaron|vacunó|vacunaron|habilitó|rescató|rescataron|ha visto|mandó|mandaron|llevó|llevaron|sirvió|sirvieron|acogió|acogieron|brindó|brindaron|abrió|abrieron)\b",
            re.IGNORECASE,
        ),
    ),
)  # fmt: skip
"""Verbs of help by status. The first that fits a place in a sentence counts."""

OWN_AIM: Final[tuple[tuple[C, re.Pattern[str]], ...]] = (
    (
        C.HEALTH,
        re.compile(
            r"\b(?:vaccinat\w*|immuni[sz]\w*|treat(?:ed|ing|s)?|cared for|caring for|soign\w+|vaccin\w+|atend\w+|vacun\w+|bandag\w+|operat(?:es|ed|ing) on)\b",
            re.IGNORECASE,
        ),
    ),
    (C.PROTECTION, re.compile(r"\b(?:tracing|reunit\w+)\b", re.IGNORECASE)),
    (C.FOOD_SECURITY, re.compile(r"\b(?:fed|feed(?:ing|s)?|cooked|cooking|dished up)\b", re.IGNORECASE)),
    (
        C.MINE_ACTION,
        re.compile(
            r"\b(?:blew up|defused|demin\w+|disposed of|clear(?:s|ed|ing)?(?= (?:\w+ ){0,3}(?:mines|landmines|ordnance|explosives|bomblets|munitions|shells|UXO|minefields))|(?:blew|blown) up (?=[^.;]{0,40}(?:mine|ordnance|device|shell|bomb|one\b)))\b",
            re.IGNORECASE,
        ),
    ),
    (
        C.SHELTER,
        re.compile(
            r"\b(?:hous(?:ed|ing)|shelter(?:ed|ing)|accommodat\w+|lodged|put up|has (?:room|beds|cots|space)|logé|hébergé|alojó)\b",
            re.IGNORECASE,
        ),
    ),
)
"""What a verb of help is about where nothing is named that is given."""

HEALS_THEM: Final = re.compile(
    r"\b(?:treat(?:ed|ing|s)|bandag\w+|operat(?:es|ed|ing) on|cared for|caring for|vaccinat\w+|soign\w+|atend\w+)\b",
    re.IGNORECASE,
)
"""The wounded whom a hospital treats are reached, though they count as harmed as well."""

NEEDS_GOODS: Final = re.compile(
    r"^(?:(?:has|have|had|was|were|been|is|are|will|would|to|being|having|also|already|now|since|just)\s+)*(?:sent|send|brought|bring|pulled|gave|given|give|opened|restored?|releas(?:ed|e)|reached|reach|support(?:ed|s)?|help(?:ed)?|screen(?:ed)?|deploy(?:ed)?|paid|pay|clear(?:ed)?|buil[td]|build|flown|flew|fly|flies|carried|launched|launch"
    r"|established?|seen|saw|received|moved|transferred|cover(?:ed)?|issue(?:d)?|prepared?|bought|trained|registered|mobili[sz]ed|dropped|evacuat(?:ed|e)|ferried|cooked|lent|lend|stationed|promis(?:ed|es)|pledg(?:ed|es)|promise|set aside|earmarked|announc(?:ed|es)|offer(?:ed|s)|agreed to|plans?.*|operates?|runs?|set up|installed?|repair(?:ed)?|rushed|equipped|stocked"
    r"|served?|treat(?:ed)?|led|hosted|contributed|allocat(?:ed|e)|set aside|earmarked|put up|housed?|begin|start|arrive|dock|annonc.*|anunció|anunciaron|envoyé|ouvert|donné|reçu|évacué.*|envió|enviaron|desplegó|desplegaron|évacu.*|evacuó|evacuaron|atendió|atendieron|ha atendido|han atendido|.*ing)$",
    re.IGNORECASE,
)
"""Verbs that soldiers, courts and shops use as well: goods of help, or people helped, must be named with them."""

HELPED: Final = re.compile(
    r"\b(?:survivors?|patients?|wounded|injured|displaced|evacuees|refugees|rapatriés|damnificadas|sinistrés|desplazados|returnees|victims|beneficiar\w+|families|households|children|women|people|persons|individuals|IDPs?|PLWG?|PLWs|learners|farmers|pupils|residents|ménages|familles|enfants|personnes|patientes?|pacientes|familias|hogares|personas|niños|damnificados|déplacés|blessés|heridos|élèves|alumnos|survivantes|usagers|pregnant|mothers|students|newborns|infants|under-fives|habitants|habitantes|affected)\b",
    re.IGNORECASE,
)
HEALS: Final = re.compile(
    r"\b(?:patients?|wounded|injured|blessés|heridos|pacientes|cases of)\b", re.IGNORECASE
)

HELPERS: Final = re.compile(
    r"(?<![\w-])(?:(?:[A-Z][\w’'-]*\s+){0,3}(?:Red (?:Cross|Crescent)|Croix-Rouge(?: \w+)?|Cruz Roja(?: \w+)?|Medecins|Médecins [Ss]ans [Ff]rontières|Doctors (?:Without Borders|of the World)|Save the Children|Caritas|Oxfam|World Vision|CARE|Concern|Mercy Corps|Islamic Relief|Handicap International|"
    r"ShelterBox|Alima|ALIMA|GOAL|Medair|Tearfund|Cordaid|ACTED|Acted|Solidarités(?: International)?|Intersos|INTERSOS|Trócaire|HelpAge(?: International)?|BRAC|HIAS|Médecins du Monde|Action (?:contre la Faim|Against Hunger)|Première Urgence|Plan International|Norwegian Church Aid|World Central Kitchen|Welthungerhilfe|German Agro Action|Terre des Hommes|White Helmets|Programme alimentaire mondial|Programa Mundial de Alimentos|World Food Programme|World Health Organi[sz]ation|Cáritas(?: de [A-Z]\w+(?: [A-Z]\w+)?)?|UNICEF|UNHCR|WFP|WHO|IOM|OCHA|UNFPA|FAO|UNDP|UN|MSF|ICRC|IFRC|IRC|NRC|DRC|ACF|MINUSCA|MONUSCO|EU|USAID|ECHO|AFAD|BNPB|FEMA|INGC|INDECI|NDMA|NEMA|SEMA|DSWD|DOH|PRCS|OXFAM|CRS|ADRA|HALO|MAG|PAM|OIM|OMS|HCR|ACNUR|CICR|UNRWA)"
    r"|(?i:(?:the |a |an |our |la |le |el |les |los |una? |l['’])?(?:[\w’'-]+\s+){0,3}?(?:(?:ministr(?:y|ies)|department|directorate|office|secretariat)(?: (?:of|for) (?-i:[A-Z])\w+(?: and (?-i:[A-Z])\w+)?)?|government|gobierno|gouvernement|authorit(?:y|ies)|municipalit(?:y|ies)|council|army|navy|air force|battalion|engineers|firefighters?|volunteers?|activists|charit(?:y|ies)|agenc(?:y|ies)|NGOs?|organi[sz]ations?|non-governmental organi[sz]ations?"
    r"|mission|diocese|church|parish|paroisse|mosque|foundation|association|cooperative|district|province|governor|mayor|prefecture|mairie|alcaldía|municipio|police|sheriff['’]s deputies|deputies|crews|rescuers|rescue (?:teams?|workers)|civil (?:protection|defen[cs]e)|protection civile|defensa civil|relief workers|aid workers|aid agencies|medics|doctors"
    r"|groups|midwives|health (?:workers|units|teams|directorate|department|authorities)|hospitals?|clinics?|coast ?guard|peacekeepers|donors|embassy|bank|company|mosques|churches|neighbours|network|(?<=nuestra )red|réseau|ejército|armada|armée|bomberos|alliance|partners|emergency (?:services|unit)|state|federation|society|union|team|teams|department|directorate|commission|committee|cabinet|president|minister|motels|hotels|ship|buque)))(?!\w)"
)  # fmt: skip
"""Who gives help, where the subject has no proper name."""
SELF: Final = re.compile(r"^(?:[Ww]e|[Oo]ur|[Nn]ous|[Nn]uestr[oa])\b")
NOT_HELPERS: Final = re.compile(
    r"\b(?:he|she|it|they|who|which|that|there|this|these|those|families|people|residents|villagers|women|men|children|nobody|no one|none|some|many|most|others|farmers|gunmen|rebels|militants|fighters|attackers|personne|nadie|third|trucks|cash|shelter|storm|council tax|insurgents|militia\w*|gangs?|bandits|soldiers|troops|jihadists?|guerrillas?|separatists?|court|judge|reporter"
    r"|survivors|patients|evacuees|refugees|displaced|households|storm|floods?|river|water|fire|quake|earthquake|rain|customs|protesters|il|elle|ils|elles|on|ellos|ellas|se|quien)\b$"
    r"|^(?:camp|campement|campamento|albergue|refugio)\s+(?:(?:de|du|des|del|la|los|las)\s+)*(?-i:[A-ZÀ-ÖØ-Þ]).*",
    re.IGNORECASE,
)
AREA: Final = re.compile(
    r"\b(?:(?:sub-)?districts?|provinces?|villages?|towns?|camps?|governorates?|count(?:y|ies)|municipalit(?:y|ies)"
    r"|communes?|settlements?|islands?|neighbou?rhoods?)\s+(?:(?:have|has|had|each|also)\s+)*$",
    re.IGNORECASE,
)
"""Before "received": where the help went."""
BY: Final = re.compile(
    r"[^.;]{0,70}?\b(?:by|par|por)\s+(?=(?:the\s+|la\s+|le\s+|el\s+|l['’])?[\w])", re.IGNORECASE
)
LEADING: Final = re.compile(
    r"(?:[-–—*•◦▪●‣·>\d.)\s]*)(?:(?:On|In|At|By|Since|After|Before|During|Over|Within|As of|For|From|Also|Meanwhile|So far|To date|Le|Depuis|Au|En|Desde|Quant (?:à|aux?)|Last|This|Earlier|Yesterday|Today|Separately|Elsewhere|However|In addition|Additionally)\b[^,]{0,60},\s+)?"
)
OF_WORK: Final = re.compile(
    r"\b(?:work(?:ing)?|distributing|delivering|operating|operations?|activit\w+|deliver\w+|distributions?|services?|programmes?|programs?|assistance|aid|relief|missions?|flights?|staff|vaccination\w*|convoys?|support|payments?|clinics?|kitchens?|schools?|project|transfers?|vuelos|socorro|consultas|consultations|travaux|activités|aide|distribution|opérations?|actividades|operaciones|ayuda|entregas?|labores)\b",
    re.IGNORECASE,
)
"""What of helpers can be suspended."""

RELATIVE: Final = re.compile(
    r"^(?P<who>.*?),?\s+(?:which|who|whose\s+\w+|qui|que|quienes)(?:\s+\w+ly)?\s*$", re.IGNORECASE | re.DOTALL
)
"""Behind "the Red Cross, which brought water": the helper is named right before the pronoun."""
RUN_BY: Final = re.compile(
    r"\b(?:shelters?|camps?|cent(?:re|er)s?|sites?|kitchens?|clinics?)\s+(?:that (?:is|are) )?(?:run|managed|operated|set up|opened)\s+by\s+(?=\w)",
    re.IGNORECASE,
)
NOT_REACHED: Final = re.compile(
    r"\b(?:staff|volunteers?|vessels?|planes?|flights?|health workers|dollars|euros|pesos|francs|days?|months?|years?|hours?|visits?|schools?|posts?|points?|wells?|centres?|districts?|villages?|sites?|states?|provinces?|crews?|churches|mosques|occasions|phases|camps)\b",
    re.IGNORECASE,
)
"""What else is counted beside help."""

BE: Final = re.compile(
    r"\b(?:was|were|been|be|is|are|being)\b|^(?:distributed|delivered|dispatched|handed out|provided|sent|shipped|given|set up|opened|installed|dished up)$",
    re.IGNORECASE,
)
"""A passive verb: what is given stands before it."""
ON_THE_WAY: Final = re.compile(
    r"\b(?:on (?:the|its|their) way|en route|due|planned|expected|in the pipeline|to (?:follow|come)|en camino|prévus?)\b",
    re.IGNORECASE,
)

MORE_OF_IT: Final = re.compile(
    r"\b(?:more|another|further|additional|the rest|otr[oa]s?|más|supplémentaires?|autres?)\b", re.IGNORECASE
)
"""A second act of the same: "UNHCR has delivered 2,000 tents and plans to send 3,000 more"."""

AID: Final = re.compile(
    r"\b(?:(?:humanitarian|emergency|food|medical|relief|foreign|international) (?:aid|assistance|relief|help|supplies|goods|items|packages?)|for (?:the )?relief|relief (?:goods|items|supplies|packages?|materials?)|(?:aid|supplies|assistance|donations?)(?! (?:workers?|agenc|groups?|officials?|convoys? (?:was|were) (?:attacked|ambushed|looted)))"
    r"|(?:search[- ]and[- ]rescue|rescue|medical|emergency) (?:teams?|crews?|workers|personnel)|rescuers|sniffer dogs|aide (?:humanitaire|d['’]urgence)|secours|ayuda(?: humanitaria)?|brigadas? de rescate|help(?= (?:to|for|from)))\b",
    re.IGNORECASE,
)
"""Help without a word for what it is."""
ARRIVED: Final = re.compile(
    r"\b(?:convoys?|trucks?|lorr(?:y|ies)|shipments?|planes?|aircraft|flights?|ships?|vessels?|barges?|boats?|helicopters?|consignments?|cargo|loads?|aid|supplies|tonnes|tons|convoi|camions?|convoy|camiones|buque|avión)\b[^.;]{0,70}?"
    r"\b(?:arrived|arrives|entered|reached|landed|docked|unloaded|got through|came in|crossed|est arrivé|sont arrivés|llegó|llegaron|ingresó|ingresaron|atracó)\b",
    re.IGNORECASE,
)
"""How goods come by themselves: "a convoy of 18 trucks with food entered the town"."""
LEAD_IN: Final = re.compile(
    r".*(?:\b(?:by|run|in|on|at|and|or|from|with|said|says|hormis|except|of late|since|after|for|to|as|our|their|its|his|that|who|which|may|june|july|only|two|three|four|five|six|seven|eight|nine"
    r"|ten|dozen|several|many|some|most|other|another|all|both|une?|des|et|y|par|por)\b|\b\d[\d,.]*\b)\s*(?=\S)",
    re.IGNORECASE,
)
"""What leads to the name of a helper and is no part of it."""
NO_AID: Final = re.compile(
    r"\b(?:weapons?|arms|ammunition|troops|reinforcements|soldiers|fire|shells?|rockets?|missiles?|ransom|prisoners?|hostages?|bod(?:y|ies)(?! bags)|drones?)\b",
    re.IGNORECASE,
)
"""What is sent and is no help."""

ASIDE: Final = re.compile(
    r"\b(?:after|because|since|when|while|whose|who|which|until|unless|amid|following|so that|despite|if|depuis|après|car|parce|tras|porque|desde)\b",
    re.IGNORECASE,
)
"""What begins another statement behind a verb of help."""
PLACED: Final = re.compile(
    r"\b(?:in|inside|from|under|near|around|round|beside|behind|without|outside|dans|sous|bajo)\s+(?:the\s+|their\s+|its\s+|a\s+|\d+\s+|two\s+|three\s+|four\s+|five\s+|six\s+|several\s+)?$",
    re.IGNORECASE,
)
MONEY: Final = re.compile(
    r"\s*(?:about |some |another |more than |up to |nearly )?(?:(?:US|A|C)?[$€£] ?\d|\d[\d.,]* (?:million |billion )?(?:\w+ )?(?:euros|dollars|pounds|francs|kronor|yen|rupees|pesos|dinars|dirhams|riyals))",
    re.IGNORECASE,
)
PLEDGE: Final = re.compile(
    r"pledg|donat|contribut|allocat|releas|earmark|promis|set aside|announc", re.IGNORECASE
)
LEFT: Final = re.compile(
    r"\b(?:convoys?|trucks?|lorr(?:y|ies)|shipments?|planes?|flights?|ships?|vessels?|barges?|boats?|helicopters?|consignments?|cargo|camions?|camiones|buque)\b[^.;]{0,70}?"
    r"\b(?:(?:has |have )?(?:left|departed|set (?:off|out|sail)|taken off)|(?:is|are) on (?:the|its|their) way|heading for|headed for|en route|sailed for)\b",
    re.IGNORECASE,
)
"""Goods on their way."""
BY_WHOM: Final = re.compile(
    r"(?P<who>(?:the\s+)?(?!(?:air|boats?|sea|road|helicopters?|plane|hand|foot|trucks?|bus|car|train|ferry|ship|noon|night|then|now|the end|\w+day|january|february|march|april|may|june|july|august|september|october|november|december|\d|at least|more|half|two|force|mistake|weekend|evening|morning)\b)"
    r"(?:[a-z][\w-]+\s+){0,3}?[a-z][\w-]+)(?=[.,;:]|\s+(?:in|on|at|to|for|from|and|since|after|before|during|who|which|with|of|near|until|as|over)\b|$)",
)
"""Who gave, after "by", where it is told by a common noun."""
MOVES_THEM: Final = re.compile(
    r"\b(?:hous|shelter|accommodat|host|lodg|put up|puts up|tak|took|regist|run\b|runs\b|hold|held|transfer|relocat|evacuat|mov|rescu|flown|flew|fly"
    r"|ferr|airlift|bring|brought|return|repatriat|resettl|pluck|winch|héberg|accueil|évacu|alberg|acog|evacu|trasl)",
    re.IGNORECASE,
)
"""Verbs of help by which people move, or stay somewhere: who is counted beside them is displaced all the same."""
RECEIVED: Final = re.compile(
    r"\b(?:(?:have|has|had)\s+)?(?:(?:already|also|now|since|each|so far)\s+)*received\b(?! (?:no|little|few|only reports?|news|word|threats?|reports?|training)\b)",
    re.IGNORECASE,
)
"""How help is told by who got it."""
REACHED_BY_AID: Final = re.compile(
    r"\b(?:(?:humanitarian|food|cash|emergency|winteri[sz]ation|relief|medical|ongoing)\s+){1,3}"
    r"(?:(?:aid|assistance|support|items?|kits?)\s+(?:(?:has|have|had)\s+)?(?:(?:already|also|so far)\s+)?reached|distributions? (?:to|for|reached))\s",
    re.IGNORECASE,
)
"""How it is told by what reached them: "food assistance reached 2,000 families"."""
OF_THEM: Final = re.compile(r"\s*(?:of|among|out of)\s(?:[^,;:]|,(?=\d{3})){3,90},(?!\d)\s+", re.IGNORECASE)
"""Before those of a whole who got something: "Of 8,000 displaced people, 3,000 received food"."""
CLEARING: Final = re.compile(
    r"(?P<who>(?:[A-Z][\w-]+ ){0,3}(?i:sappers|deminers|EOD (?:teams?|experts?|units?)|bomb (?:squads?|disposal (?:teams?|units?|experts?))|mine[- ](?:action|clearance) (?:teams?|cent(?:re|er)|workers|units?)|engineers|ordnance (?:teams?|experts?)|démineurs|desminadores|artificieros))\b[^.;]{0,50}?"
    r"\b(?P<verb>(?:have |has |had )?(?:removed|cleared|defused|disposed of|destroyed|collected|blew up|blown up|detonated|neutrali[sz]ed|made safe|lifted))\b[^.;]{0,50}?"
    r"\b(?P<what>(?:land)?mines?|grenades?|shells?|munitions?|ordnance|bombs?|explosives?|devices?|rockets?|UXOs?|minas|obus)\b",
)
"""Old munitions made safe."""

FORCED_OUT: Final = re.compile(
    r"\b(?:forc|oblig|compell|prompt|push|driv|led|made)\w* (?P<who>(?:[\w’'-]+ ){0,5}?[\w’'-]+) (?:to|into) (?P<verb>suspend\w*|halt\w*|paus\w+|stop\w*|clos\w+|shut\w*|withdraw\w*|pull(?:ing)?|evacuat\w+|leav\w+|cancel\w*|scal\w+ (?:back|down)|abandon\w*)\b",
    re.IGNORECASE,
)
"""Whose work an attack or a storm ends: "floods forced Oxfam to close its clinic"."""
