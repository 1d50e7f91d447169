"""How sure a text is of a number, by its own words.

A word of doubt is not always doubt about the figure: "a provisional government", "the disputed region",
"300 families were denied access", "families who feared revenge". So most patterns ask for what is
doubted, and what is estimated in passing ("12 dead and an estimated 30 wounded") is only that number.
"""

from __future__ import annotations

import re
from functools import lru_cache

from summariser.right_before import right_before
from summariser.schemas.codebooks import Certainty

_NUMBERS = (
    r"(?:figures?|tolls?|counts?|numbers?|estimates?|reports?|claims?|allegations?|accusations?|accounts?"
    r"|versions?|data|statements?|assessments?|results?|findings?|information)"
)
_DENY = r"den(?:y|ied|ies|ying)"
_DENIAL = rf"""
    (?<!was\ )(?<!were\ )(?<!been\ )(?<!being\ )(?<!is\ )(?<!are\ )\b{_DENY}
    (?: \s+(?:that|having|it|this|\w+ing)\b
      | \s+(?:\w+\s+){{0,3}}?{_NUMBERS}\b
      | \s+(?:(?:at\ least|more\ than|over|some|about|nearly)\s+)?\d
      | (?=\s*(?:[.,;”"]|$)) )"""
DENIES = re.compile(_DENIAL, re.IGNORECASE | re.VERBOSE)
"""A verb that denies what follows it, or what was just said: not "denied involvement", "denied access"."""
LOOKS_BACK = re.compile(rf"{_DENY}(?:\s+(?:it|this)|\s+(?:\w+\s+)*{_NUMBERS})?", re.IGNORECASE)
"""A denial of what was said before it: "denies", "denied it", "denied the reports"."""
REACHES_ON = re.compile(r"\s+(?:that|of|by)\b", re.IGNORECASE)
"""... unless it goes on: "denied the reports that twelve had died"."""
_CALL = r"\b(?:call|term|brand|describ|label|denounc)(?:l?ed|es|s|l?ing|e)?"
_BASELESS = (
    r"(?:baseless|false|untrue|unfounded|groundless|fabricated|fake|lies|nonsense"
    r"|fabrications?|lie|hoax|invention|fiction|propaganda)"
)
_DISPUTES = re.compile(
    rf"""{_DENIAL}
    | \b(?:reject|dismiss|refut|disput)(?:ed|es|ing|e|s)?\s+(?:it|this|(?:\S+\s+){{0,4}}?{_NUMBERS})\b
    | \b{_NUMBERS}\s+(?:\S+\s+){{0,4}}?(?:was|were|is|are|been|being)\s+(?:\w+\s+)?
      (?:denied|rejected|dismissed|refuted|disputed|in\ dispute)\b
    | \b(?:disputed|contested)\s+{_NUMBERS}\b
    | {_CALL}\s+(?:\w+\s+){{0,2}}?{_NUMBERS}\s+(?:of|that|about)\b[^.;\n]*?
      \b(?:an?\ |as\ |totally\ |completely\ )*{_BASELESS}\b
    | \b{_NUMBERS}\s+(?:of|that|about)\b[^.;\n]*?\b(?:is|are|was|were)\s+(?:\w+\s+)?{_BASELESS}\b""",
    re.IGNORECASE | re.VERBOSE,
)
_CONFIRMED = re.compile(r"\b(?:confirm(?:ed|s|ing)?|verified)\b", re.IGNORECASE)
_UNCONFIRMED = re.compile(
    r"""\bunconfirmed\b | \bno\ (?:independent\ |official\ )?(?:confirmation|verification)\b
    | \b(?:not|never|cannot|nobody|no\ one|neither|(?:unable|impossible|refus\w+|declin\w+|yet|still)\ to)
      \ (?:\w+\ ){0,4}?(?:confirm(?:ed)?|verif(?:y|ied)|check(?:ed)?)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_ESTIMATED = re.compile(
    rf"""\b(?:not\ official|unofficial(?:ly)?|probably|believed\ to|thought\ to|presumed
    | estimat(?:es?|ing|ions?) | (?:is|are|was|were|been|has|have|had|also)\ estimated
    | estimated\ (?:that|the|by|at|to)
    | (?:preliminary|provisional|initial|early)\ (?:\w+\ )?{_NUMBERS}
    | feared\ (?:\w+\ )?(?:dead|killed|trapped|drowned|buried|missing|lost|hurt|injured|displaced)
    | (?:is|was|are|were|officials|rescuers|authorities|it\ is|it\ was)\ (?:\w+ly\ )?feared )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_GOES_ON = re.compile(
    r"\b(?:and|but|while)\s+(?:\w+\s+)?(?:said|says|added|insisted|claimed|stated|put|puts)\b|,\s+saying\b",
    re.IGNORECASE,
)
_ESTIMATED_HERE = re.compile(
    r"\bestimated\s+(?:(?:at least|more than|over|some|about|nearly|total of)\s+)?$", re.IGNORECASE
)
"""Right before a number: of that number only."""


def certainty_of(
    text: str, claimed: bool, *, number: int | None = None, clause: tuple[int, int] | None = None
) -> Certainty:
    """How sure a sentence is of a figure in it, by its own words.

    Args:
        text: The sentence.
        claimed: Whether somebody is named who says so.
        number: Where the figure stands in it; None for the sentence as a whole.
        clause: The part that has the figure's source: "confirmed" and "estimates" elsewhere in the
            sentence are about another figure. A denial or a doubt at the end is about all of it.
    """
    own = text[slice(*clause)] if clause is not None else text
    if _is_unconfirmed(text) or _is_estimate(own) or _is_estimated(text, number):
        return Certainty.ESTIMATED
    if _is_disputed(text, number):
        return Certainty.DISPUTED
    if _is_confirmed(own):
        return Certainty.CONFIRMED
    return Certainty.CLAIMED if claimed else Certainty.STATED


def _is_disputed(text: str, number: int | None) -> bool:
    """A denial holds until its speaker goes on to say something: "denied X and said that two strikes ..."."""
    return any(number is None or goes_on is None or number < goes_on for goes_on in _disputed_until(text))


@lru_cache(maxsize=16)
def _disputed_until(text: str) -> tuple[int | None, ...]:
    """Where each denial's speaker goes on, None where he does not. A row has hundreds of numbers."""
    ends = (_GOES_ON.search(text, match.end()) for match in _DISPUTES.finditer(text))
    return tuple([end.start() if end is not None else None for end in ends])


@lru_cache(maxsize=16)
def _is_unconfirmed(text: str) -> bool:
    return _UNCONFIRMED.search(text) is not None


@lru_cache(maxsize=16)
def _is_estimate(text: str) -> bool:
    return _ESTIMATED.search(text) is not None


@lru_cache(maxsize=16)
def _is_confirmed(text: str) -> bool:
    return _CONFIRMED.search(text) is not None


def _is_estimated(text: str, number: int | None) -> bool:
    if number is None:
        return re.search(r"\bestimated\b", text, re.IGNORECASE) is not None
    return right_before(_ESTIMATED_HERE, text, number) is not None
