"""The key of finished work: the same for the same work, another for each thing that changes a result."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from summariser import identity
from summariser.articles import Article
from summariser.confidence import calibrated
from summariser.engines.base import EngineInfo
from summariser.identity import Identity, rules_sha256
from summariser.settings import Settings

ARTICLE = Article("Rebels shelled Idlib.", published=date(2024, 3, 5), source="Wire", title="A", name="a.txt")
INFO = EngineInfo("openai", "openai 3", "m", None, 8192, "single")


def made(info: EngineInfo = INFO, settings: Settings | None = None, **changes: Any) -> Identity:
    arguments: dict[str, Any] = {"kind": "all", "min_confidence": None, "rater": calibrated, **changes}
    return Identity(info, settings or Settings(), **arguments)


def test_the_same_work_has_the_same_key() -> None:
    assert made().key(ARTICLE) == made().key(ARTICLE)
    assert len(made().key(ARTICLE)) == 32


@pytest.mark.parametrize(
    "other",
    [
        Article("Rebels shelled Homs.", date(2024, 3, 5), "Wire", "A"),
        Article(ARTICLE.text, date(2024, 3, 6), "Wire", "A"),
        Article(ARTICLE.text, None, "Wire", "A"),
        Article(ARTICLE.text, date(2024, 3, 5), "Other", "A"),
        Article(ARTICLE.text, date(2024, 3, 5), "Wire", "B"),
    ],
)
def test_another_article_has_another_key(other: Article) -> None:
    assert made().key(other) != made().key(ARTICLE)


def test_what_messages_call_an_article_is_no_part_of_it() -> None:
    moved = Article(ARTICLE.text, ARTICLE.published, ARTICLE.source, ARTICLE.title, name="b.txt")
    assert made().key(moved) == made().key(ARTICLE)


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (made(EngineInfo("openai", "openai 3", "n", None, 8192, "single")), "model"),
        (made(EngineInfo("openai", "openai 3", "m", "0" * 64, 8192, "single")), "the model's bytes"),
        (made(EngineInfo("openai", "openai 3", "m", None, 4096, "single")), "context"),
        (made(EngineInfo("openai", "openai 3", "m", None, 8192, "stepwise")), "strategy"),
        (made(kind="events"), "kind"),
        (made(min_confidence=0.5), "least confidence"),
        (made(settings=Settings(extra_body={"seed": 1})), "what every request carries"),
    ],
)
def test_another_way_of_working_has_another_key(other: Identity, why: str) -> None:
    assert other.key(ARTICLE) != made().key(ARTICLE), why


@pytest.mark.parametrize(
    ("settings", "why"),
    [
        (Settings(threads=3), "threads change the time only"),
        (Settings(base_url="http://127.0.0.1:9/v1"), "a named model may move"),
        (Settings(api_key="canary-key"), "whose account it is"),
        (Settings(attempts=9), "patience"),
    ],
)
def test_what_changes_no_result_changes_no_key(settings: Settings, why: str) -> None:
    assert made(settings=settings).key(ARTICLE) == made().key(ARTICLE), why
    assert "canary" not in str(made(settings=settings).facts)


def test_a_server_of_any_model_is_known_by_its_address() -> None:
    info = EngineInfo("openai", "openai 3", "default", None, 8192, "single")
    keys = {made(info, Settings(base_url=f"http://127.0.0.1:{p}/v1")).key(ARTICLE) for p in (8000, 8001)}
    assert len(keys) == 2


def test_a_changed_prompt_or_rule_has_another_key(monkeypatch: pytest.MonkeyPatch) -> None:
    before = made().key(ARTICLE)
    with monkeypatch.context() as patch:
        patch.setattr(identity, "rules_sha256", lambda: "changed")
        assert made().key(ARTICLE) != before
    with monkeypatch.context() as patch:
        patch.setattr(identity, "_prompts", lambda: (("event", "9.0.0", "0" * 64),))
        assert made().key(ARTICLE) != before


def test_a_changed_script_has_another_key(tmp_path: Path) -> None:
    script = tmp_path / "s.json"
    settings = Settings(model=f"scripted:{script}")
    script.write_text("{}")
    before = made(settings=settings).key(ARTICLE)
    script.write_text("[]")
    assert made(settings=settings).key(ARTICLE) != before


def test_the_rules_are_those_that_can_change_a_result() -> None:
    names = {name for name, _ in identity._rule_files(identity.resources.files("summariser"), "")}
    assert {"lexicon/events.py", "pipeline.py", "schemas/events.py", "confidence/weights.json"} <= names
    assert not [n for n in names if n.startswith(("cli", "evals", "batch", "terminal", "__"))]
    assert len(rules_sha256()) == 64
