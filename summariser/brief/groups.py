"""Groups of mentions as the brief has them: members, reasons, ranges."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Sequence
from datetime import date

from summariser.brief.claims import claims_of
from summariser.brief.days import days
from summariser.brief.grouping import Grouping, Kept
from summariser.brief.mentions import Mention
from summariser.brief.notebook import Notebook
from summariser.brief.ranges import Account, ranges
from summariser.exports.common import TOOK_PLACE, country, place_name
from summariser.schemas.brief import (
    BriefActor,
    BriefArticle,
    Claim,
    EventGroup,
    Link,
    Member,
    NearMiss,
)
from summariser.schemas.codebooks import EventStatus, GeoPrecision, event_type_of

_LETTERS = 12


def group_id(mentions: Sequence[Mention]) -> str:
    """The group's id: of the event that was published first, so that later articles leave it as it is."""
    digest = hashlib.sha256(f"group {mentions[0].id}".encode()).digest()
    return f"group-{base64.b32encode(digest).decode('ascii').lower()[:_LETTERS]}"


class GroupMaker:
    """Makes the groups of one brief.

    Args:
        grouping: What is one.
        articles: By id.
        notebook: For their notes.
        since: The first day that counts in totals; None where no article has a day.
    """

    def __init__(
        self,
        grouping: Grouping,
        articles: dict[str, BriefArticle],
        notebook: Notebook,
        since: date | None,
    ) -> None:
        self._grouping = grouping
        self._articles = articles
        self._notebook = notebook
        self._since = since
        self.ids = {m.id: group_id(found) for found in grouping.groups for m in found}

    def groups(self) -> tuple[EventGroup, ...]:
        """All groups, by date; those without one at the end."""
        return tuple(self._group(found) for found in sorted(self._grouping.groups, key=_by_date))

    def near_misses(self) -> tuple[NearMiss, ...]:
        """Groups that were kept apart, each two once, those first that may well be one event."""
        best: dict[tuple[str, str], Kept] = {}
        for kept in sorted(self._grouping.kept, key=lambda k: (not k.maybe, k.match.rank, k.one, k.other)):
            one, other = sorted((self.ids[kept.one], self.ids[kept.other]))
            best.setdefault((one, other), kept)
        return tuple(
            NearMiss(one=one, other=other, maybe=k.maybe, reason=k.reason, grounds=k.match.grounds)
            for (one, other), k in best.items()
        )

    def may_be_one(self) -> set[tuple[str, str]]:
        """Pairs of groups of which no rule says that they are apart, by their ids in order."""
        ids = [group_id(found) for found in self._grouping.groups]
        pairs = (sorted((ids[one], ids[other])) for one, other in self._grouping.may_be_one())
        return {(one, other) for one, other in pairs}

    def _group(self, mentions: Sequence[Mention]) -> EventGroup:
        claims = claims_of(mentions, self._articles, self._notebook)
        members = tuple(self._member(m, [c for _, c in claims.get(m.id, ())]) for m in mentions)
        took_place = any(m.event.status in TOOK_PLACE for m in mentions)
        sub_types = [s for s, _ in Counter(m.event.sub_type for m in mentions).most_common()]
        start, end = _dates(mentions)
        place = _best_place(mentions)
        why_not = self._why_not(took_place, mentions, end)
        names = {m.id for m in mentions}
        return EventGroup(
            id=group_id(mentions),
            heading=_heading(mentions),
            type=event_type_of(sub_types[0]),
            sub_types=tuple(sub_types),
            took_place=took_place,
            disputed=took_place and any(m.event.status is EventStatus.DENIED for m in mentions),
            start=start,
            end=end,
            place=place_name(place.event.place) if place else None,
            country=place.event.place.country if place and place.event.place else None,
            lat=place.event.place.lat if place and place.event.place else None,
            lon=place.event.place.lon if place and place.event.place else None,
            members=members,
            links=tuple(
                Link(one=one, other=other, grounds=match.grounds)
                for (one, other), match in self._grouping.links.items()
                if one in names
            ),
            ranges=ranges(Account(m.event.status, claims.get(m.id, ())) for m in mentions),
            counted=why_not is None,
            why_not_counted=why_not,
        )

    def _why_not(self, took_place: bool, mentions: Sequence[Mention], end: date | None) -> str | None:
        if not took_place:
            statuses = sorted({m.event.status.value for m in mentions})
            return f"{' and '.join(statuses)}, so that nothing is counted"
        if self._since is not None and end is not None and end < self._since:
            return f"before {days(self._since, None)}: told as background"
        return None

    def _member(self, mention: Mention, claims: Sequence[Claim]) -> Member:
        event = mention.event
        place, window = event.place, event.when
        things = [*(t.words.text for t in event.targets), *(d.words.text for d in event.damage)]
        return Member(
            event=mention.id,
            article=mention.article,
            type=event.type,
            sub_type=event.sub_type,
            status=event.status,
            start=window.start,
            end=window.end,
            precision=window.precision,
            place=place_name(place),
            admin=place.admin if place else None,
            country=place.country if place else None,
            lat=place.lat if place else None,
            lon=place.lon if place else None,
            geo_precision=place.precision if place else None,
            actors=tuple(BriefActor(role=a.role, kind=a.kind, name=a.name) for a in event.actors),
            claims=tuple(claims),
            damage=_longest(things),
            notes=self._notebook.of(mention.article, event.evidence),
        )


def _longest(things: Sequence[str]) -> tuple[str, ...]:
    """Each thing once: "vehicles" is in "three vehicles"."""
    return tuple(t for t in dict.fromkeys(things) if not any(t in o and t != o for o in things))


def _by_date(mentions: Sequence[Mention]) -> tuple[date, date, str]:
    start, end = _dates(mentions)
    return (start or end or date.max, end or date.max, group_id(mentions))


def _dates(mentions: Sequence[Mention]) -> tuple[date | None, date | None]:
    """The days of the member that is most exact; the first of these in print."""
    windows = [(m, w) for m in mentions if (w := m.window) is not None]
    if not windows:
        return None, None
    _, window = min(windows, key=lambda p: (not p[1].exact, p[1].end - p[1].start, p[0].sort_key))
    return window.start, window.end


def _best_place(mentions: Sequence[Mention]) -> Mention | None:
    """The member whose place is known best."""
    exact = [GeoPrecision.PLACE, GeoPrecision.NEAR]

    def order(mention: Mention) -> tuple[int, bool, tuple[date, str]]:
        place = mention.event.place
        assert place is not None
        rank = exact.index(place.precision) if place.precision in exact else len(exact)
        return rank, place.lat is None, mention.sort_key

    placed = [m for m in mentions if m.event.place is not None]
    return min(placed, key=order) if placed else None


def _heading(mentions: Sequence[Mention]) -> str:
    """What, where, when: "Shelling/artillery/missile attack, Kodok, South Sudan, 6 to 7 September 2024"."""
    sub_type = Counter(m.event.sub_type for m in mentions).most_common(1)[0][0]
    best = _best_place(mentions)
    place = best.event.place if best else None
    where = dict.fromkeys(w for w in (place_name(place), country(place)) if w)
    parts = [sub_type.value, *where, days(*_dates(mentions)) or "day not told"]
    return ", ".join(parts)
