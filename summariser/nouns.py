"""Words as they stand in a sentence, and what a noun can stand for on a side of an event."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from summariser.lexicon import blame, parties
from summariser.lexicon.function_words import NUMBERS
from summariser.normalise.place_tables import demonym_codes
from summariser.schemas.codebooks import ActorKind

_TOKEN: Final = re.compile(r"\w+(?:[-‑'’./&]\w+)*|[^\w\s]")
_CALLING: Final = re.compile(
    r"[\w-]*(?:work|mak|sell|keep|bear|driv|dwell|seek|herd|grow|pick|farm|hunt|deal|play|teach|gather|organiz|organis|campaign)ers?"
    r"|[\w-]*(?:collect|inspect|survey|audit)ors?|\w{3,}(?:ologist|ographer|ician)s?"
    r"|\w{4,}(?:wom[ae]n|folk|smiths?|wrights?|goers?)"
    r"|\w*(?:boat|work|yard|plough|milk|dust|trades|fore|ferry|crafts|sports|states|ombuds|trawler)m[ae]n"
    r"|[\w-]+-(?!(?:border|over|quarter|power|number|water|order|river|paper|letter)s?$)(?:\w{3,}(?:[^aeiou]er|or|ist)s?)"
)
"""Callings by their endings: "bread-seller", "boatman", "moviegoers"."""
_PERSON: Final = frozenset({"person"})
_POSSESSIVE: Final = re.compile(r"['’]s?$")
_KINDS: Final = (
    ("doer", parties.DOERS),
    ("may", parties.MAY_DO),
    ("person", parties.PEOPLE),
    ("thing", parties.THINGS),
    ("weapon", parties.WEAPONS),
    ("settled", parties.SETTLED),
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark of a sentence."""

    key: str
    """In lower case, without a possessive ending."""
    text: str
    start: int
    end: int
    owns: bool = False
    """Whether it ends in a possessive."""

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[0].isupper()

    @property
    def is_word(self) -> bool:
        """Whether it is no mark."""
        return self.text[0].isalnum()


def is_number(token: Token) -> bool:
    """A count, in digits or words; not a measure: "7.65 caliber"."""
    return token.key in NUMBERS or token.key.replace(",", "").isdigit()


def singular(word: str) -> str:
    """A noun without its plural ending."""
    if word in parties.IRREGULAR:
        return parties.IRREGULAR[word]
    if word.endswith("men") and len(word) > 4:  # "policemen", not "men"
        return f"{word[:-3]}man"
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("ses", "shes", "ches", "xes")) and len(word) > 5:
        return (
            word[:-1] if word.endswith("ses") and word[:-1] in parties.THINGS | parties.PEOPLE else word[:-2]
        )
    if word.endswith("s") and not word.endswith("ss") and len(word) > 3:
        return word[:-1]
    return word


def people_kind(words: str, *, suffers: bool) -> ActorKind:
    """What kind of actor people are who have no name of their own: "two lieutenants", "a judge".

    Args:
        words: What they are called, or the name and title of one.
        suffers: Whether they suffered it: whoever is not known to be armed is then a civilian.
    """
    heads = [singular(w.key) for w in tokenise(words) if w.is_word]
    core = heads[: heads.index("of")] if "of" in heads else heads
    if any(h in parties.ARMED_PEOPLE for h in core) or core == ["officer"]:
        return ActorKind.STATE_FORCES
    if core and "doer" in kinds_of(core[-1]):
        return ActorKind.POLITICAL_MILITIA
    named = any(w[:1].isupper() for w in words.split()[1:])
    if core and "force" in core:
        return ActorKind.UNKNOWN  # "the combined forces of": armed, nothing says for whom
    if suffers and core and (named or kinds_of(core[-1]) & {"person", "thing", "settled"}):
        return ActorKind.CIVILIANS
    return ActorKind.UNKNOWN


@lru_cache(maxsize=1024)
def kinds_of(key: str) -> frozenset[str]:
    """What a noun can stand for."""
    forms = {key, singular(key)}
    if "-" in key:  # "bodyguard-chauffeur", "power-pole"
        forms |= {singular(key.rsplit("-", 1)[1])}
    found = frozenset(kind for kind, heads in _KINDS if forms & heads)
    return found or (_PERSON if _CALLING.fullmatch(key) is not None else found)


def calls_a_people(token: Token) -> bool | None:
    """Whether a word calls people by where they are from or what they believe: "Afghans", "a Tuareg".

    Returns:
        True for a plural, which can be nothing else; None for a form that is an adjective as well.
    """
    if not token.capital:
        return False
    one = singular(token.key)
    if one not in parties.PEOPLES and not demonym_codes(one.capitalize()):
        return False
    return True if one != token.key else None


def tokenise(text: str, offset: int = 0) -> list[Token]:
    """The words and marks of a stretch of text."""
    found = []
    for match in _TOKEN.finditer(text):
        word = match.group()
        bare = _POSSESSIVE.sub("", word) if "'" in word or "’" in word else word
        owns = bare != word
        found.append(Token(bare.lower() or word, word, offset + match.start(), offset + match.end(), owns))
    for at in range(len(found) - 2, -1, -1):  # "guerrillas' attack": the mark is part of the word
        mark, owner = found[at + 1], found[at]
        if mark.text in "'’" and mark.start == owner.end and owner.key.endswith("s"):
            found[at : at + 2] = [Token(owner.key, owner.text + mark.text, owner.start, mark.end, True)]
    return found


def names_weapon(noun: str, words: str) -> bool:
    """Whether the noun of a phrase means a weapon there: "explosive device", not "charges of fraud"."""
    head = singular(noun)
    if head in blame.OFTEN_NO_WEAPON:
        return blame.SAYS_WEAPON.search(words) is not None
    if head in {"charge", "device"}:
        return blame.SAYS_BOMB.search(words) is not None
    return head != "cocktail" or "molotov" in words.lower()
