"""Finding the words that carry meaning: the lexicon laid over an article.

One compiled expression a label runs once over the whole text; each hit is filed under its sentence.
A hit inside an idiom ("heart attack", "price war") is dropped, because it reports nothing.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain

from summariser import lexicon
from summariser.lexicon import humanitarian, polarity
from summariser.schemas.codebooks import PopulationGroup
from summariser.sentences import Sentence

_AND = re.compile(r",|\b(?:and|or)\b", re.IGNORECASE)
_OF_VIOLENCE = {"event", "measure", "cause"}
_PHRASES_NOT_OURS = re.compile(rf"\b(?:{'|'.join(lexicon.NOT_AN_EVENT)})\b", re.IGNORECASE)


_HARMLESS = re.compile(rf"\b(?:{'|'.join(polarity.NOT_A_TOLL)})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cue:
    """A hit of the lexicon.

    ``label`` is "family:value", as in "event:Air/drone strike", "measure:killed", "status:planned".
    """

    label: str
    sentence: str
    start: int
    end: int
    text: str

    @property
    def family(self) -> str:
        """The part before the colon."""
        return self.label.partition(":")[0]

    @property
    def value(self) -> str:
        """The part after the colon."""
        return self.label.partition(":")[2]


def is_order(sentence: Sentence) -> bool:
    """Whether a sentence speaks to a machine: no article does, and such a sentence is not read."""
    return polarity.ORDERS.search(sentence.text) is not None


@dataclass(frozen=True, slots=True)
class Cues:
    """All cues of an article, by sentence."""

    by_sentence: Mapping[str, tuple[Cue, ...]]

    def of(self, sentence: str, *families: str) -> tuple[Cue, ...]:
        """The cues of a sentence in text order, all or only some families."""
        cues = self.by_sentence.get(sentence, ())
        return tuple(c for c in cues if c.family in families) if families else cues

    def labels(self, sentence: str, *families: str) -> frozenset[str]:
        """The labels met in a sentence."""
        return frozenset(c.label for c in self.of(sentence, *families))


def _tables() -> Iterable[tuple[str, Iterable[str]]]:
    yield from ((f"event:{k}", v) for k, v in lexicon.EVENT_CUES.items())
    yield from lexicon.FIGURE_CUES.items()
    yield from ((f"status:{k}", v) for k, v in lexicon.STATUS_CUES.items())
    yield from ((f"cluster:{k}", v) for k, v in lexicon.NEED_CUES.items())
    yield from ((f"severity:{k}", v) for k, v in lexicon.SEVERITY_CUES.items())
    yield from ((f"access:{k}", v) for k, v in lexicon.ACCESS_CUES.items())
    yield from ((f"help:{k}", v) for k, v in lexicon.RESPONSE_CUES.items())
    yield from ((f"sitekind:{k}", v) for k, v in lexicon.SITE_CUES.items())
    yield from ((f"cause:{k}", v) for k, v in lexicon.CAUSE_CUES.items())
    yield from ((f"off:{k}", v) for k, v in lexicon.OFF_TOPIC.items())
    yield ("lack:any", humanitarian.LACK_CUES)
    yield ("aid:any", humanitarian.AID_WORDS)
    yield ("risk:any", lexicon.RISK_CUES)


_BLANK = re.compile(r"\[[^\]]*\]|\(\?<[=!][^)]*\)| \??")
"""A blank of a pattern; in a class ("air[ -]strike") and behind ("(?<!up to )") it is one character."""


def _whole_words(patterns: Iterable[str]) -> re.Pattern[str]:
    """One expression for all patterns; a blank in a pattern is any white space, since lines are wrapped."""
    joined = _BLANK.sub(_any_white_space, "|".join(patterns))
    return re.compile(rf"(?<!\w)(?<!\w-)(?:{joined})(?!\w)", re.IGNORECASE)


def _any_white_space(blank: re.Match[str]) -> str:
    if blank.group() == " ?":
        return r"\s*"  # "land ?mines": "landmines" too
    return blank.group().replace(" ", r"\s") if blank.group() != " " else r"\s+"


@cache
def _compiled() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((label, _whole_words(patterns)) for label, patterns in _tables())


def find_cues(text: str, sentences: Sequence[Sentence]) -> Cues:
    """Every cue of the lexicon in the text, filed under its sentence, in text order."""
    starts = [s.start for s in sentences]
    idioms = tuple(_PHRASES_NOT_OURS.finditer(text))
    harmless = [(m.start(), m.end()) for m in _HARMLESS.finditer(text)]
    orders = _ordered(text, sentences)
    filed: dict[str, list[Cue]] = {s.id: [] for s in sentences}
    for label, pattern in _compiled():
        for match in pattern.finditer(text):
            at = bisect.bisect_right(starts, match.start()) - 1
            if at < 0 or match.end() > sentences[at].end:
                continue  # a hit across two sentences is an accident of line breaks
            if _is_idiomatic(label, match.start(), idioms) or sentences[at].id in orders:
                continue
            if label.startswith("measure:") and any(a <= match.start() < b for a, b in harmless):
                continue
            sentence = sentences[at].id
            filed[sentence].append(Cue(label, sentence, match.start(), match.end(), match.group()))
    return Cues({k: tuple(sorted(v, key=lambda c: (c.start, -c.end))) for k, v in filed.items()})


def _ordered(text: str, sentences: Sequence[Sentence]) -> frozenset[str]:
    """Sentences that speak to a machine, and the rest of their paragraph: what it is to say is no report."""
    found: set[str] = set()
    last: Sentence | None = None
    for sentence in sentences:
        same = last is not None and "\n" not in text[last.end : sentence.start]
        if is_order(sentence) or (same and last is not None and last.id in found):
            found.add(sentence.id)
        last = sentence
    return frozenset(found)


def _is_idiomatic(label: str, start: int, idioms: Sequence[re.Match[str]]) -> bool:
    """Whether a word of violence stands in an idiom; who battles the floods still has floods."""
    family = label.partition(":")[0]
    within = [m.group().casefold() for m in idioms if m.start() <= start < m.end()]
    if label == "cause:disaster":
        within = [w for w in within if not w.startswith("battl")]
    return family in _OF_VIOLENCE and bool(within)


@cache
def _nouns() -> dict[str, tuple[str, str | None]]:
    table: dict[str, tuple[str, str | None]] = {}
    units = ((n, (str(u), None)) for u, nouns in lexicon.UNIT_NOUNS.items() for n in nouns)
    people = ((n, ("people", str(g))) for g, nouns in lexicon.GROUP_NOUNS.items() for n in nouns)
    for noun, meaning in chain(units, people):
        for form in _forms(noun):
            table.setdefault(form, meaning)
    return table


def _forms(noun: str) -> Iterable[str]:
    yield noun
    if noun.endswith("y") and noun[-2] not in "aeiou":
        yield f"{noun[:-1]}ies"
    elif noun.endswith(("s", "sh", "ch", "x")):
        yield f"{noun}es"
    else:
        yield f"{noun}s"


def unit_and_group(phrase: str) -> tuple[str, str | None] | None:
    """What a counted noun phrase counts: (unit, population group or None), by its last known noun.

    "SDF fighters" is ("people", "fighters"); "ammunition stores" ("buildings", None); an unknown
    noun is None, and so is an idiom ("heart attacks"). Longer nouns win: "aid workers" are not
    "workers". Of two groups in one count neither is meant alone: "soldiers and civilians" are people.
    """
    idiom = _PHRASES_NOT_OURS.search(phrase)
    if idiom and idiom.group().casefold() not in _nouns():  # "firefighters" fight no battle, and are people
        return None
    found = [m for part in _AND.split(phrase) if (m := _last_noun(part)) is not None]
    groups = {group for _, group in found}
    if len(groups) > 1 and all(unit == "people" for unit, _ in found):
        both = {str(PopulationGroup.WOMEN), str(PopulationGroup.CHILDREN)}
        return "people", str(PopulationGroup.WOMEN_AND_CHILDREN if groups == both else PopulationGroup.PEOPLE)
    return found[-1] if found else None


def _last_noun(phrase: str) -> tuple[str, str | None] | None:
    words = re.findall(r"[\w'-]+", phrase.casefold())
    table = _nouns()
    for end in range(len(words), 0, -1):
        for start in range(max(0, end - 3), end):
            meaning = table.get(" ".join(words[start:end]))
            if meaning is not None:
                return meaning
    return None
