"""Labelling over HTTP: drafts, saving, the queue, the labeller's name, comparing and settling."""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("fastapi")

from starlette.testclient import TestClient

from summariser.page.folder import Folder
from summariser.page.room import Room
from tests.unit.page_room import open_page

Page = tuple[TestClient, Room]
TEXT = "Gunmen killed two people in Goma on Monday. </script><script>alert(1)</script>"
FACT = {"sub_type": "Attack", "quote": "Gunmen killed two people in Goma on Monday."}


@pytest.fixture
def page(tmp_path: Path) -> Iterator[Page]:
    queue = tmp_path / "articles"
    queue.mkdir()
    (queue / "one.txt").write_text(TEXT)
    (queue / "two.txt").write_bytes(b"Rebels took Sake.\r\nNobody was hurt.")
    with open_page(tmp_path, folder=Folder.of_queue(queue)) as opened:
        yield opened


def opened(client: TestClient, name: str) -> int:
    answer = client.get(f"/queue/{name}")
    assert answer.status_code == 303
    return int(answer.headers["location"].split("/")[2])


def data_of(client: TestClient, number: int, start: str = "") -> dict[str, Any]:
    shown = client.get(f"/articles/{number}/label?start={start}").text
    block = shown.partition('<script type="application/json" id="data">')[2].partition("</script>")[0]
    found: dict[str, Any] = json.loads(block)
    return found


def draft(client: TestClient, number: int, **facts: Any) -> dict[str, Any]:
    return {**data_of(client, number)["draft"], **facts}


def seen(client: TestClient, number: int, start: str = "") -> dict[str, str]:
    """As a window says what it has seen of the label."""
    return {"if-match": f'"{data_of(client, number, start)["mark"]}"'}


def be(client: TestClient, name: str) -> None:
    client.cookies.clear()
    assert client.post("/labeller", data={"name": name, "back": "/labels"}).headers["location"] == "/labels"


def test_the_editor_gets_its_data_as_data(page: Page) -> None:
    client, _ = page
    number = opened(client, "one.txt")
    shown = client.get(f"/articles/{number}/label").text
    assert "<script>alert" not in shown
    data = data_of(client, number)
    assert data["sentences"][0]["text"] == FACT["quote"]
    assert (data["by"], data["reading"], data["draft"]["about"]["id"]) == ("Ana", "first", "one")
    assert data["next"] == "/queue/two.txt"


def test_a_draft_is_kept_and_comes_back_for_its_labeller_alone(page: Page) -> None:
    client, _ = page
    number = opened(client, "one.txt")
    said = client.post(f"/articles/{number}/label/draft", json=draft(client, number, events=[{"quote": "?"}]))
    assert {e["path"] for e in said.json()["errors"]} == {"events.0.sub_type", "events.0.quote"}
    assert data_of(client, number)["draft"]["events"] == [{"quote": "?"}]
    assert data_of(client, number, "nothing")["draft"].get("events") is None
    be(client, "Béatrice Ö.")
    assert data_of(client, number)["draft"].get("events") is None
    assert data_of(client, number)["by"] == "Béatrice Ö."


def test_a_label_is_saved_and_what_is_wrong_is_not(page: Page) -> None:
    client, room = page
    number = opened(client, "one.txt")
    wrong = client.post(f"/articles/{number}/label/save", json=draft(client, number, events=[{"quote": "?"}]))
    assert wrong.status_code == 422
    assert wrong.json()["errors"]
    assert not (room.folder.root / "articles").exists()
    body = draft(client, number, events=[FACT])
    good = client.post(f"/articles/{number}/label/save", json=body, headers=seen(client, number))
    assert good.status_code == 200
    assert good.json()["next"] == "/queue/two.txt"
    label = room.folder.label("one", "first")
    assert label is not None
    assert (label.by, label.events[0].quote) == ("Ana", FACT["quote"])
    # What was saved is what one begins with the next time.
    assert data_of(client, number)["draft"]["events"][0]["sub_type"] == "Attack"


@pytest.mark.parametrize(
    "about", [{"id": "../x"}, {"language": "xx"}, {"genre": "poem"}, {"id": ""}, {"id": 7}]
)
def test_a_case_that_is_none_is_refused_at_its_field(page: Page, about: Any) -> None:
    client, room = page
    number = opened(client, "one.txt")
    whole = {"id": "one", "language": "en", "genre": "wire", **about} if about != {"id": 7} else {}
    answer = client.post(f"/articles/{number}/label/save", json={"about": whole, "events": [FACT]})
    assert answer.status_code == 422
    assert any(e["path"].startswith("about.") for e in answer.json()["errors"])
    assert not (room.folder.root / "articles").exists()


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"{",
        b'{"events": {}}',
        b'{"events": [1]}',
        b'"x"',
        b'{"about": []}',
        b"[" * 100_000,
        b'{"events": [{"quote": "half a sign \\ud83d"}]}',
    ],
)
def test_what_is_no_label_is_not_kept(page: Page, body: bytes) -> None:
    client, _ = page
    number = opened(client, "one.txt")
    assert client.post(f"/articles/{number}/label/draft", content=body).status_code == 404


def test_line_ends_are_those_of_files(page: Page) -> None:
    client, room = page
    number = opened(client, "two.txt")
    place = {"sub_type": "Non-state actor overtakes territory", "quote": "@0-17", "more": ["@18-34"]}
    assert client.post(
        f"/articles/{number}/label/save", json=draft(client, number, events=[place])
    ).is_success
    document = room.folder.document("two")
    assert document is not None
    assert document.text == "Rebels took Sake.\nNobody was hurt."


def test_two_label_and_a_third_settles(page: Page) -> None:
    client, room = page
    number = opened(client, "one.txt")
    for name, facts in (("Ana", [FACT]), ("Ben", [{**FACT, "sub_type": "Armed clash"}])):
        be(client, name)
        answer = client.post(f"/articles/{number}/label/save", json=draft(client, number, events=facts))
        assert answer.is_success
    assert answer.json()["compare"] == "/compare/one"
    be(client, "Cem")
    refused = client.post(f"/articles/{number}/label/save", json=draft(client, number, events=[FACT]))
    assert "labelled by Ana and Ben" in refused.json()["errors"][0]["message"]
    shown = client.get("/compare/one").text
    assert "0 of 1 facts are the same" in shown
    assert 'name="events.0.sub_type"' in shown
    settled = client.post("/compare/one", data={"events.0.sub_type": "b", "notes": "Both were armed."})
    assert "Settled" in settled.text
    label = room.folder.label("one", "settled")
    assert label is not None
    assert (label.by, label.readers, label.notes) == ("Cem", ("Ana", "Ben"), "Both were armed.")
    assert label.events[0].sub_type == ("Armed clash",)
    assert "settled" in client.get("/labels").text

    # What is settled can be corrected further, and stays what it is.
    assert client.get("/settled/one").headers["location"] == f"/articles/{number}/label?start=settled"
    begun = data_of(client, number, "settled")["draft"]
    assert (begun["events"][0]["sub_type"], begun["reading"]) == ("Armed clash", "settled")
    begun["events"][0]["side_a"] = ["gunmen"]
    shown = seen(client, number, "settled")
    saved = client.post(f"/articles/{number}/label/save", json=begun, headers=shown)
    assert (saved.status_code, saved.json()["reading"]) == (200, "settled")
    label = room.folder.label("one", "settled")
    assert label is not None
    assert (label.by, label.readers, label.events[0].side_a) == ("Cem", ("Ana", "Ben"), (("gunmen",),))
    first = room.folder.label("one", "first")
    assert first is not None
    assert first.events[0].side_a == ()


def test_the_list_shows_who_labelled_what(page: Page) -> None:
    client, _ = page
    shown = client.get("/labels").text
    assert "Label the next: one" in shown
    assert "/queue/two.txt" in shown
    assert client.get("/compare/one").status_code == 404
    assert client.get("/queue/..%2Fpage.sqlite").status_code in {400, 404}
    assert client.get("/queue/nothing.txt").status_code == 400


@pytest.mark.parametrize("back", ["//evil.example", "https://evil.example", "/\\evil.example", ""])
def test_a_change_of_name_leads_back_to_the_page_alone(page: Page, back: str) -> None:
    answer = page[0].post("/labeller", data={"name": "Ben", "back": back})
    assert answer.headers["location"] == "/labels"


@pytest.mark.parametrize("number", ["Infinity", "-Infinity", "NaN", "1e400", "true", "1e13", '"1.000"'])
def test_what_is_no_number_is_said_at_its_field_and_not_saved(page: Page, number: str) -> None:
    client, room = page
    at = opened(client, "one.txt")
    figure = {"measure": "killed", "group": "people", "quote": "two people", "value": "HERE"}
    body = json.dumps(draft(client, at, events=[{**FACT, "figures": [figure]}])).replace('"HERE"', number)
    answer = client.post(f"/articles/{at}/label/save", content=body)
    assert answer.status_code == 422
    assert any(e["path"].startswith("events.0.figures.0") for e in answer.json()["errors"])
    assert not list(room.folder.root.rglob("gold/*.json"))
    assert client.get(f"/articles/{at}/label").status_code == 200


@pytest.mark.parametrize("field", ["value", "low", "high"])
def test_half_a_person_is_refused_at_its_field(page: Page, field: str) -> None:
    client, room = page
    at = opened(client, "one.txt")

    def save(number: float, unit: str) -> Any:
        figure = {"measure": "killed", "group": "people", "quote": "two people", field: number, "unit": unit}
        body = draft(client, at, events=[{**FACT, "figures": [figure]}])
        return client.post(f"/articles/{at}/label/save", json=body, headers=seen(client, at))

    for unit in ("people", "households", "homes"):
        refused = save(24.5, unit)
        assert [e["path"] for e in refused.json()["errors"]] == [f"events.0.figures.0.{field}"]
        assert "no whole number" in refused.json()["errors"][0]["message"]
    assert room.folder.label("one", "first") is None
    assert save(24.5, "other").status_code == 200, "tonnes have parts"
    assert save(1_200_000.0, "people").status_code == 200, "1.2 million is a whole number"


def test_one_readers_label_is_not_shown_to_another_as_the_settled_one(page: Page) -> None:
    client, _ = page
    at = opened(client, "one.txt")
    body = draft(client, at, events=[FACT], notes="Ana's own")
    assert client.post(f"/articles/{at}/label/save", json=body).status_code == 200
    be(client, "Ben")
    assert "Ana's own" not in json.dumps(data_of(client, at, "settled"))


def test_the_language_is_that_of_the_text(tmp_path: Path) -> None:
    queue = tmp_path / "articles"
    queue.mkdir()
    (queue / "one.txt").write_text("قتل مسلحون شخصين في مدينة غوما يوم الاثنين، وفق ما قالت الشرطة.", "utf-8")
    with open_page(tmp_path, folder=Folder.of_queue(queue)) as (client, _):
        at = opened(client, "one.txt")
        assert data_of(client, at)["draft"]["about"]["language"] == "ar"


def test_numbers_without_end_are_no_articles(page: Page) -> None:
    client, _ = page
    assert client.get(f"/articles/{'9' * 20}").status_code == 404
    assert client.get(f"/history?before={'9' * 20}").status_code == 200


def test_files_whose_names_give_one_id_are_all_in_the_queue(tmp_path: Path) -> None:
    queue = tmp_path / "articles"
    queue.mkdir()
    names = ["a.txt", "A .txt", "خبر.txt", "تقرير.txt", "article.txt"]
    for name in names:
        (queue / name).write_text(f"Gunmen killed two people in Goma on Monday, {name} says.", "utf-8")
    folder = Folder.of_queue(queue)
    with open_page(tmp_path, folder=folder) as (client, _):
        assert sorted(case.source or "" for case in folder.cases()) == sorted(names)
        saved = []
        for name in names:
            at = opened(client, name)
            begun = draft(client, at)
            assert not begun.get("notes"), "it begins with nobody's label"
            body = {**begun, "notes": name}
            answer = client.post(f"/articles/{at}/label/save", json=body)
            assert answer.status_code == 200, answer.json()
            saved.append(answer.json()["path"])
        assert len(set(saved)) == len(names)
        assert [data_of(client, opened(client, name))["draft"]["notes"] for name in names] == names
        assert all(case.readings for case in folder.cases())


def test_a_window_that_saw_less_writes_over_nothing(page: Page) -> None:
    client, room = page
    at = opened(client, "one.txt")
    save, keep = f"/articles/{at}/label/save", f"/articles/{at}/label/draft"
    begun, before = draft(client, at), seen(client, at)
    one, other = ({**begun, "notes": words} for words in ("one", "other"))
    first = client.post(keep, json=one, headers=before)
    assert first.status_code == 200
    for path in (keep, save):
        late = client.post(path, json=other, headers=before)
        assert (late.status_code, late.json()["there"]["draft"]["notes"]) == (412, "one")
        assert client.post(path, json=other).status_code == 412, "one that says nothing saw nothing"
    assert room.history.draft(at, "Ana")[0]["notes"] == "one"  # type: ignore[index]
    assert room.folder.label("one", "first") is None
    # The same words again are no other's: an answer was lost.
    assert client.post(keep, json=one, headers=before).json()["mark"] == first.json()["mark"]
    there = late.json()["there"]["mark"]
    chosen = client.post(keep, json=other, headers={"if-match": f'"{there}"'})
    assert chosen.status_code == 200
    saved = client.post(save, json=other, headers={"if-match": f'"{chosen.json()["mark"]}"'})
    assert saved.status_code == 200

    # A label that another window saved meanwhile is no less there.
    late = client.post(keep, json=one, headers=before)
    assert (late.status_code, late.json()["there"]["is_label"]) == (412, True)
    assert client.post(save, json=one, headers=before).status_code == 412
    again = client.post(save, json=other, headers=before)
    assert (again.status_code, again.json()["mark"]) == (200, saved.json()["mark"])
    assert room.folder.label("one", "first").notes == "other"  # type: ignore[union-attr]


def test_two_windows_at_once_are_one_and_one_that_is_told(page: Page) -> None:
    client, room = page
    at = opened(client, "one.txt")
    begun, before = draft(client, at), seen(client, at)

    def write(n: int) -> int:
        body = {**begun, "notes": f"window {n}"}
        return client.post(f"/articles/{at}/label/draft", json=body, headers=before).status_code

    with ThreadPoolExecutor(8) as pool:
        codes = list(pool.map(write, range(8)))
    assert sorted(codes) == [200, *[412] * 7]
    kept = room.history.draft(at, "Ana")
    assert kept is not None
    assert kept[0]["notes"] == f"window {codes.index(200)}"


def test_a_window_writes_for_the_reader_that_it_was_opened_by(page: Page) -> None:
    client, room = page
    at = opened(client, "one.txt")
    window = data_of(client, at)["window"]
    be(client, "Ben")
    headers = {"x-labeller": window}
    body = draft(client, at, events=[FACT])
    assert client.post(f"/articles/{at}/label/save", json=body, headers=headers).status_code == 200
    label = room.folder.label("one", "first")
    assert label is not None
    assert label.by == "Ana"


def test_a_removed_article_is_said_to_be_and_can_be_put_back(page: Page) -> None:
    client, room = page
    at = opened(client, "one.txt")
    body, article = draft(client, at, events=[FACT]), data_of(client, at)["article"]
    client.post(f"/articles/{at}/remove")
    for path in ("draft", "save"):
        assert client.post(f"/articles/{at}/label/{path}", json=body).status_code == 410
    back = client.post(f"/articles/{at}/label/restore", json={"article": article, "draft": body})
    assert back.status_code == 200
    number = int(back.json()["address"].split("/")[2])
    entry = room.entry(number)
    assert (entry.article.text, entry.queue) == (TEXT, "one.txt")
    assert data_of(client, number)["draft"]["events"] == [FACT]
    # Put back from two windows, it is there once, and the second is told of the first.
    more = {"article": article, "draft": {**body, "notes": "mine"}}
    twice = client.post(f"/articles/{at}/label/restore", json=more)
    assert (twice.status_code, twice.json()["address"]) == (412, back.json()["address"])


@pytest.mark.parametrize(
    "body", ["", "[]", "{}", '{"article": {"text": "x"}}', '{"article": 1, "draft": {}}']
)
def test_what_is_no_article_is_not_put_back(page: Page, body: str) -> None:
    client, _ = page
    assert client.post("/articles/99/label/restore", content=body).status_code == 404
