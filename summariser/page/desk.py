"""The work: articles wait, are summarised one or a few at a time, and tell how far they are."""

from __future__ import annotations

import asyncio
import contextlib
import queue
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field

from summariser.api import Summariser
from summariser.articles import Article
from summariser.engines.loop import Recall, run_sync
from summariser.errors import SummariserError, fault
from summariser.page.history import Entry, History
from summariser.progress import Progress
from summariser.schemas import Summary

STEPS = ("read", "topic", "figures", "events", "facts", "verify")
"""The steps in the order in which they come; a single call to a large model has fewer."""


@dataclass(slots=True, eq=False)
class Live:
    """How far the work on one article is. Written by the worker, read by whoever watches.

    Attributes:
        version: Grows with every change.
        parts: Grows with every new part.
        stage: The step that is being done.
        done: How much of it.
        total: How much there is; 0 where it is not known.
        text: What it is about.
        part: What there is of the summary.
        recall: Ends the work.
    """

    version: int = 0
    parts: int = 0
    stage: str = ""
    done: int = 0
    total: int = 0
    text: str = ""
    part: Summary | None = None
    recall: Recall = field(default_factory=Recall)

    def hear(self, report: Progress) -> None:
        """Take a report in."""
        if report.part is not None:
            self.part = report.part
            self.parts += 1
        else:
            self.stage, self.done, self.total, self.text = (
                report.stage,
                report.done,
                report.total,
                report.text,
            )
        self.version += 1


@dataclass(slots=True)
class Desk:
    """Where articles are worked on.

    Attributes:
        history: Where they come from and their summaries go.
        at_once: How many are worked on at a time.
        live: Those that are being worked on, by number.
    """

    history: History
    at_once: int = 1
    live: dict[int, Live] = field(default_factory=dict)
    _summariser: Summariser | None = None
    _waiting: queue.SimpleQueue[tuple[int, Live] | None] = field(default_factory=queue.SimpleQueue)
    _threads: list[threading.Thread] = field(default_factory=list)
    _by_text: dict[str, set[Live]] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _is_closed: bool = False

    def start(self, summariser: Summariser) -> None:
        """Begin to work; what an earlier run left unfinished comes first.

        Args:
            summariser: Made with this desk's `hear`, and with parts.
        """
        self._summariser = summariser
        for number in self.history.unfinished():
            self.put(number)
        for _ in range(self.at_once):
            thread = threading.Thread(target=self._work, name="page desk", daemon=True)
            thread.start()
            self._threads.append(thread)

    def close(self) -> None:
        """Take no more. An article that is being worked on is done again when the page is opened anew."""
        self._is_closed = True
        for _ in self._threads:
            self._waiting.put(None)

    def put(self, number: int) -> None:
        """Let an article be summarised, once those before it are; nothing where it is in work already."""
        with self._lock:
            if number in self.live:
                return
            self.history.set_state(number, "waiting")
            self.live[number] = live = Live()
        self._waiting.put((number, live))

    def cancel(self, number: int) -> bool:
        """End the work on an article, or its waiting: the model is asked nothing more about it.

        The article is kept, and can be put in again at once.

        Returns:
            Whether there was anything to end.
        """
        with self._lock:
            live = self.live.pop(number, None)
            if live is None:
                return False
            self.history.set_state(number, "cancelled")
            live.recall.ask()
        return True

    def cancel_all(self) -> int:
        """End all work and all waiting, those that wait first; how many articles that were."""
        return sum(self.cancel(number) for number in reversed(list(self.live)))

    def put_all(self, numbers: Sequence[int]) -> None:
        """Let several be summarised."""
        for number in numbers:
            self.put(number)

    def hear(self, report: Progress) -> None:
        """Pass a report on to the article that it is about; one about none (the model's file) to all."""
        with self._lock:
            every: set[Live] = set().union(*self._by_text.values())
            for live in self._by_text.get(report.article, set()) if report.article else every:
                live.hear(report)

    def _work(self) -> None:
        while (given := self._waiting.get()) is not None:
            number, live = given
            with contextlib.suppress(SummariserError):  # the store is full or broken: the page says so
                self._summarise(number, live)
            with self._lock:
                if self.live.get(number) is live:
                    del self.live[number]

    def _summarise(self, number: int, live: Live) -> None:
        entry = self.history.entry(number)
        summariser = self._summariser
        if entry is None or summariser is None:  # removed while it waited
            return
        article = entry.article
        with self._lock:
            if self.live.get(number) is not live:  # cancelled while it waited
                return
            self._by_text.setdefault(article.sha256, set()).add(live)
            self.history.set_state(number, "working")
        key: bytes | None = None
        result: Summary | SummariserError
        try:
            key = summariser.identity(entry.kind).key(article)
            result = run_sync(self._result(summariser, entry, article), live.recall)
        except asyncio.CancelledError:
            result = SummariserError("It was cancelled")
        except SummariserError as error:
            result = error
        except Exception as error:  # noqa: BLE001 - the desk must go on with the next article
            result = fault(error)
        finally:
            with self._lock:
                self._by_text[article.sha256].discard(live)
        if self._is_closed and isinstance(result, SummariserError):
            return  # the engine was stopped under it: it is done when the page is opened again
        with self._lock:
            mine = self.live.get(number) is live
            if mine:
                self.history.finish(number, key, result)
            again = not mine and number in self.live
        # A summary that came although the article was cancelled or removed meanwhile belongs to nobody.
        if key is not None and not again and (not mine or self.history.entry(number) is None):
            self.history.drop_result(key)

    async def _result(
        self, summariser: Summariser, entry: Entry, article: Article
    ) -> Summary | SummariserError:
        found: Summary | SummariserError | None = None
        stream = summariser.asummarise_many([article], concurrency=1, kind=entry.kind, store=self.history)
        async for outcome in stream:
            found = outcome.summary or outcome.error
        return found or SummariserError("Nothing came of it")
