"""The labelled set of groups: whole, in halves that do not meet, and scored as the baseline has it."""

from __future__ import annotations

import json

import pytest

from summariser.brief import make_brief
from summariser.evals.cassettes import Recordings, orphans, replay
from summariser.evals.groups.figures import load_baseline, measure
from summariser.evals.groups.material import FOLDER, GROUPS_SUITE, PARTS, part
from summariser.evals.groups.scoring import b_cubed, pairwise
from summariser.exports import article_id

GOLD = [["a/1", "b/1", "c/1"], ["a/2"], ["b/2"]]

SCORES = [
    ([["a/1", "b/1", "c/1"], ["a/2"], ["b/2"]], (1.0, 1.0), (1.0, 1.0), "the same"),
    ([["a/1"], ["b/1"], ["c/1"], ["a/2"], ["b/2"]], (1.0, 0.0), (1.0, 0.6), "nothing together"),
    ([["a/1", "b/1", "c/1", "a/2", "b/2"]], (0.3, 1.0), (0.44, 1.0), "all together"),
    ([["a/1", "b/1"], ["c/1", "a/2"], ["b/2"]], (0.5, 1 / 3), (0.8, 11 / 15), "one with another"),
]


@pytest.mark.parametrize(("found", "by_pairs", "by_events", "why"), SCORES, ids=[s[3] for s in SCORES])
def test_scores(
    found: list[list[str]], by_pairs: tuple[float, float], by_events: tuple[float, float], why: str
) -> None:
    pairs, events = pairwise(found, GOLD), b_cubed(found, GOLD)
    assert (pairs.precision, pairs.recall) == pytest.approx(by_pairs), why
    assert (events.precision, events.recall) == pytest.approx(by_events), why


def test_an_event_that_was_not_read_is_a_loss() -> None:
    score = b_cubed([["a/1", "b/1"], ["x/+1"]], [["a/1", "b/1", "c/1"]])
    assert score.precision == pytest.approx(2 / 3)
    assert score.recall == pytest.approx((2 / 3 + 2 / 3) / 3)


class TestMaterial:
    def test_the_parts_share_no_article(self) -> None:
        build, held = ({case.id for case in part(name).cases} for name in PARTS)
        assert not build & held

    def test_every_event_is_in_one_group(self) -> None:
        for name in PARTS:
            one = part(name)
            events = [event for group in one.groups for event in group]
            assert len(events) == len(set(events)) == sum(len(label.events) for label in one.labels.values())

    def test_there_are_twelve_groups_of_two_and_more_in_each_part(self) -> None:
        assert all(sum(len(group) > 1 for group in part(name).groups) >= 12 for name in PARTS)

    def test_a_second_reader_put_the_same_events_together(self) -> None:
        """Who had the articles and their labelled events, and saw no groups."""
        second = json.loads((FOLDER / "second_reading.json").read_text("utf-8"))
        ours = {frozenset(g) for name in PARTS for g in part(name).groups if len(g) > 1}
        assert {frozenset(g) for g in second["groups"]} == ours

    def test_the_articles_are_marked_as_fictional(self) -> None:
        assert len(GROUPS_SUITE.cases()) == 24  # a header without the notice is refused when it is read


def test_the_figures_are_those_of_the_baseline() -> None:
    """Of the labelled events, and of those that the recorded model reads: nothing asks the model."""
    assert measure(Recordings.called(None)) == load_baseline(), (
        "what changed: python -m summariser.evals.groups --errors build; hold on to it: --raise"
    )


def test_no_recording_is_left_over() -> None:
    recordings = Recordings.called(None)
    cases = list(GROUPS_SUITE.cases())
    assert orphans(recordings, cases, {GROUPS_SUITE.name}) == []
    assert all(recordings.is_as_recorded(case) for case in cases)


def test_every_note_of_a_brief_stands_in_its_article() -> None:
    chosen = [c for c in GROUPS_SUITE.cases() if c.id.startswith(("kodok", "dinder"))]
    recordings = Recordings.called(None)
    summaries = [replay(case, recordings, sealed=False).summary for case in chosen]
    brief = make_brief([s for s in summaries if s is not None])
    texts = {article_id(s.article): case.article.text for s, case in zip(summaries, chosen, strict=True) if s}
    assert len(texts) == len(chosen)
    assert brief.notes
    for note in brief.notes:
        evidence = note.evidence
        assert texts[note.article][evidence.start : evidence.end] == evidence.text
