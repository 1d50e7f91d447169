"""A page to ask in tests: rules alone answer, or a script."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator
from pathlib import Path

from starlette.testclient import TestClient

from summariser.api import Summariser
from summariser.engines.base import Engine
from summariser.evals.first_choice import rules_alone
from summariser.page.app import make_app
from summariser.page.desk import Desk
from summariser.page.folder import Folder
from summariser.page.guard import Access, hosts_of
from summariser.page.history import History
from summariser.page.room import Room

PORT = 8642
ENDED = {"done", "failed", "cancelled"}
ARTICLE = (Path(__file__).parents[2] / "examples" / "article.txt").read_text("utf-8")


@contextlib.contextmanager
def open_page(
    home: Path, engine: Engine | None = None, folder: Folder | None = None
) -> Iterator[tuple[TestClient, Room]]:
    """A client, and what the page works with; everything is below a folder."""
    with contextlib.ExitStack() as stack:
        history = stack.enter_context(History(home / "page.sqlite"))
        desk = Desk(history)
        summariser = Summariser(engine=engine or rules_alone(), on_progress=desk.hear, with_parts=True)
        desk.start(stack.enter_context(summariser))
        room = Room(history, desk, folder or Folder(home / "labels"), "Ana", "the rules alone")
        app = make_app(room, Access(hosts_of(["127.0.0.1"], PORT)))
        client = TestClient(app, base_url=f"http://127.0.0.1:{PORT}", follow_redirects=False)
        yield stack.enter_context(client), room


def wait_for(room: Room, number: int, seconds: float = 120) -> str:
    """Wait until an article is done or has failed; its state."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        entry = room.history.entry(number)
        if entry is not None and entry.state in ENDED and number not in room.desk.live:
            return entry.state
        time.sleep(0.02)
    raise AssertionError("it takes too long")
