"""Which matches of the actor tables are actors where they stand.

"A US-backed group", "the police station", "the military operation", "the war IS over" hold words of the
tables and name no actor. Each check has its counter-example beside it.
"""

from __future__ import annotations

import re
from typing import Final

from summariser.normalise.word_lists import listed

# "ISIS-held town", "US-led", "pro-Hamas": adjectives of somebody or something else.
_ADJECTIVE: Final = re.compile(
    r"[-‐‑–](?:backed|led|held|run|controlled|allied|aligned|affiliated|linked|inspired|occupied|ruled|dominated|"
    r"funded|supported|trained|made|style|era|based|brokered|sponsored|sanctioned|imposed|designated|facing|"
    r"besieged|infested|related|free)\b",
    re.IGNORECASE,
)
_OPPOSED: Final = re.compile(r"\b(?:pro|anti|non|ex|counter|post|pre)[-‐‑–]$", re.IGNORECASE)
_PLACES_AND_THINGS: Final = re.compile(
    r"\s+(?:stations?|posts?|headquarters|barracks|cars?|vans?|trucks?|vehicles?|checkpoints?|academy|custody|"
    r"cells?|bases?|camps?|helicopters?|jeeps?|quarters|compounds?|buildings?|garrisons?|positions?|outposts?|"
    r"records|reports?|tape|lines?|uniforms?|jails?|prisons?|courts?|hospital|airport|airfield|convoys?|"
    r"recruits?)\b",
    re.IGNORECASE,
)
_ATTRIBUTES: Final = re.compile(
    r"(?:\w+['’]?\s+)*(?:military|government|regime|navy|air force|administration|coalition)", re.IGNORECASE
)
# Without "the" they are attributes: "coalition talks", "military rule"; but their air strikes are theirs.
_BARE: Final = listed("military|government|regime|coalition")
_CROWD: Final = re.compile(r"army of\s+[a-z]")  # "an army of volunteers"
_THE: Final = re.compile(r"\bthe\s+$", re.IGNORECASE)
_STRIKES: Final = (
    r"\s+(?:air ?|bombing |artillery )?(?:strikes?|raids?|warplanes|jets|planes|bombardments?|shelling)\b"
)
_THEIR_STRIKES: Final = re.compile(_STRIKES, re.IGNORECASE)
# What may follow "the military" where it is somebody: nothing, a verb, a preposition, its people.
_AFTER_NOUN: Final = re.compile(
    rf"(?!\s*\w)|{_STRIKES}|"
    r"\s+(?:\w+ed|said|says|has|have|had|is|was|were|are|will|would|could|can|may|might|must|and|or|in|on|at|to|"
    r"from|by|for|of|with|as|that|who|which|but|also|did|does|do|struck|shot|took|began|hit|held|lost|won|fought|"
    r"sent|told|made|kept|put|set|gave|withdrew|retook|overran|claims|denies|admits|then|now|later|still|again|"
    r"after|before|during|against|over|under|inside|near|around|since|until|when|while|if|because|spokesman|"
    r"spokeswoman|spokesperson|officials?|sources?|statement|officers?|pilots?|personnel|commanders?|chief|"
    r"leaders?|members?)\b",
    re.IGNORECASE,
)
_TITLES: Final = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|Professor|President|Senator|Gen|General|Col|Judge)\.?\s+$"
)
_SURNAMES: Final = listed("Wagner|Akhmat|Isis")
_WORDS_TOO: Final = listed("IS|WHO|TIP|NAS|EI|CARE")
_CAPITALS_BEFORE: Final = re.compile(r"\b[A-Z]{2,}\s+$")
_CAPITALS_AFTER: Final = re.compile(r"\s+[A-Z]{2,}\b")
_CAPITALISED_BEFORE: Final = re.compile(r"[A-Z][\w'’]*\s+$")


def in_capitals(text: str) -> bool:
    """Whether a sentence is written in capitals, so that they tell nothing."""
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 3 and sum(letter.isupper() for letter in letters) > 0.7 * len(letters)


def names_somebody(text: str, start: int, end: int) -> bool:
    """Whether a name of the tables is an actor there, rather than part of an adjective or a word."""
    before, words = text[max(0, start - 40) : start], text[start:end]
    if _ADJECTIVE.match(text, end) or _OPPOSED.search(before):
        return False
    if words in _WORDS_TOO:
        return not _CAPITALS_BEFORE.search(before) and not _CAPITALS_AFTER.match(text, end)
    return words not in _SURNAMES or _TITLES.search(before) is None


def is_force(text: str, start: int, end: int) -> bool:
    """Whether the word for a force or a group is an actor, rather than an attribute of what follows."""
    if not names_somebody(text, start, end) or _PLACES_AND_THINGS.match(text, end):
        return False
    return _ATTRIBUTES.fullmatch(text, start, end) is None or _AFTER_NOUN.match(text, end) is not None


def is_group(text: str, start: int, end: int) -> bool:
    """Whether an unnamed group stands for itself: not "rebel-held", not the "Army" of another name."""
    if (
        not is_force(text, start, end)
        or text[end : end + 1] in {"-", "‑"}
        or text[start - 1 : start] in {"-", "‑"}
    ):
        return False
    before = text[max(0, start - 40) : start]
    if _CROWD.match(text, start):
        return False
    if text[start:end].lower() in _BARE and not _THE.search(before):
        return _THEIR_STRIKES.match(text, end) is not None
    if text[start].isupper() and not text[start:end].isupper():
        # "People's Army", "Treasury Police": a capital inside a name.
        return _CAPITALISED_BEFORE.search(before) is None
    return True
