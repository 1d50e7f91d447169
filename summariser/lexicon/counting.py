"""The turns of phrase that tell which number a word belongs to."""

import re
from typing import Final

ASIDE: Final = re.compile(
    r", (?:including|among them|many of them|most of them|mostly|mainly|who|which|whose|some of whom|along with|as well as|an?|aged)\b[^,]*,"
    r"|\([^)]*\)|[–—][^–—]*[–—]| - [^-]* - "
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
    r"\s+(?:who|that|which)\s+(?:(?:have|has|had|were|was|are|is)\s+)?[^,.;:]*?(?=\s(?:are|were|was|is|have|has|had|will|would|can|could|may|should|must)\b)",
    re.IGNORECASE,
)
WHO: Final = re.compile(r"\s*(?:(?:who|that|which)\s+(?:(?:have|had|has|were|was|are|is)\s+)?(?:been\s+)?)?")
DONE: Final = re.compile(
    r"(?!died|fled|returned|marched|surrendered|escaped|perished|drowned|starved|disappeared|gathered)\w+ed\b.*|dead|missing|homeless",
    re.IGNORECASE,
)
TO_BE: Final = re.compile(r"\b(?:was|were|been|being|is|are)\s+(?:\w+\s+)?$", re.IGNORECASE)
DONE_TO: Final = re.compile(
    r"(?:killed|wounded|injured|shot dead|murdered|assassinated|executed|beheaded|gunned down|kidnapp?ed|abducted|arrested|detained|captured)",
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
