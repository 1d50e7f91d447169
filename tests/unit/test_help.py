"""Help: who gives what, and whether it came; and what keeps it out."""

from __future__ import annotations

import pytest

from summariser.articles import Article
from summariser.drafts import DraftRisk
from summariser.help_words import help_in
from summariser.normalise.places import PlaceResolver
from summariser.reading import read
from summariser.schemas.codebooks import AccessKind, Cluster, ResponseStatus
from summariser.sections import NOWHERE
from summariser.strategies.facts import _candidates, _help

DELIVERED, ONGOING, PLANNED = ResponseStatus.DELIVERED, ResponseStatus.ONGOING, ResponseStatus.PLANNED


@pytest.mark.parametrize(
    ("text", "status", "clusters", "actor"),
    [
        ("UNHCR has delivered 2,000 tents to Dorra.", DELIVERED, [Cluster.SHELTER], "UNHCR"),
        ("5,500 meals were served daily by WFP.", DELIVERED, [Cluster.FOOD_SECURITY], "WFP"),
        ("Turkey sent 40 tonnes of flour and medicines.", DELIVERED,
         [Cluster.FOOD_SECURITY, Cluster.HEALTH], "Turkey"),
        ("The church has been feeding 300 displaced families.", ONGOING, [Cluster.FOOD_SECURITY], "church"),
        ("The Ministry of Health plans to vaccinate 8,000 children.", PLANNED, [Cluster.HEALTH],
         "Ministry of Health"),
        ("The Danish Refugee Council has suspended its work in Dorra.", ResponseStatus.SUSPENDED, [],
         "Danish Refugee Council"),
        ("La Cruz Roja repartió 500 carpas.", DELIVERED, [Cluster.SHELTER], "Cruz Roja"),
        ("A convoy of 18 trucks with food entered the town.", DELIVERED, [Cluster.FOOD_SECURITY], None),
        ("Shelling forced Medair to pull its nurses out.", ResponseStatus.SUSPENDED, [Cluster.HEALTH],
         "Medair"),
        ("Oxfam has paused its clinic.", ResponseStatus.SUSPENDED, [Cluster.HEALTH], "Oxfam"),
        ("HALO is clearing mines around six schools.", ONGOING, [Cluster.MINE_ACTION], "HALO"),
        ("Caritas has begun to truck water to the hills.", ONGOING, [Cluster.WASH], "Caritas"),
    ],
)  # fmt: skip
def test_who_gives_what(
    text: str, status: ResponseStatus, clusters: list[Cluster], actor: str | None
) -> None:
    (found,) = help_in(text, NOWHERE)
    assert found.status is status
    assert [c for c, _, _ in found.clusters] == clusters
    assert (text[slice(*found.actor)] if found.actor else None) == actor


@pytest.mark.parametrize(
    "text",
    [
        "The rebels received weapons and food from a neighbour.",
        "The gunmen gave chase and opened fire.",
        "The court reached a verdict.",
        "Food is running out in the town.",
    ],
)
def test_what_is_no_help(text: str) -> None:
    assert help_in(text, NOWHERE) == ()


def test_numbers_go_with_what_they_count(resolver: PlaceResolver) -> None:
    reading = read(
        Article(text="The army has brought 640 tents and 12,000 food rations to 900 families."), resolver
    )
    words = {n.id: n.text for n in reading.numbers}
    drafts = _help(reading, "S1", None, frozenset())
    assert {d.cluster: [words[n] for n in d.numbers] for d in drafts} == {
        Cluster.SHELTER: ["640", "900"],
        Cluster.FOOD_SECURITY: ["12,000"],
    }


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The highway is buried in two places.", AccessKind.ROADS_CUT),
        ("Customs have kept 26 containers of medicine in the port.", AccessKind.BUREAUCRATIC),
        ("A truck hired by an NGO was set on fire near Dorra.", AccessKind.ATTACKS_ON_AID),
        ("Soldiers barred three convoys with flour from the bridge.", AccessKind.DENIED),
        ("Heavy rains have grounded the helicopters.", AccessKind.WEATHER),
        ("Thousands of civilians are trapped between the front lines.", AccessKind.MOVEMENT_OF_PEOPLE),
    ],
)
def test_what_keeps_help_out(resolver: PlaceResolver, text: str, kind: AccessKind) -> None:
    reading = read(Article(text=text), resolver)
    assert kind in {c.value for c in reading.cues.of("S1", "access")}


@pytest.mark.parametrize(
    "text", ["Police turned away 20 fans.", "A worker was trapped in the rubble of a house."]
)
def test_what_keeps_no_help_out(resolver: PlaceResolver, text: str) -> None:
    reading = read(Article(text=text), resolver)
    assert not reading.cues.of("S1", "access")


def test_where_what_is_given_stops() -> None:
    text = "WFP suspended food distribution after its warehouse was looted."
    (found,) = help_in(text, NOWHERE)
    assert [c for c, _, _ in found.clusters] == [Cluster.FOOD_SECURITY]


def test_old_munitions_made_safe_are_mine_action() -> None:
    (found,) = help_in("Deminers removed 14 grenades from the yard.", NOWHERE)
    assert [c for c, _, _ in found.clusters] == [Cluster.MINE_ACTION]


def test_a_convoy_that_left_is_on_its_way() -> None:
    (found,) = help_in("Two trucks with tents have left the port for Dorra.", NOWHERE)
    assert found.status is ONGOING


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("Elderly people and albinos live in fear.", ["elderly", "minorities"]),
        ("Persons with disabilities were left behind.", ["disabled"]),
        ("The children of the village sang.", []),
    ],
)
def test_groups_at_risk(resolver: PlaceResolver, text: str, groups: list[str]) -> None:
    reading = read(Article(text=text), resolver)
    found = [c.draft for c in _candidates(reading, "S1", frozenset())]
    assert [str(d.group) for d in found if isinstance(d, DraftRisk)] == groups
