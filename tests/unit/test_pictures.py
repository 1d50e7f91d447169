"""Pictures: what they show and say, the same bytes twice, and names that nobody has to guess."""

from __future__ import annotations

import io
import sys
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import matplotlib
import pytest
from PIL import Image

from summariser.cli import main
from summariser.errors import ConfigurationError, MissingExtra
from summariser.exports import Named
from summariser.exports.common import Source
from summariser.exports.report import Notes
from summariser.outline import whole
from summariser.pictures import FORMS, KINDS, picture, pictured, save_picture, tolls
from summariser.pictures.displacement import bars
from summariser.pictures.extra import drawing, new_figure, saved, unwritable
from summariser.pictures.land import around, countries
from summariser.pictures.maps import _one_side, dots
from summariser.pictures.names import set_names
from summariser.pictures.style import label, shortened, unmarked
from summariser.pictures.tolls import Claim, claims
from summariser.schemas import Event, Summary
from summariser.schemas.codebooks import EventStatus, MovementStatus, PopulationGroup, Qualifier
from tests.unit.hostile_sample import hostile_summary
from tests.unit.reports import event, killed, summary
from tests.unit.sample import empty_summary, sample_summary


def sources(*summaries: Summary) -> list[Source]:
    return [Source.of(Named(summary)) for summary in summaries or (sample_summary(),)]


def with_events(**changes: Any) -> Summary:
    summary = sample_summary()
    assert summary.events is not None
    changed: tuple[Event, ...] = tuple(e.model_copy(update=changes) for e in summary.events.events)
    return summary.model_copy(update={"events": summary.events.model_copy(update={"events": changed})})


@pytest.mark.parametrize("kind", KINDS)
class TestEveryKind:
    @pytest.mark.parametrize("form", FORMS)
    def test_the_same_bytes_twice(self, kind: str, form: str) -> None:
        assert picture([sample_summary()], kind, form) == picture([sample_summary()], kind, form)

    def test_the_users_own_settings_change_nothing(self, kind: str) -> None:
        before = picture([sample_summary()], kind)
        with matplotlib.rc_context({"font.size": 20, "axes.facecolor": "red", "svg.fonttype": "none"}):
            assert picture([sample_summary()], kind) == before

    def test_nothing_to_show_is_a_picture_too(self, kind: str) -> None:
        content, report = pictured([empty_summary()], kind, "png")
        assert Image.open(io.BytesIO(content)).format == "PNG"
        assert report.drawn == 0

    def test_hostile_words_are_letters(self, kind: str) -> None:
        root = ElementTree.fromstring(picture([hostile_summary()], kind))
        tags = {element.tag.rpartition("}")[2] for element in root.iter()}
        assert not tags & {"script", "a", "foreignObject", "image", "iframe"}
        assert root.attrib["role"] == "img"
        assert root.attrib["aria-label"] == KINDS[kind].title


def told(days: list[int], by: int) -> list[Summary]:
    """An event on each of some days of September 2024, with so many claimants."""
    figures = [killed(5 + 3 * n, by=f"claimant {n}") for n in range(by)]
    return [summary(f"of {day}", event(day, figures=figures)) for day in days]


def drawn(summaries: list[Summary]) -> tuple[Any, list[Claim], dict[date, list[float]]]:
    """The picture's axes, its claims, and where the marks of each day stand."""
    with drawing():
        figure, _ = tolls.draw(sources(*summaries), Notes())
        found = claims(sources(*summaries), Notes())
        (axes,) = figure.axes
        marks = [line.get_xdata()[0] for line in axes.lines if len(line.get_xdata()) == 1]
    stand: dict[date, list[float]] = {}
    for claim, at in zip(found, marks, strict=True):
        stand.setdefault(claim.day, []).append(at)
    return axes, found, stand


class TestDaysOfTolls:
    @pytest.mark.parametrize("by", [1, 2, 5, 12])
    @pytest.mark.parametrize(
        "days", [[6], [6, 7], [6, 9], [1, 3, 4, 28], [1, 2, 300, 900]], ids=lambda days: f"{len(days)}"
    )
    def test_every_mark_stands_at_its_own_day(self, days: list[int], by: int) -> None:
        axes, _, stand = drawn(told(days, by))
        assert len(stand) == len(days)
        for day, places in stand.items():
            assert all(abs(at - day.toordinal()) <= 0.4 for at in places), "within its day, with room"
            assert len(set(places)) == by
            assert sum(places) / by == pytest.approx(day.toordinal()), "around the day's own tick"
        left, right = axes.get_xlim()
        assert all(left < at < right for places in stand.values() for at in places)

    def test_each_day_has_its_band(self) -> None:
        axes, _, stand = drawn(told([6, 7, 12], 2))
        bands = sorted((patch.get_x(), patch.get_x() + patch.get_width()) for patch in axes.patches)
        assert bands == [(day.toordinal() - 0.5, day.toordinal() + 0.5) for day in sorted(stand)]

    @pytest.mark.parametrize("days", [[6], [6, 7], [1, 3, 4, 28], [1, 2, 300, 900]], ids=str)
    def test_ticks_are_days_that_have_claims(self, days: list[int]) -> None:
        axes, _, stand = drawn(told(days, 2))
        named = [label.get_text() for label in axes.get_xticklabels()]
        assert named
        assert set(named) <= {day.isoformat() for day in stand}
        marked = {*axes.get_xticks(), *axes.get_xticks(minor=True)}
        assert marked == {day.toordinal() for day in stand}

    @pytest.mark.parametrize(("days", "said"), [([6, 9], "side by side"), ([1, 900], "over one another")])
    def test_it_says_how_the_marks_of_a_day_stand(self, days: list[int], said: str) -> None:
        axes, _, _ = drawn(told(days, 4))
        assert said in axes.figure.get_supxlabel()


class TestTolls:
    def test_a_number_for_each_claimant_and_event(self) -> None:
        found = claims(sources(), Notes())
        assert [(c.day, c.claimant, c.total, c.where) for c in found] == [
            (date(2025, 11, 15), "Hamma ag Elmehdi", 36, "Inekar"),
            (date(2025, 11, 15), "Harmattan Wire", 12, "Inekar"),
            (date(2025, 11, 15), "Issa Dembélé", 48, "Inekar"),
            (date(2025, 11, 16), "Mariam Wallet Oumar", 12, "Tinfadimata"),
        ]

    def test_the_marks_of_one_place_and_of_one_event_stand_together(self) -> None:
        said = [killed(10, by="army"), killed(15, by="hospital")]
        reports = [
            summary(name, event(where=place, figures=said))
            for name, place in (("a", "Kodok"), ("b", "Akoka"), ("c", "Kodok"), ("d", "Akoka"))
        ]
        found = claims(sources(*reports), Notes())
        assert [c.where for c in found] == ["Akoka"] * 4 + ["Kodok"] * 4
        events = [c.event for c in found]
        assert [events[i] == events[i + 1] for i in range(0, 8, 2)] == [True] * 4
        (axes,) = tolls.draw(sources(*reports), Notes())[0].axes
        linked = [line for line in axes.lines if line.get_linestyle() == ":"]
        assert [list(line.get_ydata()) for line in linked] == [[10, 15]] * 4

    def test_who_counts_one_group_alone_is_hollow_beside_who_counts_all(self) -> None:
        said = [killed(6, by="army", group=PopulationGroup.SOLDIERS), killed(15, by="hospital")]
        found = claims(sources(summary("a", event(figures=said))), Notes())
        assert {c.claimant: c.part for c in found} == {"army": True, "hospital": False}
        figure, _ = tolls.draw(sources(summary("a", event(figures=said))), Notes())
        faces = {tuple(line.get_ydata()): line.get_markerfacecolor() for line in figure.axes[0].lines}
        assert faces[(6,)] == "white" != faces[(15,)]
        assert "Hollow" in figure.get_supxlabel()
        alone = claims(sources(summary("a", event(figures=said[:1]))), Notes())
        assert [c.part for c in alone] == [False]

    def test_no_upper_bound_is_at_least(self) -> None:
        said = [
            killed(low=12, by="mayor", qualifier=Qualifier.DOZENS),
            killed(14, by="governor", qualifier=Qualifier.AT_LEAST),
            killed(20, by="police"),
        ]
        found = claims(sources(summary("a", event(figures=said))), Notes())
        assert {c.claimant: c.more for c in found} == {"mayor": True, "governor": True, "police": False}

    @pytest.mark.parametrize("status", [EventStatus.PLANNED, EventStatus.THREATENED, EventStatus.DENIED])
    def test_nobody_died_of_what_did_not_happen(self, status: EventStatus) -> None:
        notes = Notes()
        assert claims(sources(with_events(status=status)), notes) == []
        assert all(status.value in left.reason for left in notes.left_out)
        assert len(notes.left_out) == 2


class TestDisplacement:
    def test_claims_of_one_place_and_term_are_a_range(self) -> None:
        summary = sample_summary()
        assert summary.humanitarian is not None
        first = next(f for f in summary.humanitarian.displacement if f.destination is not None)
        more = first.model_copy(update={"id": "F90", "value": 9900})
        facts = summary.humanitarian.model_copy(update={"displacement": (first, more)})
        (bar, *_) = bars(sources(summary.model_copy(update={"humanitarian": facts})), Notes())
        assert (bar.low, bar.high, bar.claims, bar.done) == (8500, 9900, 2, True)

    def test_what_is_planned_is_not_done(self) -> None:
        summary = sample_summary()
        assert summary.humanitarian is not None
        planned = summary.humanitarian.displacement[0].model_copy(update={"status": MovementStatus.PLANNED})
        facts = summary.humanitarian.model_copy(update={"displacement": (planned,)})
        (bar,) = bars(sources(summary.model_copy(update={"humanitarian": facts})), Notes())
        assert (bar.done, bar.high) == (False, 8500)

    def test_denied_figures_are_left_out_and_said(self) -> None:
        summary = sample_summary()
        assert summary.humanitarian is not None
        denied = tuple(
            f.model_copy(update={"status": MovementStatus.DENIED}) for f in summary.humanitarian.displacement
        )
        facts = summary.humanitarian.model_copy(update={"displacement": denied, "planned_returns": ()})
        notes = Notes()
        assert bars(sources(summary.model_copy(update={"humanitarian": facts})), notes) == []
        assert len(notes.left_out) == len(denied)


class TestMap:
    def test_places_with_coordinates_alone(self) -> None:
        notes = Notes()
        found = dots(sources(), notes)
        assert {(dot.lon, dot.lat) for dot in found} == {(3.14, 15.95), (2.4, 15.92)}
        assert any("knows no place of this name" in left.reason for left in notes.left_out)

    def test_what_did_not_happen_is_hollow_and_has_no_size(self) -> None:
        events = [d for d in dots(sources(with_events(status=EventStatus.PLANNED)), Notes()) if d.type]
        assert [(dot.done, dot.size) for dot in events] == [(False, 0)]

    def test_over_the_date_line_places_stay_together(self) -> None:
        dot = dots(sources(), Notes())[0]
        moved = type(dot)
        west = moved(-178.0, -17.0, "a", "event", dot.type, 0, True)
        east = moved(177.0, -17.5, "b", "event", dot.type, 0, True)
        assert sorted(d.lon for d in _one_side([west, east])) == [177.0, 182.0]

    def test_a_ring_over_the_date_line_does_not_cross_the_map(self) -> None:
        assert whole(((179.0, 0.0), (-179.0, 0.0), (-179.0, 1.0), (179.0, 1.0))) == [
            (179.0, 0.0), (181.0, 0.0), (181.0, 1.0), (179.0, 1.0),
        ]  # fmt: skip

    def test_countries_are_named_where_they_are_seen(self) -> None:
        window = around([(2.4, 15.9), (3.1, 16.0)])  # the east of Mali
        names = {name: (x, y) for name, x, y in countries(window)}
        assert {"Mali", "Niger"} <= set(names)
        assert all(window.west <= x <= window.east for x, _ in names.values())
        assert names["Mali"][0] < names["Niger"][0]

    def test_the_world_has_too_many(self) -> None:
        assert countries(around([])) == []


class TestNames:
    def test_names_cover_no_name_and_no_mark(self) -> None:
        with drawing():
            figure = new_figure(6, 4)
            axes = figure.add_subplot()
            axes.set_xlim(0, 10)
            axes.set_ylim(0, 10)
            points = [(f"A place of name {n}", 3 + n % 4, 3 + n / 20) for n in range(30)]
            set_names(figure, axes, points, [(x, y) for _, x, y in points])
            boxes = [text.get_window_extent() for text in axes.texts]
            assert 2 <= len(boxes) < 30
            assert not any(a.overlaps(b) for i, a in enumerate(boxes) for b in boxes[:i])
            marks = axes.transData.transform([(x, y) for _, x, y in points])
            assert not any(box.contains(x, y) for box in boxes for x, y in marks)

    def test_arabic_is_joined_and_runs_from_the_right(self) -> None:
        # The letters of a word in their joined forms are drawn otherwise than each alone.
        def width(text: str) -> float:
            figure = new_figure(4, 1)
            return float(figure.text(0, 0, text).get_window_extent().width)

        with drawing():
            assert width("سنجة") < sum(map(width, "سنجة")) * 0.95

    def test_what_stands_beside_arabic_keeps_its_order(self) -> None:
        def drawn(text: str) -> bytes:
            figure = new_figure(4, 1)
            figure.text(0.1, 0.5, text)
            return saved(figure, "png", "x")

        with drawing():
            # From the left: the word, the name, the term; and not turned round by a name in front.
            assert drawn(label("سنجة", "displaced")) == drawn("\u200eسنجة\u200e · \u200edisplaced")
            assert drawn(label("سنجة", "displaced")) != drawn("سنجة · displaced")

    def test_letters_that_the_font_lacks_are_named(self) -> None:
        with drawing():
            assert unwritable(["Goma", "سنجة", "金沙江"]) == "金沙江"

    @pytest.mark.parametrize(
        ("text", "short"), [("a" * 40, "a" * 33 + "…"), ("a\nb", "a b"), ("\u202eabc", "\ufffdabc")]
    )
    def test_names_are_short_and_plain(self, text: str, short: str) -> None:
        assert shortened(text) == short


class TestUse:
    def test_into_a_file(self, tmp_path: Path) -> None:
        target = tmp_path / "map.svg"
        report = save_picture([sample_summary()], "map", target)
        assert target.read_bytes() == picture([sample_summary()], "map")
        assert report.drawn > 3

    @pytest.mark.parametrize(
        ("kind", "name", "said"),
        [
            ("pie", "x.svg", "no picture 'pie'"),
            ("map", "x.pdf", "cannot be 'pdf'"),
            ("map", "x", "without an"),
        ],
    )
    def test_mistakes(self, kind: str, name: str, said: str, tmp_path: Path) -> None:
        with pytest.raises(ConfigurationError, match=said):
            save_picture([sample_summary()], kind, tmp_path / name)
        assert list(tmp_path.iterdir()) == []

    def test_a_name_that_says_something_else_is_refused(
        self, tmp_path: Path, capfd: pytest.CaptureFixture[str]
    ) -> None:
        summary, target = tmp_path / "s.json", tmp_path / "tolls.docx"
        summary.write_text(sample_summary().model_dump_json(), encoding="utf-8")
        assert main(["picture", str(summary), "--kind", "tolls", "-o", str(target)]) == 2
        assert "ends in .docx: a picture cannot be written there. Let it end in .svg or .png" in (
            capfd.readouterr().err
        )
        assert not target.exists()

    def test_without_the_extra(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "matplotlib", None)
        with pytest.raises(MissingExtra, match=r"pip install 'summariser\[pictures\]'"):
            picture([sample_summary()], "map")

    def test_from_the_command_line(self, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
        summary, target = tmp_path / "s.json", tmp_path / "tolls.png"
        summary.write_text(sample_summary().model_dump_json(), encoding="utf-8")
        assert main(["picture", str(summary), "--kind", "tolls", "-o", str(target)]) == 0
        assert Image.open(target).format == "PNG"
        assert "2 records of 1 articles in" in capfd.readouterr().err


def test_a_mark_of_the_article_is_not_taken_for_the_pictures_own() -> None:
    assert unmarked(label("in", "Ukraine", between=" "), between=" ") == "in Ukraine"
    assert unmarked(label("in", "a \u200eb", between=" "), between=" ") == "in a \u200eb"
    assert unmarked(label("in", None)) == "in"
