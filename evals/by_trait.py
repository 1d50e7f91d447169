"""Figures group by group, next to one that the others are measured against: "lang:ar" beside "lang:en".

Where each article of a group has a twin in the other one, which tells the same, the two are compared in
pairs: then a difference is the language's, and no longer that of harder stories.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from summariser.evals.intervals import interval, paired_difference
from summariser.evals.tally import Kind, Metric, Tally, add_up

FACTS: Final = ("event", "figure", "displacement", "harm", "site", "need", "access", "response")
ALL_FACTS: Final = Metric("facts_f1", "facts", "f1", "all facts together: found, with their code or number")
_RATES: Final[tuple[Kind, ...]] = ("f1", "recall", "precision")
_NAME: Final = 22
_CELL: Final = 24

Tallies = Mapping[str, Tally]


def with_all_facts(tallies: Tallies) -> dict[str, Tally]:
    """An article's tallies, and one of all its facts together."""
    whole = sum((tallies[name] for name in FACTS if name in tallies), Tally())
    return {**tallies, ALL_FACTS.tally: whole}


def grouped(cases: Iterable[tuple[Sequence[str], Tallies]], prefix: str) -> dict[str, list[Tallies]]:
    """Articles by their trait that begins so: ("lang", ...) -> "ar": its articles' tallies.

    Args:
        cases: Traits and tallies of each article.
        prefix: What stands before the colon.
    """
    found: dict[str, list[Tallies]] = {}
    for traits, tallies in cases:
        for trait in traits:
            name, colon, value = trait.partition(":")
            if colon and name == prefix:
                found.setdefault(value, []).append(with_all_facts(tallies))
    return dict(sorted(found.items()))


def group_table(
    groups: Mapping[str, Sequence[Tallies]],
    metrics: Sequence[Metric],
    first: str = "en",
    twins: Mapping[str, Sequence[Tallies]] | None = None,
) -> str:
    """A column a group, each figure with its 95% interval; in pairs where there are twins.

    Args:
        groups: The articles' tallies, by group.
        metrics: What to show, in order; counts are left out.
        first: The group that stands in the first column.
        twins: For a group, the twin of each of its articles, in the same order.
    """
    names = sorted(groups, key=lambda name: (name != first, name))
    paired = [name for name in names if name in (twins or {})]
    titles = [f"{name} ({len(groups[name])})" for name in names] + [
        f"{name} less its twin" for name in paired
    ]
    head = "".join(f"{title:<{_CELL}}" for title in titles)
    lines = [f"  {'':<{_NAME}}{head}".rstrip()]
    for metric in (ALL_FACTS, *metrics):
        if metric.kind not in _RATES or metric.tally in {"evidence"}:
            continue
        cells = [_figure(groups[name], metric) for name in names]
        if not any(cells):
            continue
        cells += [_less(groups[name], (twins or {})[name], metric) for name in paired]
        row = "".join(f"{cell or '-':<{_CELL}}" for cell in cells)
        lines.append(f"  {metric.name:<{_NAME}}{row}".rstrip())
    return "\n".join(lines)


def _figure(cases: Sequence[Tallies], metric: Metric) -> str:
    tally = add_up(cases).get(metric.tally)
    value = tally.value(metric.kind) if tally is not None else None
    if value is None:
        return ""
    bounds = interval(cases, metric)
    return f"{value:.3f}" + (f" [{bounds[0]:.2f}, {bounds[1]:.2f}]" if bounds else "")


def _less(cases: Sequence[Tallies], twins: Sequence[Tallies], metric: Metric) -> str:
    found = paired_difference(twins, cases, metric)
    return f"{found.value:+.3f} [{found.low:+.2f}, {found.high:+.2f}]" if found is not None else ""
