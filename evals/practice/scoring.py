"""Comparing what comes out of a sentence with its label, field by field."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from summariser.evals.practice.material import Line, Told, ToldFigure
from summariser.evals.tally import Tally
from summariser.schemas import Event, Figure, Summary
from summariser.schemas.codebooks import ActorRole

Same = Callable[[Any, Any], bool]
FIELDS: Final = (
    "detected", "event", "figure", "group", "side_a", "side_b", "sub_type", "place", "status",
    "movement", "displacement", "need", "access", "response", "site", "site_figure", "harm", "aid_figure",
)  # fmt: skip
"""What is compared."""


@dataclass(frozen=True)
class Compared:
    """One field of one sentence."""

    field: str
    missed: tuple[Any, ...]
    extra: tuple[Any, ...]
    tally: Tally


def compare(line: Line, summary: Summary) -> list[Compared]:
    """Every field of a sentence that its kind of label speaks of."""
    return _events(line, summary) if line.kind == "events" else _facts(line, summary)


def _events(line: Line, summary: Summary) -> list[Compared]:
    given = list(summary.events.events) if summary.events is not None else []
    gold = line.events
    found = [
        _compared("detected", ["event"] if gold else [], ["event"] if given else []),
        _compared("event", [g.event for g in gold], [e.sub_type for e in given]),
    ]
    if len(gold) == 1 and given:
        found += _fields(gold[0], next((e for e in given if e.sub_type is gold[0].event), given[0]))
    figures = [f for g in gold for f in g.figures]
    told = [f for e in given for f in (*e.fatalities, *e.injuries, *e.other_figures)]

    def same(one: ToldFigure, other: Any) -> bool:
        return stands_at(line.text, one.n, other) and one.measure is other.measure

    found.append(_compared("figure", figures, told, same))
    for one in figures:
        met = next((f for f in told if same(one, f)), None)
        if met is not None:
            found.append(_compared("group", [one.group], [met.group]))
    return found


def _fields(gold: Told, event: Event) -> list[Compared]:
    sides = ((ActorRole.SIDE_A, gold.by), (ActorRole.SIDE_B, gold.on))
    found = [
        _compared(role.value, list(names), [a.words.text for a in event.side(role)], same_words)
        for role, names in sides
    ]
    places = [event.place.words.text] if event.place is not None else []
    return [
        *found,
        _compared("sub_type", [gold.event], [event.sub_type]),
        _compared("place", [gold.place] if gold.place else [], places, same_words),
        _compared("status", [gold.status], [event.status]),
    ]


def _facts(line: Line, summary: Summary) -> list[Compared]:
    facts = summary.humanitarian
    events = summary.events.events if summary.events is not None else ()
    assert facts is not None

    def at(one: Any, other: Any) -> bool:
        return stands_at(line.text, one.n, other)

    moved = [*facts.displacement, *facts.planned_returns]
    helped = [(r.cluster, r.status) for r in facts.response]
    populated = [f for s in facts.sites for f in (*s.population, *s.capacity)]
    aided = [f for n in facts.needs for f in n.people] + [f for r in facts.response for f in r.reached]
    return [
        _compared("movement", line.displacement, moved, at),
        _compared("displacement", line.displacement, moved, lambda a, b: at(a, b) and a.term is b.term),
        _compared("need", [n.cluster for n in line.needs], [n.cluster for n in facts.needs]),
        _compared("access", line.access, [a.kind for a in facts.access]),
        _compared("response", [(r.cluster, r.status) for r in line.response], helped),
        _compared("site", [line.site.name] if line.site else [], [s.name for s in facts.sites], same_words),
        _compared("site_figure", line.site_figures, populated, at),
        _compared("harm", line.harm, facts.civilian_harm, lambda a, b: at(a, b) and a.measure is b.measure),
        _compared("aid_figure", line.aid_figures, aided, at),
        _compared("event", [], [e.sub_type for e in events]),
    ]


def stands_at(text: str, words: str, figure: Figure) -> bool:
    """Whether a figure stands where the label's words stand, wherever that is in the text."""
    at = text.find(words)
    while at >= 0:
        if at < figure.words.end and figure.words.start < at + len(words):
            return True
        at = text.find(words, at + 1)
    return False


def same_words(one: str, other: str) -> bool:
    """Whether one name is part of the other, whatever the case."""
    a, b = (" ".join(w.casefold().split()).removeprefix("the ") for w in (one, other))
    return a in b or b in a


def _compared(
    field: str, gold: Sequence[Any], given: Sequence[Any], same: Same = lambda a, b: bool(a == b)
) -> Compared:
    left, missed = list(given), []
    for one in gold:
        at = next((i for i, other in enumerate(left) if same(one, other)), None)
        if at is None:
            missed.append(one)
        else:
            left.pop(at)
    hits = len(gold) - len(missed)
    return Compared(field, tuple(missed), tuple(left), Tally(hits, len(given), len(gold)))
