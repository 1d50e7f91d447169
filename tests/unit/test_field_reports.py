"""What weekly reports from the field count beside the displaced and the dead, and is taken for neither."""

from __future__ import annotations

from datetime import date

import pytest

from summariser.schemas import Summary
from summariser.schemas.codebooks import Measure, Unit
from tests.conftest import Read, Summarise

DAY = date(2024, 3, 12)


def moved(summary: Summary) -> list[float | None]:
    """What is said to have moved."""
    facts = summary.humanitarian
    return [f.value for f in (*facts.displacement, *facts.planned_returns)] if facts is not None else []


def reached(summary: Summary) -> list[tuple[float | None, Unit]]:
    """What help is said to have reached, or brought."""
    facts = summary.humanitarian
    return [(f.value, f.unit) for r in facts.response for f in r.reached] if facts is not None else []


def harmed(summary: Summary) -> list[tuple[float | None, Measure]]:
    """Who is said to have been harmed, and how."""
    facts = summary.humanitarian
    return [(f.value, f.measure) for f in facts.civilian_harm] if facts is not None else []


def living(summary: Summary) -> dict[str, list[float | None]]:
    """How many live at each site."""
    facts = summary.humanitarian
    return {s.name: [f.value for f in s.population] for s in facts.sites} if facts is not None else {}


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Families lost their homes in the crisis.2 In turn, more may leave the village.3", []),
        ("People live in abandoned buildings.3 The working group met in Torra.", []),
        ("Weekly Field Report | 2", []),
        ("2 | P a g e", []),
        ("© 2019 Portal Verde - families in camps", []),
        ("Families at risk of Covid- 19 are struggling near the border.", []),
        ("The rate was as high in the same season in 20205.", []),
        ("The ministry spoke of the families in a statement on August 292, and left.", []),
        ("Pillar 9: Maintaining essential health services in the camps", []),
        ("Partners work in Priority One Counties with displaced families.", []),
        ("They left their homes. 12 people were killed in Torra.", [12]),
        ("They fled from Torra.12 others were hurt.", [12]),
        ("In 2020 some 20,205 families fled.", [20_205]),
        ("Torra | 35", [35]),
    ],
)
def test_marks_of_notes_and_pages_count_nothing(read_text: Read, text: str, counts: list[int]) -> None:
    assert [n.value for n in read_text(text).numbers if n.kind == "count"] == counts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The mission distributed 263 mt of food to 8,052 people in Torra.",
            [(263, Unit.SUPPLIES), (8_052, Unit.PEOPLE)],
        ),
        (
            "The Red Cross delivered 500 kitchen sets, 2,000 sleeping mats and 200 solar lamps to Torra.",
            [(500, Unit.SUPPLIES), (2_000, Unit.SUPPLIES), (200, Unit.SUPPLIES)],
        ),
        ("UNICEF chlorinated 278,418 litres of water at 27 points in Torra.", [(278_418, Unit.SUPPLIES)]),
        ("WFP gave food to 926 PLW and 44 farmers in Torra.", [(926, Unit.PEOPLE), (44, Unit.PEOPLE)]),
        ("On 2 March, 1,084 displaced persons received food in Torra.", [(1_084, Unit.PEOPLE)]),
        ("Of 8,000 displaced people, 3,000 received food in Torra.", [(3_000, Unit.PEOPLE)]),
        ("Food distributions to 6,125 IDPs are ongoing in Torra.", [(6_125, Unit.PEOPLE)]),
        ("The ministry received no reports of displaced families in Torra.", []),
    ],
)  # fmt: skip
def test_what_help_brings_is_no_people(
    by_rules: Summarise, text: str, expected: list[tuple[float, Unit]]
) -> None:
    assert reached(by_rules(text, published=DAY)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UNHCR delivered heaters to 300 IDPs in Torra.", []),
        ("Food assistance reached 2,370 households (16,920 people) affected by conflict in Torra.", []),
        ("UNHCR distributed blankets to some 450 displaced families from Torra.", []),
        ("Teams visited 628 households in the settlements of Torra and sensitized 1,341 people.", []),
        ("The group interviewed 15 other people who left the area.", []),
        ("Ten people who worked at the mines said that agents left the area.", []),
        ("Aid is targeting 500 households in the camps of Torra.", []),
        ("Volunteers made 146,893 household visits in the camps.", []),
        ("Of 8,000 displaced people, 3,000 received food in Torra.", [8_000]),
        ("Floods in Torra displaced 3,000 people, who received tents from the Red Cross.", [3_000]),
        ("In Torra, 5,000 people fled and received food in schools.", [5_000]),
        ("Fighting displaced 450 families from Torra, and UNHCR gave them blankets.", [450]),
    ],
)  # fmt: skip
def test_who_was_helped_or_asked_is_no_count_of_the_displaced(
    by_rules: Summarise, text: str, expected: list[float]
) -> None:
    assert moved(by_rules(text, published=DAY)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("COVID-19 in Torra\n\nTotal deaths stand at 38 (26 in isolation and 12 in the community).",
         [(38, Measure.DIED), (26, Measure.DIED), (12, Measure.DIED)]),
        ("Cholera spread in Torra. As of 3 March, there are 666 cases with 45 deaths.", [(45, Measure.DIED)]),
        ("Cholera cases in Torra: there were 780, including 2 deaths with a case fatality ratio of 0.3.",
         [(2, Measure.DIED)]),
        ("Of those with the virus in Torra, 413 have died and 3,500 have recovered.", [(413, Measure.DIED)]),
        ("31 patients are hospitalized in COVID-19 isolation centres in Torra.", []),
        ("Floods in Torra left 38 deaths. Cholera is feared.", [(38, Measure.KILLED)]),
        ("Throughout the country, floods have killed 48 people.", [(48, Measure.KILLED)]),
        ("The earthquake killed 12 people in Torra.", [(12, Measure.KILLED)]),
        ("A storm of protest rocked Torra.", []),
        ("Floods hit Torra, where cholera had spread. Flooding caused 38 deaths.", [(38, Measure.KILLED)]),
        ("Gunmen attacked the cholera ward in Torra. Twelve deaths were reported after the attack.", []),
        ("Shelling of Torra: 31 civilians were hospitalized.", [(31, Measure.INJURED)]),
        ("In Torra, rescuers have recovered 9 bodies after the flood.", [(9, Measure.KILLED)]),
        ("One civilian was killed and three others including a woman were injured by a mine in Torra.",
         [(1, Measure.KILLED), (3, Measure.INJURED), (1, Measure.INJURED)]),
    ],
)  # fmt: skip
def test_the_sick_are_neither_killed_nor_injured(
    by_rules: Summarise, text: str, expected: list[tuple[float, Measure]]
) -> None:
    assert harmed(by_rules(text, published=DAY)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "COVID-19 in Torra district\n\nA total of 2,853 contacts are in quarantine in the camps.",
        "COVID-19 in Torra\n\nCumulative number discharged so far from the camp: 1,307",
        "COVID-19 in the camps: the number of positive cases has decreased from 510 to 260 since September.",
        "COVID-19: heavy rain affected some 15 LGAs in Torra.",
    ],
)
def test_an_outbreak_displaces_nobody(by_rules: Summarise, text: str) -> None:
    assert moved(by_rules(text, published=DAY)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("WFP fed 12,000 people in Selm camp. At Selm camp, 4,500 people received food.", {"Selm": []}),
        ("The Red Cross fed 300 families in Dorra camp, which hosts 2,400 people.", {"Dorra": [2_400]}),
        ("UNICEF vaccinated 694 children in Dorra camp, where 9,000 people live.", {"Dorra": [9_000]}),
        ("UNHCR assists the 12,000 refugees living in Selm camp with blankets.", {"Selm": [12_000]}),
        ("Dorra camp hosts 4,000 people who received food from WFP.", {"Dorra": [4_000]}),
        ("Dorra camp's 3,100 residents received food.", {"Dorra": [3_100]}),
        ("Volunteers sheltered 300 people in Lycée Marie-Jeanne.", {"Lycée Marie-Jeanne": [300]}),
        ("Centre: Almost 7,000 people received humanitarian assistance", {}),
        ("Camp: Selm - 3,000 people", {"Selm": [3_000]}),
        ("The latest report of the Task Force tells of 2.3 million displaced in Yemen.", {}),
    ],
)  # fmt: skip
def test_who_was_helped_at_a_camp_is_not_its_population(
    by_rules: Summarise, text: str, expected: dict[str, list[float]]
) -> None:
    assert living(by_rules(text, published=DAY)) == expected


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Water is scarce in villages such as Dusmor, Ceelcad, Guricad and Xujubo.",
         ["Dusmor", "Ceelcad", "Guricad", "Xujubo"]),
        ("Some 25 families displaced to Gheryon and 35 families fled to Mezdar.", ["Gheryon", "Mezdar"]),
        ("Five cases were found in Geidam and Machira LGAs. Gwozar LGA is near.",
         ["Geidam", "Machira LGAs", "Gwozar LGA"]),
        ("Cases by LGA are 50 from Torra.", ["Torra"]),
        ("WFP reached many people. Needs are high near WFP in Torra.", ["Torra"]),
        ("Of the 38, some 26 died in Isolation facilities in Torra.", ["Torra"]),
        ("Aid groups such as Oxfam and Caritas fled to Mr Haddad.", []),
        ("They spoke of areas including health, and were displaced to schools.", []),
    ],
)  # fmt: skip
def test_places_that_are_listed_or_reached(read_text: Read, text: str, places: list[str]) -> None:
    spans = read_text(text).place_spans
    assert [p.text for found in spans.values() for p in found] == places


def test_what_lies_behind_such_as_lies_where_the_areas_do(read_text: Read) -> None:
    spans = read_text("Fighting went on in districts including Balkh and Kohistan.").place_spans
    assert [p.role for found in spans.values() for p in found] == ["in", "in"]
