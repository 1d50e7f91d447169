"""What the newsroom and baghouz suites report. ``newsroom`` says what each tally counts."""

from __future__ import annotations

from typing import Final

from summariser.evals.tally import Metric

METRICS: Final[tuple[Metric, ...]] = (
    Metric("event_f1", "event", "f1", "events found, with their ACLED type", headline=True),
    Metric("event_precision", "event", "precision", "of the predicted events, those that are right"),
    Metric("event_recall", "event", "recall", "of the label's events, those that are found"),
    Metric("event_detected_f1", "event_detected", "f1", "events found, whatever type they were given"),
    Metric("sub_type", "sub_type", "recall", "of found events, those with the ACLED sub-type"),
    Metric(
        "sub_type_better", "sub_type_better", "recall", "the same, where the label's better code alone counts"
    ),
    Metric("status", "status", "recall", "of found events, those with the status", headline=True),
    Metric("date_f1", "date", "f1", "first days of found events"),
    Metric("place_f1", "place", "f1", "places of found events"),
    Metric("country_f1", "country", "f1", "countries of found events"),
    Metric("side_a_f1", "side_a", "f1", "those who act, in found events"),
    Metric("side_b_f1", "side_b", "f1", "those who are acted upon, in found events"),
    Metric("support_f1", "support", "f1", "those who support a side, in found events"),
    Metric(
        "sides_swapped",
        "sides_swapped",
        "count",
        "found events in which the sides are the wrong way round",
        lower_is_better=True,
    ),
    Metric("figure_f1", "figure", "f1", "events' figures found: measure and number", headline=True),
    Metric("figure_precision", "figure", "precision", "of the predicted figures, those that are right"),
    Metric("figure_recall", "figure", "recall", "of the label's figures, those that are found"),
    Metric("figure_exact_f1", "figure_strict", "f1", "figures found with unit and group", headline=True),
    Metric("figure_exact", "figure_exact", "recall", "of found figures, those with unit and group"),
    Metric("figure_unit", "figure_unit", "recall", "of found figures, those with the unit"),
    Metric("figure_group", "figure_group", "recall", "of found figures, those with the group"),
    Metric("figure_group_better", "figure_group_better", "recall", "the same, the better code alone"),
    Metric("figure_placed", "figure_placed", "recall", "of found figures, those that hang on their event"),
    Metric("claimant_f1", "claimant", "f1", "who claims found figures", headline=True),
    Metric("certainty", "certainty", "recall", "of found figures, those with the certainty"),
    Metric("certainty_better", "certainty_better", "recall", "the same, the better code alone"),
    Metric("qualifier", "qualifier", "recall", "of found figures, those with the hedge"),
    Metric("displacement_f1", "displacement", "f1", "displacement found: term and number", headline=True),
    Metric("displacement_unit", "displacement_unit", "recall", "of found displacement, with the unit"),
    Metric("displacement_group", "displacement_group", "recall", "of found displacement, with the group"),
    Metric("displacement_status", "displacement_status", "recall", "of found displacement, with the status"),
    Metric("displacement_cause", "displacement_cause", "recall", "of found displacement, with the cause"),
    Metric("displacement_place_f1", "displacement_place", "f1", "any place of found displacement"),
    Metric("displacement_claimant_f1", "displacement_claimant", "f1", "who claims found displacement"),
    Metric("harm_f1", "harm", "f1", "civilian harm found: measure and number", headline=True),
    Metric("harm_group", "harm_group", "recall", "of found harm, with the group"),
    Metric("site_f1", "site", "f1", "camps and shelters found by name", headline=True),
    Metric("site_kind", "site_kind", "recall", "of found sites, those with the kind"),
    Metric("site_country_f1", "site_country", "f1", "countries of found sites"),
    Metric("site_population_f1", "site_population", "f1", "numbers of people in sites"),
    Metric("site_capacity_f1", "site_capacity", "f1", "numbers that sites were made for"),
    Metric("site_placed", "site_placed", "recall", "of found numbers of sites, those at their site"),
    Metric("site_condition_f1", "site_condition", "f1", "how bad sites are said to be"),
    Metric("need_f1", "need", "f1", "clusters in which people lack something", headline=True),
    Metric("need_severity", "need_severity", "recall", "of found needs, those with the severity"),
    Metric("access_f1", "access", "f1", "kinds of what hinders access"),
    Metric("response_f1", "response", "f1", "help found: cluster and status"),
    Metric("response_actor_f1", "response_actor", "f1", "who gives found help"),
    Metric("aid_figure_f1", "aid_figure", "f1", "numbers of people in need or reached, and of supplies"),
    Metric("risk_f1", "risk", "f1", "groups said to be at risk"),
    Metric(
        "evidence", "evidence", "recall", "of found facts, those whose evidence is the label's", headline=True
    ),
)
