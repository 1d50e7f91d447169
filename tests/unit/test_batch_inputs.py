"""What a batch reads: every row is there, with an article or with what is wrong with it."""

from __future__ import annotations

import builtins
import json
import os
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pyarrow
import pyarrow.parquet
import pytest

from summariser.batch import Columns, parquet, tables
from summariser.batch.inputs import Inputs, Row
from summariser.errors import (
    BadDate,
    BadRow,
    ConfigurationError,
    EmptyArticle,
    MissingExtra,
    NotText,
    UnreadableSource,
)

TEXT = "Rebels shelled the town of Idlib on Sunday."


def rows(*paths: Path, **columns: Any) -> list[Row]:
    inputs = Inputs(paths, Columns(**columns))
    inputs.check()
    found = list(inputs.rows())
    assert inputs.count() == len(found)
    return found


def kinds(found: list[Row]) -> list[type | None]:
    return [None if row.error is None else type(row.error) for row in found]


def test_a_folder_is_read_to_its_depths_and_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.md", "a/c.html", ".hidden.txt", ".git/x.txt", "a/table.xlsx", "c.TXT"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        page = f"<html><body><article><p>{TEXT * 5}</p></article></body></html>"
        file.write_text(page if name.endswith("html") else TEXT)
    (tmp_path / "empty.txt").touch()
    (tmp_path / "binary.txt").write_bytes(b"\x00\x01" * 50)
    found = rows(tmp_path)
    assert [Path(r.id).relative_to(tmp_path).as_posix() for r in found] == [
        "b.txt", "binary.txt", "c.TXT", "empty.txt", "a/c.html", "a/z.md",
    ]  # fmt: skip
    assert kinds(found) == [None, NotText, None, EmptyArticle, None, None]
    assert Inputs([tmp_path]).passed_over() == 1


def test_json_lines(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    lines = [
        json.dumps({"id": "x", "text": TEXT, "published": "2024-03-05", "source": "Wire", "other": [1]}),
        "",
        json.dumps({"id": 7, "text": TEXT, "published": "2024-03-05T23:00:00+02:00"}),
        "{broken",
        "[1]",
        json.dumps({"id": "no text"}),
        json.dumps({"id": "null", "text": None}),
        json.dumps({"id": "day", "text": TEXT, "published": "5 March"}),
        json.dumps({"id": "empty", "text": " "}),
        json.dumps({"id": {"a": 1}, "text": TEXT}),
        '{"id": "half", "text": "\\ud800"}',
        "[" * 100_000,
        json.dumps({"text": TEXT}),
    ]
    file.write_bytes("\n".join(lines).encode() + b'\n{"text": "\xff\xfe"}\n')
    found = rows(file)
    assert kinds(found) == [
        None, None, BadRow, BadRow, BadRow, BadRow, BadDate,
        EmptyArticle, BadRow, NotText, BadRow, None, BadRow,
    ]  # fmt: skip
    assert found[0].article is not None
    assert (found[0].article.published, found[0].article.source) == (date(2024, 3, 5), "Wire")
    assert found[1].article is not None
    assert (found[1].id, found[1].article.published) == ("7", date(2024, 3, 5))
    assert found[11].id == found[11].place == f"{file.as_posix()}:13"  # the line's number, blank ones counted
    assert all(str(r.error) for r in found if r.error)


def test_csv(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes(
        b"\xef\xbb\xbfurl;body;day\r\n"
        b'u1;"Rebels; shelled\r\nthe ""town"".";2024-03-05\r\n'
        b"u2;too few\r\n"
        b"u3;bad \xff byte;2024-03-05\r\n"
        b"\r\n"
        b"u4;Good enough.;\r\n"
    )
    found = rows(file, text="body", id="url", published="day")
    assert kinds(found) == [None, BadRow, NotText, None]
    assert found[0].article is not None
    assert found[0].article.text == 'Rebels; shelled\r\nthe "town".'
    assert [r.place.rpartition(":")[2] for r in found] == ["2", "4", "5", "7"]
    assert [r.id for r in found] == ["u1", found[1].place, "u3", "u4"]


def test_parquet(tmp_path: Path) -> None:
    file = tmp_path / "a.parquet"
    table = pyarrow.table(
        {
            "text": [TEXT, None, TEXT],
            "id": [1, 2, 3],
            "published": [datetime(2024, 3, 5, 23), None, None],
        }
    )
    pyarrow.parquet.write_table(table, file)
    found = rows(file)
    assert kinds(found) == [None, BadRow, None]
    assert found[0].article is not None
    assert (found[0].id, found[0].article.published) == ("1", date(2024, 3, 5))


def test_several_inputs_in_one_call(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(TEXT)
    (tmp_path / "two.csv").write_text(f"id,text\na,{TEXT}\n")
    (tmp_path / "three.jsonl").write_text(json.dumps({"id": "b", "text": TEXT}))
    found = rows(tmp_path / "one.txt", tmp_path / "two.csv", tmp_path / "three.jsonl")
    assert [r.id for r in found] == [(tmp_path / "one.txt").as_posix(), "a", "b"]


@pytest.mark.parametrize(
    ("name", "content", "columns", "error", "told"),
    [
        ("a.csv", "id,body\n1,x\n", {}, ConfigurationError, "no column 'text'; it has 'id', 'body'"),
        ("a.csv", "text\nx\n", {"id": "url"}, ConfigurationError, "no column 'url'"),
        ("a.csv", "", {}, ConfigurationError, "it has none"),
        ("a.parquet", "PAR1 no", {}, UnreadableSource, "cannot be read as Parquet"),
        ("a.odt", "x", {}, UnreadableSource, "of a kind that is not read"),
    ],
)
def test_an_input_that_cannot_be_used_at_all(
    tmp_path: Path, name: str, content: str, columns: dict[str, str], error: type, told: str
) -> None:
    (tmp_path / name).write_text(content)
    with pytest.raises(error, match=told):
        rows(tmp_path / name, **columns)


def test_an_input_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSource, match="does not exist"):
        rows(tmp_path / "nothing")


def test_a_field_that_a_line_lacks_is_a_bad_row_where_it_was_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(
        json.dumps({"text": TEXT, "url": "u"}) + "\n" + json.dumps({"text": TEXT})
    )
    assert kinds(rows(tmp_path / "a.jsonl", id="url")) == [None, BadRow]


def test_parquet_without_pyarrow_names_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.parquet").touch()
    real = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name.partition(".")[0] == "pyarrow":
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(MissingExtra, match=r"pip install 'summariser\[batch\]'"):
        rows(tmp_path / "a.parquet")


def test_a_name_that_is_not_utf_8_is_kept_and_two_stay_two(tmp_path: Path) -> None:
    names = [os.fsdecode(b"caf\xe8.txt"), os.fsdecode(b"caf\xe9.txt")]
    try:
        for name in names:
            (tmp_path / name).write_text(TEXT)
    except OSError:
        pytest.skip("the file system takes no such name")
    table = tmp_path / os.fsdecode(b"t\xe9.jsonl")
    table.write_text(json.dumps({"text": TEXT}) + "\n{broken\n")
    found = [*rows(tmp_path), *rows(table)]
    assert kinds(found) == [None, None, None, BadRow]
    assert [r.id.rpartition("/")[2] for r in found] == [
        "caf\\udce8.txt", "caf\\udce9.txt", "t\\udce9.jsonl:1", "t\\udce9.jsonl:2",
    ]  # fmt: skip
    for row in found:
        assert f"{row.id}{row.place}{row.error}".encode()  # the store and the output take nothing else


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    os.mkfifo(tmp_path / "p.txt")
    found = rows(tmp_path)
    assert kinds(found) == [None, UnreadableSource]
    with pytest.raises(UnreadableSource, match="is a pipe"):
        rows(tmp_path / "p.txt")


def test_links_to_folders_are_counted_and_not_followed(tmp_path: Path) -> None:
    inside, outside = tmp_path / "in", tmp_path / "out"
    for folder in (inside, outside):
        folder.mkdir()
        (folder / "a.txt").write_text(TEXT)
    try:
        (inside / "circle").symlink_to(inside)
        (inside / "more").symlink_to(outside)
    except OSError:
        pytest.skip("no symbolic links here")
    assert len(rows(inside)) == 1
    assert Inputs([inside]).passed_over() == 2


def test_a_folder_below_that_cannot_be_read_is_a_failure_and_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a", "closed", "z"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "x.txt").write_text(TEXT)
    look = os.scandir

    def scandir(path: str) -> Any:
        if Path(path).name == "closed":  # root may read every folder
            raise PermissionError(13, "Permission denied", str(path))
        return look(path)

    monkeypatch.setattr(os, "scandir", scandir)
    found = rows(tmp_path)
    assert [Path(r.id).relative_to(tmp_path).as_posix() for r in found] == ["a/x.txt", "closed", "z/x.txt"]
    assert kinds(found) == [None, UnreadableSource, None]
    assert "closed cannot be read: Permission denied" in str(found[1].error)
    assert (Inputs([tmp_path]).count(), Inputs([tmp_path]).passed_over()) == (3, 0)
    with pytest.raises(UnreadableSource, match="closed cannot be read"):
        rows(tmp_path / "closed")


def test_what_is_wrong_with_a_row_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('null\n[1]\n{"text": 5}\n')
    (tmp_path / "a.tsv").write_text('id\ttext\n1\t"The "rebels" left."\n')
    told = [str(row.error).partition(". ")[0] for row in rows(tmp_path / "a.jsonl", tmp_path / "a.tsv")]
    assert [text.partition(" ")[2] for text in told] == [
        "is null, not a JSON object",
        "is a list, not a JSON object",
        "has a whole number in place of its text",
        "is not CSV: a tab expected after '\"' (line 2)",
    ]


def test_a_quote_that_is_never_closed_takes_no_rows_with_it_unsaid(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text(f'id,text\n1,{TEXT}\n2,"{TEXT}\n3,{TEXT}\n4,{TEXT}\n')
    found = rows(file)
    assert kinds(found) == [None, BadRow]
    assert "a.csv:3 has a quote that is never closed: all to the end, line 5, is in it" in str(found[1].error)


def test_quotes_inside_a_cell_that_are_not_doubled_are_told(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text(f'id,text\n1,"The "rebels" left."\n2,"The ""rebels"" left."\n3,{TEXT}\n')
    found = rows(file)
    assert kinds(found) == [BadRow, None, None]
    assert "(line 2). Close every quote, and double the quotes" in str(found[0].error)


def test_a_cell_beyond_all_measure_is_one_bad_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summariser.batch.tables.MAX_BYTES", 200)
    file = tmp_path / "a.csv"
    lines = 'first ""word""\n' * 90
    file.write_text(f'text\n"{lines}"\n{TEXT}\n')
    found = rows(file)
    assert kinds(found) == [BadRow, None]
    assert "a.csv:2 has a cell of more than 200 characters; it ends in line 92" in str(found[0].error)
    assert found[1].place.endswith(":93")


def test_a_table_in_another_encoding_says_so(tmp_path: Path) -> None:
    for name in ("a.csv", "a.jsonl"):
        (tmp_path / name).write_bytes(f"id,text\n1,{TEXT}\n".encode("utf-16"))
        with pytest.raises(UnreadableSource, match="is UTF-16"):
            rows(tmp_path / name)
    (tmp_path / "b.csv").write_bytes(f"id,text,tête\n1,{TEXT},x\n2,Un été,x\n".encode("latin-1"))
    found = rows(tmp_path / "b.csv")
    assert kinds(found) == [None, NotText]
    assert "b.csv:3 is not UTF-8. Save the table as UTF-8" in str(found[1].error)


def test_a_column_that_is_there_twice(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"id,text,text\n1,{TEXT},other\n")
    names = ["id", "id", "text"]
    table = pyarrow.table([pyarrow.array([word]) for word in ("1", "2", TEXT)], names=names)
    pyarrow.parquet.write_table(table, tmp_path / "a.parquet")
    for name, column in (("a.csv", "text"), ("a.parquet", "id")):
        with pytest.raises(ConfigurationError, match=f"two columns '{column}'"):
            rows(tmp_path / name)
    (tmp_path / "b.csv").write_text(f"id,text,,\n1,{TEXT},,\n")  # of the others nobody reads
    assert kinds(rows(tmp_path / "b.csv")) == [None]


def test_values_of_parquet_that_python_cannot_hold_cost_their_row(tmp_path: Path) -> None:
    file = tmp_path / "a.parquet"
    far, fine = pyarrow.timestamp("ms"), pyarrow.timestamp("ns")
    stray = pyarrow.array([b"caf\xe9", TEXT.encode()], pyarrow.binary()).view(pyarrow.string())
    for columns, expected in (
        ({"text": [TEXT, TEXT], "published": pyarrow.array([4 * 10**15, 10**12], far)}, [BadRow, None]),
        ({"text": [TEXT, TEXT], "published": pyarrow.array([17 * 10**17 + 1, None], fine)}, [None, None]),
        ({"text": stray}, [BadRow, None]),
        ({"text": pyarrow.array([b"caf\xe9", TEXT.encode()], pyarrow.binary())}, [BadRow, None]),
        ({"text": pyarrow.array([{"body": TEXT}, None])}, [BadRow, BadRow]),
    ):
        pyarrow.parquet.write_table(pyarrow.table(columns), file)
        found = rows(file)
        assert kinds(found) == expected
        assert [r.place.rpartition(":")[2] for r in found] == ["1", "2"]


def test_damage_in_the_middle_of_a_parquet_file_costs_what_is_damaged_and_says_so(tmp_path: Path) -> None:
    file = tmp_path / "a.parquet"
    table = pyarrow.table({"id": [f"a{n}" for n in range(900)], "text": [f"{TEXT} {n}" for n in range(900)]})
    options = {"row_group_size": 300, "compression": "none", "write_page_checksum": True}
    pyarrow.parquet.write_table(table, file, **options)
    assert kinds(rows(file)) == [None] * 900
    content = file.read_bytes()
    at = content.index(b"Sunday. 450")  # in the second of three groups
    file.write_bytes(content[:at] + b"Friday" + content[at + 6 :])
    found = rows(file)
    assert kinds(found) == [None] * 300 + [BadRow] * 300 + [None] * 300
    assert [r.place.rpartition(":")[2] for r in found] == [str(n + 1) for n in range(900)]
    assert "a.parquet:301 cannot be read: " in str(found[300].error)
    assert found[600].id == "a600"


def test_a_parquet_file_with_fewer_rows_than_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.parquet"
    pyarrow.parquet.write_table(pyarrow.table({"text": [TEXT] * 3}), file)
    real = parquet._batches
    monkeypatch.setattr(parquet, "_batches", lambda *given: (b.slice(0, 2) for b in real(*given)))
    found = rows(file)
    assert kinds(found) == [None, None, BadRow]
    assert "says that there are more rows" in str(found[2].error)


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv"])
def test_a_table_that_can_be_read_no_further(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    file = tmp_path / name
    file.write_text("text\n" + "x,\n" * 3 if name.endswith("csv") else '{"text": "x"}\n' * 3)
    inputs = Inputs([file])
    inputs.check()
    for broken in ("_lines", "_csv_rows"):

        def fail(path: Path) -> Any:
            raise OSError(5, "Input/output error")
            yield

        monkeypatch.setattr(tables, broken, fail)
    for act in (inputs.count, lambda: list(inputs.rows())):
        with pytest.raises(UnreadableSource, match="cannot be read: Input/output error"):
            act()


def test_columns_whose_names_differ_in_capitals_alone(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"ID, Text,PUBLISHED,other\nx,{TEXT},2024-03-05,1\n")
    (tmp_path / "a.jsonl").write_text(json.dumps({"Id": "x", "TEXT": TEXT, "Published": "2024-03-05"}))
    table = pyarrow.table({"Id": ["x"], "Text": [TEXT], "Published": ["2024-03-05"]})
    pyarrow.parquet.write_table(table, tmp_path / "a.parquet")
    for name in ("a.csv", "a.jsonl", "a.parquet"):
        (row,) = rows(tmp_path / name)
        assert row.article is not None, row.error
        assert (row.id, row.article.published) == ("x", date(2024, 3, 5))
    (tmp_path / "b.csv").write_text(f"id,ID,text\nx,y,{TEXT}\n")  # the one of exactly that name
    assert [r.id for r in rows(tmp_path / "b.csv")] == ["x"]
    (tmp_path / "c.csv").write_text(f"Id,ID,text\nx,y,{TEXT}\n")
    with pytest.raises(ConfigurationError, match="two columns 'Id'"):
        rows(tmp_path / "c.csv")


def test_values_as_other_programs_write_them(tmp_path: Path) -> None:
    file = tmp_path / "a.parquet"
    floats = pyarrow.array([7.0, float("nan"), 1.5, 2.0**60])
    pyarrow.parquet.write_table(pyarrow.table({"text": [TEXT] * 4, "id": floats}), file)
    found = rows(file)
    assert kinds(found) == [None, None, BadRow, BadRow]
    assert [r.id for r in found[:2]] == ["7", found[1].place]  # a column of whole numbers with one missing
    table = pyarrow.table(
        {"text": [TEXT.encode()], "id": [b"caf\xc3\xa9"], "published": [b"2024-03-05"], "source": [b"Wire"]}
    )
    pyarrow.parquet.write_table(table, file)
    (row,) = rows(file)
    assert row.article is not None
    assert (row.id, row.article.published, row.article.source) == ("café", date(2024, 3, 5), "Wire")
    pyarrow.parquet.write_table(pyarrow.table({"text": [TEXT], "id": [b"\xff"]}), file)
    assert kinds(rows(file)) == [BadRow]


def test_a_table_without_its_mark_in_utf_16_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(f"id,text\n1,{TEXT}\n".encode("utf-16-le"))
    with pytest.raises(UnreadableSource, match=r"its header holds NUL. Save it as CSV in UTF-8"):
        rows(tmp_path / "a.csv")


def test_a_header_of_many_columns_is_not_told_in_full(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(",".join(f"c{n}" * 30 for n in range(500)) + "\n")
    with pytest.raises(ConfigurationError, match="and 480 more") as caught:
        rows(tmp_path / "a.csv")
    assert len(str(caught.value)) < 1200


def test_standard_input_is_refused_with_what_to_do() -> None:
    with pytest.raises(UnreadableSource, match="Standard input is not read by a batch"):
        rows(Path("-"))


def test_a_name_that_is_too_long_is_not_there() -> None:
    with pytest.raises(UnreadableSource, match="does not exist"):
        rows(Path("x/" * 3000))


def test_what_is_wrong_with_a_row_is_said_with_file_and_line(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    lines = [
        '{"id": {"a": 1}, "text": "x"}',
        '{"id": true, "text": "x"}',
        '{"id": "\\udc80", "text": "x"}',
        '{"text": "x", "source": ["Wire"]}',
        '{"text": "x", "source": 1.5}',
        '{"text": "x", "published": "5 March"}',
        '{"text": "x", "published": "2024-02-30"}',
        '{"text": "x", "published": "2999-01-01"}',
        '{"text": ["x"]}',
        '{"text": "\\udc80"}',
    ]
    file.write_text("\n".join(lines))
    table = pyarrow.table({"text": [TEXT], "published": pyarrow.array([date(2999, 1, 1)])})
    pyarrow.parquet.write_table(table, tmp_path / "b.parquet")
    pyarrow.parquet.write_table(pyarrow.table({"text": [TEXT], "source": [b"\xff"]}), tmp_path / "c.parquet")
    found = rows(file, tmp_path / "b.parquet", tmp_path / "c.parquet")
    assert len(found) == 12
    for row in found:
        assert row.article is None
        assert row.place in str(row.error)
    assert [str(r.error).removeprefix(r.place) for r in found[:6]] == [
        ": the id is an object. Give text or a whole number",
        ": the id is true or false. Give text or a whole number",
        ": the id is not valid Unicode. Give it in UTF-8",
        ": the source is a list. Give text or a whole number",
        ": the source is a number. Give text or a whole number",
        ": '5 March' is not a date. " + str(found[5].error).partition("is not a date. ")[2],
    ]


def test_a_field_that_a_line_has_twice_is_that_rows_failure(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    lines = [
        '{"id": "1", "text": "One.", "text": "Two."}',
        '{"id": "2", "id": "3", "text": "x"}',
        '{"text": "x", "Source": "a", "SOURCE": "b"}',
        '{"text": "x", "Text": "y"}',
        '{"text": "x", "other": 1, "other": 2}',
        '{"text": "x", "other": {"text": 1, "text": 2}}',
        '{"text": {"text": 1}, "text": "x"}',
    ]
    file.write_text("\n".join(lines))
    found = rows(file)
    # The column of exactly that name is meant, and what nobody reads may be there as often as it likes.
    assert kinds(found) == [BadRow, BadRow, BadRow, None, None, None, BadRow]
    assert str(found[0].error) == (
        f"{file.as_posix()}:1 has two fields 'text'. Rename one of them: which is meant cannot be told"
    )
    assert "has two fields 'id'" in str(found[1].error)
    assert "has two fields 'Source'" in str(found[2].error)
    assert kinds(rows(file, id="other"))[4] is BadRow
