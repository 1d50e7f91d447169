"""What the page's routes share."""

from __future__ import annotations

from dataclasses import dataclass, field

from summariser.page.desk import Desk
from summariser.page.folder import Folder
from summariser.page.history import Entry, History
from summariser.page.looking import Looks


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
        looks: What was seen of the folder's files.
    """

    history: History
    desk: Desk
    folder: Folder
    labeller: str
    model: str
    looks: Looks = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "looks", Looks(self.folder))

    def entry(self, number: int) -> Entry:
        """An article.

        Raises:
            NotThere: There is none of that number.
        """
        entry = self.history.entry(number)
        if entry is None:
            raise NotThere(f"There is no article {number}")
        return entry
