"""How many threads pay off: one for each physical core that this process may use."""

from __future__ import annotations

import math
import os
from pathlib import Path

_TOPOLOGY = Path("/sys/devices/system/cpu")
_QUOTA = Path("/sys/fs/cgroup/cpu.max")


def usable_cores(topology: Path = _TOPOLOGY, quota: Path = _QUOTA) -> int:
    """Physical cores within this process's affinity and its container's quota; at least 1.

    Two hyperthreads of one core share the units that matrix products need, and threads beyond a
    container's quota are put to sleep in the middle of their work: both make generation slower.
    """
    allowed = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else range(os.cpu_count() or 1)
    cores = {_core(topology, cpu) for cpu in allowed}
    return max(1, min(len(cores), _quota(quota)))


def usable_cpus(quota: Path = _QUOTA) -> int:
    """Processors within this process's affinity and its container's quota, hyperthreads too; at least 1."""
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(allowed, _quota(quota)))


def _core(topology: Path, cpu: int) -> tuple[str, str]:
    folder = topology / f"cpu{cpu}" / "topology"
    try:
        return (folder / "physical_package_id").read_text().strip(), (folder / "core_id").read_text().strip()
    except OSError:  # another system, or a sandbox that hides it: count each as a core
        return "", str(cpu)


def _quota(path: Path) -> int:
    """Whole cores of the container's quota, rounded up; "max" and anything unreadable are no limit."""
    try:
        limit, period = path.read_text().split()
        return max(1, math.ceil(int(limit) / int(period)))
    except (OSError, ValueError, ZeroDivisionError):
        return os.cpu_count() or 1
