"""What of the labels a summary of the report holds, what it has besides, and whether the pages are right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from summariser.evals.long.labelled import DEAD, Labels, Record, among, is_needed, meets, pages_of
from summariser.schemas import DisplacementFigure, Event, EventFigure, Evidence, Figure, Place, Summary
from summariser.schemas.codebooks import ActorRole


@dataclass(slots=True)
class Kind:
    """The counts of one kind of record, and in words what is wrong.

    Attributes:
        needed: Labels that are not optional.
        found: Those of them that the summary holds.
        given: Records of the summary.
        again: Records that say what another one has said already.
        extra: Records that answer no label.
        taken_back: Records that hold as fact what the report itself corrects.
        right: Of found ones, by field: right, and asked.
        told: A line for each miss and each thing too much.
    """

    needed: int = 0
    found: int = 0
    given: int = 0
    again: int = 0
    extra: int = 0
    taken_back: int = 0
    right: dict[str, list[int]] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)

    def ask(self, name: str, is_right: bool, line: str) -> None:
        """Count one field of a found record."""
        counts = self.right.setdefault(name, [0, 0])
        counts[0] += is_right
        counts[1] += 1
        if not is_right:
            self.told.append(f"{name}: {line}")


def compare(labels: Labels, summary: Summary) -> dict[str, Kind]:
    """The counts by kind: events, their figures, displacement, sites, and numbers that must not come out."""
    events = summary.events.events if summary.events is not None else ()
    facts = summary.humanitarian
    pairs, kind = _events(labels, events)
    moved = (*facts.displacement, *facts.planned_returns) if facts is not None else ()
    return {
        "events": kind,
        "figures": _figures(labels, pairs),
        "displacement": _displacement(labels, moved),
        "sites": _sites(labels, summary),
        "never": _never(labels, summary, moved),
    }


def _events(labels: Labels, events: Sequence[Event]) -> tuple[list[tuple[Record, Event]], Kind]:
    """Which event tells of which label: best pairs first, then what tells of a label again."""
    kind = Kind(needed=sum(map(is_needed, labels.events)), given=len(events))
    scored = sorted(
        ((_alike(label, event), label, event) for label in labels.events for event in events),
        key=lambda one: -one[0],
    )
    pairs: list[tuple[Record, Event]] = []
    taken: set[str] = set()
    told: set[str] = set()
    for again in (False, True):
        for points, label, event in scored:
            if points >= 4 and event.id not in taken and (again or label["id"] not in told):
                taken.add(event.id)
                pairs.append((label, event))
                if again:
                    kind.again += 1
                    kind.told.append(f"again: {label['id']}: {_line(event)}")
                else:
                    told.add(label["id"])
                    _ask(kind, label, event)
    kind.found = sum(is_needed(label) and label["id"] in told for label in labels.events)
    kind.told += [f"missed: {one['id']}" for one in labels.events if is_needed(one) and one["id"] not in told]
    rest = [event for event in events if event.id not in taken]
    kind.extra = len(rest)
    kind.told += [f"extra: {_line(event)}" for event in rest]
    return pairs, kind


def _alike(label: Record, event: Event) -> int:
    """How well an event answers a label; 4 is enough: place and day, or one with kind and a figure."""
    values = {(f.measure.value, f.value) for f in _all(event)}
    shared = any((f["measure"], f["value"]) in values for f in label["figures"])
    at, on = _is_at(event.place, label["place"]), _starts(event) == label["start"]
    return (
        2 * at
        + 2 * (on and label["start"] is not None)
        + among(event.sub_type.value, label["sub_type"])
        + shared
    )


def _ask(kind: Kind, label: Record, event: Event) -> None:
    if not is_needed(label):
        return
    line = f"{label['id']}: {_line(event)}"
    kind.ask("place", _is_at(event.place, label["place"]), line)
    kind.ask("day", _starts(event) == label["start"], line)
    kind.ask("sub-type", among(event.sub_type.value, label["sub_type"]), line)
    kind.ask("status", among(event.status.value, label.get("status", "occurred")), line)
    for side, role in (("side_a", ActorRole.SIDE_A), ("side_b", ActorRole.SIDE_B)):
        named = [actor for actor in event.actors if actor.role is role]
        wanted: list[str] = label.get(side, [])
        right = all(any(meets(a.name, w) or meets(a.words.text, w) for w in wanted) for a in named)
        kind.ask(side, right and bool(named) == bool(wanted), line)
    kind.ask(
        "pages", _pages(event.evidence) <= pages_of(label), f"{line} p. {sorted(_pages(event.evidence))}"
    )


def _figures(labels: Labels, pairs: Iterable[tuple[Record, Event]]) -> Kind:
    """Figures of events that answer a label; events that are too much count with theirs, above."""
    kind = Kind(needed=sum(is_needed(f) for label in labels.events for f in label["figures"]))
    seen: Counter[tuple[str, int]] = Counter()
    for label, event in pairs:
        for figure in _all(event):
            kind.given += 1
            line = f"{label['id']} {event.id}: {figure.measure.value} {figure.value or figure.low}"
            fits = [
                (n, one)
                for n, one in enumerate(label["figures"])
                if among(figure.measure.value, one["measure"]) and one["value"] in (figure.value, figure.low)
            ]
            if not fits:
                kind.extra += 1
                kind.told.append(f"extra: {line}: {figure.evidence[0].text[:90]!r}")
                continue
            number, one = fits[0]
            seen[label["id"], number] += 1
            if one.get("superseded"):
                kind.taken_back += 1
                kind.told.append(f"taken back: {line}")
            elif seen[label["id"], number] > 1:
                kind.again += 1
            elif is_needed(one):
                kind.found += 1
                kind.ask(
                    "pages", _pages(figure.evidence) <= pages_of(one), f"{line} {_pages(figure.evidence)}"
                )
    for label in labels.events:
        for n, one in enumerate(label["figures"]):
            if is_needed(one) and not seen[label["id"], n]:
                kind.told.append(f"missed: {label['id']}: {one['measure']} {one['value']}")
    return kind


def _displacement(labels: Labels, moved: Sequence[DisplacementFigure]) -> Kind:
    kind = Kind(needed=sum(map(is_needed, labels.displacement)), given=len(moved))
    left = list(labels.displacement)
    for figure in moved:
        line = _moved(figure)
        same = [label for label in labels.displacement if _counts(label, figure)]
        open_ones = [label for label in same if label in left]
        if not same:
            kind.extra += 1
            kind.told.append(f"extra: {line}: {figure.evidence[0].text[:90]!r}")
        elif not open_ones:
            kind.again += 1
            kind.told.append(f"again: {line}")
        else:
            label = max(open_ones, key=lambda one: _likeness(one, figure))
            left.remove(label)
            if label.get("superseded"):
                kind.taken_back += 1
                kind.told.append(f"taken back: {line}")
            elif is_needed(label):
                kind.found += 1
                _ask_moved(kind, label, figure, line)
    kind.told += [
        f"missed: {one['value']} {one['unit']} {one['term']} {one['place']}" for one in left if is_needed(one)
    ]
    return kind


def _ask_moved(kind: Kind, label: Record, figure: DisplacementFigure, line: str) -> None:
    status = figure.status.value.replace("ongoing", "occurred")
    kind.ask("term", among(figure.term.value, label["term"]), f"{line} is {label['term']}")
    kind.ask("status", status == label.get("status", "occurred"), line)
    kind.ask("place", _is_somewhere(figure, label["place"]), f"{line} is {label['place']}")
    days = (str(figure.when.start or ""), str(figure.when.end or ""))
    kind.ask("days", days == (label["start"], label["end"]), f"{line} is {label['start']} to {label['end']}")
    kind.ask(
        "pages", _pages(figure.evidence) <= pages_of(label), f"{line} p. {sorted(_pages(figure.evidence))}"
    )


def _sites(labels: Labels, summary: Summary) -> Kind:
    """Each site with its population and its capacity is three things to find."""
    sites = summary.humanitarian.sites if summary.humanitarian is not None else ()
    kind = Kind(given=len(sites))
    left = list(labels.sites)
    for site in sites:
        fits = [label for label in labels.sites if meets(site.name, label["name"])]
        numbers = {
            "population": [f.value for f in site.population],
            "capacity": [f.value for f in site.capacity],
        }
        line = f"{site.name}: {numbers}"
        if not fits or not any(label in left for label in fits):
            kind.again += bool(fits)
            kind.extra += not fits
            kind.told.append(f"{'again' if fits else 'extra'}: {line}")
            continue
        label = next(label for label in fits if label in left)
        left.remove(label)
        kind.found += 1
        for name, values in numbers.items():
            known = {label[name], label.get(f"earlier_{name}")}
            kind.ask(name, (label[name] in values or label[name] is None) and set(values) <= known, line)
        kind.ask(
            "pages", _pages(site.evidence) <= pages_of(label), f"{line} p. {sorted(_pages(site.evidence))}"
        )
    kind.needed = len(labels.sites)
    kind.told += [f"missed: {label['name']}" for label in left]
    return kind


def _never(labels: Labels, summary: Summary, moved: Sequence[DisplacementFigure]) -> Kind:
    """Numbers that count something else and came out as people who moved, or as dead."""
    facts = summary.humanitarian
    events = summary.events.events if summary.events is not None else ()
    sites = facts.sites if facts is not None else ()
    harm = facts.civilian_harm if facts is not None else ()
    out: dict[str, list[Figure]] = {
        "displaced": [*moved, *(f for site in sites for f in site.population)],
        "dead": [
            *(f for event in events for f in event.fatalities),
            *(f for f in harm if f.measure.value in DEAD),
        ],
    }
    kind = Kind(needed=sum(len(one["never"]) for one in labels.never))
    for one in labels.never:
        for what in one["never"]:
            for figure in out[what]:
                if figure.value == one["value"] and _pages(figure.evidence) & pages_of(one):
                    kind.extra += 1
                    kind.told.append(f"{what}: {figure.words.text}: {figure.evidence[0].text[:90]!r}")
    return kind


def _counts(label: Record, figure: DisplacementFigure) -> bool:
    return label["value"] in (figure.value, figure.low) and label["unit"] == figure.unit.value


def _likeness(label: Record, figure: DisplacementFigure) -> int:
    shared = bool(_pages(figure.evidence) & pages_of(label))
    return 4 * _is_somewhere(figure, label["place"]) + 2 * among(figure.term.value, label["term"]) + shared


def _is_somewhere(figure: DisplacementFigure, alternatives: str) -> bool:
    return any(_is_at(place, alternatives) for place in (figure.place, figure.origin, figure.destination))


def _is_at(place: Place | None, alternatives: str) -> bool:
    return place is not None and any(
        meets(name, alternatives) for name in (place.words.text, place.name or "")
    )


def _starts(event: Event) -> str | None:
    return str(event.when.start) if event.when.start else None


def _all(event: Event) -> Iterator[EventFigure]:
    yield from (*event.fatalities, *event.injuries, *event.other_figures)


def _pages(evidence: Iterable[Evidence]) -> set[int]:
    return {one.page for one in evidence if one.page is not None}


def _line(event: Event) -> str:
    where = event.place.words.text if event.place is not None else "?"
    told = f"{event.id} {event.sub_type.value}, {where}, {_starts(event)}, {event.status.value}"
    return told + " (" + ", ".join(f"{f.measure.value} {f.value or f.low}" for f in _all(event)) + ")"


def _moved(figure: DisplacementFigure) -> str:
    places = [p.words.text for p in (figure.place, figure.origin, figure.destination) if p is not None]
    return (
        f"{figure.value or figure.low} {figure.unit.value} {figure.term.value} {figure.status.value} {places}"
    )
