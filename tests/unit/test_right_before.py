"""Words right before a number are found as ever, and in rows of hundreds of numbers in time."""

from __future__ import annotations

import re
import time

import pytest

from summariser.articles import Article
from summariser.certainty import certainty_of
from summariser.corrections import is_withdrawn
from summariser.lexicon import corrections, shares
from summariser.normalise.places import PlaceResolver
from summariser.reading import Reading, read
from summariser.right_before import REACH, right_before
from summariser.shares import why_no_count

FAR = "In the camps above the river people waited for the lorries. " * 20


@pytest.mark.parametrize(
    ("pattern", "words", "found"),
    [
        (shares.A_SHARE_OF, "some 40% of the ", True),
        (shares.A_SHARE_OF, "some 40% of the people and ", False),
        (shares.BY_HOW_MUCH, "the number fell by more than ", True),
        (shares.BY_HOW_MUCH, "the group by more than ", False),
        (corrections.NOT_THIS, "sixteen, not ", True),
        (corrections.UP_FROM, "up from ", True),
        (corrections.UP_FROM, "a group from ", False),
    ],
)
def test_it_is_found_where_a_search_of_all_before_finds_it(
    pattern: re.Pattern[str], words: str, found: bool
) -> None:
    for text in (words, FAR + words):
        here = right_before(pattern, text + "3,000 fled", len(text))
        assert (here is not None) is found is (pattern.search(text) is not None)


def test_the_edge_of_what_is_looked_at_is_no_edge_of_a_word() -> None:
    pattern = re.compile(r"\bup \w*$")
    text = "group " + "a" * (REACH - 3)
    assert text[len(text) - REACH :].startswith("up ")
    assert right_before(pattern, text, len(text)) is None
    assert right_before(re.compile(r"^a*$"), "a" * (REACH + 1), REACH + 1) is None


@pytest.fixture(scope="module")
def rows(resolver: PlaceResolver) -> tuple[Reading, Reading]:
    def made(columns: int) -> Reading:
        heads = "\t".join(f"{1 + i % 28} May" for i in range(columns))
        cells = "\t".join(str(1000 + 7 * i) for i in range(columns))
        return read(Article(f"Displaced people by day\n\nTown\t{heads}\nGao\t{cells}\n"), resolver)

    return made(60), made(360)


def seconds(reading: Reading) -> float:
    row = [n for n in reading.numbers if (n.value or 0) >= 1000]
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        for number in row:
            sentence = reading.sentence(number.sentence)
            assert why_no_count(reading, number, None) is None
            assert not is_withdrawn(reading, number)
            certainty_of(sentence.text, claimed=False, number=number.start - sentence.start)
        best = min(best, time.process_time() - start)
    return best


def test_a_row_of_hundreds_of_columns_takes_time_in_proportion(rows: tuple[Reading, Reading]) -> None:
    small, large = rows
    assert seconds(large) < 0.05 + 18 * seconds(small)
