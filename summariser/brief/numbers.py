"""Rule on figures: a number that both reports give for the same thing speaks for one event.

Numbers that differ do not speak against it, for tolls rise and claims conflict; only a toll many times the
other needs something else that is shared. Ones and twos are in too many reports to say anything alone.
"""

from __future__ import annotations

from typing import Final

from summariser.brief.mentions import Mention, is_part
from summariser.brief.verdicts import Compared, open_, shared
from summariser.exports.common import stated
from summariser.exports.tolls import countable
from summariser.schemas import EventFigure
from summariser.schemas.brief import Aspect
from summariser.schemas.codebooks import Certainty, Measure, Unit

TELLING: Final = 3
"""The least number that says something alone."""
_FAR: Final = 3
_SIZES: Final = frozenset({Measure.STRIKES, Measure.MUNITIONS, Measure.PARTICIPANTS, Measure.OTHER})
"""Measures whose numbers are often the same by chance (two rockets, three strikes)."""
_Said = tuple[Measure, Unit, float]


def compare(one: Mention, other: Mention) -> Compared | None:
    """What the figures say; None where they say nothing."""
    common = sorted(_said(one) & _said(other))
    telling = [said for said in common if said[2] >= TELLING]
    if telling or len({measure for measure, _, _ in common}) > 1:
        numbers = ", ".join(f"{number:,.0f} {measure.value}" for measure, _, number in common)
        return shared(Aspect.FIGURES, f"both have {numbers}", weight=2 if len(telling) > 1 else 1)
    ours, theirs = _tolls(one), _tolls(other)
    if ours and theirs and all(_are_far(a, b) for a in ours for b in theirs):
        return open_(Aspect.FIGURES, f"tolls of {max(ours):,.0f} and {max(theirs):,.0f} are far apart")
    return None


def _tolls(mention: Mention) -> list[float]:
    """Every number of dead that the report has: of two that conflict, the other report may have either."""
    claims = countable(mention.event.fatalities)
    return [] if is_part(claims) else [float(stated(figure)) for figure in claims]


def _are_far(one: float, other: float) -> bool:
    return max(one, other) > _FAR * min(one, other) + _FAR


def _said(mention: Mention) -> set[_Said]:
    return {said for figure in mention.figures for said in _numbers(figure)}


def _numbers(figure: EventFigure) -> list[_Said]:
    if figure.value is None or figure.certainty is Certainty.DENIED or figure.measure in _SIZES:
        return []
    measure = Measure.KILLED if figure.measure is Measure.DIED else figure.measure
    return [(measure, figure.unit, float(figure.value))] if figure.value > 0 else []
