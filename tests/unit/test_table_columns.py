"""Columns that count nobody who stays or fled, heads that name no unit, and merged cells of Word files."""

from __future__ import annotations

import io
from datetime import date
from functools import partial

import pytest

from summariser.papers import word
from summariser.schemas import HumanitarianSummary, Summary
from tests.conftest import Summarise


@pytest.fixture
def summarise(by_rules: Summarise) -> Summarise:
    """A summary by rules alone, of which every value stands in its text."""
    return partial(by_rules, published=date(2024, 6, 20))


def facts_of(summary: Summary) -> HumanitarianSummary:
    assert summary.humanitarian is not None
    return summary.humanitarian


def moved(summary: Summary) -> list[tuple[float | None, str, str]]:
    return [(f.value, str(f.term), str(f.unit)) for f in facts_of(summary).displacement]


def test_shares_are_nobodys_people_and_kinds_of_sites_are_no_sites(summarise: Summarise) -> None:
    summary = summarise(
        "Displacement by type of shelter, Chad, May 2024\n\nShelter type\tIDPs (%)\tIDPs\nCamps\t41\t82,000\n"
        "Host families\t59\t118,000\n\nProvince\tIDPs %\tReturnees\nSila\t17\t350\nBatha\t83\t70"
    )
    assert facts_of(summary).sites == ()
    assert [m[:2] for m in moved(summary)] == [
        (82000, "displaced"),
        (118000, "displaced"),
        (350, "returned"),
        (70, "returned"),
    ]


def test_a_site_in_a_table_of_sites_keeps_its_people(summarise: Summarise) -> None:
    sites = facts_of(
        summarise("Camps, May 2024\n\nCamp\tPeople\tCapacity\tNew arrivals in May\nGaga\t22,400\t18,000\t310")
    ).sites
    assert [([p.value for p in s.population], [c.value for c in s.capacity]) for s in sites] == [
        ([22400], [18000])
    ]


def test_a_head_without_a_unit_beside_families_is_refused(summarise: Summarise) -> None:
    summary = summarise(
        "IDPs in Chad\n\nProvince\tFamilies displaced in April 2024\tCumulative since January 2024\n"
        "Sila\t130\t1,500\nBatha\t12\t340"
    )
    assert [m[0] for m in moved(summary)] == [130, 12]
    refused = {i.words for i in summary.issues if "columns beside it" in i.reason}
    assert refused == {"1,500", "340"}


def test_merged_cells_of_a_word_file_keep_their_columns(summarise: Summarise) -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_paragraph("Displacement in Chad, May 2024")
    rows = [
        ["Province", "IDPs", "", "Homes destroyed"],
        ["", "Men", "Women", ""],
        ["Sila", "800", "750", "35"],
        ["Batha", "", "520", "14"],
    ]
    table = document.add_table(rows=len(rows), cols=4)
    for i, row in enumerate(rows):
        for j, words in enumerate(row):
            table.cell(i, j).text = words
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(0, 3).merge(table.cell(1, 3))
    file = io.BytesIO()
    document.save(file)
    text = word.read(file.getvalue()).text
    assert "Province\tIDPs\t\tHomes destroyed\n\tMen\tWomen" in text
    counted = {(f.value, str(f.group), str(f.unit)) for f in facts_of(summarise(text)).displacement}
    assert counted == {
        (800, "men", "people"),
        (750, "women", "people"),
        (520, "women", "people"),
        (35, "None", "homes"),
        (14, "None", "homes"),
    }


def test_the_year_of_a_head_counts_nobody_in_the_next_one(summarise: Summarise) -> None:
    summary = summarise(
        "IDPs in Chad\n\nProvince\tIDPs 3 May 2022\tIDPs 4 May 2023\nSila\t100\t110\nBatha\t101\t111"
    )
    days = {f.value: str(f.when.start) for f in facts_of(summary).displacement}
    assert days == {100: "2022-05-03", 101: "2022-05-03", 110: "2023-05-04", 111: "2023-05-04"}
