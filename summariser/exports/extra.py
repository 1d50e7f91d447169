"""The optional packages behind two of the forms."""

from __future__ import annotations

from types import ModuleType

from summariser.errors import MissingExtra
from summariser.exports.forms import EXTRA


def arrow() -> ModuleType:
    """pyarrow, with Parquet.

    Raises:
        MissingExtra: It is not installed.
    """
    try:
        import pyarrow  # noqa: PLC0415 - an optional dependency
        import pyarrow.parquet  # noqa: PLC0415
    except ImportError:
        raise _missing("Parquet") from None
    module: ModuleType = pyarrow
    return module


def workbooks() -> ModuleType:
    """xlsxwriter.

    Raises:
        MissingExtra: It is not installed.
    """
    try:
        import xlsxwriter  # noqa: PLC0415 - an optional dependency
    except ImportError:
        raise _missing("An Excel workbook") from None
    module: ModuleType = xlsxwriter
    return module


def _missing(what: str) -> MissingExtra:
    return MissingExtra(
        f"{what} needs the extra {EXTRA!r}, which is not installed",
        f"Run: pip install 'summariser[{EXTRA}]'",
        extra=EXTRA,
    )
