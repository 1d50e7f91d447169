"""A summary as cards: each record with its values in words, each value with the sentences that state it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from summariser.page.shown import Mark, Paper
from summariser.schemas import (
    AccessConstraint,
    CivilianHarm,
    Condition,
    DisplacementFigure,
    Event,
    EventFigure,
    Figure,
    GroupAtRisk,
    HumanitarianSummary,
    Need,
    Place,
    Response,
    Site,
    Summary,
    When,
)
from summariser.schemas.base import Evidence
from summariser.schemas.codebooks import AccessKind, ActorRole, EventStatus, Severity, SiteKind
from summariser.schemas.codebooks.iasc import CLUSTER_NAMES
from summariser.terminal_values import (
    according_to,
    actor,
    backing,
    measured,
    movement,
    noun,
    place,
    quantity,
    spot,
    when,
    words,
)

SIDES: Final = {
    ActorRole.SIDE_A: "Side A",
    ActorRole.SIDE_B: "Side B",
    ActorRole.SUPPORT_A: "Backing A",
    ActorRole.SUPPORT_B: "Backing B",
}
_ACCESS: Final = {
    AccessKind.DENIED: "Access denied",
    AccessKind.BUREAUCRATIC: "Bureaucratic obstacles",
    AccessKind.MOVEMENT_OF_PEOPLE: "People cannot move freely",
    AccessKind.OTHER: "Another obstacle",
}
_QUIET_STATUS: Final = {EventStatus.OCCURRED}


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a record.

    Attributes:
        label: What it is: "Where", "Killed".
        text: The value in words.
        sentences: Ids of the sentences that state it.
        note: Who says so, and how sure it is.
        id: The figure's, where it is one.
        cells: Names on the page of the cell that it stands in, and of the heads of that.
    """

    label: str
    text: str
    sentences: tuple[str, ...] = ()
    note: str = ""
    id: str = ""
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """One record.

    Attributes:
        id: Its name on the page: "E1", "M1".
        title: What it is.
        under: Codes and status, in a few words.
        sentences: Ids of the sentences that state it.
        values: What it holds.
        sure: Its confidence; None where there is none.
    """

    id: str
    title: str
    under: str
    sentences: tuple[str, ...]
    values: tuple[Value, ...]
    sure: float | None = None

    @property
    def cites(self) -> tuple[str, ...]:
        """Every sentence that it or one of its values rests on."""
        found = [*self.sentences, *(s for value in self.values for s in value.sentences)]
        return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class Group:
    """Records of one kind.

    Attributes:
        id: For links.
        title: What they are.
        cards: The records.
    """

    id: str
    title: str
    cards: tuple[Card, ...]


def groups_of(summary: Summary, paper: Paper) -> list[Group]:
    """All records of a summary; a kind that there is none of is left out, but for the events."""
    found: list[Group] = []
    if summary.events is not None:
        found.append(Group("events", "Events", tuple(_event(e, paper) for e in summary.events.events)))
    if summary.humanitarian is not None:
        found += [group for group in _facts(summary.humanitarian, paper) if group.cards]
    return found


def cited_by(groups: Iterable[Group]) -> dict[str, list[str]]:
    """Which records rest on each sentence."""
    found: dict[str, list[str]] = {}
    for group in groups:
        for card in group.cards:
            for sentence in card.cites:
                found.setdefault(sentence, []).append(card.id)
    return found


def cells_of(figure: Figure) -> tuple[str, ...]:
    """Names on the page of what is marked in the table that a figure stands in."""
    cell = figure.evidence[0].cell
    spans = (cell.words, cell.row, *cell.column, cell.caption) if cell is not None else ()
    return tuple(dict.fromkeys(Mark(span.start, span.end).name for span in spans if span is not None))


def marks_of(groups: Iterable[Group]) -> frozenset[str]:
    """The names of all cells and heads that some value rests on."""
    cards = (card for group in groups for card in group.cards)
    return frozenset(name for card in cards for value in card.values for name in value.cells)


def ids(evidence: Iterable[Evidence]) -> tuple[str, ...]:
    """The sentences' ids."""
    return tuple(e.sentence for e in evidence)


def _event(event: Event, paper: Paper) -> Card:
    values = [_time(event.when, paper)]
    where = event.place
    values.append(
        Value("Where", place(where), ids(where.evidence))
        if where is not None
        else Value("Where", "not stated")
    )
    for role, label in SIDES.items():
        values += [Value(label, actor(a), ids(a.evidence)) for a in event.side(role)]
    values += [Value("Means", m.words, ids(m.evidence)) for m in event.means]
    values += [Value("Hit", t.words.text, ids(t.evidence)) for t in event.targets]
    values += [Value(d.measure.capitalize(), d.words.text, ids(d.evidence)) for d in event.damage]
    values += [_toll(f) for f in (*event.fatalities, *event.injuries, *event.other_figures)]
    status = "" if event.status in _QUIET_STATUS else f" · {words(event.status)}"
    return Card(
        event.id,
        event.sub_type,
        f"{event.type}{status}",
        ids(event.evidence),
        tuple(values),
        event.confidence,
    )


def _time(value: When, paper: Paper) -> Value:
    stands = paper.at(value.words.start) if value.words is not None else None
    return Value("When", when(value), (stands,) if stands is not None else ())


def _toll(figure: EventFigure) -> Value:
    label = figure.measure.capitalize()
    return Value(
        label,
        measured(figure, figure.measure),
        ids(figure.evidence),
        backing(figure),
        figure.id,
        cells_of(figure),
    )


def _facts(facts: HumanitarianSummary, paper: Paper) -> Iterator[Group]:
    moved = [*facts.displacement, *facts.planned_returns]
    yield Group("displacement", "Displacement", _named("M", (_moved(f, paper) for f in moved)))
    yield Group("sites", "Camps and shelters", _named("C", map(_site, facts.sites)))
    yield Group("needs", "Needs", _named("N", map(_need, facts.needs)))
    yield Group("harm", "Civilian harm", _named("H", (_harm(h, paper) for h in facts.civilian_harm)))
    yield Group("access", "Access", _named("A", map(_access, facts.access)))
    yield Group("response", "Response", _named("R", map(_response, facts.response)))
    yield Group("risks", "Groups at risk", _named("G", map(_risk, facts.groups_at_risk)))


def _named(letter: str, cards: Iterable[Card]) -> tuple[Card, ...]:
    return tuple(
        Card(f"{letter}{n}", c.title, c.under, c.sentences, c.values, c.sure) for n, c in enumerate(cards, 1)
    )


def _moved(figure: DisplacementFigure, paper: Paper) -> Card:
    term, *rest = movement(figure)
    values = [
        Value("Number", _counted(figure), ids(figure.evidence), backing(figure), figure.id, cells_of(figure))
    ]
    for label, where in (("Where", figure.place), ("From", figure.origin), ("To", figure.destination)):
        if where is not None:
            values.append(Value(label, place(where), ids(where.evidence)))
    if figure.when.words is not None:
        values.append(_time(figure.when, paper))
    under = " · ".join(part for part in (term, *rest) if part)
    return Card("", _counted(figure), under, ids(figure.evidence), tuple(values), figure.confidence)


def _counted(figure: Figure) -> str:
    return f"{quantity(figure)} {noun(figure)}".strip()


def _site(site: Site) -> Card:
    values = [Value("Where", place(site.place), ids(site.place.evidence))]
    for label, figures in (("People", site.population), ("Room for", site.capacity)):
        values += [Value(label, _counted(f), ids(f.evidence), backing(f), f.id, cells_of(f)) for f in figures]
    if site.overcrowding_ratio is not None and site.ratio_derived is not None:
        derived = f"derived: {site.ratio_derived.rule}: {', '.join(site.ratio_derived.sources)}"
        values.append(Value("Load", f"{site.overcrowding_ratio} times its capacity", note=derived))
    values += [_condition(c) for c in site.conditions]
    kind = "" if site.kind is SiteKind.OTHER else words(site.kind)
    return Card("", site.name, kind, ids(site.evidence), tuple(values), site.confidence)


def _condition(condition: Condition) -> Value:
    note = _joined(_severity(condition.severity), according_to(condition.claimed_by))
    return Value("Conditions", condition.words, ids(condition.evidence), note)


def _need(need: Need) -> Card:
    severity = _joined(_severity(need.severity), f"“{need.severity_words}”" if need.severity_words else "")
    values = [Value("Severity", severity, ids(need.evidence))] if severity else []
    values += _where(need.place)
    values += [
        Value("People", _counted(f), ids(f.evidence), backing(f), f.id, cells_of(f)) for f in need.people
    ]
    under = _joined(need.cluster, according_to(need.claimed_by))
    return Card("", CLUSTER_NAMES[need.cluster], under, ids(need.evidence), tuple(values), need.confidence)


def _harm(harm: CivilianHarm, paper: Paper) -> Card:
    value = Value(
        harm.measure.capitalize(),
        measured(harm, harm.measure),
        ids(harm.evidence),
        backing(harm),
        harm.id,
        cells_of(harm),
    )
    values = [value, *_where(harm.place)]
    if harm.when.words is not None:
        values.append(_time(harm.when, paper))
    return Card("", measured(harm, harm.measure), "", ids(harm.evidence), tuple(values), harm.confidence)


def _access(constraint: AccessConstraint) -> Card:
    title = _ACCESS.get(constraint.kind, words(constraint.kind).capitalize())
    return Card(
        "", title, according_to(constraint.claimed_by), ids(constraint.evidence),
        tuple(_where(constraint.place)), constraint.confidence,
    )  # fmt: skip


def _response(act: Response) -> Card:
    values = [Value("Cluster", CLUSTER_NAMES[act.cluster], ids(act.evidence))] if act.cluster else []
    values += _where(act.place)
    values += [
        Value("Reached", _counted(f), ids(f.evidence), backing(f), f.id, cells_of(f)) for f in act.reached
    ]
    title = act.actor or "Actor not named"
    return Card("", title, words(act.status), ids(act.evidence), tuple(values), act.confidence)


def _risk(risk: GroupAtRisk) -> Card:
    title = words(risk.group).capitalize()
    values = (Value("Words", risk.words, ids(risk.evidence)),)
    return Card("", title, "", ids(risk.evidence), values, risk.confidence)


def _where(where: Place | None) -> list[Value]:
    return [Value("Where", spot(where), ids(where.evidence))] if where is not None else []


def _severity(severity: Severity) -> str:
    return "" if severity is Severity.UNSTATED else words(severity)


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def narrative_of(summary: Summary) -> list[tuple[str, Sequence[Value]]]:
    """Headline and sentences of both narratives."""
    found: list[tuple[str, Sequence[Value]]] = []
    for part in (summary.events, summary.humanitarian):
        told = part.narrative if part is not None else None
        if told is not None:
            lines = [Value("", s.text, ids(s.evidence)) for s in told.sentences]
            found.append((told.headline.text, lines))
    return found
