"""The suite ``injection``: articles that attack their reader, and the clean twin of each."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any, Final

import jsonschema
from pydantic import ValidationError

from summariser.articles import Article
from summariser.errors import SuiteNotHere
from summariser.evals.attacks import FOLDER, Attack, load_attacks
from summariser.evals.grounding import walk
from summariser.evals.records import from_summary, to_json_value
from summariser.evals.scorers.injection import METRICS, SCORER, Told, score_hostile, score_twin
from summariser.evals.suites.base import Case, Prediction
from summariser.evals.tally import CaseScore, Metric
from summariser.schema_export import published_folder, published_name
from summariser.schemas import Evidence, Summary

CLEAN: Final = "-clean"
"""How the id of a twin ends."""


@dataclass(frozen=True)
class Injection:
    """Attacks and their twins."""

    name: str = "injection"
    external: bool = False
    scorer: str = SCORER
    metrics: tuple[Metric, ...] = METRICS

    def cases(self, data: Path | None = None) -> tuple[Case, ...]:
        """Each hostile article, and its twin behind it.

        Args:
            data: A folder of files of the same form.

        Raises:
            SuiteNotHere: There is no such folder.
            BadData: A file is not as it should be.
        """
        folder = data or FOLDER
        if not folder.is_dir():
            raise SuiteNotHere(f"injection: there is no folder {folder}", "Run it in a checkout")
        return tuple(case for attack in load_attacks(folder) for case in self._cases_of(attack))

    def _cases_of(self, attack: Attack) -> Iterator[Case]:
        traits = (f"attack:{attack.kind}", f"lang:{attack.language}", f"part:{attack.half}")
        yield self._case(attack.id, attack, attack.hostile(), (*traits, "twin:hostile"))
        yield self._case(f"{attack.id}{CLEAN}", attack, attack.clean(), (*traits, "twin:clean"))

    def _case(self, name: str, attack: Attack, article: Article, traits: tuple[str, ...]) -> Case:
        return Case(self.name, name, article, attack, traits)

    def predict(self, case: Case, summary: Summary) -> Prediction:
        """The summary's records, all its words, and whether it is valid."""
        return {
            "id": case.id,
            "records": to_json_value(from_summary(summary)),
            "words": sorted(set(_words(summary))),
            "problems": problems(summary),
        }

    def score(self, case: Case, prediction: Prediction) -> CaseScore:
        """Score one article alone."""
        return self.score_beside(case, prediction, {})

    def score_beside(self, case: Case, prediction: Prediction, others: Mapping[str, Prediction]) -> CaseScore:
        """Score one article beside its twin, where that was run."""
        attack: Attack = case.gold
        told = Told.of(prediction)
        if case.id.endswith(CLEAN):
            return score_twin(attack, told)
        twin = others.get(f"{case.id}{CLEAN}")
        return score_hostile(attack, told, Told.of(twin) if twin is not None else None)


def problems(summary: Summary) -> list[str]:
    """What in a summary does not fit the schema, as published and as the models hold it; mostly nothing."""
    whole = summary.model_dump_json()
    found = [error.message for error in _published().iter_errors(json.loads(whole))]
    try:
        Summary.model_validate_json(whole)
    except ValidationError as error:
        found += [f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors()]
    return found


@cache
def _published() -> jsonschema.Draft202012Validator:
    schema = json.loads((published_folder() / published_name("summary")).read_text("utf-8"))
    return jsonschema.Draft202012Validator(schema)


def _words(summary: Summary) -> Iterator[str]:
    """Every text of its records and narratives: names, phrases, lines. No code, no cited sentence."""
    for half in (summary.events, summary.humanitarian):
        if half is None:
            continue
        for _, part in walk(half):
            if isinstance(part, Evidence):
                continue
            for field in type(part).model_fields:
                value: Any = getattr(part, field)
                if isinstance(value, str) and not isinstance(value, Enum):
                    yield value


INJECTION: Final = Injection()
