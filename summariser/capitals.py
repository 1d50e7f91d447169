"""Upper and lower case for an article that is all in capitals: telex, old wires, headings that run on.

Capitals tell names from words, and the readers of names, sides and sentences rest on them. Where all is in
capitals they are put back: what the tables know keeps its own spelling, ordinary words are in lower case, and
any other word is taken for a name; in Spanish and French, of which fewer words are known, where it stands as
a place does (`capitals_abroad`). Each letter stays in its place, so what is cited is the capitals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from summariser.capitals_abroad import LANGUAGES, PlaceNames, elided
from summariser.capitals_towns import towns_among
from summariser.lexicon.capitals_abroad import LINKS, TITLES
from summariser.normalise.actor_table import actor_rows
from summariser.normalise.gazetteer import Gazetteer
from summariser.normalise.place_tables import country_tables
from summariser.normalise.place_words import alias_sets, lower_words, word_list
from summariser.rewriting import Rewriting, rewritten
from summariser.sentences import guess_language
from summariser.vocabulary import is_ordinary_word

_COMMON: Final = "etaoinETAOIN"
_SHARE: Final = 20
"""So many capitals to one small letter, of the commonest letters."""
_FEWEST: Final = 40
_TOKEN: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+|\n|\S")
_STOPS: Final = frozenset(".!?:\n")
_NO_VOWEL: Final = re.compile(r"[B-DF-HJ-NP-TV-XZ]{2,6}")
_ENDING: Final = re.compile(
    r"\w{3}(?:tions?|(?:[cnprs]t|gn|rn|ss|ck|ng|at|it|iz|is|ur|ir)ed|(?<!j)ing|ly|ments?|ness|it(?:y|ies)|ous|ives?|[ai]ble)$"
)
"""How words end that are hardly names. Not "ed" and "ing" alone: "Ahmed", "Beijing"."""
_DEFINED: Final = re.compile(r"[(\[]([A-Z]{2,7})[)\]]")
_WRAPPED: Final = (55, 120)
"""Lines of so many characters may have been wrapped."""
_LONGEST: Final = 7
_DATE_WORDS: Final = frozenset({"in", "since", "early", "late", "last", "mid", "until", "by", "next"})
_DOUBTFUL_MONTHS: Final = frozenset({"march", "may"})
_CLOCK: Final = re.compile(r".{0,2}\b[AP]\.M\b")
_SUFFIXES: Final = frozenset({"st", "nd", "rd", "th", "am", "pm", "km", "kg", "cm", "mm"})
_FORE_NAMES: Final = frozenset(
    {
        *("north", "south", "east", "west", "upper", "lower", "new", "san", "santa", "saint", "st", "port"),
        *("fort", "mount", "lake", "al", "el", "abu", "la", "los", "las"),
    }
)
_PLACES: Final = lower_words("place_ends") - lower_words("place_sorts") | {
    *("camp", "site", "school", "college", "hall", "hospital", "university", "church", "mosque", "centre"),
    *("center", "gymnasium", "primary", "secondary", "parish", "high", "community", "coliseum", "shelter"),
}
_NO_PART: Final = lower_words("months") | lower_words("weekdays") | {"i"}
_BODIES: Final = ("Red Cross", "Red Crescent", "White Helmets", "Human Rights Watch", "Amnesty International")
_SMALL: Final = frozenset({"of", "the", "and", "for", "in", "on", "to", "at", "by"})


def is_shouted(text: str) -> bool:
    """Whether nearly every letter is a capital."""
    small, large = (sum(map(text.count, half)) for half in (_COMMON[:6], _COMMON[6:]))
    return large >= _FEWEST and large >= _SHARE * small


def with_small_letters(text: str, gazetteer: Gazetteer | None = None) -> Rewriting | None:
    """A shouted text with small letters where they belong; None where it is not shouted.

    Args:
        text: Any text.
        gazetteer: Tells names of places from words; without it fewer are told.
    """
    if not is_shouted(text):
        return None
    words = list(_TOKEN.finditer(text))
    cased = _Casing(text, words, gazetteer).spelt()
    edits = [
        (m.start(), m.end(), new)
        for m, new in zip(words, cased, strict=True)
        if new != m.group() and len(new) == len(m.group())
    ]
    return rewritten(text, edits)


class _Casing:
    """How each word of a shouted text is spelt."""

    def __init__(
        self, text: str, tokens: Sequence[re.Match[str]], gazetteer: Gazetteer | None = None
    ) -> None:
        self._text = text
        self._gazetteer = gazetteer
        self._tokens = [m.group() for m in tokens]
        self._starts = [m.start() for m in tokens]
        self._ends = [m.end() for m in tokens]
        self._low = [word.lower() for word in self._tokens]
        self._language = guess_language(text.lower())
        self._acronyms = {m[1] for m in _DEFINED.finditer(text) if not self._is_ordinary(m[1].lower())}
        self._spelt = [self._plain(at) for at in range(len(self._tokens))]

    def spelt(self) -> list[str]:
        self._put_places_abroad()
        self._put_known_names()
        self._put_towns()
        self._join_names()
        self._open_sentences()
        return self._spelt

    def _plain(self, at: int) -> str:
        """One word by itself."""
        word, low = self._tokens[at], self._low[at]
        if not word[0].isalpha():
            return word
        if _CLOCK.match(self._text, max(self._starts[at] - 2, 0), self._ends[at] + 2) or low in _SUFFIXES:
            return low
        if self._is_code(at):
            return word
        if word in self._acronyms or (word in word_list("acronyms") and self._is_body(at)):
            return word
        if self._language not in LANGUAGES and low in lower_words("months") | lower_words("weekdays"):
            return _title(word) if self._is_day(at) else low
        if self._language != "en":
            glued = elided(word, self._language)
            bare = word[len(glued) :]
            if glued and bare in word_list("acronyms") and not self._is_ordinary(bare.lower()):
                return low[: len(glued)] + bare
            return word if _NO_VOWEL.fullmatch(word) and len(word) > 2 else self._abroad(at)
        if word == "I":
            return word
        bare = re.sub(r"['’]s?$", "", low)
        if len(word) == 1 or self._is_ordinary(bare) or _ENDING.search(bare):
            return low
        return word if _NO_VOWEL.fullmatch(word) else _title(word)

    def _abroad(self, at: int) -> str:
        """Of the words of other languages few are known: names of people follow titles."""
        low, before = self._low[at], self._low[at - 1] if at else ""
        if self._is_ordinary(low) or before not in TITLES:
            return low
        return _title(self._tokens[at])

    def _put_places_abroad(self) -> None:
        """Names of places in Spanish and French, with their small words small."""
        if self._language not in LANGUAGES:
            return
        taken = [at for at, word in enumerate(self._tokens) if word != "-"]
        ends = [0, *(self._ends[at] for at in taken)]
        gaps = [self._text[end : self._starts[at]] for end, at in zip(ends, taken, strict=False)]
        names = PlaceNames([self._tokens[at] for at in taken], gaps, self._language, self._gazetteer).find()
        for first, size in names.items():
            for at in taken[first : first + size]:
                if at == taken[first] or self._low[at] not in LINKS:
                    before = len(elided(self._tokens[at], self._language))
                    self._spelt[at] = self._low[at][:before] + _title(self._tokens[at][before:])

    def _put_towns(self) -> None:
        if self._language == "en":
            ordinary = [self._is_ordinary(low) for low in self._low]
            titled = [_title(word) if word[0].isalpha() else word for word in self._tokens]
            for at in towns_among(self._low, titled, ordinary, self._gazetteer):
                self._spelt[at] = _title(self._tokens[at])

    def _is_ordinary(self, low: str) -> bool:
        return is_ordinary_word(low, self._language)

    def _is_body(self, at: int) -> bool:
        """Whether letters that are a word as well are a body here: "the WHO", "the UN", not "who"."""
        if self._text[self._starts[at] - 1 : self._starts[at]] == "-":
            return False
        if not self._is_ordinary(self._low[at]):
            return True
        return at > 0 and self._low[at - 1] == "the" and self._language == "en"

    def _is_code(self, at: int) -> bool:
        """Letters with figures or dotted: "M23", "AK-47", "U.S."."""
        word = self._tokens[at]
        start, end = self._starts[at], self._ends[at]
        before, after = self._text[start - 1 : start], self._text[end : end + 1]
        if before.isdigit() or after.isdigit():
            return True
        if len(word) == 1 and (after == "." or before == "."):
            return True
        return len(word) <= 3 and after == "-" and self._text[end + 1 : end + 2].isdigit()

    def _is_day(self, at: int) -> bool:
        if self._low[at] not in _DOUBTFUL_MONTHS:
            return True
        before = self._low[at - 1] if at else ""
        after = self._low[at + 1] if at + 1 < len(self._low) else ""
        return (
            before.isdigit()
            or after.isdigit()
            or (self._low[at] == "march" and before in _DATE_WORDS - {"of"})
        )

    def _put_known_names(self) -> None:
        """Names of the tables as they are spelt there, the longest first."""
        names, at = _known_names(), 0
        while at < len(self._tokens):
            size = self._known_at(at, names)
            at += max(size, 1)

    def _known_at(self, at: int, names: dict[str, str]) -> int:
        if not self._tokens[at][0].isalnum():
            return 0
        for size in range(min(_LONGEST, len(self._tokens) - at), 0, -1):
            first, last = self._starts[at], self._ends[at + size - 1]
            spelt = names.get(" ".join(self._text[first:last].lower().split()).replace("’", "'"))
            if spelt is None or (spelt.isupper() and self._is_titled(at)):
                continue
            for i in range(at, at + size):
                offset = len(" ".join(self._text[first : self._starts[i]].split()))
                offset += bool(i > at and self._text[self._starts[i] - 1].isspace())
                self._spelt[i] = spelt[offset : offset + len(self._tokens[i])]
            return size
        return 0

    def _is_titled(self, at: int) -> bool:
        """ "MAYOR ANA ROCA" is no Afghan National Army."""
        before = self._low[max(at - 2, 0) : at]
        return before[-1:] != ["."] and before[-1:] != [] and before[-1] in lower_words("titles")

    def _join_names(self) -> None:
        """Titles, directions and sorts of places that belong to the name behind them."""
        heads = lower_words("titles") | lower_words("place_heads") | _FORE_NAMES
        if self._language != "en":
            return
        for at in range(len(self._tokens) - 2, -1, -1):
            low = self._low[at]
            if low not in heads:
                continue
            after = at + 1
            if self._tokens[after] in ".-" and after + 1 < len(self._tokens):
                after += 1
            if self._spelt[after][:1].isupper() and self._is_near(at, after):
                self._spelt[at] = _title(self._tokens[at])
        for at in range(1, len(self._tokens)):
            named = self._spelt[at - 1][:1].isupper() and self._low[at - 1] not in _NO_PART
            if named and self._low[at] in _PLACES and self._is_near(at - 1, at):
                self._spelt[at] = _title(self._tokens[at])

    def _is_near(self, at: int, after: int) -> bool:
        return not self._text[self._ends[at] : self._starts[after]].strip(" .-")

    def _open_sentences(self) -> None:
        opens = True
        for at, word in enumerate(self._tokens):
            if word[0].isalpha():
                if opens and self._spelt[at].islower():
                    self._spelt[at] = word[0] + self._spelt[at][1:]
                opens = False
            elif word in _STOPS:
                opens = opens or (self._ends_line(at) if word == "\n" else not self._is_abbreviated(at))
            elif word.isdigit():
                opens = False

    def _ends_line(self, at: int) -> bool:
        """Whether a line end is none of wrapped text: the line is short or long, or an empty one follows."""
        start, end = self._starts[at], self._ends[at]
        length = start - self._text.rfind("\n", 0, start) - 1
        return not _WRAPPED[0] <= length <= _WRAPPED[1] or self._text[end : end + 1] == "\n"

    def _is_abbreviated(self, at: int) -> bool:
        before = self._tokens[at - 1] if at else ""
        return before.isalpha() and (len(before) == 1 or before.lower() in lower_words("titles"))


def _title(word: str) -> str:
    """ "O'BRIEN" as "O'Brien", "KARSA'S" as "Karsa's"."""
    head, mark, tail = word[0], "", ""
    for at, letter in enumerate(word):
        if letter in "'’":
            head, mark, tail = word[:at], letter, word[at + 1 :]
            break
    else:
        return word[0] + word[1:].lower()
    rest = tail.lower() if len(tail) < 3 or len(head) > 2 else tail[0] + tail[1:].lower()
    return head[0] + head[1:].lower() + mark + rest


@cache
def _known_names() -> dict[str, str]:
    """Names by their lower-case form: actors, countries, peoples, places and bodies of the tables."""
    names: dict[str, str] = {}
    ordinary = lower_words("common") | lower_words("function")
    for name in (*_bodies(), *_BODIES):
        low = name.lower()
        if name != low and low not in ordinary and not (name.isupper() and is_ordinary_word(low)):
            names.setdefault(low, name)
    countries = country_tables()
    for key in (*countries.by_name, *countries.by_demonym):
        if key not in ordinary and len(key) > 3:
            names.setdefault(key, _each_title(key))
    return names


def _bodies() -> Iterator[str]:
    for aliases in alias_sets():
        yield from aliases
    yield from word_list("groups")
    yield from word_list("peoples")
    yield from word_list("acronyms")
    for row in actor_rows():
        yield from (row["name"], *row["aliases"])


def _each_title(words: str) -> str:
    return " ".join(w if w in _SMALL else w[:1].upper() + w[1:] for w in words.split())
