"""Which words are ordinary ones, in a text whose capitals or line ends do not say so.

No dictionary is carried along. The words that the lexicon is made of, and those that the place and number
readers know to be ordinary, are some 10,000 of the field; of running text they leave few out.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import ModuleType
from typing import Any, Final

from summariser import lexicon
from summariser.normalise import number_vocab
from summariser.normalise.place_tables import read_table
from summariser.normalise.place_words import lower_words

_WORD: Final = re.compile(r"(?<![\w\\])[a-zà-ÿ]{2,}(?!\w)")
_FOLDERS: Final = {"es": "spanish", "fr": "french", "ar": "arabic"}
_LISTS: Final = (
    *("common", "function", "numbers", "roles", "saying", "organisation", "place_sorts"),
    *("town_sorts", "before_place", "taking", "followers"),
)
_ENDINGS: Final = (
    *("s", "es", "d", "ed", "ing", "er", "ers", "r", "rs", "ly", "y", "al", "ness", "ment", "ments"),
    *("ion", "ions", "able", "less", "ful", "est", "ally"),
)


def is_ordinary_word(word: str, language: str = "en") -> bool:
    """Whether a word in lower case is an ordinary one, as it is or by its stem.

    >>> is_ordinary_word("displaced"), is_ordinary_word("shelling"), is_ordinary_word("karsa")
    (True, True, False)
    """
    known = vocabulary(language)
    if word in known:
        return True
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < 3:
            continue
        if stem in known or stem + "e" in known:
            return True
        if stem[-1] == stem[-2] and stem[:-1] in known:
            return True  # "stopped"
        if stem[-1] == "i" and language == "en" and stem[:-1] + "y" in known:
            return True  # "bodies"
    return False


@cache
def vocabulary(language: str = "en") -> frozenset[str]:
    """All ordinary words of a language that the library has in its tables, in lower case."""
    words = set(read_table("ordinary.json").get(language, "").split())
    if language == "en":
        words |= {word for name in _LISTS for word in lower_words(name)}
    for module in (*_modules(language), *((number_vocab,) if language == "en" else ())):
        for value in vars(module).values():
            for text in _texts(value):
                words.update(_WORD.findall(text))
    return frozenset(words)


def _modules(language: str) -> Iterator[ModuleType]:
    """The lexicon of a language: its own folder, or what lies outside all of these."""
    folder = (
        lexicon if language == "en" else importlib.import_module(f"{lexicon.__name__}.{_FOLDERS[language]}")
    )
    for found in pkgutil.iter_modules(folder.__path__, f"{folder.__name__}."):
        if not found.ispkg and not found.name.endswith("_abroad"):
            yield importlib.import_module(found.name)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, re.Pattern):
        yield str(value.pattern)
    elif isinstance(value, Mapping):
        for key, part in value.items():
            yield from _texts(key)
            yield from _texts(part)
    elif isinstance(value, (tuple, list, set, frozenset)):
        for part in value:
            yield from _texts(part)
