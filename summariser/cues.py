"""Finding the words that carry meaning: the lexicon laid over an article.

One compiled expression a label runs once over the whole text; each hit is filed under its sentence.
A hit inside an idiom ("heart attack", "price war") is dropped, because it reports nothing.
"""

from __future__ import annotations

import bisect
import re
from array import array
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import NamedTuple

from summariser import lexicon
from summariser.first_letters import ByFirstLetters
from summariser.frames import find_deeds
from summariser.languages import languages_by_sentence
from summariser.lexicon import humanitarian, polarity
from summariser.lexicon.arabic import ARABIC
from summariser.lexicon.french import FRENCH
from summariser.lexicon.motion import DRIVEN, MOTION_CUES, ON_ERRANDS
from summariser.lexicon.spanish import SPANISH
from summariser.lexicon.tongues import Levelled, Tongue, level, levelled
from summariser.schemas.codebooks import DisplacementTerm, PopulationGroup
from summariser.sentences import Sentence

_AND = re.compile(r",|،|\b(?:and|or|y|e|o|et|ou)\b", re.IGNORECASE)
_OF_VIOLENCE = {"event", "measure", "cause"}
_DRIVES = {"event", "cause"}
_FLED = {
    f"term:{t}"
    for t in (
        DisplacementTerm.DISPLACED,
        DisplacementTerm.EVACUATED,
        DisplacementTerm.FORCED_TO_FLEE,
        DisplacementTerm.SHELTERED,
        DisplacementTerm.HOMELESS,
    )
}
"""What drives people, and what says that they were driven."""


class Cue(NamedTuple):
    """A hit of the lexicon.

    ``label`` is "family:value", as in "event:Air/drone strike", "measure:killed", "status:planned".
    ``is_deed``: it is the verb of who does what to whom, which names nothing.
    """

    label: str
    sentence: str
    start: int
    end: int
    text: str
    is_deed: bool = False

    @property
    def family(self) -> str:
        """The part before the colon."""
        return _parts(self.label)[0]

    @property
    def value(self) -> str:
        """The part after the colon."""
        return _parts(self.label)[1]


@cache
def _parts(label: str) -> tuple[str, str]:
    """Family and value; there are as many labels as the lexicon has."""
    family, _, value = label.partition(":")
    return family, value


_KEPT_SENTENCES = 1024
"""Of which the cues are kept as they are given out."""


class Cues:
    """All cues of an article, by sentence.

    A long document has three for each sentence. Each is kept as five numbers in rows of numbers, a tenth of
    what it takes as an object, and made anew where its sentence is asked about.

    Args:
        text: What they stand in.
        found: The cues of each sentence, in text order.
    """

    __slots__ = ("_deeds", "_ends", "_first", "_kept", "_labels", "_place", "_starts", "_text", "_which")

    def __init__(self, text: str, found: Iterable[tuple[str, Sequence[Cue]]]) -> None:
        self._text = text
        self._place: dict[str, int] = {}
        self._first = array("L", [0])
        self._starts, self._ends = array("L"), array("L")
        self._which, self._deeds = array("H"), bytearray()
        self._kept: dict[str, tuple[Cue, ...]] = {}
        labels: dict[str, int] = {}
        for sentence, cues in found:
            self._place[sentence] = len(self._place)
            for cue in cues:
                self._starts.append(cue.start)
                self._ends.append(cue.end)
                self._which.append(labels.setdefault(cue.label, len(labels)))
                self._deeds.append(cue.is_deed)
            self._first.append(len(self._starts))
        self._labels = tuple(labels)

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self._starts)

    @property
    def sentences(self) -> Collection[str]:
        """Ids of the sentences that were looked through."""
        return self._place.keys()

    def of(self, sentence: str, *families: str) -> tuple[Cue, ...]:
        """The cues of a sentence in text order, all or only some families."""
        kept = self._kept
        cues = kept.get(sentence)
        if cues is None:
            if len(kept) >= _KEPT_SENTENCES:
                kept.clear()
            cues = kept[sentence] = self._made(sentence)
        return tuple([c for c in cues if _parts(c.label)[0] in families]) if families else cues

    def _made(self, sentence: str) -> tuple[Cue, ...]:
        place = self._place.get(sentence)
        if place is None:
            return ()
        text, labels = self._text, self._labels
        return tuple(
            [
                Cue(
                    labels[self._which[at]],
                    sentence,
                    start := self._starts[at],
                    end := self._ends[at],
                    text[start:end],
                    bool(self._deeds[at]),
                )
                for at in range(self._first[place], self._first[place + 1])
            ]
        )

    def labels(self, sentence: str, *families: str) -> frozenset[str]:
        """The labels met in a sentence."""
        return frozenset([c.label for c in self.of(sentence, *families)])


def _english() -> Tongue:
    tables: dict[str, tuple[str, ...]] = {
        **{f"event:{k}": v for k, v in lexicon.EVENT_CUES.items()},
        **lexicon.FIGURE_CUES,
        **MOTION_CUES,
        **{f"status:{k}": v for k, v in lexicon.STATUS_CUES.items()},
        **{f"cluster:{k}": v for k, v in lexicon.NEED_CUES.items()},
        **{f"severity:{k}": v for k, v in lexicon.SEVERITY_CUES.items()},
        **{f"access:{k}": v for k, v in lexicon.ACCESS_CUES.items()},
        **{f"help:{k}": v for k, v in lexicon.RESPONSE_CUES.items()},
        **{f"sitekind:{k}": v for k, v in lexicon.SITE_CUES.items()},
        **{f"cause:{k}": v for k, v in lexicon.CAUSE_CUES.items()},
        **{f"off:{k}": v for k, v in lexicon.OFF_TOPIC.items()},
        "lack:any": humanitarian.LACK_CUES,
        "aid:any": humanitarian.AID_WORDS,
        "risk:any": lexicon.RISK_CUES,
    }
    return Tongue(
        cues=tables,
        not_an_event=lexicon.NOT_AN_EVENT,
        not_a_toll=polarity.NOT_A_TOLL,
        groups={str(k): v for k, v in lexicon.GROUP_NOUNS.items()},
        units={str(k): v for k, v in lexicon.UNIT_NOUNS.items()},
    )


_TONGUES = {"en": _english(), "es": SPANISH, "fr": FRENCH, "ar": ARABIC}
READ_LANGUAGES = frozenset(_TONGUES)
"""Languages that have a lexicon."""


_BLANK = re.compile(r"\[[^\]]*\]|\(\?<[=!][^)]*\)| \??")
"""A blank of a pattern; in a class ("air[ -]strike") and behind ("(?<!up to )") it is one character."""


def _whole_words(patterns: Iterable[str], tongue: Tongue) -> re.Pattern[str]:
    """One expression for all patterns; a blank in a pattern is any white space, since lines are wrapped."""
    joined = _BLANK.sub(_any_white_space, "|".join(patterns))
    if tongue.before or tongue.after:
        return re.compile(level(rf"(?<!\w)(?<!\w-){tongue.before}(?:{joined}){tongue.after}(?!\w)"))
    return re.compile(rf"(?<!\w)(?<!\w-)(?:{joined})(?!\w)", re.IGNORECASE)


def _any_white_space(blank: re.Match[str]) -> str:
    if blank.group() == " ?":
        return r"\s*"  # "land ?mines": "landmines" too
    return blank.group().replace(" ", r"\s") if blank.group() != " " else r"\s+"


_IDIOM, _HARMLESS = "idiom", "harmless"
"""Labels of what is no cue: phrases in which a word of violence reports none, and tolls that are none."""
_WORD_STARTS = re.compile(r"(?<!\w)(?<!\w-)\S")
_LONGEST = 600
"""No cue is longer. Without an end, a number of a hundred thousand digits is read anew from each of them."""


@dataclass(frozen=True, slots=True)
class _Compiled:
    """The patterns of a language, and which of them can match where a word begins."""

    patterns: tuple[tuple[str, re.Pattern[str]], ...]
    by_start: ByFirstLetters[int]
    idioms: re.Pattern[str]

    def hits(self, text: str) -> dict[str, list[re.Match[str]]]:
        """Every match by label, as ``finditer`` finds them: in text order, none overlapping the next."""
        found: dict[str, list[re.Match[str]]] = {}
        past = [0] * len(self.patterns)
        for start in _WORD_STARTS.finditer(text):
            at = start.start()
            for which in self.by_start.at(text, at):
                if past[which] > at:
                    continue
                label, pattern = self.patterns[which]
                match = pattern.match(text, at, at + _LONGEST)
                if match is not None:
                    past[which] = match.end()
                    found.setdefault(label, []).append(match)
        return found


@cache
def _compiled(language: str) -> _Compiled:
    """The lexicon of a language; only that of an article's own languages is ever made."""
    tongue = _TONGUES[language]
    bare = (lambda p: p) if language == "en" else level

    def whole(patterns: Iterable[str]) -> re.Pattern[str]:
        return _whole_words(map(bare, patterns), tongue)

    idioms = whole(tongue.not_an_event)
    patterns = (
        (_IDIOM, idioms),
        (_HARMLESS, whole(tongue.not_a_toll)),
        *((label, whole(patterns)) for label, patterns in tongue.cues.items()),
    )
    return _Compiled(
        patterns, ByFirstLetters([(at, p.pattern) for at, (_, p) in enumerate(patterns)]), idioms
    )


def find_cues(text: str, sentences: Sequence[Sentence], named: Iterable[tuple[int, int]] = ()) -> Cues:
    """Every cue of the lexicon in the text, filed under its sentence, in text order.

    Args:
        text: The text.
        sentences: Its sentences.
        named: Where names of several words stand in a script without capitals. A word of them is no cue: the
            first of "كفر زيتا" is none of flight.
    """
    apart = sorted(named)
    begins = [start for start, _ in apart]
    languages = languages_by_sentence(text, sentences)
    filed: dict[str, list[Cue]] = {s.id: [] for s in sentences}
    for language in dict.fromkeys(languages.values()):
        read = frozenset(s for s, spoken in languages.items() if spoken == language)
        listed: dict[str, list[Cue]] = {}
        for cue in _cues_in(text, sentences, language, read):
            at = bisect.bisect_right(begins, cue.start) - 1
            if at >= 0 and cue.end <= apart[at][1]:
                continue
            listed.setdefault(cue.sentence, []).append(cue)
        deeds = _deeds_in(sentences, read) if language == "en" else ()
        for deed in deeds:
            if not _is_listed(deed, listed.get(deed.sentence, ())):
                filed[deed.sentence].append(deed)
        for sentence, cues in listed.items():
            filed[sentence] += cues
    _add_flights(filed, sentences)
    return Cues(text, ((k, sorted(v, key=lambda c: (c.start, -c.end))) for k, v in filed.items()))


def _add_flights(filed: Mapping[str, list[Cue]], sentences: Sequence[Sentence]) -> None:
    """File each journey that is a flight as a movement, too: where something drives people, or just did."""
    before = False
    for sentence in sentences:
        cues = filed[sentence.id]
        told = any(c.family in _DRIVES or c.label in _FLED for c in cues)
        journeys = [c for c in cues if c.family == "motion"]
        if (
            journeys
            and (told or before or DRIVEN.search(sentence.text))
            and not ON_ERRANDS.search(sentence.text)
        ):
            cues += [c._replace(label=f"term:{c.value}") for c in journeys]
        before = told


def _cues_in(text: str, sentences: Sequence[Sentence], language: str, read: frozenset[str]) -> Iterable[Cue]:
    """The cues of one language in the sentences that are in it."""
    compiled = _compiled(language)
    bare = levelled(text) if language != "en" else Levelled(text)
    starts = [s.start for s in sentences]
    hits = compiled.hits(bare.text)
    idioms = _Stretches(hits.pop(_IDIOM, ()))
    harmless = _Stretches(hits.pop(_HARMLESS, ()))
    for label, matches in hits.items():
        for match in matches:
            start, end = bare.span(match.start(), match.end())
            at = bisect.bisect_right(starts, start) - 1
            if at < 0 or end > sentences[at].end or sentences[at].id not in read:
                continue  # a hit across two sentences is an accident of line breaks
            if _is_idiomatic(label, match.start(), idioms):
                continue
            if label.startswith("measure:") and harmless.around(match.start()):
                continue
            yield Cue(label, sentences[at].id, start, end, text[start:end])


def _is_listed(deed: Cue, listed: Iterable[Cue]) -> bool:
    """Whether a word of the lexicon says the same of the same place."""
    return any(c.label == deed.label and c.start < deed.end and deed.start < c.end for c in listed)


def _deeds_in(sentences: Sequence[Sentence], read: frozenset[str]) -> Iterable[Cue]:
    """What English sentences tell by a verb, its doer and its object: see `frames.py`."""
    idioms = _compiled("en").idioms
    for sentence in sentences:
        if sentence.id not in read:
            continue
        text, offset = sentence.text, sentence.start
        found = _Stretches(idioms.finditer(text))
        for deed in find_deeds(text, offset):
            start, end = deed.start - offset, deed.end - offset
            if not _is_idiomatic("event:", start, found):
                yield Cue(
                    f"event:{deed.kind}", sentence.id, deed.start, deed.end, text[start:end], is_deed=True
                )


class _Stretches:
    """Matches in text order, none of which overlaps another."""

    def __init__(self, matches: Iterable[re.Match[str]]) -> None:
        self._matches = list(matches)
        self._starts = [m.start() for m in self._matches]

    def around(self, at: int) -> list[re.Match[str]]:
        """The one that an offset stands in, if there is one."""
        last = bisect.bisect_right(self._starts, at) - 1
        return [m for m in self._matches[max(last, 0) : last + 1] if at < m.end()]


def _is_idiomatic(label: str, start: int, idioms: _Stretches) -> bool:
    """Whether a word of violence stands in an idiom; who battles the floods still has floods."""
    family = label.partition(":")[0]
    within = [m.group().casefold() for m in idioms.around(start)]
    if label == "cause:disaster":
        within = [w for w in within if not w.startswith("battl")]
    if label in {"cause:disaster", "measure:killed"}:
        within = [w for w in within if not w.endswith("killed")]  # no violence, and dead all the same
    return family in _OF_VIOLENCE and bool(within)


_NO_NOUN = re.compile(rf"\b(?:{'|'.join(lexicon.NOT_AN_EVENT)})\b", re.IGNORECASE)


@cache
def _nouns() -> dict[str, tuple[str, str | None]]:
    """The counted nouns of all languages: they hardly collide, and where they do English comes first."""
    table: dict[str, tuple[str, str | None]] = {}
    for language, tongue in _TONGUES.items():
        units = ((n, (u, None)) for u, nouns in tongue.units.items() for n in nouns)
        people = ((n, ("people", g)) for g, nouns in tongue.groups.items() for n in nouns)
        for noun, (unit, group) in chain(units, people):
            for form in _forms(noun, language):
                table.setdefault(level(form), (str(unit), str(group) if group else None))
    return table


def _forms(noun: str, language: str) -> Iterable[str]:
    """The noun and its plural: "-s", "-es", "-x"; an Arabic noun is listed in all its forms."""
    yield noun
    if language == "en" and noun.endswith("y") and noun[-2] not in "aeiou":
        yield f"{noun[:-1]}ies"
    elif language == "en":
        yield f"{noun}es" if noun.endswith(("s", "sh", "ch", "x")) else f"{noun}s"
    elif language != "ar":
        yield f"{noun}s"
        yield f"{noun}x" if language == "fr" else f"{noun}es"


def unit_and_group(phrase: str) -> tuple[str, str | None] | None:
    """What a counted noun phrase counts: (unit, population group or None), by its last known noun.

    "SDF fighters" is ("people", "fighters"); "ammunition stores" ("buildings", None); an unknown
    noun is None, and so is an idiom ("heart attacks"). Longer nouns win: "aid workers" are not
    "workers". Of two groups in one count neither is meant alone: "soldiers and civilians" are people.
    """
    idiom = _NO_NOUN.search(phrase)
    if idiom and idiom.group().casefold() not in _nouns():  # "firefighters" fight no battle, and are people
        return None
    found = [m for part in _AND.split(phrase) if (m := _last_noun(part)) is not None]
    groups = {group for _, group in found}
    if len(groups) > 1 and all(unit == "people" for unit, _ in found):
        both = {str(PopulationGroup.WOMEN), str(PopulationGroup.CHILDREN)}
        return "people", str(PopulationGroup.WOMEN_AND_CHILDREN if groups == both else PopulationGroup.PEOPLE)
    return found[-1] if found else None


def _last_noun(phrase: str) -> tuple[str, str | None] | None:
    words = re.findall(r"[\w'-]+", level(phrase.casefold().replace("’", "'")))
    table = _nouns()
    for end in range(len(words), 0, -1):
        for start in range(max(0, end - 3), end):
            meaning = table.get(" ".join(words[start:end]))
            if meaning is not None:
                return _owner(words, start, table) or meaning
        if words[end - 1] > "\u05ff" and (meaning := _arabic_noun(words[end - 1])) is not None:
            return meaning
    return None


_ROMANCE_DONE = re.compile("(?:[ai]d[oa]s?|[ée]e?s?)$")
_HOUSED = frozenset({"homes", "households"})


def _owner(
    words: Sequence[str], at: int, table: Mapping[str, tuple[str, str | None]]
) -> tuple[str, str | None] | None:
    """ "Familias evacuadas": the noun before a participle that may name people itself."""
    before = table.get(words[at - 1]) if at and _ROMANCE_DONE.search(words[at]) else None
    return before if before is not None and before[0] in _HOUSED else None


_GLUED_ON = re.compile("^[وف]?[بلك]?(?:ال|لل)?(?=..)")


def _arabic_noun(word: str) -> tuple[str, str | None] | None:
    """An Arabic noun without the "and", "the" and case ending that are written onto it."""
    bare = _GLUED_ON.sub("", word)
    forms = (word, bare, word.removesuffix("ا"), bare.removesuffix("ا"), word.removeprefix("ال"))
    return next((m for form in forms if (m := _nouns().get(form)) is not None), None)
