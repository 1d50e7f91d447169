"""What is exported, read back by the programs that others read it with."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb
import geopandas
import hxl
import openpyxl
import pandas
import pytest

from summariser.exports import FORMS, Named, event_id, export, render
from summariser.exports.records import KINDS, LABELS, columns_of
from summariser.schemas import Summary
from tests.unit.hostile_sample import HOSTILE, hostile_summary
from tests.unit.sample import empty_summary, sample_summary

Write = Callable[[str], Path]
TABLES = [name for name, form in FORMS.items() if form.suffix == ".csv"]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def into(form: str) -> Path:
        target = tmp_path / f"{form}{FORMS[form].suffix}"
        export([Named(sample_summary(), "example"), hostile_summary()], form, target)
        return target

    return into


def figures(summary: Summary) -> int:
    return len(summary.figures())


@pytest.mark.parametrize("form", TABLES)
def test_pandas_and_duckdb_read_the_same_table(form: str, write: Write) -> None:
    path = write(form)
    frame = pandas.read_csv(path, dtype=str, keep_default_na=False)
    if form == "hxl":
        assert frame.iloc[0, 0] == "#meta+id"
    rows = duckdb.sql(
        f"SELECT * FROM read_csv('{path}', all_varchar=true, header=true, comment='')"
    ).fetchall()
    assert len(rows) == len(frame) > 0
    ids = frame.iloc[:, 0]
    assert ids.is_unique
    assert {row[0] for row in rows} == set(ids)


def test_pandas_reads_numbers_and_days_of_the_acled_table(write: Write) -> None:
    frame = pandas.read_csv(write("acled"), parse_dates=["event_date"])
    first = frame.iloc[0]
    assert first["event_date"].date() == date(2025, 11, 15)
    assert (first["latitude"], first["longitude"]) == (15.95, 3.14)
    assert pandas.api.types.is_integer_dtype(frame["fatalities"])
    assert first["fatalities"] == 12


def test_duckdb_counts_the_dead_of_the_ucdp_table(write: Write) -> None:
    parts = "deaths_a + deaths_b + deaths_civilians + deaths_unknown"
    query = f"SELECT sum({parts}), sum(best), min(high - best), min(best - low) FROM '{write('ucdp')}'"
    ((parts, best, above, below),) = duckdb.sql(query).fetchall()
    assert parts == best > 0
    assert above >= 0
    assert below >= 0


def test_what_is_planned_adds_nothing_to_the_idmc_table(write: Write) -> None:
    frame = pandas.read_csv(write("idmc"))
    planned = frame[frame["status"] == "planned"]
    assert len(planned) > 0
    assert planned["reported"].notna().all()
    assert planned["total_figures"].isna().all()
    assert set(frame["unit"]) <= {"Person", "Household"}


class TestHxl:
    @pytest.fixture
    def source(self, write: Write) -> Any:
        path = write("hxl")
        return hxl.data(str(path), hxl.InputOptions(allow_local=True)).cache()

    def test_libhxl_reads_it_and_finds_every_column(self, source: Any) -> None:
        assert all(column.tag for column in source.columns)
        tags = {column.tag for column in source.columns}
        assert {"#event", "#affected", "#country", "#geo", "#date", "#sector", "#meta"} <= tags
        assert len(list(source)) > 10

    def test_libhxl_counts_with_it(self, source: Any) -> None:
        events = source.with_rows("#meta+type=event")
        assert sum(int(row.get("#affected+killed+ind") or 0) for row in events) > 0
        needs = list(source.with_rows("#meta+type=need"))
        assert {row.get("#sector+cluster+code") for row in needs} == {"WSH", "SHL"}

    def test_it_is_valid_by_libhxls_own_schema(self, source: Any) -> None:
        wrong: list[str] = []
        hxl.schema(callback=lambda error: wrong.append(str(error.message))).validate(source)
        assert wrong == []


class TestGeoJson:
    def test_geopandas_reads_points_and_keeps_what_has_none(self, write: Write) -> None:
        frame = geopandas.read_file(write("geojson"))
        assert frame.crs.to_epsg() == 4326
        events = frame[frame["kind"] == "event"]
        point = events.iloc[0].geometry
        assert (point.x, point.y) == (3.14, 15.95)
        assert frame.geometry.isna().any()
        assert frame["id"].is_unique
        assert set(frame.geometry.dropna().geom_type) == {"Point"}

    def test_duckdb_reads_it(self, write: Write) -> None:
        query = f"SELECT kind, count(*) FROM read_json('{write('geojson')}') GROUP BY kind"
        assert dict(duckdb.sql(query).fetchall())["event"] == 2 + 20


class TestParquet:
    def test_duckdb_pandas_and_the_summary_agree(self, write: Write) -> None:
        path = write("parquet")
        frame = pandas.read_parquet(path)
        found = dict(duckdb.sql(f"SELECT kind, count(*) FROM '{path}' GROUP BY kind").fetchall())
        assert found == frame["kind"].value_counts().to_dict()
        assert set(found) <= set(KINDS)
        assert frame["id"].is_unique

    def test_types_and_the_whole_record(self, write: Write) -> None:
        path = write("parquet")
        types = dict(duckdb.sql(f"SELECT column_name, column_type FROM (DESCRIBE FROM '{path}')").fetchall())
        assert (types["number"], types["date_start"], types["place_lat"]) == ("DOUBLE", "DATE", "DOUBLE")
        query = f"SELECT record->>'sub_type', sub_type FROM '{path}' WHERE kind = 'event'"
        assert all(whole == column for whole, column in duckdb.sql(query).fetchall())

    def test_text_stands_letter_for_letter(self, write: Write) -> None:
        evidence = pandas.read_parquet(write("parquet"))["evidence"].dropna()
        assert any(HOSTILE in text for text in evidence)


class TestExcel:
    @pytest.fixture
    def book(self, write: Write) -> openpyxl.Workbook:
        return openpyxl.load_workbook(write("excel"))

    def test_one_sheet_a_kind(self, book: openpyxl.Workbook) -> None:
        assert book.sheetnames == ["Articles", *LABELS.values()]
        for kind, label in LABELS.items():
            header = [cell.value for cell in book[label][1]]
            assert header == list(columns_of(kind))

    def test_numbers_and_days_are_such(self, book: openpyxl.Workbook) -> None:
        rows = list(book["Events"].iter_rows(values_only=True))
        event = dict(zip(rows[0], rows[1], strict=True))
        assert event["date_start"] == datetime(2025, 11, 15)
        assert event["place_lat"] == 15.95
        article = sample_summary().article
        events = sample_summary().events
        assert events is not None
        assert event["id"] == event_id(article, events.events[0])

    def test_no_cell_is_a_formula(self, book: openpyxl.Workbook) -> None:
        cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
        assert {cell.data_type for cell in cells} <= {"s", "n", "d", "b"}
        texts = [cell.value for cell in cells if isinstance(cell.value, str)]
        assert not [text for text in texts if text[:1] in "=+-@"]
        assert [text for text in texts if text.startswith("'=")]

    def test_pandas_reads_every_sheet(self, write: Write) -> None:
        sheets = pandas.read_excel(write("excel"), sheet_name=None)
        assert set(sheets) == {"Articles", *LABELS.values()}
        assert len(sheets["Articles"]) == 2


def test_an_empty_summary_is_a_table_without_rows() -> None:
    for form in TABLES:
        frame = pandas.read_csv(io.BytesIO(render([empty_summary()], form)), dtype=str)
        assert len(frame) == (1 if form == "hxl" else 0)
