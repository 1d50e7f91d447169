"""What many tests share: the gazetteer's index, built once, and the way from a text to a reading."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from xdist.scheduler import LoadFileScheduling

from summariser.articles import Article
from summariser.engines.loop import run_sync
from summariser.engines.scripted import ScriptedEngine
from summariser.evals.first_choice import first_choice
from summariser.evals.grounding import ungrounded
from summariser.normalise.places import PlaceResolver
from summariser.pipeline import summarise_article
from summariser.reading import Reading, read
from summariser.schemas import Summary

Read = Callable[..., Reading]
Summarise = Callable[..., Summary]

# A busy machine is no failure: how long an example takes says nothing about whether it is right.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")


_CLUSTERS = "tests/fault/clusters/"
_LONGEST = (_CLUSTERS, "tests/browser/test_page_live.py")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes the longest comes first, or one process would be left with it at the end."""
    items.sort(key=lambda item: not item.nodeid.startswith(_LONGEST))


class _OneClusterAtATime(LoadFileScheduling):
    """Files stay together, and those that need a cluster of Ray are in one process, as they share it."""

    def _split_scope(self, nodeid: str) -> str:
        scope: str = super()._split_scope(nodeid)
        return "ray" if scope.startswith(_CLUSTERS) else scope


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> _OneClusterAtATime | None:
    """In place of xdist's own for ``--dist loadfile``."""
    return _OneClusterAtATime(config, log) if config.getvalue("dist") == "loadfile" else None


@pytest.fixture(scope="session")
def index_folder(request: pytest.FixtureRequest) -> Path:
    """Where the gazetteer's index is kept from run to run: building it takes some ten seconds."""
    given = os.environ.get("SUMMARISER_TEST_CACHE")
    if given:
        return Path(given)
    cache = request.config.cache
    assert cache is not None
    return Path(cache.mkdir("summariser-index"))


@pytest.fixture(scope="session")
def resolver(index_folder: Path) -> PlaceResolver:
    """The offline gazetteer."""
    return PlaceResolver(index_folder)


@pytest.fixture(scope="session")
def read_text(resolver: PlaceResolver) -> Read:
    """A text, and the day it was published if any, as a reading."""

    def reading_of(text: str, published: date | None = None) -> Reading:
        return read(Article(text, published=published), resolver)

    return reading_of


@pytest.fixture(scope="session")
def by_rules(resolver: PlaceResolver) -> Summarise:
    """A text and the day it was published as a grounded summary: by rules alone, or with an engine."""

    def summary_of(text: str, engine: ScriptedEngine | None = None, *, published: date) -> Summary:
        article = Article(text, published=published)
        summary = run_sync(summarise_article(article, engine or ScriptedEngine(first_choice), resolver))
        assert ungrounded(summary, article) == []
        return summary

    return summary_of
