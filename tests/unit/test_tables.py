"""Tables in plain text: where they are, how they are built, and what each cell is said to count."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from summariser.articles import Article
from summariser.normalise.places import PlaceResolver
from summariser.plain_text import plain_sentences
from summariser.reading import Reading, read
from summariser.row_lines import find_grids, is_number, is_value, row_lines, tabs_for
from summariser.tables.heads import NOTHING, SOMEBODY, meaning_of, subject_of

Cells = Callable[[str], dict[str, tuple[str, str, str]]]


@pytest.fixture
def cells(resolver: PlaceResolver) -> Cells:
    """The number of each cell, with what it counts, its unit and its place."""

    def found(text: str) -> dict[str, tuple[str, str, str]]:
        reading = read(Article(text, published=date(2024, 3, 20)), resolver)
        return {
            t.cell.text: (t.label, str(t.unit), t.place.text if t.place else "")
            for t in reading.cells.values()
            if t.label
        }

    return found


@pytest.fixture
def reading(resolver: PlaceResolver) -> Callable[[str], Reading]:
    return lambda text: read(Article(text, published=date(2024, 3, 20)), resolver)


HEADS = ["District", "IDPs", "Families"]
ROWS = [["Dorra", "1,240", "207"], ["Karsa", "655", "109"]]
WANTED = {
    "1,240": ("term:displaced", "people", "Dorra"),
    "207": ("term:displaced", "households", "Dorra"),
    "655": ("term:displaced", "people", "Karsa"),
    "109": ("term:displaced", "households", "Karsa"),
}


def _joined(mark: str, *, outer: bool = False, rule: bool = False) -> str:
    lines = [mark.join(row) for row in (HEADS, *ROWS)]
    if outer:
        lines = [f"| {line} |" for line in lines]
    if rule:
        lines.insert(1, "|---|---:|---:|")
    return "\n".join(lines)


LAYOUTS = {
    "bars": _joined(" | "),
    "markdown": _joined(" | ", outer=True, rule=True),
    "tabs": _joined("\t"),
    "fields": "\n".join(",".join(row).replace("1,240", '"1,240"') for row in (HEADS, *ROWS)),
    "semicolons": _joined(";"),
    "blanks": "District    IDPs    Families\nDorra      1,240         207\nKarsa        655         109",
    "left": "District  IDPs   Families\nDorra     1,240  207\nKarsa     655    109",
    "slashes": "District: IDPs / Families\nDorra: 1,240 / 207\nKarsa: 655 / 109",
    "emphasis": "|**District**|**IDPs**|**Families**|\n| Dorra | **1,240** | 207 |\n| Karsa | 655 | _109_ |",
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_one_table_in_many_layouts(cells: Cells, layout: str) -> None:
    assert cells(f"New displacement by district\n\n{LAYOUTS[layout]}\n") == WANTED


@pytest.mark.parametrize("layout", LAYOUTS)
def test_each_row_is_a_sentence(layout: str) -> None:
    _, sentences = plain_sentences(f"New displacement by district\n\n{LAYOUTS[layout]}\n\nThe count goes on.")
    assert sum("Dorra" in s.text for s in sentences) == 1
    assert not any("Dorra" in s.text and "Karsa" in s.text for s in sentences)


@pytest.mark.parametrize(
    "text",
    [
        "HAITI | Metropolitan area of Port-au-Prince\nThe update covers 3,400 people.",
        "He won 6  4 and  3  2.\nNobody counted.",
        "Fighters took the town and/or the hills: 12 / 30 were hurt.",
        "Some said 12, others 30, a few 45.\nThe mayor said 12, the army 30, the press 45.",
        "Home | News | Sport\nWorld | Africa | Asia",
    ],
)
def test_what_only_looks_like_a_table(text: str) -> None:
    assert find_grids(text) == ()
    assert tabs_for(text) == []


def test_lines_of_a_paragraph_that_are_rows() -> None:
    assert row_lines(["By district:", "Abs | 12", "Hajjah | -", "All went on foot."]) == {1, 2}


@pytest.mark.parametrize(
    "cell",
    ["1,240", "1 240", "1.240", "~300", "84*", "12 (a)", "١٢٠", "-", "–", "…", "n/a", "n.d.", "s/d", ""],
)
def test_cells_of_numbers(cell: str) -> None:
    assert is_value(cell)
    assert is_number(cell) is any(c.isdigit() for c in cell)


@pytest.mark.parametrize("cell", ["Zone 4", "12 families", "3 to 5", "1,240 (207 families)", "4 July"])
def test_cells_of_words(cell: str) -> None:
    assert not is_value(cell)


@pytest.mark.parametrize(
    ("head", "label", "unit"),
    [
        ("IDPs (individuals)", "term:displaced", "people"),
        ("Personnes déplacées", "term:displaced", "people"),
        ("Ménages déplacés", "term:displaced", "households"),
        ("Familias desplazadas", "term:displaced", "households"),
        ("النازحون", "term:displaced", "people"),
        ("الأسر النازحة", "term:displaced", "households"),
        ("New arrivals", "term:displaced", "people"),
        ("Refugees", "term:displaced", "people"),
        ("Returnees", "term:returned", "people"),
        ("Retournés", "term:returned", "people"),
        ("العائدون", "term:returned", "people"),
        ("Families evacuated", "term:evacuated", "households"),
        ("Personas albergadas", "term:sheltered", "people"),
        ("Damnificados", "term:affected", "people"),
        ("Houses destroyed", "term:destroyed_housing", "homes"),
        ("Damaged houses Totally", "term:destroyed_housing", "homes"),
        ("Damaged houses Partially", "term:partially_destroyed_housing", "homes"),
        ("Partially destroyed houses", "term:partially_destroyed_housing", "homes"),
        ("Totally damaged houses", "term:destroyed_housing", "homes"),
        ("Viviendas dañadas", "term:partially_destroyed_housing", "homes"),
        ("Killed", "measure:killed", "people"),
        ("Blessés", "measure:injured", "people"),
        ("Desaparecidos", "measure:missing", "people"),
        ("قتلى", "measure:killed", "people"),
        ("Capacity", "site:capacity", "people"),
        ("Households reached", "response:reached", "households"),
        ("Families", SOMEBODY, "households"),
        ("Individuals", SOMEBODY, "people"),
    ],
)
def test_what_heads_say(head: str, label: str, unit: str) -> None:
    found = meaning_of(head)
    assert found is not None
    assert (found.label, str(found.unit)) == (label, unit)


@pytest.mark.parametrize(
    "head",
    [
        "Displaced (%)", "IDPs per household", "Share of IDPs", "Taux de retour", "Population (2021)",
        "Total population", "Funding for IDPs (USD)", "IDPs targeted", "Planned returns", "IDP sites",
        "Change in IDPs", "Registered voters", "Livestock killed", "Schools destroyed", "Casualties",
        "Houses", "Houses destroyed or damaged", "Average family size", "نسبة النازحين",
    ],
)  # fmt: skip
def test_heads_that_count_nothing_of_ours(head: str) -> None:
    found = meaning_of(head)
    assert found is None or found.label == NOTHING


@pytest.mark.parametrize("head", ["Remarks", "Cluster", "Kits", "Rainfall (mm)", "Sector lead"])
def test_heads_that_nobody_knows_are_left_alone(head: str) -> None:
    found = meaning_of(head)
    assert found is None or found.label == NOTHING


def test_a_caption_that_names_two_things_lends_nothing() -> None:
    assert subject_of("Killed and displaced by district") is None
    caption = subject_of("Houses destroyed by district")
    assert caption is not None
    assert caption.label == "term:destroyed_housing"


def test_a_head_over_two_columns_and_their_days(reading: Callable[[str], Reading]) -> None:
    text = (
        "| Township | IDPs | | Wells |\n| | As of 1 March 2024 | As of 8 March 2024 | |\n"
        "| Dorra | 4,215 | 6,890 | 31 |\n| Karsa | 1,130 | - | 4 |"
    )
    told = {t.cell.text: t for t in reading(text).cells.values() if t.label.startswith("term:")}
    assert {w: t.date.text for w, t in told.items() if t.date} == {
        "4,215": "As of 1 March 2024",
        "6,890": "As of 8 March 2024",
        "1,130": "As of 1 March 2024",
    }
    assert [h.text for h in told["6,890"].column] == ["IDPs", "As of 8 March 2024"]


def test_totals_of_rows_and_columns_are_marked(reading: Callable[[str], Reading]) -> None:
    text = (
        "IDPs by district\n\nDistrict | Women | Men | Total\nDorra | 40 | 30 | 70\n"
        "Sub-total North | 40 | 30 | 71\n"
        "Karsa | 20 | 11 | 31\nGrand total | 60 | 41 | 101"
    )
    found = {t.cell.text for t in reading(text).cells.values() if t.total}
    assert found == {"70", "31", "71", "60", "41", "101", "40", "30"} - {"20", "11"}
    parts = [t for t in reading(text).cells.values() if not t.total]
    assert [(t.cell.text, str(t.group)) for t in parts] == [
        ("40", "women"), ("30", "men"), ("20", "women"), ("11", "men"),
    ]  # fmt: skip


def test_rows_that_say_what_is_counted(cells: Cells) -> None:
    text = (
        "Indicator | Dorra | Karsa\nIDPs | 1,240 | 655\nHouses destroyed | 31 | 12\n"
        "Funding (USD) | 5,000 | 900"
    )
    assert cells(text) == {
        "1,240": ("term:displaced", "people", "Dorra"),
        "655": ("term:displaced", "people", "Karsa"),
        "31": ("term:destroyed_housing", "homes", "Dorra"),
        "12": ("term:destroyed_housing", "homes", "Karsa"),
        "5,000": (NOTHING, "people", "Dorra"),
        "900": (NOTHING, "people", "Karsa"),
    }


def test_the_smallest_place_heads_the_row(cells: Cells) -> None:
    text = "Governorate | District | IDPs\nHajjah | Abs | 1,240\nHajjah | Midi | 655"
    assert {place for _, _, place in cells(text).values()} == {"Abs", "Midi"}


def test_a_table_written_from_the_right_with_its_heads_last(cells: Cells) -> None:
    text = "النازحون | الأسر | الناحية\n2,350 | 470 | تل الريحان\n1,180 | 236 | كفر سلمى"
    assert cells(text)["470"] == ("term:displaced", "households", "تل الريحان")


def test_an_empty_cell_keeps_its_column(cells: Cells) -> None:
    text = (
        "New displacement, by district\n\n"
        "District    IDPs    Returnees    Families\nDorra      1,240           31         207\n"
        "Karsa        655                      109\nTamil        310           12          62"
    )
    assert cells(text)["109"] == ("term:displaced", "households", "Karsa")


def test_families_behind_two_columns_are_of_neither(cells: Cells) -> None:
    text = "District | IDPs | Returnees | Families\nDorra | 1,240 | 31 | 207\nKarsa | 655 | 12 | 109"
    assert set(cells(text)) == {"1,240", "31", "655", "12"}
    text = "District | IDPs | Families | Returnees | Families\nDorra | 140 | 27 | 31 | 6\nK. | 9 | 8 | 7 | 5"
    assert cells(text)["6"] == ("term:returned", "households", "Dorra")


def test_a_table_of_a_document_whose_first_head_is_empty(cells: Cells) -> None:
    text = "\tIDPs\tFamilies\nDorra\t1,240\t207\nKarsa\t\t109\nTamil\t31\t"
    found = cells(text)
    assert found["1,240"] == ("term:displaced", "people", "Dorra")
    assert found["109"] == ("term:displaced", "households", "Karsa")
    assert found["31"] == ("term:displaced", "people", "Tamil")


def test_a_year_in_a_cell_is_a_count(cells: Cells) -> None:
    text = "District | IDPs\nDorra | 1990\nKarsa | 655"
    assert cells(text)["1990"] == ("term:displaced", "people", "Dorra")


def test_the_sentence_over_a_table_parts_it_from_the_heading(cells: Cells) -> None:
    text = (
        "DISPLACEMENT AND CENTRES\n\nFigures are of the committee.\n\n"
        "District | People\nDorra | 12,870\nKarsa | 8,105"
    )
    assert cells(text) == {}
