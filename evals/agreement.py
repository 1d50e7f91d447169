"""Agreement of the newsroom's two readings, as a table and as ``newsroom/agreement.json``.

``python -m summariser.evals.agreement``

``value`` counts every fact, ``scored`` is the scorer's figure, which spares what is optional to either
reader. ``kappa`` and ``same`` compare the better code of each reading. Where ``alternatives`` is high and
``same`` well below ``admitted``, or ``value`` well below ``scored``, the readers agree because they leave
much open.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, Final

from summariser.errors import SummariserError
from summariser.evals.documents import load_document
from summariser.evals.gold import load_label
from summariser.evals.labels import NEWSROOM
from summariser.evals.records import Records, from_label
from summariser.evals.scorers.agreement import Agreement, FieldAgreement, agree
from summariser.evals.scorers.newsroom import SCORER
from summariser.files import write_whole

READINGS: Final = ("first", "second")


def load_readings(newsroom: Path) -> tuple[dict[str, tuple[Records, Records]], list[str]]:
    """Both readings of each article, and the articles of which there is only one.

    Raises:
        BadLabel: An article or a reading is not as it should be; names it.
    """
    names = [{path.stem for path in (newsroom / "readings" / r).glob("*.json")} for r in READINGS]
    both = {name: _pair(newsroom, name) for name in sorted(names[0] & names[1])}
    return both, sorted(names[0] ^ names[1])


def _pair(newsroom: Path, name: str) -> tuple[Records, Records]:
    text = load_document(newsroom / "articles" / f"{name}.txt").text
    first, second = (
        from_label(load_label(newsroom / "readings" / reading / f"{name}.json"), text) for reading in READINGS
    )
    return first, second


def to_json_value(agreement: Agreement, alone: list[str]) -> dict[str, Any]:
    """What the file holds."""
    return {
        "scorer": SCORER,
        "articles": agreement.articles,
        "only_one_reading": alone,
        "fields": {field.metric.name: _field(field) for field in agreement.fields},
        "kappa": {
            name: {
                "n": kappa.n,
                "kappa": None if kappa.kappa is None else round(kappa.kappa, 4),
                "same": round(kappa.same, 4),
                "admitted": round(kappa.admitted, 4),
                "alternatives": round(kappa.alternatives, 4),
            }
            for name, kappa in agreement.kappas.items()
        },
    }


def _field(field: FieldAgreement) -> dict[str, Any]:
    ends = field.interval
    return {
        "meaning": field.metric.meaning,
        "value": round(field.value, 4),
        "interval": None if ends is None else [round(end, 4) for end in ends],
        "scored": None if field.scored is None else round(field.scored, 4),
        "both": int(field.tally.hits),
        "first": int(field.tally.expected),
        "second": int(field.tally.predicted),
    }


def table(agreement: Agreement, alone: list[str]) -> str:
    """The same for people."""
    lines = [f"{agreement.articles} articles read twice", ""]
    if alone:
        lines[1:1] = [f"not counted, read once: {', '.join(alone)}"]
    lines.append(f"{'':26}{'value':>6}  {'95%':14}{'scored':>6}{'both':>7}{'first':>7}{'second':>7}")
    for field in agreement.fields:
        ends = f"[{field.interval[0]:.2f}, {field.interval[1]:.2f}]" if field.interval else ""
        scored = "-" if field.scored is None else f"{field.scored:.3f}"
        counts = f"{scored:>6}{field.tally.hits:7g}{field.tally.expected:7g}{field.tally.predicted:7g}"
        lines.append(f"{field.metric.name:26}{field.value:6.3f}  {ends:14}{counts}  {field.metric.meaning}")
    lines += ["", f"{'':26}{'kappa':>6}{'n':>6}{'same':>7}{'admitted':>10}{'alternatives':>14}"]
    for name, kappa in agreement.kappas.items():
        value = "-" if kappa.kappa is None else f"{kappa.kappa:.3f}"
        shares = f"{kappa.same:7.3f}{kappa.admitted:10.3f}{kappa.alternatives:14.3f}"
        lines.append(f"{name:26}{value:>6}{kappa.n:6}{shares}")
    return "\n".join(lines) + "\n"


def main(newsroom: Path = NEWSROOM) -> int:
    """Print the table and write the file."""
    try:
        both, alone = load_readings(newsroom)
    except SummariserError as error:
        sys.stderr.write(f"{error}\n")
        return error.exit_code
    if not both:
        sys.stderr.write(f"No article has two readings in {newsroom / 'readings'}\n")
        return 2
    agreement = agree(both.values())
    sys.stdout.write(table(agreement, alone))
    file = newsroom / "agreement.json"
    text = json.dumps(to_json_value(agreement, alone), ensure_ascii=False, indent=1) + "\n"
    write_whole(file, text)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
