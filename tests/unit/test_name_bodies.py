"""Missions and agencies by their letters are bodies, also where a word of place stands before them."""

import pytest

from summariser.articles import Article
from summariser.normalise.places import PlaceResolver
from summariser.reading import read


@pytest.fixture(scope="module")
def resolver() -> PlaceResolver:
    return PlaceResolver()


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Des combats ont éclaté près de la base de la MINUSCA à Bria.", ["Bria"]),
        ("300 personnes ont fui vers la MONUSCO. Deux civils ont été tués près de la MONUSCO.", []),
        ("Douze personnes sont arrivées à la base de la MINUSMA à Gao.", ["Gao"]),
        # letters that are places
        ("Ils vivent en RDC et aux USA.", ["RDC", "USA"]),
        ("GAZA (AP) - Twelve people were killed in GAZA on Sunday.", ["GAZA", "GAZA"]),
    ],
)
def test_a_mission_is_no_place(text: str, places: list[str], resolver: PlaceResolver) -> None:
    reading = read(Article(text), resolver)
    assert [span.text for spans in reading.place_spans.values() for span in spans] == places
