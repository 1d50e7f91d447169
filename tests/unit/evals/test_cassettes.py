"""Cassettes: recorded from an endpoint, replayed without it, and stale when anything that matters changes."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import stub_model
from server import fails, serve

from summariser.api import Summariser
from summariser.articles import Article
from summariser.engines import make_engine, wire
from summariser.engines.base import Message
from summariser.errors import CassetteFault, EngineError, NetworkBlocked
from summariser.evals import cassettes
from summariser.evals.cassettes import Played, Recordings, no_network, orphans, replay
from summariser.evals.suites.base import Case
from summariser.evals.tapes import NOWHERE, read_tape
from summariser.prompting import Prompt
from summariser.settings import Settings

TEXT = """\
KIDAL, Mali, March 4 (Wire) - Boko Haram was near the village of Tassik on Monday: four farmers were killed in
an attack. Another nine were hurt. About 300 families fled to Kidal, where they need water.

The Taliban were near Anefis on Tuesday: six people were killed in an attack there.

The ELN was near Menaka on Sunday: seven people were killed in an attack there.
"""
"""Somebody is near each event, and nobody is said to have done it: there are several questions to ask."""
KEY = "canary-key-of-nobody"


@pytest.fixture(autouse=True)
def _cache(monkeypatch: pytest.MonkeyPatch, index_folder: Path) -> None:
    monkeypatch.setenv("SUMMARISER_CACHE_DIR", str(index_folder))


@pytest.fixture
def case() -> Case:
    return Case("newsroom", "kidal", Article(TEXT, published=date(2025, 3, 5), name="kidal"), None)


@pytest.fixture
def recordings(tmp_path: Path) -> Iterator[Recordings]:
    with stub_model.model() as script:
        settings = Settings.from_environment(
            "tiny", script.base_url, KEY, environment={}, strategy="stepwise"
        )
        yield Recordings(settings, tmp_path)


def record(case: Case, recordings: Recordings, *, sealed: bool, again: bool = False) -> Played:
    with Summariser(engine=make_engine(recordings.settings)) as summariser:
        return cassettes.record(case, recordings, summariser, sealed=sealed, again=again)


def calls(recordings: Recordings, case: Case) -> int:
    return len(read_tape(recordings.path(case)).exchanges)


@pytest.mark.parametrize("sealed", [False, True])
def test_a_replay_gives_what_was_recorded(case: Case, recordings: Recordings, sealed: bool) -> None:
    recorded = record(case, recordings, sealed=sealed)
    played = replay(case, Recordings.called(recordings.name, recordings.folder), sealed=sealed)
    assert recorded.summary is not None
    assert played.summary is not None
    assert recorded.summary.provenance.calls > 2
    left_out = {"provenance": {"seconds", "steps"}}
    assert played.summary.model_dump(exclude=left_out) == recorded.summary.model_dump(exclude=left_out)
    assert played.seconds == recorded.seconds == pytest.approx(0.15 * calls(recordings, case), abs=0.01)


def test_a_sealed_cassette_holds_no_word_of_the_article(case: Case, recordings: Recordings) -> None:
    record(case, recordings, sealed=True)
    text = recordings.path(case).read_text("utf-8")
    words = {w.strip('.,"()') for w in TEXT.split()} - {
        "the",
        "a",
        "of",
        "at",
        "to",
        "model",
        "on",
        "an",
        "in",
    }
    assert not [w for w in words if len(w) > 3 and w in text]
    for exchange in json.loads(text)["exchanges"]:
        assert set(exchange["ask"]) == {"sha256"}
        assert "choices" not in exchange["answer"]


def test_a_cassette_holds_nothing_of_the_machine(case: Case, recordings: Recordings) -> None:
    record(case, recordings, sealed=False)
    text = recordings.path(case).read_text("utf-8")
    for secret in (KEY, "canary", "127.0.0.1", "localhost", "uthorization", "ookie", str(Path.home())):
        assert secret not in text


def test_an_answer_is_not_opened_by_another_question(case: Case, recordings: Recordings) -> None:
    """Swapped answers of a sealed cassette do not pass for one another's."""
    record(case, recordings, sealed=True)
    path = recordings.path(case)
    tape = json.loads(path.read_text("utf-8"))
    first, second = tape["exchanges"][:2]
    first["answer"]["sealed"], second["answer"]["sealed"] = (
        second["answer"]["sealed"],
        first["answer"]["sealed"],
    )
    path.write_text(json.dumps(tape), "utf-8")
    recordings.note(case)
    with pytest.raises((CassetteFault, ValueError)):
        replay(case, recordings, sealed=True)


@pytest.mark.parametrize("sealed", [False, True])
@pytest.mark.parametrize(
    ("change", "named"),
    [
        ("article", "the article changed"),
        ("published", "the day of publication changed"),
        ("prompt", "the prompt changed"),
        ("schema", "the schema"),
        ("sampling", "the sampling settings changed"),
        ("model", "there is no cassette"),
    ],
)
def test_what_changed_is_named(
    case: Case, recordings: Recordings, monkeypatch: pytest.MonkeyPatch, change: str, named: str, sealed: bool
) -> None:
    record(case, recordings, sealed=sealed)
    played = Recordings.called(recordings.name, recordings.folder)
    if change == "article":
        case = replace(case, article=replace(case.article, text=TEXT.replace("four farmers", "five farmers")))
    elif change == "published":
        case = replace(case, article=replace(case.article, published=date(2025, 3, 6)))
    elif change == "prompt":
        spoil(monkeypatch)
    elif change == "sampling":
        played = replace(played, settings=played.settings.model_copy(update={"extra_body": {"top_k": 3}}))
    elif change == "schema":
        other_schema(monkeypatch)
    else:
        played = Recordings.called("other+stepwise", recordings.folder)
    before = recordings.path(case).read_bytes()
    with pytest.raises(CassetteFault) as fault:
        replay(case, played, sealed=sealed)
    assert recordings.path(case).read_bytes() == before, "a replay wrote"
    line = str(fault.value)
    assert "\n" not in line
    assert line.startswith("newsroom/kidal (")
    assert named in line
    assert "summariser eval --record --suite newsroom" in line


def spoil(monkeypatch: pytest.MonkeyPatch) -> None:
    """One word of every system prompt is another."""
    honest = Prompt.messages

    def messages(self: Prompt, **values: object) -> tuple[Message, ...]:
        system, *rest = honest(self, **values)
        return (Message("system", system.content.replace("Answer", "Reply")), *rest)

    monkeypatch.setattr(Prompt, "messages", messages)


def other_schema(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every question's schema has a title more."""
    honest = wire.body

    def body(*arguments: object) -> dict[str, object]:
        made: dict[str, object] = honest(*arguments)  # type: ignore[arg-type]
        response_format = json.loads(json.dumps(made["response_format"]))
        response_format["json_schema"]["schema"]["title"] = "Other"
        return made | {"response_format": response_format}

    monkeypatch.setattr(wire, "body", body)


def test_a_cassette_that_is_played_only_in_part_is_stale(case: Case, recordings: Recordings) -> None:
    record(case, recordings, sealed=False)
    path = recordings.path(case)
    tape = json.loads(path.read_text("utf-8"))
    extra = json.loads(json.dumps(tape["exchanges"][0]))
    extra["ask"]["messages"][1]["content"] += " And?"
    tape["exchanges"].append(extra)
    path.write_text(json.dumps(tape), "utf-8")
    recordings.note(case)
    with pytest.raises(CassetteFault, match=r"1 of .* answers on the cassette are not asked for any more"):
        replay(case, recordings, sealed=False)


@pytest.mark.parametrize("text", ["", "{", '{"version": 1}', "[]"])
def test_a_broken_cassette_is_named(case: Case, recordings: Recordings, text: str) -> None:
    record(case, recordings, sealed=False)
    recordings.path(case).write_text(text, "utf-8")
    with pytest.raises(CassetteFault, match=r"kidal.*cannot be read"):
        replay(case, recordings, sealed=False)


def test_only_what_changed_is_asked_again(case: Case, tmp_path: Path) -> None:
    with stub_model.model() as script:
        settings = Settings.from_environment("tiny", script.base_url, environment={}, strategy="stepwise")
        recordings = Recordings(settings, tmp_path)
        record(case, recordings, sealed=True)
        asked = len(script.requests)
        changed = replace(case, article=replace(case.article, text=TEXT.replace("Anefis", "Aguelhok")))
        record(changed, recordings, sealed=True)
        again = len(script.requests) - asked
        assert 0 < again < asked
        replay(changed, recordings, sealed=True)
        record(changed, recordings, sealed=True, again=True)
        assert len(script.requests) == asked + again + asked


def test_a_recording_that_fails_leaves_the_old_cassette(case: Case, recordings: Recordings) -> None:
    record(case, recordings, sealed=False)
    before = recordings.path(case).read_bytes()
    gone = replace(
        recordings, settings=recordings.settings.model_copy(update={"base_url": NOWHERE, "attempts": 1})
    )
    with pytest.raises(EngineError):
        record(case, gone, sealed=False, again=True)
    assert recordings.path(case).read_bytes() == before
    assert [p.name for p in recordings.path(case).parent.iterdir()] == ["kidal.json"]


@pytest.mark.parametrize("sealed", [False, True])
def test_an_edited_answer_is_seen_and_does_not_live_on(
    case: Case, recordings: Recordings, sealed: bool
) -> None:
    record(case, recordings, sealed=sealed)
    path = recordings.path(case)
    honest = path.read_text("utf-8")
    path.write_text(honest.replace('"completion_tokens": 3', '"completion_tokens": 1', 1), "utf-8")
    with pytest.raises(CassetteFault, match=r"not as it was recorded.*--record"):
        replay(case, recordings, sealed=sealed)
    record(case, recordings, sealed=sealed)
    assert path.read_text("utf-8") == honest
    assert replay(case, recordings, sealed=sealed).summary is not None


def test_a_fault_of_the_way_is_not_on_the_cassette(case: Case, tmp_path: Path) -> None:
    with serve(fails(503), stub_model._agree) as script:
        settings = Settings.from_environment(
            "tiny", script.base_url, environment={}, strategy="stepwise", first_wait_seconds=0.01
        )
        recordings = Recordings(settings, tmp_path)
        played = record(case, recordings, sealed=False)
        assert played.summary is not None
        replay(case, recordings, sealed=False)


def test_an_article_without_a_question_has_an_empty_cassette(recordings: Recordings) -> None:
    quiet = Case("newsroom", "quiet", Article("The library opens at nine.\n", name="quiet"), None)
    assert record(quiet, recordings, sealed=False).seconds == 0
    assert read_tape(recordings.path(quiet)).exchanges == ()
    assert replay(quiet, recordings, sealed=False).summary is not None


def test_orphans_and_leftovers_are_found(case: Case, recordings: Recordings) -> None:
    record(case, recordings, sealed=False)
    stray = recordings.path(case).with_name("gone.json")
    stray.write_text("{}", "utf-8")
    assert orphans(recordings, [case], {"newsroom"}) == [stray]
    assert orphans(recordings, [case], {"idmc"}) == []


def test_the_network_is_blocked() -> None:
    with no_network():
        with pytest.raises(NetworkBlocked):
            socket.create_connection(("127.0.0.1", 9), timeout=1)
        with pytest.raises(NetworkBlocked):
            socket.getaddrinfo("example.org", 80)
    with pytest.raises(OSError, match="refused"):
        socket.create_connection(("127.0.0.1", 9), timeout=1)
