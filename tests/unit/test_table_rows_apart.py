"""Tables that are not whole: merged cells, short rows, remarks, ranges, and what is told as unread."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

import pytest

from summariser.normalise.numbers import find_numbers
from summariser.schemas import Summary
from summariser.sentences import split_sentences
from tests.conftest import Summarise


@pytest.fixture
def summarise(by_rules: Summarise) -> Summarise:
    """A summary by rules alone, of which every value stands in its text."""
    return partial(by_rules, published=date(2024, 6, 20))


def moved(summary: Summary) -> list[tuple[Any, ...]]:
    assert summary.humanitarian is not None
    return [
        (f.value or (f.low, f.high), str(f.unit), f.place.words.text if f.place else None)
        for f in summary.humanitarian.displacement
    ]


def refused(summary: Summary) -> dict[str, str]:
    return {i.words or "": i.reason for i in summary.issues if i.step == "tables"}


CAPTION = "Displacement by district, Yemen, May 2024\n\n"
HEADS = "Province\tDistrict\tIDPs\tHouses destroyed\n"
WANTED = [
    (1240, "people", "Dorra"),
    (31, "homes", "Dorra"),
    (655, "people", "Karsa"),
    (12, "homes", "Karsa"),
]


@pytest.mark.parametrize(
    "text",
    [
        HEADS + "Hajra\tDorra\t1,240\t31\n\tKarsa\t655\t12",
        # The whole table is indented: those tabs are no cells.
        "\tProvince\tDistrict\tIDPs\tHouses destroyed\n\tHajra\tDorra\t1,240\t31\n\t\tKarsa\t655\t12",
        # Somebody lost the tab: the words stand over no numbers in one place only.
        HEADS + "Hajra\tDorra\t1,240\t31\nKarsa\t655\t12",
        "Province      District     IDPs    Houses destroyed\n"
        "Hajra         Dorra       1,240                  31\n"
        "              Karsa         655                  12",
        "Province | District | IDPs | Houses destroyed\nHajra | Dorra | 1,240 | 31\n | Karsa | 655 | 12",
    ],
)
def test_a_merged_cell_shifts_nothing(summarise: Summarise, text: str) -> None:
    assert moved(summarise(CAPTION + text)) == WANTED


def test_the_district_is_the_place_and_not_its_province(summarise: Summarise) -> None:
    text = f"{CAPTION}Province\tDistrict\tIDPs\nHajra\tDorra\t1,240\nSaba\tKarsa\t655"
    assert [place for _, _, place in moved(summarise(text))] == ["Dorra", "Karsa"]


def test_of_two_ranks_that_swap_the_one_with_more_names_is_the_smaller(summarise: Summarise) -> None:
    text = f"{CAPTION}Department\tProvince\tIDPs\nHajra\tDorra\t1,240\nHajra\tKarsa\t655"
    assert [place for _, _, place in moved(summarise(text))] == ["Dorra", "Karsa"]


def test_a_row_that_fits_two_ways_is_refused(summarise: Summarise) -> None:
    text = f"{CAPTION}District\tIDPs\tReturnees\tNote\nDorra\t1,240\t31\tnone\n655\t12\nTamil\t70\t5\tnone"
    summary = summarise(text)
    assert {value for value, _, _ in moved(summary)} == {1240, 31, 70, 5}
    assert "which ones it lacks" in refused(summary)["655"]
    assert "which ones it lacks" in refused(summary)["12"]


def test_a_row_without_a_head_is_refused(summarise: Summarise) -> None:
    summary = summarise(f"{CAPTION}{HEADS}Hajra\tDorra\t1,240\t31\n\tKarsa\t655\t12\n\t\t1,895\t43")
    assert moved(summary) == WANTED
    assert "has no head" in refused(summary)["1,895"]


def test_a_subtotal_is_not_the_caption_s_place(summarise: Summarise) -> None:
    found = moved(
        summarise(f"{CAPTION}{HEADS}Hajra\tDorra\t1,240\t31\n\tSubtotal\t1,240\t31\nTotal\t\t9,100\t77")
    )
    assert found[2:] == [
        (1240, "people", None),
        (31, "homes", None),
        (9100, "people", "Yemen"),
        (77, "homes", "Yemen"),
    ]


@pytest.mark.parametrize("dash", [" - ", "-", " – ", "–"])
def test_a_range_in_a_cell_is_one_figure(summarise: Summarise, dash: str) -> None:
    text = f"{CAPTION}District\tIDPs\tHouses destroyed\nDorra\t1,240{dash}1,310\t31\nKarsa\t655\t12"
    assert moved(summarise(text))[0] == ((1240, 1310), "people", "Dorra")


@pytest.mark.parametrize("dash", ["-", "–"])
def test_an_empty_cell_between_two_numbers_is_no_range(summarise: Summarise, dash: str) -> None:
    text = f"{CAPTION}District\tIDPs\tFamilies\tHouses destroyed\nDorra\t45\t{dash}\t120\nKarsa\t655\t109\t12"
    assert moved(summarise(text))[:2] == [(45, "people", "Dorra"), (120, "homes", "Dorra")]


def test_a_spaced_hyphen_in_a_sentence_is_no_range() -> None:
    text = "They counted 3 - 5 of them children."
    assert [n.high for n in find_numbers(text, split_sentences(text))] == [None, None]


REMARKS = (
    "| District | IDPs | Remarks |\n|:--|--:|---|\n| Dorra | 1,240 | figures of 4 April 2024 from Tamil |\n"
    "| Karsa (planned) | 655 | buses leave in July |\n| **Total** | **1,895** | |"
)


def test_a_remark_tells_neither_place_nor_time(summarise: Summarise) -> None:
    summary = summarise(f"Displacement by district, May 2024\n\n{REMARKS}")
    assert summary.humanitarian is not None
    assert [
        (f.value, str(f.when.start), f.place and f.place.words.text)
        for f in summary.humanitarian.displacement
    ] == [(1240, "2024-05-01", "Dorra"), (1895, "2024-05-01", None)]
    assert "planned" in refused(summary)["655"]


def test_a_remark_heads_no_row(summarise: Summarise) -> None:
    text = f"{CAPTION}District | IDPs | Remarks\nDorra | 1,240 | none\n | 655 | Tamil is cut\nKarsa | 70 | -"
    summary = summarise(text)
    assert [place for _, _, place in moved(summary)] == ["Dorra", "Karsa"]
    assert "has no head" in refused(summary)["655"]


def test_what_is_expected_has_not_happened(summarise: Summarise) -> None:
    summary = summarise(f"{CAPTION}District | Expected arrivals | IDPs\nDorra | 4,000 | 31\nKarsa | 900 | 12")
    assert [value for value, _, _ in moved(summary)] == [31, 12]
    assert "Expected arrivals" in refused(summary)


def test_two_rows_of_one_place_and_day_are_two_events(summarise: Summarise) -> None:
    text = (
        "Incidents in Somalia, June 2024\n\nDate\tPlace\tIncident\tKilled\tInjured\n"
        "3 June 2024\tBur Dhaley\tShelling\t4\t11\n3 June 2024\tBur Dhaley\tDrone strike\t4\t11"
    )
    summary = summarise(text)
    assert summary.events is not None
    assert [
        (e.sub_type.value, [f.value for f in (*e.fatalities, *e.injuries)]) for e in summary.events.events
    ] == [("Shelling/artillery/missile attack", [4, 11]), ("Air/drone strike", [4, 11])]
    assert not [i for i in summary.issues if i.code.value == "duplicate"]


def test_years_as_columns_are_the_times_of_their_figures(summarise: Summarise) -> None:
    rows = "District\t2022\t2023\t2024*\nDorra\t1,240\t655\t310\nKarsa\t70\t80\t90"
    summary = summarise(f"Displacement in Yemen by district\n\n{rows}")
    assert summary.humanitarian is not None
    assert [
        (f.value, str(f.when.start), f.place and f.place.words.text)
        for f in summary.humanitarian.displacement
    ][:3] == [(1240, "2022-01-01", "Dorra"), (655, "2023-01-01", "Dorra"), (310, "2024-01-01", "Dorra")]


def test_a_table_that_no_rule_understands_is_named(summarise: Summarise) -> None:
    summary = summarise("Market days\n\nFrom \\ To\tDorra\tKarsa\nDorra\t0\t1,240\nKarsa\t655\t0")
    assert moved(summary) == []
    assert "says what its numbers count" in refused(summary)["From \\ To | Dorra | Karsa"]


def test_of_a_table_of_whence_and_whither_rows_are_whence(summarise: Summarise) -> None:
    text = f"{CAPTION}From \\ To\tDorra\tKarsa\tTotal\nDorra\t0\t1,240\t1,240\nKarsa\t655\t0\t655"
    summary = summarise(text)
    assert summary.humanitarian is not None
    assert [
        (f.value, f.origin and f.origin.words.text, f.place) for f in summary.humanitarian.displacement
    ] == [(1240, "Dorra", None), (655, "Karsa", None)]
    assert {"Dorra", "Karsa"} <= set(refused(summary))


def test_a_cell_with_two_numbers_is_named_and_not_read(summarise: Summarise) -> None:
    text = f"{CAPTION}District\tIDPs\tFamilies\nDorra\t1,240 (410 children)\t207\nKarsa\t655\tapprox. 109"
    summary = summarise(text)
    assert {value for value, _, _ in moved(summary)} == {207, 655}
    assert all("more than one number" in refused(summary)[words] for words in ("1,240", "410", "109"))
