"""The assignment, and when two names are one."""

from __future__ import annotations

import itertools
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summariser.evals.scorers.alignment import Levels, assign
from summariser.evals.scorers.names import same, similarity, token_f1, tokens

# The better pair for one alone is not the better assignment for both.
TABLES = [
    ({(0, 0): (5,), (0, 1): (4,), (1, 0): (4,)}, [(0, 1), (1, 0)], "two good pairs are better than the best"),
    ({(0, 0): (9,), (0, 1): (4,), (1, 0): (4,)}, [(0, 0)], "unless the best outweighs both"),
    ({(0, 0): (1, 0), (0, 1): (1, 3)}, [(0, 1)], "the second level decides where the first ties"),
    ({(0, 0): (2, 0), (0, 1): (1, 999)}, [(0, 0)], "and only there, however large it is"),
    ({(0, 0): (1, 9), (0, 1): (1, 0), (1, 0): (1, 0)}, [(0, 1), (1, 0)], "over all pairs together"),
    ({}, [], "nothing may be paired"),
    ({(0, 0): (1,), (1, 0): (1,), (2, 0): (2,)}, [(2, 0)], "each answers one"),
    ({(0, 1): (1,), (2, 0): (1,)}, [(0, 1), (2, 0)], "groups without a pair in common"),
]


@pytest.mark.parametrize(("table", "expected", "why"), TABLES)
def test_assign(table: dict[tuple[int, int], Levels], expected: list[tuple[int, int]], why: str) -> None:
    ones, others = ["a0", "a1", "a2"], ["b0", "b1", "b2"]
    pairs = assign(ones, others, lambda a, b: table.get((ones.index(a), others.index(b)), ()))
    assert pairs == expected, why


def test_no_list_no_pair() -> None:
    assert assign([], ["b"], lambda _a, _b: (1,)) == []
    assert assign(["a"], [], lambda _a, _b: (1,)) == []


@settings(max_examples=80, deadline=None)
@given(st.lists(st.lists(st.integers(0, 3), min_size=4, max_size=4), min_size=1, max_size=4))
def test_no_assignment_is_better(rows: list[list[int]]) -> None:
    """Against all there are."""
    pairs = assign(range(len(rows)), range(4), lambda i, j: (rows[i][j],) if rows[i][j] else ())
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
    best = max(
        sum(rows[i][j] for i, j in enumerate(columns))
        for columns in itertools.permutations(range(4), len(rows))
    )
    assert sum(rows[i][j] for i, j in pairs) == best


@settings(max_examples=60, deadline=None)
@given(st.sets(st.integers(0, 50), max_size=6), st.sets(st.integers(0, 50), max_size=6), st.randoms())
def test_ties_do_not_depend_on_order_or_side(ones: set[int], others: set[int], chance: random.Random) -> None:
    def levels(one: int, other: int) -> Levels:
        return (1,) if (one + other) % 3 else ()

    def pairs(left: list[int], right: list[int]) -> set[tuple[int, int]]:
        return {(left[i], right[j]) for i, j in assign(left, right, levels)}

    # Told apart: where both lists hold the same things and a ring of them ties with itself turned round,
    # neither of the two is the better one, and no rule could choose it from both sides.
    left, right = sorted(ones), sorted(other + 100 for other in others)
    shuffled = chance.sample(left, len(left)), chance.sample(right, len(right))
    assert pairs(*shuffled) == pairs(left, right)
    assert {(a, b) for b, a in pairs(right, left)} == pairs(left, right)


def test_a_long_list_is_still_exact() -> None:
    """Weights of one large group would not fit a float; by measure and number they fall into small ones."""
    ones = [(number, place) for number in range(200) for place in range(2)]
    pairs = assign(ones, ones, lambda a, b: (1, a == b, a[1] * 500) if a[0] == b[0] else ())
    assert pairs == [(i, i) for i in range(len(ones))]


NAMES = [
    (("M23",), ("March 23 Movement", "m23"), True, "an alias"),
    (("Issa Dembélé",), ("Colonel Issa Dembele",), True, "rank and diacritics"),
    (("al-Hol",), ("Al Hol camp",), True, "hyphen, case and kind"),
    (("al-Hol camp",), ("al-Roj camp",), False, "article and kind tell nothing apart"),
    (("the camp",), ("Camp",), True, "unless nothing else is left"),
    (("North Kivu",), ("South Kivu",), False, "directions differ"),
    (("Nord-Kivu",), ("North Kivu",), True, "directions in another language"),
    (("northern Mali",), ("Mali",), True, "one names no direction"),
    (("Rakhine State",), ("Shan State",), False, "a kind of place"),
    (("Islamic State",), ("Islamic Movement of Nigeria",), False, "one word of two and three"),
    (("Islamic State",), ("Islamic State group",), True, "State is part of that name"),
    (("Ma'rib",), ("Marib",), True, "an apostrophe that is a letter"),
    (("Mali's army",), ("army of Mali",), True, "a possessive"),
    (("l’armée malienne",), ("armée malienne",), True, "an elided article"),
    (("N'Djamena",), ("N’Djaména",), True, "forms of the apostrophe"),
    (("صبراتة",), ("صبراته",), True, "teh marbuta"),
    (("أبين",), ("ابين",), True, "hamza"),
    (("مَأْرِب",), ("مأرب",), True, "vowel signs"),
    (("الحوثيون",), ("حوثيون",), True, "the article"),
    (("والجيش",), ("الجيش",), True, "a conjunction written with it"),
    (("وزارة الصحة",), ("بالصحة",), True, "a preposition written with it"),
    (("علي صالح",), ("علي ناصر محمد",), False, "one name of two and three"),
    (("١٢ يوليو",), ("12 يوليو",), True, "digits"),
    (("Đặng",), ("Dang",), True, "letters that do not decompose"),
    (("Łódź",), ("Lodz",), True, "letters that do not decompose"),
    (("Goma",), ("Gomal",), False, "a near miss"),
    (("Sake",), ("Goma",), False, "another name"),
    (("UNHCR",), (), False, "no name"),
    (("—",), ("…",), False, "no words"),
    (("—",), ("—",), True, "the same, though no word"),
]


@pytest.mark.parametrize(("one", "other", "expected", "why"), NAMES)
def test_same(one: tuple[str, ...], other: tuple[str, ...], expected: bool, why: str) -> None:
    assert same(one, other) is expected, why
    assert same(other, one) is expected, why


def test_half_is_enough() -> None:
    """The known price of the rule: bodies of two states are one name, unless both stand in one event."""
    assert similarity(("Congolese army",), ("Ugandan army",)) == 0.5
    assert token_f1(tokens("a b c"), tokens("a d e")) == pytest.approx(1 / 3)
    assert token_f1(frozenset(), tokens("a")) == 0


@given(st.text(max_size=20), st.text(max_size=20))
def test_similarity_is_symmetric_and_whole_for_the_same(one: str, other: str) -> None:
    assert similarity((one,), (other,)) == similarity((other,), (one,))
    assert 0 <= similarity((one,), (other,)) <= 1
    assert similarity((one,), (one, other)) == 1
