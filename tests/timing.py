"""How long something takes, in seconds that mean the same on every machine.

A bound in seconds says little: one and the same code took 15 ms on a quiet machine and 35 ms on one that
shared its processors. So each measurement stands beside a fixed piece of work of the same kind (patterns,
dictionaries, short strings), which is timed right before and right after it. Where that takes twice as long
as on the machine that the bounds were set on, the seconds count half; where it takes half as long, double.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from functools import cache

_REFERENCE = 0.009
"""What the fixed piece of work takes on the machine that bounds were set on, quiet: seconds."""
_WORD = re.compile(r"(?P<name>[A-Z][a-z]+(?:-[a-z]+)*)|(?P<number>\d+(?:,\d{3})*)|[a-z]+")
_TEXT = " ".join(
    f"On {n} May the army of Town{n % 97}-on-sea said that {n * 37:,} had left" for n in range(600)
)


def fair_seconds(work: Callable[[], object], *, times: int = 1) -> float:
    """The processor time of some work in this thread, as on the machine that bounds were set on.

    Args:
        work: It is done so many times; it should take a millisecond or more.
        times: The least of these measurements counts, as what else the machine does only adds.
    """
    _table()
    least = float("inf")
    before = _yardstick()
    for _ in range(times):
        began = time.thread_time()
        work()
        taken = time.thread_time() - began
        after = _yardstick()
        # The faster of the two: a machine that was busy for a moment excuses nothing.
        least = min(least, taken * _REFERENCE / min(before, after))
        before = after
    return least


def _yardstick() -> float:
    began = time.thread_time()
    table, found = _table(), 0
    for match in _WORD.finditer(_TEXT):
        word = match.group().casefold()
        found += table.get(word, 0) + table.get(f"{word} {found % 60_000}", 0)
    assert found
    return time.thread_time() - began


@cache
def _table() -> dict[str, int]:
    """Larger than a processor's nearest caches, as a gazetteer and a lexicon are."""
    return {
        f"{word} {n}" if n else word: n + 1
        for word in ("army", "said", "left", "town")
        for n in range(60_000)
    }
