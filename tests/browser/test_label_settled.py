"""The settled label in Chromium: who wrote meanwhile, what differs, and which label is edited."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

pytest.importorskip("fastapi")

from summariser.articles import Article
from summariser.evals.gold import Label
from summariser.page.folder import About, Folder
from tests.browser.chromium import MISSING
from tests.browser.conftest import WAIT
from tests.browser.page_server import Served, serve_page
from tests.browser.test_label_keeping import KEPT, add_event, editor

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

pytestmark = pytest.mark.skipif(bool(MISSING), reason="; ".join(MISSING))


def write(served: Served, case: str, reading: str, by: str, **event: Any) -> Article:
    text = f"Gunmen killed two people in {case.title()} on Monday. Nobody claimed it."
    fact = {"sub_type": "Attack", "quote": text.partition(". ")[0], **event}
    readers = ("Ana", "Ben") if reading == "settled" else ()
    whole = {"id": case, "reading": reading, "by": by, "readers": readers, "events": [fact]}
    article = Article(text, title=case)
    served.room.folder.save(article, About(case), Label.model_validate(whole))
    return article


def settled_editor(context: BrowserContext, case: str) -> Page:
    page = context.new_page()
    page.goto(f"/settled/{case}")
    page.locator("#editor .kind").first.wait_for()
    return page


def test_the_settled_label_of_another_reader_is_shown_and_not_written_over(
    context: BrowserContext, served: Served
) -> None:
    write(served, "goma", "first", "Ana")
    write(served, "goma", "second", "Ben", sub_type="Armed clash")
    write(served, "goma", "settled", "Ben")
    page = settled_editor(context, "goma")
    assert "You correct the settled label" in page.locator("#settled-one").inner_text()
    page.locator(".fact .line").first.click()
    page.get_by_label("Side B", exact=True).fill("civilians")
    page.get_by_text(KEPT).wait_for()
    write(served, "goma", "settled", "Ben", side_a=["gunmen|armed men"])
    page.keyboard.press("Control+Enter")
    page.get_by_role("heading", name="Changed by another reader").wait_for()
    told = page.get_by_role("alert").inner_text()
    assert "Ben saved the label that counts" in told
    assert "Side A: gunmen or armed men" in told
    assert "Side B: civilians" in told
    label = served.room.folder.label("goma", "settled")
    assert label is not None
    assert label.by == "Ben"

    page.get_by_role("button", name="Take the other").click()
    page.get_by_text(KEPT).wait_for()
    assert page.get_by_label("Side A", exact=True).input_value() == "gunmen|armed men"
    page.reload()
    page.locator(".fact .line").first.click()
    assert page.get_by_label("Side A", exact=True).input_value() == "gunmen|armed men"
    assert page.get_by_label("Side B", exact=True).input_value() == ""


def test_what_was_just_settled_is_opened_and_the_older_draft_is_offered(
    context: BrowserContext, served: Served
) -> None:
    write(served, "beni", "first", "Ana")
    write(served, "beni", "second", "Ben", sub_type="Armed clash")
    write(served, "beni", "settled", "Ana")
    page = settled_editor(context, "beni")
    page.locator(".fact .line").first.click()
    page.get_by_label("Side A", exact=True).fill("of the first settling")
    page.get_by_text(KEPT).wait_for()
    write(served, "beni", "settled", "Ana", sub_type="Armed clash")

    page = settled_editor(context, "beni")
    page.get_by_role("heading", name="Saved anew since your draft").wait_for()
    assert page.locator(".fact .said").first.inner_text().startswith("Armed clash")
    page.get_by_role("button", name="Take up my draft").click()
    page.get_by_text(KEPT).wait_for()
    page.locator(".fact .line").first.click()
    assert page.get_by_label("Side A", exact=True).input_value() == "of the first settling"


def test_the_choice_between_two_windows_shows_every_field_that_differs(
    context: BrowserContext, served: Served
) -> None:
    text = "Gunmen killed two people in Bunia on Monday. Nobody claimed it."
    number = served.room.history.add(Article(text, title="Bunia"), "all", "kept")
    first = editor(context, number)
    add_event(first, "Attack")
    first.get_by_label("Place", exact=True).fill("Bunia")
    first.get_by_text(KEPT).wait_for()
    second = editor(context, number)
    second.locator(".fact .line").first.click()
    first.get_by_label("Place", exact=True).fill("Bunia|two")
    first.get_by_label("Side A", exact=True).fill("rebels")
    first.keyboard.press("Escape")
    first.keyboard.press("f")
    first.get_by_label("Claimed by", exact=True).fill("the army")
    first.get_by_text(KEPT).wait_for()
    second.get_by_label("Side A", exact=True).fill("EXTERNAL")
    second.get_by_role("heading", name="Changed in another window").wait_for()
    mine, theirs = (cell.inner_text() for cell in second.locator("#outcome tbody td").all())
    assert "Place: Bunia\n" in mine
    assert "Side A: EXTERNAL" in mine
    assert "figure 1, nothing" in mine
    assert "Place: Bunia or two" in theirs
    assert "Side A: rebels" in theirs
    assert "figure 1, Claimed by: the army" in theirs


def test_a_third_reader_is_told_as_soon_as_two_others_have_saved(
    context: BrowserContext, served: Served
) -> None:
    text = "Gunmen killed two people in Kalemie on Monday. Nobody claimed it."
    number = served.room.history.add(Article(text, title="Kalemie"), "all", "kept")
    page = editor(context, number)
    write(served, "kalemie", "first", "Ben")
    write(served, "kalemie", "second", "Cem")
    add_event(page, "Attack")
    page.get_by_text("Two have labelled this article already").wait_for()
    page.get_by_role("link", name="Compare the two readings").wait_for()


def test_the_new_text_of_a_changed_file_is_one_click_away(
    browser: Browser, tmp_path: Path, index_folder: Path
) -> None:
    (tmp_path / "one.txt").write_text("Gunmen killed two people in Goma on Monday.")
    with serve_page(tmp_path, folder=Folder.of_queue(tmp_path)) as own:
        context = browser.new_context(base_url=own.address)
        context.set_default_timeout(WAIT)
        page = context.new_page()
        page.goto("/queue/one.txt")
        page.locator("#editor .kind").first.wait_for()
        add_event(page, "Attack")
        page.get_by_text(KEPT).wait_for()
        (tmp_path / "one.txt").write_text("Gunmen killed two people in Beni on Monday.")
        page.reload()
        page.get_by_role("button", name="Label the new text").click()
        page.locator("#sheet", has_text="Beni").wait_for()
        assert page.locator("#editor .fact").count() == 0
        assert own.room.history.begun_by(1) == ["Ana"]
        context.close()
