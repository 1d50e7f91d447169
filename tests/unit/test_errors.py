"""The error tree: documented whole, one line each, picklable, with exit codes."""

from __future__ import annotations

import pickle
import re

import pytest

from summariser import errors
from summariser.errors import SummariserError


def tree() -> list[type[SummariserError]]:
    found = [SummariserError]
    for cls in found:
        found += cls.__subclasses__()
    return [c for c in found if c.__module__ == errors.__name__]


def test_the_tree_in_the_docstring_is_the_tree_in_the_code() -> None:
    documented = set(re.findall(r"^[ │├└─]*([A-Z]\w+)", errors.__doc__ or "", re.MULTILINE))
    documented &= {c.__name__ for c in tree()} | {w for w in documented if w.endswith(("Error", "File"))}
    assert {c.__name__ for c in tree()} <= documented


@pytest.mark.parametrize("cls", tree(), ids=lambda c: c.__name__)
def test_each_error_is_one_line_and_survives_pickling(cls: type[SummariserError]) -> None:
    error = cls("It\nbroke", "Mend\tit", path="a.txt")
    assert str(error) == "It broke. Mend it"
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is cls
    assert (again.message, again.advice, again.details) == (error.message, error.advice, error.details)


@pytest.mark.parametrize(
    ("cls", "code"),
    [
        (errors.EmptyArticle, 2),
        (errors.UnknownModel, 2),
        (errors.ConnectionRefused, 3),
        (errors.HashMismatch, 3),
        (errors.BudgetSpent, 4),
    ],
)
def test_exit_codes(cls: type[SummariserError], code: int) -> None:
    assert cls.exit_code == code
