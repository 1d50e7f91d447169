"""What people lack, told by goods and lack, by a lost service, by a plain statement, or by a heading."""

from __future__ import annotations

import pytest

from summariser.lexicon.headings import NEEDS
from summariser.need_words import needs_in
from summariser.schemas.codebooks import Cluster, Severity
from summariser.sections import NOWHERE, Section


@pytest.mark.parametrize(
    ("text", "needs"),
    [
        ("More than 5,000 families urgently need food.", {Cluster.FOOD_SECURITY: Severity.SEVERE}),
        ("Tents are short in Dorra.", {Cluster.SHELTER: Severity.MODERATE}),
        ("There is no clean water and the only clinic has closed.", {
            Cluster.WASH: Severity.UNSTATED, Cluster.HEALTH: Severity.UNSTATED,
        }),
        ("Twelve schools are closed.", {Cluster.EDUCATION: Severity.UNSTATED}),
        ("Wells have been contaminated by the flood.", {Cluster.WASH: Severity.UNSTATED}),
        ("There are 40 suspected measles cases.", {Cluster.HEALTH: Severity.UNSTATED}),
        ("Blood is critically short.", {Cluster.HEALTH: Severity.CRITICAL}),
        ("Families sleep in the open.", {Cluster.SHELTER: Severity.UNSTATED}),
        ("One latrine for 190 people.", {Cluster.WASH: Severity.UNSTATED}),
        ("El albergue carece de baños suficientes.", {Cluster.WASH: Severity.MODERATE}),
        ("Il n'y a ni nattes ni eau.", {Cluster.WASH: Severity.UNSTATED, Cluster.SHELTER: Severity.UNSTATED}),
    ],
)  # fmt: skip
def test_what_is_lacking(text: str, needs: dict[Cluster, Severity]) -> None:
    assert {n.cluster: n.severity for n in needs_in(text, NOWHERE)} == needs


@pytest.mark.parametrize(
    "text",
    [
        "The minister opened a new school and thanked the food company.",
        "There is no shortage of food in Dorra.",
        "An air strike hit a school.",
        "The river rose and water levels are high.",
        "Supply of flour is sufficient until June.",
        "A doctor for the team said he would play.",
    ],
)
def test_what_is_no_need(text: str) -> None:
    assert needs_in(text, NOWHERE) == ()


def test_under_a_heading_of_needs_the_name_is_enough() -> None:
    under = Section(topics=frozenset({NEEDS}))
    assert {n.cluster for n in needs_in("Tents, blankets and drinking water", under)} == {
        Cluster.SHELTER,
        Cluster.WASH,
    }
    row = Section(topics=frozenset({NEEDS}), cluster=Cluster.SHELTER, row=True)
    assert [n.cluster for n in needs_in("Some 600 houses lie in ruins.", row)] == [Cluster.SHELTER]


@pytest.mark.parametrize(
    ("text", "clusters"),
    [
        ("Lessons are held in a barn since the flood.", {Cluster.EDUCATION}),
        ("Mothers stand in line for five hours at the pump.", {Cluster.WASH}),
        ("One midwife serves nine villages.", {Cluster.HEALTH}),
        ("The nearest clinic is two days away by canoe.", {Cluster.HEALTH}),
        ("Families live under plastic since the quake.", {Cluster.SHELTER}),
        ("A bowl of millet now costs three times what it did.", {Cluster.FOOD_SECURITY}),
        ("Half of the old can no longer feed themselves.", {Cluster.FOOD_SECURITY}),
        ("Nobody collects the rubbish in the camp.", {Cluster.CAMP_COORDINATION}),
        ("Fishermen have lost their nets.", {Cluster.EARLY_RECOVERY}),
        ("Tenants have been told to be gone by Friday.", {Cluster.HOUSING_LAND_PROPERTY}),
    ],
)
def test_signs_of_a_need(text: str, clusters: set[Cluster]) -> None:
    assert {n.cluster for n in needs_in(text, NOWHERE)} == clusters


def test_a_sign_is_told_from_a_lack() -> None:
    """Who stands beside a sign is not counted as in need."""
    assert [n.sign for n in needs_in("Some 300 families stand in line at the only pump.", NOWHERE)] == [True]
    assert [n.sign for n in needs_in("Some 300 families lack water.", NOWHERE)] == [False]


@pytest.mark.parametrize(
    "text",
    [
        "The displaced joint needs two screws, the club doctor said.",
        "No ferry has sailed since Monday.",
        "The school lost 30 pupils to the gunmen.",
        "She called for an emergency shelter policy.",
        "The pump was repaired and mothers no longer stand in line.",
    ],
)
def test_what_only_sounds_like_a_lack(text: str) -> None:
    assert needs_in(text, NOWHERE) == ()
