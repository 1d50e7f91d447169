"""The form of a cassette: one JSON file with what was asked and what was answered.

vcrpy records and replays; this module says how its interactions look on file. Bodies are JSON inside JSON,
so that they can be read and compared. Nothing of the machine is kept: no key, port, host, date or header.
Each question carries short digests of its parts (system text, question, schema, sampling, model), by which
a replay can say what changed. In a sealed cassette (external texts) the question is its SHA-256 alone and
the answer is sealed (see ``sealing``).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from pydantic import BaseModel, ConfigDict, ValidationError
from vcr.persisters.filesystem import CassetteNotFoundError
from vcr.request import Request as VcrRequest

from summariser.engines.redaction import Redactor
from summariser.errors import CassetteFault
from summariser.evals.sealing import seal, unseal
from summariser.files import write_whole

NOWHERE: Final = "http://127.0.0.1:9/v1"
"""The address that a replay asks: nothing listens there."""
PARTS: Final = ("model", "sampling", "schema", "system", "question")
TAPE_VERSION: Final = 1
_URI: Final = NOWHERE + "/chat/completions"
_PARTS_HEADER: Final = "parts"
_TIMES: Final = ("prompt_ms", "predicted_ms", "cache_n")
"""Of llama.cpp's own account: milliseconds of reading and writing, and prompt tokens from its cache."""
_FILLED_IN: Final = {"id": "cassette", "created": 0}
"""What the SDK wants in an answer, and no cassette keeps."""


class _Form(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class About(_Form):
    """What a cassette was recorded from: compared with what a replay asks, to say what changed.

    Attributes of the file: SHA-256 of the article, its day of publication, the model's name and file,
    the strategy, the engine.
    """

    suite: str
    case: str
    article_sha256: str
    published: str | None
    model: str
    model_sha256: str | None
    strategy: str
    engine: str


class Exchange(_Form):
    """One question and its answer."""

    parts: dict[str, str]
    """Short digests of the question's parts, named as in ``PARTS``."""
    ask: dict[str, Any]
    """The request's body; in a sealed cassette its SHA-256 alone."""
    answer: dict[str, Any]
    """The response's body without what changes from run to run; sealed where the cassette is."""


class Tape(_Form):
    """A whole cassette."""

    version: int = TAPE_VERSION
    about: About
    exchanges: tuple[Exchange, ...]


def canonical(body: str | bytes | None) -> str:
    """A body's JSON with sorted keys: two bodies that mean the same are the same."""
    return json.dumps(json.loads(body or b"{}"), sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def digest(value: Any) -> str:
    """SHA-256 of a value's canonical JSON."""
    text = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def parts_of(body: Mapping[str, Any]) -> dict[str, str]:
    """Digests of the parts of a request that can change by themselves."""
    messages = body.get("messages", [])
    rest = {k: v for k, v in body.items() if k not in {"messages", "response_format", "model"}}
    whole = {
        "model": body.get("model"),
        "sampling": rest,
        "schema": body.get("response_format"),
        "system": [m for m in messages if m.get("role") == "system"],
        "question": [m for m in messages if m.get("role") != "system"],
    }
    return {name: digest(whole[name])[:12] for name in PARTS}


def read_tape(path: Path) -> Tape:
    """Read a cassette.

    Raises:
        CassetteFault: It is not there, or not of this form.
    """
    try:
        return Tape.model_validate_json(path.read_bytes())
    except FileNotFoundError:
        raise CassetteFault("there is no cassette") from None
    except (OSError, ValidationError, ValueError) as error:
        raise CassetteFault(f"the cassette cannot be read ({type(error).__name__})") from error


@dataclass
class Keeper:
    """Between vcrpy and the file: its persister, its request filter, its response filter.

    Attributes:
        about: What is being recorded.
        sealed: Whether the text is other people's.
        redactor: Takes out what was sent as a secret, should an answer repeat it. The engine reads answers
            in the same way, so that a replay gives what the recording gave.
    """

    about: About
    sealed: bool
    redactor: Redactor = field(default_factory=Redactor)
    _bodies: dict[str, str] = field(default_factory=dict)
    """Of the requests seen, by the digest that stands for them: sealing needs the body."""

    def clean_request(self, request: VcrRequest) -> VcrRequest:
        """The request as it is kept and compared. Cleaning it twice changes nothing."""
        if request.uri == _URI and _PARTS_HEADER in request.headers:
            return request
        body = json.loads(request.body or b"{}")
        kept: dict[str, Any] = body
        if self.sealed:
            text = canonical(request.body)
            kept = {"sha256": hashlib.sha256(text.encode("utf-8")).hexdigest()}
            self._bodies[kept["sha256"]] = text
        return VcrRequest(
            "POST", _URI, json.dumps(kept, ensure_ascii=False), {_PARTS_HEADER: json.dumps(parts_of(body))}
        )

    def clean_response(self, response: dict[str, Any]) -> dict[str, Any] | None:
        """Only what the library reads, and the engine's own times. A fault of the way there is not kept."""
        if response["status"]["code"] >= 400:
            return None
        text = response.get("content") or response["body"]["string"]
        body = _cleaned(json.loads(text), self.redactor)
        kept = {k: body[k] for k in ("choices", "usage", "model", "object", "sealed") if k in body}
        if times := body.get("timings"):
            kept["timings"] = {
                k: times[k] if isinstance(times[k], int) else round(float(times[k]), 1)
                for k in _TIMES
                if k in times
            }
        return _as_response(response["status"], kept)

    def load_cassette(
        self,
        cassette_path: Path | str,
        serializer: object = None,  # noqa: ARG002 - vcrpy's signature
    ) -> tuple[list[VcrRequest], list[Any]]:
        """vcrpy's way to read."""
        path = Path(cassette_path)
        if not path.is_file():
            raise CassetteNotFoundError
        exchanges = read_tape(path).exchanges
        requests = [
            VcrRequest(
                "POST", _URI, json.dumps(e.ask, ensure_ascii=False), {_PARTS_HEADER: json.dumps(e.parts)}
            )
            for e in exchanges
        ]
        return requests, [_as_response({"code": 200, "message": "OK"}, e.answer) for e in exchanges]

    def save_cassette(
        self,
        cassette_path: Path | str,
        cassette_dict: Mapping[str, Any],
        serializer: object = None,  # noqa: ARG002 - vcrpy's signature
    ) -> None:
        """vcrpy's way to write."""
        exchanges = []
        for request, response in zip(cassette_dict["requests"], cassette_dict["responses"], strict=True):
            ask = json.loads(request.body)
            answer = json.loads(response["body"]["string"])
            answer = {k: v for k, v in answer.items() if k not in _FILLED_IN}
            if self.sealed and "sealed" not in answer:
                choices = json.dumps(answer.pop("choices"), ensure_ascii=False, separators=(",", ":"))
                answer["sealed"] = seal(choices, self._bodies[ask["sha256"]])
            exchanges.append(
                Exchange(parts=json.loads(request.headers[_PARTS_HEADER]), ask=ask, answer=answer)
            )
        write_tape(Path(cassette_path), Tape(about=self.about, exchanges=tuple(exchanges)))

    def opening(self, play: Callable[[VcrRequest], dict[str, Any]]) -> Callable[[VcrRequest], dict[str, Any]]:
        """vcrpy's ``play_response``, with a sealed answer opened by the question that is asked."""

        def play_opened(request: VcrRequest) -> dict[str, Any]:
            response = play(request)
            answer = json.loads(response["body"]["string"])
            if "sealed" not in answer:
                return response
            choices = json.loads(unseal(answer.pop("sealed"), canonical(request.body)))
            return _as_response(response["status"], answer | {"choices": choices})

        return play_opened


def write_tape(path: Path, tape: Tape) -> None:
    """Write a cassette, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, json.dumps(tape.model_dump(mode="json"), ensure_ascii=False, indent=1) + "\n")


def _cleaned(value: Any, redactor: Redactor) -> Any:
    """A JSON value with its texts cleaned."""
    if isinstance(value, dict):
        return {name: _cleaned(inner, redactor) for name, inner in value.items()}
    if isinstance(value, list):
        return [_cleaned(inner, redactor) for inner in value]
    return redactor.clean(value) if isinstance(value, str) else value


def _as_response(status: Mapping[str, Any], body: Mapping[str, Any]) -> dict[str, Any]:
    text = json.dumps(_FILLED_IN | dict(body), ensure_ascii=False)
    return {
        "status": dict(status),
        "headers": {"content-type": ["application/json"]},
        "body": {"string": text.encode("utf-8")},
    }
