"""A model behind the server: it answers whatever is asked with the first thing that the schema admits."""

from __future__ import annotations

import json
from typing import Any

from summariser.evals.first_choice import FirstChoice
from tests.fault.server import Handler, ok

EVENT = {
    "events": [
        {
            "sub_type": "Shelling/artillery/missile attack",
            "status": "occurred",
            "sentences": ["S1"],
            "figures": [{"number": "N1", "measure": "killed"}],
        }
    ]
}
"""What the articles of the tests report, for a question about a whole one."""


def first_choice(handler: Handler) -> None:
    """Answer validly."""
    schema = schema_of(handler.body)
    answer = EVENT if is_whole(handler.body) else FirstChoice().instance(schema, schema.get("$defs", {}))
    ok(json.dumps(answer))(handler)


def is_whole(body: dict[str, Any]) -> bool:
    """Whether the question is about a whole article."""
    return "events" in schema_of(body).get("properties", {})


def schema_of(body: dict[str, Any]) -> dict[str, Any]:
    """The schema that an answer must satisfy, wherever the request has it."""
    told = body["messages"][1]["content"].partition("JSON Schema:\n")[2]
    form = body.get("response_format", {})
    schema: dict[str, Any] = json.loads(told) if told else form["json_schema"]["schema"]
    return schema
