"""Roles by forms that lists of verbs miss: who stages a march, who shells near a place. Made-up sentences."""

from __future__ import annotations

import pytest

from summariser.articles import Article
from summariser.normalise.places import PlaceResolver
from summariser.parties import parties_of
from summariser.reading import read
from summariser.roles import roles_of_sentences
from summariser.schemas.codebooks import SubEventType as S


@pytest.fixture(scope="module")
def resolver() -> PlaceResolver:
    return PlaceResolver()


def doers(text: str, resolver: PlaceResolver, act: str = "protest") -> list[str]:
    reading = read(Article(text), resolver)
    roles = roles_of_sentences(reading, [s.id for s in reading.sentences])
    return list(dict.fromkeys(p.whole for p in roles.doers if p.act == act))


def sides(text: str, resolver: PlaceResolver, sub_type: S) -> tuple[tuple[str, ...], tuple[str, ...]]:
    reading = read(Article(text), resolver)
    found = parties_of(reading, [s.id for s in reading.sentences], sub_type)
    return found.side_a, found.side_b


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Nurses from the hill clinics staged a protest in Karsa.", ["Nurses"]),
        ("Cadres of the Harbour Party held a noisy rally in Karsa.", ["Cadres of the Harbour Party"]),
        ("The Harbour Party organised a motor rally in Karsa.", ["Harbour Party"]),
        ("Weavers went on strike in Karsa.", ["Weavers"]),
        ("Hundreds of motorbikers marched to Karsa against the toll.", ["motorbikers"]),
        ("Unemployed stonecutters gathered in Karsa to ask for work.", ["Unemployed stonecutters"]),
        # near misses
        ("No group staged a protest in Karsa.", []),
        ("A rally was staged in Karsa.", []),
        ("Prices rallied in Karsa.", []),
    ],
)
def test_who_marches(text: str, who: list[str], resolver: PlaceResolver) -> None:
    assert doers(text, resolver) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Army units shelled near the river, killing two farmers.", ["Army units"]),
        ("Rebel forces targeted with rockets the posts of the garrison.", ["Rebel forces"]),
        ("The army attempted an offensive towards Karsa.", ["army"]),
        ("Army helicopters and warplanes carried out strikes on Karsa.", ["Army helicopters", "warplanes"]),
        # near misses
        ("Army units shelled near the river were taken to hospital.", []),
        ("Soldiers bombed by rebels fled.", ["rebels"]),
        ("Villagers shelled near the river fled.", []),
    ],
)
def test_who_fires_from_afar(text: str, who: list[str], resolver: PlaceResolver) -> None:
    assert doers(text, resolver, "harm") == who


def test_what_a_march_is_about_is_no_side(resolver: PlaceResolver) -> None:
    text = "People held a vigil in Karsa over a trader who was shot by police."
    assert sides(text, resolver, S.PEACEFUL_PROTEST) == (("People",), ())
    about_a_war = "Hundreds of people staged a march in Karsa against Russian strikes on Kyiv."
    assert sides(about_a_war, resolver, S.PEACEFUL_PROTEST) == (("people",), ())
    assert sides("Women marched in Karsa to demand justice.", resolver, S.PROTEST_WITH_INTERVENTION)[1] == ()


def test_rebels_detain_as_well(resolver: PlaceResolver) -> None:
    text = "Red Dawn rebels detained a trader in Karsa."
    assert sides(text, resolver, S.ABDUCTION) == (("Red Dawn rebels",), ("trader",))


def test_an_agency_of_the_state_arrests(resolver: PlaceResolver) -> None:
    text = "A deputy was arrested by the National Intelligence Agency in Karsa."
    assert sides(text, resolver, S.ARRESTS)[0] == ("National Intelligence Agency",)


def test_guns_are_no_verb(resolver: PlaceResolver) -> None:
    assert doers("Rebels attacked soldiers via heavy guns in Karsa.", resolver, "harm") == ["Rebels"]


def test_who_meets_a_march(resolver: PlaceResolver) -> None:
    met = "Students marched in Karsa. Police fired tear gas to disperse them, killing a boy."
    assert sides(met, resolver, S.EXCESSIVE_FORCE) == (("Students",), ("Police",))
    held = "Weavers marched in Karsa, and nine were detained by the police."
    assert sides(held, resolver, S.PROTEST_WITH_INTERVENTION) == (("Weavers",), ("police",))
    # near misses: nobody is told to step in
    about = "Weavers marched in Karsa against the police, blocking a road."
    assert sides(about, resolver, S.VIOLENT_DEMONSTRATION)[1] == ()
    peaceful = "Weavers marched in Karsa, as police cleared the road."
    assert sides(peaceful, resolver, S.PEACEFUL_PROTEST)[1] == ()


def test_protest_verbs_that_look_passive(resolver: PlaceResolver) -> None:
    assert doers("Locals protested by padlocking the ward office.", resolver) == ["Locals"]
    assert doers("Workers of the Hill Union (HU), staged a sit-in.", resolver) == [
        "Workers of the Hill Union"
    ]
    assert doers("The road was blocked by farmers.", resolver) == ["farmers"]
