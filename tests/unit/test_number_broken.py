"""A number that a blank has broken is neither of its halves."""

import pytest

from summariser.api import Summariser
from summariser.articles import Article
from summariser.evals.first_choice import rules_alone
from summariser.normalise.number_broken import WHY
from summariser.normalise.numbers import find_numbers
from summariser.sentences import split_sentences


def counts(text: str) -> list[int | float | None]:
    return [m.value for m in find_numbers(text, split_sentences(text)) if m.kind == "count"]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said that 4 0 huts were burnt.",
        "At least 1 7 traders, most of them women, were shot dead there.",
        "Les pompiers ont compté 8 5 maisons détruites dans la ville.",
        "قال الأهالي إن 3 0 منزلا دمر في القصف على البلدة.",
    ],
)
def test_halves_of_a_broken_number_count_nothing(text: str) -> None:
    assert counts(text) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("About 47 900 people left the town.", [47900]),
        ("Some 3 000 families left for the camp.", [3000]),
        ("Rooms 6, 7 and 9 of the school were hit.", [6, 7, 9]),
        ("On June 8 4 traders were shot dead in town.", [4]),
        ("Near Checkpoint 9 4 traders were shot dead.", [4]),
        ("In 2019 40 traders were shot dead in town.", [40]),
        ("Gorom 14 6 2", [14, 6, 2]),
        ("Gorom 14 6 deaths", [14, 6]),
    ],
)
def test_numbers_side_by_side_that_are_two_or_one_are_read(text: str, values: list[int]) -> None:
    assert counts(text) == values


def test_the_result_says_what_was_not_read() -> None:
    text = "Gunmen shot nine traders dead in Djibo on Monday. The mayor said 4 0 huts were burnt."
    with Summariser(engine=rules_alone()) as summariser:
        summary = summariser.summarise(Article(text))
    assert ("S2", "4 0", WHY) in [(i.sentence, i.words, i.reason) for i in summary.issues]
    assert summary.humanitarian is not None
    told = (*summary.humanitarian.displacement, *summary.humanitarian.civilian_harm)
    assert [f.value for f in told] == [9]
