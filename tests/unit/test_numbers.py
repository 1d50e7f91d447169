"""Every number of a hard sentence is found, with its value, qualifier, kind and noun, and nothing else is."""

import re
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
