"""The forms in which summaries leave the house."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

EXTRA: Final = "export"


@dataclass(frozen=True, slots=True)
class Form:
    """A form of export.

    Attributes:
        name: As the command line and `render` call it.
        label: For people.
        suffix: Of the files: ".csv".
        media_type: For servers.
        extra: The extra of the package that it needs; None where it needs none.
        other_suffixes: What other programs call such files.
    """

    name: str
    label: str
    suffix: str
    media_type: str
    extra: str | None = None
    other_suffixes: tuple[str, ...] = ()

    @property
    def suffixes(self) -> tuple[str, ...]:
        """Every ending that fits, our own first."""
        return (self.suffix, *self.other_suffixes)

    @property
    def is_text(self) -> bool:
        """Whether it can be read in a terminal."""
        return self.extra is None


_CSV: Final = "text/csv; charset=utf-8"
_TEXT: Final = (".txt",)
_ALL: Final = (
    Form("acled", "Events after ACLED (CSV)", ".csv", _CSV, other_suffixes=_TEXT),
    Form("ucdp", "Deadly events after UCDP GED (CSV)", ".csv", _CSV, other_suffixes=_TEXT),
    Form("idmc", "Displacement figures after IDMC (CSV)", ".csv", _CSV, other_suffixes=_TEXT),
    Form("hxl", "All records with HXL hashtags (CSV)", ".csv", _CSV, other_suffixes=_TEXT),
    Form(
        "geojson", "Records on a map (GeoJSON)", ".geojson", "application/geo+json", other_suffixes=(".json",)
    ),
    Form(
        "parquet", "All records in one table (Parquet)", ".parquet", "application/vnd.apache.parquet", EXTRA
    ),
    Form(
        "excel",
        "Excel workbook, one sheet a kind",
        ".xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        EXTRA,
    ),
    Form(
        "markdown",
        "Situation brief (Markdown)",
        ".md",
        "text/markdown; charset=utf-8",
        other_suffixes=(".markdown", *_TEXT),
    ),
)

FORMS: Final[Mapping[str, Form]] = MappingProxyType({form.name: form for form in _ALL})
"""All forms by name."""
