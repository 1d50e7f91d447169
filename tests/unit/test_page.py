"""The page's routes: giving articles in, watching them, reading, taking away, forgetting."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("fastapi")

from starlette.testclient import TestClient

import summariser.page
from summariser.api import Summariser
from summariser.articles import Article
from summariser.engines.scripted import ScriptedEngine
from summariser.errors import ConnectionRefused
from summariser.evals.first_choice import rules_alone
from summariser.exports import FORMS
from summariser.page.cards import groups_of
from summariser.page.desk import Live
from summariser.page.history import History
from summariser.page.pictures import tolls_of
from summariser.page.room import Room
from summariser.page.shown import Piece, direction, mixed, paper_of, pieces, said
from summariser.progress import Progress
from summariser.schemas import Summary
from summariser.schemas.codebooks import Measure, PopulationGroup
from tests.unit.page_papers import docx, pdf
from tests.unit.page_room import ARTICLE, open_page, wait_for
from tests.unit.reports import event as told
from tests.unit.reports import killed
from tests.unit.reports import summary as report

Page = tuple[TestClient, Room]
FORM = {"published": "2025-11-18", "source": "Example Wire", "kind": "all"}


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory, index_folder: Path) -> Iterator[Page]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SUMMARISER_CACHE_DIR", str(index_folder))
        with open_page(tmp_path_factory.mktemp("page")) as opened:
            yield opened


@pytest.fixture(scope="module")
def number(page: Page) -> int:
    """The example article, done."""
    client, room = page
    answer = client.post("/articles", data={"text": ARTICLE, **FORM})
    assert answer.status_code == 303
    found = int(answer.headers["location"].rpartition("/")[2])
    assert wait_for(room, found) == "done"
    return found


def test_an_article_is_shown_with_its_summary(page: Page, number: int) -> None:
    client, room = page
    shown = client.get(f"/articles/{number}").text
    entry = room.history.entry(number)
    assert entry is not None
    summary = room.history.summary_of(entry)
    assert summary is not None
    assert summary.events is not None
    for event in summary.events.events:
        assert f'id="{event.id}"' in shown
        for evidence in event.evidence:
            assert f'href="#{evidence.sentence}"' in shown
            assert f'id="{evidence.sentence}"' in shown
    for issue in summary.issues:
        assert issue.reason.split("'")[0].split('"')[0][:40] in shown
    for part in ("Map", "Timeline", "Tolls by claimant", "Refused or left open", "Natural Earth"):
        assert part in shown


def test_the_range_of_tolls_stands_before_the_claimants_and_is_the_one_of_the_exports() -> None:
    groups = ((6, PopulationGroup.SOLDIERS), (4, PopulationGroup.CIVILIANS))
    said = [killed(n, by="army", group=group) for n, group in groups]
    said += [killed(15, by="hospital"), killed(20, measure=Measure.INJURED)]
    found = tolls_of(report("a", told(figures=said)))
    assert found is not None
    assert [(row.measure, row.spread) for row in found.rows] == [("killed", "10 to 15"), ("injured", "")]
    template = (Path(summariser.page.__file__).parent / "templates" / "summary.html.jinja").read_text("utf-8")
    assert template.index("Least to most") < template.index("for name in tolls.claimants")
    assert template.index("row.spread") < template.index("for claims in row.claims")


def test_sentences_are_those_that_the_summary_cites(page: Page, number: int) -> None:
    entry = page[1].history.entry(number)
    assert entry is not None
    summary = page[1].history.summary_of(entry)
    assert summary is not None
    paper = paper_of(entry.article.text)
    assert len(paper.lines) == summary.article.sentences
    for figure in summary.figures():
        for evidence in figure.evidence:
            line = paper.sentence(evidence.sentence)
            assert line is not None
            assert (line.start, line.end, line.text) == (evidence.start, evidence.end, evidence.text)


def test_the_stream_of_a_finished_article_says_so(page: Page, number: int) -> None:
    answer = page[0].get(f"/articles/{number}/events")
    assert answer.headers["content-type"].startswith("text/event-stream")
    assert answer.text == "event: done\ndata: {}\n\n"


def test_files_of_four_kinds_are_taken_at_once_and_bad_ones_named(page: Page) -> None:
    client, room = page
    told = "Shells fell on Sake on Sunday, killing 12. " * 8
    html = f"<!doctype html><html><body><article><p>{told}</p></article></body></html>"
    files = [
        ("files", ("one.txt", b"Gunmen killed two people in Goma on Monday.")),
        ("files", ("two.html", html.encode())),
        ("files", ("three.pdf", pdf([["Gunmen killed three people in Goma."]]))),
        ("files", ("four.docx", docx(["Gunmen killed four people in Goma."]))),
        ("files", ("../../five.pdf", b"%PDF-1.4 not one")),
    ]
    before = len(room.history.entries())
    answer = client.post("/articles", data=FORM, files=files)
    assert answer.status_code == 422
    assert "five.pdf" in answer.text
    assert "../" not in answer.text
    assert "cannot be read as a PDF" in answer.text
    assert "NotText" in answer.text
    taken = room.history.entries()[: len(room.history.entries()) - before]
    assert sorted(str(e.name) for e in taken) == ["four.docx", "one.txt", "three.pdf", "two.html"]
    for entry in taken:
        assert wait_for(room, entry.id) == "done"
        assert (str(entry.published), entry.source) == ("2025-11-18", "Example Wire")


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ({"text": " \r\n "}, "No article was given"),
        ({"text": "A text.", "published": "2999-01-01"}, "lies in the future"),
        ({"text": "A text.", "published": "last week"}, "is not a date"),
        ({"text": "?!"}, "no letter or figure"),
        ({"text": "A " + "\x01" * 10}, "is not text"),
    ],
)
def test_a_form_that_is_wrong_says_what_to_do_and_loses_nothing(
    page: Page, form: dict[str, str], words: str
) -> None:
    answer = page[0].post("/articles", data={"source": "A wire", **form})
    assert answer.status_code == 422
    assert words in answer.text
    assert 'value="A wire"' in answer.text
    if form["text"] == "A text.":
        assert "A text.</textarea>" in answer.text


def test_the_history_finds_by_words(page: Page, number: int) -> None:
    client, _ = page
    assert f"/articles/{number}" in client.get("/history").text
    assert f"/articles/{number}" in client.get("/history?q=example+WIRE").text
    nothing = client.get("/history?q=100%25_").text
    assert "No article has" in nothing


def test_a_summary_is_taken_away_as_it_is(page: Page, number: int) -> None:
    client, room = page
    answer = client.get(f"/export/json?article={number}")
    assert answer.headers["content-disposition"].startswith("attachment")
    summary = Summary.model_validate_json(answer.text)
    entry = room.history.entry(number)
    assert entry is not None
    assert summary == room.history.summary_of(entry)
    assert client.get(f"/export/nothing?article={number}").status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "/articles/999999",
        "/articles/one",
        "/export/json",
        "/nowhere",
        "/static/../app.py",
        "/static/app.py",
    ],
)
def test_what_is_not_there_is_a_page_of_ours(page: Page, path: str) -> None:
    answer = page[0].get(path)
    assert answer.status_code == 404
    assert "That did not work" in answer.text


def test_an_article_is_forgotten_with_its_summary(page: Page) -> None:
    client, room = page
    text = "Rebels shelled the market of Bukavu on Tuesday, killing nine people."
    number = int(client.post("/articles", data={"text": text}).headers["location"].rpartition("/")[2])
    wait_for(room, number)
    entry = room.history.entry(number)
    assert entry is not None
    assert room.history.summary_of(entry) is not None
    assert client.post(f"/articles/{number}/remove").status_code == 303
    assert client.get(f"/articles/{number}").status_code == 404
    assert room.history.summary_of(entry) is None


def test_the_texts_of_an_article_are_text(page: Page) -> None:
    client, room = page
    hostile = (
        "Report. <script>alert(1)</script> Gunmen killed two people in Goma. <img src=x onerror=alert(2)> "
        "\u202e {{ 7*7 }} </textarea>"
    )
    sent = client.post("/articles", data={"text": hostile, "source": '"><script>alert(3)</script>'})
    number = int(sent.headers["location"].rpartition("/")[2])
    wait_for(room, number)
    for path in (f"/articles/{number}", "/history", "/", f"/articles/{number}/state"):
        shown = client.get(path).text
        assert "<script>alert" not in shown
        assert "<img" not in shown
        assert "\u202e" not in shown
    assert "{{ 7*7 }}" in client.get(f"/articles/{number}").text


def test_text_from_the_right_is_set_apart_without_a_trace() -> None:
    """The words of a value carry isolates of our own: they are no characters of the article."""
    assert said("at \u2068سنار\u2069, Sudan") == (Piece("at "), Piece("سنار", apart=True), Piece(", Sudan"))
    hostile = ["a", "U+202E", "b", "U+2068", "U+202E", "c", "U+2069"]
    assert [piece.text for piece in said("a\u202eb\u2068\u202ec\u2069")] == hostile
    assert [piece.text for piece in pieces("\u2068x\u2069")] == ["U+2068", "x", "U+2069"]


def test_a_sentence_of_ours_with_arabic_words_stays_ours() -> None:
    """Its direction is not that of its first letter, and its words do not change places."""
    told = "640 أسرة fled to سنار, القضارف، الدندر and 3 قرى"
    apart = [piece.text for piece in mixed(told) if piece.apart]
    assert (direction(told), apart) == ("ltr", ["أسرة", "سنار", "القضارف، الدندر", "قرى"])
    assert "".join(piece.text for piece in mixed(told)) == told
    assert direction("قالت OCHA و Reuters إن 640 أسرة نزحت") == "rtl"
    assert direction("2024") == "ltr"
    hostile = mixed("killed \u202eسنار\u202c, said")
    assert [(piece.text, piece.acts) for piece in hostile if piece.acts] == [
        ("U+202E", True),
        ("U+202C", True),
    ]


def test_a_failure_is_shown_as_it_is_and_can_be_tried_again(tmp_path: Path, index_folder: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SUMMARISER_CACHE_DIR", str(index_folder))
        engine = ScriptedEngine(lambda _: ConnectionRefused("Nobody listens at X", "Start it"))
        with open_page(tmp_path, engine) as (client, room):
            sent = client.post("/articles", data={"text": ARTICLE})
            number = int(sent.headers["location"].rpartition("/")[2])
            assert wait_for(room, number) == "failed"
            shown = client.get(f"/articles/{number}").text
            for words in ("There is no summary", "Nobody listens at X", "Start it", "ConnectionRefused"):
                assert words in shown
            assert "Nobody listens at X" in client.get("/history").text
            assert client.post(f"/articles/{number}/again").status_code == 303
            assert wait_for(room, number) == "failed"


def test_a_fault_of_ours_is_a_page_as_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_page(tmp_path) as (client, _):
        monkeypatch.setattr(History, "entries", lambda *_, **__: 1 / 0)
        quiet = TestClient(client.app, base_url=str(client.base_url), raise_server_exceptions=False)
        answer = quiet.get("/history")
        assert answer.status_code == 500
        assert "A fault in summariser" in answer.text
        assert "default-src" in answer.headers["content-security-policy"]


def test_a_pdf_is_shown_with_its_pages_and_whose_day_it_has(page: Page) -> None:
    client, room = page
    data = pdf([["Gunmen killed three people in Goma."], ["They fled."]], told={"CreationDate": "D:20240312"})
    answer = client.post("/articles", data={**FORM, "published": ""}, files=[("files", ("goma.pdf", data))])
    number = int(answer.headers["location"].rsplit("/", 1)[1])
    wait_for(room, number)
    shown = client.get(f"/articles/{number}").text
    assert "p. 1</span>" in shown
    assert "p. 2</span>" in shown
    assert "(by the PDF’s metadata)" in shown


def test_a_brief_of_chosen_articles_is_a_page_and_a_file(page: Page, number: int) -> None:
    client, _ = page
    shown = client.get(f"/brief?article={number}&article={number}")
    assert "sha256-" in shown.headers["content-security-policy"]
    assert "script-src" not in shown.headers["content-security-policy"]
    markdown = client.get(f"/brief?article={number}&form=markdown")
    assert markdown.headers["content-disposition"] == 'attachment; filename="brief.md"'
    assert json.loads(client.get(f"/brief?article={number}&form=json").text)
    assert client.get(f"/brief?article={number}&form=x").status_code == 404


@pytest.mark.parametrize("form", sorted(FORMS))
def test_every_form_of_export_is_on_the_page(page: Page, number: int, form: str) -> None:
    client, _ = page
    assert f"/export/{form}?article={number}" in client.get(f"/articles/{number}").text
    answer = client.get(f"/export/{form}?article={number}")
    assert answer.status_code == 200
    assert FORMS[form].suffix in answer.headers["content-disposition"]
    assert answer.content


def test_what_was_cut_off_is_done_when_the_page_is_opened_again(tmp_path: Path, index_folder: Path) -> None:
    with History(tmp_path / "page.sqlite") as history:
        number = history.add(Article("Gunmen killed two people in Goma on Monday."), "all")
        history.set_state(number, "working")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SUMMARISER_CACHE_DIR", str(index_folder))
        with open_page(tmp_path) as (_, room):
            assert wait_for(room, number) == "done"


def test_what_is_stopped_or_removed_in_the_middle_leaves_nothing_wrong(
    tmp_path: Path, index_folder: Path
) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def answer(_: object) -> Exception:
        begun.set()
        go_on.wait(60)
        return ConnectionRefused("The engine was stopped", "Start it")

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SUMMARISER_CACHE_DIR", str(index_folder))
        with open_page(tmp_path, ScriptedEngine(answer)) as (client, room):
            sent = client.post("/articles", data={"text": ARTICLE})
            number = int(sent.headers["location"].rpartition("/")[2])
            assert begun.wait(60)
            room.desk.close()
            go_on.set()
            while number in room.desk.live:
                time.sleep(0.02)
            entry = room.history.entry(number)
            assert entry is not None
            assert entry.state == "working"
            assert "It was cut off" in client.get(f"/articles/{number}").text
        with open_page(tmp_path) as (client, room):
            assert wait_for(room, number) == "done"


def test_an_article_that_is_worked_on_shows_what_there_is(tmp_path: Path, index_folder: Path) -> None:
    """Parts come before the end, and each is a summary that the page can show."""
    live, parts = Live(), []

    def hear(report: Progress) -> None:
        live.hear(report)
        if report.part is not None:
            parts.append(report.part)

    article = Article(ARTICLE)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SUMMARISER_CACHE_DIR", str(index_folder))
        with Summariser(engine=rules_alone(), on_progress=hear, with_parts=True) as summariser:
            summary = summariser.summarise(article)
    assert len(parts) == live.parts == 2
    assert [len(p.events.events) for p in parts if p.events] == [0, len(summary.events.events)]  # type: ignore[union-attr]
    assert parts[0].humanitarian is not None
    assert parts[0].humanitarian.displacement
    for part in parts:
        assert groups_of(part, paper_of(article.text))
        json.loads(part.model_dump_json())
