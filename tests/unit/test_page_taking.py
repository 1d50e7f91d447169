"""Taking away from the page: several articles of which some are gone, pictures, heads without bodies."""

from __future__ import annotations

import io
import re
import threading
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

pytest.importorskip("fastapi")

from PIL import Image
from starlette.testclient import TestClient

from summariser.exports import FORMS, Named
from summariser.exports.common import Source
from summariser.exports.report import Notes
from summariser.page.desk import Desk
from summariser.page.room import Room
from summariser.pictures import KINDS, picture
from summariser.pictures.tolls import claims
from tests.unit.page_room import ARTICLE, open_page, wait_for

Page = tuple[TestClient, Room]


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory, index_folder: Path) -> Iterator[Page]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SUMMARISER_CACHE_DIR", str(index_folder))
        with open_page(tmp_path_factory.mktemp("page")) as opened:
            yield opened


def given(page: Page, text: str = ARTICLE) -> int:
    client, room = page
    sent = client.post("/articles", data={"text": text, "published": "2025-11-18", "source": "Example Wire"})
    number = int(sent.headers["location"].rpartition("/")[2])
    assert wait_for(room, number) == "done"
    return number


@pytest.fixture(scope="module")
def numbers(page: Page) -> tuple[int, int, int, int]:
    """Two that are done, one that was removed, one without a summary."""
    done, gone = (
        [given(page), given(page, f"{ARTICLE} It rained.")],
        given(page, "Rebels took Sake on Monday."),
    )
    client, room = page
    client.post(f"/articles/{gone}/remove")
    without = given(page, "Rebels took <b>Goma</b> on Monday.")
    room.history.set_state(without, "cancelled")
    room.history._run("UPDATE page_articles SET key = NULL WHERE id = ?", without)
    return done[0], done[1], gone, without


def asked(numbers: tuple[int, ...]) -> str:
    return "&".join(f"article={number}" for number in numbers)


@pytest.mark.parametrize(
    "path", [*(f"/export/{form}?" for form in (*FORMS, "json")), "/brief?form=markdown&"]
)
def test_what_is_gone_is_named_and_the_rest_offered(page: Page, numbers: tuple[int, ...], path: str) -> None:
    client, _ = page
    answer = client.get(f"{path}{asked(numbers)}")
    assert answer.status_code == 409
    assert "2 chosen articles cannot be taken" in answer.text
    assert f"Article {numbers[2]} was removed from the history" in answer.text
    assert (
        "Rebels took &lt;b&gt;Goma&lt;/b&gt; on Monday.</bdi></a> has no summary: it was cancelled"
        in answer.text
    )
    found = re.search(r'class="button main" href="([^"]+)">Take the other 2<', answer.text)
    assert found
    rest = client.get(found[1].replace("&amp;", "&"))
    assert rest.status_code == 200
    assert rest.content == client.get(f"{path}{asked(numbers[:2])}").content


def test_where_nothing_is_there_that_is_said(page: Page, numbers: tuple[int, ...]) -> None:
    answer = page[0].get(f"/export/json?{asked(numbers[2:])}")
    assert answer.status_code == 404
    assert f"Article {numbers[2]} was removed from the history" in answer.text
    assert "it was cancelled" in answer.text
    assert "Take the other" not in answer.text


@pytest.mark.parametrize("kind", KINDS)
def test_pictures_are_those_of_the_command(page: Page, numbers: tuple[int, ...], kind: str) -> None:
    client, room = page
    entries = [room.history.entry(number) for number in numbers[:2]]
    summaries = [Named(room.history.summary_of(e), e.called) for e in entries if e is not None]  # type: ignore[arg-type]
    for form, media in (("svg", "image/svg+xml"), ("png", "image/png")):
        answer = client.get(f"/picture/{kind}.{form}?{asked(numbers[:2])}")
        assert answer.headers["content-type"] == media
        assert answer.content == picture(summaries, kind, form)
    shown = client.get(f"/pictures?{asked(numbers[:2])}").text
    query = asked(numbers[:2]).replace("&", "&amp;")
    for form in ("svg", "png"):
        assert f'href="/picture/{kind}.{form}?{query}" download="{kind}.{form}"' in shown
    assert f'src="/picture/{kind}.svg?{query}"' in shown


def test_pictures_say_whom_they_leave_out_and_what_they_cannot_show(
    page: Page, numbers: tuple[int, ...]
) -> None:
    shown = page[0].get(f"/pictures?{asked(numbers)}").text
    assert "Not in the pictures" in shown
    assert f"Article {numbers[2]} was removed from the history" in shown
    assert "What it cannot show" in shown
    assert f'src="/picture/map.svg?{asked(numbers[:2]).replace("&", "&amp;")}"' in shown
    assert page[0].get(f"/picture/map.svg?{asked(numbers)}").status_code == 409


def test_the_numbers_of_a_picture_are_a_table(page: Page, numbers: tuple[int, ...]) -> None:
    client, room = page
    entry = room.history.entry(numbers[0])
    assert entry is not None
    summary = room.history.summary_of(entry)
    assert summary is not None
    drawn = claims([Source.of(Named(summary))], Notes())
    assert drawn
    shown = client.get(f"/pictures?{asked(numbers[:1])}").text
    tolls = shown[shown.index('id="tolls"') : shown.index('id="displacement"')]
    rows = re.findall(r"<tr><td><bdi>(.*?)</bdi></td><td><bdi>(.*?)</bdi></td><td><bdi>(.*?)</bdi>", tolls)
    assert [(where, who) for _, where, who in rows] == [(c.where, c.claimant) for c in drawn]
    moved = shown[shown.index('id="displacement"') : shown.index('id="map"')]
    places = re.findall(r"<tr><td><bdi>(.*?)</bdi></td>", moved)
    assert places
    assert all(re.match("(from|in|to) [A-Z]", place) for place in places), "no marks of the picture's own"


def test_an_article_and_the_history_lead_to_the_pictures(page: Page, numbers: tuple[int, ...]) -> None:
    assert f'href="/pictures?article={numbers[0]}"' in page[0].get(f"/articles/{numbers[0]}").text
    assert f"/pictures?article={numbers[3]}" not in page[0].get(f"/articles/{numbers[3]}").text
    assert 'id="pictures"' in page[0].get("/history").text


@pytest.mark.parametrize(
    "path",
    ["/picture/pie.svg?article={}", "/picture/map.pdf?article={}", "/pictures", "/pictures?article=99"],
)
def test_no_such_picture(page: Page, numbers: tuple[int, ...], path: str) -> None:
    assert page[0].get(path.format(numbers[0])).status_code == 404


def test_a_picture_that_is_opened_by_itself_can_do_nothing(page: Page, numbers: tuple[int, ...]) -> None:
    policy = page[0].get(f"/picture/map.svg?article={numbers[0]}").headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "sandbox" in policy
    assert "script-src" not in policy


def test_without_matplotlib_it_says_what_to_install(
    tmp_path: Path, index_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUMMARISER_CACHE_DIR", str(index_folder))
    with open_page(tmp_path) as opened:
        number = given(opened)
        monkeypatch.setitem(__import__("sys").modules, "matplotlib", None)
        answer = opened[0].get(f"/pictures?article={number}")
    assert answer.status_code == 400
    assert "summariser[pictures]" in answer.text
    assert "MissingExtra" in answer.text


def test_pictures_drawn_at_one_time_are_drawn_alike(page: Page, numbers: tuple[int, ...]) -> None:
    """Matplotlib's settings are the process's: two that draw at once would spoil each other's."""
    entry = page[1].history.entry(numbers[0])
    assert entry is not None
    summary = page[1].history.summary_of(entry)
    assert summary is not None
    alone = {kind: picture([summary], kind) for kind in KINDS}
    found: list[tuple[str, bytes]] = []
    threads = [
        threading.Thread(target=lambda k=kind: found.append((k, picture([summary], k))))
        for kind in (*KINDS, *KINDS)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == len(threads)
    assert all(content == alone[kind] for kind, content in found)
    for _, content in found:
        ElementTree.fromstring(content)
    assert Image.open(io.BytesIO(picture([summary], "map", "png"))).format == "PNG"


@pytest.mark.parametrize(
    "path",
    ["/", "/history", "/help", "/labels", "/articles/{}", "/articles/{}/label", "/articles/{}/events",
     "/static/page.js", "/export/json?article={}", "/pictures?article={}", "/picture/map.svg?article={}"],
)  # fmt: skip
def test_a_head_is_that_of_the_page_without_its_body(page: Page, numbers: tuple[int, ...], path: str) -> None:
    client, _ = page
    address = path.format(numbers[0])
    head, whole = client.head(address), client.get(address)
    assert head.status_code == whole.status_code == 200
    assert head.content == b""
    assert dict(head.headers) == dict(whole.headers)


def test_a_head_of_what_is_not_there_says_so_and_one_of_a_form_is_refused(page: Page) -> None:
    assert page[0].head("/nowhere").status_code == 404
    assert page[0].head("/articles").status_code == 405


def test_more_files_than_are_taken_at_once_are_refused_with_the_limit(page: Page) -> None:
    client, room = page
    before = room.history.entries()
    assert "at most 200 files at once, 20 MB a file and 60 MB together" in client.get("/").text
    files = [("files", (f"{n}.txt", b"Rebels took Sake on Monday.")) for n in range(201)]
    answer = client.post("/articles", files=files)
    assert answer.status_code == 422
    assert "More than 200 files came at once, and none was taken" in answer.text
    assert "summariser batch" in answer.text
    assert "InputError" in answer.text
    assert room.history.entries() == before


def test_as_many_as_are_said_are_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Desk, "put_all", lambda *_: None)  # taken, and not worked on
    with open_page(tmp_path) as (client, room):
        files = [("files", (f"{n}.txt", b"Rebels took Sake on Monday.")) for n in range(200)]
        assert client.post("/articles", files=files).status_code == 303
        assert len(room.history.entries(most=500)) == 200
