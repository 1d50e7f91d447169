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
)
VERB: Final = re.compile(rf"\b(?:has |have |had )?(?P<verb>{VERBS})\b", re.IGNORECASE)
ACCORDING: Final = re.compile(
    r"\baccording to (?P<source>[^,;.\n“”\"]{2,120}?)(?=[,;.\n“”\"]|$|(?<!\bthe) \d| (?:as of|on|in|at|who|which|that|said|were|was)\b)",
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
    r"\b(?:officials?|spokes(?:man|woman|person|people)|police|army|military|navy|witness(?:es)?|residents?|ministry|authorities|governments?"
    r"|governor|mayor|minister|sources?|agency|agencies|doctors?|medics?|rescuers?|group|reports?|statement|commander|chief|president|general"
    r"|colonel|captain|lieutenant|director|head|coordinator|commission(?:er)?|committees?|department|office|observers?|activists?|locals?|villagers?|survivors?"
    r"|organi[sz]ations?|charity|hospitals?|media|newspaper|radio|television|embassy|envoy|troops|rebels?|militants?|guerrillas?|monitors?|council"
    r"|leaders?|administration|communique|bulletin|data|figures|elders?|workers?|command|headquarters|prosecutors?|judge|bishop|priest|service)\b",
    re.IGNORECASE,
)
PRONOUN: Final = re.compile(
    r"^(?:and |but )?(?:he|she|they|it|the (?:spokesman|spokeswoman|official|minister|statement|source|report|group))(?: also| later| then| further)?$",
    re.IGNORECASE,
)
OPENING: Final = re.compile(
    r"^(?:(?:and|but|however|meanwhile|while|although|as|where|on \w+day|late on \w+|earlier|later|in (?:a|its|their) (?:\w+ )?(?:statement|report)"
    r"|for (?:its|his|her) part)[,]?\s+)+",
    re.IGNORECASE,
)
AUXILIARIES: Final = re.compile(
    r"(?:\s+(?:has|have|had|was|were|is|are|also|later|now|then|further|so far|already|\w+ly))+$",
    re.IGNORECASE,
)
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
