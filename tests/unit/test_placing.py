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
    (
        "Some 900 Malians in Niger are to be sent home under a deal with Nouakchott.",
        "900",
        "Niger",
        "the people are there, the deal is with a government",
    ),
    ("Some 900 herders met with kin in Nouakchott.", "900", "Nouakchott", "kin are not a government"),
    ("In Homs 40 families arrived after an attack on Hama.", "attack", "Hama", "what was attacked"),
    ("Gunners in Homs shelled the village of Tal Rifaat.", "shelled", "Tal Rifaat", "what they shelled"),
    ("Radio Homs: Rockets landed in Hama.", "landed", "Hama", "a broadcaster bears its town"),
    ("Men burned trucks at Morek in Hama.", "burned", "Morek", "the place, not what it lies in"),
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
    ("TOTAL DISPLACED - Borno: 450; Yobe: 300", "300", ("Yobe", None, None), "a table in one line"),
    ("Some 300 people fled camps in Cox's Bazar.", "300", (None, "Cox's Bazar", None), "a possessive name"),
    ("Some 300 people fled to the provincial capital, Zarwaq.", "300", (None, None, "Zarwaq"), "apposition"),
    ("In Saraqib, Idlib, 300 people fled.", "300", ("Saraqib", None, None), "a town in its region"),
    ("Some 300 families evacuated as Mayon spews lava.", "300", ("Mayon", None, None), "no word of origin"),
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


ARABIC = [
    ("نزح نحو 300 شخص من معرة النعمان إلى مدينة سرمدا.", "300", (None, "معرة النعمان", "سرمدا"), "two towns"),
    ("نزحت 450 أسرة إلى مخيم الأمل في حلب.", "450", ("حلب", None, "الأمل"), "a camp by its word"),
    ("قال ناشطون إن 300 شخص نزحوا.", "300", (None, None, None), "no place at all"),
]


@pytest.mark.parametrize(("text", "number", "expected", "why"), ARABIC, ids=[case[3] for case in ARABIC])
def test_places_of_a_movement_in_arabic(
    resolver: PlaceResolver, text: str, number: str, expected: tuple[str | None, ...], why: str
) -> None:
    reading = reading_of(resolver, text)
    sentence, start = at(reading, number)
    found = movement_places(reading, sentence, start, (start, start + len(number)))
    assert tuple(mention.text if mention else None for mention in found) == expected, why


def test_a_place_is_told_with_the_region_that_it_lies_in(resolver: PlaceResolver) -> None:
    reading = reading_of(resolver, "Rebels shelled Saraqib in Idlib province on Sunday.")
    found = place_for(reading, ["S1"], reading.article.text.index("shelled"))
    assert found is not None
    assert found.text == "Saraqib in Idlib province"


def test_what_a_place_lies_beside_is_not_meant(resolver: PlaceResolver) -> None:
    text = "Rebels fought in Saraqib, 9 km south of Idlib, where 12 people died."
    reading = reading_of(resolver, text)
    found = place_for(reading, ["S1"], text.index("died"))
    assert found is not None
    assert found.text == "Saraqib"


def test_a_name_of_no_known_kind_counts_after_a_word_of_place_only(resolver: PlaceResolver) -> None:
    reading = reading_of(resolver, "Some 300 people fled from Qwaberu. They thanked Zorvath.")
    assert [s.text for spans in reading.place_spans.values() for s in spans] == ["Qwaberu"]


def test_the_word_for_a_people_is_the_last_resort(resolver: PlaceResolver) -> None:
    reading = reading_of(
        resolver, "Ghanaian officials said that 300 people were evacuated across the country."
    )
    found = place_for(reading, ["S1"], reading.article.text.index("300"))
    assert found is not None
    assert (found.text, resolver.resolve(found.text, context=reading.places).country) == ("Ghanaian", "GHA")
    reading = reading_of(resolver, "Ghanaian officials said that 300 people were evacuated from Kumasi.")
    found = place_for(reading, ["S1"], reading.article.text.index("300"))
    assert found is not None
    assert found.text == "Kumasi"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("All times Kyiv (GMT+3).\n\nA drone killed six people.", None),
        ("Explosions were heard at 11 a.m. Damascus time. A drone killed six people.", None),
        ("Missiles fired from the Taganrog area killed six people in Kharkiv.", "Kharkiv"),
        ("Two missiles, fired from Taganrog, killed six people.", None),
        ("People in Kyiv heard it. A drone killed six people.", "Kyiv"),
    ],
)
def test_a_clock_and_a_launching_place_are_not_where_it_happened(
    resolver: PlaceResolver, text: str, expected: str | None
) -> None:
    reading = reading_of(resolver, text)
    sentence = next(s.id for s in reading.sentences if "six people" in s.text)
    found = place_for(reading, [sentence], text.index("six people"))
    assert (found.text if found else None) == expected
