"""Events that another part of a document tells again: each rule with a pair that is one and a near miss."""

from __future__ import annotations

from datetime import date

import pytest

from summariser.attribution import find_statements
from summariser.drafts import DraftEvent, DraftFigure, EventDraft
from summariser.schemas import Event, IssueCode
from summariser.schemas.codebooks import EventStatus, Measure, SubEventType
from summariser.verify import Ledger, verify_events
from summariser.verify.recurring import LONG, PARTS_APART
from tests.conftest import Read

PUBLISHED = date(2024, 4, 2)
FILLER = " ".join(["Prices of millet rose in the markets."] * LONG)
PART = " ".join(["Prices of millet rose in the markets."] * PARTS_APART)
SHORT = "Prices of millet rose in the markets."


def events(
    read_text: Read,
    first: str,
    second: str,
    *,
    between: str = FILLER,
    kinds: tuple[SubEventType, SubEventType] = (SubEventType.ATTACK, SubEventType.ATTACK),
    status: EventStatus = EventStatus.OCCURRED,
    first_at: int = 0,
) -> tuple[tuple[Event, ...], Ledger]:
    """The events of two sentences with others between them, each drafted as an event of its own."""
    reading = read_text(f"{first} {between} {second}", published=PUBLISHED)
    ledger = Ledger(reading, find_statements(reading))
    drafts = []
    ends = (reading.sentences[first_at], reading.sentences[-1])
    for sentence, kind, is_first in zip(ends, kinds, (True, False), strict=True):
        dead = [n for n in reading.numbers_in(sentence.id) if n.kind == "count"]
        drafts.append(
            DraftEvent(
                sub_type=kind,
                status=EventStatus.OCCURRED if is_first else status,
                sentences=(sentence.id,),
                date=next((d.text for d in reading.dates_in(sentence.id)), None),
                place=next((n.text for n, _ in reading.names_in(sentence.id) if n.kind == "place"), None),
                side_a=tuple(a.text for a in reading.actors_in(sentence.id))[:1],
                figures=tuple(DraftFigure(number=n.id, measure=Measure.KILLED) for n in dead),
            )
        )
    return verify_events(EventDraft(events=tuple(drafts)), ledger), ledger


BOX = "Boko Haram fighters attacked Bama on 3 March 2024 and killed 14 people."


@pytest.mark.parametrize(
    ("first", "second", "count", "why"),
    [
        (BOX, "On 3 March 2024 Boko Haram killed 14 people in Bama.", 1, "all the same"),
        (BOX, "On 5 March 2024 Boko Haram killed 14 people in Bama.", 2, "another day"),
        (BOX, "On 3 March 2024 Boko Haram killed 14 people in Konduga.", 2, "another town"),
        (BOX, "On 3 March 2024 Boko Haram killed 31 people in Bama.", 2, "another toll, nobody's claim"),
        (BOX, "On 3 March 2024 Boko Haram killed at least 10 people in Bama.", 1, "no fewer than ten"),
        (BOX, "On 3 March 2024 Boko Haram killed at least 20 people in Bama.", 2, "no fewer than twenty"),
        (BOX, "On 3 March 2024 gunmen killed 14 people in Bama.", 1, "gunmen may be anybody"),
        (BOX, "On 3 March 2024 the Nigerian army killed 14 people in Bama.", 2, "another known party"),
        (BOX, "Boko Haram killed 14 people in Bama.", 2, "no day of its own"),
    ],
)
def test_what_makes_two_records_one(read_text: Read, first: str, second: str, count: int, why: str) -> None:
    made, ledger = events(read_text, first, second)
    assert len(made) == count, why
    if count == 1:
        assert {e.sentence for e in made[0].evidence} == {"S1", f"S{LONG + 2}"}
        assert made[0].id == "E1"
        assert [i.record for i in ledger.issues if i.code is IssueCode.DUPLICATE] == ["E1"]


def test_what_stands_side_by_side_stays_two(read_text: Read) -> None:
    """The article itself tells two acts apart where it tells one right after the other."""
    made, _ = events(read_text, BOX, "On 3 March 2024 Boko Haram killed 14 people in Bama.", between=SHORT)
    assert len(made) == 2


def test_a_short_article_needs_a_number_in_common(read_text: Read) -> None:
    """Two acts of one day and town are told as two there more often than one is told twice."""
    made, _ = events(read_text, BOX, "On 3 March 2024 Boko Haram killed 14 people in Bama.", between=PART)
    assert len(made) == 1
    made, _ = events(read_text, BOX, "Boko Haram fighters attacked Bama on 3 March 2024.", between=PART)
    assert len(made) == 2


def test_a_heading_parts_what_stands_near(read_text: Read) -> None:
    again = "On 3 March 2024 Boko Haram killed 14 people in Bama."
    made, _ = events(read_text, f"Highlights\n\n{BOX}", again, between="\n\nBorno State\n\n", first_at=1)
    assert len(made) == 1
    made, _ = events(read_text, f"Highlights\n\n{BOX}", again, between="\n\n", first_at=1)
    assert len(made) == 2


def test_claims_of_two_sources_stand_side_by_side(read_text: Read) -> None:
    first = "Gunmen killed 14 people in Bama on 3 March 2024, the police said."
    made, _ = events(read_text, first, "Gunmen killed 22 people in Bama on 3 March 2024, residents said.")
    assert [[f.value for f in e.fatalities] for e in made] == [[14, 22]]
    made, _ = events(read_text, first, "Gunmen killed 22 people in Bama on 3 March 2024, the police said.")
    assert [[f.value for f in e.fatalities] for e in made] == [[14], [22]]


def test_a_summary_that_says_attack_joins_the_bombing_it_counts(read_text: Read) -> None:
    kinds = (SubEventType.ATTACK, SubEventType.SUICIDE_BOMB)
    box = "Violence in Bama on 3 March 2024 left 14 people dead."
    told = "A suicide bomber killed {} people in Bama on 3 March 2024."
    made, _ = events(read_text, box, told.format(14), kinds=kinds)
    assert [e.sub_type for e in made] == [SubEventType.SUICIDE_BOMB]
    assert [len(f.evidence) for f in made[0].fatalities] == [2]
    made, _ = events(read_text, "Violence hit Bama on 3 March 2024.", told.format(14), kinds=kinds)
    assert len(made) == 2  # nothing says that it was the bomb


def test_kinds_that_differ_are_two(read_text: Read) -> None:
    kinds = (SubEventType.SHELLING, SubEventType.SUICIDE_BOMB)
    made, _ = events(read_text, BOX, "A bomber killed 14 people in Bama on 3 March 2024.", kinds=kinds)
    assert len(made) == 2


def test_what_is_announced_is_not_what_happened(read_text: Read) -> None:
    second = "Boko Haram killed 14 people in Bama on 3 March 2024."
    made, _ = events(read_text, BOX, second, status=EventStatus.THREATENED)
    assert len(made) == 2


def test_a_record_without_a_toll_joins_only_the_one_that_it_can_be(read_text: Read) -> None:
    last = "Boko Haram fighters attacked Bama on 3 March 2024."
    made, _ = events(read_text, BOX, last)
    assert len(made) == 1
    two = f"{BOX} {FILLER} Boko Haram fighters attacked Bama on 3 March 2024 and killed 31 people."
    reading = read_text(f"{two} {FILLER} {last}", published=PUBLISHED)
    ledger = Ledger(reading, find_statements(reading))
    ids = [s.id for s in reading.sentences if "attacked" in s.text]
    drafts = [
        DraftEvent(
            sub_type=SubEventType.ATTACK,
            status=EventStatus.OCCURRED,
            sentences=(s,),
            date="3 March 2024",
            place="Bama",
            figures=tuple(
                DraftFigure(number=n.id, measure=Measure.KILLED)
                for n in reading.numbers_in(s)
                if n.kind == "count"
            ),
        )
        for s in ids
    ]
    assert len(verify_events(EventDraft(events=tuple(drafts)), ledger)) == 3
