"""A batch on a cluster of two nodes, of which one is lost, ends as the plain batch does, byte for byte."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from summariser.api import Summariser
from summariser.batch import BatchOptions, BatchState, Limits, run_batch
from summariser.errors import BudgetSpent
from summariser.ray import Pool, RaySummariser, summarise_dataset
from summariser.settings import Settings
from tests.fault.clusters.ray_cluster import Cluster, text, write_inputs

ARTICLES, BAD = 80, 2
ray = pytest.importorskip("ray")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("ray")
    write_inputs(made, ARTICLES, seconds=0.15)
    return made


@pytest.fixture(scope="module")
def settings(folder: Path, index_folder: Path) -> Settings:
    return Settings(model=f"scripted:{folder / 'answers.json'}", cache_dir=index_folder)


@pytest.fixture(scope="module")
def whole(folder: Path, settings: Settings) -> bytes:
    """What the plain batch writes."""
    with Summariser(settings=settings) as summariser:
        state = run_batch([folder / "in.jsonl"], folder / "whole.jsonl", summariser=summariser)
    assert (state.done, state.failed) == (ARTICLES - BAD, BAD)
    return (folder / "whole.jsonl").read_bytes()


def test_a_node_is_killed(nodes: Cluster, folder: Path, settings: Settings, whole: bytes) -> None:
    second = nodes.add_node()
    killed_at: list[int] = []

    def watch(state: BatchState) -> None:
        if state.done >= 20 and not killed_at:
            killed_at.append(state.done)
            nodes.kill_node(second)

    with RaySummariser(settings, address=nodes.address) as cluster_:
        assert cluster_.engines == 2
        state = run_batch(
            [folder / "in.jsonl"],
            folder / "out.jsonl",
            BatchOptions(concurrency=8),
            summariser=cluster_,
            on_state=watch,
        )
    assert killed_at
    assert killed_at[0] < ARTICLES // 2, "the node was killed when most of the work was done"
    assert (state.done, state.failed, state.left, state.stopped) == (ARTICLES - BAD, BAD, 0, None)
    assert (folder / "out.jsonl").read_bytes() == whole
    ids = [json.loads(line)["id"] for line in whole.splitlines()]
    assert len(ids) == ARTICLES


def test_a_budget_stops_it_and_a_resumed_run_ends_it(
    nodes: Cluster, folder: Path, settings: Settings, whole: bytes
) -> None:
    one = Pool(settings, actors=1)
    paths = [folder / "in.jsonl"], folder / "spent.jsonl"
    with RaySummariser(pool=one, address=nodes.address) as cluster_:
        options = BatchOptions(concurrency=4, limits=Limits(tokens=10_000))
        state = run_batch(*paths, options, summariser=cluster_)
        assert isinstance(state.stopped, BudgetSpent)
        assert "10,000 tokens" in str(state.stopped)
        assert state.left
        spent = state.budget.spent
        # One worker sees what it spends itself: not more than the calls in flight.
        assert 10_000 <= spent.tokens_in + spent.tokens_out < 10_000 + 4 * 1_000
        state = run_batch(*paths, BatchOptions(resume=True, concurrency=8), summariser=cluster_)
        assert state.stopped is None
        assert state.reused
        # All is done: nothing is sent, nothing is started.
        state = run_batch(*paths, BatchOptions(resume=True), summariser=cluster_)
        assert state.reused == state.done == ARTICLES - BAD
    assert (folder / "spent.jsonl").read_bytes() == whole


def test_a_dataset(nodes: Cluster, folder: Path, settings: Settings, whole: bytes, tmp_path: Path) -> None:
    ray.init(address=nodes.address, log_to_driver=False)
    try:
        rows: list[dict[str, Any]] = [
            {"id": f"a{n}", "text": text(n), "published": "2024-03-05", "url": f"u{n}"} for n in range(6)
        ]
        rows += [
            {"id": "twin", "text": text(0), "published": "2024-03-05", "url": "ut"},
            {"id": "empty", "text": "  ", "published": None, "url": "ue"},
            {"id": None, "text": None, "published": "soon", "url": "un"},
        ]
        options: dict[str, Any] = {"settings": settings, "concurrency": 1, "store": tmp_path / "kept"}
        made = summarise_dataset(ray.data.from_items(rows), carry=["url"], **options).materialize()
        found = {row["url"]: row for row in made.take_all()}
        assert sorted(found) == sorted(row["url"] for row in rows)

        expected = {record["id"]: record for record in map(json.loads, whole.splitlines())}
        for number in range(6):
            row = found[f"u{number}"]
            summary = json.loads(row["summary"])
            # The same summary; only messages name the place, which a dataset does not have.
            assert summary["events"] == expected[row["id"]]["summary"]["events"]
            assert summary["humanitarian"] == expected[row["id"]]["summary"]["humanitarian"]
        # Rows come in no order: of one text under two ids the first is worked on, and the other one found.
        asked = {url: found[url]["calls"] for url in sorted(found) if url not in {"ue", "un"}}
        assert {asked.pop("u0"), asked.pop("ut")} == {0, 2}
        assert asked == {f"u{number}": 2 for number in range(1, 6)}
        assert all(bool(row["tokens_in"]) == (row["calls"] > 0) for row in found.values())
        assert found["ut"]["summary"] == found["u0"]["summary"]
        assert found["ue"]["error_kind"] == "EmptyArticle"
        assert found["un"]["error_kind"] == "BadRow"
        assert found["un"]["summary"] is None

        del made  # lets the store go
        nothing = ray.data.from_items(rows).filter(lambda _: False)
        assert summarise_dataset(nothing, settings=settings, concurrency=1).count() == 0
    finally:
        ray.shutdown()
