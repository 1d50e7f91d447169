"""The newsroom scorer's bookkeeping: facts matched one to one, counted, and set side by side for people."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final, Generic, TypeVar

from summariser.evals.records import FactRecord, Name, Records, Spans
from summariser.evals.scorers.alignment import Levels, assign
from summariser.evals.tally import Row, Tally, Verdict

F = TypeVar("F", bound=FactRecord)
P = TypeVar("P", bound=FactRecord)
Codes = tuple[str, ...]

_BETTER: Final = frozenset({"sub_type", "figure_group", "certainty"})
"""Fields of which labels admit more than one code most often."""
NOTHING: Final = "-"
"""What a row shows where one side has no value."""


@dataclass(frozen=True)
class Item(Generic[F]):
    """A fact, and which record holds it.

    Attributes:
        fact: The record.
        optional: Whether it, or the record that holds it, neither costs nor earns.
        parent: Place of the record that holds it, in its own list. Not shown: a match must not depend on
            the order of records.
        context: What holds it, in words, so that like facts of unlike records are told apart.
    """

    fact: F
    optional: bool
    parent: int = field(default=-1, repr=False)
    context: str = ""


def items(facts: Iterable[F]) -> list[Item[F]]:
    """Facts that stand by themselves."""
    return [Item(fact, fact.optional) for fact in facts]


def children(parents: Iterable[P], facts: Callable[[P], Iterable[F]]) -> list[Item[F]]:
    """Facts that other records hold; what hangs on an optional record is optional."""
    return [
        Item(fact, fact.optional or parent.optional, place, repr(parent))
        for place, parent in enumerate(parents)
        for fact in facts(parent)
    ]


def in_order(records: Records) -> Records:
    """The same with what records hold in one order: ties are broken by contents, not by who came first."""

    def ordered(record: F, *parts: str) -> F:
        changes: dict[str, Any] = {part: tuple(sorted(getattr(record, part), key=repr)) for part in parts}
        return replace(record, **changes)

    return replace(
        records,
        events=tuple(
            ordered(e, "figures", "side_a", "side_b", "support_a", "support_b") for e in records.events
        ),
        sites=tuple(ordered(s, "population", "capacity", "conditions") for s in records.sites),
        needs=tuple(ordered(n, "people") for n in records.needs),
        response=tuple(ordered(r, "reached") for r in records.response),
    )


@dataclass(frozen=True)
class Matching(Generic[F]):
    """Facts matched one to one.

    A pair of which one is optional is ``spared``: it is neither found nor wrong. Optional facts that
    nothing answers are ``left``. A reading has optional facts as a label does, a summary has none; so two
    readings are compared the same way in both directions.
    """

    pairs: tuple[tuple[Item[F], Item[F]], ...]
    spared: tuple[tuple[Item[F], Item[F]], ...]
    missed: tuple[Item[F], ...]
    extra: tuple[Item[F], ...]
    left_gold: tuple[Item[F], ...]
    left_predicted: tuple[Item[F], ...]


def match(
    gold: Sequence[Item[F]],
    predicted: Sequence[Item[F]],
    levels: Callable[[Item[F], Item[F]], Levels],
) -> Matching[F]:
    """The best matching; of equally good ones the one that finds more of what is required.

    The last level is that two facts are equal in all: so a perfect prediction is matched with itself.

    Args:
        gold: The label's.
        predicted: The prediction's.
        levels: As for ``alignment.assign``.
    """

    def with_duty(one: Item[F], other: Item[F]) -> Levels:
        found = levels(one, other)
        if not found:
            return ()
        duty = not (one.optional or other.optional)
        return found[0], duty, *found[1:], one.fact == other.fact

    chosen = assign(gold, predicted, with_duty)
    both = [(gold[i], predicted[j]) for i, j in chosen]
    rest = [item for i, item in enumerate(gold) if i not in {i for i, _ in chosen}]
    surplus = [item for j, item in enumerate(predicted) if j not in {j for _, j in chosen}]
    return Matching(
        pairs=tuple(p for p in both if not (p[0].optional or p[1].optional)),
        spared=tuple(p for p in both if p[0].optional or p[1].optional),
        missed=tuple(i for i in rest if not i.optional),
        extra=tuple(i for i in surplus if not i.optional),
        left_gold=tuple(i for i in rest if i.optional),
        left_predicted=tuple(i for i in surplus if i.optional),
    )


def shares(one: Codes, other: Codes) -> bool:
    """Whether a code of one is admissible for the other; two that have none agree."""
    return bool(set(one) & set(other)) or not (one or other)


def overlap(one: Spans, other: Spans) -> bool:
    """Whether any of the spans meet."""
    return any(a < d and c < b for a, b in one for c, d in other)


class Fields:
    """The fields of one pair: each counted, if the pair is, and put down for people."""

    def __init__(self, counts: Counts, *, scored: bool) -> None:
        self._counts = counts if scored else None
        self.rows: list[tuple[str, str, str, bool | None]] = []

    def show(self, name: str, gold: str, predicted: str, right: bool | None) -> None:
        """Put down without counting."""
        self.rows.append((name, gold or NOTHING, predicted or NOTHING, right))

    def rate(self, tally: str, gold: str, predicted: str, right: bool) -> None:
        """A question with one answer on both sides."""
        self.show(tally, gold, predicted, right)
        if self._counts:
            self._counts.add(tally, right, 1, 1)

    def code(self, tally: str, gold: Codes, predicted: Codes) -> None:
        """An enum: right where they share a code; kept for kappa."""
        self.rate(tally, "|".join(gold), "|".join(predicted), shares(gold, predicted))
        if self._counts:
            # Where labels admit much, "admissible" flatters: how often it is the better one stands beside it.
            if tally in _BETTER:
                self._counts.add(f"{tally}_better", gold[:1] == predicted[:1], 1, 1)
            self._counts.codes.append((tally, gold, predicted))

    def slot(self, tally: str, gold: str, predicted: str, hit: bool) -> None:
        """A value that may be absent (an empty string) on either side."""
        right = hit if gold and predicted else None if not (gold or predicted) else False
        self.show(tally, gold, predicted, right)
        if self._counts:
            self._counts.add(tally, bool(right), bool(predicted), bool(gold))

    def names(self, tally: str, gold: Sequence[Name], predicted: Sequence[Name], hits: int) -> None:
        """A set of names."""
        right = hits == len(gold) == len(predicted) if gold or predicted else None
        self.show(tally, "; ".join(n[0] for n in gold), "; ".join(n[0] for n in predicted), right)
        if self._counts:
            self._counts.add(tally, hits, len(predicted), len(gold))

    @property
    def all_right(self) -> bool:
        """Whether no field is wrong."""
        return not any(right is False for *_, right in self.rows)


Compare = Callable[[Item[F], Item[F], Fields], bool]
"""Compares the fields of a pair; False where the pair as a whole is wrong."""


class Counts:
    """What comes of one article: tallies, rows, and the codes that both sides gave."""

    def __init__(self) -> None:
        self.tallies: dict[str, Tally] = {}
        self.rows: list[Row] = []
        self.codes: list[tuple[str, Codes, Codes]] = []

    def add(self, tally: str, hits: float, predicted: float, expected: float) -> None:
        """Count; where nothing was there to be scored, nothing is."""
        if predicted or expected:
            more = Tally(float(hits), float(predicted), float(expected))
            self.tallies[tally] = self.tallies.get(tally, Tally()) + more

    def count(self, tally: str, number: float) -> None:
        """A number of faults, which may be none: that they could have been is what the tally says."""
        self.tallies[tally] = self.tallies.get(tally, Tally()) + Tally(predicted=float(number))

    def facts(self, tally: str, matching: Matching[F]) -> None:
        """Count what was found of what there was, and whether its evidence meets the label's."""
        found = len(matching.pairs)
        self.add(tally, found, found + len(matching.extra), found + len(matching.missed))
        for one, other in matching.pairs:
            self.add("evidence", overlap(one.fact.spans, other.fact.spans), 1, 1)
        for one, other in (*matching.pairs, *matching.spared):
            self.codes.append(("optional", (str(one.optional),), (str(other.optional),)))

    def compare(
        self,
        what: str,
        matching: Matching[F],
        words: Callable[[F], str],
        fields: Compare[F],
        nearly: Callable[[Item[F], Item[F]], Levels] = lambda _one, _other: (),
    ) -> None:
        """Compare every pair's fields, and put a row down for every fact.

        Args:
            what: Of what kind the rows are.
            matching: The facts.
            words: A fact in words.
            fields: Compares two.
            nearly: Which missed and extra facts to show as one that is wrong. Changes no count.
        """

        def row(one: Item[F] | None, other: Item[F] | None, verdict: Verdict, seen: Fields | None) -> None:
            gold, predicted = one and one.fact, other and other.fact
            self.rows.append(
                Row(
                    what,
                    words(gold) if gold else None,
                    words(predicted) if predicted else None,
                    verdict,
                    tuple(seen.rows) if seen else (),
                    gold.spans if gold else (),
                    predicted.spans if predicted else (),
                    predicted.sure if predicted else (),
                )
            )

        for one, other in matching.pairs:
            seen = Fields(self, scored=True)
            right = fields(one, other, seen)
            row(one, other, "wrong" if not right else "right" if seen.all_right else "part", seen)
        for one, other in matching.spared:
            seen = Fields(self, scored=False)
            fields(one, other, seen)
            row(one, other, "optional", seen)
        close = assign(matching.missed, matching.extra, nearly)
        for i, j in close:
            seen = Fields(self, scored=False)
            fields(matching.missed[i], matching.extra[j], seen)
            row(matching.missed[i], matching.extra[j], "wrong", seen)
        for i, item in enumerate(matching.missed):
            if i not in {i for i, _ in close}:
                row(item, None, "missed", None)
        for j, item in enumerate(matching.extra):
            if j not in {j for _, j in close}:
                row(None, item, "extra", None)
        for item in matching.left_gold:
            row(item, None, "optional", None)
        for item in matching.left_predicted:
            row(None, item, "optional", None)
