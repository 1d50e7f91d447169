"""Step by step at an endpoint: what does not wait for one another is asked at once, with one result."""

from __future__ import annotations

import asyncio
import dataclasses
import random
from collections.abc import Callable
from typing import Any

import pytest

from summariser.api import Summariser
from summariser.articles import Article
from summariser.budgets import Budget, Limits, MeteredEngine
from summariser.drafts import EventDraft
from summariser.engines.base import Reply, Request, T
from summariser.engines.scripted import ScriptedEngine
from summariser.errors import CallsSpent, ConnectionRefused, ModelRefused
from summariser.evals.first_choice import first_choice
from summariser.evals.long_reports import made_report
from summariser.normalise.places import PlaceResolver
from summariser.pipeline import summarise_article
from summariser.progress import Progress
from summariser.schemas import Summary
from summariser.strategies.asking import AT_ONCE, ask_each

REPORT = made_report(6)
ARTICLE = Article(REPORT.text, published=REPORT.published)


class Counting(ScriptedEngine):
    """Counts how many questions are out, and answers them in another order than they came."""

    def __init__(
        self, script: Callable[[Request[Any]], Any], *, engine: str, seed: int = 0, **more: Any
    ) -> None:
        super().__init__(script, **more)
        self.info = dataclasses.replace(self.info, engine=engine)
        self.out = self.most = self.asked = 0
        self._random = random.Random(seed)

    async def ask(self, request: Request[T]) -> Reply[T]:
        self.out += 1
        self.asked += 1
        self.most = max(self.most, self.out)
        try:
            for _ in range(self._random.randrange(12)):
                await asyncio.sleep(0)
            return await super().ask(request)
        finally:
            self.out -= 1


def _summary(engine: ScriptedEngine, resolver: PlaceResolver, **more: Any) -> dict[str, Any]:
    summary = asyncio.run(summarise_article(ARTICLE, engine, resolver, **more))
    said = summary.model_dump(mode="json", exclude={"provenance": {"steps", "seconds", "engine"}})
    said["steps"] = [(s.step, s.calls, s.tokens_in) for s in summary.provenance.steps if s.calls]
    return said


def _some_fail(request: Request[Any]) -> Any:
    """By what is asked, so that the same questions fail in any order."""
    kind = sum(map(ord, request.messages[-1].content)) % 5
    if kind == 0:
        return "not an answer"
    return ModelRefused("No", "Ask otherwise") if kind == 1 else first_choice(request)


@pytest.mark.parametrize("script", [first_choice, _some_fail])
def test_answers_in_any_order_make_one_summary(script: Any, resolver: PlaceResolver) -> None:
    one = Counting(script, engine="embedded")
    told: list[Progress] = []
    in_turn = _summary(one, resolver, on_progress=told.append)
    assert one.most == 1
    assert one.asked > AT_ONCE
    for seed in range(1):
        several, heard = Counting(script, engine="openai", seed=seed), list[Progress]()
        assert _summary(several, resolver, on_progress=heard.append) == in_turn
        assert 2 < several.most <= AT_ONCE
        assert several.asked == one.asked
        assert [(p.stage, p.done, p.total, p.text) for p in heard] == [
            (p.stage, p.done, p.total, p.text) for p in told
        ]


def test_one_question_for_numbers_written_alike_and_for_a_column(resolver: PlaceResolver) -> None:
    rows = "\n".join(f"| District {n} | {n}00 |" for n in range(2, 9))
    text = (
        "Fighting drove people out of eight districts, and aid workers counted them.\n\n"
        "Some 400 families came from Dorra, and 400 families came from Karsa by night after the raids.\n\n"
        f"| Area | New arrivals |\n|---|---|\n{rows}\n"
    )
    asked = []
    for engine in ("embedded", "openai"):
        counting = Counting(first_choice, engine=engine)
        asyncio.run(summarise_article(Article(text), counting, resolver))
        asked.append([r.messages[-1].content for r in counting.requests])
    assert sorted(asked[0]) == sorted(asked[1])
    assert len(set(asked[1])) == len(asked[1])


def test_a_failure_begins_no_further_question_and_is_the_first_ones() -> None:
    begun, ended = [], []

    async def ask(item: int) -> int:
        begun.append(item)
        await asyncio.sleep(0.01 if item in {0, 1} else 0)
        ended.append(item)
        if item in {1, 2}:
            raise ConnectionRefused(f"{item}", "Wait")
        return item

    with pytest.raises(ConnectionRefused, match="1"):  # and no group of errors
        asyncio.run(ask_each(range(20), ask, 4))
    assert begun == [0, 1, 2, 3]
    assert sorted(ended) == begun


@pytest.mark.parametrize("most", [1, 3, 50])
def test_answers_are_given_back_in_the_order_of_the_questions(most: int) -> None:
    async def ask(item: int) -> int:
        for _ in range(-item % 7):
            await asyncio.sleep(0)
        return item * 10

    assert asyncio.run(ask_each(range(30), ask, most)) == [n * 10 for n in range(30)]
    assert asyncio.run(ask_each([], ask, most)) == []


@pytest.mark.parametrize("strategy", ["stepwise", "single"])
def test_an_endpoint_that_is_lost_is_told_as_that(strategy: Any, resolver: PlaceResolver) -> None:
    def lost(request: Request[Any]) -> Any:
        if request.step == "topic":
            return first_choice(request)
        return ConnectionRefused("Gone", "Wait")

    engine = Counting(lost, engine="openai", strategy=strategy, context_tokens=32_768)
    with pytest.raises(ConnectionRefused):
        asyncio.run(summarise_article(ARTICLE, engine, resolver))


@pytest.mark.parametrize("seed", range(2))
def test_issues_of_pieces_are_in_the_order_of_the_document(seed: int, resolver: PlaceResolver) -> None:
    def answer(request: Request[Any]) -> Any:
        opens = "\nS1 " in request.messages[-1].content
        return {} if opens or issubclass(request.response_model, EventDraft) else "not an answer"

    engine = Counting(answer, engine="openai", seed=seed, strategy="single", context_tokens=32_768)
    report = made_report(12)
    article = Article(report.text, published=report.published)
    summary: Summary = asyncio.run(summarise_article(article, engine, resolver))
    left = [int(str(i.sentence)[1:]) for i in summary.issues if i.step == "facts" and i.code == "no_answer"]
    assert len(left) > 2
    assert left == sorted(left)


def test_no_more_calls_than_an_article_may_take_are_sent(resolver: PlaceResolver) -> None:
    engine = Counting(first_choice, engine="openai")
    metered = MeteredEngine(engine, Budget(Limits(calls_per_article=7)))
    with pytest.raises(CallsSpent):
        asyncio.run(summarise_article(ARTICLE, metered, resolver))
    assert engine.asked == metered.spent.calls == 7


def test_a_stream_has_no_more_calls_out_than_its_concurrency(resolver: PlaceResolver) -> None:
    engine = Counting(first_choice, engine="openai")
    with Summariser(engine=engine) as summariser:
        summariser._resolver = resolver
        outcomes = list(summariser.summarise_many([ARTICLE] * 2, concurrency=2, workers=0))
        assert all(o.summary for o in outcomes)
        assert engine.most == 2
        assert summariser.summarise(ARTICLE)
    assert 2 < engine.most <= AT_ONCE
