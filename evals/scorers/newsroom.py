"""The scorer of the newsroom and baghouz suites: what each tally counts.

Optional facts
    A pair of which one is optional neither costs nor earns, and an optional fact that nothing answers does
    not cost. What hangs on an optional record is optional. A predicted fact that answers none costs, also
    where its record answers an optional one.

Codes and names
    A code is right where it is one of the admissible ones; ``<field>_better`` counts the label's better one
    alone. A name is right as ``names`` says.

Events
    Aligned by the assignment with the largest likeness (``newsroom_events.likeness``).
    ``event_detected``: aligned. ``event``: aligned, and of the same ACLED type. Over aligned events:
    ``sub_type``, ``status``; ``date`` (the first day), ``place``, ``country``; ``side_a``, ``side_b``,
    ``support`` (names in their role); ``sides_swapped`` (events in which a side stands on the other's
    place and none on its own).

Figures of events
    All events' figures together, matched by measure and number (``newsroom_figures.number_keys``). A number
    that is predicted more often than the label has it is extra. ``figure``: found. ``figure_exact``: of the
    found, those with the same unit and group; ``figure_strict``: the same, among all. Over found figures:
    ``figure_unit``, ``figure_group``, ``figure_placed`` (its event is aligned with the label's),
    ``claimant``, ``certainty``, ``qualifier``.

Displacement, harm
    ``displacement``: term and number; over the found ones unit, group, status, cause, claimant, and
    ``displacement_place``: any of origin, destination and place is any of the label's.
    ``harm``: measure and number; over the found ones ``harm_group``.

Sites
    ``site``: by name. ``site_population``, ``site_capacity``: numbers, of all sites together;
    ``site_placed``: of those found, the ones at the right site. ``site_condition``: site and severity.

Other facts
    ``need``, ``access``, ``risk``: each cluster, kind and group once an article; ``need_severity``: the worst
    that is said of it. ``response``: cluster and status; over the found ones ``response_actor``.
    ``aid_figure``: numbers of people in need, and of people or supplies reached.

Evidence
    ``evidence``: of all found facts, those one of whose sentences meets the label's quotes.

A tally is there only where something was to be scored. ``SCORER`` is raised whenever a figure can change.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from summariser.evals.records import Records
from summariser.evals.scorers.newsroom_counts import Codes, Counts, in_order
from summariser.evals.scorers.newsroom_events import score_events
from summariser.evals.scorers.newsroom_facts import (
    score_access,
    score_aid_figures,
    score_needs,
    score_response,
    score_risks,
    score_sites,
)
from summariser.evals.scorers.newsroom_figures import score_displacement, score_event_figures, score_harm
from summariser.evals.scorers.newsroom_metrics import METRICS
from summariser.evals.tally import CaseScore, Row

__all__ = ["METRICS", "SCORER", "Comparison", "compare", "score"]

SCORER: Final = "newsroom/1"

_ORDER: Final = (
    *("event", "figure", "displacement", "harm", "site", "population", "capacity", "condition"),
    *("need", "access", "response", "aid figure", "risk"),
)


@dataclass(frozen=True)
class Comparison:
    """A score, and what two readings gave for every field that both coded.

    Attributes:
        score: Counts and rows.
        codes: Field, codes of the first, codes of the second.
    """

    score: CaseScore
    codes: tuple[tuple[str, Codes, Codes], ...]


def score(gold: Records, predicted: Records) -> CaseScore:
    """Compare a prediction with a label."""
    return compare(gold, predicted).score


def compare(gold: Records, predicted: Records) -> Comparison:
    """Compare a prediction with a label, or two readings with one another."""
    gold, predicted = in_order(gold), in_order(predicted)
    counts = Counts()
    events = score_events(gold, predicted, counts)
    score_event_figures(gold, predicted, events, counts)
    score_displacement(gold, predicted, counts)
    score_harm(gold, predicted, counts)
    for part in (score_sites, score_needs, score_access, score_response, score_aid_figures, score_risks):
        part(gold, predicted, counts)
    rows = tuple(sorted(counts.rows, key=_place))
    return Comparison(CaseScore(counts.tallies, rows), tuple(counts.codes))


def _place(row: Row) -> tuple[int, int]:
    """Kind by kind, in the order of the article."""
    return _ORDER.index(row.what), min(row.gold_spans or row.predicted_spans or ((0, 0),))[0]
