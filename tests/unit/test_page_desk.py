"""Work that is cancelled: nothing more is asked of the model, and the article can be started again."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("fastapi")

from starlette.testclient import TestClient

from summariser.engines.base import Request
from summariser.engines.loop import Recall, run_sync
from summariser.engines.scripted import ScriptedEngine, Slow
from summariser.evals.first_choice import first_choice
from summariser.page.room import Room
from tests.unit.page_room import open_page, wait_for

TEXT = (
    "MENAKA, Nov 18 - Fighters loyal to the mayor and gunmen traded fire near the market on Sunday, "
    "and rockets hit the clinic; 12 civilians were reported dead. The army said it had struck a rebel base."
)
"""The rules alone leave some of it open, so that the model is asked more than once."""


class Answers:
    """Answers that take an hour as long as it is slow; ``asked`` counts the questions about `TEXT`."""

    def __init__(self) -> None:
        self.slow, self.asked, self.begun = True, 0, threading.Event()

    def __call__(self, request: Request[Any]) -> Any:
        self.asked += any("clinic" in message.content for message in request.messages)
        self.begun.set()
        answer = first_choice(request)
        return Slow(answer, 3600) if self.slow else answer


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def page(
    tmp_path: Path, index_folder: Path, monkeypatch: pytest.MonkeyPatch, answers: Answers
) -> Iterator[tuple[TestClient, Room]]:
    monkeypatch.setenv("SUMMARISER_CACHE_DIR", str(index_folder))
    with open_page(tmp_path, ScriptedEngine(answers)) as opened:
        yield opened
        opened[1].desk.cancel_all()


def given(client: TestClient, text: str = TEXT) -> int:
    return int(client.post("/articles", data={"text": text}).headers["location"].rpartition("/")[2])


def state(room: Room, number: int) -> str:
    entry = room.history.entry(number)
    assert entry is not None
    return entry.state


def test_a_running_article_is_cancelled_kept_and_started_again(
    page: tuple[TestClient, Room], answers: Answers
) -> None:
    client, room = page
    number = given(client)
    assert answers.begun.wait(60)
    assert ">Cancel</button>" in client.get(f"/articles/{number}").text
    began = time.monotonic()
    assert client.post(f"/articles/{number}/cancel").headers["location"] == f"/articles/{number}"
    assert state(room, number) == "cancelled"
    assert number not in room.desk.live
    shown = client.get(f"/articles/{number}").text
    assert "It was cancelled" in shown
    assert TEXT[:40] in shown
    assert client.get(f"/articles/{number}/events").text == "event: done\ndata: {}\n\n"

    # The next one need not wait for the hour, and nothing more is asked about the first.
    asked, answers.slow = answers.asked, False
    other = given(client, "Rebels took Sake on Tuesday.")
    assert wait_for(room, other) == "done"
    assert time.monotonic() - began < 60
    assert (state(room, number), answers.asked) == ("cancelled", asked)
    entry = room.history.entry(number)
    assert entry is not None
    assert room.history.summary_of(entry) is None

    assert client.post(f"/articles/{number}/again").status_code == 303
    assert wait_for(room, number) == "done"
    assert answers.asked > asked


def test_one_that_waits_is_cancelled_and_never_begun(page: tuple[TestClient, Room], answers: Answers) -> None:
    client, room = page
    first, second, third = given(client), given(client, f"{TEXT} Second."), given(client, f"{TEXT} Third.")
    assert answers.begun.wait(60)
    shown = client.get("/history").text
    for number in (first, second, third):
        assert f'formaction="/articles/{number}/cancel?to=history"' in shown
    assert client.post(f"/articles/{second}/cancel?to=history").headers["location"] == "/history"
    assert [state(room, n) for n in (first, second, third)] == ["working", "cancelled", "waiting"]
    answers.slow = False
    client.post(f"/articles/{first}/cancel")
    assert wait_for(room, third) == "done"
    assert [state(room, n) for n in (first, second)] == ["cancelled", "cancelled"]
    assert "Start again" in client.get("/history").text


def test_all_are_cancelled_at_once_and_none_comes_back_with_the_page(
    tmp_path: Path, index_folder: Path, monkeypatch: pytest.MonkeyPatch, answers: Answers
) -> None:
    monkeypatch.setenv("SUMMARISER_CACHE_DIR", str(index_folder))
    with open_page(tmp_path, ScriptedEngine(answers)) as (client, room):
        numbers = [given(client, f"{TEXT} Number {n}.") for n in range(4)]
        assert answers.begun.wait(60)
        assert "4 articles are in work or wait" in client.get("/history").text
        assert client.post("/cancel").headers["location"] == "/history"
        assert [state(room, n) for n in numbers] == ["cancelled"] * 4
        asked = answers.asked
    answers.slow = False
    with open_page(tmp_path, ScriptedEngine(answers)) as (client, room):
        assert wait_for(room, given(client, "Rebels took Sake on Tuesday.")) == "done"
        assert [state(room, n) for n in numbers] == ["cancelled"] * 4
        assert answers.asked == asked


def test_one_that_is_started_again_at_once_is_done_once(
    page: tuple[TestClient, Room], answers: Answers
) -> None:
    client, room = page
    number = given(client)
    assert answers.begun.wait(60)
    for _ in range(5):
        client.post(f"/articles/{number}/cancel")
        client.post(f"/articles/{number}/again")
    answers.slow = False
    client.post(f"/articles/{number}/cancel")
    client.post(f"/articles/{number}/again")
    assert wait_for(room, number) == "done"
    shown = client.get(f"/articles/{number}").text
    assert "How it was made" in shown


def test_one_that_is_removed_while_it_runs_is_asked_about_no_more(
    page: tuple[TestClient, Room], answers: Answers
) -> None:
    client, room = page
    number = given(client)
    assert answers.begun.wait(60)
    assert client.post(f"/articles/{number}/remove").status_code == 303
    answers.slow = False
    asked = answers.asked
    assert wait_for(room, given(client, "Rebels took Sake on Tuesday.")) == "done"
    assert answers.asked == asked
    assert room.history.entry(number) is None


def test_what_is_done_stays_done(page: tuple[TestClient, Room], answers: Answers) -> None:
    client, room = page
    answers.slow = False
    number = given(client)
    assert wait_for(room, number) == "done"
    client.post(f"/articles/{number}/cancel")
    assert state(room, number) == "done"
    assert client.post("/articles/999/cancel").status_code == 404


def test_work_is_recalled_before_it_begins_while_it_runs_and_after() -> None:
    import asyncio  # noqa: PLC0415

    early, late = Recall(), Recall()
    early.ask()
    with pytest.raises(asyncio.CancelledError):
        run_sync(asyncio.sleep(3600), early)
    threading.Timer(0.1, late.ask).start()
    with pytest.raises(asyncio.CancelledError):
        run_sync(asyncio.sleep(3600), late)
    assert run_sync(asyncio.sleep(0, 5), Recall()) == 5
    late.ask()
