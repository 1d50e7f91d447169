"""Shelters in Spanish, French and Arabic: their names, how many stay there, what they were made to hold."""

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


@pytest.mark.parametrize(
    ("text", "sites"),
    [
        ("El albergue San José recibe a 214 personas.", [("San José", [214])]),
        ("El coliseo municipal de Barsala alberga a 85 familias.", [("coliseo municipal de Barsala", [85])]),
        ("El refugio Barsala acoge a 60 familias.", [("Barsala", [60])]),
        ("Unas 300 personas permanecen en el albergue municipal de Barsala.", [("Barsala", [300])]),
        ("El albergue recibe a 214 personas.", []),
        ("El alcalde de Tumaco recibe a 214 personas en su despacho.", []),
        ("Camp de Barsala (Burkina Faso) accueille 1 200 personnes.", [("Barsala", [1_200])]),
        ("Le site de Barsala héberge 340 ménages.", [("Barsala", [340])]),
        ("L'école primaire de Barsala héberge 340 ménages.", [("école primaire de Barsala", [340])]),
        (  # a politician's
            "Le camp Barsala accueille la décision avec prudence.",
            [],
        ),
        (  # under the lines that open a report
            "Camp de Barsala\nLe camp accueille 1 200 personnes.\n\nSite de Dorwa\n340 ménages y vivent.",
            [("Barsala", [1_200]), ("Dorwa", [340])],
        ),
        (
            "Albergue San Pedro\nEl albergue recibe a 214 personas.\n\n"
            "Albergue Santa Rita\nEl albergue recibe a 85 familias.",
            [("San Pedro", [214]), ("Santa Rita", [85])],
        ),
        (  # a headline tells of a camp, and all that follows is not about it
            "Cinq morts au camp de Barsala\nDes hommes armés ont tué cinq personnes lundi.\n\nÀ Gao, 1 200 "
            "personnes ont fui.",
            [],
        ),
    ],
)
def test_shelters_and_who_stays_there(
    by_rules: Summarise, text: str, sites: list[tuple[str, list[int]]]
) -> None:
    facts = by_rules(text, published=DAY).humanitarian
    found = facts.sites if facts is not None else ()
    assert [(s.name, [f.value for f in s.population]) for s in found] == sites


def test_a_site_is_no_helper(by_rules: Summarise) -> None:
    text = "Le Camp de Barsala accueille 1 200 personnes. Médecins Sans Frontières distribue de l'eau à Gao."
    facts = by_rules(text, published=DAY).humanitarian
    assert facts is not None
    assert [r.actor for r in facts.response if r.actor] == ["Médecins Sans Frontières"]
