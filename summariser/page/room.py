"""What the page's routes share."""

from __future__ import annotations

from dataclasses import dataclass

from summariser.page.desk import Desk
from summariser.page.folder import Folder
from summariser.page.history import Entry, History


class NotThere(Exception):
    """Nothing of that name or number."""


@dataclass(frozen=True, slots=True)
class Room:
    """Where everything is.

    Attributes:
        history: Articles and what became of them.
        desk: Where they are worked on.
        folder: Where labels are written, and what is to be labelled.
        labeller: Who labels, unless the browser says another name.
        model: What answers, for people.
    """

    history: History
    desk: Desk
    folder: Folder
    labeller: str
    model: str

    def entry(self, number: int) -> Entry:
        """An article.

        Raises:
            NotThere: There is none of that number.
        """
        entry = self.history.entry(number)
        if entry is None:
            raise NotThere(f"There is no article {number}")
        return entry
