"""How many calls may be in flight: the rules, simulated; and the queue, with callers in several loops."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections import deque

import pytest

from summariser.engines.limiter import Allowance, Limiter, Paused


class Endpoint:
    """Holds so many calls and refuses the rest. Time is rounds: the oldest call is answered first."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.held: deque[int] = deque()
        self.refused = self.answered = 0
        self.gaps = 0

    def run(self, allowance: Allowance, callers: int, answers: int) -> None:
        """Until so many calls more were answered, with so many callers that always have one to send."""
        until = self.answered + answers
        self.refused = self.gaps = 0
        while self.answered < until:
            sent = []
            while allowance.has_room and allowance.in_flight < callers:
                sent.append(allowance.sent())
            turned_down = []
            for wave in sent:
                (self.held if len(self.held) < self.limit else turned_down).append(wave)
            for wave in turned_down:
                allowance.refused(wave)
                self.refused += 1
            if not self.held:
                continue
            self.gaps += max(0, min(self.limit, callers) - len(self.held))
            allowance.answered(self.held.popleft())
            self.answered += 1

    def use(self, answers: int) -> float:
        """The share of its room that was used."""
        return 1 - self.gaps / (self.limit * answers)


@pytest.mark.parametrize("limit", [1, 2, 3, 8, 20, 50, 63])
def test_what_the_endpoint_holds_is_found_and_used(limit: int) -> None:
    allowance, endpoint = Allowance(), Endpoint(limit)
    endpoint.run(allowance, 64, 200)
    assert endpoint.refused <= 64 - limit + 16  # one wave, a second one where the cut was not deep enough
    endpoint.run(allowance, 64, 20_000)
    assert endpoint.refused <= 20_000 * 0.05 / limit + 1
    assert endpoint.use(20_000) >= 0.95
    assert limit * 0.85 - 1 <= allowance.limit <= limit + 1


def test_nothing_is_limited_that_is_never_refused() -> None:
    allowance, endpoint = Allowance(), Endpoint(64)
    endpoint.run(allowance, 64, 1000)
    assert (endpoint.refused, allowance.limit) == (0, float("inf"))


@pytest.mark.parametrize(("before", "after"), [(8, 40), (2, 64), (30, 64)])
def test_a_limit_that_rises_is_followed(before: int, after: int) -> None:
    allowance, endpoint = Allowance(), Endpoint(before)
    endpoint.run(allowance, 64, 5000)
    endpoint.limit = after
    rounds = 100 + after  # a hundred to find out, then one call more in each
    endpoint.run(allowance, 64, rounds * after)
    endpoint.run(allowance, 64, 1000)
    assert endpoint.use(1000) >= 0.95


def test_a_limit_that_falls_is_followed() -> None:
    allowance, endpoint = Allowance(), Endpoint(60)
    endpoint.run(allowance, 64, 2000)
    endpoint.limit = 5
    endpoint.held = deque(list(endpoint.held)[:5])
    allowance.in_flight = 5  # the others were answered before
    endpoint.run(allowance, 64, 500)
    assert endpoint.refused <= 60 - 5 + 16
    assert allowance.limit <= 6


def test_a_wave_that_is_refused_whole_does_not_take_all() -> None:
    allowance = Allowance()
    wave = [allowance.sent() for _ in range(64)]
    ends = [allowance.refused(call) for call in wave]
    assert ends == [False] * 63 + [True]
    assert (int(allowance.limit), allowance.held, allowance.in_flight) == (7, 8, 0)


def test_calls_from_before_a_wave_raise_nothing() -> None:
    allowance = Allowance()
    old = [allowance.sent() for _ in range(10)]
    allowance.refused(old.pop())
    limit = allowance.limit
    for call in old:
        allowance.answered(call)
    assert allowance.limit == limit


def test_calls_that_leave_room_raise_nothing() -> None:
    allowance = Allowance()
    for call in [allowance.sent() for _ in range(10)][:5]:
        allowance.refused(call)
    limit, _ = allowance.limit, [allowance.gave_up() for _ in range(5)]
    for _ in range(100):
        allowance.answered(allowance.sent())
    assert allowance.limit == limit


# --- the queue -------------------------------------------------------------------------------------


async def limited(calls: int = 1, **options: float) -> Limiter:
    """A limiter with room for so many calls (up to 8)."""
    limiter = Limiter("http://test/v1", **{"first_pause": 0.0, **options})
    turns = [limiter.turn(limiter.ticket()) for _ in range(calls + 1)]
    for turn in turns:
        await turn.__aenter__()
    turns[0].refused(None)
    for turn in turns[1:]:
        await turn.__aexit__(None, None, None)
    return limiter


async def test_first_come_first_served_and_a_retry_keeps_its_place() -> None:
    limiter = await limited(1)
    order: list[int] = []
    early = limiter.ticket()

    async def call(ticket: int) -> None:
        async with limiter.turn(ticket):
            order.append(ticket)

    async with limiter.turn(limiter.ticket()):
        late = [asyncio.create_task(call(limiter.ticket())) for _ in range(5)]
        await asyncio.sleep(0)
        retried = asyncio.create_task(call(early))
        await asyncio.sleep(0)
        assert order == []
    await asyncio.gather(retried, *late)
    assert order == sorted(order)
    assert order[0] == early


async def test_who_is_cancelled_in_the_queue_or_at_its_end_takes_no_room() -> None:
    limiter = await limited(1)

    async def call() -> str:
        async with limiter.turn(limiter.ticket()):
            return "done"

    turn = limiter.turn(limiter.ticket())
    await turn.__aenter__()
    waiting, let_in, last = [asyncio.create_task(call()) for _ in range(3)]
    await asyncio.sleep(0)
    waiting.cancel()
    await turn.__aexit__(None, None, None)  # lets `let_in` in, which has not run yet
    let_in.cancel()
    assert await last == "done"
    assert await asyncio.gather(waiting, let_in, return_exceptions=True) != ["done", "done"]
    assert await call() == "done"


async def test_retry_after_holds_for_everybody() -> None:
    limiter = await limited(3)
    loop = asyncio.get_running_loop()

    async def call() -> float:
        async with limiter.turn(limiter.ticket()):
            return loop.time()

    turn = limiter.turn(limiter.ticket())
    await turn.__aenter__()
    turn.refused(0.3)
    asked = loop.time()
    assert min(await asyncio.gather(*(call() for _ in range(6)))) >= asked + 0.29


async def test_a_pause_that_nobody_waits_for_turns_everybody_away() -> None:
    limiter = await limited(1, patience=60.0)

    async def call() -> None:
        async with limiter.turn(limiter.ticket()):
            pass

    turn = limiter.turn(limiter.ticket())
    await turn.__aenter__()
    waiting = [asyncio.create_task(call()) for _ in range(3)]
    await asyncio.sleep(0)
    turn.refused(3600.0)
    for ending in await asyncio.gather(*waiting, return_exceptions=True):
        assert isinstance(ending, Paused)
        assert 3590 < ending.seconds <= 3600
    with pytest.raises(Paused):
        await call()


async def test_a_wave_of_which_nothing_is_left_pauses_twice_as_long_each_time() -> None:
    limiter = Limiter("x", first_pause=0.05, most_pause=0.15)
    loop, gaps = asyncio.get_running_loop(), []
    for _ in range(4):
        came = loop.time()
        async with limiter.turn(limiter.ticket()) as turn:
            gaps.append(loop.time() - came)
            turn.refused(None)
    for gap, least in zip(gaps, (0.0, 0.04, 0.09, 0.14), strict=True):
        assert gap >= least
    assert gaps[0] < 0.04


def test_one_limit_for_callers_in_several_loops() -> None:
    limiter = asyncio.run(limited(2))
    lock, flying, most, done = threading.Lock(), 0, 0, []

    async def call() -> None:
        nonlocal flying, most
        async with limiter.turn(limiter.ticket()):
            with lock:
                flying += 1
                most = max(most, flying)
            await asyncio.sleep(0.001)
            with lock:
                flying -= 1
                done.append(1)

    async def callers() -> None:
        await asyncio.gather(*(call() for _ in range(40)))

    threads = [threading.Thread(target=asyncio.run, args=(callers(),)) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert len(done) == 120
    assert most == limiter.limit == 1


async def test_the_log_says_so_once_a_wave(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "summariser")
    limiter = Limiter("http://test/v1")
    turns = [limiter.turn(limiter.ticket()) for _ in range(10)]
    for turn in turns:
        await turn.__aenter__()
    for turn in turns[:3]:
        turn.refused(2.0)
    assert [r.getMessage() for r in caplog.records] == [
        "limit.lowered peer=http://test/v1 in_flight=10 limit=8 pause_seconds=2.0"
    ]
