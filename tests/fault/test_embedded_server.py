"""The embedded engine's server as other programs meet it: on loopback, and closed without the key.

Live: these are statements on llama.cpp's own server, in the version that is installed.
"""

from __future__ import annotations

import http.client
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from summariser.engines import make_engine
from summariser.engines.embedded import EmbeddedEngine, Serving
from summariser.engines.models import model_path
from summariser.settings import Settings

TEST_MODEL = "smollm2-135m"
pytestmark = [
    pytest.mark.live,
    pytest.mark.skipif(sys.platform != "linux", reason="reads /proc"),
]
OPEN = {"/health", "/v1/health"}
"""What llama.cpp answers to everybody: that it is there."""
NOT_THERE = {"/", "/index.html", "/favicon.ico"}
"""Of the page that is switched off."""
CLOSED = (
    "/models", "/v1/models", "/api/tags", "/api/show", "/props", "/slots", "/slots/0", "/metrics",
    "/completion", "/completions", "/v1/completions", "/chat/completions", "/v1/chat/completions",
    "/embedding", "/embeddings", "/v1/embeddings", "/tokenize", "/detokenize", "/apply-template", "/infill",
    "/rerank", "/v1/rerank", "/lora-adapters", "/v1/responses", "/v1/messages", "/cors-proxy", "/tools",
    "/models/load", "/v1/audio/transcriptions", "/nothing",
)  # fmt: skip
SWITCHED_OFF = {"/slots": 501, "/metrics": 501, "/cors-proxy": 403, "/tools": 403}
"""Also for who has the key: they tell of questions, or reach elsewhere."""


@pytest.fixture(scope="module")
def engine() -> Iterator[EmbeddedEngine]:
    settings = Settings.from_environment(model=TEST_MODEL, offline=True)
    if not model_path(TEST_MODEL, settings.cache_dir).is_file():
        pytest.skip(f"run `summariser model pull {TEST_MODEL}`")
    made = make_engine(settings)
    assert isinstance(made, EmbeddedEngine)
    yield made
    made.stop()


@pytest.fixture(scope="module")
def serving(engine: EmbeddedEngine) -> Serving:
    return engine.start()


def ask(
    serving: Serving, method: str, path: str, body: bytes | None = None, **headers: str
) -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection(serving.base_url.split("/")[2], timeout=30)
    try:
        connection.request(method, path, body, {n.replace("_", "-"): v for n, v in headers.items()})
        response = connection.getresponse()
        return response.status, {n.lower(): v for n, v in response.getheaders()}, response.read()
    finally:
        connection.close()


def sockets(pid: int) -> list[tuple[str, str, str]]:
    """Protocol, local address and state of every socket of a process, as /proc has them."""
    links = [str(entry.readlink()) for entry in Path(f"/proc/{pid}/fd").iterdir()]
    inodes = {found[1] for link in links if (found := re.match(r"socket:\[(\d+)\]", link))}
    found = []
    for protocol in ("tcp", "tcp6", "udp", "udp6"):
        table = Path(f"/proc/{pid}/net/{protocol}")
        for line in table.read_text().splitlines()[1:] if table.exists() else []:
            _, address, _, state, *rest = line.split()
            if rest[5] in inodes:
                found.append((protocol, address, state))
    return found


def test_it_listens_on_loopback_only(engine: EmbeddedEngine, serving: Serving) -> None:
    found = sockets(engine._running.process.pid)
    port = int(serving.base_url.split(":")[2].split("/")[0])
    listening = [(protocol, address) for protocol, address, state in found if state in {"0A", "07"}]
    assert listening == [("tcp", f"0100007F:{port:04X}")]  # 127.0.0.1, in the kernel's order of bytes


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "DELETE", "HEAD"])
@pytest.mark.parametrize(
    "authorization", [None, "Bearer guess", "Bearer ", "Basic KEY", "Bearer KEYx", "Bearer KE"]
)
def test_without_the_key_every_path_is_closed(
    serving: Serving, method: str, authorization: str | None
) -> None:
    key = serving.api_key.get_secret_value()
    headers = {}
    if authorization is not None:
        headers["Authorization"] = authorization.replace("KEY", key).replace("KE", key[:-1])
    body = (
        b'{"messages": [{"role": "user", "content": "?"}], "prompt": "?"}'
        if method in {"POST", "PUT"}
        else None
    )
    answers = {path: ask(serving, method, path, body, **headers)[0] for path in CLOSED}
    assert {path: status for path, status in answers.items() if status != 401} == {}
    assert ask(serving, method, "/v1/chat/completions?api_key=" + key, body, **headers)[0] == 401


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_what_is_open_tells_nothing(serving: Serving, method: str) -> None:
    for path in OPEN:
        status, _, body = ask(serving, method, path)
        assert (status, body) == (200, b'{"status":"ok"}') if method == "GET" else status == 404
    for path in NOT_THERE:
        assert ask(serving, method, path)[0] == 404


def test_what_tells_of_questions_is_off_for_everybody(serving: Serving) -> None:
    key = serving.api_key.get_secret_value()
    answers = {path: ask(serving, "GET", path, Authorization=f"Bearer {key}")[0] for path in SWITCHED_OFF}
    assert answers == SWITCHED_OFF
    saved = ask(serving, "POST", "/slots/0?action=save", b'{"filename": "a"}', Authorization=f"Bearer {key}")
    assert saved[0] in {404, 501}


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example:80", "127.0.0.1"])
def test_a_web_page_gets_nothing_without_the_key(serving: Serving, host: str) -> None:
    """A page whose name was bound to 127.0.0.1 after it was loaded, or one that asks across origins."""
    page = {"Origin": "http://evil.example", "Host": host, "Cookie": "api_key=guess"}
    body = b'{"messages": [{"role": "user", "content": "?"}]}'
    assert ask(serving, "POST", "/v1/chat/completions", body, **page)[0] == 401
    assert ask(serving, "POST", "/v1/chat/completions", body, Content_Type="text/plain", **page)[0] == 401
    assert ask(serving, "GET", "/v1/models", **page)[0] == 401
    asked = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "authorization"}
    _, headers, answer = ask(serving, "OPTIONS", "/v1/chat/completions", **asked, **page)
    assert answer == b""
    for told in (headers, ask(serving, "GET", "/health", **page)[1]):
        assert told.get("access-control-allow-origin", "") == ""  # a browser keeps the answer from the page
        assert told.get("access-control-allow-credentials", "false") == "false"


def test_each_start_has_a_key_of_its_own_of_256_bits(engine: EmbeddedEngine, serving: Serving) -> None:
    first = serving.api_key.get_secret_value()
    assert re.fullmatch(r"[\w-]{43}", first)  # 32 bytes in Base64
    engine.stop()
    second = engine.start()
    assert second.api_key.get_secret_value() != first
    assert ask(second, "GET", "/v1/models", Authorization=f"Bearer {first}")[0] == 401
    assert (
        ask(second, "GET", "/v1/models", Authorization=f"Bearer {second.api_key.get_secret_value()}")[0]
        == 200
    )
