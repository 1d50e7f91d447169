"""What a site was made to hold, in Arabic: a capacity, and nobody who moved."""

from __future__ import annotations

from datetime import date

import pytest

from tests.conftest import Summarise

DAY = date(2024, 3, 12)


@pytest.mark.parametrize(
    ("text", "moved", "room"),
    [
        ("صُمم مخيم الزهراء لاستيعاب ٧٬٠٠٠ شخص ويؤوي حاليا ١١٬٠٠٠ نازح.", [], [7_000]),
        ("أقيم مخيم الزهراء قرب الحدود لاستيعاب 7000 شخص، ويؤوي حاليا 11000 نازح.", [], [7_000]),
        ("وصل 7000 نازح إلى مخيم الزهراء يوم الاثنين.", [7_000], []),
    ],
)
def test_what_a_site_was_made_to_hold(
    by_rules: Summarise, text: str, moved: list[int], room: list[int]
) -> None:
    facts = by_rules(text, published=DAY).humanitarian
    assert facts is not None
    assert [f.value for f in facts.displacement] == moved
    assert [f.value for s in facts.sites for f in s.capacity] == room
