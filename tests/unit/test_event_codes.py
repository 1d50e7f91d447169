"""How many events a short report tells, of which sub-type, and where: forms of short news."""

from __future__ import annotations

from datetime import date

import pytest

from summariser.normalise.places import PlaceResolver
from summariser.reasons import reasons_in
from summariser.schemas.codebooks import SubEventType as S
from tests.conftest import Read, Summarise

DAY = date(2024, 3, 12)


def told(by_rules: Summarise, text: str) -> list[S]:
    events = by_rules(text, published=DAY).events
    return [e.sub_type for e in events.events] if events else []


@pytest.mark.parametrize(
    ("text", "sub_types"),
    [
        # what a protest is about is no event beside it, no violence of it and no doubt of it
        ("On Monday residents held a protest in Karsa against the bombing of Dorra.", [S.PEACEFUL_PROTEST]),
        (
            "On Monday relatives of a boy who was shot dead by a guard held a protest in Karsa.",
            [S.PEACEFUL_PROTEST],
        ),
        (
            "On Monday teachers marched in Karsa to denounce a ruling that jailed three of them in 2019.",
            [S.PEACEFUL_PROTEST],
        ),
        (
            "On Monday dozens of people protested the shelling of the border outside a ministry in Karsa.",
            [S.PEACEFUL_PROTEST],
        ),
        ("On Monday hundreds gathered in a square in Karsa to condemn the invasion.", [S.PEACEFUL_PROTEST]),
        (
            "On Monday students demonstrated in Karsa. They demanded the release of two arrested in May.",
            [S.PEACEFUL_PROTEST],
        ),
        # what the crowd does behind its reason is told of it
        (
            "On Monday residents protested in Karsa against the killing of a boy and threw stones at police.",
            [S.VIOLENT_DEMONSTRATION],
        ),
        (
            "On Monday drivers protested in Karsa over fuel prices, and police used tear gas against them.",
            [S.PROTEST_WITH_INTERVENTION],
        ),
        # an answer is no event of its own
        (
            "On Monday protesters gathered in Karsa to oppose the war. Police intervened, detaining three.",
            [S.PROTEST_WITH_INTERVENTION],
        ),
        (
            "On Monday a shoot-out between two gangs took place in Karsa. A man was shot and injured.",
            [S.ARMED_CLASH],
        ),
        ("On Monday gunmen shot dead a man in Karsa. One suspect was arrested.", [S.ATTACK]),
        # but one that is told of another place or as another is
        (
            "On Monday protesters gathered in Karsa. Meanwhile, police arrested 40 people in Nairobi.",
            [S.PEACEFUL_PROTEST, S.ARRESTS],
        ),
        # crowds without arms
        (
            "On Monday a clash broke out between two groups of students in Karsa, and six were injured.",
            [S.MOB_VIOLENCE],
        ),
        ("On Monday a group of residents beat a man accused of theft in Karsa.", [S.MOB_VIOLENCE]),
        ("On Monday the army clashed with villagers in Karsa.", [S.ARMED_CLASH]),
        ("On Monday two groups of fighters clashed in Karsa.", [S.ARMED_CLASH]),
        # force is excessive only against peace
        (
            "On Monday protesters in Karsa threw stones at soldiers, who opened fire on the crowd.",
            [S.VIOLENT_DEMONSTRATION],
        ),
        ("On Monday soldiers opened fire on a march in Karsa, killing four.", [S.EXCESSIVE_FORCE]),
        # forms of the news of a region
        ("On Monday party workers took out a rally in Karsa.", [S.PEACEFUL_PROTEST]),
        ("On Monday rebels took the town of Karsa.", [S.NON_STATE_OVERTAKES_TERRITORY]),
        ("On Monday protesters burned an effigy of the minister in Karsa.", [S.PEACEFUL_PROTEST]),
        (
            "On Monday villagers blocked the highway in Karsa with rocks and tree trunks.",
            [S.VIOLENT_DEMONSTRATION],
        ),
        ("On Monday drivers blocked the highway in Karsa with their trucks.", [S.PEACEFUL_PROTEST]),
        # weapons
        ("On Monday government forces fired artillery at rebel positions in Karsa.", [S.SHELLING]),
        ("On Monday the army shot down a drone over Karsa.", [S.DISRUPTED_WEAPONS_USE]),
        ("On Monday a drone was shot down over Karsa after it struck a school.", [S.AIR_STRIKE]),
        ("On Monday soldiers discovered and destroyed an IED near Karsa.", [S.DISRUPTED_WEAPONS_USE]),
        ("On Monday rebels attacked soldiers near Karsa with mines.", [S.REMOTE_EXPLOSIVE]),
        ("On Monday the army fired mortars and grenade launchers at Karsa.", [S.SHELLING]),
        ("On Monday gunmen shot dead a drug trafficker in Karsa.", [S.ARMED_CLASH]),
        ("On Monday gunmen shot dead a pharmacist in Karsa.", [S.ATTACK]),
        ("On Monday militants seized a truck from traders near Karsa.", [S.LOOTING]),
        ("On Monday militants seized traders from a truck near Karsa.", [S.ABDUCTION]),
    ],
)
def test_events_of_a_short_report(text: str, sub_types: list[S], by_rules: Summarise) -> None:
    assert told(by_rules, text) == sub_types


@pytest.mark.parametrize(
    "text",
    [
        "Fans gathered in Karsa on Monday to support their team.",
        "On Monday the minister took out an advertisement in Karsa.",
    ],
)
def test_no_protest(text: str, by_rules: Summarise) -> None:
    assert told(by_rules, text) == []


def test_reasons_end_where_the_sentence_goes_on(read_text: Read) -> None:
    text = "Residents protested in Karsa against the raid on Dorra, chanting, and burned tyres over the toll."
    reading = read_text(text, DAY)
    assert [text[a:b].strip() for a, b in reasons_in(reading, "S1")] == ["the raid on Dorra", "the toll"]
    assert reasons_in(read_text("Soldiers fought against the rebels in Karsa.", DAY), "S1") == ()


def test_reasons_are_found_in_linear_time(read_text: Read) -> None:
    text = "Residents protested " + "against to demand over and who was the " * 400
    assert reasons_in(read_text(text, DAY), "S1")


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("On Monday, in Cartagena (Bolivar), drivers demonstrated over wages.", "Cartagena", "COL"),
        (
            "On Monday, near Dorra village, Muse township (Muse district, Shan state), fighting broke out.",
            "Dorra",
            "MMR",
        ),
        ("On Monday Russian forces shelled Dorrivka, Luhansk.", "Dorrivka", "UKR"),
        ("On Monday people marched through Richmond (Virginia) for higher wages.", "Richmond", "USA"),
        (
            "On Monday Turkish troops attacked rebels in Dorra in the Amadiya district of Duhok.",
            "Dorra",
            "IRQ",
        ),
        ("On Monday Turkish troops attacked rebels in Dorra.", "Dorra", "TUR"),
    ],
)
def test_the_place_of_the_deed_and_its_country(
    text: str, words: str, country: str, by_rules: Summarise
) -> None:
    events = by_rules(text, published=DAY).events
    assert events is not None
    place = events.events[0].place
    assert place is not None
    assert place.words.text.startswith(words)
    assert place.country == country


@pytest.mark.parametrize(
    ("text", "main"),
    [
        ("Hundreds marched in Gothenburg against the war in Ukraine and for a pro-Ukraine policy.", "SWE"),
        ("Ukraine said that 12 people were killed in Kharkiv.", "UKR"),
        ("The Israeli army raided a camp near Nablus in the West Bank.", "PSE"),
        ("The Syrian army shelled a village.", "SYR"),
    ],
)
def test_whose_soldiers_and_whose_war_say_little_of_where(
    text: str, main: str, resolver: PlaceResolver
) -> None:
    assert resolver.context(text).main == main


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        # those who killed are not the dead
        ("On Monday a man was shot dead by two armed individuals in Karsa.", {1}),
        ("On Monday four men were killed by three gunmen in Karsa.", {4}),
        ("On Monday three armed suspects shot and killed a baker in Karsa.", {1}),
        # near misses
        ("On Monday four men were killed by soldiers in Karsa.", {4}),
        ("On Monday the toll in Karsa rose by two men who were killed by snipers.", {2}),
        ("On Monday three men were shot and killed in Karsa.", {3}),
        # the dead of a reason did not die in the march
        ("On Monday students marched in Karsa to demand justice for three men killed in May.", set()),
        ("On Monday soldiers fired at a march in Karsa, killing three men.", {3}),
        ("On Monday, as porters marched in Karsa for their arrears, three were shot dead.", {3}),
    ],
)
def test_the_dead_of_a_short_report(text: str, dead: set[int], by_rules: Summarise) -> None:
    events = by_rules(text, published=DAY).events
    assert events is not None
    assert {f.value for e in events.events for f in e.fatalities} == dead
