"""Step "figures": what each number counts. Only the ambiguous ones are put to the model."""

from __future__ import annotations

from collections.abc import Sequence

from summariser.accounting import Account
from summariser.closing import figure_question
from summariser.count_labels import OTHER
from summariser.engines.base import Message, Request
from summariser.meanings import FigureCandidate, figure_candidates, unsaid_candidates
from summariser.only_named import only_named
from summariser.polarity import why_not_asserted
from summariser.prompting import load_prompt
from summariser.reading import Reading
from summariser.schemas import IssueCode
from summariser.strategies import movements
from summariser.strategies.asking import ask_each, at_once
from summariser.strategies.movements import Belief
from summariser.verify.ledger import Ledger

STEP = "figures"
_MAX_TOKENS = 24
_WORDS = {
    "measure:destroyed": "things destroyed",
    "measure:damaged": "things damaged",
    "measure:strikes": "strikes or attacks",
    "measure:munitions": "munitions",
    "measure:participants": "people taking part",
    "measure:died": "died of other causes",
    "term:destroyed_housing": "housing destroyed",
    "term:partially_destroyed_housing": "housing damaged",
    "term:uninhabitable_housing": "people who cannot stay in their homes",
    "site:capacity": "capacity of a camp",
    "site:population": "people living in a camp",
    "need:people": "people in need",
    "response:reached": "people or goods reached by help",
    OTHER: OTHER,
}


def spoken(label: str) -> str:
    """A label as words that a model understands: "term:forced_to_flee" -> "forced to flee"."""
    return _WORDS.get(label, label.partition(":")[2].replace("_", " "))


async def name_figures(
    reading: Reading,
    account: Account,
    ledger: Ledger,
    taken: frozenset[str] = frozenset(),
    aid: frozenset[str] = frozenset(),
    helped: frozenset[str] = frozenset(),
) -> tuple[tuple[FigureCandidate, str], ...]:
    """Each candidate with the one label chosen for it; those that count nothing we know are left out.

    Args:
        reading: The article.
        account: Where questions are asked and counted.
        ledger: Where what is refused is written down.
        taken: Ids of numbers that are known to count the people or the room of a site.
        aid: Ids of numbers that are known to count goods, or people reached or in need: nobody asks whether
            they moved where no word says so for certain.
        helped: Ids of numbers of people who were helped: they are no count of the displaced whom only their
            name calls so.
    """
    candidates = [
        c
        for c in figure_candidates(reading)
        if c.number.id not in taken
        and not (c.number.id in aid and movements.is_doubtful(c))
        and not (c.number.id in helped and only_named(reading, c))
    ]
    unsaid = movements.worth_asking(
        [c for c in unsaid_candidates(reading, candidates) if c.number.id not in taken | aid | helped]
    )
    in_order = sorted((*candidates, *unsaid), key=lambda c: c.number.start)
    teller = _Teller(reading, account, ledger)
    await teller.ask(in_order)
    chosen: list[tuple[FigureCandidate, str]] = []
    for candidate in in_order:
        label = teller.label(candidate)
        reason = why_not_asserted(reading, candidate.number, label) if label != OTHER else None
        if reason is not None:
            ledger.refuse(
                IssueCode.NOT_GROUNDED,
                f"{reason} ({spoken(label)})",
                step=STEP,
                sentence=candidate.number.sentence,
                words=candidate.number.text,
            )
            label = OTHER
        if label != OTHER:
            chosen.append((candidate, label))
    return tuple(chosen)


class _Teller:
    """Says of each candidate what it counts, by the model's answer where the rules cannot tell."""

    def __init__(self, reading: Reading, account: Account, ledger: Ledger) -> None:
        self.reading, self.account, self.ledger = reading, account, ledger
        self.total = self.asked = 0
        self.columns: dict[object, str] = {}
        """What the numbers of a column of a table count: one question speaks for all."""
        self.beliefs: dict[tuple[Message, ...], Belief | None] = {}
        """Of movements, by the question."""
        self.answers: dict[str, tuple[str, Ledger]] = {}
        """Of others, by the number: the label, and what is to be written down."""

    async def ask(self, in_order: Sequence[FigureCandidate]) -> None:
        """Put to the model what the rules cannot tell.

        Args:
            in_order: All candidates in the order of the text.
        """
        doubtful = [c for c in in_order if movements.is_doubtful(c) or not c.is_clear]
        self.total = len(doubtful)
        begun: set[object] = set()
        asked = []
        for candidate in doubtful:
            column = candidate.number.header if movements.is_doubtful(candidate) else None
            if column is None or column not in begun:
                asked.append(candidate)
            begun.add(column)
        await ask_each(asked, self._ask, at_once(self.account.engine.info))

    async def _ask(self, candidate: FigureCandidate) -> None:
        self.asked += 1
        self.account.tell(STEP, self.asked, self.total, candidate.number.text)
        if movements.is_doubtful(candidate):
            question = movements.question(self.reading, candidate)
            if question not in self.beliefs:  # two numbers written alike in one passage make one
                self.beliefs[question] = None
                self.beliefs[question] = await movements.ask_movement(self.account, question)
        else:
            aside = self.ledger.aside()
            label = await _ask(self.reading, self.account, aside, candidate)
            self.answers[candidate.number.id] = label, aside

    def label(self, candidate: FigureCandidate) -> str:
        """The one label of a candidate; ``OTHER`` where it counts nothing we know."""
        if movements.is_doubtful(candidate):
            return self._of_movement(candidate)
        if candidate.is_clear:
            return candidate.options[0]
        label, aside = self.answers[candidate.number.id]
        self.ledger.take_over(aside)
        return label

    def _of_movement(self, candidate: FigureCandidate) -> str:
        column = candidate.number.header
        if column is None or column not in self.columns:
            belief = self.beliefs[movements.question(self.reading, candidate)]
            if belief is None:
                self._note_silence(candidate)
            label = movements.settle(candidate, belief)
            if column is not None:
                self.columns[column] = label
        else:
            label = self.columns[column]
        if label.startswith("term:"):
            self.ledger.vouched.add((candidate.number.id, label))
        return label

    def _note_silence(self, candidate: FigureCandidate) -> None:
        self.ledger.refuse(
            IssueCode.NO_ANSWER,
            "No valid answer on whether the number counts people who moved: the words alone decide",
            step=STEP,
            sentence=candidate.number.sentence,
            words=candidate.number.text,
        )


async def _ask(reading: Reading, account: Account, ledger: Ledger, candidate: FigureCandidate) -> str:
    prompt = load_prompt("figure")
    number = candidate.number
    labels = {spoken(o): o for o in (*candidate.options, OTHER)}
    counted = number.text if number.noun is None or number.inherited else f"{number.text} {number.noun}"
    request = Request(
        step=STEP,
        messages=prompt.messages(
            sentence=reading.sentence(number.sentence).text, number=counted, choices=list(labels)
        ),
        response_model=figure_question(list(labels)),
        context={},
        max_tokens=_MAX_TOKENS,
    )
    reply = await account.ask_piece(request, prompt)
    if reply.value is None:
        ledger.refuse(
            IssueCode.NO_ANSWER, f"No valid answer to what the number counts: {reply.error}", step=STEP,
            sentence=number.sentence, words=number.text,
        )  # fmt: skip
        return OTHER
    return labels[reply.value.counts]
