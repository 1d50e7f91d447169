"""Lists whose items have a head and a number: "- Abs: 1,240 families", "Hajjah – 3,400 people displaced".

The line over a list says what is counted, each item where. What the words of an item say themselves counts
first; the line over it lends only what they leave open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from summariser.lexicon.furniture import FURNITURE
from summariser.lexicon.table_heads import BY_PLACE, PART_OF, TOTAL_ROW
from summariser.normalise.dates import DateMention
from summariser.normalise.numbers import NumberMention
from summariser.row_lines import find_grids
from summariser.sentences import Sentence
from summariser.tables.heads import meaning_of, subject_of
from summariser.tables.model import Told, Words

_ITEM: Final = re.compile(
    r"(?P<bullet>[-–—*•◦▪●‣·]\s+|[•◦▪●‣]|\(?\d{1,2}[.)]\s+)?(?P<head>[^\W\d_][^:\n\d;|\t]{1,50}?)\s*"
    r"(?:[:：]|\s[–—-])\s+(?P<rest>[^\n|\t]{1,70})"
)
_STOP: Final = re.compile(r"[.!?؟]\s+\S")
_FEWEST_ITEMS: Final = 2
_MOST_WORDS: Final = 6
_LEAD: Final = 160
_OPENING: Final = 24
"""So many characters may stand before an item's number: "some", "an estimated"."""


@dataclass(frozen=True, slots=True)
class _Item:
    sentence: Sentence
    head: Words
    rest: Words
    numbers: tuple[NumberMention, ...]


def told_in_lists(
    text: str,
    sentences: Sequence[Sentence],
    numbers: Sequence[NumberMention],
    dates: Sequence[DateMention],
) -> Mapping[str, Told]:
    """What lists tell of the numbers of their items, by the number's id.

    Args:
        text: The plain text.
        sentences: Its sentences.
        numbers: Its numbers.
        dates: The times that it names.
    """
    filed: dict[str, list[NumberMention]] = {}
    for number in numbers:
        filed.setdefault(number.sentence, []).append(number)
    timed: dict[str, list[DateMention]] = {}
    for date in dates:
        timed.setdefault(date.sentence, []).append(date)
    rows = {row.start for grid in find_grids(text) for row in grid.rows}
    items = [
        None if sentence.start in rows else _item(text, sentence, filed.get(sentence.id, ()))
        for sentence in sentences
    ]
    found: dict[str, Told] = {}
    at = 0
    while at < len(items):
        last = at
        while last < len(items) and items[last] is not None:
            last += 1
        run = [item for item in items[at:last] if item is not None]
        if len(run) >= _FEWEST_ITEMS:
            found |= {
                t.number: t for t in _told(run, _lead(sentences, at), sentences[max(0, at - 1)].id, timed)
            }
        at = max(last, at + 1)
    return found


def _item(text: str, sentence: Sentence, numbers: Sequence[NumberMention]) -> _Item | None:
    if not (sentence.start == 0 or text[sentence.start - 1] == "\n"):
        return None
    found = _ITEM.fullmatch(sentence.text)
    if (
        found is None
        or FURNITURE.fullmatch(found["head"])
        or len(found["head"].split()) > _MOST_WORDS
        or _STOP.search(found["rest"])
    ):
        return None
    opens = sentence.start + found.start("rest")
    own = tuple(n for n in numbers if n.start >= opens and n.kind == "count" and not n.implicit)
    if not own or own[0].start - opens > _OPENING:
        return None
    if found["bullet"] is None and (found["rest"][-1] in ".!?؟" or not own[0].text[:1].isdigit()):
        return None  # what somebody says behind his name: "HOST: Two of them fled."
    head = Words(found["head"], sentence.start + found.start("head"), sentence.start + found.end("head"))
    return _Item(sentence, head, Words(found["rest"], opens, sentence.end), own)


def _lead(sentences: Sequence[Sentence], at: int) -> Words | None:
    """The line over a list, where it is one that lists stand under."""
    if not at:
        return None
    over = sentences[at - 1]
    words = over.text.strip(" \t#*_")
    if len(words) > _LEAD or words[-1:] in ".!?؟" or _ITEM.fullmatch(over.text) is not None:
        return None
    start = over.start + over.text.index(words)
    return Words(words, start, start + len(words))


def _told(
    items: Sequence[_Item],
    lead: Words | None,
    sentence: str,
    dates: Mapping[str, Sequence[DateMention]],
) -> Iterator[Told]:
    subject = subject_of(lead.text) if lead is not None else None
    date = next((d for d in dates.get(sentence, ()) if lead is not None and lead.start <= d.start), None)
    named = lead is not None and BY_PLACE.search(lead.text) is not None
    whole: Words | None = None
    for item in items:
        part = PART_OF.match(item.head.text) is not None
        own = meaning_of(item.head.text)
        lent = subject if subject is not None and (part or own is None) else None
        total = TOTAL_ROW.fullmatch(item.head.text) is not None
        place = whole if part else item.head
        if total or (not part and own is not None):
            place = None
        whole = whole if part else place
        for number in item.numbers:
            yield Told(
                number=number.id,
                sentence=item.sentence.id,
                label=lent.label if lent is not None else "",
                unit=None if number.noun is not None or lent is None else lent.unit,
                group=None,
                scale=1,
                cell=item.rest,
                row=item.head,
                role="place",
                column=(lead,) if lead is not None else (),
                date=Words(date.text, date.start, date.end) if date is not None else None,
                captions=(),
                total=total,
                place=place,
                is_place=named,
                listed=tuple(i.head.text for i in items),
            )
