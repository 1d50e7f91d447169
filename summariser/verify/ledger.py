"""What the verifier remembers of one article: the figures given out, and everything refused."""

from __future__ import annotations

from dataclasses import dataclass, field

from summariser.attribution import Statement
from summariser.reading import Reading
from summariser.schemas import Issue, IssueCode


@dataclass(slots=True)
class Ledger:
    """Shared by both verifiers, so that ids are unique in a summary and no issue is said twice."""

    reading: Reading
    statements: tuple[Statement, ...]
    issues: list[Issue] = field(default_factory=list)
    placed: set[str] = field(default_factory=set)
    """Ids of the numbers that became a figure somewhere."""
    _figures: int = 0

    def next_figure(self) -> str:
        """A fresh figure id."""
        self._figures += 1
        return f"F{self._figures}"

    def refuse(
        self,
        code: IssueCode,
        reason: str,
        *,
        step: str = "verify",
        sentence: str | None = None,
        words: str | None = None,
        record: str | None = None,
    ) -> None:
        """Write down what is refused or open, once."""
        issue = Issue(code=code, reason=reason, step=step, sentence=sentence, words=words, record=record)
        if issue not in self.issues:
            self.issues.append(issue)
