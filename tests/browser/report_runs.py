"""Two runs made by hand for tests of the report: Arabic, hostile text, a long article, a failed case.

Every score is written down here and none is computed, so that a test can say what the page must show.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from summariser.articles import Article
from summariser.evals.report import ScoredCase, ScoredRun, SuiteScores
from summariser.evals.run_log import CaseRecord, Failure, Head
from summariser.evals.suites.base import Case
from summariser.evals.tally import CaseScore, Metric, Row, Tally
from summariser.schemas import Issue, IssueCode, Summary
from tests.unit.sample import empty_summary, sample_article, sample_summary

Spans = tuple[tuple[int, int], ...]

MARKUP = '<script>alert("article")</script><img src=x onerror=alert(1)> </script><!-- "><svg onload=alert(2)>'
OVERRIDE = "\u202egnihton\u202c"

METRICS = (
    Metric("event_f1", "events", "f1", "Events found and not made up.", headline=True),
    Metric("figures_exact", "figures", "recall", "Figures with the exact number.", headline=True),
    Metric("ungrounded", "ungrounded", "count", "Without ground.", lower_is_better=True, headline=True),
    Metric("sub_type", "sub_type", "precision", "Sub-type right."),
    Metric("narrative_numbers_verified", "narrative", "precision", "Numbers of the narrative that hold."),
    Metric("returned_per_gold", "figures", "ratio", "Figures returned for each of the label."),
    Metric("never_scored", "nothing", "f1", "No case has anything for this."),
)

MARKET = (
    "Shells fell on the market of Novikara on Sunday, killing 12 people, the mayor said. 😀 The army denied "
    "it.\n\nMore than 400 families fled to Old Harbour. A convoy with food was turned back at the bridge."
)
CAMP = (
    "قُتل سبعة أشخاص في قصف على مخيم النور يوم السبت. وقال مسؤول محلي إن نحو 300 عائلة نزحت إلى المدينة."
    "\n\nولم تصل المساعدات إلى المخيم منذ أسبوعين."
)
HOSTILE = f"Gunmen wrote {MARKUP} on a wall. Then {OVERRIDE} was heard. Two people were hurt."
LONG = "\n\n".join(
    f"Paragraph {n} of a long feature speaks of the river road. It adds that {n} carts passed in the morning."
    for n in range(1, 61)
)
FLOOD = "Rivers rose in the valley of Adar. Officials counted 90 wrecked homes and 512 evacuees."


def at(text: str, words: str) -> Spans:
    """Where words stand."""
    start = text.index(words)
    return ((start, start + len(words)),)


@dataclass(frozen=True)
class Given:
    """What a run made of a case: right, predicted and expected events; None where none were to be found."""

    events: tuple[float, float, float] | None
    rows: tuple[Row, ...] = ()
    summary: Summary | None = None
    ungrounded: tuple[str, ...] = ()
    seconds: float | None = 20.0

    def tallies(self) -> Mapping[str, Tally]:
        ungrounded = {"ungrounded": Tally(predicted=len(self.ungrounded))}
        if self.events is None:
            return ungrounded
        hits, predicted, expected = self.events
        all_right = Tally(hits, hits, hits)
        return ungrounded | {
            "events": Tally(hits, predicted, expected),
            "figures": Tally(hits, predicted + 1, expected),
            "sub_type": all_right,
            "narrative": all_right,
        }


def _case(name: str, text: str, traits: str, suite: str = "newsroom") -> Case:
    article = Article(text, published=date(2024, 3, 12), source="Great Lakes Wire", name=name)
    return Case(suite, name, article, gold=None, traits=tuple(traits.split(" ")))


def _scored(case: Case, given: Given | None) -> ScoredCase:
    if given is None:
        error = Failure(type="InvalidReply", message=f"Nothing valid after the re-ask: {MARKUP}")
        return ScoredCase(case, CaseRecord(suite=case.suite, id=case.id, error=error), None)
    record = CaseRecord(
        suite=case.suite, id=case.id, prediction={"id": case.id}, summary=given.summary or empty_summary(),
        ungrounded=given.ungrounded, seconds=given.seconds,
    )  # fmt: skip
    return ScoredCase(case, record, CaseScore(given.tallies(), given.rows))


CASES = (
    _case("market-shelling", MARKET, "conflicting-tolls lang:en genre:wire part:dev"),
    _case("arabic-camp", CAMP, "camp lang:ar genre:sitrep part:dev"),
    _case(f"hostile-{MARKUP}", HOSTILE, "injection lang:en genre:tabloid odd:<img\u202esrc=x>"),
    _case("long-feature", LONG, "long range lang:en genre:wire part:dev"),
    _case("no-event", "The choir sang all evening. Nobody was hurt.", "no-event lang:en part:dev"),
    _case("sealed-case", "A bomb went off in Sealedtown. Nobody was hurt.", "lang:en part:test"),
    _case("broken-case", "The bridge was shelled. Two farmers died there.", "short lang:en part:dev"),
    Case("newsroom", "example", sample_article(), None, ("several-events", "lang:en", "part:dev")),
)


def _market_rows(*, better: bool) -> tuple[Row, ...]:
    """Each verdict once; the second run finds the displacement."""
    event, toll = (
        at(MARKET, "Shells fell on the market of Novikara on Sunday"),
        at(MARKET, "killing 12 people"),
    )
    late = at(MARKET, "fell on the market of Novikara on Sunday, killing 12 people, the mayor said.")
    kind, killed = "Shelling/artillery/missile attack", "12 killed, people, claimed by the mayor"
    fled = "400 households forced_to_flee to Old Harbour"
    quote = at(MARKET, "More than 400 families fled to Old Harbour")
    compared = (("sub_type", kind, kind, True), ("date", "2024-03-10", "", False), ("side_a", "", "", None))
    same = (("number", "12", "12", True), ("group", "people", "people", True))
    moved = (("number", "400", "400", True),)
    return (
        Row("event", "Shelling at Novikara, 2024-03-10", "Shelling, no date", "part", compared, event, late),
        Row("figure", killed, killed, "right", same, toll, toll),
        Row("figure", None, "400 killed, people", "extra", (), (), at(MARKET, "More than 400 families")),
        Row(
            "access",
            "turned back",
            "aid delivered",
            "wrong",
            (),
            at(MARKET, "turned back"),
            at(MARKET, "food"),
        ),
        Row("risk", "children", None, "optional", (), at(MARKET, "The army denied it.")),
        Row("displacement", fled, fled, "right", moved, quote, quote)
        if better
        else Row("displacement", fled, None, "missed", (), quote),
    )


def _newsroom(*, better: bool) -> SuiteScores:
    refused = Issue(
        code=IssueCode.NOT_GROUNDED, reason="the number is not in the sentence", step="figures",
        sentence="S2", words=f"14 {MARKUP}",
    )  # fmt: skip
    camp = (
        Row(
            "event",
            "Shelling of النور",
            "Shelling",
            "part",
            (),
            at(CAMP, "سبعة أشخاص في قصف"),
            at(CAMP, "في قصف"),
        ),
        Row("displacement", "300 households", None, "missed", (), at(CAMP, "نحو 300 عائلة")),
    )
    side = (("side_a", MARKUP, OVERRIDE, False),)
    hostile = Row("event", MARKUP, OVERRIDE, "wrong", side, at(HOSTILE, MARKUP), at(HOSTILE, OVERRIDE))
    carts = Row("figure", "55 carts", "55 carts", "right", (), at(LONG, "55 carts"), at(LONG, "55 carts"))
    bridge = Row("event", "Shelling of a bridge", "Shelling", "right")
    given = (
        Given((2, 3, 4) if better else (1, 3, 4), _market_rows(better=better),
              empty_summary(issues=(refused,)), seconds=31.5 if better else 12.0),
        Given((1, 1, 2), camp),
        Given((0, 1, 1) if better else (1, 1, 1), (hostile,), ungrounded=(f"E1.place {MARKUP}",)),
        Given((1, 1, 1), (carts,), seconds=None),
        Given(None),
        Given((1, 1, 1), (Row("event", "Bomb in Sealedtown", "Bomb in Sealedtown", "right"),)),
        Given((1, 1, 1), (bridge,)) if better else None,
        Given((2, 2, 3), (), sample_summary()),
    )  # fmt: skip
    return SuiteScores("newsroom", False, METRICS, tuple(map(_scored, CASES, given)))


def _idmc(*, better: bool) -> SuiteScores:
    counted = at(FLOOD, "512 evacuees")
    row = (
        Row("figure", "512 evacuated", "512 evacuated", "right", (), counted, counted)
        if better
        else Row("figure", "512 evacuated", None, "missed", (), counted)
    )
    case = _scored(_case("r-1", FLOOD, "lang:en", "idmc"), Given((2, 2, 2) if better else (1, 2, 2), (row,)))
    return SuiteScores("idmc", True, (Metric("fact_f1", "events", "f1", "Facts.", headline=True),), (case,))


def _run(name: str, *, better: bool) -> ScoredRun:
    head = Head(
        run=name, mode="replay", summariser_version="0.1.0", model=f"{name}-q4", strategy="stepwise",
        scorers={"newsroom": "newsroom/1", "idmc": "idmc/1"},
        not_run={"baghouz": "the article is not on this machine"},
    )  # fmt: skip
    missing = SuiteScores("muc4", True, (), (), "the file muc4.jsonl is not there")
    return ScoredRun(
        name, head.model, head.strategy, head, (_newsroom(better=better), _idmc(better=better), missing)
    )


def report_runs() -> tuple[ScoredRun, ScoredRun]:
    """Run A, and run B, which does better in some cases and worse in one."""
    return _run("coder-0.5b", better=False), _run("coder-1.5b", better=True)
