"""Where a name stands in relation to an act: the patterns by which position tells doer from sufferer."""

import re

HELD = re.compile(
    r"^(?:'s|’s|’|'|-held|-controlled)\s+(?:\S+\s+){0,2}(?:enclave|territory|stronghold|capital|town|village|city|positions?|base|camp|area|land|hideouts?|bastion|caliphate|rule)\b",
    re.IGNORECASE,
)

SUFFERS_AFTER = re.compile(
    r"\b(?:against|destroy(?:ed|ing)|target(?:ed|ing)|hit|struck|bombed|bombing|shelled|shelling|attacked|attacking|raided|ambushed|stormed|killed|killing|wounded|wounding|kidnapped|abducted|murdered|arrested|shot|strikes? on|attacks? on|raids? on|fire on|held by|controlled by)\s+(?:the\s+|an?\s+|at least\s+|some\s+|\d[\d,]*\s+|two\s+|three\s+|four\s+|five\s+|several\s+)*$",
    re.IGNORECASE,
)

ACTS = re.compile(
    r"^\s*(?:fighters|forces|troops|militants|gunmen|soldiers|rebels|guerrillas|jets|planes|warplanes|aircraft|units)?\s*"
    r"(?:have|has|had)?\s*(?:\w+ly\s+)?(?:also\s+)?"
    r"(?:fired|launched|carried out|conducted|staged|mounted|opened|resumed|began|started|continued|lobbed|dropped|planted|set off|detonated)\b",
    re.IGNORECASE,
)

BY = re.compile(
    r"\bby\s+(?:the\s+|an?\s+|members of (?:the )?|suspected\s+|alleged\s+|armed\s+|unidentified\s+)*$",
    re.IGNORECASE,
)

PASSIVE = re.compile(r"^\s+(?:\w+\s+)?(?:was|were|has been|have been|had been|being)\b", re.IGNORECASE)

PROGRESSIVE = re.compile(
    r"^\s*(?:has|have|had|is|are|was|were)(?:\s+been)?\s+(?:\w+ly\s+)?\w+ing\b", re.IGNORECASE
)

VICTIM_PARTICIPLE = re.compile(
    r"^\s+(?:killed|kidnapped|abducted|murdered|shot|wounded|injured|arrested|detained|executed)(?=\s+(?:by|in|when|during|on|at|and|near|after|since)\b|[,.;]|$)",
    re.IGNORECASE,
)

FATE = re.compile(
    r"(?:\w+ )?(?:dead|wounded|injured|missing|casualties|deaths|victims|bodies|others?)", re.IGNORECASE
)
"""Nouns that only say what befell people."""

MEMBERS = re.compile(
    r"^\s*(?:fighters|forces|troops|militants|gunmen|soldiers|rebels|guerrillas|insurgents|militiamen|members)\b",
    re.IGNORECASE,
)
RUINED = re.compile(
    r"\b(?P<verb>destroy(?:ed|ing)|damag(?:ed|ing))\s+(?!by\b|in\b|during\b|or\b|and\b)(?P<what>[^.;:!?\n]{3,200}?)"
    r"(?=\s*(?:[.;:!?\n]|$)|,?\s+(?:while|but|when|after|before|according|near|during|killing|wounding|injuring|leaving)\b"
    r"|,?\s+and\s+(?:kill|wound|injur|leav|forc|damag|destroy)\w+|,\s+(?:the|a|an|he|she|they|it)\s+[^,.;]{0,60}\bsaid\b)",
    re.IGNORECASE,
)
"""What a verb in the active voice ruined."""
