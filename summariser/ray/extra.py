"""Ray itself: an optional dependency, and how this process joins a cluster."""

from __future__ import annotations

import contextlib
import logging
import os
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, Final

from summariser.errors import ConfigurationError, EngineNotStarted, MissingExtra

_QUIET: Final = {
    # Ray sends its makers what it is used for unless it is told not to.
    "RAY_USAGE_STATS_ENABLED": "0",
    # What Ray's own parts say is in the session's log files; on stderr it would stand among ours.
    "RAY_BACKEND_LOG_LEVEL": "fatal",
}
_OWN: Final = "local"
_HARDLY_A_CPU: Final = 0.01
"""What an actor reserves. Next to nothing: the actor of a node that is lost must find room on those that are
left, or its articles wait for ever. But not nothing: a head node that offers no CPU gets no work."""


def ray_module() -> ModuleType:
    """Ray, with Ray Data.

    Raises:
        MissingExtra: It is not installed.
    """
    for name, value in _QUIET.items():
        os.environ.setdefault(name, value)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import pyarrow  # noqa: F401, PLC0415 - an optional dependency
            import ray  # noqa: PLC0415
            import ray.data  # noqa: PLC0415
    except ImportError:
        raise MissingExtra(
            "Ray is needed, and the extra 'ray' is not installed",
            "Run: pip install 'summariser[ray]'",
            extra="ray",
        ) from None
    module: ModuleType = ray
    return module


def connect(address: str | None) -> bool:
    """Join a cluster, or start one of this machine alone.

    Args:
        address: ``HOST:PORT`` or ``auto``; None takes ``RAY_ADDRESS``, or else starts one here.

    Returns:
        Whether this call did it: False where this process was in a cluster before.

    Raises:
        ConfigurationError: An address of Ray Client, or a bad one.
        EngineNotStarted: Nobody answers there, or nothing could be started here.
        MissingExtra: Ray is not installed.
    """
    ray = ray_module()
    if ray.is_initialized():
        return False
    # "local", for without an address Ray would join whatever cluster was started last on this machine.
    address = address or os.environ.get("RAY_ADDRESS") or _OWN
    if "://" in address:
        raise ConfigurationError(
            f"{address} is an address of Ray Client, through which nothing can be streamed",
            "Run it on a node of the cluster with --ray-address auto, or by 'ray job submit'",
        )
    options: dict[str, Any] = {"include_dashboard": False} if address == _OWN else {}
    try:
        with _no_stderr():
            ray.init(address=address, log_to_driver=False, logging_level=logging.ERROR, **options)
    except (ConnectionError, RuntimeError, ValueError, OSError) as error:
        reason = " ".join(str(error).split())[:200]
        raise EngineNotStarted(
            f"Ray did not start: {reason}"
            if address == _OWN
            else f"There is no cluster at {address}: {reason}",
            "Start one with 'ray start --head', and give its address (--ray-address)",
        ) from None
    # Its traces are in the session's log files as well; ours is the one line that the run ends with. Handlers
    # that somebody else has put there (a program, a test) are not ours to silence.
    for handler in logging.getLogger("ray.data").handlers:
        if isinstance(handler, logging.StreamHandler) and type(handler).__module__.startswith("ray."):
            handler.setLevel(logging.CRITICAL)
    return True


@contextlib.contextmanager
def _no_stderr() -> Iterator[None]:
    """Keep from the terminal what Ray's library says while it loads, whatever its level."""
    sys.stderr.flush()
    kept = os.dup(2)
    try:
        with Path(os.devnull).open("wb") as nothing:
            os.dup2(nothing.fileno(), 2)
        yield
    finally:
        sys.stderr.flush()
        os.dup2(kept, 2)
        os.close(kept)


def working_nodes() -> int:
    """How many nodes of the cluster offer a CPU; at least 1."""
    nodes = ray_module().nodes()
    return max(1, sum(1 for node in nodes if node["Alive"] and node["Resources"].get("CPU", 0) > 0))


def reserved(cores: float | None) -> float:
    """The CPUs that an actor reserves."""
    return _HARDLY_A_CPU if cores is None else cores


def beside_the_driver(cls: type, *arguments: object) -> Any:
    """An actor on this process's own node, so that it is lost only when all is."""
    ray = ray_module()
    here = ray.util.scheduling_strategies.NodeAffinitySchedulingStrategy(
        ray.get_runtime_context().get_node_id(), soft=False
    )
    # Held articles wait inside a call each (see `Ledger.hold`).
    return (
        ray.remote(cls)
        .options(num_cpus=0, scheduling_strategy=here, max_concurrency=100_000)
        .remote(*arguments)
    )
