"""A tiny HTTP server that misbehaves on demand, for tests of the transport.

Each request takes the next behaviour from a script; the last one repeats. A behaviour is a function
of the handler: it may answer, answer wrongly, stop half-way, or never answer. What was received is
kept in ``requests``, parsed and to the byte. The server can also die, connections and all, and come back at
the same address.
"""

from __future__ import annotations

import contextlib
import gzip
import itertools
import json
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit


class _Server(ThreadingHTTPServer):
    """With room for every connection of a test at once: a full queue would drop one and look like a fault."""

    request_queue_size = 64
    daemon_threads = True

    def __init__(self, address: tuple[str, int], handler: type[BaseHTTPRequestHandler]) -> None:
        super().__init__(address, handler)
        self.connections: list[socket.socket] = []
        threading.Thread(target=self.serve_forever, args=(0.02,), daemon=True).start()

    def get_request(self) -> tuple[socket.socket, Any]:
        connection, address = super().get_request()
        self.connections.append(connection)
        return connection, address

    def die(self) -> None:
        """Stop listening and cut every connection."""
        self.shutdown()
        self.server_close()
        for connection in self.connections:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: object, client_address: object) -> None:
        """A connection that was cut is what some tests want."""


Behaviour = Callable[["Handler"], None]


@dataclass
class Recorded:
    path: str
    headers: dict[str, str]
    body: Any
    raw: bytes


@dataclass
class Script:
    behaviours: list[Behaviour]
    requests: list[Recorded] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)
    stopping: threading.Event = field(default_factory=threading.Event)
    base_url: str = ""
    server: _Server | None = None
    handler: type[Handler] | None = None

    living: threading.Lock = field(default_factory=threading.Lock)

    def die(self) -> None:
        """From now on nobody listens."""
        with self.living:  # whoever saw a connection cut finds the server dead, not dying
            if self.server is not None:
                self.server.die()
                self.server = None

    def come_back(self) -> None:
        """Listen again, at the same address; nothing where it does listen."""
        with self.living:
            if self.server is None and self.handler is not None:
                self.server = _Server(("127.0.0.1", self.port), self.handler)

    @property
    def port(self) -> int:
        return urlsplit(self.base_url).port or 0

    def next(self) -> Behaviour:
        with self.lock:
            return self.behaviours.pop(0) if len(self.behaviours) > 1 else self.behaviours[0]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    script: Script
    body: Any = None

    def do_POST(self) -> None:
        raw = self.rfile.read(int(self.headers.get("content-length", 0)))
        self.body = json.loads(raw or b"null")
        headers = {k.lower(): v for k, v in self.headers.items()}
        self.script.requests.append(Recorded(self.path, headers, self.body, raw))
        with contextlib.suppress(OSError):  # the client may have left, as some tests want it to
            self.script.next()(self)

    do_GET = do_POST

    def log_message(self, *args: object) -> None:
        pass

    def send(self, status: int, body: bytes, content_type: str = "application/json", **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)


def completion(
    content: str | None, *, finish_reason: str = "stop", refusal: str | None = None, **extra: Any
) -> Any:
    message = {"role": "assistant", "content": content, "refusal": refusal}
    return {
        "id": "1",
        "object": "chat.completion",
        "created": 0,
        "model": "m",
        "choices": [{"index": 0, "finish_reason": finish_reason, "message": message}],
        "usage": {"prompt_tokens": 10, "completion_tokens": 3, "total_tokens": 13},
        **extra,
    }


def ok(content: str | None, **options: Any) -> Behaviour:
    return as_json(completion(content, **options))


def as_json(value: Any, status: int = 200, **headers: str) -> Behaviour:
    return lambda handler: handler.send(status, json.dumps(value).encode(), **headers)


def as_bytes(
    body: bytes, content_type: str = "application/json", status: int = 200, **headers: str
) -> Behaviour:
    return lambda handler: handler.send(status, body, content_type, **headers)


def fails(status: int, message: str = "no", *, code: str | None = None, **headers: str) -> Behaviour:
    return as_json({"error": {"message": message, "code": code}}, status, **headers)


def hangs(handler: Handler) -> None:
    handler.script.stopping.wait(30)
    handler.close_connection = True


def resets_mid_body(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", "5000")
    handler.end_headers()
    handler.wfile.write(b'{"id": "1", "choices": [')
    handler.wfile.flush()
    # Linger 0: the close sends a reset instead of an orderly end.
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.connection.close()
    handler.close_connection = True


def drops(handler: Handler) -> None:
    """Closes without a byte of an answer."""
    handler.connection.shutdown(socket.SHUT_RDWR)
    handler.close_connection = True


def drips(handler: Handler) -> None:
    """A byte now and then: no read ever times out, the answer never ends."""
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", "5000")
    handler.end_headers()
    for _ in range(300):
        if handler.script.stopping.is_set():
            break
        handler.wfile.write(b" ")
        handler.wfile.flush()
        time.sleep(0.02)
    handler.close_connection = True


class Busy:
    """Holds so many calls at once and refuses the rest; the limit may be changed while it serves.

    Args:
        limit: Calls that it holds.
        answer: Of those that it takes.
        seconds: Time that an answer takes.
        refusal: Of the others; 429 without more unless told otherwise.
    """

    def __init__(
        self, limit: int, answer: Behaviour, *, seconds: float = 0.02, refusal: Behaviour | None = None
    ) -> None:
        self.limit = limit
        self.taken = self.refused = 0
        self.most = 0
        self._answer, self._refusal = answer, refusal or fails(429)
        self._seconds = seconds
        self._held = 0
        self._lock = threading.Lock()

    def __call__(self, handler: Handler) -> None:
        with self._lock:
            is_full = self._held >= self.limit
            if is_full:
                self.refused += 1
            else:
                self.taken += 1
                self._held += 1
                self.most = max(self.most, self._held)
        if is_full:
            self._refusal(handler)
            return
        handler.script.stopping.wait(self._seconds)
        with self._lock:  # before the answer: the client may send its next call as soon as it has it
            self._held -= 1
        self._answer(handler)


def sends_chunks_without_end(handler: Handler, chunk: bytes = b" ", pause: float = 0.02) -> None:
    """A chunked body that goes on until the client leaves."""
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    handler.close_connection = True
    while not handler.script.stopping.wait(pause):
        handler.wfile.write(b"%x\r\n%s\r\n" % (len(chunk), chunk))
        handler.wfile.flush()


def sends_a_flood(handler: Handler) -> None:
    """As fast as it can, without end."""
    sends_chunks_without_end(handler, b" " * 65536, pause=0)


def sends_a_bomb(handler: Handler) -> None:
    """Small as it comes, huge when it is unpacked."""
    handler.send(200, gzip.compress(b" " * (64 << 20)), Content_Encoding="gzip")


def floods_headers(handler: Handler) -> None:
    handler.send(200, b"{}", **{f"X_{n}": "y" * 100 for n in range(2000)})


def dies_before_the_answer(handler: Handler) -> None:
    """As a crash does: this connection is cut, and nobody listens any more."""
    handler.close_connection = True
    handler.script.die()


def once(behaviour: Behaviour, otherwise: Behaviour) -> Behaviour:
    """The first time this, and then the other."""
    first, lock = iter([behaviour]), threading.Lock()

    def behave(handler: Handler) -> None:
        with lock:
            chosen = next(first, otherwise)
        chosen(handler)

    return behave


def by_turns(*behaviours: Behaviour) -> Behaviour:
    """One after the other, over and over; from whichever connection a request comes."""
    turns, lock = itertools.cycle(behaviours), threading.Lock()

    def behave(handler: Handler) -> None:
        with lock:
            behaviour = next(turns)
        behaviour(handler)

    return behave


@contextlib.contextmanager
def serve(*behaviours: Behaviour) -> Iterator[Script]:
    script = Script(list(behaviours))
    handler = type("ScriptedHandler", (Handler,), {"script": script})
    script.handler = handler
    script.server = _Server(("127.0.0.1", 0), handler)
    script.base_url = f"http://127.0.0.1:{script.server.server_address[1]}/v1"
    try:
        yield script
    finally:
        script.stopping.set()
        script.die()


def free_address() -> str:
    """An address where nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{probe.getsockname()[1]}/v1"
