"""Going, coming and leaving: words of every journey, which tell of flight only where something drives people.

"Reached", "came over" and "left for" stand in every travel page. They are read as movements only beside words
of violence, of disaster or of flight itself; see `moved.py`. And words around a number that say that it counts
nobody who had to go: a drill, an audience, a rate, a thing that was handed back.
"""

import re
from typing import Final

from summariser.schemas.codebooks import Cause
from summariser.schemas.codebooks import DisplacementTerm as T

_WAY = r"(?:in|over|across|down|up|out|off|back|through|away|along|by|from|to|into|at|on|towards?)"
_HOMES = r"(?:homes?|houses?|huts|villages?|hamlets?|farms?|land|fields|quarters?|neighbou?rhoods?|settlements?|suburbs?|valleys?|islands?|coast|towns?|city|area|district)"
_WHICH = r"(?:the|their|its|his|her|our|this|that|these|those|several|two|three|four|five|all|both|some|border|nearby|neighbou?ring|coastal|low-lying|outlying|surrounding|burning|\w+['’]s?|\w+ern)"
_BY_WHAT = r"(?:foot|boat|canoe|raft|ferry|train|bus|lorry|truck|tractor|donkey|cart|sea|road|river|night)"

MOTION_CUES: Final[dict[str, tuple[str, ...]]] = {
    f"motion:{T.DISPLACED}": (
        r"arriv(?:ed|ing|es?|als?)(?! (?:of|times?|hall|date|lounge))",
        r"reach(?:ed|ing)? (?:the )?(?:(?-i:[A-Z])|border|camp|town|city|coast|other|far|safe|outskirts|frontier|island)\w*",
        rf"(?:came|come|comes|coming) {_WAY}",
        r"turned up",
        r"trickl(?:ed|ing)",
        rf"(?:walk(?:ed|ing)|trekk(?:ed|ing)|trudg(?:ed|ing)|wad(?:ed|ing)|paddl(?:ed|ing)|row(?:ed|ing)|sail(?:ed|ing)|sw[au]m|drift(?:ed|ing)|travell?(?:ed|ing)|troop(?:ed|ing)|climb(?:ed|ing)) (?:\S+ ){{0,3}}?{_WAY}",
        r"(?:walked|trekked|trudged) (?:for )?(?:two|three|four|five|six|seven|several|all|\d+|many|a) \w+",
        r"pour(?:ed|ing) in",
        r"moved (?:within|to|into|towards?|in with|from|in)",
        r"(?:passed|passing) (?:through|into|over)",
        r"went (?:over|across|down|up|into|inland)",
        r"cross(?:ed|ing|es)? (?:from|at|in|on|by|last|this|since|on)",
    ),
    f"motion:{T.FORCED_TO_FLEE}": (
        rf"(?:left|leave|leaving|quit|quitted|deserted|deserting|vacated) (?:{_WHICH} ){{0,3}}?{_HOMES}",
        r"(?:left|leave|leaving|departed|set out|headed|heading|heads|made|making|gone|took off|bound) (?:for|by|on|towards?|from|in|with|to|into|since|overnight)",
        r"(?:made|making|make|fought|found) their way",
        rf"(?:went|gone|going|travelled|came|come|coming) (?:\S+ )?(?:by|on) {_BY_WHAT}",
        r"packed up",
        r"cleared out",
    ),
}  # fmt: skip
"""Cues of a journey: ``motion:term`` -> patterns; the term is what it is called where people had to go."""

DRIVEN: Final = re.compile(
    r"\b(?:on foot|barefoot|by night|under cover|belongings|bundles|with (?:only|nothing|little|what|the clothes|their (?:children|animals|goats|cattle|livestock|herds|mattresses))|refugees?|asylum"
    r"|displac\w+|evict\w+|flee\w*|fled|escap\w+|host famil\w+|relatives|camps?|shelters?|refuge|makeshift|tents?|tarpaulins?|frightened|terrified|afraid|fear\w*|threat\w*|for their lives"
    r"|burn(?:ed|t|ing)|attack\w*|shell(?:ed|ing|s)|bomb\w*|drones?|rockets?|gun\w*|front ?line|clash\w*|raid\w*|militia\w*|curfew|massacre\w*|kill\w+|loot\w+|expel\w+|expuls\w+|deport\w+|border|frontier"
    r"|flood\w*|quake\w*|earthquakes?|cyclone|hurricane|typhoon|storm\w*|drought|eruption|volcan\w+|lava|landslides?|mudslides?|wildfires?|fires?|dried up|crop failure|dam|surge|high water|ultimatum|deadline|ordered|warn(?:ed|ing)s?|tensions?|unrest|violence|war|fighting|offensive|advance[ds]?|troops|soldiers|movements|front|siege|empty(?:ing)?|emptied|abandoned)\b",
    re.IGNORECASE,
)
"""What drives people, or shows that they were driven: in the sentence of a journey, or right before it."""

ON_ERRANDS: Final = re.compile(
    r"\b(?:protest\w*|march(?:ed|ing)? (?:to|on|through|from)|turned into a march|rall(?:y|ies|ied)|demonstrat\w+|polling|ballots?|votes?|mourners|funeral|pilgrim\w*|concert|festival|fair|match|tournament|final|marathon|race|conference|summit|holiday|tour(?:ism|ists?)?|commut\w+|matches|graduat\w+)\b",
    re.IGNORECASE,
)
"""What people go to of their own will: a journey beside it is no flight."""

PRETENDED: Final = re.compile(
    r"\b(?:(?:evacuation|fire|earthquake|quake|tsunami|flood|safety|emergency|school|annual|yearly|monthly|simulated|air[ -]raid|\w+day['’]s) (?:drills?|exercises?|rehearsals?|tests?|practices?)"
    r"|(?:in|during) (?:a|the|an) (?:\w+ )?(?:drill|rehearsal|simulation)|dress rehearsal|mock (?:evacuations?|disasters?|emergenc\w+|floods?|quakes?)|simulat(?:ed|ion|ing|es?)|role[- ]play\w*|false alarm)\b",
    re.IGNORECASE,
)
"""Nobody had to go: it was practised, or the alarm was false."""

TOLD_OF_OLD: Final = re.compile(
    r"\b(?:historians?|archaeolog\w+|museums?|exhibitions?|exhibits?|symposium|documentary|memoirs?|novels?|films?|textbooks?|centenary|centuries|century|medieval|prehistoric|ancient|bronze age|biograph\w+)\b",
    re.IGNORECASE,
)
"""What is told in books and museums; beside an old year it is history."""
OLD_YEAR: Final = re.compile(r"\b(?:1[0-8]\d\d|19[0-7]\d)\b")

RATE_BEFORE: Final = re.compile(
    r"\b(?:for|to|per|among|between|by|with|serves?|serving) (?:every|each)\s+$|\b(?:per|every|each)\s+$|\bin every\s+$",
    re.IGNORECASE,
)
"""Before the number of a rate: "a latrine for every 170 arrivals"."""
RATE_AFTER: Final = re.compile(
    r"\s+(?:to (?:a|an|each|every|one) \w+|in (?:one|each|every|a single) \w+ ?(?:tent|room|hut|bay|classroom)|(?:in|out of) (?:every )?(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\b(?!\s+(?:camps?|sites?|schools?|shelters?|centres?|centers?|villages?|towns?|districts?|provinces?|tents?|halls?|\w*s)\b))",
    re.IGNORECASE,
)
"""Behind a rate: "one family in four", "five families to a room"."""
ORDINAL_BEFORE: Final = re.compile(
    r"\b(?:rows?|pages?|rooms?|gates?|blocks?|grades?|class(?:es)?|chapters?|articles?|routes?|lines?|lanes?|platforms?|numbers?|nos?\.?|wards?|sections?|channels?|phases?|stages?|lots?|categor(?:y|ies)|levels?|stalls?|floors?|junctions?|exits?|kilomet(?:re|er)s?|miles?|verses?|aged|ages?|between the ages of)\s+$",
    re.IGNORECASE,
)
"""Before a number that names one of a row and counts nothing: "rows four to nine"."""
AUDIENCE_BEFORE: Final = re.compile(
    r"\b(?:(?:sold[- ]out|packed|full|capacity|small|home) (?:\w+ )?(?:house|hall|crowd|audience|venue|arena|stadium)|audience|attendance|turnout|rally|congregation|choir|orchestra|cast|field|squad|class|electorate|readership|staff|workforce|team|survey|study|sample|poll|panel|vote|budget|prize|fee|bill|cost|price|sum|majority|record|profit|loss|debt)\s+of\s+(?:about\s+|some\s+|around\s+|nearly\s+|over\s+|more than\s+)?$"
    r"|\b(?:spend|spent|spends|spending|cost|costs|costing|pay|paid|pays|paying|raise[ds]?|raising|earn(?:ed|s|ing)?|invest(?:ed|s|ing)?|fetch(?:ed|es)?|sold for|worth|priced at|borrow(?:ed|s)?|sav(?:ed|es?|ing)|surveyed|polled|interviewed|seats)\s+(?:about\s+|some\s+|around\s+|nearly\s+|over\s+|more than\s+|an extra\s+|a further\s+|another\s+)?$",
    re.IGNORECASE,
)
"""Before a number of listeners, of a sample or of money."""
SAMPLE_BEFORE: Final = re.compile(
    r"\b(?:surveys?|polls?|samples?|stud(?:y|ies)|questionnaires?|interviews?|discussions?|consultations?|census|assessments?)"
    r" (?:of|among|amongst|with|covering|at|across)\s+(?:about\s+|some\s+|around\s+|nearly\s+|over\s+|more than\s+)?$"
    r"|\b(?:reserves?|funds?|grants?|allocations?|contributions?|donations?|loans?|credits?|budgets?|appeals?|envelopes?)"
    r" of\s+(?:about\s+|some\s+|around\s+|nearly\s+|over\s+|more than\s+)?$",
    re.IGNORECASE,
)
"""Before the number of those who were asked, or of money: "a survey among 300 households", "a grant of 2 million"."""
SHARE_BEFORE: Final = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|\d{1,2}) (?:[\w-]+ ){0,2}(?:in|out of)(?: every)?\s+$",
    re.IGNORECASE,
)
"""Before what a share is of: "two houses in five", "one family out of ten"."""

STRONG: Final = re.compile(r"[- ]strong\b", re.IGNORECASE)
"""Right after a number: how large a force, a mob or a mission is."""
TOWN_OF: Final = re.compile(
    r"\b(?:city|town|village|hamlet|district|region|county|province|state|country|nation|island|municipality|metropolis|capital|suburb|neighbou?rhood|settlement|enclave)\s+(?:\([^)]*\)\s+)?of\s+(?:about\s+|some\s+|around\s+|nearly\s+|almost\s+|over\s+|more than\s+|roughly\s+|an estimated\s+)?$",
    re.IGNORECASE,
)
"""Before the number of those who live there."""
CAPTIVE: Final = re.compile(
    r"\b(?:hostages?|captives?|prisoners?|detainees?|inmates?|abductees?|convicts?|POWs?|kidnap victims?|spectators?|fans?|onlookers?|delegates?|observers?|guests?|viewers?)\b",
    re.IGNORECASE,
)
"""Counted nouns of people who were held, or came to look on."""
FREED: Final = re.compile(
    r"\b(?:free[ds]?|freeing|releas(?:ed|es?|ing)|exchang(?:ed|es?|ing)|swap(?:ped|s|ping)?|ransom\w*|liberat\w+) (?:\w+ ){0,4}?(?:hostages?|captives?|prisoners?|detainees?|inmates?|abductees?|women|girls|boys|children|pupils|students|passengers)\b"
    r"|\b(?:prisoner|hostage|captive)s? (?:exchange|swap|deal|release)\b",
    re.IGNORECASE,
)
"""In the sentence: people come free."""

THINGS_HANDED_BACK: Final = re.compile(
    r"(?:return|hand|g[ai]ve|send|sent|bring|brought|repatriat|restor|tak|took|affect|relocat|transfer|mov|shift|displac|uproot|homeless|stranded|shelter|evacuat)\w*(?:\s+back)?",
    re.IGNORECASE,
)
"""What is done with things as well as with people: a noun behind it that nobody knows is a thing."""

A_PERSON: Final = re.compile(
    r".*(?:folk|men|women|people|peoples|persons|souls|kin|wives|ers|ors|ists|ants|ees|ians|ites|boys|girls|youths?|lings|mates|dwellers|heads)$",
    re.IGNORECASE,
)
"""How nouns of people end, where the noun itself is not known."""

IDLE: Final = frozenset(
    [
        "spectator",
        "viewer",
        "visitor",
        "tourist",
        "holidaymaker",
        "fan",
        "supporter",
        "commuter",
        "cyclist",
        "motorist",
        "runner",
        "swimmer",
        "skier",
        "rider",
        "player",
        "athlete",
        "bowler",
        "cricketer",
        "footballer",
        "golfer",
        "swimmer",
        "dancer",
        "singer",
        "musician",
        "cellist",
        "violinist",
        "actor",
        "artist",
        "pupil",
        "student",
        "schoolchildren",
        "schoolchild",
        "graduate",
        "delegate",
        "guest",
        "customer",
        "shopper",
        "client",
        "diner",
        "voter",
        "reader",
        "listener",
        "subscriber",
        "member",
        "employee",
        "worker",
        "contractor",
        "commuter",
        "passenger",
        "traveller",
        "traveler",
        "driver",
        "pilot",
        "crew",
        "staff",
        "volunteer",
        "scout",
        "camper",
        "pilgrim",
        "hiker",
        "climber",
        "trainee",
        "recruit",
        "cadet",
        "officer",
        "nurse",
        "doctor",
        "teacher",
        "engineer",
        "journalist",
        "lawyer",
        "candidate",
        "applicant",
        "participant",
        "respondent",
        "patient",
        "pensioner",
        "investor",
        "shareholder",
        "trader",
        "vendor",
        "adult",
    ]
)
"""Who is counted for what they do: of them a plain word says that they had to go, and nothing less."""

NAMED_BY_IT: Final = re.compile(r"(?:new[- ])?arrivals?|evictees?", re.IGNORECASE)
"""Who people are, more than what befell them: "the school holds 300 new arrivals"."""
WITHIN_THEM: Final = re.compile(
    r"\b(?:in|at|inside|across|within)\s+(?:some |about |the |more than |over |at least )?$", re.IGNORECASE
)
"""Before a number of shelters: the number behind counts those in them."""
AND_THERE: Final = re.compile(
    r"\s*[:,–—-]?\s*(?:there (?:are|were|live)|live|sleep|are|were)?\s*", re.IGNORECASE
)
"""Between the shelters and the number of those in them."""

HINTS_OF_CAUSE: Final[dict[Cause, re.Pattern[str]]] = {
    Cause.CONFLICT: re.compile(
        r"\b(?:front ?lines?|gun(?:fire|men|ships?)?|machine[- ]guns?|shell(?:ed|ing|s)|mortars?|drones?|rockets?|missiles?|bomb(?:s|ed|ers?)?|raid(?:s|ed|ers?)|massacres?|pogroms?|loot(?:ed|ing)"
        r"|burn(?:ed|t) (?:out|down|villages?|hamlets?)|(?:villages?|hamlets?) (?:was |were )?burn(?:ed|t)|ambush\w*|militia\w*|paramilitar\w*|warlords?|armed groups?|gangs?|soldiers|army|battle\w*|invasion|occupation"
        r"|advance of|ceasefire|truce|checkpoints?|landmines?|snipers?|ethnic|sectarian|intercommunal|persecut\w+|coup|uprising|crackdown|incursions?|ultimatum|hostages?|fought|combat)\b",
        re.IGNORECASE,
    ),
    Cause.DISASTER: re.compile(
        r"\b(?:quakes?|seismic|shocks?|surges?|high water|(?:dam|dyke|dike|levee|embankment)s? (?:\w+ )?(?:burst|broke|gave|breach\w*|fail\w*)|lava|ash ?fall|crater|mud ?flows?|mud|gales?|hail\w*|cold (?:snap|wave)|heat ?wave"
        r"|swollen|overflow\w*|waters?|rain(?:s|fall|storms?)?|downpours?|deluge|cloudburst|waves?|tidal|wells (?:have )?(?:dried|ran|run)|dried up|crop failure|famine|dzud|blizzards?|snow\w*|fires?|flames|blazes?|bush ?fires?|twisters?"
        r"|erosion|eroding|subsidence|sinkholes?|rockslides?|rockfalls?|mudslides?|land ?slips?|slide|cyclone|depression|winds?|flash floods?)\b",
        re.IGNORECASE,
    ),
    Cause.OTHER: re.compile(
        r"\b(?:evict\w*|demolition|bulldoz\w+|developers?|redevelopment|to make way for|railway land|reservoir|hydropower|mine|mining (?:firm|company)|plantation|landlords?|rents?|court order|gas leak|explosion at|chemical|unexploded|wartime bomb|reactor|spill)\b",
        re.IGNORECASE,
    ),
}
"""Lesser words that show why people went, where the sentence has no plain word of a cause."""

_DEALS = (
    r"(?:visit|sensiti[sz]|interview|survey|target|screen|vaccinat|immuni[sz]|train|trac|monitor|assist|support|benefit|reach|serv|treat"
    r"|feed|consult|inform|educat|enrol|includ(?=\w* \w*respond))(?:e?d|t?ing|s|es|fed)?|fed|help(?:ed|ing|s)?|depriv(?:ed|ing) "
    r"|sensiti[sz]ation (?:for|of)|training (?:for|of)|(?:distribut|provid|deliver|handed|gave|giv)\w*[^.;:\d]{0,60} (?:to|for)"
    r"|contacts? with|visits? to|meetings? with|sessions? (?:for|with)|assistance to|support (?:to|of)|in support of"
)
DEALT_WITH: Final = re.compile(
    rf"\b(?:{_DEALS})\s+(?:(?:a|an|the|another|further|additional|total|cumulative|number|of|some|about|up|to|over|more|than|at|least|nearly|almost|around|approximately|other)\s+)*$",
    re.IGNORECASE,
)
"""Right before those whom somebody visited, trained, asked or serves: "targeting 500 households"."""
WERE_DEALT_WITH: Final = re.compile(
    r"(?:\s+(?:who|that|have|has|had|were|was|been|are|being|already|also|so|far|now)){1,5}\s+"
    r"(?:sensiti[sz]ed|interviewed|surveyed|targeted|screened|vaccinated|immuni[sz]ed|trained|traced|monitored|assisted|supported|reached|served"
    r"|treated|fed|consulted|informed|visited|said|told|worked|tested|enrolled)\b"
    r"|\s+(?:who (?:worked|work|live|lived|spoke)\b[^.;]{0,60},?\s)?(?:said|told|reported that|participated|attended)\b"
    r"|\s+(?:(?:have|has|had|also|already|each)\s+)*(?:received|benefit(?:t?ed)?)\b",
    re.IGNORECASE,
)
"""Right behind them: "2,000 people were sensitised", "Ten people who worked at the mines said"."""
NO_HOUSEHOLDS: Final = frozenset(
    {
        "visit",
        "visits",
        "survey",
        "surveys",
        "interview",
        "interviews",
        "head",
        "heads",
        "level",
        "levels",
        "meeting",
        "meetings",
    }
)
"""Heads of a noun phrase that names people: "household visits", "family meetings"."""
