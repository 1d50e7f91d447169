"""A result for the shipped example article, built by hand, for tests of what shows or stores one."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from summariser.articles import Article
from summariser.schemas import (
    AccessConstraint,
    Actor,
    ArticleInfo,
    CivilianHarm,
    Claimant,
    Condition,
    Derivation,
    DisplacementFigure,
    Event,
    EventFigure,
    EventSummary,
    Evidence,
    Figure,
    GroupAtRisk,
    HumanitarianSummary,
    Issue,
    IssueCode,
    Means,
    Narrative,
    NarrativeSentence,
    Need,
    Place,
    PromptUsed,
    Provenance,
    Response,
    Site,
    Span,
    StepCost,
    Summary,
    When,
)
from summariser.schemas.codebooks import (
    AccessKind,
    ActorKind,
    ActorRole,
    Cause,
    Certainty,
    Cluster,
    DatePrecision,
    DisplacementTerm,
    EventStatus,
    EventType,
    GeoPrecision,
    Measure,
    MovementStatus,
    PopulationGroup,
    Qualifier,
    ResponseStatus,
    Severity,
    SiteKind,
    SubEventType,
    Unit,
)

EXAMPLE = Path(__file__).parents[2] / "examples" / "article.txt"
PUBLISHED = date(2025, 11, 18)


class Cuts:
    """Cuts evidence and spans out of a text, so that no offset is written by hand."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.sentences: list[Evidence] = []
        for match in re.finditer(r"[^\s](?:(?![.!?][\"”]?\s|\n).)*(?:[.!?]+[\"”]?)?", text):
            number = f"S{len(self.sentences) + 1}"
            self.sentences.append(
                Evidence(sentence=number, start=match.start(), end=match.end(), text=match[0])
            )

    def proof(self, words: str) -> tuple[Evidence, ...]:
        """The sentence in which ``words`` stand."""
        at = self.text.index(words)
        return (next(s for s in self.sentences if s.start <= at < s.end),)

    def span(self, words: str, after: str = "") -> Span:
        """The first ``words`` behind ``after``."""
        at = self.text.index(words, self.text.index(after))
        return Span(text=words, start=at, end=at + len(words))


def sample_article() -> Article:
    """The example article, with its date and source."""
    text = EXAMPLE.read_text(encoding="utf-8")
    return Article(text, published=PUBLISHED, source="Harmattan Wire", name="examples/article.txt")


def sample_summary(**changes: Any) -> Summary:
    """The example's summary; keyword arguments replace its fields."""
    article = sample_article()
    cuts = Cuts(article.text)
    fields: dict[str, Any] = {
        "kind": "all",
        "article": ArticleInfo(
            sha256=article.sha256,
            characters=len(article.text),
            sentences=len(cuts.sentences),
            language="en",
            published=article.published,
            source=article.source,
            title=article.title,
        ),
        "events": sample_events(cuts),
        "humanitarian": sample_humanitarian(cuts),
        "issues": sample_issues(),
        "provenance": sample_provenance(),
    }
    return Summary(**{**fields, **changes})


def empty_summary(**changes: Any) -> Summary:
    """A summary in which nothing was found and nothing was refused."""
    return sample_summary(
        **{"events": EventSummary(), "humanitarian": HumanitarianSummary(), "issues": (), **changes}
    )


def sample_events(cuts: Cuts) -> EventSummary:
    """A clash with two conflicting tolls, and an air strike."""
    return EventSummary(
        events=(_clash(cuts), _air_strike(cuts)),
        narrative=Narrative(
            headline=NarrativeSentence(
                text="Army and ALC rebels fight at Inékar; their tolls contradict each other",
                evidence=cuts.proof("before dawn on Saturday"),
            ),
            sentences=(
                NarrativeSentence(
                    text="The army says that it killed 41 fighters and lost seven soldiers; the rebels "
                    "speak of six dead and at least 30 killed soldiers.",
                    figures=("F1", "F2", "F3", "F4"),
                    evidence=cuts.proof("killed 41 fighters") + cuts.proof("only six"),
                ),
                NarrativeSentence(
                    text="Army drones struck Tinfadimata on Sunday; a nurse counted twelve dead civilians, "
                    "which the army denies.",
                    figures=("F8",),
                    evidence=cuts.proof("army drones") + cuts.proof("Twelve civilians"),
                ),
            ),
        ),
    )


def _people(cuts: Cuts, number: str, words: str, value: float, measure: Measure, **more: Any) -> EventFigure:
    proof = cuts.proof(more.pop("near", words))
    fields = {"unit": Unit.PEOPLE, "words": cuts.span(words, proof[0].text[:30]), "evidence": proof, **more}
    return EventFigure(id=number, value=value, measure=measure, **fields)


def _claim(cuts: Cuts, name: str, words: str, affiliation: str | None = None) -> dict[str, Any]:
    claimant = Claimant(name=name, words=cuts.span(words), affiliation=affiliation)
    return {"claimed_by": claimant, "certainty": Certainty.CLAIMED}


def _clash(cuts: Cuts) -> Event:
    army = _claim(cuts, "Issa Dembélé", "Colonel Issa Dembélé", "Army of Mali")
    rebels = _claim(cuts, "Hamma ag Elmehdi", "Hamma ag Elmehdi", "Azawad Liberation Column")
    fighters = {
        "counted": "fighters",
        "group": PopulationGroup.FIGHTERS,
        "affiliation": "Azawad Liberation Column",
    }
    soldiers = {"counted": "soldiers", "group": PopulationGroup.SOLDIERS, "affiliation": "Army of Mali"}
    return Event(
        id="E1",
        type=EventType.BATTLES,
        sub_type=SubEventType.ARMED_CLASH,
        status=EventStatus.OCCURRED,
        when=When(
            words=cuts.span("before dawn on Saturday"),
            start=date(2025, 11, 15),
            end=date(2025, 11, 15),
            precision=DatePrecision.DAY,
        ),
        place=Place(
            words=cuts.span("Inékar"),
            name="Inekar",
            admin="Ménaka",
            country="MLI",
            country_from="gazetteer",
            lat=15.95,
            lon=3.14,
            precision=GeoPrecision.PLACE,
            evidence=cuts.proof("Inékar"),
        ),
        actors=(
            _actor(cuts, ActorRole.SIDE_A, "Azawad Liberation Column", "ALC", ActorKind.REBEL_GROUP),
            _actor(cuts, ActorRole.SIDE_B, "Army of Mali", "Malian soldiers", ActorKind.STATE_FORCES, "MLI"),
        ),
        means=(Means(words="about 15 pick-up trucks", evidence=cuts.proof("pick-up trucks")),),
        fatalities=(
            _people(cuts, "F1", "41", 41, Measure.KILLED, **fighters, **army),
            _people(cuts, "F2", "seven", 7, Measure.KILLED, **soldiers, **army),
            _people(cuts, "F3", "six", 6, Measure.DIED, near="only six", **fighters, **rebels),
            _people(
                cuts,
                "F4",
                "at least 30",
                30,
                Measure.KILLED,
                qualifier=Qualifier.AT_LEAST,
                **soldiers,
                **rebels,
            ),
            EventFigure(
                id="F5",
                low=12,
                qualifier=Qualifier.DOZENS,
                words=cuts.span("dozens"),
                unit=Unit.PEOPLE,
                measure=Measure.KILLED,
                evidence=cuts.proof("dozens of people"),
            ),
        ),
        injuries=(_people(cuts, "F6", "19", 19, Measure.INJURED, **soldiers),),
        other_figures=(
            _people(cuts, "F7", "five", 5, Measure.ABDUCTED, near="captured five", **soldiers, **rebels),
        ),
        evidence=cuts.proof("before dawn on Saturday"),
    )


def _actor(
    cuts: Cuts, role: ActorRole, name: str, words: str, kind: ActorKind, country: str | None = None
) -> Actor:
    return Actor(
        role=role, name=name, words=cuts.span(words), kind=kind, country=country, evidence=cuts.proof(words)
    )


def _air_strike(cuts: Cuts) -> Event:
    nurse = _claim(cuts, "Mariam Wallet Oumar", "Mariam Wallet Oumar")
    return Event(
        id="E2",
        type=EventType.EXPLOSIONS,
        sub_type=SubEventType.AIR_STRIKE,
        status=EventStatus.OCCURRED,
        when=When(
            words=cuts.span("On Sunday afternoon"),
            start=date(2025, 11, 16),
            end=date(2025, 11, 16),
            precision=DatePrecision.DAY,
        ),
        place=Place(
            words=cuts.span("Tinfadimata"),
            country="MLI",
            country_from="context",
            precision=GeoPrecision.UNRESOLVED,
            reason="the gazetteer knows no place of this name",
            evidence=cuts.proof("Tinfadimata"),
        ),
        actors=(_actor(cuts, ActorRole.SIDE_A, "Army of Mali", "army", ActorKind.STATE_FORCES, "MLI"),),
        means=(Means(words="drones", evidence=cuts.proof("army drones")),),
        fatalities=(
            _people(
                cuts,
                "F8",
                "Twelve",
                12,
                Measure.KILLED,
                counted="civilians",
                group=PopulationGroup.CIVILIANS,
                **nurse,
            ),
        ),
        injuries=(_people(cuts, "F9", "23", 23, Measure.INJURED, counted="wounded"),),
        other_figures=(
            EventFigure(
                id="F10",
                value=3,
                words=cuts.span("three", "three trucks"),
                unit=Unit.VEHICLES,
                measure=Measure.DESTROYED,
                counted="trucks of the rebels",
                evidence=cuts.proof("three trucks"),
                **_claim(cuts, "Issa Dembélé", "Dembélé", "Army of Mali"),
            ),
            EventFigure(
                id="F11",
                value=2,
                words=cuts.span("two", "two strikes"),
                unit=Unit.INCIDENTS,
                measure=Measure.STRIKES,
                counted="strikes",
                evidence=cuts.proof("two strikes"),
            ),
        ),
        evidence=cuts.proof("army drones"),
    )


def sample_humanitarian(cuts: Cuts) -> HumanitarianSummary:
    """At least one fact of every kind."""
    camp = Place(
        words=cuts.span("Ménaka", "Tabangout camp"),
        name="Ménaka",
        admin="Ménaka",
        country="MLI",
        country_from="gazetteer",
        lat=15.92,
        lon=2.40,
        precision=GeoPrecision.NEAR,
        evidence=cuts.proof("Tabangout camp"),
    )
    unhcr = Claimant(name="UNHCR", words=cuts.span("UNHCR"))
    return HumanitarianSummary(
        displacement=_displacement(cuts, unhcr, camp),
        planned_returns=(_return(cuts),),
        sites=(_site(cuts, unhcr, camp),),
        needs=(
            Need(
                cluster=Cluster.WASH,
                severity=Severity.UNSTATED,
                people=(
                    _count(cuts, "F18", "nearly 200", 200, near="one latrine", qualifier=Qualifier.ABOUT),
                ),
                place=camp,
                evidence=cuts.proof("one latrine"),
            ),
            Need(
                cluster=Cluster.SHELTER,
                severity=Severity.CRITICAL,
                severity_words="extremely dire",
                claimed_by=unhcr,
                evidence=cuts.proof("extremely dire"),
            ),
        ),
        civilian_harm=(_child(cuts),),
        access=(
            AccessConstraint(kind=AccessKind.DENIED, evidence=cuts.proof("turned back")),
            AccessConstraint(
                kind=AccessKind.ROADS_CUT, place=camp, claimed_by=unhcr, evidence=cuts.proof("bridge")
            ),
        ),
        response=(
            Response(
                actor="Sahel Health Action",
                cluster=Cluster.HEALTH,
                status=ResponseStatus.ONGOING,
                reached=(_count(cuts, "F20", "340", 340, counted="patients"),),
                evidence=cuts.proof("Sahel Health Action"),
            ),
            Response(status=ResponseStatus.PLANNED, evidence=cuts.proof("120 tonnes")),
        ),
        groups_at_risk=(
            GroupAtRisk(
                group=PopulationGroup.MEN,
                words="young men who return",
                evidence=cuts.proof("young men who return"),
            ),
        ),
        narrative=Narrative(
            headline=NarrativeSentence(
                text="Tabangout camp holds far more people than it was built for",
                evidence=cuts.proof("more than 15,000"),
            ),
            sentences=(
                NarrativeSentence(
                    text="About 8,500 people have fled since Saturday.",
                    figures=("F12",),
                    evidence=cuts.proof("8,500"),
                ),
            ),
        ),
    )


def _count(cuts: Cuts, number: str, words: str, value: float, **more: Any) -> Figure:
    proof = cuts.proof(more.pop("near", words))
    fields = {"unit": Unit.PEOPLE, "words": cuts.span(words), "evidence": proof, **more}
    return Figure(id=number, value=value, **fields)


def _displacement(cuts: Cuts, unhcr: Claimant, camp: Place) -> tuple[DisplacementFigure, ...]:
    since = When(
        words=cuts.span("since Saturday"),
        start=date(2025, 11, 15),
        precision=DatePrecision.DAY,
        reason="the text gives no end",
    )
    unknown = When(reason="the text gives no time for it")
    return (
        DisplacementFigure(
            id="F12",
            value=8500,
            qualifier=Qualifier.ABOUT,
            words=cuts.span("About 8,500"),
            unit=Unit.PEOPLE,
            group=PopulationGroup.PEOPLE,
            counted="people",
            claimed_by=unhcr,
            certainty=Certainty.CLAIMED,
            evidence=cuts.proof("8,500"),
            term=DisplacementTerm.FORCED_TO_FLEE,
            status=MovementStatus.OCCURRED,
            cause=Cause.CONFLICT,
            destination=camp,
            when=since,
        ),
        DisplacementFigure(
            id="F13",
            value=1200,
            words=cuts.span("1,200"),
            unit=Unit.HOUSEHOLDS,
            certainty=Certainty.ESTIMATED,
            evidence=cuts.proof("1,200"),
            term=DisplacementTerm.DISPLACED,
            status=MovementStatus.OCCURRED,
            when=unknown,
        ),
    )


def _return(cuts: Cuts) -> DisplacementFigure:
    return DisplacementFigure(
        id="F14",
        value=2000,
        words=cuts.span("2,000"),
        unit=Unit.PEOPLE,
        group=PopulationGroup.DISPLACED,
        evidence=cuts.proof("2,000"),
        term=DisplacementTerm.RETURNED,
        status=MovementStatus.PLANNED,
        when=When(
            words=cuts.span("by 1 December"),
            end=date(2025, 12, 1),
            precision=DatePrecision.DAY,
            reason="the text gives no beginning",
        ),
    )


def _site(cuts: Cuts, unhcr: Claimant, camp: Place) -> Site:
    return Site(
        name="Tabangout camp",
        kind=SiteKind.CAMP,
        place=camp,
        population=(_count(cuts, "F15", "more than 15,000", 15000, qualifier=Qualifier.AT_LEAST),),
        capacity=(_count(cuts, "F16", "6,000", 6000),),
        overcrowding_ratio=2.5,
        ratio_derived=Derivation(rule="population / capacity", sources=("F15", "F16")),
        conditions=(
            Condition(
                words="extremely dire",
                severity=Severity.CRITICAL,
                claimed_by=unhcr,
                evidence=cuts.proof("extremely dire"),
            ),
        ),
        evidence=cuts.proof("Tabangout camp"),
    )


def _child(cuts: Cuts) -> CivilianHarm:
    return CivilianHarm(
        id="F19",
        value=1,
        words=cuts.span("A baby"),
        unit=Unit.PEOPLE,
        group=PopulationGroup.CHILDREN,
        counted="baby",
        derived=Derivation(rule="a noun in the singular counts one", sources=("A baby",)),
        evidence=cuts.proof("A baby"),
        measure=Measure.DIED,
        when=When(
            words=cuts.span("on Sunday night"),
            start=date(2025, 11, 16),
            end=date(2025, 11, 16),
            precision=DatePrecision.DAY,
        ),
    )


def sample_issues() -> tuple[Issue, ...]:
    """One refused value, one open place, one figure without a home."""
    return (
        Issue(
            code=IssueCode.NOT_GROUNDED,
            reason="the sentence names no such number",
            step="figures",
            sentence="S14",
            words="14",
        ),
        Issue(
            code=IssueCode.UNRESOLVED_PLACE,
            reason="the gazetteer knows no place of this name",
            step="places",
            words="Tinfadimata",
            record="E2",
        ),
        Issue(code=IssueCode.UNPLACED, reason="no record took it", step="figures", words="four hours"),
    )


def sample_provenance(**changes: Any) -> Provenance:
    """Made-up costs of three steps."""
    step: Callable[[str, int], StepCost] = lambda name, calls: StepCost(  # noqa: E731
        step=name, calls=calls, reasks=0, retries=0, tokens_in=900 * calls, tokens_cached=800 * calls,
        tokens_out=60 * calls, seconds=6.5 * calls,
    )  # fmt: skip
    fields: dict[str, Any] = {
        "summariser_version": "0.1.0",
        "schema_version": "1.0.0",
        "schema_sha256": "0" * 64,
        "engine": "embedded",
        "engine_version": "2026.10",
        "model": "test-model-1b",
        "model_sha256": "1" * 64,
        "strategy": "stepwise",
        "prompts": (PromptUsed(name="events", version="1", sha256="2" * 64),),
        "steps": (step("events", 3), step("figures", 6), step("narrative", 2)),
        "calls": 11,
        "reasks": 1,
        "retries": 0,
        "tokens_in": 9900,
        "tokens_cached": 8800,
        "tokens_out": 660,
        "seconds": 71.5,
    }
    return Provenance(**{**fields, **changes})
