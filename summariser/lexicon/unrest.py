"""Words of crowds: marches and sit-ins, what authorities do to them, riots, mobs and brawls."""

from typing import Final

from summariser.schemas.codebooks import SubEventType as S

_UP_TO_4: Final = r"(?:[\w'’,-]+ ){0,4}"
_UP_TO_6: Final = r"(?:[\w'’,-]+ ){0,6}"
_OWN: Final = r"(?:(?!(?:was|were|been|being|is|are|of|out|to|who|by|not|in|from|and|at|when|as|after|said|says)\b)[\w'’-]+ ){0,4}"
"""Words between a subject and its verb, none of which gives the verb another subject or voice."""
_SEAT: Final = (
    r"(?:ministr(?:y|ies)|parliament|assembly|town hall|city hall|embass(?:y|ies)|consulate|palace|courts?(?:house)?|governor'?s?|prefecture|headquarters|barracks|station"
    r"|prison|gates?|offices?|offices of|square|plaza|university|mine|factory|council|commission|residence|monument|fountain|steps)"
)
_ROAD: Final = r"(?:roads?|highways?|streets?|motorways?|bridges?|crossings?|railways?|tracks?|railway lines?|lanes?|avenues?|boulevards?|junctions?|roundabouts?|ports?|airports?|terminals?|borders?|pass|entrances?|gates?)"
_SIGNS: Final = r"(?:placards?|banners?|signs|portraits|photographs|pictures|flags|posters|candles|lanterns?|torches|coffins?|empty (?:pots|plates)|crosses|slogans|whistles|drums|effig(?:y|ies))"
_STONES: Final = r"(?:stones|rocks|bricks|bottles|paving stones|cobble(?:stone)?s|chairs|fireworks|flares|petrol bombs|molotov\w*|firebombs|missiles at police|eggs|debris|chunks of \w+|pavers|projectiles at)"
_MARCHERS: Final = r"(?:crowds?|protest\w*|demonstrat\w*|march(?:ers)?|strikers|rally|procession|sit-in|vigil|picket(?: line)?|blockade|roadblock|encampment|gathering|mourners)"
_FORCE: Final = r"(?:tear ?gas|gas canisters?|water[ -]cannons?|fire hoses?|rubber (?:bullets|pellets|rounds)|baton(?:s| rounds)?|truncheons?|pepper spray|stun grenades?|sticks|dogs|plastic bullets|nightsticks|riot shields)"
_BROKE_UP: Final = (
    r"(?:dispers(?:ed|es|ing)|br(?:oke|eak|eaks|oken|eaking) up|clear(?:ed|ing)|dismantl(?:ed|ing)|(?:chas|charg|hos|kettl|hemm|corrall?|push|driv|surround|bulldoz|teargass)(?:ed|ing)(?: (?:in|back|away|off))?"
    r"|drove (?:off|back|away)|put down|cut short|forced back|tore down|waded into)"
)

UNREST: Final[dict[str, tuple[str, ...]]] = {
    S.PEACEFUL_PROTEST: (
        r"s(?:at|it|its|itting) (?:down )?(?:\w+ )?(?:across|outside|in front of|on the (?:steps|road|rails|tracks|highway)|in the (?:road|street|middle))",
        r"(?:wav|carr|unfurl|hoist|brandish|hold|held|bear|rais|h[eu]ld up|lit|light|bang|beat|blow)(?:ing|ed|ied|ying)? " + _UP_TO_4 + _SIGNS,
        r"(?:pots|saucepans|pans) (?:and pans )?(?:\w+ )?(?:banged|clanged|clattered|from (?:their |the )?balconies)|bang(?:ed|ing) (?:on )?(?:\w+ )?(?:pots|pans|saucepans)",
        r"cacerol\w+",
        r"(?:stag|held|hold|mount|organi[sz]|observ|began|join|call)(?:ed|ing|s)? (?:an? |the |their )?(?:[\w-]+ ){0,3}(?:walk-?outs?|sit-?ins?|die-ins?|go-slows?|sit-down|stoppages?|(?<!air )(?<!drone )(?<!missile )(?<!rocket )strike(?= on (?:\w+day\b|\d))|strikes?(?! on)|boycotts?|vigils?|hunger strikes?|procession|picket|pickets|demonstrations?|protests?|march|marches|rall(?:y|ies)|blockades?|minute'?s? silence|encampment|standstill)",
        r"(?:down(?:ed|ing)|laid down|lay down) (?:their )?tools",
        r"walk(?:ed|ing) (?:out|off the job)(?: (?:of|over|in protest|to demand|on strike))",
        r"(?:[wW]ent|[gG]oing|[cC]ame out|[tT]urned out|[gG]ot) (?:up )?(?:on(?:to)? (?:strike|the streets)|in (?:their )?(?:hundreds|thousands|protest|support|silence))",
        r"(?:march|walk|troop|parad|process|fil|stream|convers?g|converg|descend|head|drov|rod|cycl|advanc|proceed|set out|mov|surg)(?:ed|ing|e)?(?:,? \w+,?)? (?:past|up|down|through|on|to|towards?|upon|in silence|barefoot|from) " + _UP_TO_6 + r"(?:to demand|demanding|in protest|against the|over (?:the|their|unpaid|rising|a)|calling for|chanting|shouting|singing|behind (?:an?|the)|with (?:placards|banners|portraits|photographs|candles|torches|flags)|" + _SEAT + r" (?:to|over|in|demanding|against|with|calling))",
        r"demand(?:ed|ing) (?:\w+ ){0,3}(?:the )?(?:departure|resignation|release|withdrawal|expulsion|reinstatement|payment|return|dismissal|justice|wages|arrears|answers|their (?:wages|pay|salaries|land|release|rights))",
        r"(?:shouted|shouting|chant(?:ed|ing|s)?|sang|singing) (?:\w+ ){0,3}(?:slogans|anthem|hymns|for (?:independence|freedom|the release)|[\"“'‘])",
        r"(?:picket lines?|processions?|candle-?lit|lantern (?:march|protest)|torchlight|silent march|general strike|march past|motorcades? of|tractors? (?:convoys?|blocked|reached|rolled))",
        r"(?:slogans|effig(?:y|ies)|banners?) (?:\w+ ){0,3}(?:against|demanding|burned|burnt|calling)",
        r"(?:clos|shut|block|barr|obstruct|paralys|paralyz|cut|blockad|barricad|occup)(?:ed|ing|e|t|ied|ying)? (?:off |down )?(?:\w+ ){0,4}" + _ROAD + r"(?= (?:over|to|in|with|for|demanding|against|until|on|after|at|near|by)\b)",
        r"(?:gather|mass|assembl|congregat|rall|turn(?:ed)? out|camp|encamp)(?:ed|ing|ied|ying)? " + _UP_TO_4 + r"(?:outside|in front of|before|at|around|on) (?:the )?" + _UP_TO_4 + _SEAT,
        r"(?:encamped|camped(?: out)?) (?:outside|at|on|before|in front)",
        r"(?:took|take|taken|taking|brought|bring) out (?:an? |the |their )?(?:[\w-]+ ){0,3}(?:rall(?:y|ies)|processions?|march(?:es)?|demonstrations?|protests?)",
        r"(?:burn(?:ed|t|ing)?|torch(?:ed|ing)|hang(?:ed|ing)|hung) (?:[\w'’-]+ ){0,4}(?:effig(?:y|ies)|in effigy)",
        r"(?:gather|assembl|congregat|c[oa]me together)(?:ed|ing)?\b[^.;:]{0,120}? (?:to|and) (?:protest|denounc|condemn|oppos|demand|reject|repudiat|decry|call for|express (?:their )?(?:opposition|anger|outrage|solidarity|support|discontent)|show (?:their )?(?:solidarity|support for|opposition)|defend (?:the )?(?:right|democra|abortion|women)|support (?:access|abortion|the right|women's|an? end|the (?:bill|law|strike|invasion|ban)))\w*",
        r"(?:took|taken|taking) (?:to )?the streets",
        r"(?:chain(?:ed|ing)|glu(?:ed|ing)) themselves to",
        r"(?:dharnas?|gheraos?|hartals?|bandhs?|cacerolazos?|die-ins?|sit-down protests?)",
        r"(?:staged|held|holding|staging|launched|launching|organi[sz]ed|organi[sz]ing|took part in|joined) (?:an? |the |their |his )?(?:[\w-]+ ){0,3}(?:press conference with|human chains?|caravan protests?|go-slow|slow march)",
        r"hunger strik(?:e|es|ers?|ing)",
        r"(?:flag-burning|flag-waving|rival processions?|counter-demonstrat\w+|anti-\w+ (?:march|rally|protest|demonstration|gathering))",
        r"will (?:march|demonstrate|rally|picket|strike|walk out)",
        r"(?:bring|brought) (?:\w+ ){1,4}to a standstill",
    ),
    S.PROTEST_WITH_INTERVENTION: (
        _BROKE_UP + r" (?:\w+ ){0,4}" + _MARCHERS,
        _MARCHERS + r" (?:was|were|had been) (?:\w+ly )?(?:broken up|dispersed|cleared|dismantled|hemmed in|surrounded|charged|kettled|hosed|teargassed|removed|carried off|banned|blocked|stopped|turned back)",
        r"(?:fir|us|turn|loos|swing|wield|lobb|spray)(?:ed|es|ing|e) (?:\w+ ){0,3}" + _FORCE + r"(?: (?:at|on|against|into|to)\b)",
        r"(?:with|by|under|behind|of) (?:\w+ ){0,2}(?:tear ?gas|water[ -]cannons?|rubber bullets|truncheons|fire hoses|baton rounds)",
        r"(?:gas canisters?|fire hoses|truncheon(?:s|ed)?|pepper[ -]spray(?:ed)?|police dogs|riot (?:police|squads?|troops|officers) (?:\w+ ){0,2}(?:moved in|waded|charged|fired|pushed|cleared|dispersed|used|broke))",
        r"baton(?:ed|s)? (?:the )?" + _MARCHERS,
        r"(?:march|rally|protest|demonstration|sit-in) (?:was |were )?(?:banned|blocked|halted|stopped|turned back|barred)",
    ),
    S.EXCESSIVE_FORCE: (
        r"(?:volleys?|machine-gun fire|automatic fire|live fire|a burst|bursts) (?:\w+ ){0,4}(?:into|at|on|over) (?:the |an? )?(?:\w+ )?" + _MARCHERS,
        r"discharged (?:their )?(?:weapons|firearms|rifles|guns) (?:at|into|on)",
        r"(?:shot|killed|gunned down|cut down|mowed down|picked off|shoot|crushed) (?:dead )?(?:\w+ ){0,3}(?:protesters?|demonstrators?|marchers?|strikers?|mourners?|picketers?|chanting \w+)",
        r"(?:protesters?|demonstrators?|marchers?|strikers?|mourners?) (?:\w+ ){0,3}(?:were|was|had been|have been|are) (?:\w+ )?(?:shot|killed|gunned down|cut down|mown down|mowed down|crushed|raked)",
    ),
    S.VIOLENT_DEMONSTRATION: (
        r"(?:protest\w*|demonstrat(?:ors?|ion)|march(?:ers?)?|strikers?|students?|youths?|rally|crowds?|picketers?) " + _OWN + r"(?:hurl|pelt|threw|thrown|throw|torch|smash|ransack|storm|attack|set fire|set ablaze|burn|ston|overturn|sack|vandali[sz]|broke into|broke through|broke down|tore down|clash|fought (?:with )?(?:riot )?police|laid siege|loot|flatten|scuffl|stabb)(?:ed|ing|t)?(?! (?:[\w'’-]+ ){0,3}(?:effig|in effigy))",
        r"(?:stones|rocks|paving stones|bottles|bricks|petrol bombs|cobblestones) (?:\w+ )?(?:flew|rained|were (?:thrown|hurled)|thrown|hurled|against)",
        r"(?:hurl|thr[oe]w|pelt|lobb|fling|flung|shower|bombard|toss)(?:ed|ing|n)? " + _UP_TO_4 + r"(?:with )?" + _STONES,
        r"stone[ -]?throw(?:ing|ers?)|stone[ -]?pelt(?:ing|ers?)|pelt(?:ed|ing|s)? stones",
        r"(?:block|barricad|clos|cut off|obstruct)(?:ed|ing|s)?\b[^.;:]{0,60}? (?:with|using|by (?:plac|put|pil|burn|erect|throw)ing) (?:\w+ ){0,3}(?:rocks|stones|boulders|logs|(?:tree )?(?:trunks|branches)|trees|debris|burning \w+|bonfires|burnt t[iy]res|barricades)",
        r"(?:petrol[ -]bomb(?:s|ed)?|firebomb(?:s|ed)?) (?:\w+ ){0,3}(?:police|officers)",
        r"(?:traded|exchanged) blows",
        r"(?:overturn(?:ed|ing)|torch(?:ed|ing)|burn(?:ed|t|ing)) (?:\w+ ){0,3}(?:police (?:cars?|vehicles?|vans?|lorr(?:y|ies))|t[iy]res|barricades)",
        r"slingshots?|catapults?",
        r"run(?:ning)? battles with (?:riot )?police",
        r"street (?:battles|fighting|violence)",
    ),
    S.MOB_VIOLENCE: (
        r"necklac(?:ed|ing)",
        r"(?:brawl(?:s|ed|ing|ers)?|free-for-all|fist-?fights?|scuffl(?:e|es|ed|ing)|affray|punch-?ups?|stampede of|fisticuffs|street fights?|mass brawl|bloody feud|stick fights?)",
        r"(?:went|go|going|laid) (?:for|at|into) (?:each other|one another)(?: with)?",
        r"(?:fought|battled|clashed|attacked each other|set (?:up)?on each other|traded blows) (?:\w+ ){0,6}with (?:sticks|machetes|clubs|fists|stones|knives|axes|spears|arrows|hoes|hockey|bats|poles|iron bars|bottles|chairs)",
        r"(?:crowds?|mobs?|villagers|residents|locals|inhabitants|townspeople|bystanders|neighbou?rs|onlookers|vigilantes|youths|relatives|fans|supporters|inmates|prisoners) " + _OWN + r"(?:lynch|beat|stoned|set upon|hack|burn|hang|drag|torch|ransack|corner|overpower|attack|pull|storm|loot|smash|sack|raz|doused|kick|trampl|thrash|destroy|demolish|wreck|chas)(?:ed|en|t|ing|ged)?",
        r"(?:beaten|burned|burnt|stoned|hacked|hanged|lynched|dragged|pulled|razed|torched|ransacked|sacked|looted|set (?:on fire|alight|ablaze)|killed|smashed|doused|attacked|wrecked|chased|cornered|overpowered|thrashed|kicked) (?:\w+ ){0,6}by (?:an? |the |angry |enraged |furious |local )*(?:\w+ )?(?:crowd|mob|villagers|residents|locals|inhabitants|townspeople|neighbou?rs|onlookers|vigilantes|youths|relatives|fans|supporters|inmates|prisoners)",
        r"dous(?:ed|ing) (?:\w+ ){0,3}(?:with|in) (?:petrol|gasoline|kerosene|paraffin)",
        r"(?:mob|jungle|street|instant|popular) justice",
        r"(?:inmates|prisoners|detainees) (?:\w+ ){0,2}(?:rioted|took over|set fire|seized|mutinied|armed with)",
        r"(?:sectarian|communal|religious|ethnic|inter-?communal|clan) (?:riots?|clash(?:es)?|violence erupted|fighting|brawls?)",
        r"rival (?:fans|supporters|gangs of youths|students|groups of \w+) (?:\w+ ){0,3}(?:clash|fought|brawl|trad|attack|went)\w*",
        r"(?:broken|broke|breaking) open (?:by|and)",
    ),
}  # fmt: skip
"""Cues by sub-event type, added to those of `events.py`."""

LETHAL: Final = (
    r"(?:opened? fire|fir(?:ed|ing) (?:\w+ )?(?:live|on|at|into|directly)|live (?:rounds?|ammunition|fire|bullets|ammo)|live-round|shot (?:dead|and killed|to death|in the)|shot|shooting|volleys?"
    r"|machine-gunn?\w*|automatic fire|gunfire|snipers?|bullets?(?! of rubber)|bayonets?|gunned down|cut down|mow(?:ed|n) down|picked off|raked|a burst|bursts? of|discharged|crushed|tanks? rolled|rifle butts"
    r"|beaten to death|(?:protesters?|demonstrators?|marchers?|strikers?) (?:were |was |have been )?(?:killed|dead)|fatally|killing (?:\w+ ){0,3}(?:protesters?|demonstrators?|marchers?|people|students?))"
)
"""In the sentence of a protest: it was met with more force than is meant to disperse it."""
VIOLENT: Final = (
    r"(?:hurl(?:ed|ing)|threw|thrown|throwing|pelt(?:ed|ing)|torch(?:ed|ing)|smash(?:ed|ing)|ransack(?:ed|ing)|sack(?:ed|ing)|storm(?:ed|ing)|set (?:\w+ ){0,5}(?:on fire|ablaze|alight)|set(?:ting)? fire to"
    r"|to the torch|in flames|burn(?:ed|t|ing)(?! (?:[\w'’]+ ){0,3}(?:effig|flag|candle|in effigy))|ston(?:ed|ing)|stones|petrol bombs?|molotov\w*|firebombs?|barricades? (?:of|were|burn)|overturn(?:ed|ing)|vandali[sz]\w+"
    r"|broke (?:into|through|down)|loot(?:ed|ing)|slingshots?|laid siege|besieg(?:ed|ing)|rampag\w+|riot(?:ed|ing|s)|fought (?:with )?(?:riot )?police|scuffl\w+|fireworks|ash(?:es)?|stabbed"
    r"|injur\w+ (?:\w+ ){0,2}(?:police|officers)|(?:police(?:men)?|officers|constables) (?:\w+ ){0,3}(?:injured|wounded|hurt|in bandages|nursing))"
)
"""In the sentence of a protest: those who protested used violence."""
ON_POLICE: Final = (
    r"(?:police(?:m[ae]n|wom[ae]n)?|(?:police )?officers?|constables?|gendarmes?|soldiers?|guards?) (?:[\w'’]+ ){0,2}?(?:was|were|been|being) (?:\w+ ){0,2}?(?:killed|shot|stabbed|stoned|beaten|lynched|hacked|injured|wounded|hurt) (?:\w+ ){0,3}?by (?:an? |the |some |angry )*(?:protest\w+|demonstrat\w+|marchers?|rioters?|strikers?|crowds?|mobs?|youths?|students?)"
    r"|(?:protest(?:e|o)rs?|demonstrators?|marchers?|rioters?|strikers?) (?:\w+ ){0,2}?(?:killed|shot dead|stabbed|stoned|beat|lynched|wounded|injured) (?:an? |the |\w+ ){0,3}?(?:police\w*|officers?|constables?|gendarmes?)"
)
"""In the sentence of a protest: the police suffered it, and not those who protested."""
INTERVENED: Final = (
    r"(?:tear ?gas\w*|gas canisters?|water[ -]cannons?|fire hoses?|rubber (?:bullets|pellets)|batons?|baton-\w+|truncheon\w*|pepper[ -]spray\w*|stun grenades?|dispers(?:ed|es|ing)|broken? up|broke up"
    r"|clear(?:ed|ing)|dismantl\w+|arrest(?:ed|s|ing)|detain(?:ed|s|ing)|picked up|bundled|carried (?:off|away)|dragged|hauled|taken (?:in|away|into)|marched (?:off|away)|in handcuffs|led away|(?:police|riot) dogs"
    r"|hemmed in|kettled|bulldozed|tore down|charged|pushed back|drove (?:off|back)|driven (?:off|away)|chas(?:ed|ing)|rounded up|seized|into custody|in custody|lifted by police|surrounded|beaten|beat|blocked by (?:riot )?police)"
)
"""In the sentence of a protest: authorities stepped in."""
