"""What the benchmark of the flow sends: the same questions as the library asks of such articles."""

from __future__ import annotations

import pytest

from summariser.engines.base import Strategy
from tests.benchmark.flow import recorded
from tests.benchmark.made_articles import news


@pytest.mark.parametrize("strategy", ["stepwise", "single"])
def test_every_article_of_the_benchmark_asks(strategy: Strategy) -> None:
    articles = list(news(2, 200))
    bodies = recorded(articles, strategy)
    assert len(bodies) == len(articles)
    for calls in bodies:
        assert calls
        assert all(call["response_format"]["type"] == "json_schema" for call in calls)
