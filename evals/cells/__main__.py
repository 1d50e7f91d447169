"""``python -m summariser.evals.cells``: how many cells of the made tables a summary holds, by rules alone."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from typing import Final

from summariser.api import Summariser
from summariser.evals.cells.material import tables
from summariser.evals.cells.scoring import FIELDS, compare
from summariser.evals.first_choice import rules_alone
from summariser.evals.grounding import ungrounded
from summariser.evals.tally import Tally, add_up

_KINDS: Final = ("recall", "precision", "f1")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print recall and precision of cells, by half; with ``--errors`` what is wrong in one."""
    parser = argparse.ArgumentParser(prog="python -m summariser.evals.cells", description=__doc__)
    parser.add_argument(
        "--errors", action="store_true", help="of the half to work on, what is missed or wrong"
    )
    options = parser.parse_args(arguments)
    found: list[tuple[str, str, Mapping[str, Tally]]] = []
    astray = 0
    with Summariser(engine=rules_alone()) as summariser:
        for table in tables():
            summary = summariser.summarise(table.article)
            tallies, told = compare(table, summary)
            found.append((table.name, table.half, tallies))
            astray += len(ungrounded(summary, table.article))
            if options.errors and table.half == "work":
                _say(table.name)
                for line in told:
                    _say(f"  {line}")
    _say(f"{'':26}{'recall':>9}{'precision':>11}{'f1':>8}{'labelled':>10}{'given':>7}")
    for name, half, own in found:
        if half == "work" or not options.errors:
            _row(name, own["cells"])
    for half in ("work", "hold", "all"):
        total = add_up(t for _, h, t in found if half in (h, "all"))
        for field in FIELDS:
            _row(f"{half}: {field}", total.get(field, Tally()))
    _say(f"values that do not stand in their text: {astray}")
    return 0


def _row(name: str, tally: Tally) -> None:
    values = (
        "-" if v is None else format(v, ".3f")
        for v in (tally.value("recall"), tally.value("precision"), tally.value("f1"))
    )
    recall, precision, f1 = values
    _say(f"{name:26}{recall:>9}{precision:>11}{f1:>8}{tally.expected:10.0f}{tally.predicted:7.0f}")


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    sys.exit(main())
