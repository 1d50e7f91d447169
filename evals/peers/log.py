"""The bench's log: one line for each finished (system, article) pair, flushed as it is done.

A pair is known by system, fingerprint, suite, case and the article's hash: what is in the log is not asked
again, and what has changed since is. A line holds the prediction, which may hold names of other people's
texts: a log is not committed.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from summariser.errors import BadLog

Pair = tuple[str, str, str, str, str]


class Line(BaseModel):
    """One system's answer to one article."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Literal["peer"] = "peer"
    system: str
    fingerprint: str
    model: str
    suite: str
    id: str
    article_sha256: str
    prediction: dict[str, Any] | None
    """None where it failed."""
    failure: str | None = None
    """timeout, cut off, invalid, too long, error."""
    message: str = ""
    tokens_in: int = 0
    tokens_cached: int = 0
    tokens_out: int = 0
    calls: int = 0
    seconds: float = 0.0

    @property
    def pair(self) -> Pair:
        """What makes it not to be asked again."""
        return self.system, self.fingerprint, self.suite, self.id, self.article_sha256


class PeerLog:
    """A log file that is added to."""

    def __init__(self, path: Path, lines: Iterable[Line] = ()) -> None:
        self.path = path
        self.lines = list(lines)

    @classmethod
    def open(cls, path: Path) -> PeerLog:
        """Read what is there; a line that an interruption cut off at the end is dropped.

        Raises:
            BadLog: Another line is not of a log.
        """
        if not path.exists():
            return cls(path)
        data = path.read_bytes()
        whole, _, rest = data.rpartition(b"\n")
        if rest:
            with path.open("r+b") as file:
                file.truncate(len(whole) + 1 if whole else 0)
        return cls(path, _lines(path, whole.split(b"\n") if whole else []))

    def add(self, line: Line) -> None:
        """Put a line down, to the disk."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self.path.open("ab") as file:
            file.write(line.model_dump_json().encode() + b"\n")
            file.flush()
            os.fsync(file.fileno())
        self.lines.append(line)

    def done(self) -> set[Pair]:
        """Every pair that is there."""
        return {line.pair for line in self.lines}

    def latest(self) -> Mapping[tuple[str, str], dict[str, Line]]:
        """Of each suite and system the lines by case, of the fingerprint that was written last."""
        last = {(line.suite, line.system): line.fingerprint for line in self.lines}
        found: dict[tuple[str, str], dict[str, Line]] = {}
        for line in self.lines:
            if line.fingerprint == last[line.suite, line.system]:
                found.setdefault((line.suite, line.system), {})[line.id] = line
        return found


def _lines(path: Path, raw: list[bytes]) -> Iterable[Line]:
    for number, line in enumerate(raw, start=1):
        try:
            yield Line.model_validate_json(line)
        except ValidationError as error:
            problem = error.errors(include_input=False, include_url=False)[0]
            raise BadLog(
                f"{path}, line {number}: {'.'.join(map(str, problem['loc']))}: {problem['msg']}",
                "Name a log that the peer bench wrote",
            ) from error
