"""The rules by which reports of one event are grouped: case tables with near misses."""

from __future__ import annotations

from datetime import date

import pytest

from summariser.brief.comparing import compare
from summariser.brief.grouping import group
from summariser.schemas import Event
from summariser.schemas.codebooks import DatePrecision, EventStatus, Measure, SubEventType
from tests.unit.reports import (
    AIR,
    ATTACK,
    BOMB,
    CLASH,
    SHELLING,
    SUICIDE,
    Reports,
    event,
    killed,
    province,
)

MONTH, WEEK = DatePrecision.MONTH, DatePrecision.WEEK

ONE = [
    (event(), event(), "the same day, town and kind"),
    (event(dead=14), event(dead=17), "a toll that has risen"),
    (event(6, nights=1), event(7), "a night, and the day that it ended on"),
    (event(6, dead=14), event(7, dead=14), "a day apart, and the same toll: told as late and as early"),
    (event(kind=SHELLING, dead=9), event(kind=AIR, dead=9), "shells to one, bombs to another"),
    (event(kind=BOMB, a=["ISIS"]), event(kind=SUICIDE, a=["ISIS"]), "whether the bomber died is known later"),
    (event(kind=CLASH, a=["SPLA"]), event(kind=SHELLING, a=["SPLA"]), "an exchange of fire, and shelling"),
    (event(kind=ATTACK, dead=9), event(kind=BOMB, dead=9), "guns and a bomb, told by either"),
    (event(where="Kodok"), event(where="Kodok hospital"), "a place within the town, by its name"),
    (
        event(figures=[killed(15), killed(180, by="army")]),
        event(dead=16),
        "of two tolls that conflict the other report has one",
    ),
    (event(where="Kodok", a=["SPLA"]), event(where=province("Upper Nile"), a=["SPLA"]), "town and province"),
    (event(where="Kodok", dead=30), event(where=None, dead=30), "no place, and the same toll"),
    (event(where="Abu Hamra"), event(where="Abu Hamra"), "a village that no gazetteer holds"),
    (event(6, a=["RSF"]), event(1, nights=29, precision=MONTH, a=["RSF"]), "a look back at the month"),
    (event(a=["RSF"]), event(b=["RSF"]), "blame that is mutual"),
    (event(dead=30), event(status=EventStatus.DENIED, dead=30), "a party denies what another article tells"),
    (event(status=EventStatus.THREATENED), event(status=EventStatus.PLANNED), "a threat, told as a plan"),
    (
        event(kind=CLASH, a=["SPLA"], b=["Agwelek"]),
        event(kind=CLASH, a=["Agwelek"], b=["SPLA"]),
        "a clash told from either side",
    ),
]

TWO = [
    (event(6), event(8), "the same town another day"),
    (event(6), event(7), "the day after, with nothing in common but the town"),
    (event(6, a=["RSF"]), event(7, a=["RSF"]), "the day after, by the same attackers"),
    (event(6, dead=2), event(7, dead=2), "the day after, with as few dead by chance"),
    (event(where="Kodok"), event(where="Lul"), "the next town on the same day"),
    (
        event(where="Kodok", a=["RSF"], dead=9),
        event(where="Lul", a=["RSF"], dead=9),
        "the next town, all else the same",
    ),
    (event(kind=CLASH), event(kind=SHELLING), "a fight and a bombardment"),
    (event(kind=CLASH), event(kind=SubEventType.ARRESTS), "a fight, and the arrests after it"),
    (event(kind=ATTACK), event(kind=BOMB), "a shooting and a bomb on one day, with nothing in common"),
    (event(where="North Abu"), event(where="South Abu"), "two quarters of one town"),
    (
        event(kind=CLASH, a=["Tabu"], b=["Awlad"]),
        event(kind=CLASH, a=["Nusra"], b=["Hizb"]),
        "the same kind, other parties",
    ),
    (
        event(kind=CLASH, a=["Tabu"], b=["Awlad"]),
        event(kind=CLASH, a=["Tabu"], b=["Hizb"]),
        "one party the same, against another opponent",
    ),
    (event(dead=2), event(dead=60), "tolls that are far apart, and nothing in common"),
    (event(status=EventStatus.THREATENED), event(), "a threat, and what happened on the day"),
    (event(kind=SHELLING), event(kind=AIR), "shells and bombs on one day, with nothing in common"),
    (event(where="Kodok"), event(where=province("Upper Nile")), "town and province, with nothing in common"),
    (event(where="Kodok", a=["RSF"]), event(where="Abu Hamra", a=["RSF"]), "a village that may lie anywhere"),
    (event(None, None, dead=30), event(6, "Kodok", dead=30), "neither day nor place, only a number"),
    (event(kind=ATTACK, figures=[killed(3)]), event(kind=AIR, figures=[killed(3)]), "a raid and an air raid"),
]


@pytest.mark.parametrize(("one", "other", "why"), ONE, ids=[c[2] for c in ONE])
def test_one_event(one: Event, other: Event, why: str) -> None:
    reports = Reports()
    first, second = reports.of(one), reports.of(other)
    assert compare(first, second).is_one, why
    assert compare(second, first).is_one, why
    assert len(group([first, second]).groups) == 1


@pytest.mark.parametrize(("one", "other", "why"), TWO, ids=[c[2] for c in TWO])
def test_two_events(one: Event, other: Event, why: str) -> None:
    reports = Reports()
    first, second = reports.of(one), reports.of(other)
    assert not compare(first, second).is_one, why
    assert not compare(second, first).is_one, why
    assert len(group([first, second]).groups) == 2


def test_what_happened_after_an_article_was_printed_is_not_what_it_tells() -> None:
    reports = Reports()
    early = reports.of(event(None, a=["RSF"], dead=30), published=date(2024, 9, 3))
    assert not compare(early, reports.of(event(6, a=["RSF"], dead=30))).is_one


def test_each_reason_is_told() -> None:
    reports = Reports()
    match = compare(reports.of(event(a=["RSF"], dead=14)), reports.of(event(a=["RSF"], dead=14)))
    assert [g.reason for g in match.grounds] == [
        "both said to have taken place",
        "both on 6 September 2024",
        "both in Kodok",
        "both Shelling/artillery/missile attack",
        "both name RSF",
        "both have 14 killed",
    ]


class TestGroups:
    def test_two_events_of_one_article_stay_two(self) -> None:
        reports = Reports()
        found = group([reports.of(event(), "a"), reports.of(event(), "a")])
        assert len(found.groups) == 2

    def test_a_report_that_fits_two_events_of_an_article_takes_the_one_with_its_number(self) -> None:
        reports = Reports()
        morning = reports.of(event(kind=BOMB, dead=5), "a")
        evening = reports.of(event(kind=BOMB, dead=11), "a")
        other = reports.of(event(kind=BOMB, dead=11), "b")
        assert {frozenset(m.id for m in g) for g in group([morning, evening, other]).groups} == {
            frozenset({morning.id}),
            frozenset({evening.id, other.id}),
        }

    def test_one_that_fits_both_equally_takes_neither_and_says_so(self) -> None:
        reports = Reports()
        given = [
            reports.of(event(kind=BOMB), "a"),
            reports.of(event(kind=BOMB), "a"),
            reports.of(event(kind=BOMB), "b"),
        ]
        found = group(given)
        assert len(found.groups) == 3
        assert {k.reason for k in found.kept} == {"it fits two events of one article equally well"}

    def test_a_chain_does_not_join_what_is_apart(self) -> None:
        """6 and 7 September share a number, 7 and 8 as well; 6 and 8 are two days apart."""
        reports = Reports()
        found = group([reports.of(event(day, dead=14)) for day in (6, 7, 8)])
        assert sorted(map(len, found.groups)) == [1, 2]

    def test_a_look_back_joins_the_only_event_it_can_mean(self) -> None:
        reports = Reports()
        back = event(1, nights=29, precision=MONTH)
        found = group([reports.of(event(6)), reports.of(event(6)), reports.of(back)])
        assert len(found.groups) == 1
        grounds = [g.reason for match in found.links.values() for g in match.grounds]
        assert "the only event of this kind there that these articles tell of" in grounds

    def test_a_report_without_a_day_joins_what_happened_in_the_weeks_before_it_was_printed(self) -> None:
        reports = Reports()
        found = group([reports.of(event(6)), reports.of(event(None), published=date(2024, 9, 20))])
        assert len(found.groups) == 1

    @pytest.mark.parametrize("published", [date(2025, 9, 20), None])
    def test_one_that_may_be_of_any_year_does_not(self, published: date | None) -> None:
        reports = Reports()
        found = group([reports.of(event(6)), reports.of(event(None), published=published)])
        assert len(found.groups) == 2

    def test_in_that_year_is_too_vague_to_mean_the_only_event(self) -> None:
        reports = Reports()
        year = event(-240, nights=365, precision=DatePrecision.YEAR)
        assert len(group([reports.of(event(6)), reports.of(year)]).groups) == 2

    def test_a_look_back_that_may_mean_two_joins_neither(self) -> None:
        reports = Reports()
        back = event(1, nights=29, precision=MONTH)
        found = group([reports.of(event(6)), reports.of(event(12)), reports.of(back)])
        assert len(found.groups) == 3

    def test_a_near_miss_names_the_rule_that_parts(self) -> None:
        reports = Reports()
        (kept,) = group([reports.of(event(6)), reports.of(event(9))]).kept
        assert not kept.maybe
        assert kept.reason == "6 September 2024 and 9 September 2024 are 3 days apart"

    def test_what_is_merely_unsure_may_be_one(self) -> None:
        reports = Reports()
        (kept,) = group([reports.of(event(6)), reports.of(event(7))]).kept
        assert kept.maybe

    def test_ones_and_twos_need_a_second_number(self) -> None:
        reports = Reports()
        few = [killed(2), killed(1, measure=Measure.INJURED)]
        found = group([reports.of(event(6, figures=few)), reports.of(event(7, figures=few))])
        assert len(found.groups) == 1
