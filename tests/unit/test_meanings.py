"""What a number may count: the readings that the words around it admit."""

# ruff: noqa: E501 - a case is a line
from __future__ import annotations

from collections.abc import Callable

import pytest

from summariser.meanings import FigureCandidate, figure_candidates
from summariser.reading import Reading

Read = Callable[..., Reading]


def candidate(reading: Reading, words: str) -> FigureCandidate | None:
    """The candidate of the first number with these words; the number itself must be there."""
    number = next(n for n in reading.numbers if n.text == words)
    return next((c for c in figure_candidates(reading) if c.number is number), None)


CLEAR = [
    # text, number, unit, group, the one label, why
    ("38 fighters had been killed.", "38", "people", "fighters", "measure:killed", "passive"),
    ("The raid killed at least five people.", "five", "people", "people", "measure:killed", "active"),
    ("Killing at least five people, the blast shook the market.", "five", "people", "people", "measure:killed", "participle"),
    ("12 fighters killed in clash", "12", "people", "fighters", "measure:killed", "a headline"),
    ("The death toll rose to 45.", "45", "people", "people", "measure:killed", "no noun: people"),
    ("Twelve bodies were found.", "Twelve", "people", "people", "measure:killed", "the noun says it"),
    ("Two brothers were among the dead.", "Two", "people", "civilians", "measure:killed", "a noun for the verb"),
    ("A priest was shot dead.", "A", "people", "civilians", "measure:killed", "one, without a number word"),
    ("Some 10 Syrians were killed.", "10", "people", "people", "measure:killed", "a nationality counts people"),
    ("Twelve Congolese were kidnapped.", "Twelve", "people", "people", "measure:abducted", "also one of two countries"),
    ("Four people died in the flood.", "Four", "people", "people", "measure:killed", "died of a disaster is killed by it"),
    ("Two babies died of cold in the camp.", "Two", "people", "children", "measure:died", "died of cold is died"),
    ("Twelve miners died of cholera.", "Twelve", "people", "civilians", "measure:died", "of illness too"),
    ("Some 34 people were hospitalised.", "34", "people", "people", "measure:injured", "another word for injured"),
    ("Five people are missing.", "Five", "people", "people", "measure:missing", "missing"),
    ("Gunmen kidnapped 20 schoolgirls.", "20", "people", "children", "measure:abducted", "not the gunmen"),
    ("The army arrested 14 suspects.", "14", "people", "people", "measure:arrested", "arrested"),
    ("About 400 fighters surrendered.", "400", "people", "fighters", "measure:surrendered", "surrendered"),
    ("About 2,000 people marched through the capital.", "2,000", "people", "people", "measure:participants", "took part"),
    ("Some 200 gunmen attacked the village.", "200", "people", "fighters", "measure:participants", "took part, by the noun"),
    ("Police arrested 40 protesters.", "40", "people", "protesters", "measure:arrested", "what befell them, not who they are"),
    ("The raid killed at least 12 tuktuks.", "12", "people", "people", "measure:killed", "a noun that we do not know, right after the verb"),
    ("Twelve tuktuks were killed.", "Twelve", "people", "people", "measure:killed", "or right before it"),
    ("Militiamen marched nine quarrymen off into the hills.", "nine", "people", "civilians", "measure:abducted", "a trade, by its ending"),
    ("Gunmen shot 17 sharecroppers.", "17", "people", "civilians", "measure:killed", "shot, and nothing says that they live"),
    ("Gunmen shot 17 sharecroppers, who are in hospital.", "17", "people", "civilians", "measure:injured", "it does"),
    ("Six women and children were killed.", "Six", "people", "women_and_children", "measure:killed", "both, in one count"),
    ("Shells hit the post of the FARC, killing two of its men.", "two", "people", "fighters", "measure:killed", "whose men"),
    ("The clinic gives 26 dead, all of whom it says were civilians.", "26", "people", "civilians", "measure:killed", "who all were, as it says"),
    ("A 15-year-old worker was killed.", "A", "people", "children", "measure:killed", "a child by its age"),
    ("Riot police fell back and 17 officers were injured.", "17", "people", "police", "measure:injured", "officers of the police"),
    ("Shells hit the market in Dorra: nine dead.", "nine", "people", "people", "measure:killed", "no markets"),
    ("The raid killed 80 persons, a spokesman said, lodging a protest.", "80", "people", "people", "measure:killed", "what the spokesman did"),
    ("Warriors speared a thatcher.", "a", "people", "civilians", "measure:killed", "one, of a trade that no list has"),
    ("The raid killed the mayor.", "the", "people", "officials", "measure:killed", "one, by the article"),
    ("The governor said 12 people were killed; the rebels mention 17.", "17", "people", "people", "measure:killed", "given again by another source"),
    ("The army counts 16 dead, the opposition 29.", "29", "people", "people", "measure:killed", "the verb left out"),
    ("The blast killed 12 people, three of them children.", "three", "people", "children", "measure:killed", "a part: who they were stands behind"),
    ("Two were killed and seven wounded, all of them marines.", "seven", "people", "soldiers", "measure:injured", "who all of them were"),
    ("The raid killed twelve members of the National Police.", "twelve", "people", "police", "measure:killed", "members of a force"),
    ("Two soldiers were killed and three others wounded.", "three", "people", "soldiers", "measure:injured", "others of the same"),
    ("Shells were said to have wrecked 40 flats.", "40", "homes", None, "term:destroyed_housing", "homes"),
    ("Houses were set alight, 150 according to the council.", "150", "homes", None, "term:destroyed_housing", "a bare number of the houses"),
    ("The army lost six men in the ambush.", "six", "people", "men", "measure:killed", "lost"),
    ("Six villagers were hacked with machetes, four of them fatally.", "four", "people", "civilians", "measure:killed", "a part with a word of its own"),
    ("Measles has killed 12 people.", "12", "people", "people", "measure:died", "an illness"),
    ("Around 200 fighters stormed the post, killing 12 soldiers.", "200", "people", "fighters", "measure:participants", "the doers, though a participle follows"),
    # Movement
    ("About 8,500 people have fled since Saturday.", "8,500", "people", "people", "term:forced_to_flee", "fled"),
    ("Some 15,000 people were forced from their homes.", "15,000", "people", "people", "term:forced_to_flee", "forced out"),
    ("Some 1,200 families were displaced by the floods.", "1,200", "households", None, "term:displaced", "families stay families"),
    ("More than 2,000 people were evacuated from the town.", "2,000", "people", "people", "term:evacuated", "evacuated"),
    ("Some 600 refugees returned home.", "600", "people", "refugees", "term:returned", "returned"),
    ("Some 600 refugees are expected to return next month.", "600", "people", "refugees", "term:returned", "planned, but a return"),
    ("Hundreds of families were left homeless.", "Hundreds", "households", None, "term:homeless", "homeless"),
    ("Some 5,000 people are staying in schools in Dorra.", "5,000", "people", "people", "term:sheltered", "sheltered"),
    ("The floods affected 30,000 people.", "30,000", "people", "people", "term:affected", "affected"),
    ("Tens of thousands of civilians fled.", "Tens of thousands", "people", "civilians", "term:forced_to_flee", "a vague number"),
    # Sites
    ("The camp was built for 6,000 people and now shelters 15,000.", "6,000", "people", "people", "site:capacity", "capacity"),
    ("The camp was built for 6,000 people and now shelters 15,000.", "15,000", "people", "people", "site:population", "population, its noun inherited"),
    ("The camp has a capacity of 6,000.", "6,000", "people", "people", "site:capacity", "no noun"),
    ("The camp has a capacity of some 6,000.", "6,000", "people", "people", "site:capacity", "hedged"),
    ("Nearly 5,000 people live in the camp.", "5,000", "people", "people", "site:population", "live in"),
    ("The camp houses 2,000 families.", "2,000", "households", None, "site:population", "in families"),
    # Things
    ("Jets carried out 14 air strikes on the city.", "14", "incidents", None, "measure:strikes", "strikes"),
    ("Rebels fired 20 rockets at the base.", "20", "munitions", None, "measure:munitions", "munitions"),
    ("Some 300 houses were destroyed.", "300", "homes", None, "term:destroyed_housing", "housing"),
    ("The storm destroyed 300 houses and damaged 1,200 more.", "300", "homes", None, "term:destroyed_housing", "the first verb"),
    ("The storm destroyed 300 houses and damaged 1,200 more.", "1,200", "homes", None, "term:partially_destroyed_housing", "the second"),
    ("Hundreds of homes were flooded.", "Hundreds", "homes", None, "term:uninhabitable_housing", "flooded"),
    ("The fire destroyed 12 shops and 4 vehicles.", "12", "buildings", None, "measure:destroyed", "not housing"),
    ("The fire destroyed 12 shops and 4 vehicles.", "4", "vehicles", None, "measure:destroyed", "coordinated"),
    ("Four hospitals were damaged.", "Four", "buildings", None, "measure:damaged", "damaged"),
    # Ranges and vague words
    ("Between 20 and 30 people were killed.", "Between 20 and 30", "people", "people", "measure:killed", "a range"),
    ("20 to 30 villagers were killed.", "20 to 30", "people", "civilians", "measure:killed", "a range"),
    ("Dozens of people were killed and hundreds injured.", "hundreds", "people", "people", "measure:injured", "vague, its noun inherited"),
    ("Several people were killed.", "Several", "people", "people", "measure:killed", "several with a noun"),
    # Coordination
    ("Three soldiers and two civilians were killed.", "Three", "people", "soldiers", "measure:killed", "the first of two"),
    ("Three soldiers and two civilians were killed.", "two", "people", "civilians", "measure:killed", "the second"),
    ("Three soldiers, two policemen and a child were killed.", "a", "people", "children", "measure:killed", "one of three"),
    ("Some 400 families, or about 2,000 people, were displaced.", "400", "households", None, "term:displaced", "two ways of counting"),
    ("Five people were killed and 10 wounded.", "10", "people", "people", "measure:injured", "the verb right after"),
    ("Three soldiers were killed and two civilians were wounded.", "two", "people", "civilians", "measure:injured", "each its own verb"),
    ("The blast injured 12 and killed 3.", "12", "people", "people", "measure:injured", "each its own verb, active"),
    ("The blast injured 12 and killed 3.", "3", "people", "people", "measure:killed", "the second"),
    ("12 dead, 30 injured in blast", "30", "people", "people", "measure:injured", "a headline"),
    ("Troops killed 41 fighters and arrested seven.", "seven", "people", "fighters", "measure:arrested", "an inherited noun, another verb"),
    # Asides
    ("Twelve people, including four children, were killed.", "Twelve", "people", "people", "measure:killed", "over the aside"),
    ("Twelve people, including four children, were killed.", "four", "people", "children", "measure:killed", "in the aside"),
    ("Twelve people were killed, including four children.", "four", "people", "children", "measure:killed", "behind it"),
    ("Twelve people (four of them children) were killed.", "four", "people", "children", "measure:killed", "in brackets"),
    # Parts and wholes
    ("Three of the five attackers were killed.", "Three", "people", "fighters", "measure:killed", "the part"),
    ("Three of the five attackers were killed.", "five", "people", "fighters", "measure:participants", "the whole was not killed"),
    ("Three of the five people killed were children.", "five", "people", "people", "measure:killed", "the whole was"),
    ("Of the 12 people killed, four were children.", "12", "people", "people", "measure:killed", "the same in front"),
    ("The killing of the 12 men shocked the town.", "12", "people", "men", "measure:killed", "no part and no whole"),
    ("Seven of the wounded died.", "Seven", "people", "people", "measure:died", "who they are says less than what befell them"),
    # Who did it
    ("Two suicide bombers killed 12 people.", "12", "people", "people", "measure:killed", "who suffered it"),
    ("Two gunmen attacked the village and killed 12 people.", "Two", "people", "fighters", "measure:participants", "who did it took part"),
    ("The 12 men arrested a week earlier were freed.", "12", "people", "men", "measure:arrested", "a week is no victim"),
    # Need and help
    ("Some 50,000 people need food.", "50,000", "people", "people", "need:people", "in need"),
    ("The agency delivered food to 3,000 people.", "3,000", "people", "people", "response:reached", "reached"),
    ("The agency delivered 120 tonnes of grain.", "120", "supplies", None, "response:reached", "a load"),
]  # fmt: skip

NOTHING = [
    ("The river rose by 3 metres.", "3", "a measure"),
    ("He was sentenced to 12 years.", "12", "a time"),
    ("At least 12 people were killed in 2019.", "2019", "a year"),
    ("The 45-year-old farmer was killed.", "45", "an age"),
    ("Police found 12 bodies at 10 am.", "10", "a time of day"),
    ("The government promised 3 million dollars.", "3 million", "money"),
    ("The council has 20 members.", "20", "people to whom nothing happened"),
    ("The match drew 40,000 spectators.", "40,000", "a noun that we do not know"),
    ("The party won 30 seats.", "30", "seats"),
    ("The company sold 3 ships.", "3", "ships to which nothing happened"),
    ("One latrine serves 200 people.", "One", "a latrine"),
    ("The town has a population of 20,000.", "20,000", "a population, but of no camp"),
    ("Twenty people live in the house.", "Twenty", "the same"),
    ("No people were killed.", "No", "none"),
    ("Several of them were killed.", "Several", "a part of nobody"),
    ("Five of the 14 fishermen died.", "14", "a whole of which only a part is told"),
    ("Two suicide bombers killed 12 people.", "Two", "who did it"),
    ("Two men on a motorcycle shot dead a priest.", "Two", "who did it"),
    ("The hospital saw three heart attacks that day.", "three", "an idiom"),
    ("In 12 of the 40 villages people fled.", "12", "villages do not flee"),
    ("He has 3 children.", "3", "nothing befell them"),
    ("The raid killed 300 sheep.", "300", "sheep are no people"),
    ("Twelve tuktuks marched in, and a man was killed.", "Twelve", "an unknown noun that nothing befell"),
    ("The agency has 230 clerks, who trace missing relatives.", "230", "the missing are others"),
    ("The army lost contact with two posts.", "two", "nobody died"),
    ("The army fired in the air; the rebels left 17.", "17", "no source gives it"),
    ("Jets killed 12 men and wounded 30, the mayor said.", "the", "who says so was not wounded"),
]


@pytest.mark.parametrize(("text", "words", "unit", "group", "label", "why"), CLEAR)
def test_a_number_that_counts_one_thing(
    read_text: Read, text: str, words: str, unit: str, group: str | None, label: str, why: str
) -> None:
    found = candidate(read_text(text), words)
    assert found is not None, why
    assert (found.unit, found.group, found.options) == (unit, group, (label,)), why
    assert found.is_clear


@pytest.mark.parametrize(("text", "words", "why"), NOTHING)
def test_a_number_that_counts_nothing_we_know(read_text: Read, text: str, words: str, why: str) -> None:
    assert candidate(read_text(text), words) is None, why


AMBIGUOUS = [
    ("Some 400 families who fled the shelling are due to return.", "400", {"term:forced_to_flee", "term:returned"}, "fled once, to return now"),
    ("Some 300 people who had fled the town were killed.", "300", {"term:forced_to_flee", "measure:killed"}, "a relative clause hides the verb"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "labels", "why"), AMBIGUOUS)
def test_what_the_words_leave_open_is_left_to_the_model(
    read_text: Read, text: str, words: str, labels: set[str], why: str
) -> None:
    found = candidate(read_text(text), words)
    assert found is not None
    assert set(found.options) == labels, why
    assert not found.is_clear


def test_a_number_that_is_put_again_counts_what_the_sentence_before_counts(read_text: Read) -> None:
    reading = read_text("About 8,500 people have fled. The governor put the number at 1,200 families.")
    found = candidate(reading, "1,200")
    assert found is not None
    assert (found.unit, found.options) == ("households", ("term:forced_to_flee",))


def test_the_population_of_a_camp_may_be_told_a_sentence_later(read_text: Read) -> None:
    reading = read_text("The camp lies near Dorra. It now holds 15,000 people.")
    found = candidate(reading, "15,000")
    assert found is not None
    assert found.options == ("site:population",)


def test_candidates_come_in_the_order_of_the_text(read_text: Read) -> None:
    reading = read_text(
        "Five people were killed and 10 wounded. Some 300 families fled, and 20 homes burned."
    )
    starts = [c.number.start for c in figure_candidates(reading)]
    assert starts == sorted(starts)
    assert len(starts) == 4
