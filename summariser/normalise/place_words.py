"""Words that look like places and are not, and what stands around a place in a sentence."""

from __future__ import annotations

import functools
import re
from typing import Any

from summariser.normalise.place_keys import exact_key
from summariser.normalise.place_tables import country_codes, demonym_codes, read_table, region_tables

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*\.?")


@functools.cache
def word_list(name: str) -> frozenset[str]:
    """One list of words.json, in lower case unless its words are names."""
    words: str = _document()[name]
    return frozenset(words.split())


@functools.cache
def lower_words(name: str) -> frozenset[str]:
    """One list of words.json in lower case."""
    return frozenset(word.lower() for word in word_list(name))


@functools.cache
def _document() -> Any:
    return read_table("words.json")


@functools.cache
def alias_sets() -> tuple[tuple[str, ...], ...]:
    """Names of one and the same body, as words.json lists them."""
    return tuple(tuple(line.split("|")) for line in _document()["alias_sets"])


@functools.cache
def never_places() -> frozenset[str]:
    """Lower-case words that no context makes a place: months, weekdays, numbers, technical terms."""
    return lower_words("months") | lower_words("weekdays") | lower_words("numbers") | lower_words("not_names")


@functools.cache
def _ordinary_words() -> frozenset[str]:
    return lower_words("common") | lower_words("towns") | lower_words("titles") | never_places()


def is_ordinary(words: str) -> bool:
    """Are these ordinary words, although a town somewhere bears them ("Police", "High Level")?

    >>> is_ordinary("Nice"), is_ordinary("March"), is_ordinary("Goma"), is_ordinary("Red Cross")
    (True, True, False, True)
    """
    parts = words.lower().replace(".", " ").split()
    return bool(parts) and all(part in _ordinary_words() for part in parts)


def is_place_like(words: str, sentence: str) -> bool:
    """Do the words stand in this sentence as a place could?

    A person's surname may be a town as well ("Mr. Washington", "Mustafa Bali"), and an ordinary word
    may be ("Police said"). Each mention is judged by its neighbours, and one good mention is enough.
    The answer for words that the sentence does not hold is that of the words alone.
    """
    bare = words.strip()
    if not bare or bare.lower() in never_places():
        return False
    verdicts = [
        _mention_is_place_like(bare, sentence, match.start(), match.end())
        for match in re.finditer(rf"(?<!\w){re.escape(bare)}(?!\w)", sentence)
    ]
    return any(verdicts) if verdicts else not is_ordinary(bare)


def _mention_is_place_like(words: str, sentence: str, start: int, end: int) -> bool:
    before = _WORD.findall(sentence[max(0, start - 60) : start])
    after = _WORD.findall(sentence[end : end + 60])
    gap_before, gap_after = sentence[:start][-1:], sentence[end : end + 2]
    previous = before[-1] if before else ""
    following = after[0] if after else ""
    if previous.rstrip(".") in word_list("titles") and gap_before == " ":
        return False
    if following.lower() in lower_words("town_sorts") | lower_words("place_sorts") and gap_after[:1] == " ":
        return True
    if gap_after == ", " and country_codes(following):
        return True
    if _is_name_part(previous, before) and gap_before == " ":
        return False  # "Mustafa Bali": a given name stands before it
    if (
        following[:1].isupper()
        and gap_after[:1] == " "
        and following.lower() not in lower_words("place_ends")
    ):
        return bool(demonym_codes(following))
    if previous.lower() in lower_words("before_place"):
        return True
    known = bool(country_codes(words)) or exact_key(words) in region_tables().parts
    if following in word_list("saying") or previous in word_list("saying"):
        return known
    return known or not is_ordinary(words)


def _is_name_part(previous: str, before: list[str]) -> bool:
    """A capital that is neither a direction, a demonym, a sentence's first common word nor a place's."""
    if not previous[:1].isupper() or previous.endswith("."):
        return False
    lower = previous.lower()
    if lower in lower_words("before_place") or demonym_codes(previous):
        return False
    return not (len(before) == 1 and lower in lower_words("common"))
