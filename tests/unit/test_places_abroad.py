"""A place has one entry, in whichever of four languages an article names it."""

from __future__ import annotations

from pathlib import Path

import pytest

from summariser.articles import Article
from summariser.normalise.place_phrases import as_area
from summariser.normalise.places import PlaceContext, PlaceResolver
from summariser.reading import read

TABLE = Path(__file__).with_name("place_names_abroad.txt").read_text(encoding="utf-8")
ROWS = [[cell.strip() for cell in row.split("|")] for row in TABLE.splitlines() if not row.startswith("#")]
PAIRS = [(row[0], other, row[4]) for row in ROWS for other in row[1:4]]


@pytest.fixture(scope="module")
def resolver() -> PlaceResolver:
    return PlaceResolver()


def test_the_table_has_sixty_names_a_language() -> None:
    assert len(ROWS) >= 60


@pytest.mark.parametrize(("english", "other", "country"), PAIRS)
def test_a_name_meets_the_entry_of_the_english_one(
    resolver: PlaceResolver, english: str, other: str, country: str
) -> None:
    context = PlaceContext({country: 9.0})
    want, found = (resolver.resolve(words, context=context) for words in (english, other))
    assert (found.name, found.geonames_id, found.country, found.admin) == (
        want.name, want.geonames_id, country, want.admin
    )  # fmt: skip


@pytest.mark.parametrize(
    ("words", "before", "read"),
    [
        ("حلب", "قصف في محافظة ", "حلب province"),
        ("حلب", "قصف في مدينة ", "حلب"),
        ("Idleb", "dans la province d'", "Idleb province"),
        ("Tillabéri", "dans la région de ", "Tillabéri province"),
        ("Tillabéri", "dans la ville de ", "Tillabéri"),
        ("Idlib", "en la provincia de ", "Idlib province"),
    ],
)
def test_a_sort_before_a_name_says_that_an_area_is_meant(words: str, before: str, read: str) -> None:
    assert as_area(words, before) == read


def test_a_common_word_of_these_languages_is_no_place(resolver: PlaceResolver) -> None:
    context = PlaceContext({"SDN": 9.0})
    assert resolver.resolve("شهر", context=context).geonames_id is None


ARABIC = (
    "قال الأهالي إنهم سيصمدون، وإن طال الحصار. وصل النازحون إلى عفرين وإلى الباب، "
    "وقصفت القوات السورية دارة عزة وبلدة الأتارب. وقالت إن المدينة خالية، وأن القصف مستمر، "
    "وفي إدلب قتل اثنان. "
    "وقعت اشتباكات بين حلب وحماة. اندلع قتال بعفرين. وكان في ريف حلب."
)


def test_arabic_places_without_capitals(resolver: PlaceResolver) -> None:
    reading = read(Article(ARABIC), resolver)
    assert {name.text for name in reading.names} == {
        "عفرين", "الباب", "دارة عزة", "الأتارب", "إدلب", "حلب", "حماة"
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("قُتل جنديان سودانيان في هجوم على قاعدة قرب الحدود، وفق بيان الجيش.", "SDN"),
        ("L'armée malienne dit avoir perdu deux soldats dans le nord du pays, selon la défense.", "MLI"),
        ("El ejército colombiano dijo que dos soldados murieron en el sur del país, según él.", "COL"),
    ],
)  # fmt: skip
def test_the_people_of_a_country_in_small_letters(resolver: PlaceResolver, text: str, country: str) -> None:
    assert resolver.context(text).main == country
