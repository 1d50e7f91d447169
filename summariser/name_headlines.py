"""Names in sentences where capitals say nothing: telex style, shouted headlines, Title Case.

There only what is known counts: names that other sentences of the article hold, countries, acronyms of
well-known bodies, towns and areas of the gazetteer after a word of place, and what follows a title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from summariser.name_kinds import Evidence, is_people
from summariser.name_tokens import Token
from summariser.normalise.place_tables import country_codes, is_acronym
from summariser.normalise.place_words import is_ordinary, lower_words, never_places, word_list
from summariser.normalise.places import PlaceResolver

# Three to six consonants are an acronym in any style; one with vowels is not to be told from a word.
_NO_VOWEL = re.compile(r"[B-DF-HJ-NP-TV-XZ]{3,6}")
# A row of a table: the place and its number, "Borno: 1,434", "Borno 1,434".
_ROW = re.compile(
    r"(?: (?:province|state|district|region|county|department|island)s?)?\s*[:–—-]?\s*\d", re.IGNORECASE
)
_LONGEST = 6
_SHARE = 0.75
_FEWEST = 4
_SMALL_WORDS = 3


def is_headline(tokens: Sequence[Token], sentence: str) -> bool:
    """Do capitals say nothing here, because nearly every word of some length has one?

    >>> from summariser.name_tokens import tokenise
    >>> line = "Rebels Kill Dozens in Northern Syria Attack"
    >>> is_headline(tokenise(line, 0, len(line)), line)
    True
    """
    words = [token for token in tokens if token.text.isalpha() and len(token.text) > _SMALL_WORDS]
    if len(words) < _FEWEST:
        return False
    if sum(token.shouted for token in words) >= _SHARE * len(words):
        return True
    ends = sentence.rstrip()[-1:] in (".", "!", "?", "”", '"')
    return not ends and sum(token.capital for token in words) >= _SHARE * len(words)


def find_in_headline(
    tokens: Sequence[Token], known: AbstractSet[str], text: str, resolver: PlaceResolver | None
) -> Iterator[tuple[int, int, Evidence]]:
    """Spans of names in such a sentence, left to right, with their evidence."""
    index = 0
    while index < len(tokens):
        size, evidence = _name_at(tokens, index, known, text, resolver)
        if size:
            yield tokens[index].start, tokens[index + size - 1].end, evidence
        index += max(size, 1)


def _name_at(
    tokens: Sequence[Token], index: int, known: AbstractSet[str], text: str, resolver: PlaceResolver | None
) -> tuple[int, Evidence]:
    if not tokens[index].capital or tokens[index].lower in never_places():
        return 0, Evidence()
    before = tokens[index - 1].lower if index else ""
    located = before in lower_words("before_place")
    evidence = Evidence(place=1.0, located=True) if located else Evidence()
    located = located or before == "of" or before in word_list("taking")
    for size in range(min(_LONGEST, len(tokens) - index), 0, -1):
        last = tokens[index + size - 1]
        if not last.capital or not _in_one_piece(tokens, index, size):
            continue
        words = text[tokens[index].start : last.end]
        if words.casefold() in known and not (size == 1 and is_ordinary(words) and not is_acronym(words)):
            return size, evidence
        if _is_known(words) or (located and _is_place(words, resolver)):
            return size, evidence
        if _ROW.match(text, last.end) and _is_place(words, resolver):
            return size, Evidence(place=2.0, located=True)
    if index and tokens[index - 1].text.rstrip(".").title() in word_list("titles"):
        return _person(tokens, index)
    return 0, Evidence()


def _in_one_piece(tokens: Sequence[Token], index: int, size: int) -> bool:
    return all(token.gap.isspace() for token in tokens[index + 1 : index + size])


def _is_known(words: str) -> bool:
    """Known without the gazetteer. Short country codes only in capitals: "US" is a word in telex too."""
    if words in word_list("acronyms") or (words.isupper() and _NO_VOWEL.fullmatch(words)):
        return True
    spelt = words.title() if words.isupper() else words
    return bool(country_codes(words)) or is_people(spelt) or spelt in word_list("groups")


def _is_place(words: str, resolver: PlaceResolver | None) -> bool:
    if resolver is None or is_ordinary(words) or len(words) < 3:
        return False
    return bool(resolver.gazetteer.areas(words) or resolver.gazetteer.places(words))


def _person(tokens: Sequence[Token], index: int) -> tuple[int, Evidence]:
    """One to three words after a title, up to the first ordinary one: "GENERAL JORGE RABANAL SAID"."""
    size = 0
    while size < 3 and index + size < len(tokens):
        token = tokens[index + size]
        if not token.capital or is_ordinary(token.text) or (size and not token.gap.isspace()):
            break
        size += 1
    return size, Evidence(person=4.0)
