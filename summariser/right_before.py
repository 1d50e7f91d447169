"""Patterns whose matches end right before a place: they are looked for in the words before it alone.

A row of a table may have hundreds of numbers. To look through all that stands before each of them takes time
by the square of their number.
"""

from __future__ import annotations

import re
from typing import Final

REACH: Final = 400
"""Longer than any such words: they are a few, and a match that begins further back would be an accident."""


def right_before(pattern: re.Pattern[str], text: str, at: int) -> re.Match[str] | None:
    """Where a pattern that ends with ``$`` matches the text that ends at an offset.

    Args:
        pattern: The pattern.
        text: The whole text, so that edges of words are those of the text.
        at: The offset.
    """
    return pattern.search(text, max(0, at - REACH), at)
