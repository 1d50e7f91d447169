"""Camps and shelters: found by their names and by the word that follows or precedes them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from summariser.drafts import DraftSite
from summariser.lexicon.sites import SITE_AFTER, SITE_ANAPHOR, SITE_BEFORE, SITE_CONDITIONS
from summariser.meanings import FigureCandidate
from summariser.names import NameMention
from summariser.reading import Reading


@dataclass(slots=True)
class _Found:
    name: str
    sentences: list[str] = field(default_factory=list)


def find_sites(reading: Reading, figures: Sequence[tuple[FigureCandidate, str]]) -> tuple[DraftSite, ...]:
    """The named camps and shelters, with the figures and conditions of their sentences.

    "The camp" in a later sentence is the one named last; a camp that is never named is no site.
    """
    found: dict[str, _Found] = {}
    of_sentence: dict[str, str] = {}
    last: str | None = None
    for sentence in reading.sentences:
        if not reading.cues.of(sentence.id, "sitekind"):
            before = reading.before(sentence.id)
            if before is not None and before.id in of_sentence and _goes_on(reading, sentence.id):
                key = of_sentence[before.id]
                found[key].sentences.append(sentence.id)
                of_sentence[sentence.id] = key
            continue
        named = _named_in(reading, sentence.id)
        for key, mention in named:
            found.setdefault(key, _Found(mention.text)).sentences.append(sentence.id)
        if named:
            last = named[-1][0]
            of_sentence[sentence.id] = last
        elif last is not None and SITE_ANAPHOR.search(sentence.text):
            found[last].sentences.append(sentence.id)
            of_sentence[sentence.id] = last
    return tuple(_draft(reading, key, site, of_sentence, figures) for key, site in found.items())


def _goes_on(reading: Reading, sentence: str) -> bool:
    """Whether a sentence without the word "camp" still says what it is like there."""
    text = reading.sentence(sentence).text
    return bool(reading.cues.of(sentence, "severity") and SITE_CONDITIONS.search(text))


def _named_in(reading: Reading, sentence_id: str) -> list[tuple[str, NameMention]]:
    sentence = reading.sentence(sentence_id)
    hits = []
    for name in reading.names:
        for mention in name.mentions:
            if mention.sentence != sentence_id or name.kind not in {"camp", "place"}:
                continue
            if reading.resolver.resolve(name.text).precision == "country":
                continue  # "a camp in Jordan" is not called Jordan
            before = sentence.text[: mention.start - sentence.start]
            after = sentence.text[mention.end - sentence.start :]
            if (
                re.search(r"\bcamp\b", mention.text, re.IGNORECASE)
                or SITE_AFTER.match(after)
                or SITE_BEFORE.search(before)
            ):
                hits.append((name.id, mention))
                break
    return sorted(hits, key=lambda hit: hit[1].start)


def _draft(
    reading: Reading,
    key: str,
    site: _Found,
    of_sentence: dict[str, str],
    figures: Sequence[tuple[FigureCandidate, str]],
) -> DraftSite:
    own = list(dict.fromkeys(site.sentences))
    numbers: dict[str, list[str]] = {"site:population": [], "site:capacity": []}
    for candidate, label in figures:
        if label in numbers and of_sentence.get(candidate.number.sentence) == key:
            numbers[label].append(candidate.number.id)
    conditions = [
        s for s in own if reading.cues.of(s, "severity") and SITE_CONDITIONS.search(reading.sentence(s).text)
    ]
    return DraftSite(
        name=site.name,
        sentences=tuple(own),
        population=tuple(numbers["site:population"]),
        capacity=tuple(numbers["site:capacity"]),
        conditions=tuple(conditions),
    )
