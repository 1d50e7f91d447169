"""Every file of ours appears whole or not at all: who writes otherwise stands here, with the reason.

The code is walked for calls that make or change files. A new one fails this test until it goes through
``summariser.files`` or is entered below; an entry that nothing needs any more fails it as well.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLDERS = ("summariser", "schemas", "prompts", "evals", "scripts")
TESTS = ("evals/replay",)

ALLOWED = {
    # (file, function, call): why it need not, or cannot, go through summariser.files
    ("summariser/files.py", "open_new", "os.open"): "the one place where files are made",
    ("summariser/files.py", "open_new", "os.fdopen"): "the same",
    ("summariser/output.py", "Output.finish", "write_text"): "a device or a pipe, which nothing can replace",
    ("summariser/output.py", "forget_stdout", "os.open"): "the null device",
    ("summariser/store.py", "Store.__init__", "sqlite3.connect"): "SQLite's own log makes each commit whole",
    ("summariser/normalise/gazetteer.py", "_build_file", "sqlite3.connect"): "under another name, then moved",
    ("summariser/normalise/gazetteer.py", "_connect", "sqlite3.connect"): "read-only",
    ("summariser/normalise/gazetteer.py", "Gazetteer.open", "sqlite3.connect"): "in memory",
    (
        "summariser/batch/parquet.py",
        "ParquetWriter._flush",
        "write_table",
    ): "into a file that ``replacing`` made",
    ("summariser/exports/parquet.py", "write", "write_table"): "into memory",
    ("summariser/engines/locking.py", "exclusive", "open"): "a lock: it is never written to",
    ("summariser/engines/partial.py", "PartialFile.append", "open"): "grows by parts that a journal counts",
    ("summariser/engines/embedded_child.py", "main", "os.fdopen"): "a pipe to the parent",
    ("summariser/workers/child.py", "main", "os.fdopen"): "the same",
    ("summariser/workers/child.py", "_Worker.live.listen", "os.fdopen"): "the pipe from it, which is read",
    ("summariser/engines/sources.py", "_download", "mkdtemp"): "pip's, emptied by us",
    ("summariser/engines/sources.py", "_run", "TemporaryFile"): "what pip says; it has no name",
    ("summariser/ray/extra.py", "_no_stderr", "open"): "the null device",
    (
        "scripts/ray_overhead.py",
        "write",
        "write_text",
    ): "a measurement's articles, in a folder that goes away",
    ("scripts/ray_overhead.py", "main", "TemporaryDirectory"): "that folder",
    ("evals/cassettes.py", "record", "copyfile"): "under another name, then written whole",
    ("evals/peers/log.py", "PeerLog.open", "open"): "cuts off a line that a kill left half-written",
    (
        "evals/peers/log.py",
        "PeerLog.add",
        "open",
    ): "a line at the end; a half-written one is cut off, see above",
    (
        "scripts/dev.py",
        "install",
        "write_text",
    ): "the developer's own environment; a torn stamp makes it anew",
}

WRITERS = {
    "write_text", "write_bytes", "touch", "mkstemp", "mkdtemp", "NamedTemporaryFile", "TemporaryFile",
    "SpooledTemporaryFile", "TemporaryDirectory", "copy", "copy2", "copyfile", "copytree", "move",
    "to_parquet", "write_table", "FileHandler", "hardlink_to", "symlink_to",
}  # fmt: skip
MODULES = {
    "copy": {"shutil"},
    "copy2": {"shutil"},
    "copyfile": {"shutil"},
    "copytree": {"shutil"},
    "move": {"shutil"},
}
"""Names that are ordinary methods elsewhere count where they are this module's."""
OPENERS = {
    ("os", "open"),
    ("os", "fdopen"),
    ("sqlite3", "connect"),
    ("io", "open"),
    ("gzip", "open"),
    ("bz2", "open"),
}

OWN_OPENERS = {"PeerLog", "Gazetteer", "archive"}
"""Classes of ours with a method of that name, and the members of an archive, which is read."""


def files() -> list[Path]:
    """The project's code: not what is linked, nor the tests among the evals."""
    found = [path for folder in FOLDERS for path in walk(ROOT / folder)]
    return [path for path in found if not path.relative_to(ROOT).as_posix().startswith(TESTS)]


def walk(folder: Path) -> Iterator[Path]:
    for entry in sorted(folder.iterdir()):
        if entry.is_symlink():
            continue
        if entry.is_dir():
            yield from walk(entry)
        elif entry.suffix == ".py":
            yield entry


class Finder(ast.NodeVisitor):
    """Calls that make or change a file, with the function that they stand in."""

    def __init__(self) -> None:
        self.found: list[tuple[str, str]] = []
        self._where: list[str] = []

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._within(node)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self._within(node)

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> None:
        self._within(node)

    def _within(self, node: ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        self._where.append(node.name)
        self.generic_visit(node)
        self._where.pop()

    def visit_Call(self, node: ast.Call) -> None:
        name = writes(node)
        if name is not None:
            self.found.append((".".join(self._where), name))
        self.generic_visit(node)


def writes(call: ast.Call) -> str | None:
    """The call's name, if it makes or changes a file or may do so."""
    function = call.func
    if isinstance(function, ast.Name):
        owner, name = "", function.id
    elif isinstance(function, ast.Attribute):
        owner = function.value.id if isinstance(function.value, ast.Name) else "?"
        name = function.attr
    else:
        return None
    if (owner, name) in OPENERS:
        return f"{owner}.{name}"
    if name == "open" and owner not in OWN_OPENERS:
        return "open" if may_write(call, 1 if owner == "" else 0) else None
    if name in WRITERS and (name not in MODULES or owner in {*MODULES[name], ""}):
        return name
    return None


def may_write(call: ast.Call, position: int) -> bool:
    """Whether the mode of an ``open`` writes, or is not known."""
    named = [k.value for k in call.keywords if k.arg == "mode"]
    mode = named[0] if named else call.args[position] if len(call.args) > position else None
    if mode is None:
        return False
    if isinstance(mode, ast.Constant):
        return isinstance(mode.value, str) and len(mode.value) <= 3 and bool(set(mode.value) & set("wax+"))
    return True


def found_in(code: str) -> list[tuple[str, str]]:
    finder = Finder()
    finder.visit(ast.parse(code))
    return finder.found


def test_every_writer_is_whole_or_has_a_reason() -> None:
    found = {
        (path.relative_to(ROOT).as_posix(), *where)
        for path in files()
        for where in found_in(path.read_text("utf-8"))
    }
    assert found - set(ALLOWED) == set(), "write through summariser.files, or say here why not"
    assert set(ALLOWED) - found == set(), "no longer needed"


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("path.write_text('x')", "write_text"),
        ("def f():\n    open('x', 'w')", "open"),
        ("open('x', mode='ab')", "open"),
        ("path.open('r+b')", "open"),
        ("path.open('w' if new else 'a')", "open"),
        ("os.open('x', 1)", "os.open"),
        ("tempfile.NamedTemporaryFile()", "NamedTemporaryFile"),
        ("shutil.copyfile(a, b)", "copyfile"),
        ("sqlite3.connect(x)", "sqlite3.connect"),
        ("class A:\n    async def f(self):\n        self.path.write_bytes(b'')", "write_bytes"),
    ],
)
def test_a_new_writer_is_noticed(code: str, name: str) -> None:
    assert [found for _, found in found_in(code)] == [name]


@pytest.mark.parametrize(
    "code", ["path.open()", "path.open('rb')", "open('x')", "{}.copy()", "PeerLog.open(path)"]
)
def test_a_reader_is_none(code: str) -> None:
    assert found_in(code) == []


def test_the_walk_reaches_everything() -> None:
    names = {path.relative_to(ROOT).as_posix() for path in files()}
    assert {"summariser/files.py", "evals/tapes.py", "schemas/base.py", "scripts/dev.py"} <= names
    assert not any(name.startswith("summariser/evals/") for name in names)
    assert len(names) > 300
