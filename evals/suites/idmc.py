"""The idmc suite: excerpts with the displacement figures that IDMC's analysts labelled.

The adapter says a summary's facts in IDMC's terms. What it takes and leaves:

* every displacement figure and planned return, done or planned (the analysts label evacuations that are
  still to come as well), but not what the text denies, and no count of nobody;
* the population of every site: "In Relief Camp" in a camp, "Sheltered" in any other. Capacities are no facts;
* the number itself, hedged or not; of a range or a vague word ("dozens") the low bound, else the high one;
* the unit: IDMC counts a home as a household. Villages, schools or anything else than people, households
  and homes are no unit of IDMC's, and figures that count them are left out;
* one place: where the figure holds, else where people came from, else where they went; a country last.

Nothing is merged: a figure that the summary holds twice is predicted twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Annotated, Final

from pydantic import Field

from summariser.evals.scorers.idmc import METRICS, SCORER, Fact, Facts, score
from summariser.evals.suites.base import Case, Prediction
from summariser.evals.suites.jsonl import Record, read_records
from summariser.evals.tally import CaseScore, Metric
from summariser.schemas import DisplacementFigure, Figure, Place, Site, Summary
from summariser.schemas.codebooks import DisplacementTerm, GeoPrecision, MovementStatus, SiteKind, Unit

TERMS: Final[dict[DisplacementTerm, str]] = {
    DisplacementTerm.DISPLACED: "Displaced",
    DisplacementTerm.EVACUATED: "Evacuated",
    DisplacementTerm.FORCED_TO_FLEE: "Forced to Flee",
    DisplacementTerm.RELOCATED: "Relocated",
    DisplacementTerm.SHELTERED: "Sheltered",
    DisplacementTerm.IN_RELIEF_CAMP: "In Relief Camp",
    DisplacementTerm.DESTROYED_HOUSING: "Destroyed Housing",
    DisplacementTerm.PARTIALLY_DESTROYED_HOUSING: "Partially Destroyed Housing",
    DisplacementTerm.UNINHABITABLE_HOUSING: "Uninhabitable Housing",
    DisplacementTerm.HOMELESS: "Homeless",
    DisplacementTerm.RETURNED: "Returns",
    DisplacementTerm.AFFECTED: "Affected",
    DisplacementTerm.OTHER: "Multiple/Other",
}
"""Our terms in IDMC's spelling."""

UNITS: Final[dict[Unit, str]] = {
    Unit.PEOPLE: "People",
    Unit.HOUSEHOLDS: "Households",
    Unit.HOMES: "Households",
    Unit.BUILDINGS: "Households",
}
"""IDMC's two units. A building beside a housing term is a home: other buildings have no housing term."""

DISPUTED: Final[dict[str, str]] = {"Abyei": "AB9"}
"""Areas between two countries that IDMC counts under a code of their own; the summary leaves them open."""

SUMS: Final = frozenset(
    f"IDMC-DEV-{number}" for number in ("0014", "0025", "0036", "0048", "0099", "0130", "0133", "0134")
)
"""Records whose quantity the data's own description calls a sum over the text."""

_NUMBER: Final = re.compile(r"(?<![\d.,])(?:\d{1,3}(?:[,.\u00a0 ] ?\d{3})+|\d+)(?![\d]|[.,]\d)")
_MOST_PARTS: Final = 6
_MOST_NUMBERS: Final = 12
"""With more numbers in a text, some of them add up to anything."""


class IdmcRecord(Record):
    """One excerpt and what is labelled in it."""

    figures: Annotated[tuple[Fact, ...], Field(min_length=1)]


@dataclass(frozen=True)
class IdmcSuite:
    """Excerpts labelled by displacement analysts, one figure each."""

    name: str = "idmc"
    external: bool = True
    scorer: str = SCORER
    metrics: tuple[Metric, ...] = METRICS

    def cases(self, data: Path | None = None) -> tuple[Case, ...]:
        """The excerpts, in the file's order.

        Raises:
            SuiteNotHere: The file is not there.
            BadData: A record is not of the form; names the line.
        """
        records = read_records(self.name, data, IdmcRecord)
        return tuple(Case(self.name, r.id, r.article, r.figures, traits(r)) for r in records)

    def predict(self, case: Case, summary: Summary) -> Prediction:
        """A summary's facts in IDMC's terms."""
        return Facts(id=case.id, figures=list(facts(summary))).model_dump(mode="json")

    def score(self, case: Case, prediction: Prediction) -> CaseScore:
        """Compare with the label."""
        gold: Sequence[Fact] = case.gold
        return score(gold, prediction)


IDMC: Final = IdmcSuite()


def facts(summary: Summary) -> Iterator[Fact]:
    """The facts of a summary, in its order; none where humanitarian facts were not asked for."""
    if summary.humanitarian is None:
        return
    for figure in (*summary.humanitarian.displacement, *summary.humanitarian.planned_returns):
        if figure.status is not MovementStatus.DENIED:
            yield from _fact(figure, TERMS[figure.term], _places(figure))
    for site in summary.humanitarian.sites:
        for count in site.population:
            yield from _fact(count, _site_term(site), (site.place,))


def quantity(figure: Figure) -> int | float:
    """The one number that stands for a figure: its value, else the low bound, else the high one."""
    numbers = (figure.value, figure.low, figure.high)
    number = next(n for n in numbers if n is not None)  # the schema holds that one of them is set
    return int(number) if number == int(number) else number


def _fact(figure: Figure, term: str, places: Sequence[Place]) -> Iterator[Fact]:
    if figure.unit in UNITS and quantity(figure) > 0:
        yield Fact(
            quantity=quantity(figure),
            term=term,
            unit=UNITS[figure.unit],
            location=next((place.words.text for place in places), None),
            country=next((code for code in map(_country, places) if code), None),
        )


def _country(place: Place) -> str | None:
    """Its country, or IDMC's own code for an area that two countries claim."""
    own = (code for name, code in DISPUTED.items() if name in place.words.text)
    return place.country or next(own, None)


def _places(figure: DisplacementFigure) -> tuple[Place, ...]:
    places = [place for place in (figure.place, figure.origin, figure.destination) if place]
    return tuple(sorted(places, key=lambda place: place.precision is GeoPrecision.COUNTRY))


def _site_term(site: Site) -> str:
    inside = DisplacementTerm.IN_RELIEF_CAMP if site.kind is SiteKind.CAMP else DisplacementTerm.SHELTERED
    return TERMS[inside]


def traits(record: IdmcRecord) -> tuple[str, ...]:
    """Term, unit, and how the quantity stands in the text: "sum", or "in-words" where no digits hold it."""
    found = {f"term:{fact.term}" for fact in record.figures} | {
        f"unit:{fact.unit}" for fact in record.figures
    }
    if record.id in SUMS:
        found.add("sum")
    numbers = [int(re.sub(r"\D", "", match)) for match in _NUMBER.findall(record.text)]
    for fact in record.figures:
        if fact.quantity not in numbers:
            found.add("sum" if record.id in SUMS or _adds_up(numbers, fact.quantity) else "in-words")
    return tuple(sorted(found))


def _adds_up(numbers: Sequence[int], total: float) -> bool:
    return len(numbers) <= _MOST_NUMBERS and any(
        sum(parts) == total for count in range(2, _MOST_PARTS + 1) for parts in combinations(numbers, count)
    )
