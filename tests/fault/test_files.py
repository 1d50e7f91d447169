"""Files: whole or not at all, with the user's permissions, whatever the disk or the links do."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from summariser import files
from summariser.errors import ConfigurationError, DiskFull
from summariser.evals.predictions import write_predictions
from summariser.evals.run_log import CaseRecord, Head, RunLog, write_log
from summariser.evals.tapes import About, Tape, write_tape
from summariser.files import mark_of, replacing, write_whole
from summariser.store import Store

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")
ROOT = Path(__file__).parents[2]
TEXT = "Rebels shelled {} on Sunday, killing {} people. Some 700 residents fled to a camp."


@contextlib.contextmanager
def masked(umask: int) -> Iterator[None]:
    before = os.umask(umask)
    try:
        yield
    finally:
        os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


# --- permissions --------------------------------------------------------------------------------


HEAD = Head(mode="live", run="r", summariser_version="0", model="m", strategy="single", scorers={})
LOG = RunLog(head=HEAD, cases=(CaseRecord(suite="s", id="a", prediction={"a": 1}),))
ABOUT = About(
    suite="s", case="a", article_sha256="0", published=None, model="m", model_sha256=None, strategy="single",
    engine="scripted",
)  # fmt: skip


def make_store(path: Path) -> None:
    Store(path).close()


@pytest.mark.parametrize("umask", [0o022, 0o077, 0o002])
@pytest.mark.parametrize(
    ("name", "write"),
    [
        ("text", lambda path: write_whole(path, "x")),
        ("log", lambda path: write_log(path, LOG)),
        ("tape", lambda path: write_tape(path, Tape(about=ABOUT, exchanges=()))),
        ("s.jsonl", lambda path: write_predictions(path.parent, LOG)),
        ("store", make_store),
    ],
)
def test_a_new_file_has_what_the_umask_gives(
    tmp_path: Path, umask: int, name: str, write: Callable[[Path], object]
) -> None:
    with masked(umask):
        write(tmp_path / name)
    assert mode(tmp_path / name) == 0o666 & ~umask
    assert [p.name for p in tmp_path.iterdir()] == [name]


COMMANDS = """
import json, sys
from pathlib import Path
from summariser.cli import main
codes = [main(arguments) for arguments in json.load(sys.stdin)]
sys.exit(max(codes))
"""


def run(
    folder: Path, index: Path, *commands: list[str], before: list[str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Commands of ours in a process of its own, with a scripted model."""
    (folder / "answers.json").write_text('{"figures": {"$raw": "{}"}}')
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "HOME": str(folder)}
    return subprocess.run(
        [*(before or []), sys.executable, "-c", COMMANDS],
        input=json.dumps(commands), text=True, capture_output=True, cwd=folder, check=False, timeout=200,
        env={**environment, "SUMMARISER_CACHE_DIR": str(index), "SUMMARISER_MODEL": "scripted:answers.json"},
    )  # fmt: skip


def rows(path: Path, count: int) -> None:
    lines = [{"id": f"a{n}", "text": TEXT.format(f"Town{n}", n + 2)} for n in range(count)]
    path.write_text("".join(json.dumps(line) + "\n" for line in [*lines, {"id": "bad"}]))


def test_what_the_commands_write_has_what_the_umask_gives(tmp_path: Path, index_folder: Path) -> None:
    umask = 0o037  # nobody's default
    rows(tmp_path / "in.jsonl", 2)
    (tmp_path / "a.txt").write_text(TEXT.format("Gamboru", 12))
    with masked(umask):
        ended = run(
            tmp_path, index_folder,
            ["summarise", "a.txt", "--json", "--output", "one.json"],
            ["batch", "in.jsonl", "out.jsonl", "--errors", "bad.jsonl"],
            ["batch", "in.jsonl", "out.parquet", "--store", "its.store"],
        )  # fmt: skip
    assert ended.returncode == 5, ended.stderr
    made = ("one.json", "out.jsonl", "bad.jsonl", "out.parquet", "its.store", "out.jsonl.store")
    assert {name: mode(tmp_path / name) for name in made} == dict.fromkeys(made, 0o666 & ~umask)


@pytest.mark.parametrize("kept", [0o600, 0o640, 0o664, 0o444])
def test_a_file_that_is_replaced_keeps_its_permissions_from_the_first_byte(tmp_path: Path, kept: int) -> None:
    path = tmp_path / "a"
    path.write_text("before")
    path.chmod(kept)
    with replacing(path) as file:
        file.write(b"secret")
        file.flush()
        (fresh,) = (p for p in tmp_path.iterdir() if p != path)
        assert mode(fresh) == kept
        assert path.read_text() == "before"
    assert (mode(path), path.read_text()) == (kept, "secret")


# --- whole or not at all ------------------------------------------------------------------------


def test_a_failure_in_the_middle_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("before")

    def write_half() -> None:
        with replacing(path) as file:
            file.write(b"half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_half()
    assert path.read_text() == "before"
    assert [p.name for p in tmp_path.iterdir()] == ["a"]


@pytest.mark.parametrize("there", [True, False])
def test_through_links_the_file_behind_them_is_replaced(tmp_path: Path, there: bool) -> None:
    behind = tmp_path / "elsewhere" / "real"
    behind.parent.mkdir()
    if there:
        behind.write_text("before")
    (tmp_path / "middle").symlink_to("elsewhere/real")
    (tmp_path / "link").symlink_to("middle")
    write_whole(tmp_path / "link", "after")
    assert behind.read_text() == "after"
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "middle").is_symlink()


def test_links_that_lead_in_a_circle_are_an_error_of_ours(tmp_path: Path) -> None:
    (tmp_path / "one").symlink_to("two")
    (tmp_path / "two").symlink_to("one")
    with pytest.raises(ConfigurationError):
        write_whole(tmp_path / "one", "x")


def test_an_output_on_another_file_system(tmp_path: Path) -> None:
    other = Path("/dev/shm")
    if not other.is_dir() or other.stat().st_dev == tmp_path.stat().st_dev:
        pytest.skip("there is no other file system")
    folder = other / f"summariser-test-{os.getpid()}"
    folder.mkdir()
    try:
        (tmp_path / "link").symlink_to(folder / "file")
        write_whole(tmp_path / "link", "x")
        assert [p.name for p in folder.iterdir()] == ["file"]
    finally:
        shutil.rmtree(folder)


@pytest.mark.parametrize(
    ("number", "kind"), [(28, DiskFull), (122, DiskFull), (27, DiskFull), (30, ConfigurationError)]
)
def test_errors_of_the_disk_are_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, kind: type[Exception]
) -> None:
    (tmp_path / "a").write_text("before")

    def fail(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(files.os, "fsync", fail)
    with pytest.raises(kind):
        write_whole(tmp_path / "a", "after")
    assert (tmp_path / "a").read_text() == "before"
    assert [p.name for p in tmp_path.iterdir()] == ["a"]


def test_a_file_that_may_grow_no_further(tmp_path: Path) -> None:
    """The real limit of the operating system, in a process of its own."""
    (tmp_path / "a").write_text("before")
    program = (
        "import resource, sys; from pathlib import Path; from summariser.files import write_whole\n"
        "from summariser.errors import DiskFull\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))\n"
        "try: write_whole(Path(sys.argv[1]), 'x' * 1_000_000)\n"
        "except DiskFull as error: print(error)\n"
    )
    command = [sys.executable, "-c", program, str(tmp_path / "a")]
    ended = subprocess.run(
        command, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=True
    )
    assert "There is no room for" in ended.stdout
    assert (tmp_path / "a").read_text() == "before"
    assert [p.name for p in tmp_path.iterdir()] == ["a"]


def test_a_disk_that_is_full(tmp_path: Path, index_folder: Path) -> None:
    """A small file system in memory, seen by the processes of this test alone."""
    disk = tmp_path / "disk"
    disk.mkdir()
    rows(tmp_path / "in.jsonl", 30)
    then = '"$@"; code=$?; ls -A disk; exit $code'
    apart = ["unshare", "--mount", "--propagation", "private", "sh", "-c"]
    mount = "mount -t tmpfs -o size=80k summariser disk"
    if not shutil.which("unshare") or subprocess.run([*apart, mount], cwd=tmp_path, check=False).returncode:
        pytest.skip("no file system may be mounted here")
    command = ["batch", "in.jsonl", "disk/out.jsonl", "--store", "out.store"]
    ended = run(tmp_path, index_folder, command, before=[*apart, f"{mount} && {then}", "sh"])
    assert ended.returncode == 3, ended.stderr
    assert "There is no room for disk/out.jsonl" in ended.stderr
    assert ended.stdout == ""  # nothing half-written stays on the disk
    with Store(tmp_path / "out.store") as store:  # what was done is kept
        assert store.counts() == (30, 1, 0)


# --- marks --------------------------------------------------------------------------------------


def test_a_mark_cannot_be_set_back(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("one")
    mark = mark_of(path)
    assert mark_of(path) == mark
    path.write_text("two")
    os.utime(path, ns=(mark.written_ns, mark.written_ns))
    now = mark_of(path)
    assert (now.inode, now.size, now.written_ns) == (mark.inode, mark.size, mark.written_ns)
    assert now != mark
