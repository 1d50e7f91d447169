"""Memory over many articles: nothing of an article stays when it is done.

The benchmark (``scripts/dev.py memory``) compares peaks over 100,000 articles; this holds the same in
seconds, by the bytes that are still handed out afterwards.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

MOST_BYTES = 500
"""For each article: 50 MB of 100,000."""


def staying(*arguments: str) -> float:
    command = [sys.executable, "-m", "tests.benchmark.staying", *arguments]
    ran = subprocess.run(
        command, cwd=Path(__file__).parents[2], check=True, stdout=subprocess.PIPE, text=True
    )
    return float(ran.stdout)


@pytest.mark.parametrize(("strategy", "articles"), [("stepwise", 40), ("single", 40)])
def test_nothing_of_an_article_stays(strategy: str, articles: int) -> None:
    assert staying(strategy, str(articles)) < MOST_BYTES


@pytest.mark.parametrize("planted", ["models", "outcomes"])
def test_what_does_stay_is_seen(planted: str) -> None:
    assert staying("stepwise", "20", planted) > 4 * MOST_BYTES
