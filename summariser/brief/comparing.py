"""Whether two reports are of one event: five rules, and one decision over what they say.

Apart in anything: two events. The same in all that both tell: one. Each aspect that is open (vague, near,
told by one of them alone) must be made up for by something shared: a named party, a number. A day's distance
and a place that is not known are made up for by a number alone. Time and place both vague are too little.
"""

from __future__ import annotations

from dataclasses import dataclass

from summariser.brief import kinds, numbers, parties, when, where
from summariser.brief.mentions import Mention
from summariser.brief.verdicts import Compared, apart, same
from summariser.schemas.brief import Aspect, Ground, Verdict

MOST_OPEN = 2


@dataclass(frozen=True, slots=True)
class Match:
    """What the rules say of two reports.

    Attributes:
        compared: What each rule says.
    """

    compared: tuple[Compared, ...]

    @property
    def grounds(self) -> tuple[Ground, ...]:
        """The reasons."""
        return tuple(c.ground for c in self.compared)

    @property
    def parting(self) -> tuple[Compared, ...]:
        """What parts them."""
        return tuple([c for c in self.compared if c.verdict is Verdict.APART])

    @property
    def open_aspects(self) -> tuple[Compared, ...]:
        """What is open."""
        return tuple([c for c in self.compared if c.verdict is Verdict.OPEN])

    @property
    def shared(self) -> int:
        """How many open aspects what they share makes up for."""
        return sum(c.weight for c in self.compared)

    @property
    def is_one(self) -> bool:
        """Whether they are one event."""
        if self.parting:
            return False
        left = self.open_aspects
        numbers_shared = any(c.aspect is Aspect.FIGURES and c.weight for c in self.compared)
        if any(c.numbers_only for c in left) and not numbers_shared:
            return False
        aspects = {c.aspect for c in left}
        if {Aspect.DATE, Aspect.PLACE} <= aspects:
            return False
        return len(left) <= min(MOST_OPEN, self.shared)

    @property
    def is_far(self) -> bool:
        """Whether they are apart in more than one aspect, or far apart in one: no near miss either."""
        return len(self.parting) > 1 or any(not c.near for c in self.parting)

    @property
    def is_vague(self) -> bool:
        """Whether nothing but a vague date is open, so that it may be the only event that can be meant."""
        left = self.open_aspects
        return not self.parting and len(left) == 1 and left[0].vague

    @property
    def rank(self) -> tuple[int, int]:
        """The surer, the smaller."""
        return (len(self.open_aspects), -self.shared)


def compare(one: Mention, other: Mention) -> Match:
    """Compare two reports of different articles. Dates come first, as they part most."""
    if one.announced != other.announced:
        threat = "one is announced, the other is said to have taken place"
        return Match((apart(Aspect.STATUS, threat),))
    status = same(Aspect.STATUS, "both announced" if one.announced else "both said to have taken place")
    dates = when.compare(one, other)
    if dates.verdict is Verdict.APART and not dates.near:
        return Match((status, dates))
    places = where.compare(one.event.place, other.event.place)
    if places.verdict is Verdict.APART and (not places.near or dates.verdict is Verdict.APART):
        return Match((status, dates, places))
    rest = (
        kinds.compare(one.event.sub_type, other.event.sub_type),
        parties.compare(one, other),
        numbers.compare(one, other),
    )
    return Match((status, dates, places, *(c for c in rest if c is not None)))
