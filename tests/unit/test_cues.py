"""Cues: the lexicon's words where they report something, and only there."""

# ruff: noqa: E501 - a case is a line
from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser import lexicon
from summariser.cues import Cues, find_cues, unit_and_group
from summariser.schemas.codebooks import PopulationGroup, Unit
from summariser.sentences import split_sentences


def cues_in(text: str) -> Cues:
    return find_cues(text, split_sentences(text))


def hits(text: str, family: str) -> list[tuple[str, str]]:
    return [(c.value, c.text) for c in cues_in(text).of("S1", family)]


REPORTED = [
    # text, family, what is found, why
    ("Rebels attacked the town.", "event", [("generic", "attacked")], "a plain verb"),
    ("He died of a heart attack.", "event", [], "an idiom"),
    ("He died of a heart attack.", "cause", [], "and no cause of flight either"),
    ("Three heart attacks in a day.", "measure", [], "nor a count of attacks"),
    ("The heart of the attack was the port.", "event", [("generic", "attack")], "near miss: the words apart"),
    ("The price war goes on.", "cause", [], "an idiom"),
    ("The war drove prices up.", "cause", [("conflict", "war")], "near miss: the war itself"),
    ("The battle for the title began.", "event", [], "an idiom"),
    ("The battle for the town began.", "event", [("Armed clash", "battle")], "near miss: a town is fought for"),
    ("The title holder was attacked.", "event", [("generic", "attacked")], "near miss: only the word title"),
    ("A cyber-attack hit the bank.", "event", [], "an idiom with a hyphen"),
    ("Twelve inmates ended a hunger strike.", "measure", [], "no strike is counted"),
    ("He was battling the floods.", "cause", [("disaster", "floods")], "an idiom whose floods are real"),
    ("The firm was under fire for its prices.", "cause", [], "nothing burns"),
    ("Shares rallied after the vote.", "event", [], "an idiom of the markets"),
    ("Thousands rallied after the vote.", "event", [("Peaceful protest", "rallied")], "near miss: people do"),
    ("A bomb scared nobody.", "event", [("Remote explosive/landmine/IED", "bomb")], "a whole word"),
    ("The bombastic mayor spoke.", "event", [], "the beginning of another word"),
    ("He limbombed home.", "event", [], "the end of another word"),
    ("An anti-war rally was held.", "cause", [], "behind a hyphen it is half a word"),
    ("A war-torn town.", "cause", [("conflict", "war")], "before a hyphen it keeps its meaning"),
    ("BOMB KILLS TWO", "measure", [("munitions", "BOMB"), ("killed", "KILLS")], "capitals do not matter"),
    ("The unskilled men were paid.", "measure", [], "killed inside a word"),
    ("The agency reached 300 families.", "measure", [], "help is no toll"),
    ("A landmine was in the road.", "event", [("Remote explosive/landmine/IED", "landmine")], "one word where two are usual"),
    ("A land mine was in the road.", "event", [("Remote explosive/landmine/IED", "land mine")], "two"),
    ("Police fired teargas.", "event", [("Protest with intervention", "teargas")], "one word"),
    ("An air-strike hit a bus.", "event", [("Air/drone strike", "air-strike")], "a hyphen"),
    ("An air\nstrike hit a bus.", "event", [("Air/drone strike", "air\nstrike")], "a wrapped line"),
    ("A peace\ndeal was near.", "event", [("Agreement", "peace\ndeal")], "a wrapped line"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "family", "found", "why"), REPORTED)
def test_which_words_report_something(text: str, family: str, found: list[tuple[str, str]], why: str) -> None:
    assert hits(text, family) == found, why


def test_a_cue_stands_where_it_says_and_in_its_own_sentence() -> None:
    text = "Rebels attacked the town. Planes bombed the camp, and 300 families fled.\n\nShells hit a school."
    sentences = split_sentences(text)
    cues = find_cues(text, sentences)
    assert {s.id for s in sentences} == set(cues.sentences)
    for sentence in sentences:
        own = cues.of(sentence.id)
        assert own
        assert list(own) == sorted(own, key=lambda c: (c.start, -c.end))
        for cue in own:
            assert sentence.start <= cue.start < cue.end <= sentence.end
            assert text[cue.start : cue.end] == cue.text
            assert f"{cue.family}:{cue.value}" == cue.label


def test_cues_are_the_same_whenever_and_in_whatever_order_they_are_asked_for() -> None:
    text = " ".join(
        f"On {n} May rebels shelled Karsa and killed {n} villagers, who fled." for n in range(400)
    )
    cues = find_cues(text, split_sentences(text))
    before = {s: cues.of(s) for s in cues.sentences}
    assert len(before) == 400
    assert {s: cues.of(s) for s in reversed(before)} == before
    assert {"shelled", "killed", "fled"} <= {c.text for c in cues.of("S7")}
    assert cues.of("S7", "measure") == tuple(c for c in before["S7"] if c.family == "measure")
    assert cues.of("S401") == ()


def test_whether_there_is_any_cue() -> None:
    assert cues_in("Rebels shelled Karsa.")
    assert not cues_in("It rained all day.")


def test_a_hit_over_two_sentences_is_an_accident() -> None:
    text = "The men were shot\n\nDead trees lined the road."
    assert "event:Attack" not in {label for s in ("S1", "S2") for label in cues_in(text).labels(s)}
    assert hits("The men were shot dead near trees.", "event")[0] == ("Attack", "shot dead")


def test_asking_for_families_narrows() -> None:
    cues = cues_in("Some 300 families fled the shelling and need food.")
    assert cues.labels("S1", "term") == {"term:forced_to_flee"}
    assert {c.family for c in cues.of("S1", "term", "cluster")} == {"term", "cluster"}
    assert cues.labels("S1", "term") < cues.labels("S1")
    assert cues.of("S99") == ()


def test_every_label_of_the_lexicon_can_be_met() -> None:
    """A pattern that no text can match is a cue that is silently missing."""
    for table in (lexicon.EVENT_CUES, lexicon.FIGURE_CUES, lexicon.STATUS_CUES, lexicon.NEED_CUES):
        for label, patterns in table.items():
            for pattern in patterns:
                re.compile(pattern)
            assert patterns, label


UNITS = [
    # phrase, unit, group, why
    ("people", "people", "people", "not said who"),
    ("civilians", "people", "civilians", "a plural"),
    ("SDF fighters", "people", "fighters", "the noun is the last word"),
    ("fighter jets", "vehicles", None, "and the last word decides"),
    ("workers", "people", "civilians", "workers alone"),
    ("aid workers", "people", "aid_workers", "the longer noun wins"),
    ("health worker", "people", "health_workers", "in the singular too"),
    ("police officers", "people", "police", "two words"),
    ("officers", "people", "soldiers", "one of them"),
    ("police station", "buildings", None, "near miss: no people"),
    ("internally displaced persons", "people", "displaced", "three words"),
    ("asylum-seekers", "people", "refugees", "a hyphen"),
    ("babies", "people", "children", "-y to -ies"),
    ("buses", "vehicles", None, "-s to -ses"),
    ("fishermen", "people", "civilians", "irregular"),
    ("ISIS wives", "people", "women", "irregular"),
    ("women", "people", "women", "a group of its own"),
    ("women and children", "people", "women_and_children", "the codebook has the two together"),
    ("men, women and children", "people", "people", "three groups are no one group"),
    ("soldiers and civilians", "people", "people", "nor are two"),
    ("teachers and tailors", "people", "civilians", "two nouns of one group"),
    ("families", "households", None, "families are never people"),
    ("host families", "households", None, "with an adjective"),
    ("houses", "homes", None, "housing"),
    ("residential buildings", "homes", None, "housing by the longer noun"),
    ("buildings", "buildings", None, "not housing"),
    ("ammunition stores", "buildings", None, "a store"),
    ("villages", "settlements", None, "a settlement"),
    ("air strikes", "incidents", None, "two words"),
    ("mortar rounds", "munitions", None, "two words"),
    ("tonnes", "supplies", None, "a load"),
    ("tonnes of food", "supplies", None, "with what is loaded"),
    ("ARMED MEN", "people", "men", "capitals"),
]
UNKNOWN = [
    ("seats", "a noun that nobody needs"),
    ("", "nothing"),
    ("dollars", "money"),
    ("heart attacks", "an idiom"),
    ("goalscorers", "the end of a word is not the word"),
]


@pytest.mark.parametrize(("phrase", "unit", "group", "why"), UNITS)
def test_what_a_noun_counts(phrase: str, unit: str, group: str | None, why: str) -> None:
    assert unit_and_group(phrase) == (unit, group), why
    assert Unit(unit)
    assert group is None or PopulationGroup(group)


@pytest.mark.parametrize(("phrase", "why"), UNKNOWN)
def test_what_counts_nothing_we_know(phrase: str, why: str) -> None:
    assert unit_and_group(phrase) is None, why


@given(st.sampled_from(sorted(n for nouns in lexicon.GROUP_NOUNS.values() for n in nouns)))
def test_every_noun_of_a_group_counts_people(noun: str) -> None:
    meaning = unit_and_group(noun)
    assert meaning is not None
    assert meaning[0] == "people"


@pytest.fixture(scope="module", autouse=True)
def _lexicons_are_ready() -> None:
    """Each language's lexicon is compiled once, when first met: that is no part of what a search takes."""
    for text in (
        "The town fell.",
        "Los vecinos de la zona que por la noche",
        "Les gens et les villes",
        "قتل",
    ):
        cues_in(text)
    unit_and_group("people")


@given(st.text(max_size=60))
def test_no_text_breaks_the_search(text: str) -> None:
    cues = cues_in(text)
    assert all(text[c.start : c.end] == c.text for s in cues.sentences for c in cues.of(s))
    unit_and_group(text)
