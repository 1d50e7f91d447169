"""Camps and shelters by name, with their people, their room and what it is like there."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summariser.articles import Article
from summariser.normalise.places import PlaceResolver
from summariser.reading import Reading, read
from summariser.site_names import find_site_mentions
from summariser.strategies.sites import find_sites, taken_numbers

Found = dict[str, tuple[list[str], list[str]]]
Sites = Callable[[str], tuple[Reading, Found]]


@pytest.fixture
def sites(resolver: PlaceResolver) -> Sites:
    return lambda text: _sites(text, resolver)


def _sites(text: str, resolver: PlaceResolver) -> tuple[Reading, Found]:
    reading = read(Article(text=text), resolver)
    words = {n.id: n.text for n in reading.numbers}
    return reading, {
        s.name: ([words[i] for i in s.population], [words[i] for i in s.capacity])
        for s in find_sites(reading)
    }


@pytest.mark.parametrize(
    ("text", "name", "population", "capacity"),
    [
        ("Some 12,000 people live in Korma camp, which was built for 4,000.", "Korma", ["12,000"], ["4,000"]),
        (
            "A further 3,000 have taken shelter in the Dinga Primary School.",
            "Dinga Primary School",
            ["3,000"],
            [],
        ),
        ("Au camp de Borna vivent 3 200 réfugiés ; il est prévu pour 1 500.", "Borna", ["3 200"], ["1 500"]),
        ("El albergue de San Telmo acoge a 312 personas.", "San Telmo", ["312"], []),
        ("Zam Dorra camp shelters 5,000 people and has room for 300 more.", "Zam Dorra", ["5,000"], []),
    ],
)
def test_people_and_room_of_a_named_site(
    sites: Sites, text: str, name: str, population: list[str], capacity: list[str]
) -> None:
    assert sites(text)[1] == {name: (population, capacity)}


@pytest.mark.parametrize(
    "text",
    [
        "Rebels attacked a military camp in Torda and killed 12 soldiers.",
        "Dinga Primary School won the cup before 300 people.",
        "There are 4,000 refugees in camps in Jordan.",
        "Location | Killed | Wounded\nGao | 12 | 30\nKidal | 4 | 9",
        "Soldiers freed 37 hostages from a Boko Haram camp near Torda.",
        "Troops led 200 hostages out of the bush, and from a camp near Torda.",
        "Rebels set up camp at Torda on Monday.",
    ],
)
def test_what_is_no_site(sites: Sites, text: str) -> None:
    assert sites(text)[1] == {}


def test_the_displaced_set_up_a_camp_and_a_table_counts_its_people_alone(sites: Sites) -> None:
    assert "Torda" in sites("Displaced families set up camp at Torda. The camp shelters 300 people.")[1]
    table = "Camp | People | Deaths\nDorra | 1,200 | 30\nKarsa | 400 | 9"
    assert sites(table)[1] == {"Dorra": (["1,200"], []), "Karsa": (["400"], [])}


def test_rows_under_a_heading_of_sites(sites: Sites) -> None:
    report = (
        "Flood update\n\nThe river fell on Monday.\n\nEVACUATION CENTRES\n\n"
        "- Balaan High School: 1,204 persons in rooms rated for 700. One toilet to 90 people.\n"
        "- Poblacion parish hall, Irma: 212 persons.\n\nOUTLOOK\n\nRain is forecast: 40 mm.\n"
    )
    reading, found = sites(report)
    assert found == {
        "Balaan High School": (["1,204"], ["700"]),
        "Poblacion parish hall": (["212"], []),
    }
    school = find_sites(reading)[0]
    assert [reading.sentence(s).text for s in school.conditions][-1] == "One toilet to 90 people."


def test_a_table_of_sites_and_one_of_districts(sites: Sites) -> None:
    table = (
        "| {} | Families | People | Capacity |\n"
        "| Sungai hall | 120 | 512 | 400 |\n| Teluk hall | 88 | 401 | 450 |\n"
    )
    assert sites(table.format("Site"))[1]["Teluk hall"] == (["88", "401"], ["450"])
    assert sites(f"SHELTERS\n\n{table.format('District')}")[1] == {}


def test_a_heading_that_names_a_site_heads_all_that_follows(sites: Sites) -> None:
    report = (
        "SITE REPORT\n\n1. Al-Dorra camp\nPopulation: 3,420 people\nCapacity: 2,000\n\n"
        "2. Beni Karsa site\nThe site now hosts 812 households. It was planned for 500.\n"
    )
    assert sites(report)[1] == {"Al-Dorra": (["3,420"], ["2,000"]), "Beni Karsa": (["812"], ["500"])}


def test_numbers_of_a_site_are_no_movement(sites: Sites) -> None:
    reading, _ = sites("Some 12,000 people live in Korma camp. Another 700 fled to the hills.")
    taken = taken_numbers(find_sites(reading))
    assert [n.text for n in reading.numbers if n.id in taken] == ["12,000"]


def test_numbers_before_their_sites(sites: Sites) -> None:
    text = (
        "Some 900 evacuees were at five shelters, including 310 at the Civic Center and 205 at Linden "
        "High School."
    )
    assert sites(text)[1] == {"Civic Center": (["310"], []), "Linden High School": (["205"], [])}


def test_what_shelters_whom_is_no_site(sites: Sites) -> None:
    assert sites("In Brod, the primary school shelters 340 people.")[1] == {}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Sites: Dorra (480 households), Karsa (90 households)", ["Dorra", "Karsa"]),
        ("Al Dorra, the largest site in the district with 900 families, has no water.", ["Al Dorra"]),
        ("The striker trained at the squad's camp in Orsk.", []),
        ("A dog shelter on Karsa Road holds 40 animals.", []),
        ("Shelter: Tarpaulins and nails are short.", []),
        ("The hall in Orsk serves as a billet, and 300 people stay at home.", []),
    ],
)
def test_lists_in_a_line_and_shelters_of_another_sort(
    read_text: Callable[[str], Reading], text: str, names: list[str]
) -> None:
    reading = read_text(text)
    found = [m.name for s in reading.sentences for m in find_site_mentions(reading, s)]
    assert found == names
