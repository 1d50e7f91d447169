"""Noun phrases of a sentence that can stand on a side of an event: people, bodies, things, weapons.

No parser: a phrase is found by its head (`lexicon/parties.py`, or a name that the reading holds) and grows
to the left over what may qualify a noun, to the right over a name ("Mayor Ana Roca") or over whose it is
("offices of the Harbour Company"). What a phrase is called leaves out its article and its number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from summariser.lexicon import parties
from summariser.lexicon.actor_kinds import STATE_BODY
from summariser.lexicon.deeds import BURST, DEED_NOUNS, FIND, HARM, WIELD
from summariser.lexicon.function_words import (
    ADVERBS,
    ARTICLES,
    DETERMINERS,
    HEDGES,
    MODALS,
    NAME_PARTICLES,
    NOUNS_IN_ING,
    NUMBERS,
    OTHER_VERBS,
    PREPOSITIONS,
    STOPS,
    WHOSE,
)
from summariser.nouns import Token, calls_a_people, is_number, kinds_of, singular, tokenise
from summariser.reading import Reading
from summariser.schemas.codebooks import ActorKind

_BODIES: Final = frozenset(
    {
        ActorKind.STATE_FORCES,
        ActorKind.REBEL_GROUP,
        ActorKind.POLITICAL_MILITIA,
        ActorKind.IDENTITY_MILITIA,
        ActorKind.EXTERNAL_FORCES,
        ActorKind.UNKNOWN,
    }
)
_MOST_QUALIFIERS: Final = 7
_DEED: Final = re.compile(DEED_NOUNS)
_BEFORE_OWNER: Final = DETERMINERS | NUMBERS | HEDGES | {"to", "by", "at"}
_COMPANY: Final = {"inc", "ltd", "corp", "co", "plc", "llc"}
_VERBS_AFTER: Final = MODALS | {"they", "who"}
_DAYTIMES: Final = {"morning", "afternoon", "evening", "night", "dawn", "midnight", "noon", "midday", "dusk"}
_OF_A_STATE: Final = {"agency", "service", "command", "directorate"}
_FORCE: Final = frozenset({"body", "may"})
_OF_A_PEOPLE: Final = frozenset({"person", "may"})
_MANNER: Final = {"heavily", "newly", "recently", "family", "privately", "highly"}
"""Words in -ly that may stand in a noun phrase."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase; token positions are inclusive, offsets are the article's."""

    left: int
    """First token, with article, number and hedge."""
    first: int
    """First token of what it is called by."""
    core: int
    """Last token of its head, without "of the X"."""
    last: int
    head: str
    kinds: frozenset[str]
    start: int
    core_end: int
    end: int
    named: bool = False
    plural: bool = False
    owns: bool = False

    def may_do(self) -> bool:
        """Whether it can be who does it."""
        return bool(self.kinds & {"doer", "may", "body", "org"}) or (self.named and "person" in self.kinds)

    def is_people(self) -> bool:
        """Whether it can be somebody who suffers it."""
        return bool(self.kinds & {"person", "doer", "body", "name", "org"}) or (
            "may" in self.kinds and "thing" not in self.kinds
        )


class Phrases:
    """The noun phrases of one sentence."""

    def __init__(self, reading: Reading, sentence_id: str) -> None:
        sentence = reading.sentence(sentence_id)
        self.sentence = sentence_id
        self.text = reading.text
        self._own, self._offset = sentence.text, sentence.start
        self._tokens: list[Token] | None = tokenise(self._own, self._offset)
        self._shouted = sentence.text.isupper()
        self._names = self._spans(reading)
        found = [*self._heads(), *self._bare_names()]
        self.all: tuple[Phrase, ...] = _without_overlap(found)

    @property
    def tokens(self) -> list[Token]:
        """The words and marks of the sentence."""
        return tokenise(self._own, self._offset) if self._tokens is None else self._tokens

    def let_go(self) -> None:
        """Keep the phrases only: of a long document the words take more than all that is made of them."""
        self._tokens, self._names = None, {}
        for worked_out in ("starting", "ending"):
            self.__dict__.pop(worked_out, None)

    @cached_property
    def starting(self) -> dict[int, Phrase]:
        """By first token, article included."""
        return {p.left: p for p in self.all} | {p.first: p for p in self.all}

    @cached_property
    def ending(self) -> dict[int, Phrase]:
        """By last token, with and without "of the X"."""
        return {p.core: p for p in self.all} | {p.last: p for p in self.all}

    def words(self, phrase: Phrase, *, whole: bool = False) -> str:
        """What it is called in the article."""
        return self.text[phrase.start : phrase.end if whole else phrase.core_end]

    def people_at(self, at: int) -> Phrase:
        """A phrase for people under the noun at a token, which is no head by itself."""
        first = self._leftmost(at)
        left = self._with_article(first)
        return self._make(left, first, at, at, self.tokens[at], frozenset({"person"}), False, True)

    def _spans(self, reading: Reading) -> dict[int, tuple[int, str]]:
        """Names by their first token: the last token, and "person", "body", "name" or "place"."""
        spans: list[tuple[int, int, str]] = []
        for actor in reading.actors_in(self.sentence):
            kind = actor.canonical.kind
            if actor.canonical.known or not actor.text.islower():
                spans.append((actor.start, actor.end, "body" if kind in _BODIES else "name"))
        for name, mention in reading.names_in(self.sentence):
            sort = {"person": "person", "place": "place", "camp": "place", "organisation": "org"}.get(
                name.kind, "name"
            )
            spans.append((mention.start, mention.end, sort))
        starts = {t.start: i for i, t in enumerate(self.tokens)}
        found: dict[int, tuple[int, str]] = {}
        for start, end, sort in spans:
            first = starts.get(start)
            if first is None or first in found:
                continue
            last = first
            while last + 1 < len(self.tokens) and self.tokens[last + 1].end <= end:
                last += 1
            found[first] = (last, sort)
        return found

    def _heads(self) -> Iterable[Phrase]:
        for at, token in enumerate(self.tokens):
            kinds = kinds_of(token.key) if token.is_word else frozenset()
            if token.key == "part" and (at + 1 >= len(self.tokens) or self.tokens[at + 1].key != "of"):
                continue
            if token.is_word and not kinds and self._is_a_people(at):
                kinds = _OF_A_PEOPLE
            if token.text == "justice" and not (at and self.tokens[at - 1].key in DETERMINERS):
                continue  # "to demand justice"
            if self._names_follow(at):
                continue  # "the Harbour organisation ETA" is called by its name
            if kinds and not self._goes_on(at) and not self._is_verb(at) and not self._in_front(at):
                yield self._phrase(at, kinds)

    def _names_follow(self, at: int) -> bool:
        """Whether a noun for a body stands before its name: "the Basque organisation | ETA"."""
        if not 0 <= at < len(self.tokens) - 1 or singular(self.tokens[at].key) not in parties.BODIES_BY_NAME:
            return False
        if not self._adjacent(at):
            return False
        return self._names.get(at + 1, (0, ""))[1] in {"body", "org"}

    def _is_a_people(self, at: int) -> bool:
        """ "Afghans", "an unidentified Afghan"; not "Afghan troops", nor the name of a person or place."""
        name = self._names.get(at)
        if self._shouted or (name is not None and (name[0] > at or name[1] in {"person", "body"})):
            return False
        called = calls_a_people(self.tokens[at])
        if called is None:
            after = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
            ends = (
                after is None
                or not after.is_word
                or after.key in STOPS | OTHER_VERBS | HARM.keys() | WIELD.keys()
            )
            return ends and at > 0 and self.tokens[at - 1].key in DETERMINERS | parties.MODIFIERS
        return called

    def _goes_on(self, at: int) -> bool:
        """Whether the noun only qualifies the next one: "police station", "car bomb"."""
        if self.tokens[at].owns or at + 1 >= len(self.tokens) or not self._adjacent(at):
            return False
        after = self.tokens[at + 1]
        if not after.is_word or (after.key in HARM and after.key.endswith("ed")):
            return False
        return (
            bool(kinds_of(after.key))
            and not self._is_verb(at + 1)
            and not (after.capital and not self.tokens[at].capital)
        )

    def _is_verb(self, at: int) -> bool:
        """Whether a form that is verb and noun is the verb here: "to mine the road"."""
        key = self.tokens[at].key
        if key not in HARM and key not in WIELD:
            return False
        before = self.tokens[at - 1].key if at else ""
        return before in _VERBS_AFTER

    def _in_front(self, at: int) -> bool:
        return self.tokens[at].text == "front" and at > 0 and self.tokens[at - 1].key == "in"

    def _adjacent(self, at: int) -> bool:
        return not self.text[self.tokens[at].end : self.tokens[at + 1].start].strip()

    def _phrase(self, at: int, kinds: frozenset[str]) -> Phrase:
        first = self._leftmost(at)
        if "thing" in kinds and self.tokens[at].key in _OF_A_STATE and self._calls_a_force(first, at):
            kinds = _FORCE
        left = self._with_article(first)
        core, named = self._over_name(at, kinds)
        last = self._over_owner(core, kinds)
        head = self.tokens[at]
        if last > core and singular(head.key) in parties.PARTS:
            first, core, head = self._owner(core, last), last, self.tokens[last]
        plural = singular(head.key) != head.key or head.key in {"police", "troops", "personnel"}
        return self._make(left, first, core, last, head, kinds, named, plural)

    def _calls_a_force(self, first: int, at: int) -> bool:
        """ "The National Security Agency" is nobody's premises."""
        return STATE_BODY.search(self.text[self.tokens[first].start : self.tokens[at].end]) is not None

    def _make(self, left: int, first: int, core: int, last: int, head: Token, kinds: frozenset[str],
              named: bool, plural: bool) -> Phrase:  # fmt: skip
        tokens = self.tokens
        end = tokens[core].end
        if tokens[core].owns and (mark := re.search(r"['’]s?$", tokens[core].text)) is not None:
            end = tokens[core].start + mark.start()
        return Phrase(
            left=left,
            first=first,
            core=core,
            last=last,
            head=head.key,
            kinds=kinds,
            start=tokens[first].start,
            core_end=end,
            end=tokens[last].end if last != core else end,
            named=named,
            plural=plural,
            owns=tokens[core].owns,
        )

    def _leftmost(self, at: int) -> int:
        """The first word of what a head is called by."""
        first = at
        while first and at - first < _MOST_QUALIFIERS:
            before = self._before_bracket(first - 1)
            if not self._adjacent(first - 1) and before == first - 1:
                break
            if is_number(self.tokens[before]) or not self._qualifies(before):
                break
            first = before
        return first

    def _before_bracket(self, at: int) -> int:
        """The word before a bracket that ends here: "Harbour Party [HP] | offices"."""
        if self.tokens[at].text in ")]":
            for start in range(at, max(-1, at - 10), -1):
                if self.tokens[start].text in "([" and start and self.tokens[start - 1].capital:
                    return start - 1
        return at

    def _is_name(self, token: Token) -> bool:
        """Whether a capital says something: not where all is in capitals."""
        return token.capital and not self._shouted

    def _qualifies(self, at: int) -> bool:
        token = self.tokens[at]
        key = token.key
        if not token.is_word:
            return False
        if self._is_name(token) and at and key not in DETERMINERS:
            return key not in STOPS or _is_acronym(token)
        if key in parties.MODIFIERS and key not in HARM:
            return True
        if key in _DAYTIMES and self.tokens[at - 1].key in STOPS | DETERMINERS and at:
            return self.tokens[at - 1].key in {
                "a",
                "an",
                "two",
                "three",
            }  # "on Sunday afternoon | army drones"
        if key in STOPS or key in DETERMINERS or key in OTHER_VERBS or key in ADVERBS:
            return False
        if key in HARM and key in parties.MODIFIERS:  # "the murdered priest", not "gunmen wounded priests"
            return at > 0 and (
                self.tokens[at - 1].key in DETERMINERS | PREPOSITIONS or is_number(self.tokens[at - 1])
            )
        if token.owns or kinds_of(key):
            return True
        if key in HARM or key in BURST or key in WIELD or key in FIND:
            return False
        if key.endswith("ed") or (key.endswith("ing") and key not in NOUNS_IN_ING):
            return "-" in key
        return not key.endswith("ly") or key in _MANNER

    def _with_article(self, first: int) -> int:
        """Back over article, number and hedge: "at least two"."""
        left = first
        while left and (
            self.tokens[left - 1].key in DETERMINERS | HEDGES or is_number(self.tokens[left - 1])
        ):
            left -= 1
            if self.tokens[left].key in ARTICLES:
                break  # "at 0630 | the headquarters"
        return left

    def _over_name(self, at: int, kinds: frozenset[str]) -> tuple[int, bool]:
        """On over the name of somebody with that title."""
        if "person" not in kinds or self.tokens[at].owns:
            return at, False
        after = at + 1
        if (
            after < len(self.tokens)
            and self.tokens[after].text == "."
            and self.tokens[at].key in parties.TITLES
        ):
            after += 1
        last = self._name_end(after)
        return (last, True) if last >= after else (at, False)

    def _name_end(self, first: int) -> int:
        """The last token of the capitalised run that begins there; `first` - 1 without one."""
        last, at = first - 1, first
        while at < len(self.tokens):
            token = self.tokens[at]
            if at > first and self.text[self.tokens[at - 1].end : token.start].strip():
                break
            if self._in_a_name(token):
                last = at
                if token.owns:
                    break
            elif not (at > first and token.key in NAME_PARTICLES):
                break
            at += 1
        return last

    def _in_a_name(self, token: Token) -> bool:
        """Whether a word can go on with a name; where all is in capitals, verbs and links end it."""
        if not token.is_word or not token.capital:
            return False
        if self._shouted:
            return token.key not in STOPS | OTHER_VERBS | MODALS and token.key not in HARM
        return token.key not in STOPS or _is_acronym(token)

    def _over_owner(self, at: int, kinds: frozenset[str]) -> int:
        """On over "of the Harbour Company", "belonging to the mayor"."""
        after = self._past_bracket(at + 1)
        while after + 1 < len(self.tokens) and self.tokens[after].key.endswith("ly"):
            after += 1  # "insurgents apparently belonging to"
        if after + 1 >= len(self.tokens) or self.tokens[after].key not in WHOSE or self.tokens[at].owns:
            return at
        if self.tokens[after].key in {"for", "used", "run"} and "thing" not in kinds:
            return at
        nxt = after + 1
        while (nxt < len(self.tokens) and self.tokens[nxt].key in _BEFORE_OWNER) or (
            nxt < len(self.tokens) and self.tokens[nxt].key[0].isdigit()
        ):
            nxt += 1
        last = self._name_end(nxt)
        if last >= nxt:
            for head in (last + 1, last + 2):  # "of the Karsa (ammunition) depot"
                if head < len(self.tokens) and self._adjacent(head - 1) and kinds_of(self.tokens[head].key):
                    return self._next_head(last + 1, last)
            return self._longer_name(last)
        return self._next_head(nxt, at)

    def _owner(self, core: int, last: int) -> int:
        """The first word of what a part belongs to: "windows of the | town hall"."""
        first = core + 2
        while first < last and (self.tokens[first].key in _BEFORE_OWNER or not self.tokens[first].is_word):
            first += 1
        return first

    def _longer_name(self, last: int) -> int:
        """ "Ministry of Health", "Front for the Liberation of Zandara"."""
        link = last + 1
        while link < len(self.tokens) and self.tokens[link].key in {"of", "for", "the", "and"}:
            link += 1
        if link == last + 1 or link > last + 3 or self.tokens[last + 1].key == "and":
            return last
        further = self._name_end(link)
        return further if further >= link else last

    def _next_head(self, first: int, otherwise: int) -> int:
        """The head of a phrase that begins there: "(residence of the) provincial governor"."""
        for at in range(first, min(first + 4, len(self.tokens))):
            token = self.tokens[at]
            if not token.is_word or token.key in STOPS | OTHER_VERBS or token.key in HARM:
                return otherwise
            if token.owns and at + 1 < len(self.tokens) and self.tokens[at + 1].is_word:
                return at + 1
            if kinds_of(token.key) and not self._goes_on(at):
                return at
            name = self._name_end(at + 1)
            if name > at:
                return name  # "of the newspaper El Faro"
        return otherwise

    def _past_bracket(self, at: int) -> int:
        """After a bracket: "Front [FMLN] | of"."""
        if at < len(self.tokens) and self.tokens[at].text in "([":
            for end in range(at, min(at + 14, len(self.tokens))):
                if self.tokens[end].text in ")]":
                    return end + 1
        return at

    def _bare_names(self) -> Iterable[Phrase]:
        for first, (last, sort) in self._names.items():
            if sort == "place" or self.tokens[last].key in _COMPANY:
                continue
            if last + 1 < len(self.tokens) and not self.tokens[last].owns and self._adjacent(last):
                after = self.tokens[last + 1]
                if _DEED.fullmatch(after.key):
                    continue
                if kinds_of(after.key) and not self._is_verb(last + 1):
                    continue  # qualifies what follows
            left = self._with_article(first)
            if left == first and self._names_follow(first - 1):
                left = self._with_article(self._leftmost(first - 1))
            league = sort == "name" and self.tokens[left].key == "the"  # a place has no article
            kinds = frozenset({"org" if league else sort})
            yield self._make(left, first, last, last, self.tokens[last], kinds, True, False)


def _is_acronym(token: Token) -> bool:
    """ "US" is no "us"."""
    return len(token.text) > 1 and token.text.isupper()


def _without_overlap(found: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """The longest of those that overlap; a phrase inside another's "of the X" stays out.

    Of "a group of terrorists" it is the terrorists that count.
    """
    kept: list[Phrase] = []
    for phrase in sorted(found, key=lambda p: (p.first - p.core, p.first)):
        if not any(phrase.first <= k.core and k.first <= phrase.core for k in kept):
            kept.append(phrase)
    hosts = [k for k in kept if k.last > k.core]
    whole: list[Phrase] = []
    for phrase in sorted(kept, key=lambda p: p.first):
        host = next((h for h in hosts if h.core < phrase.first and phrase.core <= h.last), None)
        if host is None:
            whole.append(phrase)
        elif host.head in parties.COLLECTIONS and phrase.is_people() and host in whole:
            whole[whole.index(host)] = replace(phrase, left=host.left)
    return tuple(whole)
