"""The lines of a page of a PDF, from its glyphs and where they stand.

A PDF knows no words, rows or directions, only glyphs at places. Their order is the PDF's own, which is the
reading order of the program that made it, columns one after the other. Two things are seen from the places:
a wide gap within a line parts the cells of a table, and becomes a tab; and a line of Arabic or Hebrew is put
in the order in which it is read, with numbers and Latin words in it from left to right, whatever order its
glyphs came in.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple

_CELL_GAP: Final = 1.0
"""Times the height of the letters: as wide a gap stands between cells, and in no line of prose."""
_WORD_GAP: Final = 0.2
_OTHER_LINE: Final = 0.5
_EVEN: Final = 0.15
_FEWEST_GAPS: Final = 3
_RIGHT: Final = frozenset({"R", "AL"})
_SAME_LINE: Final = 0.6
_LINES_UP: Final = 2.0
_OVERLAP: Final = 2.0
"""So many points may letters that stand side by side reach into one another."""
_MIRRORED: Final = str.maketrans("()[]{}«»<>", ")(][}{»«><")
_WITHIN_NUMBER: Final = frozenset(".,:/٫٬")
"""What stands from the left among digits also in Arabic text (class CS of the bidirectional algorithm)."""


class Glyph(NamedTuple):
    """A letter and its place on the page, in points, from the lower left."""

    letter: str
    left: float
    right: float
    bottom: float
    top: float


class Cell(NamedTuple):
    """What stands together in a line, between gaps, and from where to where.

    ``words`` are its words with their places, where it has several; ``foot`` is where it stands, where that
    is known apart from its line's: what is drawn side by side may stand half a line higher.
    """

    text: str
    left: float
    right: float
    words: tuple[tuple[str, float, float], ...] = ()
    foot: float | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text.

    Attributes:
        text: Its cells, with tabs between them; a line of prose is one cell.
        bottom: Where its foot stands on the page.
        height: How high its letters are.
        cells: The cells, from the left; none for a line that runs from the right.
        rise: How far above ``bottom`` the foot of its first line is, where it is a row of several.
    """

    text: str
    bottom: float
    height: float
    cells: tuple[Cell, ...] = ()
    rise: float = 0.0


def turned(glyph: Glyph, degrees: int) -> Glyph:
    """A glyph of a page that is shown turned clockwise: where it stands as the page is seen."""
    letter, left, right, bottom, top = glyph
    match degrees:
        case 90:
            return Glyph(letter, bottom, top, -right, -left)
        case 180:
            return Glyph(letter, -right, -left, -top, -bottom)
        case 270:
            return Glyph(letter, -top, -bottom, left, right)
    return glyph


def lines_of(glyphs: Sequence[Glyph]) -> list[Line]:
    """The lines that hold something, in the order of the PDF."""
    return [line for run in _in_order(_whole(_runs(glyphs))) if (line := _line(run)) is not None]


def _runs(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """The glyphs of each line. Also where no line end stands between them one may be under the other."""
    run: list[Glyph] = []
    last: Glyph | None = None
    height = 0.0
    for glyph in glyphs:
        if glyph.letter in "\r\n":
            yield run
            run, last, height = [], None, 0.0
            continue
        if not glyph.letter.isspace():
            height = max(height, glyph.top - glyph.bottom)
            if last is not None and _is_elsewhere(glyph, last, height):
                yield run
                run, height = [], glyph.top - glyph.bottom
            last = glyph
        run.append(glyph)
    yield run


def _whole(runs: Iterable[list[Glyph]]) -> Iterator[list[Glyph]]:
    """The runs, the parts of a line from the right together: pdfium ends one where an accent is high."""
    before: list[Glyph] = []
    for run in runs:
        if all(glyph.letter.isspace() for glyph in run):
            continue
        if _are_one_line(before, run):
            before = [*before, *run]
        else:
            yield before
            before = run
    yield before


def _in_order(runs: Iterable[list[Glyph]]) -> list[list[Glyph]]:
    """The lines, with one from the right before the line over which it stands: pdfium turns some round.

    Of two columns the second begins many lines above the end of the first, and stays where it is.
    """
    found: list[list[Glyph]] = []
    for run in runs:
        at = len(found)
        while at and _stands_over(run, found[at - 1]):
            at -= 1
        found.insert(at, run)
    return found


def _stands_over(run: Sequence[Glyph], other: Sequence[Glyph]) -> bool:
    one, two = ([g for g in part if not g.letter.isspace()] for part in (run, other))
    if not (one and two) or not all(any(_is_right_to_left(g.letter) for g in part) for part in (one, two)):
        return False
    rise = sorted(g.bottom for g in one)[len(one) // 2] - sorted(g.bottom for g in two)[len(two) // 2]
    height = max(g.top - g.bottom for g in (*one, *two))
    beside = max(g.right for g in one) <= min(g.left for g in two) or max(g.right for g in two) <= min(
        g.left for g in one
    )
    return _OTHER_LINE * height < rise < _LINES_UP * height and not beside


def _are_one_line(one: Sequence[Glyph], other: Sequence[Glyph]) -> bool:
    parts = [[g for g in run if not g.letter.isspace()] for run in (one, other)]
    kinds = [{unicodedata.bidirectional(g.letter) for g in part} for part in parts]
    if (
        not all(parts)
        or not (kinds[0] | kinds[1]) & _RIGHT
        or any("L" in k and not k & _RIGHT for k in kinds)
    ):
        return False
    middles = [sorted(g.bottom + g.top for g in part)[len(part) // 2] / 2 for part in parts]
    height = max(g.top - g.bottom for part in parts for g in part)
    (left, right), (left2, right2) = ((min(g.left for g in p), max(g.right for g in p)) for p in parts)
    beside = right <= left2 + _OVERLAP or right2 <= left + _OVERLAP
    return beside and abs(middles[0] - middles[1]) < _SAME_LINE * height


def _is_elsewhere(glyph: Glyph, last: Glyph, height: float) -> bool:
    """Neither in a line with the other nor under it, as the letters of a text that runs upwards are.

    An accent above its letter is no farther from it than half a line.
    """
    apart = max(last.bottom - glyph.top, glyph.bottom - last.top) > _OTHER_LINE * height
    return apart and (glyph.right <= last.left or glyph.left >= last.right)


def _line(run: Sequence[Glyph]) -> Line | None:
    printed = [g for g in run if not g.letter.isspace() and unicodedata.category(g.letter) != "Cc"]
    if not printed:
        return None
    heights = sorted(g.top - g.bottom for g in printed)
    height = heights[len(heights) * 9 // 10]  # some fonts give the height of the letter and not of the line
    bottoms = sorted(g.bottom for g in printed)
    bottom = bottoms[len(bottoms) // 2]
    if _is_rtl(printed):
        return Line(_from_the_right(run, printed, height), bottom, height)
    cells = _from_the_left(run, height)
    return Line("\t".join(cell.text for cell in cells), bottom, height, cells)


def _from_the_left(run: Sequence[Glyph], height: float) -> tuple[Cell, ...]:
    """The letters in their order, blanks where there are blanks; a wide gap begins a cell."""
    words: list[list[Glyph]] = []
    gaps: list[float] = []
    blank = False
    for glyph in run:
        if glyph.letter.isspace() or unicodedata.category(glyph.letter) == "Cc":
            blank = True
            continue
        gap = glyph.left - words[-1][-1].right if words else 0.0
        if not words or blank or gap > _CELL_GAP * height:
            gaps += [gap] if words else []
            words.append([])
        words[-1].append(glyph)
        blank = False
    justified = _is_justified(gaps) and not all(_is_number(word) for word in words[1:])
    cells = [[words[0]]]
    for gap, word in zip(gaps, words[1:], strict=True):
        if gap > _CELL_GAP * height and not justified:
            cells.append([])
        cells[-1].append(word)
    return tuple(_cell(cell) for cell in cells)


def _cell(words: Sequence[Sequence[Glyph]]) -> Cell:
    placed = tuple(("".join(g.letter for g in word), word[0].left, word[-1].right) for word in words)
    text = " ".join(word for word, _, _ in placed)
    feet = sorted(g.bottom for word in words for g in word)
    return Cell(text, placed[0][1], placed[-1][2], placed if len(placed) > 1 else (), feet[len(feet) // 2])


def _is_number(word: Sequence[Glyph]) -> bool:
    return word[0].letter.isdigit() and not any(glyph.letter.isalpha() for glyph in word)


def _is_justified(gaps: Sequence[float]) -> bool:
    """Whether all gaps are alike: blanks that were stretched to fill the line, not edges of cells."""
    return len(gaps) >= _FEWEST_GAPS and min(gaps) > 0 and max(gaps) - min(gaps) < _EVEN * max(gaps)


def _from_the_right(run: Sequence[Glyph], printed: Sequence[Glyph], height: float) -> str:
    """The letters as read from the right, by their places."""
    row = sorted(printed, key=lambda g: -(g.left + g.right))
    blanks = sorted((g.left + g.right for g in run if g.letter.isspace() and g.right > g.left), reverse=True)
    words, gaps = [[row[0]]], []
    edge = row[0].left
    for before, glyph in pairwise(row):
        gap = edge - glyph.right
        while blanks and blanks[0] >= before.left + before.right:
            blanks.pop(0)
        is_blank = bool(blanks) and blanks[0] > glyph.left + glyph.right
        if not unicodedata.combining(glyph.letter) and (is_blank or gap > _WORD_GAP * height):
            gaps.append("\t" if gap > _CELL_GAP * height else " ")
            words.append([])
        words[-1].append(glyph)
        edge = min(edge, glyph.left)
    read = [_word("".join(g.letter for g in word)) for word in words]
    return _latin_in_order(read, gaps)


def _word(seen: str) -> str:
    """A word that was seen from the right: its numbers and Latin letters turned, its brackets too."""
    parts: list[str] = []
    at = 0
    while at < len(seen):
        end = at
        while end < len(seen) and (_runs_right(seen[end]) or (end > at and _is_within(seen, end))):
            end += 1
        if end > at:
            parts.append(seen[at:end][::-1])
        else:
            end = at + 1
            parts.append(seen[at].translate(_MIRRORED))
        at = end
    return "".join(parts)


def _is_within(seen: str, at: int) -> bool:
    """Whether a sign stands from the left with what is on both sides of it: "1.5", "Al-Shabaab"."""
    if at + 1 >= len(seen) or unicodedata.category(seen[at]).startswith(("L", "M")):
        return False
    kinds = {unicodedata.bidirectional(seen[at - 1]), unicodedata.bidirectional(seen[at + 1])}
    return kinds == {"L"} or (kinds <= {"EN", "AN"} and seen[at] in _WITHIN_NUMBER)


def _latin_in_order(words: list[str], gaps: list[str]) -> str:
    """Several Latin words side by side stand from the left among themselves."""
    at = 0
    while at < len(words):
        end = at
        while end < len(words) and _is_latin(words[end]) and (end == at or gaps[end - 1] == " "):
            end += 1
        words[at:end] = words[at:end][::-1]
        at = max(end, at + 1)
    return words[0] + "".join(gap + word for gap, word in zip(gaps, words[1:], strict=True))


def _is_latin(word: str) -> bool:
    return any(unicodedata.bidirectional(c) == "L" for c in word) and not any(map(_is_right_to_left, word))


def _is_rtl(printed: Sequence[Glyph]) -> bool:
    """Whether the line runs from the right, although a long Latin name may stand in it."""
    right = sum(_is_right_to_left(g.letter) for g in printed)
    return 3 * right > sum(unicodedata.bidirectional(g.letter) == "L" for g in printed)


def _is_right_to_left(letter: str) -> bool:
    return unicodedata.bidirectional(letter) in _RIGHT


def _runs_right(letter: str) -> bool:
    """Whether it is written from left to right also among Arabic letters: digits are."""
    return unicodedata.bidirectional(letter) in {"L", "EN", "AN"}
