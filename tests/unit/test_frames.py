"""Deeds told by ordinary verbs, by who does them and to what."""

from __future__ import annotations

import pytest

from summariser.frames import find_deeds
from summariser.schemas.codebooks import SubEventType as S


@pytest.mark.parametrize(
    ("text", "kind", "why"),
    [
        ("Masked men led the miller away at Karsa.", None, "nothing is taken from its words in between"),
        ("Raiders dragged two millers from their beds.", S.ABDUCTION, "whom raiders take is abducted"),
        ("Gendarmes dragged two millers from their beds.", S.ARRESTS, "whom gendarmes take is arrested"),
        ("Two millers were seized by raiders.", S.ABDUCTION, "a passive with its doer"),
        ("Guerrillas razed the mill.", S.LOOTING, "a thing, by armed people"),
        ("Workers razed the mill.", None, "nobody is armed"),
        ("Six shells from the hills fell in Karsa.", S.SHELLING, "a noun far from its verb"),
        ("Prices fell in Karsa.", None, "no shell"),
        ("Sappers dug up a box of detonators.", S.DISRUPTED_WEAPONS_USE, "weapons are found"),
        ("Sappers dug up a box of coins.", None, "no weapon"),
        ("Bakers gathered in Karsa over unpaid wages.", S.PEACEFUL_PROTEST, "people, and a cause"),
        ("Bakers gathered in Karsa for a fair.", None, "no cause"),
        ("The militia threatened to burn the mill.", S.LOOTING, "what is to come"),
    ],
)
def test_what_a_verb_tells(text: str, kind: S | None, why: str) -> None:
    found = [d.kind for d in find_deeds(text)]
    assert (kind in found) if kind is not None else not found, why


def test_a_deed_stands_where_its_verb_stands() -> None:
    text = "Guerrillas razed the mill."
    [deed] = find_deeds(text, offset=100)
    assert text[deed.start - 100 : deed.end - 100] == "razed"
