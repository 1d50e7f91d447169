"""One cluster of Ray for all tests that need one: to start it takes as long as a test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fault.clusters.ray_cluster import Cluster, cluster


@pytest.fixture(scope="package")
def nodes(index_folder: Path) -> Iterator[Cluster]:
    """A head node. Who adds another one takes it away again."""
    with cluster(index_folder) as made:
        yield made
