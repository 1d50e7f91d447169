"""Cassettes: a live engine's answers on file, one file a case and model, replayed without a model.

A question is matched on method, path and the canonical JSON of its body, so a changed prompt, schema,
model, sampling or article makes exactly its cases stale; so does a cassette that is played only in part.
They are never edited by hand: ``summariser eval --record`` makes the stale ones anew. One engine answers
all cases of a sitting, as it does in a batch: its prefix cache then holds the prompts' common beginnings
(measured against a fresh start for each case in ``EXPERIMENTS.md``).
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import logging
import shutil
import socket
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import vcr
from pydantic import SecretStr
from vcr.errors import CannotOverwriteExistingCassetteException
from vcr.request import Request as VcrRequest

from summariser.api import Summariser
from summariser.confidence import Rater, calibrated
from summariser.engines import make_engine
from summariser.engines.base import Engine, EngineInfo, Reply, Request, T
from summariser.engines.catalogue import catalogue
from summariser.engines.openai_compatible import Endpoint, OpenAICompatibleEngine
from summariser.engines.redaction import Redactor
from summariser.engines.retrying import Patience
from summariser.errors import CassetteFault, EngineError, NetworkBlocked, SummariserError
from summariser.evals.suites.base import Case
from summariser.evals.tapes import (
    NOWHERE,
    PARTS,
    About,
    Keeper,
    Tape,
    canonical,
    parts_of,
    read_tape,
    write_tape,
)
from summariser.files import write_whole
from summariser.schemas import Summary
from summariser.settings import Settings
from summariser.strategies.asking import in_turn

FOLDER: Final = Path(__file__).resolve().parent / "cassettes"
"""Where the project's own recordings are kept: ``<model>/<suite>/<case>.json``."""
_ARTICLE: Final = "the article"
_NAMES: Final = {
    "model": "the model's name",
    "sampling": "the sampling settings",
    "schema": "the schema",
    "system": "the prompt",
    "question": "the question",
}


@dataclass(frozen=True)
class Recordings:
    """The cassettes of one model with one strategy.

    Attributes:
        settings: Which model, at which endpoint.
        folder: Where the sets of all models lie.
    """

    settings: Settings
    folder: Path = FOLDER

    @classmethod
    def called(cls, name: str | None, folder: Path = FOLDER) -> Recordings:
        """The set of a name, to be replayed: a model, or ``model+single`` for another strategy than its own.

        A model that no catalogue knows was recorded at some endpoint; its name is all that a replay needs.
        What the environment says of endpoints and keys does not decide which cassettes are played.
        """
        model, _, strategy = (name or catalogue().default).partition("+")
        embedded = catalogue().find(model) is not None
        settings = Settings.from_environment(
            model, None if embedded else NOWHERE, strategy=strategy or None, environment={}
        )
        return cls(settings, folder)

    @property
    def info(self) -> EngineInfo:
        """The engine that the settings mean."""
        return make_engine(self.settings).info

    @property
    def name(self) -> str:
        """Of the set: the model's name, and the strategy where it is not the model's own."""
        name = (
            "".join(c if c.isalnum() or c in "-._" else "-" for c in self.info.model).strip("-.") or "model"
        )
        return f"{name}+{self.settings.strategy}" if self.settings.strategy else name

    def path(self, case: Case) -> Path:
        """The case's cassette."""
        return self.folder / self.name / case.suite / f"{case.id}.json"

    @property
    def digests(self) -> Path:
        """Where the SHA-256 of each cassette, as it was recorded, is noted."""
        return self.folder / self.name / "digests.json"

    def note(self, case: Case) -> None:
        """Note the cassette's digest: it was just recorded."""
        noted = self._noted() | {f"{case.suite}/{case.id}": _digest(self.path(case))}
        write_whole(self.digests, json.dumps(noted, indent=1, sort_keys=True) + "\n")

    def is_as_recorded(self, case: Case) -> bool:
        """Whether nobody changed the cassette since."""
        path = self.path(case)
        return path.is_file() and self._noted().get(f"{case.suite}/{case.id}") == _digest(path)

    def _noted(self) -> dict[str, str]:
        try:
            noted: dict[str, str] = json.loads(self.digests.read_bytes())
        except (OSError, ValueError):
            return {}
        return noted

    def about(self, case: Case) -> About:
        """What a recording made now would be of."""
        info = self.info
        return About(
            suite=case.suite,
            case=case.id,
            article_sha256=case.article.sha256,
            published=case.article.published.isoformat() if case.article.published else None,
            model=info.model,
            model_sha256=info.model_sha256,
            strategy=info.strategy,
            engine=info.engine,
        )

    def mend(self, case: Case) -> str:
        """The command that records the case anew."""
        words = ["summariser eval --record", f"--suite {case.suite}"]
        if self.info.model != catalogue().default:
            words.append(f"--model {self.info.model}")
        if self.info.engine != "embedded":
            words.append("--base-url URL")
        if self.settings.strategy:
            words.append(f"--strategy {self.settings.strategy}")
        return f"Record it anew: {' '.join(words)}"


@dataclass(frozen=True)
class Played:
    """What came of a case: a summary or the error that the library gave, and the engine's own seconds."""

    summary: Summary | None
    error: SummariserError | None
    seconds: float | None


def record(
    case: Case, recordings: Recordings, summariser: Summariser, *, sealed: bool, again: bool = False
) -> Played:
    """Summarise with the live engine and keep its answers.

    Questions that the old cassette of the same model answers already are not asked again: what is recorded
    anew is what has changed.

    Args:
        case: What to summarise.
        recordings: Where to keep them.
        summariser: With the live engine that the recordings are of. It is left open.
        sealed: Whether the text is other people's.
        again: Ask everything anew.

    Raises:
        EngineError: The way to the engine failed: the old cassette stays as it was.
    """
    path, about = recordings.path(case), recordings.about(case)
    fresh = path.with_name(path.name + ".recording")
    fresh.parent.mkdir(parents=True, exist_ok=True)
    fresh.unlink(missing_ok=True)
    # An answer that somebody edited must not live on: what is not as it was recorded is asked anew.
    if not again and recordings.is_as_recorded(case) and _same_engine(path, about):
        shutil.copyfile(path, fresh)
    keeper = Keeper(about, sealed, Redactor(recordings.settings.secrets))
    try:
        with in_turn(), _recorder("new_episodes", keeper).use_cassette(str(fresh)) as tape:
            tape.play_response = keeper.opening(tape.play_response)
            played = _summarise(summariser, case)
        kept = read_tape(fresh).exchanges if fresh.exists() else ()
        write_tape(path, Tape(about=about, exchanges=kept))
        recordings.note(case)
    finally:
        fresh.unlink(missing_ok=True)
    return Played(played.summary, played.error, _seconds([e.answer for e in kept]))


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _same_engine(path: Path, about: About) -> bool:
    try:
        old = read_tape(path).about
    except CassetteFault:
        return False
    return (old.model, old.model_sha256, old.engine) == (about.model, about.model_sha256, about.engine)


def replay(
    case: Case,
    recordings: Recordings,
    *,
    sealed: bool,
    rater: Rater = calibrated,
    min_confidence: float | None = None,
) -> Played:
    """Summarise from the cassette, with no engine and no network.

    Raises:
        CassetteFault: It is missing, does not hold a question that is asked now, or holds more. One line
            that names the case, what changed and the command that mends it.
    """
    path, mend = recordings.path(case), recordings.mend(case)
    where = f"{case.suite}/{case.id} ({recordings.name})"
    try:
        tape = read_tape(path)
    except CassetteFault as fault:
        raise CassetteFault(f"{where}: {fault.message}", mend) from None
    if not recordings.is_as_recorded(case):
        raise CassetteFault(f"{where}: the cassette is not as it was recorded", mend)
    now = recordings.about(case)
    keeper = Keeper(now, sealed)
    asked: list[VcrRequest] = []
    with no_network(), _recorder("none", keeper).use_cassette(str(path)) as playing:
        playing.play_response = keeper.opening(playing.play_response)
        _listen(playing, asked)
        with Summariser(engine=_player(recordings), rater=rater, min_confidence=min_confidence) as summariser:
            try:
                played = _summarise(summariser, case)
            except (EngineError, CannotOverwriteExistingCassetteException):
                changed = _what_changed(tape, now, asked[-1] if asked else None, dict(playing.play_counts))
                raise CassetteFault(
                    f"{where}: a question is not on the cassette, {changed} changed", mend
                ) from None
        left = len(playing) - playing.play_count
    if left:
        changed = _ARTICLE if tape.about.article_sha256 != now.article_sha256 else "the code that asks"
        raise CassetteFault(
            f"{where}: {left} of {len(tape.exchanges)} answers on the cassette are not asked for any more, "
            f"{changed} changed",
            mend,
        )
    if tape.about != now:
        raise CassetteFault(f"{where}: {_difference(tape.about, now)} changed", mend)
    return Played(played.summary, played.error, _seconds([e.answer for e in tape.exchanges]))


def replay_or(case: Case, recordings: Recordings, otherwise: Engine, *, sealed: bool) -> tuple[Played, int]:
    """Summarise from the cassette; what it does not answer, another engine does.

    For looking at what a change of the rules does before it is recorded: the figures are hints.

    Returns:
        What came of it, and how many questions the cassette did not answer.

    Raises:
        CassetteFault: There is no cassette that can be read.
    """
    path = recordings.path(case)
    read_tape(path)
    keeper = Keeper(recordings.about(case), sealed)
    with (
        no_network(),
        _recorder("none", keeper).use_cassette(str(path), allow_playback_repeats=True) as playing,
    ):
        playing.play_response = keeper.opening(playing.play_response)
        engine = _Falling(_player(recordings), otherwise)
        with Summariser(engine=engine) as summariser:
            return _summarise(summariser, case), engine.fallen


class _Falling:
    """Asks the cassette, then another engine."""

    def __init__(self, cassette: Engine, otherwise: Engine) -> None:
        self.info = cassette.info
        self.fallen = 0
        self._cassette, self._otherwise = cassette, otherwise

    async def ask(self, request: Request[T]) -> Reply[T]:
        """As the cassette answers, else as the other engine does."""
        try:
            return await self._cassette.ask(request)
        except (EngineError, CannotOverwriteExistingCassetteException):
            self.fallen += 1
            return await self._otherwise.ask(request)

    async def aclose(self) -> None:
        """Close both."""
        await self._cassette.aclose()
        await self._otherwise.aclose()


def orphans(recordings: Recordings, cases: Sequence[Case], suites: set[str]) -> list[Path]:
    """Cassettes of the set that belong to no case of these suites (leftovers of a cut recording as well)."""
    known = {recordings.path(case) for case in cases}
    folder = recordings.folder / recordings.name
    found = {p for suite in suites for p in (folder / suite).glob("*") if p.is_file()}
    return sorted(found - known)


def live(case: Case, summariser: Summariser) -> Played:
    """Summarise with a live engine and keep nothing.

    Raises:
        EngineError: The way to the engine failed.
    """
    played = _summarise(summariser, case)
    seconds = played.summary.provenance.seconds if played.summary is not None else None
    return Played(played.summary, played.error, seconds)


@contextlib.contextmanager
def no_network() -> Iterator[None]:
    """Opening a connection raises ``NetworkBlocked``."""

    def refuse(*_: object, **__: object) -> Any:
        raise NetworkBlocked("A replay tried to open a connection", "Report this: a replay asks nobody")

    kept = socket.socket.connect, socket.socket.connect_ex, socket.getaddrinfo
    socket.socket.connect = socket.socket.connect_ex = refuse  # type: ignore[method-assign]
    socket.getaddrinfo = refuse
    try:
        yield
    finally:
        socket.socket.connect, socket.socket.connect_ex, socket.getaddrinfo = kept  # type: ignore[method-assign]


def _summarise(summariser: Summariser, case: Case) -> Played:
    try:
        return Played(summariser.summarise(case.article), None, None)
    except EngineError:
        raise
    except SummariserError as error:  # the article's own fault: the same on every replay
        return Played(None, error, None)


def _recorder(mode: str, keeper: Keeper) -> vcr.VCR:
    logging.getLogger("vcr").setLevel(logging.ERROR)
    recorder = vcr.VCR(
        record_mode=mode,
        match_on=("method", "path", "canonical_body"),
        before_record_request=keeper.clean_request,
        before_record_response=keeper.clean_response,
        decode_compressed_response=True,
        # Recording, what is not asked any more goes. A replay must never write: a stale cassette would lose
        # the very answers that say what changed.
        drop_unused_requests=mode != "none",
    )
    recorder.register_matcher("canonical_body", _same_body)
    recorder.register_persister(keeper)
    return recorder


def _same_body(one: VcrRequest, other: VcrRequest) -> None:
    if canonical(one.body) != canonical(other.body):
        raise AssertionError("the bodies differ")


def _listen(playing: Any, asked: list[VcrRequest]) -> None:
    """Keep each request that is looked for: the last one is what a stale cassette lacks."""
    look = playing.can_play_response_for

    def look_and_keep(request: VcrRequest) -> Any:
        asked.append(request)
        return look(request)

    playing.can_play_response_for = look_and_keep


def _player(recordings: Recordings) -> Engine:
    """An engine that asks as the live one does, of nobody: the cassette answers."""
    info = recordings.info
    if info.engine == "embedded":
        endpoint = Endpoint(NOWHERE, SecretStr("none"), info.model, extra_body={"cache_prompt": True})
        return OpenAICompatibleEngine(info, endpoint, Patience(attempts=1))
    nowhere = {"base_url": NOWHERE, "api_key": SecretStr("none"), "model": info.model, "attempts": 1}
    return make_engine(recordings.settings.model_copy(update=nowhere))


def _what_changed(tape: Tape, now: About, request: VcrRequest | None, played: dict[int, int]) -> str:
    """Which part of a question differs from the recorded question that is nearest to it."""
    if tape.about != now:
        return _difference(tape.about, now)
    if request is None:
        return "the way it is asked"
    parts = parts_of(_body(request))
    waiting = [e.parts for at, e in enumerate(tape.exchanges) if not played.get(at)]
    if not waiting:
        return "the code that asks (it asks more)"
    differing = min(([n for n in PARTS if p.get(n) != parts[n]] for p in waiting), key=len)
    names = [_NAMES[name] for name in differing]
    return " and ".join(names) if names else "the order of the questions"


def _body(request: VcrRequest) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(request.body or b"{}")
    return loaded


def _difference(then: About, now: About) -> str:
    names = {
        "article_sha256": _ARTICLE, "published": "the day of publication", "model": _NAMES["model"],
        "model_sha256": "the model's file", "strategy": "the strategy", "engine": "the engine",
        "suite": "the suite", "case": "the case",
    }  # fmt: skip
    return " and ".join(names[n] for n in About.model_fields if getattr(then, n) != getattr(now, n))


def _seconds(answers: Sequence[Mapping[str, Any]]) -> float | None:
    """The engine's own time for all answers; None where it gave none."""
    times = [answer["timings"] for answer in answers if answer.get("timings")]
    return (
        round(sum(v for t in times for k, v in t.items() if k.endswith("_ms")) / 1000, 2)
        if times or not answers
        else None
    )
