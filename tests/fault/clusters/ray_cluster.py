"""A Ray cluster on this machine for tests: small, quick to see that a node is gone, nothing left over."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from summariser.engines.scripted import ScriptedEngine, Slow
from summariser.ray.extra import ray_module

ROOT = Path(__file__).parents[3]
TOWNS = ("Idlib", "Homs", "Aleppo", "Mosul", "Goma", "Bunia", "Tripoli", "Kharkiv")
_QUICK = {
    "health_check_initial_delay_ms": 0,
    "health_check_period_ms": 500,
    # A node that is gone refuses at once; one that only does not answer yet is on a busy machine.
    "health_check_timeout_ms": 10_000,
    "health_check_failure_threshold": 4,
}
_STORE = 80 * 2**20
_VARIABLES = ("SUMMARISER_MODEL", "SUMMARISER_BASE_URL", "OPENAI_API_KEY", "OPENAI_BASE_URL", "RAY_ADDRESS")


class Cluster:
    """A head node, on which the driver is, and more nodes as they are wanted."""

    def __init__(self) -> None:
        from ray.cluster_utils import Cluster as OfRay  # noqa: PLC0415 - after the settings in the environment

        head = {"object_store_memory": _STORE, "include_dashboard": False, "_system_config": _QUICK}
        self._cluster = OfRay(initialize_head=True, head_node_args={"num_cpus": 2, **head})
        self.address: str = self._cluster.address

    def add_node(self) -> Any:
        return self._cluster.add_node(num_cpus=2, object_store_memory=_STORE)

    def kill_node(self, node: Any) -> None:
        """As when its power fails."""
        self._cluster.remove_node(node, allow_graceful=False)

    def shutdown(self) -> None:
        self._cluster.shutdown()


@contextmanager
def cluster(index_folder: Path) -> Iterator[Cluster]:
    """A cluster whose processes see this checkout and the gazetteer's index."""
    pytest.importorskip("ray")
    ray = ray_module()
    folder = tempfile.mkdtemp(prefix="ray-", dir="/tmp")  # a socket's path may have 107 characters
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SUMMARISER_CACHE_DIR", str(index_folder))
        patch.setenv("PYTHONPATH", str(ROOT))
        patch.setenv("RAY_TMPDIR", folder)
        # Ray's workers have niceness 15, and beside other tests on few cores nothing is left for them.
        patch.setenv("RAY_worker_niceness", "0")
        for name in _VARIABLES:
            patch.delenv(name, raising=False)
        made = Cluster()
        try:
            yield made
        finally:
            ray.shutdown()
            made.shutdown()
            end_all_of(folder)


def processes_of(folder: str) -> dict[int, str]:
    """The processes that have a folder in their command line or a file in it open."""
    found = {}
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit() or int(entry.name) == os.getpid():
            continue
        try:
            line = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
            files = [str(file.readlink()) for file in (entry / "fd").iterdir()]
        except OSError:  # gone, or somebody else's
            continue
        if any(folder in name for name in (line, *files)):
            found[int(entry.name)] = line[:200]
    return found


def end_all_of(folder: str) -> None:
    """End what is left of a cluster: a worker can outlive its node for a while."""
    for process in processes_of(folder):
        with contextlib.suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
    until = time.monotonic() + 10
    while processes_of(folder) and time.monotonic() < until:
        time.sleep(0.05)
    shutil.rmtree(folder, ignore_errors=True)


def text(number: int) -> str:
    return (
        f"Rebels shelled {TOWNS[number % 8]} on Sunday, killing {number + 2} people. "
        f"Some {100 * (number + 2)} residents fled to a camp."
    )


def write_inputs(folder: Path, articles: int, *, seconds: float = 0.0) -> None:
    """``in.jsonl``, with rows that hold no article, and a script that takes its time."""
    lines = [{"id": f"a{n}", "text": text(n), "published": "2024-03-05"} for n in range(articles)]
    lines[-1]["text"] = text(0)  # one text under two ids
    rows = [json.dumps(line) + "\n" for line in lines]
    rows[articles // 4] = "{broken\n"
    rows[articles // 2] = rows[articles // 3]  # an id that was there
    (folder / "in.jsonl").write_text("".join(rows))
    script = {"figures": {"$raw": "{}", "$seconds": seconds}}
    (folder / "answers.json").write_text(json.dumps(script))


def deadly() -> ScriptedEngine:
    """An engine that one article takes down, with its whole process."""

    def answer(request: Any) -> Any:
        if any("Kharkiv" in message.content for message in request.messages):
            os._exit(1)
        return Slow("{}", 0.05)

    return ScriptedEngine(answer)
