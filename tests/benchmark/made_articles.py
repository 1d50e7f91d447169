"""Articles in any number, no two with the same text, for benchmarks of many."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

from summariser.articles import Article

_NEWSROOM = Path(__file__).parents[2] / "evals" / "newsroom" / "articles"
_DIGITS = re.compile(r"(?<![\d,.])[1-9]\d{1,5}(?![\d,.])")
_PLACES = ("Mopti", "Gao", "Maiduguri", "Goma", "Idlib", "Aden", "Kherson", "Cauca", "Herat", "Baidoa")
_WHO = ("Rebels", "Soldiers", "Gunmen", "Militants", "Police", "Insurgents")


@cache
def _originals() -> tuple[tuple[str, date], ...]:
    found = []
    for path in sorted(_NEWSROOM.glob("*.txt")):
        head, _, text = path.read_text(encoding="utf-8").partition("\n---\n")
        if "Language: en" in head:
            published = re.search(r"Published: (\d\S+)", head)
            found.append((text, date.fromisoformat(published[1] if published else "2025-01-01")))
    return tuple(found)


def news(count: int, words: int) -> Iterator[Article]:
    """The newsroom's English articles one after the other, cut or repeated to so many words, numbers changed.

    Args:
        count: How many.
        words: The length of each, up to the end of the paragraph in which it is reached.
    """
    originals = _originals()
    for number in range(count):
        dice = random.Random(number)
        text, published = originals[number % len(originals)]
        paragraphs: list[str] = []
        source = [text]
        while sum(len(p.split()) for p in paragraphs) < words:
            if not source:
                source.append(originals[dice.randrange(len(originals))][0])
            for paragraph in source.pop().split("\n"):
                if sum(len(p.split()) for p in paragraphs) < words:
                    paragraphs.append(paragraph)
        changed = _renumbered("\n".join(paragraphs), dice, number)
        yield Article(changed, published=published, source=f"Benchmark {number}")


def _renumbered(text: str, dice: random.Random, number: int) -> str:
    def other(match: re.Match[str]) -> str:
        return str(dice.randint(2, 9) * 10 ** (len(match[0]) - 1) + number % 97)

    return _DIGITS.sub(other, text)


def short(count: int) -> Iterator[Article]:
    """Articles of two sentences with numbers and names of their own; the model is asked about each."""
    for number in range(count):
        dice = random.Random(number)
        name = "".join(dice.choice("bdfgklmnrst") + dice.choice("aeiou") for _ in range(4)).capitalize()
        yield Article(
            f"{dice.choice(_WHO)} attacked {name}, near {dice.choice(_PLACES)}, on {1 + number % 28} March "
            f"2024, leaving {2 + number} killed and wounded, {name} Kone said. "
            f"About {1000 + number} people fled to {dice.choice(_PLACES)}.",
            published=date(2024, 3, 30),
        )
