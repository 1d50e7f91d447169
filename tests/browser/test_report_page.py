"""The report in Chromium: opened from disk, without a network, with a hostile article in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote_plus

import pytest

from summariser.evals.report import write_report
from tests.browser.chromium import DESK, MISSING, PHONE, Seen, offline
from tests.browser.report_runs import CAMP, MARKUP, report_runs

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Locator, Page

pytestmark = pytest.mark.skipif(bool(MISSING), reason="; ".join(MISSING))

PUT_INTO_THE_PAGE = """async () => {
    const blocked = [];
    document.addEventListener("securitypolicyviolation", (event) => blocked.push(event.effectiveDirective));
    const image = document.createElement("img");
    image.src = "https://report.example/x.png";
    const styled = document.createElement("p");
    styled.setAttribute("style", "color: red");
    document.body.append(image, styled);
    const refused = (act) => { try { act(); return false; } catch (error) { return error.name; } };
    const markup = refused(() => { styled.innerHTML = "<b>x</b>"; });
    const script = document.createElement("script");
    refused(() => { script.text = "window.ran = 1"; });
    script.append("window.ran = 1");
    refused(() => document.body.append(script));
    await fetch("https://report.example/y").catch(() => blocked.push("fetch"));
    await new Promise((wait) => setTimeout(wait, 200));
    return { ran: window.ran ?? null, markup, blocked };
}"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("report") / "report.html"
    write_report(path, report_runs())
    return path.as_uri()


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BrowserContext]:
    with offline(tmp_path_factory.mktemp("chromium")) as found:
        yield found


@pytest.fixture
def page(browser: BrowserContext, address: str, seen: Seen) -> Iterator[Page]:
    page = browser.new_page()
    page.set_default_timeout(5_000)
    page.set_viewport_size({"width": DESK[0], "height": DESK[1]})
    seen.watch(page)
    page.goto(address)
    yield page
    page.close()


def case(page: Page, name: str) -> Locator:
    return page.locator("details.case").filter(has=page.locator("summary .name", has_text=name))


def opened(page: Page, name: str) -> Locator:
    found = case(page, name)
    found.locator("> summary").click()
    found.locator(".body").wait_for()
    return found


def names(page: Page) -> list[str]:
    return page.locator("details.case > summary .name").all_inner_texts()


def lit(found: Locator, side: str) -> str:
    return "".join(found.locator(f".on-{side}").all_inner_texts())


# --- safety -----------------------------------------------------------------------------------------


def test_no_text_runs_and_nothing_is_asked_of_the_network(page: Page, address: str, seen: Seen) -> None:
    for name in ("hostile", "market-shelling", "broken-case", "arabic-camp", "idmc/r-1"):
        opened(page, name)
    page.locator("[name=q]").fill(MARKUP[:20])
    assert page.locator("script").count() == 2
    assert page.locator("img, iframe, object, link").count() == 0
    assert seen == Seen(requests=[address])


def test_hostile_text_is_shown_letter_for_letter(page: Page) -> None:
    found = opened(page, "hostile")
    assert MARKUP in found.locator(".box").inner_text().replace("\n", " ")
    assert found.locator(".box .control").all_inner_texts() == ["U+202E", "U+202C"]
    assert MARKUP in found.locator(".row").first.inner_text().replace("\n", " ")


def test_the_policy_stops_what_is_put_into_the_page(page: Page, seen: Seen) -> None:
    done = page.evaluate(PUT_INTO_THE_PAGE)
    assert done["ran"] is None
    assert done["markup"] == "TypeError"
    assert {"img-src", "style-src-attr", "connect-src", "fetch"} <= set(done["blocked"])
    assert not seen.dialogs


# --- evidence ---------------------------------------------------------------------------------------


def test_evidence_is_lit_on_hover_and_goes_out_again(page: Page) -> None:
    found = opened(page, "market-shelling")
    event = found.locator(".row").nth(0)
    event.hover()
    assert lit(found, "gold") == "Shells fell on the market of Novikara on Sunday"
    # The prediction's evidence ends after the gold's; what lies under both is lit as both.
    assert lit(found, "predicted").startswith("fell on the market")
    assert found.locator(".on-gold.on-predicted").inner_text() == "fell on the market of Novikara on Sunday"
    assert "Gold: S1 · predicted: S1" in found.locator(".evidence").inner_text()
    page.locator("h1").hover()
    assert found.locator(".on-gold, .on-predicted").count() == 0


def test_evidence_is_held_by_a_click_and_let_go_by_another(page: Page) -> None:
    found = opened(page, "market-shelling")
    button = found.locator(".row.missed > button")
    button.click()
    page.locator("h1").hover()
    page.locator("h1").click()
    assert button.get_attribute("aria-pressed") == "true"
    assert lit(found, "gold") == "More than 400 families fled to Old Harbour"
    assert lit(found, "predicted") == ""
    button.click()
    page.locator("h1").hover()
    page.locator("h1").click()
    assert lit(found, "gold") == ""


def test_offsets_are_right_behind_an_emoji(page: Page) -> None:
    found = opened(page, "market-shelling")
    found.locator(".row.optional > button").click()
    assert lit(found, "gold") == "The army denied it."


def test_arabic_runs_from_right_to_left_and_its_evidence_is_lit(page: Page) -> None:
    found = opened(page, "arabic-camp")
    first = found.locator(".sentence > [dir]").first
    assert first.evaluate("element => getComputedStyle(element).direction") == "rtl"
    found.locator(".row").first.hover()
    assert lit(found, "predicted") == "في قصف"
    text = " ".join(found.locator(".sentence > [dir]").all_inner_texts())
    assert text == " ".join(CAMP.split())


def test_gold_and_predicted_are_told_apart_without_colour(page: Page) -> None:
    found = opened(page, "hostile")
    found.locator(".row > button").first.click()
    line = "(element, side) => getComputedStyle(element)[`border${side}Style`]"
    gold, predicted = found.locator(".on-gold").first, found.locator(".on-predicted").first
    assert (gold.evaluate(line, "Bottom"), gold.evaluate(line, "Top")) == ("solid", "none")
    assert (predicted.evaluate(line, "Bottom"), predicted.evaluate(line, "Top")) == ("none", "dashed")


def test_a_click_brings_the_evidence_of_a_long_article_into_view(page: Page) -> None:
    found = opened(page, "long-feature")
    assert found.locator(".box").evaluate("box => box.scrollTop") == 0
    found.locator(".row > button").click()
    box, mark = found.locator(".box").bounding_box(), found.locator(".on-gold").bounding_box()
    assert box is not None
    assert mark is not None
    assert box["y"] < mark["y"] < box["y"] + box["height"]


def test_the_keyboard_alone_will_do(page: Page) -> None:
    found = case(page, "market-shelling")
    found.locator("> summary").focus()
    page.keyboard.press("Enter")
    found.locator(".row > button").first.focus()
    page.keyboard.press("ArrowDown")
    assert lit(found, "gold") == "killing 12 people"
    assert found.locator(".row").nth(1).locator("table").is_hidden()
    page.keyboard.press("Enter")
    assert found.locator(".row").nth(1).locator("table").is_visible()
    page.keyboard.press("Escape")
    assert found.locator("[aria-pressed=true][data-evidence]").count() == 0


# --- cases ------------------------------------------------------------------------------------------


def test_fields_are_marked_by_sign_and_not_by_colour_alone(page: Page) -> None:
    marks = opened(page, "market-shelling").locator(".row").first.locator("tbody .mark [role=img]")
    assert marks.all_inner_texts() == ["✓", "✗", "·"]
    assert [m.get_attribute("aria-label") for m in marks.all()] == ["right", "wrong", "not scored"]


def test_a_failed_case_says_so_and_is_no_zero(page: Page) -> None:
    found = case(page, "broken-case")
    assert "A failed" in found.locator("summary").inner_text().replace("\u00a0", " ")
    assert "InvalidReply" in opened(page, "broken-case").locator(".body").inner_text()
    assert "0.000" not in found.inner_text()


def test_the_test_part_stays_shut_until_somebody_insists(page: Page) -> None:
    found = opened(page, "sealed-case")
    assert "Sealedtown" not in found.inner_text()
    found.get_by_role("button", name="Show it all the same").click()
    assert "Sealedtown" in found.inner_text()


def test_the_other_run_of_a_case_is_one_click_away(page: Page) -> None:
    found = opened(page, "market-shelling")
    assert found.locator(".row.missed").count() == 1
    found.get_by_role("button", name="B coder-1.5b").click()
    assert found.locator(".row.missed").count() == 0


def test_bodies_are_made_when_they_are_opened(page: Page) -> None:
    assert page.locator(".case .body").count() == 0
    opened(page, "example").locator("> summary").click()
    page.locator(".case .body").wait_for(state="detached")


# --- filters ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "expected", "why"),
    [
        ("", 9, "all of run A"),
        ("suite=idmc", 1, "a suite"),
        ("trait=lang:ar", 1, "a trait"),
        ("verdict=missed", 3, "missed facts of run A"),
        ("verdict=missed&run=B", 1, "and of run B"),
        ("verdict=fault", 4, "anything that is not right"),
        ("verdict=missed&fact=displacement", 2, "of one kind of fact"),
        ("verdict=extra&fact=displacement", 0, "both of one row"),
        ("faulty=1", 2, "failed, or ungrounded"),
        ("faulty=1&run=B", 1, "B failed at none"),
        ("q=CARTS+river", 1, "words of the article, in any case"),
        ("q=مخيم", 1, "in Arabic"),
        ("suite=nothing", 9, "a suite that is not there is no filter"),
    ],
)
def test_filters_from_the_address(page: Page, asked: str, expected: int, why: str) -> None:
    page.evaluate("hash => { location.hash = hash; }", asked)
    count = page.locator("#count", has_text=f"{expected} of")
    count.wait_for()
    assert len(names(page)) == expected, why


def test_filters_go_into_the_address_and_come_back(page: Page) -> None:
    page.select_option("[name=run]", label="B coder-1.5b")
    page.select_option("[name=verdict]", "missed")
    page.fill("[name=q]", "300")
    assert names(page) == ["newsroom/arabic-camp"]
    assert page.url.endswith("#run=B&verdict=missed&q=300")
    page.reload()
    assert names(page) == ["newsroom/arabic-camp"]
    page.get_by_role("button", name="Clear").click()
    # Not by a function in the page: the page's policy lets no string become one.
    page.locator("details.case").nth(8).wait_for(state="attached")
    assert page.locator("details.case").count() == 9
    assert "#" not in page.url


def test_rows_that_the_filter_does_not_ask_for_are_counted(page: Page) -> None:
    page.select_option("[name=verdict]", "missed")
    found = opened(page, "market-shelling")
    assert found.locator(".row").count() == 1
    assert "5 other rows not shown" in found.inner_text()


def test_worst_first(page: Page) -> None:
    page.select_option("[name=order]", "worst")
    shown = names(page)
    assert shown[0] == "newsroom/broken-case"
    assert shown[1] == "newsroom/market-shelling"
    assert shown[-1] == "newsroom/no-event"


def test_a_case_can_be_linked(page: Page, address: str) -> None:
    link = opened(page, "hostile").get_by_role("link", name="Link to this case").get_attribute("href")
    assert link is not None
    assert unquote_plus(link) == f"#case=newsroom/hostile-{MARKUP}"
    page.goto("about:blank")
    page.goto(f"{address}{link}")
    page.locator("details.case[open] .body").wait_for()
    assert "hostile" in page.locator("details.case[open] .name").inner_text()
    box = page.locator("details.case[open]").bounding_box()
    assert box is not None
    assert 0 <= box["y"] < DESK[1] / 2


# --- two runs ---------------------------------------------------------------------------------------


def test_two_runs_case_by_case(page: Page) -> None:
    compared = page.locator("#comparison")
    text = compared.inner_text()
    assert "Worse in B (1)" in text
    assert "Better in B (2)" in text
    assert "Scored in one of the two only (1)" in text
    better = compared.locator("li", has_text="market-shelling")
    better.locator("summary").click()
    better.get_by_text("− missed → ✓ right").first.wait_for()  # what is folded is drawn after the click
    page.select_option("[name=a]", "1")
    page.select_option("[name=b]", "0")
    assert "Worse in A (2)" in compared.inner_text()
    assert page.url.endswith("#pair=B-A")
    compared.get_by_role("link", name="idmc/r-1").click()
    page.locator("details.case[open] .body").wait_for()


# --- layout -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESK, PHONE, (320, 600)], ids=["desk", "phone", "small"])
def test_the_page_does_not_scroll_sideways(page: Page, size: tuple[int, int], scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": size[0], "height": size[1]})
    for fold in page.locator("main > section details:not(.case) > summary").all():
        if fold.is_visible():
            fold.click()
    for name in ("market-shelling", "hostile", "example"):
        opened(page, name)
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]


def test_it_can_be_printed(page: Page, tmp_path: Path) -> None:
    opened(page, "market-shelling")
    page.pdf(path=tmp_path / "report.pdf")
    assert (tmp_path / "report.pdf").stat().st_size > 10_000
    page.emulate_media(media="print")
    assert page.locator("#filters").is_hidden()
    assert page.locator("#costs table").first.is_visible()
