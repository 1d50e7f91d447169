"""The one JSON object in what a model wrote, and never a guessed one."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser.engines.unwrapping import answer_in

ANSWER = '{"dead": 3, "names": ["a {b} c"]}'


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (ANSWER, "nothing around it"),
        (f"\n {ANSWER}\n", "blanks"),
        (f"```json\n{ANSWER}\n```", "a fence"),
        (f"Here is the JSON:\n```\n{ANSWER}\n```\nAnything else?", "a fence in prose"),
        (f"The answer is {ANSWER}.", "prose"),
        (f"{ANSWER}\n\nI took 3 from S1 {{see there}}.", "an explanation with braces"),
        (f'<think>{{"dead": 4}}?</think>{ANSWER}', "another answer in the reasoning"),
        (f'First {{"dead": 4}}, no.\n</think>\n\n{ANSWER}', "reasoning whose beginning the server cut off"),
        (f"<think>a</think> so <think>b</think> {ANSWER}", "thoughts twice"),
        (f"{ANSWER} {ANSWER}", "the same twice"),
    ],
)
def test_found(text: str, why: str) -> None:
    assert answer_in(text).strip() == ANSWER, why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "nothing"),
        ("Three people.", "prose"),
        ('{"dead": 3', "cut off"),
        ('{"events": [{"dead": 3}, {"dea', "cut off: an object within it is not the answer"),
        ('Well: {"events": [{"dead": 3}, {"dea', "the same in prose"),
        ('{"dead": 3} or {"dead": 4}', "two that differ"),
        ('[{"dead": 3}]', "a list of one"),
        ('[1, {"dead": 3}]', "a list"),
        ('<think>Perhaps {"dead": 3}', "cut off in a thought"),
        ('<think>Perhaps {"dead": 3}</think>', "a thought and no answer"),
        ('{a} is the set, {"dead": 3} the answer', "a brace in the prose before it"),
        ('{"dead":' + "[" * 100_000, "too deep to be read"),
    ],
)
def test_not_guessed(text: str, why: str) -> None:
    assert answer_in(text) == text, why


@given(st.text(), st.dictionaries(st.text(), st.integers() | st.text() | st.lists(st.text())))
def test_whatever_is_written(text: str, value: dict[str, object]) -> None:
    """A plain answer stays as it is; of anything else a part comes back, or all of it."""
    plain = json.dumps(value)
    assert answer_in(plain) == plain
    assert answer_in(text) in text
