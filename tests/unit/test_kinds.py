"""Sub-types that the words of a candidate event settle by themselves."""

from __future__ import annotations

import pytest

from summariser.incidents import find_incidents
from summariser.kinds import settled
from summariser.schemas.codebooks import SubEventType as S
from tests.conftest import Read


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("A hand grenade exploded in a bar in Karsa.", (S.GRENADE,)),
        ("A bomb and a grenade exploded in a bar in Karsa.", (S.REMOTE_EXPLOSIVE,)),
        ("Two bombs dropped by government aircraft fell on Karsa.", (S.AIR_STRIKE,)),
        (
            "Police fired into the crowd as thousands of protesters marched through Karsa.",
            (S.EXCESSIVE_FORCE,),
        ),
        ("Protesters marched through Karsa and police fired tear gas.", (S.PROTEST_WITH_INTERVENTION,)),
        ("Gunmen attacked a bus full of villagers.", (S.ATTACK,)),
        ("Gunmen attacked an army patrol.", (S.ARMED_CLASH,)),
        ("Guerrillas ambushed a military convoy.", (S.ARMED_CLASH,)),
        ("Guerrillas ambushed a bus and shot the passengers.", (S.ATTACK,)),
        ("Three policemen were killed in Karsa.", (S.ARMED_CLASH,)),
        ("Rebels seized the town of Karsa.", (S.NON_STATE_OVERTAKES_TERRITORY,)),
        ("The army seized the town of Karsa.", (S.GOVERNMENT_REGAINS_TERRITORY,)),
        ("Rebels overran the garrison.", (S.ARMED_CLASH,)),
        ("Fighters of the Blue Front chased the marines from Karsa.", (S.NON_STATE_OVERTAKES_TERRITORY,)),
        ("Marines drove the insurgents from Karsa.", (S.GOVERNMENT_REGAINS_TERRITORY,)),
        ("Students marched through Karsa and set fire to the prefecture.", (S.VIOLENT_DEMONSTRATION,)),
        ("A march in Karsa ended when marines shot dead two boys.", (S.EXCESSIVE_FORCE,)),
        ("Police detained nine of those who held a vigil in Karsa.", (S.PROTEST_WITH_INTERVENTION,)),
        ("Jihadists overran a base in Karsa, 54 soldiers killed.", (S.ARMED_CLASH,)),
        ("Rebels captured Nairobi, and 20 fighters were killed.", (S.NON_STATE_OVERTAKES_TERRITORY,)),
        ("Gunmen captured two teachers in Nairobi.", (S.ABDUCTION,)),
        (
            "Protesters marched through Karsa and a policeman was killed by a protester.",
            (S.VIOLENT_DEMONSTRATION,),
        ),
        ("Bandits shot a villager in Karsa and made off with his cattle.", (S.ATTACK,)),
    ],
)
def test_what_the_words_come_to(read_text: Read, text: str, kinds: tuple[S, ...]) -> None:
    reading = read_text(text)
    found = [settled(reading, i.cues) for i in find_incidents(reading)]
    assert kinds in found


def test_an_attack_on_nobody_named_is_left_open(read_text: Read) -> None:
    reading = read_text("An attack took place near Karsa on Monday.")
    [incident] = find_incidents(reading)
    assert settled(reading, incident.cues) == (S.ATTACK, S.ARMED_CLASH)
