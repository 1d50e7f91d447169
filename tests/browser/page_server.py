"""The page, served to a browser from this process, with the rules alone in place of a model."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import uvicorn

from summariser.api import Summariser
from summariser.engines.base import Engine, Request
from summariser.engines.scripted import ScriptedEngine
from summariser.evals.first_choice import first_choice
from summariser.page.app import make_app
from summariser.page.desk import Desk
from summariser.page.folder import Folder
from summariser.page.guard import Access, hosts_of
from summariser.page.history import History
from summariser.page.room import Room

PATIENCE = 60
"""Seconds after which a gate that nobody opened opens by itself."""


@dataclass(frozen=True)
class Served:
    """Where it is, and what it works with; while the gate is shut, no question on events is answered."""

    address: str
    room: Room
    gate: threading.Event


@contextlib.contextmanager
def serve_page(home: Path, engine: Engine | None = None, folder: Folder | None = None) -> Iterator[Served]:
    """Serve it until the block is left; everything is below a folder."""
    with contextlib.ExitStack() as stack:
        history = stack.enter_context(History(home / "page.sqlite"))
        desk = Desk(history)
        gate = threading.Event()
        gate.set()

        def answer(request: Request[Any]) -> Any:
            if request.step == "events":
                gate.wait(PATIENCE)
            return first_choice(request)

        engine = engine or ScriptedEngine(answer, model="the rules alone")
        desk.start(stack.enter_context(Summariser(engine=engine, on_progress=desk.hear, with_parts=True)))
        room = Room(history, desk, folder or Folder(home / "labels"), "Ana", "the rules alone")
        listening = socket.create_server(("127.0.0.1", 0))
        port = listening.getsockname()[1]
        app = make_app(room, Access(hosts_of(["127.0.0.1"], port)))
        server = uvicorn.Server(
            uvicorn.Config(app, log_level="warning", ws="none", timeout_graceful_shutdown=1)
        )
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.01)
        try:
            yield Served(f"http://127.0.0.1:{port}", room, gate)
        finally:
            server.should_exit = True
            thread.join(10)


def finished(served: Served, number: int, seconds: float = 120) -> str:
    """Wait until an article is done or has failed; its state."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        entry = served.room.history.entry(number)
        if entry is not None and entry.state in {"done", "failed"} and number not in served.room.desk.live:
            return entry.state
        time.sleep(0.02)
    raise AssertionError("it takes too long")
