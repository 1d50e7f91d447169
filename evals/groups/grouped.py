"""The set grouped: its labelled events alone, or what a model reads in its articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summariser.brief.grouping import Grouping, group
from summariser.brief.mentions import Mention
from summariser.errors import CassetteFault
from summariser.evals.cassettes import Recordings, replay
from summariser.evals.groups.gold_events import events_of
from summariser.evals.groups.material import GROUPS_SUITE, Part
from summariser.evals.records import from_label, from_summary
from summariser.evals.scorers.newsroom_counts import Counts
from summariser.evals.scorers.newsroom_events import score_events
from summariser.evals.suites.base import Case
from summariser.normalise.places import PlaceResolver
from summariser.schemas import Summary


@dataclass(frozen=True, slots=True)
class Grouped:
    """A grouping in the set's own names.

    Attributes:
        groups: Events as "article/3"; what no label has as "article/+3".
        grouping: With the reasons.
    """

    groups: tuple[tuple[str, ...], ...]
    grouping: Grouping


def group_gold(part: Part, resolver: PlaceResolver) -> Grouped:
    """Group the labelled events."""
    mentions = [
        Mention(f"{case.id}/{n}", case.id, case.article.published, event)
        for case in part.cases
        for n, event in enumerate(events_of(case, part.labels[case.id], resolver), start=1)
    ]
    return _grouped(mentions)


def group_replayed(part: Part, recordings: Recordings) -> Grouped:
    """Group the events that the recorded model reads. A prediction has the name of the label that it answers.

    Raises:
        CassetteFault: An article's recording is missing or stale.
    """
    mentions: list[Mention] = []
    for case in part.cases:
        summary = _replayed(case, recordings)
        if summary is None or summary.events is None:
            continue
        gold = from_label(part.labels[case.id], case.article.text)
        answers = {p: g for g, p in score_events(gold, from_summary(summary), Counts()).items()}
        for n, event in enumerate(summary.events.events):
            name = f"{case.id}/{answers[n] + 1}" if n in answers else f"{case.id}/+{n + 1}"
            mentions.append(Mention(name, case.id, case.article.published, event))
    return _grouped(mentions)


def without_rules(made: Grouped) -> Grouped:
    """The events put together by the same days, place and ACLED type alone: what rules must beat."""
    alike: dict[object, list[Mention]] = {}
    for mention in (m for found in made.grouping.groups for m in found):
        event, place = mention.event, mention.event.place
        told = (event.when.start, event.when.end, place and (place.name, place.country), event.type)
        alike.setdefault(mention.id if None in told else told, []).append(mention)
    return Grouped(tuple(tuple(m.id for m in group) for group in alike.values()), made.grouping)


def _replayed(case: Case, recordings: Recordings) -> Summary | None:
    try:
        return replay(case, recordings, sealed=False).summary
    except CassetteFault as fault:
        if case.suite != GROUPS_SUITE.name:
            raise
        mend = "Record it anew: python -m summariser.evals.groups --record"
        raise CassetteFault(fault.message, mend) from None


def _grouped(mentions: Sequence[Mention]) -> Grouped:
    grouping = group(mentions)
    return Grouped(tuple(tuple(m.id for m in found) for found in grouping.groups), grouping)
