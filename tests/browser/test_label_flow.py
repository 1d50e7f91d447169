"""Labelling in Chromium as an analyst works: what has the focus is seen, and what is plain is filled in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("fastapi")

from summariser.articles import Article
from summariser.page.folder import About, Folder
from summariser.page.label_check import check
from tests.browser.chromium import DESK, MISSING, PHONE, Seen
from tests.browser.page_server import Served, serve_page
from tests.unit import test_page_settling as settling

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.skipif(bool(MISSING), reason="; ".join(MISSING))

LINES = [f"On day {n} gunmen killed {n + 2} people in the village of Sake." for n in range(40)]
IN_SIGHT = """() => {
    const e = document.activeElement;
    const box = e.getBoundingClientRect();
    const at = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    const words = (one) => one?.outerHTML.slice(0, 80);
    return at === e || e.contains(at) ? "" : `${words(e)} is behind ${words(at)}`;
}"""


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    home = tmp_path_factory.mktemp("flow")
    (home / "a.txt").write_text("Gunmen killed two people in Goma on Monday.")
    (home / "broken.pdf").write_bytes(b"%PDF-1.4 and no more")
    with serve_page(home, folder=Folder.of_queue(home)) as found:
        yield found


def opened(browser: Browser, served: Served, size: tuple[int, int], seen: Seen) -> Page:
    number = served.room.history.add(Article("\n\n".join(LINES), title="Sake"), "all", "kept")
    page = browser.new_page(viewport={"width": size[0], "height": size[1]}, base_url=served.address)
    page.set_default_timeout(20_000)
    seen.watch(page)
    page.goto(f"/articles/{number}/label")
    page.locator("#editor .kind").first.wait_for()
    return page


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_what_has_the_focus_is_in_sight(
    browser: Browser, served: Served, size: tuple[int, int], seen: Seen
) -> None:
    page = opened(browser, served, size, seen)
    keys = page.keyboard
    for key in ("a", "f", "f", "m", "g"):
        keys.press(key)
        assert page.evaluate(IN_SIGHT) == "", key
        for n in range(12):
            keys.press("Tab")
            assert page.evaluate(IN_SIGHT) == "", f"{key}, Tab {n + 1}"
        keys.press("Escape")
    for button in ("Undo", "Save as label"):
        assert page.get_by_role("button", name=button).is_visible()
        box = page.get_by_role("button", name=button).bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= size[1], "wherever one has scrolled to"
    page.close()
    assert seen.console == []


def test_the_keys_are_shown_from_the_first(browser: Browser, served: Served, seen: Seen) -> None:
    page = opened(browser, served, PHONE, seen)
    page.keyboard.press("?")
    page.get_by_role("heading", name="Keys while labelling").wait_for()
    assert page.locator("#help").evaluate("e => e.scrollTop") == 0
    page.keyboard.press("Escape")
    page.close()


def test_an_event_of_one_day_is_typed_once(browser: Browser, served: Served, seen: Seen) -> None:
    page = opened(browser, served, DESK, seen)
    page.keyboard.press("a")
    first, last = page.get_by_label("From", exact=True), page.get_by_label("To", exact=True)
    known = page.get_by_label("Known to the", exact=True)
    first.fill("2024-03-10")
    assert (last.input_value(), known.input_value()) == ("2024-03-10", "day")
    first.fill("2024-03-11")
    assert last.input_value() == "2024-03-11"
    last.fill("2024-03-14")
    first.fill("2024-03-12")
    assert last.input_value() == "2024-03-14", "it was another already"
    known.select_option("week")
    page.keyboard.press("Control+z")
    page.keyboard.press("Control+z")
    assert (first.input_value(), last.input_value()) == ("2024-03-11", "2024-03-14")
    page.close()


def test_the_list_can_be_used_on_a_phone(browser: Browser, served: Served) -> None:
    page = browser.new_page(viewport={"width": PHONE[0], "height": PHONE[1]}, base_url=served.address)
    page.goto("/labels")
    while page.get_by_text("still being looked at").count():
        page.reload()
    assert "broken.pdf" in page.locator("tr", has_text="cannot be read").inner_text()
    box = page.get_by_role("link", name="Label", exact=True).first.bounding_box()
    assert box is not None
    assert box["x"] + box["width"] <= PHONE[0]
    page.close()


def test_two_readers_who_differ_in_tolls_and_places_are_settled(
    browser: Browser, tmp_path: Path, seen: Seen
) -> None:
    (tmp_path / "one.txt").write_text(settling.TEXT)
    folder = Folder.of_queue(tmp_path)
    for by, reading, facts in (("Ana", "first", settling.ANA), ("Ben", "second", settling.BEN)):
        label, errors = check(facts, settling.TEXT, case="one", reading=reading, by=by)
        assert label is not None, errors
        folder.save(Article(settling.TEXT), About("one"), label)
    with serve_page(tmp_path, folder=folder) as served:
        page = browser.new_page(viewport={"width": 390, "height": 844}, base_url=served.address)
        page.set_default_timeout(20_000)
        seen.watch(page)
        page.goto("/labels")
        page.get_by_role("link", name="Compare").click()
        page.get_by_role("button", name="Settle").click()
        # Nobody's reading wins because nobody looked.
        assert not folder.case("one").both
        assert page.locator("input[type=radio]:checked").count() == 0
        page.locator(".card", has_text="Shelling").get_by_role("link", name="S1").first.focus()
        page.locator("#S1.lit").wait_for()
        for group in page.locator("fieldset.choice").all():
            group.locator("input").last.check()
        page.get_by_role("button", name="Settle").click()
        page.get_by_text("What you chose is the label that counts").wait_for()
        gold = folder.label("one", "settled")
        assert gold is not None
        assert gold.events[0].place is not None
        assert gold.events[0].place.country == "RWA"
        assert (gold.displacement[0].value, gold.displacement[0].unit) == (4000, ("people",))
        assert page.locator("input[type=radio]:checked").count() == page.locator("fieldset.choice").count()
        page.get_by_role("link", name="Correct it further").click()
        page.locator("#editor .fact").first.wait_for()
        page.keyboard.press("n")
        page.get_by_label("Place: country").fill("COD")
        page.keyboard.press("Control+Enter")
        page.get_by_text("Saved as the label that counts").wait_for()
        gold = folder.label("one", "settled")
        assert gold is not None
        assert gold.events[0].place is not None
        assert (gold.events[0].place.country, gold.readers) == ("COD", ("Ana", "Ben"))
        page.close()
    assert seen.console == []
    assert seen.dialogs == []
