"""Facts out of the cells of tables: no question is asked, for the heads say what each number counts.

Tolls are figures of an event only where a row tells of one incident: its kind, its day, its place. Tolls by
place are harm to people where the table says that they were civilians, or where a disaster took them; others
belong to no event that the codebooks know, and are refused with that reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from typing import Final

from summariser.cues import unit_and_group
from summariser.drafts import (
    DraftDisplacement,
    DraftEvent,
    DraftFigure,
    DraftHarm,
    DraftResponse,
    EventDraft,
    HumanitarianDraft,
)
from summariser.lexicon.events import GENERIC_ATTACK
from summariser.lexicon.headings import CLUSTER_TITLES
from summariser.lexicon.needs import GOODS
from summariser.lexicon.table_heads import SUBTOTAL, TOTAL_COLUMN
from summariser.lexicon.tolls import DISEASE
from summariser.meanings import figure_candidates, unsaid_candidates
from summariser.normalise.numbers import NumberMention
from summariser.reading import Reading
from summariser.schemas import IssueCode
from summariser.schemas.codebooks import (
    Cause,
    Cluster,
    DisplacementTerm,
    EventStatus,
    GeoPrecision,
    Measure,
    MovementStatus,
    PopulationGroup,
    ResponseStatus,
    SubEventType,
    Unit,
)
from summariser.strategies.compared import STEP, is_of_another_time
from summariser.tables import Told
from summariser.tables.heads import NOTHING, group_of
from summariser.tables.model import Words
from summariser.tables.told import NUMBERED
from summariser.verify.ledger import Ledger

_CAPITAL: Final = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class FromTables:
    """What the tables of an article tell."""

    events: tuple[DraftEvent, ...] = ()
    facts: HumanitarianDraft = field(default_factory=HumanitarianDraft)
    taken: frozenset[str] = frozenset()
    """Ids of the numbers whose heads say what they count, or that they count nothing that we hold."""

    def beside(self, used: AbstractSet[str]) -> FromTables:
        """What is left where a model has read some of the numbers itself.

        Args:
            used: Ids of those.
        """
        facts = self.facts
        return replace(
            self,
            events=tuple(e for e in self.events if not used & {f.number for f in e.figures}),
            facts=facts.model_copy(
                update={
                    "displacement": tuple(d for d in facts.displacement if d.number not in used),
                    "harm": tuple(h for h in facts.harm if h.number not in used),
                    "response": tuple(r for r in facts.response if not used & set(r.numbers)),
                }
            ),
        )

    def with_events(self, draft: EventDraft) -> EventDraft:
        """A draft and the incidents of the tables, in the order of the text but for those."""
        return draft.model_copy(update={"events": (*draft.events, *self.events)})

    def with_facts(self, draft: HumanitarianDraft) -> HumanitarianDraft:
        """A draft and the facts of the tables; camps and shelters are found with the text's own."""
        kinds = ("displacement", "harm", "response")
        return draft.model_copy(
            update={kind: (*getattr(draft, kind), *getattr(self.facts, kind)) for kind in kinds}
        )


def tells_in_cells(reading: Reading) -> bool:
    """Whether a table counts anything that a summary holds, in whatever language its heads are."""
    return any(t.label not in {"", NOTHING} and not t.listed for t in reading.cells.values())


def read_cells(reading: Reading, ledger: Ledger) -> FromTables:
    """The facts that stand in the cells of an article's tables.

    Args:
        reading: The article.
        ledger: Where what is refused is written down, and what heads vouch for.
    """
    told = [t for t in reading.cells.values() if t.label and not t.listed]
    told += _lent(reading)
    if not told:
        return FromTables()
    _tell_of_columns(told, ledger)
    counted = [
        t for t in told if t.label != NOTHING and _value(reading, t) and not is_of_another_time(t, ledger)
    ]
    for one in counted:
        ledger.vouched.add((one.number, one.label))
    return FromTables(
        events=tuple(_events(reading, ledger, counted)),
        facts=HumanitarianDraft(
            displacement=tuple(_moved(reading, t) for t in counted if t.label.startswith("term:")),
            harm=tuple(_harm(reading, ledger, counted)),
            response=tuple(_aid(reading, ledger, counted)),
        ),
        taken=frozenset(t.number for t in told) | _of_heads(reading, told),
    )


def _of_heads(reading: Reading, told: list[Told]) -> frozenset[str]:
    """The numbers of heads, and those of captions that only number the table or tell its time."""
    found = set()
    for head in {h for t in told for h in t.column}:
        found |= {n.id for n in _numbers_within(reading, head)}
    for caption in {c for t in told for c in t.captions}:
        for number in _numbers_within(reading, caption):
            before = reading.text[caption.start : number.start].strip()
            dated = any(d.start <= number.start < d.end for d in reading.dates_in(number.sentence))
            if dated or NUMBERED.fullmatch(before):
                found.add(number.id)
    return frozenset(found)


def _numbers_within(reading: Reading, words: Words) -> list[NumberMention]:
    sentence = reading.sentence_at(words.start).id
    return [n for n in reading.numbers_in(sentence) if words.start <= n.start < words.end]


def _lent(reading: Reading) -> list[Told]:
    """Numbers of lists of which their own words do not say what they count, and the line over them does."""
    listed = [t for t in reading.cells.values() if t.listed and t.label]
    if not listed:
        return []
    candidates = figure_candidates(reading)
    known = {c.number.id for c in (*candidates, *unsaid_candidates(reading, candidates))}
    return [t for t in listed if t.number not in known and _counts_people(reading, t)]


def _counts_people(reading: Reading, told: Told) -> bool:
    """Whether the noun beside a number, if any, names people, families or homes, as the line over it does."""
    number = reading.number(told.number)
    if number is None or number.kind != "count":
        return False
    if number.noun is None or number.inherited:
        return told.unit is not None or number.inherited
    counted = unit_and_group(number.noun)
    return counted is not None and counted[0] in {Unit.PEOPLE, Unit.HOUSEHOLDS, Unit.HOMES}


def _value(reading: Reading, told: Told) -> float:
    number = reading.number(told.number)
    return (number.value or number.low or 0) if number is not None else 0


def _tell_of_columns(told: list[Told], ledger: Ledger) -> None:
    """Each column once whose numbers count nothing that a summary holds."""
    for one in told:
        if one.label.startswith("site:") and not one.of_site:
            ledger.refuse(
                IssueCode.UNPLACED,
                "It sums up the camps and shelters of a table, and is the number of none of them",
                step=STEP,
                sentence=one.sentence,
                words=one.cell.text,
            )
        if one.label == NOTHING and one.column and not one.refused:
            ledger.refuse(
                IssueCode.UNPLACED,
                "The head of a column counts nothing that a summary holds: its numbers are not read",
                step=STEP,
                sentence=ledger.reading.sentence_at(one.column[-1].start).id,
                words=" ".join(h.text for h in one.column),
            )


def _moved(reading: Reading, told: Told) -> DraftDisplacement:
    place, told_in = _place(reading, told)
    by_row = group_of(told.row.text) if told.row is not None and told.place is None else None
    return DraftDisplacement(
        number=told.number,
        term=DisplacementTerm(told.label.removeprefix("term:")),
        status=MovementStatus.OCCURRED,
        date=told.date.text if told.date is not None else None,
        unit=told.unit,
        group=told.group or by_row,
        told_in=(*_sentences(reading, told), *told_in),
        **(_ends(told) or _at(told, place)),
    )


def _at(told: Told, place: str | None) -> dict[str, str]:
    return {told.role: place} if place is not None else {}


def _ends(told: Told) -> dict[str, str]:
    """Whence and whither, where the table has a column for both."""
    ends = {end: told.beside[end].text for end in ("origin", "destination") if end in told.beside}
    return ends if len(ends) > 1 and not told.total else {}


def row_place(reading: Reading, number: str) -> str | None:
    """The place of a row or an item for a number that the words beside it explain."""
    told = reading.cells.get(number)
    if told is None or told.place is None or told.total or (told.label and not told.listed):
        return None
    if told.is_place:
        return told.place.text
    known = [words for words in told.listed if reading.where(words).country is not None]
    return told.place.text if len(known) * 2 > len(told.listed) else None


def _place(reading: Reading, told: Told) -> tuple[str | None, tuple[str, ...]]:
    """The place of a cell, and the sentence of the caption where that names it."""
    if told.place is not None and _is_a_place(reading, told):
        return told.place.text, ()
    if told.total and told.row is not None and SUBTOTAL.match(told.row.text):
        return None, ()  # it sums up some rows, and the caption names the place of all
    for caption in told.over:
        sentence = reading.sentence_at(caption.start).id
        inside = [p for p in reading.place_spans.get(sentence, ()) if caption.start <= p.start < caption.end]
        if inside:
            return inside[-1].text, (sentence,)
    whole = told.total and told.row is not None and TOTAL_COLUMN.fullmatch(told.row.text.strip(" *_:"))
    return _country(reading) if whole else (None, ())


def _country(reading: Reading) -> tuple[str | None, tuple[str, ...]]:
    """The one country that the article names: a total without a caption's place can hold for no less."""
    spans = [span for found in reading.place_spans.values() for span in found if span.level == "country"]
    named = {span.name.id: span for span in reversed(spans)}
    if len(named) != 1:
        return None, ()
    only = next(iter(named.values()))
    return only.text, (only.sentence,)


def _is_a_place(reading: Reading, told: Told) -> bool:
    """Whether the head of a row is a place: by the head over it, else by the gazetteer."""
    assert told.place is not None
    words = told.place.text
    if _CAPITAL.search(words) is None or any(
        told.place.start <= d.start < told.place.end for d in reading.dates
    ):
        return False
    if told.is_place:
        return True
    known = reading.where(words).precision != GeoPrecision.UNRESOLVED.value
    return known or (group_of(words) is None and words[0] != words[0].lower())


def _sentences(reading: Reading, told: Told) -> tuple[str, ...]:
    """The sentence that tells the time of a cell, where that is not its row."""
    if told.date is None:
        return ()
    sentence = reading.sentence_at(told.date.start).id
    return (sentence,) if sentence != told.sentence else ()


def _harm(reading: Reading, ledger: Ledger, counted: list[Told]) -> Iterator[DraftHarm]:
    for told in counted:
        if not told.label.startswith("measure:") or told.sentence in reading.event_rows:
            continue
        measure = Measure(told.label.removeprefix("measure:"))
        if measure is Measure.KILLED and _of_disease(reading, told):
            measure = Measure.DIED
            ledger.vouched.add((told.number, f"measure:{measure}"))
        civil = told.group not in {None, PopulationGroup.PEOPLE}
        if not (civil or measure is Measure.DIED or _is_disaster(reading)):
            ledger.refuse(
                IssueCode.UNPLACED,
                f"A toll by place ({measure}): the table tells neither of which event it is, nor that they "
                "were civilians",
                step=STEP,
                sentence=told.sentence,
                words=told.cell.text,
            )
            continue
        place, told_in = _place(reading, told)
        yield DraftHarm(
            number=told.number,
            measure=measure,
            place=place,
            date=told.date.text if told.date is not None else None,
            unit=told.unit,
            group=told.group,
            told_in=(*_sentences(reading, told), *told_in),
        )


def _of_disease(reading: Reading, told: Told) -> bool:
    said = [*(h.text for h in (*told.column, *told.captions)), reading.article.title or ""]
    return any(DISEASE.search(words) for words in said)


def _is_disaster(reading: Reading) -> bool:
    """Whether a disaster, and no violence, is what the article tells of."""
    causes = {c.value for s in reading.sentences for c in reading.cues.of(s.id, "cause")}
    violent = any(reading.cues.of(s.id, "event") for s in reading.sentences)
    return causes == {Cause.DISASTER.value} and not violent


def _events(reading: Reading, ledger: Ledger, counted: list[Told]) -> Iterator[DraftEvent]:
    """An event for each row that tells of one incident."""
    rows: dict[str, list[Told]] = {}
    for told in counted:
        if told.sentence in reading.event_rows and told.label.startswith("measure:"):
            rows.setdefault(told.sentence, []).append(told)
    for sentence, tolls in rows.items():
        first = tolls[0]
        kind = _kind(reading, first)
        if kind is None or first.total:
            why = "sums up others" if first.total else "tells no kind of event that the codebooks have"
            for told in tolls:
                ledger.refuse(
                    IssueCode.UNPLACED, f"A toll in a row that {why}",
                    step=STEP, sentence=sentence, words=told.cell.text,
                )  # fmt: skip
            continue
        place, told_in = _place(reading, first)
        yield DraftEvent(
            sub_type=kind,
            status=EventStatus.OCCURRED,
            sentences=(sentence,),
            date=first.date.text if first.date is not None else None,
            place=place,
            figures=tuple(
                DraftFigure(
                    number=t.number,
                    measure=Measure(t.label.removeprefix("measure:")),
                    unit=t.unit,
                    group=t.group,
                )
                for t in tolls
            ),
            told_in=(*_sentences(reading, first), *told_in),
        )


def _kind(reading: Reading, told: Told) -> SubEventType | None:
    """The sub-type that the cell of kinds names; the sharper of two.

    A bare "attack" is one on civilians where the row, or the caption of the table, says that they were.
    """
    cell = told.beside.get("kind")
    if cell is None:
        return None
    cues = [c for c in reading.cues.of(told.sentence, "event") if cell.start <= c.start and c.end <= cell.end]
    kinds = [SubEventType(c.value) for c in cues if c.value in set(SubEventType)]
    sharp = next((k for k in kinds if k is not SubEventType.ATTACK), kinds[0] if kinds else None)
    if sharp is None and any(c.value == GENERIC_ATTACK for c in cues):
        victims = (unit_and_group(cell.text) or ("", None))[1]
        if PopulationGroup.CIVILIANS in {told.group, victims}:
            return SubEventType.ATTACK
    return sharp


def _aid(reading: Reading, ledger: Ledger, counted: list[Told]) -> Iterator[DraftResponse]:
    rows: dict[str, list[Told]] = {}
    for told in counted:
        if told.label == "response:reached" and not told.total:
            rows.setdefault(told.sentence, []).append(told)
    for sentence, reached in rows.items():
        first = reached[0]
        actor, item = first.beside.get("actor"), first.beside.get("item")
        place, _ = _place(reading, first)
        ledger.vouched.add((sentence, f"help:{ResponseStatus.DELIVERED}"))
        yield DraftResponse(
            status=ResponseStatus.DELIVERED,
            sentence=sentence,
            actor=actor.text if actor is not None else None,
            cluster=_cluster(item.text) if item is not None else None,
            numbers=tuple(t.number for t in reached),
            place=place,
        )


def _cluster(item: str) -> Cluster | None:
    for patterns in (GOODS, CLUSTER_TITLES):
        found = next((cluster for cluster, pattern in patterns.items() if pattern.search(item)), None)
        if found is not None:
            return found
    return None
