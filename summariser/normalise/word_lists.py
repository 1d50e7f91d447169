"""Word lists written as one string, so that a list of forty words takes four lines and not forty."""

from __future__ import annotations


def listed(text: str) -> frozenset[str]:
    """The words that a string lists with bars between them."""
    return frozenset(text.split("|"))
