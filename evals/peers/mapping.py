"""From a filled-in form to a prediction in the suite's own terms."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, Final

from summariser.articles import Article
from summariser.evals.peers.forms import (
    Answer,
    IdmcAnswer,
    Muc4Answer,
    Muc4Incident,
    NewsDisplacement,
    NewsEvent,
    NewsFigure,
)
from summariser.evals.record_types import (
    EventRecord,
    FigureRecord,
    MovementRecord,
    Name,
    PlaceRecord,
    Records,
    Spans,
    to_json_value,
)
from summariser.evals.scorers.idmc import Fact, Facts
from summariser.evals.scorers.muc4_form import PredictedDate, PredictedIncident, PredictedIncidents
from summariser.schemas.codebooks import Certainty, DatePrecision, Qualifier

_LOW: Final = {
    "several": 3, "dozens": 24, "hundreds": 200, "thousands": 2000, "tens_of_thousands": 20_000,
    "hundreds_of_thousands": 200_000, "millions": 2_000_000,
}  # fmt: skip
"""What the labels' guide says of words without a number."""
EMPTY: Final[dict[str, dict[str, Any]]] = {"idmc": {"figures": []}, "muc4": {"events": []}, "newsroom": {}}
"""What a system that failed is taken to have said."""


def empty(suite: str, case: str) -> dict[str, Any]:
    """The prediction of nothing."""
    return {"id": case, **EMPTY[suite]}


def prediction(case: str, article: Article, answer: Answer) -> dict[str, Any]:
    """A filled-in form as a prediction."""
    if isinstance(answer, IdmcAnswer):
        facts = [
            Fact(
                quantity=figure.quantity,
                term=figure.term,
                unit=figure.unit,
                location=figure.location or None,
                country=figure.country_iso3,
            )
            for figure in answer.figures
        ]
        return Facts(id=case, figures=facts).model_dump(mode="json")
    if isinstance(answer, Muc4Answer):
        events = tuple(_incident(one, article.published) for one in answer.incidents)
        return PredictedIncidents(id=case, events=events).model_dump(mode="json")
    records = Records(
        events=tuple(_event(event, article.text) for event in answer.events),
        displacement=tuple(_movement(m) for m in answer.displacement if m.value or m.vague),
    )
    return {"id": case, **to_json_value(records)}


def _incident(one: Muc4Incident, published: date | None) -> PredictedIncident:
    # Without a day it is "by" the document's, as for our own predictions.
    when = PredictedDate(start=one.date, end=one.date) if one.date else None
    if when is None and published is not None:
        when = PredictedDate(end=published)
    return PredictedIncident(
        type=one.type,
        date=when,
        country=one.country.upper() if one.country else None,
        places=_distinct(one.places),
        perp_individuals=_distinct(one.perp_individuals),
        perp_organizations=_distinct(one.perp_organizations),
        human_targets=_distinct(one.human_targets),
        physical_targets=_distinct(one.physical_targets),
        instruments=_distinct(one.instruments),
        killed=one.killed or None,  # the key has no zero: nobody told of is not stated
        injured=one.injured or None,
    )


def _distinct(names: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.strip() for name in names if name.strip()))


def _event(event: NewsEvent, text: str) -> EventRecord:
    figures = [f for f in event.figures if f.value or f.vague]
    return EventRecord(
        sub_type=(event.sub_type,),
        start=event.date,
        end=event.date,
        precision=DatePrecision.DAY if event.date else DatePrecision.UNKNOWN,
        place=_place(event.place, event.country_iso3),
        side_a=tuple((name,) for name in _distinct(event.side_a)),
        side_b=tuple((name,) for name in _distinct(event.side_b)),
        figures=tuple(FigureRecord(measure=(f.measure,), **_number(f)) for f in figures),
        spans=spans(event.quote, text),
    )


def _movement(movement: NewsDisplacement) -> MovementRecord:
    return MovementRecord(term=(movement.term,), place=_place(movement.place, None), **_number(movement))


def _place(name: str | None, country: str | None) -> PlaceRecord | None:
    return PlaceRecord(name=(name,), country=country) if name else None


def _number(figure: NewsFigure | NewsDisplacement) -> dict[str, Any]:
    claimant: Name = (figure.claimed_by,) if figure.claimed_by else ()
    group = getattr(figure, "group", None)
    vague = figure.vague if not figure.value else None
    return {
        "value": None if vague else float(figure.value),
        "low": float(_LOW[vague]) if vague else None,
        "qualifier": (Qualifier(vague) if vague else Qualifier.EXACTLY,),
        "unit": (figure.unit,),
        "group": (group,) if group else (),
        "claimed_by": claimant,
        "certainty": (Certainty.CLAIMED,) if claimant else (Certainty.STATED,),
    }


def spans(quote: str | None, text: str) -> Spans:
    """Where quoted words stand, white space and case aside; nowhere where they do not."""
    words = (quote or "").split()
    if not words:
        return ()
    found = re.search(r"\s+".join(map(re.escape, words)), text, re.IGNORECASE)
    return (found.span(),) if found else ()
