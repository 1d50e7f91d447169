"""The queue of ``summariser label FOLDER``: what is in it, what cannot be read, texts that stand twice."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("fastapi")

from starlette.testclient import TestClient

from summariser.articles import Article
from summariser.errors import BadLabel
from summariser.evals.labels import NEWSROOM
from summariser.page.folder import About, Folder
from summariser.page.room import Room
from tests.unit.page_papers import docx, pdf
from tests.unit.page_room import open_page

SAID = "Gunmen killed two people in {} on Monday."
MAIL = (
    "From: desk@example.org\nSubject: Report\nDate: Tue, 12 Mar 2024 10:00:00 +0000\nMIME-Version: 1.0\n\n"
    + SAID
    + "\n"
)


def data_of(client: TestClient, number: int) -> dict[str, Any]:
    shown = client.get(f"/articles/{number}/label").text
    block = shown.partition('<script type="application/json" id="data">')[2].partition("</script>")[0]
    found: dict[str, Any] = json.loads(block)
    return found


def save(client: TestClient, number: int, **more: Any) -> Any:
    data = data_of(client, number)
    draft = {**data["draft"], **more}
    draft["about"] = {**data["draft"]["about"], **more.get("about", {})}
    headers = {"if-match": data["mark"], "x-labeller": data["window"]}
    return client.post(f"/articles/{number}/label/save", json=draft, headers=headers)


def opened(client: TestClient, name: str) -> int:
    answer = client.get(f"/queue/{name}")
    assert answer.status_code == 303, answer.text
    return int(answer.headers["location"].split("/")[2])


def worked_through(client: TestClient, room: Room) -> list[str]:
    """Label what is offered until nothing is; the files in that order."""
    found = []
    while (row := room.looks.next_for("Ana")) is not None and len(found) < 20:
        assert row.case.source is not None
        found.append(row.case.source)
        assert save(client, opened(client, row.case.source)).status_code == 200
    return found


def test_everything_that_commands_read_is_in_the_queue(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_text(MAIL.format("Goma"))
    (tmp_path / "b.pdf").write_bytes(pdf([[SAID.format("Beni")]]))
    (tmp_path / "c.docx").write_bytes(docx([SAID.format("Bukavu")]))
    (tmp_path / "d.md").write_text(SAID.format("Fizi"))
    (tmp_path / "e.TXT").write_text(SAID.format("Uvira"))
    (tmp_path / "notes.xlsx").write_bytes(b"no article")
    (tmp_path / ".hidden.txt").write_text("Not looked at.")
    with open_page(tmp_path, folder=Folder.of_queue(tmp_path)) as (client, room):
        assert worked_through(client, room) == ["a.eml", "b.pdf", "c.docx", "d.md", "e.TXT"]
        document = room.folder.document("a")
        assert document is not None
        assert document.text.strip() == SAID.format("Goma")
        assert "Nothing is left for you" in client.get("/labels").text
        assert room.looks.next_for("Ana") is None, "nor what was saved in labels/articles"


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("broken.pdf", lambda path: path.write_bytes(pdf([["one"]])[:200])),
        ("binary.txt", lambda path: path.write_bytes(bytes(range(256)) * 4)),
        ("empty.txt", lambda path: path.write_bytes(b"")),
        ("scan.pdf", lambda path: path.write_bytes(pdf([["scan"]]))),
    ],
)
def test_what_cannot_be_read_is_listed_with_its_reason_and_passed_over(
    tmp_path: Path, name: str, make: Callable[[Path], Any]
) -> None:
    make(tmp_path / name)
    (tmp_path / "z.txt").write_text(SAID.format("Goma"))
    with open_page(tmp_path, folder=Folder.of_queue(tmp_path)) as (client, room):
        while "still being looked at" in (shown := client.get("/labels").text):
            pass
        assert "Label the next: z" in shown
        assert "1 of 2 left for you" in shown
        assert "cannot be read" in shown
        (row,) = [row for row in room.looks.rows() if row.case.source == name]
        assert row.failure is not None
        assert row.failure.message in shown.replace("&#39;", "'")
        assert str(tmp_path) not in row.failure.message
        assert worked_through(client, room) == ["z.txt"]
        assert f"/queue/{name}" not in shown
        # Mended, it is in the queue again.
        (tmp_path / name).write_text(SAID.format("Beni"))
        assert worked_through(client, room) == [name]


def test_files_in_folders_below_are_in_the_queue(tmp_path: Path) -> None:
    for place in ("articles/one.txt", "articles/sub/two.txt", "three.txt"):
        (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / place).write_text(SAID.format(place))
    folder = Folder.of_queue(tmp_path)
    assert folder.root == tmp_path / "labels"
    with open_page(tmp_path, folder=folder) as (client, room):
        assert worked_through(client, room) == ["three.txt", "articles/one.txt", "articles/sub/two.txt"]
        assert sorted(path.stem for path in (folder.root / "gold").iterdir()) == ["one", "three", "two"]
        assert data_of(client, opened(client, "articles/one.txt"))["by"] == "Ana"
        assert client.get("/queue/../page.sqlite").status_code in {400, 404}
        assert client.get("/queue/labels/articles/one.txt").status_code == 400


def test_a_suite_labels_its_own_articles_and_says_what_has_no_header(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    source = sorted((NEWSROOM / "articles").glob("*.txt"))[0]
    shutil.copy(source, tmp_path / "articles")
    (tmp_path / "articles" / "aaa.txt").write_text(SAID.format("Goma"))
    folder = Folder.of_queue(tmp_path)
    assert folder.root == tmp_path
    with open_page(tmp_path, folder=folder) as (client, room):
        assert worked_through(client, room) == [source.name]
        shown = client.get("/labels").text
        assert "no line of three dashes" in shown
        assert "label it from another folder" in shown
        assert (tmp_path / "articles" / "aaa.txt").read_text() == SAID.format("Goma")


def test_a_folder_without_articles_says_what_is_read(tmp_path: Path) -> None:
    (tmp_path / "table.xlsx").write_bytes(b"x")
    with open_page(tmp_path, folder=Folder.of_queue(tmp_path)) as (client, _):
        shown = client.get("/labels").text
        assert "There is no article in" in shown
        assert ".eml" in shown


def test_a_text_that_stands_twice_is_labelled_once(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(SAID.format("Goma"))
    (tmp_path / "c.txt").write_bytes(SAID.format("Goma").encode() + b"\r\nNobody claimed it.")
    (tmp_path / "d.txt").write_bytes(SAID.format("Goma").encode() + b"\nNobody claimed it.")
    with open_page(tmp_path, folder=Folder.of_queue(tmp_path)) as (client, room):
        assert worked_through(client, room) == ["a.txt", "c.txt"]
        assert "same text" in client.get("/labels").text
        assert {row.case.id: row.same_as for row in room.looks.rows()} == {
            "a": None, "b": "a", "c": None, "d": "c",
        }  # fmt: skip
        assert data_of(client, opened(client, "b.txt"))["draft"]["about"]["id"] == "a"


def test_the_same_text_is_not_saved_under_a_second_id(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(SAID.format("Goma"))
    with open_page(tmp_path, folder=Folder.of_queue(tmp_path)) as (client, room):
        at = opened(client, "one.txt")
        assert save(client, at, notes="first").status_code == 200
        refused = save(client, at, notes="second", about={"id": "other"})
        assert refused.status_code == 422
        (error,) = refused.json()["errors"]
        assert (error["path"], error["case"]) == ("about.id", "one")
        assert "the case one already" in error["message"]
        assert "another id" not in error["message"]
        assert [path.stem for path in (room.folder.root / "articles").iterdir()] == ["one"]
        assert save(client, at, about={"id": "one"}).status_code == 200
        label = room.folder.label("one", "first")
        assert label is not None
        assert label.notes == "second"


def test_two_cases_of_one_text_that_lie_there_are_both_shown(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(SAID.format("Goma"))
    with open_page(tmp_path, folder=Folder.of_queue(tmp_path)) as (client, room):
        assert save(client, opened(client, "one.txt")).status_code == 200
        articles = room.folder.root / "articles"
        whole = (articles / "one.txt").read_text()
        (articles / "two.txt").write_text(whole.replace("Id: one", "Id: two"))
        rows = {row.case.id: row.same_as for row in room.looks.rows()}
        assert rows == {"one": None, "two": "one"}
        assert "only one is opened" not in client.get("/labels").text, "nobody labelled it"


def test_one_damaged_file_of_the_labels_stops_no_other(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(SAID.format(name))
    with open_page(tmp_path, folder=Folder.of_queue(tmp_path)) as (client, room):
        assert save(client, opened(client, "a.txt")).status_code == 200
        (room.folder.root / "readings" / "first" / "a.json").write_text("{")
        (room.folder.root / "articles" / "stray.txt").write_text("No header.")
        shown = client.get("/labels")
        assert shown.status_code == 200
        assert "a.json" in shown.text
        assert "stray.txt: there is no line of three dashes" in shown.text
        assert save(client, opened(client, "b.txt")).status_code == 200


def test_a_saved_case_is_opened_from_the_list_without_a_queue(tmp_path: Path) -> None:
    with open_page(tmp_path) as (client, room):
        at = room.history.add(Article(SAID.format("Goma"), title="Goma"), "all", "kept")
        assert save(client, at).status_code == 200
        assert "/cases/goma" in client.get("/labels").text
        assert client.get("/cases/goma").headers["location"] == f"/articles/{at}/label"
        client.post(f"/articles/{at}/remove")
        again = client.get("/cases/goma").headers["location"]
        assert data_of(client, int(again.split("/")[2]))["fixed"]
        assert client.get("/cases/nothing").status_code == 404


def test_a_file_that_was_changed_since_it_was_opened_is_said_to_be(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_bytes(SAID.format("Goma").encode() + b"\r\nNobody claimed it.")
    with open_page(tmp_path, folder=Folder.of_queue(tmp_path)) as (client, room):
        at = opened(client, "one.txt")
        assert not data_of(client, at)["is_old"]
        (tmp_path / "one.txt").write_text(SAID.format("Beni"))
        assert data_of(client, at)["is_old"]
        client.post(f"/articles/{at}/remove")
        again = opened(client, "one.txt")
        assert "Beni" in room.entry(again).article.text
        assert not data_of(client, again)["is_old"]


def test_another_process_that_was_faster_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(SAID.format("Goma"))
    with open_page(tmp_path, folder=Folder.of_queue(tmp_path)) as (client, room):
        assert save(client, opened(client, "one.txt"), notes="Ana's").status_code == 200
        label, document = room.folder.label("one", "first"), room.folder.document("one")
        assert label is not None
        assert document is not None
        late = label.model_copy(update={"by": "Ben", "notes": "Ben's"})  # "first" was free when he looked
        with pytest.raises(BadLabel, match="Ana's by now"):
            room.folder.save(document.article, About("one"), late)
        assert room.folder.label("one", "first") == label


def test_the_new_text_of_a_changed_file_is_labelled_and_the_old_label_is_kept(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(SAID.format("Goma"))
    with open_page(tmp_path, folder=Folder.of_queue(tmp_path)) as (client, room):
        old = opened(client, "one.txt")
        begun = {**data_of(client, old)["draft"], "notes": "begun on Goma"}
        assert client.post(f"/articles/{old}/label/draft", json=begun).status_code == 200
        assert client.post(f"/articles/{old}/label/anew").headers["location"].endswith(f"/{old}/label")
        (tmp_path / "one.txt").write_text(SAID.format("Beni"))
        assert client.post(f"/articles/{old}/label/anew").headers["location"] == "/queue/one.txt"
        new = opened(client, "one.txt")
        assert "Beni" in room.entry(new).article.text
        assert not data_of(client, new)["draft"].get("notes")
        assert data_of(client, old)["draft"]["notes"] == "begun on Goma"
        assert f"/articles/{old}" in client.get("/history").text, "it can be found again"


def test_a_file_that_was_changed_after_it_was_labelled_becomes_a_case_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(SAID.format("Goma"))
    with open_page(tmp_path, folder=Folder.of_queue(tmp_path)) as (client, room):
        old = opened(client, "one.txt")
        assert save(client, old, notes="of Goma").status_code == 200
        (tmp_path / "one.txt").write_text(SAID.format("Beni"))
        client.post(f"/articles/{old}/label/anew")
        row = room.looks.next_for("Ana")
        assert row is not None, "the new text is labelled by nobody yet"
        assert (row.case.source, row.case.readings) == ("one.txt", ())
        answer = save(client, opened(client, "one.txt"), notes="of Beni")
        assert answer.status_code == 200, answer.text
        assert room.folder.label("one", "first").notes == "of Goma"  # type: ignore[union-attr]
        rows = {row.case.id: row.case for row in room.looks.rows()}
        assert {name: (case.source, len(case.readings)) for name, case in rows.items()} == {
            "one": (None, 1), row.case.id: ("one.txt", 1),
        }  # fmt: skip
        assert room.looks.next_for("Ana") is None


def test_a_begun_label_is_removed_only_by_whoever_says_so(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(SAID.format("Goma"))
    with open_page(tmp_path, folder=Folder.of_queue(tmp_path)) as (client, room):
        at = opened(client, "one.txt")
        assert save(client, at, notes="saved").status_code == 200
        data = data_of(client, at)
        begun = {**data["draft"], "notes": "begun"}
        client.post(f"/articles/{at}/label/draft", json=begun, headers={"if-match": data["mark"]})
        asked = client.post(f"/articles/{at}/remove")
        assert asked.status_code == 409
        assert "a label that was begun and not saved, by <bdi>Ana</bdi>" in asked.text
        assert "stays in the folder of labels: the case one, by <bdi>Ana</bdi>" in asked.text
        assert data_of(client, at)["draft"]["notes"] == "begun"
        assert client.post(f"/articles/{at}/remove?labels=too").status_code == 303
        assert room.history.entry(at) is None
        assert room.history.begun_by(at) == []
        assert room.folder.label("one", "first").notes == "saved"  # type: ignore[union-attr]


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    queue = tmp_path / "articles"
    queue.mkdir()
    (tmp_path / "secret.txt").write_text("A secret of the house, told to nobody.")
    (queue / "a.txt").write_text(SAID.format("Goma"))
    (queue / "inside.txt").symlink_to(queue / "a.txt")
    (queue / "link.txt").symlink_to(tmp_path / "secret.txt")
    with open_page(tmp_path, folder=Folder.of_queue(queue)) as (client, room):
        assert worked_through(client, room) == ["a.txt"]
        room.looks._read_all()
        rows = {row.case.source: row for row in room.looks.rows()}
        assert rows["link.txt"].failure is not None
        assert "leads out of the folder" in rows["link.txt"].failure.message
        assert str(tmp_path) not in rows["link.txt"].failure.message
        assert rows["inside.txt"].failure is None
        answer = client.get("/queue/link.txt")
        assert answer.status_code == 400
        assert "secret of the house" not in answer.text
