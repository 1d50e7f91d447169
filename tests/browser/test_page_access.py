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
from tests.browser.chromium import DESK, MISSING, PHONE, launched
from tests.browser.page_server import Served, finished, serve_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.skipif(bool(MISSING), reason="; ".join(MISSING))

SERIOUS = {"serious", "critical"}
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
    "label": "/articles/1/label",
    "labels": "/labels",
    "compare": "/compare/one",
    "help": "/help",
    "not there": "/articles/99",
}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with launched(local=True) as found:
        yield found


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


@pytest.mark.parametrize(("size", "scheme"), [(DESK, "light"), (PHONE, "dark")], ids=["desk", "phone"])
def test_nothing_shuts_people_out(
    browser: Browser, served: Served, size: tuple[int, int], scheme: str
) -> None:
    page = opened(browser, served, size, scheme)
    source, found = axe(), []
    for name, path in PAGES.items():
        page.goto(path)
        if name == "label":
            page.locator(".fact .line").first.click()
        page.evaluate(source)
        found += [(name, *violation) for violation in page.evaluate(RUN) if violation[0] in SERIOUS]
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, f"{name} is {wide} pixels wider than the screen"
    page.context.close()
    assert found == []


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
