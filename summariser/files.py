"""Files that appear whole or not at all, with the permissions that the user's umask gives a new file."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, NamedTuple

from summariser.errors import ConfigurationError, DiskFull, SummariserError


def printable(path: Path) -> str:
    """The path as text that can be kept and written: a name that is not UTF-8 has its bytes escaped.

    Two such names stay two, which marks in the bytes' place would make one of.
    """
    return path.as_posix().encode("utf-8", "backslashreplace").decode("utf-8")


class FileMark(NamedTuple):
    """What changes when a file's bytes do, or another file takes its place.

    The time of the last change of its status (``changed_ns``) is the kernel's own and cannot be set back, as
    that of its bytes can. Through a symbolic link, the marks are of the file behind it.
    """

    inode: int
    size: int
    written_ns: int
    changed_ns: int


def mark_of(path: Path) -> FileMark:
    """The file's mark.

    Raises:
        OSError: It is not there.
    """
    status = path.stat()
    return FileMark(status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns)


def check_place(path: Path) -> None:
    """See that the path can be looked at, and is no pipe, device or folder where it is there.

    Raises:
        ConfigurationError: It is one, or a circle of links, or too long, or no name at all.
    """
    try:
        path.resolve()
        if not path.exists() or path.is_file():
            return
        what = "a directory" if path.is_dir() else "a pipe or a device, not a file"
    except (OSError, RuntimeError, ValueError) as error:
        raise ConfigurationError(
            f"{printable(path)[:200]} cannot be a file: {getattr(error, 'strerror', None) or error}",
            "Name another file",
        ) from None
    raise ConfigurationError(f"{path} is {what}", "Name a file")


@contextmanager
def replacing(path: Path, temporary: Path | None = None) -> Iterator[BinaryIO]:
    """A file that takes ``path``'s place when the block ends well, and vanishes when it does not.

    A new file has the permissions that the umask gives; one that takes another's place has that one's, from
    the first byte on.

    Args:
        path: The file; through a symbolic link, the file behind it is what is replaced.
        temporary: Where to write until then, in the same folder. A fixed name leaves at most one such
            file behind after a kill, which the next run overwrites; None makes a name that is new.

    Raises:
        OSError: It cannot be written; see `cannot_write`.
    """
    target = _behind_links(path)
    temporary = temporary or target.parent / f".summariser-{secrets.token_hex(6)}.tmp"
    temporary.unlink(missing_ok=True)
    try:
        with open_new(temporary) as file:
            if target.exists():
                shutil.copymode(target, temporary)
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def write_whole(path: Path, text: str, *, temporary: Path | None = None) -> None:
    """Write a text as UTF-8, whole or not at all; see `replacing`.

    Raises:
        DiskFull: There is no room. What stood there before still does.
        ConfigurationError: It cannot be written.
    """
    try:
        with replacing(path, temporary) as file:
            file.write(text.encode("utf-8"))
    except OSError as error:
        raise cannot_write(path, error) from None


def _behind_links(path: Path) -> Path:
    try:
        return path.resolve()
    except RuntimeError:  # Python before 3.13, for links that lead in a circle
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path)) from None


def open_new(path: Path) -> BinaryIO:
    """A file that was not there before, with the permissions that the umask gives.

    Raises:
        FileExistsError: It was there, or a link of that name.
        OSError: It cannot be made.
    """
    return os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666), "wb")


def check_writable(path: Path) -> None:
    """See that a file can be made beside ``path``.

    The only honest test is to make one: access rights say nothing about a read-only or full disk.

    Raises:
        OSError: It cannot.
    """
    temporary = _behind_links(path).parent / f".summariser-{secrets.token_hex(6)}.tmp"
    open_new(temporary).close()
    temporary.unlink()


def cannot_write(path: Path, error: OSError) -> SummariserError:
    """The error for a file that cannot be written, with what to do about it."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return DiskFull(
            f"There is no room for {path}", "Free some space or name another file", path=str(path)
        )
    reasons = {
        errno.ENOENT: "its folder does not exist",
        errno.ENOTDIR: "its folder does not exist",
        errno.EACCES: "its folder may not be written to",
        errno.EPERM: "its folder may not be written to",
        errno.EROFS: "its folder may not be written to",
    }
    reason = reasons.get(error.errno or 0, error.strerror or "unknown reason")
    if error.errno == errno.ENOENT and path.parent.is_dir() and not path.is_symlink():  # as /proc is
        reason = "its folder takes no new files"
    return ConfigurationError(
        f"{path} cannot be written: {reason}", "Name a file in another folder", path=str(path)
    )
