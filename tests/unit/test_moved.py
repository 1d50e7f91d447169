"""Journeys that are flights and journeys that are none; numbers near words of flight that count none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summariser.linking import movement_status
from summariser.meanings import figure_candidates
from summariser.reading import Reading

Read = Callable[[str], Reading]


def labels(reading: Reading) -> dict[str, tuple[str, ...]]:
    return {c.number.text: c.options for c in figure_candidates(reading)}


@pytest.mark.parametrize(
    ("text", "number", "label"),
    [
        ("By nightfall 2,300 villagers had reached Orsk on foot, carrying mattresses.", "2,300", "displaced"),
        ("Nearly 4,000 people came over the bridge after the shelling.", "4,000", "displaced"),
        ("Some 150 households quit the village of Dorra when gunmen returned.", "150", "forced_to_flee"),
        ("A column of 5,000 people set out for the coast after the ultimatum.", "5,000", "forced_to_flee"),
        ("The council plans to move 800 families away from the eroding coast.", "800", "relocated"),
        ("At the old brewery 84 people bed down among the vats since the flood.", "84", "sheltered"),
        ("The lava swallowed 45 homes in Dorra.", "45", "destroyed_housing"),
        ("The wind peeled the roofs off 210 houses.", "210", "partially_destroyed_housing"),
        ("The flood left 77 houses unfit to live in.", "77", "uninhabitable_housing"),
        ("In 14 evacuation centres there are 3,200 people.", "3,200", "sheltered"),
        ("The school has taken in 300 new arrivals.", "300", "sheltered"),
        ("Police evicted 1,200 squatters from the railway land.", "1,200", "displaced"),
    ],
)
def test_who_had_to_go(read_text: Read, text: str, number: str, label: str) -> None:
    assert labels(read_text(text)).get(number, ())[:1] == (f"term:{label}",)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("About 300 people came over from Spain for the final.", "a journey that nothing drives"),
        ("The museum returned 40 statues to the temple.", "things are handed back"),
        ("A breeder sold 90 homeless puppets.", "animals and things have no home to lose"),
        ("Flights were delayed and 900 passengers were affected.", "a late flight is no disaster"),
        ("Some 2,000 people affected by the new tax have signed.", "a tax is no disaster"),
        ("The firm relocated 120 staff to its new offices.", "a firm moves house"),
        ("During the fire drill 300 people were evacuated.", "a drill"),
        ("There is one latrine for every 170 displaced people.", "a rate"),
        ("People sleep in classrooms, five families to a room.", "a rate"),
        ("The historian writes that the famine of 1847 uprooted 80,000.", "history"),
        ("A roof will shelter 32,000 spectators from the rain.", "an audience"),
        ("The camp was laid out for 70,000.", "room, and nobody in it"),
        ("In a survey of 318 households among the displaced, half had fled before.", "a sample"),
        ("A poll among 2,150 returned families found that most want seed.", "a sample"),
        ("Three returned families in ten have no roof.", "a share"),
        ("A reserve of 1.4 million was set aside for the people who fled.", "money"),
    ],
)
def test_who_did_not(read_text: Read, text: str, why: str) -> None:
    found = labels(read_text(text))
    assert not [o for options in found.values() for o in options if o.startswith("term:")], why


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Le gouvernement du Mali prévoit de reloger 500 familles à Gao.", "planned"),
        ("Le gouvernement du Mali a relogé 500 familles à Gao.", "occurred"),
        ("من المقرر إجلاء 400 شخص من حلب غداً.", "planned"),
        ("تم إجلاء 400 شخص من حلب أمس.", "occurred"),
    ],
)
def test_movements_abroad_that_are_only_planned(read_text: Read, text: str, status: str) -> None:
    reading = read_text(text)
    assert movement_status(reading, "S1", reading.cues.of("S1", "term")) == status
