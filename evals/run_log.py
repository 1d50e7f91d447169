"""The run log: one line for each case that was summarised. Scoring reads it and needs no model.

The first line of a log tells of the run, each other line of one case. What failed is a line too, with
its error: a crashed case is a value, and the run goes on.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from summariser.errors import BadLog
from summariser.files import write_whole
from summariser.schemas import Summary

LOG_VERSION = 1


class _Line(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Head(_Line):
    """What the run was."""

    kind: Literal["run"] = "run"
    log_version: Literal[1] = 1
    run: str
    """A name for the run: by default its model."""
    mode: Literal["replay", "record", "live"]
    summariser_version: str
    model: str
    strategy: str
    scorers: dict[str, str]
    """Of each suite: name and version of the scorer at the time."""
    not_run: dict[str, str] = {}
    """Suites that were asked for and are not here, with the reason."""


class Failure(_Line):
    """An error as a value."""

    type: str
    message: str


class CaseRecord(_Line):
    """One case: what came out, in the suite's terms and in full, what it cost, or why nothing came."""

    kind: Literal["case"] = "case"
    suite: str
    id: str
    prediction: dict[str, Any] | None = None
    summary: Summary | None = None
    ungrounded: tuple[str, ...] = ()
    """Values of the summary that the article does not state: must be empty."""
    seconds: float | None = None
    """What the engine took when it answered live, by its own clock; None where it did not say."""
    error: Failure | None = None


Line = Annotated[Head | CaseRecord, Field(discriminator="kind")]


class RunLog(_Line):
    """A whole log."""

    head: Head
    cases: tuple[CaseRecord, ...]


def write_log(path: Path, log: RunLog) -> None:
    """Write it, whole or not at all. Raises as `files.write_whole` does."""
    lines: Iterable[BaseModel] = (log.head, *log.cases)
    write_whole(path, "".join(line.model_dump_json() + "\n" for line in lines))


def read_log(path: Path) -> RunLog:
    """Read it.

    Raises:
        BadLog: It is missing, or a line is not of a log; names the line.
    """
    try:
        # Not splitlines: a value may hold U+2028, which JSON leaves as it is.
        lines = path.read_text("utf-8").removesuffix("\n").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise BadLog(
            f"{path} cannot be read ({error})", "Name a log that 'summariser eval --log' wrote"
        ) from error
    if lines == [""]:
        raise BadLog(f"{path} is empty", "Name a log that 'summariser eval --log' wrote")
    head: Head | None = None
    cases: list[CaseRecord] = []
    for number, line in enumerate(lines, start=1):
        try:
            if number == 1:
                head = Head.model_validate_json(line)
            else:
                cases.append(CaseRecord.model_validate_json(line))
        except ValidationError as error:
            problem = error.errors()[0]
            raise BadLog(
                f"{path}, line {number}: {'.'.join(map(str, problem['loc']))}: {problem['msg']}",
                "Name a log that 'summariser eval --log' wrote",
            ) from error
    assert head is not None, "the first line is the head, or was refused"
    return RunLog(head=head, cases=tuple(cases))
