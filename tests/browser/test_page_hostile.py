"""Hostile articles on the page: nothing of them runs, loads, or becomes an element, wherever it is shown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("fastapi")

from summariser.articles import Article
from summariser.evals.suites.base import Case
from summariser.evals.suites.injection import CLEAN, INJECTION
from summariser.page.folder import About, Folder
from summariser.page.label_check import check
from tests.browser.chromium import MISSING, Seen
from tests.browser.page_server import Served, finished, serve_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.skipif(bool(MISSING), reason="; ".join(MISSING))

KINDS = ("markup", "bidi", "code")
CASES: list[Case] = [
    case for case in INJECTION.cases() if case.id.startswith(KINDS) and not case.id.endswith(CLEAN)
][:6]
MARK = (
    'Report. <script>window.pwned=1</script><img src=x onerror="window.pwned=2"> {{7*7}} '
    "</textarea></script><svg onload=window.pwned=3>"
)
OWN = Article(
    f"{MARK}\nGunmen killed two people in Goma on Monday. \u202ereversed\u202c text.",
    title=f"\u202e{MARK}",
    source=MARK,
    name="<b>name</b>",
)
SENTENCES = 750
HUGE = Article(
    f"Gunmen killed two people in Goma on Monday{' where it rained' * 25}. " * SENTENCES, title="Huge"
)
"""Longer than the page shows, in few sentences: each takes its time to read."""
READ = """() => ({
    pwned: window.pwned ?? null,
    loads: document.querySelectorAll("img, iframe, object, embed, audio, video, base").length,
    scripts: [...document.scripts].filter((s) => !(s.src.startsWith(location.origin + "/static/")
        || s.type === "application/json")).length,
    handlers: [...document.querySelectorAll("*")].filter((e) => [...e.attributes]
        .some((a) => a.name.startsWith("on") || a.name === "style" || a.name === "srcdoc")).length,
    links: [...document.querySelectorAll("a[href]")].filter((a) => new URL(a.href, location).origin
        !== location.origin).length,
    acts: /[\\u202a-\\u202e\\u2066-\\u2069\\u200b]/.test(document.body.innerText + document.title),
})"""
NOTHING = {"pwned": None, "loads": 0, "scripts": 0, "handlers": 0, "links": 0, "acts": False}


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory, index_folder: Path) -> Iterator[Served]:
    home = tmp_path_factory.mktemp("hostile")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SUMMARISER_CACHE_DIR", str(index_folder))
        folder = Folder(home / "labels")
        fact = {"group": "children", "quote": MARK}
        for by, reading in ((MARK[:70], "first"), ("Ben\u202e", "second")):
            label, errors = check(
                {"risks": [fact], "notes": MARK + by}, OWN.text, case="hostile", reading=reading, by=by
            )
            assert label is not None, errors
            folder.save(OWN, About("hostile"), label)
        with serve_page(home, folder=folder) as found:
            articles = [OWN, HUGE, *(case.article for case in CASES)]
            numbers = [found.room.history.add(article, "all") for article in articles]
            found.room.desk.put_all(numbers)
            for number in numbers:
                finished(found, number)
            yield found


@pytest.fixture
def page(browser: Browser, served: Served, seen: Seen) -> Iterator[Page]:
    page = browser.new_page(base_url=served.address)
    page.set_default_timeout(30_000)
    seen.watch(page)
    yield page
    page.close()
    assert seen.dialogs == []
    # What the server refuses to save is an answer 422, which Chromium notes.
    assert [line for line in seen.console if "status of 422" not in line] == []
    assert [url for url in seen.requests if not url.startswith(served.address)] == []


def test_nothing_of_an_article_runs_or_becomes_an_element(page: Page) -> None:
    for number in range(1, 3 + len(CASES)):
        page.goto(f"/articles/{number}")
        assert page.evaluate(READ) == NOTHING, number
    for path in ("/", "/history", "/labels", "/compare/hostile", "/history?q=<script>alert(1)</script>"):
        page.goto(path)
        assert page.evaluate(READ) == NOTHING, path


def test_nothing_of_it_runs_in_the_editor(page: Page) -> None:
    for number in (1, 3, 4):
        page.goto(f"/articles/{number}/label?start=nothing")
        page.locator("#S1").click()
        page.keyboard.press("a")
        page.get_by_label("Side A").fill(MARK)
        page.locator("#S2").click()
        assert page.evaluate(READ) == NOTHING, number
        page.keyboard.press("Control+Enter")
        page.get_by_role("alert").get_by_text("Not saved").wait_for()
        assert page.evaluate(READ) == NOTHING, number


def test_a_brief_and_downloads_of_it_are_text(page: Page, served: Served) -> None:
    page.goto("/brief?article=1&article=2")
    assert page.evaluate("window.pwned ?? null") is None
    assert page.locator("script, img, svg[onload]").count() == 0
    answer = page.request.get(f"{served.address}/export/acled?article=1")
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_huge_article_is_shown_in_part(page: Page) -> None:
    page.goto("/articles/2")
    page.get_by_text("more sentences are not shown").wait_for()
    assert 0 < page.locator("#sheet .s").count() < SENTENCES
