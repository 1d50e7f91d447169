"""A run's predictions in the suites' own terms, one JSON Lines file a suite, for outside scorers."""

from __future__ import annotations

import json
from pathlib import Path

from summariser.evals.run_log import RunLog


def write_predictions(folder: Path, log: RunLog) -> list[Path]:
    """Write ``<suite>.jsonl`` for each suite of the run. A case that failed has no line."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for suite in dict.fromkeys(record.suite for record in log.cases):
        path = folder / f"{suite}.jsonl"
        fresh = path.with_name(path.name + ".new")
        with fresh.open("w", encoding="utf-8") as file:
            for record in log.cases:
                if record.suite == suite and record.prediction is not None:
                    file.write(json.dumps(record.prediction, ensure_ascii=False) + "\n")
        fresh.replace(path)
        written.append(path)
    return written
