"""The peer bench: mapping, what stands in the text, the log, failures, the table. No engine."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import httpx2
import openai
import pytest
from pydantic import SecretStr

from summariser.articles import Article
from summariser.errors import BadData, BadLog
from summariser.evals.peers import bench, instructor_peer
from summariser.evals.peers.__main__ import main
from summariser.evals.peers.forms import FORMS, IdmcFigure, compact, prompts, worded
from summariser.evals.peers.grounding import ungrounded
from summariser.evals.peers.langextract_peer import (
    CLASSES,
    LangExtractPeer,
    facts_of,
    form_of,
    output_schema,
)
from summariser.evals.peers.log import Line, PeerLog
from summariser.evals.peers.mapping import empty, prediction, spans
from summariser.evals.peers.systems import Answered, Meter, Server, ServerGone, failure
from summariser.evals.peers.table import markdown, tables
from summariser.evals.records import from_json_value
from summariser.evals.report import render
from summariser.evals.scorers.idmc import Fact
from summariser.evals.suites.base import Case, Suite
from summariser.evals.suites.idmc import IDMC, TERMS
from summariser.evals.suites.muc4 import MUC4
from summariser.evals.suites.newsroom import NEWSROOM_SUITE
from summariser.evals.suites.registry import find_suites

TEXT = "Some 1,200 people fled the town of Dolina on Monday. In Karst 85 families were moved."
ARTICLE = Article(TEXT, published=date(2024, 3, 12))
SERVER = Server("http://127.0.0.1:9/v1", SecretStr("none"), "m")
FLED = {
    "quantity": 1200,
    "term": "Forced to Flee",
    "unit": "People",
    "location": "Dolina",
    "country_iso3": "SVN",
}
GOLD = Fact(quantity=1200, term="Forced to Flee", unit="People", location="Dolina", country="SVN")


# Forms and prompts


def test_idmc_terms_are_the_suite_s() -> None:
    enum = IdmcFigure.model_json_schema()["properties"]["term"]["enum"]
    assert enum == list(TERMS.values())


@pytest.mark.parametrize("suite", list(FORMS))
def test_examples_fill_in_their_form_and_stand_in_their_text(suite: str) -> None:
    told = prompts(suite)
    assert len(told.examples) == 3
    for example in told.examples:
        answer = FORMS[suite].model_validate(example.answer)
        said = prediction("x", Article(example.text, published=example.published), answer)
        assert ungrounded(suite, said, Article(example.text)) == []
        assert all(words in example.text for _, words, _ in facts_of(suite, example))
        assert "words" not in compact(suite, example.answer)


@pytest.mark.parametrize("suite", list(FORMS))
def test_langextract_has_the_same_examples(suite: str) -> None:
    for example in prompts(suite).examples:
        told_back = [
            SimpleNamespace(extraction_class=name, extraction_text=words, attributes=attributes)
            for name, words, attributes in facts_of(suite, example)
        ]
        assert form_of(suite, told_back) == FORMS[suite].model_validate(example.answer)


def test_langextract_s_schema_is_the_forms() -> None:
    items = output_schema("newsroom")["properties"]["extractions"]["items"]["anyOf"]
    assert [next(iter(item["properties"])) for item in items] == list(CLASSES["newsroom"])
    event = items[0]["properties"]["event_attributes"]
    assert event["required"] == ["sub_type"]
    assert "Armed clash" in event["properties"]["sub_type"]["enum"]
    assert "$ref" not in str(items)
    assert set(output_schema("idmc")["properties"]["extractions"]["items"]["required"]) == {
        "figure",
        "figure_attributes",
    }


def test_figures_follow_their_event() -> None:
    def extraction(kind: str, words: str, **attributes: Any) -> SimpleNamespace:
        return SimpleNamespace(extraction_class=kind, extraction_text=words, attributes=attributes)

    homeless = extraction("figure", "5 dead", measure="killed", value=5)
    clash = extraction("event", "Troops fought", sub_type="Armed clash")
    raid = extraction("event", "Jets struck", sub_type="Air/drone strike")
    answer: Any = form_of("newsroom", [homeless, clash, homeless, raid])
    assert [len(event.figures) for event in answer.events] == [1, 0]
    assert answer.events[0].quote == "Troops fought"


# Mapping


def test_an_idmc_form_in_the_suite_s_terms() -> None:
    said = prediction("x", ARTICLE, FORMS["idmc"].model_validate({"figures": [FLED]}))
    assert said == {"id": "x", "figures": [GOLD.model_dump()]}
    assert IDMC.score(case(), said).tallies["fact"].hits == 1


def test_a_muc4_form_in_the_suite_s_terms() -> None:
    dated = {
        "type": "ATTACK",
        "date": "2024-03-11",
        "country": "Slovenia",
        "places": ["Dolina", "Dolina", " "],
    }
    said = prediction("x", ARTICLE, FORMS["muc4"].model_validate({"incidents": [dated, {"type": "ARSON"}]}))
    first, second = said["events"]
    assert first["date"] == {"start": "2024-03-11", "end": "2024-03-11"}
    assert (first["country"], list(first["places"])) == ("SLOVENIA", ["Dolina"])
    # No day told is "by" the document's, as for our own predictions.
    assert second["date"] == {"start": None, "end": "2024-03-12"}
    MUC4.score(Case("muc4", "x", ARTICLE, ()), said)


def test_a_newsroom_form_in_the_suite_s_terms() -> None:
    figure = {"measure": "killed", "value": 12, "group": "civilians", "claimed_by": "Ivo Tann"}
    vague = {"measure": "injured", "value": 0, "vague": "dozens"}
    nothing = {"measure": "missing", "value": 0}
    event = {
        "quote": "some 1,200  people FLED", "sub_type": "Attack", "date": "2024-03-11", "place": "Dolina",
        "country_iso3": "SVN", "side_a": ["gunmen"], "figures": [figure, vague, nothing],
    }  # fmt: skip
    moved = [{"term": "forced_to_flee", "value": 1200, "place": "Dolina"}, {"term": "affected", "value": 0}]
    said = prediction(
        "x", ARTICLE, FORMS["newsroom"].model_validate({"events": [event], "displacement": moved})
    )
    records = from_json_value(said)
    (found,) = records.events
    assert found.spans == ((0, 22),)
    assert [(f.value, f.low, f.qualifier[0]) for f in found.figures] == [
        (12.0, None, "exactly"),
        (None, 24.0, "dozens"),
    ]
    assert found.figures[0].claimed_by == ("Ivo Tann",)
    assert [m.value for m in records.displacement] == [1200.0]
    NEWSROOM_SUITE.score(Case("newsroom", "x", ARTICLE, records), said)


def test_a_quote_that_does_not_stand_there_is_no_evidence() -> None:
    assert spans("Some 1,200 people fled", TEXT) == ((0, 22),)
    assert spans("Some 1,300 people fled", TEXT) == ()
    assert spans(None, TEXT) == spans(" ", TEXT) == ()


@pytest.mark.parametrize("suite", [IDMC, MUC4, NEWSROOM_SUITE])
def test_nothing_is_a_prediction_too(suite: Suite) -> None:
    gold: Any = from_json_value({}) if suite is NEWSROOM_SUITE else ()
    assert suite.score(Case(suite.name, "x", ARTICLE, gold), empty(suite.name, "x")).rows == ()


# What stands in the article


def test_what_does_not_stand_in_the_article() -> None:
    said = {"figures": [{"quantity": 1200, "location": "Dolina"}, {"quantity": 1300, "location": "Trava"}]}
    assert ungrounded("idmc", said, ARTICLE) == ["1300", "Trava"]
    muc4 = {"events": [{"places": ["Karst"], "human_targets": ["the bishop"], "killed": 85, "injured": 7}]}
    assert ungrounded("muc4", muc4, ARTICLE) == ["7", "the bishop"]
    event = {
        "place": {"name": ["Dolina Nova", "Dolina"]}, "side_a": [["Blue League"]],
        "figures": [{"value": 9.0, "claimed_by": ["Nobody"]}, {"low": 24.0, "qualifier": ["dozens"]}],
    }  # fmt: skip
    assert ungrounded("newsroom", {"events": [event]}, ARTICLE) == ["9", "Blue League", "Nobody"]


# The run


def case(name: str = "x", suite: str = "idmc") -> Case:
    return Case(suite, name, ARTICLE, (GOLD,))


class Scripted:
    """A system that says what it is told to, and remembers what it was asked."""

    def __init__(self, name: str, *answers: Answered | Exception, fingerprint: str = "1") -> None:
        self.name = name
        self._answers: Iterator[Answered | Exception] = iter(answers)
        self._fingerprint = fingerprint
        self.asked: list[str] = []

    def fingerprint(self, suite: str) -> str:
        return f"{self._fingerprint}-{suite}"

    def answer(self, suite: Suite, asked: Case) -> Answered:
        self.asked.append(asked.id)
        answer = next(self._answers, Answered(empty(suite.name, asked.id), cost=Meter(10, 5, 1)))
        if isinstance(answer, Exception):
            raise answer
        return answer


def right(cost: Meter | None = None) -> Answered:
    return Answered({"id": "x", "figures": [GOLD.model_dump()]}, cost=cost or Meter(100, 20, 1))


def test_systems_alternate_and_each_begins_once() -> None:
    one, two = Scripted("one"), Scripted("two")
    work = bench.jobs(IDMC, [case("a"), case("b"), case("c")], [one, two])
    assert [(job.case.id, job.system.name) for job in work] == [
        ("a", "one"), ("a", "two"), ("b", "two"), ("b", "one"), ("c", "one"), ("c", "two"),
    ]  # fmt: skip


def test_a_run_goes_on_where_it_stopped(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    cases = [case("a"), case("b")]
    gone = Scripted("one", right(), ServerGone("The server failed", "Start it"))
    with pytest.raises(ServerGone):
        bench.run(bench.jobs(IDMC, cases, [gone]), PeerLog.open(path), "m", warm=False)
    with path.open("ab") as file:
        file.write(b'{"kind": "peer", "system": "one", "fing')  # killed while it wrote
    log = PeerLog.open(path)
    assert [line.id for line in log.lines] == ["a"]
    again = Scripted("one")
    seen: list[str] = []
    bench.run(
        bench.jobs(IDMC, cases, [again]),
        log,
        "m",
        lambda done, total, line: seen.append(f"{done}/{total} {line.id}"),
    )
    assert again.asked == ["warm-up", "b"]
    assert seen == ["1/1 b"]
    assert [line.id for line in PeerLog.open(path).lines] == ["a", "b"]
    # Another version of the same system is asked anew.
    changed = Scripted("one", fingerprint="2")
    bench.run(bench.jobs(IDMC, cases, [changed]), PeerLog.open(path), "m", warm=False)
    assert changed.asked == ["a", "b"]
    assert {line.fingerprint for line in PeerLog.open(path).latest()["idmc", "one"].values()} == {"2-idmc"}


def test_a_log_with_another_line_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    path.write_text('{"kind": "case"}\n', "utf-8")
    with pytest.raises(BadLog, match="line 1"):
        PeerLog.open(path)


def test_a_sample_is_always_the_same_and_part_of_a_larger_one() -> None:
    cases = [case(f"c{n}") for n in range(30)]
    five, ten = bench.chosen(cases, 5), bench.chosen(cases, 10)
    assert five == bench.chosen(cases, 5)
    assert len(five) == 5
    assert [c for c in ten if c in five] == five
    assert bench.chosen(cases, None) == cases
    assert bench.chosen(cases, None, "c29") == cases[-1:]


def test_the_newsroom_s_test_part_is_left_out() -> None:
    parts = [Case("newsroom", p, ARTICLE, None, (f"part:{p}",)) for p in ("dev", "test")]
    assert [c.id for c in bench.chosen(parts, None)] == ["dev"]
    with pytest.raises(BadData, match="no peers"):
        bench.chosen([case(suite="baghouz")], None)


# Failures


def request() -> httpx2.Request:
    return httpx2.Request("POST", "http://127.0.0.1:9/v1")


@pytest.mark.parametrize(
    ("error", "finish", "kind"),
    [
        (openai.APITimeoutError(request()), "", "timeout"),
        (
            openai.BadRequestError("n", response=httpx2.Response(400, request=request()), body=None),
            "",
            "too long",
        ),
        (ValueError("secret words of the article"), "stop", "invalid"),
        (ValueError("cut"), "length", "cut off"),
        (KeyError("x"), "stop", "error"),
    ],
)
def test_a_failure_has_a_kind_and_no_words_of_the_text(error: Exception, finish: str, kind: str) -> None:
    wrapped = RuntimeError("wrapped")
    wrapped.__cause__ = error
    for raised in (error, wrapped):
        answered = failure(raised, Meter(finish_reason=finish))
        assert (answered.prediction, answered.failure) == (None, kind)
        assert "secret" not in answered.message


def test_a_server_that_is_gone_is_nobody_s_failure() -> None:
    with pytest.raises(ServerGone):
        failure(openai.APIConnectionError(request=request()), Meter())
    broken = openai.InternalServerError("n", response=httpx2.Response(500, request=request()), body=None)
    with pytest.raises(ServerGone):
        failure(broken, Meter())


def completion(text: str, reason: str = "stop") -> dict[str, Any]:
    message = {"role": "assistant", "content": text}
    return {
        "id": "-", "created": 0, "model": "m", "object": "chat.completion",
        "choices": [{"index": 0, "finish_reason": reason, "message": message}],
        "usage": {"prompt_tokens": 50, "completion_tokens": 7, "total_tokens": 57},
    }  # fmt: skip


@pytest.mark.parametrize(
    ("texts", "kind", "calls"),
    [
        (['{"figures": []}'], None, 1),
        (['{"figures": [1]}', '{"figures": []}'], None, 2),
        (["no JSON", "nor this"], "invalid", 2),
        (['{"figures": [', ""], "invalid", 2),
    ],
)
def test_instructor_answers_and_its_calls_are_counted(
    monkeypatch: pytest.MonkeyPatch, texts: list[str], kind: str | None, calls: int
) -> None:
    left = iter(texts)
    sent: list[dict[str, Any]] = []

    def reply(asked: httpx2.Request) -> httpx2.Response:
        sent.append(json.loads(asked.content))
        return httpx2.Response(200, json=completion(next(left)))

    wire = httpx2.Client(transport=httpx2.MockTransport(reply))
    monkeypatch.setattr(openai, "DefaultHttpxClient", lambda **_: wire)
    peer = instructor_peer.InstructorPeer(SERVER, examples=True)
    answered = peer.answer(IDMC, case())
    assert answered.failure == kind
    assert (answered.cost.calls, answered.cost.tokens_in, answered.cost.tokens_out) == (
        calls,
        50 * calls,
        7 * calls,
    )
    assert sent[0]["max_tokens"] == 1500
    assert sent[0]["messages"][-1]["content"] == worded(ARTICLE.published, TEXT)
    assert sent[0]["response_format"]["type"] == "json_schema"
    assert len(peer.messages("idmc", "")) == 8
    assert peer.fingerprint("idmc") != peer.fingerprint("muc4")


@pytest.mark.parametrize(("reason", "kind"), [("stop", None), ("length", "cut off")])
def test_langextract_answers_and_its_calls_are_counted(
    monkeypatch: pytest.MonkeyPatch, reason: str, kind: str | None
) -> None:
    pytest.importorskip("langextract", reason="the dependency group 'peers'")
    fact = {"figure": "Some 1,200 people fled", "figure_attributes": FLED}
    text = json.dumps({"extractions": [fact]})
    sent: list[dict[str, Any]] = []

    def reply(asked: httpx2.Request) -> httpx2.Response:
        sent.append(json.loads(asked.content))
        return httpx2.Response(200, json=completion(text if kind is None else text[:-9], reason))

    wire = httpx2.Client(transport=httpx2.MockTransport(reply))
    monkeypatch.setattr(openai, "DefaultHttpxClient", lambda **_: wire)
    answered = LangExtractPeer(SERVER).answer(IDMC, case())
    assert (answered.failure, answered.cost.calls, answered.cost.tokens_out) == (kind, 1, 7)
    if kind is None:
        assert answered.prediction == {"id": "x", "figures": [GOLD.model_dump()]}
    (asked,) = sent
    assert (asked["max_tokens"], asked["temperature"]) == (1500, 0.0)
    assert asked["response_format"]["json_schema"]["schema"] == output_schema("idmc")
    question = asked["messages"][-1]["content"]
    assert prompts("idmc").guide in question
    assert "Published: 2024-03-12" in question
    assert question.count("Q: ") == 4


# The table


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> PeerLog:
    cases = (case("a"), case("b"), case("c"))
    monkeypatch.setattr(type(IDMC), "cases", lambda _self, _data=None: cases)
    found = PeerLog(tmp_path / "log.jsonl")
    late = Answered(None, "timeout", "APITimeoutError", Meter(0, 0, 1))
    own = Scripted("summariser", *(right(Meter(100, 10, 2)) for _ in cases))
    good = Scripted("instructor-good", right(Meter(900, 40, 1)), late, right(Meter(900, 40, 1)))
    plain = Scripted("instructor-plain")
    bench.run(bench.jobs(IDMC, cases, [own, good, plain]), found, "m", warm=False)
    found.lines = [line.model_copy(update={"seconds": 2.0}) for line in found.lines]
    return found


def test_the_table(log: PeerLog) -> None:
    (table,) = tables(log)
    rows = {row[0]: dict(zip(table.head, row, strict=True)) for row in table.rows}
    assert list(rows) == ["summariser", "instructor-good (best peer)", "instructor-plain"]
    own, good, plain = rows.values()
    assert own["fact_f1"].startswith("1.000")
    assert good["fact_f1"].startswith("0.800")  # two of three found, the late one nothing
    assert good["failed"] == "1 (1 timeout)"
    assert (own["failed"], plain["fact_recall"][:5]) == ("0", "0.000")
    assert (own["calls"], own["tokens in"], own["tokens out"]) == ("2.0", "100", "10")
    assert own["tokens out, x best peer"] == "0.38"
    assert own["seconds, x best peer"] == "1.00"
    assert "summariser less instructor-good +0.200" in table.notes[0]
    text = markdown([table], "m")
    assert text.startswith("**idmc**, 3 articles, m;")
    assert "Dolina" not in text


def test_only_articles_that_all_have_answered_count(log: PeerLog) -> None:
    log.lines = [line for line in log.lines if not (line.system == "summariser" and line.id == "c")]
    assert tables(log)[0].articles == 2
    (alone,) = tables(log, ["instructor-good"])
    assert (alone.articles, alone.notes, len(alone.rows)) == (3, (), 1)


def test_the_table_in_the_report(log: PeerLog) -> None:
    page = render([], peers=tables(log))
    assert 'id="peers"' in page
    assert "instructor-good (best peer)" in page
    assert 'id="peers"' not in render([])


def test_the_command_needs_no_server_when_all_is_in_the_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    cases = (case("a"),)
    monkeypatch.setattr(type(IDMC), "cases", lambda _self, _data=None: cases)
    path, table = tmp_path / "log.jsonl", tmp_path / "table.md"
    peer = instructor_peer.InstructorPeer(SERVER, examples=False)
    monkeypatch.setattr(type(peer), "fingerprint", lambda _self, _suite: "1")
    line = Line(
        system="instructor-plain", fingerprint="1", model="m", suite="idmc", id="a",
        article_sha256=ARTICLE.sha256, prediction={"id": "a", "figures": [GOLD.model_dump()]}, calls=1,
    )  # fmt: skip
    PeerLog(path).add(line)
    arguments = [
        "--suite",
        "idmc",
        "--systems",
        "instructor-plain",
        "--log",
        str(path),
        "--table",
        str(table),
    ]
    assert main(arguments) == 0
    assert table.read_text("utf-8") == capsys.readouterr().out
    assert "| instructor-plain (best peer) | 1.000" in table.read_text("utf-8")


def test_every_suite_with_peers_is_a_suite() -> None:
    assert [suite.name for suite in find_suites(list(FORMS))] == list(FORMS)
