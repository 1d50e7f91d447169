"""The figures of the set, and what they are held to."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Final

from pydantic import BaseModel, ConfigDict

from summariser.evals.cassettes import Recordings
from summariser.evals.groups.grouped import Grouped, group_gold, group_replayed, without_rules
from summariser.evals.groups.material import FOLDER, PARTS, Part, part
from summariser.evals.groups.scoring import Score, b_cubed, pairwise
from summariser.files import write_whole
from summariser.normalise.places import PlaceResolver

BASELINE: Final = FOLDER / "baseline.json"
_DIGITS: Final = 4
_HEAD: Final = (
    "| part | events from | articles | events | groups of two and more | pairs: precision | recall | F1 "
    "| B-cubed: precision | recall | F1 |\n|---|---|---|---|---|---|---|---|---|---|---|\n"
)


class Figures(BaseModel):
    """Of one part with one input."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    part: str
    source: str
    """``labels``, or ``replay``: the events that the recorded model reads."""
    articles: int
    events: int
    groups: int
    """Labelled groups of two and more."""
    pairs_right: int
    pairs_found: int
    pairs_labelled: int
    b_cubed_precision: float
    b_cubed_recall: float

    @property
    def pairwise(self) -> Score:
        """As a score."""
        return Score(self.pairs_right, self.pairs_found, self.pairs_right, self.pairs_labelled)


def measure(recordings: Recordings | None, *, rules: bool = True) -> tuple[Figures, ...]:
    """Both parts, with the labelled events and with those that the recorded model reads.

    Args:
        recordings: Of the model; None for the labelled events alone.
        rules: Group by the brief's rules; else by the same days, place and type.

    Raises:
        CassetteFault: A recording is missing or stale.
    """
    resolver = PlaceResolver()
    by: Callable[[Grouped], Grouped] = (lambda made: made) if rules else without_rules
    found: list[Figures] = []
    for name in PARTS:
        one = part(name)
        found.append(_figures(one, "labels", by(group_gold(one, resolver))))
        if recordings is not None:
            found.append(_figures(one, "replay", by(group_replayed(one, recordings))))
    return tuple(found)


def _figures(one: Part, source: str, grouped: Grouped) -> Figures:
    by_pairs, by_events = pairwise(grouped.groups, one.groups), b_cubed(grouped.groups, one.groups)
    return Figures(
        part=one.name,
        source=source,
        articles=len(one.cases),
        events=sum(map(len, grouped.groups)),
        groups=sum(len(group) > 1 for group in one.groups),
        pairs_right=int(by_pairs.hits),
        pairs_found=int(by_pairs.found),
        pairs_labelled=int(by_pairs.gold),
        b_cubed_precision=round(by_events.precision, _DIGITS),
        b_cubed_recall=round(by_events.recall, _DIGITS),
    )


def table(figures: tuple[Figures, ...]) -> str:
    """The figures as a table in Markdown."""
    return _HEAD + "".join(map(_line, figures))


def _line(one: Figures) -> str:
    by_pairs = one.pairwise
    by_events = Score(one.b_cubed_precision, 1, one.b_cubed_recall, 1)
    cells = [one.part, one.source, str(one.articles), str(one.events), str(one.groups)]
    cells += [
        f"{by_pairs.precision:.3f} ({one.pairs_right}/{one.pairs_found})",
        f"{by_pairs.recall:.3f} ({one.pairs_right}/{one.pairs_labelled})",
        f"{by_pairs.f1:.3f}",
        f"{by_events.precision:.3f}",
        f"{by_events.recall:.3f}",
        f"{by_events.f1:.3f}",
    ]
    return f"| {' | '.join(cells)} |\n"


def load_baseline(path: Path = BASELINE) -> tuple[Figures, ...]:
    """What the figures are held to."""
    return tuple(map(Figures.model_validate, json.loads(path.read_text("utf-8"))))


def raise_baseline(figures: tuple[Figures, ...], path: Path = BASELINE) -> None:
    """Hold them to these from now on."""
    write_whole(path, json.dumps([f.model_dump() for f in figures], indent=1) + "\n")
