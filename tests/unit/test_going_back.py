"""Which event "the attack" goes back to."""

from __future__ import annotations

from datetime import date

import pytest

from tests.conftest import Read, Summarise

DAY = date(2024, 3, 20)


def _told(by_rules: Summarise, text: str) -> list[tuple[str | None, int, list[int | float | None]]]:
    """Each event's place, its day, and all that it counts."""
    return [
        (
            e.place.words.text if e.place else None,
            e.when.start.day if e.when.start else 0,
            [f.value for f in (*e.fatalities, *e.injuries)],
        )
        for e in by_rules(text, published=DAY).events.events
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # by the number of dead
            "Des hommes armés ont tué 12 civils mardi à Barsala. Jeudi, une mine a tué deux soldats près "
            "de Dorwa. "
            "L'attaque qui a fait 12 morts n'a pas été revendiquée.",
            [("Barsala", 19, [12]), ("Dorwa", 14, [2])],
        ),
        (
            "Gunmen killed 12 civilians on Tuesday in Barsala. On Thursday a mine killed two soldiers "
            "near Dorwa. "
            "The attack that left 12 dead has not been claimed.",
            [("Barsala", 19, [12]), ("Dorwa", 14, [2])],
        ),
        (  # by its day; where the minister speaks is not where it was
            "Cinco soldados murieron el domingo en un ataque en Barsala. El martes hubo combates entre el "
            "ejército "
            "y el ELN en Dorwa. El ministro de Defensa dijo en Bogotá que el ataque del domingo fue obra "
            "del ELN.",
            [("Barsala", 17, [5]), ("Dorwa", 19, [])],
        ),
        (  # by its place, and by no more than its noun
            "Un attentat à la voiture piégée a tué huit personnes lundi à Gao. Mercredi, une attaque a "
            "fait trois "
            "morts à Dorwa. L'attentat de Gao a aussi fait 20 blessés.",
            [("Gao", 18, [8, 20]), ("Dorwa", 20, [3])],
        ),
        (  # who condemns it is of another town
            "Seis policías murieron el lunes en un atentado con explosivos en Barsala. El alcalde de Cali "
            "condenó "
            "el atentado. El ataque dejó además 14 heridos.",
            [("Barsala", 18, [6, 14])],
        ),
        (
            "Six police officers were killed on Monday in a bombing in Barsala. The mayor of Cali "
            "condemned the "
            "attack. The attack also left 14 people wounded.",
            [("Barsala", 18, [6, 14])],
        ),
        (
            "Onze personnes ont été tuées dimanche dans une attaque contre le village de Barsala. Le "
            "gouverneur, en "
            "visite mercredi à Dori, a condamné l'attaque. L'assaut n'a pas été revendiqué.",
            [("Barsala", 17, [11])],
        ),
        (
            "قتل مسلحون 12 مدنيا يوم الثلاثاء في الميادين. ويوم الخميس انفجر لغم في الرقة فقتل جنديان. "
            "ولم تتبن أي جهة الهجوم الذي أوقع 12 قتيلا.",
            [("الميادين", 19, [12]), ("الرقة", 14, [2])],
        ),
    ],
)
def test_the_attack_is_the_one_that_was_told(
    by_rules: Summarise, text: str, expected: list[tuple[str | None, int, list[int]]]
) -> None:
    assert _told(by_rules, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # it has a place and a day of its own
            "Des hommes armés ont tué 12 civils lundi à Barsala. L'attaque de mercredi à Gao a fait trois "
            "morts.",
            [("Barsala", 18, [12]), ("Gao", 20, [3])],
        ),
        (
            "Des hommes armés ont tué 12 civils lundi à Barsala. À Gao, l'attaque a fait trois morts "
            "mercredi.",
            [("Barsala", 18, [12]), ("Gao", 20, [3])],
        ),
        (  # what was done after it is another deed
            "Des hommes armés ont tué 12 civils lundi à Barsala. Après l'attaque, des soldats ont tué "
            "trois jeunes "
            "mercredi à Gao.",
            [("Barsala", 18, [12]), ("Gao", 20, [3])],
        ),
        (
            "Hombres armados mataron a 12 civiles el lunes en Barsala. Otro ataque dejó tres muertos el "
            "miércoles en "
            "Cali.",
            [("Barsala", 18, [12]), ("Cali", 20, [3])],
        ),
    ],
)
def test_one_more_attack_stands_for_itself(
    by_rules: Summarise, text: str, expected: list[tuple[str | None, int, list[int]]]
) -> None:
    assert _told(by_rules, text) == expected


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("L'attaque de Gao a fait trois morts.", "Gao", "place"),
        ("Qu'il soit à Gao ou ailleurs, il a fui.", "Gao", "place"),
        ("Des civils ont fui vers L'Aquila lundi.", "L'Aquila", "place"),
        ("Des civils ont été tués à N'Djamena lundi.", "N'Djamena", "place"),
        ("Le village de Barsala a été attaqué.", "Barsala", "place"),
        ("Les hameaux de Barsala et de Dorwa ont été pillés.", "Barsala", "place"),
        ("Le villageois Barsala a été tué.", "Barsala", "unknown"),
    ],
)
def test_names_behind_small_words(read_text: Read, text: str, name: str, kind: str) -> None:
    assert [n.kind for n in read_text(text, DAY).names if n.text == name] == [kind]
