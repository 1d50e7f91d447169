"""Every number of an article, with its value, what it counts, and exactly where it stands.

The article is a closed world: a figure that is not found here cannot be in a summary. So everything that
is a number is found, also what no summary needs (years, ages, telephone numbers), each with its kind; and
nothing is guessed: a word such as "dozens" has a bound and no value.

How the pieces work together: ``number_tokens`` reads the digits, ``number_scan`` the figures,
``number_ranges`` joins neighbours, ``number_hedges`` looks around them, ``number_nouns`` tells what they
count, ``number_kinds`` what they are, ``number_implicit`` adds the "1" of "a child died".

What the fields say, where it is not obvious:

* ``text`` is the number words alone, without hedge, sign or unit: "20,000", "between 20 and 30",
  "1.2 million"; of an implicit 1 it is the article ("a"). A date is two numbers, its day and its year.
* ``value`` is None for ranges, vague words, clock times, codes ("H1N1") and dates in digits.
* ``tens`` and ``scores`` have the qualifier "dozens" and the lower bound 10 and 20.
* A percentage, a ratio and a measure name in ``noun`` what is divided or the unit ("km", "days").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from sys import intern
from typing import TypeAlias

from summariser.lexicon.english import ENGLISH, FEWEST_WORDS
from summariser.normalise.number_abroad import find_persons, romance_persons
from summariser.normalise.number_broken import with_broken
from summariser.normalise.number_hedges import find_after, find_before
from summariser.normalise.number_implicit import find_implicit
from summariser.normalise.number_kinds import classify, share_kinds
from summariser.normalise.number_line import Figure, Line, NumberKind, Qualifier
from summariser.normalise.number_nouns import head_of, inherit, noun_phrase
from summariser.normalise.number_ranges import join
from summariser.normalise.number_scan import scan
from summariser.normalise.number_tables import column_headers, header_of
from summariser.normalise.number_tokens import Number, Token, tokenise
from summariser.normalise.number_vocab import HOUSEHOLDS, HOUSES, PARTICIPLES, PERSONS
from summariser.normalise.number_words import LEXICONS
from summariser.sentences import Sentence, guess_language

__all__ = ["NumberKind", "NumberMention", "Qualifier", "find_numbers", "parse_number"]

ParsedNumber: TypeAlias = "tuple[Number | None, Number | None, Number | None, Qualifier]"

_POINTED = re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?:\.\d{3})+(?![\d,])")
"""Thousands as most languages but English part them; "2.300 persone" is no two and a third."""
_COUNTABLE = PERSONS | HOUSEHOLDS | HOUSES
_COUNTING: frozenset[NumberKind] = frozenset({"count", "percent", "ratio", "measure"})


@dataclass(frozen=True, slots=True)
class NumberMention:
    """One number where it stands in the text.

    Attributes:
        id: "N1", "N2", ... in text order.
        sentence: Id of the sentence it stands in.
        start: First code point of the number words.
        end: One past the last.
        text: Exactly ``text[start:end]`` of the article.
        value: The figure, or None where there is no single one.
        low: Lower bound of a range, of "at least" and of vague words.
        high: Upper bound of a range and of "at most".
        qualifier: How exact the text says it is.
        hedge: The words that say so ("more than"), or None.
        hedge_start: Where they stand.
        kind: What kind of number it is.
        noun: The counted noun phrase as it stands, or None.
        noun_start: Where the noun phrase stands.
        noun_end: One past its end.
        head: Its head noun in lower case.
        inherited: Whether the noun is that of an earlier number of the sentence.
        implicit: Whether no number word stands there ("a child died").
    """

    id: str
    sentence: str
    start: int
    end: int
    text: str
    value: Number | None
    low: Number | None
    high: Number | None
    qualifier: Qualifier
    hedge: str | None
    hedge_start: int | None
    kind: NumberKind
    noun: str | None
    noun_start: int | None
    noun_end: int | None
    head: str | None
    inherited: bool
    implicit: bool
    header: tuple[int, int] | None = None
    """Where the header of its column stands, if it stands in a table."""


def find_numbers(text: str, sentences: Sequence[Sentence]) -> tuple[NumberMention, ...]:
    """Find all numbers of an article.

    Args:
        text: The article, as it was given to ``split_sentences``.
        sentences: Its sentences; offsets of the result are offsets into ``text``.

    Returns:
        The numbers in text order.
    """
    language = guess_language(text)
    found: list[NumberMention] = []
    rows = column_headers(sentences)
    for sentence in sentences:
        line = _line(text, sentence.start, sentence.end, language)
        for figure in _figures(line, text):
            mention = _mention(text, sentence, line, figure, len(found) + 1)
            header = header_of(rows, sentence.id, mention.start)
            found.append(mention if header is None else _under_header(text, mention, header, language))
    return tuple(found)


def _under_header(text: str, mention: NumberMention, header: tuple[int, int], language: str) -> NumberMention:
    """A number of a table counts what the header of its column names."""
    line = _line(text, *header, language)
    all_words = [token for token in line.tokens if token.kind == "word"]
    nouns = [token for token in all_words if token.low in _COUNTABLE]
    if not nouns and not any(token.low in PARTICIPLES for token in all_words):
        nouns = all_words  # "Centres", "Barangays": no people
    if mention.kind != "count" or (mention.noun is not None and not mention.inherited) or not nouns:
        return replace(mention, header=header)
    noun = next((token for token in nouns if token.low in HOUSEHOLDS | HOUSES), nouns[-1])
    return replace(
        mention, header=header, noun=noun.text, noun_start=noun.start, noun_end=noun.end, head=noun.low,
        inherited=True,
    )  # fmt: skip


def parse_number(words: str) -> ParsedNumber | None:
    """Read one isolated number phrase, with or without a hedge.

    Args:
        words: "more than 66,000", "tens of thousands", "between 20 and 30", "diez mil", "خمسة آلاف".

    Returns:
        ``(value, low, high, qualifier)``, or None when the phrase is not exactly one number.
    """
    for language in LEXICONS:
        line = _line(words, 0, len(words), language)
        figures = join(line, scan(line))
        if len(figures) != 1:
            continue
        figure = figures[0]
        find_before(line, figure)
        figure.after = find_after(line, figure, figure.last)
        if figure.before == -1 and figure.after == len(line.tokens) and figure.kind in (None, "ratio"):
            return figure.value, figure.low, figure.high, figure.qualifier
    return None


def _line(text: str, start: int, end: int, language: str) -> Line:
    line = text[start:end]
    foreign = language == "en" and len(line.split()) >= FEWEST_WORDS and not ENGLISH.search(line)
    tokens = tokenise(text, start, end, "es" if foreign and _POINTED.search(line) else language)
    letters = [token for token in tokens if token.kind == "word" and len(token.text) > 1]
    shouted = bool(letters) and all(token.text.isupper() for token in letters)
    return Line(tokens, language, shouted, _begin_cells(text, tokens) if "\t" in line else frozenset())


def _begin_cells(text: str, tokens: Sequence[Token]) -> frozenset[int]:
    """Which tokens stand behind a tab."""
    return frozenset(
        at for at, (one, other) in enumerate(pairwise(tokens), 1) if "\t" in text[one.end : other.start]
    )


def _figures(line: Line, text: str) -> list[Figure]:
    """All figures of a line in order, complete."""
    figures = with_broken(line, join(line, scan(line)), text)
    starts: dict[int, Figure] = {}
    for figure in figures:
        find_before(line, figure)
        figure.after = find_after(line, figure, figure.last)
        # "100 of the more than 600 prisoners": a number begins where its hedge does.
        starts[figure.before + 1] = starts[figure.first] = figure
    # From the right, because "9 of the 14 fishermen" takes the noun of the number behind it.
    for figure in reversed(figures):
        _name(line, figure, starts)
    share_kinds(line, figures)
    figures = [figure for figure in figures if _is_number(line, figure)]
    figures += find_implicit(line, figures)
    figures += find_persons(line, figures)
    figures.sort(key=lambda figure: figure.first)
    inherit(line, figures)
    return figures


def _is_number(line: Line, figure: Figure) -> bool:
    """Whether a word that may be a pronoun or an article proved to count something."""
    if figure.needs == "person":
        abroad = line.language in {"es", "fr"} and figure.head in romance_persons()
        return abroad or figure.head in PERSONS or figure.head in PARTICIPLES
    return figure.needs is None or figure.noun is not None


def _name(line: Line, figure: Figure, starts: dict[int, Figure]) -> None:
    """Settle noun, kind and a hedge behind the noun."""
    figure.noun = noun_phrase(line, figure, starts)
    figure.head = None if figure.noun is None else head_of(line, figure.noun)
    figure.kind = classify(line, figure)
    if figure.kind not in _COUNTING:
        figure.noun = None
    figure.head = None if figure.noun is None else head_of(line, figure.noun)
    if figure.noun is not None and figure.kind == "count":
        find_after(line, figure, figure.noun[1])


def _mention(text: str, sentence: Sentence, line: Line, figure: Figure, number: int) -> NumberMention:
    start, end = line.at(figure.first).start, line.at(figure.last - 1).end
    hedge = _span(line, figure.hedge)
    noun = _span(line, figure.noun)
    return NumberMention(
        id=f"N{number}",
        sentence=sentence.id,
        start=start,
        end=end,
        text=intern(text[start:end]),  # a report says "people" and "12" thousands of times
        value=figure.value,
        low=figure.low,
        high=figure.high,
        qualifier=figure.qualifier,
        hedge=intern(text[hedge[0] : hedge[1]]) if hedge else None,
        hedge_start=hedge[0] if hedge else None,
        kind=figure.kind or "count",
        noun=intern(text[noun[0] : noun[1]]) if noun else None,
        noun_start=noun[0] if noun else None,
        noun_end=noun[1] if noun else None,
        head=intern(figure.head) if figure.head else figure.head,
        inherited=figure.inherited,
        implicit=figure.implicit,
    )


def _span(line: Line, tokens: tuple[int, int] | None) -> tuple[int, int] | None:
    return None if tokens is None else (line.at(tokens[0]).start, line.at(tokens[1] - 1).end)
