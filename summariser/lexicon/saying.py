"""The words by which news names its sources."""

import re
from typing import Final

VERBS: Final = (
    r"said(?! to (?:be|have)\b)|says?|told|tells|wrote|writes|added|adds|reported|reports|announced|announces|confirmed|confirms|claimed"
    r"|claims|stated|states|estimated|estimates?|noted|notes|warned|warns|explained|described|declared|acknowledged|insisted"
    r"|indicated|disclosed|revealed|tweeted|posted(?= (?:on|that|in|to)\b)|admitted|alleged|counted|documented|verified|recorded|denied|denies"
    r"|put the (?:death )?toll at|puts the (?:death )?toll at|(?:put|puts) (?:it|the (?:number|figure))|recalled|sp(?:oke|eaks?) of|g[ai]ve(?:s|n)? (?:a|the) (?:\w+ )?(?:toll|figure|number)"
    r"|(?:rejected|dismissed)(?= (?:\S+ ){0,3}?(?:claims?|reports?|figures?|tolls?|numbers?|allegations?|accusations?)\b)"
    r"|quoted (?:by [^,;.\n]{2,60}? )?as saying"
    r"|insists?|mention(?:s|ed)?|admits?|conced(?:es?|ed)|acknowledges?|alleges?|contend(?:s|ed)?|maintain(?:s|ed)? that|assert(?:s|ed)?|argue[sd]?|stress(?:es|ed)?"
    r"|reckon(?:s|ed)?|testif(?:ies|ied)|complain(?:s|ed)?|pointed out|points out|emphasi[sz](?:es|ed)|observed|recounts?|recounted|relat(?:es|ed) (?:how|that)"
    r"|inform(?:s|ed)|conveyed|boast(?:s|ed)?|vow(?:s|ed)|own(?:s|ed)? up to|talk(?:s|ed)? of|tweets?|posts?(?= (?:on|that)\b)|telegrammed|radioed|cabled"
    r"|put(?:s)? (?!forward|down|out|up|on|off)[^,;.\n]{3,60}? at(?= (?:\w+ ){0,3}?(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|twenty|thirty|dozens|hundreds|thousands))"
    r"|(?:has|have|had) (?:traced|identified|listed|tallied|logged|registered)|lists?(?= \d)|tallied|repeated|reiterated|commented|remarked|replied|responded|claims?(?= \d)"
    r"|cit(?:es|ed) (?:a |the )?(?:toll|figure|number)s?|issued (?:a|its) (?:\w+ )?(?:toll|count|tally)"
)
VERB: Final = re.compile(rf"\b(?:has |have |had )?(?P<verb>{VERBS})\b", re.IGNORECASE)
IF_RIGHT: Final = re.compile(
    r"\bif (?P<source>[^,;.\n“”\"]{2,80}?) (?:is|are|was|were) (?:right|correct|accurate|to be (?:believed|trusted|credited))\b",
    re.IGNORECASE,
)
BY_ACCOUNT: Final = re.compile(
    r"\b(?:by|on|from|in) (?:the )?(?:own )?(?:account|accounts|reckoning|count|estimate|estimates|tally|figures|calculation|calculations|version|words)"
    r" of (?P<source>[^,;.\n“”\"]{2,80}?)(?=[,;.\n“”\"]|$| (?:as of|on|in|at|who|which|that)\b)",
    re.IGNORECASE,
)
"""\"By the reckoning of the monitors\"."""
BY_ITS_ACCOUNT: Final = re.compile(
    r"\b(?:by|on) (?P<source>(?:the )?[^,;.\n“”\"]{2,60}?)(?:'s|’s|s'|s’) (?:own )?(?:account|reckoning|count|estimate|tally|figures|calculation)\b",
    re.IGNORECASE,
)
BRACKETED: Final = re.compile(
    r"\((?:source: ?)?(?P<source>[A-Z][^(),;.\n]{1,60}?)(?:, (?:\d|as of|January|February|March|April|May|June|July|August|September|October|November|December)[^()]{0,30})?\)"
)
"""A source in brackets behind what it says: "63 dead (Civil Defence, 23 July)"."""
_NUMBER = (
    r"(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
    r"|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?|dozens|scores|hundreds)"
)
ELIDED: Final = re.compile(
    r"[,;]\s+(?:and\s+|while\s+|but\s+)?(?P<source>(?:the|an?)\s+[^,;.:\d“”\"]{2,40}?)\s+(?:(?:of|at|to|only|just|at least|about|some)\s+)*"
    rf"(?={_NUMBER}\s*(?:[.,;]|$))",
    re.IGNORECASE,
)
"""A second source whose verb is that of the first: "the prefect spoke of 20, the opposition of 40"."""
ACCORDING: Final = re.compile(
    r"\b(?:according to|in the words of|on the word of|per) (?P<source>[^,;.\n“”\"]{2,120}?)(?=[,;.\n“”\"]|$|(?<!\bthe) \d| (?:as of|on|in|at|who|which|that|said|were|was)\b)",
    re.IGNORECASE,
)
QUOTED: Final = re.compile(
    r"\bquot(?:ed|es|ing) (?!by\b)(?P<source>[^,;.\n“”\"]{2,80}?) as saying\b", re.IGNORECASE
)
BY: Final = re.compile(
    r" by (?P<source>[^,;.\n“”\"]{2,80}?)(?=[,;.\n“”\"]|$| (?:as of|on|in|at|who|which|that)\b)"
)
BY_VERBS: Final = {
    "reported",
    "confirmed",
    "announced",
    "documented",
    "recorded",
    "verified",
    "counted",
    "estimated",
    "disclosed",
    "revealed",
}
"""Of "claimed by" follows who did it, not who says so."""
NOUNS_TOO: Final = {"reports", "claims", "estimates", "notes", "counted", "recorded"}
MAKES_A_NOUN: Final = re.compile(
    r"\b(?:confirm\w*|den(?:y|ied)|verif\w+|dismiss\w*|reject\w*|of|by|to|from|with|on|after|despite|amid|unconfirmed|initial|earlier|previous|conflicting"
    r"|the|these|those|such|its|their|his|her|some|several|many|other|a|an|any|no)\s+$",
    re.IGNORECASE,
)
"""Before "reports" and "claims" that are no verbs."""
PASSIVE: Final = re.compile(r"\b(?:been|was|were|is|are|be|being|as|widely)\s+$", re.IGNORECASE)
GOES_ON: Final = re.compile(r"\b(?:and|but)\s+(?:\w+ly\s+|also\s+|then\s+)?$", re.IGNORECASE)
"""Before a verb of saying whose speaker is that of the verb before it."""
GENERIC: Final = re.compile(
    r"\b(?:officials?|spokes(?:man|woman|person|people|men)|police|army|military|navy|witness(?:es)?|eye-?witness(?:es)?|residents?|ministry|authorit(?:y|ies)|governments?"
    r"|governor|mayor|minister|sources?|agency|agencies|doctors?|medics?|rescuers?|group|reports?|statement|commander|chief|president|general"
    r"|colonel|captain|lieutenant|major|brigadier|sergeant|corporal|director|head|coordinator|commission(?:er)?|committees?|department|office|observers?|activists?|locals?|villagers?|survivors?"
    r"|organi[sz]ations?|organi[sz]ers?|charity|charities|hospitals?|media|newspaper|radio|television|embassy|envoy|troops|rebels?|militants?|guerrillas?|monitors?|council(?:lors?)?"
    r"|leaders?|administration|communique|communiqué|bulletin|data|figures|elders?|workers?|command|headquarters|prosecutors?|judges?|bishop|archbishop|priest|pastor|imam|nun|service|services"
    r"|surgeons?|nurses?|paramedics?|physicians?|prefect|sub-?prefect|gendarmes?|gendarmerie|opposition|network|NGOs?|editor|lawyers?|sheikh|alliance|union|federation|confederation|observatory"
    r"|institute|institution|bureau|directorate|coalition|mission|cent(?:re|er)|relatives|famil(?:y|ies)|neighbou?rs?|passers-?by|bystanders?|onlookers?|drivers?|farmers?|fishermen|herders?|shopkeepers?|traders?"
    r"|teachers?|headmaster|students?|father|mother|brother|sister|son|daughter|wife|husband|widow|uncle|cousin|friends?|secretary|deputy|deputies|senators?|lawmakers?|legislators?|parliamentarians?|MPs?"
    r"|aides?|staff|crews?|detectives?|investigators?|cops?|sheriff(?:'s office)?|coroner|pathologist|morgue|undertaker|gravediggers?|fire(?:fighters?| service| brigade| department)|firemen|coast ?guard|border guards?"
    r"|forces?|defen[cs]e|junta|regime|palace|presidency|party|front|faction|movement|wing|brigade|battalion|militias?|insurgents?|fighters?|jihadis?t?s?|separatists?|gang|cartel|clan|tribe|communit(?:y|ies)"
    r"|station|website|posts?|tweets?|channel|daily|magazine|broadcaster|board|officers?|analysts?|experts?|researchers?|engineers?|captors?|hostages?|detainees?|prisoners?|passengers?|miners?|managers?"
    r"|compan(?:y|ies)|operators?|airline|school|university|parish|church|mosque|diocese|embassies|consulate|diplomats?|delegates?|volunteers?|inspectors?|meteorologists?|seismologists?|partners|cluster)\b",
    re.IGNORECASE,
)
PRONOUN: Final = re.compile(
    r"^(?:and |but )?(?:he|she|they|it|the (?:spokesman|spokeswoman|official|minister|statement|source|report|group))(?: also| later| then| further)?$",
    re.IGNORECASE,
)
ROLE_AGAIN: Final = re.compile(
    r"^(?:and |but )?(?:the|that|this) (?:same )?(?P<role>\w+)(?: also| later| then| further)?$",
    re.IGNORECASE,
)
"""A speaker taken up again by a role: "General Omar Said ... the general said"."""
OPENING: Final = re.compile(
    r"^(?:(?:and|but|however|meanwhile|while|although|as|where|on \w+day|late on \w+|earlier|later|in (?:a|its|their) (?:\w+ )?(?:statement|report)"
    r"|for (?:its|his|her) part)[,]?\s+)+",
    re.IGNORECASE,
)
AUXILIARIES: Final = re.compile(
    r"(?:\s+(?:has|have|had|was|were|is|are|also|later|now|then|further|so far|already|first|at first|once|still|only|\w+ly))+$",
    re.IGNORECASE,
)
NO_ONE: Final = re.compile(r"^(?:and |but )?(?:no|nobody|no one|none|neither|nor)\b", re.IGNORECASE)
"""A subject that is nobody says nothing: "no group claimed it"."""
A_NOUN_OF: Final = re.compile(r"\s+(?:that|of|about|on)\b", re.IGNORECASE)
"""Behind "reports" and "claims" at the head of a sentence: they are nouns."""
CITING: Final = re.compile(r"\b(?:citing|quoting)\s+(?P<source>[^,;]+)$", re.IGNORECASE)
PRONOUN_ALONE: Final = re.compile(r"^(?:and |but )?(?:he|she|they|it)\b", re.IGNORECASE)
PRONOUN_OBJECT: Final = re.compile(r"him|her|them|it", re.IGNORECASE)
SUBORDINATE: Final = re.compile(r"\b(?:after|before|since|until|because|unless|once|when)\s+", re.IGNORECASE)
IS_ROLE: Final = re.compile(
    r"(?:an?|the|its|their|one of|(?:deputy |vice |former )?(?:head|chief|director|spokes\w+|president|secretary|minister|commander|leader|coordinator|representative)"
    r"|who (?:is|heads|leads|works|runs))\b",
    re.IGNORECASE,
)
HAS_A_VERB: Final = re.compile(
    r"\b(?:had|has|have|was|were|is|are|be|been|do|does|did|would|will|could|can|may|might|must|should|that|there|it|took|shot|went|came|left|hit"
    r"|fell|began|lost|saw|held|ran|broke|put|blew|found|made|fought|drove|struck|\w{2,}ed)\b",
    re.IGNORECASE,
)
