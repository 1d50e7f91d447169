"""Where words of violence report no event of the day: the stage, sport, accidents, private crime, court, the past."""

import re
from typing import Final

STAGED: Final = re.compile(
    r"\b(?:exercises?(?! (?:of|its|his|their|the))|drills?|man(?:oeuvre|euver)s|rehears\w+|umpires?|blanks|blank rounds|simulat\w+|mock|war ?games?|extras|(?:a|the|new|his|her) (?:films?|movies?|novel|thriller|sequel)"
    r"|screenplay|film-?makers?|video ?games?|e-?sports?|gamers?|commentators?|board games?|re-?enact\w+|tabletop|stuntm[ae]n|scriptwriters?|playwrights?|opera|ballet|musical|chapter|paintball|laser tag|cosplay"
    r"|firing range|shooting range|live-fire|test-?fir\w+|trainees practised|costumes?|theatre (?:company|group|troupe)|puppets?|box office|on (?:stage|screen))\b",
    re.IGNORECASE,
)
"""In the sentence: drills, films, games."""

SPORT: Final = re.compile(
    r",? \d{1,2}[–-]\d{1,2}(?=[,.;]| (?:win|victory|defeat|draw|with|in the))|\b(?:gold and silver|champions|championship|relay|biathlon|marathon|kilometre \d+|strikers?(?= (?:scored|fired|hit|from))|midfield\w*|goalkeeper|equali[sz]er"
    r"|half-?time|final whistle|batsm[ae]n|wickets?|innings|penalty (?:area|spot|shoot)|playoffs?|semi-?finals?|quarter-?finals?|cup final|tournament|grand slam|peloton|team-?mates?|scorers?|head coach|title defen[cs]e|hat-?trick|top of the table|rugby|cricket|tennis|chess|boxing|heavyweight|knockout|set point|pole position|grand prix|the pitch|free kick|corner kick|sprint finish|medals?)\b",
    re.IGNORECASE,
)
"""In the sentence: a match or race."""

ACCIDENT: Final = re.compile(
    r"\b(?:by accident|accidental(?:ly)?|boilers?|gas (?:cylinders?|leaks?|mains?|stoves?|explosion|pipes?)|acetylene|short[- ]circuits?|electrical faults?|fireworks? (?:makers?|factor\w+|stores?|workshop|warehouse|depot|plant)|pyrotechnics?"
    r"|cleaning (?:his|her|a|the) (?:rifle|gun|weapon|pistol)|caught fire by (?:itself|themselves)|not (?:a bomb|an attack|sabotage)|foul play|(?:sabotage|terrorism) (?:was|has been|is) (?:ruled out|excluded)|mechanical (?:failure|fault)|in (?:thick |dense |heavy )?fog"
    r"|human error|technical (?:fault|failure)|quarry (?:blast\w*|workers)|faulty|negligence|dust explosion|overheat\w+|pilot error|skidded|overturned bus|head-on|blasting for|controlled demolition|lost control of|mishandl\w+|own grenade|training accident|stray spark|pressure cooker burst|petrol tanker overturned|derailed after|lightning)\b",
    re.IGNORECASE,
)
"""In the sentence: nobody meant it."""

PRIVATE: Final = re.compile(
    r"\b(?:jealous\w*|jilted|love (?:triangle|affair)|(?:brother|sister|mother|father|son|daughter)-in-law|estranged|ex-(?:wife|husband|boyfriend|girlfriend|lover)|domestic (?:dispute|violence|quarrel|row)|for (?:its|the|his|her) insurance|life insurance"
    r"|over a (?:debt|will|woman|parking|card game|domino|bar tab|bet|girl)|domino game|card game|drunken|burglar\w*|pickpockets?|jewell?ers?|pawnshops?|convenience store|getaway car|mugg(?:ed|ing|ers?)|serial killers?|at knifepoint|shoplift\w+|inheritance|handbags?|wallets?|purse"
    r"|homicide detectives|crime of passion|family quarrel|(?:his|her) (?:own )?(?:wife|husband|stepfather|lover|girlfriend|boyfriend) (?:with|over|after|in)|neighbours' quarrel|organised burglary)\b",
    re.IGNORECASE,
)
"""In the sentence: a quarrel at home, a theft for gain."""

JUDGED: Final = re.compile(
    r"\b(?:jurors?|jury|appeals?(?: court)?(?= (?:was|were|thrown|dismissed|rejected|against|court|judges?))|their appeal|court[- ]martial|high court|supreme court|sentenced|life (?:term|imprisonment|in prison|sentence)|(?:years|months) in (?:prison|jail)|acquit\w+|convict(?:ed|ion|ions|s)"
    r"|plead(?:s|ed|ing)? (?:not )?guilty|guilty|testif\w+|verdicts?|indict\w+|on trial|trial of|retrial|parole\w*|extradit\w+|the hague|tribunals?|confessions?|inquests?|lawsuits?|prosecutors? (?:asked|demanded|sought|want|called)|prosecution|statute of limitations|truth commission|judges (?:found|ruled|held|said)|defendants?|in the dock|bench ruled|magistrate (?:heard|ruled))\b",
    re.IGNORECASE,
)
"""In the sentence: an act before its judges."""

OF_THE_PAST: Final = re.compile(
    r"\b(?:exhibition|exhibits?|on show|on display|chronicles?|memoirs?|historians?|archaeolog\w+|centuries|(?:\d\d(?:th|st|nd|rd)|nineteenth|eighteenth|seventeenth|sixteenth|twentieth)[- ]century|(?:in|of|from|since) 1[0-8]\d\d|in 19[0-4]\d|commemorat\w+|anniversar(?:y|ies)"
    r"|marks? the (?:\d+|\w+th|\w+tieth) (?:year|day)|(?:\w+|\d+) (?:years|decades) (?:ago|on|earlier|before)|last war|(?:first|second) world war|world war (?:one|two|i|ii)|old m[ae]n|skulls|genocid\w+|plaque|monument to|veterans? (?:of|recall\w*|remember\w*|gathered)|documentary|wreath-laying"
    r"|generations? (?:ago|later)|grandparents|still (?:point|remember|speak|talk|bears?) |is remembered|lies buried|legend|empire|medieval|crusad\w+)\b",
    re.IGNORECASE,
)
"""In the sentence: what is remembered."""

STUDIED: Final = re.compile(
    r"\b(?:(?:a|the|new|its|their) (?:study|survey|dataset|database|index|paper|think-?tank|yearbook|annual report)|(?:study|survey|researchers|analysts?|report|figures|data|statistics) (?:finds?|found|shows?|doubts?|suggests?|puts?|counts?|logged|tall(?:y|ied))|rarer|more (?:common|frequent)|less (?:common|frequent)"
    r"|between (?:january|february|march|april|may|june|july|august|september|october|november|december) and|over (?:two|three|four|five|six|seven|eight|nine|ten|\d+) (?:governorships|terms|mandates|seasons)|in (?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|\d+) (?:years|months)(?!')"
    r"|tit-for-tat|has become|have become|have turned|has turned|are emptying|cases (?:of|were|have)|incidents (?:of|were|have|a)|in all,|altogether|cumulative\w*|losses (?:for|in)|on average|year on year|the war (?:has|in))\b",
    re.IGNORECASE,
)
"""In the sentence: sums and tendencies."""

WHO_HAD: Final = re.compile(
    r"\b(?:who|which|that|whose \w+) (?:(?:had|have|has|once)|was|were) (?:\w+ )?(?:been )?$|\bsince (?:[\w'’]+ ){1,4}$|\bthe (?:one|ones|same \w+|day|night|place|spot) (?:\w+ ){1,4}$",
    re.IGNORECASE,
)
"""Right before a verb: a past act, by which somebody or something is named."""

GERUND: Final = re.compile(
    r"^\W*\w+ing [^,;:]*\b(?:will|would|is|are|brings?|has|have|does|never|can|only)\b"
)
"""A sentence about doing a thing."""

RECALLED: Final = re.compile(
    r"\b(?:(?:days?|weeks?|months?|years?|hours?|nights?|morning|evening|anniversary|aftermath|wake|memory|scene|victims?|survivors?|organi[sz]ers?|authors?|logistician|mastermind|perpetrators?|widow|time|eve|outcry|anger|grief|inquiry|shock|matter|suspects?) (?:of|after|before|since|following|over|in|from|behind|into) (?:the|a|an|that|this|last|those|his|her)"
    r"|ever since|(?:lived|living|lives) through|known for|blamed (?:on|for)|suspicion of|suspected of|accused of|to mark|two days after|counselling|in connection with|behind|emptied by|lost (?:an? |his |her )(?:arm|leg|eye|hand|father|mother|brother|son|husband) (?:to|in))\s+(?:[\w'’-]+\s+){0,4}$",
    re.IGNORECASE,
)
"""Shortly before a word of violence: the act is known, and the sentence tells something else of it."""

CONDITION: Final = re.compile(
    r"^\W*(?:if|unless|should|were|suppose|imagine|what if|in the event)\b", re.IGNORECASE
)
"""How a sentence begins that says under what condition something would be."""

TRADED: Final = re.compile(
    r"\b(?:ship(?:ped|ping|ments?)?|sell|sold|sales?|suppl(?:y|ied|ies)|procur\w+|purchas\w+|buy|buys|bought|deliver(?:y|ed|ies)|factor(?:y|ies)|produc\w+|manufactur\w+|contracts?|billions?|budgets?|exports?|imports?|stockpil\w+"
    r"|parad\w+|unveil\w+|licen[cs]es?|arms (?:fair|deal|trade)|warehouses?|depots?|treaty on|range of)\b",
    re.IGNORECASE,
)
"""Beside a weapon: it is made, sold, shown."""

SHUT_BY_ITSELF: Final = re.compile(
    r"\b(?:insecurity|fighting|violence|conflict|clashes|hostilities|shelling|floods?|flooding|flood ?waters?|rains?|rainfall|landslides?|mudslides?|snow|storms?|mud|rockfalls?|(?:land)?mines|attacks|damage|collapse|erosion|rivers?|water|cyclone|earthquake)"
    r"(?: (?:in|on|near|along|around) (?:[\w-]+ ){1,4}| )(?:has |have |had |also |again |now |completely ){0,3}$",
    re.IGNORECASE,
)
"""Right before "cut the road": no protest did it."""

DENIED: Final = re.compile(
    r"\b(?:den(?:y|ied|ies|ying)(?: (?:that|having|it|its|their|any|the|reports?|claims?))?|refut(?:ed|es|ing)|reject(?:ed|s|ing) (?:the |an? |as )?(?:\w+ ){0,3}(?:reports?|claims?|accusations?|allegations?|charges?|statements?)"
    r"|dismiss(?:ed|es|ing) (?:\w+ ){0,3}(?:reports?|claims?|accusations?|allegations?)|(?:call|term|brand|describ|label|denounc)(?:l?ed|es|s|l?ing) (?:\w+ ){0,2}(?:reports?|claims?|accusations?|allegations?) (?:that|of|about)|disown(?:ed|s)|disavow(?:ed|s)|contest(?:ed|s) the|ha(?:s|ve|d) no knowledge|would not hear of|(?:was|were) wrong to say|insist(?:s|ed) (?:that )?(?:it|they|he|she|no|none|nobody))"
    r"[^.;]{0,90}$",
    re.IGNORECASE,
)
"""Before the word: somebody denies it."""

NONE_OF: Final = re.compile(
    r"\b(?:none of|not (?:one|a single one) of|neither|no) (?:[^\s.;:!?,]+ ){1,9}(?:was|were|is|are|has been|have been|had been|came under|suffered|met with) (?:\w+ly )?(?:an? |any )?$"
    r"|\b(?:none|neither|nobody|no one|not|n[’']t|never)\b[^.;:!?\n]{0,70}\b(?:hear|heard|see|saw|seen|notic(?:e|ed)|witness(?:ed)?|observ(?:e|ed)|record(?:ed)?|register(?:ed)?)"
    r"(?: (?:or|nor) \w+)? (?:(?:an?|any|the alleged|the supposed|other|another|further|new|more|of) )*$",
    re.IGNORECASE,
)
"""Right before the word: it befell none of those named, or none of them knows of it."""
FEARED_AFTER: Final = re.compile(
    r"\s*(?:(?:on|against|in|at|of|near|by|to) (?:the )?(?:(?!the\b|an?\b)[\w'’-]+\s*){1,2}){0,2}(?:is|are|was|were|remains?|seems?|cannot be)\s+(?:\w+ly |still |now |also |not )*"
    r"(?:feared|dreaded|possible|likely|unlikely|ruled out|excluded|imminent|probable|improbable|conceivable|to be feared|on everybody's mind|awaited)\b",
    re.IGNORECASE,
)
"""Right after a noun: "a second attack on the town is feared by everyone"."""

_TOLD: Final = r"(?:reports?|claims?|accounts?|figures?|tolls?|numbers?|versions?|assertions?|stor(?:y|ies))"
_FALSE: Final = r"(?:false|untrue|baseless|unfounded|groundless|fabricat(?:ed|ions?)|fake|lies|a lie|nonsense|propaganda|invented|not true|incorrect)"
DENIES_BACK: Final = re.compile(
    rf"\b(?:denied|denies|deny|rejected|rejects|dismissed|dismisses|refuted|refutes)"
    rf" (?:(?:it|this|that|them|both|all (?:of )?(?:this|it|them))(?! \w+ed\b)|(?:the|these|those|such|all|both) (?:(?!of\b|that\b)[\w-]+ ){{0,2}}{_TOLD})"
    r"(?=\s*(?:[.,;:!?\"”’—–]|$)| (?:and|but|as|in a|in an|on \w+day|by|through|outright|at a) )"
    rf"|\b(?:said|says|insisted|insists|added)(?: \w+day)?,? (?:that )?(?:the|these|those|such|this|all)(?: \w+){{0,2}} {_TOLD} (?:was|were|is|are) (?:\w+ly )?{_FALSE}\b"
    rf"|\b(?:call|term|brand|describ|label|denounc)(?:l?ed|es|s)? (?:it|this|them|(?:the|these|those|such)(?: \w+){{0,2}} {_TOLD}) (?:as )?(?:\w+ly )?(?:an? )?{_FALSE}\b"
    r"|\b(?:denied|denies)(?=[.;!\"”]|$)",
    re.IGNORECASE,
)
"""A denial of what was said before it: "denied this", "said the report was false". An allegation or an
accusation is of who did it, and leaves the count as it was."""
NOT_DENIED: Final = re.compile(
    r"(?:\b(?:not|never|neither|nor|nobody|no one|cannot|could|would|refus\w+ to|declin\w+ to)\b|n[’']t\b)[^.,;]{0,40}$"
    r"|\b(?:was|were|been|being|be) (?:\w+ly )?$",
    re.IGNORECASE,
)
"""Right before a denial: there is none, or something is refused to somebody."""
OWN_CLAIM: Final = re.compile(
    r"[;:]|\b(?:but|while|although|though|whereas|(?<!an )(?<!the )(?:said|says|blam\w+|accus(?:ed|es|ing)|alleg(?:ed|es|ing)|report(?:ed|s) that|claim(?:ed|s|ing)))\b",
    re.IGNORECASE,
)
"""Before a denial: its own sentence says what is denied ("They blame X; a spokesman denied it")."""
