"""A situation brief in Markdown: what happened and what it means for people, each line with its proof.

What was threatened, planned or denied stands in a section of its own, so that nobody takes it for done.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from summariser.exports.common import TOOK_PLACE, Source, claim, country, place_name
from summariser.exports.footnotes import Footnotes, escaped, quoted
from summariser.exports.report import Notes
from summariser.exports.tolls import toll
from summariser.number_words import number
from summariser.schemas import (
    AccessConstraint,
    CivilianHarm,
    DisplacementFigure,
    Event,
    Evidence,
    Figure,
    GroupAtRisk,
    Need,
    Place,
    Response,
    Site,
    When,
)
from summariser.schemas.codebooks import ActorRole, Measure, MovementStatus, Severity
from summariser.schemas.codebooks.iasc import CLUSTER_NAMES

_SECTIONS: Final = {
    "displacement": "Displacement",
    "planned_return": "Planned returns",
    "site": "Camps and shelters",
    "need": "Needs",
    "civilian_harm": "Harm to civilians",
    "access": "Access",
    "response": "Response",
    "group_at_risk": "Groups at risk",
}
_LATE: Final = date.max


def write(sources: Sequence[Source], notes: Notes) -> bytes:
    """The brief in UTF-8."""
    footnotes = Footnotes()
    parts = [
        _head(sources),
        *_narratives(sources, footnotes),
        *_events(sources, footnotes, notes),
        *_facts(sources, footnotes, notes),
        _articles(sources),
        _open(sources, notes),
        "\n".join(footnotes.lines()),
    ]
    return ("\n\n".join(part for part in parts if part) + "\n").encode("utf-8")


def _head(sources: Sequence[Source]) -> str:
    days = sorted(s.summary.article.published for s in sources if s.summary.article.published)
    span = "" if not days else f", {days[0]}" if days[0] == days[-1] else f", {days[0]} to {days[-1]}"
    count = f"{len(sources)} article{'' if len(sources) == 1 else 's'}"
    said = "Coded by a program: every line cites the sentences that state it. Claims stand side by side."
    return f"# Situation brief\n\n{count}{span}. {said}"


def _narratives(sources: Sequence[Source], footnotes: Footnotes) -> Iterator[str]:
    lines = []
    for source in sources:
        for summary in (source.summary.events, source.summary.humanitarian):
            told = summary.narrative if summary else None
            if told is None:
                continue
            cited = (f"{escaped(s.text)}{footnotes.cite(source, s.evidence)}" for s in told.sentences)
            headline = f"**{escaped(told.headline.text)}**{footnotes.cite(source, told.headline.evidence)}"
            lines.append(f"- {headline} {' '.join(cited)}")
    if lines:
        yield "## In short\n\n" + "\n".join(lines)


def _events(sources: Sequence[Source], footnotes: Footnotes, notes: Notes) -> Iterator[str]:
    events = [(source, event) for source in sources for event in source.events()]
    events.sort(key=lambda pair: pair[1].when.start or pair[1].when.end or _LATE)
    for _ in events:
        notes.row("event")
    done = [_event(s, e, footnotes) for s, e in events if e.status in TOOK_PLACE]
    rest = [_event(s, e, footnotes) for s, e in events if e.status not in TOOK_PLACE]
    if done:
        yield "## What happened\n\n" + "\n".join(done)
    if rest:
        yield (
            "## Threatened, planned or denied\n\nNothing here is counted as having happened.\n\n"
            + "\n".join(rest)
        )


def _event(source: Source, event: Event, footnotes: Footnotes) -> str:
    status = "" if event.status.value == "occurred" else f" ({event.status.value})"
    first = f"- **{_days(event.when)} · {escaped(event.sub_type.value)}**{status} · {_where(event.place)}"
    lines = [first + footnotes.cite(source, event.evidence)]
    sides = ((ActorRole.SIDE_A, "side A"), (ActorRole.SIDE_B, "side B"), (ActorRole.SUPPORT_A, "for A"),
             (ActorRole.SUPPORT_B, "for B"))  # fmt: skip
    told = [f"{label}: {_names(event, role)}" for role, label in sides if event.side(role)]
    if told:
        lines.append(f"  - {'; '.join(told)}")
    dead = toll(event.fatalities)
    if len(event.fatalities) > 1 and dead.total is not None and event.status in TOOK_PLACE:
        span = number(dead.total) if dead.low == dead.high else f"{dead.low:,} to {dead.high:,}"
        span += " or more" if dead.or_more else ""
        lines.append(f"  - dead, by the {len(event.fatalities)} claims below: {span}")
    for figure in (*event.fatalities, *event.injuries, *event.other_figures):
        said = f"  - {figure.measure.value}: {claim(figure, escaped)}"
        lines.append(said + footnotes.cite(source, figure.evidence))
    for name, things in _things(event).items():
        cited = (f"{quoted(words)}{footnotes.cite(source, proof)}" for words, proof in things)
        if things:
            lines.append(f"  - {name}: {', '.join(cited)}")
    return "\n".join(lines)


def _things(event: Event) -> dict[str, list[tuple[str, tuple[Evidence, ...]]]]:
    """What was ruined, with what, and what was aimed at, in the article's words."""
    return {
        "destroyed": [(d.words.text, d.evidence) for d in event.damage if d.measure is Measure.DESTROYED],
        "damaged": [(d.words.text, d.evidence) for d in event.damage if d.measure is Measure.DAMAGED],
        "means": [(m.words, m.evidence) for m in event.means],
        "targets": [(t.words.text, t.evidence) for t in event.targets],
    }


def _names(event: Event, role: ActorRole) -> str:
    return ", ".join(f"{escaped(a.name)} ({a.kind.value.replace('_', ' ')})" for a in event.side(role))


def _facts(sources: Sequence[Source], footnotes: Footnotes, notes: Notes) -> Iterator[str]:
    by_kind: dict[str, list[str]] = {}
    for source in sources:
        for kind, fact in source.facts():
            notes.row(kind)
            line = f"- {_fact(source, fact, footnotes)}{footnotes.cite(source, fact.evidence)}"
            by_kind.setdefault(kind, []).append(line)
    for kind, label in _SECTIONS.items():
        if kind in by_kind:
            yield f"## {label}\n\n" + "\n".join(by_kind[kind])


def _fact(source: Source, fact: object, footnotes: Footnotes) -> str:
    match fact:
        case DisplacementFigure():
            status = "" if fact.status is MovementStatus.OCCURRED else f" ({fact.status.value})"
            return (
                f"**{fact.term.value.replace('_', ' ')}**{status}: {claim(fact, escaped)}"
                f"{_route(fact)} · {_days(fact.when)}"
            )
        case CivilianHarm():
            told = f"**{fact.measure.value}**: {claim(fact, escaped)}"
            return f"{told} · {_where(fact.place)} · {_days(fact.when)}"
        case Site():
            return _site(source, fact, footnotes)
        case Need():
            severity = "" if fact.severity is Severity.UNSTATED else f" ({fact.severity.value})"
            words = f" {quoted(fact.severity_words)}" if fact.severity_words else ""
            return (
                f"**{CLUSTER_NAMES[fact.cluster]}**{severity}{words}{_at(fact.place)}{_claims(fact.people)}"
            )
        case AccessConstraint():
            return f"**{fact.kind.value.replace('_', ' ')}**{_at(fact.place)}"
        case Response():
            what = CLUSTER_NAMES[fact.cluster] if fact.cluster else "help"
            who = escaped(fact.actor) if fact.actor else "unnamed"
            return f"**{who}**: {what} ({fact.status.value}){_at(fact.place)}{_claims(fact.reached)}"
        case GroupAtRisk():
            return f"**{fact.group.value.replace('_', ' ')}**: {quoted(fact.words)}"
    raise TypeError(type(fact).__name__)


def _site(source: Source, site: Site, footnotes: Footnotes) -> str:
    parts = [f"**{escaped(site.name)}** ({site.kind.value.replace('_', ' ')}){_at(site.place)}"]
    parts += (f"population {claim(f, escaped)}{footnotes.cite(source, f.evidence)}" for f in site.population)
    parts += (f"capacity {claim(f, escaped)}{footnotes.cite(source, f.evidence)}" for f in site.capacity)
    if site.overcrowding_ratio is not None:
        parts.append(f"{site.overcrowding_ratio} times its capacity (computed)")
    parts += (f"{quoted(c.words)}{footnotes.cite(source, c.evidence)}" for c in site.conditions)
    return " · ".join(parts)


def _claims(figures: Iterable[Figure]) -> str:
    return "".join(f" · {claim(figure, escaped)}" for figure in figures)


def _route(figure: DisplacementFigure) -> str:
    ends = ((" from ", figure.origin), (" to ", figure.destination), (" · ", figure.place))
    return "".join(f"{word}{_where(place)}" for word, place in ends if place)


def _at(place: Place | None) -> str:
    return f" · {_where(place)}" if place else ""


def _where(place: Place | None) -> str:
    """Place, area and country, each once; what is not resolved in the article's words."""
    if place is None:
        return "no place given"
    parts = dict.fromkeys(p for p in (place_name(place), place.admin, country(place)) if p)
    return ", ".join(map(escaped, parts))


def _days(when: When) -> str:
    if when.start and when.end:
        return str(when.start) if when.start == when.end else f"{when.start} to {when.end}"
    if when.start or when.end:
        return f"since {when.start}" if when.start else f"by {when.end}"
    return "no date"


def _articles(sources: Sequence[Source]) -> str:
    lines = []
    for source in sources:
        info = source.summary.article
        parts = [
            quoted(source.name),
            *(escaped(p) for p in (info.source, str(info.published or "undated")) if p),
        ]
        lines.append(f"- {', '.join(parts)} · `{source.article_id}`")
    return "## Articles\n\n" + "\n".join(lines) if lines else ""


def _open(sources: Sequence[Source], notes: Notes) -> str:
    """How much was refused or left open; the reasons stand in the summaries themselves."""
    codes: Counter[str] = Counter()
    for source in sources:
        for issue in source.summary.issues:
            codes[issue.code.value.replace("_", " ")] += 1
            reason = "the brief gives the number of them; each stands in the summary"
            notes.leave_out(source.article_id, source.id("issue", issue), reason)
    if not codes:
        return ""
    counted = sorted(codes.items(), key=lambda item: (-item[1], item[0]))
    return "## Refused or left open\n\n" + "\n".join(f"- {code}: {times:,}" for code, times in counted)
