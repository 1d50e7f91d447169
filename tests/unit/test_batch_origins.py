"""Day and source of articles that do not tell them: by the names of the files, or for all."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from summariser.batch import Origins
from summariser.batch.inputs import Inputs, Row
from summariser.cli import main
from summariser.errors import BadDate, BadName, ConfigurationError, InputError

TEXT = "Rebels shelled the town of Idlib on Sunday, killing two people."
DAY, OTHER = date(2024, 3, 5), date(2023, 1, 2)


def page(head: str) -> str:
    return f"<html><head>{head}</head><body><article><p>{TEXT * 5}</p></article></body></html>"


def told(row: Row) -> tuple[date | None, str | None]:
    assert row.article is not None, row.error
    return row.article.published, row.article.source


@pytest.mark.parametrize(
    ("pattern", "name", "expected"),
    [
        ("{published}_{source}_*", "2024-03-05_Al Jazeera_001.txt", (DAY, "Al Jazeera")),
        ("{published}_{source}_*", "20240305_Al_Jazeera_001.txt", (DAY, "Al")),  # the shortest that fits
        ("{published}_{source}", "2024-03-05_Al_Jazeera.txt", (DAY, "Al_Jazeera")),
        ("{published}*", "2024-03-05.txt", (DAY, None)),
        ("{published}*", "2024-03-05T10.20.html.txt", (DAY, None)),
        ("*{published}", "night of 2024-03-05.md", (DAY, None)),
        ("{source}", "Wire (Goma) [1].txt", (None, "Wire (Goma) [1]")),
        ("{source}.{published}", "Wire.2024-03-05.txt", (DAY, "Wire")),
        ("{source}/{published}*", "Wire/2024-03-05 a.txt", (DAY, "Wire")),
        ("{source}/*/{published}", "Wire/deep/2024-03-05.txt", (DAY, "Wire")),
    ],
)
def test_a_name_that_fits(
    tmp_path: Path, pattern: str, name: str, expected: tuple[date | None, str | None]
) -> None:
    file = tmp_path / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(TEXT)
    (row,) = Inputs([tmp_path], origins=Origins(file_names=pattern)).rows()
    assert told(row) == expected


@pytest.mark.parametrize(
    ("pattern", "name", "error"),
    [
        ("{published}_{source}_*", "Wire_2024-03-05_1.txt", BadName),
        ("{published}_*", "2024-3-5_1.txt", BadName),
        ("{published}*", "05032024.txt", BadDate),  # day first: there is no such month
        ("{published}*", "2024-02-30.txt", BadDate),
        ("{published}*", "2999-01-01.txt", BadDate),
        ("{published}.{source}", "2024-03-05xWire.txt", BadName),  # a full stop is no wildcard
        ("{source}/x/{published}", "2024-03-05.txt", BadName),
        ("{published}*", "٢٠٢٤-٠٣-٠٥.txt", BadName),
    ],
)
def test_a_name_that_does_not_is_a_failure_and_not_an_article_without_a_day(
    tmp_path: Path, pattern: str, name: str, error: type[InputError]
) -> None:
    (tmp_path / name).write_text(TEXT)
    (row,) = Inputs([tmp_path], origins=Origins(file_names=pattern)).rows()
    assert row.article is None
    assert type(row.error) is error
    assert row.error.advice


@pytest.mark.parametrize(
    ("pattern", "what"),
    [
        ("{date}_*", r"\{date\} in the pattern"),
        ("{published", r"\{published in the pattern"),
        ("published}", r"published\} in the pattern"),
        ("{published}_{published}", r"\{published\} is twice"),
        ("*", "is not in the pattern"),
        ("", "is not in the pattern"),
    ],
)
def test_a_pattern_that_is_none(pattern: str, what: str) -> None:
    with pytest.raises(ConfigurationError, match=what):
        Origins(file_names=pattern)


def test_a_pattern_where_there_are_only_tables(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": TEXT}))
    with pytest.raises(ConfigurationError, match="all inputs are tables"):
        Inputs([tmp_path / "a.jsonl"], origins=Origins(file_names="{published}")).check()


def test_what_is_said_of_one_wins_over_what_is_said_of_all(tmp_path: Path) -> None:
    markup = (
        '<meta property="article:published_time" content="2023-01-02T09:00">'
        '<meta property="og:site_name" content="Site">'
    )
    lines = [
        {"text": TEXT, "published": "2023-01-02", "source": "Row"},
        {"text": TEXT},
        {"text": TEXT, "source": ""},
    ]
    (tmp_path / "t.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    (folder := tmp_path / "f").mkdir()
    (folder / "2022-01-01_Name.html").write_text(page(markup))
    (folder / "2022-01-01_Name.txt").write_text(TEXT)
    (page_alone := tmp_path / "p.html").write_text(page(markup))
    (bare := tmp_path / "q.html").write_text(page(""))

    paths = [tmp_path / "t.jsonl", page_alone, bare]
    for_all = list(map(told, Inputs(paths, origins=Origins(DAY, "All")).rows()))
    assert for_all == [(OTHER, "Row"), (DAY, "All"), (DAY, "All"), (OTHER, "Site"), (DAY, "All")]
    named = Origins(DAY, "All", "{published}_{source}")
    assert list(map(told, Inputs([folder], origins=named).rows())) == [(date(2022, 1, 1), "Name")] * 2
    assert list(map(told, Inputs(paths).rows()))[1:] == [
        (None, None), (None, None), (OTHER, "Site"), (None, None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("options", "what"),
    [
        (["--published", "5 March"], "is not a date"),
        (["--published", ""], "is not a date"),
        (["--published", "2999-01-01"], "lies in the future"),
        (["--file-names", "{day}"], "means nothing"),
    ],
)
def test_a_mistake_in_the_options_is_one_line(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], options: list[str], what: str
) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    assert main(["batch", str(tmp_path), str(tmp_path / "out.jsonl"), *options]) == 2
    (line,) = capfd.readouterr().err.splitlines()
    assert what in line
    assert [p.name for p in tmp_path.iterdir()] == ["a.txt"]
