"""The door of the page: whose requests are served, and what every answer says to the browser."""

from __future__ import annotations

import pytest

pytest.importorskip("fastapi")

from collections.abc import Iterator

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from summariser.errors import ConfigurationError
from summariser.page import serving
from summariser.page.guard import COOKIE, Access, Guard, hosts_of
from summariser.page.serving import Door, addresses_of, make_door

HOSTS = hosts_of(["127.0.0.1", "localhost", "::1"], 8642)
TOKEN = "a-token-of-some-length"


async def echo(request: Request) -> PlainTextResponse:
    return PlainTextResponse(f"{len(await request.body())} {request.url.query}")


def client(token: str | None = None, max_body: int = 1000) -> TestClient:
    app = Starlette(routes=[Route("/{rest:path}", echo, methods=["GET", "POST"])])
    return TestClient(
        Guard(app, Access(HOSTS, token), max_body), base_url="http://127.0.0.1:8642", follow_redirects=False
    )


@pytest.mark.parametrize("host", ["127.0.0.1:8642", "localhost:8642", "LOCALHOST:8642", "[::1]:8642"])
def test_its_own_names_are_served(host: str) -> None:
    assert client().get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example:8642", "127.0.0.1.evil.example:8642", "localhost", "127.0.0.1:80", ""]
)
def test_another_name_is_refused_as_dns_rebinding(host: str) -> None:
    assert client().get("/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),  # no browser
        ({"origin": "http://127.0.0.1:8642", "sec-fetch-site": "same-origin"}, 200),
        ({"origin": "http://localhost:8642"}, 200),
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "http://127.0.0.1:9999"}, 403),
        ({"origin": "null"}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"origin": "http://127.0.0.1:8642", "sec-fetch-site": "same-site"}, 403),
    ],
)
def test_what_changes_something_must_come_from_the_page(headers: dict[str, str], status: int) -> None:
    assert client().post("/", headers=headers).status_code == status


def test_a_link_from_another_page_may_be_followed() -> None:
    assert client().get("/", headers={"sec-fetch-site": "cross-site"}).status_code == 200


@pytest.mark.parametrize("path", ["/", "/static/page.js", "/articles/1/events"])
def test_without_the_token_nothing_is_served(path: str) -> None:
    asking = client(TOKEN)
    assert asking.get(path).status_code == 401
    assert asking.get(f"{path}?token=wrong").status_code == 401
    assert asking.post(f"{path}?token={TOKEN}").status_code == 401
    assert asking.get(path, headers={"authorization": "Bearer wrong"}).status_code == 401
    assert asking.get(path, headers={"cookie": f"{COOKIE}={TOKEN}"}).status_code == 401


def test_the_token_of_the_address_becomes_a_cookie_and_leaves_the_address() -> None:
    asking = client(TOKEN)
    answer = asking.get(f"/history?q=a%20b&token={TOKEN}")
    assert (answer.status_code, answer.headers["location"]) == (303, "/history?q=a+b")
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert TOKEN not in cookie
    assert asking.get("/history").status_code == 200  # the client keeps cookies


def test_the_way_in_leads_to_no_other_host() -> None:
    answer = client(TOKEN).get(f"http://127.0.0.1:8642//evil.example/?token={TOKEN}")
    assert answer.headers["location"] == "/evil.example/"


def test_programs_show_the_token_in_a_header() -> None:
    assert client(TOKEN).get("/", headers={"authorization": f"Bearer {TOKEN}"}).status_code == 200


def test_too_much_is_refused_whether_it_says_so_or_not() -> None:
    def chunks() -> Iterator[bytes]:
        yield from [b"x" * 600] * 3

    assert client().post("/", content=b"x" * 1001).status_code == 413
    assert client().post("/", content=chunks()).status_code == 413
    assert client().post("/", content=b"x" * 1000).text == "1000 "


@pytest.mark.parametrize("path", ["/", "/nothing"])
def test_every_answer_closes_the_browser_to_what_is_not_ours(path: str) -> None:
    headers = client().get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-store"


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "127.0.0.2"])
def test_loopback_needs_no_token(host: str) -> None:
    assert make_door(host, 0, None, ()).token is None


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.4", "desk.example.org"])
def test_any_other_address_gets_one(host: str) -> None:
    first, second = (make_door(host, 0, None, ()).token for _ in range(2))
    assert first is not None
    assert len(first) > 40
    assert first != second
    assert make_door(host, 0, TOKEN, ()).token == TOKEN


def everywhere(address: str) -> TestClient:
    """A client whose connection comes in at an address of a server that listens at all."""
    app = Starlette(routes=[Route("/{rest:path}", echo, methods=["GET", "POST"])])
    access = Access(HOSTS, TOKEN, by_address=True)
    return TestClient(
        Guard(app, access), base_url=f"http://{address}:8642", headers={"authorization": f"Bearer {TOKEN}"}
    )


def test_a_server_that_listens_everywhere_is_served_by_the_address_it_was_reached_at() -> None:
    asking = everywhere("192.0.2.7")
    assert asking.get("/").status_code == 200
    assert asking.post("/", headers={"origin": "http://192.0.2.7:8642"}).status_code == 200
    assert asking.post("/", headers={"origin": "http://192.0.2.8:8642"}).status_code == 403
    for host in ("192.0.2.8:8642", "192.0.2.7:80", "evil.example:8642", "192.0.2.7.evil.example:8642"):
        refused = asking.get("/", headers={"host": host})
        assert refused.status_code == 421
        assert "--name" in refused.text


def test_a_name_that_is_no_address_is_not_served_because_it_was_reached() -> None:
    assert everywhere("evil.example").get("/").status_code == 421


def test_one_that_listens_at_loopback_is_not_served_by_other_addresses() -> None:
    asking = TestClient(client()._transport.app, base_url="http://192.0.2.7:8642")  # type: ignore[attr-defined]
    assert asking.get("/").status_code == 421


def test_what_is_printed_can_be_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "_own_addresses", lambda **_: ["192.0.2.7"])
    found = addresses_of(Door("0.0.0.0", 0, TOKEN, ("desk.example.org",)), 8642)
    assert found.here == f"http://127.0.0.1:8642/?token={TOKEN}"
    assert found.elsewhere == (
        f"http://desk.example.org:8642/?token={TOKEN}", f"http://192.0.2.7:8642/?token={TOKEN}",
    )  # fmt: skip
    assert addresses_of(Door("127.0.0.1"), 80).elsewhere == ()
    assert addresses_of(Door("192.0.2.7", token=TOKEN), 81).here == f"http://192.0.2.7:81/?token={TOKEN}"
    assert addresses_of(Door("::"), 81).here == "http://[::1]:81/"


def test_a_token_that_is_none_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="fewer than 16"):
        make_door("127.0.0.1", 0, "secret", ())
