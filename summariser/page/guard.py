"""What stands before every request: who may ask, from which page, how much, and what an answer permits.

The page is for one person on one machine. A web page in the same browser can send requests to a loopback
port, and by a name of its own that it points to 127.0.0.1 (DNS rebinding) it can even read the answers. So:

- the Host header must be a name that the server was started under,
- what changes anything must come from the page itself (Origin, Sec-Fetch-Site),
- where it listens on more than loopback, or a token was given, each request needs the token,
- a body may not be larger than the limit, whether or not its length was announced,
- the browser runs the page's own scripts and nothing else, and frames it nowhere.
"""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import ipaddress
from collections.abc import Iterable
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from typing import Final
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE: Final = "summariser-token"
MAX_BODY: Final = 60_000_000
"""Bytes of one request: some articles at once, each of which has a limit of its own."""
_READS: Final = frozenset({"GET", "HEAD"})
_POLICY: Final = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    )
)
_HEADERS: Final = {
    "content-security-policy": _POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    # Not no-referrer: with that a form of the page itself would be sent with "Origin: null".
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}


@dataclass(frozen=True, slots=True)
class Access:
    """Who may ask.

    Attributes:
        hosts: Values of the Host header that are served, with the port, in lower case.
        token: What must be shown; None where loopback alone is the door.
        by_address: Whether a connection is served by the bare address that it came in at as well. No page of
            another host can have that for its name (DNS rebinding needs a name of its own).
    """

    hosts: frozenset[str]
    token: str | None = None
    by_address: bool = False

    def admits_host(self, host: str | None, server: tuple[str, int | None] | None = None) -> bool:
        """Whether the server goes by this name.

        Args:
            host: As the Host header has it, with the port.
            server: Address and port of this machine at which the connection came in.
        """
        if host is None:
            return False
        if host.lower() in self.hosts:
            return True
        if not self.by_address or server is None or server[1] is None or not _is_address(server[0]):
            return False
        # A system that hears both kinds on one port tells of 10.0.0.1 as ::ffff:10.0.0.1.
        return host.lower() in hosts_of([server[0].lower().removeprefix("::ffff:")], server[1])

    def admits_origin(self, headers: Headers, server: tuple[str, int | None] | None = None) -> bool:
        """Whether a request that changes something comes from the page itself, or from no browser."""
        origin, site = headers.get("origin"), headers.get("sec-fetch-site")
        if site is not None and site not in {"same-origin", "none"}:
            return False
        return origin is None or self.admits_host(origin.partition("://")[2], server)

    def admits_bearer(self, headers: Headers) -> bool:
        """Whether the token, or the cookie that stands for it, was shown."""
        if self.token is None:
            return True
        scheme, _, given = headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer" and self.is_token(given.strip()):
            return True
        cookies: SimpleCookie = SimpleCookie()
        try:
            cookies.load(headers.get("cookie", ""))
        except CookieError:
            return False
        return COOKIE in cookies and hmac.compare_digest(
            cookies[COOKIE].value.encode(), self.cookie().encode()
        )

    def is_token(self, given: str) -> bool:
        """Compared in constant time."""
        return self.token is not None and hmac.compare_digest(given.encode(), self.token.encode())

    def cookie(self) -> str:
        """What the browser keeps: it proves the token and does not show it."""
        return hashlib.sha256(f"summariser page {self.token}".encode()).hexdigest()


class Guard:
    """The door.

    Args:
        app: What stands behind it.
        access: Who may ask.
        max_body: Bytes of one request.
    """

    def __init__(self, app: ASGIApp, access: Access, max_body: int = MAX_BODY) -> None:
        self._app = app
        self._access = access
        self._max = max_body

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve a request, or say why not."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        refusal = self._refusal(scope)
        if refusal is not None:
            await refusal(scope, receive, _with_headers(send))
            return
        body = _Counted(receive, send, self._max)
        with contextlib.suppress(_TooLarge):
            await self._app(scope, body.receive, _with_headers(body.send))
        if body.is_over:
            await self._too_large()(scope, receive, _with_headers(send))

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        if not self._access.admits_host(headers.get("host"), scope.get("server")):
            return PlainTextResponse(
                "This server does not go by that name. Open an address that it printed, or start it with "
                "--name and the name in your browser's address bar.",
                421,
            )
        if scope["method"] not in _READS and not self._access.admits_origin(headers, scope.get("server")):
            return PlainTextResponse("Refused: the request comes from another page.", 403)
        if not self._access.admits_bearer(headers):
            return self._door(scope)
        length = headers.get("content-length", "0")
        if not length.isascii() or not length.isdigit():
            return PlainTextResponse("The length is not a number.", 400)
        return self._too_large() if int(length) > self._max else None

    def _door(self, scope: Scope) -> Response:
        """The token in the address becomes a cookie, so that it stands in no address after."""
        query = parse_qsl(scope["query_string"].decode("ascii", "replace"), keep_blank_values=True)
        given = dict(query).get("token", "")
        if scope["method"] not in _READS or not self._access.is_token(given):
            return PlainTextResponse(
                "A token is needed: open the address that the server printed, or send it as a bearer token.",
                401,
                headers={"www-authenticate": "Bearer"},
            )
        rest = urlencode([(key, value) for key, value in query if key != "token"])
        # A path that begins with two strokes would be another host.
        path = "/" + scope["path"].lstrip("/\\")
        answer = RedirectResponse(f"{path}?{rest}" if rest else path, 303)
        answer.set_cookie(COOKIE, self._access.cookie(), httponly=True, samesite="strict")
        return answer

    def _too_large(self) -> Response:
        return PlainTextResponse(
            f"Too much at once: the limit is {self._max // 1_000_000} MB. Send fewer articles.", 413
        )


class _TooLarge(Exception):
    """A body went over the limit while it came in."""


class _Counted:
    """A body whose bytes are counted as they come: one in chunks announces no length."""

    def __init__(self, receive: Receive, send: Send, most: int) -> None:
        self._receive, self._send, self._left = receive, send, most

    @property
    def is_over(self) -> bool:
        """Whether more came than may."""
        return self._left < 0

    async def receive(self) -> Message:
        message = await self._receive()
        self._left -= len(message.get("body", b""))
        if self.is_over:
            raise _TooLarge
        return message

    async def send(self, message: Message) -> None:
        """What is answered to half a body is not the answer."""
        if not self.is_over:
            await self._send(message)


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers.setdefault(name, value)
            headers.setdefault("cache-control", "no-store")
        await send(message)

    return sending


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def hosts_of(names: Iterable[str], port: int) -> frozenset[str]:
    """Values of the Host header for some names: with the port, and without it where it is HTTP's own."""
    named = [f"[{name}]" if ":" in name else name for name in names]
    found = {f"{name}:{port}".lower() for name in named}
    return frozenset(found | {name.lower() for name in named} if port == 80 else found)
