"""How cost grows with length: made reports of 1 to 200 pages, the model left out.

    python -m summariser.evals.growth [--pages 1 10 50 200] [--strategy stepwise single] [--svg FILE]

Each length is summarised in a process of its own by an engine that answers at once: with the first thing
that is admitted (`first_choice`), in a call for whole drafts with each sentence that tells of dead, a day and
a town. What is measured is the library's own work and what it would ask. Seconds are those of the processor.
Tokens are characters of questions and answers divided by four, an estimate that is the same for every length.
Peak memory is the process's, the gazetteer in it; ``size`` is the summary's. ``found`` are the incidents of
which an event has the town, the day and the dead; ``twice`` are events beyond the first that have them.
"""

from __future__ import annotations

import argparse
import gc
import json
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import Enum
from pathlib import Path
from types import ModuleType
from typing import Any, Final

from summariser.api import Summariser
from summariser.articles import Article
from summariser.drafts import EventDraft
from summariser.engines.base import Request, Strategy
from summariser.engines.scripted import ScriptedEngine
from summariser.evals.first_choice import first_choice
from summariser.evals.growth_picture import growth_svg
from summariser.evals.long_reports import MadeReport, made_report
from summariser.files import write_whole
from summariser.schemas import Event, Summary

PAGES: Final = (1, 10, 50, 200)
_CHARACTERS_A_TOKEN: Final = 4
_KB_IN_MB: Final = 1024
_CONTEXT: Final = 32_768
_MOST_RECORDS: Final = 24


@dataclass(frozen=True, slots=True)
class Point:
    """One length.

    Attributes:
        pages: Pages of 450 words.
        words: Words of the report.
        sentences: Its sentences.
        incidents: Incidents that it tells.
        events: Events that come out.
        found: Incidents of which an event has the day, the town and the dead.
        twice: Events beyond the first that have an incident's day, town and dead.
        calls: Questions asked.
        tokens_in: Tokens of the questions, estimated.
        tokens_out: Tokens of the answers, estimated.
        seconds: Processor time of the library.
        peak: Peak memory in megabytes.
        size: Of that what the summary itself takes, whose size is the caller's matter.
    """

    pages: int
    words: int
    sentences: int
    incidents: int
    events: int
    found: int
    twice: int
    calls: int
    tokens_in: int
    tokens_out: int
    seconds: float
    peak: float
    size: float


class _Counter:
    """Answers, and adds up what was asked."""

    def __init__(self) -> None:
        self.asked = self.answered = self.calls = 0

    def __call__(self, request: Request[Any]) -> Any:
        whole = issubclass(request.response_model, EventDraft)
        answer = _events_told(request.messages[1].content) if whole else first_choice(request)
        self.calls += 1
        self.asked += sum(len(m.content) for m in request.messages)
        self.answered += len(json.dumps(answer))
        return answer


_SENTENCE: Final = re.compile(r"^(S\d+) (.*(?:kill|dead).*)$", re.MULTILINE)
_DAY: Final = re.compile(r"\b([Oo]n \d+ [A-Z]\w+ \d{4})")
_TOWN: Final = re.compile(r"(?:attacked|near|in|outside|of) ((?:Buni )?[A-Z][a-z]+)\b")
_NUMBER: Final = re.compile(r"(N\d+) = (\S+) in (S\d+);")
_DEAD: Final = re.compile(r"(?:kill(?:ed|ing)|left) (\d+)|(\d+) people were killed", re.IGNORECASE)


def _events_told(question: str) -> dict[str, Any]:
    """What a large model would answer of these reports: each sentence with a day, a town and its dead."""
    numbers = {(s, words): n for n, words, s in _NUMBER.findall(question)}
    found = []
    for sentence, text in _SENTENCE.findall(question):
        day, town, dead = _DAY.search(text), _TOWN.search(text), _DEAD.search(text)
        number = numbers.get((sentence, next(filter(None, dead.groups())))) if dead else None
        if day and town and number:
            toll = {"number": number, "measure": "killed"}
            event = {"sub_type": "Attack", "status": "occurred", "sentences": [sentence], "figures": [toll]}
            found.append(event | {"date": day[1], "place": town[1]})
    return {"events": found[:_MOST_RECORDS]}


def measure(pages: int, strategy: Strategy) -> Point:
    """Summarise a report of so many pages here, in this process."""
    made = made_report(pages)
    counter = _Counter()
    engine = ScriptedEngine(counter, strategy=strategy, context_tokens=_CONTEXT)
    engine.requests = type(engine.requests)(maxlen=1)  # it keeps a thousand for tests to look at
    with Summariser(engine=engine) as summariser:
        first = made_report(1, seed=0)
        summariser.summarise(Article(first.text, published=first.published))  # tables and patterns are loaded
        counter.asked = counter.answered = counter.calls = 0
        began = time.process_time()
        summary = summariser.summarise(Article(made.text, published=made.published))
        seconds = time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _KB_IN_MB
    found, twice = held_against(summary, made)
    return Point(
        pages=pages,
        words=len(made.text.split()),
        sentences=summary.article.sentences,
        incidents=len(made.incidents),
        events=len(summary.events.events) if summary.events is not None else 0,
        found=found,
        twice=twice,
        calls=counter.calls,
        tokens_in=counter.asked // _CHARACTERS_A_TOKEN,
        tokens_out=counter.answered // _CHARACTERS_A_TOKEN,
        seconds=seconds,
        peak=peak,
        size=_bytes_of(summary) / _KB_IN_MB**2,
    )


def _bytes_of(summary: Summary) -> int:
    """What a summary and all that only it holds takes, each object once."""
    seen: set[int] = set()
    waiting: list[object] = [summary]
    size = 0
    while waiting:
        one = waiting.pop()
        if id(one) in seen or isinstance(one, type | Enum | ModuleType):
            continue
        seen.add(id(one))
        size += sys.getsizeof(one)
        waiting += gc.get_referents(one)
    return size


def held_against(summary: Summary, made: MadeReport) -> tuple[int, int]:
    """How many incidents have an event, and how many events are second ones of an incident."""
    events = summary.events.events if summary.events is not None else ()
    found = twice = 0
    for incident in made.incidents:
        same = sum(_is(e, incident.town, incident.day.isoformat(), incident.dead) for e in events)
        found += bool(same)
        twice += max(same - 1, 0)
    return found, twice


def _is(event: Event, town: str, day: str, dead: int) -> bool:
    where = event.place is not None and town in (event.place.name, event.place.words.text)
    when = event.when.start is not None and event.when.start.isoformat() == day
    return where and when and any(f.value == dead for f in event.fatalities)


def in_a_process(pages: int, strategy: Strategy) -> Point:
    """The same in a process of its own, so that its peak is its own."""
    command = [sys.executable, "-m", "summariser.evals.growth", "--child"]
    command += ["--pages", str(pages), "--strategy", strategy]
    child = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)  # noqa: S603 - our own
    return Point(**json.loads(child.stdout))


_COLUMNS: Final = (
    "pages", "words", "sentences", "incidents", "events", "found", "twice", "calls", "tokens_in",
    "tokens_out", "seconds", "peak", "size",
)  # fmt: skip


def table(points: Sequence[Point]) -> str:
    """The points as a table in Markdown, with seconds and calls for each page."""
    heads = [*_COLUMNS, "s/page", "calls/page"]
    rows = [heads, ["---:"] * len(heads)]
    for p in points:
        cells = [f"{v:,.1f}" if isinstance(v, float) else f"{v:,}" for v in asdict(p).values()]
        rows.append([*cells, f"{p.seconds / p.pages:.3f}", f"{p.calls / p.pages:.1f}"])
    return "\n".join("| " + " | ".join(r) + " |" for r in rows)


def picture(pages: Sequence[int], measured: Mapping[str, Sequence[Point]]) -> str:
    """The curves as SVG: seconds, calls, tokens and memory by pages, with growth in proportion dotted."""
    panels: Mapping[str, Callable[[Point], float]] = {
        "seconds of the processor": lambda p: p.seconds,
        "calls": lambda p: p.calls,
        "tokens in": lambda p: p.tokens_in,
        "peak memory, MB": lambda p: p.peak,
    }
    return growth_svg(
        pages,
        {t: {s: [value(p) for p in points] for s, points in measured.items()} for t, value in panels.items()},
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pages", type=int, nargs="+", default=list(PAGES))
    parser.add_argument(
        "--strategy", nargs="+", choices=["stepwise", "single"], default=["stepwise", "single"]
    )
    parser.add_argument("--svg", type=Path, help="draw the curves there")
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.child:
        sys.stdout.write(json.dumps(asdict(measure(options.pages[0], options.strategy[0]))))
        return
    measured: dict[str, list[Point]] = {}
    for strategy in options.strategy:
        measured[strategy] = [in_a_process(pages, strategy) for pages in options.pages]
        sys.stdout.write(f"\n{strategy}\n\n{table(measured[strategy])}\n")
        sys.stdout.flush()
    if options.svg:
        write_whole(options.svg, picture(options.pages, measured))


if __name__ == "__main__":
    main()
