"""Runs of capitals that may be names: found, joined over their particles, and trimmed.

What is trimmed is as telling as what is left: a title says that a person follows, a demonym that what
follows is of that country. Days, months and numbers end a run wherever they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summariser.lexicon import place_frames as frames
from summariser.name_tokens import LINKS, PARTICLES, Token
from summariser.normalise.place_tables import country_codes, demonym_codes
from summariser.normalise.place_words import is_ordinary, lower_words, never_places, word_list

_MOST_TOKENS = 12
_ABBREVIATED = re.compile(r"^\.\s?$")
_OPENS = re.compile(r"(?:[“\"«‘:;•–—\[\])]|--)\s*['\"“‘]?$|\n\s*$")


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens first to last (inclusive) of a sentence, that may be one name."""

    tokens: Sequence[Token]
    first: int
    last: int
    titled: bool = False
    """A title stood before it ("Gen.", "President") and was left out."""
    opens: bool = False
    """Its capital may be owed to the start of the sentence or of a quotation."""

    @property
    def words(self) -> list[str]:
        """Its words, with the links between them."""
        return [token.text for token in self.tokens[self.first : self.last + 1]]

    @property
    def start(self) -> int:
        """First code point."""
        return self.tokens[self.first].start

    @property
    def end(self) -> int:
        """One past the last code point."""
        return self.tokens[self.last].end

    def previous(self, back: int = 1) -> Token | None:
        """The token `back` places before it, if the sentence has one."""
        index = self.first - back
        return self.tokens[index] if index >= 0 else None

    def following(self, ahead: int = 1) -> Token | None:
        """The token `ahead` places after it, if the sentence has one."""
        index = self.last + ahead
        return self.tokens[index] if index < len(self.tokens) else None


def find_runs(tokens: Sequence[Token]) -> Iterator[Run]:
    """The runs of a sentence in text order, trimmed."""
    index = 0
    while index < len(tokens):
        if not _counts(tokens[index]):
            index += 1
            continue
        last = _extend(tokens, index)
        for first, end in _split_at_title(tokens, index, last):
            yield from _trim(tokens, first, end)
        index = last + 1


def is_organisation_word(word: str) -> bool:
    """Does a name that ends with this word, or leads with it, name a body ("Forces", "Ministry")?"""
    return word in word_list("organisation") or word in word_list("organisation_heads")


def _counts(token: Token) -> bool:
    return token.capital and token.lower not in never_places()


def _extend(tokens: Sequence[Token], first: int) -> int:
    """Index of the last token of the run that starts at `first`."""
    last = first
    while last + 1 < len(tokens) and last - first < _MOST_TOKENS:
        if tokens[last].compound or (tokens[last].possessive and not _is_bazar(tokens, last)):
            break  # "Syria's Idlib" and "US-backed Kurds" are two names each
        step = _next_part(tokens, first, last)
        if step is None:
            break
        last = step
    return last


def _is_bazar(tokens: Sequence[Token], last: int) -> bool:
    """ "Cox's Bazar" is one name, possessive as it looks."""
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    return tokens[last].text == "Cox" and after is not None and after.text in ("Bazar", "Bazaar")


def _next_part(tokens: Sequence[Token], first: int, last: int) -> int | None:
    """Index of the token that continues the name, over its particles; None if the name ends."""
    index = last + 1
    if index < len(tokens) and _is_numbered(tokens[last], tokens[index]):
        return index
    while index < len(tokens) and index - last <= 3 and _adjacent(tokens[index - 1], tokens[index]):
        token = tokens[index]
        if _counts(token):
            links = [item.text for item in tokens[last + 1 : index]]
            return index if _may_link(tokens, first, last, index, links) else None
        if token.text not in PARTICLES and token.text not in LINKS:
            return None
        index += 1
    return None


def _is_numbered(sort: Token, token: Token) -> bool:
    """ "District 10", "Camp 9": a sort of place in capitals, and its number."""
    return (
        sort.text in frames.NUMBERED and token.gap == " " and frames.NUMBER.fullmatch(token.text) is not None
    )


def _adjacent(before: Token, token: Token) -> bool:
    if token.gap.isspace():
        return token.gap.count("\n") < 2
    abbreviated = (
        len(before.text) == 1 or before.text in word_list("titles") or before.lower in ("st", "mt", "ft")
    )
    return abbreviated and _ABBREVIATED.match(token.gap) is not None


def _may_link(tokens: Sequence[Token], first: int, last: int, index: int, links: list[str]) -> bool:
    """May the words between two capitals stand inside a name?

    "Ministry of Health" and "Republic of the Congo" hold their link, "President of Syria" does not;
    "and" links only inside a known country or after a body's "of" ("Ministry of Health and Welfare").
    """
    if links == ["y"]:
        return False  # "en Tena y Puyo" names two places; "Ramón y Cajal" is lost to this rule
    linking = [word for word in links if word in LINKS and word != "the"]
    if "the" in links and not linking:
        return False
    if not linking:
        return True
    left = [token.text for token in tokens[first : last + 1]]
    if linking[0] in ("and", "&"):
        whole = " ".join([*left, *links, tokens[index].text])
        return bool(country_codes(whole)) or linking[0] == "&" or _food_and_agriculture(tokens, left, index)
    head = left[-1] if linking[0] == "of" else next(filter(is_organisation_word, left), "")
    if head in word_list("titles") and head not in word_list("organisation_heads"):
        return False
    if is_organisation_word(head) or (linking[0] == "of" and head in word_list("place_heads")):
        return True
    # "Institute for the Study of War": a body's name that is already linked once goes on.
    return "for" in left and any(word in word_list("organisation_heads") for word in left)


def _food_and_agriculture(tokens: Sequence[Token], left: list[str], index: int) -> bool:
    """ "Ministry of Health and Welfare", "Food and Agriculture Organization"; not "Health and Hamas"."""
    if "of" in left and any(word in word_list("organisation_heads") for word in left):
        return is_ordinary(tokens[index].text) or (not tokens[index].shouted and is_ordinary(left[-1]))
    after = [token.text for token in tokens[index + 1 : index + 3] if token.capital]
    return len(left) == 1 and is_ordinary(left[0]) and any(map(is_organisation_word, after))


def _split_at_title(tokens: Sequence[Token], first: int, last: int) -> Iterator[tuple[int, int]]:
    """ "Supreme Court President Luis Maldonado" is a body and a person."""
    for index in range(first + 1, last):
        if (
            tokens[index].text.rstrip(".") in word_list("titles")
            and tokens[index - 1].text.rstrip(".") not in word_list("titles")
            and tokens[index + 1].capital
            and not is_body(tokens, index, last)
        ):
            yield first, index - 1
            first = index
    yield first, last


def _trim(tokens: Sequence[Token], first: int, last: int) -> Iterator[Run]:
    opens = first == 0 or _OPENS.search(tokens[first].gap) is not None
    start = first
    dropped = lower_words("function") if opens else ("the", "a", "an")
    while first <= last and tokens[first].lower in dropped and not _is_known_acronym(tokens[first]):
        first += 1
    first = _without_description(tokens, first, last)
    titled = False
    while first <= last and _is_title(tokens, first, last):
        titled, first = True, first + 1
    while first <= last and not tokens[first].capital:
        first += 1
    while last >= first and (tokens[last].text in word_list("titles") and last > first):
        last -= 1
    while last > first and not tokens[last].capital and not _is_numbered(tokens[last - 1], tokens[last]):
        last -= 1
    while last >= first and not tokens[last].capital and last == first:
        last -= 1
    if first <= last:
        yield Run(tokens, first, last, titled, opens and first == start)


def _is_known_acronym(token: Token) -> bool:
    """ "US" and "WHO" are no function words."""
    return token.shouted and (bool(country_codes(token.text)) or token.text in word_list("acronyms"))


def _without_description(tokens: Sequence[Token], first: int, last: int) -> int:
    """Past the adjectives before a name: "Iraqi Prime Minister X", "Northern Syria", "British Y"."""
    if first > last or is_body(tokens, first, last):
        return first
    while first < last:
        rest = " ".join(token.text for token in tokens[first : last + 1])
        if country_codes(rest):
            break
        word = tokens[first]
        pair = f"{word.text} {tokens[first + 1].text}"
        if demonym_codes(pair) and first + 1 < last:
            first += 2
        elif (
            demonym_codes(word.text)
            or word.text in word_list("peoples")
            or (word.lower in lower_words("before_place") and country_codes(rest.partition(" ")[2]))
        ):
            first += 1
        else:
            break
    return first


def is_body(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Do the tokens end or lead with the word of a body ("Syrian Observatory for Human Rights")?"""
    words = [token.text for token in tokens[first : last + 1] if token.capital]
    if len(words) < 2:
        return False
    return words[-1] in word_list("organisation") or any(
        word in word_list("organisation_heads") for word in words[:-1] if word not in word_list("titles")
    )


def _is_title(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Is this word a title of what follows, or all there is ("the President")?"""
    word = tokens[first].text.rstrip(".")
    if word not in word_list("titles"):
        return False
    # "General Assembly" and "Justice Ministry" are bodies, "General Motors" is lost to this rule.
    return not is_body(tokens, first, last) or (
        last - first > 1 and tokens[first + 1].text in word_list("titles")
    )
