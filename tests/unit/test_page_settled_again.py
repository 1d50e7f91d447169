"""The settled label, corrected further by one reader while another, or another tab, settles it anew."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("fastapi")

from starlette.testclient import TestClient

from summariser.evals.gold import Label
from summariser.page.folder import Folder
from summariser.page.room import Room
from tests.unit.page_room import open_page
from tests.unit.test_page_settling import be, data_of, form, saved

SAID = "Gunmen killed two people in Goma on Monday."
ATTACK = {"sub_type": "Attack", "quote": SAID}
CLASH = {"sub_type": "Armed clash", "quote": SAID}
Page = tuple[TestClient, Room]


@pytest.fixture
def page(tmp_path: Path) -> Iterator[Page]:
    (tmp_path / "one.txt").write_text(SAID)
    with open_page(tmp_path, folder=Folder.of_queue(tmp_path)) as opened:
        saved(opened[0], "Ana", {"events": [ATTACK]})
        saved(opened[0], "Ben", {"events": [CLASH]})
        yield opened


class Window:
    """A window on the settled label: it holds a draft and the mark that it saw last."""

    def __init__(self, client: TestClient, by: str) -> None:
        be(client, by)
        self.number = int(client.get("/settled/one").headers["location"].split("/")[2])
        self.client = client
        self.data = data_of(client, self.number, "settled")
        self.draft, self.mark = self.data["draft"], self.data["mark"]

    def send(self, what: str, **event: Any) -> Any:
        self.draft = {**self.draft, "events": [{**self.draft["events"][0], **event}]}
        answer = self.client.post(
            f"/articles/{self.number}/label/{what}",
            json=self.draft,
            headers={"if-match": f'"{self.mark}"', "x-labeller": self.data["window"]},
        )
        self.mark = answer.json().get("mark", self.mark)
        return answer


def settle(client: TestClient, by: str, choice: str) -> None:
    be(client, by)
    answer = client.post("/compare/one", data={**form(client), "events.0.sub_type": choice})
    assert "What you chose is the label that counts" in answer.text


def gold(room: Room) -> Label:
    label = room.folder.label("one", "settled")
    assert label is not None
    return label


def test_two_readers_on_two_servers_do_not_write_over_each_other(page: Page, tmp_path: Path) -> None:
    client, room = page
    settle(client, "Ben", "a")
    (tmp_path / "other").mkdir()
    with open_page(tmp_path / "other", folder=room.folder) as (elsewhere, _):
        ben, ana = Window(client, "Ben"), Window(elsewhere, "Ana")
        assert ben.send("draft", support_a=["ben-further"]).status_code == 200
        assert ana.send("draft", support_b=["ana-further"]).status_code == 200
        assert ben.send("save").status_code == 200
        for what in ("save", "draft"):  # nor is it kept as if nothing had come between
            late = ana.send(what)
            assert late.status_code == 412
            there = late.json()["there"]
            assert (there["is_label"], there["by"], there["is_kept"]) == (True, "Ben", False)
            assert there["draft"]["events"][0]["support_a"] == ["ben-further"]
        assert gold(room).events[0].support_a == (("ben-further",),)
        # Whoever has seen it and keeps their own writes it.
        ana.mark = there["mark"]
        assert ana.send("draft").status_code == 200
        assert ana.send("save").status_code == 200
        assert gold(room).by == "Ana"


@pytest.mark.parametrize("by", ["Ana", "Ben"])
def test_what_is_settled_anew_is_not_written_over_by_an_open_window(page: Page, by: str) -> None:
    """Another reader's window, and a second tab of the one who settles."""
    client, room = page
    settle(client, "Ben", "a")
    ben = Window(client, "Ben")
    assert ben.send("draft", side_a=["gunmen"]).status_code == 200
    settle(client, by, "b")
    be(client, "Ben")
    asked = client.get(f"/articles/{ben.number}/label/there?reading=settled").json()["there"]
    assert asked["mark"] != ben.mark, "a window that one comes back to is told"
    late = ben.send("save")
    assert (late.status_code, late.json()["there"]["by"]) == (412, by)
    assert gold(room).events[0].sub_type == ("Armed clash",)


@pytest.mark.parametrize("is_of_older_version", [False, True])
def test_a_draft_of_an_earlier_settled_label_gives_way_and_is_offered(
    page: Page, is_of_older_version: bool
) -> None:
    client, room = page
    settle(client, "Ana", "a")
    old = Window(client, "Ana")
    assert old.data["newer"] is None
    assert old.send("draft", side_a=["of the first settling"]).status_code == 200
    kept = Window(client, "Ana").data
    assert (kept["newer"], kept["draft"]["events"][0]["side_a"]) == (None, ["of the first settling"])
    if is_of_older_version:  # which noted the time alone
        room.history._run("DELETE FROM page_drafts_on")
        room.history._run("UPDATE page_drafts SET saved = '2024-01-01T00:00:00+00:00'")
    settle(client, "Ana", "b")

    new = Window(client, "Ana")
    assert new.draft["events"][0]["sub_type"] == "Armed clash"
    assert "side_a" not in new.draft["events"][0]
    assert new.data["newer"]["by"] == "Ana"
    assert new.data["before"]["events"][0]["side_a"] == ["of the first settling"]
    assert new.data["saved"] == ""
    assert new.send("draft", side_b=["civilians"]).status_code == 200
    again = Window(client, "Ana").data
    assert (again["newer"], again["draft"]["events"][0]["side_b"]) == (None, ["civilians"])


def test_the_editor_says_that_the_settled_label_is_corrected(page: Page) -> None:
    client, _ = page
    settle(client, "Ben", "a")
    be(client, "Ana")
    number = Window(client, "Ana").number
    shown = client.get(f"/articles/{number}/label?start=settled").text
    assert "You correct the settled label" in shown
    assert "settled by <bdi>Ben</bdi>" in shown
    assert f'<a href="/articles/{number}/label">Your own reading</a>' in shown
    assert "You correct the settled label" not in client.get(f"/articles/{number}/label").text
    assert json.dumps(data_of(client, number)["draft"]).count("Armed clash") == 0
