"""One MUC-4 incident against one predicted: slot by slot, which fills are right.

A fill is one answer of a slot. A name is right when its token-set F1 with any alias of a fill is at least a
half; each fill is answered once, so saying the same twice costs. An optional fill neither costs nor earns:
answered, the answer is not counted; left out, nothing is missing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, TypeGuard, get_args

from summariser.evals.scorers.alignment import Levels, assign
from summariser.evals.scorers.muc4_form import (
    SLOTS,
    Days,
    Fill,
    Incident,
    ListSlot,
    PredictedDate,
    PredictedIncident,
    Slot,
)
from summariser.evals.scorers.names import THRESHOLD, token_f1, tokens
from summariser.evals.tally import Tally

_LIST_SLOTS: Final[tuple[ListSlot, ...]] = tuple(slot for slot in get_args(ListSlot) if slot != "places")


@dataclass(frozen=True, slots=True)
class Compared:
    """One slot.

    Attributes:
        tally: Hits, predicted and expected fills; the optional ones are in none of the three.
        matched: Fills that were answered, optional ones included: by these incidents are aligned.
        gold: The key's fills in words.
        predicted: The predicted ones.
    """

    tally: Tally
    matched: int
    gold: str
    predicted: str

    @property
    def right(self) -> bool | None:
        """Whether nothing is wrong; None where nothing was asked or answered."""
        if not self.tally.predicted and not self.tally.expected:
            return None
        return self.tally.hits == self.tally.predicted == self.tally.expected


def compare(gold: Incident, predicted: PredictedIncident) -> dict[Slot, Compared]:
    """All slots of a pair."""
    found: dict[Slot, Compared] = {
        "type": _one(gold.types, predicted.type, predicted.type in gold.types),
        "date": _date(gold, predicted.date),
        "country": _country(gold, predicted.country),
        "places": _places(gold, predicted.places),
        "killed": _count(gold.killed, gold.killed_low, gold.killed_high, predicted.killed),
        "injured": _count(gold.injured, gold.injured_low, gold.injured_high, predicted.injured),
    }
    for slot in _LIST_SLOTS:
        found[slot] = _list(gold.fills(slot), predicted.fills(slot))
    return {slot: found[slot] for slot in SLOTS}


def all_wrong(predicted: PredictedIncident) -> dict[Slot, Compared]:
    """An event that answers no incident: every fill of it is wrong."""
    given: dict[Slot, tuple[str, ...]] = {
        "type": (predicted.type,) if predicted.type is not None else (),
        "date": (_days(predicted.date),) if _is_dated(predicted.date) else (),
        "country": (predicted.country,) if predicted.country is not None else (),
        "places": predicted.places,
        "killed": (str(predicted.killed),) if predicted.killed is not None else (),
        "injured": (str(predicted.injured),) if predicted.injured is not None else (),
    }
    for slot in _LIST_SLOTS:
        given[slot] = predicted.fills(slot)
    return {slot: Compared(Tally(0, len(given[slot]), 0), 0, "", "; ".join(given[slot])) for slot in SLOTS}


def is_name(predicted: str, aliases: Sequence[str]) -> bool:
    """Whether a predicted name is one of the aliases.

    On all tokens, not only on telling ones: "San Miguel" is "San Isidro" by this measure. It is the one that
    the suite defines, and any scorer outside computes it alike.
    """
    return _likeness(predicted, aliases) >= THRESHOLD


def is_date(admitted: Days, predicted: PredictedDate) -> bool:
    """Whether a predicted time is right: it lies within the one that the key admits.

    "By D" admits every time that ends by D. A predicted "since D" counts as the day D, a predicted "by D"
    is right only where the key says "by" as well.
    """
    first, last = predicted.start, predicted.end or predicted.start
    if last is None:
        return False
    if admitted.start is None:
        return admitted.end is not None and last <= admitted.end
    return first is not None and first >= admitted.start and last <= (admitted.end or date.max)


def _likeness(predicted: str, aliases: Sequence[str]) -> float:
    words = tokens(predicted)
    return max((token_f1(words, tokens(alias)) for alias in aliases), default=0.0)


def _one(stated: Sequence[str], predicted: object, right: bool, *, optional: bool = False) -> Compared:
    """A slot with one answer."""
    given = predicted is not None
    matched = given and bool(stated) and right
    tally = Tally(
        hits=int(matched and not optional),
        predicted=int(given and not (matched and optional)),
        expected=int(bool(stated) and not optional),
    )
    return Compared(tally, int(matched), " | ".join(stated), "" if predicted is None else str(predicted))


def _date(gold: Incident, predicted: PredictedDate | None) -> Compared:
    admitted = gold.date.admitted if gold.date else ()
    shown = list(dict.fromkeys(_days(days) for days in admitted))
    said = _days(predicted) if _is_dated(predicted) else None
    right = _is_dated(predicted) and any(is_date(days, predicted) for days in admitted)
    return _one(shown, said, right, optional=gold.date is not None and gold.date.optional)


def _is_dated(predicted: PredictedDate | None) -> TypeGuard[PredictedDate]:
    return predicted is not None and bool(predicted.start or predicted.end)


def _days(days: Days | PredictedDate) -> str:
    if days.start is None:
        return f"by {days.end}"
    if days.end is None:
        return f"since {days.start}"
    return str(days.start) if days.start == days.end else f"{days.start} to {days.end}"


def _country(gold: Incident, predicted: str | None) -> Compared:
    locations = gold.location.admitted if gold.location else ()
    stated = list(dict.fromkeys(one.country for one in locations if one.country))
    return _one(stated, predicted, predicted is not None and tokens(predicted) in map(tokens, stated))


def _places(gold: Incident, predicted: Sequence[str]) -> Compared:
    """Against the alternative that the prediction answers best: with the fewest errors."""
    locations = gold.location.admitted if gold.location else ()
    answers = [_list([Fill((place,)) for place in one.places], predicted) for one in locations]
    best = max(answers, key=_balance, default=_list((), predicted))
    stated = " | ".join(dict.fromkeys(answer.gold or "none" for answer in answers))
    return Compared(best.tally, best.matched, "" if stated == "none" else stated, best.predicted)


def _balance(compared: Compared) -> tuple[float, int]:
    tally = compared.tally
    return 2 * tally.hits - tally.predicted - tally.expected, compared.matched


def _list(gold: Sequence[Fill], predicted: Sequence[str]) -> Compared:
    """A slot with several answers: fills and predictions are paired one to one, the most that can be."""

    def levels(fill: Any, name: Any) -> Levels:
        likeness = _likeness(name, fill.aliases)
        return (1, int(not fill.optional), round(100 * likeness)) if likeness >= THRESHOLD else ()

    pairs = assign(gold, predicted, levels) if gold and predicted else []
    hits = sum(not gold[i].optional for i, _ in pairs)
    tally = Tally(
        hits=hits,
        predicted=len(predicted) - (len(pairs) - hits),
        expected=sum(not fill.optional for fill in gold),
    )
    shown = "; ".join(fill.aliases[0] + (" (optional)" if fill.optional else "") for fill in gold)
    return Compared(tally, len(pairs), shown, "; ".join(predicted))


def _count(value: int | None, low: int | None, high: int | None, predicted: int | None) -> Compared:
    """A number, or its bounds where the key admits several. Bounds that admit nobody make it optional."""
    if value is not None:
        return _one([str(value)], predicted, predicted == value)
    if low is None and high is None:
        return _one((), predicted, right=False)
    right = predicted is not None and predicted >= (low or 0) and (high is None or predicted <= high)
    stated = f"{low or 0} or more" if high is None else f"{low or 0} to {high}"
    return _one([stated], predicted, right, optional=not low)
