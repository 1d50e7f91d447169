"""Labels on the page: the form, what is checked, what is saved, and two readers' labels settled."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pypdf")

from summariser.api import Summariser
from summariser.articles import Article
from summariser.errors import BadLabel
from summariser.evals import gold, labels
from summariser.evals.documents import load_document
from summariser.evals.first_choice import rules_alone
from summariser.evals.gold import Label, load_label
from summariser.evals.labels import NEWSROOM
from summariser.evals.suites.newsroom import Newsroom
from summariser.page.folder import About, Folder, slug
from summariser.page.label_check import check
from summariser.page.label_form import KINDS
from summariser.page.label_start import draft_of_summary, quote_of
from summariser.page.settling import compare, open_questions, settle

TEXT = (
    "Shells fell on the market of Sake on Sunday, killing 12 civilians. Dozens were hurt.\n"
    "At least 400 families fled to Goma. Dozens were hurt."
)
FACTS: dict[str, Any] = {
    "events": [
        {
            "sub_type": "Shelling/artillery/missile attack",
            "start": "2024-03-10",
            "end": "2024-03-10",
            "precision": "day",
            "place": {"name": "Sake", "country": "COD"},
            "side_a": ["M23|March 23 Movement"],
            "quote": "Shells fell on the market of Sake on Sunday, killing 12 civilians.",
            "figures": [
                {"measure": "killed", "value": 12, "group": "civilians", "quote": "killing 12 civilians"},
                {"measure": "injured", "low": 24, "qualifier": "dozens", "quote": "@67-84"},
            ],
        }
    ],
    "displacement": [
        {
            "term": "forced_to_flee",
            "value": 400,
            "qualifier": "at_least",
            "unit": "households",
            "destination": {"name": "Goma", "country": "COD"},
            "quote": "At least 400 families fled to Goma.",
        }
    ],
}
EVENT: dict[str, Any] = FACTS["events"][0]
ARTICLE = Article(TEXT, published=date(2024, 3, 12), source="A wire")
ABOUT = About("sake-market", "en", "wire")


def checked(changes: dict[str, Any] | None = None, **more: Any) -> tuple[Label | None, list[dict[str, str]]]:
    given = {"case": "sake-market", "reading": "first", "by": "Ana", **more}
    return check({**FACTS, **(changes or {})}, TEXT, **given)


def made(by: str = "Ana", reading: str = "first", changes: dict[str, Any] | None = None) -> Label:
    label, errors = checked(changes, by=by, reading=reading)
    assert label is not None, errors
    return label


MODELS: dict[str, type[Any]] = {
    "events": gold.GoldEvent,
    "displacement": gold.GoldMovement,
    "sites": gold.GoldSite,
    "needs": gold.GoldNeed,
    "harm": gold.GoldHarm,
    "access": gold.GoldAccess,
    "response": gold.GoldResponse,
    "risks": gold.GoldRisk,
}
PARTS = {"figures": gold.GoldEventFigure, "conditions": gold.GoldCondition}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind["name"])
def test_the_form_has_the_fields_of_a_label_and_no_others(kind: dict[str, Any]) -> None:
    names = {f["name"] for f in kind["fields"]} | {p["name"] for p in kind["parts"]} | {"quote"}
    assert names | ({"more"} if kind["more"] else set()) == set(MODELS[kind["name"]].model_fields)
    for part in kind["parts"]:
        model = PARTS.get(part["name"], gold.GoldFigure)
        assert {f["name"] for f in part["fields"]} | {"quote"} == set(model.model_fields)


def test_the_kinds_are_those_of_a_label_and_their_keys_differ() -> None:
    head = {"id", "reading", "notes", "by", "at", "begun_from", "readers"}
    assert {kind["name"] for kind in KINDS} == set(Label.model_fields) - head
    keys = [kind["key"] for kind in KINDS]
    assert len(set(keys)) == len(keys)
    assert not set(keys) & set("jkefnpoxurs?")


@pytest.mark.parametrize("path", sorted(NEWSROOM.glob("gold/*.json"))[::6], ids=lambda path: path.stem)
def test_what_the_newsroom_holds_goes_through_the_form_unchanged(path: Path) -> None:
    label = load_label(path)
    text = load_document(NEWSROOM / "articles" / f"{path.stem}.txt").text
    draft = label.model_dump(mode="json", exclude_defaults=True)
    again, errors = check(draft, text, case=label.id, reading="settled", by="Ana")
    assert errors == []
    assert again is not None
    assert again.model_copy(update={"by": None, "at": None}) == label


@pytest.mark.parametrize("name", ["dinder-market-shells"])
def test_a_summary_is_a_label_to_begin_with(name: str, index_folder: Path) -> None:
    article = load_document(NEWSROOM / "articles" / f"{name}.txt").article
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SUMMARISER_CACHE_DIR", str(index_folder))
        with Summariser(engine=rules_alone()) as summariser:
            summary = summariser.summarise(article)
    draft = draft_of_summary(summary, article.text)
    label, errors = check(draft, article.text, case=name, reading="first", by="Ana", begun_from="summary")
    assert errors == []
    assert label is not None
    assert summary.events is not None
    assert len(label.events) == len(summary.events.events)
    assert [e.sub_type[0] for e in label.events] == [e.sub_type for e in summary.events.events]
    assert label.begun_from == "summary"


def test_a_sentence_that_stands_twice_is_pointed_at_by_its_place() -> None:
    first = TEXT.index("Dozens")
    assert quote_of(TEXT, first, first + 17) == f"@{first}-{first + 17}"
    assert quote_of(TEXT, 0, 66) == TEXT[:66]


@pytest.mark.parametrize(
    ("changes", "path", "message"),
    [
        ({"events": [{"quote": "Dozens were hurt."}]}, "events.0.sub_type", "is needed"),
        ({"events": [{**EVENT, "sub_type": "Fight"}]}, "events.0.sub_type", "codebook"),
        ({"events": [{**EVENT, "sub_type": "Attack|Fight"}]}, "events.0.sub_type", "codebook"),
        ({"events": [{**EVENT, "end": "2024-03-09"}]}, "events.0.end", "before the first day"),
        ({"events": [{**EVENT, "start": "March"}]}, "events.0.start", "is no day"),
        (
            {"events": [{**EVENT, "place": {"name": "Sake", "country": "ZZZ"}}]},
            "events.0.place.country",
            "ISO 3166",
        ),
        (
            {"events": [{**EVENT, "place": {"country": "COD"}}]},
            "events.0.place.name",
            "is needed",
        ),
        (
            {"events": [{**EVENT, "quote": "Dozens were hurt."}]},
            "events.0.quote",
            "more than once",
        ),
        (
            {"events": [{**EVENT, "quote": "Nobody was hurt."}]},
            "events.0.quote",
            "does not stand",
        ),
        ({"events": [{**EVENT, "more": ["No, sir."]}]}, "events.0.more.0", "does not stand"),
        (
            {"events": [{**EVENT, "figures": [{"measure": "killed", "quote": "killing 12"}]}]},
            "events.0.figures.0",
            "a figure needs a value",
        ),
        (
            {"displacement": [{**FACTS["displacement"][0], "value": "four hundred"}]},
            "displacement.0.value",
            "is no number",
        ),
        ({"displacement": [{**FACTS["displacement"][0], "value": -1}]}, "displacement.0.value", "below 0"),
        (
            {"displacement": [{**FACTS["displacement"][0], "value": None, "low": 9, "high": 3}]},
            "displacement.0.high",
            "less than the lower",
        ),
        ({"needs": [{"cluster": "WSH", "quote": "@900-999"}]}, "needs.0.quote", "outside"),
        ({"risks": [{"group": "children", "quote": "400 families", "x": 1}]}, "risks.0.x", "no field"),
    ],
)
def test_what_is_wrong_is_said_at_the_field(changes: dict[str, Any], path: str, message: str) -> None:
    label, errors = checked(changes)
    assert label is None
    assert [e for e in errors if e["path"] == path and message in e["message"]], errors


def test_nobody_fills_in_who_and_when() -> None:
    label = made(changes={"by": "Somebody", "at": "1999-01-01T00:00:00Z", "reading": "settled", "id": "../x"})
    assert (label.by, label.reading, label.id) == ("Ana", "first", "sake-market")
    assert label.at is not None
    assert label.at.year > 2000


def test_a_saved_label_is_a_case_of_the_evals(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "labels")
    path = folder.save(ARTICLE, ABOUT, made())
    assert labels.check(path) == []
    assert labels.check(folder.root / "gold" / "sake-market.json") == []
    (case,) = Newsroom().cases(folder.root)
    assert case.article.text == TEXT
    assert case.article.published == date(2024, 3, 12)
    assert len(case.gold.events) == 1
    assert case.gold.displacement[0].value == 400
    saved = json.loads(path.read_text())
    assert (saved["by"], saved["reading"], saved["at"][:2]) == ("Ana", "first", "20")


def test_two_readers_have_a_reading_each_and_a_third_has_none(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.save(ARTICLE, ABOUT, made("Ana"))
    assert folder.reading_of("sake-market", "Ben") == "second"
    folder.save(ARTICLE, ABOUT, made("Ben", "second", {"displacement": []}))
    assert folder.reading_of("sake-market", "Ana") == "first"
    assert folder.reading_of("sake-market", "Cem") is None
    case = folder.case("sake-market")
    assert (case.readings, case.settled, case.both) == ((("first", "Ana"), ("second", "Ben")), "Ana", False)
    folder.save(
        ARTICLE, ABOUT, made("Ana", changes={"events": []})
    )  # the label that counts is hers until it is settled
    counts = folder.label("sake-market", "settled")
    assert counts is not None
    assert counts.events == ()


def test_an_id_is_no_path_and_no_other_article(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "labels")
    for name in ("../evil", "/etc/passwd", "a/b", "", "A", "a" * 61):
        assert list(About(name).problems())
        with pytest.raises(BadLabel):
            folder.save(ARTICLE, About(name), made())
    folder.save(ARTICLE, ABOUT, made())
    with pytest.raises(BadLabel, match="another article"):
        folder.save(Article(TEXT + " More."), ABOUT, made())
    assert sorted(p.name for p in tmp_path.iterdir()) == ["labels"]


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Shells fall on Sake: 12 dead", "shells-fall-on-sake-12-dead"),
        ("Ménaka, été", "menaka-ete"),
        ("قصف سوق الدندر", "article"),
        ("../../etc/passwd", "etc-passwd"),
        ("word " * 40, "-".join(["word"] * 12)),
    ],
)
def test_a_title_becomes_an_id(name: str, id_: str) -> None:
    assert slug(name) == id_


def test_a_folder_of_articles_is_a_queue(tmp_path: Path) -> None:
    (tmp_path / "Sake market.txt").write_text(TEXT)
    (tmp_path / "picture.png").write_bytes(b"x")
    folder = Folder.of_queue(tmp_path)
    assert [(c.id, c.source) for c in folder.cases()] == [("sake-market", "Sake market.txt")]
    article, document = folder.source("Sake market.txt")
    assert (article.text, document) == (TEXT, None)
    with pytest.raises(BadLabel):
        folder.source("../secret.txt")
    folder.save(article, ABOUT, made())
    assert folder.cases()[0].readings == (("first", "Ana"),)


def test_a_suite_labels_its_own_articles(tmp_path: Path) -> None:
    Folder(tmp_path).save(ARTICLE, ABOUT, made())
    folder = Folder.of_queue(tmp_path)
    assert folder.root == tmp_path
    article, document = folder.source("sake-market.txt")
    assert article.text == TEXT
    assert document is not None
    assert document.id == "sake-market"


def test_empty_labels_to_fill_in_are_nobodys(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.save(ARTICLE, ABOUT, made())
    empty = '{"id": "sake-market", "reading": "second", "events": []}'
    (tmp_path / "readings" / "second" / "sake-market.json").write_text(empty)
    assert folder.reading_of("sake-market", "Ben") == "second"
    assert not folder.case("sake-market").can_be_compared


# --- settling

SECOND = {
    "events": [
        {
            **FACTS["events"][0],
            "sub_type": "Attack",
            "figures": [
                {"measure": "killed", "value": 12, "group": "people", "quote": "killing 12 civilians"},
                {"measure": "killed", "value": 99, "quote": "on the market of Sake"},
            ],
        }
    ],
    "displacement": [],
    "risks": [{"group": "civilians", "quote": "killing 12 civilians"}],
}


def two() -> tuple[Label, Label]:
    return made(), made("Ben", "second", SECOND)


def test_facts_of_two_readers_are_paired_and_differences_shown() -> None:
    sections = {s.name: s for s in compare(*two(), TEXT)}
    (event,) = sections["events"].pairs
    assert [f.name for f in event.fields if not f.agree] == ["sub_type"]
    assert [p.is_shared for p in event.parts] == [True, False, False]
    assert [f.name for f in event.parts[0].fields if not f.agree] == ["group"]
    (moved,) = sections["displacement"].pairs
    assert moved.facts[1] is None
    (risk,) = sections["risks"].pairs
    assert risk.facts[0] is None


def test_what_is_chosen_is_the_settled_label() -> None:
    sections = compare(*two(), TEXT)
    choices = {
        "events.0.sub_type": "b",
        "events.0.figures.0.group": "a",
        "events.0.figures.2": "drop",
        "displacement.0": "keep",
        "risks.0": "drop",
    }
    draft = settle(sections, choices)
    label, errors = check(draft, TEXT, case="sake-market", reading="settled", by="Cem")
    assert errors == []
    assert label is not None
    assert label.events[0].sub_type == ("Attack",)
    assert [(f.value, f.low, f.group) for f in label.events[0].figures] == [
        (12, None, ("civilians",)),
        (None, 24, None),
    ]
    assert len(label.displacement) == 1
    assert label.risks == ()


def test_other_words_for_the_same_are_no_difference() -> None:
    moved = FACTS["displacement"][0]
    other = {**moved, "quote": "400 families fled", "destination": {"name": "Goma town|Goma"}}
    sections = {s.name: s for s in compare(made(), made("Ben", "second", {"displacement": [other]}), TEXT)}
    (pair,) = sections["displacement"].pairs
    assert pair.agrees
    draft = settle(list(sections.values()), {})
    assert draft["displacement"][0]["destination"] == {"name": "Goma|Goma town", "country": "COD"}
    assert draft["displacement"][0]["quote"] == moved["quote"]


def test_two_labels_that_are_the_same_leave_nothing_open() -> None:
    sections = compare(made(), made("Ben", "second"), TEXT)
    assert open_questions(sections) == (2, 2)
    label, _ = check(settle(sections, {}), TEXT, case="sake-market", reading="settled", by="Cem")
    assert label is not None
    assert (label.events, label.displacement) == (made().events, made().displacement)


@pytest.mark.parametrize(
    "path", sorted(NEWSROOM.glob("readings/first/*.json"))[::12], ids=lambda path: path.stem
)
def test_the_newsrooms_readings_can_be_settled(path: Path) -> None:
    document = load_document(NEWSROOM / "articles" / path.name.replace(".json", ".txt"))
    first, second = load_label(path), load_label(path.parents[1] / "second" / path.name)
    sections = compare(first, second, document.text)
    agreed, total = open_questions(sections)
    assert total >= max(sum(1 for _ in first.events), 1) or total == 0
    assert agreed <= total
    label, errors = check(settle(sections, {}), document.text, case=first.id, reading="settled", by="Cem")
    assert errors == []
    assert label is not None
    assert {e.quote for e in first.events} <= {e.quote for e in label.events}
