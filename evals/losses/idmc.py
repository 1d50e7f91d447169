"""Losses of an idmc excerpt: facts (quantity, term, unit), and the place and country of those found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from summariser.evals.losses.held import Held
from summariser.evals.losses.stages import Loss, Stage
from summariser.evals.report.data import ScoredCase
from summariser.evals.scorers.idmc import Fact
from summariser.evals.tally import Row

_LIST: Final = re.compile(r"\s*(?:[,;/&]|\band\b)\s*", re.IGNORECASE)


def losses(scored: ScoredCase, held: Held) -> Iterator[Loss]:
    """Every fact and field of a scored excerpt."""
    assert scored.score is not None
    labelled: dict[str, Fact] = {str(fact): fact for fact in scored.case.gold}
    for row in scored.score.rows:
        if row.gold is None:
            # A labelled fact told once more is a merge that failed.
            yield Loss("fact", Stage.GROUPING if row.verdict == "wrong" else Stage.EXTRA)
        elif row.verdict == "missed":
            yield Loss("fact", _missed(labelled[row.gold], scored.case.traits, held))
        else:
            yield from _found(row, labelled[row.gold], held)


def _missed(fact: Fact, traits: tuple[str, ...], held: Held) -> Stage:
    spans = held.spans_of(fact.quantity)
    if not spans:
        if written := held.written(fact.quantity):
            return Stage.FORM if held.numbers_at(written) else Stage.NOT_READ
        return Stage.LABEL if "sum" in traits else Stage.NOT_READ
    return Stage.CHOICE if held.is_candidate(spans, "fact") else Stage.NOT_FOUND


def _found(row: Row, fact: Fact, held: Held) -> Iterator[Loss]:
    right = {name: agrees for name, _, _, agrees in row.fields}
    yield Loss("fact", Stage.CHOICE if not right["term"] else None if right["unit"] else Stage.FORM)
    place = _place(fact, held) if right["location"] is False else None
    if right["location"] is not None:
        yield Loss("location", place)
    if right["country"] is not None:
        # The country of a wrong place is lost with the place.
        yield Loss("country", None if right["country"] else place or Stage.FORM)


def _place(fact: Fact, held: Held) -> Stage:
    listed = [part for part in _LIST.split(fact.location or "") if part]
    if not held.holding((fact.location or "", *listed)):
        return Stage.LABEL
    return Stage.CHOICE if held.is_named((fact.location or "", *listed)) else Stage.NOT_READ
