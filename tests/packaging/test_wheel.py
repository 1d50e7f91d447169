"""The wheel installs one import name, holds every module and data file, and survives stray folders."""

from __future__ import annotations

import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built from a copy of what git tracks, so that nothing left over in the checkout gets in."""
    source, out = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheel")
    tracked = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    ).stdout.split(b"\0")
    for name in filter(None, (t.decode() for t in tracked)):
        path, target = ROOT / name, source / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if path.is_symlink():
            target.symlink_to(path.readlink())
        elif path.is_file():
            target.write_bytes(path.read_bytes())
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(source)],
        check=True, capture_output=True,
    )  # fmt: skip
    return next(out.glob("*.whl"))


def test_there_is_one_import_name(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    tops = {n.split("/")[0] for n in names if not n.split("/")[0].endswith(".dist-info")}
    assert tops == {"summariser"}


def test_every_module_and_data_file_is_in_it(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    suffixes = {".py", ".json", ".jinja", ".typed", ".yaml", ".css", ".js", ".svg"}
    expected = {
        f"summariser/{path.relative_to(ROOT / 'summariser').as_posix()}"
        for path in (ROOT / "summariser").rglob("*")
        if path.suffix in suffixes and path.is_file() and "__pycache__" not in path.parts
    }
    for folder in ("schemas", "prompts"):
        expected |= {
            f"summariser/{path.relative_to(ROOT).as_posix()}"
            for path in (ROOT / folder).rglob("*")
            if path.suffix in suffixes and "__pycache__" not in path.parts
        }
    missing = {e for e in expected if e not in names and not e.startswith("summariser/evals/")}
    assert not missing
    assert "summariser/py.typed" in names
    assert "summariser/evals/__init__.py" in names


def test_a_stray_schemas_folder_does_not_shadow_ours(wheel: Path, tmp_path: Path) -> None:
    """Installed (its dependencies lent by this environment) beside a project with its own schemas/."""
    home = tmp_path / "env"
    venv.create(home, with_pip=False, system_site_packages=False)
    site = next(home.glob("lib/python*/site-packages"), home / "Lib" / "site-packages")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    lent = [p for p in sys.path if p.endswith("site-packages")]
    (site / "lent.pth").write_text("\n".join(lent))
    project = tmp_path / "project"
    for stray in ("schemas", "prompts", "evals"):
        (project / stray).mkdir(parents=True)
        (project / stray / "__init__.py").write_text("raise RuntimeError('the stray folder was imported')")
    code = (
        "import summariser.schemas, summariser.prompts, summariser.evals, pathlib;"
        "from summariser.prompting import load_prompt; load_prompt('event');"
        "print(pathlib.Path(summariser.schemas.__file__).resolve())"
    )
    python = home / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    done = subprocess.run([str(python), "-c", code], cwd=project, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert str(site.resolve()) in done.stdout


def test_nothing_imports_the_folders_by_their_bare_names() -> None:
    bare = []
    for folder in ("summariser", "schemas", "prompts", "evals", "tests"):
        for path in (ROOT / folder).rglob("*.py"):
            for line in path.read_text("utf-8").splitlines():
                words = line.split()
                if words[:1] in (["from"], ["import"]) and words[1].split(".")[0] in {
                    "schemas",
                    "prompts",
                    "evals",
                }:
                    bare.append(f"{path.relative_to(ROOT)}: {line}")
    assert not bare
