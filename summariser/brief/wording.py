"""Words for people that the page and the Markdown share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from summariser.brief.days import day, days
from summariser.normalise.place_tables import country_name
from summariser.number_words import number
from summariser.schemas.brief import (
    Brief,
    BriefArticle,
    Claim,
    DisplacementLine,
    EventGroup,
    Member,
    Range,
    Total,
)
from summariser.schemas.codebooks import ActorRole, Certainty, EventStatus, Measure

MEASURES: Final = {
    Measure.KILLED: "Killed",
    Measure.DIED: "Died",
    Measure.INJURED: "Injured",
    Measure.MISSING: "Missing",
    Measure.ABDUCTED: "Abducted",
    Measure.ARRESTED: "Arrested",
}
_SIDES: Final = (
    ("by", {ActorRole.SIDE_A, ActorRole.SUPPORT_A}),
    ("against", {ActorRole.SIDE_B, ActorRole.SUPPORT_B}),
)
_ORDER: Final = (*MEASURES, *(m for m in Measure if m not in MEASURES))
_DID_NOT: Final = ("planned", "threatened", "denied")
NOT_HAPPENED: Final = "Planned, threatened or denied: not counted as events, and in no total"
EARLIER: Final = "Earlier events, told as background and not in the totals"
MOST_NEAR_MISSES: Final = 100
"""So many are shown, those that may be one event first; the JSON has all."""
_ROW: Final = 3
"""From so many on, notes that follow one another are said by the first and the last."""
HOW_TOTALS_ARE_MADE: Final = (
    "Each range goes from the lowest to the highest account of an event; accounts are never added. "
    "Over events: the low end counts events that may be one only once and leaves out those without a day; "
    "the high end counts every one. What is threatened, planned or denied, and what lies before the brief's "
    "time, counts nothing."
)
HOW_GROUPS_ARE_MADE: Final = (
    "Reports of different articles are one event where date, place and kind agree and nothing parts them. "
    "What is vague in one of them must be made up for by a party or a number that both name. "
    "Nothing is merged: every report stands below with its own words."
)


def runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last of each row of three and more notes that follow one another; others one by one.

    What is told in thousands of sentences has as many notes: a browser takes half a minute over so many links
    in one line, and nobody reads them.
    """
    row: list[int] = []
    for note in [*numbers, None]:
        if row and note != row[-1] + 1:
            if len(row) < _ROW:
                yield from ((n, n) for n in row)
            else:
                yield row[0], row[-1]
            row = []
        if note is not None:
            row.append(note)


def measure_name(measure: Measure) -> str:
    """For people: "Killed"."""
    return MEASURES.get(measure, measure.value.replace("_", " ").capitalize())


def range_words(found: Range | Total) -> str:
    """As in "11 to 40", "at least 29", "about 100"."""
    low, high = number(found.low), number(found.high)
    if found.about and not (found.low == found.high and found.or_more):
        low = f"about {low}"
    if found.low == found.high:
        return f"at least {low}" if found.or_more else low
    return f"{low} to {high} or more" if found.or_more else f"{low} to {high}"


def heading_parts(group: EventGroup) -> tuple[str, ...]:
    """What, where, when, each by itself: a name that is written from the right must not turn the rest."""
    country = country_name(group.country) if group.country else None
    where = dict.fromkeys(p for p in (group.place, country) if p)
    return (group.sub_types[0].value, *where, days(group.start, group.end) or "day not told")


def sides(member: Member) -> str:
    """Who did what to whom, as far as the article says: "by RSF; against civilians"."""
    said = []
    for word, roles in _SIDES:
        names = dict.fromkeys(a.name for a in member.actors if a.role in roles)
        if names:
            said.append(f"{word} {', '.join(names)}")
    return "; ".join(said)


def status_words(group: EventGroup) -> str:
    """What is to be known before its figures are read; "" where it simply took place."""
    statuses = {member.status for member in group.members}
    if group.disputed:
        return "disputed: one report tells it as denied"
    if not group.took_place:
        return " and ".join(sorted(s.value for s in statuses))
    if statuses == {EventStatus.ATTEMPTED}:
        return "attempted"
    return "ongoing" if statuses == {EventStatus.ONGOING} else ""


def when_words(member: Member) -> str:
    """The days of a report; where it tells none, that."""
    return days(member.start, member.end) or "day not told"


def where_parts(member: Member) -> tuple[str, ...]:
    """Place, province, country, each once."""
    country = country_name(member.country) if member.country else None
    parts = dict.fromkeys(p for p in (member.place, member.admin, country) if p)
    return tuple(parts) or ("place not told",)


def claims_by_measure(group: EventGroup) -> list[tuple[Measure, list[Claim]]]:
    """All claims side by side: by what they count, the people first, and in the order of print."""
    claims = [claim for member in group.members for claim in member.claims]
    return [(m, found) for m in _ORDER if (found := [c for c in claims if c.measure is m])]


def counted_words(claim: Claim) -> str:
    """What is counted, a party's own with the party behind it."""
    if claim.counted.casefold() == claim.measure.value:  # "2 killed" under the heading "Killed"
        return (claim.group or claim.unit).value.replace("_", " ")
    if claim.affiliation and claim.affiliation.casefold() not in claim.counted.casefold():
        return f"{claim.counted} ({claim.affiliation})"
    return claim.counted


def claim_words(claim: Claim) -> str:
    """As in "at least 14 people"."""
    return f"{claim.said} {counted_words(claim)}"


def says_who(claim: Claim) -> str:
    """Who claims it; the article itself where nobody is named."""
    return claim.claimed_by or "the article itself"


def how_sure(claim: Claim) -> str:
    """How sure the text is, and whether its source gave another number later."""
    said = [] if claim.certainty in {Certainty.STATED, Certainty.CLAIMED} else [claim.certainty.value]
    if claim.later:
        said.append("replaced later by its source")
    return ", ".join(said)


def movement_words(line: DisplacementLine) -> str:
    """From where to where: "from Lul to Malakal"."""
    parts = []
    if line.origin:
        parts.append(f"from {line.origin}")
    if line.destination:
        parts.append(f"to {line.destination}")
    if line.place and line.place not in (line.origin, line.destination):
        parts.append(f"in {line.place}")
    return " ".join(parts)


def movement_day(line: DisplacementLine) -> str:
    """When, else when it was in print."""
    told = days(line.start, line.end)
    if told:
        return told
    return f"in print {day(line.published)}" if line.published else "day not told"


def term_words(value: str) -> str:
    """A codebook's term in words."""
    return value.replace("_", " ")


def source_parts(article: BriefArticle) -> tuple[str, ...]:
    """Who printed an article, and when."""
    printed = day(article.published) if article.published else "day not known"
    return (article.source, printed) if article.source else (printed,)


def period_words(start: date | None, end: date | None) -> str:
    """The days that count in totals."""
    return f"{day(start)} to {day(end)}" if start and end else "all days"


def plural(count: int, one: str) -> str:
    """As in "1 report", "3 reports"."""
    return f"{count:,} {one}" if count == 1 else f"{count:,} {one}s"


def head_words(brief: Brief) -> str:
    """What the brief is of: only what took place counts as an event; the rest is named beside it."""
    told = len(several([group for group in brief.groups if group.took_place]))
    found = f"{plural(len(brief.articles), 'article')}, {plural(brief.events.took_place, 'event')}"
    found += f", {told:,} of them told by more than one article." if brief.events.took_place else "."
    beside = [f"{n:,} {name}" for name in _DID_NOT if (n := getattr(brief.events, name))]
    return f"{found} Beside these, and in no total: {_listed(beside)}." if beside else found


def _listed(parts: Sequence[str]) -> str:
    """As in "2 planned, 1 threatened and 1 denied"."""
    return " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))


def several(groups: Sequence[EventGroup]) -> list[EventGroup]:
    """The groups with more than one member."""
    return [group for group in groups if len(group.members) > 1]


def not_happened(groups: Sequence[EventGroup]) -> list[EventGroup]:
    """What is only threatened, planned or denied."""
    return [group for group in groups if not group.took_place]


def background(groups: Sequence[EventGroup]) -> list[EventGroup]:
    """What took place before the brief's time."""
    return [group for group in groups if group.took_place and not group.counted]
