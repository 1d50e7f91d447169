"""The proper names of an article, with every place where each stands.

An article is a closed world: what a summary may name stands in it. This module lists it. Names are found
by their capitals and by what stands around them; two spellings of one thing become one name with
aliases; a capital that is owed only to the start of a sentence, to a headline or to telex style does not
count. In a script without capitals no names are found: there the summary is checked instead.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from sys import intern
from typing import TYPE_CHECKING

from summariser.lexicon.named_apart import is_storm, turn_of
from summariser.name_arabic import find_arabic_places, is_arabic
from summariser.name_headlines import find_in_headline, is_headline
from summariser.name_kinds import (
    Evidence,
    NameKind,
    decide_kind,
    is_people,
    is_placed,
    read_evidence,
    share_lists,
    sort_after,
)
from summariser.name_links import Form, Group, defined_acronym, link_forms, name_key
from summariser.name_runs import Run, find_runs, is_body, is_organisation_word
from summariser.name_tokens import PARTICLES, Token, tokenise
from summariser.normalise.place_tables import country_codes, demonym_codes
from summariser.normalise.place_words import is_ordinary, lower_words, word_list
from summariser.normalise.places import PlaceResolver
from summariser.sentences import LABELS, guess_language

if TYPE_CHECKING:
    from summariser.sentences import Sentence

__all__ = ["Name", "NameKind", "NameMention", "find_names", "find_places"]

_LONG_SHOUT = 6


@dataclass(frozen=True, slots=True)
class NameMention:
    """One place where a name stands: ``text`` is the article's [start:end]."""

    start: int
    end: int
    text: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Name:
    """A name of the article with all its forms and mentions."""

    id: str
    """"P1"... in order of first mention."""
    text: str
    """The longest form that the article uses."""
    kind: NameKind
    mentions: tuple[NameMention, ...]
    aliases: tuple[str, ...]
    """Its other forms in this article, in order of first mention."""
    located: bool = False
    """Some mention follows a word of place ("in", "near") or precedes one ("province")."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """How the article writes its words elsewhere: what tells a name from a sentence's first word."""

    lower: frozenset[str]
    middle: frozenset[str]
    """Texts of runs that stand inside a sentence."""
    shouted: Counter[str]


def find_names(
    text: str, sentences: Sequence[Sentence], resolver: PlaceResolver | None = None
) -> tuple[Name, ...]:
    """The names in an article.

    Args:
        text: The article.
        sentences: Its sentences, with offsets into `text`.
        resolver: Gazetteer for the kinds of names; without it only countries are known as places.

    Returns:
        Names in order of first mention; each mention's text is exactly ``text[start:end]``.
    """
    # A sentence's words are made twice and kept for none: those of 200 pages take more than all the rest.
    headlines, seen = _see(text, sentences)
    forms: dict[str, Form] = {}
    defined: list[tuple[str, str]] = []
    for sentence in sentences:
        if sentence.id in headlines:
            continue
        runs = find_runs(_words(text, sentence))
        named = [run for found in runs for run in _accepted(found, text, seen)]
        evidence = [(run, read_evidence(run, text)) for run in named]
        share_lists(evidence, text)
        for run, shown in evidence:
            _record(run, shown, text, sentence.id, forms, defined)
    if is_arabic(text):
        _record_arabic(text, sentences, forms, resolver)
    for sentence in sentences:
        if sentence.id in headlines:
            _record_headline(sentence.id, _words(text, sentence), text, forms, resolver)
    countries = resolver.context(text).countries[:3] if resolver and forms else ()
    return tuple(_names(link_forms(_by_key(forms), defined), text, resolver, countries))


def find_places(names: Iterable[Name]) -> tuple[Name, ...]:
    """The names that may say where something happened: places, camps, and unknown ones after "in"."""
    return tuple(
        name for name in names if name.kind in ("place", "camp") or (name.kind == "unknown" and name.located)
    )


def _words(text: str, sentence: Sentence) -> list[Token]:
    return tokenise(text, sentence.start, sentence.end)


def _see(text: str, sentences: Sequence[Sentence]) -> tuple[frozenset[str], _Seen]:
    """Which sentences are headlines, by their ids, and how the others write their words."""
    headlines: set[str] = set()
    lower: set[str] = set()
    middle: set[str] = set()
    shouted: Counter[str] = Counter()
    for sentence in sentences:
        tokens = _words(text, sentence)
        if is_headline(tokens, sentence.text):
            headlines.add(sentence.id)
            continue
        lower.update(token.lower for token in tokens if not token.capital)
        shouted.update(token.text for token in tokens if token.shouted)
        middle.update(text[run.start : run.end] for run in find_runs(tokens) if not run.opens)
    language = guess_language(text)
    if language in LABELS:
        # Not of every text: El Nahud is En Nahud, too.
        lower |= LABELS[language] | {"en"}
    return frozenset(headlines), _Seen(frozenset(lower), frozenset(middle), shouted)


def _accepted(run: Run, text: str, seen: _Seen) -> Iterator[Run]:
    """The names in a run: shouted words end a name ("Syria SHOWDOWN"), then each piece is judged."""
    first = run.first
    for index in range(run.first, run.last + 2):
        if index <= run.last and not (run.first < run.last and _is_shout(run.tokens[index], seen)):
            continue
        if first < index:
            start = first == run.first
            piece = Run(run.tokens, first, index - 1, run.titled and start, run.opens and start)
            yield from _accept(piece, text, seen)
        first = index + 1


def _accept(run: Run, text: str, seen: _Seen) -> Iterator[Run]:
    """The run if it is a name; without its first word where that is owed to the sentence's start."""
    run = _without_storm(run, text)
    if run.first == run.last:
        if _is_single_name(run, seen):
            yield run
        return
    whole = text[run.start : run.end]
    head = run.tokens[run.first]
    common = head.lower in lower_words("common") | lower_words("before_place") or head.lower in seen.lower
    if run.opens and common and whole not in seen.middle:
        rest = Run(run.tokens, run.first + 1, run.last)
        known = country_codes(whole) or (
            is_body(run.tokens, run.first, run.last) and not _is_known(rest, text, seen)
        )
        if not known:
            yield from _accept(rest, text, seen) if rest.tokens[rest.first].capital else ()
            return
    if demonym_codes(whole) and _describes_noun(run):
        return
    if not is_ordinary(whole) or is_body(run.tokens, run.first, run.last) or not run.opens:
        yield run


def _without_storm(run: Run, text: str) -> Run:
    """ "Tropical Storm Julia" is named Julia, and told of as Julia later."""
    if run.first == run.last or is_body(run.tokens, run.first, run.last):
        return run
    named = (at for at in range(run.first + 1, run.last + 1) if is_storm(text, run.tokens[at].start))
    at = next(named, None)
    return run if at is None else Run(run.tokens, at, run.last)


def _describes_noun(run: Run) -> bool:
    """ "South Sudanese soldiers": the demonym is an adjective, and no name."""
    after = run.following()
    return not is_people(run.words[-1]) and after is not None and after.gap.isspace() and not after.capital


def _is_known(run: Run, text: str, seen: _Seen) -> bool:
    words = text[run.start : run.end]
    return words in seen.middle or bool(country_codes(words)) or is_people(words)


def _is_single_name(run: Run, seen: _Seen) -> bool:
    token = run.tokens[run.first]
    word = token.text
    if len(word) < 2 or word in word_list("not_names") or token.lower in PARTICLES:
        return False
    if word in word_list("acronyms") or word in word_list("groups") or country_codes(word):
        return True
    if demonym_codes(word):
        return is_people(word)
    if word.replace("’", "'") in word_list("peoples"):
        return False
    if run.titled:
        return token.lower not in lower_words("function")
    if token.shouted:
        return token.lower not in lower_words("common") and not _is_shout(token, seen)
    if run.opens:
        return word in seen.middle or not (is_ordinary(word) or token.lower in seen.lower or _describes(run))
    if is_ordinary(word):
        # "the Army", "the Council": a body by its common name, inside a sentence.
        before = run.previous()
        return is_organisation_word(word) and before is not None and before.lower == "the"
    return True


def _describes(run: Run) -> bool:
    """ "Unidentified men", "Fearing reprisals": a participle and its noun; not "Mohammed said"."""
    token, after = run.tokens[run.first], run.following()
    if not token.lower.endswith(("ing", "ly", "ed", "ion", "ions", "ment", "ness")):
        return False
    return after is None or not (token.possessive or after.lower in word_list("saying"))


def _is_shout(token: Token, seen: _Seen) -> bool:
    """ "SHOWDOWN" is a word in capitals, "MINUSCA" an acronym: a long one must stand in the text twice."""
    word = token.text
    if not token.shouted or is_organisation_word(word) or country_codes(word):
        return False
    if word in word_list("acronyms") or word in word_list("groups"):
        return False
    if token.lower in lower_words("common") or token.lower in seen.lower:
        return True
    return len(word) >= _LONG_SHOUT and word.isalpha() and seen.shouted[word] < 2


def _record(
    run: Run,
    evidence: Evidence,
    text: str,
    sentence_id: str,
    forms: dict[str, Form],
    defined: list[tuple[str, str]],
) -> None:
    start, end = run.start, _end_with_sort(run, text)
    words = text[start:end]
    form = forms.setdefault(words, Form(words))
    form.spans.append((start, end, sentence_id))
    form.evidence.add(evidence)
    acronym = defined_acronym(run)
    if acronym is not None:
        defined.append((name_key(acronym.text), name_key(words)))


def _end_with_sort(run: Run, text: str) -> int:
    """ "Idlib province" is another place than "Idlib", so its sort belongs to the name; and so with a camp.

    Not after a country or an acronym: "US state department" names no state.
    """
    sort = sort_after(run, text)
    token = run.tokens[run.last]
    if sort is None or token.possessive or token.shouted or country_codes(text[run.start : run.end]):
        return run.end
    if is_body(run.tokens, run.first, run.last) or demonym_codes(token.text) or run.titled:
        return run.end
    named = sort[0] in lower_words("place_sorts") or sort[0] in lower_words("camp_ends")
    return sort[1] if named and not sort[0].endswith("camps") else run.end


def _record_headline(
    sentence_id: str,
    tokens: Sequence[Token],
    text: str,
    forms: dict[str, Form],
    resolver: PlaceResolver | None,
) -> None:
    known = {form.text.casefold() for form in forms.values()}
    for start, end, evidence in find_in_headline(tokens, known, text, resolver):
        words = text[start:end]
        form = forms.setdefault(words, Form(words))
        form.spans.append((start, end, sentence_id))
        form.evidence.add(evidence)


def _record_arabic(
    text: str, sentences: Sequence[Sentence], forms: dict[str, Form], resolver: PlaceResolver | None
) -> None:
    context = resolver.context(text) if resolver else None
    for sentence in sentences:
        for start, end, camp in find_arabic_places(text, sentence.start, sentence.end, resolver, context):
            form = forms.setdefault(text[start:end], Form(text[start:end]))
            form.spans.append((start, end, sentence.id))
            form.evidence.add(_arabic_evidence(text, start, end, camp=camp))


def _arabic_evidence(text: str, start: int, end: int, *, camp: bool) -> Evidence:
    turn = turn_of(text, start, end)
    if is_storm(text, start) or turn == "clock":
        return Evidence(storm=turn is None, turn=turn)
    return Evidence(place=4.0, camp=camp, located=True)


def _by_key(forms: dict[str, Form]) -> list[Form]:
    """All forms; spellings of one key are told apart only by their text."""
    for form in forms.values():
        form.spans.sort()  # those of headlines came last
    return [form for form in forms.values() if form.key]


def _names(
    groups: Iterable[Group], text: str, resolver: PlaceResolver | None, countries: Sequence[str]
) -> Iterator[Name]:
    ordered = sorted(groups, key=lambda group: min(form.spans[0] for form in group.forms))
    speakers = _speakers(ordered, resolver, countries)
    for number, group in enumerate(ordered, start=1):
        spans = sorted(span for form in group.forms for span in form.spans)
        forms = [form.text for form in sorted(group.forms, key=lambda form: form.spans[0])]
        longest, evidence = group.text, group.evidence
        aliases = tuple(form for form in forms if form != longest)
        kind = decide_kind((longest, *aliases), evidence, resolver, countries)
        yield Name(
            id=f"P{number}",
            text=longest,
            kind="person" if kind == "place" and longest in speakers else kind,
            mentions=tuple(
                NameMention(start, end, intern(text[start:end]), sentence) for start, end, sentence in spans
            ),
            aliases=aliases,
            located=evidence.located,
        )


def _speakers(
    groups: Sequence[Group], resolver: PlaceResolver | None, countries: Sequence[str]
) -> frozenset[str]:
    """The names of those who speak in a log, by their longest forms.

    Behind a clock all are places, or none is: "14:09 Omar:" beside "14:05 Sara:". Without a clock a line may
    well begin with a large town, and then tells what befell it.
    """
    evidence = [(group.text, group.evidence) for group in groups]
    turns = [(text, shown.turn) for text, shown in evidence if shown.turn and not shown.is_placed]
    logged = [text for text, turn in turns if turn == "clock"]
    if logged and all(is_placed(text, resolver, countries, large=False) for text in logged):
        logged = []
    lines = (text for text, turn in turns if turn == "line")
    return frozenset(logged).union(t for t in lines if not is_placed(t, resolver, countries, large=True))
