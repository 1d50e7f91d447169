"""The server: where it listens, who may ask, and how it ends."""

from __future__ import annotations

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


def serve(room: Room, door: Door, on_open: Callable[[str], None]) -> None:
    """Serve until Ctrl-C.

    Args:
        room: What the page works with.
        door: Where to listen.
        on_open: Told the address to open, once the port is bound.

    Raises:
        ConfigurationError: The port cannot be had.
    """
    import uvicorn  # noqa: PLC0415 - an optional dependency

    listening = _bound(door)
    port = int(listening.getsockname()[1])
    host = door.host
    everywhere = host in {"0.0.0.0", "::"}  # noqa: S104 - asked for, and behind a token
    own = (socket.gethostname(), socket.getfqdn()) if everywhere else (host,)
    names = hosts_of({*LOOPBACK, *own, *door.names}, port)
    app = make_app(room, Access(names, door.token))
    config = uvicorn.Config(
        app, log_level="warning", access_log=False, server_header=False, proxy_headers=False,
        timeout_graceful_shutdown=2, lifespan="on", ws="none",
    )  # fmt: skip
    shown = "127.0.0.1" if everywhere else f"[{host}]" if ":" in host else host
    on_open(f"http://{shown}:{port}/" + (f"?token={door.token}" if door.token else ""))
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
