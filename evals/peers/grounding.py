"""What of a prediction does not stand in its article: the same measure for every system.

A number stands in an article when the number reader reads it there, any bound of it, or digits say it. A name
or a place does when all words of one of its aliases stand there. Dates, countries and codes are resolved or
chosen, not copied, and are not looked at; nor is "civilians", which coders write for unarmed victims,
whatever the article calls them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from summariser.articles import Article
from summariser.evals.losses.held import written_numbers
from summariser.evals.scorers.names import tokens
from summariser.normalise.numbers import find_numbers
from summariser.sentences import split_sentences

_MUC4_NAMES: Final = (
    "places", "perp_individuals", "perp_organizations", "human_targets", "physical_targets", "instruments",
)  # fmt: skip
_CODED: Final = frozenset({"civilians"})
Name = tuple[str, ...]


def ungrounded(suite: str, prediction: Mapping[str, Any], article: Article) -> list[str]:
    """The numbers, names and places of a prediction that do not stand in the article."""
    numbers, names = _VALUES[suite](prediction)
    stated, words = _numbers_of(article.text), tokens(article.text)
    missing = [f"{number:g}" for number in numbers if number not in stated]
    missing += [name[0] for name in names if not any(_stands(alias, words) for alias in name)]
    return missing


def _stands(name: str, words: frozenset[str]) -> bool:
    return name.casefold() in _CODED or (bool(tokens(name)) and tokens(name) <= words)


def _numbers_of(text: str) -> set[float]:
    read = find_numbers(text, split_sentences(text))
    stated = {float(n) for m in read for n in (m.value, m.low, m.high) if n is not None}
    return stated | {value for _, value in written_numbers(text)}


def _idmc(prediction: Mapping[str, Any]) -> tuple[list[float], list[Name]]:
    figures = prediction["figures"]
    return [float(f["quantity"]) for f in figures], [(f["location"],) for f in figures if f["location"]]


def _muc4(prediction: Mapping[str, Any]) -> tuple[list[float], list[Name]]:
    numbers: list[float] = []
    names: list[Name] = []
    for event in prediction["events"]:
        numbers += [float(event[slot]) for slot in ("killed", "injured") if event.get(slot)]
        names += [(name,) for slot in _MUC4_NAMES for name in event.get(slot) or ()]
    return numbers, names


def _newsroom(prediction: Mapping[str, Any]) -> tuple[list[float], list[Name]]:
    """Events and displacement alone: peers are asked for nothing else."""
    events, moved = prediction.get("events", ()), prediction.get("displacement", ())
    figures = [*(f for e in events for f in e.get("figures", ())), *moved]
    numbers = [float(n) for f in figures for n in _bounds(f)]
    names = [tuple(name) for e in events for side in ("side_a", "side_b") for name in e.get(side, ())]
    names += [tuple(f["claimed_by"]) for f in figures if f.get("claimed_by")]
    names += [tuple(p["name"]) for p in _places(events, moved)]
    return numbers, names


def _bounds(figure: Mapping[str, Any]) -> Iterator[float]:
    """Its numbers; a vague word's bound is a convention, not the text's."""
    if figure.get("value") is not None:
        yield figure["value"]
    elif figure.get("qualifier", ["exactly"])[0] == "between":
        yield from (n for n in (figure.get("low"), figure.get("high")) if n is not None)


def _places(events: Any, moved: Any) -> Iterator[Mapping[str, Any]]:
    for record in (*events, *moved):
        yield from (record[p] for p in ("place", "origin", "destination") if record.get(p))


_VALUES: Final = {"idmc": _idmc, "muc4": _muc4, "newsroom": _newsroom}
