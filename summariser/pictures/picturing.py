"""From summaries to a picture."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from summariser.errors import ConfigurationError
from summariser.exports import LeftOut, Named
from summariser.exports.common import Source
from summariser.exports.rendering import once_each
from summariser.exports.report import Notes
from summariser.files import cannot_write, check_place, replacing
from summariser.pictures import displacement, maps, tolls
from summariser.pictures.extra import FORMS, drawing, saved, unwritable
from summariser.schemas import Summary


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of picture.

    Attributes:
        name: As the command line and `picture` call it.
        title: What stands above it.
    """

    name: str
    title: str


Draw = Callable[[Sequence[Source], Notes], tuple[Any, list[str]]]

_DRAW: Final[Mapping[str, tuple[str, Draw]]] = {
    "tolls": (tolls.TITLE, tolls.draw),
    "displacement": (displacement.TITLE, displacement.draw),
    "map": (maps.TITLE, maps.draw),
}
KINDS: Final[Mapping[str, Kind]] = MappingProxyType(
    {name: Kind(name, title) for name, (title, _) in _DRAW.items()}
)
"""All kinds by name."""


@dataclass(frozen=True, slots=True)
class PictureReport:
    """What a picture shows, and what it could not.

    Attributes:
        kind: Which picture.
        articles: Summaries that were given, without those given twice.
        drawn: Records in it.
        left_out: Records and values that it cannot show, each with its reason. What a kind of picture is not
            about (a need in the picture of tolls) is not among them.
        unwritable: Letters that the font has no shape for; they show as boxes.
    """

    kind: str
    articles: int
    drawn: int
    left_out: tuple[LeftOut, ...]
    unwritable: str


class Pictured(NamedTuple):
    """The bytes of a picture, and what they show."""

    content: bytes
    report: PictureReport


def picture(summaries: Iterable[Summary | Named], kind: str, form: str = "svg") -> bytes:
    """A picture of some summaries.

    Args:
        summaries: `Named` where an article has a name.
        kind: "tolls" (over time, with ranges by claimant), "displacement" (by place) or "map".
        form: "svg" or "png".

    Returns:
        The file's bytes: with one version of matplotlib, the same for the same summaries.

    Raises:
        ConfigurationError: There is no such kind or form.
        MissingExtra: The extra "pictures" is not installed.
    """
    return pictured(summaries, kind, form).content


def pictured(summaries: Iterable[Summary | Named], kind: str, form: str = "svg") -> Pictured:
    """As `picture`, with the report on what it shows. Raises as `picture` does."""
    if kind not in KINDS:
        raise ConfigurationError(f"There is no picture {kind!r}", f"Take one of: {', '.join(KINDS)}")
    if form not in FORMS:
        raise ConfigurationError(f"A picture cannot be {form!r}", f"Take one of: {', '.join(FORMS)}")
    title, draw = _DRAW[kind]
    notes = Notes()
    with drawing():
        sources = once_each(summaries, notes)
        figure, names = draw(sources, notes)
        content = saved(figure, form, title)
        lacking = unwritable(names)
    report = PictureReport(kind, len(sources), notes.rows.total(), tuple(notes.left_out), lacking)
    return Pictured(content, report)


def save_picture(summaries: Iterable[Summary | Named], kind: str, target: Path) -> PictureReport:
    """Draw a picture into a file, whole or not at all.

    Args:
        summaries: As for `picture`.
        kind: As for `picture`.
        target: The file; its ending says which form: .svg or .png.

    Returns:
        What it shows, and what it could not.

    Raises:
        ConfigurationError: There is no such kind or form, or the file cannot be written.
        DiskFull: There is no room.
        MissingExtra: The extra "pictures" is not installed.
    """
    check_place(target)
    content, report = pictured(
        summaries, kind, target.suffix.lower().removeprefix(".") or "without an ending"
    )
    try:
        with replacing(target) as file:
            file.write(content)
    except OSError as error:
        raise cannot_write(target, error) from None
    return report
