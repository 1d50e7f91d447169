"""Labels in Chromium that are kept whatever comes between: other windows, outages, removed articles."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

pytest.importorskip("fastapi")

from summariser.articles import Article
from summariser.page.label_keeping import standing
from tests.browser.chromium import MISSING
from tests.browser.page_server import Served

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page, Route

pytestmark = pytest.mark.skipif(bool(MISSING), reason="; ".join(MISSING))

KEPT = re.compile("^kept ")


def given(served: Served, place: str) -> int:
    text = f"Gunmen killed two people in {place} on Monday. Nobody claimed it."
    return served.room.history.add(Article(text, title=place), "all", "kept")


def editor(context: BrowserContext, number: int) -> Page:
    page = context.new_page()
    page.goto(f"/articles/{number}/label")
    page.locator("#editor .kind").first.wait_for()
    return page


def add_event(page: Page, kind: str) -> None:
    page.keyboard.press("a")
    page.get_by_label("Type", exact=True).select_option(kind)


def kept(served: Served, number: int, by: str = "Ana") -> dict[str, Any]:
    draft = served.room.history.draft(number, by)
    assert draft is not None
    return draft[0]


def kinds(draft: dict[str, Any]) -> list[str]:
    return [event.get("sub_type", "") for event in draft["events"]]


@pytest.mark.parametrize("choice", ["Keep mine", "Take the other"])
def test_two_windows_do_not_write_over_each_other(
    context: BrowserContext, served: Served, choice: str
) -> None:
    number = given(served, f"Goma {choice}")
    first, second = editor(context, number), editor(context, number)
    first.bring_to_front()
    add_event(first, "Attack")
    first.get_by_text(KEPT).wait_for()
    add_event(second, "Armed clash")
    second.get_by_role("heading", name="Changed in another window").wait_for()
    told = second.get_by_role("alert").inner_text()
    assert "Attack" in told
    assert "Armed clash" in told
    assert kinds(kept(served, number)) == ["Attack"]
    # What is typed before the choice is made is no reason to write over the other either.
    second.get_by_label("Place", exact=True).fill("Goma")
    second.wait_for_timeout(900)
    assert kinds(kept(served, number)) == ["Attack"]

    second.get_by_role("button", name="Choose", exact=True).click()  # wherever one has scrolled to
    assert second.evaluate("document.activeElement.textContent") == "Keep mine"
    second.get_by_role("button", name=choice).click()
    second.get_by_text(KEPT).wait_for()
    mine, theirs = ("Armed clash", "Attack")
    chosen, other = (mine, theirs) if choice == "Keep mine" else (theirs, mine)
    assert kinds(kept(served, number)) == [chosen]
    assert second.locator(".fact .said").first.inner_text().startswith(chosen)
    second.keyboard.press("Control+z")
    second.get_by_text(KEPT).wait_for()
    assert second.locator(".fact .said").first.inner_text().startswith(other)


def test_a_label_that_another_window_saved_is_not_written_over(
    context: BrowserContext, served: Served
) -> None:
    number = given(served, "Kindu")
    first, second = editor(context, number), editor(context, number)
    first.bring_to_front()
    add_event(first, "Attack")
    first.keyboard.press("Control+Enter")
    first.get_by_text("Saved as the first reading").wait_for()
    add_event(second, "Armed clash")
    second.keyboard.press("Control+Enter")
    second.get_by_text("saved a label").wait_for()
    label = served.room.folder.label("kindu", "first")
    assert label is not None
    assert label.events[0].sub_type == ("Attack",)
    assert second.evaluate("document.activeElement.textContent") == "Keep mine"
    second.keyboard.press("Enter")
    second.get_by_text(KEPT).wait_for()
    second.keyboard.press("Control+Enter")
    second.get_by_text("Saved as the first reading").wait_for()
    label = served.room.folder.label("kindu", "first")
    assert label is not None
    assert label.events[0].sub_type == ("Armed clash",)


def test_a_window_that_one_comes_back_to_says_what_changed_before_anything_is_typed(
    context: BrowserContext, served: Served
) -> None:
    number = given(served, "Uvira")
    first, second = editor(context, number), editor(context, number)
    add_event(first, "Attack")
    first.get_by_text(KEPT).wait_for()
    second.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    second.get_by_role("button", name="Take the other").click()
    assert second.locator(".fact .said").first.inner_text().startswith("Attack")


def test_a_window_keeps_to_its_reader_when_another_names_somebody_else(
    context: BrowserContext, served: Served
) -> None:
    number = given(served, "Fizi")
    first = editor(context, number)
    second = context.new_page()
    second.goto("/labels")
    second.get_by_label("You label as").fill("Ben")
    second.get_by_role("button", name="Change").click()
    second.get_by_role("heading", name="Labels").wait_for()
    add_event(first, "Attack")
    first.get_by_text(KEPT).wait_for()
    assert served.room.history.draft(number, "Ben") is None
    assert kinds(kept(served, number, "Ana")) == ["Attack"]


def test_what_is_typed_in_an_outage_is_kept_when_the_server_is_back(
    context: BrowserContext, served: Served
) -> None:
    number = given(served, "Beni")
    page = editor(context, number)
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.route("**/label/*", lambda route: route.abort())
    add_event(page, "Attack")
    page.get_by_text("Not kept yet: the server does not answer. Trying again").wait_for()
    page.get_by_label("Place", exact=True).fill("Beni")
    page.keyboard.press("Control+Enter")
    page.get_by_role("heading", name="Not saved").wait_for()
    # Leaving now would lose it.
    page.evaluate("location.href = '/labels'")
    page.wait_for_timeout(300)
    assert asked == ["beforeunload"]
    assert page.url.endswith("/label")
    assert served.room.history.draft(number, "Ana") is None

    page.unroute("**/label/*")
    page.get_by_text(KEPT).wait_for()
    assert kept(served, number)["events"][0]["place"]["name"] == "Beni"
    assert page.get_by_role("heading", name="Not saved").count() == 0
    page.goto("/labels")
    assert asked == ["beforeunload"]


def test_an_answer_that_was_lost_is_no_other_window(context: BrowserContext, served: Served) -> None:
    number = given(served, "Butembo")
    page = editor(context, number)
    lost: list[int] = []

    def lose(route: Route) -> None:
        if lost:
            route.continue_()
            return
        lost.append(route.fetch().status)  # the server has it
        route.abort()

    page.route("**/label/draft", lose)
    add_event(page, "Attack")
    page.get_by_text("Trying again").wait_for()
    page.get_by_label("Place", exact=True).fill("Butembo")
    page.get_by_text(KEPT).wait_for()
    assert lost == [200]
    assert kept(served, number)["events"][0]["place"]["name"] == "Butembo"


def test_a_link_waits_until_what_was_typed_is_kept(context: BrowserContext, served: Served) -> None:
    number = given(served, "Lubero")
    page = editor(context, number)
    add_event(page, "Attack")
    page.get_by_role("link", name="Labels").click()  # sooner than the pause after typing
    page.get_by_role("heading", name="Labels").wait_for()
    assert kinds(kept(served, number)) == ["Attack"]


def test_another_beginning_can_be_undone(context: BrowserContext, served: Served) -> None:
    number = given(served, "Walikale")
    page = editor(context, number)
    add_event(page, "Attack")
    page.get_by_text(KEPT).wait_for()
    page.goto(f"/articles/{number}/label?start=nothing")
    page.get_by_text("What you had kept is not gone").wait_for()
    assert page.locator(".fact").count() == 0
    assert kinds(kept(served, number)) == ["Attack"]
    page.keyboard.press("u")
    assert page.locator(".fact").count() == 1


def test_the_label_of_a_removed_article_is_not_lost(context: BrowserContext, served: Served) -> None:
    number = given(served, "Masisi")
    page = editor(context, number)
    add_event(page, "Attack")
    page.get_by_text(KEPT).wait_for()
    assert context.request.post(
        f"/articles/{number}/remove?labels=too", headers={"origin": served.address}, max_redirects=0
    )
    page.get_by_label("Place", exact=True).fill("Masisi")
    page.get_by_role("heading", name="This article was removed").wait_for()
    assert "does not answer" not in page.locator("body").inner_text()
    with page.expect_download() as loading:
        page.get_by_role("button", name="Download what was typed").click()
    got = json.loads(loading.value.path().read_text("utf-8"))
    assert got["events"][0]["place"] == {"name": "Masisi"}

    page.get_by_role("button", name="Put the article back").click()
    page.wait_for_url(lambda url: f"/{number}/" not in url)
    page.locator("#editor .fact").first.wait_for()
    new = int(page.url.split("/")[-2])
    entry = served.room.history.entry(new)
    assert entry is not None
    assert entry.article.text.startswith("Gunmen killed two people in Masisi")
    assert standing(served.room, entry, "Ana").fields["events"][0]["place"]["name"] == "Masisi"


def test_a_text_that_is_a_case_already_is_saved_as_that_one(context: BrowserContext, served: Served) -> None:
    number = given(served, "Rutshuru")
    page = editor(context, number)
    add_event(page, "Attack")
    page.keyboard.press("Control+Enter")
    page.get_by_text("Saved as the first reading").wait_for()
    assert page.locator("#f-about-id").is_disabled(), "it has its id from here on"
    page.evaluate("document.getElementById('f-about-id').disabled = false")  # as in a window opened before
    page.locator("#case summary").click()
    page.get_by_label("Case id").fill("another")
    page.keyboard.press("Control+Enter")
    page.get_by_text("which is the case rutshuru already").first.wait_for()
    page.get_by_role("button", name="Save as rutshuru").click()
    page.get_by_text("Saved as the first reading").wait_for()
    assert not (served.room.folder.root / "articles" / "another.txt").exists()


def test_a_third_reader_is_told_at_the_start(context: BrowserContext, served: Served) -> None:
    number = given(served, "Kalehe")
    for reader in ("Ana", "Ben", "Cem"):
        page = context.new_page()
        page.goto("/labels")
        page.get_by_label("You label as").fill(reader)
        page.get_by_role("button", name="Change").click()
        page.get_by_role("heading", name="Labels").wait_for()
        page = editor(context, number)
        if reader == "Cem":
            page.get_by_text("Two have labelled this article already").wait_for()
            page.get_by_role("link", name="Compare the two readings").click()
            page.get_by_text("facts are the same").wait_for()
        else:
            page.keyboard.press("Control+Enter")
            page.get_by_text("Saved as the").wait_for()
