"""A run's predictions in the suites' own terms, one JSON Lines file a suite, for outside scorers."""

from __future__ import annotations

import json
from pathlib import Path

from summariser.evals.run_log import RunLog
from summariser.files import write_whole


def write_predictions(folder: Path, log: RunLog) -> list[Path]:
    """Write ``<suite>.jsonl`` for each suite of the run. A case that failed has no line."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for suite in dict.fromkeys(record.suite for record in log.cases):
        path = folder / f"{suite}.jsonl"
        predictions = (r.prediction for r in log.cases if r.suite == suite and r.prediction is not None)
        write_whole(path, "".join(json.dumps(p, ensure_ascii=False) + "\n" for p in predictions))
        written.append(path)
    return written
