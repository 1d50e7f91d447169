"""Exports: stable ids, and what each form holds."""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path
from typing import Any

import pandas
import pytest

from summariser.batch.outputs import write_output
from summariser.cli import main
from summariser.errors import ConfigurationError, MissingExtra, UnreadableSource
from summariser.exports import (
    FORMS,
    Named,
    Unreadable,
    acled,
    event_id,
    export,
    idmc,
    read_summaries,
    record_id,
    render,
    rendered,
    ucdp,
)
from summariser.schemas import Event, Summary
from summariser.schemas.codebooks import EventStatus
from summariser.store import Failure, Item
from tests.unit.sample import empty_summary, sample_summary


def table(summaries: list[Summary], form: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(render(summaries, form).decode("utf-8"))))


def with_events(*events: Event) -> Summary:
    summary = sample_summary()
    assert summary.events is not None
    return summary.model_copy(update={"events": summary.events.model_copy(update={"events": events})})


def events() -> tuple[Event, ...]:
    summary = sample_summary()
    assert summary.events is not None
    return summary.events.events


class TestIds:
    def test_they_survive_another_order_and_other_ids_in_the_summary(self) -> None:
        first, second = events()
        renamed = (second.model_copy(update={"id": "E1"}), first.model_copy(update={"id": "E2"}))
        article = sample_summary().article
        assert [event_id(article, e) for e in renamed] == [event_id(article, e) for e in (second, first)]

    def test_they_do_not_hang_on_confidence_or_gazetteer(self) -> None:
        event = events()[0]
        assert event.place is not None
        elsewhere = event.place.model_copy(update={"lat": 1.0, "lon": 2.0, "name": "Anderamboukane"})
        changed = event.model_copy(update={"confidence": 0.1, "place": elsewhere})
        article = sample_summary().article
        assert event_id(article, changed) == event_id(article, event)

    @pytest.mark.parametrize(
        "change",
        [{"status": EventStatus.PLANNED}, {"place": None}, {"actors": ()}],
        ids=lambda c: next(iter(c)),
    )
    def test_another_reading_is_another_record(self, change: dict[str, Any]) -> None:
        event = events()[0]
        article = sample_summary().article
        assert event_id(article, event.model_copy(update=change)) != event_id(article, event)

    def test_another_article_has_other_ids(self) -> None:
        article = sample_summary().article
        other = article.model_copy(update={"source": "Another Wire"})
        assert event_id(article, events()[0]) != event_id(other, events()[0])

    def test_one_does_not_change_from_version_to_version(self) -> None:
        # A changed id would break every table that was joined by it.
        assert event_id(sample_summary().article, events()[0]) == "event-cgpqjhihjdsh"

    def test_records_of_all_kinds_have_one(self) -> None:
        facts = sample_summary().humanitarian
        assert facts is not None
        article = sample_summary().article
        ids = [record_id(article, "displacement", f) for f in facts.displacement]
        assert len(set(ids)) == len(ids) > 0


class TestAcled:
    def test_one_row_an_event_with_its_evidence(self) -> None:
        rows = table([sample_summary()], "acled")
        assert [(r["event_type"], r["sub_event_type"]) for r in rows] == [
            ("Battles", "Armed clash"),
            ("Explosions/Remote violence", "Air/drone strike"),
        ]
        row = rows[0]
        assert (row["event_date"], row["time_precision"], row["geo_precision"]) == ("2025-11-15", "1", "1")
        assert (row["actor1"], row["inter1"]) == ("Azawad Liberation Column", "2")
        assert "before dawn on Saturday" in row["evidence"]
        assert row["event_id"] == event_id(sample_summary().article, events()[0])

    @pytest.mark.parametrize("status", [EventStatus.THREATENED, EventStatus.PLANNED, EventStatus.DENIED])
    def test_what_did_not_take_place_is_no_row_and_said(self, status: EventStatus) -> None:
        event = events()[0].model_copy(update={"status": status})
        content, report = rendered([with_events(event)], "acled")
        assert content.count(b"\n") == 1
        left = [x for x in report.left_out if x.kind == "event"]
        assert [(x.field, status.value in x.reason) for x in left] == [(None, True)]

    def test_what_it_cannot_hold_is_said(self) -> None:
        report = rendered([sample_summary()], "acled").report
        kinds = {left.kind for left in report.left_out if left.field is None}
        assert {"displacement", "need", "site"} <= kinds


def test_the_same_article_twice_counts_once() -> None:
    report = rendered([sample_summary(), sample_summary()], "acled").report
    assert (report.articles, report.rows) == (1, 2)
    assert any("came before" in left.reason for left in report.left_out)


def test_an_unknown_form_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="no form 'xml'"):
        render([], "xml")


@pytest.mark.parametrize("form", FORMS)
def test_every_form_takes_nothing_and_gives_the_same_bytes_twice(form: str) -> None:
    assert render([], form) == render([], form)
    assert render([empty_summary()], form)
    assert render([sample_summary()], form) == render([sample_summary()], form)


def test_into_a_file(tmp_path: Path) -> None:
    target = tmp_path / "events.csv"
    report = export([Named(sample_summary(), "example")], "acled", target)
    assert (report.form, report.rows) == ("acled", 2)
    assert target.read_bytes() == render([Named(sample_summary(), "example")], "acled")


class TestCommandLine:
    @pytest.fixture
    def batch(self, tmp_path: Path) -> Path:
        good = {"id": "a", "place": "f:1", "summary": json.loads(sample_summary().model_dump_json())}
        bad = {
            "id": "b",
            "place": "f:2",
            "error": {"kind": "EmptyArticle", "message": "No text", "advice": ""},
        }
        path = tmp_path / "batch.jsonl"
        path.write_text(json.dumps(good) + "\n" + json.dumps(bad) + "\n", encoding="utf-8")
        return path

    def test_a_batch_with_its_failures_said(self, batch: Path, capfd: pytest.CaptureFixture[str]) -> None:
        assert main(["export", str(batch), "--to", "acled"]) == 0
        out, err = capfd.readouterr()
        assert len(list(csv.DictReader(io.StringIO(out)))) == 2
        assert "(b) has no summary: EmptyArticle: No text" in err
        assert "articles without a summary, as their batch says: 1" in err

    def test_a_summary_over_many_lines(self, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
        path = tmp_path / "one.json"
        path.write_text(sample_summary().model_dump_json(indent=2), encoding="utf-8")
        target = tmp_path / "out.csv"
        assert main(["export", str(path), "--to", "acled", "-o", str(target)]) == 0
        out, err = capfd.readouterr()
        assert out == ""
        assert f"2 rows from 1 articles in {target}" in err
        assert "what the form cannot hold" in err

    def test_a_record_that_is_none_is_said_and_counted(
        self, batch: Path, capfd: pytest.CaptureFixture[str]
    ) -> None:
        with batch.open("a") as file:
            file.write("{\n" + json.dumps({"schema_version": "1.0.0"}) + "\n")
        assert main(["export", str(batch), "--to", "acled"]) == 5
        err = capfd.readouterr().err
        assert "batch.jsonl:3 is not read: not JSON" in err
        assert "it has schema 1.0.0, and" in err
        assert "records that are no summaries: 2" in err

    def test_nothing_is_overwritten_where_there_is_no_summary(
        self, tmp_path: Path, capfd: pytest.CaptureFixture[str]
    ) -> None:
        path, target = tmp_path / "x.jsonl", tmp_path / "kept.csv"
        path.write_text("[]\n")
        target.write_text("kept")
        assert main(["export", str(path), "--to", "acled", "-o", str(target)]) == 2
        assert target.read_text() == "kept"
        assert "No summary in what was given" in capfd.readouterr().err

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (["missing.json", "--to", "acled"], "cannot be read"),
            (["{batch}", "--to", "xml"], "There is no form 'xml'. Take one of: acled"),
            (["{batch}", "--to", "acled", "-o", "{batch}"], "is an input as well"),
            (["-", "-", "--to", "acled"], "standard input can be read once only"),
            (["{batch}", "--to", "excel", "-o", "{batch}.docx"], "ends in .docx: the form 'excel' cannot"),
            (["{batch}", "--to", "acled", "-o", "{batch}.xlsx"], "Let it end in .csv or .txt"),
        ],
    )
    def test_mistakes_are_one_line(
        self, arguments: list[str], said: str, batch: Path, capfd: pytest.CaptureFixture[str]
    ) -> None:
        before = batch.read_bytes()
        assert main(["export", *(a.format(batch=batch) for a in arguments)]) == 2
        assert said in capfd.readouterr().err
        assert batch.read_bytes() == before


@pytest.mark.parametrize(
    "columns", [acled.COLUMNS, ucdp.COLUMNS, idmc.COLUMNS], ids=["acled", "ucdp", "idmc"]
)
def test_every_column_is_explained(columns: tuple[str, ...]) -> None:
    docs = (Path(__file__).parents[2] / "docs" / "exports.md").read_text("utf-8")
    parts = ("_admin1", "_iso3", "_latitude", "_longitude")
    assert not [c for c in columns if f"`{c}`" not in docs and not c.endswith(parts)]


@pytest.mark.parametrize(("form", "package"), [("excel", "xlsxwriter"), ("parquet", "pyarrow")])
def test_a_missing_extra_says_what_to_do(
    form: str, package: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    target = tmp_path / "kept"
    target.write_text("kept")
    with pytest.raises(MissingExtra, match=r"pip install 'summariser\[export\]'"):
        export([sample_summary()], form, target)
    assert target.read_text() == "kept"


class TestInputs:
    def test_a_batchs_parquet(self, tmp_path: Path) -> None:
        path = tmp_path / "batch.parquet"
        failure = Failure("EmptyArticle", "No text", "Give one")
        items = [Item("a", "f:1", sample_summary().model_dump_json(), None), Item("b", "f:2", None, failure)]
        write_output(path, items)
        good, bad = read_summaries(path)
        assert isinstance(good, Named)
        assert (good.name, good.summary.article) == ("a", sample_summary().article)
        assert isinstance(bad, Unreadable)
        assert (bad.failed, bad.name, bad.reason) == (True, "b", "EmptyArticle: No text")

    def test_parquet_of_something_else(self, tmp_path: Path) -> None:
        path = tmp_path / "other.parquet"
        pandas.DataFrame({"a": [1]}).to_parquet(path)
        with pytest.raises(UnreadableSource, match="no column 'summary'"):
            list(read_summaries(path))

    def test_several_summaries_one_a_line(self, tmp_path: Path) -> None:
        path = tmp_path / "x.json"
        path.write_text(
            f"{sample_summary().model_dump_json()}\n\n{empty_summary().model_dump_json()}\n", "utf-8"
        )
        found = [r for r in read_summaries(path) if isinstance(r, Named)]
        assert [(r.name, r.summary) for r in found] == [("x:1", sample_summary()), ("x:3", empty_summary())]

    @pytest.mark.parametrize("content", ["", "\n\n"])
    def test_nothing(self, content: str, tmp_path: Path) -> None:
        path = tmp_path / "x.jsonl"
        path.write_text(content)
        with pytest.raises(UnreadableSource, match="holds no summary"):
            list(read_summaries(path))

    def test_a_summary_that_breaks_a_rule_says_which(self, tmp_path: Path) -> None:
        broken = json.loads(sample_summary().model_dump_json())
        broken["events"]["events"][0]["type"] = "Riots"
        path = tmp_path / "x.json"
        path.write_text(json.dumps(broken), "utf-8")
        (found,) = read_summaries(path)
        assert isinstance(found, Unreadable)
        assert "events.events.0: Value error, event: sub-type" in found.reason

    def test_an_array(self, tmp_path: Path) -> None:
        path = tmp_path / "x.json"
        path.write_text(f"[{sample_summary().model_dump_json()}, 1]", "utf-8")
        good, bad = read_summaries(path)
        assert isinstance(good, Named)
        assert isinstance(bad, Unreadable)
        assert (good.name, bad.reason) == ("x:1", "no summary, and no record of a batch")

    def test_an_article_in_place_of_a_summary_is_one_fault(self, tmp_path: Path) -> None:
        path = tmp_path / "article.txt"
        path.write_text("Rebels shelled Goma.\nTwelve people died.\n" * 20)
        (found,) = read_summaries(path)
        assert "not JSON" in str(found)

    @pytest.mark.parametrize("form", FORMS)
    def test_half_a_character_in_an_id_is_escaped(self, form: str, tmp_path: Path) -> None:
        path = tmp_path / "x.jsonl"
        path.write_text(
            f'{{"id": "\\ud800", "place": "x", "summary": {sample_summary().model_dump_json()}}}\n', "utf-8"
        )
        found = [r for r in read_summaries(path) if isinstance(r, Named)]
        assert found[0].name == "\\ud800"
        assert render(found, form)
