"""Putting together what the page works with."""

from __future__ import annotations

import contextlib
from pathlib import Path

from summariser.api import Summariser
from summariser.page.desk import Desk
from summariser.page.folder import Folder
from summariser.page.history import History
from summariser.page.room import Room
from summariser.settings import Settings


def open_room(
    stack: contextlib.ExitStack, store: Path, labels: Folder, by: str, *, settings: Settings, at_once: int
) -> Room:
    """What the page works with; closed with the stack.

    Args:
        stack: Closes it.
        store: Where articles and summaries are kept.
        labels: Where labels are written, and what is to be labelled.
        by: Who labels.
        settings: Which model answers, and how.
        at_once: How many articles are worked on at a time.

    Raises:
        StoreError: The store cannot be used.
        ConfigurationError: A model that is not known.
    """
    history = stack.enter_context(History(store))
    desk = Desk(history, at_once)
    summariser = stack.enter_context(Summariser(settings=settings, on_progress=desk.hear, with_parts=True))
    desk.start(summariser)
    stack.callback(desk.close)
    return Room(history, desk, labels, by, summariser.engine.info.model)
