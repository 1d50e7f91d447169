"""Which place belongs to what: sentences written for this test, each rule with a near miss."""

from __future__ import annotations

import pytest

from summariser.articles import Article
from summariser.normalise.places import PlaceResolver
from summariser.placing import movement_places, place_for
from summariser.reading import Reading, read


@pytest.fixture(scope="module")
def resolver() -> PlaceResolver:
    return PlaceResolver()


def reading_of(resolver: PlaceResolver, text: str) -> Reading:
    return read(Article(text), resolver)


def at(reading: Reading, words: str) -> tuple[str, int]:
    """The sentence that holds the words, and where they begin."""
    start = reading.article.text.index(words)
    return next(s.id for s in reading.sentences if s.start <= start < s.end), start


PLACES = [
    (
        "Floods hit Aleppo. In Homs, shelling killed 12 people.",
        "killed",
        "Homs",
        "the scene of its own sentence",
    ),
    ("The Aleppo police chief said that 12 people were killed in Homs.", "killed", "Homs", "it bears a body"),
    (
        "The defence ministry in Damascus said rebels shelled Homs.",
        "shelled",
        "Homs",
        "where somebody speaks",
    ),
    ("Rebels shelled Homs, the health office in Damascus said.", "shelled", "Homs", "and behind it"),
    ("Syria is at war. Rebels fled Homs while shells fell on Aleppo.", "fell", "Aleppo", "of its clause"),
    ("A convoy stopped in Hama. Some 12 people died on the road.", "died", "Hama", "named shortly before"),
    ("Some 12 people died. Most of them lived in Hama.", "died", "Hama", "named right after"),
    ("Idlib province:\n- 12 people died on Monday.", "died", "Idlib province", "the heading"),
    ("Una mina mató a dos vecinos en la vereda El Salto el lunes.", "mató", "El Salto", "Spanish"),
    ("Des hommes ont pillé les localités de Kanzo et Lubiri.", "pillé", "Kanzo", "French"),
]


@pytest.mark.parametrize(("text", "word", "expected", "why"), PLACES, ids=[case[3] for case in PLACES])
def test_place_of_an_event(resolver: PlaceResolver, text: str, word: str, expected: str, why: str) -> None:
    reading = reading_of(resolver, text)
    sentence, start = at(reading, word)
    found = place_for(reading, [sentence], start)
    assert found is not None, why
    assert found.text == expected, why
    assert text[found.start : found.end] == found.text


MOVEMENTS = [
    ("Some 300 people fled their homes in Homs.", "300", (None, "Homs", None), "homes there are whence"),
    ("Some 300 people returned to their homes in Homs.", "300", (None, None, "Homs"), "or whither"),
    ("In Homs, 300 people were evacuated.", "300", ("Homs", None, None), "where"),
    ("Some 300 people fled from Homs to Hama.", "300", (None, "Homs", "Hama"), "both"),
    ("Evacuated: Homs (300), Hama (450).", "450", ("Hama", None, None), "the row of the number"),
    ("Evacuated: Homs (300), Hama (450).", "300", ("Homs", None, None), "and of the other"),
    (
        "Some 300 people were displaced in southern areas of Aleppo.",
        "300",
        ("southern areas of Aleppo", None, None),
        "described",
    ),
    ("Unas 300 personas huyeron de Cali hacia Palmira.", "300", (None, "Cali", "Palmira"), "Spanish"),
]


@pytest.mark.parametrize(
    ("text", "number", "expected", "why"), MOVEMENTS, ids=[case[3] for case in MOVEMENTS]
)
def test_places_of_a_movement(
    resolver: PlaceResolver, text: str, number: str, expected: tuple[str | None, ...], why: str
) -> None:
    reading = reading_of(resolver, text)
    sentence, start = at(reading, number)
    found = movement_places(reading, sentence, start, (start, start + len(number)))
    assert tuple(mention.text if mention else None for mention in found) == expected, why
