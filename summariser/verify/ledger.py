"""What the verifier remembers of one article: the figures given out, and everything refused."""

from __future__ import annotations

from dataclasses import dataclass, field

from summariser.attribution import Statement
from summariser.meanings import FigureCandidate
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
    vouched: set[tuple[str, str]] = field(default_factory=set)
    """(number or sentence, label) pairs that a question or the head of a column settled: they need no cue of
    the lexicon."""
    trusts_reader: bool = False
    """Whether the draft is a large model's own reading: see ``trust``."""
    by_rules: dict[str, FigureCandidate] | None = None
    """What the rules make of each number, once somebody asked."""
    pieces: dict[str, int] = field(default_factory=dict)
    """In which piece each sentence was asked about, by its id; empty where the article was not cut."""
    _figures: int = 0
    _said_in: dict[str, tuple[Statement, ...]] | None = None
    _said: set[tuple[str, str, str | None, str | None]] = field(default_factory=set)

    def said_in(self, sentence: str) -> tuple[Statement, ...]:
        """The statements of a sentence."""
        if self._said_in is None:
            self._said_in = {}
            for statement in self.statements:
                self._said_in[statement.sentence] = (
                    *self._said_in.get(statement.sentence, ()),
                    statement,
                )
        return self._said_in.get(sentence, ())

    def next_figure(self) -> str:
        """A fresh figure id."""
        self._figures += 1
        return f"F{self._figures}"

    def forget_record(self, since: int, old: str, new: str) -> None:
        """Let the issues from ``since`` on speak of another record: the one they were about is no more."""
        for at in range(since, len(self.issues)):
            if self.issues[at].record == old:
                self.issues[at] = self.issues[at].model_copy(update={"record": new})

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
        """Write down what is refused or open; the same thing about the same words only once."""
        self._note(Issue(code=code, reason=reason, step=step, sentence=sentence, words=words, record=record))

    def aside(self) -> Ledger:
        """A ledger for a question that others do not wait for: its issues come here when it is their turn."""
        return Ledger(self.reading, self.statements)

    def take_over(self, aside: Ledger) -> None:
        """Write down what is refused in a ledger aside."""
        for issue in aside.issues:
            self._note(issue)

    def _note(self, issue: Issue) -> None:
        key = (issue.code, issue.reason, issue.words, issue.sentence if issue.words is None else None)
        if key not in self._said:
            self._said.add(key)
            self.issues.append(issue)
