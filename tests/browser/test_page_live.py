"""The page with the embedded model: the one way from a text to a label that no script stands in for."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

pytest.importorskip("fastapi")

from summariser.engines import make_engine
from summariser.engines.catalogue import catalogue
from summariser.engines.models import model_path
from summariser.evals.labels import check
from summariser.settings import Settings
from tests.browser.chromium import MISSING, launched
from tests.browser.page_server import serve_page

pytestmark = [pytest.mark.live, pytest.mark.skipif(bool(MISSING), reason="; ".join(MISSING))]

SMALL = "smollm2-135m"
TEXT = (
    "MENAKA, Nov 18 - Fighters loyal to the mayor and gunmen traded fire near the market on Sunday, "
    "and rockets hit the clinic; 12 civilians were reported dead. At least 400 families arrived in Gao where "
    "3,000 others live. The army said it had struck a rebel base. Women are in danger."
)
"""The rules alone leave some of it open, so that the model is asked."""
LONG = 600_000
"""Milliseconds: on a busy machine each answer takes seconds."""


def test_from_a_text_to_a_label_with_the_embedded_model(
    tmp_path: Path, index_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = Settings.from_environment().cache_dir
    names = [name for name in (catalogue().default, SMALL) if model_path(name, cache).is_file()]
    if not names:
        pytest.skip(f"no model in the cache: run `summariser model pull {SMALL}`")
    engine = make_engine(Settings.from_environment(model=names[0], offline=True))
    monkeypatch.setenv("SUMMARISER_CACHE_DIR", str(index_folder))
    with serve_page(tmp_path, engine) as served, launched(local=True) as browser:
        page = browser.new_page(base_url=served.address)
        began = time.monotonic()
        page.goto("/")
        page.get_by_label("Text of the article").fill(TEXT)
        page.get_by_label("Published").fill("2025-11-18")
        page.get_by_role("button", name="Summarise").click()
        page.locator("#steps .now").first.wait_for(timeout=LONG)
        page.locator("#state:not([data-watch])").wait_for(timeout=LONG)
        done = time.monotonic()
        page.get_by_text("How it was made").click()
        made = page.locator(".made").inner_text()
        assert names[0] in made
        assert " 0 calls" not in made
        page.keyboard.press("l")
        page.locator("#editor .kind").first.wait_for()
        page.keyboard.press("Control+Enter")
        page.get_by_text("Saved as the first reading").wait_for()
        shown = f"{done - began:.0f} s to the summary, {time.monotonic() - began:.0f} s to the label"
        print(f"{names[0]}: {shown}")
        (gold,) = (served.room.folder.root / "gold").glob("*.json")
        assert check(gold) == []
