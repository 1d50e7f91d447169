"""What single parts of the reader are worth: each taken out of the state that there is, all else left.

``python -m summariser.evals.ablation`` scores the recorded suites once as they are and once without each
part. Questions that a part's absence makes new have no recorded answer: the first choice of the question's
list is taken, and how many there were is printed. So the figures are hints where that number is large.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Any, Final
from unittest import mock

from summariser.evals.cassettes import Recordings, replay_or
from summariser.evals.first_choice import rules_alone
from summariser.evals.suites.base import Case, Suite
from summariser.evals.suites.registry import find_suites
from summariser.evals.tally import Tally, add_up
from summariser.parties import Parties
from summariser.reported import SURE, THRESHOLD

_SHOWN: Final[Mapping[str, tuple[str, ...]]] = {
    "newsroom": ("event_f1", "side_a_f1", "side_b_f1", "figure_f1", "displacement_f1", "site_f1", "need_f1"),
    "muc4": ("slot_f1", "event_f1"),
    "idmc": ("fact_recall", "fact_f1", "facts_per_gold"),
}
"""The figures of each suite that the table holds."""


@dataclass(frozen=True)
class Part:
    """A part that can be taken out.

    Attributes:
        name: Short, for the table.
        patches: What stands in place of which attribute without it.
    """

    name: str
    patches: tuple[tuple[str, Any], ...]

    @contextmanager
    def out(self) -> Iterator[None]:
        """Without it, as long as the context lasts.

        Raises:
            AttributeError: The library has no such attribute any more.
        """
        with ExitStack() as stack:
            for target, stand_in in self.patches:
                stack.enter_context(mock.patch(target, stand_in))
            yield


def _nothing(*_: Any, **__: Any) -> dict[str, Any]:
    return {}


def _no_parties(*_: Any, **__: Any) -> Parties:
    return Parties()


def _never(*_: Any, **__: Any) -> bool:
    return False


def _asked(*_: Any, **__: Any) -> float:
    return (THRESHOLD + SURE) / 2


PARTS: Final = (
    Part("sides by the words around a verb", (("summariser.strategies.happenings.parties_of", _no_parties),)),
    Part(
        "signals of a report against an allusion",
        (("summariser.strategies.happenings.incident_weight", _asked),),
    ),
    Part(
        "headings, labels and list leads",
        (
            ("summariser.reading.find_sections", _nothing),
            ("summariser.reading.leads_of", _nothing),
        ),
    ),
    Part(
        "lexicons of Spanish, French and Arabic",
        (("summariser.cues.languages_by_sentence", lambda _, sentences: {s.id: "en" for s in sentences}),),
    ),
    Part("the bar on a movement's probability", (("summariser.strategies.movements._BELIEVED", 0.0),)),
    Part(
        "what is told of another time",
        tuple((f"summariser.{m}.is_retold", _never) for m in ("reported", "incidents", "strategies.homing")),
    ),
)
"""The parts, each a mechanism that was measured when it was made (EXPERIMENTS.md)."""


def scores(
    cases: Sequence[tuple[Suite, Case]], recordings: Recordings
) -> tuple[dict[str, dict[str, Tally]], int]:
    """Tallies by suite, and the number of questions without a recorded answer."""
    tallies: dict[str, list[Mapping[str, Tally]]] = {}
    new = 0
    for suite, case in cases:
        played, fallen = replay_or(case, recordings, rules_alone(), sealed=suite.external)
        new += fallen
        if played.summary is not None:
            score = suite.score(case, suite.predict(case, played.summary))
            tallies.setdefault(suite.name, []).append(score.tallies)
    return {name: add_up(found) for name, found in tallies.items()}, new


def table(cases: Sequence[tuple[Suite, Case]], recordings: Recordings, told: Callable[[str], object]) -> str:
    """A Markdown table: each part's absence, figure by figure, as a difference from the whole."""
    suites = {suite.name: suite for suite, _ in cases}
    heads = [(n, f) for n in suites for f in _SHOWN.get(n, ())]
    kinds = {(n, m.name): m for n, s in suites.items() for m in s.metrics}

    def values(part: Part | None) -> tuple[list[float | None], int]:
        with part.out() if part is not None else ExitStack():
            found, new = scores(cases, recordings)
        row = []
        for name, figure in heads:
            metric = kinds[name, figure]
            row.append(found[name].get(metric.tally, Tally()).value(metric.kind))
        return row, new

    whole, new = values(None)
    lines = [
        "| without | " + " | ".join(f"{n} {f}" for n, f in heads) + " | new questions |",
        "|---|" + "---|" * (len(heads) + 1),
        "| (nothing taken out) | " + " | ".join(_plain(v) for v in whole) + f" | {new} |",
    ]
    for part in PARTS:
        told(part.name)
        row, new = values(part)
        changes = " | ".join(_change(a, b) for a, b in zip(row, whole, strict=True))
        lines.append(f"| {part.name} | {changes} | {new} |")
    return "\n".join(lines) + "\n"


def _plain(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _change(value: float | None, whole: float | None) -> str:
    if value is None or whole is None:
        return "-"
    return "0" if abs(value - whole) < 0.0005 else f"{value - whole:+.3f}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; 1 where a suite's data is not here."""
    parser = argparse.ArgumentParser(prog="python -m summariser.evals.ablation", description=__doc__)
    parser.add_argument(
        "--suite", action="append", choices=sorted(_SHOWN), help="may be repeated; all by default"
    )
    options = parser.parse_args(arguments)
    cases = [
        (suite, case)
        for suite in find_suites(options.suite or list(_SHOWN))
        for case in suite.cases()
        if "part:test" not in case.traits
    ]
    sys.stdout.write(
        table(cases, Recordings.called(None), lambda name: sys.stderr.write(f"without {name}\n"))
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
