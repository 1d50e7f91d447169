"""Patterns around deeds told as nouns: what was done to whom, who carried it out, claimed it, is blamed for it."""

from __future__ import annotations

import re
from typing import Final

from summariser.lexicon import deeds
from summariser.lexicon.function_words import words

DYING: Final = words("died dies perished dead")
DEED: Final = re.compile(rf"\b{deeds.DEED_NOUNS}\b", re.IGNORECASE)
CARRIED_WORD: Final = words(
    "carried staged launched mounted perpetrated committed planned caused conducted executed claimed ordered "
    "organized organised directed signed held taken masterminded provoked instigated financed"
)
OF: Final = re.compile(
    rf"\b(?:{deeds.OF_DEEDS}|(?:kidnap|murder|kill|abduct)(?:p?ers?|ors?)|captors?|assassins?|assailants?|attackers?)"
    r" of\s+",
    re.IGNORECASE,
)
OF_ONLY: Final = re.compile(deeds.OF_DEEDS, re.IGNORECASE)
ON: Final = re.compile(
    rf"\b{deeds.ON_DEEDS} (?:on|against|at|upon)\s+(?:the li(?:fe|ves) of\s+)?", re.IGNORECASE
)
DAMAGE_TO: Final = re.compile(r"\bdamages? (?:was |were )?(?:caused |done )?(?:to|in|at)\s+", re.IGNORECASE)
VICTIM_IS: Final = re.compile(
    r"\b(?:victims?|dead|deceased|bod(?:y|ies)|wounded|injured|hostages?)\b[^.;]{0,30}?\b"
    r"(?:identified as|(?:was|were|is|are) (?=[A-Z])|include[sd]?|(?<=bodies )of|(?<=body )of)\s+"
)
VICTIM_OF: Final = re.compile(
    r"\b(?:was|were|is|been) (?:the |a )?(?:victims?|targets?|objects?) of\b", re.IGNORECASE
)
CARRIED: Final = re.compile(rf"\b{deeds.CARRY}\s+(?:\w+\s+){{0,3}}?{deeds.DEED_NOUNS}\b", re.IGNORECASE)
THREATS_FROM: Final = re.compile(r"\bthreats? (?:\w+ )?(?:from|by|of)\s+", re.IGNORECASE)
BETWEEN: Final = re.compile(
    r"\b(?:fighting|clash(?:es)?|battles?|gun ?battles?|combat|skirmish(?:es)?|firefights?|hostilities|war"
    r"|shoot-?outs?|exchanges? of (?:gun)?fire|confrontations?|crossfire|ceasefire|cease-fire|truce|agreement|accord"
    r"|deal|talks|pact|treaty|violence)\b[^.;]{0,40}?\b(?:between|involving)\s+",
    re.IGNORECASE,
)
"""Before two sides in one breath."""
OPPONENT: Final = words("with against from")
HOSTAGE: Final = words("hostage hostages captive prisoner")
CLAIMS: Final = re.compile(
    r"\b(?:claim(?:ed|s|ing)?|took|taken?|takes|assum(?:ed|es)|admit(?:ted|s)?|accept(?:ed|s)?"
    r"|acknowledg(?:ed|es)|reclaimed|confess(?:ed|es)?)"
    r"\s+(?:to\s+)?(?:\w+\s+)?(?:responsib\w+|credit|authorship"
    r"|having (?:kill|murder|execut|kidnap|plant|attack)\w+|the (?:attack|murder|bombing|killing)s?)"
    r"|\b(?:is|are|was|were|be|been) (?:\w+ )?"
    r"(?:responsible for|suspected of|to blame|behind the|the authors? of|implicated in|involved in the)",
    re.IGNORECASE,
)
"""After whoever says or is said to have done it."""
NO_CLAIM: Final = re.compile(
    r"\b(?:nobody|no[ -]one|none|no (?:[\w-]+ ){0,3}?(?:group|organi[sz]ation|party|faction|side|claim))\b[^.;]{0,40}?"
    r"\b(?:claim\w*|responsib\w+|credit)\b",
    re.IGNORECASE,
)
"""Where nobody says that he did it."""
BLAMED: Final = re.compile(
    r"\b(?:attribut(?:ed|es?|ing)(?: [^.;]{1,60}?)? to|blam(?:ed|es?|ing)(?: [^.;]{1,60}?)? on"
    r"|blam(?:ed|es?|ing)|implicat(?:ed|es?|ing)|accus(?:ed|es?|ing)|responsib\w+ (?:lies|rests|falls) with|claimed by"
    r"|suspect(?:ed|s)?(?: that)?|the work of|believed to (?:be|belong to)|traced to|ascribed to|points? to"
    r"|pinned on|hold(?:s|ing)? (?=[^.;]{1,40} responsible)|held (?=[^.;]{1,40} responsible))\s+",
    re.IGNORECASE,
)
"""Before whoever is said to have done it."""
NOT_USED: Final = re.compile(
    r"\b(?:confiscat\w+|seiz\w+|captur\w+|found|discover\w+|recover\w+|stol\w+|surrender\w+|without|no|cache"
    r"|smuggl\w+|sell\w*|suppl\w+|sale|purchas\w+|buy\w*|bought|search\w*|turned over|handed over|arsenals?"
    r"|like a)\b[^,;]*$"
)
"""Before a weapon that did nothing."""
NOT_USED_AFTER: Final = re.compile(
    r"(?:was|were|have been|had been) (?:found|confiscated|seized|discovered|captured)|experts?|squad|disposal"
)
LAID: Final = re.compile(r"bomb|mine|explosive|dynamite|device|charge", re.IGNORECASE)
LAID_FOUND: Final = re.compile(r"found|discover|(?:was|were|have been|had been) (?:found|discovered)")
"""A bomb that was found had been laid; a rifle that was found had only been kept."""
SET_FIRE: Final = re.compile(r"set(?:s|ting)? (?:\w+ )??fire to|set(?:s|ting)? ablaze", re.IGNORECASE)
SET_OFF: Final = re.compile(r"set(?:s|ting)? off", re.IGNORECASE)
ON_FIRE: Final = re.compile(r"\W*(?:on fire|ablaze|alight|afire)", re.IGNORECASE)
OFTEN_NO_WEAPON: Final = words(
    "stick club vest belt gas shell fuse powder hammer razor arrow weapon spear poison rock stone acid"
)
"""Nouns that name a weapon only with a word that says so."""
SAYS_WEAPON: Final = re.compile(
    r"explosive|tear ?gas|gun ?powder|suicide|mortar|artillery|poison|nerve|tank|black|mustard|hurl|thrown",
    re.IGNORECASE,
)
SAYS_BOMB: Final = re.compile(
    r"explo|dynamit|incendiar|demolition|bomb|powerful|home-?made|potent|plastic|high-power", re.IGNORECASE
)
"""What makes a "charge" or a "device" a bomb."""
