"""What the library tells whoever waits for it."""

from __future__ import annotations

from dataclasses import dataclass

from summariser.schemas import Summary


@dataclass(frozen=True, slots=True)
class Progress:
    """One report of how far the work on an article has come.

    Args:
        stage: ``"model"`` (fetching its file), ``"engine"`` (starting it), ``"read"``, or a step's name.
        done: How much is done, in ``total``'s unit: bytes for ``"model"``, steps otherwise.
        total: How much there is; 0 where it is not known.
        text: The same in a few words for people.
        article: SHA-256 of the article's text, in hexadecimal; empty where it is about none.
        part: What is verified so far, where a listener asked for it (``with_parts``): without a narrative and
            the last issues, and with ids that the finished summary may give to others.
    """

    stage: str
    done: int
    total: int
    text: str
    article: str = ""
    part: Summary | None = None
