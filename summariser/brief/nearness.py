"""Which pairs of reports are worth comparing: most are of other weeks, countries or provinces.

Two thousand reports make two million pairs. This looks at a few numbers of each and agrees with the rules:
what it leaves out, they would part, and not as a near miss.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final, NamedTuple

from summariser.brief.mentions import Mention
from summariser.brief.when import NEAR_DAYS

_FAR_DEGREES: Final = 0.5
"""Of latitude, some 55 km: farther than what is a near miss."""


class _Key(NamedTuple):
    article: str
    announced: bool
    first: int | None
    last: int
    country: str | None
    lat: float | None


def pairs(mentions: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Pairs of different articles that are not far apart at first sight, in the order of the mentions."""
    keyed = [(_key(mention), mention) for mention in mentions]
    for (key, one), (other_key, other) in combinations(keyed, 2):
        if not _is_far(key, other_key):
            yield one, other


def _key(mention: Mention) -> _Key:
    window, place = mention.window, mention.event.place
    return _Key(
        mention.article,
        mention.announced,
        window.start.toordinal() if window else None,
        window.end.toordinal() if window else 0,
        place.country if place else None,
        place.lat if place else None,
    )


def _is_far(one: _Key, other: _Key) -> bool:
    if one.article == other.article or one.announced is not other.announced:
        return True
    if one.country and other.country and one.country != other.country:
        return True
    if one.first is not None and other.first is not None:
        gap = max(other.first - one.last, one.first - other.last)
        if gap > NEAR_DAYS:
            return True
    return one.lat is not None and other.lat is not None and abs(one.lat - other.lat) > _FAR_DEGREES
