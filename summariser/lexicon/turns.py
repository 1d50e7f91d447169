"""Turns of phrase that give roles without a verb of violence: "came under fire from", "led off", "fell to"."""

from __future__ import annotations

import re
from typing import Final

from summariser.lexicon.function_words import words

_ANY: Final = r"(?:[\w-]+ ){0,3}?"
_FIRE: Final = (
    r"(?:(?:small-?arms |sniper |gun|shell|mortar )?fire|attack|bombardment|shelling|assault|siege)"
)
UNDER_FIRE: Final = re.compile(
    rf"\b(?:c[ao]mes?|coming|was|were|been|is|are|being|remain\w*|fell)\s+under {_ANY}{_FIRE}\b",
    re.IGNORECASE,
)
"""After whoever is shot at; "from" and "by" follow."""
PUT_UNDER_FIRE: Final = re.compile(
    r"\b(?:put|puts|putting|took|take|takes|taking|kept|brought)\b", re.IGNORECASE
)
IS_UNDER_FIRE: Final = re.compile(rf"under {_ANY}{_FIRE}\b", re.IGNORECASE)
TURNED_ON: Final = re.compile(
    r"\b(?:open(?:ed|ing|s)? up|let (?:loose|fly|rip)|descend(?:ed|ing|s)?|fell|falling|swoop(?:ed|ing|s)?(?: down)?"
    r"|pounc(?:ed|es|ing)|mov(?:ed|es|ing) in|clos(?:ed|es|ing) in|turn(?:ed|ing|s)|lash(?:ed|es|ing) out|charg(?:ed|es|ing)"
    r"|rang(?:ed|es|ing)|bore down|advanc(?:ed|es|ing)|set|preyed|forc(?:ed|es|ing) (?:him|them)sel(?:f|ves)|snip(?:ed|es|ing)|fir(?:ed|es|ing)(?: \w+){0,4}?"
    r"|shot|shoot(?:ing|s)?|poured (?:\w+ )?fire|trained (?:\w+ ){1,3}|used (?:[\w-]+ ){1,3})"
    r" (?:up)?(?:on|at|against|into)\s+",
    re.IGNORECASE,
)
"""Between who attacks and who is attacked."""
LEADING: Final = words(
    "march marched marching drag dragged dragging carry carried carrying lead led leading whisk whisked whisking herd "
    "herded herding haul hauled hauling bundle bundled bundling force forced forcing spirit spirited spiriting pull "
    "pulled pulling push pushed pushing shove shoved shoving load loaded loading take took taken taking drive drove "
    "driven driving snatch snatched"
)
OFF: Final = re.compile(
    r"(?:off|away|from (?:his|her|their|the|a) (?:\w+ )?(?:home|house|bed|car|vehicle|bus|homes|houses|beds|field|fields|village)"
    r"|(?:in|on)to (?:the |a |an |his |their )?(?:[\w-]+ ){0,2}"
    r"(?:bush|forest|hills?|mountains?|jungle|woods|van|vans|car|cars|truck|trucks|bus|buses|jeep|jeeps|pick-?ups?|vehicles?|lorry|lorries|boats?|desert|night|custody))\b",
    re.IGNORECASE,
)
"""After people who are led where they would not go."""
FOR_THEIR_GOOD: Final = re.compile(
    r"\b(?:hospitals?|clinic|safety|morgue|ambulances?|mortuary|shelters?|treatment|burial|graves?|stretchers?|school|first aid|airlift\w*)\b",
    re.IGNORECASE,
)
HELD: Final = re.compile(
    r"\b(?:haul(?:ed|ing|s)? in|pick(?:ed|ing|s)? up|led away(?= in handcuffs)|bundled into|t(?:ook|aken|aking|akes) (?:in(?= for)|into custody)"
    r"|put in(?:to)? (?:handcuffs|custody|a cell|detention)|rounded up|locked up|thrown in(?:to)? (?:jail|prison|a cell))\b",
    re.IGNORECASE,
)
"""What is done to people who are arrested."""
DIED: Final = re.compile(
    r"\b(?:los(?:t|es|ing|e) (?:his|her|their|its|a|an|one|both) (?:li(?:fe|ves)|foot|feet|legs?|arms?|hands?|eyes?|sight|limbs?|fingers?|balance)"
    r"|bled to death|burn(?:ed|t) (?:to death|alive)|never (?:woke|came home|returned)|(?:was|were|are|is) among(?:st)? (?:the |those )?"
    r"(?:dead|killed|wounded|injured|victims|casualties|hit|hurt)|(?:suffer|sustain)(?:ed|s|ing) (?:\w+ ){0,3}(?:injur(?:y|ies)|wounds?|burns)"
    r"|met (?:his|her|their) deaths?|fell dead|dropped dead|lay dead|lie dead|succumbed|paid with (?:his|her|their)"
    r"|(?:was|were) (?:\w+ )?(?:found|pulled out|left) (?:dead|lifeless))\b",
    re.IGNORECASE,
)
"""After whoever died or was hurt."""
LIVES_OF: Final = re.compile(
    r"\b(?:claim(?:ed|s|ing)?|cost(?:s|ing)?|took|taking|end(?:ed|ing)) the li(?:fe|ves) of\s+", re.IGNORECASE
)
"""Before whoever died."""
MINE: Final = re.compile(
    r"\b(?:r[au]n(?:s|ning)? over|ran (?:on)?to|struck|hits?|hitting|stepp(?:ed|ing) on|steps on|dr(?:o|i)ve(?:s)? (?:over|on ?to)|tr(?:o|ea)d(?:s|ing)? on"
    r"|tripped|walked (?:in|on)to|rode over|passed over) (?:a |an |the |another |one )?"
    r"(?:[\w-]+ ){0,2}?(?:land ?mines?|mines?|booby-?traps?|tripwires?|roadside bombs?|i\.?e\.?d\.?s?|(?:explosive )?devices?)\b",
    re.IGNORECASE,
)
"""After whoever is the victim of a mine."""
ITSELF: Final = re.compile(
    r"\b(?:bl[eo]w(?:n|ing|s)?|detonat(?:ed|es|ing)|explod(?:ed|es|ing)) (?:him|her|them)sel(?:f|ves)\b"
    r"|\b(?:detonat(?:ed|es|ing)|set(?:ting|s)? off|trigger(?:ed|s|ing)) (?:his|her|their|a|an) (?:\w+ ){0,2}?(?:vests?|belts?|waistcoats?|jackets?)\b",
    re.IGNORECASE,
)
"""After a suicide bomber."""
FELL_TO: Final = re.compile(
    r"\b(?:fell|fallen|falls|falling|(?:was |were )?lost|surrendered|handed over|ceded|yielded|conceded) (?:back )?"
    r"(?:in)?to (?:the (?:hands|control) of )?(?=the |[A-Z]|an? |rebel|militant|insurgent|guerrilla|govern|pro-|anti-)",
)
"""Between a place and those who take it."""
TRADED: Final = re.compile(
    r"\b(?:trad(?:ed|es|ing)|exchang(?:ed|es|ing)|swapp(?:ed|ing)) (?:[\w-]+ ){0,3}?"
    r"(?:fire|gunfire|shots|bullets|blows|salvos?|volleys?|shells|rockets|barrages?|grenades)\b",
    re.IGNORECASE,
)
"""After two who fight."""
SIGNED: Final = re.compile(
    r"\b(?:(?:put|set) their (?:names?|signatures?) to|sign(?:ed|s|ing)?|initial+ed|agreed?(?: on| to)?|reach(?:ed|es)?"
    r"|conclud(?:ed|es)|seal(?:ed|s)?|ratif(?:ied|ies)|struck|clinch(?:ed|es)|endorse[ds]?) (?:[\w-]+ ){0,5}?"
    r"(?:cease-?fires?|truces?|pacts?|accords?|agreements?|deals?|treat(?:y|ies)|armistice|peace|prisoner (?:swap|exchange))\b",
    re.IGNORECASE,
)
"""After two who agree."""
MARCHES: Final = re.compile(
    r"\b(?:stag(?:e|es|ed|ing)|h[eo]lds?|holding|organi[sz](?:e|es|ed|ing)|mount(?:s|ed|ing)?|join(?:s|ed|ing)?|beg[aiu]n|beginning"
    r"|start(?:s|ed|ing)?|observ(?:e|es|ed|ing)|lead|leads|led|took part in|take part in|taking part in|participat(?:e|es|ed|ing) in"
    r"|carr(?:y|ies|ied|ying) out|conduct(?:s|ed|ing)?|launch(?:es|ed|ing)?|continu(?:e|es|ed|ing)|form(?:s|ed|ing)?)"
    r"(?: (?:up|out))? (?:[\w'’,/-]+ ){0,5}?(?:protests?|demonstrations?|rall(?:y|ies)|march(?:es)?|sit-?ins?|die-?ins?|vigils?|pickets?"
    r"|picket lines?|processions?|walk-?outs?|strikes?(?! on\b(?! \w+day\b))|blockades?|parades?|motorcades?|human chains?|stoppages?|boycotts?|roadblocks?)\b"
    r"|\b(?:w[eo]nt|go|goes|going|walk(?:s|ed|ing)?|c[ao]me|turn(?:s|ed|ing)?) (?:out )?(?:on (?:a )?(?:[\w-]+ )?strike|on(?:to)? the streets|off the job)\b"
    r"|\b(?:took|taken?|takes|taking|pour(?:s|ed|ing)?) (?:in)?to the streets\b",
    re.IGNORECASE,
)
"""After those who protest."""
SHOTS: Final = re.compile(
    r"(?:[\w,-]+ ){0,4}?(?:rounds|shots|gunshots|bullets|salvos?|volleys?|bursts|barrages?|tracers?)\b",
    re.IGNORECASE,
)
"""What is fired, without a word for the weapon."""
GAVE_WAY: Final = re.compile(
    r"\b(?:retreat(?:ed|ing|s)|withdr(?:ew|awn|awing|aws)|pull(?:ed|ing|s) (?:out|back)|fell back|fall(?:s|ing) back|fled|flee(?:s|ing)"
    r"|abandon(?:ed|ing|s)|surrender(?:ed|ing|s)|(?:was|were|been) (?:driven|forced|pushed|thrown|chased) (?:out|back|off|from)"
    r"|los(?:t|es|ing) (?:control|ground|the (?:town|village|post|position|base|hill|garrison|city)))\b",
    re.IGNORECASE,
)
"""After the side that loses ground."""
COMPOUND: Final = re.compile(
    r"(?:(?:air |drone |rocket |mortar |artillery |missile |grenade |bomb |gun |night |ground |cross-border |dawn |cavalry |commando )?"
    r"(?:attacks?|raids?|assaults?|ambush(?:es)?|strikes?|offensives?|incursions?|onslaughts?|push)|airstrikes?|bombardments?|shelling|bombings?"
    r"|(?:(?:sniper|tank|mortar|artillery|machine-?gun|small-?arms|friendly) )?(?:gun|shell)?fire|bullets?|barrages?|salvos?|volleys?|shells|shots)\b",
    re.IGNORECASE,
)
"""Deeds that stand right after those who do them: "a rebel raid", "army shelling"."""
BODIES: Final = words(
    "army navy police military militia government regime junta rebel rebels guerrilla guerilla insurgent militant terrorist "
    "gendarmerie coalition force forces troop troops soldier settler paramilitary gang cartel commando bandit separatist "
    "jihadist islamist guard opposition regiment battalion brigade separatist loyalist vigilante mob"
)
