"""Every number of a hard sentence is found, with its value, qualifier, kind and noun, and nothing else is."""

from pathlib import Path

import pytest
import yaml

from summariser.normalise.numbers import NumberMention, find_numbers, parse_number
from summariser.sentences import split_sentences

TABLE = yaml.safe_load(Path(__file__).with_name("number_cases.yaml").read_text(encoding="utf-8"))
CASES = [pytest.param(*row, id=f"{group}: {row[0]}") for group, rows in TABLE.items() for row in rows]


def mentions(text: str) -> tuple[NumberMention, ...]:
    return find_numbers(text, split_sentences(text))


def as_row(mention: NumberMention) -> str:
    """A mention in the words of the table."""
    if mention.value is not None:
        value = f"{mention.value:.4g}" if isinstance(mention.value, float) else str(mention.value)
    elif mention.low is None:
        value = "none"
    else:
        value = f"{mention.low}..{'' if mention.high is None else mention.high}"
    flags = [name for name in ("inherited", "implicit") if getattr(mention, name)]
    parts = [value, mention.qualifier, mention.kind, *([mention.head] if mention.head else []), *flags]
    return " ".join(parts)


def test_the_table_is_as_large_as_the_product_promises() -> None:
    assert len(CASES) >= 150


@pytest.mark.parametrize(("text", "expected", "why"), CASES)
def test_numbers_of_the_table(text: str, expected: list[str], why: str) -> None:
    found = mentions(text)
    rows = [as_row(mention) for mention in found]
    assert rows == expected, why


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("66,000", (66_000, None, None, "exactly")),
        ("more than 66,000", (66_000, 66_000, None, "at_least")),
        ("up to 20", (20, None, 20, "at_most")),
        ("about 20", (20, None, None, "about")),
        ("20 or more", (20, 20, None, "at_least")),
        ("between 20 and 30", (None, 20, 30, "between")),
        ("20-30", (None, 20, 30, "between")),
        ("tens of thousands", (None, 10_000, None, "tens_of_thousands")),
        ("several hundred", (None, 100, None, "hundreds")),
        ("a dozen", (12, None, None, "exactly")),
        ("one", (1, None, None, "exactly")),
        ("1.2 million", (1_200_000, None, None, "exactly")),
        ("2.14 lakh", (214_000, None, None, "exactly")),
        ("two hundred and fifty-six thousand", (256_000, None, None, "exactly")),
        ("two-thirds", (2 / 3, None, None, "exactly")),
        ("diez mil", (10_000, None, None, "exactly")),
        ("quatre-vingt-dix", (90, None, None, "exactly")),
        ("خمسة آلاف", (5_000, None, None, "exactly")),
        ("20 people", None),
        ("20 30 40", None),
        ("people", None),
        ("AK-47", None),
        ("", None),
    ],
)
def test_parse_number(words: str, expected: tuple[object, ...] | None) -> None:
    assert parse_number(words) == expected


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("More than 20 people fled.", "More than"),
        ("Well over 20 people fled.", "Well over"),
        ("At least some 20 people fled.", "At least some"),
        ("Losses of nearly $20 million are feared.", "nearly"),
        ("At least another 20 people fled.", "At least"),
        ("20 or so people fled.", "or so"),
        ("20 people or more fled.", "or more"),
        ("20-odd people fled.", "odd"),
        ("20 people fled.", None),
    ],
)
def test_hedges_stand_where_they_say(text: str, hedge: str | None) -> None:
    (mention,) = mentions(text)
    assert mention.hedge == hedge
    if hedge is not None:
        assert mention.hedge_start == text.index(hedge)


@pytest.mark.parametrize(
    ("text", "words", "noun"),
    [
        ("The army says 38 ISIS fighters fell.", "38", "ISIS fighters"),
        ("The camp took 5,000 internally displaced people.", "5,000", "internally displaced people"),
        ("Over 100 of the more than 600 prisoners fled.", "100", "prisoners"),
        ("Some 90 percent of the camp's 11,000 shelters fell.", "90", "shelters"),
        ("Between 20 and 30 aid workers left.", "Between 20 and 30", "aid workers"),
        ("About 1.2 million Syrians left.", "1.2 million", "Syrians"),
        ("It lies 65 km away.", "65", "km"),
        ("The number of displaced families is put at 349.", "349", "families"),
        ("Seven of them were freed.", "Seven", None),
        ("They killed 20.", "20", None),
        ("Fifty gunmen came, killing 20.", "20", None),
    ],
)
def test_span_of_number_and_noun(text: str, words: str, noun: str | None) -> None:
    (mention,) = [mention for mention in mentions(text) if mention.text == words]
    assert mention.noun == noun


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Three soldiers were killed and 10 wounded.", "soldiers"),
        ("Fourteen people, including six children, died and 9 were wounded.", "people"),
        ("Guerrillas killed 43 peasants, kidnapped 32.", "peasants"),
    ],
)
def test_an_inherited_noun_is_that_of_the_earlier_number(text: str, noun: str) -> None:
    last = mentions(text)[-1]
    assert (last.inherited, last.noun, last.noun_start) == (True, noun, text.index(noun))


@pytest.mark.parametrize(
    ("text", "qualifier", "low", "high"),
    [
        ("At least 5 men fled.", "at_least", 5, None),
        ("Up to 5 men fled.", "at_most", None, 5),
        ("About 5 men fled.", "about", None, None),
        ("Five men fled.", "exactly", None, None),
    ],
)
def test_bounds(text: str, qualifier: str, low: int | None, high: int | None) -> None:
    (mention,) = mentions(text)
    assert (mention.value, mention.qualifier, mention.low, mention.high) == (5, qualifier, low, high)


def test_ids_and_sentences_follow_the_text() -> None:
    found = mentions("Two men came. Three left.\n\nFour stayed.")
    assert [(m.id, m.sentence, m.value) for m in found] == [("N1", "S1", 2), ("N2", "S2", 3), ("N3", "S3", 4)]


def test_an_implicit_one_is_its_article() -> None:
    (mention,) = mentions("Shells killed the mayor.")
    assert (mention.text, mention.noun, mention.implicit, mention.value) == ("the", "mayor", True, 1)


def test_a_written_one_is_not_implicit() -> None:
    (mention,) = mentions("One mayor was killed.")
    assert not mention.implicit
