"""Near misses, denials, drills, stories and old tolls are no news; a part has the fate that is told last."""

from __future__ import annotations

from datetime import date

import pytest

from summariser.attribution import find_statements, statement_at
from summariser.linking import date_for
from summariser.meanings import figure_candidates
from summariser.polarity import is_unreal, why_not_asserted
from summariser.reported import THRESHOLD, incident_weight, statuses_of
from tests.conftest import Read


def told(read_text: Read, text: str) -> dict[str, str]:
    """What each number of people that the text stands by counts."""
    reading = read_text(text)
    return {
        c.number.text: c.options[0].removeprefix("measure:")
        for c in figure_candidates(reading)
        if why_not_asserted(reading, c.number, c.options[0]) is None
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A shell nearly killed 14 monks in Dorra.", {}),
        ("A rocket narrowly missed killing 14 monks in Dorra.", {}),
        ("A shell killed nearly 14 monks in Dorra.", {"14": "killed"}),
        ("Imagine that a shell killed 14 monks in Dorra.", {}),
        ("Claims that marines killed 14 monks in Dorra are baseless.", {}),
        ("Rumours that marines killed 14 monks in Dorra are false.", {}),
        ("A mob acting on rumours of theft killed 14 monks in Dorra.", {"14": "killed"}),
        ("Claims that marines killed 14 monks in Dorra are growing.", {"14": "killed"}),
        ("Had the shell burst, it would have killed 14 monks.", {}),
        ("Le préfet n'a pas confirmé la mort de 14 moines à Dorra.", {}),
        ("The drill simulated a raid in which 14 monks were killed.", {}),
        ("The drill simulated a raid on Dorra. In it 14 monks were killed.", {}),
        ("Firemen rehearsed a raid in which 14 monks were killed.", {}),
        ("The movie tells of a raid in which 14 monks were killed.", {}),
        ("In the novel, marines kill 14 monks in Dorra.", {}),
        ("A memorial to the 14 monks killed in Dorra was daubed with paint.", {}),
        ("The bombing of the memorial to a poet killed 14 monks in Dorra.", {"14": "killed"}),
    ],
)
def test_what_is_not_told_as_having_happened(read_text: Read, text: str, expected: dict[str, str]) -> None:
    assert told(read_text, text) == expected


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Rumours that marines killed 14 monks in Dorra are false.", False),
        ("There is no evidence that the army killed 14 monks in Dorra.", False),
        ("Had the bomb exploded, it would have killed 14 monks.", False),
        ("The army killed 14 monks in Dorra on Sunday.", True),
    ],
)
def test_what_is_denied_outright_is_no_event(read_text: Read, text: str, event: bool) -> None:
    reading = read_text(text, date(2024, 5, 15))
    assert (incident_weight(reading, reading.cues.of("S1", "event")) >= THRESHOLD) is event
    assert is_unreal(reading, "S1", len(text) // 2) is not event


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two of the five guards wounded in the raid died on Monday.", {"Two": "killed", "five": "injured"}),
        ("Ten of the 30 monks seized in Dorra were killed.", {"Ten": "killed", "30": "abducted"}),
        ("Three of the five monks killed in Dorra were novices.", {"Three": "killed", "five": "killed"}),
    ],
)
def test_a_part_has_the_fate_told_last(read_text: Read, text: str, expected: dict[str, str]) -> None:
    assert told(read_text, text) == expected


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Reports that soldiers killed 14 monks could not be verified.", None),
        ("No group claimed responsibility for the raid that killed 14 monks.", None),
        ("Officials first said 14 monks were killed.", "officials"),
        ("La police n'a pas confirmé la mort de 14 moines.", None),
        ("Police had said nine died, but the governor put the toll at 14.", "governor"),
        ("Police reports that 14 monks were killed.", "police"),
    ],
)
def test_nobody_says_what_nobody_says(read_text: Read, text: str, source: str | None) -> None:
    reading = read_text(text)
    at = next(n for n in reading.numbers if n.text == "14").start
    statement = statement_at(find_statements(reading), "S1", at)
    assert (statement.claimant.name if statement else None) == source


def test_a_claim_that_somebody_calls_a_lie_is_denied(read_text: Read) -> None:
    reading = read_text("The claim that marines killed 14 monks in Dorra is a lie, the governor said.")
    assert statuses_of(reading, reading.cues.of("S1", "event")) == ["denied"]


def test_an_old_deed_is_not_of_the_day_of_another_verb(read_text: Read) -> None:
    text = "The marine who killed 14 monks in Dorra in 2012 asked on Monday for mercy."
    reading = read_text(text, date(2024, 5, 15))
    found = date_for(reading, ["S1"], [text.index("killed")])
    assert found is None or "Monday" not in found.text
