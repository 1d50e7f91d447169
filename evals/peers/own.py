"""summariser itself, with its default settings, on the peers' server."""

from __future__ import annotations

import hashlib
from pathlib import Path

import summariser
from summariser.api import Summariser
from summariser.engines.base import Engine
from summariser.errors import (
    ArticleTooLong,
    ConnectionRefused,
    EngineCrashed,
    EngineNotStarted,
    EngineTimeout,
    ModelFileError,
    ServerFault,
    SummariserError,
)
from summariser.evals.peers.systems import Answered, Meter, ServerGone, digest
from summariser.evals.suites.base import Case, Suite

_KINDS: tuple[tuple[type[SummariserError], str], ...] = (
    (EngineTimeout, "timeout"),
    (ArticleTooLong, "too long"),
)
_GONE = (ConnectionRefused, EngineCrashed, EngineNotStarted, ModelFileError, ServerFault)


class Own:
    """The library under the same clock as its peers."""

    name = "summariser"

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._summariser = Summariser(engine=engine)
        self._code = _code_digest()

    def fingerprint(self, suite: str) -> str:
        """Of every line of code and data that can change an answer."""
        return digest(self.name, suite, self._code, self._engine.info.model, self._engine.info.strategy)

    def answer(self, suite: Suite, case: Case) -> Answered:
        """See ``System``."""
        try:
            summary = self._summariser.summarise(case.article)
        except _GONE as error:
            raise ServerGone(
                f"The server failed ({type(error).__name__})", "Start it and run again"
            ) from error
        except SummariserError as error:
            kind = next((name for form, name in _KINDS if isinstance(error, form)), "error")
            return Answered(None, kind, type(error).__name__, _spent(error))
        cost = summary.provenance
        spent = Meter(cost.tokens_in, cost.tokens_out, cost.calls, cost.tokens_cached)
        return Answered(dict(suite.predict(case, summary)), cost=spent)


def _spent(error: SummariserError) -> Meter:
    usage = error.details.get("usage")
    if not isinstance(usage, dict):
        return Meter()
    return Meter(usage["tokens_in"], usage["tokens_out"], usage["calls"], usage["tokens_cached"])


def _code_digest() -> str:
    """The package's own files: its version number stays the same while its rules change."""
    root = Path(summariser.__file__).resolve().parent
    whole = hashlib.sha256()
    for folder in (root, root / "schemas", root / "prompts"):
        for path in sorted(folder.resolve().rglob("*")):
            if path.suffix in {".py", ".json", ".jinja"} and "__pycache__" not in path.parts:
                if "evals" in path.relative_to(folder.resolve()).parts:
                    continue  # what measures does not answer; its mapping to suites' terms is scored anew
                whole.update(path.relative_to(folder.resolve()).as_posix().encode() + path.read_bytes())
    # The way from a summary to the suites' terms is part of the answer.
    for path in sorted((root / "evals" / "suites").resolve().glob("*.py")):
        whole.update(path.read_bytes())
    return whole.hexdigest()[:16]
