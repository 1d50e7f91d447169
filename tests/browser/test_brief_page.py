"""A brief in Chromium: opened from disk, in both colours, on desk and phone, a hostile article in it."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from summariser.brief import BriefOptions, make_brief, to_html
from tests.browser.chromium import DESK, MISSING, PHONE, launched
from tests.unit.reports import event, killed, summary
from tests.unit.sample import sample_summary

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.skipif(bool(MISSING), reason="; ".join(MISSING))
NASTY = '<img src=x onerror="window.ran=1"><script>window.ran=1</script>' + "unbroken" * 30
AXE = importlib.util.find_spec("axe_playwright_python")


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page on disk."""
    arabic = event(where="الدندر", a=["الدعم السريع"], figures=[killed(14, by="غرفة الطوارئ")])
    told = [
        summary("early", event(figures=[killed(14, by="mayor")]), arabic, published=date(2024, 9, 7)),
        summary("late", event(figures=[killed(17, by="mayor")]), event(9), published=date(2024, 9, 8)),
        summary("army", event(dead=40), source=NASTY),
        sample_summary(),
    ]
    file = tmp_path_factory.mktemp("brief") / "brief.html"
    file.write_text(to_html(make_brief(told, BriefOptions(title=NASTY))), "utf-8")
    return file


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with launched() as found:
        yield found


def _open(browser: Browser, path: Path, size: tuple[int, int], colours: str, said: list[str]) -> Page:
    page = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme=colours,  # type: ignore[arg-type]
        bypass_csp=False,
    ).new_page()
    page.on("console", lambda message: said.append(message.text))
    page.on("request", lambda request: said.append(request.url) if "file:" not in request.url else None)
    page.goto(path.as_uri())
    return page


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("size", [DESK, PHONE, (320, 640)], ids=["desk", "phone", "small"])
def test_it_asks_for_nothing_runs_nothing_and_fits(
    browser: Browser, path: Path, size: tuple[int, int], colours: str
) -> None:
    said: list[str] = []
    page = _open(browser, path, size, colours, said)
    for summary_ in page.locator("summary").all():
        summary_.click()
    assert said == []
    assert page.evaluate("window.ran ?? null") is None
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    assert page.evaluate("getComputedStyle(document.querySelector('.event')).borderTopStyle") == "solid"


def test_a_figures_number_leads_to_its_sentence(browser: Browser, path: Path) -> None:
    page = _open(browser, path, DESK, "light", [])
    row = page.locator(".claims tr:has(.said)", has_text="17").first
    row.locator(".ref").click()
    assert page.locator(".notes li:target").inner_text().endswith("A toll of 17, mayor")


def test_a_replaced_toll_is_struck_out(browser: Browser, path: Path) -> None:
    page = _open(browser, path, DESK, "light", [])
    assert "replaced later by its source" in page.locator("tr.later").first.inner_text()


def test_the_keyboard_reaches_the_brief_first(browser: Browser, path: Path) -> None:
    page = _open(browser, path, DESK, "light", [])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"


@pytest.mark.skipif(AXE is None, reason="axe-playwright-python is not installed")
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_nobody_is_shut_out(browser: Browser, path: Path, colours: str) -> None:
    """axe-core finds nothing; its own script needs the policy out of the way."""
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415

    page = browser.new_context(color_scheme=colours, bypass_csp=True).new_page()  # type: ignore[arg-type]
    page.goto(path.as_uri())
    found = Axe().run(page).response["violations"]
    assert [(v["id"], v["impact"], v["nodes"][0]["html"][:120]) for v in found] == []
