"""What all tests in the browser have, unless a file has its own: Chromium, the page, and a context on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.chromium import Seen, launched

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext

    from tests.browser.page_server import Served

WAIT = 20_000


@pytest.fixture
def seen() -> Seen:
    """What the page did."""
    return Seen()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium that finds this machine alone."""
    with launched(local=True) as found:
        yield found


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory, index_folder: Path) -> Iterator[Served]:
    """The page on the scripted engine, in a folder of its own."""
    from tests.browser.page_server import serve_page  # noqa: PLC0415 - without fastapi the tests are skipped

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SUMMARISER_CACHE_DIR", str(index_folder))
        with serve_page(tmp_path_factory.mktemp("page")) as found:
            yield found


@pytest.fixture
def context(browser: Browser, served: Served) -> Iterator[BrowserContext]:
    """Windows of one reader at a desk."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=served.address)
    context.set_default_timeout(WAIT)
    yield context
    context.close()
