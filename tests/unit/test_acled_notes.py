"""An ACLED export as an eval: rows are read as coded, and what a note cannot show is not scored."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from summariser.api import Summariser
from summariser.articles import Article
from summariser.errors import BadData
from summariser.evals.acled_notes import Coded, compare, main, read
from summariser.evals.first_choice import rules_alone
from summariser.schemas import Summary
from summariser.schemas.codebooks import ActorKind, SubEventType

ROW = {
    "event_id_cnty": "XXX1", "event_date": "2023-05-04", "time_precision": 1, "sub_event_type": "Attack",
    "actor1": "Unidentified Armed Group (Nigeria)", "assoc_actor_1": None, "inter1": 3,
    "actor2": "Civilians (Nigeria)", "assoc_actor_2": "Farmers (Nigeria)", "inter2": 7, "iso": 566,
    "admin2": "Maiduguri", "admin3": "", "location": "Maiduguri", "latitude": 11.8464, "longitude": 13.1603,
    "notes": "On 4 May 2023, gunmen killed three farmers in Maiduguri. [size=no report]", "fatalities": 3,
}  # fmt: skip


def summarise_by_rules(text: str) -> Summary:
    with Summariser(engine=rules_alone()) as made:
        return made.summarise(Article(text, published=date(2023, 5, 5)))


def written(folder: Path, *rows: dict[str, Any]) -> Path:
    path = folder / "export.jsonl"
    path.write_text("".join(json.dumps(r) + "\n" for r in rows), "utf-8")
    return path


def one(folder: Path, **changes: Any) -> Coded:
    return next(read(written(folder, ROW | changes)))


def test_a_row_is_read_as_it_was_coded(tmp_path: Path) -> None:
    row = one(tmp_path)
    assert row.note == "On 4 May 2023, gunmen killed three farmers in Maiduguri."
    assert (row.sub_type, row.dead, row.country) == (SubEventType.ATTACK, 3, "NGA")
    assert row.actors == ("Unidentified Armed Group (Nigeria)", "Civilians (Nigeria); Farmers (Nigeria)")
    assert row.kinds == (ActorKind.POLITICAL_MILITIA, ActorKind.CIVILIANS)


def test_csv_and_days_in_milliseconds_are_read_too(tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    path.write_text(",".join(ROW) + "\n" + ",".join(f'"{v or ""}"' for v in ROW.values()) + "\n", "utf-8")
    assert next(read(path)).note == one(tmp_path).note
    assert one(tmp_path, event_date=1683158400000).day == next(read(path)).day


def test_the_rules_find_what_the_note_says(tmp_path: Path) -> None:
    row = one(tmp_path)
    found = compare(row, summarise_by_rules(row.note))
    wrong = {k: c for k, c in found.items() if c.tally.hits < 1 and not k.startswith("kind")}
    assert wrong == {}
    assert {"date", "place", "country", "actor2", "fatalities"} <= set(found)


def test_what_the_note_cannot_show_is_not_scored(tmp_path: Path) -> None:
    elsewhere = one(tmp_path, location="Konduga", admin2="Konduga", time_precision=3)
    found = compare(elsewhere, summarise_by_rules(elsewhere.note))
    assert not {"place", "country", "date"} & set(found)
    shared = one(tmp_path, notes=ROW["notes"] + " 9 fatalities split between 3 events.")
    assert not {"fatalities", "no_fatalities"} & set(compare(shared, summarise_by_rules(shared.note)))


def test_what_is_missing_or_wrong_counts_against_it(tmp_path: Path) -> None:
    row = one(tmp_path)
    assert compare(row, summarise_by_rules("The market opened on 4 May."))["detected"].tally.hits == 0
    more = compare(row, summarise_by_rules(row.note + " On 6 May shelling hit Konduga."))["events"].tally
    assert (more.hits, more.predicted, more.expected) == (1, 2, 1)
    wrong = compare(one(tmp_path, fatalities=4), summarise_by_rules(row.note))
    assert wrong["fatalities"].tally.hits == 0


def test_no_export_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadData, match="row 1"):
        list(read(written(tmp_path, {"text": "no export"})))


def test_the_command_prints_both_halves(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [ROW | {"event_id_cnty": f"XXX{n}"} for n in range(6)]
    assert main([str(written(tmp_path, *rows))]) == 0
    assert "detected" in capsys.readouterr().out
    assert main([str(written(tmp_path, *rows)), "--errors", "kind1"]) == 0
    assert "half" not in capsys.readouterr().out
