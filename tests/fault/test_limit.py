"""Against a server that refuses what is more than it holds: few refusals, nothing lost, the limit found."""

from __future__ import annotations

import asyncio
import json
import logging
from pathlib import Path

import pytest

from summariser import Summariser
from summariser.api import Outcome
from summariser.articles import Article
from summariser.batch import BatchOptions, BatchState, run_batch
from summariser.errors import RateLimited
from summariser.settings import Settings
from tests.fault.server import Behaviour, Busy, fails, ok, serve
from tests.fault.test_transport import GOOD, Answer, engine, request

CALLERS = 32


async def ask(base_url: str, calls: int, busy: Busy, raised_to: int | None = None) -> int | None:
    """``calls`` questions by 32 callers, each answered; the limit that was found.

    Args:
        base_url: Of the server.
        calls: How many.
        busy: What serves.
        raised_to: The server's limit after a quarter of them.
    """
    one = engine(base_url, attempts=6, timeout_seconds=60.0, retry_seconds=600.0)
    left = iter(range(calls))

    async def caller() -> None:
        for number in left:
            if raised_to is not None and number == calls // 4:
                busy.limit = raised_to
            assert (await one.ask(request())).value == Answer(dead=3)

    try:
        await asyncio.gather(*(caller() for _ in range(CALLERS)))
        return one.limit
    finally:
        await one.aclose()


@pytest.mark.parametrize(
    "refusal",
    [
        fails(429),
        fails(429, Retry_After="0.05"),
        fails(503, Retry_After="0.05"),
    ],
)
async def test_the_limit_is_found_with_few_refusals(
    refusal: Behaviour, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "summariser")
    busy = Busy(8, ok(GOOD), seconds=0.1, refusal=refusal)
    with serve(busy) as script:
        limit = await ask(script.base_url, 200, busy)
    assert busy.taken == 200
    # The first wave, and a single call now and then that feels for more.
    assert busy.refused <= CALLERS - 8 + 200 * 0.05
    assert busy.most == 8
    assert limit in {7, 8, 9}
    assert "limit.lowered" in caplog.text


async def test_a_limit_that_rises_is_followed() -> None:
    busy = Busy(2, ok(GOOD), seconds=0.02)
    with serve(busy) as script:
        limit = await ask(script.base_url, 280, busy, raised_to=CALLERS)
    assert busy.taken == 280
    assert limit is not None
    assert limit >= 4
    assert busy.most >= 4


async def test_a_503_without_a_word_limits_nothing() -> None:
    with serve(fails(503), ok(GOOD)) as script:
        one = engine(script.base_url)
        await one.ask(request())
        await one.aclose()
    assert one.limit is None


async def test_retry_after_holds_for_callers_that_did_not_meet_it() -> None:
    loop = asyncio.get_running_loop()
    with serve(fails(429, Retry_After="0.5"), ok(GOOD)) as script:
        one = engine(script.base_url)
        first = asyncio.create_task(one.ask(request()))
        while one.limit is None:  # noqa: ASYNC110 - what is waited for has no event
            await asyncio.sleep(0.005)
        refused = loop.time()
        await one.ask(request())
        assert loop.time() - refused >= 0.45
        await first
        await one.aclose()


async def test_nobody_asks_while_the_server_wants_an_hour() -> None:
    with serve(fails(429, Retry_After="3600")) as script:
        one = engine(script.base_url)
        for sent in (1, 0):
            with pytest.raises(RateLimited) as caught:
                await one.ask(request())
            assert caught.value.details["attempts"] == sent
            assert caught.value.details["retry_after"] == pytest.approx(3600, abs=60)
        await one.aclose()
    assert len(script.requests) == 1


def settings(base_url: str) -> Settings:
    return Settings(
        model="m", base_url=base_url, strategy="single", first_wait_seconds=0.01, timeout_seconds=60.0
    )


TEXT = "Soldiers killed {} villagers in Mopti on Tuesday, a witness said. The road to Sévaré is closed."


def test_a_batch_shows_the_limit_and_loses_nothing(tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text("".join(json.dumps({"text": TEXT.format(n)}) + "\n" for n in range(2, 26)))
    seen: list[int | None] = []

    def note(state: BatchState) -> None:
        seen.append(state.at_once)

    with (
        serve(Busy(4, ok("{}"), seconds=0.3)) as script,
        Summariser(settings=settings(script.base_url)) as summariser,
    ):
        state = run_batch(
            [rows], tmp_path / "out.jsonl", BatchOptions(concurrency=16), summariser=summariser, on_state=note
        )
    assert (state.total, state.done, state.failed) == (24, 24, 0)
    assert seen[-1] is not None
    assert 3 <= seen[-1] <= 6


def test_a_stream_loses_nothing() -> None:
    busy = Busy(4, ok("{}"), seconds=0.3)
    with serve(busy) as script, Summariser(settings=settings(script.base_url)) as summariser:
        articles = [Article(TEXT.format(n)) for n in range(2, 26)]
        outcomes: list[Outcome] = list(summariser.summarise_many(articles, concurrency=16))
    assert [o.error for o in outcomes] == [None] * 24
    assert sorted(o.index for o in outcomes) == list(range(24))
    assert busy.refused <= 24
