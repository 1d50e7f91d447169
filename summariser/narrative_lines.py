"""A narrative that a model wrote: kept as far as it holds nothing that the verified records do not.

A number must be a verified figure's or a date's, a name must stand in the article. A line that has any
other is dropped, with an issue; a narrative without its headline gives way to the composed one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from summariser.drafts import DraftLine
from summariser.normalise.numbers import NumberMention, find_numbers
from summariser.normalise.place_words import is_ordinary
from summariser.schemas import Figure, IssueCode, Narrative, NarrativeSentence
from summariser.schemas.codebooks import Unit
from summariser.sentences import split_sentences
from summariser.verify.ledger import Ledger

_MOST_SENTENCES, _MOST_HEADLINE_WORDS = 5, 20
_DATES = {"date", "year"}
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
_WORD = re.compile(r"[^\W\d_][\w'’]*")
_STEM = 4
"""So many letters make two words one, where a capital proves nothing: "Kills" and "killing"."""


def accept_lines(
    headline: DraftLine | None,
    lines: Sequence[DraftLine],
    figures: Sequence[Figure],
    dates: Iterable[date],
    composed: Narrative | None,
    ledger: Ledger,
) -> Narrative | None:
    """A model's narrative, where every number of it is a verified figure's; else the composed one."""
    if headline is None or not lines:
        return composed
    if composed is None:
        _drop(ledger, "A narrative of an article without any verified record", headline)
        return None
    days = tuple(dates)
    told = (composed.headline, *composed.sentences)
    calendar = [f"{_WEEKDAYS[d.weekday()]} {_MONTHS[d.month - 1]}" for d in days]
    words = _words_of(" ".join([ledger.reading.text, *(s.text for s in told), *calendar]))
    known = [line for line in (headline, *lines) if _names_are_known(line, words, ledger)]
    kept = [s for s in (_accept(line, figures, days, ledger) for line in known if line in lines) if s]
    title = _accept(headline, figures, days, ledger) if headline in known else None
    if title is not None and len(title.text.split()) > _MOST_HEADLINE_WORDS:
        _drop(ledger, f"A headline of more than {_MOST_HEADLINE_WORDS} words", headline)
        title = None
    if not kept or title is None:
        return composed
    return Narrative(headline=title, sentences=tuple(kept[:_MOST_SENTENCES]))


def _drop(ledger: Ledger, reason: str, line: DraftLine, words: str | None = None) -> None:
    ledger.refuse(IssueCode.NOT_GROUNDED, reason, step="narrative", words=words or line.text)


def _words_of(text: str) -> frozenset[str]:
    return frozenset(w.casefold().removesuffix("'s").removesuffix("’s") for w in _WORD.findall(text))


def _names_are_known(line: DraftLine, words: frozenset[str], ledger: Ledger) -> bool:
    """Whether each capital of a line is one of the article or of its records: a name from elsewhere drops it.

    Where a capital says nothing, at the start of a sentence and in a Line of Capitals, an ordinary word
    will do, and one that begins like a word that is known.
    """
    found = list(_WORD.finditer(line.text))
    shouted = sum(m.group()[0].isupper() for m in found) > len(found) / 2
    starts = {w[:_STEM] for w in words}
    for match in found:
        word = match.group().casefold().removesuffix("'s").removesuffix("’s")
        if not match.group()[0].isupper() or word in words:
            continue
        opens = re.search(r"(?:^|[.!?:]\s+)[“\"']?$", line.text[: match.start()]) is not None
        if not ((shouted or opens) and (is_ordinary(word) or word[:_STEM] in starts)):
            reason = "A sentence of the narrative holds a name that the article does not have"
            _drop(ledger, reason, line, match.group())
            return False
    return True


def _accept(
    line: DraftLine, figures: Sequence[Figure], days: Sequence[date], ledger: Ledger
) -> NarrativeSentence | None:
    known = {s.id for s in ledger.reading.sentences}
    sentences = [s for s in line.sentences if s in known]
    found = find_numbers(line.text, split_sentences(line.text))
    numbers = [n for n in found if n.kind != "identifier"]  # "M-23" is a name or nothing: see below
    used: list[str] = []
    allowed = {n for d in days for n in (d.year, d.month, d.day)}
    for number in numbers:
        match = next((f for f in figures if _tells(number, f)), None)
        if match is not None:
            used.append(match.id)
        elif number.value not in allowed or number.kind not in _DATES:  # "14 people" is no 14 November
            _drop(
                ledger,
                "A sentence of the narrative holds a number that is no verified figure",
                line,
                number.text,
            )
            return None
    odd = _odd_code(line.text, numbers, ledger.reading.text)
    if odd is not None:
        _drop(ledger, "A sentence of the narrative holds a code that the article does not have", line, odd)
        return None
    if not line.text.strip() or not sentences:
        _drop(ledger, "A sentence of the narrative rests on no sentence of the article", line)
        return None
    return NarrativeSentence(
        text=line.text, figures=tuple(dict.fromkeys(used)), evidence=ledger.reading.evidence(*sentences)
    )


def _tells(number: NumberMention, figure: Figure) -> bool:
    """Whether a number of a line is a figure's: "12 per cent" and "12 km" are not 12 people."""
    counts = number.kind == "count" or (number.kind == "measure" and figure.unit is Unit.SUPPLIES)
    return counts and (number.value, number.low, number.high) == (figure.value, figure.low, figure.high)


def _odd_code(text: str, numbers: Sequence[NumberMention], article: str) -> str | None:
    """Digits that were not read as a number ("900dead") and are no code of the article ("H1N1")."""
    for match in re.finditer(r"[^\s.,;:!?()“”\"]*\d[^\s.,;:!?()“”\"]*", text):
        read = any(n.start < match.end() and match.start() < n.end for n in numbers)
        if not read and re.search(rf"(?<!\w){re.escape(match.group())}(?!\w)", article) is None:
            return match.group()
    return None
