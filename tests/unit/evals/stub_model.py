"""A model behind HTTP that answers every question with the first thing its schema admits."""

from __future__ import annotations

import contextlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "fault"))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from answers import _First
from server import Handler, Script, completion, serve


def _agree(handler: Handler) -> None:
    schema = handler.script.requests[-1].body["response_format"]["json_schema"]["schema"]
    answer: Any = _First().instance(schema, schema.get("$defs", {}))
    timings = {"prompt_ms": 100.04, "predicted_ms": 50.0, "cache_n": 3}
    body = completion(json.dumps(answer), timings=timings)
    handler.send(200, json.dumps(body).encode(), Set_Cookie="session=1")


@contextlib.contextmanager
def model() -> Iterator[Script]:
    """A running stub; ``base_url`` is its address, ``requests`` what it was asked."""
    with serve(_agree) as script:
        yield script


__all__ = ["model"]
