"""Which events are MUC-4 incidents. All events are made up."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from summariser.evals.scorers.muc4_form import INCIDENT_TYPES
from summariser.evals.suites.muc4_mapping import (
    BY_WORDS,
    STATUSES,
    TYPES,
    hits_only_the_armed,
    incident_type,
    is_stale,
)
from summariser.schemas import Event
from summariser.schemas.codebooks import ActorKind, EventStatus, Measure, PopulationGroup, SubEventType
from tests.unit.evals.muc4_samples import count, damage, event, on, target

DOC = Path(__file__).parents[3] / "docs" / "muc4-mapping.md"
DAY = date(1988, 3, 10)

EXPECTED: dict[SubEventType, str | None] = {
    SubEventType.ARMED_CLASH: None,
    SubEventType.GOVERNMENT_REGAINS_TERRITORY: None,
    SubEventType.NON_STATE_OVERTAKES_TERRITORY: None,
    SubEventType.CHEMICAL_WEAPON: "ATTACK",
    SubEventType.AIR_STRIKE: "BOMBING",
    SubEventType.SUICIDE_BOMB: "BOMBING",
    SubEventType.SHELLING: "ATTACK",
    SubEventType.REMOTE_EXPLOSIVE: "BOMBING",
    SubEventType.GRENADE: "BOMBING",
    SubEventType.PEACEFUL_PROTEST: None,
    SubEventType.PROTEST_WITH_INTERVENTION: None,
    SubEventType.EXCESSIVE_FORCE: "ATTACK",
    SubEventType.VIOLENT_DEMONSTRATION: None,
    SubEventType.MOB_VIOLENCE: "ATTACK",
    SubEventType.SEXUAL_VIOLENCE: "ATTACK",
    SubEventType.ATTACK: "ATTACK",
    SubEventType.ABDUCTION: "KIDNAPPING",
    SubEventType.AGREEMENT: None,
    SubEventType.ARRESTS: None,
    SubEventType.CHANGE_TO_GROUP: None,
    SubEventType.DISRUPTED_WEAPONS_USE: None,
    SubEventType.BASE_ESTABLISHED: None,
    SubEventType.LOOTING: "ATTACK",
    SubEventType.NON_VIOLENT_TRANSFER: None,
    SubEventType.OTHER: None,
}


def test_all_25_sub_types_are_mapped() -> None:
    assert len(EXPECTED) == 25
    assert set(TYPES) == set(SubEventType)
    given = set(TYPES.values()) | {kind for rules in BY_WORDS.values() for _, kind in rules}
    assert given == {*INCIDENT_TYPES, None} - {"FORCED WORK STOPPAGE"}


@pytest.mark.parametrize(("sub_type", "expected"), EXPECTED.items())
def test_each_sub_type(sub_type: SubEventType, expected: str | None) -> None:
    assert incident_type(event(sub_type), DAY) == expected


def test_the_document_shows_the_same_table() -> None:
    rows = re.findall(r"^\| ([^|]+) \| ([^|]+) \| [^|]+ \|$", DOC.read_text("utf-8"), re.MULTILINE)
    shown = {name.strip(): kind.strip() for name, kind in rows if name.strip() in set(SubEventType)}
    assert shown == {sub.value: kind or "no incident" for sub, kind in TYPES.items()}


@pytest.mark.parametrize("status", EventStatus)
def test_plans_and_denials_are_no_incidents(status: EventStatus) -> None:
    is_incident = status not in {EventStatus.PLANNED, EventStatus.DENIED}
    assert (status in STATUSES) is is_incident
    assert (incident_type(event(status=status), DAY) is not None) is is_incident


@pytest.mark.parametrize(
    ("sub_type", "says", "expected", "why"),
    [
        (SubEventType.LOOTING, "They set fire to the town hall.", "ARSON", "fire"),
        (SubEventType.LOOTING, "The mill was burned down.", "ARSON", "burned"),
        (SubEventType.LOOTING, "They robbed the bank and set it ablaze.", "ARSON", "fire before theft"),
        (SubEventType.LOOTING, "They stole the payroll.", "ROBBERY", "theft"),
        (SubEventType.LOOTING, "Shops were looted.", "ROBBERY", "looting"),
        (
            SubEventType.LOOTING,
            "They opened fire on the pylon and felled it.",
            "ATTACK",
            "gunfire burns nothing",
        ),
        (SubEventType.LOOTING, "They destroyed a robot.", "ATTACK", "no robbery in a robot"),
        (SubEventType.DISRUPTED_WEAPONS_USE, "The bomb was defused in time.", "BOMBING", "it was laid"),
        (SubEventType.DISRUPTED_WEAPONS_USE, "The mine failed to explode.", "BOMBING", "likewise"),
        (SubEventType.DISRUPTED_WEAPONS_USE, "Police seized rifles in a cellar.", None, "only a find"),
        (
            SubEventType.ATTACK,
            "They shot the mayor and burned his car.",
            "ATTACK",
            "only where the table asks",
        ),
        (SubEventType.ARRESTS, "Two men were held for the robbery.", None, "likewise"),
    ],
)
def test_words_tell_apart_what_is_one_sub_type(
    sub_type: SubEventType, says: str, expected: str | None, why: str
) -> None:
    assert incident_type(event(sub_type, says=says), DAY) == expected, why


@pytest.mark.parametrize(
    ("end", "stale"),
    [("1988-03-09", False), ("1988-01-08", False), ("1988-01-07", True), ("1980-03-10", True), (None, False)],
)
def test_what_lies_two_months_back_is_background(end: str | None, stale: bool) -> None:
    old = event(when=on(end))
    assert is_stale(old, DAY) is stale
    assert (incident_type(old, DAY) is None) is stale
    assert incident_type(old, None) == "BOMBING", "without a day of publication nothing is old"


SOLDIERS = target("soldiers", ActorKind.STATE_FORCES)
CLERKS = target("Clerks", ActorKind.CIVILIANS)


@pytest.mark.parametrize(
    ("given", "only_armed", "why"),
    [
        (event(), False, "nothing is known of the target"),
        (event(actors=(SOLDIERS,)), True, "an ambush of soldiers"),
        (event(actors=(CLERKS,)), False, "unarmed"),
        (event(actors=(SOLDIERS, CLERKS)), False, "both"),
        (event(actors=(target("mayor", ActorKind.UNKNOWN),)), False, "a person of no known kind"),
        (
            event(actors=(target("militants", ActorKind.UNKNOWN),)),
            True,
            "of no known kind, but of a known word",
        ),
        (event(actors=(target("militants", ActorKind.CIVILIANS),)), False, "of a known kind"),
        (event(figures=[count(2, PopulationGroup.POLICE)]), True, "dead police"),
        (event(figures=[count(2, PopulationGroup.POLICE), count(5)]), False, "dead police and people"),
        (event(actors=(SOLDIERS,), figures=[count(1, measure=Measure.INJURED)]), False, "somebody was hurt"),
        (event(actors=(SOLDIERS,), figures=[count(9, measure=Measure.PARTICIPANTS)]), True, "no victims"),
        (event(actors=(SOLDIERS,), damage=(damage("customs house"),)), False, "a public building"),
        (event(actors=(SOLDIERS,), damage=(damage("army"),)), True, "what is theirs"),
        (event(damage=(damage("customs house"),)), False, "a building alone"),
    ],
)
def test_who_only_hits_the_armed(given: Event, only_armed: bool, why: str) -> None:
    assert hits_only_the_armed(given) is only_armed, why
    assert (incident_type(given, DAY) is None) is only_armed
