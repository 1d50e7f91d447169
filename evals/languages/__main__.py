"""``python -m summariser.evals.languages``: each language next to English, in pairs, with intervals.

``--errors LANG`` lists what went wrong, by kind of fact, in the half to work on; ``--save`` keeps the
counts of a run, and ``--before`` compares with those, article by article.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from summariser.api import Summariser
from summariser.evals.by_trait import ALL_FACTS, group_table, with_all_facts
from summariser.evals.first_choice import rules_alone
from summariser.evals.intervals import paired_difference
from summariser.evals.languages.material import TWIN, cases
from summariser.evals.suites.base import Case
from summariser.evals.suites.newsroom import NEWSROOM_SUITE
from summariser.evals.tally import CaseScore, Tally
from summariser.files import write_whole

_LANGUAGES: Final = ("ar", "es", "fr")
_HALVES: Final = ("all", "work", "held")
_WIDTH: Final = 110


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables, or the errors of one language."""
    parser = argparse.ArgumentParser(prog="python -m summariser.evals.languages", description=__doc__)
    parser.add_argument(
        "--errors", choices=_LANGUAGES, metavar="LANG", help="what went wrong, of half 'work'"
    )
    parser.add_argument("--every", action="store_true", help="every figure, not the headlines alone")
    parser.add_argument("--save", type=Path, metavar="FILE", help="keep the counts of this run")
    parser.add_argument("--before", type=Path, metavar="FILE", help="compare with counts that --save kept")
    options = parser.parse_args(arguments)
    material = cases()
    if options.errors:
        chosen = [c for c in material if f"lang:{options.errors}" in c.traits and "part:work" in c.traits]
        _errors(chosen)
        return 0
    scores = {case.id: with_all_facts(score.tallies) for case, score in _scored(material)}
    if options.save:
        plain = {i: {n: (t.hits, t.predicted, t.expected) for n, t in s.items()} for i, s in scores.items()}
        write_whole(options.save, json.dumps(plain) + "\n")
    before = _read(options.before) if options.before else None
    metrics = [m for m in NEWSROOM_SUITE.metrics if options.every or m.headline]
    for half in _HALVES:
        mine = [c for c in material if half == "all" or f"part:{half}" in c.traits]
        names = {
            lang: [c.id for c in mine if f"lang:{lang}" in c.traits] for lang in ("en", *_LANGUAGES)
        }  # fmt: skip
        groups = {lang: [scores[i] for i in ids] for lang, ids in names.items()}
        twins = {lang: [scores[i + TWIN] for i in names[lang]] for lang in _LANGUAGES}
        _say(f"{half}:\n{group_table(groups, metrics, twins=twins)}\n")
        if before is not None:
            for lang, ids in names.items():
                moved = paired_difference([before[i] for i in ids], [scores[i] for i in ids], ALL_FACTS)
                if moved is not None:
                    _say(f"  {lang} since then: {moved.value:+.3f} [{moved.low:+.3f}, {moved.high:+.3f}]")
            _say("")
    return 0


def _scored(material: Sequence[Case]) -> list[tuple[Case, CaseScore]]:
    found = []
    with Summariser(engine=rules_alone()) as summariser:
        for case in material:
            prediction = NEWSROOM_SUITE.predict(case, summariser.summarise(case.article))
            found.append((case, NEWSROOM_SUITE.score(case, prediction)))
    return found


def _errors(chosen: Sequence[Case]) -> None:
    """What was missed, invented or got wrong, and how often by kind, the commonest first."""
    counts: Counter[str] = Counter()
    lines = []
    for case, score in _scored(chosen):
        for row in score.rows:
            if row.verdict in {"missed", "extra", "wrong"}:
                counts[f"{row.what} {row.verdict}"] += 1
                lines.append(
                    f"{case.id}: {row.what} {row.verdict}: {(row.gold or row.predicted or '')[:_WIDTH]}"
                )
            for name, gold, predicted, right in row.fields:
                if right is False and row.verdict in {"right", "part"}:
                    counts[f"{row.what}.{name}"] += 1
                    lines.append(f"{case.id}: {row.what}.{name}: {gold[:_WIDTH]} <> {predicted[:_WIDTH]}")
    _say("\n".join([*(f"{n:4} {what}" for what, n in counts.most_common()), "", *lines]))


def _read(path: Path) -> Mapping[str, Mapping[str, Tally]]:
    raw = json.loads(path.read_text("utf-8"))
    return {i: {n: Tally(*t) for n, t in tallies.items()} for i, tallies in raw.items()}


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    sys.exit(main())
