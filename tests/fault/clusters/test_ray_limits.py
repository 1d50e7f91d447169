"""Limits of each node, and an article that takes its worker down with it."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from summariser.batch import Limits
from summariser.ray import summarise_dataset
from summariser.settings import Settings
from tests.fault.clusters.ray_cluster import Cluster, deadly, text, write_inputs

ray = pytest.importorskip("ray")


@pytest.fixture(scope="module")
def joined(nodes: Cluster) -> Iterator[Cluster]:
    ray.init(address=nodes.address, log_to_driver=False)
    yield nodes
    ray.shutdown()


def test_each_node_has_its_limit(joined: Cluster, tmp_path: Path, index_folder: Path) -> None:
    second = joined.add_node()
    write_inputs(tmp_path, 8)
    settings = Settings(model=f"scripted:{tmp_path / 'answers.json'}", cache_dir=index_folder)
    articles = ray.data.from_items([{"id": f"a{n}", "text": text(n)} for n in range(40)])
    made = summarise_dataset(articles, settings=settings, in_flight=1, limits=Limits(tokens=4_000)).take_all()
    kinds = Counter(row["error_kind"] for row in made)
    assert set(kinds) == {None, "BudgetSpent"}
    assert sum(kinds.values()) == len({row["id"] for row in made}) == 40
    spent = sum(row["tokens_in"] + row["tokens_out"] for row in made)
    assert 2 * 4_000 <= spent < 2 * (4_000 + 1_000), "two nodes, each with its limit and one call over it"
    limits = {row["error_message"] for row in made if row["error_kind"]}
    assert any("the limit of 4,000 tokens of each node" in message for message in limits), limits
    joined.kill_node(second)


def test_datasets_of_one_session_share_a_store(joined: Cluster, tmp_path: Path, index_folder: Path) -> None:
    write_inputs(tmp_path, 8)
    settings = Settings(model=f"scripted:{tmp_path / 'answers.json'}", cache_dir=index_folder)

    def made(count: int) -> Any:
        articles = ray.data.from_items([{"id": f"a{n}", "text": text(n)} for n in range(count)])
        return summarise_dataset(articles, settings=settings, concurrency=1, store=tmp_path / "kept")

    first = made(2)
    assert sum(row["calls"] > 0 for row in first.take_all()) == 2
    second = made(3)  # the first one still lives
    assert sum(row["calls"] > 0 for row in second.take_all()) == 1
    del first, second
    gc.collect()
    assert sum(row["calls"] > 0 for row in made(3).take_all()) == 0  # nobody holds it, or nobody collected it


def test_an_article_that_kills_its_worker_is_a_failure(joined: Cluster, index_folder: Path) -> None:
    articles = ray.data.from_items([{"id": f"a{n}", "text": text(n)} for n in range(12)])
    settings = Settings(cache_dir=index_folder)
    made = summarise_dataset(articles, settings=settings, engine=deadly, concurrency=1, in_flight=6)
    kinds = {row["id"]: row["error_kind"] for row in made.take_all()}
    assert kinds == {f"a{n}": "EngineCrashed" if n == 7 else None for n in range(12)}
