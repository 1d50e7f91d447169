"""Towns of an English text in capitals whose names are words as well: "IN TYRE, THREE PARAMEDICS DIED".

Such a word is a town where a word of place stands right before it, without an article, and something that is
no word behind it, and where the gazetteer has a town of this very name in a country that the text names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from summariser.lexicon.function_words import words
from summariser.normalise.gazetteer import Gazetteer
from summariser.normalise.place_tables import country_codes, demonym_codes

_BEFORE: Final = frozenset({"in", "near", "into", "from", "outside", "around", "towards", "toward", "at"})
_NEVER: Final = words(
    "addition all fact general part particular place return short total turn march may august battle hope "
    "need order peace prison home work school church hospital court custody detention hiding exile once "
    "least best most"
)
"""What follows such a word as often as a town does."""
_SHORTEST: Final = 4


def towns_among(
    tokens: Sequence[str], titled: Sequence[str], is_ordinary: Sequence[bool], gazetteer: Gazetteer | None
) -> list[int]:
    """The places of the words that are towns.

    Args:
        tokens: Each word, number or sign of the text, in small letters.
        titled: The same, each word with a capital.
        is_ordinary: Whether each is a word that anybody knows.
        gazetteer: The places of the world; without it none is told.
    """
    if gazetteer is None:
        return []
    found = [
        at
        for at, (before, low) in enumerate(pairwise(("", *tokens)))
        if is_ordinary[at]
        and before in _BEFORE
        and low not in _NEVER
        and len(low) >= _SHORTEST
        and not tokens[min(at + 1, len(tokens) - 1)][:1].isalnum()
        and gazetteer.places(low)
    ]
    if not found:
        return []
    names = {re.sub(r"['’]s?$", "", word) for word in titled}
    countries = {code for name in names for code in (*demonym_codes(name), *country_codes(name))}
    return [
        at
        for at in found
        if any(place.primary and place.country in countries for place in gazetteer.places(tokens[at]))
    ]
