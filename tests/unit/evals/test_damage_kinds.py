"""Damage is the same each time, and takes a label's evidence along."""

import pytest

from summariser.api import Summariser
from summariser.evals.damage import bare, cases, moved, outcome, plain
from summariser.evals.damage_kinds import HARMLESS, WAYS, damaged
from summariser.evals.first_choice import rules_alone

TEXT = (
    'Gunmen attacked the "Karsa" office on Sunday and killed five officials near José\'s house, '
    "police said - the first well-planned attack. Wall to wall, the town looked as after a storm.\n\n"
    "More than 10 families fled to Adom. Another 100 were moved.\n"
)


@pytest.mark.parametrize("kind", WAYS)
def test_damage_is_done_and_always_the_same(kind: str) -> None:
    done = damaged(TEXT * 5, kind, "a")
    assert done.after != TEXT * 5 or kind in {"straight quotes"}
    assert done.after == damaged(TEXT * 5, kind, "a").after


@pytest.mark.parametrize("kind", HARMLESS)
def test_harmless_damage_is_nothing_in_plain_words(kind: str) -> None:
    assert plain(damaged(TEXT, kind, "a").after).replace("- ", "") == plain(TEXT).replace("- ", "")


def test_evidence_moves_with_the_text() -> None:
    case = cases()[0]
    damage = damaged(case.article.text, "double blanks", case.id)
    before = [span for event in case.gold.events for span in event.spans]
    after = [span for event in moved(case.gold, damage).events for span in event.spans]
    assert before != after
    for (a, b), (c, d) in zip(before, after, strict=True):
        assert " ".join(damage.after[c:d].split()) == " ".join(case.article.text[a:b].split())


def test_a_summary_differs_where_a_number_is_hidden() -> None:
    case = cases()[0]
    with Summariser(engine=rules_alone()) as summariser:
        clean = outcome(summariser, case, None)
        assert clean.bare == outcome(summariser, case, "CRLF").bare
        assert clean.bare != bare(summariser.summarise(cases()[1].article))
