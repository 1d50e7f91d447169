"""Material in two halves: one to read the errors of, one that is only scored."""

from __future__ import annotations

import hashlib
from typing import Literal

Half = Literal["work", "hold"]


def half_of(text: str) -> Half:
    """``work`` or ``hold``, by a hash of a text or an id."""
    return "work" if hashlib.sha1(text.encode(), usedforsecurity=False).digest()[0] % 2 == 0 else "hold"
