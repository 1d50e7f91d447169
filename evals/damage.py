"""What dirty text costs: the same articles, damaged in one way at a time, read by the rules alone.

``python -m summariser.evals.damage`` takes the newsroom's development part and the practice articles, scores
them clean and damaged against the same labels, and prints what each damage costs, with the interval of the
loss. Damage that takes nothing away must change nothing: how many summaries differ, beyond the places where
things stand, is printed as well.
"""

from __future__ import annotations

import argparse
import re
import sys
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from summariser.api import Summariser
from summariser.errors import NotText
from summariser.evals.damage_kinds import HARMLESS, WAYS, damaged
from summariser.evals.first_choice import rules_alone
from summariser.evals.grounding import ungrounded
from summariser.evals.intervals import paired_difference
from summariser.evals.practice.material import articles
from summariser.evals.records import Records, from_json_value, to_json_value
from summariser.evals.suites.base import Case
from summariser.evals.suites.newsroom import NEWSROOM_SUITE
from summariser.evals.tally import Metric, Tally, add_up
from summariser.rewriting import Rewriting
from summariser.schemas import Strict, Summary

SHOWN: Final = (
    *("event_f1", "figure_f1", "displacement_f1", "harm_f1"),
    *("site_f1", "need_f1", "access_f1", "response_f1"),
)
_SAME: Final = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "\u2010": "-"})
_UNSEEN: Final = re.compile("[\u00ad\u200b\u2060\ufeff]|(?<=[a-z])-\\s*\n\\s*(?=[a-z])")


@dataclass(frozen=True)
class Outcome:
    """One article in one state."""

    tallies: Mapping[str, Tally]
    bare: Any
    """The summary without the places where things stand."""
    ungrounded: tuple[str, ...]
    refused: bool = False
    """It was told that it is no text."""


def cases() -> tuple[Case, ...]:
    """The articles: the newsroom's development part, and the practice articles."""
    dev = (case for case in NEWSROOM_SUITE.cases() if "part:dev" in case.traits)
    return (*dev, *articles())


def moved(gold: Records, damage: Rewriting) -> Records:
    """A label whose evidence stands where the damaged text has it."""

    def walk(value: Any) -> Any:
        if isinstance(value, dict):
            return {k: _spans(v, damage) if k == "spans" else walk(v) for k, v in value.items()}
        return [walk(item) for item in value] if isinstance(value, list) else value

    return from_json_value(walk(to_json_value(gold)))


def _spans(spans: Iterable[Sequence[int]], damage: Rewriting) -> list[tuple[int, int]]:
    return [damage.forth(start, end) for start, end in spans]


def outcome(summariser: Summariser, case: Case, kind: str | None) -> Outcome:
    """Summarise an article, damaged or not, and score it; one that is refused says nothing."""
    article, gold = case.article, case.gold
    if kind is not None:
        damage = damaged(article.text, kind, case.id)
        gold = moved(gold, damage)
        try:
            article = replace(article, text=damage.after)
        except NotText:
            nothing = {"id": case.id, **to_json_value(Records())}
            score = NEWSROOM_SUITE.score(replace(case, gold=gold), nothing)
            return Outcome(score.tallies, None, (), refused=True)
    summary = summariser.summarise(article)
    hurt = replace(case, article=article, gold=gold)
    score = NEWSROOM_SUITE.score(hurt, NEWSROOM_SUITE.predict(hurt, summary))
    return Outcome(score.tallies, bare(summary), tuple(ungrounded(summary, article)))


def bare(summary: Summary) -> Any:
    """A summary without offsets, kinds of blanks, quotes and letters: what must not depend on them."""
    return [_bare(part) for part in (summary.events, summary.humanitarian, summary.issues)]


def _bare(part: Any) -> Any:
    if isinstance(part, Strict):
        fields = (name for name in type(part).model_fields if name not in {"start", "end"})
        dates = {name: getattr(part, name) for name in ("start", "end") if not _is_place(part)
                 and hasattr(part, name)}  # fmt: skip
        return {name: _bare(getattr(part, name)) for name in fields} | dates
    if isinstance(part, tuple):
        return [_bare(item) for item in part]
    return plain(part) if isinstance(part, str) else part


def _is_place(part: Strict) -> bool:
    return isinstance(getattr(part, "start", None), int)


def plain(words: str) -> str:
    """Words without what damage of the harmless kinds may add."""
    joined = _UNSEEN.sub("", unicodedata.normalize("NFKC", words).translate(_SAME))
    return " ".join(joined.replace("--", "-").replace("...", "…").split())


def loss(clean: Sequence[Outcome], hurt: Sequence[Outcome], metric: Metric) -> str:
    """The figure after the damage, and what it lost with the interval."""
    total = add_up(o.tallies for o in hurt).get(metric.tally, Tally())
    value = total.value(metric.kind)
    difference = paired_difference([o.tallies for o in clean], [o.tallies for o in hurt], metric)
    if value is None or difference is None:
        return "-"
    if abs(difference.value) < 0.0005 and not difference.is_sure:
        return f"{value:.3f}"
    return f"{value:.3f} ({difference.value:+.3f}, {difference.low:+.3f} to {difference.high:+.3f})"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m summariser.evals.damage", description=__doc__)
    parser.add_argument("--kind", action="append", choices=list(WAYS), help="may be repeated; all by default")
    parser.add_argument("--differing", action="store_true", help="name the articles that differ")
    options = parser.parse_args(arguments)
    metrics = {m.name: m for m in NEWSROOM_SUITE.metrics}
    chosen = cases()
    with Summariser(engine=rules_alone()) as summariser:
        clean = [outcome(summariser, case, None) for case in chosen]
        _say("| damage | " + " | ".join(SHOWN) + " | differ | ungrounded | refused |")
        _say("|---" * (len(SHOWN) + 4) + "|")
        whole = [loss(clean, clean, metrics[name]) for name in SHOWN]
        _say(f"| (none) | {' | '.join(whole)} | - | {_count(clean)} | 0 |")
        for kind in options.kind or WAYS:
            hurt = [outcome(summariser, case, kind) for case in chosen]
            row = [loss(clean, hurt, metrics[name]) for name in SHOWN]
            differ = [c.id for c, a, b in zip(chosen, clean, hurt, strict=True) if a.bare != b.bare]
            shown = f"{len(differ)} of {len(chosen)}" if kind in HARMLESS else "-"
            refused = sum(o.refused for o in hurt)
            _say(f"| {kind} | {' | '.join(row)} | {shown} | {_count(hurt)} | {refused} |")
            if options.differing and kind in HARMLESS:
                _say("".join(f"<!-- {name} -->\n" for name in differ))
    return 0


def _count(outcomes: Iterable[Outcome]) -> int:
    return sum(len(o.ungrounded) for o in outcomes)


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
