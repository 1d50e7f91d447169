"""From summaries to the bytes of a form, and into a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple

from summariser.errors import ConfigurationError
from summariser.exports import acled, excel, geojson, hxl, idmc, markdown, parquet, ucdp
from summariser.exports.common import Source
from summariser.exports.forms import FORMS, Form
from summariser.exports.report import ExportReport, Named, Notes
from summariser.files import cannot_write, check_place, replacing
from summariser.schemas import Summary

Write = Callable[[Sequence[Source], Notes], bytes]

_WRITERS: Final[Mapping[str, Write]] = MappingProxyType(
    {
        "acled": acled.write,
        "ucdp": ucdp.write,
        "idmc": idmc.write,
        "hxl": hxl.write,
        "geojson": geojson.write,
        "parquet": parquet.write,
        "excel": excel.write,
        "markdown": markdown.write,
    }
)
_TWICE: Final = "a summary of the same article (text, source and day) came before it"


class Rendered(NamedTuple):
    """The bytes of a form, and what they hold."""

    content: bytes
    report: ExportReport


def render(summaries: Iterable[Summary | Named], form: str) -> bytes:
    """Summaries in one of the forms of `FORMS`.

    Args:
        summaries: In the order in which they are to stand; `Named` where an article has a name.
        form: A name in `FORMS`.

    Returns:
        The file's bytes: the same for the same summaries.

    Raises:
        ConfigurationError: There is no such form.
        MissingExtra: It needs an extra that is not installed.
    """
    return rendered(summaries, form).content


def rendered(summaries: Iterable[Summary | Named], form: str) -> Rendered:
    """As `render`, with the report on what is in it and what could not be. Raises as `render` does."""
    found = form_of(form)
    notes = Notes()
    sources = once_each(summaries, notes)
    content = _WRITERS[found.name](sources, notes)
    report = ExportReport(
        found.name, len(sources), notes.rows.total(), dict(notes.rows), tuple(notes.left_out)
    )
    return Rendered(content, report)


def export(summaries: Iterable[Summary | Named], form: str, target: Path) -> ExportReport:
    """Write summaries in one of the forms of `FORMS` into a file, whole or not at all.

    Args:
        summaries: As for `render`.
        form: A name in `FORMS`.
        target: The file; one that is there is replaced.

    Returns:
        What was written, and everything that the form cannot hold, each with its reason.

    Raises:
        ConfigurationError: There is no such form, or the file cannot be written.
        DiskFull: There is no room.
        MissingExtra: The form needs an extra that is not installed.
    """
    check_place(target)
    content, report = rendered(summaries, form)
    try:
        with replacing(target) as file:
            file.write(content)
    except OSError as error:
        raise cannot_write(target, error) from None
    return report


def form_of(name: str) -> Form:
    """The form of that name.

    Raises:
        ConfigurationError: There is none.
    """
    if name not in FORMS:
        raise ConfigurationError(f"There is no form {name!r}", f"Take one of: {', '.join(FORMS)}")
    return FORMS[name]


def once_each(summaries: Iterable[Summary | Named], notes: Notes) -> list[Source]:
    """The summaries, without those of an article that came before: their rows would count twice."""
    found: dict[str, Source] = {}
    for given in summaries:
        source = Source.of(given if isinstance(given, Named) else Named(given))
        if source.article_id in found:
            notes.leave_out(source.article_id, source.article_id, _TWICE)
            continue
        found[source.article_id] = source
    return list(found.values())
