"""Replay: recorded answers of the default model give summaries again, with no engine and no network."""

from __future__ import annotations

import re
import shutil
import socket
from pathlib import Path

import pytest

from summariser.articles import load_article
from summariser.evals import cassettes
from summariser.evals.cassettes import CASES, DEFAULT_MODEL, Case, StaleCassette
from summariser.evals.grounding import ungrounded


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch, index_folder: Path) -> None:
    """Replaying asks nobody: a connection to anywhere is a failure."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("replay tried to open a connection")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setenv("SUMMARISER_CACHE_DIR", str(index_folder))


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.name)
def test_the_cassette_is_played_whole_and_every_value_is_grounded(case: Case) -> None:
    summary = cassettes.replay(case, DEFAULT_MODEL)
    assert ungrounded(summary, load_article(case.file, published=case.published)) == []
    assert summary.provenance.calls > 0


def test_replay_is_deterministic() -> None:
    one, two = (cassettes.replay(CASES[0], DEFAULT_MODEL) for _ in range(2))
    assert one.model_dump(exclude={"provenance"}) == two.model_dump(exclude={"provenance"})
    assert one.provenance.tokens_out == two.provenance.tokens_out


def test_a_changed_article_makes_its_cassette_stale(tmp_path: Path) -> None:
    case = CASES[0]
    changed = tmp_path / case.file.name
    changed.write_text(case.file.read_text("utf-8").replace("41 fighters", "43 fighters"), "utf-8")
    altered = Case(case.name, changed, case.published)
    # The number itself is told by rule; what is asked changes with the sentences that are shown.
    changed.write_text(changed.read_text("utf-8").replace("Sunday afternoon", "Sunday evening"), "utf-8")
    with pytest.raises(StaleCassette, match=r"article.*cassettes record article"):
        cassettes.replay(altered, DEFAULT_MODEL)


def test_a_cassette_that_holds_more_than_is_asked_is_stale(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cassettes, "ROOT", tmp_path)
    case = next(c for c in CASES if c.name == "camp")
    short = tmp_path / "camp.txt"
    short.write_text(case.file.read_text("utf-8").split("\n\nAccess")[0].split("\n\nNeeds")[0], "utf-8")
    target = tmp_path / "cassettes" / DEFAULT_MODEL / "camp.yaml"
    target.parent.mkdir(parents=True)
    shutil.copy(Path(cassettes.__file__).parent / "cassettes" / DEFAULT_MODEL / "camp.yaml", target)
    with pytest.raises(StaleCassette, match="camp"):
        cassettes.replay(Case("camp", short, None), DEFAULT_MODEL)


def test_a_missing_cassette_says_how_to_make_it(tmp_path: Path) -> None:
    with pytest.raises(StaleCassette, match="there is no cassette"):
        cassettes.replay(Case("nowhere", tmp_path / "a.txt", None), DEFAULT_MODEL)


def test_there_are_no_orphans() -> None:
    assert cassettes.orphans() == []


def test_cassettes_hold_no_key_no_port_and_no_path() -> None:
    files = sorted((Path(cassettes.__file__).parent / "cassettes").glob("*/*.yaml"))
    assert files
    for file in files:
        text = file.read_text("utf-8")
        assert not re.search(r"[Aa]uthorization|[Bb]earer|api[-_]?key", text), file
        assert not re.search(r"127\.0\.0\.1:(?!9/)\d+", text), file
        assert not re.search(r"(?<![\w.])/(?:home|root|tmp|work|Users|var)/", text), file
