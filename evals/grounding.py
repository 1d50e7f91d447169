"""Whether everything in a summary stands in its article: the checker that evals and tests share.

It knows nothing of how a summary was made. It walks the summary's JSON, so that a record or a field that
is added later is checked as well, and reads numbers anew with the number reader.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any

from summariser.articles import Article
from summariser.lexicon.table_heads import scale_of
from summariser.misread import read_rightly
from summariser.normalise.numbers import find_numbers
from summariser.plain_text import PlainText, plain_sentences
from summariser.schemas import Event, Figure, NarrativeSentence, Span, Strict, Summary
from summariser.sentences import Sentence, split_sentences

Parts = Sequence[tuple[str, Any]]
"""Every record of a summary with the way to it."""


def ungrounded(summary: Summary, article: Article) -> list[str]:
    """What in a summary does not stand in its article; empty where all is grounded."""
    plain, sentences = plain_sentences(article.text)
    parts = tuple(walk(summary))
    return [
        *_spans(parts, article.text, plain, sentences),
        *_counts(summary, article),
        *_figures(parts, article.text, plain, sentences),
        *_cells(parts, article.text),
        *_narratives(summary, article.text, plain),
        *_issues(summary, parts, sentences),
    ]


def walk(part: Any, path: str = "summary") -> Iterator[tuple[str, Any]]:
    """Every record of a summary with the way to it."""
    if isinstance(part, Strict):
        yield path, part
        for name in type(part).model_fields:
            yield from walk(getattr(part, name), f"{path}.{name}")
    elif isinstance(part, tuple):
        for at, item in enumerate(part):
            yield from walk(item, f"{path}[{at}]")


def figures_of(summary: Summary) -> list[Figure]:
    """All figures, wherever they stand."""
    return [part for _, part in walk(summary) if isinstance(part, Figure)]


def _spans(parts: Parts, text: str, plain: PlainText, sentences: Sequence[Sentence]) -> Iterator[str]:
    """Each piece of evidence, and each span of words, is the article's own text at its place."""
    places = {s.id: plain.back(s.start, s.end) for s in sentences}
    for path, part in parts:
        start, end, words = (getattr(part, name, None) for name in ("start", "end", "text"))
        if not (isinstance(start, int) and isinstance(end, int) and isinstance(words, str)):
            continue
        if text[start:end] != words:
            yield f"{path}: {words!r} does not stand at {start}"
        sentence = getattr(part, "sentence", None)
        if sentence and places.get(sentence) != (start, end):
            yield f"{path}: {sentence} is another sentence"


def _counts(summary: Summary, article: Article) -> Iterator[str]:
    about = summary.article
    if (about.sha256, about.characters) != (article.sha256, len(article.text)):
        yield "summary.article is about another text"


def _figures(parts: Parts, text: str, plain: PlainText, sentences: Sequence[Sentence]) -> Iterator[str]:
    """Each figure's words stand in its first evidence, and read as its value."""
    figures = [part for _, part in parts if isinstance(part, Figure)]
    proofs = {figure.evidence[0].sentence for figure in figures}
    numbers = find_numbers(plain.text, [s for s in sentences if s.id in proofs])
    places = [(plain.back(n.start, n.end), n) for n in numbers]
    ids = [f.id for f in figures]
    for double in {i for i in ids if ids.count(i) > 1}:
        yield f"{double} is given out twice"
    for path, figure in parts:
        if not isinstance(figure, Figure):
            continue
        proof = figure.evidence[0]
        if not proof.start <= figure.words.start < figure.words.end <= proof.end:
            yield f"{path}: {figure.words.text!r} does not stand in its evidence"
        here = [(at, n) for at, n in places if figure.words.start <= at[0] < figure.words.end]
        if not any(_reads_as(figure, number) for _, number in here):
            yield f"{path}: {figure.words.text!r} does not read as the figure's value"
        if any(_digits(_meant(text, *at)) != _digits(number.text) for at, number in here):
            yield f"{path}: the article has other digits than what was read"
        if figure.counted is not None and figure.counted not in text:
            yield f"{path}: {figure.counted!r} does not stand in the article"
        if figure.claimed_by is not None and not any(
            e.start <= figure.claimed_by.words.start < figure.claimed_by.words.end <= e.end
            for e in figure.evidence
        ):
            yield f"{path}: no evidence names {figure.claimed_by.name}"


def _cells(parts: Parts, text: str) -> Iterator[str]:
    """The cell of a figure is the one its words stand in, its row's head beside it, its column's above it."""
    for path, figure in parts:
        cell = figure.evidence[0].cell if isinstance(figure, Figure) else None
        if cell is None or not isinstance(figure, Figure):
            continue
        if not cell.words.start <= figure.words.start < figure.words.end <= cell.words.end:
            yield f"{path}: {figure.words.text!r} does not stand in its cell {cell.words.text!r}"
        line = text.count("\n", 0, cell.words.start)
        if cell.row is not None and text.count("\n", 0, cell.row.start) != line:
            yield f"{path}: the head of the row stands in another line"
        if any(head.start >= cell.words.start for head in cell.column):
            yield f"{path}: a head of the column stands behind the cell"


def _meant(text: str, start: int, end: int) -> str:
    """A stretch of the article; where that was read in another encoding, what its bytes are in UTF-8."""
    rightly = read_rightly(text)
    return text[start:end] if rightly is None else rightly.after[slice(*rightly.forth(start, end))]


def _digits(text: str) -> list[int]:
    return [unicodedata.digit(c) for c in text if c.isdigit()]


def _reads_as(figure: Figure, number: Any) -> bool:
    """Whether the figure's value is the number's, or as many times that as the head of its cell says."""
    scale = _scale(figure)
    meant = [
        n if n is None or scale == 1 else round(n * scale, 6) for n in (number.value, number.low, number.high)
    ]
    return [figure.value, figure.low, figure.high] == meant


def _scale(figure: Figure) -> int:
    cell = figure.evidence[0].cell
    if cell is None or figure.derived is None:
        return 1
    heads = " ".join(span.text for span in (*cell.column, *((cell.caption,) if cell.caption else ())))
    return scale_of(heads)


def _narratives(summary: Summary, text: str, plain: PlainText) -> Iterator[str]:
    """Each number of a narrative is a verified figure's, a date's, or part of a name or a code."""
    for half in (summary.events, summary.humanitarian):
        if half is None or half.narrative is None:
            continue
        parts = tuple(walk(half))
        figures = {f.id: _spoken(f, text, plain) for _, f in parts if isinstance(f, Figure)}
        names = {n for _, part in parts for n in _names(part, plain)}
        for line in (half.narrative.headline, *half.narrative.sentences):
            yield from _line(line, figures, sorted(names, key=len, reverse=True), plain.text)


def _spoken(figure: Figure, text: str, plain: PlainText) -> tuple[str, str]:
    """A figure's words and its counted noun as they are read."""
    number, counted = _read(plain, figure.words.start, figure.words.end), figure.counted or ""
    at = max(text.find(counted, figure.words.start), text.find(counted) if counted else -1)
    return number, _read(plain, at, at + len(counted)) if counted and at >= 0 else counted


def _read(plain: PlainText, start: int, end: int) -> str:
    return plain.text[slice(*plain.forth(start, end))]


def _line(
    line: NarrativeSentence, figures: dict[str, tuple[str, str]], names: list[str], text: str
) -> Iterator[str]:
    missing = [i for i in line.figures if i not in figures]
    if missing:
        yield f"narrative: {missing} are no figures of the summary"
    rest = re.sub(r"\d{4}-\d\d-\d\d", " ", line.text)
    spoken = {
        words
        for number, counted in (figures[i] for i in line.figures if i in figures)
        for words in (f"{number} {counted}".strip(), number, number[:1].upper() + number[1:])
    }
    for words in sorted(
        spoken, key=len, reverse=True
    ):  # "two HK33 rifles" before the "two" of another figure
        # "23" is not to be taken out of "236", nor "1" out of "1,200".
        rest = re.sub(rf"(?<!\w)(?<!\d[.,]){re.escape(words)}(?!\w|[.,]\d)", " ", rest)
    for name in names:
        rest = rest.replace(name, " ")
    values = {
        n.value
        for number, _ in (figures[i] for i in line.figures if i in figures)
        for n in find_numbers(number, split_sentences(number))
        if n.value is not None
    }
    left = []
    for n in reversed(find_numbers(rest, split_sentences(rest))):
        if n.value in values:  # a model's own words: "six" for the figure 6
            rest = rest[: n.start] + " " + rest[n.end :]
        elif not n.implicit:
            left.append(n.text)
    left += [code for code in re.findall(r"\w*\d\w*", rest) if code.isdigit() or code not in text]
    if left:
        yield f"narrative: {left} in {line.text!r} is no figure of this line"


def _names(part: Any, plain: PlainText) -> Iterator[str]:
    for field in ("name", "actor", "affiliation", "words", "counted"):
        value = getattr(part, field, None)
        if isinstance(value, Span):
            value = _read(plain, value.start, value.end)
        if isinstance(value, str) and not isinstance(part, Figure):
            yield value


def _issues(summary: Summary, parts: Parts, sentences: Sequence[Sentence]) -> Iterator[str]:
    """An issue cites sentences of the article, and records that are kept."""
    ids = {s.id for s in sentences}
    events = {p.id for _, p in parts if isinstance(p, Event)}
    for issue in summary.issues:
        if issue.sentence is not None and issue.sentence not in ids:
            yield f"issue: {issue.sentence} is no sentence of the article"
        if issue.record is not None and issue.record.startswith("E") and issue.record not in events:
            yield f"issue: {issue.record} is no event of the summary"
