"""``summariser batch --engine ray`` that is killed or stopped, and goes on where it was."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from tests.fault.clusters.ray_cluster import ROOT, Cluster, end_all_of, processes_of, write_inputs

ARTICLES, BAD = 60, 2
pytest.importorskip("ray")


class Desk:
    """Starts the command in a folder with inputs."""

    def __init__(self, folder: Path, cache: Path) -> None:
        self.folder = folder
        self._environment = {**os.environ, "SUMMARISER_CACHE_DIR": str(cache), "PYTHONPATH": str(ROOT)}

    def start(self, output: str, *options: str, **environment: str) -> subprocess.Popen[str]:
        arguments = ["batch", "in.jsonl", output, "--model", "scripted:answers.json", *options]
        return subprocess.Popen(
            [sys.executable, "-m", "summariser", *arguments],
            cwd=self.folder,
            env={**self._environment, **environment},
            stderr=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            text=True,
            start_new_session=True,
            # Whoever runs the tests in the background may have SIGINT ignored, and that is inherited.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
        )

    def run(self, output: str, *options: str) -> tuple[int, str]:
        process = self.start(output, *options)
        _, said = process.communicate()
        return process.returncode, said


def until_under_way(process: subprocess.Popen[str]) -> str:
    """Wait for the first line that tells of articles that were worked on."""
    assert process.stderr is not None
    said = ""
    for line in process.stderr:
        said += line
        found = re.match(r"(\d+)/60 ", line)
        if found and int(found[1]) > BAD + 3:
            return said
    raise AssertionError(said)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory, index_folder: Path, nodes: Cluster) -> Desk:
    made = Desk(tmp_path_factory.mktemp("ray-cli"), index_folder)
    write_inputs(made.folder, ARTICLES, seconds=0.2)
    code, said = made.run("whole.jsonl", "--quiet", "--concurrency", "30")
    assert code == 5, said
    return made


def test_the_driver_is_killed_and_goes_on(desk: Desk, nodes: Cluster) -> None:
    options = ("--engine", "ray", "--ray-address", nodes.address, "--resume", "--concurrency", "2")
    process = desk.start("killed.jsonl", *options)
    until_under_way(process)
    process.kill()
    process.wait()
    assert not (desk.folder / "killed.jsonl").exists()

    code, said = desk.run("killed.jsonl", *options, "--errors", "failed.jsonl")
    assert code == 5, said
    done = int(re.findall(r"(\d+) were done", said)[0])
    assert 0 < done < ARTICLES - BAD
    assert (desk.folder / "killed.jsonl").read_bytes() == (desk.folder / "whole.jsonl").read_bytes()
    failed = [json.loads(line) for line in (desk.folder / "failed.jsonl").read_text().splitlines()]
    assert [record["error"]["kind"] for record in failed] == ["BadRow", "DuplicateId"]


def test_ctrl_c_on_a_cluster_of_its_own(desk: Desk) -> None:
    """The interrupt reaches the whole process group, as in a terminal, and nothing is left behind."""
    folder = tempfile.mkdtemp(prefix="ray-", dir="/tmp")
    try:
        process = desk.start(
            "stopped.jsonl", "--engine", "ray", "--concurrency", "2", RAY_TMPDIR=folder, RAY_ADDRESS=""
        )
        until_under_way(process)
        os.killpg(process.pid, signal.SIGINT)
        _, said = process.communicate()
        assert process.returncode == 130, said
        assert "finishing what is in flight" in said
        assert "go on with --resume" in said
        until = time.monotonic() + 30
        while (left := processes_of(folder)) and time.monotonic() < until:
            time.sleep(0.2)
        assert not left
    finally:
        end_all_of(folder)
    lines = (desk.folder / "stopped.jsonl").read_text().splitlines()
    assert BAD < len(lines) < ARTICLES
    code, said = desk.run("stopped.jsonl", "--resume", "--quiet")  # on this machine: one store for both
    assert code == 5, said
    assert (desk.folder / "stopped.jsonl").read_bytes() == (desk.folder / "whole.jsonl").read_bytes()
