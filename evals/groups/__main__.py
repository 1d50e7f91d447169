"""``python -m summariser.evals.groups``: how well reports of one event are grouped."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from summariser.brief.comparing import compare
from summariser.errors import SummariserError
from summariser.evals.cassettes import Recordings
from summariser.evals.groups.figures import measure, raise_baseline, table
from summariser.evals.groups.grouped import Grouped, group_gold, group_replayed
from summariser.evals.groups.material import GROUPS_SUITE, PARTS, Part, part
from summariser.evals.groups.scoring import pairs
from summariser.evals.runner import Plan, Step, run
from summariser.normalise.places import PlaceResolver


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table, the errors of one part, or record what is stale."""
    parser = argparse.ArgumentParser(prog="python -m summariser.evals.groups", description=__doc__)
    parser.add_argument("--labels", action="store_true", help="the labelled events alone: needs no recording")
    parser.add_argument("--model", metavar="NAME", help="whose recordings; by default the default model's")
    parser.add_argument(
        "--without-rules", action="store_true", help="by the same days, place and type alone, to compare with"
    )
    parser.add_argument("--errors", choices=PARTS, help="what went wrong in one part, and why")
    parser.add_argument("--raise", dest="raised", action="store_true", help="hold the tests to these figures")
    parser.add_argument("--record", action="store_true", help="record what is stale, with the live model")
    options = parser.parse_args(arguments)
    recordings = Recordings.called(options.model)
    try:
        if options.record:
            run(Plan((GROUPS_SUITE,), recordings, mode="record"), _tell)
        elif options.errors:
            one = part(options.errors)
            found = group_gold(one, PlaceResolver()) if options.labels else group_replayed(one, recordings)
            _errors(one, found)
        else:
            figures = measure(None if options.labels else recordings, rules=not options.without_rules)
            if options.raised and not options.without_rules:
                raise_baseline(figures)
            sys.stdout.write(table(figures))
    except SummariserError as error:
        sys.stderr.write(f"{error}\n")
        return error.exit_code
    return 0


def _errors(one: Part, found: Grouped) -> None:
    ours, theirs = pairs(found.groups), pairs(one.groups)
    for verdict, wrong in (
        ("together, and are not", ours - theirs),
        ("apart, and are one", theirs - ours),
    ):
        for pair in sorted(wrong):
            sys.stdout.write(f"{verdict}: {' and '.join(pair)}\n{_why(found, pair)}")


def _why(found: Grouped, pair: tuple[str, str]) -> str:
    mentions = {m.id: m for group in found.grouping.groups for m in group}
    if not set(pair) <= set(mentions):
        return "    not read\n"
    match = compare(*(mentions[name] for name in pair))
    return "".join(f"    {g.aspect.value}: {g.verdict.value}, {g.reason}\n" for g in match.grounds)


def _tell(step: Step) -> None:
    kept = "kept" if step.kept else "recorded"
    sys.stderr.write(f"{step.done}/{step.total} {step.case} {kept}\n")


if __name__ == "__main__":
    sys.exit(main())
