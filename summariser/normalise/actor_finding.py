"""The search for actors in one article: its own definitions first, then the tables, then patterns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal, NamedTuple

from summariser.normalise import actor_guards as guards
from summariser.normalise.actor_names import PARTICLES, NameIndex, Token, gap, tokens_of
from summariser.normalise.actor_states import state_actor, unnamed
from summariser.normalise.actor_table import CanonicalActor, table
from summariser.normalise.word_lists import listed
from summariser.schemas.codebooks import ActorKind

Bearers = tuple[CanonicalActor, ...]
Sort = Literal["named", "shared", "force", "group"]


class Span(NamedTuple):
    """A mention: where, who (or who all, for a shared name), and how it was recognised."""

    start: int
    end: int
    who: CanonicalActor | Bearers
    sort: Sort


class _Candidate(NamedTuple):
    words: int
    end: int
    who: CanonicalActor | Bearers
    sort: Sort


@dataclass(frozen=True, slots=True)
class Definitions:
    """The names that one article explains, and those of them that are no actors."""

    names: NameIndex[CanonicalActor]
    others: frozenset[str]


def definitions(aliases: Mapping[str, str]) -> Definitions:
    """What an article's short names stand for.

    An article that writes "Sea Air Freight (SAF)" does not speak of Sudan's army when it says SAF.
    """
    known = {short: defined(short, long) for short, long in aliases.items()}
    names = [
        (name, actor)
        for short, actor in known.items()
        if actor is not None
        for name in (short, aliases[short])
    ]
    return Definitions(NameIndex(names), frozenset(short for short, actor in known.items() if actor is None))


def defined(short: str, long: str) -> CanonicalActor | None:
    """The actor that an article's long name means; None if it is no actor's name."""
    tables = table()
    actor = tables.names.whole(long)
    if actor is not None:
        return actor
    listed = tables.names.whole(short)
    bearers = (listed,) if listed else tables.ambiguous.whole(short) or ()
    shared = set(bearers) & set(tables.ambiguous.whole(long) or ())
    if len(shared) == 1:
        return shared.pop()
    alike = [bearer for bearer in bearers if _alike(bearer.name, long)]
    if len(alike) == 1:
        return alike[0]
    words = tokens_of(long)
    state = state_actor(long, words, 0)
    if state is not None and state.words == len(words) and state.actor.known:
        return state.actor
    return unlisted(long)


def unlisted(name: str) -> CanonicalActor | None:
    """A name that no table holds but that says what it is ("... Front", "... Committee")."""
    heads = table().heads
    kind = next((heads[word.text] for word in reversed(tokens_of(name)) if word.text in heads), None)
    return CanonicalActor(" ".join(name.split()), kind, None, known=False) if kind else None


def _alike(first: str, second: str) -> bool:
    """Whether two long names are one, spelled or translated a little differently."""
    a, b = (
        {w.key.rstrip("s") for w in tokens_of(name) if w.key not in PARTICLES} for name in (first, second)
    )
    return 2 * len(a & b) >= 0.6 * (len(a) + len(b))


def find_spans(text: str, start: int, end: int, own: Definitions) -> list[Span]:
    """The actors of one sentence, in order, none overlapping another."""
    words = tokens_of(text, start, end)
    capitals = guards.in_capitals(text[start:end])
    spans: list[Span] = []
    at = 0
    while at < len(words):
        known = _may_begin(words[at].key, own)
        best = next(_accepted(text, words, at, own, capitals), None) if known else None
        if best is None:
            at += 1
            continue
        span = Span(_bare_start(text, words[at].start, best.end), best.end, best.who, best.sort)
        if not (spans and _same_actor_again(text, spans[-1], span)):
            spans.append(span)
        at += best.words
    if not capitals:
        spans += list(_unlisted(text, words, spans))
    return sorted(spans, key=lambda span: span.start)


def _bare_start(text: str, start: int, end: int) -> int:
    """Where a name begins behind an Arabic "and" or preposition that is written onto it."""
    while text[start] in "وفبل" and table().names.whole(text[start + 1 : end]) is not None:
        start += 1
    return start


def _accepted(
    text: str, words: Sequence[Token], at: int, own: Definitions, capitals: bool
) -> Iterator[_Candidate]:
    """What begins at a word, the longest first; of equals the article's own, then the table's."""
    start = words[at].start
    for found in sorted(_candidates(text, words, at, own), key=lambda found: -found.end):
        if found.sort == "named" or (found.sort == "shared" and not words[at].text.islower()):
            fits = guards.names_somebody(text, start, found.end)
        elif found.sort == "force" or capitals:
            fits = guards.is_force(text, start, found.end)
        else:
            fits = guards.is_group(text, start, found.end) and not _heads_on(text, words, at + found.words)
        if fits:
            yield found


def _may_begin(key: str, own: Definitions) -> bool:
    """Whether any actor can begin with a word: most words are out of the question at once."""
    return key in _first_words() or own.names.begins(key)


@cache
def _first_words() -> frozenset[str]:
    """The words that any actor of the tables begins with."""
    tables = table()
    indexes = (tables.names, tables.ambiguous, tables.countries, tables.branches, tables.generic)
    return frozenset().union(*(index.first_words for index in indexes))


def _heads_on(text: str, words: Sequence[Token], at: int) -> bool:
    """Whether a name goes on after the group: "Farmers Party", "Students Union"."""
    return at < len(words) and words[at].text in table().heads and not gap(text, words[at - 1], words[at])


def _candidates(text: str, words: Sequence[Token], at: int, own: Definitions) -> Iterator[_Candidate]:
    tables = table()
    mine = own.names.at(text, words, at)
    if mine is not None:
        yield _Candidate(*mine, "named")
    named = tables.names.at(text, words, at)
    if named is not None and text[words[at].start : named[1]] not in own.others:
        yield _Candidate(*named, "named")
    shared = tables.ambiguous.at(text, words, at)
    if shared is not None and text[words[at].start : shared[1]] not in own.others:
        yield _Candidate(*shared, "shared")
    state = state_actor(text, words, at)
    if state is not None:
        yield _Candidate(*state, "force")
    group = tables.generic.at(text, words, at)
    if group is not None:
        count, end, kind = group
        yield _Candidate(count, end, unnamed(text[words[at].start : end], kind), "group")


def _same_actor_again(text: str, left: Span, right: Span) -> bool:
    """ "Fighters" in "ISIS fighters" are ISIS; the "aid workers" in "UN aid workers" are people."""
    if left.sort not in {"named", "shared"} or right.sort != "group" or text[left.end : right.start].strip():
        return False
    return isinstance(right.who, CanonicalActor) and right.who.kind is not ActorKind.CIVILIANS


_LINKS: Final = listed("of|for|de|del|para|des|du|the|la|las|los|le|les|al|el")
_NOT_IN_NAMES: Final = listed(
    "the|a|an|in|on|at|but|and|after|when|while|according|by|to|from|with|president|general|gen|col|colonel|"
    "major|captain|lieutenant|lt|commander|minister|spokesman|spokeswoman|mr|mrs|ms|dr|chief|leader|monday|"
    "tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|since|both|this|that|of|for|meanwhile|"
    "however|also|last|all|el|la|los|las|le|les|his|its|their"
)
# Alone with a word like "Front" or "Party" they name nobody: "the Eastern Front", "a Task Force".
_NOT_TELLING: Final = listed(
    "eastern|western|northern|southern|home|cold|central|north|south|east|west|task|civil|new|working|united|"
    "soviet|special|birthday|political|popular|national"
)


def _unlisted(text: str, words: Sequence[Token], spans: Sequence[Span]) -> Iterator[Span]:
    """Names that no table holds and that say what they are: "Tobias Rell Urban Command"."""
    free = [not any(span.start < word.end and word.start < span.end for span in spans) for word in words]
    heads, at = table().heads, 0
    while at < len(words):
        end = _capitals_end(text, words, free, at)
        first = at
        while first < end and words[first].key in _NOT_IN_NAMES:
            first += 1
        at = max(end, at + 1)
        last = next((i for i in range(end - 1, first - 1, -1) if words[i].text in heads), None)
        if last is None:
            continue
        stop = _tail_end(text, words, free, last + 1)
        run = words[first:stop]
        telling = [w for w in run if w.text not in heads and w.key not in _LINKS | _NOT_TELLING | {"s"}]
        if telling and guards.names_somebody(text, run[0].start, run[-1].end):
            at = max(at, stop)
            actor = unlisted(text[run[0].start : run[-1].end])
            # "Armed Forces" that the guards refused is not let in again under another title.
            if actor is not None and table().generic.whole(actor.name) is None:
                yield Span(run[0].start, run[-1].end, actor, "named")


def _capitals_end(text: str, words: Sequence[Token], free: Sequence[bool], first: int) -> int:
    """The word after a run of capitalised words with nothing but blanks between them."""
    at = first
    while at < len(words) and free[at] and (at == first or not gap(text, words[at - 1], words[at])):
        possessive = words[at].text == "s" and at > first
        if not (words[at].text[0].isupper() or possessive):
            break
        at += 1
    # "Zandara's" belongs to a name only if the name goes on after it.
    return at - 1 if at > first and words[at - 1].text == "s" else at


def _tail_end(text: str, words: Sequence[Token], free: Sequence[bool], at: int) -> int:
    """The word after what a name's head is of or for: "Front | for the Liberation of Zandara"."""
    link = at
    while link < len(words) and words[link].key in _LINKS and words[link].text.islower() and free[link]:
        if gap(text, words[link - 1], words[link]):
            return at
        link += 1
    if link == at or link >= len(words) or gap(text, words[link - 1], words[link]):
        return at
    end = _capitals_end(text, words, free, link)
    return _tail_end(text, words, free, end) if end > link else at
