"""Whom "they", "the attackers" and "its forces" mean: parties that other words of the article name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from summariser.lexicon.function_words import words
from summariser.nouns import kinds_of, singular
from summariser.reading import Reading
from summariser.roles import LIKELY, Part, people_before, roles_of_sentences

_PRONOUN_REACH, _ANAPHOR_REACH = 2, 5
"""Whom a pronoun or a definite noun means stands at most so many sentences before."""
_DEFINITE: Final = words("the these those same")
_WHOSE: Final = words("its their")
_BARE: Final = words(
    "attacker assailant aggressor perpetrator raider kidnapper abductor captor killer assassin murderer "
    "gunman fighter militant insurgent rebel guerrilla guerilla extremist terrorist bandit bomber intruder "
    "invader gang group band mob militia column culprit hijacker criminal arsonist"
)
"""Nouns that stand for whoever was told of before, with "the"."""
_MEN: Final = words(
    "force troop man men fighter unit soldier guerrilla militiaman member gunman wing patrol people"
)


def meant_by_they(reading: Reading, sentences: Sequence[str], *, doers: bool) -> list[Part]:
    """Whom "they" of the first sentence mean: the last such people told of shortly before."""
    for sentence in _before(reading, sentences, _PRONOUN_REACH):
        found = people_before(reading, sentence, doers=doers)
        if found:
            return list(found[:1])
    return []


def with_names(reading: Reading, sentences: Sequence[str], doers: Iterable[Part]) -> list[Part]:
    """Doers with "the attackers" and "its forces" put down to whom they mean, where the article names it.

    Args:
        reading: The article.
        sentences: Those that tell the event.
        doers: As its sentences call them.
    """
    told = [_owner(part) for part in doers]
    if not any(_is_bare(p) for p in told):
        return told
    if any(p.phrase.named or "body" in p.phrase.kinds for p in told):
        return [p for p in told if not _is_bare(p)]
    named = _named_before(reading, sentences)
    if named is None or any(reading.canonical(p.words).known for p in told):
        return told
    return [named, *(p for p in told if not _is_bare(p))]


def without_pointers(parts: Sequence[Part]) -> list[Part]:
    """Parties without those who are only pointed at, where there are others: "the attackers"."""
    return [p for p in parts if not _is_bare(p)] or list(parts)


def _is_bare(part: Part) -> bool:
    """Whether words only point back: "the attackers"."""
    tokens, phrase = part.phrases.tokens, part.phrase
    alone = phrase.first == phrase.core and phrase.last == phrase.core
    pointing = any(t.key in _DEFINITE for t in tokens[phrase.left : phrase.first])
    same = tokens[phrase.first].key == "same"
    return singular(phrase.head) in _BARE and ((alone and pointing) or same)


def _owner(part: Part) -> Part:
    """ "The front said its forces had taken the town": the front."""
    phrase, tokens = part.phrase, part.phrases.tokens
    whose = [t.key for t in tokens[max(0, phrase.left - 1) : phrase.core + 1]]
    if singular(phrase.head) not in _MEN or not _WHOSE & set(whose):
        return part
    before = [
        p for p in part.phrases.all if p.last < phrase.left and ("body" in p.kinds or _is_party(p.head))
    ]
    return replace(part, phrase=before[-1]) if before else part


def _is_party(head: str) -> bool:
    return bool(kinds_of(head) & {"doer", "may"}) and "person" not in kinds_of(head)


def _named_before(reading: Reading, sentences: Sequence[str]) -> Part | None:
    """The last party with a name, or with more than a bare noun, that did harm shortly before."""
    for sentence in _before(reading, sentences, _ANAPHOR_REACH):
        doers = [
            p
            for p in roles_of_sentences(reading, [sentence]).doers
            if p.act in {"harm", "fight"} and not _is_bare(p)
        ]
        sure = [p for p in doers if p.strength >= LIKELY and p.phrase.kinds & {"doer", "body"}]
        if sure:
            return sure[-1]
    return None


def _before(reading: Reading, sentences: Sequence[str], reach: int) -> Iterable[str]:
    first = min(map(reading.index, sentences))
    return [s.id for s in reversed(reading.sentences[max(0, first - reach) : first])]
