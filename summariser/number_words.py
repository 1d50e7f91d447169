"""Numbers as people write them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from summariser.schemas.codebooks import Qualifier

HEDGES: Final[Mapping[Qualifier, str]] = {
    Qualifier.ABOUT: "about ",
    Qualifier.AT_LEAST: "at least ",
    Qualifier.AT_MOST: "at most ",
}
"""What stands before a number that is not meant exactly."""


def number(value: float) -> str:
    """``66,000``, ``2.5``: with commas for thousands, and decimals only where there are any."""
    return f"{int(value):,}" if float(value).is_integer() else f"{value:,}"
