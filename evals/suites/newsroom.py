"""The suites that are labelled in the schema's own terms: newsroom and baghouz.

Newsroom's articles were written for this project, so they and their labels are in the repository. They are
split in two: ``dev`` to work with, ``test`` that is only scored (``evals/newsroom/split.json``). Baghouz is
one real article, which stays outside; its label is here.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from summariser.articles import load_article
from summariser.errors import BadLabel, SuiteNotHere
from summariser.evals.documents import Document, load_document
from summariser.evals.gold import Label, load_label, problems
from summariser.evals.records import Records, from_json_value, from_label, from_summary, to_json_value
from summariser.evals.scorers.newsroom import METRICS, SCORER, score
from summariser.evals.suites.base import Case, Prediction
from summariser.evals.tally import CaseScore, Metric
from summariser.schemas import Summary

_HERE: Final = Path(__file__).resolve().parent.parent
NEWSROOM: Final = _HERE / "newsroom"
PARTS: Final = ("dev", "test")
BAGHOUZ_PUBLISHED: Final = date(2019, 3, 12)


@dataclass(frozen=True)
class _LabelledSuite:
    """What both have in common: the label is the schema's, and so is the prediction."""

    scorer: str = SCORER
    metrics: tuple[Metric, ...] = METRICS

    def predict(self, case: Case, summary: Summary) -> Prediction:
        """The summary's records in the neutral form that labels are compared in."""
        return {"id": case.id, **to_json_value(from_summary(summary))}

    def score(self, case: Case, prediction: Prediction) -> CaseScore:
        """Compare with the label."""
        gold: Records = case.gold
        return score(gold, from_json_value({k: v for k, v in prediction.items() if k != "id"}))


@dataclass(frozen=True)
class Newsroom(_LabelledSuite):
    """Articles written for the evals."""

    name: str = "newsroom"
    external: bool = False

    def cases(self, data: Path | None = None) -> tuple[Case, ...]:
        """The articles that have a settled label, by id.

        Args:
            data: A folder with ``articles``, ``gold`` and perhaps ``split.json``.

        Raises:
            SuiteNotHere: There is no such folder.
            BadLabel: An article or a label is not as it should be.
        """
        folder = data or NEWSROOM
        if not (folder / "articles").is_dir():
            raise SuiteNotHere(f"newsroom: there is no folder {folder / 'articles'}", "Run it in a checkout")
        part = _parts(folder)
        return tuple(
            _case(load_document(path), load_label(folder / "gold" / f"{path.stem}.json"), part.get(path.stem))
            for path in sorted((folder / "articles").glob("*.txt"))
        )


def _parts(folder: Path) -> dict[str, str]:
    """Which part an article belongs to."""
    file = folder / "split.json"
    if not file.is_file():
        return {}
    split: dict[str, Sequence[str]] = json.loads(file.read_text("utf-8"))
    return {name: part for part, names in split.items() for name in names}


def _case(document: Document, label: Label, part: str | None) -> Case:
    if found := problems(label, document.text):
        raise BadLabel(f"{document.id}: {'; '.join(found)}")
    traits = [*document.tags, f"genre:{document.genre}", f"lang:{document.language}"]
    if part is not None:
        traits.append(f"part:{part}")
    return Case("newsroom", document.id, document.article, from_label(label, document.text), tuple(traits))


@dataclass(frozen=True)
class Baghouz(_LabelledSuite):
    """One real article about the last battle for a village, and the camps that its people were taken to."""

    name: str = "baghouz"
    external: bool = True

    def cases(self, data: Path | None = None) -> tuple[Case, ...]:
        """The one article.

        Raises:
            SuiteNotHere: It is not there.
            BadLabel: The label's evidence does not stand in the article.
        """
        path = data or _HERE.resolve().parent.parent / "shared" / "articles" / "baghouz.txt"
        if not path.is_file():
            raise SuiteNotHere(
                "baghouz: articles/baghouz.txt is not beside the project", "Name it with --data"
            )
        article = load_article(path, published=BAGHOUZ_PUBLISHED)
        label = load_label(_HERE / "gold" / "baghouz.json")
        gold: Any = from_label(label, article.text)
        return (Case(self.name, "baghouz", article, gold, ()),)


NEWSROOM_SUITE: Final = Newsroom()
BAGHOUZ_SUITE: Final = Baghouz()
