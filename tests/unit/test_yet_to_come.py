"""Movements that are yet to come, times that are held against others, and the place a line is written at.

English, French, Spanish and Arabic alike, with near misses that stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from summariser import Article, Summariser, Summary
from summariser.evals.first_choice import rules_alone


@pytest.fixture(scope="module")
def summariser() -> Iterator[Summariser]:
    with Summariser(engine=rules_alone()) as made:
        yield made


FRENCH = " Les autorités de la ville l'ont confirmé à la radio dans la soirée."
SPANISH = " Las autoridades de la ciudad lo confirmaron por la radio en la noche."
"""Of a line alone nobody can say which language it is in."""


def summary_of(summariser: Summariser, text: str) -> Summary:
    return summariser.summarise(Article(text=text, published=date(2024, 3, 14)))


def moved(summary: Summary) -> list[tuple[float | None, str, str, str | None]]:
    facts = summary.humanitarian
    assert facts is not None
    return [
        (f.value, str(f.term), str(f.status), str(f.when.start) if f.when and f.when.start else None)
        for f in (*facts.displacement, *facts.planned_returns)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dadaab – 5,000 refugees are to return next year.", [(5000, "returned", "planned", "2025-01-01")]),
        ("Dadaab – 5,000 refugees returned last year.", [(5000, "returned", "occurred", "2023-01-01")]),
        (
            "Gao – 5 000 réfugiés doivent rentrer l'an prochain." + FRENCH,
            [(5000, "returned", "planned", "2025-01-01")],
        ),
        ("Gao – 3 000 réfugiés rentreront en juin." + FRENCH, [(3000, "returned", "planned", "2024-06-01")]),
        ("Gao – 2 000 réfugiés sont rentrés hier." + FRENCH, [(2000, "returned", "occurred", "2024-03-13")]),
        ("Gao – 2 000 personnes doivent fuir Gao." + FRENCH, [(2000, "forced_to_flee", "occurred", None)]),
        ("Cúcuta – 5.000 refugiados deben volver a casa." + SPANISH, [(5000, "returned", "planned", None)]),
        (
            "Cúcuta – 3.000 refugiados volverán en junio." + SPANISH,
            [(3000, "returned", "planned", "2024-06-01")],
        ),
        (
            "Cúcuta – 2.000 refugiados volvieron ayer." + SPANISH,
            [(2000, "returned", "occurred", "2024-03-13")],
        ),
        ("عدن - سيعود ٥٠٠٠ لاجئ العام المقبل.", [(5000, "returned", "planned", "2025-01-01")]),
        ("عدن - وعاد ٢٠٠٠ لاجئ أمس.", [(2000, "returned", "occurred", "2024-03-13")]),
        (
            "Bria – L'évacuation de 300 malades la semaine prochaine est prête." + FRENCH,
            [(300, "evacuated", "planned", "2024-03-18")],
        ),
    ],
)
def test_what_is_yet_to_come(summariser: Summariser, text: str, expected: list[object]) -> None:
    assert moved(summary_of(summariser, text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Twice as many people, 24,000, were displaced in Ibb as in January.", [None]),
        ("More than 2,000 people were displaced in Ibb in January.", ["2024-01-01"]),
        ("Más personas, 24.000, fueron desplazadas en Cúcuta que en enero.", [None]),
        ("Fueron 24.000 las personas desplazadas en Cúcuta en enero.", ["2024-01-01"]),
        (
            "24 000 personnes ont été déplacées à Gao, contre 12 000 en janvier.",
            [None, "2024-01-01"],
        ),
        ("نزح 24000 شخص في عدن مقارنة بيناير 2024.", [None]),
        (
            "As of 29 February, 24,000 people were displaced in Ibb, "
            "compared with 19,000 at the end of January.",
            ["2024-02-29", "2024-01-21"],
        ),
        (
            "As of 29 February, 24,000 people were displaced in Ibb. They live in 5,000 houses. "
            "Of them, 7,000 live in sites.",
            ["2024-02-29", "2024-02-29"],
        ),
        (
            "As of 29 February, 24,000 people were displaced in Ibb. In Aden 7,000 live in sites.",
            ["2024-02-29", None],
        ),
        (
            "Au 29 février, 24 000 personnes étaient déplacées à Gao. "
            "Parmi elles, 7 000 vivent dans des camps.",
            ["2024-02-29", "2024-02-29"],
        ),
        (
            "With 24,600 displaced people Ibb has the most.\n\n"
            "As of 29 February, 24,600 people were displaced in Ibb.",
            ["2024-02-29"],
        ),
        ("نزح 24000 شخص في عدن في يناير 2024.", ["2024-01-01"]),
    ],
)
def test_a_time_that_is_held_against(summariser: Summariser, text: str, expected: list[str | None]) -> None:
    assert [when for *_, when in moved(summary_of(summariser, text))] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Displacement in Aden increased from 3,000 families to 12,000 families.",
        "IDPs rose from 3,000 to 12,000 in Aden.",
    ],
)
def test_the_old_count_of_displaced_gives_way(summariser: Summariser, text: str) -> None:
    assert [value for value, *_ in moved(summary_of(summariser, text))] == [12000]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cali – Five civilians were killed yesterday in an attack in Toribío.", "Toribío"),
        ("Gao – Cinq civils ont été tués hier dans une attaque à Ansongo.", "Ansongo"),
        ("عدن - قتل خمسة مدنيين أمس في هجوم في لحج.", "Laḩij"),
        ("Gao – Cinq civils ont été tués hier dans une attaque.", "Gao"),
    ],
)
def test_where_a_line_was_written(summariser: Summariser, text: str, expected: str) -> None:
    facts = summary_of(summariser, text).humanitarian
    assert facts is not None
    assert [f.place.name if f.place else None for f in facts.civilian_harm] == [expected]


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("Murió uno de los tres heridos del ataque de ayer en Cali.", [1], [3]),
        ("L'un des trois blessés de l'attaque de mardi à Gao est mort.", [1], [3]),
        ("One of the three people wounded in Tuesday's attack in Gao died.", [1], [3]),
        ("Dos de los tres heridos del ataque de ayer en Cali, con 5 muertos, siguen mal.", [5], [2, 3]),
    ],
)
def test_some_of_the_wounded_died(
    summariser: Summariser, text: str, killed: list[int], injured: list[int]
) -> None:
    events = summary_of(summariser, text).events
    assert events is not None
    (event,) = events.events
    assert [f.value for f in event.fatalities] == killed
    assert [f.value for f in event.injuries] == injured


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Cinq civils ont été tués à Gao; 200 déplacés sont arrivés.", "déplacés"),
        ("Cinco civiles murieron en Toribío; 200 desplazados llegaron a Caloto.", "desplazados"),
        ("Cinq cents familles ont été évacuées à Gao et 200 déplacées.", "familles"),
    ],
)
def test_who_moved_is_not_who_was_killed(summariser: Summariser, text: str, counted: str) -> None:
    facts = summary_of(summariser, text).humanitarian
    assert facts is not None
    (figure,) = [f for f in facts.displacement if f.value == 200]
    assert figure.counted is not None
    assert figure.counted == counted


@pytest.mark.parametrize(
    "text",
    [
        "The fighting in Goma last week killed 12 people. "
        "Between 2019 and 2023, five attacks killed 300 people.",
        "Les combats à Gao ont tué 12 civils la semaine dernière. "
        "Entre 2019 et 2023, cinq attaques ont tué 300 personnes.",
        "Un ataque en Cali mató a 12 civiles la semana pasada. "
        "Entre 2019 y 2023, cinco ataques mataron a 300 personas.",
    ],
)
def test_years_that_are_over_are_no_toll_of_last_week(summariser: Summariser, text: str) -> None:
    events = summary_of(summariser, text).events
    assert events is not None
    assert [f.value for f in events.events[0].fatalities] == [12]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("بين عامي 2019 و2023 نزح 300 شخص من تعز.", [300]),
        ("Entre los años 2019 y 2023 huyeron 300 personas de Toribío." + SPANISH, [300]),
        ("Entre los 2000 y los 2100 desplazados hay 300 niños en Toribío." + SPANISH, [2000, 2100, 300]),
    ],
)
def test_years_are_nobody(summariser: Summariser, text: str, expected: list[int]) -> None:
    values = [value for value, *_ in moved(summary_of(summariser, text)) if value]
    assert set(values) <= set(expected)
    assert 300 in values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "On 4 May 2024, gunmen attacked Ansongo. Gunmen killed 9 civilians in Gao on 4 May.",
            "2024-05-04",
        ),
        (
            "Le 4 mai 2024, des hommes armés ont attaqué Ansongo. "
            "Le 4 mai, les hommes armés ont tué 9 civils à Gao.",
            "2024-05-04",
        ),
        ("On 4 May 2024, gunmen attacked Ansongo. Gunmen killed 9 civilians in Gao on 5 May.", "None"),
        ("On 4 May 2024, gunmen attacked Ansongo. Gunmen killed 9 civilians in Gao on Saturday.", "None"),
        (
            "On 4 May 2024 gunmen attacked Ansongo, as on 4 May 2023. "
            "Gunmen killed 9 civilians in Gao on 4 May.",
            "None",
        ),
    ],
)
def test_the_year_of_a_day_that_is_written_out_elsewhere(
    summariser: Summariser, text: str, expected: str
) -> None:
    events = summariser.summarise(Article(text=text)).events
    assert events is not None
    (event,) = [e for e in events.events if [f.value for f in e.fatalities] == [9]]
    assert str(event.when.start if event.when else None) == expected
