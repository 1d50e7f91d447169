"""The rules behind the exports: totals of the dead, precisions, safe cells, nothing lost without a word."""

from __future__ import annotations

import csv
import errno
import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pandas
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from summariser.errors import SummariserError
from summariser.exports import FORMS, render, rendered
from summariser.exports.acled import time_precision
from summariser.exports.cells import safe, to_csv
from summariser.exports.common import Source
from summariser.exports.footnotes import escaped
from summariser.exports.hxl import check
from summariser.exports.records import KINDS, records
from summariser.exports.report import Named
from summariser.exports.tolls import accounts, toll
from summariser.exports.ucdp import clarity, date_precision, deaths_of, type_of_violence, where_precision
from summariser.files import cannot_write
from summariser.schemas import Claimant, Event, EventFigure, Evidence, Place, Span, Summary, When
from summariser.schemas.codebooks import (
    ActorKind,
    ActorRole,
    Certainty,
    DatePrecision,
    EventStatus,
    GeoPrecision,
    Measure,
    PopulationGroup,
    Qualifier,
    Unit,
)
from tests.unit.hostile_sample import HOSTILE, NAMES, hostile_summary
from tests.unit.sample import sample_summary

G = PopulationGroup
WORDS = Span(text="x", start=0, end=1)
PROOF = (Evidence(sentence="S1", start=0, end=1, text="x"),)
TABLES = [name for name, form in FORMS.items() if form.suffix == ".csv"]


def dead(value: float | None, group: PopulationGroup | None = G.PEOPLE, **more: Any) -> EventFigure:
    source = more.pop("by", None)
    fields: dict[str, Any] = {
        "unit": Unit.PEOPLE,
        "measure": Measure.KILLED,
        "words": WORDS,
        "evidence": PROOF,
    }
    if source:
        fields |= {"claimed_by": Claimant(name=source, words=WORDS), "certainty": Certainty.CLAIMED}
    return EventFigure(id="F1", value=value, group=group, **{**fields, **more})


def event(*figures: EventFigure, **more: Any) -> Event:
    summary = sample_summary()
    assert summary.events is not None
    return summary.events.events[0].model_copy(update={"fatalities": figures, **more})


def with_events(*events: Event) -> Summary:
    summary = sample_summary()
    assert summary.events is not None
    return summary.model_copy(update={"events": summary.events.model_copy(update={"events": events})})


class TestTolls:
    @pytest.mark.parametrize(
        ("figures", "total", "why"),
        [
            ([dead(12)], 12, "one claim"),
            ([dead(12), dead(3, G.CHILDREN)], 12, "children are among the people"),
            ([dead(5, G.CIVILIANS), dead(7, G.SOLDIERS)], 12, "groups that exclude one another add up"),
            ([dead(5, G.CIVILIANS), dead(2, G.CHILDREN), dead(1, G.WOMEN)], 5, "those lie in the civilians"),
            ([dead(3, G.WOMEN), dead(4, G.CHILDREN)], 7, "and add up among themselves"),
            ([dead(12, by="police"), dead(30, by="activists")], 12, "the lowest where sources differ"),
            ([dead(12), dead(15)], 15, "one source's higher number takes in its lower one"),
            ([dead(30, by="army", certainty=Certainty.DENIED), dead(9)], 9, "what is denied counts nothing"),
            ([dead(9, by="army", certainty=Certainty.DENIED)], None, "even alone"),
            ([dead(3, None, unit=Unit.HOUSEHOLDS)], None, "families are no people"),
            ([dead(None, low=12, qualifier=Qualifier.DOZENS)], 12, "dozens, after ACLED"),
            ([dead(None, low=100, qualifier=Qualifier.HUNDREDS)], 100, "hundreds"),
            ([dead(None, low=20, high=30, qualifier=Qualifier.BETWEEN)], 20, "a range by its low end"),
            ([dead(4, G.SOLDIERS, affiliation="A"), dead(6, G.SOLDIERS, affiliation="B")], 10, "two armies"),
            ([dead(4, G.SOLDIERS, affiliation="A"), dead(4, G.SOLDIERS)], 4, "the unnamed are the named"),
            ([dead(10), dead(8, G.CIVILIANS), dead(7, G.SOLDIERS)], 15, "one voice, parts above its whole"),
            (
                [dead(10, by="x"), dead(8, G.CIVILIANS), dead(7, G.SOLDIERS)],
                10,
                "another voice's lower whole",
            ),
            ([], None, "nobody"),
        ],
        ids=lambda value: value if isinstance(value, str) else "",
    )
    def test_totals(self, figures: list[EventFigure], total: int | None, why: str) -> None:
        assert toll(figures).total == total, why

    def test_low_and_high_span_all_claims(self) -> None:
        found = toll([dead(12, by="police"), dead(None, by="activists", low=20, high=35)])
        assert (found.low, found.total, found.high) == (12, 12, 35)

    def test_the_groups_of_one_source_stand_against_the_whole_of_another(self) -> None:
        army = [dead(6, G.SOLDIERS, by="army"), dead(4, G.CIVILIANS, by="army")]
        found = toll([*army, dead(15, by="hospital")])
        assert (found.low, found.total, found.high) == (10, 10, 15)
        sums = [(a.source, a.toll.total, a.whole) for a in accounts([*army, dead(15, by="hospital")])]
        assert sums == [("army", 10, True), ("hospital", 15, True)]

    def test_one_group_alone_is_no_account_of_all(self) -> None:
        found = toll([dead(6, G.SOLDIERS, by="army"), dead(15, by="hospital")])
        assert (found.low, found.total, found.high) == (15, 15, 15)

    def test_two_sources_that_count_all_by_groups_are_not_mixed(self) -> None:
        army = [dead(6, G.SOLDIERS, by="army"), dead(4, G.CIVILIANS, by="army")]
        found = toll([*army, dead(8, G.SOLDIERS, by="UN"), dead(5, G.CIVILIANS, by="UN")])
        assert (found.low, found.total, found.high) == (10, 10, 13)

    @pytest.mark.parametrize(
        ("figures", "upper"),
        [
            ([dead(None, low=12, qualifier=Qualifier.DOZENS)], None),
            ([dead(110, qualifier=Qualifier.AT_LEAST)], None),
            ([dead(5, G.SOLDIERS, qualifier=Qualifier.AT_LEAST), dead(4, G.CIVILIANS)], None),
            ([dead(12), dead(3, G.CHILDREN, qualifier=Qualifier.AT_LEAST)], 12),
            ([dead(5, by="police", qualifier=Qualifier.AT_LEAST), dead(12, by="mayor")], 12),
        ],
    )
    def test_a_number_without_an_upper_bound_has_none(
        self, figures: list[EventFigure], upper: int | None
    ) -> None:
        found = toll(figures)
        assert (found.upper, found.or_more) == (upper, upper is None)
        assert found.rule is not None
        assert ("no upper bound is told" in found.rule) is (upper is None)
        (row,) = csv.DictReader(io.StringIO(render([with_events(event(*figures))], "acled").decode()))
        assert row["fatalities_high"] == ("" if upper is None else str(upper))
        (row,) = csv.DictReader(io.StringIO(render([with_events(event(*figures))], "ucdp").decode()))
        assert row["high"] == ("" if upper is None else str(upper))
        assert row["best"]

    def test_an_upper_bound_alone_is_no_low_end_where_another_has_one(self) -> None:
        about = dead(100, by="rescuers", qualifier=Qualifier.ABOUT)
        found = toll([about, dead(120, by="mayor", qualifier=Qualifier.AT_MOST)])
        assert (found.low, found.total, found.upper, found.about) == (100, 100, 120, True)

    def test_up_to_a_number_may_be_nobody(self) -> None:
        found = toll([dead(60, qualifier=Qualifier.AT_MOST)])
        assert (found.low, found.total, found.high) == (0, 60, 60)


class TestUcdp:
    def test_the_dead_by_side(self) -> None:
        # Side A are rebels, side B soldiers of a state: the sample's clash.
        found = deaths_of(event(dead(6, G.FIGHTERS), dead(7, G.SOLDIERS), dead(2, G.CHILDREN), dead(20)))
        assert found is not None
        assert (found.a, found.b, found.civilians, found.unknown, found.best) == (6, 7, 2, 5, 20)

    def test_a_named_party_is_its_side(self) -> None:
        found = deaths_of(event(dead(3, G.PEOPLE, affiliation="Azawad Liberation Column"), dead(4)))
        assert found is not None
        assert (found.a, found.unknown) == (3, 1)

    @pytest.mark.parametrize(
        ("a", "b", "group", "kind"),
        [
            (ActorKind.STATE_FORCES, ActorKind.REBEL_GROUP, G.PEOPLE, 1),
            (ActorKind.STATE_FORCES, ActorKind.EXTERNAL_FORCES, G.PEOPLE, 1),
            (ActorKind.REBEL_GROUP, ActorKind.IDENTITY_MILITIA, G.PEOPLE, 2),
            (ActorKind.STATE_FORCES, ActorKind.CIVILIANS, G.PEOPLE, 3),
            (ActorKind.REBEL_GROUP, ActorKind.UNKNOWN, G.CIVILIANS, 3),
            (ActorKind.REBEL_GROUP, ActorKind.UNKNOWN, G.PEOPLE, None),
            (ActorKind.RIOTERS, ActorKind.CIVILIANS, G.PEOPLE, None),
        ],
    )
    def test_type_of_violence(
        self, a: ActorKind, b: ActorKind, group: PopulationGroup, kind: int | None
    ) -> None:
        first = event().actors[0]
        actors = (
            first.model_copy(update={"kind": a, "role": ActorRole.SIDE_A}),
            first.model_copy(update={"kind": b, "role": ActorRole.SIDE_B}),
        )
        assert type_of_violence(event(dead(1, group), actors=actors)) == kind

    def test_an_event_without_a_death_is_left_out_and_said(self) -> None:
        report = rendered([with_events(event())], "ucdp").report
        assert report.rows == 0
        assert any("nobody is counted dead" in left.reason for left in report.left_out)

    def test_a_sum_of_strikes_is_no_clear_event(self) -> None:
        strikes = dead(2, None, unit=Unit.INCIDENTS, measure=Measure.STRIKES)
        assert clarity(event()) == 1
        assert clarity(event(other_figures=(strikes,))) == 2
        assert clarity(event(status=EventStatus.ONGOING)) == 2


def when(start: str | None, end: str | None, precision: str) -> When:
    days = {"start": start and date.fromisoformat(start), "end": end and date.fromisoformat(end)}
    words = WORDS if start or end else None
    return When(words=words, precision=DatePrecision(precision), reason="why", **days)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("time", "acled", "ucdp"),
    [
        (when("2024-03-05", "2024-03-05", "day"), 1, 1),
        (when("2024-03-05", "2024-03-07", "day"), 2, 2),
        (when("2024-03-04", "2024-03-10", "week"), 2, 3),
        (when("2024-03-01", "2024-03-31", "month"), 3, 4),
        (when("2024-01-01", "2024-12-31", "year"), None, 5),
        (when("2024-03-05", None, "day"), None, None),
        (when(None, None, "unknown"), None, None),
    ],
)
def test_date_precision(time: When, acled: int | None, ucdp: int | None) -> None:
    assert (time_precision(time), date_precision(time)) == (acled, ucdp)


@pytest.mark.parametrize(
    ("precision", "name", "code"),
    [("place", "Goma", 1), ("near", "Goma", 2), ("admin", "North Kivu", 4), ("admin", "Masisi", 3),
     ("country", "DR Congo", 6), ("unresolved", None, None)],
)  # fmt: skip
def test_where_precision(precision: str, name: str | None, code: int | None) -> None:
    place = Place(
        words=WORDS,
        name=name,
        admin="North Kivu",
        precision=GeoPrecision(precision),
        reason="r",
        evidence=PROOF,
    )
    assert where_precision(place) == code


class TestSafety:
    @pytest.mark.parametrize("name", NAMES)
    def test_a_formula_is_text(self, name: str) -> None:
        found = safe(name)
        assert found.lstrip("\u200b\"'`")[:1] not in "=+-@＝" or found.startswith("'")
        assert "\n" not in found
        assert "\r" not in found

    @pytest.mark.parametrize("text", ["Goma", "a=b", "5-6 people", "x@y", "’tis", "مدينة", "1=1", ""])
    def test_other_text_stays(self, text: str) -> None:
        assert safe(text) == text

    @given(st.lists(st.text(), min_size=1, max_size=3))
    def test_any_text_comes_back_on_one_line_and_is_no_formula(self, texts: list[str]) -> None:
        columns = [f"c{n}" for n in range(len(texts))]
        content = to_csv(columns, [dict(zip(columns, texts, strict=True))]).decode("utf-8")
        assert content.count("\n") == 2
        (_, cells) = list(csv.reader(io.StringIO(content)))
        assert cells == [safe(text) for text in texts]
        assert not [cell for cell in cells if cell[:1] in tuple("=+-@\t\r\n") and cell]
        assert [safe(cell) for cell in cells] == cells or any(cell.startswith("'") for cell in cells)

    def test_numbers_keep_their_sign(self) -> None:
        assert to_csv(("a", "b"), [{"a": -12.5, "b": -3}]) == b"a,b\n-12.5,-3\n"

    @pytest.mark.parametrize("form", TABLES)
    def test_no_cell_of_a_table_is_a_formula(self, form: str) -> None:
        content = render([hostile_summary()], form).decode("utf-8")
        rows = list(csv.reader(io.StringIO(content)))
        for cell in (cell for row in rows for cell in row):
            assert cell[:1] not in tuple("=@\t\r") or cell == ""
            assert cell[:1] not in tuple("+-") or cell == "" or float(cell) is not None
            assert not set(cell) & set("\x00\x1b\u202e\n\r\t")

    def test_geojson_holds_no_tag_and_the_same_text(self) -> None:
        content = render([hostile_summary()], "geojson")
        assert b"<" not in content
        features = json.loads(content)["features"]
        assert "<script>" in features[0]["properties"]["evidence"]

    def test_a_brief_shows_the_text_and_obeys_none_of_it(self) -> None:
        brief = render([hostile_summary()], "markdown").decode("utf-8")
        tokens = [t for token in MarkdownIt("commonmark").enable("table").parse(brief) for t in flat(token)]
        kinds = {token.type for token in tokens}
        assert not kinds & {
            "html_block",
            "html_inline",
            "link_open",
            "image",
            "code_block",
            "fence",
            "table_open",
        }
        assert {t.content for t in tokens if t.type == "code_inline"} <= set(articles_of(brief))
        shown = "".join(token.content for token in tokens if token.type in {"text", "text_special"})
        assert "[a](javascript:b) <script>c</script>" in shown
        assert "*d* `e`" in shown

    @pytest.mark.parametrize(
        ("text", "written"),
        [
            ("https://x.example", "https&#58;//x.example"),
            ("www.x.example", "www&#46;x.example"),
            ("a@b.example", "a&#64;b.example"),
            ("~~a~~ [^1]", "\\~\\~a\\~\\~ \\[\\^1\\]"),
            ("سنجة", "\u2068سنجة\u2069"),
            ("12.5 km (about 8 mi.) - no", "12.5 km (about 8 mi.) - no"),
        ],
    )
    def test_escaping(self, text: str, written: str) -> None:
        assert escaped(text) == written

    def test_a_long_cell_of_the_workbook_is_cut_and_said(self) -> None:
        long = "x" * 40_000
        proof = (Evidence(sentence="S1", start=0, end=len(long), text=long),)
        content, report = rendered([with_events(event(evidence=proof))], "excel")
        assert [left.field for left in report.left_out] == ["evidence"]
        sheet = openpyxl.load_workbook(io.BytesIO(content))["Events"]
        assert max(len(str(cell.value)) for cell in sheet[2]) == 32_767


def flat(token: Token) -> list[Token]:
    return [token, *(token.children or [])]


def articles_of(brief: str) -> list[str]:
    return [word.strip("`") for word in brief.split() if word.startswith("`article-")]


class TestNothingIsLost:
    @pytest.mark.parametrize("form", FORMS)
    def test_every_record_is_a_row_or_said(self, form: str) -> None:
        planned = event(dead(5), status=EventStatus.PLANNED)
        summaries = [with_events(event(dead(5)), planned), hostile_summary()]
        content, report = rendered(summaries, form)
        every = [str(r.cells["id"]) for s in summaries for r in records(Source.of(Named(s)))]
        said = {left.record for left in report.left_out if left.field is None}
        text = self._text(content, form)
        parents = {
            kind for kind in KINDS if kind != "figure"
        }  # a figure is in its parent's row, or said with it
        if form == "markdown":
            assert len([i for i in every if i.split("-")[0] in parents]) == report.rows + len(
                [i for i in said if i.startswith("issue")]
            ) + len([i for i in every if i.startswith("narrative")])
            return
        for id_ in every:
            assert id_ in said or id_ in text or id_.startswith("figure") or self._is_site(id_, form), id_

    @staticmethod
    def _is_site(id_: str, form: str) -> bool:
        return form == "idmc" and id_.startswith("site-")  # its figures are the rows

    @staticmethod
    def _text(content: bytes, form: str) -> str:
        if form == "parquet":
            return " ".join(pandas.read_parquet(io.BytesIO(content))["id"])
        if form == "excel":
            book = openpyxl.load_workbook(io.BytesIO(content))
            return " ".join(str(row[0].value) for sheet in book for row in sheet.iter_rows())
        return content.decode("utf-8")

    @pytest.mark.parametrize("status", [EventStatus.THREATENED, EventStatus.PLANNED, EventStatus.DENIED])
    @pytest.mark.parametrize("form", FORMS)
    def test_the_dead_of_what_did_not_happen_are_counted_nowhere(
        self, form: str, status: EventStatus
    ) -> None:
        content = render([with_events(event(dead(4711), status=status))], form)
        if form == "parquet":
            frame = pandas.read_parquet(io.BytesIO(content))
            assert 4711 not in set(frame["number"].dropna())
            assert 4711 in set(frame["value"].dropna())
        elif form == "excel":
            sheets = pandas.read_excel(io.BytesIO(content), sheet_name="Figures")
            assert 4711 not in set(sheets["number"].dropna())
        elif form == "geojson":
            features = json.loads(content)["features"]
            assert [f["properties"]["fatalities"] for f in features if "fatalities" in f["properties"]] == [
                None
            ]
        elif form == "markdown":
            brief = content.decode("utf-8")
            section = brief.index("## Threatened, planned or denied")
            assert brief.index("4,711") > section
        else:
            assert b"4711" not in content


class TestHxlTags:
    def test_good_ones_pass(self) -> None:
        check(("#event+type", "#affected+killed+f+ind", "#geo+lat"))

    @pytest.mark.parametrize("tags", [("event",), ("#Event",), ("#foo",), ("#geo+",), ("#geo", "#geo")])
    def test_bad_ones_do_not(self, tags: tuple[str, ...]) -> None:
        with pytest.raises(SummariserError):
            check(tags)


def test_hostile_text_is_what_the_tests_think() -> None:
    assert HOSTILE.startswith("=")


def test_a_folder_that_is_there_and_takes_no_files_is_not_said_to_be_missing(tmp_path: Path) -> None:
    refused = FileNotFoundError(errno.ENOENT, "No such file or directory")  # as /proc answers
    assert "its folder takes no new files" in str(cannot_write(tmp_path / "x.csv", refused))
    assert "its folder does not exist" in str(cannot_write(tmp_path / "none" / "x.csv", refused))
