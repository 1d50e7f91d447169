"""``summariser eval`` as its users meet it: options that make no sense, exit codes, what is printed."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

import summariser.cli_evals_run as work
from summariser.cli import main
from summariser.evals.suites import newsroom
from summariser.evals.suites.newsroom import NEWSROOM


@pytest.fixture(autouse=True)
def _cache(monkeypatch: pytest.MonkeyPatch, index_folder: Path) -> None:
    monkeypatch.setenv("SUMMARISER_CACHE_DIR", str(index_folder))


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["--record", "--live"], "exclude one another"),
        (["--data", "x.jsonl"], "name it with --suite"),
        (["--raise-baseline", "--only", "goma"], "whole suites"),
        (["--again"], "--again goes with --record"),
        (["--live", "--gate"], "--live has none"),
        (["--suite", "nosuch"], "There is no suite 'nosuch'. There are newsroom, baghouz, muc4, idmc"),
        (["--suite", "idmc", "--data", "nowhere.jsonl"], "nowhere.jsonl"),
        (["--suite", "idmc", "--data", "nowhere.jsonl", "--record"], "give --cassettes FOLDER"),
        (["score", "nowhere.jsonl"], "nowhere.jsonl cannot be read"),
        (["score"], "issing argument"),
        (["add", "nowhere.txt", "--id", "x"], "nowhere.txt"),
    ],
)
def test_bad_use_is_one_line_and_exit_2(
    arguments: list[str], named: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["eval", *arguments])
    captured = capsys.readouterr()
    assert named in captured.err + captured.out
    assert code in {1, 2}
    assert "Traceback" not in captured.err


def test_help_has_examples_and_exit_codes(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["eval", "--help"]) == 0
    text = capsys.readouterr().out
    assert "Examples:" in text
    assert "Exit codes:" in text


def test_some_cases_are_replayed_scored_and_logged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = next(c.id for c in newsroom.NEWSROOM_SUITE.cases() if "part:dev" in c.traits)
    log, page = tmp_path / "run.jsonl", tmp_path / "report.html"
    code = main(
        ["eval", "--suite", "newsroom", "--only", name, "--log", str(log), "--html", str(page),
         "--predictions", str(tmp_path / "out")]
    )  # fmt: skip
    captured = capsys.readouterr()
    assert code == 0, captured.err
    assert re.search(r"newsroom: [1-9] article", captured.out)
    assert "event_f1" in captured.out
    assert json.loads((tmp_path / "out" / "newsroom.jsonl").read_text("utf-8").splitlines()[0])["id"]
    assert page.read_text("utf-8").startswith("<!")
    assert main(["eval", "score", str(log)]) == 0
    assert "event_f1" in capsys.readouterr().out


def test_a_model_without_cassettes_says_what_to_do(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    code = main(["eval", "--suite", "newsroom", "--cassettes", str(tmp_path), "--workers", "1"])
    captured = capsys.readouterr()
    assert code == 1
    first = captured.err.splitlines()[0]
    assert "there is no cassette" in first
    assert "summariser eval --record --suite newsroom" in first
    assert "and 40 more" in captured.err or "more" in captured.err


def test_an_article_is_added_with_an_empty_label(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(work, "NEWSROOM", tmp_path)
    story = tmp_path / "story.txt"
    story.write_text("Shells fell on the market of Sake on Sunday.\n", "utf-8")
    command = ["eval", "add", str(story), "--id", "sake-market", "--published", "2024-03-12"]
    assert main(command) == 0
    assert (
        (tmp_path / "articles" / "sake-market.txt")
        .read_text("utf-8")
        .endswith("---\n" + story.read_text("utf-8"))
    )
    assert json.loads((tmp_path / "gold" / "sake-market.json").read_text("utf-8"))["events"] == []
    assert main(command) == 2
    assert "There is an article sake-market already" in capsys.readouterr().err
    assert main([*command[:-4], "--id", "Bad Id"]) == 2
    assert not (tmp_path / "articles" / "Bad Id.txt").exists()


def test_labels_are_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good = sorted(NEWSROOM.glob("gold/*.json"))[0]
    assert main(["eval", "check", str(good)]) == 0
    bad = tmp_path / "gold" / good.name
    bad.parent.mkdir()
    bad.write_text(good.read_text("utf-8").replace('"quote": "', '"quote": "xx', 1), "utf-8")
    assert main(["eval", "check", str(bad)]) == 1
    assert "does not stand in the article" in capsys.readouterr().out


def test_without_the_extra_it_says_what_to_install() -> None:
    """In a process of its own, because what is imported already would hide that something is missing."""
    program = (
        "import sys; sys.modules['vcr'] = None\nfrom summariser.cli import main\nsys.exit(main(['eval']))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "pip install 'summariser[evals]'" in done.stderr
