"""``summariser brief`` from folders and from summaries."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from summariser.cli import main
from summariser.schemas.brief import Brief
from tests.unit.reports import event, summary

TEXTS = {
    "2024-09-07_Wire.txt": "KODOK - Shells killed 14 people in Kodok on Friday, the mayor said.\n",
    "2024-09-08_Radio.txt": "The shells that fell on Kodok on Friday killed 17 people, a nurse said.\n",
}


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    """Summaries of two articles, as `summarise --json` writes them."""
    path = tmp_path / "summaries.jsonl"
    given = [summary("a", event(dead=14)), summary("b", event(dead=17))]
    path.write_text("".join(s.model_dump_json() + "\n" for s in given), "utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "begins"), [("b.html", "<!doctype html>"), ("b.md", "# South Sudan"), ("b.json", "{")]
)
def test_the_ending_says_the_form(lines: Path, tmp_path: Path, name: str, begins: str) -> None:
    assert main(["brief", str(lines), "-o", str(tmp_path / name)]) == 0
    assert (tmp_path / name).read_text("utf-8").startswith(begins)


def test_json_is_the_brief(lines: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["brief", str(lines), "--to", "json", "--title", "Kodok"]) == 0
    brief = Brief.model_validate_json(capsys.readouterr().out)
    assert brief.title == "Kodok"
    assert [len(g.members) for g in brief.groups] == [2]


def test_a_folder_is_summarised_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "crisis"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, "utf-8")
    script = tmp_path / "script.json"
    script.write_text("{}", "utf-8")
    arguments = ["brief", str(folder), "--file-names", "{published}_{source}", "--to", "json", "--quiet"]
    runs = []
    for _ in range(2):
        assert main([*arguments, "--model", f"scripted:{script}"]) == 0
        runs.append(capsys.readouterr().out)
    assert runs[0] == runs[1]
    assert len((tmp_path / "crisis.summaries.jsonl").read_text("utf-8").splitlines()) == 2
    brief = Brief.model_validate_json(runs[0])
    assert [a.name for a in brief.articles] == list(TEXTS)
    assert [(len(g.members), g.ranges[0].low, g.ranges[0].high) for g in brief.groups] == [(2, 14, 17)]


def test_what_holds_no_summary_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "none.json"
    path.write_text("{}", "utf-8")
    assert main(["brief", str(path)]) == 2
    assert "No summary" in capsys.readouterr().err


def test_articles_that_a_batch_could_not_summarise_are_told_of(
    lines: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    error = {"kind": "EmptyArticle", "message": "empty.txt is empty", "advice": "Give a file with text"}
    with lines.open("a", encoding="utf-8") as file:
        file.write(json.dumps({"id": "c", "place": "empty.txt", "error": error}) + "\n")
    assert main(["brief", str(lines), "-o", str(tmp_path / "b.md")]) == 5
    told = capsys.readouterr().err
    assert "empty.txt is empty" in told
    assert "articles without a summary, as their batch says: 1" in told
    assert (tmp_path / "b.md").exists()


def test_the_output_is_no_input(lines: Path) -> None:
    assert main(["brief", str(lines), "-o", str(lines)]) == 2


@pytest.mark.parametrize(
    ("name", "more", "said"),
    [
        ("b.docx", [], "ends in .docx: a brief cannot be written there. Let it end in .html"),
        ("b.txt", [], "ends in .txt"),
        ("b", [], "has no ending"),
        ("b.docx", ["--to", "markdown"], "a brief as markdown cannot be written there. Let it end in .md"),
        ("b.html", ["--to", "json"], "ends in .html: a brief as json"),
    ],
)
def test_a_name_that_says_something_else_is_refused(
    lines: Path, tmp_path: Path, name: str, more: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["brief", str(lines), "-o", str(tmp_path / name), *more]) == 2
    assert said in capsys.readouterr().err
    assert not (tmp_path / name).exists()


@pytest.mark.parametrize("name", ["b", "b.txt", "b.MD", "b.markdown"])
def test_a_form_that_is_named_needs_no_ending_of_its_own(lines: Path, tmp_path: Path, name: str) -> None:
    assert main(["brief", str(lines), "-o", str(tmp_path / name), "--to", "markdown"]) == 0
    assert (tmp_path / name).read_text("utf-8").startswith("# ")


def test_an_ending_is_refused_before_any_article_is_read(tmp_path: Path) -> None:
    (tmp_path / "crisis").mkdir()
    (tmp_path / "crisis" / "a.txt").write_text("Shells killed 14 people in Kodok.", "utf-8")
    assert main(["brief", str(tmp_path / "crisis"), "-o", str(tmp_path / "x.docx")]) == 2
    assert [path.name for path in tmp_path.iterdir()] == ["crisis"]


def test_a_first_day_to_come_is_told_as_what_it_is(lines: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["brief", str(lines), "--since", "2999-01-01"]) == 2
    told = capsys.readouterr().err
    assert "--since 2999-01-01 lies in the future: no event could count" in told
    assert "publication" not in told
