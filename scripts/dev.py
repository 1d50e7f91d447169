#!/usr/bin/env python3
"""The project's commands, for people and for CI. Needs Python 3.11+, pip and nothing else.

    python3 scripts/dev.py example   install, and summarise the example article with the embedded model
    python3 scripts/dev.py test      install, and run the tests
    python3 scripts/dev.py check     install, and run format, lint, types, import contracts and the tests
    python3 scripts/dev.py gate      install, replay both recorded models, compare with the baseline
    python3 scripts/dev.py browser   install, and look at page and report in Chromium, where there is one
    python3 scripts/dev.py bench     install, and time the library's own code on a 600-word article
    python3 scripts/dev.py flow      install, and compare the pipeline with a bare client, 64 calls in flight
    python3 scripts/dev.py memory    install, and compare the memory of 1,000 articles with that of 100,000
    python3 scripts/dev.py live      install, and summarise once with the small test model
    python3 scripts/dev.py format    install, and format the code

Everything happens in .venv beside this repository; the system's Python is left alone. An environment
that is already there is used again, and rebuilt when pyproject.toml or constraints.txt has changed.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import time
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
EXAMPLE = ["examples/article.txt", "--published", "2025-11-18", "--source", "Example Wire"]
SECOND_MODEL = "qwen2.5-coder-0.5b"
"""Whose recordings stand beside the default model's."""
PROCESSES = str((os.cpu_count() or 1) + 1)
"""Of tests. One more than there are cores: those of batches, clusters and pages wait as much as they work."""
CHECKS = {
    "format": ["ruff", "format", "--check", "."],
    "lint": ["ruff", "check", "."],
    "types": ["mypy"],
    "contracts": ["lint-imports", "--no-cache"],
}


def main() -> int:
    """Run one command; the exit code is the first failing step's."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "command",
        choices=["example", "test", "check", "gate", "browser", "bench", "flow", "memory", "live", "format"],
    )
    parser.add_argument("--without-tests", action="store_true", help="check: leave the tests out")
    parser.add_argument("rest", nargs="*", help="passed on to pytest or summariser (after --)")
    options = parser.parse_args()
    if sys.version_info < (3, 11):
        print(f"summariser needs Python 3.11 or newer; this is {sys.version.split()[0]}.", file=sys.stderr)
        return 2
    install(dev=options.command not in {"example"})
    if options.command == "example":
        return run("summariser", "summarise", *EXAMPLE, *options.rest)
    if options.command == "gate":
        return run("summariser", "eval", "--gate", "--also", SECOND_MODEL, *options.rest)
    if options.command == "browser":
        return run("pytest", "tests/browser", "-rs", "-n", PROCESSES, *options.rest)
    if options.command == "bench":
        return run("pytest", "-n", "0", "tests/benchmark", "--benchmark-only", *options.rest)
    if options.command in {"flow", "memory"}:
        return run("python", "-m", f"tests.benchmark.{options.command}", *options.rest)
    if options.command == "live":
        return run("summariser", "summarise", *EXAMPLE, "--model", "smollm2-135m", *options.rest)
    if options.command == "format":
        return run("ruff", "format", ".") or run("ruff", "check", "--fix", ".")
    if options.command == "check":
        for name, command in CHECKS.items():
            say(name)
            if code := run(*command):
                return code
    if options.command == "test" or not options.without_tests:
        say("tests")
        return run("pytest", "-n", PROCESSES, *options.rest)
    return 0


def install(*, dev: bool) -> None:
    """Make or update .venv so that it holds what the project's files ask for."""
    kind = "dev" if dev else "run"
    wanted = fingerprint()
    stamp = VENV / f".installed-{kind}"
    if stamp.is_file() and stamp.read_text() == wanted and (BIN / script("summariser")).exists():
        return
    started = time.monotonic()
    if (VENV / "pyvenv.cfg").exists() and not any(
        (VENV / f".installed-{k}").is_file() and (VENV / f".installed-{k}").read_text() == wanted
        for k in ("dev", "run")
    ):
        shutil.rmtree(VENV)  # another state of the project, or an installation that was cut off
    say(f"installing into {VENV.relative_to(ROOT)}")
    if not VENV.exists():
        venv.create(VENV, with_pip=True)
    pip = [str(BIN / script("python")), "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
    subprocess.run([*pip, "--upgrade", "pip>=25.1"], check=True, cwd=ROOT)
    group = ["--group", "dev"] if dev else []
    subprocess.run([*pip, "--constraint", "constraints.txt", "--editable", ".", *group], check=True, cwd=ROOT)
    stamp.write_text(wanted)
    say(f"installed in {time.monotonic() - started:.0f} s")


def fingerprint() -> str:
    """What the environment depends on: the project's own files and this Python."""
    files = [ROOT / "pyproject.toml", ROOT / "constraints.txt"]
    return hashlib.sha256(b"\0".join(f.read_bytes() for f in files) + sys.version.encode()).hexdigest()


def script(name: str) -> str:
    """A program of the environment as this platform calls it."""
    return f"{name}.exe" if os.name == "nt" else name


def run(program: str, *arguments: str) -> int:
    """Run a program of the environment in the repository."""
    # Tests start many processes: without compiled code each of them would compile the library anew.
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    command = [str(BIN / script(program)), *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


def say(text: str) -> None:
    """A line of progress."""
    print(f"== {text}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
    except subprocess.CalledProcessError as error:
        sys.exit(error.returncode)
