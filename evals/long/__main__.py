"""``python -m summariser.evals.long``: what of the report's labels a summary of it holds."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from summariser.api import Summariser
from summariser.articles import article_from_bytes
from summariser.evals.first_choice import rules_alone
from summariser.evals.long.labelled import labels
from summariser.evals.long.paper import pdf
from summariser.evals.long.scoring import Kind, compare
from summariser.evals.long.word import docx
from summariser.files import replacing
from summariser.schemas import Summary


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the counts by kind, of a summary on file or of one that the rules make now."""
    parser = argparse.ArgumentParser(prog="python -m summariser.evals.long", description=__doc__)
    parser.add_argument("summary", nargs="?", type=Path, help="a summary as JSON, in place of a new one")
    parser.add_argument("--errors", action="store_true", help="each miss, and each thing that is too much")
    parser.add_argument(
        "--write", type=Path, help="write the report into this file (.pdf, .docx); no summary"
    )
    options = parser.parse_args(arguments)
    if options.write is not None:
        with replacing(options.write) as file:
            file.write(docx() if options.write.suffix == ".docx" else pdf())
        return 0
    if options.summary is not None:
        summary = Summary.model_validate_json(options.summary.read_text("utf-8"))
    else:
        with Summariser(engine=rules_alone()) as summariser:
            summary = summariser.summarise(article_from_bytes(pdf(), name="report.pdf"))
    _say(f"{'':14}{'labelled':>9}{'found':>7}{'given':>7}{'again':>7}{'extra':>7}{'taken back':>12}")
    for name, kind in compare(labels(), summary).items():
        _show(name, kind, options.errors)
    return 0


def _show(name: str, kind: Kind, with_errors: bool) -> None:
    counts = f"{kind.needed:9}{kind.found:7}{kind.given:7}{kind.again:7}{kind.extra:7}{kind.taken_back:12}"
    _say(f"{name:14}{counts}")
    if kind.right:
        _say("  right: " + ", ".join(f"{field} {right}/{of}" for field, (right, of) in kind.right.items()))
    if with_errors:
        for line in kind.told:
            _say(f"    {line}")


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    sys.exit(main())
