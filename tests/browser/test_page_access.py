"""Whoever reads the page, and however: axe-core, contrast in light and dark, a phone, the keyboard."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

pytest.importorskip("fastapi")
pytest.importorskip("axe_playwright_python")

from summariser.articles import Article
from summariser.evals.documents import load_document
from summariser.evals.labels import NEWSROOM
from summariser.page.folder import About, Folder
from summariser.page.label_check import check
from tests.browser.chromium import DESK, MISSING, PHONE
from tests.browser.page_server import Served, finished, serve_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.skipif(bool(MISSING), reason="; ".join(MISSING))

SMALL = (320, 640)
"""A screen of 1280 pixels at 400 per cent: nothing may have to be scrolled two ways to be read."""
RUN = """async () => (await axe.run(document, { resultTypes: ["violations"] })).violations
    .map((v) => [v.impact, v.id, v.nodes.map((n) => n.target.join(" ")).slice(0, 5)])"""
TEXT = "Gunmen killed two people in Goma on Monday. At least 400 families fled to Sake."
FACT = {"sub_type": "Attack", "quote": "Gunmen killed two people in Goma on Monday."}


def axe() -> str:
    """The source of axe-core, which the package carries."""
    found = importlib.util.find_spec("axe_playwright_python")
    assert found is not None
    assert found.origin is not None
    return (Path(found.origin).parent / "axe.min.js").read_text("utf-8")


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory, index_folder: Path) -> Iterator[Served]:
    home = tmp_path_factory.mktemp("access")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SUMMARISER_CACHE_DIR", str(index_folder))
        queue = home / "articles"
        queue.mkdir()
        (queue / "one.txt").write_text(TEXT)
        folder = Folder.of_queue(queue)
        for by, reading, facts in (("Ana", "first", {"events": [FACT]}), ("Ben", "second", {})):
            label, errors = check(facts, TEXT, case="one", reading=reading, by=by)
            assert label is not None, errors
            folder.save(Article(TEXT), About("one"), label)
        with serve_page(home, folder=folder) as found:
            for name in ("hudur-convoy-statement", "dinder-market-shells"):
                document = load_document(NEWSROOM / "articles" / f"{name}.txt")
                found.room.desk.put(found.room.history.add(document.article, "all"))
            found.room.history.add(Article("A text that nobody asked about."), "all", "kept")
            ended = found.room.history.add(
                Article("A text whose summary was cancelled.", source="Unbroken" * 20), "all", "cancelled"
            )
            assert ended == 4
            for number in (1, 2):
                assert finished(found, number) == "done"
            yield found


PAGES = {
    "new": "/",
    "history": "/history",
    "nothing found": "/history?q=xyz",
    "article": "/articles/1",
    "article in Arabic": "/articles/2",
    "article without a summary": "/articles/3",
    "article that was cancelled": "/articles/4",
    "pictures": "/pictures?article=1&article=2&article=99",
    "not all that was chosen": "/export/acled?article=1&article=4&article=99",
    "brief": "/brief?article=1&article=2",
    "label": "/articles/1/label",
    "labels": "/labels",
    "compare": "/compare/one",
    "help": "/help",
    "not there": "/articles/99",
}


def opened(browser: Browser, served: Served, size: tuple[int, int], scheme: Any) -> Page:
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme=scheme,
        base_url=served.address,
        bypass_csp=True,  # axe-core is not among the scripts that the page admits
    )
    page = context.new_page()
    page.set_default_timeout(30_000)
    return page


@pytest.mark.parametrize(
    ("size", "scheme"), [(DESK, "light"), (PHONE, "dark"), (SMALL, "light")], ids=["desk", "phone", "small"]
)
def test_nothing_shuts_people_out(
    browser: Browser, served: Served, size: tuple[int, int], scheme: str
) -> None:
    page = opened(browser, served, size, scheme)
    source, found = axe(), []
    for name, path in PAGES.items():
        page.goto(path)
        if name == "label":
            page.locator(".fact .line").first.click()
            for _ in range(2):
                page.get_by_role("button", name="Add a figure").first.click()
            page.locator(".error").first.wait_for()  # what they lack is said at the field
        for fold in page.locator("main details.made > summary").all():
            fold.click()
        page.evaluate(source)
        found += [(name, *violation) for violation in page.evaluate(RUN)]
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, f"{name} is {wide} pixels wider than the screen"
    page.context.close()
    assert found == []


def test_menus_open_within_the_smallest_screen(browser: Browser, served: Served) -> None:
    page = opened(browser, served, SMALL, "light")
    page.goto("/articles/1")
    for name in ("Take away", "More"):
        page.locator(".menu > summary", has_text=name).click()
        menu = page.locator(".menu[open] ul").bounding_box()
        assert menu is not None
        assert menu["x"] >= 0
        assert menu["x"] + menu["width"] <= SMALL[0]
        page.locator(".menu > summary", has_text=name).click()
    page.context.close()


def test_a_form_that_was_refused_and_one_with_too_much_shut_nobody_out(
    browser: Browser, served: Served, tmp_path: Path
) -> None:
    page = opened(browser, served, SMALL, "dark")
    page.goto("/")
    page.get_by_label("Published").fill("2999-01-01")
    page.get_by_label("Text of the article").fill("Rebels took Sake.")
    page.get_by_role("button", name="Summarise").click()
    page.locator("#errors:focus").wait_for()
    (tmp_path / f"{'unbroken' * 12}.txt").write_bytes(b"x" * 20_000_001)
    page.set_input_files("#files", tmp_path / f"{'unbroken' * 12}.txt")
    page.get_by_text("a file may have 20.0 MB").wait_for()
    page.evaluate(axe())
    assert page.evaluate(RUN) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= SMALL[0]
    page.context.close()


def test_every_control_can_be_reached_and_seen_by_keyboard(browser: Browser, served: Served) -> None:
    page = opened(browser, served, DESK, "light")
    for path in ("/", "/history", "/articles/1/label"):
        page.goto(path)
        page.locator(".skip").focus()
        wanted = page.locator(
            "main :is(button, select, textarea, input:not([type=hidden])):visible:enabled"
        ).count()
        reached = set()
        for _ in range(250):
            page.keyboard.press("Tab")
            at = page.evaluate(
                """() => {
                const e = document.activeElement;
                if (!e || e === document.body) return null;
                const shown = getComputedStyle(e).outlineStyle !== "none";
                return [[...document.querySelectorAll("*")].indexOf(e), shown, e.matches(
                    "main :is(button, select, textarea, input)"), e.outerHTML.slice(0, 200)];
            }"""
            )
            if at is None:
                break
            assert at[1], f"{path}: no focus to be seen on {at[3]}"
            if at[2]:
                reached.add(at[0])
        assert len(reached) == wanted, path
    page.context.close()
