"""The articles, their halves and their twins."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

from summariser.errors import BadData, BadLabel
from summariser.evals.documents import load_document
from summariser.evals.gold import load_label, problems
from summariser.evals.records import from_label
from summariser.evals.suites.base import Case

FOLDER: Final = Path(__file__).resolve().parent
TWIN: Final = "-en"
"""What the name of the English twin has behind that of its article."""


def cases(folder: Path = FOLDER) -> tuple[Case, ...]:
    """Every article, twins included, with its label, by name.

    Raises:
        BadData: An article is in no half, or has no twin.
        BadLabel: An article or a label is not as it should be.
    """
    halves = {
        name: half for half, names in json.loads((folder / "split.json").read_text("utf-8")).items()
        for name in names
    }  # fmt: skip
    found = []
    paths = sorted((folder / "articles").glob("*.txt"))
    stems = {path.stem for path in paths}
    for path in paths:
        document = load_document(path)
        name = document.id.removesuffix(TWIN)
        if name not in halves:
            raise BadData(f"{name} is in no half", "Put it into split.json")
        if not {name, name + TWIN} <= stems:
            raise BadData(f"{name} has no twin in English", f"Write {name}{TWIN}.txt")
        label = load_label(folder / "labels" / f"{path.stem}.json")
        if wrong := problems(label, document.text):
            raise BadLabel(f"{path.stem}: {'; '.join(wrong)}")
        traits = (
            *document.tags, f"lang:{document.language}", f"genre:{document.genre}", f"part:{halves[name]}"
        )  # fmt: skip
        found.append(
            Case("languages", document.id, document.article, from_label(label, document.text), traits)
        )
    return tuple(found)
