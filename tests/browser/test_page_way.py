"""The page in Chromium: from dropping an article to a saved label and an export, and by keyboard alone."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("fastapi")

from summariser.articles import Article
from summariser.engines.scripted import ScriptedEngine
from summariser.errors import ConnectionRefused
from summariser.evals.documents import load_document
from summariser.evals.labels import NEWSROOM, check
from summariser.evals.suites.newsroom import Newsroom
from summariser.page.folder import Folder
from tests.browser.chromium import MISSING, Seen
from tests.browser.page_server import Served, finished, serve_page
from tests.unit.page_papers import pdf

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.skipif(bool(MISSING), reason="; ".join(MISSING))

EXAMPLE = Path(__file__).parents[2] / "examples" / "article.txt"
TEXT = EXAMPLE.read_text("utf-8")
WAIT = 30_000
EXPECTED = re.compile("the server responded with a status of (409|422)")
DROP = """([name, text]) => {
    const data = new DataTransfer();
    data.items.add(new File([text], name, { type: "text/plain" }));
    const options = { dataTransfer: data, bubbles: true, cancelable: true };
    for (const type of ["dragenter", "dragover", "drop"])
        document.body.dispatchEvent(new DragEvent(type, options));
}"""


@pytest.fixture
def page(browser: Browser, served: Served, seen: Seen) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=served.address)
    page = context.new_page()
    page.set_default_timeout(WAIT)
    seen.watch(page)
    yield page
    context.close()
    assert seen.dialogs == []
    assert [line for line in seen.console if not EXPECTED.search(line)] == []
    assert [url for url in seen.requests if not url.startswith(served.address)] == []


def given(served: Served, text: str, title: str, *, summarise: bool = True) -> int:
    """An article in the history, summarised."""
    article = Article(text, title=title, published=date(2025, 11, 18))
    number = served.room.history.add(article, "all", "kept")
    if summarise:
        served.room.desk.put(number)
        assert finished(served, number) == "done"
    return number


def test_from_a_dropped_article_to_a_saved_label_and_an_export(page: Page, served: Served) -> None:
    page.goto("/")
    page.evaluate(DROP, ["ménaka.txt", TEXT])
    assert "ménaka.txt" in page.locator("#chosen").inner_text()
    page.get_by_label("Published").fill("2025-11-18")
    page.get_by_label("Source").fill("Example Wire")
    served.gate.clear()
    page.get_by_role("button", name="Summarise").click()

    # It builds up: steps and the records that are verified first, then the whole.
    page.locator("#steps .now", has_text="What happened").wait_for()
    page.locator("[data-watch] .card").first.wait_for()
    assert page.locator("#events").count() == 0
    served.gate.set()
    page.locator("#issues").wait_for()
    page.locator("#state:not([data-watch])").wait_for()

    # Each value leads to its sentence, and the sentence back.
    card = page.locator(".card").first
    name = card.get_attribute("id")
    assert name is not None
    value = card.locator(".v").filter(has=page.locator(".cite")).first
    sentence = value.locator(".cite").first.inner_text()
    value.hover()
    assert "lit" in (page.locator(f"#{sentence}").get_attribute("class") or "")
    page.mouse.move(0, 0)
    value.locator(".cite").first.focus()
    assert "lit" in (page.locator(f"#{sentence}").get_attribute("class") or "")
    page.locator(f"#{sentence} + .refs a").first.hover()
    assert page.locator(".v.lit").count() > 0
    page.locator(f"#{sentence} + .refs a", has_text=re.compile(f"^{name}$")).click()
    page.locator(f"#{name}:focus").wait_for()

    # Take away.
    page.get_by_text("Take away").click()
    with page.expect_download() as loading:
        page.get_by_role("link", name=re.compile("ACLED")).click()
    rows = loading.value.path().read_text("utf-8").splitlines()
    assert "event_id" in rows[0]
    assert len(rows) > 1

    # Correct: another type, an event less, a group at risk more; save.
    page.get_by_role("link", name="Correct and label").click()
    page.locator(".fact .line").first.click()
    page.get_by_label("Type", exact=True).select_option("Attack")
    events = page.locator('[data-fact^="events."]').count()
    page.locator(".fact .line").nth(1).click()
    page.get_by_role("button", name="Delete this event").click()
    page.get_by_role("button", name="Add a group").click()
    page.locator("#S3").click()
    page.get_by_label("Group", exact=True).select_option("children")
    page.locator("#case summary").click()
    page.get_by_label("Case id").fill("menaka-market")
    page.get_by_role("button", name="Save as label").click()
    page.get_by_text("Saved as the first reading").wait_for()

    folder = served.room.folder.root
    gold = folder / "gold" / "menaka-market.json"
    assert check(gold) == []
    label = json.loads(gold.read_text("utf-8"))
    assert (label["by"], label["begun_from"], len(label["events"])) == ("Ana", "summary", events - 1)
    assert label["events"][0]["sub_type"] == "Attack"
    assert label["risks"][-1]["group"] == "children"
    cases = {case.id: case for case in Newsroom().cases(folder)}
    assert cases["menaka-market"].article.text == TEXT


def test_by_keyboard_alone(page: Page, served: Served, record_property: pytest.RecordProperty) -> None:
    """From opening the page to a saved label, without a mouse; how long it takes is in the report."""
    began = time.monotonic()
    page.goto("/")
    keys = page.keyboard
    pressed = 0

    def press(*names: str) -> None:
        nonlocal pressed
        for name in names:
            keys.press(name)
            pressed += 1

    page.locator("#text:focus").wait_for()
    keys.insert_text(TEXT.replace("Ménaka", "Gao"))  # as pasting does
    press("Control+Enter")
    page.locator("#issues").wait_for()
    page.locator("#state:not([data-watch])").wait_for()
    page.wait_for_load_state()  # the page is fetched anew when the summary is there; its keys come with it
    read = time.monotonic()
    press("l")
    page.locator("#editor .fact").first.wait_for()
    facts = page.locator(".fact").count()
    press("n", "x", "u")  # open the first, delete it, undo
    assert page.locator(".fact").count() == facts
    press("n", *"jj", "a")  # the third sentence becomes an event
    keys.type("Arrests")
    press("Escape", "f")
    keys.type("arrested")
    press("Tab", "Tab")
    keys.type("7")
    press("Escape", "j", "g")
    keys.type("women")
    press("Escape", "Control+Enter")
    page.get_by_text("Saved as the first reading").wait_for()
    ended = time.monotonic()
    page.locator(":focus", has_text=re.compile("^All labels$")).wait_for()
    saved = sorted((served.room.folder.root / "gold").glob("*.json"), key=lambda p: p.stat().st_mtime)[-1]
    assert check(saved) == []
    label = json.loads(saved.read_text("utf-8"))
    assert label["events"][-1]["sub_type"] == "Arrests"
    assert (label["events"][-1]["figures"][0]["measure"], label["events"][-1]["figures"][0]["value"]) == (
        "arrested",
        7,
    )
    assert label["risks"][-1]["group"] == "women"
    record_property("seconds from opening to the saved label", round(ended - began, 2))
    record_property("of these from the summary to the saved label", round(ended - read, 2))
    print(f"\nkeyboard only: {ended - began:.1f} s, of which labelling {ended - read:.1f} s, {pressed} keys")


def test_what_is_typed_is_kept_and_can_be_undone(page: Page, served: Served) -> None:
    number = given(
        served, "Gunmen killed two people in Goma on Monday. Nobody claimed it.", "Goma", summarise=False
    )
    page.goto(f"/articles/{number}/label")
    page.keyboard.press("a")
    page.get_by_label("Type", exact=True).select_option("Attack")
    page.get_by_label("Place", exact=True).fill("Goma")
    page.get_by_label("Place: country").fill("cod")
    page.get_by_label("Side A").fill("gunmen|armed men\nrebels")
    page.get_by_text(re.compile("^kept ")).wait_for()
    page.reload()
    page.locator(".fact .line").first.click()
    assert page.get_by_label("Side A").input_value() == "gunmen|armed men\nrebels"
    assert page.get_by_label("Place: country").input_value() == "COD"
    page.get_by_label("Type", exact=True).select_option("Armed clash")
    page.keyboard.press("Control+z")
    assert page.get_by_label("Type", exact=True).input_value() == "Attack"
    page.keyboard.press("Control+Shift+z")
    assert page.get_by_label("Type", exact=True).input_value() == "Armed clash"
    page.get_by_label("Type: or, add another admissible code").click()
    page.get_by_label("Type, or also").select_option("Attack")
    page.get_by_role("button", name="Save as label").click()
    page.get_by_text("Saved as").wait_for()
    label = served.room.folder.label("goma", "first")
    assert label is not None
    assert label.events[0].sub_type == ("Armed clash", "Attack")
    assert label.events[0].side_a == (("gunmen", "armed men"), ("rebels",))


def test_what_is_wrong_is_shown_at_the_field(page: Page, served: Served) -> None:
    number = given(served, "Gunmen killed two people in Bukavu on Monday.", "Bukavu", summarise=False)
    page.goto(f"/articles/{number}/label")
    page.keyboard.press("m")
    page.get_by_label("Value").fill("many")
    page.get_by_role("button", name="Save as label").click()
    page.get_by_text("Not saved: 2 things to correct").wait_for()
    value = page.get_by_label("Value")
    assert value.get_attribute("aria-invalid") == "true"
    message = page.locator(f"#{value.get_attribute('aria-errormessage')}")
    assert message.inner_text() == "is no number"
    assert page.get_by_label("Term", exact=True).get_attribute("aria-invalid") == "true"
    assert not (served.room.folder.root / "articles" / "bukavu.txt").exists()


def test_single_letters_can_be_switched_off(page: Page, served: Served) -> None:
    number = given(served, "Gunmen killed two people in Beni on Monday.", "Beni", summarise=False)
    page.goto(f"/articles/{number}/label")
    page.keyboard.press("?")
    page.get_by_label("Single letters work as keys").uncheck()
    page.keyboard.press("Escape")
    page.locator("#sheet").focus()
    page.keyboard.press("a")
    assert page.locator(".fact").count() == 0
    page.reload()
    page.keyboard.press("a")
    assert page.locator(".fact").count() == 0


def test_a_queue_leads_from_one_to_the_next_and_two_readers_are_settled(
    browser: Browser, tmp_path: Path, index_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUMMARISER_CACHE_DIR", str(index_folder))
    (tmp_path / "a.txt").write_text("Gunmen killed two people in Goma on Monday.")
    (tmp_path / "b.txt").write_text("Rebels took Sake on Tuesday.")
    with serve_page(tmp_path, folder=Folder.of_queue(tmp_path)) as served:
        page = browser.new_page(base_url=served.address)
        page.set_default_timeout(WAIT)
        for reader, kind in (("Ana", "Attack"), ("Ben", "Armed clash")):
            page.goto("/labels")
            page.get_by_label("You label as").fill(reader)
            page.get_by_role("button", name="Change").click()
            page.get_by_role("link", name="Label the next: a").click()
            for letter in "ab":
                page.locator("#editor .kind").first.wait_for()  # the script is at work
                page.keyboard.press("a")
                page.get_by_label("Type", exact=True).select_option(kind)
                page.keyboard.press("Control+Enter")
                page.get_by_text("Saved as the").wait_for()
                if letter == "a":
                    page.keyboard.press("Enter")  # the next article has the focus
                    page.wait_for_url("**/articles/*/label")
                    page.locator("h1", has_text="Rebels").wait_for()
        page.get_by_role("link", name="Compare the two readings").click()
        page.get_by_text("0 of 1 facts are the same").wait_for()
        page.get_by_label(re.compile("Ben.*Armed clash")).check()
        page.get_by_role("button", name="Settle").click()
        page.get_by_text("What you chose is the label that counts").wait_for()
        page.close()
        settled = served.room.folder.label("b", "settled")
        assert settled is not None
        assert (settled.events[0].sub_type, settled.readers) == (("Armed clash",), ("Ana", "Ben"))


def test_a_report_of_thirty_pages(page: Page, served: Served, tmp_path: Path) -> None:
    place = ("Goma", "Sake", "Bukavu", "Beni", "Butembo")
    pages = []
    for n in range(30):
        fled = f"At least {n + 20}00 families fled."
        told = f"On {n % 28 + 1} May gunmen killed {n + 3} people in {place[n % 5]}."
        more = [f"{fled} Aid workers reached {line} of them." for line in range(12)]
        pages.append([f"Situation report 7, page {n + 1} of 30", told, *more])
    (tmp_path / "report.pdf").write_bytes(pdf(pages))
    page.goto("/")
    page.set_input_files("#files", tmp_path / "report.pdf")
    page.get_by_label("Published").fill("2024-06-01")
    page.get_by_role("button", name="Summarise").click()
    page.wait_for_url("**/articles/*")
    number = int(page.url.rpartition("/")[2].partition("#")[0])
    page.locator("#state:not([data-watch])").wait_for(timeout=100_000)
    assert finished(served, number) == "done"
    assert page.locator("#sheet .s").count() > 300
    assert page.locator(".card").count() > 30
    page.locator(".card .cite").last.click()
    assert page.locator("#sheet .s.lit").first.is_visible()


def test_more_than_is_taken_is_said_before_anything_is_sent(
    page: Page, served: Served, seen: Seen, tmp_path: Path
) -> None:
    for n in range(201):
        (tmp_path / f"{n}.txt").write_text("Rebels took Sake.")
    page.goto("/")
    before = served.room.history.entries()
    page.set_input_files("#files", sorted(tmp_path.iterdir()))
    page.get_by_text("201 files are chosen; at most 200 can be sent at once.").wait_for()
    assert page.locator("#files").get_attribute("aria-invalid") == "true"
    page.get_by_role("button", name="Summarise").click()
    assert page.url == f"{served.address}/"
    page.get_by_role("button", name="Choose none").click()
    assert page.locator("#too-much").inner_text() == ""
    assert page.locator("#files").get_attribute("aria-invalid") == "false"
    assert served.room.history.entries() == before
    assert not [url for url in seen.requests if url.endswith("/articles")]


def test_pictures_of_chosen_articles_are_seen_and_kept(page: Page, served: Served) -> None:
    numbers = [given(served, TEXT, "The first"), given(served, f"{TEXT} It rained.", "The second")]
    page.goto("/history")
    for title in ("The first", "The second"):
        page.get_by_label(f"Choose {title}").check()
    page.get_by_role("button", name="Pictures").click()
    page.wait_for_url("**/pictures?*")
    for kind in ("tolls", "displacement", "map"):
        image = page.locator(f"section:has(#{kind}) img")
        image.evaluate("image => image.decode()")
        assert image.evaluate("image => image.naturalWidth") > 400
    with page.expect_download() as loading:
        page.get_by_role("link", name="Download PNG of The dead by event").click()
    assert loading.value.suggested_filename == "tolls.png"
    assert loading.value.path().read_bytes().startswith(b"\x89PNG")
    page.locator("section:has(#tolls)").get_by_text("The numbers").click()
    assert page.locator("section:has(#tolls) tbody tr").first.is_visible()
    page.goto(f"/picture/tolls.svg?article={numbers[0]}")  # by itself: nothing is blocked, nothing runs


def test_the_history_follows_what_is_in_work(page: Page, served: Served) -> None:
    served.gate.clear()
    number = served.room.history.add(Article(TEXT.replace("Ménaka", "Mopti"), title="Mopti"), "all")
    served.room.desk.put(number)
    page.goto("/history")
    row = page.locator(f"#row-{number}")
    chosen = page.locator("input[name=article]:enabled").first.get_attribute("value")
    box = page.locator(f"#row-{chosen} input")
    box.check()
    row.get_by_text(re.compile("waiting|working")).wait_for()
    assert page.locator("#work").inner_text() == ""
    served.gate.set()
    row.get_by_text("done", exact=True).wait_for()
    assert row.locator("input").is_enabled()
    assert box.is_checked()
    box.uncheck()
    assert page.get_by_role("button", name="Take away").is_disabled()
    page.get_by_role("button", name="Choose all").click()
    assert page.get_by_role("button", name="Take away").is_enabled()
    assert page.locator("input[name=article]:enabled:not(:checked)").count() == 0


def test_a_chosen_article_that_is_gone_costs_none_of_the_others(page: Page, served: Served) -> None:
    for title in ("It stays", "It goes"):
        given(served, f"{TEXT} {title}.", title)
    page.goto("/history")
    for title in ("It stays", "It goes"):
        page.get_by_label(f"Choose {title}").check()
    gone = next(e for e in served.room.history.entries() if e.title == "It goes")
    served.room.history.remove(gone.id)
    page.get_by_label("Form", exact=True).select_option("acled")
    page.get_by_role("button", name="Take away").click()
    page.get_by_role("alert").get_by_text(f"Article {gone.id} was removed from the history").wait_for()
    with page.expect_download() as loading:
        page.get_by_role("link", name="Take the other").click()
    assert "event_id" in loading.value.path().read_text("utf-8")


def test_work_is_cancelled_and_started_again(page: Page, served: Served) -> None:
    served.gate.clear()
    page.goto("/")
    page.get_by_label("Text of the article").fill(TEXT.replace("Ménaka", "Bamako"))
    page.get_by_role("button", name="Summarise").click()
    page.locator("#steps .now", has_text="What happened").wait_for()
    for town in ("Kidal", "Timbuktu"):
        served.room.desk.put(served.room.history.add(Article(f"Rebels took {town}.", title=town), "all"))
    running = page.url
    page.goto("/history")
    page.get_by_role("button", name="Cancel Kidal").click()
    page.locator("tr", has_text="Kidal").get_by_text("cancelled").wait_for()
    page.goto(running)
    page.get_by_role("button", name="Cancel").click()
    page.get_by_text("It was cancelled").wait_for()
    served.gate.set()
    page.get_by_role("button", name="Start again").first.click()
    page.locator("#issues").wait_for()
    page.goto("/history")
    assert "cancelled" not in page.locator("tr", has_text="Timbuktu").inner_text()
    page.get_by_role("button", name="Start again Kidal").click()
    page.wait_for_url("**/articles/*")
    page.locator("#state:not([data-watch])").wait_for()


def test_a_failed_summary_says_why_and_is_tried_again(
    browser: Browser, tmp_path: Path, index_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUMMARISER_CACHE_DIR", str(index_folder))
    engine = ScriptedEngine(lambda _: ConnectionRefused("Nobody listens at X", "Start it there"))
    with serve_page(tmp_path, engine) as served:
        page = browser.new_page(base_url=served.address)
        page.set_default_timeout(WAIT)
        page.goto("/")
        page.get_by_text("Nothing was read yet").wait_for()
        page.get_by_label("Text of the article").fill(TEXT)
        page.get_by_role("button", name="Summarise").click()
        page.get_by_role("alert").get_by_text("Nobody listens at X").wait_for()
        assert "Start it there" in page.get_by_role("alert").inner_text()
        page.get_by_role("button", name="Try again").first.click()
        page.get_by_role("alert").get_by_text("Nobody listens at X").wait_for()
        page.close()


def test_arabic_reads_from_the_right(page: Page, served: Served) -> None:
    arabic = load_document(NEWSROOM / "articles" / "dinder-market-shells.txt").text
    number = given(served, arabic, "قصف سوق الدندر")
    for path, query in (("", "#sheet p"), ("/label", "#sheet p"), ("", "h1")):
        page.goto(f"/articles/{number}{path}")
        assert page.locator(query).first.evaluate("e => getComputedStyle(e).direction") == "rtl"
    assert page.evaluate("getComputedStyle(document.body).direction") == "ltr"
    assert page.locator(".acts").count() == 0
