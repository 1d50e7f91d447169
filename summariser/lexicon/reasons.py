"""Words that open and close the reason of a protest: what a crowd demands, and what befell others before."""

import re
from typing import Final

_CAUSE: Final = (
    r"(?:protest|demand|denounce|condemn|oppose|support|back|commemorate|mark|remember|honou?r|mourn|call (?:for|on|attention)|express|urge|reject|repudiate"
    r"|show (?:\w+ )?(?:support|solidarity|opposition|anger)|complain|raise awareness|press|ask|request|require|defend|remind|seek|celebrate|voice|claim|critici[sz]e|decry"
    r"|draw attention|highlight|pay tribute|object|push for|advocate|stand (?:with|against)|speak (?:out|against)|end|stop|fight|vent)"
)
_CAUSING: Final = (
    r"(?:demanding|denouncing|condemning|opposing|supporting|calling (?:for|on|attention)|commemorating|marking|rejecting|protesting|urging|critici[sz]ing"
    r"|complaining|accusing|alleging|claiming|expressing|seeking|asking|requesting|mourning|citing|decrying)"
)
_CROWD: Final = r"(?:they|some|protest\w*|demonstrat\w*|rioters?|marchers?|(?:the|a) (?:crowds?|protest\w*|demonstrat\w*|rally|march\w*|clash\w*|police|dispers\w*)|clash\w*|tear|police (?:dispersed|intervened|tried))"
OPENS: Final = re.compile(
    r"\b(?:in (?:\w+ )?(?:protest|opposition|solidarity|support|favou?r|memory|honou?r|commemoration|remembrance|response|reaction) (?:of|to|against|at|over|with|for)"
    rf"|to (?:also |further |jointly )?{_CAUSE}|{_CAUSING}|against|over(?! (?:\d|an? bridge))|about|regarding|amid|due to|because(?: of)?|for(?= (?:the|their|an?|his|her|better|more|failing|not|allegedly|having|justice|rights|peace|women|all)\b)"
    rf"|(?:after|following|since)(?! {_CROWD}\b))\b",
    re.IGNORECASE,
)
"""Behind a word of protest: what it is about follows."""
CLOSES: Final = re.compile(
    r"[;:]|\.\s|[.!?]$|\b(?:when|while|until|but|whereas)\b|, (?:and|where|before|as|with)\b"
    r"|\b(?:and|then|later|also|who|or|,) (?:then |later |also |subsequently |reportedly )?(?:clash|block|burn|threw|throw|hurl|attack|vandal|set |torch|storm|smash|damag|pelt|ransack|beat|ston|fought|fight|br[eo]k|enter|occup|march|raised|rais|chant|shout|loot|injur|destroy|clos|gather|stag|held|stab|shot|kill)\w*"
    r"|\bby (?:\w+ )?(?:block|burn|throw|hurl|smash|vandal|clos|occup|set|chain|sit|pelt|march|gather|hold|shout|chant|attack|damag|destroy|torch|storm)\w*ing\b"
    r"|\b(?:burning|throwing|hurling|pelting|chanting|shouting|waving|carrying|blocking|setting|torching|smashing|clashing|vandali[sz]ing|attacking|damaging|holding)\b|, \w+ing\b|, (?:\d|at least|one|two|three|four|five|six|seven|eight|nine|ten|dozens|scores|hundreds|several|many)\b"
    r"|\b(?:police(?:m[ae]n)?|officers|soldiers|troops|gendarmes|security forces|forces|authorities) (?:\w+ ){0,2}(?:dispers|used|intervene|detain|arrest|charg|broke|lathi|baton|lob|suppress|opened|fired|respond|attempt|tried|clash)\w*"
    r"|\bclash(?:es|ed) (?:\w+ )?(?:between|with|erupt|broke|ensu|took|occur)\w*",
    re.IGNORECASE,
)
"""Where a reason ends and the sentence goes on with what the crowd does, or what is done to it."""
OBJECT: Final = re.compile(
    r"\s+(?!(?:in|at|on|outside|near|by|and|or|for|with|before|from|to|along|across|inside|around|through|peacefully|again|there|here|today|yesterday|this|late|early|daily|who|that|when|while|march\w*|rall\w+|vigil|camp|sit-ins?|demonstrat\w+|movement)\b)[\w'’\"“]",
    re.IGNORECASE,
)
"""Right after "protested": what it was about, and no place or time."""
DEMANDED: Final = re.compile(
    r"^\W*(?:(?:they|he|she|(?:the |some |other )?(?:\w+ )?(?:protest(?:e|o)rs|demonstrators|marchers|participants|strikers|activists|organi[sz]ers|crowd|group|residents|students|workers|farmers|rally|protests?|demonstrations?|march|event|speakers)"
    r"|those (?:present|gathered|taking part)) (?:(?:also|further|had|have|were|was|are|is|additionally) ){0,2})"
    r"(?:demand(?:ed|ing)?|denounc(?:ed|ing)|condemn(?:ed|ing)|call(?:ed|ing) (?:for|on)|urg(?:ed|ing)|critici[sz](?:ed|ing)|oppos(?:ed|ing)|reject(?:ed|ing)|express(?:ed|ing)|accus(?:ed|ing)|complain(?:ed|ing)|ask(?:ed|ing)"
    r"|(?:took place|came|was organi[sz]ed|was held|was staged|was sparked|was triggered|was called|were held|were sparked) (?:after|following|in response|in protest|in solidarity|amid|over|by|to|as))\b",
    re.IGNORECASE,
)
"""A sentence on what those who protest want, or why they came."""
WHO: Final = re.compile(
    r"\b(?:relatives|family members|famil(?:y|ies)|friends|parents|mothers|widows|victims|survivors|colleagues|neighbou?rs|members|people|residents|supporters|students|workers)"
    r" (?:and (?:\w+ )?\w+ )?(?:of (?:(?:an?|the|those|\w+) )?(?:\w+ ){0,2}(?:who|whom|killed|murdered|slain|victims?|missing|disappeared|detain\w+|jailed|prisoners?)|affected by|displaced by|hit by|whose|who (?:was|were|had|lost|died))\b",
    re.IGNORECASE,
)
"""Before a word of protest: those who protest are told by what befell them or theirs."""
