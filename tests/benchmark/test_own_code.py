"""How long the library's own code takes for an article of some 600 words, the engine left out.

``python3 scripts/dev.py bench``. No bound is tested: how fast a machine is says nothing of the code. What to
look at is the median, in milliseconds.
"""

from __future__ import annotations

import asyncio
from datetime import date
from typing import Any

import pytest

from summariser.articles import Article
from summariser.engines.base import EngineInfo, Reply, Request, Usage
from summariser.normalise.places import PlaceResolver
from summariser.pipeline import summarise_article
from summariser.reading import read
from tests.unit.answers import agree
from tests.unit.sample import EXAMPLE


@pytest.fixture(scope="module")
def article() -> Article:
    """The example: 608 words of conflict, flight, camps and help."""
    return Article(EXAMPLE.read_text(encoding="utf-8"), published=date(2025, 11, 18))


@pytest.fixture(scope="module")
def resolver() -> PlaceResolver:
    return PlaceResolver()


def test_reading(benchmark: Any, article: Article, resolver: PlaceResolver) -> None:
    """Sentences, numbers, names, dates, cues."""
    assert benchmark(read, article, resolver).sentences


class Instant:
    """An engine that answers at once, with the first admissible choice."""

    info = EngineInfo("scripted", "instant", "instant", None, 8192, "stepwise")

    async def ask(self, request: Request[Any]) -> Reply[Any]:
        answer = agree(request)
        # One name on both sides is refused: the benchmark's model then names nobody.
        answer |= {side: "nobody" for side in ("by", "on") if side in answer}
        return Reply(request.response_model.model_validate(answer), str(answer), Usage(calls=1), "stop", None)

    async def aclose(self) -> None:
        """Nothing to let go of."""


def test_everything_but_the_engine(benchmark: Any, article: Article, resolver: PlaceResolver) -> None:
    """From the article to the summary, with answers that cost nothing."""
    loop = asyncio.new_event_loop()

    def summarise() -> Any:
        return loop.run_until_complete(summarise_article(article, Instant(), resolver))

    try:
        assert benchmark(summarise).events is not None
    finally:
        loop.close()
