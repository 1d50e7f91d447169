"""The cases as the page's script gets them: one block of JSON, which only ``textContent`` will see.

Article text is untrusted. It is in the page once, as data, with every character escaped that could end
the block or start markup; the script never makes markup of it. Offsets count code points in Python and
UTF-16 units in a browser, so they are translated here.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Any, Final

from summariser.errors import BadData
from summariser.evals.intervals import paired_difference
from summariser.evals.report.data import ScoredCase, ScoredRun, SuiteScores
from summariser.evals.report.figures import VERDICTS, case_value, estimate, headlines, leading, show
from summariser.evals.suites.base import Case
from summariser.evals.tally import Metric, Row
from summariser.plain_text import plain_sentences
from summariser.schemas import Summary

JSON = dict[str, Any]
Spans = Iterable[tuple[int, int]]

SEALED: Final = "part:test"
"""Cases of this part are scored, and their texts stay shut until somebody insists."""

SHOWN: Final = 50_000
"""So many characters of an article are on the page: nobody reads a megabyte there."""
_UNSAFE: Final = re.compile("[<>&\u2028\u2029\ud800-\udfff]")


def embed(data: object) -> str:
    """JSON that may stand inside a ``script`` element, whatever texts it holds.

    No ``<`` means no ``</script>`` and no ``<!--``. Lone surrogates, which a model's broken output may
    hold, would not go into UTF-8.
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


class Offsets:
    """From code points to UTF-16 units of one text; what lies beyond the part that is shown is left out.

    Args:
        text: The article.
        name: How messages call it.
    """

    def __init__(self, text: str, name: str) -> None:
        self._wide = [at for at, char in enumerate(text) if ord(char) > 0xFFFF]
        self._end = len(text)
        self._name = name

    def __call__(self, spans: Spans) -> list[list[int]]:
        """The same spans in UTF-16 units.

        Raises:
            BadData: One does not lie within the text: the score is of another text.
        """
        found: list[list[int]] = []
        for start, end in spans:
            if not 0 <= start <= end <= self._end:
                raise BadData(
                    f"{self._name}: a score points at {start}-{end}, and the article has {self._end} "
                    "characters",
                    "Score the log again with the data that it was made with",
                )
            if end <= SHOWN:
                found.append([at + bisect_left(self._wide, at) for at in (start, end)])
        return found


def block(runs: Sequence[ScoredRun], suites: Sequence[str], letters: Sequence[str]) -> JSON:
    """Everything that the script shows.

    Args:
        runs: The runs, in order.
        suites: Names of the suites, in order.
        letters: What each run is called for short.

    Raises:
        BadData: A score does not fit its article.
    """
    by_name = [{suite.name: suite for suite in run.suites} for run in runs]
    return {
        "runs": [{"letter": a, "name": run.name} for a, run in zip(letters, runs, strict=True)],
        "suites": [_suite(name, [r[name] for r in by_name if name in r]) for name in suites],
        "verdicts": VERDICTS,
        "cases": [case for name in suites for case in _cases(name, suites.index(name), by_name)],
        "pairs": [
            {"a": a, "b": b, "suites": _paired(suites, by_name[a], by_name[b])}
            for a, b in combinations(range(len(runs)), 2)
        ],
    }


def _suite(name: str, scores: Sequence[SuiteScores]) -> JSON:
    metric = leading(metrics_of(scores))
    return {
        "name": name,
        "external": any(s.external for s in scores),
        "metric": metric and metric.name,
        "lower": bool(metric and metric.lower_is_better),
    }


def metrics_of(scores: Iterable[SuiteScores]) -> tuple[Metric, ...]:
    """What a suite reports, in whichever run it was scored; empty where it ran in none."""
    return next((s.metrics for s in scores if s.metrics), ())


# --- one case ---------------------------------------------------------------------------------------


def _cases(name: str, suite: int, runs: Sequence[dict[str, SuiteScores]]) -> list[JSON]:
    """The cases of a suite over all runs, each article once."""
    found: dict[tuple[str, str], JSON] = {}
    ids: Counter[str] = Counter()
    metric = leading(metrics_of(r[name] for r in runs if name in r))
    for number, run in enumerate(runs):
        for scored in run[name].cases if name in run else ():
            case = scored.case
            # Two runs over other data may give one id to two texts: those are two cases.
            key = (case.id, case.article.text)
            if key not in found:
                ids[case.id] += 1
                suffix = f"~{ids[case.id]}" if ids[case.id] > 1 else ""
                found[key] = {"suite": suite, "key": f"{name}/{case.id}{suffix}", **_article(case)}
            found[key]["runs"][str(number)] = _result(scored, metric)
    return list(found.values())


def _article(case: Case) -> JSON:
    text = case.article.text
    offsets = Offsets(text, f"{case.suite}/{case.id}")
    plain, sentences = plain_sentences(text)
    spans = [(plain.back(s.start, s.end), s.paragraph) for s in sentences]
    shown = [(span, paragraph) for span, paragraph in spans if span[1] <= SHOWN]
    whole = offsets(_with_what_is_between(text[:SHOWN], [span for span, _ in shown]))
    published = case.article.published
    cut = f"the first {SHOWN:,} of {len(text):,} characters" if len(text) > SHOWN else None
    about = (case.article.title, case.article.source, published and published.isoformat(), cut)
    return {
        "id": case.id,
        "traits": case.traits,
        "sealed": SEALED in case.traits,
        "about": " · ".join(part for part in about if part),
        "text": text[:SHOWN],
        "sentences": [[*span, paragraph] for span, (_, paragraph) in zip(whole, shown, strict=True)],
        "runs": {},
    }


def _with_what_is_between(text: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The sentences' spans, each on to the next: what is not read, such as markup, is seen all the same."""
    starts = [0 if not at else start for at, (start, _) in enumerate(spans)]
    ends = [*starts[1:], len(text)]
    return [(start, start + len(text[start:end].rstrip())) for start, end in zip(starts, ends, strict=True)]


def _result(scored: ScoredCase, metric: Metric | None) -> JSON:
    offsets = Offsets(scored.case.article.text, f"{scored.case.suite}/{scored.case.id}")
    record, summary = scored.record, scored.record.summary
    rows = scored.score.rows if scored.score is not None else ()
    value = None if metric is None else case_value(scored, metric)
    return {
        "scored": scored.score is not None,
        "value": value,
        "shown": show(value, metric.kind if metric else "f1"),
        "rows": [_row(row, offsets) for row in rows],
        "error": record.error and {"type": record.error.type, "message": record.error.message},
        "ungrounded": record.ungrounded,
        "issues": [i.model_dump(mode="json") for i in summary.issues] if summary else [],
        "narrative": _narratives(summary, offsets) if summary else [],
        "cost": _cost(record.seconds, summary),
    }


def _row(row: Row, offsets: Offsets) -> JSON:
    return {
        "what": row.what,
        "gold": row.gold,
        "predicted": row.predicted,
        "verdict": row.verdict,
        "fields": row.fields,
        "at": [offsets(row.gold_spans), offsets(row.predicted_spans)],
    }


def _narratives(summary: Summary, offsets: Offsets) -> list[JSON]:
    halves = (("Events", summary.events), ("Humanitarian", summary.humanitarian))
    return [
        {"part": part, "text": line.text, "at": [[], offsets((e.start, e.end) for e in line.evidence)]}
        for part, half in halves
        if half is not None and half.narrative is not None
        for line in (half.narrative.headline, *half.narrative.sentences)
    ]


def _cost(seconds: float | None, summary: Summary | None) -> list[list[str]]:
    """Names and numbers as they are shown; what the log does not have is left out."""
    found = [] if seconds is None else [["seconds", f"{seconds:,.1f}"]]
    if summary is not None:
        spent = summary.provenance
        found += [
            ["calls", f"{spent.calls:,}"],
            ["re-asks", f"{spent.reasks:,}"],
            ["tokens in", f"{spent.tokens_in:,}"],
            ["of them cached", f"{spent.tokens_cached:,}"],
            ["tokens out", f"{spent.tokens_out:,}"],
        ]
    return found


# --- two runs ---------------------------------------------------------------------------------------


def _paired(suites: Sequence[str], one: dict[str, SuiteScores], two: dict[str, SuiteScores]) -> list[JSON]:
    """Headline figures of two runs over the cases that both have a score for: like with like."""
    found: list[JSON] = []
    for at, name in enumerate(suites):
        if name not in one or name not in two:
            continue
        first, second = (
            {(c.case.id, c.case.article.text): c.score.tallies for c in s.cases if c.score is not None}
            for s in (one[name], two[name])
        )
        both = [key for key in first if key in second]
        if not both:
            continue
        figures: list[JSON] = []
        for metric in headlines(metrics_of((one[name], two[name]))):
            before, after = ([run[key] for key in both] for run in (first, second))
            a, b = estimate(before, metric), estimate(after, metric)
            change = paired_difference(before, after, metric)
            figures.append(
                {
                    "name": metric.name,
                    "lower": metric.lower_is_better,
                    "a": a.value,
                    "b": b.value,
                    "shown": [a.shown, b.shown],
                    "ends": change and [round(change.low, 4), round(change.high, 4)],
                }
            )
        found.append({"suite": at, "cases": len(both), "figures": figures})
    return found
