"""For each number of a table what it counts, where and when, and which cells and heads say so."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final, TypeAlias

from summariser.lexicon.table_heads import (
    ACTOR_COLUMN,
    ARRIVALS,
    CROSSED_HEAD,
    DATE_COLUMN,
    DESTINATION_HEAD,
    EXPECTED,
    FROM_HEAD,
    ITEM_COLUMN,
    KIND_COLUMN,
    MONEY,
    ORIGIN_HEAD,
    PLACE_HEADS,
    SITE_COLUMN,
    TO_HEAD,
    YEAR_HEAD,
    scale_of,
)
from summariser.normalise.dates import DateMention
from summariser.schemas.codebooks import PopulationGroup, Unit
from summariser.tables.heads import (
    NOTHING,
    SOMEBODY,
    Meaning,
    group_of,
    meaning_of,
    meaning_of_term,
    subject_of,
)
from summariser.tables.model import Cell, Column, Row, Table, Told, Words, words_of
from summariser.tables.titles import lines_over, names_more, with_title

NUMBERED: Final = re.compile(
    r"\W*(?:table|tableau|figure|fig\.|tabla|cuadro|gráfico|annex|annexe|anexo|(?:ال)?جدول)\b", re.IGNORECASE
)
_SMALL: Final = re.compile(
    r"\b(?:as|of|on|at|until|by|to|from|since|in|the|au|du|le|en|al|del|de|hasta|desde|week|semaine|semana|حتى|في|من|إلى)\b|[^\w\s]",
    re.IGNORECASE,
)
_TWO_YEARS: Final = re.compile(r"\d{4}\s?[/–-]")

UNSURE: Final = "Its row has fewer cells than the table has columns, and nothing tells which ones it lacks"
MIXED: Final = "Its cell holds more than one number, or words that do not say what is counted"
PLANNED: Final = "The head of its row, or of its table, speaks of what is planned or expected"
UNITLESS: Final = (
    "The head of its column does not say what it counts, and columns beside it count families or homes"
)
SEVERAL: Final = (
    "The head of its column says whom it counts, and what is over the table more than befell them"
)
NAMELESS: Final = "Its row has no head: it may go on with the row over it, or sum up others"
Found: TypeAlias = tuple[Meaning, tuple[Words, ...]]
"""What the numbers of a column count, and the captions that say so."""


def told_in_tables(
    tables: Sequence[Table], dates: Sequence[DateMention], title: Words | None = None
) -> Mapping[str, Told]:
    """What is told of each number of the tables, by its id.

    Args:
        tables: The tables of an article.
        dates: The times that the article names.
        title: The article's title, where its text begins with one.
    """
    ordered = sorted(dates, key=lambda d: d.start)
    return {
        told.number: told
        for table in with_title(tables, title)
        for told in _Reader(table, ordered, title).told()
    }


class _Reader:
    def __init__(self, table: Table, dates: Sequence[DateMention], title: Words | None) -> None:
        self.table = table
        self.dates = _around(table, dates)
        self.starts = [d.start for d in self.dates]
        self.title = self._column(table.head_column).title if table.head_column is not None else ""
        self.captions = lines_over(table)
        self.of_sites = self._lists_sites()
        self.of_incidents = any(
            not c.of_numbers and KIND_COLUMN.search(c.title) and i != table.head_column
            for i, c in enumerate(table.columns)
        )
        self.several = title is not None and names_more(title.text)
        self.subject, self.subject_from = self._subject()
        self.meanings = self._meanings()

    def _column(self, at: int) -> Column:
        return self.table.columns[at]

    def told(self) -> Iterator[Told]:
        """What is told of each number that stands under a head or caption which says anything of it."""
        for row in self.table.rows:
            for cell in row.cells:
                found = self.meanings[cell.column]
                refused = self._refusal(row, cell, found)
                for number in cell.numbers if refused else ():
                    told = self._told(row, replace(cell, number=number), Meaning(NOTHING), ())
                    yield replace(told, refused=refused)
                if cell.number is None or refused:
                    continue
                if found is not None:
                    yield self._told(row, cell, *found)
                else:
                    yield self._by_row(row, cell) or self._told(row, cell, Meaning("", None), ())

    def _refusal(self, row: Row, cell: Cell, found: Found | None) -> str:
        """Why the numbers of a cell are not read, though its table says what it counts; else nothing."""
        if row.unsure:
            known = cell.number is not None and any(m is not None for m in self.meanings)
            return UNSURE if known else ""
        if found is None and cell.number is not None and self._is_unitless(cell.column):
            return UNITLESS
        if found is None and cell.number is not None and self.several and self._is_of_somebody(cell.column):
            return SEVERAL
        if found is None or found[0].label == NOTHING:
            return ""
        if cell.number is None:
            # "300 families" says by itself what it counts, and is left to the rules for sentences.
            said = len(cell.numbers) == 1 and cell.numbers[0].noun and not cell.numbers[0].inherited
            return MIXED if cell.numbers and not said else ""
        if any(EXPECTED.search(words.text) for words in (*((row.head,) if row.head else ()), *found[1])):
            return PLANNED
        of_places = any(p.search(self.title) for p in PLACE_HEADS)
        nameless = row.head is None and not row.total and of_places and not self.of_incidents
        return NAMELESS if nameless else ""

    def _is_of_somebody(self, at: int) -> bool:
        """Whether a head names people or families, or a time."""
        column = self._column(at)
        own = meaning_of(column.title)
        return column.of_numbers and (own.label == SOMEBODY if own is not None else self._is_a_time(column))

    def _is_unitless(self, at: int) -> bool:
        """Whether an unknown head stands beside columns of families or homes: its numbers may be some."""
        column = self._column(at)
        return column.of_numbers and any(m is not None and m[0].unit in _NOT_PEOPLE for m in self.meanings)

    def _by_row(self, row: Row, cell: Cell) -> Told | None:
        """A cell whose row says what is counted, and whose column where or when: "IDPs | 1,240 | 655"."""
        column = self._column(cell.column)
        if row.head is None or len(column.heads) != 1 or any(m is not None for m in self.meanings):
            return None
        meaning = meaning_of(row.head.text)
        if meaning is None or meaning.label == SOMEBODY:
            return None
        told = self._told(row, cell, self._scaled(meaning), ())
        place = column.heads[0] if not self._is_a_time(column) and not column.total else None
        return replace(told, place=place, is_place=False, role="place", total=column.total)

    def _told(self, row: Row, cell: Cell, meaning: Meaning, said: tuple[Words, ...]) -> Told:
        assert cell.number is not None
        column = self._column(cell.column)
        date, dated = self._date(row, column)
        captions = tuple(dict.fromkeys((*said, *dated)))
        label = meaning.label
        if label.startswith("site:") and not self.of_sites:
            label = NOTHING  # the room of a district is no site's
        return Told(
            number=cell.number.id,
            sentence=row.sentence,
            label=label,
            unit=meaning.unit,
            group=meaning.group,
            scale=meaning.scale,
            cell=cell.words,
            row=row.head,
            role=self._role(),
            column=column.heads,
            date=date,
            captions=captions,
            total=row.total or column.total,
            over=self.captions,
            of_site=self.of_sites and not row.total,
            place=None if row.total or self._heads_no_place() else row.head,
            is_place=any(p.search(self.title) for p in (*PLACE_HEADS, SITE_COLUMN))
            or any(end.fullmatch(self.title.strip()) for end in _ENDS),
            of_incidents=self.of_incidents,
            beside=self._beside(row),
        )

    def _heads_no_place(self) -> bool:
        """Whether the rows are headed by times, clusters, items or whoever gave them."""
        return any(p.search(self.title) for p in (DATE_COLUMN, ITEM_COLUMN, ACTOR_COLUMN, KIND_COLUMN))

    def _beside(self, row: Row) -> dict[str, Words]:
        """The cells of a row that hold words, by what their column's head says they are."""
        found: dict[str, Words] = {}
        for cell in row.cells:
            column = self._column(cell.column)
            if column.of_numbers or not cell.words.text:
                continue
            for what, pattern in _WHAT.items():
                whole = pattern in _ENDS
                if pattern.fullmatch(column.title.strip()) if whole else pattern.search(column.title):
                    found.setdefault(what, cell.words)
            if cell.column != self.table.head_column and any(p.search(column.title) for p in PLACE_HEADS):
                found["where"] = cell.words
        return found

    def _role(self) -> str:
        title = self.title.strip()
        if CROSSED_HEAD.fullmatch(title):
            return "origin"  # rows are whence, columns whither: what a row adds up to left its place
        if ORIGIN_HEAD.search(title) or FROM_HEAD.fullmatch(title):
            return "origin"
        return "destination" if DESTINATION_HEAD.search(title) or TO_HEAD.fullmatch(title) else "place"

    def _lists_sites(self) -> bool:
        """Whether the heads of the rows are camps and shelters."""
        if self.title and not KIND_COLUMN.search(self.title):  # of a "Site type" the rows are no sites
            areas = any(p.search(self.title) for p in PLACE_HEADS)
            return SITE_COLUMN.fullmatch(self.title.strip(" :*")) is not None or (
                not areas and SITE_COLUMN.search(self.title) is not None
            )
        return False

    def _subject(self) -> tuple[Meaning | None, tuple[Words, ...]]:
        """What the caption says that the table is about, and the caption.

        Whoever is listed with whence and whither has moved.
        """
        for caption in self.captions:
            subject = subject_of(caption.text)
            if subject is not None:
                return subject, (caption,)
            if names_more(caption.text):
                self.several = True
                return None, ()
        titles = [c.title for c in self.table.columns if not c.of_numbers]
        if all(any(end.fullmatch(t.strip()) for t in titles) for end in _ENDS):
            return meaning_of_term("displaced", Unit.PEOPLE), ()
        return None, ()

    def _meanings(self) -> list[Found | None]:
        found: list[Found | None] = []
        for column in self.table.columns:
            found.append(self._meaning(column, found) if column.of_numbers else None)
        return found

    def _meaning(self, column: Column, before: Sequence[Found | None]) -> Found | None:
        own = meaning_of(column.title)
        if not column.heads and sum(c.of_numbers for c in self.table.columns) == 1:
            own = Meaning(SOMEBODY)  # the caption can mean no other column
        if own is None and self._is_a_time(column):
            own = Meaning(SOMEBODY)
        if own is None:
            return None
        if not own.label.startswith(("term:", "site:", "measure:")) and self._is_of_money():
            return Meaning(NOTHING), ()
        own = self._scaled(own)
        if self.of_sites and _stays(own) and ARRIVALS.search(column.title):
            return Meaning(NOTHING), ()  # they are among its people, or are no more
        if self.of_sites and _stays(own):
            return replace(own, label="site:population", group=None), ()
        if own.label != SOMEBODY:
            return self._with_group(own), self._civilians(own)
        return self._borrowed(own, column, before)

    def _scaled(self, own: Meaning) -> Meaning:
        over = next((s for c in self.captions if (s := scale_of(c.text)) > 1), 1)
        return replace(own, scale=max(own.scale, over))

    def _borrowed(self, own: Meaning, column: Column, before: Sequence[Found | None]) -> Found | None:
        """What befell people or families of which the head says no more: by caption, or the column before."""
        if self.subject is not None:
            subject = self.subject
            named = bool(column.heads) and not self._is_a_time(column)
            unit = own.unit if named and subject.unit is not Unit.HOMES else subject.unit
            group = own.group or (subject.group if unit is Unit.PEOPLE else None)
            return replace(
                subject, unit=unit, group=group, scale=max(own.scale, subject.scale)
            ), self.subject_from
        last = before[-1] if before else None
        if (
            last is not None
            and self._are_paired()
            and last[0].label.startswith("term:")
            and last[0].unit in _PAIR
        ):
            term = last[0].label.removeprefix("term:")
            if own.unit is not None and (own.unit is not last[0].unit or own.group is not None):
                paired = meaning_of_term(term, own.unit)
                return replace(paired, group=own.group or paired.group, scale=own.scale), last[1]
        return None

    def _are_paired(self) -> bool:
        """Whether each column without a word for what befell its people can be that of the one before it.

        "IDPs | Families | Returnees | Families" can; of "IDPs | Returnees | Families" nobody can tell.
        """
        own = [m for c in self.table.columns if c.of_numbers and (m := meaning_of(c.title)) is not None]
        terms = [m.label for m in own if m.label.startswith("term:") and m.unit in _PAIR]
        return len(set(terms)) < 2 or sum(m.label == SOMEBODY for m in own) >= len(terms)

    def _is_of_money(self) -> bool:
        return any(MONEY.search(caption.text) for caption in self.captions[:1])

    def _with_group(self, own: Meaning) -> Meaning:
        """The dead of "Civilian casualties by oblast" are civilians."""
        if not own.label.startswith("measure:") or own.group is not PopulationGroup.PEOPLE:
            return own
        said = next((g for c in self.captions if (g := group_of(c.text)) is not None), None)
        return replace(own, group=said) if said is not None else own

    def _civilians(self, own: Meaning) -> tuple[Words, ...]:
        if not own.label.startswith("measure:"):
            return ()
        return next(((c,) for c in self.captions if group_of(c.text) is not None), ())

    def _is_a_time(self, column: Column) -> bool:
        """Whether a head is nothing but a day, a month or a year: "As of 15 March", "April 2024", "2023"."""
        if column.heads and _year(column.heads[-1]) is not None:
            return True
        dates = [d for h in column.heads[-1:] for d in self._within(h)]
        if not dates:
            return False
        rest = column.heads[-1].text
        for date in dates:
            rest = rest.replace(date.text, " ")
        return not _SMALL.sub(" ", rest).strip()

    def _within(self, words: Words) -> list[DateMention]:
        first = bisect.bisect_left(self.starts, words.start)
        last = bisect.bisect_left(self.starts, words.end)
        return [d for d in self.dates[first:last] if d.end <= words.end]

    def _date(self, row: Row, column: Column) -> tuple[Words | None, tuple[Words, ...]]:
        """The words of a time, and the caption where they stand in it."""
        for head in reversed(column.heads):
            if found := self._within(head):
                return words_of(found[0]), ()
            if (year := _year(head)) is not None:
                return year, ()
        if row.head is not None and not row.total and self._heads_are_times():
            found = self._within(row.head)
            return (words_of(found[0]) if found else row.head), ()
        for cell in row.cells:
            told = cell.number is None and self._tells_times(self._column(cell.column))
            if told and (found := self._within(cell.words)):
                return words_of(found[0]), ()
        for at, caption in enumerate(self.captions):
            if at and not NUMBERED.match(caption.text):
                break
            if found := self._within(caption):
                return words_of(found[-1]), (caption,)
        return None, ()

    def _tells_times(self, column: Column) -> bool:
        """Whether a column tells when its rows were so; a day in a remark is of something else."""
        title = column.title
        return DATE_COLUMN.search(title) is not None or not _SMALL.sub(" ", title).strip()

    def _heads_are_times(self) -> bool:
        """Whether the rows are headed by months or weeks: "July | 21,300"."""
        return DATE_COLUMN.search(self.title) is not None


def _year(head: Words) -> Words | None:
    """The year that is a whole head, without the sign of a note: "2024*"."""
    if YEAR_HEAD.fullmatch(head.text) is None or _TWO_YEARS.match(head.text):
        return None
    return Words(head.text[:4], head.start, head.start + 4)


def _around(table: Table, dates: Sequence[DateMention]) -> Sequence[DateMention]:
    """Of all times, in order, those that stand in a table or in the lines over it."""
    heads = [head for column in table.columns for head in column.heads]
    words = [*table.captions, *heads, *(c.words for row in table.rows for c in row.cells)]
    first = bisect.bisect_left(dates, min(w.start for w in words), key=lambda d: d.start)
    last = bisect.bisect_left(dates, max(w.end for w in words), key=lambda d: d.start)
    return dates[first:last]


_WHAT: Final = {
    "kind": KIND_COLUMN,
    "actor": ACTOR_COLUMN,
    "item": ITEM_COLUMN,
    "origin": FROM_HEAD,
    "destination": TO_HEAD,
}
_ENDS: Final = (FROM_HEAD, TO_HEAD)
_NOT_PEOPLE: Final = {Unit.HOUSEHOLDS, Unit.HOMES}
_PAIR: Final = {Unit.PEOPLE, Unit.HOUSEHOLDS}


def _stays(own: Meaning) -> bool:
    """Whether a column of a table of sites counts who stays there."""
    staying = {SOMEBODY, "site:population", "term:displaced", "term:sheltered", "term:in_relief_camp"}
    return own.label in staying and own.unit in _PAIR
