"""What the library writes about hostile articles: the page in the terminal, JSON, a batch's outputs."""

from __future__ import annotations

import io
import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet
import pytest
from rich.console import Console

from summariser.api import Summariser
from summariser.batch import run_batch
from summariser.evals.attacks import Attack, load_attacks
from summariser.evals.first_choice import rules_alone
from summariser.evals.grounding import walk
from summariser.schemas import Evidence, Span, Summary
from summariser.terminal import render_summary

SMALL = [attack for attack in load_attacks() if attack.kind != "size"]
_OWN_COLOURS = re.compile(r"\x1b\[[0-9;]*m")
_ISOLATES = "\u2068\u2069"


@pytest.fixture(scope="module")
def summaries(index_folder: Path) -> Iterator[dict[str, Summary]]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SUMMARISER_CACHE_DIR", str(index_folder))
        with Summariser(engine=rules_alone()) as summariser:
            yield {one.id: summariser.summarise(one.hostile()) for one in SMALL}


@pytest.mark.parametrize("one", SMALL, ids=lambda a: a.id)
def test_nothing_reaches_the_terminal_that_it_obeys(one: Attack, summaries: dict[str, Summary]) -> None:
    for coloured in (True, False):
        console = Console(
            file=io.StringIO(),
            width=120,
            force_terminal=coloured,
            color_system="truecolor" if coloured else None,
        )
        with console.capture() as capture:
            render_summary(summaries[one.id], one.hostile(), console)
        page = _OWN_COLOURS.sub("", capture.get()) if coloured else capture.get()
        obeyed = {
            c
            for c in page
            if unicodedata.category(c) in {"Cc", "Cf", "Zl", "Zp"} and c not in f"\n{_ISOLATES}"
        }
        assert obeyed == set()


def test_markup_of_the_terminal_is_text(summaries: dict[str, Summary]) -> None:
    """What rich would take for its own markup is shown as it stands, wherever it stands."""
    one = next(a for a in SMALL if "[red]" in a.text)
    issues = [i for i in summaries[one.id].issues if i.words is not None]
    assert issues, "what was passed over is told"
    console = Console(file=io.StringIO(), width=120, force_terminal=True)
    with console.capture() as capture:
        render_summary(summaries[one.id], one.hostile(), console)
    assert "\x1b]8" not in capture.get()
    assert "\x07" not in capture.get()


@pytest.mark.parametrize("one", SMALL, ids=lambda a: a.id)
def test_json_keeps_the_text_letter_for_letter(one: Attack, summaries: dict[str, Summary]) -> None:
    summary, text = summaries[one.id], one.hostile().text
    again = Summary.model_validate(json.loads(summary.model_dump_json()))
    assert again == summary
    pieces = [part for _, part in walk(again) if isinstance(part, Evidence | Span)]
    assert all(text[piece.start : piece.end] == piece.text for piece in pieces)


def test_a_batch_writes_them_whole(
    tmp_path: Path, index_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUMMARISER_CACHE_DIR", str(index_folder))
    given = tmp_path / "in.jsonl"
    rows = [{"id": f"=cmd|{a.id}", "text": a.hostile().text, "published": str(a.published)} for a in SMALL]
    given.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    for output in (tmp_path / "out.jsonl", tmp_path / "out.parquet"):
        with Summariser(engine=rules_alone()) as summariser:
            state = run_batch([given], output, summariser=summariser)
        assert (state.done, state.failed) == (len(SMALL), 0)
    lines = (tmp_path / "out.jsonl").read_bytes().split(b"\n")
    assert lines.pop() == b""
    written = [json.loads(line) for line in lines]
    table = pyarrow.parquet.read_table(tmp_path / "out.parquet").to_pylist()
    assert [row["id"] for row in written] == [row["id"] for row in table] == [row["id"] for row in rows]
    for row, record, cells in zip(rows, written, table, strict=True):
        assert json.loads(cells["summary"]) == record["summary"]
        summary = Summary.model_validate(record["summary"])
        for _, part in walk(summary):
            if isinstance(part, Evidence):
                assert row["text"][part.start : part.end] == part.text
