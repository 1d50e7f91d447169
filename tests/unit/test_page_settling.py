"""Two readers who differ in tolls and places: compared, settled, settled anew, and kept apart until then."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("fastapi")

from starlette.testclient import TestClient

from summariser.evals.gold import Label
from summariser.page.folder import Folder
from summariser.page.labellers import known_in
from summariser.page.room import Room
from summariser.page.settling import chosen_before, compare, settle
from tests.unit.page_room import open_page

KILLED = "Shells killed between 12 and 15 people in Sake on Sunday, the army said."
REBELS = "The rebels spoke of 40 dead."
FLED = "At least 400 families fled to Goma."
TEXT = f"{KILLED} {REBELS} {FLED} Nobody was spared."
EVENT: dict[str, Any] = {
    "sub_type": "Shelling/artillery/missile attack", "start": "2024-03-10", "end": "2024-03-10",
    "precision": "day", "place": {"name": "Sake", "country": "COD"}, "side_a": ["M23"], "quote": KILLED,
    "figures": [
        {"measure": "killed", "value": 12, "group": "people", "claimed_by": "army", "quote": KILLED},
        {"measure": "killed", "value": 40, "group": "people", "claimed_by": "rebels", "quote": REBELS},
    ],
}  # fmt: skip
ANA: dict[str, Any] = {
    "events": [EVENT],
    "displacement": [
        {"term": "forced_to_flee", "value": 400, "qualifier": "at_least", "unit": "households",
         "destination": {"name": "Goma", "country": "COD"}, "quote": FLED},
    ],
}  # fmt: skip
BEN: dict[str, Any] = {
    "events": [
        {
            **EVENT, "place": {"name": "Sake|Saké", "country": "RWA"}, "side_a": ["M23|March 23 Movement"],
            "start": "2024-03-09", "end": "2024-03-10", "precision": "week",
            "figures": [
                {"measure": "killed", "low": 12, "high": 15, "qualifier": "between", "group": "people",
                 "claimed_by": "army|Army", "quote": KILLED},
            ],
        }
    ],
    "displacement": [
        {"term": "forced_to_flee", "value": 4000, "unit": "people",
         "destination": {"name": "Goma"}, "origin": {"name": "Sake"}, "quote": FLED},
    ],
    "risks": [{"group": "children", "quote": "Nobody was spared."}],
}  # fmt: skip


def label(facts: dict[str, Any], by: str, reading: str) -> Label:
    return Label.model_validate({"id": "one", "reading": reading, "by": by, **facts})


def differing(sections: list[Any]) -> dict[str, tuple[str, str]]:
    found = {}

    def look(pair: Any) -> None:
        found.update({f"{pair.path}.{f.name}": f.values for f in pair.fields if not f.agree})
        for part in pair.parts:
            if part.is_shared:
                look(part)

    for section in sections:
        for pair in section.pairs:
            if pair.is_shared:
                look(pair)
    return found


def test_numbers_and_days_are_one_choice_and_countries_a_difference() -> None:
    sections = compare(label(ANA, "Ana", "first"), label(BEN, "Ben", "second"), TEXT)
    assert differing(sections) == {
        "events.0.start": ("2024-03-10", "2024-03-09 to 2024-03-10, known to the week"),
        "events.0.place": ("Sake, COD", "Sake or Saké, RWA"),
        "events.0.figures.0.value": ("12", "12 to 15"),
        "displacement.0.value": ("at least 400", "4,000"),
        "displacement.0.unit": ("households", "people"),
        "displacement.0.origin": ("", "Sake"),
    }
    one, other = (settle(sections, {"events.0.figures.0.value": letter})["events"][0] for letter in "ab")
    assert one["figures"][0]["value"] == 12
    assert not {"low", "high", "qualifier"} & set(one["figures"][0])
    assert "value" not in other["figures"][0]
    assert [other["figures"][0][name] for name in ("low", "high", "qualifier")] == [12, 15, "between"]
    # What both have in other words is kept with the words of both.
    assert one["side_a"] == ["M23|March 23 Movement"]
    assert one["figures"][0]["claimed_by"] == "army|Army"
    assert len(one["figures"]) == 2


def test_a_title_takes_no_side() -> None:
    sections = compare(label(ANA, "Ana", "first"), label(BEN, "Ben", "second"), TEXT)
    (event,) = sections[0].pairs
    assert event.title == "Shelling/artillery/missile attack"
    assert event.parts[0].title == "killed · people"
    (moved,) = sections[1].pairs
    assert "400" not in moved.title


def test_what_was_chosen_is_known_from_the_settled_label() -> None:
    sections = compare(label(ANA, "Ana", "first"), label(BEN, "Ben", "second"), TEXT)
    choices = {
        "events.0.start": "a", "events.0.place": "b", "events.0.figures.0.value": "b",
        "events.0.figures.1": "drop", "displacement.0.value": "a", "displacement.0.unit": "a",
        "displacement.0.origin": "b", "risks.0": "drop",
    }  # fmt: skip
    before = chosen_before(sections, settle(sections, choices), TEXT)
    assert {path: before[path] for path in choices} == choices
    assert chosen_before(sections, {}, TEXT) == {"risks.0": "drop"}


Page = tuple[TestClient, Room]


@pytest.fixture
def page(tmp_path: Path) -> Iterator[Page]:
    (tmp_path / "one.txt").write_text(TEXT)
    with open_page(tmp_path, folder=Folder.of_queue(tmp_path)) as opened:
        yield opened


def data_of(client: TestClient, number: int, start: str = "") -> dict[str, Any]:
    shown = client.get(f"/articles/{number}/label?start={start}").text
    block = shown.partition('<script type="application/json" id="data">')[2].partition("</script>")[0]
    found: dict[str, Any] = json.loads(block)
    return found


def be(client: TestClient, name: str) -> None:
    client.cookies.clear()
    client.post("/labeller", data={"name": name, "back": "/labels"})


def saved(client: TestClient, by: str, facts: dict[str, Any], start: str = "") -> Any:
    be(client, by)
    number = int(client.get("/queue/one.txt").headers["location"].split("/")[2])
    data = data_of(client, number, start)
    answer = client.post(
        f"/articles/{number}/label/save",
        json={**data["draft"], **facts},
        headers={"if-match": data["mark"], "x-labeller": data["window"]},
    )
    assert answer.status_code == 200, answer.text
    return answer.json()


def form(client: TestClient) -> dict[str, str]:
    """What the page of two readers would send as it is."""
    shown = client.get("/compare/one").text
    found = dict(re.findall(r'<input type="hidden" name="(\w+)" value="(\w+)">', shown))
    chosen = re.findall(r'<input type="radio" name="([\w.]+)" value="(\w+)" required checked>', shown)
    return {**found, **dict(chosen)}


def undecided(client: TestClient) -> set[str]:
    shown = client.get("/compare/one").text
    asked = set(re.findall(r'<input type="radio" name="([\w.]+)"', shown))
    return asked - set(
        re.findall(r'<input type="radio" name="([\w.]+)" value="\w+" required checked>', shown)
    )


def test_nothing_is_chosen_before_somebody_does_and_all_of_it_is_shown(page: Page) -> None:
    client, _ = page
    saved(client, "Ana", ANA)
    saved(client, "Ben", BEN)
    be(client, "Cem")
    asked = undecided(client)
    assert {"events.0.place", "events.0.figures.0.value", "events.0.figures.1", "risks.0"} <= asked
    shown = client.get("/compare/one").text
    assert "claimed_by" not in shown
    assert "rebels" in shown, "what one reader alone has is shown whole"
    assert re.search(r'<a class="cite" href="#S\d" aria-label="S\d, show the sentence">', shown)
    assert "as <bdi>Cem</bdi>" in shown


def test_settled_anew_begins_with_what_was_chosen_and_keeps_corrections(page: Page) -> None:
    client, room = page
    saved(client, "Ana", ANA)
    saved(client, "Ben", BEN)
    be(client, "Cem")
    sent = {
        **form(client), **dict.fromkeys(undecided(client), "b"), "events.0.figures.1": "drop",
        "risks.0": "drop", "notes": "The army's own range.",
    }  # fmt: skip
    assert "What you chose is the label that counts" in client.post("/compare/one", data=sent).text
    gold = room.folder.label("one", "settled")
    assert gold is not None
    assert (gold.by, gold.readers) == ("Cem", ("Ana", "Ben"))
    assert gold.events[0].place is not None
    assert gold.events[0].place.country == "RWA"
    assert [(f.value, f.low, f.high) for f in gold.events[0].figures] == [(None, 12, 15)]

    # Opened again, the choices are there; sent as they are, nothing changes.
    assert undecided(client) == set()
    again = form(client)
    assert (again["events.0.figures.0.value"], again["events.0.figures.1"]) == ("b", "drop")
    assert "The army&#39;s own range." in client.get("/compare/one").text
    # A window that was open before somebody corrected it further writes nothing over that.
    saved(client, "Cem", {"notes": "Corrected by hand."}, "settled")
    late = client.post("/compare/one", data={**again, "risks.0": "keep"})
    assert late.status_code == 409
    assert "was changed while this page was open" in late.text
    gold = room.folder.label("one", "settled")
    assert gold is not None
    assert (gold.notes, gold.risks) == ("Corrected by hand.", ())
    anew = client.post("/compare/one", data={**form(client), "risks.0": "keep"})
    assert anew.status_code == 200
    assert len(room.folder.label("one", "settled").risks) == 1  # type: ignore[union-attr]


def test_choices_are_about_the_labels_that_were_shown(page: Page) -> None:
    client, room = page
    saved(client, "Ana", ANA)
    saved(client, "Ben", BEN)
    be(client, "Cem")
    sent = {**form(client), **dict.fromkeys(undecided(client), "a")}
    saved(client, "Ben", {**BEN, "events": [], "displacement": []})
    late = client.post("/compare/one", data=sent)
    assert late.status_code == 409
    assert not room.folder.case("one").both


def test_a_reading_that_changed_after_it_was_settled_is_said(
    page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    client, room = page
    saved(client, "Ana", ANA)
    saved(client, "Ben", BEN)
    client.post("/compare/one", data={**form(client), **dict.fromkeys(undecided(client), "a")})
    assert room.folder.case("one").changed == ()
    saved(client, "Ana", {})  # the same again changes nothing
    path = room.folder.path_of("one", "settled")
    older = json.loads(path.read_text())
    path.write_text(json.dumps({**older, "at": "2024-01-01T00:00:00Z"}))
    saved(client, "Ben", {"notes": "I looked again."})
    assert "Ben" in room.folder.case("one").changed
    assert "changed since by" in client.get("/labels").text
    assert "Changed since it was settled" in client.get("/compare/one").text


def test_one_readers_label_is_not_shown_to_another_by_any_way(page: Page) -> None:
    client, _ = page
    saved(client, "Ana", {**ANA, "notes": "Ana's own words"})
    be(client, "Ben")
    number = int(client.get("/queue/one.txt").headers["location"].split("/")[2])
    asked = [
        client.get(f"/articles/{number}/label/there?reading=settled"),
        client.get(f"/articles/{number}/label?start=settled"),
        client.post(f"/articles/{number}/label/draft", json={"reading": "settled", "notes": "mine"}),
        client.post(f"/articles/{number}/label/save", json={"reading": "settled", "notes": "mine"}),
        client.get("/settled/one"), client.get("/compare/one"), client.get("/labels"),
        client.get("/cases/one"),
    ]  # fmt: skip
    assert not [answer.url for answer in asked if "own words" in answer.text]


def test_a_reader_who_wrote_the_name_otherwise_is_the_same_on_every_server(
    page: Page, tmp_path: Path
) -> None:
    client, room = page
    (tmp_path / "other").mkdir()
    with open_page(tmp_path / "other", folder=room.folder) as (elsewhere, there):
        object.__setattr__(there, "labeller", "bea")  # was started before Bea had saved anything
        number = int(elsewhere.get("/queue/one.txt").headers["location"].split("/")[2])
        saved(client, "Bea", ANA)
        data = data_of(elsewhere, number)
        assert (data["by"], data["reading"]) == ("bea", "first")
        body = {**data["draft"], "notes": "again"}
        headers = {"if-match": data["mark"], "x-labeller": data["window"]}
        assert elsewhere.post(f"/articles/{number}/label/save", json=body, headers=headers).is_success
        assert there.looks.next_for("BEA") is None
    assert room.folder.case("one").readings == (("first", "Bea"),)
    assert known_in(room.folder, "bea") == "Bea"


def test_a_third_reader_is_told_while_typing_and_in_the_list(page: Page) -> None:
    client, _ = page
    be(client, "Cem")
    number = int(client.get("/queue/one.txt").headers["location"].split("/")[2])
    data = data_of(client, number)
    saved(client, "Ana", ANA)
    saved(client, "Ben", BEN)
    headers = {"if-match": data["mark"], "x-labeller": data["window"]}
    kept = client.post(f"/articles/{number}/label/draft", json=data["draft"], headers=headers)
    assert [e.get("compare") for e in kept.json()["errors"]] == ["/compare/one"]
    be(client, "Cem")
    assert "two have labelled it" in client.get("/labels").text
    be(client, "Ana")
    assert "two have labelled it" not in client.get("/labels").text


def test_a_name_in_other_letters_is_no_second_reader(page: Page) -> None:
    client, room = page
    saved(client, "Bea", ANA)
    saved(client, "bea", {"notes": "again"})
    assert room.folder.case("one").readings == (("first", "Bea"),)
    assert room.folder.label("one", "first").notes == "again"  # type: ignore[union-attr]
