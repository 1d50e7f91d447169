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
