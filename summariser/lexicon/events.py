"""Words that report violent and political events, by ACLED sub-event type."""

from typing import Final

from summariser.schemas.codebooks import SubEventType as S

GENERIC_ATTACK: Final = "generic"
"""Label of words that say "attack" without saying of what kind: the sides decide (see `events.py`)."""

_UP_TO_3: Final = r"(?:[\w'’-]+ ){0,3}"
_UP_TO_5: Final = r"(?:[\w'’-]+ ){0,5}"
_NUMBER: Final = (
    r"(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|dozens|scores|hundreds|several|some|many)"
)
_SUSPECTS: Final = (
    r"(?:suspects?|m[ae]n|wom[ae]n|people|persons?|individuals?|youths?|students?|activists?|protesters?|demonstrators?"
    r"|supporters|members|leaders?|guerr?illas?|rebels?|militants?|terrorists?|subversives|insurgents|suspected \w+|journalists?|reporters?"
    r"|opposition \w+|unionists?|smugglers|traffickers|others)"
)
_SETTLEMENTS: Final = (
    r"(?:towns?|city|cities|villages?|hamlets?|base|district|airport|airfield|post|outpost|garrison|barracks|hills?|heights|bridge"
    r"|island|port|crossing|neighbou?rhoods?|quarter|suburbs?|headquarters|capital|stronghold|positions?|territory|enclave|mine)"
)
_AIRCRAFT: Final = r"(?:(?:war)?planes?|(?:fighter |attack )?jets?|aircraft|bombers|helicopters?(?: gunships?)?|gunships?|air force)"
_FROM_THE_AIR: Final = (
    r"(?:struck|hit|hits|bombed|bombs|bombarded|attacked|pounded|dropped|targeted|carried out|strafed|fired|machine-gunned|raided"
    r"|launched|destroyed|killed|striking|hitting|bombing|pounding|dropping|targeting|strafing)"
)
_GRID: Final = (
    r"(?:(?:high[- ]?(?:tension|voltage)|electric(?:al|ity)?|power|transmission|telephone|telecommunications?|radio|tv|television) )*"
    r"(?:towers?|pylons?|poles?|posts?|(?:power|transmission|electric(?:al|ity)?|telephone|high[- ]?(?:tension|voltage)) lines?)"
)
_CIVIL_WORKS: Final = (
    rf"(?:{_GRID}|bridges?|(?:oil )?pipelines?|sub-?stations?|railroads?|railways?|trains?|locomotives?|transformers?|junction boxes"
    r"|town halls?|mayor's offices?|buses|trucks?|vehicles?|cars?|houses?|homes?|shops?|stores?|farms?|haciendas?|crops?|fields"
    r"|plantations?|warehouses?|offices|headquarters|premises|machinery|schools?|church(?:es)?|mosques?|clinics?|health (?:posts?|centres?|centers?)"
    r"|huts?|shelters?|villages?|markets?|stalls|police stations?)"
)
_CROWD: Final = r"(?:crowds?|protest\w*|demonstrat\w*|march(?:ers)?|strikers|rally|mourners|students|worshippers|column of (?:protesters|marchers))"

EVENT_CUES: Final[dict[str, tuple[str, ...]]] = {
    S.ARMED_CLASH: (
        r"clash(?:es|ed|ing)?",
        r"confrontations?",
        r"fighting",
        r"fought (?:against|with|over|each other|one another|off|back|pitched|running|for control|it out|gun)",
        r"(?:have|has|had|been) (?:been )?(?:fought|fighting)",
        r"gun ?(?:battles?|fights?)",
        r"battl(?:es?|ed|ing)",
        r"fire ?fights?",
        r"skirmish(?:es|ed|ing)?",
        r"exchang(?:e|es|ed|ing) (?:of )?(?:heavy |intense |sporadic |small-arms )?(?:gun ?)?(?:fire|shots|shells|shelling|artillery|rockets)",
        r"shoot-?outs?",
        r"(?:put|putting) up (?:a |fierce |stiff )?(?:fight|resistance)",
        r"ambush(?:ed|es|ing)?",
        r"combat",
        r"(?:counter-?)?offensives?",
        r"assault(?:s|ed|ing)?(?! rifles?)",
        r"storm(?:ed|ing)",
        r"counter-?attack(?:s|ed)?",
        r"repelled",
        r"repulsed",
        r"beat(?:en)? (?:back|off) (?:an? |the )?"
        + _UP_TO_3
        + r"(?:attack|assault|offensive|attackers|rebels|guerrillas)",
        r"traded (?:gun)?(?:fire|shots)",
        r"besieg(?:ed|ing)",
        r"(?:laid|laying|lays) siege",
        r"hostilities",
        r"engaged (?:in )?(?:combat|fighting|rebels|guerrillas|troops)",
        r"cross-?fire",
        r"hit-and-run (?:attacks?|raids?)",
        r"(?:came|come|coming) under (?:\w+ )?(?:gun)?fire",
        r"bursts? of (?:automatic|machine-gun|gun)[ -]?(?:weapons )?fire",
        r"(?:fired|firing|fire|shot|shooting|opened up) (?:on|at) (?:an? |the |their |its |\w+ )?(?:\w+ )?(?:patrols?|convoys?|soldiers|troops|police\w*|checkpoints?|(?:out)?posts?|bases?|barracks|garrisons?|positions?)",
        r"harass(?:ed|ing) (?:an? |the )?"
        + _UP_TO_3
        + r"(?:garrisons?|troops|positions?|(?:out)?posts?|barracks|bases?|patrols?|convoys?|soldiers)",
        r"(?:thrust|advanced|advancing|pushed|pushing) (?:deep )?(?:into|towards?|on) "
        + _UP_TO_3
        + r"(?:rebel|government|enemy|militia)-held",
        r"combates?",
    ),
    S.GOVERNMENT_REGAINS_TERRITORY: (
        r"recaptur(?:e|ed|es|ing)",
        r"retook",
        r"retak(?:e|en|ing)",
        r"reclaimed (?:control|the (?:town|city|village))",
        r"(?:re)?gain(?:ed|s|ing) control",
        r"recover(?:ed|ing) (?:control|the (?:town|city|village|base))",
        r"(?:took|taken|won|wrested|wresting) back (?:control|the)",
        r"wrest(?:ed|ing)? (?:back )?control",
        r"liberated",
        r"(?:drove|driven|driving|pushed|flushed|forced|chased|ousted|expelled|cleared|dislodged|evicted) (?:them|the |"
        + _UP_TO_3
        + r")?(?:\w*rebels?|insurgents|militants|guerr?illas|fighters|gunmen|jihadists|terrorists|militia\w*|gangs?|forces) (?:out )?(?:of|from)",
        r"drove (?:them|the \w+) (?:out )?(?:of|from)",
        r"back (?:in|under) (?:its|government|army|state|their) (?:hands|control)",
    ),
    S.NON_STATE_OVERTAKES_TERRITORY: (
        r"overr[au]n",
        r"seiz(?:ed|ing) (?:control|(?:the |an? |several |\w+ )?(?:\w+ )?" + _SETTLEMENTS + r")",
        r"captur(?:ed|ing) (?:the )?(?:\w+ )?" + _SETTLEMENTS,
        r"captured? of (?:the )?(?:\w+ )?" + _SETTLEMENTS,
        r"(?:takeover|seizure|fall) of (?:the )?(?:\w+ )?(?:town|city|village|district|base|airport)",
        r"(?:took|taken|taking|takes) (?:over )?(?:the )?(?:town|city|village|district|base|airport|post|hill|island)(?: of)?",
        r"t(?:ook|aken|aking) (?:full |partial )?control of",
        r"fell to (?:the )?",
        r"(?:has|have|had) fallen to (?:the )?",
        r"occupied (?:the )?(?:town|city|village|base|barracks|post|municipality)",
    ),
    S.CHEMICAL_WEAPON: (
        r"chlorine (?:gas|attacks?|bombs?|shells?|canisters?|cylinders?|barrels?)",
        r"sarin",
        r"nerve (?:agent|gas)",
        r"mustard gas",
        r"poison(?:ous)? gas",
        r"toxic gas (?:attacks?|shells?)",
        r"chemical (?:weapons? (?:attacks?|were|was)|attacks?|agents?|shells?|bombs?)",
        r"gas attacks?",
    ),
    S.AIR_STRIKE: (
        r"air[ -]?strikes?",
        r"air[ -]?raids?",
        r"air attacks?",
        r"air[ -]?borne attacks?",
        r"aerial (?:bombardments?|bombings?|attacks?|bombs?|strikes?|raids?)",
        r"bombing (?:raids?|runs?|sorties?)",
        r"drone (?:strikes?|attacks?|raids?|bombings?|assaults?)",
        r"(?:explosive(?:[ -]laden)?|kamikaze|attack|armed|suicide|combat|shahed(?:-type)?|fpv|bomb-laden) (?:\w+ )?drones?",
        r"drones?[^.;:!?]{0,50}? (?:struck|hit|hits|attacked|fired|bombed|dropped|exploded|crashed|slammed|targeted|killed|swooped|rained)",
        r"(?:downed|shot down|intercepted|destroyed) " + _UP_TO_5 + r"drones?",
        _AIRCRAFT + r"(?:'s)? (?:have |had |also |then |" + r"\w+ly )?" + _FROM_THE_AIR,
        r"(?:bombs?|bombs? (?:were |was )?|explosives? )(?:dropped|released|thrown) (?:by|from) (?:\w+ ){0,3}(?:aircraft|planes?|warplanes?|jets?|helicopters?|drones?|the air)",
        r"dropp(?:ed|ing) " + _UP_TO_3 + r"(?:bombs?|explosives|munitions)",
        r"(?:guided|glide|barrel|cluster|thermobaric|aerial|bunker-buster|air-dropped) bombs?",
        r"straf(?:ed|ing)",
        r"bombed " + _UP_TO_3 + r"from (?:the air|helicopters|planes|aircraft)",
        r"machine-gunned (?:and bombed )?from (?:the air|helicopters)",
    ),
    S.SUICIDE_BOMB: (
        r"suicide (?:bomb(?:er|ers|ing|ings)?|attack(?:er|ers|s)?|blasts?|mission|squad|vests?|car bomb(?:er|ing)?|truck bomb(?:er|ing)?)",
        r"bl(?:ew|own|owing) (?:him|her|them)sel(?:f|ves) up",
        r"explosives? (?:vest|belt)s?",
        r"strapped with explosives",
        r"detonat(?:ed|ing) (?:his|her|their) (?:explosives?|vests?|belts?|devices?|charges?|bombs?)",
        r"ramm(?:ed|ing) " + _UP_TO_5 + r"(?:explosives?|bomb)[ -](?:laden|packed|filled)",
    ),
    S.SHELLING: (
        r"shell(?:ed|ing)",
        r"shell (?:the|a|an|its|their|our|\w+ positions)",
        r"shells? (?:\w+ )?(?:hit|landed|landing|fell|falling|struck|exploded|killed|rained|slammed|crashed|burst)",
        r"artillery",
        r"mortar(?:s|ed)?(?: (?:rounds?|shells?|bombs?|fire|attacks?|barrages?|grenades?))?",
        r"rocket(?:s|ed)?(?! scientist)(?: (?:fire|attacks?|salvos?|barrages?|launches))?",
        r"missiles?",
        r"projectiles?",
        r"bombard(?:ments?|ed|ing)",
        r"howitzers?",
        r"tank (?:fire|shells?|rounds?)",
        r"cannon(?:aded?|ade)",
        r"katyushas?",
        r"(?:salvos?|barrages?|volleys?) of (?:\w+ )?(?:rockets?|shells?|mortars?|missiles?|artillery)",
    ),
    S.REMOTE_EXPLOSIVE: (
        r"bombs?",
        r"(?:car|truck|van|bicycle|motorcycle|motorbike|letter|parcel|pipe|petrol|fire|nail|roadside|time|cart|donkey|book)[ -]bomb(?:s|ings?|ed)?",
        r"bomb (?:attacks?|blasts?|explosions?)",
        r"bombings?",
        r"bombed",
        r"improvised explosive(?: devices?)?",
        r"IEDs?",
        r"(?:land|anti-?personnel|anti-?tank|anti-?vehicle|roadside|buried|claymore|improvised|contact|naval|sea)[ -]?mines?",
        r"(?:stepp(?:ed|ing)|trod|treading|walk(?:ed|ing)|drove|driving|ran|running|passed|roll(?:ed|ing)) (?:on(?:to)?|over|into) (?:an? |the )?(?:\w+ )?(?:mines?|explosives?|device|ied|ordnance|bomb)",
        r"(?:struck|hit|detonat(?:ed|ing)|trigger(?:ed|ing)|set(?:ting)? off|activated) (?:an? |the )?(?:\w+ ){0,2}(?:mines?|device|ied|bomb|explosives?|tripwire|booby[ -]?trap|ordnance)",
        r"mines? (?:\w+ )?(?:exploded|went off|blast|explosions?|blew|killed|detonated|planted|placed|laid|buried)",
        r"explo(?:sion|sions|ded|des|ding)",
        r"blasts?",
        r"detonat(?:ed|es|ing|ion|ions)",
        r"(?:explosive|dynamite|demolition) (?:devices?|charges?|attacks?|loads?)",
        r"(?:charges?|sticks?|loads?|cartridges?) of (?:dynamite|tnt|explosives?|gunpowder|anfo)",
        r"plastic explosives?",
        r"dynamit(?:e|ed|ing)",
        r"bl(?:ew|own|owing|ow) up",
        r"bl(?:ew|own) (?:\w+ ){1,4}up",
        r"blown to (?:pieces|bits)",
        r"(?:device|charge|bomb|mine|shell|one) (?:\w+ )?(?:went off|go off|goes off|gone off|blew up)",
        r"(?:second|third|fourth|fifth|other|another) (?:\w+ )?(?:went off|blew up|exploded|detonated)",
        r"booby[ -]traps?",
        r"molotov cocktails?",
        r"unexploded (?:ordnance|bombs?|shells?|devices?)",
        r"explosives",
    ),
    S.GRENADE: (r"(?:hand |fragmentation |tear |stun )?grenades?", r"grenade attacks?"),
    S.PEACEFUL_PROTEST: (
        r"protest(?:s|ed|ers|ing)?",
        r"demonstrat(?:ed|ion|ions|ors|ing)",
        r"rall(?:y|ies|ied)",
        r"sit-ins?",
        r"vigils?",
        r"march(?:ed|es|ing)? (?:\w+ly )?(?:through|in|to|on|against|again|from|for|towards?|outside|over)",
        r"(?:a|the|this|mass|protest|peaceful|silent|big|street|opposition|funeral) march",
        r"marchers",
        r"(?:took|taken|taking|poured|pour) (?:in)?to the streets",
        r"picket(?:s|ed|ing)?",
        r"(?:gathered|massed|assembled|chanted|chanting) (?:outside|in front of|before) "
        + _UP_TO_3
        + r"(?:ministry|parliament|embassy|consulate|palace|court\w*|offices?|headquarters|station|prison)",
        r"(?:blocked|barred|blocking|blockaded|barricaded) (?:the |a |several |main )?(?:\w+ )?(?:highway|roads?|streets?|motorway|bridge|crossing)s?",
        r"roadblocks? (?:by|of) (?:protesters|residents|farmers|drivers|strikers|traders)",
    ),
    S.PROTEST_WITH_INTERVENTION: (
        r"tear ?gas(?:sed)?",
        r"water[ -]cannons?",
        r"rubber bullets",
        r"baton[ -]charg(?:e|ed|es)",
        r"(?:dispers|br(?:oke|eak)|broken)(?:ed|ing)? (?:up )?(?:the |a )?(?:crowd|protest|demonstrat|march|rally|sit-in)\w*",
    ),
    S.EXCESSIVE_FORCE: (
        r"(?:opened|opening|open|live) fire (?:on|at|into) (?:an? |the )?(?:\w+ )?" + _CROWD,
        r"opened up on (?:the )?(?:head of )?(?:the )?" + _CROWD,
        r"(?:fired|firing|shot|shooting) (?:at|into|on) (?:an? |the )?(?:\w+ )?" + _CROWD,
        r"live (?:rounds|ammunition|fire|bullets)",
        r"shot (?:dead )?(?:\w+ )?(?:protesters|demonstrators|marchers)",
    ),
    S.VIOLENT_DEMONSTRATION: (
        r"riot(?:s|ed|ers|ing)?(?! police| gear| shields?| act)",
        r"burn(?:ed|t|ing) t[iy]res",
        r"(?:hurl|throw|pelt|lob|flung|fling)(?:ed|ing|ing)? (?:\w+ )?(?:stones|rocks|bricks|bottles)",
        r"threw (?:stones|rocks|bricks|bottles)",
        r"pelted (?:\w+ ){0,3}with (?:stones|rocks|bricks|bottles)",
        r"(?:erected|burning|set up|built) barricades",
        r"violent (?:protests?|demonstrations?)",
    ),
    S.MOB_VIOLENCE: (
        r"mobs?",
        r"lynch(?:ed|ing|ings)?",
        r"vigilantes?",
        r"pogroms?",
        r"melee",
        r"prison (?:riots?|mutin(?:y|ies))",
        r"(?:angry|furious|enraged) (?:crowds?|residents|villagers|youths|relatives|mourners|fans)",
        r"mutin(?:y|ied|ies|ous)",
    ),
    S.SEXUAL_VIOLENCE: (
        r"(?:gang-?)?rap(?:ed|es|ing)",
        r"(?:gang-?)?rape",
        r"sexual(?:ly)? (?:violence|abus\w+|assault\w*)",
        r"sexual slavery",
    ),
    S.ATTACK: (
        r"shot (?:dead|and killed|to death|and wounded|and injured|him|her|them)",
        r"shot (?:\w+ ){0,2}(?:in (?:the|his|her) (?:head|back|leg|chest|stomach|neck|face|arm|shoulder)|times|at close range|from behind|at point-blank)",
        r"gun(?:ned|ning)? down",
        r"(?:cut|mowed|mown) down (?:by|in|with)",
        r"opened fire",
        r"(?:emptied|emptying) (?:an? |his |their |her )?(?:pistol|gun|magazine|clip|rifle|revolver)",
        r"spray(?:ed|ing) (?:\w+ ){0,4}(?:with )?(?:bullets|gunfire|machine-gun fire)",
        r"murder(?:ed|s|ing)?(?! (?:charges?|inquiry|trials?|squads?|case|suspects?|rates?|investigation|weapon|victims?|mystery))",
        r"assassinat(?:ed|ion|ions|e|es|ing)",
        r"massacr(?:e|es|ed|ing)",
        r"bloodbath",
        r"carnage",
        r"stabb(?:ed|ing|ings)",
        r"execut(?:ed|ions?|ing) (?:by|of|in|at|on|with)",
        r"(?:was|were|been|and|then|had|have|summarily|publicly|extrajudicially) executed",
        r"(?:summary|extrajudicial|public|arbitrary|mass|revolutionary) executions?",
        r"behead(?:ed|ing|ings)",
        r"decapitat(?:ed|ing|ion)",
        r"dismember(?:ed|ing)",
        r"mutilated (?:bod(?:y|ies)|corpses?)",
        r"tortur(?:ed|e|ing)",
        r"hacked",
        r"macheted?",
        r"knif(?:ed|ing)",
        r"throats? (?:had been |was |were )?(?:cut|slit|slashed)",
        r"machine-gunned",
        r"slain",
        r"slay(?:ing|ings)",
        r"slaughter(?:ed|ing)?",
        r"beat(?:en|ing|ings)? (?:up|to death|unconscious|badly|severely|with)",
        r"(?:was|were|been) (?:badly |severely |brutally )?beaten",
        r"beatings? of",
        r"gun attacks?",
        r"(?:knife|machete|axe|sword|acid|arson and gun) attacks?",
        r"killings?",
        r"(?:murder|assassination|killing|shooting|attempts?) (?:attempts?|of|on (?:the|his|her) (?:life|lives))",
        r"attempts? (?:on|against) (?:the |his |her |their )?(?:life|lives)",
        r"shootings?",
        r"drive-by",
        r"(?:riddled with|hail of|peppered with) bullets",
        r"bullet-riddled (?:bod(?:y|ies)|corpses?|car)",
        r"coup de grace",
        r"killed by (?:gunmen|unidentified|unknown|hired|masked|armed|hooded|terrorists?|guerr?illas?|rebels?|subversives|paramilitar\w+|death squads?|soldiers|troops|the (?:army|police|guerr?illas|rebels|terrorists))\w*",
        r"assassins?",
        r"murderers?",
        r"hit ?m[ae]n",
        r"hired (?:killers?|assassins?|gunmen)",
        r"death threats?",
        r"threat(?:s|ened|ening)? (?:of |with |to )(?:\w+ )?(?:death|murder|kill|execute|assassinate)",
        r"threaten(?:ed|ing|s)? (?:his|her|their|the) (?:life|lives)",
    ),
    S.ABDUCTION: (
        r"kidnap(?:p?ed|p?ings?|pers|s)?",
        r"abduct(?:ed|ion|ions|ors|s|ing)?",
        r"hostages?",
        r"hostage-taking",
        r"forcibly (?:disappeared|taken|recruited|conscripted)",
        r"(?:enforced|forced|mysterious) disappearances?",
        r"disappearances? of",
        r"tak(?:en|ing) (?:captive|hostage|prisoner)",
        r"took (?:\w+ ){0,4}(?:captive|hostage|prisoner)",
        r"(?:took|taken|taking|dragged|dragging|led|marched|whisked|bundled|carried|snatched) (?:(?:him|her|them|\w+) ){0,2}(?:away|off|from (?:his|her|their) (?:homes?|beds?|house|office|car)|into (?:an? |the )?(?:car|vehicle|van|bush|forest|boat|truck))",
        r"took away (?:its|their|the|\w+) (?:passengers|people|men|women|girls|boys|villagers|children|students)",
        r"held captive",
        r"captors?",
        r"ransom",
        r"snatched",
    ),
    S.AGREEMENT: (
        r"cease-?fires?",
        r"truces?",
        r"peace (?:deal|agreement|accord|treaty|pact)s?",
        # "under an agreement" names a basis, it does not report that one was made
        r"(?:reached|signed|brokered|sealed|concluded|announced|struck) (?:an? |the )?(?:\w+ ){0,2}(?:agreement|deal|accord|pact)",
        r"prisoner (?:swap|exchange|release)s?",
        r"exchange of prisoners",
        r"armistice",
        r"cessation of hostilities",
        r"humanitarian pause",
        r"memorandum of understanding",
    ),
    S.ARRESTS: (
        r"arrest(?:ed|s|ing)?(?! warrants?)",
        r"detain(?:ed|s|ing)?",
        r"(?:mass |arbitrary )?detentions? of",
        r"round(?:ed|ing)? up",
        r"round-?ups?",
        r"tak(?:en|ing) (?:\w+ )?into custody",
        r"took (?:\w+ ){0,4}into custody",
        r"imprisoned",
        r"jailed",
        r"apprehend(?:ed|ing)",
        r"nabbed",
        r"hauled (?:in|off|away)",
        r"(?:was|were|been|being) (?:picked up|captured|nicked|seized by (?:police|soldiers|security))",
        r"picked up " + _UP_TO_3 + _SUSPECTS,
        r"captur(?:ed|ing) (?:" + _NUMBER + r" |the |an? )?(?:\w+ ){0,3}" + _SUSPECTS,
        r"(?:being|are|is|were|was) (?:being )?held (?:by (?:the )?(?:\w+ )?police|for questioning|in custody|without charge)",
        _NUMBER + r" (?:people |men |women |suspects )?held(?=$|[.;:])",
        r"remanded",
    ),
    S.CHANGE_TO_GROUP: (
        r"defect(?:ed|ion|ions|ors)",
        r"(?:pledged|swore|sworn) (?:its |their |his )?allegiance",
        r"splintered (?:from|into|off)",
        r"(?:broke|broken|breaking) away from the (?:group|movement|party|front|militia)",
        r"disband(?:ed|ing)?",
        r"(?:laid|lay|laying) down (?:their |its )?(?:arms|weapons)",
        r"(?:handed|turned|gave|given) (?:in|over|up) (?:their|its) (?:arms|weapons)",
        r"demobili[sz]ed",
        r"merged (?:with|into) (?:the |an? )?(?:\w+ )?(?:group|militia|front|army|movement)",
    ),
    S.DISRUPTED_WEAPONS_USE: (
        r"defus(?:e|ed|ing)",
        r"deactivat(?:e|ed|ing)",
        r"intercept(?:ed|ion|ing)",
        r"(?:shot down|downed) (?:"
        + _NUMBER
        + r" |a |the |\w+ )?(?:\w+ ){0,3}(?:missile|rocket|plane|helicopter|aircraft|jet)s?",
        r"(?:seized|found|discovered|confiscated|recovered|uncovered|captured|impounded) "
        + _UP_TO_5
        + r"(?:weapons?|arms|explosives|ammunition|cache|dynamite|mines|bombs?|grenades|rifles|explosive devices?|arsenal)",
        r"foiled",
        r"thwarted",
        r"demin(?:ed|ing)",
        r"controlled explosions?",
        r"(?:arms|weapons|explosives|ammunition) (?:caches?|haul|finds?|depots?)",
        r"(?:failed|failure) to (?:explode|detonate|go off)",
        r"did not (?:explode|detonate|go off)",
    ),
    S.BASE_ESTABLISHED: (
        r"(?:set up|established|built|opened) (?:a |an |its |their |new )*(?:military )?(?:base|headquarters|checkpoint|outpost)s?",
    ),
    S.LOOTING: (
        r"loot(?:ed|ing|ers)?",
        r"ransack(?:ed|ing)?",
        r"pillag(?:ed|ing)",
        r"plunder(?:ed|ing)",
        r"torch(?:ed|ing)",
        r"set(?:ting)? (?:[\w'’-]+ ){0,5}(?:on fire|ablaze|alight|aflame)",
        r"set(?:ting)? fire to",
        r"(?:burn(?:ed|t|ing)|razed|demolish(?:ed|ing)|wreck(?:ed|ing)|smash(?:ed|ing)) (?:down )?(?:\w+ ){0,3}"
        + _CIVIL_WORKS,
        _CIVIL_WORKS
        + r" (?:was|were|had been|have been|has been) (?:partially |partly |also |completely |totally )?(?:burn(?:ed|t)(?: down)?|razed|torched|wrecked|smashed|vandali[sz]ed|dynamited|sabotaged|set ablaze)",
        r"(?:knock(?:ed|ing)?|toppl(?:ed|ing)|br(?:ought|inging)|pull(?:ed|ing)?|fell(?:ed|ing)|tore|cut(?:ting)?|blew|down(?:ed|ing)) (?:down |over )?(?:\w+ ){0,4}"
        + _GRID,
        _GRID
        + r" (?:was|were|had been|have been|has been|destroyed|knocked|downed|toppled|felled) ?(?:\w+ )?(?:down|destroyed|downed|toppled|felled|cut|knocked down|damaged|by)",
        r"destroy(?:ed|ing) (?:\w+ ){0,4}(?:"
        + _GRID
        + r"|bridges?|pipelines?|sub-?stations?|town halls?|farms?|haciendas?|buses|trucks?|machinery|crops|offices)",
        r"arson(?:ists?)?",
        r"sabotag(?:e|ed|ing)",
        r"vandali[sz](?:ed|ing)",
        r"robb(?:ed|ery|eries|ing)",
        r"hold-?ups?",
        r"(?:cattle|livestock) (?:raids?|rustling|thefts?)\w*",
        r"(?:stole|stolen|stealing|made off with|rustled) (?:\w+ ){0,4}(?:cattle|cows|livestock|goats|weapons|trucks?|food|medicines?|supplies|vehicles?|motorbikes?|bags|sacks|rations)",
    ),
    S.NON_VIOLENT_TRANSFER: (
        r"withdr(?:ew|awn|awing|awal) from",
        r"pull(?:ed|ing) out of",
        r"handed over (?:control of )?(?:the )?(?:town|city|village|base|post|camp)",
    ),
    GENERIC_ATTACK: (
        r"attack(?:s|ed|ing|ers?)?",
        r"raid(?:s|ed|ing|ers)?",
        r"violence",
        r"shot(?! down)",
        r"strikes? on",
        r"struck",
        r"opened (?:fire|up) (?:on|at)",
        r"opened fire",
        r"gunfire",
        r"fired (?:on|at|into)",
        r"(?:began|started|kept) (?:firing|shooting)",
        r"shooting",
        r"incursions?",
        r"besieged",
        r"killing",
        r"killed",
        r"kills",
        r"terrorist (?:acts?|actions?|attacks?)",
        r"harassed",
        r"rocket-propelled grenades?",
        r"RPGs?",
        r"snipers?",
        r"gunm[ae]n (?:\w+ )?(?:shot|killed|attacked|burst|barged|broke|stormed|entered|fired|forced|intercepted)",
    ),
}
"""Cues by sub-event type (and `GENERIC_ATTACK`)."""
