"""The newsroom's articles and labels on disk: their form, and what is said when it is not kept."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from summariser.errors import BadLabel
from summariser.evals.documents import GENRES, LANGUAGES, TAGS, load_document
from summariser.evals.gold import Label, load_label, locate, problems, to_json
from summariser.evals.labels import check
from summariser.evals.suites.newsroom import NEWSROOM, NEWSROOM_SUITE, Newsroom

HEADER = {
    "Id": "a-story",
    "Notice": "Fictional. Written for this project; none of it happened.",
    "Published": "2024-03-12",
    "Source": "Wire",
    "Language": "en",
    "Genre": "wire",
    "Tags": "one-event, short",
}


def write(
    folder: Path, text: str = "Shells fell on Sake.\n", name: str = "a-story", **changes: str | None
) -> Path:
    fields = {k: v for k, v in {**HEADER, **changes}.items() if v is not None}
    path = folder / f"{name}.txt"
    path.write_text("".join(f"{k}: {v}\n" for k, v in fields.items()) + "---\n" + text, "utf-8")
    return path


def test_a_document_is_its_header_and_its_text_letter_for_letter(tmp_path: Path) -> None:
    document = load_document(write(tmp_path, " Shells --- fell\n---\non Sake. \n\n"))
    assert document.text == " Shells --- fell\n---\non Sake. \n\n"
    assert document.tags == ("one-event", "short")
    assert document.article.published is not None
    assert load_document(write(tmp_path, Published="unknown")).published is None


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"Id": "other"}, "not the file's name"),
        ({"Notice": "True."}, "fictional"),
        ({"Genre": "poem"}, "genre"),
        ({"Language": "de"}, "language"),
        ({"Tags": "one-event, funny"}, "unknown tags: funny"),
        ({"Published": "12/03/2024"}, "Published"),
        ({"Published": "2999-01-01"}, "Published"),
        ({"Source": None}, "lacks Source"),
        ({"Author": "A"}, "what nobody reads: Author"),
        ({"Source": ""}, "is not 'Key: value'"),
    ],
)
def test_a_bad_header_is_named(tmp_path: Path, changes: dict[str, str | None], named: str) -> None:
    with pytest.raises(BadLabel, match=named):
        load_document(write(tmp_path, **changes))


def test_a_document_without_a_line_of_dashes_or_text(tmp_path: Path) -> None:
    with pytest.raises(BadLabel, match="no text"):
        load_document(write(tmp_path, "\n"))
    (tmp_path / "b.txt").write_text("Shells fell.\n", "utf-8")
    with pytest.raises(BadLabel, match="three dashes"):
        load_document(tmp_path / "b.txt")
    with pytest.raises(BadLabel, match="cannot be read"):
        load_document(tmp_path / "none.txt")


EVENT: dict[str, Any] = {"sub_type": "Attack", "quote": "Shells fell on Sake"}
FIGURE: dict[str, Any] = {"measure": "killed", "value": 3, "quote": "Shells fell on Sake"}


@pytest.mark.parametrize(
    ("label", "named"),
    [
        ({"events": [{**EVENT, "sub_type": "Fight"}]}, "sub_type"),
        ({"events": [{**EVENT, "quote": "a"}]}, "quote"),
        ({"events": [{**EVENT, "colour": "red"}]}, "colour"),
        ({"events": [{**EVENT, "figures": [{**FIGURE, "value": None}]}]}, "needs a value"),
        ({"events": [{**EVENT, "figures": [{**FIGURE, "low": 2}]}]}, "not both"),
        ({"events": [{**EVENT, "figures": [{**FIGURE, "group": "people|"}]}]}, "group"),
        ({"events": [{**EVENT, "side_a": [""]}]}, "side_a"),
        ({"needs": [{"cluster": "FOO", "quote": "Shells fell"}]}, "cluster"),
    ],
)
def test_a_bad_label_is_named_with_its_place(tmp_path: Path, label: dict[str, Any], named: str) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"id": "a", "reading": "first", **label}), "utf-8")
    with pytest.raises(BadLabel, match=named):
        load_label(path)


def test_a_label_is_written_as_it_was_read(tmp_path: Path) -> None:
    for path in sorted(NEWSROOM.glob("gold/*.json"))[:10]:
        label = load_label(path)
        copy = tmp_path / path.name
        copy.write_text(to_json(label), "utf-8")
        assert load_label(copy) == label


def test_a_quote_stands_once(tmp_path: Path) -> None:
    text = "Shells fell. Then shells fell, and Shells fell."
    assert locate("shells fell", text) == (18, 29)
    assert locate("@0-12", text) == (0, 12)
    for quote, named in (
        ("Shells fell", "more than once"),
        ("rain fell", "does not stand"),
        ("@5-900", "outside"),
    ):
        with pytest.raises(BadLabel, match=named):
            locate(quote, text)
    label = Label.model_validate(
        {"id": "a", "reading": "first", "events": [{**EVENT, "more": ["nowhere at all"]}]}
    )
    assert len(problems(label, "Shells fell on Sake.")) == 1


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"figures": [FIGURE | {"value": 24.5}]}, "figures.0.value is no whole number"),
        ({"figures": [FIGURE | {"value": 1.2e6}]}, None),
        ({"figures": [FIGURE | {"value": None, "low": 9, "high": 7}]}, "figures.0.high is less than"),
        ({"figures": [FIGURE | {"value": None, "low": 7, "high": 9}]}, None),
        ({"start": "2024-03-12", "end": "2024-03-11"}, "events.0.end lies before the first day"),
        ({"start": "2024-03-12", "end": "2024-03-12"}, None),
        ({"place": {"name": "Sake", "country": "XYZ"}}, "events.0.place.country is no ISO 3166 country"),
        ({"place": {"name": "Sake", "country": "COD"}}, None),
    ],
)
def test_what_no_reader_can_mean_is_said(changes: dict[str, Any], said: str | None) -> None:
    """In a file that somebody wrote by hand as on the page."""
    label = Label.model_validate({"id": "a", "reading": "first", "events": [{**EVENT, **changes}]})
    found = problems(label, "Shells fell on Sake.")
    assert len(found) == (said is not None)
    assert said is None or said in found[0]


def test_every_label_and_reading_is_sound() -> None:
    paths = sorted([*NEWSROOM.glob("gold/*.json"), *NEWSROOM.glob("readings/*/*.json")])
    assert [problem for path in paths for problem in check(path)] == []


def test_the_newsroom_is_what_it_is_said_to_be() -> None:
    cases = NEWSROOM_SUITE.cases()
    parts = [[c for c in cases if f"part:{part}" in c.traits] for part in ("dev", "test")]
    assert len(parts[0]) >= 40
    assert len(parts[1]) == 20
    assert len(parts[0]) + len(parts[1]) == len(cases) >= 60
    for language in LANGUAGES - {"en"}:
        assert sum(f"lang:{language}" in c.traits for c in cases) >= 4
    seen = {trait for case in cases for trait in case.traits}
    assert seen >= TAGS, sorted(TAGS - seen)
    assert {t.removeprefix("genre:") for t in seen if t.startswith("genre:")} == GENRES
    words = [len(case.article.text.split()) for case in cases]
    assert min(words) <= 150
    assert max(words) <= 2600
    assert max(words) >= 1500


def test_every_article_was_read_twice_and_settled() -> None:
    names = {path.stem for path in NEWSROOM.glob("articles/*.txt")}
    for folder in ("readings/first", "readings/second", "gold"):
        assert names - {path.stem for path in (NEWSROOM / folder).glob("*.json")} == set(), folder


def test_a_case_without_a_label_is_named(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    write(tmp_path / "articles")
    with pytest.raises(BadLabel, match=r"a-story\.json: cannot be read"):
        Newsroom().cases(tmp_path)
