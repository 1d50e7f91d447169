"""The command line: what goes to which stream, the exit codes, and that nothing finished is lost."""

from __future__ import annotations

import io
import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from sample import sample_summary

from summariser import cli, cli_models, output
from summariser.articles import Article
from summariser.cli import BROKEN_PIPE, INTERRUPTED, main
from summariser.cli_batch import FAILURES
from summariser.engines.catalogue import catalogue
from summariser.engines.models import ModelFile
from summariser.engines.models import Progress as FileProgress
from summariser.errors import (
    BudgetSpent,
    DownloadFailed,
    EngineCrashed,
    EngineTimeout,
    InvalidReply,
    KeyRefused,
    SummariserError,
    UnknownModel,
    UnreadableSource,
)
from summariser.files import FileMark
from summariser.progress import Progress
from summariser.schema_export import published_schema
from summariser.schemas import Summary

ROOT = Path(__file__).parents[2]


@dataclass
class StubSummariser:
    """Answers with the sample, or does what ``act`` does with the article's text."""

    report: Callable[[Progress], None]
    act: Callable[[str], None]
    asked: list[tuple[Article, str]] = field(default_factory=list)
    closed: int = 0

    def __enter__(self) -> StubSummariser:
        return self

    def __exit__(self, *_: object) -> None:
        self.closed += 1

    def summarise(self, article: Article, kind: str = "all") -> Summary:
        self.asked.append((article, kind))
        self.report(Progress("events", 1, 4, "reading the events"))
        self.act(article.text)
        title = {"title": article.text.strip()}
        return sample_summary(article=sample_summary().article.model_copy(update=title))


@dataclass
class Stub:
    """Stands in for the factory; counts what it is asked for."""

    act: Callable[[str], None] = lambda _: None
    made: list[tuple[str | None, str | None]] = field(default_factory=list)
    least: float | None = None
    summarisers: list[StubSummariser] = field(default_factory=list)

    def make(
        self,
        model: str | None,
        base_url: str | None,
        report: Callable[[Progress], None],
        min_confidence: float | None,
    ) -> StubSummariser:
        self.made.append((model, base_url))
        self.least = min_confidence
        self.summarisers.append(StubSummariser(report, self.act))
        return self.summarisers[-1]

    @property
    def asked(self) -> list[tuple[Article, str]]:
        return [call for summariser in self.summarisers for call in summariser.asked]


@pytest.fixture
def stub(monkeypatch: pytest.MonkeyPatch) -> Stub:
    stub = Stub()
    monkeypatch.setattr(cli, "_make_summariser", stub.make)
    return stub


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three articles and two files that are none, in the current folder."""
    monkeypatch.chdir(tmp_path)
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(f"Article {name}.\n")
    (tmp_path / "empty.txt").touch()
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.7\n")
    return tmp_path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    def run(*arguments: str) -> tuple[int, str, str]:
        code = main(list(arguments))
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run


Run = Callable[..., tuple[int, str, str]]


def raising(errors: dict[str, BaseException]) -> Callable[[str], None]:
    """Raises for the articles whose text holds a key."""

    def act(text: str) -> None:
        for key, error in errors.items():
            if key in text:
                raise error

    return act


class TestSummarise:
    def test_a_page_for_people(self, stub: Stub, files: Path, run: Run) -> None:
        code, out, err = run("summarise", "a.txt")
        assert (code, err) == (0, "")
        assert out.startswith("Article a.\n")
        assert "Cost ─" in out
        assert [s.closed for s in stub.summarisers] == [1]

    def test_json_for_programs(self, stub: Stub, files: Path, run: Run) -> None:
        code, out, err = run("summarise", "a.txt", "--json")
        assert (code, err) == (0, "")
        summary = Summary.model_validate_json(out)
        assert out == summary.model_dump_json(indent=2) + "\n"
        assert json.loads(out)["article"]["title"] == "Article a."
        assert "Ménaka" in out, "letters as they are, not escaped"

    def test_json_lines_for_several(self, stub: Stub, files: Path, run: Run) -> None:
        code, out, _ = run("summarise", "a.txt", "b.txt", "--json")
        assert code == 0
        assert [Summary.model_validate_json(line).article.title for line in out.splitlines()] == [
            "Article a.",
            "Article b.",
        ]
        assert len(stub.made) == 1, "one engine for all of them"

    def test_one_line_even_where_only_one_of_several_succeeds(
        self, stub: Stub, files: Path, run: Run
    ) -> None:
        _, out, _ = run("summarise", "a.txt", "empty.txt", "--json")
        assert len(out.splitlines()) == 1

    def test_pages_are_set_apart(self, stub: Stub, files: Path, run: Run) -> None:
        _, out, _ = run("summarise", "a.txt", "b.txt")
        assert out.count("═" * 20) == 1

    def test_options_reach_the_article_and_the_summariser(self, stub: Stub, files: Path, run: Run) -> None:
        options = [
            "--published",
            "2019-03-12",
            "--source",
            "Wire",
            "--kind",
            "events",
            "--model",
            "m",
            "--base-url",
            "u",
            "--min-confidence",
            "0.4",
        ]
        code, _, _ = run("summarise", "a.txt", *options)
        article, kind = stub.asked[0]
        assert stub.least == 0.4
        assert (code, kind, stub.made) == (0, "events", [("m", "u")])
        assert (str(article.published), article.source, article.name) == ("2019-03-12", "Wire", "a.txt")

    @pytest.mark.parametrize("share", ["1.5", "-0.1", "half"])
    def test_a_confidence_that_is_no_share(self, stub: Stub, files: Path, run: Run, share: str) -> None:
        code, _, err = run("summarise", "a.txt", "--min-confidence", share)
        assert (code, stub.made) == (2, [])
        assert "--min-confidence" in err

    def test_standard_input(self, stub: Stub, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("Ménaka.\r\n".encode())))
        code, _, err = run("summarise", "-")
        assert (code, err) == (0, "")
        assert stub.asked[0][0].text == "Ménaka.\r\n"

    def test_a_terminal_as_standard_input_is_announced(
        self, stub: Stub, run: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        stdin = io.TextIOWrapper(io.BytesIO(b"Typed."))
        monkeypatch.setattr(stdin, "isatty", lambda: True, raising=False)
        monkeypatch.setattr(sys, "stdin", stdin)
        code, out, err = run("summarise", "-")
        assert code == 0
        assert err == "summariser: reading from the terminal, end with Ctrl-D\n"
        assert "Ctrl-D" not in out


class TestFailures:
    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (["summarise"], "Missing argument"),
            (["summarise", "a.txt", "--kind", "everything"], "'everything' is not one of 'all', 'events'"),
            (["summarise", "a.txt", "--bogus"], "No such option"),
            (["summarise", "a.txt", "--published", "12 March"], "YYYY-MM-DD"),
            (["summarise", "a.txt", "--published", ""], "YYYY-MM-DD"),
            (["summarise", "a.txt", "--published", "2999-01-01"], "lies in the future"),
            (["summarise", "-", "-"], "standard input can be read once"),
            (["summarise", "missing.txt"], "missing.txt does not exist"),
            (["summarise", "."], "is a directory. Name the files in it"),
            (["summarise", "empty.txt"], "empty.txt is empty"),
            (["summarise", "scan.pdf"], "scan.pdf cannot be read as a PDF"),
            (["summarise", "a.txt", "--output", "no/such/folder.txt"], "its folder does not exist"),
            (["summarise", "a.txt", "--output", "."], "is a directory"),
            (["summarise", "a.txt", "--output", "a.txt/x"], "its folder does not exist"),
            (["summarise", "a.txt", "--output", "./a.txt"], "is an input as well"),
            (["model", "path", "nonesuch"], "There is no model 'nonesuch'"),
            (["model", "pull", "nonesuch"], "There is no model 'nonesuch'"),
            (["schema", "everything"], "'everything' is not one of"),
            (["nonsense"], "No such command"),
        ],
    )
    def test_bad_use_is_one_line_and_exit_code_2(
        self, stub: Stub, files: Path, run: Run, arguments: list[str], message: str
    ) -> None:
        code, out, err = run(*arguments)
        assert (code, out) == (2, "")
        assert err.startswith("summariser: ")
        assert message in err
        assert err.count("\n") == 1
        assert stub.made == [], "no engine was needed to find that out"
        assert (files / "a.txt").read_text() == "Article a.\n"

    @pytest.mark.parametrize(
        ("error", "code"),
        [
            (UnknownModel("There is no model 'x'", "Choose another"), 2),
            (KeyRefused("The key was refused", "Check it"), 3),
            (EngineTimeout("No answer", "Try again"), 3),
            (DownloadFailed("No source", "Check the network"), 3),
            (InvalidReply("Nothing\nvalid", "Use a larger model"), 3),
        ],
    )
    def test_an_error_of_the_library(
        self, stub: Stub, files: Path, run: Run, error: SummariserError, code: int
    ) -> None:
        stub.act = raising({"Article": error})
        assert run("summarise", "a.txt") == (code, "", f"summariser: {error}\n")

    def test_one_bad_file_does_not_stop_the_others(self, stub: Stub, files: Path, run: Run) -> None:
        code, out, err = run("summarise", "empty.txt", "a.txt", "scan.pdf", "missing.txt", "b.txt", "--json")
        assert code == 2
        assert len(out.splitlines()) == 2
        assert [line.split()[1] for line in err.splitlines()] == ["empty.txt", "scan.pdf", "missing.txt"]

    def test_the_worst_exit_code_counts(self, stub: Stub, files: Path, run: Run) -> None:
        stub.act = raising({"Article a": EngineCrashed("The engine died", "Try again")})
        code, out, err = run("summarise", "a.txt", "empty.txt", "b.txt", "--json")
        assert code == 3
        assert len(out.splitlines()) == 1
        assert err.splitlines()[0] == "summariser: a.txt: The engine died. Try again"

    def test_what_befalls_all_is_said_once(self, stub: Stub, files: Path, run: Run) -> None:
        stub.act = raising({"Article": KeyRefused("The key was refused", "Check it")})
        code, out, err = run("summarise", "a.txt", "b.txt", "c.txt")
        assert (code, out) == (3, "")
        assert err.count("The key was refused") == 1
        assert "2 more not read" in err
        assert len(stub.asked) == 1

    def test_an_engine_that_cannot_be_made_is_not_made_again(
        self, stub: Stub, files: Path, run: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        tried = []

        def make(*arguments: object) -> None:
            tried.append(arguments)
            raise UnreadableSource("There is no script x", "Check the path")

        monkeypatch.setattr(cli, "_make_summariser", make)
        code, _, err = run("summarise", "empty.txt", "a.txt", "b.txt", "c.txt")
        assert (code, len(tried)) == (2, 1)
        assert err.splitlines()[1:] == [
            "summariser: a.txt: There is no script x. Check the path",
            "summariser: 2 more not read, for the same would befall them",
        ]

    def test_a_bug_keeps_its_traceback(self, stub: Stub, files: Path) -> None:
        stub.act = raising({"Article": ZeroDivisionError()})
        with pytest.raises(ZeroDivisionError):
            main(["summarise", "a.txt"])
        assert [s.closed for s in stub.summarisers] == [1]

    def test_names_cannot_command_the_terminal(self, stub: Stub, files: Path, run: Run) -> None:
        code, _, err = run("summarise", "\x1b[2Jx.txt", "a.txt")
        assert code == 2
        assert "\x1b" not in err

    def test_ctrl_c(self, stub: Stub, files: Path, run: Run) -> None:
        stub.act = raising({"Article": KeyboardInterrupt()})
        assert run("summarise", "a.txt") == (INTERRUPTED, "", "summariser: Stopped.\n")
        assert [s.closed for s in stub.summarisers] == [1]

    def test_ctrl_c_elsewhere(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        def interrupted(*_: object, **__: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr(cli_models, "ensure_model", interrupted)
        assert run("model", "pull") == (INTERRUPTED, "", "summariser: Stopped.\n")

    def test_nobody_reads_any_more(self, stub: Stub, files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        class Closed(io.StringIO):
            def write(self, text: str) -> int:
                raise BrokenPipeError(32, "Broken pipe")

        monkeypatch.setattr(sys, "stdout", Closed())
        assert main(["summarise", "a.txt", "b.txt"]) == BROKEN_PIPE
        assert len(stub.asked) == 1, "no work for nobody"

    def test_a_full_disk_behind_standard_output(
        self, stub: Stub, files: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        class Full(io.StringIO):
            def write(self, text: str) -> int:
                raise OSError(28, "No space left on device")

        monkeypatch.setattr(sys, "stdout", Full())
        assert main(["summarise", "a.txt"]) == 3
        assert capsys.readouterr().err.startswith("summariser: There is no room for standard output.")


class TestOutputFile:
    def test_the_result_and_nothing_else(self, stub: Stub, files: Path, run: Run) -> None:
        printed = run("summarise", "a.txt", "b.txt", "--json")[1]
        code, out, err = run("summarise", "a.txt", "b.txt", "--json", "--output", "out.jsonl")
        assert (code, out, err) == (0, "", "")
        assert (files / "out.jsonl").read_text(encoding="utf-8") == printed
        assert temporary(files) == []

    def test_a_page_without_colour(
        self, stub: Stub, files: Path, run: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("FORCE_COLOR", "1")
        run("summarise", "a.txt", "-o", "page.txt")
        page = (files / "page.txt").read_text(encoding="utf-8")
        assert page.startswith("Article a.\n")
        assert "\x1b" not in page

    @pytest.mark.parametrize(("umask", "mode"), [(0o022, 0o644), (0o077, 0o600)])
    def test_a_new_file_has_the_users_permissions(
        self, stub: Stub, files: Path, run: Run, umask: int, mode: int
    ) -> None:
        before = os.umask(umask)
        try:
            run("summarise", "a.txt", "-o", "out.txt")
        finally:
            os.umask(before)
        assert stat.S_IMODE((files / "out.txt").stat().st_mode) == mode

    def test_an_old_file_keeps_its_permissions(self, stub: Stub, files: Path, run: Run) -> None:
        target = files / "out.txt"
        target.write_text("old")
        target.chmod(0o640)
        run("summarise", "a.txt", "-o", "out.txt")
        assert target.read_text().startswith("Article a.")
        assert stat.S_IMODE(target.stat().st_mode) == 0o640

    def test_a_link_stays_a_link(self, stub: Stub, files: Path, run: Run) -> None:
        (files / "sub").mkdir()
        (files / "link.txt").symlink_to("sub/real.txt")
        assert run("summarise", "a.txt", "-o", "link.txt")[0] == 0
        assert (files / "link.txt").is_symlink()
        assert (files / "sub" / "real.txt").read_text().startswith("Article a.")

    def test_a_device_is_written_to_and_not_replaced(self, stub: Stub, files: Path, run: Run) -> None:
        assert run("summarise", "a.txt", "-o", "/dev/null") == (0, "", "")
        assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)

    def test_a_dash_is_standard_output(self, stub: Stub, files: Path, run: Run) -> None:
        assert run("summarise", "a.txt", "-o", "-")[1].startswith("Article a.")
        assert not (files / "-").exists()

    def test_an_old_result_outlives_a_failure(self, stub: Stub, files: Path, run: Run) -> None:
        (files / "out.txt").write_text("old")
        assert run("summarise", "empty.txt", "-o", "out.txt")[0] == 2
        assert (files / "out.txt").read_text() == "old"

    def test_a_folder_that_may_not_be_written_to(
        self, stub: Stub, files: Path, run: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(*_: object) -> None:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(output.os, "open", refuse)  # the tests may run as a user who may do anything
        code, out, err = run("summarise", "a.txt", "-o", "out.txt")
        assert (code, out) == (2, "")
        assert err == (
            "summariser: out.txt cannot be written: its folder may not be written to. "
            "Name a file in another folder\n"
        )
        assert stub.made == []

    def test_finished_work_is_not_lost_with_the_disk(
        self, stub: Stub, files: Path, run: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(_: int) -> None:
            raise OSError(28, "No space left on device")

        (files / "out.txt").write_text("old")
        monkeypatch.setattr(output.os, "fsync", full)
        code, out, err = run("summarise", "a.txt", "-o", "out.txt")
        assert code == 3
        assert out.startswith("Article a.")
        assert "no room for out.txt" in err
        assert "standard output instead" in err
        assert (files / "out.txt").read_text() == "old"
        assert temporary(files) == []

    def test_ctrl_c_keeps_what_is_finished(self, stub: Stub, files: Path, run: Run) -> None:
        stub.act = raising({"Article b": KeyboardInterrupt()})
        code, out, err = run("summarise", "a.txt", "b.txt", "c.txt", "--json", "-o", "out.jsonl")
        assert (code, out) == (INTERRUPTED, "")
        assert err == "summariser: Stopped. 1 of 3 articles were finished.\n"
        assert len((files / "out.jsonl").read_text().splitlines()) == 1


def temporary(folder: Path) -> list[Path]:
    return list(folder.glob(".summariser-*"))


class TestSchemaAndModels:
    @pytest.fixture(autouse=True)
    def cache(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
        monkeypatch.setenv("SUMMARISER_CACHE_DIR", str(tmp_path / "cache"))
        return tmp_path / "cache"

    @pytest.mark.parametrize("kind", ["events", "humanitarian", "summary"])
    def test_schema(self, run: Run, kind: str) -> None:
        code, out, err = run("schema", kind)
        assert (code, err) == (0, "")
        assert json.loads(out) == published_schema(kind)

    def test_list(self, run: Run, cache: Path) -> None:
        first = catalogue().models[0]
        (cache / "models").mkdir(parents=True)
        (cache / "models" / first.file).touch()
        code, out, err = run("model", "list")
        assert (code, err) == (0, "")
        line = next(line for line in out.splitlines() if line.startswith(first.name))
        assert "default, here" in line
        assert f"{first.size / 1e6:,.0f} MB" in line
        assert out.count("not fetched") == len(catalogue().models) - 1
        assert max(map(len, out.splitlines())) <= 90

    def test_path(self, run: Run, cache: Path) -> None:
        code, out, err = run("model", "path", "smollm2-135m")
        assert code == 0
        assert out == f"{cache / 'models' / catalogue().get('smollm2-135m').file}\n"
        assert "summariser model pull smollm2-135m" in err

    @pytest.mark.parametrize(
        ("arguments", "name"), [([], catalogue().default), (["smollm2-135m"], "smollm2-135m")]
    )
    def test_pull(
        self, run: Run, cache: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], name: str
    ) -> None:
        asked: list[tuple[str, Path, bool]] = []

        def ensure(name: str, *, cache_dir: Path, progress: Any, offline: bool, again: bool) -> ModelFile:
            assert again
            asked.append((name, cache_dir, offline))
            progress(FileProgress("downloading", 1, 2))
            return ModelFile(cache_dir / "file", FileMark(0, 0, 0, 0))

        monkeypatch.setattr(cli_models, "ensure_model", ensure)
        monkeypatch.setenv("SUMMARISER_OFFLINE", "1")
        assert run("model", "pull", *arguments) == (0, f"{cache / 'file'}\n", "")
        assert asked == [(name, cache, True)]

    def test_pull_that_fails(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        def fail(*_: object, **__: object) -> None:
            raise DownloadFailed("No source could be reached", "Check the network")

        monkeypatch.setattr(cli_models, "ensure_model", fail)
        assert run("model", "pull") == (3, "", "summariser: No source could be reached. Check the network\n")


MODEL_COMMANDS = ([], ["list"], ["pull"], ["path"])


class TestHelp:
    @pytest.mark.parametrize(
        "command",
        [[], ["summarise"], ["batch"], ["schema"], *(["model", *name] for name in MODEL_COMMANDS)],
    )
    @pytest.mark.parametrize("option", ["--help", "-h"])
    def test_every_command_shows_examples(self, run: Run, command: list[str], option: str) -> None:
        code, out, err = run(*command, option)
        assert (code, err) == (0, "")
        assert "Example" in out
        assert f"  summariser {' '.join(command)}".rstrip() in out or "summariser model path" in out
        assert max(map(len, out.splitlines())) <= 100

    def test_a_batchs_own_exit_codes_are_documented(self, run: Run) -> None:
        codes = run("batch", "--help")[1].split("Exit codes:\n")[1]
        shown = [line.split()[0] for line in codes.splitlines()[:6]]
        assert shown == ["0", "2", "3", str(BudgetSpent.exit_code), str(FAILURES), str(INTERRUPTED)]

    @pytest.mark.parametrize("command", [[], ["summarise"]])
    def test_exit_codes_are_documented(self, run: Run, command: list[str]) -> None:
        _, out, _ = run(*command, "--help")
        lines = [line.split()[0] for line in out.split("Exit codes:\n")[1].splitlines()[:5]]
        assert lines == ["0", "2", "3", str(INTERRUPTED), str(BROKEN_PIPE)]

    def test_keys_come_from_the_environment(self, run: Run) -> None:
        assert "OPENAI_API_KEY" in run("summarise", "--help")[1]
        assert run("summarise", "x", "--api-key", "k")[0] == 2

    @pytest.mark.parametrize("command", [[], ["model"]])
    def test_a_command_is_needed(self, run: Run, command: list[str]) -> None:
        code, out, err = run(*command)
        assert (code, out) == (2, "")
        assert err.startswith("Usage: ")

    def test_version(self, run: Run) -> None:
        code, out, err = run("--version")
        assert (code, err) == (0, "")
        assert out.startswith("summariser 0.")


class TestProcess:
    """What only a process of its own can show."""

    def python(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, *arguments],
            capture_output=True,
            cwd=ROOT,
            env={**os.environ, **environment},
            timeout=60,
            check=False,
        )

    def test_as_a_module(self) -> None:
        done = self.python("-m", "summariser", "--version")
        assert (done.returncode, done.stderr) == (0, b"")
        assert done.stdout.startswith(b"summariser ")

    def test_a_locale_without_accents(self) -> None:
        code = (
            "import sys; sys.path.insert(0, 'tests/unit')\n"
            "import test_cli; from summariser import cli\n"
            "stub = test_cli.Stub(); cli._make_summariser = stub.make\n"
            "sys.exit(cli.main(['summarise', 'examples/article.txt']))"
        )
        done = self.python(
            "-c", code, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0", PYTHONIOENCODING="ascii"
        )
        assert (done.returncode, done.stderr) == (0, b"")
        assert "Ménaka" in done.stdout.decode("utf-8")

    def test_help_needs_no_engine(self) -> None:
        code = (
            "import sys; from summariser import cli; cli.main(['--help'])\n"
            "assert not {'openai', 'instructor', 'xllamacpp', 'trafilatura'} & set(sys.modules)"
        )
        done = self.python("-c", code)
        assert (done.returncode, done.stderr) == (0, b"")
