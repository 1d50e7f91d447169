"""``python -m summariser.evals.practice``: how the rules do on what they were not written with."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final

from summariser.api import Summariser
from summariser.articles import Article
from summariser.evals.first_choice import rules_alone
from summariser.evals.practice.material import Line, articles, sentences
from summariser.evals.practice.scoring import FIELDS, compare
from summariser.evals.suites.newsroom import NEWSROOM_SUITE
from summariser.evals.tally import Metric, Tally, add_up

_PUBLISHED: Final = date(2024, 6, 15)
_COLUMNS: Final = ("all", "work", "hold")
_WIDTH: Final = 90


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables, or the errors of one field."""
    parser = argparse.ArgumentParser(prog="python -m summariser.evals.practice", description=__doc__)
    parser.add_argument("what", choices=["sentences", "articles"], help="what to score")
    parser.add_argument("--kind", choices=["events", "humanitarian"], help="sentences of one kind")
    parser.add_argument("--lang", choices=["en", "es", "fr", "ar", "pt"], help="of one language")
    parser.add_argument(
        "--errors",
        choices=FIELDS,
        metavar="FIELD",
        help=f"sentences: what went wrong, of the half to work on: {', '.join(FIELDS)}",
    )
    options = parser.parse_args(arguments)
    if options.what == "articles" and (options.errors or options.kind):
        parser.error("--errors and --kind go with sentences")
    with Summariser(engine=rules_alone()) as summariser:
        if options.what == "articles":
            _score_articles(summariser, options.lang)
        else:
            lines = [
                s for s in sentences() if options.lang in (None, s.lang) and options.kind in (None, s.kind)
            ]
            _score_sentences(summariser, lines, options.errors)
    return 0


def _score_sentences(summariser: Summariser, lines: Iterable[Line], errors: str | None) -> None:
    found: list[tuple[str, dict[str, Tally]]] = []
    for line in lines:
        if errors and line.half == "hold":
            continue
        summary = summariser.summarise(Article(line.text, published=_PUBLISHED))
        for one in compare(line, summary):
            found.append((line.half, {one.field: one.tally}))
            if one.field == errors and (one.missed or one.extra):
                _say(f"- missed {_plain(one.missed)} extra {_plain(one.extra)} :: {line.text}")
    if not errors:
        _table(found, [Metric(f, f, "f1", f) for f in dict.fromkeys(k for _, t in found for k in t)])


def _score_articles(summariser: Summariser, lang: str | None) -> None:
    found = []
    for case in articles():
        if lang is not None and f"lang:{lang}" not in case.traits:
            continue
        prediction = NEWSROOM_SUITE.predict(case, summariser.summarise(case.article))
        half = next(t for t in case.traits if t.startswith("part:")).removeprefix("part:")
        found.append((half, dict(NEWSROOM_SUITE.score(case, prediction).tallies)))
    _table(found, NEWSROOM_SUITE.metrics)


def _table(found: Sequence[tuple[str, Mapping[str, Tally]]], metrics: Sequence[Metric]) -> None:
    sums = {c: add_up(t for half, t in found if c in ("all", half)) for c in _COLUMNS}
    _say(f"{'':24}" + "".join(f"{c:>8}" for c in _COLUMNS) + f"{'labelled':>10}{'given':>8}")
    for metric in metrics:
        whole = sums["all"].get(metric.tally)
        if whole is None:
            continue
        values = [sums[c].get(metric.tally, Tally()).value(metric.kind) for c in _COLUMNS]
        shown = "".join(f"{'-' if v is None else format(v, '.3f'):>8}" for v in values)
        _say(f"{metric.name:24}{shown}{whole.expected:10.0f}{whole.predicted:8.0f}")


def _plain(values: Iterable[Any]) -> list[str]:
    return [str(getattr(v, "n", None) or getattr(v, "words", None) or v)[:_WIDTH] for v in values]


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    sys.exit(main())
