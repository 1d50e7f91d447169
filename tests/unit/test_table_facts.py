"""Facts out of the cells of tables and lists, without a question to the model, and what is refused."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

import pytest

from summariser.engines.scripted import ScriptedEngine
from summariser.evals.cells.__main__ import main
from summariser.evals.first_choice import first_choice
from summariser.exports.records import number
from summariser.normalise.places import PlaceResolver
from summariser.schemas import HumanitarianSummary, Summary
from tests.conftest import Summarise

OPENING = "Floods in Yemen drove people from their homes in the first half of March.\n\n"


@pytest.fixture
def summarise(by_rules: Summarise) -> Summarise:
    """A summary by rules alone, of which every value stands in its text."""
    return partial(by_rules, published=date(2024, 3, 20))


def facts_of(summary: Summary) -> HumanitarianSummary:
    assert summary.humanitarian is not None
    return summary.humanitarian


def moved(summary: Summary) -> list[tuple[Any, ...]]:
    return [
        (f.value, str(f.term), str(f.unit), f.place.words.text if f.place else None)
        for f in facts_of(summary).displacement
    ]


TABLE = (
    "Table 1: New displacement by district, 1-15 March 2024\n\n"
    "District | IDPs | Families\nDorra | 1,240 | 207\nKarsa | 655 | -\nTotal | 1,895 | 207"
)


def test_each_cell_is_a_figure_with_the_place_of_its_row_and_the_time_of_the_caption(
    summarise: Summarise,
) -> None:
    summary = summarise(OPENING + TABLE)
    assert moved(summary) == [
        (1240, "displaced", "people", "Dorra"),
        (207, "displaced", "households", "Dorra"),
        (655, "displaced", "people", "Karsa"),
        (1895, "displaced", "people", "Yemen"),
        (207, "displaced", "households", "Yemen"),
    ]
    figures = facts_of(summary).displacement
    assert {(f.when.start, f.when.end) for f in figures} == {(date(2024, 3, 1), date(2024, 3, 15))}


def test_its_evidence_is_the_cell_with_its_heads_and_the_caption(summarise: Summarise) -> None:
    figure = facts_of(summarise(OPENING + TABLE)).displacement[0]
    proof = figure.evidence[0]
    assert proof.cell is not None
    assert proof.text == "Dorra | 1,240 | 207"
    assert proof.cell.words.text == "1,240"
    assert proof.cell.heads == ("Dorra", "IDPs")
    assert proof.cell.caption is not None
    assert proof.cell.caption.text.startswith("Table 1")


def test_totals_are_marked_and_no_sum_takes_them_in(summarise: Summarise) -> None:
    figures = facts_of(summarise(OPENING + TABLE)).displacement
    totals = [f for f in figures if f.evidence[0].cell and f.evidence[0].cell.total]
    assert [f.value for f in totals] == [1895, 207]
    people = [f for f in figures if f.unit.value == "people"]
    assert sum(int(str(number(f)["number"] or 0)) for f in people) == 1895


def test_the_model_is_asked_nothing_of_a_table(summarise: Summarise) -> None:
    engine = ScriptedEngine(first_choice)
    summarise(OPENING + TABLE, engine)
    assert not [r for r in engine.requests if "1,240" in r.messages[-1].content]


def test_a_head_in_thousands_is_told_as_derived(summarise: Summarise) -> None:
    text = OPENING + "District | IDPs (in thousands)\nDorra | 28.8\nKarsa | 3"
    figures = facts_of(summarise(text)).displacement
    assert [f.value for f in figures] == [28_800, 3_000]
    assert all(f.derived is not None and "1,000" in f.derived.rule for f in figures)


def test_camps_with_people_and_room(summarise: Summarise) -> None:
    text = (
        "Sites of displaced people in Umm Dalla\n\nSite          People    Households    Capacity\n"
        "Dinga Camp     3,410           682       1,700\nNour School      870           174           -\n"
        "Total          4,280           856       1,700"
    )
    sites = facts_of(summarise(text)).sites
    assert [(s.name, [f.value for f in s.population], [f.value for f in s.capacity]) for s in sites] == [
        ("Dinga Camp", [3410, 682], [1700]),
        ("Nour School", [870, 174], []),
    ]


INCIDENTS = (
    "Incidents against civilians in Somalia, 27 May to 2 June 2023\n\n"
    "Date\tPlace\tIncident\tKilled\tInjured\n27 May 2023\tBur Dhaley\tShelling\t4\t11\n"
    "31 May 2023\tHudur Yare\tArmed attack on villagers\t6\t-\n1 June 2023\tBur Dhaley\tRoad accident\t3\t8\n"
    "Total\t\t\t13\t19"
)


def test_a_row_with_day_place_and_kind_is_an_event(summarise: Summarise) -> None:
    summary = summarise(INCIDENTS)
    assert summary.events is not None
    told = [
        (
            e.sub_type.value,
            str(e.when.start),
            e.place.words.text if e.place else None,
            [f.value for f in (*e.fatalities, *e.injuries)],
        )
        for e in summary.events.events
    ]
    assert told == [
        ("Shelling/artillery/missile attack", "2023-05-27", "Bur Dhaley", [4, 11]),
        ("Attack", "2023-05-31", "Hudur Yare", [6]),
    ]


def test_a_row_that_lists_an_event_of_the_text_joins_it(summarise: Summarise) -> None:
    text = (
        "Shells hit the town of Bur Dhaley on 27 May 2023, killing 4 people.\n\n"
        f"{INCIDENTS.replace('Bur Dhaley	Road', 'Garas Weyn	Road')}"
    )
    summary = summarise(text)
    assert summary.events is not None
    shelled = [e for e in summary.events.events if e.sub_type.value.startswith("Shelling")]
    assert len(shelled) == 1
    assert [f.value for f in shelled[0].fatalities] == [4]
    assert [f.value for f in shelled[0].injuries] == [11]


def test_a_row_without_a_kind_of_the_codebooks_is_refused_with_the_reason(summarise: Summarise) -> None:
    refused = {i.words: i.reason for i in summarise(INCIDENTS).issues if i.step == "tables"}
    assert "no kind of event" in refused["3"]
    assert "sums up others" in refused["13"]


TOLLS = "Oblast | Killed | Injured\nVerkhnivka | 12 | 41\nStara Balka | 3 | 8"


def test_tolls_by_place_are_harm_where_civilians_are_counted(summarise: Summarise) -> None:
    text = f"Fighting went on in Ukraine.\n\nCivilian casualties by oblast, March 2024\n\n{TOLLS}"
    harm = facts_of(summarise(text)).civilian_harm
    assert [(h.measure.value, h.value, str(h.group), h.place and h.place.words.text) for h in harm] == [
        ("killed", 12, "civilians", "Verkhnivka"),
        ("injured", 41, "civilians", "Verkhnivka"),
        ("killed", 3, "civilians", "Stara Balka"),
        ("injured", 8, "civilians", "Stara Balka"),
    ]


def test_tolls_by_place_of_a_war_without_more_are_refused(summarise: Summarise) -> None:
    summary = summarise(f"Fighting went on in Ukraine.\n\nLosses by oblast, March 2024\n\n{TOLLS}")
    assert facts_of(summary).civilian_harm == ()
    assert summary.events is not None
    assert not any(e.fatalities for e in summary.events.events)
    assert sum("A toll by place" in i.reason for i in summary.issues) == 4


def test_tolls_by_place_of_a_disaster_are_harm(summarise: Summarise) -> None:
    text = (
        "Floods swept through the valley.\n\nLosses by district\n\n"
        "District | Deaths | Missing\nKohran | 21 | 6\nShandai | 9 | 0"
    )
    assert [(h.measure.value, h.value) for h in facts_of(summarise(text)).civilian_harm] == [
        ("killed", 21),
        ("missing", 6),
        ("killed", 9),
    ]


def test_help_with_who_gave_it(summarise: Summarise) -> None:
    text = (
        "Relief for people displaced in Gubala, 1-7 March 2024\n\n"
        "LGA | Partner | Item | Households reached\nGubala | Action Relief | food rations | 1,300\n"
        "Marwari | Green Crescent | hygiene kits | 450"
    )
    acts = facts_of(summarise(text)).response
    assert [(a.actor, str(a.cluster), [f.value for f in a.reached]) for a in acts] == [
        ("Action Relief", "FSC", [1300]),
        ("Green Crescent", "WSH", [450]),
    ]


@pytest.mark.parametrize(
    "head",
    [
        "Displaced (%)",
        "Population (2021)",
        "Funding (USD)",
        "IDPs targeted",
        "Registered voters",
        "Wells repaired",
    ],
)
def test_what_is_no_displaced_person(summarise: Summarise, head: str) -> None:
    text = f"{OPENING}Displacement by zone\n\nZone | {head}\nHarra | 4,120\nGedo | 1,985"
    summary = summarise(text)
    assert moved(summary) == []
    assert any(i.step == "tables" and i.words == head for i in summary.issues)


def test_a_table_whose_heads_are_lost_says_nothing(summarise: Summarise) -> None:
    text = (
        f"{OPENING}Prefecture IDPs (individuals) IDPs (families)\nReturned in March\n"
        "Ouaka\t98,400\t19,680\t2,100\nKotto\t71,250\t14,250\t1,900"
    )
    assert not [f for f in moved(summarise(text)) if f[1] == "returned"]


def test_months_that_head_rows_are_times(summarise: Summarise) -> None:
    text = (
        f"{OPENING}Displacement in Yemen by month\n\n"
        "Month | Newly displaced | Returned\nJanuary 2024 | 21,300 | 9,800\nFebruary 2024 | 27,900 | 12,400"
    )
    figures = facts_of(summarise(text)).displacement
    assert [(f.value, str(f.when.start), f.place and f.place.words.text) for f in figures][:2] == [
        (21_300, "2024-01-01", "Yemen"),
        (9_800, "2024-01-01", "Yemen"),
    ]


def test_whence_and_whither(summarise: Summarise) -> None:
    text = (
        f"{OPENING}Population movements\n\nFrom | To | Individuals | Families\n"
        "Dorra | Karsa | 2,300 | 460\nDorra | Tamil | 1,100 | 220"
    )
    figures = facts_of(summarise(text)).displacement
    assert [
        (f.value, f.origin and f.origin.words.text, f.destination and f.destination.words.text)
        for f in figures
    ] == [
        (2300, "Dorra", "Karsa"),
        (460, "Dorra", "Karsa"),
        (1100, "Dorra", "Tamil"),
        (220, "Dorra", "Tamil"),
    ]


def test_money_received_is_no_help_delivered(summarise: Summarise) -> None:
    text = (
        f"{OPENING}Funding by cluster, in millions of dollars\n\nCluster | Required | People reached\n"
        "Shelter | 38.0 | 12.9\nHealth | 71.0 | 36.2"
    )
    assert not [a for a in facts_of(summarise(text)).response if a.reached]


def test_a_list_under_a_line_that_says_what_is_counted(summarise: Summarise) -> None:
    text = (
        f"{OPENING}Families displaced by district:\n- Dorra: 148 families\n- Karsa: 63\n"
        "- Wadi Tamil – 27 families\n"
    )
    assert moved(summarise(text)) == [
        (148, "displaced", "households", "Dorra"),
        (63, "displaced", "households", "Karsa"),
        (27, "displaced", "households", "Wadi Tamil"),
    ]


def test_a_part_of_an_item_has_its_place(summarise: Summarise) -> None:
    text = (
        f"{OPENING}Arrivals by ward:\n• Dorra – 2,140 people displaced\n• Karsa – 860 people displaced\n"
        "  • of which children: 410\n• Tamil – 312 households displaced\n"
    )
    found = {f.value: f for f in facts_of(summarise(text)).displacement}
    assert found[410].place is not None
    assert found[410].place.words.text == "Karsa"
    assert str(found[410].group) == "children"


@pytest.mark.parametrize(
    "text",
    [
        "HOST: Two of them fled.\nGUEST: Seven of us stayed.\n",
        "- Shelter: 300 tents\n- Food: 410 rations\n",
    ],
)
def test_what_is_no_list_of_places(summarise: Summarise, text: str) -> None:
    found = facts_of(summarise(OPENING + text)).displacement
    assert not [f for f in found if f.place and f.place.words.text in {"HOST", "GUEST", "Shelter", "Food"}]


def test_a_large_model_is_left_what_it_read_and_the_rest_is_added(
    resolver: PlaceResolver, summarise: Summarise
) -> None:
    engine = ScriptedEngine(first_choice, strategy="single", context_tokens=32_000)
    assert moved(summarise(OPENING + TABLE, engine))[0] == (1240, "displaced", "people", "Dorra")


def test_the_made_tables_are_scored(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    lines = {line[:26].strip(): line[26:].split() for line in capsys.readouterr().out.splitlines()}
    assert float(lines["work: cells"][0]) >= 0.98
    recall, precision = map(float, lines["hold: cells"][:2])
    assert recall >= 0.94
    assert precision >= 0.98
    assert lines["values that do not stand i"] == ["n", "their", "text:", "0"]
