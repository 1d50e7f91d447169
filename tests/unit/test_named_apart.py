"""Names of storms and of who speaks in a chat or a log are no places, though towns bear them."""

from __future__ import annotations

from datetime import date

import pytest

from summariser.lexicon.named_apart import is_storm, turn_of
from tests.conftest import Read, Summarise

DAY = date(2024, 3, 20)


@pytest.mark.parametrize(
    ("before", "storm"),
    [
        ("after Cyclone ", True),
        ("Typhoons Molave and ", True),
        ("Tropical Storm ", True),
        ("Storm ", True),
        ("roads cut by Storm ", True),
        ("la tormenta tropical ", True),
        ("L'ouragan ", True),
        ("بسبب إعصار ", True),
        ("وتسببت العاصفة ", True),
        ("troops storm ", False),
        ("Rebel Fighters Storm ", False),
        ("the cyclone in ", False),
        ("a depression near ", False),
        ("la tormenta en ", False),
    ],
)
def test_what_stands_before_a_storms_name(before: str, storm: bool) -> None:
    assert is_storm(before, len(before)) is storm


@pytest.mark.parametrize(
    ("text", "name", "turn"),
    [
        ("[14:09] Omar: closed", "Omar", "clock"),
        ("20/03/2024, 14:09 - Omar: closed", "Omar", "clock"),
        ("2:09 PM Omar: closed", "Omar", "clock"),
        ("14h09 Omar : fermé", "Omar", "clock"),
        ("Omar (14:09): closed", "Omar", "clock"),
        ("The end.\n- Omar: closed", "Omar", "line"),
        ("Omar (driver): closed", "Omar", "line"),
        ("At 14:09 Omar was closed", "Omar", None),
        ("They asked Omar: is it closed?", "Omar", None),
        ("Score: Omar 14:09", "Omar", None),
    ],
)
def test_who_speaks(text: str, name: str, turn: str | None) -> None:
    start = text.index(name)
    assert turn_of(text, start, start + len(name)) == turn


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("[14:09] Omar: the road is closed", set()),
        ("[14:05] Sara: shelling in Kadugli\n[14:09] Omar: no water\n[14:12] Lina: go home", {"Kadugli"}),
        ("14:09 Victoria: clashes near the bridge, three men were wounded\n14:15 Dallas: we fled", set()),
        ("Omar: The road is closed.\nLina: Two people were killed near Talodi.", {"Talodi"}),
        ("09:30 Sumy: blasts in Ukraine\n09:45 Kharkiv: a house was hit", {"Sumy", "Ukraine", "Kharkiv"}),
        ("Sudan\nKadugli: Two were killed.\nTalodi: The road is cut.", {"Sudan", "Kadugli", "Talodi"}),
        ("[14:09] عمر: الطريق مغلق إلى كادقلي", {"كادقلي"}),
        ("Cyclone Winston left 62,000 people homeless in Fiji. Winston also cut roads.", {"Fiji"}),
        ("Officials said Hurricane Dallas hit Belize. Dallas weakened later.", {"Belize"}),
        ("The storm in Dallas killed two people. A cyclone off Mombasa sank a boat.", {"Dallas", "Mombasa"}),
        ("Troops storm Nablus, killing two people.", {"Nablus"}),
        ("La tormenta tropical Victoria desplazó a 300 personas en Belice.", {"Belice"}),
        ("Le cyclone Victoria a déplacé 300 personnes au Mozambique.", {"Mozambique"}),
    ],
)  # fmt: skip
def test_places_of_an_article(read_text: Read, text: str, places: set[str]) -> None:
    assert {n.text for n in read_text(text, DAY).names if n.kind == "place"} == places


def test_a_line_of_a_log_is_a_sentence_of_its_own(read_text: Read) -> None:
    text = "14:09 Sara: clashes near the bridge, three men wounded\n14:15 Omar: the hospital was hit"
    assert len(read_text(text, DAY).sentences) == 2
    wrapped = "The shelling of the northern quarter went on from\n14:09 until evening, and a school was hit."
    assert len(read_text(wrapped, DAY).sentences) == 1


def test_a_speaker_is_nowhere(by_rules: Summarise) -> None:
    summary = by_rules("[14:09] Omar: the road is closed", published=DAY)
    assert [barrier.place for barrier in summary.humanitarian.access] == [None]


def test_a_storm_displaces_where_it_struck(by_rules: Summarise) -> None:
    text = "Cyclone Winston left 62,000 people in evacuation centres across Fiji."
    (moved,) = by_rules(text, published=DAY).humanitarian.displacement
    assert moved.place is not None
    assert moved.place.country == "FJI"
    assert moved.place.words.text == "Fiji"
