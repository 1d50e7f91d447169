"""The summary in words, composed from verified records or checked against them.

A number that is not a verified figure's (or a date's) never stands in it: sentences composed here use
only figures' own words, and sentences that a model proposes are dropped when they hold another number.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from summariser.drafts import DraftLine
from summariser.normalise.numbers import find_numbers
from summariser.schemas import (
    DisplacementFigure,
    Event,
    EventFigure,
    Figure,
    HumanitarianSummary,
    IssueCode,
    Narrative,
    NarrativeSentence,
    Place,
    Site,
    When,
)
from summariser.schemas.codebooks import ActorRole, EventStatus, Measure, MovementStatus, Unit
from summariser.schemas.codebooks.iasc import CLUSTER_NAMES
from summariser.sentences import split_sentences
from summariser.verify.ledger import Ledger

_MOST_SENTENCES, _MOST_HEADLINE_WORDS, _MOST_TOLLS = 5, 20, 4
_STATUS = {
    EventStatus.OCCURRED: "",
    EventStatus.ONGOING: " (ongoing)",
    EventStatus.PLANNED: " (planned)",
    EventStatus.THREATENED: " (threatened)",
    EventStatus.ATTEMPTED: " (attempted)",
    EventStatus.DENIED: " (denied)",
}


def narrate_events(events: Sequence[Event]) -> Narrative | None:
    """A narrative of the events, the ones with the highest tolls first in the headline; None without events."""
    if not events:
        return None
    lead = max(events, key=lambda e: (_toll(e), -int(e.id[1:])))
    headline = _headline([_title(lead), *(_figure_words(f) for f in lead.fatalities[:1])])
    used = tuple(f.id for f in lead.fatalities[:1] if _figure_words(f) in headline)
    return Narrative(
        headline=NarrativeSentence(text=headline, figures=used, evidence=lead.evidence),
        sentences=tuple(_event_sentence(e) for e in events[:_MOST_SENTENCES]),
    )


def narrate_facts(summary: HumanitarianSummary) -> Narrative | None:
    """A narrative of the humanitarian facts; None without any."""
    lines = [_movement(f) for f in (*summary.displacement, *summary.planned_returns)]
    lines += [_site(s) for s in summary.sites if s.population or s.conditions]
    lines += [
        _line(f"{_capital(_figure_words(f))}{_at(f.place)}{_by(f)}.", [f], f) for f in summary.civilian_harm
    ]
    if summary.needs:
        clusters = list(dict.fromkeys(CLUSTER_NAMES[n.cluster] for n in summary.needs))
        lines.append(
            NarrativeSentence(
                text=f"Needs are reported for: {'; '.join(c.lower() for c in clusters)}.",
                evidence=tuple({e.sentence: e for n in summary.needs for e in n.evidence}.values()),
            )
        )
    if not lines:
        return None
    first = lines[0]
    headline = _headline([first.text.rstrip(".").split(", according to")[0]])
    figures = first.figures if headline == first.text.rstrip(".").split(", according to")[0] else ()
    return Narrative(
        headline=NarrativeSentence(text=headline, figures=figures, evidence=first.evidence),
        sentences=tuple(lines[:_MOST_SENTENCES]),
    )


def _line(text: str, figures: Iterable[Figure], proof: Figure) -> NarrativeSentence:
    return NarrativeSentence(text=text, figures=tuple(f.id for f in figures), evidence=proof.evidence)


def _toll(event: Event) -> float:
    return max((float(f.value or f.low or 0) for f in event.fatalities), default=-1)


def _headline(parts: Sequence[str]) -> str:
    """The parts joined as far as twenty words allow; a part is never cut in the middle of a number."""
    text = parts[0]
    for part in parts[1:]:
        if len(f"{text}; {part}".split()) <= _MOST_HEADLINE_WORDS:
            text = f"{text}; {part}"
    words = text.split()
    return text if len(words) <= _MOST_HEADLINE_WORDS else " ".join(words[:_MOST_HEADLINE_WORDS])


def _names(event: Event, role: ActorRole) -> str:
    return " and ".join(a.name for a in event.side(role))


def _title(event: Event) -> str:
    one, other = _names(event, ActorRole.SIDE_A), _names(event, ActorRole.SIDE_B)
    sides = (
        f": {one} against {other}"
        if one and other
        else f" by {one}"
        if one
        else f" on {other}"
        if other
        else ""
    )
    return f"{event.sub_type}{_at(event.place)}{sides}"


def _event_sentence(event: Event) -> NarrativeSentence:
    text = f"{_title(event)}{_on(event.when)}{_STATUS[event.status]}"
    support = _names(event, ActorRole.SUPPORT_A)
    if support:
        text += f", with the support of {support}"
    figures = [*event.fatalities, *event.injuries, *event.other_figures][:_MOST_TOLLS]
    if figures:
        text += ": " + "; ".join(f"{_figure_words(f)}{_by(f)}" for f in figures)
    return NarrativeSentence(text=f"{text}.", figures=tuple(f.id for f in figures), evidence=event.evidence)


def _figure_words(figure: Figure) -> str:
    measure = ""
    if isinstance(figure, EventFigure) or hasattr(figure, "measure"):
        kind: Measure = figure.measure
        measure = (
            ""
            if kind in {Measure.STRIKES, Measure.MUNITIONS, Measure.PARTICIPANTS, Measure.OTHER}
            else f" {kind}"
        )
    counted = figure.counted or ""
    if (
        counted
        and measure
        and counted.casefold().endswith(("dead", "wounded", "injured", "killed", "missing"))
    ):
        measure = ""
    if not counted and not measure and figure.unit is not Unit.OTHER:
        counted = str(figure.unit)
    return " ".join(f"{figure.words.text} {counted}{measure}".split())


def _by(figure: Figure) -> str:
    return f", according to {figure.claimed_by.name}" if figure.claimed_by else ""


def _at(place: Place | None) -> str:
    if place is None:
        return ""
    country = f" ({place.country})" if place.country and place.name != place.words.text else ""
    return f" at {place.words.text}{country}"


def _on(when: When) -> str:
    if when.start and when.start == when.end:
        return f" on {when.start.isoformat()}"
    if when.start and when.end:
        return f" between {when.start.isoformat()} and {when.end.isoformat()}"
    return ""


def _movement(figure: DisplacementFigure) -> NarrativeSentence:
    term = str(figure.term).replace("_", " ")
    planned = {MovementStatus.PLANNED: " (planned)", MovementStatus.DENIED: " (denied)"}.get(
        figure.status, ""
    )
    where = "".join(
        f" {word} {place.words.text}"
        for word, place in (("from", figure.origin), ("to", figure.destination), ("in", figure.place))
        if place is not None
    )
    counted = figure.counted or str(figure.unit)
    return _line(
        f"{_capital(figure.words.text)} {counted}: {term}{planned}{where}{_by(figure)}.", [figure], figure
    )


def _site(site: Site) -> NarrativeSentence:
    text = site.name
    used: list[Figure] = []
    if site.population:
        used.append(site.population[0])
        text += f" shelters {site.population[0].words.text} {site.population[0].counted or 'people'}"
    if site.capacity:
        used.append(site.capacity[0])
        text += f", with room for {site.capacity[0].words.text}"
    if site.conditions:
        source = site.conditions[0].claimed_by
        text += f"; conditions are called {site.conditions[0].words}" + (
            f" by {source.name}" if source else ""
        )
    return NarrativeSentence(text=f"{text}.", figures=tuple(f.id for f in used), evidence=site.evidence)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def accept_lines(
    headline: DraftLine | None,
    lines: Sequence[DraftLine],
    figures: Sequence[Figure],
    dates: Iterable[date],
    composed: Narrative | None,
    ledger: Ledger,
) -> Narrative | None:
    """A narrative that a model wrote, where every number of it is a verified figure's; else the composed one."""
    if composed is None or headline is None or not lines:
        return composed
    days = tuple(dates)
    kept = [s for s in (_accept(line, figures, days, ledger) for line in lines) if s is not None]
    title = _accept(headline, figures, days, ledger)
    if not kept or title is None or len(title.text.split()) > _MOST_HEADLINE_WORDS:
        return composed
    return Narrative(headline=title, sentences=tuple(kept[:_MOST_SENTENCES]))


def _accept(
    line: DraftLine, figures: Sequence[Figure], days: Sequence[date], ledger: Ledger
) -> NarrativeSentence | None:
    known = {s.id for s in ledger.reading.sentences}
    sentences = [s for s in line.sentences if s in known]
    numbers = find_numbers(line.text, split_sentences(line.text))
    used: list[str] = []
    allowed = {n for d in days for n in (d.year, d.month, d.day)}
    for number in numbers:
        match = next((f for f in figures if (f.value, f.low) == (number.value, number.low)), None)
        if match is not None:
            used.append(match.id)
        elif number.value not in allowed or number.value is None:
            ledger.refuse(
                IssueCode.NOT_GROUNDED, "A sentence of the narrative holds a number that is no verified figure",
                step="narrative", words=number.text,
            )  # fmt: skip
            return None
    if not sentences:
        return None
    return NarrativeSentence(
        text=line.text, figures=tuple(dict.fromkeys(used)), evidence=ledger.reading.evidence(*sentences)
    )
