"""Obstacles to help, told by what did not come and why."""

import pytest

from summariser.access_words import access_in
from summariser.schemas.codebooks import AccessKind as A


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("No barge has sailed to the island since Sunday because of high waves.", {A.WEATHER}),
        ("Two nurses have been waiting at the border for visas since May.", {A.BUREAUCRATIC}),
        ("Sniper fire kept the water trucks out of the eastern quarter.", {A.HOSTILITIES}),
        ("The pass is mined, and drivers refuse to take rice across it.", {A.MINES}),
        ("The bridge that carried the weekly lorries was swept away on Friday.", {A.ROADS_CUT}),
        ("The rebels turned back a convoy of tents at the river.", {A.DENIED}),
        ("Bandits robbed a relief truck near the mill.", {A.ATTACKS_ON_AID}),
        ("Oxfam has suspended deliveries after the killing of a guard.", {A.ATTACKS_ON_AID}),
        ("Nobody in the old port may go out after dark.", {A.MOVEMENT_OF_PEOPLE}),
    ],
)
def test_the_obstacle_follows_from_the_reason(text: str, kinds: set[A]) -> None:
    assert set(access_in(text)) == kinds


@pytest.mark.parametrize(
    "text",
    [
        "Fighting broke out in the hills, and the army sent more soldiers.",
        "Snow fell on the capital for the third day.",
        "The road to the coast reopened, and aid trucks passed after the fighting.",
        "Half the roofs in Port Emerald are gone.",
        "A patrol stepped on a mine near the river.",
        "The ambulance took the wounded to the clinic.",
    ],
)
def test_a_word_alone_is_no_obstacle(text: str) -> None:
    assert access_in(text) == ()
