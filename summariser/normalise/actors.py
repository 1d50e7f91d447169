"""Actors: where they stand in the text, and the one name that all their names lead to.

`find_actors` lists the mentions; `canonical_actor` reads a name that a model gave back; `aliases_in`
reads the short names that the article explains. The article's own definitions come before the tables,
and a name that several actors bear ("National Liberation Army") stays unknown unless the article names
one of them otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from summariser.errors import InputError
from summariser.normalise.actor_aliases import aliases_in
from summariser.normalise.actor_finding import defined, definitions, find_spans, unlisted
from summariser.normalise.actor_names import fold, tokens_of
from summariser.normalise.actor_states import government, state_actor, unnamed
from summariser.normalise.actor_table import CanonicalActor, table
from summariser.normalise.word_lists import listed
from summariser.schemas.codebooks import ActorKind

if TYPE_CHECKING:
    from summariser.sentences import Sentence

__all__ = ["ActorKind", "ActorMention", "CanonicalActor", "aliases_in", "canonical_actor", "find_actors"]


@dataclass(frozen=True, slots=True)
class ActorMention:
    """An actor's name and where it stands.

    Attributes:
        id: "A1", "A2"... in the order of the text.
        sentence: The id of the sentence that holds it.
        start: Offset of its first character in the text.
        end: Offset after its last character.
        text: The name as used, without article, attribute ("US-backed") or what follows it ("fighters").
        canonical: Who it is.
    """

    id: str
    sentence: str
    start: int
    end: int
    text: str
    canonical: CanonicalActor


def find_actors(text: str, sentences: Sequence[Sentence]) -> tuple[ActorMention, ...]:
    """The actors that a text names, the longest reading of each, in order, none overlapping another.

    Args:
        text: The article, unchanged.
        sentences: Its sentences; a name never crosses from one into the next.
    """
    own = definitions(aliases_in(text))
    spans = [
        (sentence.id, span)
        for sentence in sentences
        for span in find_spans(text, sentence.start, sentence.end, own)
    ]
    named = {span.who for _, span in spans if isinstance(span.who, CanonicalActor)}
    mentions: list[ActorMention] = []
    for sentence_id, span in spans:
        words = text[span.start : span.end]
        actor = span.who if isinstance(span.who, CanonicalActor) else _one_of(words, span.who, named)
        mentions.append(
            ActorMention(f"A{len(mentions) + 1}", sentence_id, span.start, span.end, words, actor)
        )
    return tuple(mentions)


def _one_of(words: str, bearers: Sequence[CanonicalActor], named: set[CanonicalActor]) -> CanonicalActor:
    """The bearer of a shared name that the article also names otherwise, if it is the only one."""
    here = [bearer for bearer in bearers if bearer in named]
    if len(here) == 1:
        return here[0]
    kind = table().generic.whole(words)
    return unnamed(words, kind) if kind else _unknown(words)


def _unknown(words: str) -> CanonicalActor:
    return CanonicalActor(" ".join(words.split()), ActorKind.UNKNOWN, None, known=False)


_EDGE: Final = " \t\r\n\"'“”‘’.,;:"
# What may stand before a name. Not "-led": a US-led force is not the force of whoever follows.
_BEFORE: Final = re.compile(
    r"(?:the|a|an|some|several|many|suspected|alleged|presumed|dozens of|hundreds of|thousands of|at least|"
    r"about|around|over|\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|\S+[-‑](?:backed|allied|supported))\s+",
    re.IGNORECASE,
)
_MEMBERS: Final = re.compile(
    r"(?:\w+ )?(?:members|fighters|militants|forces|elements|soldiers|troops|supporters|gunmen|commanders|"
    r"units) (?:of|from|loyal to|belonging to|affiliated with|linked to|allied to) (?:the )?(?P<who>.+)",
    re.IGNORECASE,
)
_FOLLOWERS: Final = listed(
    "fighters|fighter|militants|militant|rebels|rebel|forces|troops|gunmen|members|group|jihadists|"
    "jihadis|terrorists|insurgents|guerrillas|militia|militias|militiamen|soldiers|commanders|"
    "extremists|combatants|movement|organisation|organization|units|cells|network"
)


def canonical_actor(words: str, *, text_aliases: Mapping[str, str] | None = None) -> CanonicalActor:
    """Who a name means.

    Args:
        words: The name as used, with or without article, bracket or "fighters" behind it.
        text_aliases: The article's own short names, as `aliases_in` reads them; they come first.

    Returns:
        The actor of the tables; or an unnamed group ("gunmen") or an unlisted name as it was used, with
        `known` False.

    Raises:
        InputError: If there are no words.
    """
    name = words.strip(_EDGE)
    if not tokens_of(name):
        raise InputError("An actor without a name", "Leave the actor out instead.", words=words)
    aliases = text_aliases or {}
    for candidate in _readings(name):
        actor = _whole(candidate, aliases)
        if actor is not None:
            return actor
    return _led_by_name(name) or unlisted(name) or _unknown(name)


def _led_by_name(name: str) -> CanonicalActor | None:
    """Whose people they are, where a known name leads: "FMLN urban guerrillas", "Hamas naval commandos"."""
    bare = re.sub(r"^(?:the|an?)\s+", "", name, flags=re.IGNORECASE)
    words = tokens_of(bare)
    found = table().names.at(bare, words, 0) if words else None  # an article alone leaves none
    if found is None or found[0] == len(words):
        return None
    rest = words[found[0] :]
    people = rest[-1].key in _FOLLOWERS or table().generic.whole(rest[-1].text) is not None
    return found[2] if people and all(word.text.islower() for word in rest) else None


def _readings(name: str) -> Iterator[str]:
    """The name, then with less and less around it."""
    yield name
    bare = name
    while (before := _BEFORE.match(bare)) is not None:
        bare = bare[before.end() :]
        yield bare
    bracket = re.fullmatch(r"(.+?)\s*\(([^()]+)\)(.*)", bare)
    if bracket is not None:
        bare = f"{bracket[1]}{bracket[3]}".strip()
        # Of "the rebels (FARC)" the bracket names them, of "Hamas (Gaza)" the words before it do.
        yield from (part for part in (bare, bracket[2]) if table().names.whole(part))
        yield bare
    members = _MEMBERS.fullmatch(bare)
    if members is not None:
        bare = members["who"]
        yield bare
    while len(parts := bare.rsplit(None, 1)) == 2 and parts[1].lower() in _FOLLOWERS:
        bare = re.sub(r"['’]s$", "", parts[0])
        yield bare
    yield re.sub(r"['’]s?$", "", bare)


def _whole(name: str, aliases: Mapping[str, str]) -> CanonicalActor | None:
    if name in aliases:
        return defined(name, aliases[name]) or _unknown(aliases[name])
    for short, long in aliases.items():
        if fold(long) == fold(name):
            return defined(short, long) or _unknown(long)
    tables = table()
    found = tables.names.whole(name)
    if found is not None:
        return found
    tokens = tokens_of(name)
    state = state_actor(name, tokens, 0) if tokens else None
    if state is not None and state.words == len(tokens):
        return state.actor
    # A model may have lost the capitals, but "is" and "who" are never actors.
    if len(name) > 4 and (" " in name or "-" in name or name.islower()):
        found = tables.names.whole(name, any_case=True)
    if found is not None:
        return found
    kind = tables.generic.whole(name)
    if kind is not None:
        return unnamed(name, kind)
    country = tables.countries.whole(name)
    return government(country) if country else None
