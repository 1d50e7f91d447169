"""Who did it to whom, with what, and what was hit. All sentences are made up."""

from __future__ import annotations

import pytest

from summariser.articles import Article
from summariser.normalise.places import PlaceResolver
from summariser.parties import parties_of
from summariser.reading import Reading, read
from summariser.roles import Part, Roles, roles_of_sentences
from summariser.schemas.codebooks import SubEventType


def reading_of(text: str, resolver: PlaceResolver) -> Reading:
    return read(Article(text), resolver)


def roles_of(text: str, resolver: PlaceResolver) -> Roles:
    reading = reading_of(text, resolver)
    return roles_of_sentences(reading, [s.id for s in reading.sentences])


def words(parts: list[Part]) -> list[str]:
    return list(dict.fromkeys(part.whole for part in parts))


@pytest.mark.parametrize(
    ("text", "doers", "sufferers"),
    [
        ("Guerrillas killed a judge in Porto Verde.", ["Guerrillas"], ["judge"]),
        ("A judge was killed by guerrillas in Porto Verde.", ["guerrillas"], ["judge"]),
        (
            "Unidentified men shot and killed Judge Ana Roca and her driver on Monday.",
            ["Unidentified men"],
            ["Judge Ana Roca", "driver"],
        ),
        ("Peasants killed by soldiers in May were buried.", ["soldiers"], ["Peasants"]),
        ("The murder of Father Luis Arce, a priest, shocked all.", [], ["Father Luis Arce"]),
        ("The rebels' attack on two nurses was condemned.", ["rebels"], ["nurses"]),
        ("Colonel Pedro Salas, who was kidnapped on 3 May, was found dead.", [], ["Colonel Pedro Salas"]),
        (
            "Ivo Tann, his wife and two bodyguards were gunned down by hooded men.",
            ["hooded men"],
            ["Ivo Tann", "wife", "bodyguards"],
        ),
        ("According to the authorities, a teacher was wounded.", [], ["teacher"]),
        ("A group of about 20 subversives attacked the miners.", ["subversives"], ["miners"]),
        ("The bodies of two nuns were found.", [], ["nuns"]),
        ("Police accused the bandits of kidnapping three engineers.", ["bandits"], ["engineers"]),
        ("The mayor resigned after death threats from the guerrillas.", ["guerrillas"], []),
        ("Hooded individuals riding motorcycles shot at the reporter.", ["Hooded individuals"], ["reporter"]),
        ("Gang members kidnapped a nun and her driver, police said.", ["Gang members"], ["nun", "driver"]),
        ("The kidnappers of businessman Carlos Vega wrote.", [], ["businessman Carlos Vega"]),
        ("The prefect was the victim of an attack by three hitmen.", ["hitmen"], ["prefect"]),
        (
            "Insurgents apparently belonging to the Red Dawn Front shot a teacher.",
            ["Insurgents apparently belonging to the Red Dawn Front"],
            ["teacher"],
        ),
        # near misses
        ("The technician kidnapped last week is free.", [], ["technician"]),
        ("No group has claimed responsibility.", [], []),
        ("The rebels raided San Pedro at night.", ["rebels"], []),
        ("Guerrillas did not kill the judge.", [], []),
        ("The murdered priest was buried by nuns.", [], []),
        ("A bomb killed three shoppers.", [], ["shoppers"]),
        ("The judge said that the guerrillas had left.", [], []),
    ],
)
def test_people(text: str, doers: list[str], sufferers: list[str], resolver: PlaceResolver) -> None:
    found = roles_of(text, resolver)
    assert words(found.doers) == doers
    assert words(found.sufferers) == sufferers


@pytest.mark.parametrize(
    ("text", "things", "weapons"),
    [
        (
            "A car bomb exploded in front of the offices of the Salt Company, destroying a bus.",
            ["offices of the Salt Company", "bus"],
            ["car bomb"],
        ),
        ("Rebels dynamited two power pylons and burned a bridge.", ["power pylons", "bridge"], []),
        (
            "They hurled grenades at the Bolivian embassy and fled in a jeep.",
            ["Bolivian embassy"],
            ["grenades"],
        ),
        ("The rebels set fire to a bus and set a warehouse on fire.", ["bus", "warehouse"], []),
        ("Rebels ambushed a bus carrying workers.", ["bus"], []),
        ("Subversives stopped the bus and set it on fire.", ["bus"], []),
        ("He left a bag with dynamite at the gate of the ministry.", ["ministry"], ["dynamite"]),
        ("A bomb hit a military convoy near the bridge.", ["military convoy"], ["bomb"]),
        ("The blast shattered the windows of the town hall.", ["town hall"], []),
        ("The Harbour Party [HP] headquarters was attacked.", ["Harbour Party [HP] headquarters"], []),
        ("A bomb was found at the station and defused.", [], ["bomb"]),
        # near misses
        ("The army seized 20 rifles at the farm.", [], []),
        ("He faces charges and a club owner paid the fine.", [], []),
        ("The bank opened an office near the bridge.", [], []),
    ],
)
def test_things(text: str, things: list[str], weapons: list[str], resolver: PlaceResolver) -> None:
    found = roles_of(text, resolver)
    assert words(found.things) == things
    assert words(found.weapons) == weapons


@pytest.mark.parametrize(
    ("text", "sub_type", "side_a", "side_b"),
    [
        ("Police arrested twelve students.", SubEventType.ARRESTS, ["Police"], ["students"]),
        (
            "Twelve students were arrested. Police gave no reason.",
            SubEventType.ARRESTS,
            ["Police"],
            ["students"],
        ),
        ("Residents of the port marched to the palace.", SubEventType.PEACEFUL_PROTEST, ["Residents"], []),
        ("Troops clashed with rebels near Karsa.", SubEventType.ARMED_CLASH, ["Troops"], ["rebels"]),
        ("Fighting between the army and the rebels went on.", SubEventType.ARMED_CLASH, ["army"], ["rebels"]),
        (
            "Rebels seized the town from the army.",
            SubEventType.NON_STATE_OVERTAKES_TERRITORY,
            ["Rebels"],
            ["army"],
        ),
        # near misses: who arrests or marches did no attack
        ("Police arrested twelve students.", SubEventType.ATTACK, [], []),
        ("Troops clashed with rebels near Karsa.", SubEventType.ATTACK, [], []),
    ],
)
def test_sides_by_kind(
    text: str, sub_type: SubEventType, side_a: list[str], side_b: list[str], resolver: PlaceResolver
) -> None:
    found = parties_of(reading_of(text, resolver), ["S1"], sub_type)
    assert (list(found.side_a), list(found.side_b)) == (side_a, side_b)


def test_a_claim_counts_where_nothing_else_names_the_doer(resolver: PlaceResolver) -> None:
    reading = reading_of(
        "A bomb killed two bakers in Porto Verde. Windows broke. The Red Dawn Front claimed responsibility.",
        resolver,
    )
    assert parties_of(reading, ["S1"]).side_a == ("Red Dawn Front",)
    told = reading_of(
        "Two bakers were shot by bandits in Porto Verde. The Red Dawn Front claimed responsibility.", resolver
    )
    assert parties_of(told, ["S1"]).side_a == ("bandits",)


def test_they_are_the_people_told_of_before(resolver: PlaceResolver) -> None:
    reading = reading_of("Terrorists came at night. They killed a teacher.", resolver)
    assert parties_of(reading, ["S2"]).side_a == ("Terrorists",)
    fishermen = reading_of("Six fishermen were at sea. They were shot at dawn.", resolver)
    assert parties_of(fishermen, ["S2"]).side_b == ("fishermen",)


def test_in_capitals_throughout_a_capital_makes_no_name(resolver: PlaceResolver) -> None:
    told = (
        "RESIDENTS OF SANTA RITA TOLD THE RADIO THAT A PLANE THEN BOMBED THE FARM AND THAT A COOK WAS KILLED."
    )
    roles = roles_of(told, resolver)
    assert "cook" in words(roles.sufferers)
    assert not any("THAT" in w for w in words([*roles.doers, *roles.sufferers]))


def test_who_acts_does_not_suffer(resolver: PlaceResolver) -> None:
    reading = reading_of("Rebels killed a nun. The rebels were attacked later.", resolver)
    found = parties_of(reading, ["S1", "S2"])
    assert found.side_a == ("Rebels",)
    assert found.side_b == ("nun",)


@pytest.mark.parametrize(
    ("text", "side_a", "why"),
    [
        ("Jets bombed a market in Porto Verde.", (), "whose they are is not said"),
        ("Two fighter jets bombed a market in Porto Verde.", (), "nor here"),
        ("Government planes bombed a market in Porto Verde.", ("Government planes",), "it is"),
    ],
)
def test_a_craft_acts_for_somebody(
    resolver: PlaceResolver, text: str, side_a: tuple[str, ...], why: str
) -> None:
    assert parties_of(reading_of(text, resolver), ["S1"], SubEventType.AIR_STRIKE).side_a == side_a, why


@pytest.mark.parametrize(
    ("text", "doers", "sufferers"),
    [
        ("Two hawkers came under fire from troops near Karsa.", ["troops"], ["hawkers"]),
        ("Hooded men put the guard detachment under fire.", ["Hooded men"], ["guard detachment"]),
        ("An army raid on the miners was condemned.", ["army"], ["miners"]),
        ("Thai artillery fired 300 rounds at the fishermen.", ["Thai artillery"], ["fishermen"]),
        (
            "Gunmen walked into the dormitory and marched six schoolgirls off into the bush.",
            ["Gunmen"],
            ["schoolgirls"],
        ),
        ("The mayor of Karsa, snatched by unknown men, is missing.", ["unknown men"], ["mayor of Karsa"]),
        ("A man on a motorbike lobbed a grenade at two Afghans.", ["man"], ["Afghans"]),
        ("A shepherd stepped on a mine near Karsa.", [], ["shepherd"]),
        ("A boatman lost a foot.", [], ["boatman"]),
        ("TWO BAKERS WERE SHOT BY BANDITS.", ["BANDITS"], ["BAKERS"]),
        # near misses
        ("Medics carried the wounded off to the hospital.", [], []),
        ("The mayor took the children away to safety.", [], []),
        ("Kornet missiles hit a bakery.", [], []),
        ("Troops fired on militants, and no shepherds were harmed.", ["Troops"], ["militants"]),
        ("A bomb went off in Saint Mary Square, killing two bakers.", [], ["bakers"]),
        ("A taxi driver blew himself up.", ["taxi driver"], []),
        ("Youths with sticks and an old Mauser waylaid two hawkers.", ["Youths"], ["hawkers"]),
    ],
)
def test_turns_of_phrase(text: str, doers: list[str], sufferers: list[str], resolver: PlaceResolver) -> None:
    found = parties_of(reading_of(text, resolver), ["S1"])
    roles = roles_of(text, resolver)
    assert list(found.side_a) == doers
    assert words([p for p in roles.sufferers if p.act == "harm"]) == sufferers


@pytest.mark.parametrize(
    ("text", "side_b"),
    [
        ("Rebels shelled a clinic in Porto Verde.", ("clinic",)),
        ("Rebels shelled the village of Karsa.", ("village of Karsa",)),
        ("Rebels shelled a clinic in Porto Verde, killing two nurses.", ("nurses",)),
        ("Rebels blew up a road near Karsa.", ()),
    ],
)
def test_what_is_hit_stands_for_its_people(
    text: str, side_b: tuple[str, ...], resolver: PlaceResolver
) -> None:
    assert parties_of(reading_of(text, resolver), ["S1"], SubEventType.SHELLING).side_b == side_b


def test_the_attackers_are_whom_the_article_named(resolver: PlaceResolver) -> None:
    reading = reading_of(
        "Red Dawn rebels stormed Karsa at night. The attackers killed two nuns. The fighters looted a shop.",
        resolver,
    )
    assert parties_of(reading, ["S2"]).side_a == ("Red Dawn rebels",)
    alone = reading_of("Karsa is a town. The attackers killed two nuns.", resolver)
    assert parties_of(alone, ["S2"]).side_a == ("attackers",)


@pytest.mark.parametrize(
    ("text", "side_a", "side_b"),
    [
        ("Rebels wrested Karsa from federal troops.", ["Rebels"], ["federal troops"]),
        ("The army withdrew from Karsa.", [], ["army"]),
        ("Rangers and herdsmen traded shots near Karsa.", ["Rangers"], ["herdsmen"]),
        (
            "Fighting between soldiers and a rebel column killed dozens and drove many from home.",
            ["soldiers"],
            ["rebel column"],
        ),
        ("Soldiers and the remnants of the militia engaged in fighting.", ["Soldiers"], ["militia"]),
    ],
)
def test_who_gives_ground(text: str, side_a: list[str], side_b: list[str], resolver: PlaceResolver) -> None:
    found = parties_of(reading_of(text, resolver), ["S1"], SubEventType.ARMED_CLASH)
    assert (list(found.side_a), list(found.side_b)) == (side_a, side_b)


def test_who_finds_arms(resolver: PlaceResolver) -> None:
    reading = reading_of("The coast guard stopped a dhow and found 200 mines.", resolver)
    assert parties_of(reading, ["S1"], SubEventType.DISRUPTED_WEAPONS_USE).side_a == ("coast guard",)


def test_each_event_of_a_sentence_has_its_own_sides(resolver: PlaceResolver) -> None:
    reading = reading_of("Bandits shot a miner, and two shepherds were shelled by the army.", resolver)
    first, second = (
        tuple(c for c in reading.cues.of("S1", "event") if c.text.startswith(w)) for w in ("shot", "shelled")
    )
    kind = SubEventType.ATTACK
    assert parties_of(reading, ["S1"], kind, first, second).side_b == ("miner",)
    assert parties_of(reading, ["S1"], kind, second, first).side_b == ("shepherds",)


def test_who_signs_is_a_side(resolver: PlaceResolver) -> None:
    reading = reading_of("The army command and the rebels put their names to a truce.", resolver)
    found = parties_of(reading, ["S1"], SubEventType.AGREEMENT)
    assert (found.side_a, found.side_b) == (("army command",), ("rebels",))


def test_marchers_past_an_aside(resolver: PlaceResolver) -> None:
    reading = reading_of(
        "Several hundred people, many of them kin of the dead, marched through Karsa.", resolver
    )
    assert parties_of(reading, ["S1"], SubEventType.PEACEFUL_PROTEST).side_a == ("people",)


def test_nobody_did_what_nobody_claimed(resolver: PlaceResolver) -> None:
    reading = reading_of(
        "A bridge was blown up in Karsa. Nobody has claimed the blast. Rebels shot a cow.", resolver
    )
    assert parties_of(reading, ["S1", "S2", "S3"], SubEventType.REMOTE_EXPLOSIVE).side_a == ()


@pytest.mark.parametrize(
    ("text", "side_a"),
    [
        ("Israel said it killed two fighters in Karsa on Monday.", ("Israel",)),
        ("Israeli strikes on Karsa killed 12 people on Monday.", ("Israeli",)),
        ("Russia fired missiles at Karsa on Monday, killing 5 people.", ("Russia",)),
        ("A hospital in Karsa was bombed by Russia on Monday.", ("Russia",)),
        ("Russia fired its minister on Monday, and a bomb killed 3 people.", ()),
        ("A bomb killed 3 people in Russia on Monday.", ()),
        ("Rebels killed 14 villagers with machetes in Karsa on Monday.", ("Rebels",)),
        ("Police arrested a man over the bombing that killed 22 people in Karsa.", ()),
        ("Al-Shabaab threatened to attack Karsa on Monday.", ("Al-Shabaab",)),
    ],
)
def test_states_threats_and_nouns_that_look_like_verbs(
    resolver: PlaceResolver, text: str, side_a: tuple[str, ...]
) -> None:
    assert parties_of(reading_of(text, resolver), ["S1"]).side_a == side_a
