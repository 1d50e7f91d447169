"""Words for what did not come about, is called untrue, is only imagined or staged, or is long past."""

import re
from typing import Final

NEARLY: Final = re.compile(
    r"\b(?:nearly|almost|all but|miss(?:ed|ing|es)|c[ao]me(?:s)? close to|close to|within (?:\w+ ){1,3}of|(?:was|were) about to"
    r"|on the (?:verge|point|brink|cusp) of|avoid(?:ed|ing|s)|escap(?:ed|ing|es)|prevent(?:ed|ing|s)|avert(?:ed|ing|s)|stopp(?:ed|ing) short of|short of)"
    r"\s+(?:being\s+|getting\s+)?$",
    re.IGNORECASE,
)
"""Right before a word of harm: it did not come to it."""
IMAGINED: Final = re.compile(
    r"^\W*(?:imagine|suppose|picture|let us (?:say|suppose|imagine)|what if|pretend|assume|hypothetically)\b"
    r"|^\W*had (?:the|it|he|she|they|an?|his|her|their|its|one|this|that|any)\b(?=[^.;\n]*\b(?:would|could|might)\b)",
    re.IGNORECASE,
)
"""How a sentence begins that only supposes."""
_CLAIM = r"(?:claims?|reports?|rumou?rs?|allegations?|accusations?|suggestions?|stor(?:y|ies)|assertions?|posts?|videos?|messages?|tales?|talk|news)"
_UNTRUE = (
    r"(?:baseless|false|untrue|unfounded|groundless|fabricat\w+|fake|nonsense|lies|(?:an? )(?:\w+ )?(?:lie|hoax|fabrication|invention|fiction|smear|forgery)|hoax|invented|propaganda"
    r"|fiction|bogus|fictitious|debunked|disproved|disproven|without (?:foundation|basis|merit)|not true|made[- ]up|misinformation|disinformation)"
)
A_CLAIM: Final = re.compile(
    rf"\b{_CLAIM}\s+(?:\w+\s+){{0,2}}?(?:that|of|about|on|claiming|saying)\b[^.;\n]*$", re.IGNORECASE
)
"""Before a statement: somebody's claim."""
IS_UNTRUE: Final = re.compile(
    rf"[^.;\n]*?\b(?:is|are|was|were|been|being|proved|proven|turned out|as)\s+(?:to (?:be|have been)\s+)?(?:(?:\w+ly|all|just|pure)\s+)?{_UNTRUE}\b",
    re.IGNORECASE,
)
"""Behind it: there is nothing to it."""
CALLS_IT: Final = re.compile(
    rf"\b(?:call|term|brand|describ|label|denounc|condemn|dismiss|reject|slam)(?:l?ed|es|s|l?ing|e)?\s+(?:as (?:an? )?(?:\w+ )?{_UNTRUE}\s+)?(?:(?:the|these|such|all|any|earlier|media|online)\s+)*{_CLAIM}\b",
    re.IGNORECASE,
)
"""Somebody says so: what is denied is disputed, and not refused."""
STAGED: Final = re.compile(
    r"\b(?:in|during|throughout) (?:the|an?|his|her|this|that|its|their|one) (?:[\w’'-]+ ){0,2}?(?:films?|movies?|novels?|thrillers?|plays?|dramas?|screenplay|video games?|drills?|simulations?|rehearsals?|scenarios?|war ?games?|opera|musical|comics?|cartoons?|re-?enactments?)\b"
    r"|\b(?:movies?|novels?|thrillers?|plays?|dramas?|screenplay|video games?|operas?|musicals?|comics?|cartoons?|sequels?)\s+(?:that |which )?(?:tell|follow|depict|imagin|show|portray|recount|dramati[sz]|describ|open|end|begin|start|is about|about|in which|where)\w*"
    r"|\bfilms?\s+(?:that |which )?(?:tells? (?:of|the (?:story|tale))|shows?|follows|depicts|imagines|portrays|dramati[sz]es|is about|in which)"
    r"|\b(?:drills?|exercises?|simulations?|rehearsals?|re-?enactments?|war ?games?|scenarios?)\b[^.;\n]{0,60}?\b(?:simulat\w+|imagin\w+|assum\w+|envisag\w+|envision\w+|involv\w+|play(?:ed|s)|practi[sc]\w+|rehears\w+|in which|where|pretend\w+|acted|supposed)\b"
    r"|\b(?:simulat(?:ed|es|ing)|pretend(?:ed|ing)? (?:that|to)|re-?enact(?:ed|s|ing)|mock (?:attacks?|raids?|ambush(?:es)?|bomb\w*|assaults?|disasters?|battles?|shootings?|explosions?|casualties|victims))\b"
    r"|\b(?:rehears(?:ed|es|ing)|practi[sc](?:ed|es|ing) (?:for )?(?:an?|the|their) (?:\w+ )?(?:attack|raid|bombing|assault|ambush|response))\b"
    r"|\b(?:pos|act|play)(?:ed|ing|s) (?:as|the (?:part|role)s? of|dead|victims|casualties)\b",
    re.IGNORECASE,
)
"""Before a statement: it is played or told, not reported."""
AND_IN_IT: Final = re.compile(
    r"^\W*(?:in|during|as part of) (?:it|the (?:\w+ )?(?:drill|exercise|simulation|rehearsal|scenario|film|movie|novel|play|story|game|re-?enactment))\b",
    re.IGNORECASE,
)
"""How the sentence behind begins that goes on with it."""
REMEMBERED: Final = re.compile(
    r"(?<!\bof the )(?<!\bof a )(?<!\bon the )(?<!\bon a )\b(?:memorial|monument|plaque|statue|museum|shrine|cenotaph|obelisk|mural|memorial (?:wall|garden|stone))s?\s+(?:to|for|of|honou?ring|commemorating|remembering|marking|dedicated to|in memory of|naming|listing)\b[^.;\n]*$",
    re.IGNORECASE,
)
"""Before a toll: it stands on a memorial."""
RUMOURED: Final = re.compile(
    r"(?<!\bby )(?<!\bon )(?<!\bover )\brumou?rs?\s+(?:(?:online|were|are|had|have|in \w+|circulat\w+|spread\w*)\s+){0,2}(?:that|of|about)\b[^,;.\n]*$",
    re.IGNORECASE,
)
"""Before a statement: a rumour, where nobody acts on it."""
