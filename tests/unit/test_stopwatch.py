"""Each second of an article is counted once, and under the step that it was spent on."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from answers import agree

from summariser import accounting, pipeline
from summariser.api import Summariser
from summariser.articles import Article
from summariser.engines.scripted import ScriptedEngine
from summariser.normalise.places import PlaceResolver
from summariser.settings import Settings
from summariser.stopwatch import PLACES, WAIT, Stopwatch, spent_on

NEAR = Article("Boko Haram was near the village of Maiduguri on Monday: 12 people were killed in an attack.")


class Clock:
    """Goes on when it is told to, and by one unit for every look at it."""

    def __init__(self, a_look: float = 0.0) -> None:
        self.now, self.a_look = 0.0, a_look

    def __call__(self) -> float:
        self.now += self.a_look
        return self.now


def test_a_step_inside_another_is_counted_apart() -> None:
    clock = Clock()
    watch = Stopwatch(clock)
    clock.now += 1  # before the first step: nobody's
    with watch.step("draft"):
        clock.now += 2
        with watch.step("figures"):
            clock.now += 4
            with watch.step(WAIT):
                clock.now += 8
            clock.now += 16
        clock.now += 32
    with watch.step("figures"):
        clock.now += 64
    assert watch.seconds == {"draft": 34, "figures": 84, WAIT: 8}
    assert watch.total == 127
    assert list(watch.seconds) == ["draft", "figures", WAIT], "in the order in which they began"


def test_what_a_failing_step_took_is_counted() -> None:
    clock = Clock()
    watch = Stopwatch(clock)

    def fail() -> None:
        with watch.step("a"), watch.step("b"):
            clock.now += 1
            raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        fail()
    with watch.step("c"):
        clock.now += 2
    assert watch.seconds == {"a": 0, "b": 1, "c": 2}


def test_seconds_of_several_that_passed_at_once_are_counted_once() -> None:
    clock = Clock()
    watch = Stopwatch(clock)
    with watch.step("ask"):
        clock.now += 6
        watch.shift(WAIT, 5)  # of the first six seconds
        clock.now += 2
        watch.shift(WAIT, 5)  # three of them were told already
        watch.shift(WAIT, 7)
        clock.now += 1
    assert watch.seconds == {"ask": 2, WAIT: 7}


def test_each_article_has_its_own() -> None:
    async def one(watch: Stopwatch, clock: Clock, seconds: float) -> None:
        with watch.running(), watch.step("ask"):
            await asyncio.sleep(0)
            with spent_on(WAIT):
                await asyncio.sleep(0)
                clock.now += seconds
            await asyncio.to_thread(spend, clock)

    def spend(clock: Clock) -> None:
        with spent_on("thread"):
            clock.now += 0.5

    clocks = [Clock() for _ in range(9)]
    watches = [Stopwatch(clock) for clock in clocks]

    async def all_of_them() -> None:
        await asyncio.gather(*(one(w, c, n) for n, (w, c) in enumerate(zip(watches, clocks, strict=True))))

    asyncio.run(all_of_them())
    assert [w.seconds for w in watches] == [{"ask": 0, WAIT: n, "thread": 0.5} for n in range(9)]
    with spent_on(WAIT):
        pass  # for no article: nothing to count on


class Slow(ScriptedEngine):
    """Waits for its turn for 100 seconds, then works for 10."""

    def __init__(self, clock: Clock) -> None:
        super().__init__(agree)
        self.clock = clock

    async def _complete(self, *arguments: Any) -> Any:
        with spent_on(WAIT):
            self.clock.now += 100
        self.clock.now += 10
        return await super()._complete(*arguments)


@pytest.mark.parametrize("strategy", ["stepwise", "single"])
def test_the_steps_of_an_article_are_all_there_and_add_up(
    resolver: PlaceResolver, monkeypatch: pytest.MonkeyPatch, strategy: Any
) -> None:
    clock = Clock(a_look=0.001)
    monkeypatch.setattr(pipeline, "Account", _account_with(clock))
    engine = Slow(clock)
    engine.info = type(engine.info)("scripted", "1", "scripted", None, 8192, strategy)
    face = Summariser(engine=engine, settings=Settings())
    face._resolver = resolver
    cost = face.summarise(NEAR).provenance
    seconds = {step.step: step.seconds for step in cost.steps}
    asking = {"topic", "figures", "events", "facts"} if strategy == "stepwise" else {"events", "facts"}
    assert set(seconds) == {"read", PLACES, "draft", "verify", "narrative", WAIT} | asking
    assert cost.calls > 0
    assert seconds[WAIT] == pytest.approx(100 * cost.calls, abs=0.1)
    assert sum(seconds[step] for step in asking) == pytest.approx(10 * cost.calls, abs=0.2)
    assert sum(seconds.values()) == pytest.approx(cost.seconds, abs=0.01), "what is not accounted for"


def _account_with(clock: Clock) -> Any:
    return lambda engine, told, article: accounting.Account(engine, told, article, watch=Stopwatch(clock))
