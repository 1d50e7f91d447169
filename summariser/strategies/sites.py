"""Camps and shelters: which the article names, how many stay there, and what it is like.

"The camp" in a later sentence is the one named last, and so is "it"; a camp that is never named is no site.
The sentences after a row of a list of sites go on about that row.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from summariser.aid_counts import reached_by
from summariser.drafts import DraftSite
from summariser.help_words import help_in
from summariser.lexicon.sites import (
    AND_THEN,
    AT,
    HOSTS_BEFORE,
    IT,
    OCCUPANTS,
    OF_THE_SITE,
    SITE_ANAPHOR,
    SITE_CONDITIONS,
    SITE_HEAD,
    TAKES_IN,
    THERE,
    WITHIN,
)
from summariser.normalise.numbers import NumberMention
from summariser.polarity import is_retold
from summariser.reading import Reading
from summariser.schemas.codebooks import Measure, SiteKind
from summariser.sentences import Sentence
from summariser.site_counts import counted_at_site, in_table, stays_nowhere
from summariser.site_names import SiteMention, find_site_mentions
from summariser.table_rows import counts_harm, head_of_table
from summariser.tables import Told

_KIND = re.compile(r"\b(?:camp|shelter|site|settlement|the|centre|center)s?\b", re.IGNORECASE)
_OCCUPANTS = frozenset({"residents", "inhabitants", "occupants", "dwellers"})
_TOLLS = {
    f"measure:{m}" for m in (Measure.KILLED, Measure.DIED, Measure.INJURED, Measure.MISSING, Measure.ABDUCTED)
}


@dataclass(slots=True)
class _Found:
    name: str
    where: str | None
    sentences: list[str] = field(default_factory=list)
    population: list[str] = field(default_factory=list)
    capacity: list[str] = field(default_factory=list)
    conditions: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Current:
    """The site that was named last, and how."""

    key: str
    paragraph: int
    row: bool
    heads: bool
    """A heading named it: all that follows up to the next heading is about it."""


def find_sites(reading: Reading) -> tuple[DraftSite, ...]:
    """The named camps and shelters, with the figures and conditions of their sentences."""
    found: dict[str, _Found] = {}
    current: _Current | None = None
    rows: dict[str, list[Told]] = {}
    for told in reading.cells.values():
        if told.of_site and told.row is not None:
            rows.setdefault(told.sentence, []).append(told)
    for sentence in reading.sentences:
        if sentence.id in rows:
            _of_a_row(found, sentence, rows[sentence.id])
            current = None
            continue
        heads = reading.section(sentence.id).is_heading
        if heads:
            current = None
        mentions = [
            m for m in find_site_mentions(reading, sentence) if not _is_a_row_of_areas(reading, sentence, m)
        ]
        if not heads and not (current is not None and current.heads):
            mentions = mentions or _again(sentence, found)
        if mentions:
            keys = [_file(found, m) for m in mentions]
            for key in keys:
                _add(found[key].sentences, sentence.id)
            _count(reading, sentence, list(zip(mentions, keys, strict=True)), found)
            current = _Current(keys[-1], sentence.paragraph, mentions[0].row, heads)
            if len(set(keys)) == 1:
                _describe(sentence, found[keys[0]])
        elif current is not None and _goes_on(reading, sentence, current):
            site = found[current.key]
            _add(site.sentences, sentence.id)
            _count(reading, sentence, [(None, current.key)], found, listed=current.row)
            _describe(sentence, site)
        elif current is not None and current.row and not current.heads:
            current = None
    return tuple(_draft(site) for site in found.values())


def _of_a_row(found: dict[str, _Found], sentence: Sentence, cells: Sequence[Told]) -> None:
    """File the site that a row of a table is about, with its people and its room."""
    head, where = cells[0].row, cells[0].beside.get("where")
    assert head is not None
    at = head.start - sentence.start
    mention = SiteMention(
        head.text,
        at,
        at + len(head.text),
        SiteKind.OTHER,
        where.text if where is not None else None,
        row=True,
    )
    site = found[_file(found, mention)]
    _add(site.sentences, sentence.id)
    for told in cells:
        if told.label == "site:population":
            _add(site.population, told.number)
        elif told.label == "site:capacity":
            _add(site.capacity, told.number)


def taken_numbers(sites: Sequence[DraftSite]) -> frozenset[str]:
    """The numbers that count the people or the room of a site: they are no movement as well."""
    return frozenset(n for site in sites for n in (*site.population, *site.capacity))


def _told_in(reading: Reading, sentence: Sentence) -> list[Told]:
    numbers = reading.numbers_in(sentence.id)
    return [told for n in numbers if (told := reading.cells.get(n.id)) is not None]


def _is_a_row_of_areas(reading: Reading, sentence: Sentence, mention: SiteMention) -> bool:
    """Whether a row of a table names a district or a date, and no site."""
    if not mention.row or not re.search(r"[|\t]", sentence.text):
        return False
    if any(t.label and not t.of_site and not t.listed for t in _told_in(reading, sentence)):
        return True
    head = head_of_table(reading, sentence.id)
    first = re.split(r"[|\t]", head.strip("| \t"))[0] if head is not None else ""
    return not SITE_HEAD.search(first)


def _file(found: dict[str, _Found], mention: SiteMention) -> str:
    """The site that a mention is of: "Kalma camp" and "Kalma" are one."""
    key = _KIND.sub("", mention.name.casefold()).strip() or mention.name.casefold()
    for known in found:
        if known == key or (len(key) > 4 and (known.startswith(f"{key} ") or known.endswith(f" {key}"))):
            return known
    found[key] = _Found(mention.name, mention.where)
    return key


def _again(sentence: Sentence, found: dict[str, _Found]) -> list[SiteMention]:
    """Sites named before that a sentence names without saying what they are: "In Dorra wells ran dry"."""
    again = []
    for site in found.values():
        at = re.search(rf"(?<!\w){re.escape(site.name)}(?!\w)", sentence.text)
        if at is not None:
            again.append(SiteMention(site.name, at.start(), at.end(), SiteKind.OTHER, site.where))
    return again


def _goes_on(reading: Reading, sentence: Sentence, current: _Current) -> bool:
    section = reading.section(sentence.id)
    if current.heads:
        return True
    if current.row:
        return sentence.paragraph == current.paragraph and not section.row
    if SITE_ANAPHOR.search(sentence.text):
        return True
    if sentence.paragraph != current.paragraph:
        return False
    return bool(IT.match(sentence.text) or SITE_CONDITIONS.search(sentence.text))


def _count(
    reading: Reading,
    sentence: Sentence,
    mentions: list[tuple[SiteMention | None, str]],
    found: dict[str, _Found],
    *,
    listed: bool = False,
) -> None:
    """File each number of the sentence that counts people or room with the site it stands by."""
    if is_retold(reading, sentence.id):
        return
    first = True
    for number in reading.numbers_in(sentence.id):
        mention, key = _nearest(number, sentence, mentions)
        row = mention is not None and mention.row
        if row and number.start - sentence.start < mention.end:  # type: ignore[union-attr]
            continue
        if mention is not None and _another_between(reading, number, sentence.start + mention.start):
            continue  # "900 evacuees were at five shelters, including 310 at"
        if counts_harm(reading, number) or stays_nowhere(reading, number):
            continue
        if _was_helped(reading, sentence, number, mention):
            continue
        opens = row or (mention is None and listed and not found[key].population)
        beside = mention is not None and _stands_beside(reading, sentence, number, mention)
        told = (opens and first) or beside
        counts = in_table(reading, number) or counted_at_site(reading, number, row=told)
        first = False
        if counts is not None:
            site = found[key]
            _add(site.population if counts == "population" else site.capacity, number.id)


def _was_helped(
    reading: Reading, sentence: Sentence, number: NumberMention, mention: SiteMention | None
) -> bool:
    """Whether help reached so many at a site, which is no count of those who live there."""
    if number.noun is None or in_table(reading, number):
        return False
    section = reading.section(sentence.id)
    text = sentence.text
    acts = [h for h in help_in(text, section) if h.actor is None or not TAKES_IN.search(text, h.start, h.end)]
    if number.head in _OCCUPANTS or all(reached_by(reading, number, h) is None for h in acts):
        return False
    at, end = number.start - sentence.start, (number.noun_end or number.end) - sentence.start
    until = mention.start if mention is not None and mention.start > end else len(text)
    since = mention.end if mention is not None and mention.end < at else 0
    before = text[since:at]
    return not (OF_THE_SITE.match(text, end, until) or HOSTS_BEFORE.search(before))


def _another_between(reading: Reading, number: NumberMention, until: int) -> bool:
    """Whether a number stands nearer to the site that is named after this one."""
    others = reading.numbers_in(number.sentence)
    return any(number.end < n.start < until and n.kind == "count" and not n.implicit for n in others)


def _stands_beside(reading: Reading, sentence: Sentence, number: NumberMention, mention: SiteMention) -> bool:
    """Whether nothing but "the residents of" stands between a number of people and the site."""
    text, at = sentence.text, number.start - sentence.start
    if any(c.label in _TOLLS for c in reading.cues.of(sentence.id, "measure")):
        return False
    if mention.start > at:
        gap = text[number.end - sentence.start : mention.start]
        if AT.fullmatch(gap):
            return True
        return WITHIN.fullmatch(gap) is not None and OCCUPANTS.match(gap) is not None
    return (
        THERE.search(text[: mention.start]) is not None and AND_THEN.match(text[mention.end : at]) is not None
    )


def _nearest(
    number: NumberMention, sentence: Sentence, mentions: list[tuple[SiteMention | None, str]]
) -> tuple[SiteMention | None, str]:
    """The site named last before a number, else the first after it."""
    at = number.start - sentence.start
    end = number.end - sentence.start
    for mention, key in mentions:
        if mention is not None and mention.start >= end and AT.fullmatch(sentence.text[end : mention.start]):
            return mention, key  # "310 at the Civic Center and 205 at Lincoln School"
    before = [m for m in mentions if m[0] is None or m[0].end <= at]
    return before[-1] if before else mentions[0]


def _describe(sentence: Sentence, site: _Found) -> None:
    if SITE_CONDITIONS.search(sentence.text):
        _add(site.conditions, sentence.id)


def _add(ids: list[str], one: str) -> None:
    if one not in ids:
        ids.append(one)


def _draft(site: _Found) -> DraftSite:
    return DraftSite(
        name=site.name,
        where=site.where,
        sentences=tuple(site.sentences),
        population=tuple(site.population),
        capacity=tuple(site.capacity),
        conditions=tuple(site.conditions),
    )
