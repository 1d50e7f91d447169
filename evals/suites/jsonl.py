"""External suites on file: one JSON record a line, in a folder beside the repository.

Their texts are other people's, so they are never in it. A record is read strictly where it is known (a
number is no text, a date is a day) and keys that nobody here knows are passed over: the file may say more
than a suite scores. A line that cannot be read is an error with its number, never a case less.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from summariser.articles import Article
from summariser.errors import BadData, InputError, SuiteNotHere

SHARED: Final = "../shared/data"
"""Where the files lie, seen from the repository's root. Messages name this, not the machine's own path."""
_ROOT: Final = Path(__file__).resolve().parents[2]
_BOM: Final = b"\xef\xbb\xbf"


class Record(BaseModel):
    """What the records of all external suites have in common."""

    model_config = ConfigDict(frozen=True, strict=True, extra="ignore", allow_inf_nan=False)

    id: Annotated[str, Field(min_length=1)]
    text: str

    @property
    def article(self) -> Article:
        """What is summarised."""
        return Article(self.text, name=self.id)


R = TypeVar("R", bound=Record)


def read_records(suite: str, data: Path | None, form: type[R]) -> tuple[R, ...]:
    """The records of a suite's file, in its order.

    Args:
        suite: The suite's name; its own file is called like it.
        data: Another file of the same form, in place of the suite's own.
        form: What a record must look like.

    Raises:
        SuiteNotHere: There is no such file; one line says where it was looked for.
        BadData: It holds nothing, a line cannot be read as a record, or an id comes twice; names the line.
    """
    own = f"{suite}.jsonl"
    path = data or _ROOT / SHARED / own
    shown = str(data) if data else f"{SHARED}/{own} (seen from the repository's root)"
    return _records(suite, shown, _bytes(suite, path, shown), form)


def _bytes(suite: str, path: Path, shown: str) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise SuiteNotHere(
            f"{suite}: its data is not here; looked for {shown}", "Put the file there or name it with --data"
        ) from error
    except OSError as error:
        raise BadData(
            f"{suite}: {shown} cannot be read ({error.strerror})", "Name a JSON Lines file"
        ) from error


def _records(suite: str, shown: str, data: bytes, form: type[R]) -> tuple[R, ...]:
    found: dict[str, tuple[int, R]] = {}
    # Not splitlines(): JSON strings may hold U+2028 or U+0085 as they are, and those end no line here.
    for number, line in enumerate(data.removeprefix(_BOM).split(b"\n"), start=1):
        if not line.strip():
            continue
        record = _record(suite, f"{shown}, line {number}", line, form)
        if record.id in found:
            first = found[record.id][0]
            raise BadData(
                f"{suite}: {shown}, line {number}: the id {record.id!r} stands in line {first} as well",
                "Give every record its own id",
                line=number,
            )
        found[record.id] = number, record
    if not found:
        raise BadData(f"{suite}: {shown} holds no record", "Name a JSON Lines file with the suite's records")
    return tuple(record for _, record in found.values())


def _record(suite: str, where: str, line: bytes, form: type[R]) -> R:
    try:
        record = form.model_validate_json(line)
        _ = record.article  # what is no article is found while the line is known
    except ValidationError as error:
        # Not str(error): it repeats the input, and external texts do not belong in logs.
        problem = error.errors(include_input=False, include_url=False)[0]
        place = ".".join(map(str, problem["loc"]))
        what = f"{place}: {problem['msg']}" if place else problem["msg"]
        raise BadData(f"{suite}: {where}: {what}", "Mend the record or name another file") from error
    except InputError as error:
        raise BadData(f"{suite}: {where}: {error}", "Mend the record or name another file") from error
    return record
