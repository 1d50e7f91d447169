"""The turns of phrase that tell which number a word belongs to."""

import re
from typing import Final

ASIDE: Final = re.compile(
    r", (?:including|among them|many of them|most of them|mostly|mainly|who|which|whose|some of whom|along with|as well as|an?|aged)\b[^,]*,"
    r"|\([^)]*\)|[–—][^–—;:]*[–—]| - [^-]* - "
    r"|, (?:dont|parmi (?:eux|elles|lesquel(?:le)?s)|y compris|notamment|entre (?:ell[oa]s|quienes|l[oa]s que)|incluid[oa]s?|entre ell[oa]s|de l[oa]s cuales)\b[^,]*,"
    r"|[،,] ?(?:من )?(?:بينهم|بينهن|بينها|منهم|منهن|منها|ضمنهم|بمن فيهم)(?= )[^،,]*[،,]"
)
RESTATES: Final = re.compile(
    r"\b(?:put|puts|placed|estimated|set) the (?:number|figure|toll|total|count)s?\b|\bthe (?:number|figure|toll) (?:at|was|stood|is)\b",
    re.IGNORECASE,
)
OF_THE: Final = re.compile(r"\bof (?:the|those|these|its|their)\b", re.IGNORECASE)
PART_OF: Final = re.compile(
    r"(?:^|\b(?:most|many|some|half|all|none|few|several|any|each|both|majority|third|quarter|per cent|percent|\w*\d[\d,]*|one|two|three|four|five|six|seven|eight"
    r"|nine|ten|eleven|twelve|dozens|hundreds|thousands|scores)\s+(?:\w+\s+)?)(?:of|among|out of)\s+(?:the|those|these|its|their)\s+$",
    re.IGNORECASE,
)
RELATIVE: Final = re.compile(
    r"\s+(?:who|that|which)\s+(?:(?:have|has|had|were|was|are|is)\s+)?[^,.;:]*?(?=\s(?:are|were|was|is|have|has|had|will|would|can|could|may|should|must)\b)"
    r"|\s+(?:who|that)\s+(?:(?:have|has|had|were|was)\s+)?(?:been\s+)?(?:fled|left|escaped|displaced|evacuated|uprooted)\b"
    r"[^,.;:]*?(?=\s(?:returned|went|came)\b)",
    re.IGNORECASE,
)
WITH_A_PART: Final = re.compile(
    r"\s+(?:including|among them)\s+(?:[\w’'-]+,?\s+){1,8}?(?=(?:were|was|are|have been|had been|has been)\s)",
    re.IGNORECASE,
)
"""Behind who is counted, a part of them before the verb of all: "three others including a woman were hurt"."""
WHO: Final = re.compile(r"\s*(?:(?:who|that|which)\s+(?:(?:have|had|has|were|was|are|is)\s+)?(?:been\s+)?)?")
DONE: Final = re.compile(
    r"(?!died|fled|returned|marched|surrendered|escaped|perished|drowned|starved|disappeared|gathered)\w+ed\b.*|dead|missing|homeless",
    re.IGNORECASE,
)
TO_BE: Final = re.compile(r"\b(?:was|were|been|being|is|are)\s+(?:\w+\s+)?$", re.IGNORECASE)
DOING: Final = re.compile(
    r"(?:kill|wound|injur|hurt|maim|murder|assassinat|massacr|execut|behead|kidnapp?|abduct|arrest|detain|captur|destroy|damag|burn|torch|raz|snatch|seiz)ing",
    re.IGNORECASE,
)
"""What those before it do to those behind it: "200 men stormed the post, killing 12"."""
PART_LEAD: Final = re.compile(
    r"(?:\b(?:including|among them|amongst them|among whom|of whom|of them|counting|dont|parmi (?:eux|elles|lesquel(?:le)?s)|y compris"
    r"|incluid[oa]s?(?: a)?|entre (?:ell[oa]s|l[oa]s que (?:hay|había))|de ell[oa]s|de l[oa]s cuales)|^Of the [^,.;]{3,50},"
    r"|(?<!\w)[وف]?(?:من )?(?:بينهم|بينهن|بينها|منهم|منهن|منها|ضمنهم|بمن فيهم))\s+"
    r"(?:(?:at least|about|some|more than|over|nearly|the|only|au moins|environ|près de|plus de|al menos|unos|unas|más de|نحو|حوالي|أكثر من)\s+)*$",
    re.IGNORECASE,
)
"""Before a number that counts a part of what the number before it counts."""
PART_TAIL: Final = re.compile(r"\s+(?:of|among) (?:them|whom)\b", re.IGNORECASE)
"""Behind a number that counts a part: "two of them critically"."""
BAND_OF: Final = re.compile(
    r"\b(?:crew|family|group|party|team|gang|squad|patrol|band|platoon|unit|congregation|garrison|detachment|delegation|staff|force|contingent)\s+of\s+"
    r"(?:(?:at least|about|some|more than|over|nearly|up to)\s+)*$",
    re.IGNORECASE,
)
"""Before a bare number of people: "its crew of four"."""
DONE_TO: Final = re.compile(
    r"(?:(?:(?:shot|attacked|stabbed|ambushed|beat|beaten|tortured|abducted|hacked) and )?(?:killed|wounded|injured)|shot(?: dead)?|massacred|slaughtered|lynched|stabbed|hacked|speared|seized|snatched|murdered|assassinated|executed|beheaded|gunned down|kidnapp?ed|abducted|arrested|detained|captured)",
    re.IGNORECASE,
)
DONE_BY: Final = re.compile(
    r"^(?!.*\b(?:rose|risen|rising|rises|grew|grown|increas\w+|jump\w+|went|gone|up|climb\w+|swell\w*|outnumber\w*|fell|fallen|drop\w*|cut|reduc\w+)\b)(?:[^;:.]{0,120}\s)?by\s+(?:(?:about|around|some|at least|up to|nearly|a (?:group|gang|band) of)\s+)*$",
    re.IGNORECASE | re.DOTALL,
)
"""From a word of harm to the number of those who did it: "was shot dead by two armed men"."""
DOERS: Final = re.compile(
    r"\b(?:arm\w+|gunm[ae]n|assailants?|attackers?|suspects?|individuals?|m[ae]n|wom[ae]n|people|persons?|youths?|soldiers?|police\w*|officers?|militants?|militia\w*|rebels?|insurgents?|fighters?|gangsters?|members?|guards?|robbers?|bandits?|hitm[ae]n|motorcyclists?|bikers?|others)\b",
    re.IGNORECASE,
)
OBJECT: Final = re.compile(
    r"\s+(?:(?:at least|more than|about|some|nearly|over|up to|an?|the|his|her|their|its|several|dozens|hundreds|scores|two|three|four|five|six|seven|eight|nine|ten"
    r"|eleven|twelve|twenty|\d[\d,]*)\b(?! (?:days?|weeks?|months?|years?|nights?|hours?|same|next|previous|following)\b))",
    re.IGNORECASE,
)
BEFORE_A_VERB: Final = re.compile(
    r"(?!.*\b(?:was|were|been|being|be|is|are|got|left|dead)\b).*", re.IGNORECASE | re.DOTALL
)
AND_A_VERB: Final = re.compile(
    r"\b(?:and|then) (?:\w+ly )?(?:\w+ed|drove|took|went|left|lost|fled|sent|shot|hit|made|broke|struck|held)\b"
)
"""A new verb begins a new statement: "killed dozens and drove thousands from their homes"."""
ANIMALS: Final = re.compile(
    r"\b(?:animals?|cattle|livestock|cows?|oxen|bulls?|sheep|goats?|camels?|horses?|donkeys?|pigs?|poultry|chickens?|birds?|dogs?|elephants?|fish)\b",
    re.IGNORECASE,
)
"""Killed, and not people."""
OF_THEM_ARE: Final = re.compile(
    r"\s+(?:of|among) (?:them|whom|those|the (?:dead|wounded|injured|victims|killed|missing)),?\s+(?:(?:were|was|are|is|being)\s+)?"
    r"(?:an?\s+|all\s+|also\s+)?(?P<noun>(?:[\w-]+\s){0,2}?[\w-]+)(?=[,.;:)]|\s+(?:and|who|from|were|was|aged|under)\b|$)",
    re.IGNORECASE,
)
"""Behind a number: who the part is. "Three of them children"."""
ALL_OF_THEM: Final = re.compile(
    r"[^.;:\n]{0,60}?[,(–—-]\s*(?:all|both)(?: of (?:them|whom))?(?:,? (?:it|he|she|they) \w+,?)?(?: were)?\s+(?P<noun>(?:[\w-]+\s){0,3}?[\w-]+)(?=[,.;:)]|\s+(?:and|who|from|were|was|aged|in|at|on)\b|$)",
    re.IGNORECASE,
)
"""Who all of them were: "two dead and seven wounded, all of them marines"."""
AND_CHILDREN: Final = re.compile(
    r"\s+and\s+(?:(?:young|small|little|other|their)\s+)?(?:children|infants|babies|toddlers|girls|boys|minors|women|enfants|bébés|niñ[oa]s|mujeres|femmes)\b",
    re.IGNORECASE,
)
"""Behind "six women", without a number of their own."""
OF_AN_AGE: Final = re.compile(r"\b(?:(?P<years>\d{1,3})[- ]year[- ]olds?|elderly|aged)\b", re.IGNORECASE)
"""In a counted noun: who is old, and who is a child."""
OF_POLICE: Final = re.compile(r"\b(?:polic\w*|gendarm\w*|constab\w*|riot)\b", re.IGNORECASE)
OF_AN_ARMY: Final = re.compile(
    r"\b(?:army|military|soldiers?|troops?|battalions?|brigades?|navy|barracks)\b", re.IGNORECASE
)
WITH_AN_ARTICLE: Final = re.compile(
    r"\s+(?:[a-z]+ed\s+)?(?:[aA]l|[eE]l|[aA]s|[aA]n|[aA]r)-[\w'’]+\s+(?P<noun>[a-z]+)\b"
)
"""A counted noun behind a name with an Arabic article."""
A_PERSON_OF: Final = re.compile(
    r"\b(?:an?|the|another|one|his|her|their)\s+(?:[\w-]+\s+){0,3}?(?P<who>[\w-]+),?\s+(?:of|aged)\s+$",
    re.IGNORECASE,
)
"""Before somebody's age: "a pall-bearer of 19"."""
LEADING_NOUN: Final = re.compile(
    r"(?:[\w-]+\s+){0,2}?(?P<noun>[\w-]+s)\s+(?:were|have been|had been|are|was)\s+[^,;.:]{3,60}[,:;–—-]\s*"
    r"(?:(?:at least|some|about|around|nearly|more than|over|up to|an estimated)\s+)?",
    re.IGNORECASE,
)
"""What a bare number behind a comma counts: "Houses were set alight, 150 according to the council"."""
OF_ITS: Final = re.compile(
    r"\b(?:of|lost|losing)\s+(?:(?:its|their|his|her|our)\s+)?(?:own\s+)?(?:[\w,]+\s+){0,2}?(?:men|members|troops|ranks|comrades|fighters|personnel|side|own)\b",
    re.IGNORECASE,
)
"""Whose people: "three of its members", "five of their men"."""
SAYS_A_NUMBER: Final = re.compile(
    r"\b(?:mention(?:s|ed)?|sp(?:eaks?|oke) of|talk(?:s|ed)? of|admit(?:s|ted)?(?: to)?|own(?:s|ed)? up to|conced(?:es?|ed)|insist(?:s|ed)?(?: on)?"
    r"|claim(?:s|ed)?|sa(?:ys?|id)|(?:has|had|have) (?:counted|traced|identified|listed|documented|recorded|registered|verified|confirmed)|count(?:s|ed)"
    r"|list(?:s|ed)?|report(?:s|ed)?|g[ai]ve(?:s|n)?|put(?:s)? (?:it|the (?:number|toll|figure|total|count)) at|document(?:s|ed)|record(?:s|ed)|confirm(?:s|ed)"
    r"|acknowledg(?:es?|ed)|recogni[sz](?:es?|ed)|verif(?:ies|ied)|estimat(?:es?|ed)|tall(?:y|ies|ied)|trac(?:es?|ed)|cit(?:es?|ed)|announc(?:es?|ed)|have|has|had)\s+"
    r"(?:(?:that|there|were|to|at|as many as|only|at least|just|no fewer than|no more than|more than|fewer than|about|some|around|nearly|almost|up to|over)\s+)*$"
    r"|\baccording to [^,;.\d]{3,50}[,:]?\s*$",
    re.IGNORECASE,
)
"""Right before a bare number that a source gives: "the police mention 17"."""
BEFORE_ANOTHER_NOUN: Final = re.compile(
    r"\s+(?!(?:as|this|was|has|is|his|its|across|towards|afterwards|besides|always|perhaps|hours|days|weeks|times|others|yesterday|sources|officials|residents|witnesses)\b)"
    r"(?:[a-z]+\s)?(?:[a-z]{3,}(?<!s)s|people|children|men|women)\b(?!\s+(?:say|said))"
)
"""Behind "missing", "wounded", "dead": it tells of another noun, as in "is tracing missing relatives"."""
IN_OTHER_UNITS: Final = re.compile(
    r"\s*(?:[(\[/]|,? or|,? i\.e\.,?|,? that is,?|=|from|in|of|,? comprising|,? belonging to)\s*(?:in|from|a total of|the equivalent of)?\s*",
    re.IGNORECASE,
)
"""Between people and families that are the same: "1,480 people (310 families)", "310 families or 1,480 people"."""
LABELLED: Final = re.compile(
    r"\s*(?:\([^)\d]*\)|persons?|people|population|families|households?|houses?|homes?|individuals|total|in total)?\s*"
    r"(?:total(?:led|s)?)?\s*[:=–—-]?\s*(?:an? estimated|about|around|approximately|over|more than)?\s*",
    re.IGNORECASE,
)
"""Between a label and its number."""
OF_A_WHOLE: Final = re.compile(
    r"\s+of\s+(?:the|those|these|its|their|his|her|some|at least|about|more than)\s+(?:[\w,-]+\s+){0,3}?[\w-]+(?=\s+(?:who|that|which|wounded|injured|hurt|abducted|kidnapp?ed|seized|captured|taken|arrested|detained|held|missing|shot|stabbed|burn(?:ed|t))\b)",
    re.IGNORECASE,
)
"""Behind a part: the whole, and what had befallen it. "Two of the five policemen wounded"."""
LATER_FATE: Final = re.compile(
    r"(?<!\bwho)(?<!\bthat)(?<!\bwhich)\s(?:(?:had |have |has )?(?:since |later |then |also )?(?:died|perished|drowned|disappeared|survived)"
    r"|(?:was|were|(?:has|have|had) (?:since |later )?been|are)\s+(?:later |then |also |found |shot |feared |still |\w+ly )*\w+)$",
    re.IGNORECASE,
)
"""Up to the end of a verb that tells what became of the part."""
ACCUSED_OF: Final = re.compile(
    r"\s*,?\s+(?:(?:who (?:are|is|were|was)|que (?:fueron|son|est[aá]n)|qui sont) )?"
    r"(?:(?:accused|suspected|convicted|guilty) of (?:having |the )?"
    r"|(?:acusad|sindicad|señalad|sospechos)[oa]s? de (?:haber )?"
    r"|(?:accusé|soupçonné|suspecté)e?s? (?:de |d['’])(?:avoir )?"
    r"|متهم\w* )",
    re.IGNORECASE,
)
"""Between people and a deed: it is theirs, and befell others."""
