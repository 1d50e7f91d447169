"""The block of cases: safe inside a script element, offsets that a browser counts the same way."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser.articles import Article
from summariser.errors import BadData
from summariser.evals.report import ScoredCase, ScoredRun, SuiteScores
from summariser.evals.report.cases import Offsets, block, embed
from summariser.evals.run_log import CaseRecord
from summariser.evals.suites.base import Case
from summariser.evals.tally import CaseScore, Row, Tally
from tests.browser.report_runs import MARKET, MARKUP, METRICS, report_runs

NAMES = ["newsroom", "idmc", "muc4", "baghouz"]


@given(st.recursive(st.text() | st.none(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_embedded_json_is_the_same_and_cannot_end_its_element(data: object) -> None:
    text = embed(data)
    assert json.loads(text) == data
    assert not set(text) & set("<>&\u2028\u2029")
    text.encode("utf-8")


@pytest.mark.parametrize("text", ["</script>", "<!--", "]]>", "\u2028", "&lt;", "\ud800", "'\"\\"])
def test_what_could_end_the_block_is_escaped(text: str) -> None:
    assert json.loads(embed({text: text})) == {text: text}
    assert "</" not in embed(text)


@given(st.text(st.characters(exclude_categories=["Cs"])), st.data())
def test_offsets_are_those_that_a_browser_counts(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    [[first, last]] = Offsets(text, "x")([(start, end)])
    assert text.encode("utf-16-le")[2 * first : 2 * last].decode("utf-16-le") == text[start:end]


@pytest.mark.parametrize("span", [(0, 4), (-1, 2), (3, 2), (9, 12)])
def test_a_span_outside_of_the_article_is_an_error(span: tuple[int, int]) -> None:
    with pytest.raises(BadData, match="newsroom/a: a score points at"):
        Offsets("abc", "newsroom/a")([span])


def made(**names: Any) -> dict[str, Any]:
    runs = report_runs()
    return block(names.get("runs", runs), NAMES, ["A", "B"])


def test_each_article_is_there_once_with_both_runs() -> None:
    data = made()
    keys = [case["key"] for case in data["cases"]]
    assert len(keys) == len(set(keys)) == 9
    market = next(c for c in data["cases"] if c["key"] == "newsroom/market-shelling")
    assert market["text"] == MARKET
    assert set(market["runs"]) == {"0", "1"}
    assert [market["runs"][n]["shown"] for n in "01"] == ["0.286", "0.571"]
    assert [s["external"] for s in data["suites"]] == [False, True, True, False]


def test_evidence_behind_an_emoji_is_translated() -> None:
    market = next(c for c in made()["cases"] if c["id"] == "market-shelling")
    rows = {row["gold"]: row for row in market["runs"]["0"]["rows"]}
    [[start, end]] = rows["children"]["at"][0]
    wide = MARKET.encode("utf-16-le")
    assert wide[2 * start : 2 * end].decode("utf-16-le") == "The army denied it."
    [[first, last, _]] = [s for s in market["sentences"] if s[0] <= start < s[1]]
    assert first <= start
    assert end <= last


def test_failures_refusals_and_ungrounded_values_are_there() -> None:
    cases = {case["id"]: case for case in made()["cases"]}
    broken = cases["broken-case"]["runs"]["0"]
    assert broken["error"] == {"type": "InvalidReply", "message": f"Nothing valid after the re-ask: {MARKUP}"}
    assert (broken["scored"], broken["value"], broken["shown"], broken["cost"]) == (False, None, "–", [])
    assert cases["market-shelling"]["runs"]["0"]["issues"][0]["code"] == "not_grounded"
    assert cases[f"hostile-{MARKUP}"]["runs"]["0"]["ungrounded"] == (f"E1.place {MARKUP}",)
    assert cases["no-event"]["runs"]["0"]["value"] is None
    assert cases["sealed-case"]["sealed"]
    assert not cases["no-event"]["sealed"]
    assert next(line["part"] for line in cases["example"]["runs"]["0"]["narrative"]) == "Events"


def test_two_runs_are_compared_over_the_cases_that_both_have() -> None:
    [pair] = made()["pairs"]
    newsroom, idmc = pair["suites"]
    assert (newsroom["cases"], idmc["cases"]) == (7, 1), "the case that failed in A is in neither figure"
    events = newsroom["figures"][0]
    # A: 1+1+1+1+1+2 right of 3+1+1+1+1+2 and 4+2+1+1+1+3; B: one more in the market, one less in the hostile.
    assert (events["a"], events["b"]) == (pytest.approx(7 / 10.5), pytest.approx(7 / 10.5))
    assert events["ends"][0] < 0 < events["ends"][1]
    assert (newsroom["figures"][2]["name"], newsroom["figures"][2]["lower"]) == ("ungrounded", True)


def test_one_id_over_two_texts_is_two_cases() -> None:
    run = report_runs()[0]

    def over(text: str) -> ScoredRun:
        scored = ScoredCase(
            Case("newsroom", "same", Article(text), None),
            CaseRecord(suite="newsroom", id="same"),
            CaseScore({"events": Tally(1, 1, 1)}),
        )
        return replace(run, suites=(SuiteScores("newsroom", False, METRICS, (scored,)),))

    data = made(runs=[over("One text."), over("Another text.")])
    assert [case["key"] for case in data["cases"]] == ["newsroom/same", "newsroom/same~2"]
    assert data["pairs"][0]["suites"] == [], "they are not compared"


def test_a_score_of_another_text_is_an_error() -> None:
    run = report_runs()[0]
    case = run.suites[0].cases[0]
    score = CaseScore({}, (Row("event", "g", None, "missed", (), ((0, 9_999),)),))
    broken = replace(run.suites[0], cases=(replace(case, score=score),))
    with pytest.raises(BadData, match="market-shelling"):
        made(runs=[replace(run, suites=(broken,)), run])
