"""Words of an outbreak: what is counted in one, and what tells that harm came from somebody's hand."""

import re
from typing import Final

INFECTION: Final = re.compile(
    r"\b(?:cholera|measles|ebola|malaria|dengue|typhoid|typhus|polio|diphtheria|meningitis|plague|yellow fever|lassa|marburg|mpox"
    r"|hepatitis|covid(?:-? ?19)?|coronavirus|sars-cov-2|influenza|diarrh\w+|awd|dysentery|outbreak|epidemic|pandemic|virus)\b",
    re.IGNORECASE,
)
CASES: Final = re.compile(
    r"\b(?:cases|case count|cfr|case fatality|positivity|(?:confirmed|suspected|probable|positive|active) case"
    r"|isolation|tested positive|recoveries|contacts? (?:listed|traced))\b",
    re.IGNORECASE,
)
"""What a report of an outbreak counts beside its dead."""
DEATHS: Final = re.compile(r"deaths?|dead|fatal(?:ity|ities)|death toll|li(?:fe|ves) lost", re.IGNORECASE)
"""Words of death that do not say that anybody killed."""
HURT: Final = re.compile(
    r"\b(?:injur|wound|hurt|maim|burn|shot|stab|beat|hack|graz|bruis|mutilat|scald|hit|gas)", re.IGNORECASE
)
"""Words of injury that an illness does not do."""
BY_VIOLENCE: Final = re.compile(
    r"\b(?:killed by|murder\w*|gunmen|gunfire|bomb\w*|blast|explosion|fighting|clashes|attack(?:s|ed)?)\b",
    re.IGNORECASE,
)
COUNTED_IN_AN_OUTBREAK: Final = frozenset(
    {
        "case", "cases", "contact", "contacts", "sample", "samples", "test", "tests", "dose", "doses", "infection",
        "infections", "recovery", "recoveries", "swab", "swabs", "result", "results",
    }
)  # fmt: skip
"""Heads of what an outbreak's numbers count: none of them moved, whatever word stands near."""
OF_AN_OUTBREAK: Final = re.compile(
    r"\b(?:(?:number|total|count|average|cumulative)\b[^.;]{0,60}?\b(?:cases|contacts|samples|tests|infections|recoveries)"
    r"|(?:positive|confirmed|suspected|active|new) cases"
    r"|(?:contacts|samples|tests|cases)\b[^.;]{0,40}?\b(?:stands?|stood|is|are|was|were|reached|to|at))\b|\b(?:quarantined|discharged|recovered)\b",
    re.IGNORECASE,
)
"""Around a number without a noun that counts cases, contacts or tests."""
POSITIVE: Final = re.compile(
    r"\b(?:test(?:ed|ing)|confirmed|found|declared|registered)\s+(?:\w+\s+){0,2}?positive\b|\bhome[- ]isolation\b"
    r"|\bin (?:self-)?(?:isolation|quarantine)\b",
    re.IGNORECASE,
)
"""Of whom nobody moved by it."""
