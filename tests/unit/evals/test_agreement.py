"""Agreement of two readings: kappas with known answers, symmetry, and the command."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from summariser.evals.agreement import main
from summariser.evals.records import EventRecord, FigureRecord, MovementRecord, NeedRecord, Records
from summariser.evals.scorers.agreement import Agreement, agree, kappa, required
from summariser.evals.tally import Tally
from summariser.schemas.codebooks import (
    Certainty,
    Cluster,
    DisplacementTerm,
    EventStatus,
    Measure,
    Qualifier,
    SubEventType,
)


def codes(*pairs: str) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """ "a|b c" is a reading with a or b, and one with c."""
    split = [pair.split(" ") for pair in pairs]
    return [(tuple(one.split("|")), tuple(other.split("|"))) for one, other in split]


KAPPAS = [
    (codes("a a", "b b"), 1.0, "no difference"),
    (codes("a b", "b a"), -1.0, "always the other"),
    (codes("a a", "a b", "b a", "b b"), 0.0, "no more than chance"),
    (codes(*["a a"] * 20, *["a b"] * 5, *["b a"] * 10, *["b b"] * 15), 0.4, "the textbook's"),
    (codes("a a", "a a"), None, "nothing to disagree about"),
    (codes("a b", "a b"), 0.0, "each gives one code, and never the same"),
]


@pytest.mark.parametrize(("pairs", "expected", "why"), KAPPAS)
def test_kappa(pairs: list[Any], expected: float | None, why: str) -> None:
    found = kappa(pairs).kappa
    assert found is None if expected is None else found == pytest.approx(expected), why


def test_alternatives_are_admitted_but_do_not_count_as_the_same() -> None:
    found = kappa(codes("a|b b|a", "b b", "a b|c", "a a"))
    assert (found.n, found.same, found.admitted, found.alternatives) == (4, 0.5, 0.75, 0.5)


def test_no_code_is_a_code() -> None:
    assert kappa([((), ()), (("a",), ("a",)), ((), ("a",))]).same == pytest.approx(2 / 3)


def reading(**more: Any) -> Records:
    figure = FigureRecord(value=12, measure=(Measure.KILLED,), spans=((5, 9),), **more.pop("figure", {}))
    event = EventRecord(
        **{"sub_type": (SubEventType.ATTACK,), "spans": ((0, 9),), "figures": (figure,), **more}
    )
    return Records(events=(event,))


def swapped(agreement: Agreement) -> dict[str, Any]:
    return {f.metric.name: Tally(f.tally.hits, f.tally.expected, f.tally.predicted) for f in agreement.fields}


def test_agreement_is_the_same_from_both_sides() -> None:
    moved = MovementRecord(
        term=(DisplacementTerm.DISPLACED,), value=400, claimed_by=("UNHCR",), spans=((20, 30),)
    )
    need = NeedRecord(cluster=(Cluster.WASH,), spans=((40, 50),))
    pairs = [
        (reading(), reading(status=(EventStatus.ONGOING,), figure={"certainty": (Certainty.CLAIMED,)})),
        (reading(figure={"qualifier": (Qualifier.ABOUT,)}), Records(displacement=(moved,))),
        (Records(displacement=(moved,), needs=(need,)), Records(needs=(need, need))),
        (reading(optional=True), reading()),
    ]
    there, back = agree(pairs), agree([(b, a) for a, b in pairs])
    assert {f.metric.name: f.value for f in there.fields} == {f.metric.name: f.value for f in back.fields}
    assert {f.metric.name: f.tally for f in there.fields} == swapped(back)
    assert there.kappas == back.kappas
    values = {f.metric.name: f.value for f in there.fields}
    # The first pair and the last agree, the second has one event of one reader; the scorer spares the last.
    events = next(f for f in there.fields if f.metric.name == "event_f1")
    assert events.value == pytest.approx(4 / 5)
    assert events.scored == pytest.approx(2 / 3)
    assert values["status"] == 0.5
    assert values["displacement_f1"] == 0
    assert (there.kappas["status"].n, there.kappas["status"].same) == (2, 0.5)
    assert there.kappas["optional"].n == 5  # the need, two events and their figures
    assert not {"event_recall", "event_precision", "sides_swapped"} & set(values)


def test_sparing_what_one_reader_calls_optional_is_no_agreement() -> None:
    """Two readers who share nothing but call it all optional do not agree."""
    other = reading(optional=True, spans=((50, 60),), sub_type=(SubEventType.ARRESTS,), figures=())
    (events,) = [f for f in agree([(reading(optional=True), other)]).fields if f.metric.name == "event_f1"]
    assert events.value == 0
    assert events.scored is None


def test_required_changes_nothing_else() -> None:
    nested = reading(optional=True, figure={"optional": True})
    assert required(nested) == reading()
    assert required(reading()) == reading()


def test_a_term_on_which_readers_differ_is_seen() -> None:
    one, other = (
        Records(displacement=(MovementRecord(term=(term,), value=400, spans=((0, 9),)),))
        for term in (DisplacementTerm.DISPLACED, DisplacementTerm.EVACUATED)
    )
    term = agree([(one, other)]).kappas["displacement_term"]
    assert (term.n, term.same, term.admitted) == (1, 0, 0)


ARTICLE = """Id: sake
Notice: Fictional. Written for this test.
Published: 2024-03-12
Source: A test
Language: en
Genre: wire
Tags: one-event
---
Gunmen attacked Sake on Sunday, killing 12 people, the mayor said.
"""


def write(newsroom: Path, reader: str, **changes: Any) -> None:
    figure = {"measure": "killed", "value": 12, "quote": "killing 12 people", **changes}
    event = {"sub_type": "Attack", "quote": "Gunmen attacked Sake", "figures": [figure]}
    file = newsroom / "readings" / reader / "sake.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps({"id": "sake", "reading": reader, "events": [event]}))


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "sake.txt").write_text(ARTICLE)
    return tmp_path


def test_the_command_prints_a_table_and_writes_the_file(
    newsroom: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(newsroom, "first")
    write(newsroom, "second", certainty="claimed")
    (newsroom / "readings" / "first" / "alone.json").write_text("{}")
    assert main(newsroom) == 0
    printed = capsys.readouterr().out
    assert "1 articles read twice" in printed
    assert "read once: alone" in printed
    found = json.loads((newsroom / "agreement.json").read_text())
    assert (found["scorer"], found["articles"], found["only_one_reading"]) == ("newsroom/1", 1, ["alone"])
    assert found["fields"]["figure_f1"]["value"] == 1
    assert found["fields"]["certainty"]["value"] == 0
    assert found["fields"]["event_f1"]["interval"] is None, "one article has none"
    assert found["kappa"]["certainty"] == {"n": 1, "kappa": 0, "same": 0, "admitted": 0, "alternatives": 0}


def test_the_command_says_what_is_wrong(newsroom: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(newsroom) == 2
    assert "No article has two readings" in capsys.readouterr().err
    write(newsroom, "first")
    write(newsroom, "second", quote="killing 13 people")
    assert main(newsroom) != 0
    assert "does not stand in the article" in capsys.readouterr().err
    assert not (newsroom / "agreement.json").exists()
