"""``summariser serve`` and ``summariser label`` as processes: they say where they are, serve, and stop."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

pytest.importorskip("uvicorn")

from summariser import cli

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_a_folder_is_opened_to_be_labelled_and_ctrl_c_ends_it(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Gunmen killed two people in Goma on Monday.")
    script = tmp_path / "script.json"
    script.write_text("{}")
    command = ["-m", "summariser", "label", str(tmp_path), "--port", "0", "--model", f"scripted:{script}"]
    process = subprocess.Popen(
        [sys.executable, *command, "--by", "Ana"], stderr=subprocess.PIPE, text=True, cwd=ROOT
    )
    try:
        assert process.stderr is not None
        told = process.stderr.readline()
        found = re.search(r"http://127\.0\.0\.1:\d+/labels", told)
        assert found, told
        with urllib.request.urlopen(found[0], timeout=30) as answer:
            assert b"one.txt" in answer.read()
        again = [sys.executable, *command, "--by", "Ana"]
        same = subprocess.run(again, capture_output=True, text=True, timeout=120, check=False, cwd=ROOT)
        assert same.returncode != 0
        assert "labels this folder already" in same.stderr, "the same reader; another has drafts of their own"
        process.send_signal(signal.SIGINT)
        rest = process.stderr.read()
        assert process.wait(30) == 130
        assert "Stopped." in rest
        assert "Traceback" not in rest
    finally:
        process.kill()
    assert len(list((tmp_path / "labels").glob("drafts-*.sqlite"))) == 1


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_every_address_that_is_printed_opens_the_page(tmp_path: Path) -> None:
    script = tmp_path / "script.json"
    script.write_text("{}")
    command = [sys.executable, "-m", "summariser", "serve", "--host", "0.0.0.0", "--port", "0"]
    command += ["--store", str(tmp_path / "page.sqlite"), "--model", f"scripted:{script}"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, cwd=ROOT)
    told = []
    try:
        assert process.stderr is not None
        while not told or "Ctrl-C" not in told[-1]:
            told.append(process.stderr.readline())
            assert told[-1], told
        addresses = re.findall(r"http://\S+", "".join(told))
        assert addresses
        assert "--name" in "".join(told)
        for address in addresses:
            opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
            with opener.open(address, timeout=30) as answer:
                assert b"New article" in answer.read()
    finally:
        process.kill()
        process.wait(30)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["label", "/nowhere/at/all"], "There is no folder"),
        (["serve", "--token", "short", "--port", "0"], "fewer than 16"),
        (["serve", "--host", "192.0.2.1", "--port", "0", "--token", "x" * 20], "cannot be listened on"),
    ],
)
def test_what_cannot_be_served_says_why(
    arguments: list[str], words: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    more = ["--store", str(tmp_path / "page.sqlite")] if arguments[0] == "serve" else []
    script = tmp_path / "script.json"
    script.write_text("{}")
    assert cli.main([*arguments, *more, "--model", f"scripted:{script}"]) == 2
    assert words in capfd.readouterr().err
