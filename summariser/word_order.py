"""Word order that English does not have: what a number's nearest word of harm may be in other languages.

Dos hombres mataron a tres campesinos.    the two did it: an active verb behind its subject
Deux assaillants ont tué trois civils.    the same, by its auxiliary
قتل 14 شخصا وأصيب 30                       a verb with "and" before it begins the next statement
"""

from __future__ import annotations

import re
from typing import Final

from summariser.cues import Cue
from summariser.lexicon.tongues import level

NEXT_STATEMENT: Final = 6
"""As much as a clause border in `meanings`."""
BEFORE_FATE: Final = re.compile(
    r"\s+(?:(?:fueron|resultaron|quedaron|han sido|habían sido|ont été|furent|sont|étaient|sin)\s+)?",
    re.IGNORECASE,
)
"""Between a noun and the word for what befell those it names: in Spanish and French often nothing."""
_ACTIVE_ES: Final = re.compile(
    r"(?:mat|asesin|secuestr|captur|ejecut|arrest|rapt|plagi|acribill)(?:o|aron)"
    r"|(?:hir|detuv|abat|reten|retuv)(?:io|ieron|o)|dieron de baja|dio de baja",
    re.IGNORECASE,
)
_NOT_REFLEXIVE_ES: Final = re.compile(r"\b(?:se|que|a (?:quien|quienes|los que))\s+$", re.IGNORECASE)
_PARTICIPLE_FR: Final = re.compile(
    r"(?:tu|bless|enlev|kidnapp|captur|arret|execut|assassin|massacr|egorg|interpell)e|abattu", re.IGNORECASE
)
_HAVE_FR: Final = re.compile(
    r"\b(?:ont|a|avaient|avait)\s+(?!ete\b)\w+|\b(?:ont|a|avaient|avait)\s+$", re.IGNORECASE
)
_WHOM_FR: Final = re.compile(r"\b(?:qu|que|dont)\b", re.IGNORECASE)
_AND_AR: Final = re.compile(
    "[وف](?=(?:ا?صيب|ا?صاب|جرح|قتل|فقد|خطف|اختطف|اعتقل|دمر|تدمير|تضرر|نزح|فر|شرد|تشريد|تهجير|مقتل|جرح|اضرار|وفا|مات"
    "|استشهد|لقي|غرق|اختف|اوقف|اجل|عاد|انهار|احرق|حرق|هدم|توفي|نزوح|انقاذ|القبض|اسر))"
)
_BETWEEN: Final = re.compile(
    r"\s*(?:[,؛;:،]|\b(?:mientras|pero|sino|tandis que|mais|alors que)\b"
    r"|(?<!\w)(?:بينما|لكن|فيما|غير أن)(?!\w))"
)


def begins_the_next(cue: Cue) -> bool:
    """Whether a cue behind a number is an Arabic "and" with the verb or noun of the next statement."""
    return _AND_AR.match(level(cue.text)) is not None


def acts_itself(text: str, end: int, cue: Cue) -> bool:
    """Whether those counted up to ``end`` did what a cue behind them says, in Spanish or French."""
    word, between = level(cue.text), level(text[end : cue.start])
    if _BETWEEN.search(text, end, cue.start):
        return False
    if _ACTIVE_ES.fullmatch(word):
        return _NOT_REFLEXIVE_ES.search(between) is None
    if _PARTICIPLE_FR.match(word):
        return _HAVE_FR.search(between) is not None and _WHOM_FR.search(between) is None
    return False


def clause_borders(between: str) -> int:
    """Marks and words between a number and a cue that part clauses, beside those of English."""
    return len(_BETWEEN.findall(between)) - between.count(",") - between.count(";") - between.count(":")
