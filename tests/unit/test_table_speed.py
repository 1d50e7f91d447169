"""Long tables and endless sentences take time in proportion to their length."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from summariser.articles import Article
from summariser.intrusions import ENDLESS, find_intrusions
from summariser.normalise.places import PlaceResolver
from summariser.plain_text import plain_sentences
from summariser.reading import Reading, read
from summariser.table_rows import head_of_table

Rows = Callable[[int], Reading]


@pytest.fixture
def table(resolver: PlaceResolver) -> Rows:
    def made(rows: int) -> Reading:
        body = "\n".join(f"T{i}\t{1000 + i}\t{100 + i}" for i in range(rows))
        return read(Article(f"Town\tIDPs\tReturnees\n{body}"), resolver)

    return made


def seconds(reading: Reading) -> float:
    assert reading.table_starts == frozenset()
    start = time.process_time()
    assert {head_of_table(reading, s.id) for s in reading.sentences[1:]} == {reading.sentences[0].text}
    return time.process_time() - start


def test_the_first_row_of_a_long_table_is_found_once(table: Rows) -> None:
    small, large = table(60), table(360)
    assert seconds(large) < 0.02 + 15 * seconds(small)


def test_each_table_has_its_own_first_row(resolver: PlaceResolver) -> None:
    text = "Town\tIDPs\nAbs\t12\nTown\tReturned\nIbb\t15\n\nIn words.\n\nCamp\tPeople\nMil\t34"
    reading = read(Article(text), resolver)
    found = {s.text.split("\t")[0]: head_of_table(reading, s.id) for s in reading.sentences}
    assert (found["Abs"], found["Ibb"], found["Mil"]) == ("Town\tIDPs", "Town\tReturned", "Camp\tPeople")
    assert found["In words."] is None


def test_a_sentence_of_hundreds_of_numbers_is_not_read_and_said() -> None:
    _, sentences = plain_sentences("Gunmen killed 3. Killed " + "1, " * 400 + "people in Gao. Then 5 fled.")
    assert list(find_intrusions(sentences).values()) == [ENDLESS]


@pytest.mark.parametrize(
    "text",
    [
        "Killed " + "1, " * 100 + "people.",
        "Town\t" + "\t".join("1" * 400),
        "| Gao | " + " | ".join("1" * 400),
    ],
)
def test_rows_and_long_lists_are_read(text: str) -> None:
    assert not find_intrusions(plain_sentences(text)[1])
