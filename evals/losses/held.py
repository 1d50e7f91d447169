"""What an article holds and what a run made of it: the questions that tell the stages apart."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import Final

from summariser.articles import Article
from summariser.evals.grounding import walk
from summariser.evals.record_types import FigureRecord, Span, Spans
from summariser.evals.scorers import names
from summariser.evals.scorers.newsroom_figures import same_number
from summariser.normalise.dates import resolve_date
from summariser.normalise.numbers import NumberMention
from summariser.normalise.places import PlaceResolver
from summariser.reading import Reading, read
from summariser.schemas import Event, Evidence, IssueCode, Summary
from summariser.schemas.codebooks import Qualifier
from summariser.sentences import Sentence

_DIGITS: Final = re.compile(r"\d(?:[\d.,\u00a0\u202f'’ ]*\d)?")
_SCALES: Final = (
    (re.compile(r"\s*-?(?:thousand|mil(?:le|es)?|k)\b", re.I), 1_000),
    (re.compile(r"\s*-?(?:lakhs?|lacs?)\b", re.I), 100_000),
    (re.compile(r"\s*-?(?:millions?|millones|millón|m)\b", re.I), 1_000_000),
    (re.compile(r"\s*-?crores?\b", re.I), 10_000_000),
)
_NO_CANDIDATE: Final = frozenset({IssueCode.UNPLACED, IssueCode.LANGUAGE, IssueCode.NOT_READ})
"""Issues that say that a sentence was passed over, not that it was looked at."""


class Held:
    """One article's reading beside one summary of it."""

    def __init__(self, article: Article, summary: Summary, resolver: PlaceResolver) -> None:
        self.reading: Reading = read(article, resolver)
        self._summary = summary
        self._published = article.published

    @cached_property
    def off_topic(self) -> bool:
        """Whether the article as a whole was put aside."""
        return any(issue.code is IssueCode.OFF_TOPIC for issue in self._summary.issues)

    @cached_property
    def _proofs(self) -> dict[str, frozenset[str]]:
        parts = {"event": self._summary.events, "fact": self._summary.humanitarian}
        return {
            part: frozenset(proof.sentence for _, proof in walk(records) if isinstance(proof, Evidence))
            for part, records in parts.items()
        }

    @cached_property
    def _refused(self) -> frozenset[str]:
        issues = self._summary.issues
        return frozenset(i.sentence for i in issues if i.sentence and i.code not in _NO_CANDIDATE)

    # Sentences

    def sentences(self, spans: Spans) -> list[Sentence]:
        """The sentences that some spans meet."""
        return [s for s in self.reading.sentences if any(s.start < b and a < s.end for a, b in spans)]

    def holding(self, aliases: Iterable[str]) -> Spans:
        """The sentences in which all words of one of the names stand."""
        words = [w for w in map(names.tokens, aliases) if w]
        found = [s for s in self.reading.sentences if any(w <= names.tokens(s.text) for w in words)]
        return tuple((s.start, s.end) for s in found)

    def is_evidence(self, spans: Spans, part: str) -> bool:
        """Whether a record of this part of the summary rests on one of the sentences."""
        return any(s.id in self._proofs[part] for s in self.sentences(spans))

    def events_at(self, spans: Spans) -> list[Event]:
        """The summary's events that rest on one of the sentences."""
        ids = {s.id for s in self.sentences(spans)}
        events = self._summary.events.events if self._summary.events else ()
        return [event for event in events if any(proof.sentence in ids for proof in event.evidence)]

    def is_candidate(self, spans: Spans, *parts: str) -> bool:
        """Whether one of the sentences is in any record (of these parts), or something of it was refused."""
        looked_at = self._refused.union(*(self._proofs[part] for part in parts or self._proofs))
        return self.off_topic or any(s.id in looked_at for s in self.sentences(spans))

    # Numbers

    def spans_of(self, quantity: float) -> Spans:
        """Where a number of this value was read, any bound of it."""
        read_as = [n for n in self.reading.numbers if quantity in (n.value, n.low, n.high)]
        return tuple((n.start, n.end) for n in read_as)

    def written(self, quantity: float, within: Spans | None = None) -> Spans:
        """Where digits say this number (in the sentences that some spans meet), however they were read."""
        found = [span for span, value in written_numbers(self.reading.article.text) if value == quantity]
        if within is not None:
            around = self.sentences(within)
            found = [(a, b) for a, b in found if any(s.start <= a < s.end for s in around)]
        return tuple(found)

    def numbers_at(self, spans: Spans) -> list[NumberMention]:
        """The numbers that were read there."""
        return [n for n in self.reading.numbers if any(n.start < b and a < n.end for a, b in spans)]

    def has_number(self, figure: FigureRecord) -> bool:
        """Whether a number that was read in the figure's sentences is its number."""
        whole = tuple((s.start, s.end) for s in self.sentences(figure.spans))
        return any(same_number(figure, _record(n)) for n in self.numbers_at(whole))

    # Names and days

    def is_named(self, aliases: Iterable[str]) -> bool:
        """Whether the reading lists the name: as a name, an actor, or the noun of a number."""
        wanted = tuple(aliases)
        return any(names.same((listed,), wanted) for listed in self._listed)

    @cached_property
    def _listed(self) -> tuple[str, ...]:
        here = self.reading
        found = [form for name in here.names for form in (name.text, *name.aliases)]
        found += [form for actor in here.actors for form in (actor.text, actor.canonical.name)]
        found += [number.noun for number in here.numbers if number.noun]
        return tuple(dict.fromkeys(found))

    def days(self, spans: Spans | None = None) -> list[tuple[date | None, date | None]]:
        """First and last day of every date phrase, or of those in the sentences that spans meet."""
        ids = None if spans is None else {s.id for s in self.sentences(spans)}
        words = [d.text for d in self.reading.dates if ids is None or d.sentence in ids]
        return [(r.start, r.end) for r in (resolve_date(w, self._published) for w in words)]


def _record(number: NumberMention) -> FigureRecord:
    return FigureRecord(
        value=number.value, low=number.low, high=number.high, qualifier=(Qualifier(number.qualifier),)
    )


def written_numbers(text: str) -> Iterator[tuple[Span, float]]:
    """The numbers that digits say, with where they stand; a word of scale behind makes another number."""
    for found in _DIGITS.finditer(text):
        digits = "".join(str(unicodedata.digit(c, -1)) if c.isdigit() else c for c in found[0])
        plain = re.sub(r"[^\d]", "", digits)
        yield found.span(), float(plain)
        decimal = re.fullmatch(r"\d+[.,]\d{1,2}", digits)
        number = float(digits.replace(",", ".")) if decimal else float(plain)
        for word, scale in _SCALES:
            if after := word.match(text, found.end()):
                yield (found.start(), after.end()), round(number * scale, 3)
