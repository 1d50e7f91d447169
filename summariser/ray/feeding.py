"""From a batch's driver into Ray Data: one article at a time, as there is room for it.

Imported only where Ray is.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator
from typing import Any

import pyarrow as pa
import ray
from ray.data import Datasource
from ray.data.block import BlockMetadata
from ray.data.datasource import ReadTask


class Feed:
    """The articles that were sent and are not done yet. An actor beside the driver.

    Ray may run a task that reads again from its beginning, and takes it for granted that the same comes at
    the same place. So an article stays here until it is done, and afterwards its place stays, empty.
    """

    def __init__(self) -> None:
        self._articles: dict[int, bytes] = {}
        self._done: set[int] = set()
        self._done_before = 0
        """All places before it are done, so that the set holds only what is out of order."""
        self._count: int | None = None
        self._changed = asyncio.Event()

    async def put(self, index: int, article: bytes) -> None:
        """Take an article. Calls of an asynchronous actor come in any order."""
        self._articles[index] = article
        self._tell()

    async def done(self, index: int) -> None:
        """Forget an article."""
        self._articles.pop(index, None)
        self._done.add(index)
        while self._done_before in self._done:
            self._done.remove(self._done_before)
            self._done_before += 1

    async def end(self, count: int) -> None:
        """There are so many articles, and no more."""
        self._count = count
        self._tell()

    async def get(self, index: int) -> bytes | None:
        """The article at a place, as soon as it is there; empty where it is done; None after the last."""
        while index not in self._articles:
            if index < self._done_before or index in self._done:
                return b""
            if self._count is not None and index >= self._count:
                return None
            await self._changed.wait()
        return self._articles[index]

    def _tell(self) -> None:
        self._changed.set()
        self._changed = asyncio.Event()


class FeedSource(Datasource):  # type: ignore[misc]
    """A feed as something that Ray Data reads."""

    def __init__(self, feed: Any) -> None:
        super().__init__()
        self._feed = feed

    def estimate_inmemory_data_size(self) -> int | None:
        """Not known."""
        return None

    def get_read_tasks(self, parallelism: int, *_: Any, **__: Any) -> list[ReadTask]:  # noqa: ARG002
        """One task, which runs as long as the batch."""
        feed = self._feed

        def read() -> Iterator[pa.Table]:
            index = 0
            while (article := ray.get(feed.get.remote(index))) is not None:
                yield pa.table(
                    {"index": pa.array([index], pa.int64()), "article": pa.array([article], pa.binary())}
                )
                index += 1

        metadata = BlockMetadata(num_rows=None, size_bytes=None, input_files=None, exec_stats=None)
        return [ReadTask(read, metadata)]


def fed_dataset(feed: Any) -> Any:
    """The dataset of what is fed, a block for each article."""
    context = ray.data.DataContext.get_current().copy()
    # Without it Ray would gather articles until there are 128 MB of them.
    context.target_max_block_size = context.target_min_block_size = 1
    context.enable_progress_bars = context.print_on_execution_start = False
    here = {"ray.io/node-id": ray.get_runtime_context().get_node_id()}
    with ray.data.DataContext.current(context):
        return ray.data.read_datasource(
            FeedSource(feed), override_num_blocks=1, num_cpus=0, label_selector=here
        )


def tables(dataset: Any) -> Iterable[Any]:
    """The dataset's blocks as they are there."""
    blocks: Iterable[Any] = dataset.iter_batches(batch_size=None, prefetch_batches=0, batch_format="pyarrow")
    return blocks
