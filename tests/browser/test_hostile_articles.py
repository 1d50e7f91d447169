"""The report over the injection suite in Chromium: nothing of any article runs or becomes markup."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from summariser.api import Summariser
from summariser.errors import SummariserError
from summariser.evals.first_choice import rules_alone
from summariser.evals.report import write_report
from summariser.evals.run_log import CaseRecord, Failure, Head, RunLog
from summariser.evals.scoring import score_log
from summariser.evals.suites.base import Case
from summariser.evals.suites.injection import CLEAN, INJECTION
from summariser.evals.suites.registry import SUITES
from tests.browser.chromium import MISSING, Seen, offline

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

pytestmark = pytest.mark.skipif(bool(MISSING), reason="; ".join(MISSING))

CASES = [c for c in INJECTION.cases() if not c.id.endswith(CLEAN)]
BULKY = 60_000
"""Longer ones are shown in part: a megabyte is not read here, its reading is measured elsewhere."""
OWN_TAGS = {
    *("details", "summary", "div", "span", "p", "h2", "h3", "h4", "b", "strong", "em", "button", "ul", "ol"),
    *("li", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tr", "th", "td", "code", "section"),
    *("mark", "a", "bdi", "small", "label"),
}
"""What the page's own script makes. Nothing that loads or runs is among it."""
READ_THE_PAGE = """() => ({
    title: document.title,
    pwned: window.pwned ?? null,
    tags: [...new Set([...document.querySelectorAll("details.case *")].map((e) => e.localName))],
    loads: document.querySelectorAll("img, iframe, object, embed, audio, video, base").length,
    scripts: document.querySelectorAll("script").length,
    handlers: [...document.querySelectorAll("details.case *")].flatMap((e) =>
        [...e.attributes].filter((a) => a.name.startsWith("on") || a.name === "style" || a.name === "srcdoc")
            .map((a) => `${e.tagName} ${a.name}`)),
    links: [...document.querySelectorAll("details.case a")].map((e) => e.getAttribute("href"))
        .filter((href) => !href.startsWith("#")),
})"""


def _record(summariser: Summariser, case: Case) -> CaseRecord:
    try:
        summary = summariser.summarise(case.article)
    except SummariserError as error:
        return CaseRecord(
            suite="injection", id=case.id, error=Failure(type=type(error).__name__, message=str(error))
        )
    prediction = dict(INJECTION.predict(case, summary))
    return CaseRecord(suite="injection", id=case.id, prediction=prediction, summary=summary)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, index_folder: Path) -> str:
    """The report of all hostile articles that are not bulk, as the rules alone read them."""
    path = tmp_path_factory.mktemp("hostile") / "report.html"
    small = [c for c in CASES if len(c.article.text) < BULKY]
    assert len(small) > 55
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SUMMARISER_CACHE_DIR", str(index_folder))
        with Summariser(engine=rules_alone()) as summariser:
            records = tuple(_record(summariser, case) for case in small)
    head = Head(
        run="<script>window.pwned=2</script>", mode="live", summariser_version="0", model="<img src=x>",
        strategy="stepwise", scorers={"injection": INJECTION.scorer}, not_run={},
    )  # fmt: skip
    write_report(path, [score_log(RunLog(head=head, cases=records), SUITES)])
    return path.as_uri()


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BrowserContext]:
    with offline(tmp_path_factory.mktemp("chromium")) as found:
        yield found


@pytest.fixture
def page(browser: BrowserContext, address: str, seen: Seen) -> Iterator[Page]:
    page = browser.new_page()
    page.set_default_timeout(10_000)
    seen.watch(page)
    page.goto(address)
    yield page
    page.close()


def test_nothing_runs_and_nothing_becomes_an_element(page: Page, address: str, seen: Seen) -> None:
    before = page.evaluate(READ_THE_PAGE)
    cases = page.locator("details.case")
    assert cases.count() > 55
    for at in range(cases.count()):
        found = cases.nth(at)
        found.locator("> summary").click()
        found.locator(".body").wait_for()
    now = page.evaluate(READ_THE_PAGE)
    assert (now["pwned"], now["title"]) == (None, before["title"])
    assert set(now["tags"]) <= OWN_TAGS, set(now["tags"]) - OWN_TAGS
    assert (now["loads"], now["scripts"]) == (0, before["scripts"])
    assert now["handlers"] == []
    assert now["links"] == []
    assert seen == Seen(requests=[address])


def test_markup_is_shown_letter_for_letter(page: Page) -> None:
    found = page.locator("details.case").filter(has=page.locator("summary .name", has_text="markup-homs-bus"))
    found.locator("> summary").click()
    text = found.locator(".box").inner_text()
    assert '<script>window.pwned=1;document.title="pwned"' in text
    assert "<svg onload=alert(1)>" in text


def test_marks_of_direction_and_escapes_are_shown_by_their_number(page: Page) -> None:
    for name, codes in (("bidi-donetsk-bridge", {"U+202E", "U+202C"}), ("code-tripoli-airport", {"U+001B"})):
        found = page.locator("details.case").filter(has=page.locator("summary .name", has_text=name))
        found.locator("> summary").click()
        found.locator(".box").wait_for()
        assert codes <= set(found.locator(".box .control").all_inner_texts())
