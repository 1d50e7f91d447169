"""Each part of the ablation is there to be taken out, and taking it out changes something."""

from __future__ import annotations

from datetime import date

import pytest

from summariser.api import Summariser
from summariser.articles import Article
from summariser.evals.ablation import PARTS, table
from summariser.evals.cassettes import Recordings
from summariser.evals.first_choice import rules_alone
from summariser.evals.suites.registry import find_suites

CHANGED = {
    "sides by the words around a verb": "Gunmen shot dead two farmers in Tel Rif on Monday.",
    "signals of a report against an allusion": "The minister condemned attacks.",
    "headings, labels and list leads": "Displaced in:\n- Tel Rif: 400\n- Karsa: 90\n",
    "lexicons of Spanish, French and Arabic": "Hombres armados mataron a dos campesinos en Karsa.",
    "the bar on a movement's probability": "",
    "what is told of another time": "The rebels attacked Karsa in 2011. Gunmen attacked Karsa on Monday.",
}
"""For each part a text that is read differently without it; none where only a model's doubt shows it."""


@pytest.mark.parametrize("part", PARTS, ids=lambda p: p.name)
def test_every_part_can_be_taken_out(part) -> None:  # type: ignore[no-untyped-def]
    text = CHANGED[part.name]
    article = Article(text or "Nothing.", published=date(2024, 6, 15))
    with Summariser(engine=rules_alone()) as summariser, part.out():
        without = summariser.summarise(article)
    with Summariser(engine=rules_alone()) as summariser:
        whole = summariser.summarise(article)
    assert not text or (without.events, without.humanitarian) != (whole.events, whole.humanitarian)


def test_the_table_has_a_line_for_each_part() -> None:
    (suite,) = find_suites(["newsroom"])
    cases = [(suite, case) for case in suite.cases() if "part:dev" in case.traits][:2]
    told: list[str] = []
    lines = table(cases, Recordings.called(None), told.append).splitlines()
    assert len(lines) == len(PARTS) + 3
    assert told == [part.name for part in PARTS]
    assert lines[2].endswith("| 0 |")  # the cassettes answer everything that is asked
