"""Which words of a Spanish or French article in capitals are names of places.

Of these languages fewer words are known than of English, so that a word nobody knows need not be a name. It
is one where a word of place governs it ("en X", "el municipio de X", "vers X"), or where the gazetteer has it
and the words before it may lead to a place; a name of several words, where the gazetteer has it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from summariser.lexicon import capitals_abroad as words
from summariser.lexicon.tongues import level
from summariser.normalise.gazetteer import Gazetteer
from summariser.vocabulary import is_ordinary_word, vocabulary

LANGUAGES: Final = frozenset(words.ARTICLES)
_LONGEST: Final = 5
_SHORTEST: Final = 3


class PlaceNames:
    """The names of places among the words of a text.

    Args:
        words: Each word, number or sign of the text.
        gaps: What stands before each of them.
        language: That of the text, one of ``LANGUAGES``.
        gazetteer: The places of the world; without it a name is what a word of place governs.
    """

    def __init__(
        self, words: Sequence[str], gaps: Sequence[str], language: str, gazetteer: Gazetteer | None
    ) -> None:
        self._words = [level(word.lower()).replace("’", "'") for word in words]
        self._with_accent = {at for at, word in enumerate(words) if word in {"À", "à"}}
        self._gaps = gaps
        self._language = language
        self._gazetteer = gazetteer
        self._found: dict[int, int] = {}

    def find(self) -> dict[int, int]:
        """The place of the first word of each name -> how many words it has."""
        at = 0
        while at < len(self._words):
            size = self._size(at) if self._is_word(at) else 0
            if size:
                self._found[at] = size
            at += max(size, 1)
        known = {self._bare(at) for at, size in self._found.items() if size == 1}
        taken = {i for at, size in self._found.items() for i in range(at, at + size)}
        for at in range(len(self._words)):
            if at not in taken and self._is_word(at) and self._bare(at) in known:
                self._found[at] = 1  # a name is one wherever it stands
        return self._found

    def _size(self, at: int) -> int:
        """How many words a name has that begins here; 0 where none does."""
        governed = self._governed(at)
        strange = self._is_strange(at)
        fore = self._bare(at) in words.FORE_NAMES[self._language]
        article = self._bare(at) in words.ARTICLES[self._language] and governed
        if strange or fore or article:
            size = self._known(at, least=2 if not governed or not strange else 1)
            if size:
                return size
        if governed != "surely":
            return 0
        if fore and self._follows(at) and self._is_strange(at + 1):
            return 2
        if self._after_article(at):
            return 0  # "en el estadio"
        return int(strange and not words.ENDINGS[self._language].search(self._bare(at)))

    def _known(self, at: int, least: int) -> int:
        """How many words from here are a name of the gazetteer: the longest that holds a strange word."""
        if self._gazetteer is None:
            return 0
        most = 1
        while most < _LONGEST and self._follows(at + most - 1):
            most += 1
        for size in range(most, least - 1, -1):
            last = at + size - 1
            if self._words[last] in words.LINKS or not any(map(self._is_strange, range(at, last + 1))):
                continue
            parts = [self._bare(at), *(self._gaps[i] + self._words[i] for i in range(at + 1, last + 1))]
            if _is_known("".join(parts), self._gazetteer, own=size == 1):
                return size
        return 0

    def _governed(self, at: int) -> str:
        """Whether the words before lead to a place: "surely", "maybe" or "" for not."""
        if self._elided(at) == "d'":
            return "surely" if at and self._words[at - 1] in words.SORTS[self._language] else "maybe"
        before = at - 1
        if not self._elided(at) and self._after_article(at):
            before -= 1
        if before < 0:
            return "maybe"  # a dateline
        word = self._words[before]
        if word in {"de", "del", "du"} and before and self._words[before - 1] in words.SORTS[self._language]:
            return "surely"
        if word in words.INTO_PLACES[self._language] or before in self._with_accent:
            return "surely"
        if word in words.MAYBE_INTO_PLACES[self._language] or word == "(":
            return "maybe"
        return "maybe" if word in {",", "/"} and self._is_name_before(before) else ""

    def _after_article(self, at: int) -> bool:
        return self._elided(at) == "l'" or (at > 0 and self._words[at - 1] in words.ARTICLES[self._language])

    def _is_name_before(self, at: int) -> bool:
        return any(self._found.get(at - size) == size for size in range(1, _LONGEST + 1))

    def _follows(self, at: int) -> bool:
        """Whether the next word goes on with this one: a blank or a hyphen between them."""
        return at + 1 < len(self._words) and self._is_word(at + 1) and self._gaps[at + 1] in {" ", "-"}

    def _is_word(self, at: int) -> bool:
        return self._words[at][:1].isalpha()

    def _elided(self, at: int) -> str:
        return elided(self._words[at], self._language)

    def _bare(self, at: int) -> str:
        return self._words[at][len(self._elided(at)) :]

    def _is_strange(self, at: int) -> bool:
        """Whether a word is none of the language's."""
        bare = self._bare(at)
        if len(bare) < _SHORTEST or bare in words.NO_NAMES[self._language] or bare in words.LINKS:
            return False
        return bare not in _bare_vocabulary(self._language) and not is_ordinary_word(bare, self._language)


def elided(word: str, language: str) -> str:
    """What French writes onto the front of a word: "d'" in "d'Aribinda"."""
    match = words.ELIDED.match(word) if language == "fr" else None
    return match[0] if match else ""


@cache
def _bare_vocabulary(language: str) -> frozenset[str]:
    """The ordinary words of a language without accents."""
    return frozenset(map(level, vocabulary(language)))


def _is_known(name: str, gazetteer: Gazetteer, own: bool) -> bool:
    """Whether the gazetteer has a name, as that which the place itself bears if ``own``."""
    return bool(
        any(place.primary or not own for place in gazetteer.places(name))
        or gazetteer.areas(name)
        or gazetteer.districts(name)
        or gazetteer.country(name) is not None
    )
