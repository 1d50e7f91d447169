"""Labels on the command line: check their form, compare two readings."""

from __future__ import annotations

import sys
from pathlib import Path

from summariser.errors import BadLabel
from summariser.evals.documents import load_document
from summariser.evals.gold import load_label, problems

NEWSROOM = Path(__file__).resolve().parent / "newsroom"


def check(path: Path) -> list[str]:
    """What is wrong with a label: its form, its name, its quotes."""
    try:
        label = load_label(path)
        document = load_document(folder_of(path) / "articles" / f"{label.id}.txt")
    except BadLabel as error:
        return [str(error)]
    found = problems(label, document.text)
    if label.id != path.stem:
        found.append(f"the id is {label.id}, the file is called {path.stem}")
    folder = "settled" if path.parent.name == "gold" else path.parent.name
    if label.reading != folder:
        found.append(f"the reading is {label.reading}, the folder is {path.parent.name}")
    return [f"{path.stem}: {problem}" for problem in found]


def folder_of(label: Path) -> Path:
    """The folder whose articles a label is of: the one that it lies in, else the newsroom."""
    for parent in label.resolve().parents[1:3]:
        if (parent / "articles").is_dir():
            return parent
    return NEWSROOM


def main(arguments: list[str]) -> int:
    """``check FILE...``."""
    if len(arguments) < 2 or arguments[0] != "check":
        sys.stderr.write("usage: python -m summariser.evals.labels check FILE...\n")
        return 2
    found = [problem for name in arguments[1:] for problem in check(Path(name))]
    for problem in found:
        sys.stdout.write(problem + "\n")
    sys.stdout.write(f"{len(arguments) - 1} checked, {len(found)} problems\n")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
