"""The browser of these tests, and what is noted of all that a page does."""

from __future__ import annotations

import contextlib
import importlib.util
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
MISSING = [
    reason
    for reason, missing in (
        (
            "playwright is not installed (pip install playwright)",
            importlib.util.find_spec("playwright") is None,
        ),
        ("no chromium on the path (Debian: apt-get install chromium)", CHROMIUM is None),
    )
    if missing
]
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
NO_HOST = "--host-resolver-rules=MAP * ~NOTFOUND"
"""Every host is unknown: what would be fetched fails and is seen."""
DESK, PHONE = (1280, 900), (390, 844)


@dataclass
class Seen:
    """What a page did that it must not do."""

    dialogs: list[str] = field(default_factory=list)
    console: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        """Note what the page does from here on."""
        page.on("dialog", lambda dialog: (self.dialogs.append(dialog.message), dialog.dismiss()))
        page.on("console", lambda message: self.console.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: self.console.append(str(error)))
        page.on("request", lambda request: self.requests.append(request.url))


@contextlib.contextmanager
def launched(*, local: bool = False) -> Iterator[Browser]:
    """Chromium without a network; with ``local`` it finds this machine."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - without it the tests are skipped

    rules = f"{NO_HOST}, EXCLUDE 127.0.0.1" if local else NO_HOST
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=[*FLAGS, rules])
        yield browser
        browser.close()


@contextlib.contextmanager
def offline(home: Path) -> Iterator[BrowserContext]:
    """Chromium that is offline as a user's is, for files on disk."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - as above

    with sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            home, executable_path=CHROMIUM, headless=True, offline=True, args=[*FLAGS, NO_HOST]
        )
        yield context
        context.close()
