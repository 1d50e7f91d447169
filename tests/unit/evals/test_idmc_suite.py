"""The idmc suite: its file, and a summary in IDMC's terms. All records are made up."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from summariser.articles import Article
from summariser.errors import BadData, SuiteNotHere
from summariser.evals.suites import jsonl
from summariser.evals.suites.base import Case, Suite
from summariser.evals.suites.idmc import IDMC, SUMS, TERMS, UNITS, IdmcRecord, facts, quantity, traits
from summariser.schemas import DisplacementFigure, HumanitarianSummary, Place, Site
from summariser.schemas.codebooks import (
    DisplacementTerm,
    GeoPrecision,
    MovementStatus,
    Qualifier,
    SiteKind,
    Unit,
)
from tests.unit.sample import Cuts, empty_summary, sample_summary

TEXT = "Water took Ostrava Nova. People from Lesna went to the hall of Brodek. They were counted there."
CUTS = Cuts(TEXT)


def record(**changes: Any) -> dict[str, Any]:
    fact = {"quantity": 25, "term": "Evacuated", "unit": "People", "location": "Lesna", "country": "CZE"}
    return {"id": "one", "text": "Some 25 people had to leave Lesna.", "figures": [fact], **changes}


def write(path: Path, *records: Any) -> Path:
    file = path / "own.jsonl"
    file.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records), "utf-8")
    return file


def place(words: str, country: str | None = "CZE") -> Place:
    return Place(
        words=CUTS.span(words),
        country=country,
        country_from="gazetteer" if country else None,
        precision=GeoPrecision.PLACE,
        evidence=CUTS.proof(words),
    )


def figure(**changes: Any) -> DisplacementFigure:
    fields: dict[str, Any] = {
        "id": "F1",
        "value": 25,
        "words": CUTS.span("Water"),
        "unit": Unit.PEOPLE,
        "term": DisplacementTerm.EVACUATED,
        "status": MovementStatus.OCCURRED,
        "when": {"reason": "no time is given"},
        "evidence": CUTS.proof("Water"),
    }
    return DisplacementFigure(**{**fields, **changes})


def predicted(*figures: DisplacementFigure, **more: Any) -> list[dict[str, Any]]:
    found = empty_summary(humanitarian=HumanitarianSummary(displacement=figures, **more))
    case = Case("idmc", "one", Article(TEXT), ())
    prediction = IDMC.predict(case, found)
    assert prediction["id"] == "one"
    return list(prediction["figures"])


def test_it_is_a_suite() -> None:
    suite: Suite = IDMC
    assert (suite.name, suite.external, suite.scorer) == ("idmc", True, "idmc/1")
    assert len({metric.name for metric in suite.metrics}) == len(suite.metrics)


def test_terms_and_units_are_complete() -> None:
    assert set(TERMS) == set(DisplacementTerm)
    assert len(set(TERMS.values())) == len(TERMS)
    assert set(UNITS.values()) == {"People", "Households"}


def test_records_become_cases(tmp_path: Path) -> None:
    data = write(tmp_path, record(), record(id="two", later="a key that nobody knows yet"))
    cases = IDMC.cases(data)
    assert [case.id for case in cases] == ["one", "two"]
    assert cases[0].article.text == record()["text"]
    assert cases[0].article.published is None
    assert cases[0].gold[0].quantity == 25
    assert cases[0].traits == ("term:Evacuated", "unit:People")


BAD: list[tuple[str, Any, str]] = [
    (
        "a number as text",
        record(figures=[{**record()["figures"][0], "quantity": "25"}]),
        "figures.0.quantity",
    ),
    ("no number", record(figures=[{**record()["figures"][0], "quantity": True}]), "figures.0.quantity"),
    (
        "no term",
        record(figures=[{"quantity": 3, "unit": "People", "location": None, "country": None}]),
        "term",
    ),
    ("nothing labelled", record(figures=[]), "figures"),
    ("no text", record(text="   "), "line 2"),
    ("no id", record(id=""), "id"),
    ("no record", ["one"], "line 2"),
]


@pytest.mark.parametrize(("why", "bad", "says"), BAD, ids=[c[0] for c in BAD])
def test_a_bad_record_is_named_by_its_line(tmp_path: Path, why: str, bad: Any, says: str) -> None:
    with pytest.raises(BadData, match="line 2") as caught:
        IDMC.cases(write(tmp_path, record(), bad))
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


def test_an_error_does_not_repeat_the_text(tmp_path: Path) -> None:
    secret = record(figures=[{**record()["figures"][0], "quantity": "words of the file"}])
    with pytest.raises(BadData) as caught:
        IDMC.cases(write(tmp_path, secret))
    assert "words of the file" not in str(caught.value)


def test_the_same_id_twice(tmp_path: Path) -> None:
    with pytest.raises(BadData, match=r"line 3.*'one'.*line 1"):
        IDMC.cases(write(tmp_path, record(), record(id="two"), record()))


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "holds no record"),
        (b"\n \n", "holds no record"),
        (b'{"id": ', "line 1"),
        (b"\xff\xfe{}", "line 1"),
    ],
)
def test_files_that_hold_no_records(tmp_path: Path, data: bytes, says: str) -> None:
    file = tmp_path / "own.jsonl"
    file.write_bytes(data)
    with pytest.raises(BadData, match=says):
        IDMC.cases(file)


def test_lines_end_at_line_feeds_only(tmp_path: Path) -> None:
    odd = record(text="Some 25 people\u2028left\u0085Lesna.")  # str.splitlines() would cut it in three
    file = write(tmp_path, odd, record(id="two"))
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n\n"))
    assert [case.article.text for case in IDMC.cases(file)] == [odd["text"], record()["text"]]


def test_what_is_not_here_says_where_it_was_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(SuiteNotHere, match=r"nowhere\.jsonl"):
        IDMC.cases(tmp_path / "nowhere.jsonl")
    monkeypatch.setattr(jsonl, "_ROOT", tmp_path / "repository")
    with pytest.raises(SuiteNotHere, match=r"\.\./shared/data/idmc\.jsonl") as caught:
        IDMC.cases()
    assert str(tmp_path) not in str(caught.value), "the machine's own path goes into no log"
    with pytest.raises(BadData, match="cannot be read"):
        IDMC.cases(tmp_path)


def test_the_default_file_lies_beside_the_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "repository").mkdir()
    (tmp_path / "shared" / "data").mkdir(parents=True)
    write(tmp_path / "shared" / "data", record()).rename(tmp_path / "shared" / "data" / "idmc.jsonl")
    monkeypatch.setattr(jsonl, "_ROOT", tmp_path / "repository")
    assert [case.id for case in IDMC.cases()] == ["one"]


@pytest.mark.parametrize(
    ("text", "number", "trait"),
    [
        ("In all 1,234 left.", 1234, None),
        ("In all 1 234 left.", 1234, None),
        ("In all 61, 000 left.", 61000, None),
        ("In 2011 there were 300 and 45 more.", 345, "sum"),
        ("There were 300 and 45 more.", 346, "in-words"),
        ("Three hundred left.", 300, "in-words"),
        ("In all 2.5 lakh left.", 250000, "in-words"),
    ],
)
def test_how_the_quantity_stands_in_the_text(text: str, number: int, trait: str | None) -> None:
    fact = {**record()["figures"][0], "quantity": number}
    one = IdmcRecord.model_validate_json(json.dumps(record(text=text, figures=[fact])))
    assert set(traits(one)) - {"term:Evacuated", "unit:People"} == ({trait} if trait else set())


ADAPTED: list[tuple[str, DisplacementFigure, list[dict[str, Any]]]] = [
    ("a plain figure", figure(), [{"quantity": 25, "term": "Evacuated", "unit": "People"}]),
    (
        "homes are households",
        figure(term=DisplacementTerm.DESTROYED_HOUSING, unit=Unit.HOMES),
        [{"quantity": 25, "term": "Destroyed Housing", "unit": "Households"}],
    ),
    (
        "buildings too",
        figure(term=DisplacementTerm.PARTIALLY_DESTROYED_HOUSING, unit=Unit.BUILDINGS),
        [{"quantity": 25, "term": "Partially Destroyed Housing", "unit": "Households"}],
    ),
    ("villages are not", figure(term=DisplacementTerm.DESTROYED_HOUSING, unit=Unit.SETTLEMENTS), []),
    (
        "families stay families",
        figure(unit=Unit.HOUSEHOLDS, term=DisplacementTerm.HOMELESS),
        [{"quantity": 25, "term": "Homeless", "unit": "Households"}],
    ),
    (
        "a range is its low bound",
        figure(value=None, low=100, high=120, qualifier=Qualifier.BETWEEN),
        [{"quantity": 100, "term": "Evacuated", "unit": "People"}],
    ),
    (
        "a vague word too",
        figure(value=None, low=24, qualifier=Qualifier.DOZENS),
        [{"quantity": 24, "term": "Evacuated", "unit": "People"}],
    ),
    (
        "an upper bound alone",
        figure(value=None, high=90, qualifier=Qualifier.AT_MOST),
        [{"quantity": 90, "term": "Evacuated", "unit": "People"}],
    ),
    (
        "what is still to come is labelled as well",
        figure(status=MovementStatus.PLANNED),
        [{"quantity": 25, "term": "Evacuated", "unit": "People"}],
    ),
    ("what is denied is not", figure(status=MovementStatus.DENIED), []),
    ("nobody", figure(value=0), []),
]


@pytest.mark.parametrize(("why", "given", "expected"), ADAPTED, ids=[c[0] for c in ADAPTED])
def test_figures_in_idmc_terms(why: str, given: DisplacementFigure, expected: list[dict[str, Any]]) -> None:
    assert predicted(given) == [{**fact, "location": None, "country": None} for fact in expected], why


def test_where_people_came_from_stands_before_where_they_went() -> None:
    both = figure(origin=place("Lesna"), destination=place("Brodek"))
    assert predicted(both)[0]["location"] == "Lesna"
    assert predicted(figure(place=place("Brodek"), destination=place("Lesna")))[0]["location"] == "Brodek"
    inferred = predicted(figure(origin=place("Lesna", country=None), destination=place("Brodek")))[0]
    assert (inferred["location"], inferred["country"]) == ("Lesna", "CZE")


def test_planned_returns_and_sites() -> None:
    back = figure(id="F2", term=DisplacementTerm.RETURNED, status=MovementStatus.PLANNED)
    inside = figure(id="F3").model_dump(include={"id", "value", "words", "unit", "evidence"})
    room = {**inside, "id": "F4", "value": 10}
    sites = tuple(
        Site(
            name="Brodek",
            kind=kind,
            place=place("Brodek"),
            population=({**inside, "id": f"F1{n}"},),
            capacity=({**room, "id": f"F2{n}"},) if kind is SiteKind.CAMP else (),
            evidence=CUTS.proof("Brodek"),
        )
        for n, kind in enumerate((SiteKind.CAMP, SiteKind.SHELTER, SiteKind.INFORMAL_SETTLEMENT))
    )
    found = predicted(planned_returns=(back,), sites=sites)
    assert [fact["term"] for fact in found] == ["Returns", "In Relief Camp", "Sheltered", "Sheltered"]
    assert found[1] == {
        "quantity": 25, "term": "In Relief Camp", "unit": "People", "location": "Brodek", "country": "CZE"
    }  # fmt: skip


def test_a_figure_that_is_there_twice_is_predicted_twice() -> None:
    assert len(predicted(figure(), figure(id="F2"))) == 2


def test_a_whole_summary() -> None:
    """The hand-made summary of the example article: movement and site, but no capacity and no toll."""
    found = [(fact.quantity, fact.term, fact.unit) for fact in facts(sample_summary())]
    assert found == [
        (8500, "Forced to Flee", "People"),
        (1200, "Displaced", "Households"),
        (2000, "Returns", "People"),
        (15000, "In Relief Camp", "People"),
    ]


def test_events_alone_are_no_facts() -> None:
    assert list(facts(sample_summary(kind="events", humanitarian=None))) == []


def test_whole_numbers_are_whole() -> None:
    assert repr(quantity(figure(value=25.0))) == "25"
    assert quantity(figure(value=2.5)) == 2.5


def test_the_shared_labels_are_perfect_by_themselves() -> None:
    """And the traits are those that the data's description lists, by id."""
    try:
        cases = IDMC.cases()
    except SuiteNotHere as error:
        pytest.skip(str(error))
    for case in cases:
        prediction = {"id": case.id, "figures": [fact.model_dump() for fact in case.gold]}
        tallies = IDMC.score(case, prediction).tallies
        assert all(t.hits == t.predicted == t.expected for t in tallies.values()), case.id
    in_words = {case.id.removeprefix("IDMC-DEV-") for case in cases if "in-words" in case.traits}
    assert in_words == {"0006", "0031", "0063", "0064", "0129", "0131"}
    assert {case.id for case in cases if "sum" in case.traits} == SUMS | {"IDMC-DEV-0120"}


def test_a_prediction_is_scored(tmp_path: Path) -> None:
    case = IDMC.cases(write(tmp_path, record()))[0]
    prediction = {"id": "one", "figures": record()["figures"]}
    assert IDMC.score(case, json.loads(json.dumps(prediction))).tallies["fact"].hits == 1
