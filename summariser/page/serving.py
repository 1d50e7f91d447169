"""The server: where it listens, who may ask, and how it ends."""

from __future__ import annotations

import contextlib
import ipaddress
import secrets
import socket
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from summariser.errors import ConfigurationError
from summariser.page.app import make_app
from summariser.page.guard import Access, hosts_of
from summariser.page.room import Room

LOOPBACK: Final = ("127.0.0.1", "localhost", "::1")
_SHORTEST_TOKEN: Final = 16


@dataclass(frozen=True, slots=True)
class Door:
    """Where the server listens.

    Attributes:
        host: The address.
        port: The port; 0 lets the system choose.
        token: What must be shown; None where loopback is enough.
        names: Further names that the server goes by.
    """

    host: str = "127.0.0.1"
    port: int = 8080
    token: str | None = None
    names: tuple[str, ...] = ()

    @property
    def is_everywhere(self) -> bool:
        """Whether it listens at every address of this machine."""
        return self.host in {"0.0.0.0", "::"}  # noqa: S104 - asked for, and behind a token

    @property
    def is_loopback(self) -> bool:
        """Whether only this machine can reach it."""
        if self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False


def make_door(host: str, port: int, token: str | None, names: Iterable[str]) -> Door:
    """Where to listen; with a token of its own where other machines can reach it and none was given.

    Raises:
        ConfigurationError: The token is too short to be one.
    """
    if token is not None and len(token) < _SHORTEST_TOKEN:
        raise ConfigurationError(
            f"The token has fewer than {_SHORTEST_TOKEN} characters", "Leave it out: a random one is made"
        )
    door = Door(host, port, token, tuple(names))
    if token is None and not door.is_loopback:
        return Door(host, port, secrets.token_urlsafe(32), tuple(names))
    return door


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where the page can be opened, each with the token where one is needed.

    Attributes:
        here: On this machine.
        elsewhere: On other machines, as far as this one knows its own addresses; names that were given first.
        is_everywhere: Whether it listens at every address of this machine.
    """

    here: str
    elsewhere: tuple[str, ...] = ()
    is_everywhere: bool = False


def addresses_of(door: Door, port: int) -> Addresses:
    """What to open, for a door that is bound to a port."""

    def address(name: str) -> str:
        shown = f"[{name}]" if ":" in name else name
        return f"http://{shown}:{port}/" + (f"?token={door.token}" if door.token else "")

    if not door.is_everywhere:
        return Addresses(address(door.host), tuple(map(address, door.names)))
    here = "::1" if ":" in door.host else "127.0.0.1"
    own = _own_addresses(with_six=":" in door.host)
    return Addresses(address(here), tuple(map(address, dict.fromkeys([*door.names, *own]))), True)


def _own_addresses(*, with_six: bool) -> list[str]:
    """Addresses at which other machines find this one: those from which it would write to them."""
    found = []
    # Of the ranges that are kept for documentation: nobody is there, and nothing is sent.
    ways = [(socket.AF_INET, "192.0.2.1"), *([(socket.AF_INET6, "2001:db8::1")] if with_six else [])]
    for family, far in ways:
        with contextlib.suppress(OSError), socket.socket(family, socket.SOCK_DGRAM) as way:
            way.connect((far, 9))
            own = str(way.getsockname()[0])
            if not ipaddress.ip_address(own).is_loopback:
                found.append(own)
    return found


def serve(room: Room, door: Door, on_open: Callable[[Addresses], None]) -> None:
    """Serve until Ctrl-C.

    Args:
        room: What the page works with.
        door: Where to listen.
        on_open: Told what to open, once the port is bound.

    Raises:
        ConfigurationError: The port cannot be had.
    """
    import uvicorn  # noqa: PLC0415 - an optional dependency

    listening = _bound(door)
    port = int(listening.getsockname()[1])
    own = (socket.gethostname(), socket.getfqdn()) if door.is_everywhere else (door.host,)
    names = hosts_of({*LOOPBACK, *own, *door.names}, port)
    app = make_app(room, Access(names, door.token, by_address=door.is_everywhere))
    config = uvicorn.Config(
        app, log_level="warning", access_log=False, server_header=False, proxy_headers=False,
        timeout_graceful_shutdown=2, lifespan="on", ws="none",
    )  # fmt: skip
    on_open(addresses_of(door, port))
    uvicorn.Server(config).run(sockets=[listening])


def _bound(door: Door) -> socket.socket:
    family = socket.AF_INET6 if ":" in door.host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((door.host, door.port))
        listening.listen(100)
    except OSError as error:
        listening.close()
        raise ConfigurationError(
            f"{door.host}:{door.port} cannot be listened on: {error.strerror or error}",
            "Choose another --port, or 0 for any that is free",
        ) from None
    return listening
