"""The page: one file that asks for nothing, in which no text of an article is markup."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser
from importlib import resources
from pathlib import Path

import pytest

from summariser.errors import ConfigurationError, DiskFull
from summariser.evals.report import SuiteScores, render, write_report
from summariser.evals.report.page import NOTICE
from summariser.evals.report.views import letter, suite_names
from summariser.evals.tally import Metric, add_up
from tests.browser.report_runs import MARKUP, METRICS, OVERRIDE, report_runs

MADE = datetime(2024, 5, 6, 7, 8, tzinfo=UTC)
OWN = resources.files("summariser.evals.report")
SCRIPT, STYLE = OWN.joinpath("script.js").read_text("utf-8"), OWN.joinpath("style.css").read_text("utf-8")


class Page(HTMLParser):
    """Elements, attributes and the text of each table row."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.rows: list[list[str]] = []
        self.text = ""
        self.scripts: list[str] = []
        self.styles: list[str] = []
        self._open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag == "tr":
            self.rows.append([])
        if tag in {"th", "td"}:
            self.rows[-1].append("")
        if tag in {"script", "style"}:
            (self.scripts if tag == "script" else self.styles).append("")
        self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        inside = self._open[-1] if self._open else ""
        if inside in {"script", "style"}:
            (self.scripts if inside == "script" else self.styles)[-1] += data
            return
        self.text += data
        if {"th", "td"} & set(self._open):
            self.rows[-1][-1] += data


@pytest.fixture(scope="module")
def html() -> str:
    return render(report_runs(), made=MADE)


@pytest.fixture(scope="module")
def page(html: str) -> Page:
    return Page(html)


def row(page: Page, name: str) -> list[str]:
    return next(cells for cells in page.rows if cells and cells[0].startswith(name))


# --- self-contained ---------------------------------------------------------------------------------


def test_it_asks_for_nothing(page: Page) -> None:
    for tag, attributes in page.elements:
        for name in ("src", "href", "xlink:href", "srcset", "poster", "action", "data", "background"):
            assert (attributes.get(name) or "#").startswith("#"), (tag, name)
    assert not {tag for tag, _ in page.elements} & {
        "link",
        "img",
        "iframe",
        "object",
        "embed",
        "base",
        "image",
    }
    assert "url(" not in STYLE
    assert "@import" not in STYLE
    assert not re.search(r"https?:|fetch\(|XMLHttpRequest|import\(|WebSocket|sendBeacon", SCRIPT + STYLE)


def test_the_policy_allows_this_script_and_this_style_and_nothing_else(page: Page) -> None:
    policy = next(a["content"] for t, a in page.elements if a.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    assert rules["script-src"] == f"'{digest(page.scripts[1])}'"
    assert rules["style-src"] == f"'{digest(page.styles[0])}'"
    assert "unsafe" not in policy


def digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def test_nothing_is_styled_or_run_from_an_attribute(page: Page) -> None:
    for tag, attributes in page.elements:
        assert not [name for name in attributes if name.startswith("on") or name == "style"], tag


@pytest.mark.parametrize(
    "word", ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "DOMParser"]
)
def test_the_script_makes_no_markup_from_text(word: str) -> None:
    assert word not in SCRIPT


@pytest.mark.parametrize("text", [SCRIPT, STYLE], ids=["script", "style"])
def test_our_own_files_do_not_end_their_element(text: str) -> None:
    assert not re.search(r"</(script|style)|<!--|\r", text, re.IGNORECASE)


# --- escaping ---------------------------------------------------------------------------------------


def test_text_of_articles_and_labels_is_no_markup(html: str, page: Page) -> None:
    tags = [tag for tag, _ in page.elements]
    assert tags.count("script") == 2
    assert "img" not in tags
    assert MARKUP not in html
    assert OVERRIDE not in page.text


def test_names_and_reasons_are_escaped_and_overrides_made_visible() -> None:
    run = report_runs()[0]
    evil = f"{MARKUP}{OVERRIDE}\x00\ud800"
    head = run.head.model_copy(update={"not_run": {MARKUP: evil}})
    metric = replace(METRICS[0], name=MARKUP, meaning=evil)
    suites = (
        replace(run.suites[0], name=f"suite {MARKUP}", metrics=(metric,)),
        SuiteScores("x", True, (), (), evil),
    )
    html = render([replace(run, name=evil, model=evil, strategy=evil, head=head, suites=suites)], made=MADE)
    page = Page(html)
    assert [tag for tag, _ in page.elements].count("script") == 2
    assert not {tag for tag, _ in page.elements} & {"img"}
    assert "[U+202E]gnihton" in page.text
    html.encode("utf-8")


# --- figures ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("metric", METRICS, ids=lambda m: m.name)
def test_the_page_shows_what_the_tallies_say(page: Page, metric: Metric) -> None:
    for number, run in enumerate(report_runs()):
        total = add_up(run.suites[0].tallies()).get(metric.tally)
        value = total.value(metric.kind) if total else None
        shown = row(page, metric.name)[1 + number].split()[0]
        if value is None:
            assert shown == "–"
        else:
            assert float(shown) == pytest.approx(value, abs=0.006 if metric.kind == "ratio" else 0.0006)


def test_what_was_not_scored_is_a_dash_everywhere(html: str, page: Page) -> None:
    rows = [cells for cells in page.rows if cells[0].startswith(("never_scored", "no-event"))]
    assert len(rows) >= 3
    for cells in rows:
        assert {cell.strip() for cell in cells[1:]} == {"–"}
    assert not re.search(r"never_scored, run .: 0", html)


def test_figures_by_trait_and_field_are_there(page: Page) -> None:
    assert row(page, "ar")[1].split()[0] == "0.667"
    assert row(page, "event: date")[1].split()[0] == "0.000"
    assert row(page, "displacement: number")[1:] == ["–", "1.000 n 1"]
    described = [a["aria-labelledby"] for t, a in page.elements if t == "svg" and a.get("role") == "img"]
    ids = {a["id"] for _, a in page.elements if a.get("id")}
    assert described
    assert all(set((label or "").split()) <= ids for label in described)


def test_what_did_not_run_says_why(page: Page) -> None:
    assert "Not run in A and B: the file muc4.jsonl is not there" in " ".join(page.text.split())
    assert "Not run in A and B: the article is not on this machine" in " ".join(page.text.split())


def test_a_suite_of_one_run_only() -> None:
    one, two = report_runs()
    page = Page(render([one, replace(two, suites=two.suites[:1])], made=MADE))
    assert "Not run in B: not asked for" in " ".join(page.text.split())
    assert row(page, "fact_f1")[2].strip() == "not run"


def test_third_party_text_is_announced(page: Page) -> None:
    assert NOTICE in page.text
    own = [replace(run, suites=(run.suites[0], run.suites[2])) for run in report_runs()]
    assert NOTICE not in Page(render(own, made=MADE)).text, "a suite that did not run brings no text"


@pytest.mark.parametrize("count", [0, 1, 2, 7])
def test_any_number_of_runs(count: int) -> None:
    runs = [replace(report_runs()[n % 2], name=f"run {n}") for n in range(count)]
    page = Page(render(runs, made=MADE))
    for number in range(count):
        assert f"run {number}" in page.text
        assert letter(number) in page.text


def test_it_is_the_same_page_every_time(html: str) -> None:
    assert render(report_runs(), made=MADE) == html
    assert "2024-05-06 07:08 UTC" in html


def test_suites_stand_in_the_order_of_the_runs() -> None:
    assert suite_names(report_runs()) == ["newsroom", "idmc", "muc4", "baghouz"]
    assert [letter(n) for n in (0, 25, 26, 27, 52)] == ["A", "Z", "AA", "AB", "BA"]


# --- the file ---------------------------------------------------------------------------------------


def test_the_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text("old")
    write_report(path, report_runs())
    assert path.read_text("utf-8").startswith("<!doctype html>")
    assert [p.name for p in tmp_path.iterdir()] == ["report.html"]


def test_a_page_that_cannot_be_made_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "report.html"
    path.write_text("old")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(DiskFull):
        write_report(path, report_runs())
    assert path.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["report.html"]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="its folder does not exist"):
        write_report(tmp_path / "none" / "report.html", report_runs())


# --- contrast ---------------------------------------------------------------------------------------

TEXT = (
    "ink",
    "quiet",
    "link",
    "right",
    "part",
    "wrong",
    "run-0",
    "run-1",
    "run-2",
    "run-3",
    "run-4",
    "run-5",
)
MARKS = ("gold-line", "predicted-line", "whisker")


def schemes() -> Iterator[dict[str, str]]:
    light, dark = re.findall(r":root \{([^}]*--page[^}]*)\}", STYLE)[:2]
    for block in (light, dark):
        yield dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block))


def luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, two: str) -> float:
    dark, light = sorted((luminance(one), luminance(two)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", list(schemes()), ids=["light", "dark"])
def test_colours_can_be_read(scheme: dict[str, str]) -> None:
    pairs = [(text, ground) for text in TEXT for ground in ("page", "panel")]
    pairs += [("ink", "gold"), ("ink", "predicted"), ("notice-ink", "notice"), ("page", "link")]
    pairs += [("on-run", f"run-{n}") for n in range(6)]
    low = {pair: contrast(*(scheme[name] for name in pair)) for pair in pairs}
    assert not {pair: value for pair, value in low.items() if value < 4.5}
    lines = {name: contrast(scheme[name], scheme["panel"]) for name in MARKS}
    assert not {name: value for name, value in lines.items() if value < 3}
