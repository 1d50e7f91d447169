"""Words that take back what a sentence seems to say: negation, doubt, condition, fiction, cancellation."""

import re
from typing import Final

NEGATED: Final = re.compile(
    r"(?:\b(?:not|never|nobody|no one|none|neither|nor|without|cannot|no)\b|n[’']t\b)"
    r"(?!\s+(?:fewer|less|more|later|only|just|known?|sure|clear|say|said|identified|immediately)\b)[^,;:.!?\n]{0,30}$",
    re.IGNORECASE,
)
"""A negation shortly before the verb, in its clause: "did not kill", "nobody was killed", "not one ... returned"."""
UNTRUE: Final = re.compile(
    r"\b(?:no evidence|not true|untrue|no truth|no indication|never happened|falsely|false (?:claims?|reports?|rumou?rs?)|fabricat\w+"
    r"|retract\w+|withdr[ea]w\w* (?:its|the|their|an?) (?:\w+ )?(?:claims?|statements?)|hoax"
    r"|in the (?:film|movie|novel|book|game|series|play|drama)(?! of\b)|fictional(?! article))\b",
    re.IGNORECASE,
)
"""Before the statement: what follows is not asserted."""
CONDITION: Final = re.compile(r"\b(?:if|unless|should|in case)\b[^,;:.!?\n]*$", re.IGNORECASE)
"""A condition still open at the verb."""
CANCELLED: Final = re.compile(
    r"^[^.;\n]{0,80}\b(?:was|were|has been|have been|is|are|been)\s+(?:\w+\s+)?(?:cancell?ed|called off|dropped|scrapped|abandoned|suspended|shelved)\b",
    re.IGNORECASE,
)
"""After a movement: it did not take place."""
REFUSED: Final = re.compile(r"^[^.;\n]{0,80}\b(?:but|and|yet)\s+(?:\w+\s+){0,2}refused\b", re.IGNORECASE)
"""After a movement: those who were to go did not."""
POSSIBLE: Final = re.compile(
    r"\b(?:could|might|(?-i:may)|would|will|can|shall|should|threaten(?:s|ed|ing)? to|vow(?:s|ed) to|plan(?:s|ned|ning)? to"
    r"|try(?:ing)? to|tried to|attempt(?:s|ed|ing)? to|plott?(?:s|ed|ing) to|intend(?:s|ed)? to|want(?:s|ed)? to|ready to"
    r"|capable of|able to|in order to|failed to|a plot to|fear(?:s|ed)? (?:of|that))\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
"""Before a verb: it is spoken of as possible, planned, threatened or tried, not as having happened."""
NOT_A_TOLL: Final = (
    r"death (?:penalt(?:y|ies)|sentences?|threats?|row|squads?|camps?|certificates?|knell)",
    r"dead(?:line|lock)s?",
    r"dead (?:end|heat|sea)",
    r"wounded (?:pride|feelings)",
    r"killer (?:instinct|app)",
    r"kill switch",
    r"injury time",
    r"died down",
    r"(?:dying|to die) for",
    r"missing (?:link|persons? (?:unit|bureau))",
    r"buried (?:his|her|their) head",
    r"casualty (?:ward|department|unit)",
    r"dead of night",
    r"(?:case[- ])?fatality (?:rate|ratio)s?",
)
"""Idioms and titles with a word of harm that harmed nobody."""
RETOLD: Final = re.compile(
    r"\b(?:years?|decades?|months?) (?:ago|earlier|before)\b|\blast year\b|\banniversary\b"
    r"|\b(?:over|during|in) the (?:past|last) (?:\w+ )?(?:years?|decades?)\b|\bsince the (?:war|conflict|uprising) (?:began|started|broke out)\b",
    re.IGNORECASE,
)
"""What is told of the past beside the news."""
YEAR: Final = re.compile(
    r"\b(?:in|since|during|of|from|until|by|back in|between)\s+(?:\w+\s+)?(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
AGE_IN_COMMAS: Final = re.compile(r"(?<![\d,])\s*,\s*$")
MAYBE: Final = re.compile(
    r"\b(?:could|might|(?-i:may)|fear(?:s|ed)? (?:of|that)|risk(?:s|ed)?)\s+(?:\w+\s+){0,2}$", re.IGNORECASE
)
"""Before a movement: it may come, which is less than planned."""

_TELLS = r"(?:told|asked|urged|advised|instructed|warned|begged|called on)"
TOLD_TO: Final = re.compile(
    rf"{_TELLS} (?:[^\s,.;:]+ ){{0,6}}?to (?:leave|evacuate|move(?: out)?|get out|flee|go|be ready|get ready|prepare|pack)\b(?: their (?:homes|houses|villages))?",
    re.IGNORECASE,
)
"""Words of advice to leave; who was ordered out mostly went."""
TOLD_BEFORE: Final = re.compile(rf"\b{_TELLS} (?:[^\s,.;:]+ ){{0,6}}?to (?:be ready to )?$", re.IGNORECASE)
WENT: Final = re.compile(
    r"\b(?:left|fled|evacuated|evacuees|moved|complied|heeded|obeyed|went|gone|displaced|relocated|escaped|(?:taken|brought|bussed) (?:to|out))\b",
    re.IGNORECASE,
)
"""What says that they did."""
WHO_HAD_DONE: Final = re.compile(
    r"\b(?:man|woman|gunman|attacker|assailant|suspect|teenager|youth|boy|knifeman|driver|soldier|officer|fighter|militant|men|suspects|attackers) who (?:had|has|have) (?:\w+ly |just |earlier |already )?$",
    re.IGNORECASE,
)
"""Right before a deed: "shot a man who had stabbed three people"."""
