"""The summary in words, composed from verified records (for a model's own words see `narrative_lines`).

A number that is not a verified figure's (or a date's) never stands in it: only figures' own words are used.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from summariser.lexicon.table_heads import scale_of
from summariser.narrative_lines import accept_lines
from summariser.schemas import (
    AccessConstraint,
    CivilianHarm,
    DisplacementFigure,
    Event,
    EventFigure,
    Figure,
    GroupAtRisk,
    HumanitarianSummary,
    Narrative,
    NarrativeSentence,
    Place,
    Response,
    Site,
    When,
)
from summariser.schemas.codebooks import (
    ActorRole,
    Certainty,
    DatePrecision,
    DisplacementTerm,
    EventStatus,
    Measure,
    MovementStatus,
    Severity,
    SiteKind,
    SubEventType,
    Unit,
)
from summariser.schemas.codebooks.iasc import CLUSTER_NAMES
from summariser.schemas.figures import VAGUE

__all__ = ["accept_lines", "narrate_events", "narrate_facts"]

_MOST_SENTENCES, _MOST_HEADLINE_WORDS, _MOST_TOLLS = 5, 20, 4
_ARTICLES = {"The", "A", "An"}
_FAR_OFF = {DatePrecision.MONTH, DatePrecision.YEAR}
"""What is told of a month or a year leads no headline when there is news of a day."""
_SELF_SPEAKING = {Measure.STRIKES, Measure.MUNITIONS, Measure.PARTICIPANTS, Measure.OTHER}
_ALREADY_SAID = ("dead", "wounded", "injured", "killed", "missing", "hurt")
_SPOKEN_UNITS = {Unit.PEOPLE, Unit.HOUSEHOLDS, Unit.HOMES}
_MOVED = {
    DisplacementTerm.DISPLACED: ("displaced", "expected to be displaced"),
    DisplacementTerm.EVACUATED: ("evacuated", "to be evacuated"),
    DisplacementTerm.FORCED_TO_FLEE: ("fled or were forced to flee", "expected to flee"),
    DisplacementTerm.RELOCATED: ("relocated", "to be relocated"),
    DisplacementTerm.SHELTERED: ("in shelters or in need of shelter", "to be sheltered"),
    DisplacementTerm.IN_RELIEF_CAMP: ("in camps", "expected in camps"),
    DisplacementTerm.DESTROYED_HOUSING: ("destroyed", "to be destroyed"),
    DisplacementTerm.PARTIALLY_DESTROYED_HOUSING: ("damaged", "expected to be damaged"),
    DisplacementTerm.UNINHABITABLE_HOUSING: ("uninhabitable or out of reach", "expected to be uninhabitable"),
    DisplacementTerm.HOMELESS: ("homeless", "expected to be homeless"),
    DisplacementTerm.RETURNED: ("returned", "expected to return"),
    DisplacementTerm.AFFECTED: ("affected", "expected to be affected"),
}
_STATUS = {
    EventStatus.OCCURRED: "",
    EventStatus.ONGOING: " (ongoing)",
    EventStatus.PLANNED: " (planned)",
    EventStatus.THREATENED: " (threatened)",
    EventStatus.ATTEMPTED: " (attempted)",
    EventStatus.DENIED: " (denied)",
}


def narrate_events(events: Sequence[Event]) -> Narrative | None:
    """A narrative of the events, the one with the highest toll in the headline; None without events."""
    if not events:
        return None
    lead = max(events, key=lambda e: (e.when.precision not in _FAR_OFF, _toll(e), -int(e.id[1:])))
    toll = [f for f in lead.fatalities if f.certainty is not Certainty.DENIED][:1]
    headline = _headline([_title(lead), *(_figure_words(f) for f in toll)])
    used = tuple(f.id for f in toll if _figure_words(f) in headline)
    return Narrative(
        headline=NarrativeSentence(text=headline, figures=used, evidence=lead.evidence),
        sentences=tuple(_event_sentence(e) for e in events[:_MOST_SENTENCES]),
    )


def narrate_facts(summary: HumanitarianSummary) -> Narrative | None:
    """A narrative of the humanitarian facts; None without any."""
    moved = (*summary.displacement, *summary.planned_returns)
    # A table's total tells more in a line than the first of its rows.
    lines = [_movement(f) for f in sorted(moved, key=lambda f: not _is_total(f)) if _can_be_told(f)]
    lines += [_site(s) for s in summary.sites]
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
    lines += _help_and_harm(summary)
    if not lines:
        return None
    first = lines[0]
    headline = _headline([first.text.rstrip(".").split(", according to")[0]])
    words = {f.id: f.words.text for f in _figures(summary)}
    used = tuple(f for f in first.figures if words[f].casefold() in headline.casefold())
    return Narrative(
        headline=NarrativeSentence(text=headline, figures=used, evidence=first.evidence),
        sentences=tuple(lines[:_MOST_SENTENCES]),
    )


def _is_total(figure: Figure) -> bool:
    cell = figure.evidence[0].cell
    return cell is not None and cell.total


def _can_be_told(figure: Figure) -> bool:
    """Whether number and noun say the value: "28.8 IDPs" do not where a caption says "in thousands"."""
    scaled = figure.derived is not None and figure.evidence[0].cell is not None
    return not scaled or (figure.counted is not None and scale_of(figure.counted) > 1)


def _figures(summary: HumanitarianSummary) -> Iterable[Figure]:
    yield from (*summary.displacement, *summary.planned_returns, *summary.civilian_harm)
    for site in summary.sites:
        yield from (*site.population, *site.capacity)


def _help_and_harm(summary: HumanitarianSummary) -> list[NarrativeSentence]:
    """Access, help and groups at risk: a sentence each, so that no fact leaves the narrative empty."""
    barriers = [f"{_plain(a.kind)}{_at(a.place)}" for a in summary.access]
    helpers = [_plain(r.status) + (f" by {r.actor}" if r.actor else "") for r in summary.response]
    groups = [_plain(g.group) for g in summary.groups_at_risk]
    told: tuple[tuple[str, Sequence[AccessConstraint | Response | GroupAtRisk], list[str]], ...] = (
        ("Access to people is constrained", summary.access, barriers),
        ("Help is reported", summary.response, helpers),
        ("Groups at risk", summary.groups_at_risk, groups),
    )
    return [
        NarrativeSentence(
            text=f"{opening}: {'; '.join(dict.fromkeys(parts))}.",
            evidence=tuple({e.sentence: e for f in facts for e in f.evidence}.values()),
        )
        for opening, facts, parts in told
        if facts
    ]


def _plain(term: str) -> str:
    return str(term).replace("_", " ")


def _line(text: str, figures: Iterable[Figure], proof: Figure) -> NarrativeSentence:
    return NarrativeSentence(text=text, figures=tuple(f.id for f in figures), evidence=proof.evidence)


def _toll(event: Event) -> float:
    tolls = (f for f in event.fatalities if f.certainty is not Certainty.DENIED)
    return max((float(f.value or f.low or 0) for f in tolls), default=-1)


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


def _title(event: Event, when: str = "") -> str:
    one, other = _names(event, ActorRole.SIDE_A), _names(event, ActorRole.SIDE_B)
    sides = ""
    if one and other:
        link = "and" if event.sub_type is SubEventType.AGREEMENT else "against"
        sides = f": {one} {link} {other}"
    elif one or other:
        sides = f", by {one}" if one else f", against {other}"
    return f"{event.sub_type}{_at(event.place)}{when}{sides}"


def _event_sentence(event: Event) -> NarrativeSentence:
    text = f"{_title(event, _on(event.when))}{_STATUS[event.status]}"
    support = _names(event, ActorRole.SUPPORT_A)
    if support:
        text += f", with the support of {support}"
    figures = [*event.fatalities, *event.injuries, *event.other_figures][:_MOST_TOLLS]
    if figures:
        text += ": " + "; ".join(f"{_figure_words(f)}{_by(f)}" for f in figures)
    return NarrativeSentence(text=f"{text}.", figures=tuple(f.id for f in figures), evidence=event.evidence)


def _figure_words(figure: Figure) -> str:
    """The figure in the article's own words, with what it measures: "at least 38 ISIS fighters killed"."""
    measure = ""
    if isinstance(figure, EventFigure | CivilianHarm) and figure.measure not in _SELF_SPEAKING:
        measure = f" {figure.measure}"
    if measure and (figure.counted or "").casefold().endswith(_ALREADY_SAID):
        measure = ""
    return f"{_counted(figure)}{measure}"


def _counted(figure: Figure) -> str:
    """Number and noun: "thousands of civilians", "38 ISIS fighters", "the baby"."""
    words = figure.words.text
    if figure.derived is not None and figure.evidence[0].cell is None:
        return words  # "a child": the noun is in the words
    if figure.counted is None:
        return f"{words} {figure.unit}" if figure.unit in _SPOKEN_UNITS else words
    vague = figure.qualifier in VAGUE and words.casefold().endswith("s")  # "dozens of", "several hundred"
    return f"{words} of {figure.counted}" if vague else f"{words} {figure.counted}"


def _by(figure: Figure) -> str:
    disputed = " (disputed)" if figure.certainty is Certainty.DISPUTED else ""
    if figure.claimed_by is None:
        return disputed
    name = figure.claimed_by.name
    article = name.split(" ")[0]
    name = article.lower() + name[len(article) :] if article in _ARTICLES else name
    if figure.certainty is Certainty.DENIED:
        return f" (denied by {name})"
    return f", according to {name}{disputed}"


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
    done, planned = _MOVED.get(figure.term, (str(figure.term).replace("_", " "),) * 2)
    verb = {MovementStatus.PLANNED: planned, MovementStatus.DENIED: f"{done} (denied)"}.get(
        figure.status, done
    )
    where = "".join(
        f" {word} {place.name if place.country_from == 'context' and place.name else place.words.text}"
        for word, place in (("from", figure.origin), ("to", figure.destination), ("in", figure.place))
        if place is not None
    )
    counted = _counted(figure)
    if counted.casefold().endswith(verb):  # "34,000 evacuated" says it already
        verb = ""
    whole = f" ({_total_of(figure)})" if _is_total(figure) else ""
    text = f"{_capital(counted)}{' ' if verb else ''}{verb}{where}{whole}{_by(figure)}."
    return _line(text, [figure], figure)


def _total_of(figure: Figure) -> str:
    """What a total is called in its table: "Total", "Sous-total Nord"."""
    cell = figure.evidence[0].cell
    words = cell.row.text if cell is not None and cell.row is not None else ""
    return "total" if not words or any(c.isdigit() for c in words) else words


def _site(site: Site) -> NarrativeSentence:
    text = site.name
    used: list[Figure] = []
    if not site.population and not site.capacity and not site.conditions:
        text += (
            f" is named as a {_plain(site.kind)}" if site.kind is not SiteKind.OTHER else " shelters people"
        )
    if site.population:
        used.append(site.population[0])
        text += f" shelters {site.population[0].words.text} {site.population[0].counted or 'people'}"
    if site.capacity:
        used.append(site.capacity[0])
        text += f", with room for {site.capacity[0].words.text}"
    # Words without a degree may be a whole sentence, with numbers of its own.
    called = next((c for c in site.conditions if c.severity is not Severity.UNSTATED), None)
    if called is not None:
        source = called.claimed_by
        text += f"; conditions are called {called.words}" + (f" by {source.name}" if source else "")
    return NarrativeSentence(text=f"{text}.", figures=tuple(f.id for f in used), evidence=site.evidence)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
