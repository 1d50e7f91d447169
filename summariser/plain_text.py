"""The article as it is read: the same words without the dirt that text picks up on its way.

Blanks of all kinds become one plain blank, lines end in one way and have no blanks at their ends, words
broken at the end of a line are whole again, marks that nobody sees are gone, ligatures and full-width forms
are plain letters, an accent is one character with its letter. Nothing is guessed at: letters and figures are
those of the article, and where blanks may part two numbers they stay. Before all that, what is not what it
seems is read as a person sees it (`disguises`).

What is cited is always the article itself: `PlainText.back` says where words of the plain text stand in it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby, pairwise, takewhile
from typing import Final

from summariser.capitals import is_shouted, with_small_letters
from summariser.disguises import HIDDEN, Passed, find_disguises
from summariser.misread import read_rightly
from summariser.normalise.gazetteer import Gazetteer
from summariser.rewriting import Rewriting, rewritten
from summariser.row_lines import names_a_group, tabs_for
from summariser.sentences import Sentence, guess_language, split_sentences
from summariser.telex import telex_stops
from summariser.vocabulary import is_ordinary_word, vocabulary

_BLANKS: Final = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_UNSEEN: Final = "\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
"""Soft hyphens, zero-width blanks, marks of direction. The joiners U+200C and U+200D change what is read."""
_HARMLESS: Final = re.compile("[\u00ad\u061c\u200e\u200f\ufe0e\ufe0f\ufeff]+")
_MARKS: Final = "\u0300-\u036f\u0653-\u0655"
_FORMS: Final = "\u2010\u2011\ufb00-\ufb06\ufb50-\ufdfb\ufe70-\ufefc\uff01-\uff5e\U0001d400-\U0001d7ff"
"""Hyphens, ligatures, Arabic letters by their place in a word, full-width and mathematical letters."""
_SIGNS: Final = re.compile(
    f"(?P<unseen>[{_UNSEEN}]+)|(?P<accented>[^\\W\\d_][{_MARKS}]+)|(?P<blank>[{_BLANKS}])|(?P<form>[{_FORMS}])"
    "|(?P<paragraph>\u2029)|(?P<line>\r{1,3}\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028])"
)
_ANY_SIGN: Final = re.compile(f"[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029{_UNSEEN}{_MARKS}{_BLANKS}{_FORMS}]")
_HYPHENS: Final = str.maketrans({"\u2010": "-", "\u2011": "-"})
_LAYOUT: Final = re.compile(r"(?P<edge>[ \t]+(?=\n|\Z)|(?:(?<=\n)|\A)[ \t]+)|[ \t]{2,}|\t")
_SPOILT_LAYOUT: Final = ("  ", "\t", " \n", "\n ")
_RUN_ON: Final = re.compile(r"[.!?](?=[A-Z][a-z])(?<=[a-z]{2}[.!?])|\.(?=[A-Z][a-z]{2})(?<=[0-9]\.)")
_BROKEN: Final = re.compile(r"(?<=[^\W\d_])-\n(?=[^\W\d_])")
_GROUPS: Final = re.compile(r"(?<![\d.,])\d{1,3}(?: \d{3})+(?![\d.,]*\d)")
_GROUP_BEFORE: Final = re.compile(r"(?<![\d.,])\d{1,3}(?:\s+\d{3})*$")
_GROUP_BEHIND: Final = re.compile(r"\d{3}(?!\d)")
_CELL: Final = re.compile(r"[^\w\t]*\d[\d.,\s%–-]*[^\w\t]*")
_WORD: Final = re.compile(r"[^\W\d_]+")
_COMPOUND: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LEAST_WIDTH: Final = 40
_FIELDS: Final = re.compile(r"^[^\n,;]+([,;])[^\s,;]*\1\S", re.MULTILINE)
_LINE_END: Final = re.compile(r"\n")
_FEWEST_WORDS: Final = 5
_NEAR: Final = 200
"""No farther than so many characters is looked for what stands around a place: long lines take no longer."""
_PREFIXES: Final = frozenset(
    {
        *("non", "anti", "ex", "self", "mid", "pro", "vice", "semi", "counter", "post", "pre", "ultra"),
        *("inter", "pan", "multi", "co"),
    }
)
_LEAST_HALF: Final = 4
_HEAD_LINES: Final = 2


@dataclass(frozen=True)
class PlainText:
    """A text to read, and the way back to the one that was given."""

    text: str
    steps: tuple[Rewriting, ...] = ()
    """What was done to the text, first to last; nothing where it was plain as it came."""
    passed: tuple[Passed, ...] = ()
    """What of the given text is not read as it stands because it is not what it seems (`disguises`)."""

    def disguises(self) -> dict[str, list[Passed]]:
        """The disguises by what they are; marks that printers and writing programs leave are none."""
        found: dict[str, list[Passed]] = {}
        for one in self.passed:
            if one.what != HIDDEN or not _HARMLESS.fullmatch(self.steps[0].before, one.start, one.end):
                found.setdefault(one.what, []).append(one)
        return found

    def back(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the plain text stands in the text that was given."""
        for step in reversed(self.steps):
            start, end = step.back(start, end)
        return start, end

    def forth(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the text that was given stands in the plain text."""
        for step in self.steps:
            start, end = step.forth(start, end)
        return start, end


def plain_sentences(text: str, gazetteer: Gazetteer | None = None) -> tuple[PlainText, tuple[Sentence, ...]]:
    """A text as it is to be read, and its sentences.

    Args:
        text: The article, letter for letter.
        gazetteer: Tells names of places from words where Spanish and French are all in capitals.

    Returns:
        The plain text, which is the same and has no steps where nothing is to be done; the sentences with
        offsets in it.
    """
    steps: list[Rewriting] = []
    rightly = read_rightly(text)  # before all: half of a misread letter may look like a sign that nobody sees
    if rightly is not None:
        steps.append(rightly)
        text = rightly.after
    passed = find_disguises(text)
    if passed:
        steps.append(rewritten(text, [(p.start, p.end, p.instead) for p in passed]))
        text = steps[-1].after
    if rightly is not None:
        passed = tuple(_placed(p, rightly) for p in passed)
    for step in (_signs, _columns, _layout, _stops, _telex, partial(with_small_letters, gazetteer=gazetteer)):
        done = step(text)
        if done is not None:
            steps.append(done)
            text = done.after
    # Broken words and line ends come last: how full a line is tells whether its end was meant.
    sentences = split_sentences(text)
    done = _whole_words(text)
    if done is not None:
        steps.append(done)
        sentences = tuple(_moved(s, done) for s in sentences)
        text = done.after
    done = _in_line(text, sentences)
    if done is not None:
        steps.append(done)
        sentences = tuple(_moved(s, done) for s in sentences)
        text = done.after
    return PlainText(text, tuple(steps), passed), sentences


def _placed(passed: Passed, step: Rewriting) -> Passed:
    start, end = step.back(passed.start, passed.end)
    return replace(passed, start=start, end=end)


def plain_text(text: str) -> str:
    """A text as it is to be read; for more than a few words together `plain_sentences` is meant."""
    return plain_sentences(text)[0].text


def _moved(sentence: Sentence, step: Rewriting) -> Sentence:
    start, end = step.forth(sentence.start, sentence.end)
    return replace(sentence, start=start, end=end, text=step.after[start:end])


def _signs(text: str) -> Rewriting | None:
    """One sign for what is one letter, blank or line end."""
    if _ANY_SIGN.search(text) is None:
        return None
    edits = [(m.start(), m.end(), new) for m in _SIGNS.finditer(text) if (new := _sign(m)) != m.group()]
    return rewritten(text, edits) if edits else None


def _sign(found: re.Match[str]) -> str:
    kind, given = found.lastgroup, found.group()
    if kind == "accented":
        return unicodedata.normalize("NFC", given)
    if kind == "form":
        return unicodedata.normalize("NFKC", given.translate(_HYPHENS))
    return {"unseen": "", "blank": " ", "paragraph": "\n\n", "line": "\n"}[str(kind)]


def _columns(text: str) -> Rewriting | None:
    """Tabs between the cells of tables that are printed in columns of blanks, or as a spreadsheet's file."""
    edits = tabs_for(text) if "  " in text or _FIELDS.search(text) else []
    return rewritten(text, edits) if edits else None


def _layout(text: str) -> Rewriting | None:
    """One blank between words, and none at the ends of a line."""
    if not any(spoilt in text for spoilt in _SPOILT_LAYOUT):
        return None
    rows = _rows(text) if "\t" in text else {}
    # "3 150" is a way of writing of French and Spanish, and of texts that do so elsewhere.
    grouped = _GROUPS.search(text) is not None or guess_language(text) in {"es", "fr"}
    edits: list[tuple[int, int, str]] = []
    line = counted = 0
    for found in _LAYOUT.finditer(text):
        start, end = found.span()
        line, counted = line + text.count("\n", counted, start), start
        if found["edge"]:
            # The tabs before the first words of a row are its empty cells: a merged cell is told once.
            begins = end < len(text) and text[end] != "\n"
            before, behind = rows.get(line, (0, 0))
            new = "\t" * (before if begins else min(behind, found.group().count("\t")))
        elif "\t" in found.group() and line in rows:
            new = "\t" * found.group().count("\t")  # an empty cell keeps its column
        elif (
            text[start - 1].isdigit()
            and text[end].isdigit()
            and not (grouped and _is_group(text, start, end))
        ):
            continue  # two numbers side by side: one blank less could make one of them
        else:
            new = " "
        if new != found.group():
            edits.append((start, end, new))
    return rewritten(text, edits) if edits else None


def _stops(text: str) -> Rewriting | None:
    """A blank behind a stop that has none: "were killed.The army". Addresses are gone by then."""
    edits = [(m.end(), m.end(), " ") for m in _RUN_ON.finditer(text)]
    return rewritten(text, edits) if edits else None


def _telex(text: str) -> Rewriting | None:
    """Stops where a text in capitals has the word for them."""
    return telex_stops(text) if "STOP" in text and is_shouted(text) else None


def _is_group(text: str, start: int, end: int) -> bool:
    """Whether figures on both sides are groups of one number: in a line of words, "3  150 personnes"."""
    before = text[max(0, start - _NEAR) : start].rpartition("\n")[2]
    behind = text[end : end + _NEAR].partition("\n")[0]
    words = len(_WORD.findall(before)) + len(_WORD.findall(behind))
    if words < _FEWEST_WORDS:
        return False
    return _GROUP_BEFORE.search(before) is not None and _GROUP_BEHIND.match(behind) is not None


def _rows(text: str) -> dict[int, tuple[int, int]]:
    """The lines of tables, where tabs part cells: some cell is a number, or the next line's are as many.

    Returns:
        How many empty cells each begins with, but for those that all lines of its table begin with; and how
        many it can end with, so that it has as many cells as the widest line of its table.
    """
    lines = text.split("\n")
    cells = [line.strip(" ").rstrip().split("\t") for line in lines]
    sure = {
        at
        for at, line in enumerate(lines)
        if "\t" in line and len(row := line.strip().split("\t")) > 1 and any(map(_CELL.fullmatch, row))
    }
    width = 0
    for at, line in enumerate(lines):
        # "Haradh | 410 (60 families)" has no number that stands alone, and as many cells as rows over it; so
        # has a row of which all cells but the first are empty.
        given = line.lstrip(" ").count("\t") + 1
        if at not in sure and width and "\t" in line and width in {len(cells[at]), given}:
            sure.add(at)
        width = max(width, len(cells[at])) if at in sure else 0
    heads: set[int] = set()
    widest: dict[int, int] = {}
    for at in sorted(sure, reverse=True):
        # The last cells of a row may be empty.
        widest[at] = max(lines[at].lstrip(" ").count("\t") + 1, widest.get(at + 1, 0))
    for at in sure:
        # Two lines of heads at most; of the upper one, or of one that begins empty, some cells may be lost.
        # "North" may stand between them and the rows of the north.
        first = at - 1 - (len(cells[at - 1]) == 1 and names_a_group(cells[at - 1][0]))
        for above in range(first, max(-1, first - _HEAD_LINES), -1):
            least = len(cells[at]) - 1 if above == first else 2
            if above in sure or not max(2, least) <= len(cells[above]) <= widest[at]:
                break
            heads.add(above)
    rows = sorted(sure | heads)
    before, behind = _empty_before(cells, rows), _lacking(cells, rows)
    return {at: (before[at], behind[at]) for at in rows}


def _lacking(cells: Sequence[Sequence[str]], rows: Sequence[int]) -> dict[int, int]:
    """How many cells fewer each row has than the widest of its table."""
    found: dict[int, int] = {}
    run: list[int] = []
    for at in (*rows, -1):
        if run and at != run[-1] + 1:
            most = max(len(cells[one]) for one in run)
            found.update({one: most - len(cells[one]) for one in run})
            run = []
        run.append(at)
    return found


def _empty_before(cells: Sequence[Sequence[str]], rows: Sequence[int]) -> dict[int, int]:
    """The empty cells at the beginning of each row; those of an indented table are none."""
    before = {at: len(list(takewhile(lambda cell: not cell.strip(), cells[at]))) for at in rows}
    run: list[int] = []
    for at in (*rows, -1):
        if run and at != run[-1] + 1:
            least = min(before[one] for one in run)
            before.update({one: before[one] - least for one in run})
            run = []
        run.append(at)
    return before


def _in_line(text: str, sentences: Sequence[Sentence]) -> Rewriting | None:
    """A blank for every line end that was not meant, within a sentence and between two of one paragraph.

    "could not⏎be verified" is "could not be verified"; and where lines are wrapped, a sentence that happens
    to begin a line goes on with the paragraph, also with one that gives orders to a machine.
    """
    edits: list[tuple[int, int, str]] = []
    for _, group in groupby(sentences, key=lambda s: s.block):
        stand = list(group)
        wrapped = len(stand) > 1 and _is_wrapped(text[stand[0].start : stand[-1].end])
        spans = [(stand[0].start, stand[-1].end)] if wrapped else [(s.start, s.end) for s in stand]
        edits += [(m.start(), m.end(), " ") for span in spans for m in _LINE_END.finditer(text, *span)]
    return rewritten(text, edits) if edits else None


def _is_wrapped(block: str) -> bool:
    """Whether no line but the last had room for the first word of the next."""
    lines = block.split("\n")
    width = max(map(len, lines))
    return (
        len(lines) > 1
        and width >= _LEAST_WIDTH
        and all(
            len(line) + 1 + len(below.split(maxsplit=1)[0]) > width
            for line, below in pairwise(lines)
            if below.strip()
        )
    )


def _whole_words(text: str) -> Rewriting | None:
    """Words that were broken at the end of a line, in one piece; the line then ends nowhere."""
    if "-\n" not in text:
        return None
    own = frozenset(_COMPOUND.findall(text.lower()))
    edits = [(m.start(), m.end(), _joint(text, m.start(), m.end(), own)) for m in _BROKEN.finditer(text)]
    return rewritten(text, edits) if edits else None


def _joint(text: str, start: int, end: int, own: AbstractSet[str]) -> str:
    """What stands between the halves of a word that was broken at the end of a line: nothing, or a hyphen.

    "dis-⏎placed" is one word, "government-⏎backed" is two with a hyphen, which stays.
    """
    first = re.search(r"[^\W\d_]+$", text[max(0, start - 40) : start])
    second = _WORD.match(text, end)
    assert first is not None
    assert second is not None
    one, two = first[0], second[0]
    if two[0].isupper() and not (one.isupper() and len(one) > 1):
        return "-"  # "Al-⏎Shabaab"
    before = text[max(0, start - len(one) - 1) : max(0, start - len(one))]
    if before == "-" or before.isdigit():
        return "-"  # "17-year-⏎old"
    low, rest = one.lower(), two.lower()
    if f"{low}-{rest}" in own:
        return "-"
    if low + rest in own or is_ordinary_word(low + rest):
        return ""
    halves = min(len(low), len(rest)) >= _LEAST_HALF and {low, rest} <= vocabulary()
    return "-" if low in _PREFIXES or halves else ""
