"""Towns that the article puts in an area: "San Vicente, Cauca", "Valence, dans la Drôme"."""

import pytest

from summariser.normalise.places import PlaceResolver


@pytest.fixture(scope="module")
def resolver() -> PlaceResolver:
    return PlaceResolver()


@pytest.mark.parametrize(
    ("text", "name", "admin", "country"),
    [
        ("Un ataque en San Vicente, Cauca. Unas 1.500 personas huyeron de San Vicente.",
         "San Vicente", "Cauca", "COL"),  # a village that the gazetteer does not have
        ("Le même jour, à Valence, dans la Drôme, un homme a été blessé.",
         "Valence", "Auvergne-Rhône-Alpes", "FRA"),
        ("Deux blessés à Valence (Drôme).", "Valence", "Auvergne-Rhône-Alpes", "FRA"),
        ("Police in San Fernando, Cebu, said so.", "San Fernando", "Central Visayas", "PHL"),
        ("Rebels attacked San José, in Caldas, the Colombian army said.", "San José", "Caldas", "COL"),
    ],
)  # fmt: skip
def test_the_area_beside_a_town_tells_which_it_is(
    text: str, name: str, admin: str, country: str, resolver: PlaceResolver
) -> None:
    found = resolver.resolve(name, context=resolver.context(text))
    assert (found.name, found.admin, found.country) == (name, admin, country)


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Strikes hit Hama, Homs and Idlib in Syria.", "Hama", "SYR"),  # a list of cities
        ("Combates en Cali, Cauca y Nariño, Colombia.", "Cali", "COL"),  # one of a town and two departments
        ("Des combats à Goma, Nord-Kivu et Ituri.", "Goma", "COD"),
        ("Deux blessés à Valence, en Espagne. La Drôme est en crue.", "Valence", "ESP"),
    ],
)
def test_names_in_a_list_lie_beside_one_another(
    text: str, name: str, country: str, resolver: PlaceResolver
) -> None:
    found = resolver.resolve(name, context=resolver.context(text))
    assert found.country == country
    assert found.precision == "place"
