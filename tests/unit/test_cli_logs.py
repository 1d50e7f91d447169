"""The log of the command line: quiet by itself, -v, -vv, JSON Lines, above a live line; the cost by step."""

from __future__ import annotations

import io
import json
import logging
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from rich.console import Console
from rich.live import Live

from summariser import terminal_logs
from summariser.cli import main
from summariser.errors import ConfigurationError
from summariser.logs import tell
from summariser.settings import LogSettings
from summariser.terminal_logs import end_log, start_log
from tests.unit.canary import ARTICLE, KEY, leaks

SCRIPT = {
    "topic": {"topic": "conflict"},
    "figures": {"counts": "other"},
    "events": {"by": "nobody"},
    "facts": {"a": "no"},
}
LINE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z (INFO|DEBUG|WARNING) [a-z_.]+ [a-z_.]+( .*)?")
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(
    tmp_path: Path, index_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Run]:
    """The command line over an article of canaries, with scripted answers and a key in the environment."""
    (tmp_path / "a.txt").write_text(ARTICLE.text, encoding="utf-8")
    (tmp_path / "b.txt").write_text("It rained all day.", encoding="utf-8")
    (tmp_path / "script.json").write_text(json.dumps(SCRIPT), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for name in [n for n in os.environ if n.startswith(("SUMMARISER_LOG", "OTEL_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("SUMMARISER_CACHE_DIR", str(index_folder))
    monkeypatch.setenv("SUMMARISER_MODEL", "scripted:script.json")
    monkeypatch.setenv("OPENAI_API_KEY", KEY)

    def called(*arguments: str) -> tuple[int, str, str]:
        code = main(list(arguments))
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    yield called
    assert not [h for h in logging.getLogger("summariser").handlers if type(h) is not logging.NullHandler]
    assert logging.getLogger("summariser").level == logging.NOTSET


@pytest.mark.parametrize("command", [["summarise", "a.txt", "--json"], ["batch", "a.txt", "o.jsonl", "-q"]])
def test_quiet_by_itself(run: Run, command: list[str]) -> None:
    code, _, err = run(*command)
    assert (code, err) == (0, "")


def test_v_says_what_is_done_and_vv_how(run: Run) -> None:
    code, out, err = run("summarise", "a.txt", "--json", "-v")
    assert code == 0
    assert json.loads(out)["provenance"]["calls"] > 0
    lines = err.splitlines()
    assert all(LINE.fullmatch(line) for line in lines)
    assert [line.split()[3] for line in lines if "call." not in line] == ["article.begun", "article.done"]
    assert any(" call.done " in line for line in lines)
    assert all("file=a.txt" in line for line in lines)
    code, _, more = run("summarise", "a.txt", "--json", "-vv")
    assert {line.split()[1] for line in more.splitlines()} == {"INFO", "DEBUG"}
    assert "step.done" in more
    assert not leaks(err + more), "no text at any level, and no key"


def test_json_lines(run: Run) -> None:
    code, out, err = run("summarise", "a.txt", "missing.txt", "--json", "-vv", "--log-format", "json")
    assert code == 2
    summary = json.loads(out)
    events = [json.loads(line) for line in err.splitlines()]
    assert all(set(e) >= {"time", "level", "logger", "event"} for e in events)
    (done,) = [e for e in events if e["event"] == "article.done"]
    assert done["tokens_in"] == summary["provenance"]["tokens_in"]
    assert isinstance(done["seconds"], float)
    assert done["article"] == summary["article"]["sha256"][:12]
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", done["time"])
    (message,) = [e for e in events if e["event"] == "message"]
    assert "missing.txt does not exist" in message["text"]


def test_a_batch_in_json_lines(run: Run) -> None:
    code, out, err = run("batch", "a.txt", "b.txt", "o.jsonl", "--log-format", "json", "-v")
    assert (code, out) == (0, "")
    events = {e["event"]: e for e in map(json.loads, err.splitlines())}
    assert set(events) >= {"batch.begun", "stream.begun", "store.opened", "article.done", "batch.done"}
    assert (events["batch.done"]["done"], events["batch.done"]["failed"]) == (2, 0)
    first = Path("o.jsonl").read_bytes()
    assert run("batch", "a.txt", "b.txt", "again.jsonl", "-vv")[0] == 0
    assert Path("again.jsonl").read_bytes() == first, "how it was logged changes no output"


def test_the_environment_asks_as_well(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMARISER_LOG", "info")
    monkeypatch.setenv("SUMMARISER_LOG_FORMAT", "json")
    _, _, err = run("summarise", "a.txt", "--json")
    assert {json.loads(line)["level"] for line in err.splitlines()} == {"info"}
    monkeypatch.setenv("SUMMARISER_LOG", "shout")
    code, out, err = run("summarise", "a.txt", "--json")
    assert (code, out) == (2, "")
    assert "SUMMARISER_LOG" in err
    with pytest.raises(ConfigurationError, match="SUMMARISER_LOG_FORMAT"):
        LogSettings.from_environment({"SUMMARISER_LOG_FORMAT": "xml"})


def test_a_files_name_forges_no_line(run: Run) -> None:
    name = 'x" event=forged\n2026-01-01T00:00:00.000Z INFO api key.leaked.txt'
    Path(name).write_text(ARTICLE.text, encoding="utf-8")
    _, _, err = run("summarise", name, "--json", "-v")
    assert all(LINE.fullmatch(line) for line in err.splitlines())
    assert " key.leaked" not in {line[24:].split(" ", 2)[-1][:11] for line in err.splitlines()}
    _, _, err = run("summarise", name, "--json", "-v", "--log-format", "json")
    assert {json.loads(line)["event"] for line in err.splitlines()} == {
        "article.begun", "call.done", "article.done",
    }  # fmt: skip


def test_above_a_live_line() -> None:
    out = io.StringIO()
    console = Console(file=out, force_terminal=True, width=40)
    log = logging.getLogger("summariser.tests")
    try:
        start_log(console, logging.INFO, "text")
        with Live("working", console=console, refresh_per_second=1):
            tell(log, logging.INFO, "it.happened", text="x" * 60, markup="[red]", emoji=":warning:")
    finally:
        end_log()
    plain = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", out.getvalue())
    assert "x" * 60 in plain, "no line is cut or folded"
    assert "[red]" in plain
    assert ":warning:" in plain
    assert plain.rstrip().endswith("working")


def test_a_log_that_nobody_reads_ends_nothing(run: Run) -> None:
    code = (
        "import sys; from summariser.cli import main\n"
        "sys.exit(main(['summarise', 'a.txt', '--json', '-vv', '--output', 'out.json']))"
    )
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "w") as gone:
        done = subprocess.run([sys.executable, "-c", code], stderr=gone, check=False)
    assert done.returncode == 0
    assert json.loads(Path("out.json").read_text())["kind"] == "all"


def test_the_cost_by_step_on_the_page(run: Run) -> None:
    _, quiet, _ = run("summarise", "a.txt")
    assert "narrative" not in quiet.split("Cost")[-1]
    _, page, _ = run("summarise", "a.txt", "-v")
    cost = page.split("Cost")[-1]
    for step in ("read", "places", "topic", "figures", "events", "facts", "draft", "verify", "narrative"):
        assert re.search(rf"^ *{step} +\d+\.\d\d s", cost, re.MULTILINE), step
    assert re.search(
        r"^ *events +\d+\.\d\d s +1 call, [\d,]+ tokens in \(0 cached\), \d+ out", cost, re.MULTILINE
    )


class TestTelemetry:
    def test_spans_go_where_the_environment_says_and_never_to_stdout(self, run: Run) -> None:
        code = "import sys; from summariser.cli import main; sys.exit(main(['summarise', 'a.txt', '--json']))"
        done = subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True, text=True, check=True,
            env={**os.environ, "OTEL_TRACES_EXPORTER": "console", "OTEL_SERVICE_NAME": "desk"},
        )  # fmt: skip
        assert json.loads(done.stdout)["provenance"]["calls"] > 0
        assert '"name": "chat scripted:script.json"' in done.stderr
        assert '"service.name": "desk"' in done.stderr
        assert not leaks(done.stderr)

    def test_an_exporter_that_is_not_there(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("OTEL_TRACES_EXPORTER", "nowhere")
        code, _, err = run("summarise", "a.txt", "--json")
        assert code == 2
        assert "OpenTelemetry cannot be set up" in err
        assert len(err.splitlines()) == 1

    def test_without_the_sdk_the_log_says_so(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("OTEL_TRACES_EXPORTER", "otlp")
        monkeypatch.setitem(sys.modules, "opentelemetry.sdk._configuration", None)
        code, _, err = run("summarise", "a.txt", "--json")
        assert code == 0
        assert "telemetry.off" in err

    def test_none_is_none(self) -> None:
        assert not LogSettings.from_environment({"OTEL_TRACES_EXPORTER": "none"}).exports
        assert not LogSettings.from_environment({}).exports
        assert LogSettings.from_environment({"OTEL_METRICS_EXPORTER": "otlp"}).exports


def test_a_record_that_is_no_event_is_one_line_too() -> None:
    record = logging.makeLogRecord({"name": "summariser.x", "msg": "a\nb", "levelname": "INFO"})
    assert terminal_logs.TextLines().format(record).endswith(r" INFO x a\nb")
    assert json.loads(terminal_logs.JsonLines().format(record))["text"] == r"a\nb"
