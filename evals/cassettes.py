"""Cassettes: a live engine's answers on file, one file a case and model, replayed without a model.

A cassette holds what the engine was asked and what it answered, nothing of the machine: no key, no
port, no header that changes from run to run. A request is matched on method, path and the canonical
JSON of its body, so a changed prompt, schema or article makes exactly its cases stale; a cassette that
is played only in part is stale too. They are never edited by hand: ``python -m
summariser.evals.cassettes record`` makes them anew, with the engine restarted for each case, because
its answers can depend on what its prefix cache holds.
"""

from __future__ import annotations

import contextlib
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import vcr
from pydantic import SecretStr
from vcr.errors import CannotOverwriteExistingCassetteException
from vcr.request import Request as VcrRequest

from summariser.api import Summariser
from summariser.articles import load_article
from summariser.engines import make_engine
from summariser.engines.openai_compatible import Endpoint, OpenAICompatibleEngine
from summariser.engines.retrying import Patience
from summariser.errors import EngineError
from summariser.schemas import Summary
from summariser.settings import Settings

ROOT = Path(__file__).resolve().parent
_ARTICLES = ROOT.parent / "examples"
_NOWHERE = "http://127.0.0.1:9/v1"
"""Nothing listens there: a request that no cassette answers fails."""
_VOLATILE = {"id", "created", "timings", "system_fingerprint"}
DEFAULT_MODEL = "qwen2.5-coder-1.5b"


@dataclass(frozen=True, slots=True)
class Case:
    """An article to summarise, and under which name its cassette is kept."""

    name: str
    file: Path
    published: date | None

    def cassette(self, model: str) -> Path:
        """Where its answers by a model are kept."""
        return ROOT / "cassettes" / model / f"{self.name}.yaml"


CASES = (
    Case("article", _ARTICLES / "article.txt", date(2025, 11, 18)),
    Case("camp", _ARTICLES / "camp.txt", None),
)
"""The cases on file. Every article in them was written for this project."""


class StaleCassette(Exception):
    """A cassette that is missing, or does not hold what is asked now."""


def canonical_body(request: VcrRequest) -> str:
    """The body's JSON with sorted keys."""
    return json.dumps(json.loads(request.body or b"{}"), sort_keys=True, ensure_ascii=False)


def _same_body(one: VcrRequest, other: VcrRequest) -> None:
    if canonical_body(one) != canonical_body(other):
        raise AssertionError("the bodies differ")


def _clean_request(request: VcrRequest) -> VcrRequest:
    request.headers = {"content-type": "application/json"}
    request.uri = _NOWHERE + "/chat/completions"
    return request


def _clean_response(response: dict[str, Any]) -> dict[str, Any]:
    """Only what the library reads: ids, times and the server's headers say nothing and change always."""
    text = response.get("content") or response["body"]["string"]
    body = json.loads(text)
    kept = {k: v for k, v in body.items() if k not in _VOLATILE}
    kept |= {"id": "cassette", "created": 0}
    string = json.dumps(kept, ensure_ascii=False)
    response["headers"] = {"content-type": ["application/json"]}
    if "content" in response:
        response["content"] = string
    else:
        response["body"] = {"string": string.encode()}
    return response


def _recorder(mode: str) -> vcr.VCR:
    recorder = vcr.VCR(
        record_mode=mode,
        match_on=("method", "path", "canonical_body"),
        before_record_request=_clean_request,
        before_record_response=_clean_response,
        decode_compressed_response=True,
    )
    recorder.register_matcher("canonical_body", _same_body)
    return recorder


def record(case: Case, model: str) -> Summary:
    """Summarise with the live engine, started for this case alone, and keep its answers."""
    path = case.cassette(model)
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".new.yaml")
    fresh.unlink(missing_ok=True)
    with Summariser(model) as summariser, _recorder("all").use_cassette(str(fresh)):
        summary = summariser.summarise(load_article(case.file, published=case.published))
    fresh.replace(path)  # a cut recording leaves the old cassette as it was
    return summary


def replay(case: Case, model: str) -> Summary:
    """Summarise from the cassette, with no engine and no network.

    Raises:
        StaleCassette: It is missing, does not hold a question that is asked now, or holds more.
    """
    path = case.cassette(model)
    mend = f"Record it anew: python -m summariser.evals.cassettes record {case.name}"
    if not path.is_file():
        raise StaleCassette(f"{case.name}: there is no cassette for {model}. {mend}")
    with _playing(path) as tape:
        try:
            engine = _player(model)
            summary = Summariser(engine=engine).summarise(load_article(case.file, published=case.published))
        except (EngineError, CannotOverwriteExistingCassetteException) as error:
            raise StaleCassette(
                f"{case.name}: a question is not on the cassette of {model}. {mend}"
            ) from error
        left = len(tape) - tape.play_count
    if left:
        raise StaleCassette(
            f"{case.name}: {left} answers on the cassette of {model} are not asked for. {mend}"
        )
    return summary


@contextlib.contextmanager
def _playing(path: Path) -> Iterator[Any]:
    with _recorder("none").use_cassette(str(path)) as tape:
        yield tape


def _player(model: str) -> OpenAICompatibleEngine:
    """An engine that asks as the embedded one does, of nobody: the cassette answers."""
    info = make_engine(Settings.from_environment(model, environment={})).info
    endpoint = Endpoint(_NOWHERE, SecretStr("none"), info.model, extra_body={"cache_prompt": True})
    return OpenAICompatibleEngine(info, endpoint, Patience(attempts=1))


def orphans(model: str = DEFAULT_MODEL) -> list[Path]:
    """Cassettes of no case."""
    known = {case.cassette(model) for case in CASES}
    return sorted(
        p for p in (ROOT / "cassettes").glob("*/*.yaml") if p.parent.name == model and p not in known
    )


def main(arguments: list[str]) -> int:
    """``record [NAME...]`` or ``replay [NAME...]``: the named cases, or all."""
    if not arguments or arguments[0] not in {"record", "replay"}:
        sys.stderr.write("usage: python -m summariser.evals.cassettes record|replay [NAME...]\n")
        return 2
    wanted = arguments[1:] or [case.name for case in CASES]
    for case in CASES:
        if case.name in wanted:
            summary = (record if arguments[0] == "record" else replay)(case, DEFAULT_MODEL)
            cost = summary.provenance
            sys.stdout.write(
                f"{case.name}: {cost.calls} calls, {cost.tokens_out} tokens out, {cost.seconds} s\n"
            )
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
