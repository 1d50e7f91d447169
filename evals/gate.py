"""The gate: on replay every figure must be exactly what the baseline holds.

Replay is deterministic, so the comparison is exact, in both directions: a figure that fell is a loss, and
one that rose is a change that nobody has written down yet. The baseline keeps the counts of every case as
well, so that the gate can say which cases did it, and digests of the labels and the scorers' versions, so
that a changed label or scorer is called by its name.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from summariser.errors import BadData
from summariser.evals.report.data import ScoredCase, ScoredRun, SuiteScores
from summariser.evals.scoring import UNGATED
from summariser.evals.tally import Metric, Tally, add_up
from summariser.files import write_whole

BASELINE: Final = Path(__file__).resolve().parent / "baseline.json"
_DIGITS: Final = 6
Direction = Literal["fell", "rose", "gone", "new", "changed", "failed", "not run"]


class _Form(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class SuiteBaseline(_Form):
    """What one suite reached with one set of recordings."""

    scorer: str
    labels_sha256: str
    n: int
    figures: dict[str, float | None]
    """None: nothing was there to be scored."""
    cases: dict[str, dict[str, tuple[float, float, float]]]
    """Of each case and tally: hits, predicted, expected."""


class Baseline(_Form):
    """Of each set of recordings and each suite."""

    runs: dict[str, dict[str, SuiteBaseline]] = {}


@dataclass(frozen=True, slots=True)
class Change:
    """A figure that is not what the baseline holds.

    Attributes:
        suite: Whose.
        metric: Which; "" where the suite as a whole is meant.
        direction: ``fell`` is for the worse, whichever way the number went.
        before: In the baseline.
        now: In this run.
        cases: Which cases did it, the largest part first.
        reason: In words, where it is more than a number.
    """

    suite: str
    metric: str
    direction: Direction
    before: float | None = None
    now: float | None = None
    cases: tuple[str, ...] = ()
    reason: str = ""

    @property
    def stops(self) -> bool:
        """Whether the gate stays closed. A suite whose data is not here is not run, and not passed."""
        return self.direction != "not run"


def load_baseline(path: Path = BASELINE) -> Baseline:
    """Read it; an empty one where there is none.

    Raises:
        BadData: It is not of this form.
    """
    if not path.is_file():
        return Baseline()
    try:
        return Baseline.model_validate_json(path.read_bytes())
    except ValidationError as error:
        raise BadData(
            f"{path.name} is not a baseline ({error.error_count()} problems)", "Take it from the last commit"
        ) from error


def raise_baseline(run: ScoredRun, path: Path = BASELINE) -> Baseline:
    """Write what a run reached in place of what the baseline holds for it; other runs stay.

    Raises:
        BadData: A case failed: what failed is no figure to hold others to.
    """
    if failed := [f"{s.name}/{c.case.id}" for s in run.suites for c in s.cases if c.score is None]:
        raise BadData(
            f"{len(failed)} cases failed, {failed[0]} the first", "Mend them, then raise the baseline"
        )
    baseline = load_baseline(path)
    suites = {s.name: _measure(s, run.head.scorers.get(s.name, "")) for s in run.suites if s.cases}
    runs = {**baseline.runs, run.name: {**baseline.runs.get(run.name, {}), **suites}}
    raised = Baseline(runs=dict(sorted(runs.items())))
    write_whole(path, _to_json(raised))
    return raised


def compare(run: ScoredRun, baseline: Baseline) -> list[Change]:
    """What is not as the baseline has it; empty when all is."""
    held = baseline.runs.get(run.name)
    if held is None:
        return [Change("*", "", "new", reason=f"the baseline holds nothing of {run.name}")]
    changes: list[Change] = []
    for suite in run.suites:
        if suite.not_run is not None:
            changes.append(Change(suite.name, "", "not run", reason=suite.not_run))
        elif suite.name not in held:
            changes.append(Change(suite.name, "", "new", reason="the baseline does not hold this suite"))
        else:
            changes += _compare_suite(suite, held[suite.name], run.head.scorers.get(suite.name, ""))
    return changes


def _compare_suite(suite: SuiteScores, held: SuiteBaseline, scorer: str) -> list[Change]:
    changes = [
        Change(suite.name, "", "failed", cases=(case.case.id,), reason=_one_line(case))
        for case in suite.cases
        if case.score is None
    ]
    now = _measure(suite, scorer)
    if now.scorer != held.scorer:
        changes.append(Change(suite.name, "", "changed", reason=f"the scorer: {held.scorer} to {now.scorer}"))
    if now.labels_sha256 != held.labels_sha256:
        changes.append(Change(suite.name, "", "changed", reason="the labels or the set of cases"))
    for metric in _gated(suite.metrics):
        before, after = held.figures.get(metric.name), now.figures.get(metric.name)
        if before == after and metric.name in held.figures:
            continue
        culprits = _culprits(metric, held.cases, now.cases)
        changes.append(
            Change(suite.name, metric.name, _direction(metric, before, after), before, after, culprits)
        )
    known = {m.name for m in suite.metrics}
    changes += [
        Change(suite.name, name, "gone", held.figures[name]) for name in held.figures if name not in known
    ]
    # Two cases may have changed in ways that cancel out: no figure moved, and still something did.
    if not changes and (moved := [i for i in held.cases if held.cases[i] != now.cases.get(i)]):
        changes.append(
            Change(suite.name, "", "changed", cases=tuple(moved), reason="cases whose changes cancel out")
        )
    return changes


def _direction(metric: Metric, before: float | None, now: float | None) -> Direction:
    if before is None or now is None:
        return "new" if before is None else "gone"
    return "fell" if (now < before) != metric.lower_is_better else "rose"


def _culprits(metric: Metric, before: Mapping[str, Any], now: Mapping[str, Any]) -> tuple[str, ...]:
    """The cases whose counts for the metric moved, the largest movement first."""

    def distance(case: str) -> float:
        one, other = (side.get(case, {}).get(metric.tally, (0, 0, 0)) for side in (before, now))
        return float(sum(abs(a - b) for a, b in zip(one, other, strict=True)))

    moved = [(distance(case), case) for case in {*before, *now}]
    return tuple(case for far, case in sorted(moved, key=lambda m: (-m[0], m[1])) if far > 0)


def _measure(suite: SuiteScores, scorer: str) -> SuiteBaseline:
    total = add_up(suite.tallies())
    figures: dict[str, float | None] = {}
    for metric in _gated(suite.metrics):
        value = total[metric.tally].value(metric.kind) if metric.tally in total else None
        figures[metric.name] = None if value is None else round(value, _DIGITS)
    wanted = {metric.tally for metric in _gated(suite.metrics)}
    return SuiteBaseline(
        scorer=scorer,
        labels_sha256=_labels_digest(suite.cases),
        n=len(suite.cases),
        figures=figures,
        cases={
            c.case.id: {
                name: _numbers(tally) for name, tally in sorted(c.score.tallies.items()) if name in wanted
            }
            for c in suite.cases
            if c.score is not None
        },
    )


def _gated(metrics: Sequence[Metric]) -> list[Metric]:
    return [m for m in metrics if m.name not in UNGATED]


def _numbers(tally: Tally) -> tuple[float, float, float]:
    return (round(tally.hits, _DIGITS), round(tally.predicted, _DIGITS), round(tally.expected, _DIGITS))


def _labels_digest(cases: Sequence[ScoredCase]) -> str:
    """Of the labels and the articles they are for."""
    whole = hashlib.sha256()
    for case in cases:
        gold = case.case.gold
        plain = (
            dataclasses.asdict(gold)
            if dataclasses.is_dataclass(gold) and not isinstance(gold, type)
            else gold
        )
        text = (
            plain.model_dump_json()
            if isinstance(plain, BaseModel)
            else json.dumps(plain, default=str, sort_keys=True)
        )
        whole.update(f"{case.case.id}\0{case.case.article.sha256}\0{text}\0".encode())
    return whole.hexdigest()


def _one_line(case: ScoredCase) -> str:
    return case.record.error.message if case.record.error else "no prediction"


def _to_json(baseline: Baseline) -> str:
    """One line for each case, so that a raised baseline can be read as a diff."""
    lines = ["{", ' "runs": {']
    runs = list(baseline.runs.items())
    for at, (run, suites) in enumerate(runs):
        lines.append(f"  {json.dumps(run)}: {{")
        for position, (name, suite) in enumerate(suites.items()):
            head = suite.model_dump(mode="json", exclude={"cases"})
            lines.append(f"   {json.dumps(name)}: {{")
            lines += [
                f"    {json.dumps(key)}: {json.dumps(value)},"
                for key, value in head.items()
                if key != "figures"
            ]
            figures = [f"     {json.dumps(k)}: {json.dumps(v)}" for k, v in head["figures"].items()]
            lines += ['    "figures": {', ",\n".join(figures), "    },"]
            cases = [f"     {json.dumps(case)}: {_compact(tallies)}" for case, tallies in suite.cases.items()]
            lines += ['    "cases": {', ",\n".join(cases), "    }"]
            lines.append("   }" + ("," if position < len(suites) - 1 else ""))
        lines.append("  }" + ("," if at < len(runs) - 1 else ""))
    return "\n".join([*lines, " }", "}"]) + "\n"


def _compact(tallies: Mapping[str, Sequence[float]]) -> str:
    short = {name: [int(n) if float(n).is_integer() else n for n in t] for name, t in tallies.items()}
    return json.dumps(short, separators=(",", ":"))
