"""Who dies of an illness in Spanish, French and Arabic: never the toll of an attack told before."""

from __future__ import annotations

from datetime import date

import pytest

from tests.conftest import Summarise

DAY = date(2024, 3, 12)


@pytest.mark.parametrize(
    ("text", "toll", "harm"),
    [
        (
            "Une attaque contre le village de Barsa a fait six morts lundi. "
            "Le district sanitaire a enregistré 63 cas de rougeole, dont 4 décès.",
            [6],
            [("died", 4)],
        ),
        (
            "Une attaque contre Barsa a fait six morts.\n\n"
            "Par ailleurs, le choléra a fait 12 morts depuis janvier.",
            [6],
            [("died", 12)],
        ),
        (
            "Une attaque contre Barsa a fait six morts. "
            "Trois décès liés à la rougeole ont été signalés dans le camp.",
            [6],
            [("died", 3)],
        ),
        (
            "Une attaque contre Barsa a fait six morts. "
            "Trois enfants sont morts de malnutrition dans le camp.",
            [6],
            [("died", 3)],
        ),
        (
            "Un ataque armado en Barsa dejó seis muertos el lunes. "
            "La secretaría reportó tres muertes por cólera.",
            [6],
            [("died", 3)],
        ),
        ("El brote de sarampión suma 120 casos y siete muertes en el departamento.", [], [("died", 7)]),
        ("Tras el ataque del lunes en Barsa, tres desplazados murieron de cólera.", [], [("died", 3)]),
        (
            "قتل ستة أشخاص في هجوم على قرية برسا يوم الاثنين. وسجلت وزارة الصحة ثلاث وفيات بالكوليرا.",
            [6],
            [("died", 3)],
        ),
        (
            "قتل ستة أشخاص في هجوم على قرية برسا يوم الاثنين. وسجلت الوزارة 120 إصابة بالكوليرا و9 وفيات.",
            [6],
            [("died", 9)],
        ),
        # Near misses: the attacked are ill, a hospital of the ill is attacked, hunger is told of on the way.
        ("Hombres armados atacaron Barsa el lunes y mataron a cuatro enfermos de cólera.", [4], []),
        (
            "Des hommes armés ont attaqué lundi un centre de traitement du choléra à Barsa, faisant 4 morts.",
            [4],
            [],
        ),
        (
            "Des hommes armés ont attaqué Barsa lundi. La zone souffre de la faim. "
            "Quatre personnes sont mortes.",
            [4],
            [],
        ),
        ("Hombres armados atacaron Barsa el lunes. Tres personas murieron.", [3], []),
        ("هاجم مسلحون قرية برسا يوم الاثنين. وأسفر الهجوم عن 9 وفيات و12 إصابة.", [9], []),
    ],
)
def test_who_dies_of_an_illness_is_harm_of_its_own(
    by_rules: Summarise, text: str, toll: list[int], harm: list[tuple[str, int]]
) -> None:
    made = by_rules(text, published=DAY)
    assert [f.value for e in made.events.events for f in e.fatalities] == toll
    facts = made.humanitarian
    assert [(f.measure.value, f.value) for f in (facts.civilian_harm if facts else ())] == harm
