"""Notes: the sentences that figures rest on, numbered in the order in which they are first needed."""

from __future__ import annotations

from collections.abc import Iterable

from summariser.schemas import Evidence
from summariser.schemas.brief import Note


class Notebook:
    """Numbers sentences, each once."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, Evidence], int] = {}

    def of(self, article: str, evidence: Iterable[Evidence]) -> tuple[int, ...]:
        """The numbers of the notes for some sentences of an article."""
        found = [
            self._numbers.setdefault((article, proof), len(self._numbers) + 1)
            for proof in dict.fromkeys(evidence)
        ]
        return tuple(sorted(found))

    def notes(self) -> tuple[Note, ...]:
        """All of them."""
        return tuple(
            Note(number=number, article=article, evidence=evidence)
            for (article, evidence), number in self._numbers.items()
        )
