"""In which form the answer's schema is given to an endpoint, and what is tried when it refuses one.

::

    closed     response_format json_schema with the closed schema: decoding is held to it
    plain      json_schema with plain types: the structure is held, the values are not
    object     json_object
    free       no response_format at all

Below "closed" the whole schema stands in the question as well, since decoding no longer imposes it. In
every form the answer is validated against the closed schema, and sent back with what was wrong: nothing
that is not in the article gets in, it only costs more to keep it out.

Endpoints differ in which of these they take, and some take a small schema and refuse a large one. So a
refusal lowers the form for that schema alone; that "json_schema" is not taken in any shape is remembered
for all.
"""

from __future__ import annotations

import collections
import json
import logging
import re
import threading
from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import Any, Final

from summariser.logs import tell

log = logging.getLogger(__name__)

_KEPT: Final = 512
"""Schemas of which it is remembered that they were refused: an article has some twenty."""
_TOLD: Final = (
    "\n\nAnswer with one JSON object and nothing else: no other text, no Markdown. It must satisfy this "
    "JSON Schema:\n"
)
_NOTES: Final = {"title", "description", "default"}
_VALUES_AND_BOUNDS: Final = {
    *("enum", "const", "format", "pattern", "minLength", "maxLength", "minItems", "maxItems"),
    *("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"),
}
_NAMED: Final = {"properties", "$defs"}
"""Below these stand names and no keywords."""
_JSON_TYPES: Final = {str: "string", bool: "boolean", int: "integer", float: "number", type(None): "null"}

Turn = dict[str, Any]
Schema = Mapping[str, Any]


class Form(IntEnum):
    """How the schema is given; the higher, the less decoding is held to it."""

    CLOSED = 0
    PLAIN = 1
    OBJECT = 2
    FREE = 3

    @property
    def next(self) -> Form | None:
        """What to try after a refusal; None where nothing is left."""
        return Form(self + 1) if self < Form.FREE else None


class Forms:
    """Which form one endpoint takes, as far as is known. Safe to use from several threads.

    Args:
        endpoint: Its name, for the log.
    """

    def __init__(self, endpoint: str) -> None:
        self._endpoint = endpoint
        self._lock = threading.Lock()
        self._for_all = Form.CLOSED
        self._for_one: collections.OrderedDict[str, Form] = collections.OrderedDict()

    def of(self, schema: Schema) -> Form:
        """The form to try first."""
        with self._lock:
            return max(self._for_all, self._for_one.get(_key(schema), Form.CLOSED))

    def remember(self, schema: Schema, form: Form) -> None:
        """Take note that a form was taken after those above it were refused."""
        with self._lock:
            if form is Form.PLAIN:
                self._for_one[_key(schema)] = form
                while len(self._for_one) > _KEPT:
                    self._for_one.popitem(last=False)
            elif form > self._for_all:
                self._for_all = form
                # Answers are checked after they came from here on, and only then.
                tell(log, logging.WARNING, "schema.not_taken", peer=self._endpoint, form=form.name.lower())


def response_format(schema: Schema, name: str, form: Form) -> dict[str, Any] | None:
    """The field of the request; None where it is left out.

    Args:
        schema: The closed JSON schema.
        name: Of the schema. Endpoints refuse one outside ``[a-zA-Z0-9_-]{1,64}``; a generic model is called
            "Box[int]".
        form: The form to give it in.
    """
    if form > Form.PLAIN:
        return {"type": "json_object"} if form is Form.OBJECT else None
    given = schema if form is Form.CLOSED else _without(schema, _NOTES | _VALUES_AND_BOUNDS)
    valid = re.sub(r"[^a-zA-Z0-9_-]+", "_", name)[:64] or "answer"
    return {"type": "json_schema", "json_schema": {"name": valid, "schema": given}}


def told(turns: Sequence[Turn], at: int, schema: Schema, form: Form) -> list[Turn]:
    """The conversation, with the schema in words where decoding is not held to it.

    Args:
        turns: The conversation.
        at: Which turn is the question.
        schema: The closed JSON schema.
        form: The form in which the endpoint gets it.
    """
    if form is Form.CLOSED:
        return list(turns)
    text = json.dumps(_without(schema, _NOTES), ensure_ascii=False, separators=(",", ":"))
    question = {**turns[at], "content": f"{turns[at]['content']}{_TOLD}{text}"}
    return [*turns[:at], question, *turns[at + 1 :]]


def _without(schema: Any, keywords: set[str]) -> Any:
    """A schema without some keywords. Listed values leave their type behind."""
    if isinstance(schema, list):
        return [_without(part, keywords) for part in schema]
    if not isinstance(schema, Mapping):
        return schema
    found: dict[str, Any] = {}
    for key, part in schema.items():
        if key in _NAMED:
            found[key] = {name: _without(inner, keywords) for name, inner in part.items()}
        elif key not in keywords:
            found[key] = _without(part, keywords)
    values = schema.get("enum", [schema["const"]] if "const" in schema else [])
    if values and "enum" in keywords:
        kinds = list(dict.fromkeys(_JSON_TYPES[type(value)] for value in values))
        found["type"] = kinds[0] if len(kinds) == 1 else kinds
    return found


def _key(schema: Schema) -> str:
    return json.dumps(schema, sort_keys=True)
