"""The strategy for small models: code proposes what the words admit, the model decides case by case.

    figures   what each ambiguous number counts                 one short question each
    events    does this candidate event hold, who did it to whom one short question each
    facts     needs, access, help, risk                          one short question a sentence

Each question shows the few sentences that it is about, not the whole article: the default model was
seen to answer worse, and slower, with the article in front of every question (evals/EXPERIMENTS.md).
Places, times and the event of a toll follow from position (`linking.py`).
"""

from __future__ import annotations

from collections.abc import Sequence

from summariser.accounting import Account
from summariser.cues import Cue
from summariser.drafts import (
    DraftAccess,
    DraftDisplacement,
    DraftEvent,
    DraftFigure,
    DraftHarm,
    DraftNeed,
    DraftResponse,
    DraftRisk,
    EventDraft,
    HumanitarianDraft,
)
from summariser.incidents import is_support
from summariser.linking import date_for, movement_places, movement_status, place_for
from summariser.meanings import FigureCandidate
from summariser.polarity import is_retold
from summariser.reading import Reading
from summariser.schemas import IssueCode
from summariser.schemas.codebooks import (
    DisplacementTerm,
    EventStatus,
    EventType,
    Measure,
    MovementStatus,
    PopulationGroup,
    SubEventType,
    event_type_of,
)
from summariser.strategies.facts import name_facts
from summariser.strategies.figures import name_figures
from summariser.strategies.happenings import Happening, name_happenings
from summariser.strategies.sites import find_sites
from summariser.strategies.topics import is_ours
from summariser.verify.ledger import Ledger

_TOLL_REACH = 6
"""How many sentences after its event a toll may stand."""
_THING_REACH = 3
"""Strikes, rockets and ruins are told closer to it."""
_ARMED_GROUPS = {PopulationGroup.FIGHTERS, PopulationGroup.SOLDIERS, PopulationGroup.POLICE}
_CIVIL = {
    PopulationGroup.CIVILIANS, PopulationGroup.WOMEN, PopulationGroup.CHILDREN, PopulationGroup.ELDERLY,
    PopulationGroup.WOMEN_AND_CHILDREN, PopulationGroup.AID_WORKERS, PopulationGroup.HEALTH_WORKERS,
    PopulationGroup.JOURNALISTS,
    PopulationGroup.DISPLACED, PopulationGroup.REFUGEES, PopulationGroup.RETURNEES, PopulationGroup.DISABLED,
    PopulationGroup.MINORITIES,
}  # fmt: skip
_HARM = {Measure.KILLED, Measure.DIED, Measure.INJURED, Measure.MISSING, Measure.ABDUCTED, Measure.ARRESTED}
Named = Sequence[tuple[FigureCandidate, str]]


async def draft_stepwise(
    reading: Reading, account: Account, ledger: Ledger, *, events: bool, humanitarian: bool
) -> tuple[EventDraft, HumanitarianDraft]:
    """Lead the model through the article.

    Args:
        reading: The article.
        account: Where questions are asked and counted.
        ledger: Where what is refused is written down.
        events: Whether events are wanted.
        humanitarian: Whether humanitarian facts are wanted.
    """
    if not _has_candidates(reading) or not await is_ours(reading, account, ledger):
        return EventDraft(), HumanitarianDraft()
    figures = await name_figures(reading, account, ledger)
    happenings = await name_happenings(reading, account, ledger, figures) if events else ()
    facts = await name_facts(reading, account, ledger, figures) if humanitarian else ()
    event_draft = _events(reading, happenings, figures, ledger) if events else EventDraft()
    if not humanitarian:
        return event_draft, HumanitarianDraft()
    return event_draft, HumanitarianDraft(
        displacement=tuple(_movement(reading, c, label) for c, label in figures if label.startswith("term:")),
        sites=find_sites(reading, figures),
        harm=tuple(_harm(reading, c, label) for c, label in figures if _is_harm(reading, c, label)),
        needs=tuple(f for f in facts if isinstance(f, DraftNeed)),
        access=tuple(f for f in facts if isinstance(f, DraftAccess)),
        response=tuple(f for f in facts if isinstance(f, DraftResponse)),
        risks=tuple(f for f in facts if isinstance(f, DraftRisk)),
    )


def _has_candidates(reading: Reading) -> bool:
    """Whether any word of the article could report an event, a toll or a need."""
    families = ("event", "measure", "term", "site", "need", "access", "help", "risk", "lack")
    return any(reading.cues.of(s.id, *families) for s in reading.sentences)


def _events(reading: Reading, happenings: Sequence[Happening], figures: Named, ledger: Ledger) -> EventDraft:
    tolls: dict[int, list[DraftFigure]] = {i: [] for i in range(len(happenings))}
    homes: dict[tuple[object, ...], int] = {}
    measured = [
        (c, Measure(label.removeprefix("measure:"))) for c, label in figures if label.startswith("measure:")
    ]
    # The body first: a headline repeats a number of the text, and belongs where the text puts it.
    for candidate, measure in sorted(
        measured, key=lambda m: reading.sentence(m[0].number.sentence).role == "headline"
    ):
        key = (measure, candidate.number.value, candidate.number.low)
        in_headline = reading.sentence(candidate.number.sentence).role == "headline"
        home = homes.get(key) if in_headline else None
        if home is None:
            home = _home(reading, happenings, candidate, measure)
        if home is None:
            if not _is_harm(reading, candidate, f"measure:{measure}"):
                ledger.refuse(
                    IssueCode.UNPLACED, f"No event of the article fits this number ({measure})",
                    sentence=candidate.number.sentence, words=candidate.number.text,
                )  # fmt: skip
            continue
        homes.setdefault(key, home)
        tolls[home].append(DraftFigure(number=candidate.number.id, measure=measure))
    return EventDraft(events=tuple(_event(reading, h, tolls[i]) for i, h in enumerate(happenings)))


def _home(
    reading: Reading, happenings: Sequence[Happening], candidate: FigureCandidate, measure: Measure
) -> int | None:
    """The event that a number belongs to: of its own sentence, else the last one told shortly before."""
    number = candidate.number
    retold = is_retold(reading, number.sentence)
    same = [i for i, h in enumerate(happenings) if number.sentence in h.incident.sentences]
    if same:

        def distance(i: int) -> tuple[bool, bool, int]:
            cues = [c for c in happenings[i].incident.cues if c.sentence == number.sentence]
            supports = all(is_support(reading, c) for c in cues)
            apart = min((abs(c.start - number.start) for c in cues), default=10_000)
            return not _suits(measure, happenings[i].sub_type), supports, apart

        return min(same, key=distance)
    reach = _TOLL_REACH if measure in _HARM | {Measure.SURRENDERED} else _THING_REACH
    at = reading.index(number.sentence)
    best: tuple[int, bool, int] | None = None
    for i, happening in enumerate(happenings):
        if happening.status in {EventStatus.PLANNED, EventStatus.THREATENED}:
            continue
        for sentence in happening.incident.sentences:
            gap = at - reading.index(sentence)
            if not 0 < gap <= reach or reading.sentence(sentence).role != "body":
                continue
            if is_retold(reading, sentence) != retold:
                continue  # a toll of another year is none of this event
            cues = [c for c in happening.incident.cues if c.sentence == sentence]
            rank = (gap, all(is_support(reading, c) for c in cues), i)
            best = rank if best is None else min(best, rank)
    return best[2] if best else None


def _suits(measure: Measure, sub_type: SubEventType) -> bool:
    """Whether such a toll can come of such an event: the dead of a riot are not those of its arrests."""
    if measure is Measure.ARRESTED:
        return sub_type not in {SubEventType.AIR_STRIKE, SubEventType.SHELLING, SubEventType.REMOTE_EXPLOSIVE}
    peaceful = event_type_of(sub_type) is EventType.STRATEGIC
    return not (peaceful and measure in {Measure.KILLED, Measure.INJURED, Measure.MISSING})


def _event(reading: Reading, happening: Happening, figures: list[DraftFigure]) -> DraftEvent:
    incident = happening.incident
    main = incident.sentences
    positions = cue_positions(incident.cues)
    place = place_for(reading, main, positions[0])
    date = date_for(reading, main, positions)
    return DraftEvent(
        sub_type=happening.sub_type,
        status=happening.status,
        sentences=tuple(main),
        date=date.text if date is not None else None,
        place=place.text if place is not None else None,
        side_a=(happening.side_a,) if happening.side_a is not None else (),
        side_b=(happening.side_b,) if happening.side_b is not None else (),
        support_a=happening.supporters,
        figures=tuple(figures),
    )


def _movement(reading: Reading, candidate: FigureCandidate, label: str) -> DraftDisplacement:
    number = candidate.number
    term = DisplacementTerm(label.removeprefix("term:"))
    cues = [c for c in reading.cues.of(number.sentence, "term") if c.label == label]
    since = min([number.start, *(c.start for c in cues)])
    place, origin, destination = movement_places(reading, number.sentence, since)
    if place is None and origin is None and destination is None:
        place = place_for(reading, [number.sentence], number.start)
    date = date_for(reading, [number.sentence], cue_positions(cues))
    status = movement_status(reading, number.sentence, cues) if cues else MovementStatus.OCCURRED
    if status is MovementStatus.PLANNED and origin is None:
        origin, place = place, None  # where people are who have not gone yet
    return DraftDisplacement(
        number=number.id,
        term=term,
        status=status,
        place=place.text if place else None,
        origin=origin.text if origin else None,
        destination=destination.text if destination else None,
        date=date.text if date else None,
    )


def _is_harm(reading: Reading, candidate: FigureCandidate, label: str) -> bool:
    """Civilians harmed; people of no stated group count where the sentence tells of a disaster or illness."""
    if not label.startswith("measure:") or label.removeprefix("measure:") not in _HARM:
        return False
    if candidate.group in _CIVIL:
        return True
    if label == f"measure:{Measure.DIED}":
        return candidate.group not in _ARMED_GROUPS
    disaster = "cause:disaster" in reading.cues.labels(candidate.number.sentence)
    return candidate.group is PopulationGroup.PEOPLE and disaster


def cue_positions(cues: Sequence[Cue]) -> list[int]:
    """Where the cues stand."""
    return [c.start for c in cues]


def _harm(reading: Reading, candidate: FigureCandidate, label: str) -> DraftHarm:
    number = candidate.number
    place = place_for(reading, [number.sentence], number.start)
    date = date_for(reading, [number.sentence])
    return DraftHarm(
        number=number.id,
        measure=Measure(label.removeprefix("measure:")),
        place=place.text if place else None,
        date=date.text if date else None,
    )
