"""The articles of three languages and their twins hold together, and figures by group count as they say."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from summariser.errors import BadData
from summariser.evals.by_trait import group_table, grouped, with_all_facts
from summariser.evals.languages.__main__ import main
from summariser.evals.languages.material import FOLDER, TWIN, cases
from summariser.evals.tally import Metric, Tally

EVENT = Metric("event_f1", "event", "f1", "events", headline=True)


def test_each_language_has_as_many_in_either_half_and_each_article_a_twin() -> None:
    material = cases()
    own = [case for case in material if not case.id.endswith(TWIN)]
    for lang in ("ar", "es", "fr"):
        for part in ("work", "held"):
            assert sum({f"lang:{lang}", f"part:{part}"} <= set(case.traits) for case in own) == 4
    assert len(material) == 2 * len(own) == 48
    by_name = {case.id: case for case in material}
    for case in own:
        twin = by_name[case.id + TWIN]
        assert "lang:en" in twin.traits
        assert twin.article.published == case.article.published
        # The same facts with the same numbers: only words and their places in the text differ.
        assert [e.sub_type for e in twin.gold.events] == [e.sub_type for e in case.gold.events]
        assert len(twin.gold.displacement) == len(case.gold.displacement)


def test_an_article_in_no_half_is_named(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    source = FOLDER / "articles" / "ar-zawiya-live.txt"
    (tmp_path / "articles" / source.name).write_bytes(source.read_bytes())
    (tmp_path / "split.json").write_text(json.dumps({"work": [], "held": []}), encoding="utf-8")
    with pytest.raises(BadData, match="ar-zawiya-live is in no half"):
        cases(tmp_path)


def test_groups_are_made_of_one_kind_of_trait() -> None:
    given = [
        (("camp", "lang:ar"), {"event": Tally(1, 2, 2)}),
        (("lang:en", "part:dev"), {"event": Tally(2, 2, 2)}),
        (("lang:en",), {"event": Tally(1, 1, 2)}),
    ]
    groups = grouped(given, "lang")
    assert {name: len(cases_) for name, cases_ in groups.items()} == {"ar": 1, "en": 2}
    table = group_table(groups, [EVENT])
    head, facts, event = table.splitlines()
    assert head.split() == ["en", "(2)", "ar", "(1)"]
    assert facts.split()[:2] == ["facts_f1", "0.857"]
    # One article says nothing of others: no interval.
    assert event.split()[-1] == "0.500"


def test_twins_are_compared_in_pairs() -> None:
    first = [with_all_facts({"event": Tally(n, 4, 4)}) for n in (3, 4, 2)]
    worse = [with_all_facts({"event": Tally(n - 1, 4, 4)}) for n in (3, 4, 2)]
    row = group_table({"en": first, "ar": worse}, [EVENT], twins={"ar": first}).splitlines()[-1]
    # Each article loses as much as every other: the difference is sure although the figures are spread.
    assert "-0.250 [-0.25, -0.25]" in row


def test_errors_are_of_the_half_to_work_on(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--errors", "ar"])
    shown = capsys.readouterr().out
    split = json.loads((FOLDER / "split.json").read_text("utf-8"))
    assert "ar-zawiya-live: " in shown
    assert not any(name in shown for name in split["held"])
