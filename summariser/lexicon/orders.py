"""Words of what is settled, changed, found and ordered: deals, arrests, groups, posts, weapons, ultimatums."""

from typing import Final

from summariser.schemas.codebooks import SubEventType as S

_UP_TO_4: Final = r"(?:[\w'’,-]+ ){0,4}"
_GROUP: Final = r"(?:group|movement|front|faction|militia|gang|brigade|army|party|alliance|coalition|rebels?|guerrillas?|insurgents?|fighters|combatants|militants|paramilitar\w+|cell|wing|cartel|commander|battalion|organi[sz]ation)"
_BASE: Final = (
    r"(?:(?:military |army |naval |forward |new |permanent |temporary |police |field |joint |training |hilltop |mountain |hospital )*(?:bases?|headquarters|camps?|outposts?|checkpoints?|posts?|garrisons?|barracks|command (?:centre|center|post)s?"
    r"|operations? (?:room|centre|center)s?|helipads?|bunkers?|airstrips?|watchtowers?|positions|fortifications?|detachments?|trenches))"
)
_DEAL: Final = r"(?:deals?|accords?|agreements?|pacts?|protocols?|truces?|cease-?fires?|treat(?:y|ies)|peace|settlements?|understandings?|declarations?|roadmaps?|compacts?|(?:power|wealth)-sharing \w+|communiqu[eé]s?|memorand\w+|covenants?)"
_BODY: Final = r"(?:bod(?:y|ies)|corpses?|remains)"
_SIGNS: Final = r"(?=[^.;]{0,110}\b(?:bound|tied|blindfold\w*|bullets?|gunshots?|shot|stab\w*|throats?|tortur\w+|mutilat\w+|decapitat\w+|behead\w+|machete|executed|gully|ditch|roadside|mass grave|riddled|hacked|strangled|thumbs|gagged|murder\w*|kidnapp\w*|abduct\w*))"
_FEUD: Final = r"(?:feuds?|fighting|hostilities|wars?|raids?|raiding|siege|vendettas?|bloodshed|conflict|killings?|quarrel|strike|blockade|standoff|stand-off|dispute)"
_DEVICE: Final = r"(?:bombs?|devices?|mines?|charges?|explosives?|ordnance|shells?|grenades?|rockets?|missiles?|warheads?|bomblets?|booby[ -]traps?|IEDs?|parcels?|packages?|vans?)"

ORDERS: Final[dict[str, tuple[str, ...]]] = {
    S.AGREEMENT: (
        r"(?:sign|initial|seal|conclud|reach|clinch|ratif|broker|hammer(?:ed)? out|mediat|negotiat|str(?:ike|uck|iking)|forg|finali[sz]|endors|agree(?:d)? (?:to|on)|accept|adopt|renew|extend)(?:ed|ing|s|ied|es)? " + _UP_TO_4 + _DEAL,
        _DEAL + r" (?:\w+ ){0,3}(?:was|were|has been|had been) (?:\w+ly )?(?:signed|reached|sealed|agreed|concluded|struck|brokered|announced|declared|initialled|extended|renewed)",
        r"(?:sh(?:ook|aken|aking) hands|handshake|bur(?:ied|ying) the hatchet|smok(?:ed|ing) the peace|embraced|swore peace|broke bread|slaughtered an? (?:\w+ ){0,3}(?:ox|bull|goat|sheep|camel|cow)|made (?:their )?peace|blood money|diya)",
        r"(?:put|putting|puts|bring|brought) an end to (?:\w+ ){0,5}" + _FEUD,
        r"(?:end(?:ed|ing)?|halt(?:ed|ing)?|call(?:ed)? off|suspend(?:ed|ing)?|stop(?:ped|ping)?) (?:\w+ ){0,4}(?:feud|hostilities|fighting|vendetta|bloodshed|siege) (?:\w+ ){0,3}(?:under|after|by|with|in exchange|in return|at)",
        r"(?:agreed|agree|undertook|pledged|consented|vowed|promised|accepted) (?:\w+ ){0,5}to (?:\w+ )?(?:hold (?:their|its) fire|cease|halt|suspend|stop|end|lay down|silence|pull back|withdraw|exchange|free|release|respect|reopen|swap|demilitari[sz]e|disengage|refrain)",
        r"(?:swapp(?:ed|ing)|exchang(?:ed|ing)) (?:\w+ ){0,4}(?:prisoners|captives|bodies|detainees|hostages|remains)",
        r"(?:guns fell silent|holding their fire|hold their fire|stood down their|by mutual consent|pulled (?:their|its) (?:men|troops|forces) (?:\w+ ){0,3}(?:apart|back))",
        r"(?:humanitarian|local|interim|framework|peace|border|unity|disengagement|reconciliation|non-aggression) (?:accord|pact|agreement|deal|corridor agreement|truce|treaty)",
        r"(?:day|hour|week|month)s?-?(?:long)? (?:truce|ceasefire|pause in|lull)",
        r"reconcil(?:ed|iation (?:ceremony|meeting))",
    ),
    S.ARRESTS: (
        r"t(?:ook|aken|aking) (?:\w+ ){0,4}in(?:to custody)?(?: for)?(?= (?:for|on|over|by|after|overnight|at)\b)(?! (?:by|at) (?:[\w'’-]+ ){0,3}(?:famil|relative|neighbour|neighbor|friend|kin|host|household|communit|resident|villager|parish|church|convent|monast|volunteer|stranger|local people|school|hospital|clinic|orphanage|charit|NGO))",
        r"(?:put|kept|held|placed) (?:\w+ )?(?:behind bars|in (?:custody|detention|irons|the cells|a cell)|under (?:house )?arrest|incommunicado)",
        r"(?:is|are) (?:now )?behind bars",
        r"handcuff(?:s|ed|ing)",
        r"(?:taken|brought|hauled|called|pulled|led) (?:in|away|off) for (?:questioning|interrogation)",
        r"(?:is|are|was|were|remain|remained|being) (?:\w+ )?(?:under questioning|being (?:questioned|interrogated)|in custody|in detention|incommunicado|under arrest)",
        r"(?:c[ao]me|comes|coming|went|go) for (?:him|her|them) (?:at|before|in|on|after)",
        r"(?:security|anti-terror\w*|intelligence|police) (?:sweep|dragnet|operation|swoop|round-?up)s?",
        r"dragnet",
        r"(?:netted|nabbed|collared|bagged|rolled up|broke up|dismantled|busted|smashed) (?:\w+ ){0,3}(?:suspects?|cell|network|ring|gang|m[ae]n|women|people|recruiters?|members)",
        r"(?:dawn|night|house-to-house|overnight|door-to-door) (?:raids?|searches|sweeps?|round-?ups?)",
        r"(?:deported|expelled from the country|extradited)",
        r"took (?:\w+ ){0,3}(?:suspects?|prisoners?|detainees)",
    ),
    S.CHANGE_TO_GROUP: (
        r"surrender(?:ed|ing|s)?(?! (?:value|of territory))",
        r"g[ai]ve(?:n|s)? (?:themselves|himself|herself) up",
        r"turn(?:ed|ing|s)? (?:themselves|himself|herself) in",
        r"(?:went|gone|going|crossed|came|come) over to (?:the|its|their|a) (?:\w+ ){0,3}(?:rebels?|government|army|side|rivals?|enemy|insurgents?|group|guerrillas|militia|front|faction|rival \w+)",
        r"(?:chang|switch)(?:ed|ing) sides",
        r"pledg(?:e|es|ed|ing) (?:of )?(?:allegiance|loyalty|fealty)",
        r"(?:sw[eo]ar(?:s|ing)?|swore|sworn) (?:by|in|fealty|loyalty)",
        r"(?:put|putting|beyond|laid|laying|lay|turn(?:ed|ing)? in|hand(?:ed|ing)? (?:in|over)|surrender(?:ed|ing)?|give|gave|given|giving) (?:\w+ ){0,2}(?:their |its |his |all )?(?:arms|weapons|guns|rifles|weaponry)(?: (?:beyond use|down|up|over))?",
        r"decommission(?:ed|ing|s)?",
        r"(?:dissolv|disband|demobili[sz]|disarm|merg|renam|rebrand|splinter|split)(?:ed|es|ing)? (?:\w+ ){0,3}(?:itself|themselves|" + _GROUP + r"|into|from|with|as)",
        r"(?:thr(?:ew|own|ow)) in (?:their|its|his) lot",
        r"(?:join(?:ed|ing)? (?:forces|ranks|hands)|form(?:ed|ing)? (?:an? |the )?(?:\w+ ){0,3}(?:alliance|coalition|front|militia|brigade|operations room|joint command|self-defen[cs]e (?:group|committee|force)))",
        r"(?:nam(?:ed|es|ing)|appoint(?:ed|s|ing)|chose|chosen|elect(?:ed|s|ing)|proclaim(?:ed|s|ing)|install(?:ed|s|ing)|promot(?:ed|es|ing)) (?:\w+ ){0,6}(?:commander|emir|amir|leader of the (?:group|movement|front|militia)|chief of (?:staff|the general)|successor|wali|spokesman of the)",
        r"(?:leadership|command) (?:of (?:the )?(?:[\w'’-]+ ){1,4})?(?:passe[sd]|went|goes|falls|fell) to",
        r"(?:integrat|incorporat|absorb|enroll?|re-?integrat|fold)(?:ed|ing)? (?:\w+ ){0,5}into (?:the )?(?:\w+ ){0,2}(?:army|police|forces|guard|ranks|military)",
        r"(?:will|to) serve under",
        r"(?:deploy|mobili[sz]|redeploy|mass)(?:e?d|ing|es) (?:\w+ ){0,4}(?:troops|soldiers|fighters|forces|tanks|brigades?|battalions?|reservists|armou?r|warships?)",
        r"(?:troops|soldiers|fighters|forces|tanks|brigades?|battalions?|reservists|reinforcements) (?:\w+ ){0,2}(?:massed|are massing|is massing|took up positions)",
        r"breakaway (?:faction|group|wing)|splinter group",
    ),
    S.BASE_ESTABLISHED: (
        r"(?:set(?:ting|s)? up|put(?:ting|s)? up|establish(?:ed|es|ing)|buil(?:t|ds|ding)|open(?:ed|s|ing)|inaugurat(?:ed|es|ing)|pitch(?:ed|ing)|erect(?:ed|s|ing)|install(?:ed|s|ing)|found(?:ed|ing)|dug|digging|complet(?:ed|es|ing)|construct(?:ed|s|ing)|mov(?:ed|ing) into) (?:(?!(?:in|at|on|near|inside|outside|beside|of|for|to|from)\b)\w+ ){0,5}" + _BASE,
        r"(?:turn(?:ed|s|ing)|convert(?:ed|s|ing)|transform(?:ed|s|ing)|commandeer(?:ed|ing)|took over|mov(?:ed|es|ing)) (?:[\w'’-]+ ){1,7}(?:in)?to (?:an? |its |their )?(?:\w+ ){0,2}" + _BASE,
        r"(?:camped|encamped|dug in|entrenched (?:itself|themselves)|quartered|billeted|garrisoned) (?:at|in|beside|near|on|outside|around)",
        r"(?:moved|transferred|shifted|relocated) (?:its|their|his) (?:staff|headquarters|command|base|main camp)",
        r"(?:raised|hoisted) (?:its|their) flags? (?:over|at) (?:its|their) new",
    ),
    S.DISRUPTED_WEAPONS_USE: (
        r"(?:neutrali[sz](?:ed|es|ing)|ma[dk](?:e|es|ing) safe|render(?:ed|ing) (?:safe|harmless)|disarm(?:ed|ing)|disabl(?:ed|ing)|dismantl(?:ed|ing)|blew up|clear(?:ed|ing)|remov(?:ed|ing)|lift(?:ed|ing)|detect(?:ed|ing)|spott(?:ed|ing)|disconnect(?:ed|ing)) (?:[\w'’-]+ ){0,6}" + _DEVICE,
        _DEVICE + r" (?:[\w'’-]+ ){0,6}(?:was|were|had been|been) (?:[\w-]+ ){0,2}(?:neutrali[sz]ed|made safe|rendered (?:safe|harmless)|disarmed|defused|dismantled|found|discovered|detonated in place|intercepted|shot down|cleared|lifted|removed)",
        r"(?:cut|pulled|removed|disconnected|snipped|yanked) (?:the )?(?:\w+ )?(?:wires?|command wires?|detonators?|fuses?|detonating cord)",
        r"(?:air|missile) defen[cs]es? (?:\w+ ){0,4}(?:down(?:ed)?|brought|shot|intercept\w*|destroyed|engaged|repelled)",
        r"(?:sappers?|bomb squads?|sniffer dogs?|de-?miners?|engineers|ordnance (?:teams?|experts)) (?:[\w'’-]+ ){0,5}(?:found|clear(?:ed|ing)|remov(?:ed|ing)|destroy(?:ed|ing)|blew up|dealt with|led|lift(?:ed|ing)|detect(?:ed|ing)|made|cut|pulled|carried|located|uncovered|dug up)",
        r"(?:caches?|hauls?|hoards?|stash(?:es)?|arsenals?|workshops?|dumps?|hides?|shipments?|consignments?|truckloads?) (?:of|with|containing) (?:\w+ ){0,3}(?:weapons?|arms|rifles?|explosives?|ammunition|grenades?|mines?|rockets?|bombs?|shells?|guns?|pistols?|mortars?|dynamite|missiles?)",
        r"(?:bomb|rocket|explosives?|drone|weapons)[ -](?:making )?(?:factory|workshop|laboratory|labs?)",
        r"(?:failed to|did not|never|without) (?:reach(?:ing|ed)? (?:its|their) (?:target|destination)s?|go(?:ing)? off|explod(?:e|ed|ing)|detonat(?:e|ed|ing))",
        r"jammed by|electronic warfare (?:unit|post|team)",
    ),
    S.NON_VIOLENT_TRANSFER: (
        r"(?:vacat(?:ed|es|ing)|evacuat(?:ed|es|ing) (?:its|their|the) (?:base|post|garrison|camp|positions?|barracks)|relinquish(?:ed|es|ing)|quit(?:ted)? (?:the|its|their) (?:town|base|post|camp|fort)|ced(?:ed|es|ing))",
        r"(?:hand(?:ed|s|ing)?|turn(?:ed|s|ing)?|g[ai]ve|gives|yield(?:ed|s|ing)?|transfer(?:red|s|ring)?) (?:over |up )?(?:[\w'’-]+ ){0,6}(?:keys|control|town|city|village|post|base|camp|fort|garrison|port|airport|airfield|crossing|district|town hall|barracks|checkpoints?|territory|island|bridge) (?:over |back )?to",
        r"abandon(?:ed|s|ing) (?:its|their|the|several|two|three|four) (?:\w+ ){0,3}(?:camps?|posts?|positions?|bases?|outposts?|trench(?:es)?(?: line)?|garrisons?|towns?|villages?|forts?|lines?|checkpoints?|barracks)",
        r"(?:without|not) (?:a (?:shot|fight)|firing a shot|resistance|meeting any)",
        r"(?:walked|march(?:ed)?|moved|drove|filed|rolled) in(?:to the \w+)? (?:unopposed|without|and (?:raised|hoisted|took|planted)|after)",
        r"(?:pull|withdr|retreat|fall|fell|mov|march)(?:ed|ew|awn|awing|ing)?(?: (?:its|their|his) (?:\w+ )?(?:troops|men|forces|soldiers|fighters|garrison|units))? (?:out |back |away )?(?:of|from) (?:the )?(?:\w+ )?(?:town|city|village|base|post|camp|fort|garrison|port|airport|district|positions?|outposts?|area|hill|enclave|suburb)",
        r"took (?:their|its) place",
        r"chang(?:ed|es|ing) (?:hands|nationality)",
    ),
    S.OTHER: (
        r"states? of (?:emergency|siege|exception)|martial law|(?:dusk-to-dawn|night|indefinite|round-the-clock) curfews?|curfews? (?:\w+ ){0,2}(?:was|were|has been|on|in)|imposed (?:an? )?(?:\w+ )?curfews?",
        r"coups?(?: d['’][eé]tat)?(?: attempts?| plots?| bid)?|putsch(?:es|ists?)?|grab for power|seized power|overthr(?:ew|own|ow)|toppled the (?:government|president|regime)|mutineers?",
        r"jail-?breaks?|prison breaks?|(?:prisoners|inmates|detainees|convicts) (?:\w+ ){0,3}(?:escaped|broke out|fled|are at large|walked out|on the run)|broke out of (?:the )?(?:\w+ )?(?:jail|prison|cells)|mass escape",
    ),
    S.ATTACK: (
        _BODY + r" (?:[\w'’,-]+ ){0,8}(?:found|dumped|discovered|lying|recovered|left|thrown|hanging|floating|strewn)" + _SIGNS,
        r"(?:found|discovered|came upon|came across|dumped|recovered|pulled) (?:[\w'’-]+ ){0,4}" + _BODY + _SIGNS,
        r"(?:bullet-riddled|headless|mutilated|decapitated|bound|dismembered|tortured|burn(?:ed|t)) (?:and \w+ )?" + _BODY,
        r"(?:with|had|his|her|their) (?:\w+ )?(?:bound hands|hands (?:\w+ )?(?:bound|tied)|thumbs tied|throats? (?:cut|slit)|signs of torture|wrists bound)",
        r"(?:took|taken|with|by|put) (?:an? |\w+ )?(?:bullet|round|shot)s? (?:to|in|through) (?:the|his|her|their) (?:head|neck|chest|back|temple|heart|nape|thigh|leg)",
        r"(?:given|gave) (?:\w+ ){0,3}(?:until|an? (?:week|day|hour|month)|\d+ (?:hours|days)|\w+ (?:hours|days|weeks)) to (?:leave|quit|go|surrender|hand|get out|vacate|withdraw|pay|release|evacuate|clear)",
        r"(?:order(?:ed|s|ing)?|told|warn(?:ed|s|ing)?|tell(?:s|ing)?) (?:[\w'’-]+ ){1,6}(?:to (?:leave|quit|get out|evacuate|vacate|go)|out of) (?:[\w'’-]+ ){0,5}(?:by|within|before|or|until|under)",
        r"on pain of",
        r"ultimatums?",
        r"(?:kick(?:ed|ing)|trampl(?:ed|ing)|stamp(?:ed|ing)) (?:\w+ ){0,3}to death|(?:blood-?bath|butchery|death squads? (?:\w+ )?(?:killed|shot|took))",
        r"(?:fir(?:ed|ing)|shots? (?:were |was )?(?:\w+ )?fired|bullets? (?:\w+ )?(?:hit|struck|riddled|pierced)|gunshots? (?:\w+ )?(?:hit|killed)) (?:[\w'’-]+ ){0,3}(?:at|into|through|from|on) (?:the |his |her |an? )?(?:[\w'’-]+ ){0,3}(?:house|home|window|car|bus|taxi|church|mosque|office|school|market|family|crowd|shop|bar|door|advocate)",
    ),
    S.ABDUCTION: (
        r"(?:held|holding|hold|kept|keeping) (?:\w+ ){0,4}(?:captive|hostage|prisoner|for ransom)",
        r"(?:pulled|dragged|taken|forced|ordered|hauled|snatched|grabbed|seized) (?:\w+ ){0,5}(?:from|off|out of) (?:an? |the |his |her |their )?(?:\w+ )?(?:taxi|bus|minibus|car|vehicle|home|house|bed|train|boat|field|farm|village|school|hostel|church|clinic|hospital|street|market|office)s?",
        r"(?:never|not|did not|didn't|have not|has not) (?:\w+ )?(?:been seen|c[oa]me (?:home|back)|returned?|reach(?:ed)? (?:home|the landing|school|work))(?: again)?",
        r"(?:whereabouts|fate) (?:\w+ ){0,6}(?:unknown|not known|unclear)",
        r"vanished|went missing|gone missing|disappeared (?:after|from|on|while|since|in)",
        r"(?:bundled|forced|shoved|pushed|thrown|stuffed) (?:[\w'’-]+ ){0,3}into (?:an? |the )?(?:[\w'’-]+ ){0,2}(?:car|van|jeep|truck|boot|mercedes|pickup|pick-up|hilux|vehicle|taxi|boat|bus|toyota|sedan)",
        r"at gunpoint",
        r"ransoms?(?: (?:of|demand\w*|note|call))?",
        r"blindfold(?:ed|s)?",
    ),
    S.ARMED_CLASH: (
        r"(?:trad|exchang|swapp)(?:ed|ing|es|e) (?:\w+ ){0,3}(?:fire|shots|blows|volleys|mortar|rounds|salvos|gunfire|rockets)",
        r"(?:pitched|running|fierce|heavy|day-long|hours-long|two-hour|three-hour|sprawling|brief|sharp|bloody) (?:gun)?(?:battles?|engagements?|fights?|firefights?|exchanges?(?: of fire)?|contacts?|shoot-?outs?|clash(?:es)?|skirmish(?:es)?)",
        r"fought (?:\w+ ){0,4}(?:way|out|soldiers|rebels|troops|militia\w*|each other|back|for \w+ hours|until|at|over|across|around|off|with|street by street|house to house|house by house|hand to hand)",
        r"(?:engagements?|fire-?fights?|gun ?fights?) (?:with|between|at|near|in|left|that)",
        r"(?:clear(?:ed|ing)|combing|mopping up) (?:[\w'’-]+ ){0,4}(?:street by street|house by house|house to house|block by block|pockets)",
        r"(?:answered|replied|responded|retaliated) with (?:\w+ ){0,3}(?:fire|volleys|mortars?|machine-?guns?|rifles?|artillery)",
        r"(?:held|hold|kept|drove|threw|beat|fought|pushed|fended|warded) (?:off|back|at bay) (?:[\w'’-]+ ){0,6}(?:rebels|insurgents|attackers|fighters|guerrillas|militants|gunmen|raiders|attacks?|assaults?|columns?|troops|soldiers)",
        r"(?:broke|break|breaking|lift(?:ed|ing)|lifted) the siege",
        r"(?:took|taking|take) up (?:rifles|arms|guns|spears) (?:over|against|and)",
        r"(?:fell|walked|ran|drove|marched|rode) into an? (?:\w+ )?ambush",
        r"(?:lay|laid|lying|lie) in (?:wait|ambush)",
        r"(?:made|make) a bid for|put (?:\w+ ){1,6}under fire|under (?:\w+ )?(?:rifle|machine-gun|sniper|mortar|small-arms) fire",
        r"turned (?:their|its) guns on (?:each other|one another)",
        r"(?:heavy|light|sporadic|small-arms|machine-gun|automatic|rifle) fire (?:was|could|rang|broke|echoed|from|has|had)",
        r"gunfire (?:\w+ ){0,3}(?:erupted|rang|broke out|has|echoed|crackled|was heard)",
    ),
    S.SUICIDE_BOMB: (
        r"suicide (?:drivers?|truck|car|vehicles?|attackers?|drones? boat|boat|raiders?|operations?|detonation)|human bombs?|kamikazes?|martyrdom operations?",
        r"bombers? (?:\w+ ){0,6}(?:himself|herself|themselves|detonat\w+|blew)",
        r"kill(?:ed|ing|s) (?:\w+ ){0,6}(?:and )?(?:himself|herself|themselves|him and|his own)",
        r"(?:carrying|wearing|hiding|with) (?:\w+ ){0,4}(?:strapped|taped|tied) (?:to|round|around)",
        r"(?:ramm(?:ed|ing)|drove|driv(?:en|ing)|crash(?:ed|ing)|steer(?:ed|ing)|plough(?:ed|ing)|smash(?:ed|ing)) (?:[\w'’.-]+ ){0,5}(?:laden|packed|loaded|filled|full|stuffed|rigged|crammed) (?:with|of) (?:[\w'’.-]+ ){0,3}(?:explosives?|tnt|ammonium|nitrate|dynamite|gas|bombs?|hexogen|rdx)",
        r"a (?:man|woman|boy|girl|teenager|youth|person|bomber|stranger|driver)\b (?:[\w'’-]+ ){0,6}exploded",
        r"(?:would-be|teenage|female|girl|child|lone|woman) (?:suicide )?bombers?",
    ),
    S.CHEMICAL_WEAPON: (
        r"chlorine[ -](?:filled|laden|smelling)|(?:yellow|white|biting|choking|acrid|garlic-smelling|greenish|green) (?:\w+ )?(?:powder|smoke|gas|cloud|vapou?r|rain)|(?:chlorine|mustard|phosgene|tabun|vx|cs|cyanide|ammonia) (?:gas|agent|shells?|bombs?|was (?:dropped|released|used))"
        r"|toxic (?:agents?|fumes|substance|gas)|yellow rain|chemical (?:barrel )?(?:bombs?|munitions?|rockets?|warheads?)",
    ),
    S.AIR_STRIKE: (
        r"(?:loitering|kamikaze|fpv|armed|unmanned|reconnaissance) (?:munitions?|drones?|craft|aircraft)",
        r"from the air",
        r"(?:napalm|barrel bombs?|bomblets|500-pound|250-kg|500-kg) (?:\w+ )?(?:bombs?)?",
        r"(?:hit|struck|killed|destroyed|bombed|attacked|targeted|flattened|wounded) (?:\w+ ){0,5}by (?:an? |the )?(?:[\w.-]+ ){0,3}(?:drones?|jets?|aircraft|planes?|warplanes?|helicopters?|gunships?|air force)",
    ),
    S.SHELLING: (
        r"(?:shells?|mortars?|rockets?|missiles?|howitzers?) (?:on|at|into|over) [A-Z]\w+",
        r"(?:took|taken|taking|suffered|received|scored) (?:\w+ ){0,3}(?:direct )?hits?",
        r"(?:incoming|outgoing|indirect) (?:fire|rounds|shells)",
        r"(?:gunboats?|warships?|frigates?|destroyers?|tanks?|batteries) (?:\w+ ){0,3}(?:shelled|fired|opened (?:up|fire)|bombarded|pounded)",
        r"(?:grad|katyusha|qassam|scud|tochka|iskander|himars|smerch|uragan|105-?mm|120-?mm|122-?mm|155-?mm|81-?mm|82-?mm)(?: (?:rockets?|missiles?|salvos?|shells?|rounds?|guns?|tubes?|mortars?))?",
    ),
}  # fmt: skip
"""Cues by sub-event type, added to those of `events.py`."""
