"""How a camp or shelter is named, taken up again, and described."""

import re

SITE_BEFORE = re.compile(
    r"\b(?:camp|shelter|centre|center|settlement|site)s?(?:\s+for\s+(?:\w+\s+){1,4}?)?"
    r"\s*(?:in|at|of|near|called|named|outside)\s+(?:the\s+)?$",
    re.IGNORECASE,
)

SITE_AFTER = re.compile(
    r"^(?:'s|’s)?,?\s+(?:(?:a|another|the|which is|refugee|displacement|IDP|transit|relief|tent|makeshift|overcrowded|informal|reception|sprawling|main|new)\s+)*(?:camp|shelter|site|reception cent(?:re|er)|settlement)s?\b",
    re.IGNORECASE,
)

SITE_ANAPHOR = re.compile(
    r"\b(?:the|this|that|its|their)\s+(?:\w+\s+)?(?:camp|shelter|site|settlement|centre|center)\b",
    re.IGNORECASE,
)

SITE_CONDITIONS = re.compile(
    r"\b(?:conditions?|situation|overcrowd\w*|sanitation|facilities|services|squalid|unsafe)\b", re.IGNORECASE
)
