"""The forms in which a schema is given, and what is remembered of an endpoint that refuses one."""

from __future__ import annotations

import json
import logging
from typing import Literal

import pytest
from pydantic import BaseModel, Field

from summariser.engines.constraining import Form, Forms, response_format, told


class Part(BaseModel):
    title: Literal["S1", "S2"]
    """A field that is called like a keyword."""
    only: Literal["x"] = "x"


class Answer(BaseModel):
    kind: Literal["a", "b"]
    count: int = Field(ge=0, le=9)
    mixed: Literal["n", 3] | None = None
    parts: list[Part] = Field(min_length=1, max_length=5)


SCHEMA = Answer.model_json_schema()
TURNS = [{"role": "system", "content": "You count."}, {"role": "user", "content": "How many?"}]


def test_closed_is_the_schema_itself_and_no_word_more() -> None:
    form = response_format(SCHEMA, "Answer", Form.CLOSED)
    assert form == {"type": "json_schema", "json_schema": {"name": "Answer", "schema": SCHEMA}}
    assert told(TURNS, 1, SCHEMA, Form.CLOSED) == TURNS


def test_plain_keeps_the_structure_and_no_value() -> None:
    form = response_format(SCHEMA, "Answer", Form.PLAIN)
    assert form is not None
    part = {
        "type": "object",
        "required": ["title"],
        "properties": {"title": {"type": "string"}, "only": {"type": "string"}},
    }
    assert form["json_schema"]["schema"] == {
        "type": "object",
        "required": ["kind", "count", "parts"],
        "properties": {
            "kind": {"type": "string"},
            "count": {"type": "integer"},
            "mixed": {"anyOf": [{"type": ["string", "integer"]}, {"type": "null"}]},
            "parts": {"type": "array", "items": {"$ref": "#/$defs/Part"}},
        },
        "$defs": {"Part": part},
    }


@pytest.mark.parametrize("form", [Form.PLAIN, Form.OBJECT, Form.FREE])
def test_what_decoding_is_not_held_to_is_told_in_words(form: Form) -> None:
    first, question = told(TURNS, 1, SCHEMA, form)
    assert first == TURNS[0]
    said, _, schema = question["content"].partition("JSON Schema:\n")
    assert said.startswith("How many?")
    assert json.loads(schema)["properties"]["kind"]["enum"] == ["a", "b"]
    assert json.loads(schema)["$defs"]["Part"]["properties"]["title"] == {
        "enum": ["S1", "S2"],
        "type": "string",
    }
    assert TURNS[1]["content"] == "How many?"


def test_a_re_ask_keeps_the_schema_with_the_question() -> None:
    turns = [*TURNS, {"role": "assistant", "content": "no"}, {"role": "user", "content": "Correct it"}]
    given = told(turns, 1, SCHEMA, Form.OBJECT)
    assert "JSON Schema" in given[1]["content"]
    assert given[2:] == turns[2:]


def test_the_other_forms() -> None:
    assert response_format(SCHEMA, "Answer", Form.OBJECT) == {"type": "json_object"}
    assert response_format(SCHEMA, "Answer", Form.FREE) is None
    assert [f.next for f in Form] == [Form.PLAIN, Form.OBJECT, Form.FREE, None]


@pytest.mark.parametrize(("name", "valid"), [("Box[int]", "Box_int_"), ("x" * 90, "x" * 64), ("\u00e9", "_")])
def test_a_name_that_endpoints_take(name: str, valid: str) -> None:
    form = response_format(SCHEMA, name, Form.CLOSED)
    assert form is not None
    assert form["json_schema"]["name"] == valid


def test_one_schema_that_is_too_large_lowers_no_other() -> None:
    forms = Forms("http://host/v1")
    forms.remember(SCHEMA, Form.PLAIN)
    assert forms.of(SCHEMA) is Form.PLAIN
    assert forms.of(Part.model_json_schema()) is Form.CLOSED


def test_an_endpoint_without_schemas_is_asked_without_from_then_on(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING)
    forms = Forms("http://host/v1")
    for form in (Form.OBJECT, Form.OBJECT, Form.FREE, Form.OBJECT):
        forms.remember(SCHEMA, form)
    assert forms.of(Part.model_json_schema()) is Form.FREE
    assert len(caplog.messages) == 2  # once for each step down, not once a call
