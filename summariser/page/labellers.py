"""Who labels: the name that the browser keeps, and the one that a window was opened by."""

from __future__ import annotations

from typing import Annotated, Final

from fastapi import Cookie, Header

from summariser.page.folder import Folder, as_name, is_same_reader
from summariser.page.room import Room

COOKIE: Final = "summariser-labeller"
Labeller = Annotated[str, Cookie(alias=COOKIE)]
Window = Annotated[str, Header(alias="x-labeller")]
"""Whose label a window shows: the cookie may have become another reader's in the next window."""


def quoted(name: str) -> str:
    """A name as a cookie, a header or a form can carry it."""
    return name.encode().hex()


def unquoted(value: str) -> str:
    """The name again; empty where it is none."""
    try:
        return as_name(bytes.fromhex(value).decode())
    except ValueError:
        return ""


def who(room: Room, labeller: str, window: str = "") -> str:
    """Who labels: whom the window was opened by, or the browser's, or the page's own."""
    return unquoted(window) or unquoted(labeller) or room.labeller


def known_as(room: Room, name: str) -> str:
    """A name as its reader wrote it before: "ana" who was "Ana" is no second reader."""
    return known_in(room.folder, name, room.labeller)


def known_in(folder: Folder, name: str, *others: str) -> str:
    """A name as it stands in a folder's labels, or among others; itself where it stands nowhere."""
    readers = {who for case in folder.cases() for _, who in case.readings}
    return next((known for known in (*sorted(readers), *others) if is_same_reader(known, name)), name)
