"""The practice material holds together, and its scorer counts as it says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from summariser.api import Summariser
from summariser.articles import Article
from summariser.errors import BadData
from summariser.evals.first_choice import rules_alone
from summariser.evals.practice.__main__ import main
from summariser.evals.practice.material import Line, articles, sentences
from summariser.evals.practice.scoring import FIELDS, compare, same_words
from summariser.evals.tally import Tally

TOLD = {
    "lang": "en",
    "kind": "events",
    "text": "Gunmen killed two farmers in Tel Rif on Monday.",
    "events": [
        {
            "event": "Attack",
            "by": ["Gunmen"],
            "on": ["two farmers"],
            "place": "Tel Rif",
            "figures": [{"n": "two", "measure": "killed", "group": "civilians"}],
        }
    ],
}


def test_every_line_and_article_is_in_the_form() -> None:
    lines = sentences()
    assert len(lines) == len({line.text for line in lines}) > 2000
    assert {line.half for line in lines} == {"work", "hold"}
    assert len(articles()) > 40


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"text": "Somebody killed two farmers in Tel Rif."}, "'Gunmen' does not stand in the text"),
        ({"events": [{"event": "Murder"}]}, "line 1"),
        ({"mood": "grave"}, "line 1"),
    ],
)
def test_a_line_that_is_wrong_is_named(tmp_path: Path, change: dict[str, object], said: str) -> None:
    (tmp_path / "sentences").mkdir()
    (tmp_path / "sentences" / "some.jsonl").write_text(json.dumps(TOLD | change), encoding="utf-8")
    with pytest.raises(BadData, match=r"some\.jsonl") as caught:
        sentences(tmp_path)
    assert said in str(caught.value)


def test_what_comes_out_is_compared_field_by_field() -> None:
    line = Line.model_validate(TOLD)
    with Summariser(engine=rules_alone()) as summariser:
        found = {c.field: c.tally for c in compare(line, summariser.summarise(Article(line.text)))}
    assert found["event"] == found["figure"] == found["group"] == found["side_a"] == Tally(1, 1, 1)


def test_what_is_missed_and_what_is_too_much_is_told() -> None:
    line = Line.model_validate(TOLD | {"text": TOLD["text"], "events": [{"event": "Arrests"}]})
    with Summariser(engine=rules_alone()) as summariser:
        found = {c.field: c for c in compare(line, summariser.summarise(Article(line.text)))}
    assert found["event"].missed == ("Arrests",)
    assert found["event"].extra == ("Attack",)
    assert found["detected"].tally == Tally(1, 1, 1)


def test_names_are_the_same_where_one_holds_the_other() -> None:
    assert same_words("the Red Sword", "Red Sword fighters")
    assert not same_words("the army", "the navy")


def test_the_command_prints_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sentences", "--lang", "pt"]) == 0
    assert "detected" in capsys.readouterr().out


@pytest.mark.parametrize(
    "wrong",
    [["sentences", "--lang", "xx"], ["sentences", "--errors", "mood"], ["articles", "--errors", "event"]],
)
def test_what_is_not_there_to_be_shown_is_bad_use(wrong: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(wrong)
    assert caught.value.code == 2


def test_the_fields_are_those_that_are_compared() -> None:
    lines = [Line.model_validate(TOLD), next(s for s in sentences() if s.kind == "humanitarian")]
    with Summariser(engine=rules_alone()) as summariser:
        found = {c.field for line in lines for c in compare(line, summariser.summarise(Article(line.text)))}
    assert found <= set(FIELDS)
