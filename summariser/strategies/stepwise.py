"""The strategy for small models: code proposes what the words admit, the model decides case by case.

    figures   what each ambiguous number counts                 one short question each
    events    does this candidate event hold, who did it to whom one short question each
    facts     needs, access, help, risk                          one short question a sentence

Each question shows the few sentences that it is about, not the whole article: the default model was
seen to answer worse, and slower, with the article in front of every question (evals/EXPERIMENTS.md).
Places, times and the event of a toll follow from position (`linking.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

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
    DraftSite,
    EventDraft,
    HumanitarianDraft,
)
from summariser.incidents import date_before
from summariser.linking import date_for, date_of_those, is_feared, movement_places, movement_status, place_for
from summariser.meanings import FigureCandidate, has_foreign_numbers
from summariser.periods import period_of
from summariser.polarity import is_retold
from summariser.reading import Reading
from summariser.schemas import IssueCode
from summariser.schemas.codebooks import (
    DisplacementTerm,
    EventStatus,
    Measure,
    MovementStatus,
)
from summariser.strategies.cells import read_cells, row_place, tells_in_cells
from summariser.strategies.facts import STEP as FACTS
from summariser.strategies.facts import Draft as FactDraft
from summariser.strategies.facts import aid_numbers, helped_numbers, name_facts, tells_of_help
from summariser.strategies.figures import STEP as FIGURES
from summariser.strategies.figures import name_figures
from summariser.strategies.happenings import STEP as EVENTS
from summariser.strategies.happenings import Happening, name_happenings
from summariser.strategies.homing import find_homes, is_harm, measure_of
from summariser.strategies.sites import find_sites, taken_numbers
from summariser.strategies.topics import STEP as TOPIC
from summariser.strategies.topics import is_ours
from summariser.strategies.victims import name_victims
from summariser.verify.ledger import Ledger

_INSIDE = (f"term:{DisplacementTerm.IN_RELIEF_CAMP}", f"term:{DisplacementTerm.SHELTERED}")
_TOOK_PLACE = (EventStatus.OCCURRED, EventStatus.ONGOING)
Named = Sequence[tuple[FigureCandidate, str]]
OnPart = Callable[[str, EventDraft, HumanitarianDraft], None]
"""Is told a step and what is drafted when it is over; it must not raise."""


async def draft_stepwise(
    reading: Reading,
    account: Account,
    ledger: Ledger,
    *,
    events: bool,
    humanitarian: bool,
    on_part: OnPart | None = None,
) -> tuple[EventDraft, HumanitarianDraft]:
    """Lead the model through the article.

    Args:
        reading: The article.
        account: Where questions are asked and counted.
        ledger: Where what is refused is written down.
        events: Whether events are wanted.
        humanitarian: Whether humanitarian facts are wanted.
        on_part: Told what there is when a step is over.

    Raises:
        ModelRefused: The model declined every question.
        ArticleTooLong: Every question was too long for it.
    """
    drafts = await _ask_all(
        reading, account, ledger, on_part or _nobody, events=events, humanitarian=humanitarian
    )
    account.check_taken()
    return drafts


async def _ask_all(
    reading: Reading, account: Account, ledger: Ledger, on_part: OnPart, *, events: bool, humanitarian: bool
) -> tuple[EventDraft, HumanitarianDraft]:
    if _has_candidates(reading) or (humanitarian and tells_of_help(reading)):
        with account.timed(TOPIC):
            ours = await is_ours(reading, account, ledger)
        if not ours:
            return EventDraft(), HumanitarianDraft()
    elif not has_foreign_numbers(reading) and not tells_in_cells(reading):
        return EventDraft(), HumanitarianDraft()
    tables = read_cells(reading, ledger)
    sites = find_sites(reading) if humanitarian else ()
    aid = aid_numbers(reading) if humanitarian else frozenset[str]()
    helped = helped_numbers(reading) if humanitarian else frozenset[str]()
    with account.timed(FIGURES):
        figures = await name_figures(
            reading, account, ledger, taken_numbers(sites) | tables.taken, aid, helped
        )
    moved = _moved(reading, figures, sites) if humanitarian else ()
    on_part(FIGURES, EventDraft(), HumanitarianDraft(displacement=moved, sites=sites))
    happenings: Sequence[Happening] = ()
    facts: Sequence[FactDraft] = ()
    if events:
        with account.timed(EVENTS):
            happenings = await name_happenings(reading, account, ledger, figures)
        if on_part is not _nobody:
            part = _events(reading, happenings, figures, find_homes(reading, happenings, figures), None)
            on_part(EVENTS, part, HumanitarianDraft(displacement=moved, sites=sites))
    if humanitarian:
        with account.timed(FACTS):
            facts = await name_facts(reading, account, ledger, figures, taken_numbers(sites) | tables.taken)
    homes = find_homes(reading, happenings, figures)
    figures = name_victims(reading, happenings, figures, homes)
    event_draft = EventDraft()
    if events:
        event_draft = tables.with_events(_events(reading, happenings, figures, homes, ledger))
    if not humanitarian:
        return event_draft, HumanitarianDraft()
    fact_draft = HumanitarianDraft(
        displacement=_moved(reading, figures, sites),
        sites=sites,
        harm=tuple(
            _harm(reading, c, label)
            for c, label in figures
            if is_harm(reading, c, label, homes.get(c.number.id))
        ),
        needs=tuple(f for f in facts if isinstance(f, DraftNeed)),
        access=tuple(f for f in facts if isinstance(f, DraftAccess)),
        response=tuple(f for f in facts if isinstance(f, DraftResponse)),
        risks=tuple(f for f in facts if isinstance(f, DraftRisk)),
    )
    return event_draft, tables.with_facts(fact_draft)


def _nobody(_step: str, _events: EventDraft, _facts: HumanitarianDraft) -> None:
    """Nobody wants parts."""


def _moved(reading: Reading, figures: Named, sites: Sequence[DraftSite]) -> tuple[DraftDisplacement, ...]:
    named = [*figures, *_nowhere_named(reading, figures, sites)]
    return tuple(_movement(reading, c, label) for c, label in named if label.startswith("term:"))


def _has_candidates(reading: Reading) -> bool:
    """Whether any word of the article could report an event, a toll or a need."""
    families = ("event", "measure", "term", "site", "need", "access", "help", "risk", "lack")
    return any(reading.cues.of(s.id, *families) for s in reading.sentences)


def _events(
    reading: Reading,
    happenings: Sequence[Happening],
    figures: Named,
    homes: Mapping[str, int],
    ledger: Ledger | None,
) -> EventDraft:
    tolls: dict[int, list[DraftFigure]] = {i: [] for i in range(len(happenings))}
    for candidate, label in figures:
        measure = measure_of(label)
        if measure is None:
            continue
        home = homes.get(candidate.number.id)
        if home is not None:
            tolls[home].append(
                DraftFigure(number=candidate.number.id, measure=measure, group=candidate.group)
            )
        elif (
            ledger is not None
            and label.startswith("measure:")
            and not is_harm(reading, candidate, label, None)
        ):
            ledger.refuse(
                IssueCode.UNPLACED, f"No event of the article fits this number ({measure})",
                sentence=candidate.number.sentence, words=candidate.number.text,
            )  # fmt: skip
    return EventDraft(events=tuple(_event(reading, h, tolls[i]) for i, h in enumerate(happenings)))


def _event(reading: Reading, happening: Happening, figures: list[DraftFigure]) -> DraftEvent:
    incident = happening.incident
    main = incident.sentences
    positions = cue_positions(incident.cues)
    place = place_for(reading, main, incident.near())
    date = date_for(reading, main, [incident.near(), *positions]) or date_before(reading, incident)
    if date is None and happening.status in _TOOK_PLACE:
        date = period_of(reading, main[0])
    return DraftEvent(
        sub_type=happening.sub_type,
        status=happening.status,
        sentences=tuple(main),
        date=date.text if date is not None else None,
        place=place.text if place is not None else None,
        side_a=happening.side_a,
        side_b=happening.side_b,
        support_a=happening.supporters,
        figures=tuple(figures),
    )


def _movement(reading: Reading, candidate: FigureCandidate, label: str) -> DraftDisplacement:
    number = candidate.number
    term = DisplacementTerm(label.removeprefix("term:"))
    cues = [c for c in reading.cues.of(number.sentence, "term") if c.label == label]
    since = min([number.start, *(c.start for c in cues)])
    place, origin, destination = movement_places(reading, number.sentence, since, (number.start, number.end))
    row = row_place(reading, number.id)
    if place is None and origin is None and destination is None:
        place = place_for(reading, [number.sentence], number.start)
    date = date_for(reading, [number.sentence], cue_positions(cues), number)
    status = movement_status(reading, number.sentence, cues) if cues else MovementStatus.OCCURRED
    feared = is_feared(reading, number)
    if feared:
        status = MovementStatus.PLANNED
        if term is DisplacementTerm.RETURNED and not cues:
            term = DisplacementTerm.DISPLACED  # no word says that those who are to come were there before
    if date is None and status in {MovementStatus.OCCURRED, MovementStatus.ONGOING}:
        date = date_of_those(reading, number.sentence) or period_of(reading, number.sentence)
    if status is MovementStatus.PLANNED and origin is None and not feared:
        origin, place = place, None  # where people are who have not gone yet
    return DraftDisplacement(
        number=number.id,
        term=term,
        status=status,
        place=row or (place.text if place else None),
        origin=origin.text if origin else None,
        destination=destination.text if destination and not row else None,
        date=date.text if date else None,
    )


def _nowhere_named(reading: Reading, figures: Named, sites: Sequence[DraftSite]) -> Named:
    """People who live in shelters or camps without a name: no site, but sheltered all the same."""
    homes = {number for site in sites for number in (*site.population, *site.capacity)}
    left = [c for c, label in figures if label == "site:population" and c.number.id not in homes]
    found = []
    for candidate in left:
        labels = reading.cues.labels(candidate.number.sentence, "term")
        term = next((t for t in _INSIDE if t in labels), None)
        if term is not None:
            found.append((candidate, term))
    return tuple(found)


def cue_positions(cues: Sequence[Cue]) -> list[int]:
    """Where the cues stand."""
    return [c.start for c in cues]


def _harm(reading: Reading, candidate: FigureCandidate, label: str) -> DraftHarm:
    number = candidate.number
    place = place_for(reading, [number.sentence], number.start)
    # Where the sentence tells of the past, its day must be that of these words and of no other verb.
    date = date_for(
        reading, [number.sentence], [number.start] if is_retold(reading, number.sentence) else (), number
    )
    date = date or period_of(reading, number.sentence)
    return DraftHarm(
        number=number.id,
        measure=Measure(label.removeprefix("measure:")),
        group=candidate.group,
        place=place.text if place else None,
        date=date.text if date else None,
    )
